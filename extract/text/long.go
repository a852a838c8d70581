// Long tables: their columns are learnt from the first lines, and the others are
// cut at the same places, a row each.

package text

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/slab"
)

// sampleLines is how many lines of a long table are laid out to learn its columns.
const sampleLines = 300

// longTable returns the table that the lines of a chunk hold if each line of it is a
// row, and every text of every line stands in one column of the first lines; nil if
// not.
func (t *textPage) longTable(c *chunk) *charpage.Table {
	if c.hi-c.lo <= maxPageLines {
		return nil
	}
	sample := c.lo + sampleLines
	found := charpage.Tables(t.text, t.charLines(t.lines[c.lo:sample]), &grid.Before{})
	if len(found) != 1 || found[0].Hi != sampleLines || found[0].Lo > maxHeadLead || len(found[0].Others) > 0 || !rowALine(found[0].Table) {
		return nil
	}
	f := found[0]
	f.Lo += c.lo
	stubless := false // some row has no first cell
	for r := range f.Table.Rows {
		stubless = stubless || f.Table.Rows[r].Cells[0].IsBlank()
	}
	rows := make([]document.Row, len(f.Table.Rows), len(f.Table.Rows)+c.hi-sample)
	copy(rows, f.Table.Rows)
	cells := make([]document.Cell, f.Cols)
	var slab slab.Slab
	var segs []segment
	for i := sample; i < c.hi; i++ {
		segs = segments(t.text, t.lines[i], segs[:0])
		if !t.cutAt(segs, f.Borders, cells) || cells[0].IsBlank() && (!stubless || len(segs) < 2) {
			return nil
		}
		start := slab.StartRow()
		for k := range cells {
			start = slab.AddCell(start, cells[k])
			if k == 0 && len(segs) == 1 {
				break // the name of a group
			}
		}
		rows = append(rows, document.Row{At: t.at(t.lines[i]), Cells: slab.EndRow(start)})
	}
	f.Table.Rows, f.Hi = rows, c.hi
	return &f
}

// rowALine reports whether every row of a table below its first stands on the line
// after that of the row before.
func rowALine(tab *document.Table) bool {
	for r := 2; r < len(tab.Rows); r++ {
		if tab.Rows[r].At.Line != tab.Rows[r-1].At.Line+1 {
			return false
		}
	}
	return len(tab.Rows) > 2
}

// cutAt puts each segment into the cell of its column; it reports false if one
// reaches over a border, or two stand in one column.
func (t *textPage) cutAt(segs []segment, borders []int, cells []document.Cell) bool {
	clear(cells)
	col, filled := 0, -1
	for _, s := range segs {
		for col < len(borders) && s.c0 >= borders[col] {
			col++
		}
		if col == filled || col < len(borders) && s.c1 > borders[col] {
			return false
		}
		cells[col], filled = document.Cell{Printed: t.text[s.b0:s.b1]}, col
	}
	return true
}
