// This file has the check of records that are named alike, with nothing that says of
// which group each is.

package normalize

import (
	"fmt"

	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// minAlikeNames is the least number of names that several records have.
	minAlikeNames = 2
	// maxAlikeRows bounds the tables that are looked at.
	maxAlikeRows = 2000
)

// checkAlike reports tables of one column of names and columns of figures in which the
// same names come again and again: what they are parts of was lost.
func checkAlike(res *checked) (found []records.Finding) {
	for _, t := range res.tables {
		subject := t.Subject()
		if subject < 0 || len(t.Rows) > maxAlikeRows || !onlyFiguresBeside(t, subject) {
			continue
		}
		count, again, rows := map[string]int{}, 0, 0
		var first *records.Record
		for _, r := range t.Rows {
			name := r.Text(subject)
			if r.Role != records.Data || name == "" {
				continue
			}
			rows++
			if count[name]++; count[name] == 2 {
				if again++; first == nil {
					first = r
				}
			}
		}
		if again >= minAlikeNames && 3*(rows-len(count)) >= rows {
			found = append(found, records.Finding{
				Code: records.CodeNamesAlike, Level: records.Doubt, Table: t.ID, Record: first.ID, At: first.At,
				Why: fmt.Sprintf("%d names, like %q, are those of several records, and no column says what these are parts of", again, beginning(first.Text(subject))),
			})
		}
	}
	return found
}

// onlyFiguresBeside reports whether a table has figures in all printed columns but one.
func onlyFiguresBeside(t *bind.Table, subject int) bool {
	figures := 0
	for j := range t.Columns {
		switch c := &t.Columns[j]; {
		case c.Dropped || c.Derived || j == subject:
		case c.Type == records.Number || c.Type == records.Money:
			figures++
		default:
			return false
		}
	}
	return figures > 0
}
