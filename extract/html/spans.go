// Spans: the cells of a table become a grid in which every place is a cell, covered,
// or absent.

package html

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
)

// Limits on the covered places of a table. A table that people wrote covers a few
// places for each cell (a title row over ten columns). One that covers sixteen times
// its cells is made to fill the memory, and so is one of a million cells that covers
// more than four times as many.
const (
	coveredPerCell = 16        // places for each cell
	minCovered     = 10_000    // places that any table may cover
	maxCovered     = 4_000_000 // places, unless coveredOfMany for each cell are more
	coveredOfMany  = 4         // places for each cell of a very large table
)

// A place is the place of a cell in the grid.
type place struct {
	col, cols int32
	until     int32 // row after its last one
}

// expandSpans turns the cells of t, which are those that its tags name, into a
// grid: each place that a cell of the same row or of a row above spans into gets
// a covered cell. A column exists where some cell starts, so a span of 100 in a
// table of four columns covers four. groups holds, for each row group, the number
// of rows up to its end; no span crosses it. Rows without cells are dropped.
//
// The result is the line from which spans count as 1 because the grid would grow
// out of proportion, 0 if there is none.
func expandSpans(t *document.Table, groups []int, store *[]document.Cell) (boundLine int32) {
	rows := t.Rows
	spans, cells := false, 0
	for i := range rows {
		cells += len(rows[i].Cells)
		for j := range rows[i].Cells {
			spans = spans || rows[i].Cells[j].Span() != document.Span{}
		}
	}
	if !spans {
		t.Rows = slices.DeleteFunc(rows, func(r document.Row) bool { return len(r.Cells) == 0 })
		return 0
	}
	// The budget of placeCells, and that of the gridWriter:
	budget := min(minCovered+coveredPerCell*cells, max(maxCovered, coveredOfMany*cells))
	places, boundLine := placeCells(rows, groups, cells, budget)
	g := gridWriter{places: places, columns: columnsOf(places), kept: countKept(rows), budget: budget}
	out := rows[:0]
	for r := range rows {
		if g.endSpans(int32(r)); len(rows[r].Cells) == 0 {
			continue
		}
		if g.overBudget() && boundLine == 0 {
			boundLine = max(rows[r].At.Line, 1)
		}
		row := rows[r]
		row.Cells = slab.Keep(store, g.row(rows[r].Cells, int32(r)))
		out = append(out, row)
	}
	t.Rows = out
	return boundLine
}

// countKept returns, for each row, the number of rows above it that have cells;
// its last value is the number of all rows with cells.
func countKept(rows []document.Row) []int32 {
	kept := make([]int32, len(rows)+1)
	for i := range rows {
		kept[i+1] = kept[i]
		if len(rows[i].Cells) > 0 {
			kept[i+1]++
		}
	}
	return kept
}

// A gridWriter writes the rows of a table into the grid, from the first on.
type gridWriter struct {
	places  []place // of the cells that are not written yet, in order
	columns []int32 // in which some cell starts, sorted
	kept    []int32 // see countKept
	budget  int     // covered places that may still be written

	active []place         // spans from rows above, their columns as indexes of columns
	used   int             // spans of active that the row has passed
	line   []document.Cell // the row being written
}

// endSpans drops the spans that end above row r.
func (g *gridWriter) endSpans(r int32) {
	g.active = slices.DeleteFunc(g.active, func(p place) bool { return p.until <= r })
}

// overBudget takes the row written last from the budget. It reports whether the
// budget is used up, and then drops all spans.
func (g *gridWriter) overBudget() bool {
	if g.budget -= len(g.line); g.budget >= 0 {
		return false
	}
	g.active = nil
	return true
}

// row returns the grid's row for the cells of row r. The next call overwrites it.
func (g *gridWriter) row(cells []document.Cell, r int32) []document.Cell {
	g.line, g.used = g.line[:0], 0
	var spans []place // that reach into the row below
	for i := range cells {
		p := g.places[0]
		g.places = g.places[1:]
		first, _ := slices.BinarySearch(g.columns, p.col)
		end, _ := slices.BinarySearch(g.columns, p.col+p.cols)
		p.col, p.cols = int32(first), int32(end-first)
		if g.budget < 0 {
			p.cols, p.until = 1, r+1
		}
		g.fillTo(p.col)
		c := cells[i]
		if span := g.spanOf(p, r); span != c.Span() {
			c.SetSpan(span)
		}
		g.line = append(g.line, c)
		for k := int32(1); k < p.cols; k++ {
			g.line = append(g.line, document.Cell{More: document.CoveredPlace})
		}
		if p.until > r+1 {
			spans = append(spans, p)
		}
	}
	g.fillTo(int32(len(g.columns)))
	g.active = mergePlaces(g.active, spans)
	return g.line
}

// fillTo writes what spans from above cover before column col.
func (g *gridWriter) fillTo(col int32) {
	for ; g.used < len(g.active) && g.active[g.used].col < col; g.used++ {
		p := g.active[g.used]
		for int32(len(g.line)) < p.col {
			g.line = append(g.line, document.Cell{})
		}
		for int32(len(g.line)) < p.col+p.cols {
			g.line = append(g.line, document.Cell{More: document.CoveredPlace})
		}
	}
}

// spanOf returns the span of the cell at p in row r, without rows that are dropped.
func (g *gridWriter) spanOf(p place, r int32) document.Span {
	span := document.Span{Rows: uint16(min(g.kept[p.until]-g.kept[r], maxRowspan)), Cols: uint16(p.cols)}
	if span.Rows <= 1 {
		span.Rows = 0
	}
	if span.Cols <= 1 {
		span.Cols = 0
	}
	return span
}

// placeCells returns the place of each cell, in order. As in browsers, a cell goes to
// the next place of its row that no span covers.
func placeCells(rows []document.Row, groups []int, cells, budget int) (places []place, boundLine int32) {
	places = make([]place, 0, cells)
	var active, fresh []place
	g := 0
	for r := range rows {
		for g < len(groups) && groups[g] <= r {
			g++
			active = active[:0] // no span crosses the end of its group
		}
		end := len(rows)
		if g < len(groups) {
			end = groups[g]
		}
		active = slices.DeleteFunc(active, func(p place) bool { return p.until <= int32(r) })
		if budget -= len(active); budget < 0 && boundLine == 0 {
			boundLine = max(rows[r].At.Line, 1)
			active = active[:0]
			// The spans from above end here.
			for i := range places {
				places[i].until = min(places[i].until, int32(r))
			}
		}
		fresh = fresh[:0]
		col, a := int32(0), 0
		for i := range rows[r].Cells {
			for a < len(active) && active[a].col <= col {
				col = max(col, active[a].col+active[a].cols)
				a++
			}
			span := rows[r].Cells[i].Span()
			p := place{col, int32(max(span.Cols, 1)), int32(min(r+max(int(span.Rows), 1), end))}
			if boundLine != 0 {
				p.cols, p.until = 1, int32(r)+1
			}
			if a < len(active) {
				p.cols = min(p.cols, active[a].col-p.col) // two spans never share a place
			}
			places = append(places, p)
			if p.until > int32(r)+1 {
				fresh = append(fresh, p)
			}
			col += p.cols
		}
		active = mergePlaces(active, fresh)
	}
	return places, boundLine
}

// mergePlaces merges two lists that are sorted by column.
func mergePlaces(a, b []place) []place {
	if len(b) == 0 {
		return a
	}
	a = append(a, b...)
	slices.SortStableFunc(a, func(x, y place) int { return int(x.col - y.col) })
	return a
}

// columnsOf returns the columns in which a cell starts, sorted.
func columnsOf(places []place) []int32 {
	var columns []int32
	seen := map[int32]bool{}
	for _, p := range places {
		if !seen[p.col] {
			seen[p.col] = true
			columns = append(columns, p.col)
		}
	}
	slices.Sort(columns)
	return columns
}
