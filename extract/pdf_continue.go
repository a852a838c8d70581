package extract

// This file finds tables that go on over a page break.

import "math"

const (
	// sameColumns in points: how far the borders of two parts of one table may lie apart.
	sameColumns = 6
	// pageEdge is the part of a page's height at its top and bottom in which
	// running lines may stand between the parts of a table.
	pageEdge = 0.12
)

// continueTables marks tables that go on from the one before: nothing stands
// between them but a page break and what is printed on every page, and their
// columns stand below each other.
func continueTables(doc *Document) {
	var last *Table
	heights := map[int32]float32{}
	for _, p := range doc.Pages {
		heights[int32(p.Number)] = p.Height
	}
	for _, b := range doc.Blocks {
		t, ok := b.(*Table)
		if !ok {
			h := heights[b.Pos().Page]
			if bx := b.Pos().Box; h > 0 && bx.Y0 > pageEdge*h && bx.Y1 < (1-pageEdge)*h {
				last = nil
			}
			continue
		}
		if last != nil && t.At.Page == last.At.Page+1 && sameGrid(last, t) {
			t.Continues = true
		}
		last = t
	}
}

// sameGrid reports whether two tables have the same number of columns and their
// outer borders stand below each other.
func sameGrid(a, b *Table) bool {
	if len(a.Rows) == 0 || len(b.Rows) == 0 || len(a.Rows[0].Cells) != len(b.Rows[0].Cells) {
		return false
	}
	near := func(x, y float32) bool { return math.Abs(float64(x-y)) <= sameColumns*2 }
	return near(a.At.Box.X0, b.At.Box.X0) && near(a.At.Box.X1, b.At.Box.X1)
}
