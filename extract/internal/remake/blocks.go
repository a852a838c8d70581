// Blocks of one table: grids beside each other whose rows line up, of which only the
// first names the rows.

package remake

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// blockGap in em: blocks of one table stand no farther apart.
	blockGap = 4
	// minBlockRows is the least number of rows that line up.
	minBlockRows = 4
	// sameRow in points: borders of rows no farther apart line up.
	sameRow = 2
)

// unite makes one table of ruled ones beside each other, row by row.
func unite(p *layout.Page, tables []grid.Table) []grid.Table {
	slices.SortStableFunc(tables, func(a, b grid.Table) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
	for i := 0; i < len(tables); i++ {
		for k := i + 1; k < len(tables); k++ {
			if isBlockOf(p, &tables[i], &tables[k]) {
				tables[i] = withBlock(&tables[i], &tables[k])
				tables = slices.Delete(tables, k, k+1)
				k = i
			}
		}
	}
	return tables
}

// isBlockOf reports whether b holds more columns for the rows of a: it stands right of
// it, its rows but the headings end where those of a end, and its first column holds
// figures below its headings.
func isBlockOf(p *layout.Page, a, b *grid.Table) bool {
	if a.Method != b.Method || a.Method != "rules" || b.Box.X0 < a.Box.X1-1 || b.Box.X0-a.Box.X1 > blockGap*p.Em {
		return false
	}
	if abs(a.Box.Y0-b.Box.Y0) > sameRow || abs(a.Box.Y1-b.Box.Y1) > sameRow {
		return false
	}
	shared := 0
	for shared < min(a.Rows, b.Rows) && abs(a.RowBoxes[a.Rows-1-shared].Y0-b.RowBoxes[b.Rows-1-shared].Y0) <= sameRow {
		shared++
	}
	if shared < minBlockRows || shared+maxHeadRows < max(a.Rows, b.Rows) {
		return false
	}
	return figuresFirst(p, b) && !figuresFirst(p, a)
}

// maxHeadRows is the largest number of rows of headings, which need not line up.
const maxHeadRows = 3

// figuresFirst reports whether the first column of a table holds hardly anything but
// figures.
func figuresFirst(p *layout.Page, t *grid.Table) bool {
	figures, texts := 0, 0
	for k := range t.Cells {
		c := &t.Cells[k]
		switch {
		case c.Col > 0 || len(c.Words) == 0 || c.ColSpan > 1:
		case len(c.Words) == 1 && shape.Numeric(p.Words[c.Words[0]].Text):
			figures++
		default:
			texts++
		}
	}
	return figures >= minBlockRows && texts <= maxHeadRows
}

// withBlock returns a with the columns of b.
func withBlock(a, b *grid.Table) grid.Table {
	var ys []float32
	for _, t := range [2]*grid.Table{a, b} {
		for _, r := range t.RowBoxes {
			ys = append(ys, r.Y0)
		}
	}
	slices.Sort(ys)
	ys = slices.CompactFunc(ys, func(x, y float32) bool { return abs(y-x) <= sameRow })
	row := func(y float32) int {
		n := len(ys) - 1
		for n > 0 && ys[n] > y+sameRow {
			n--
		}
		return n
	}
	out := *a
	out.Box, out.Rows, out.Cols = layout.Union(a.Box, b.Box), len(ys), a.Cols+b.Cols
	out.Xs = append(slices.Clone(a.Xs), b.Xs[1:]...)
	out.Cells, out.RowBoxes, out.Header = nil, nil, 0
	for n, y := range ys {
		bottom := out.Box.Y1
		if n+1 < len(ys) {
			bottom = ys[n+1]
		}
		out.RowBoxes = append(out.RowBoxes, grid.Box{X0: out.Box.X0, Y0: y, X1: out.Box.X1, Y1: bottom})
	}
	for n, t := range [2]*grid.Table{a, b} {
		for _, c := range t.Cells {
			last := t.RowBoxes[min(c.Row+c.RowSpan, t.Rows)-1]
			end := len(ys)
			if last.Y1 < out.Box.Y1-sameRow {
				end = row(last.Y1)
			}
			if c.Row+c.RowSpan <= t.Header {
				out.Header = max(out.Header, end)
			}
			c.Row = row(t.RowBoxes[c.Row].Y0)
			c.RowSpan = max(end-c.Row, 1)
			c.Col += n * a.Cols
			out.Cells = append(out.Cells, c)
		}
	}
	slices.SortStableFunc(out.Cells, func(a, b grid.Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
	return out
}

func abs(x float32) float32 { return max(x, -x) }
