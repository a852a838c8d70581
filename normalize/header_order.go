// Headings printed again in another order, from which on the cells stand in that order.

package normalize

import (
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// minReordered is the least number of headings that a row prints in other columns than
// their own: one could be a value.
const minReordered = 2

// newOrder returns for each column the column whose heading r prints there, nil unless r
// prints the headings of all columns but the first in another order. The first may have
// another heading there: "Town" above towns, below "County" above counties.
func newOrder(t *bind.Table, r *records.Record, columns []int) []int {
	if len(columns) <= minReordered || columns[len(columns)-1] >= len(r.Cells) {
		return nil
	}
	taken := make([]bool, len(columns))
	var order []int // for columns[1:]
	moved := 0
	for k, j := range columns[1:] {
		to := headingAt(t, columns, r.Cells[j].Text)
		if to < 1 || taken[to] {
			return nil // most rows end here, at their second cell
		}
		if taken[to] = true; to != k+1 {
			moved++
		}
		if order == nil {
			order = make([]int, 0, len(columns)-1)
		}
		order = append(order, columns[to])
	}
	if moved < minReordered {
		return nil
	}
	return order
}

// headingAt returns which of the columns has the heading s, -1 if none has.
func headingAt(t *bind.Table, columns []int, s string) int {
	for k, j := range columns {
		if s != "" && t.Columns[j].Title == s {
			return k
		}
	}
	return -1
}

// reorder appends the edits that bring the cells of r into the order of the columns.
func reorder(t *bind.Table, edits []records.Edit, r *records.Record, columns, order []int) []records.Edit {
	for k, to := range order {
		if from := columns[k+1]; from != to && from < len(r.Cells) && to < len(r.Cells) {
			edits = t.AppendEdit(edits, records.Edit{Op: records.Move, Record: int32(r.ID), Col: int32(from), To: int16(to)})
		}
	}
	return edits
}
