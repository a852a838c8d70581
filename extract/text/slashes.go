// Tables whose cells slashes separate, a row a paragraph, as pages flattened to text have
// them: "Chiffre d'affaires / 188,6 / 381,0 / 201,9".

package text

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// slash is what separates the cells; one without blanks stands inside dates and units.
	slash = " / "
	// minSlashed is how many rows show such a table, minSlashes how many slashes each has.
	minSlashed, minSlashes = 4, 2
)

// slashTable returns the table that begins with chunk i, whose lines print as many cells
// each with slashes between, and figures below the first row; and the chunk after it.
func (t *textPage) slashTable(cs []chunk, i int) (f *charpage.Table, next int) {
	slashes := 0
	if cs[i].lo < cs[i].hi {
		slashes = strings.Count(t.str(t.lines[cs[i].lo]), slash)
	}
	if slashes < minSlashes {
		return nil, i
	}
	tab := &document.Table{Frame: document.Frame{At: t.at(t.lines[cs[i].lo])}, Method: "slashes"}
	figures := 0
	for next = i; next < len(cs); next++ {
		c := &cs[next]
		if c.lo == c.hi || next > i && t.lines[c.lo].num-t.lines[cs[next-1].hi-1].num > maxChunkGap {
			break
		}
		var rows []document.Row
		for k := c.lo; k < c.hi; k++ {
			cells := strings.Split(t.str(t.lines[k]), slash)
			if len(cells) != slashes+1 {
				rows = nil
				break
			}
			row := document.Row{At: t.at(t.lines[k])}
			for _, cell := range cells {
				row.Cells = append(row.Cells, document.Cell{Printed: strings.TrimSpace(shape.Squeeze(cell))})
			}
			if last := row.Cells[slashes].Text(); strings.ContainsAny(last, "0123456789") {
				figures++
			}
			rows = append(rows, row)
		}
		if rows == nil {
			break
		}
		tab.Rows = append(tab.Rows, rows...)
	}
	if len(tab.Rows) < minSlashed || figures < len(tab.Rows)-1 {
		return nil, i
	}
	return &charpage.Table{Lo: cs[i].lo, Hi: cs[next-1].hi, Table: tab, Cols: slashes + 1}, next
}
