// This file turns the grids of a page into tables of the document.

package pdf

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/grid"
)

// table returns the Table of a grid, whose cells below a span are covered.
func (pg *textPage) table(t *grid.Table) *document.Table {
	out := &document.Table{Frame: document.Frame{At: pg.pos(box(t.Box))}, Method: t.Method, Rows: make([]document.Row, t.Rows)}
	for r := range out.Rows {
		row := &out.Rows[r]
		row.Header = r < t.Header
		row.Cells = make([]document.Cell, t.Cols)
		if r < len(t.RowBoxes) {
			row.At = pg.pos(box(t.RowBoxes[r]))
		}
	}
	for k := range t.Cells {
		c := &t.Cells[k]
		cell := &out.Rows[c.Row].Cells[c.Col]
		covered := cell.Covered()
		words := pg.readingOrder(c.Words)
		*cell = document.NewCell(pg.pos(box(c.Box)), pg.runs(words, false, pg.cutWords(c, words))...)
		if covered {
			cell.SetCovered(true)
		}
		if c.RowSpan > 1 || c.ColSpan > 1 {
			cell.SetSpan(document.Span{Rows: uint16(c.RowSpan), Cols: uint16(c.ColSpan)})
			for r := c.Row; r < c.Row+c.RowSpan && r < t.Rows; r++ {
				for col := c.Col; col < c.Col+c.ColSpan && col < t.Cols; col++ {
					if r != c.Row || col != c.Col {
						out.Rows[r].Cells[col].SetCovered(true)
					}
				}
			}
		}
	}
	return out
}
