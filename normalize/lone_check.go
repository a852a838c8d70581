// The check of lone names: records that print only their first cell in a table of figures.

package normalize

import (
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// minFullRows is the least number of rows with figures that make a row without any stand
// out.
const minFullRows = 3

// checkLone doubts a row that prints a name and nothing else where all other rows print
// figures, if a row follows it. It may be the first line of that row's name, the name of a
// group, or a record without figures; two rows or more like it are groups (section.go).
func checkLone(res *checked) []records.Finding {
	return eachTable(res, records.CodeLoneName, func(t *bind.Table, rp *reporter) {
		columns := t.PrintedColumns()
		if t.List > 0 || len(columns) <= minNameless {
			return
		}
		var lone *records.Record
		full, below := 0, 0
		for _, r := range t.Rows {
			if r.Role != records.Data {
				continue
			}
			switch first, only := bind.PrintedCells(r); {
			case first < 0:
			case !only && restAreFigures(t, r, first):
				full++
				below++
			case !only || first != columns[0] || lone != nil:
				return // not a table of names and figures
			default:
				lone, below = r, 0
			}
		}
		if lone != nil && full >= minFullRows && below > 0 {
			rp.doubt(lone, "%q is alone in its row, and all other rows have figures: does it belong to the name below it, or name a group?", beginning(lone.Text(columns[0])))
		}
	})
}
