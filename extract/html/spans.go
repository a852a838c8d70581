// Spans: cells that reach over rows and columns become a grid in which every
// place is a cell, a covered place, or nothing.

package html

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
)

// Bounds of the expanded grid. A table of people covers a few places for each
// cell (a title row over ten columns); one that covers sixteen times its cells
// was made to fill the memory, and so was one of a million cells that covers
// more than four times as many.
const (
	coveredPerCell = 16
	minCovered     = 10_000
	maxCovered     = 4_000_000 // places, if they are more than coveredOfMany a cell
	coveredOfMany  = 4
)

// A place is where a cell stands in the grid as the tags say.
type place struct {
	col, cols int32
	until     int32 // the row after its last one
}

// expandSpans puts the cells of t, which has only those that its tags name,
// into a grid: a place that a cell of the same row or of a row above reaches
// into becomes a Covered cell. A column exists where some cell starts, so a
// span of 100 in a table of four columns covers four. groups holds for each row
// group the number of rows up to its end: no span crosses it. Rows without
// cells are dropped. It returns the line from which spans are taken as 1
// because the grid would grow out of proportion, 0 if there is none.
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
	// For each of the two passes:
	budget := min(minCovered+coveredPerCell*cells, max(maxCovered, coveredOfMany*cells))
	places, boundLine := placeCells(rows, groups, cells, budget)
	columns := columnsOf(places)

	kept := make([]int32, len(rows)+1) // rows with cells before each row
	for i := range rows {
		kept[i+1] = kept[i]
		if len(rows[i].Cells) > 0 {
			kept[i+1]++
		}
	}
	var active []place // columns already counted by columns
	var line []document.Cell
	out := rows[:0]
	n := 0
	for r := range rows { // budget pays for the covered places of the row before
		active = slices.DeleteFunc(active, func(p place) bool { return p.until <= int32(r) })
		own := rows[r].Cells
		if len(own) == 0 {
			continue
		}
		if budget -= len(line); budget < 0 {
			if active = nil; boundLine == 0 {
				boundLine = max(rows[r].At.Line, 1)
			}
		}
		line = line[:0]
		covered := document.Cell{More: document.CoveredPlace}
		a := 0
		fillTo := func(col int32) { // what active spans cover before col
			for a < len(active) && active[a].col < col {
				for int32(len(line)) < active[a].col {
					line = append(line, document.Cell{})
				}
				for int32(len(line)) < active[a].col+active[a].cols {
					line = append(line, covered)
				}
				a++
			}
		}
		var fresh []place
		for i := range own {
			p := places[n]
			n++
			first, _ := slices.BinarySearch(columns, p.col)
			end, _ := slices.BinarySearch(columns, p.col+p.cols)
			p.col, p.cols = int32(first), int32(end-first)
			if budget < 0 {
				p.cols, p.until = 1, int32(r)+1
			}
			fillTo(p.col)
			c := own[i]
			span := document.Span{Rows: uint16(min(kept[p.until]-kept[r], maxRowspan)), Cols: uint16(p.cols)}
			if span.Rows <= 1 {
				span.Rows = 0
			}
			if span.Cols <= 1 {
				span.Cols = 0
			}
			if span != c.Span() {
				c.SetSpan(span)
			}
			line = append(line, c)
			for k := int32(1); k < p.cols; k++ {
				line = append(line, covered)
			}
			if p.until > int32(r)+1 {
				fresh = append(fresh, p)
			}
		}
		fillTo(int32(len(columns)))
		active = mergePlaces(active, fresh)
		row := rows[r]
		row.Cells = slab.Keep(store, line)
		out = append(out, row)
	}
	t.Rows = out
	return boundLine
}

// placeCells finds the column of each cell, in order, as browsers do: the next
// place that no span covers.
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
			// The spans from above end here: the rows below have their own cells only.
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
