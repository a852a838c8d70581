// The check of headings: tables whose columns have names that say nothing.

package normalize

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// maxUnnamed is the largest number of columns of a list that may be called "number" and
	// the like. More are those of a table whose headings were not found.
	maxUnnamed = 2
	// minNameless is the least number of columns of a table that are called "column_2" and the like
	// (of name and one more, the other is plain from what it holds).
	minNameless = 2
)

// checkHeadings doubts tables in which no row of headings was found: a first row that is
// none reads like a record, and nobody can tell what "column_3" holds.
func checkHeadings(res *checked) []records.Finding {
	return eachTable(res, records.CodeNoHeadings, func(t *bind.Table, rp *reporter) {
		var unnamed []string
		alike := map[string]int{}
		most := 0
		for i := range t.Columns {
			c := &t.Columns[i]
			if c.Printed < 0 || c.Dropped {
				continue
			}
			if c.Title != "" {
				return
			}
			switch base, _, _ := strings.Cut(c.Name, "_"); base {
			case "column":
				unnamed = append(unnamed, c.Name)
			case "number", "percent", "amount":
				alike[base]++
				most = max(most, alike[base])
			}
		}
		if len(unnamed) < minNameless && most <= maxUnnamed {
			return
		}
		rp.found = append(rp.found, records.Finding{
			Code: rp.code, Level: records.Doubt, Table: t.ID, At: t.At,
			Why: fmt.Sprintf("no row of headings was found over %s: what do these columns hold, and is the first row a record?", columnNames(t, unnamed)),
		})
	})
}

// columnNames names the columns, or all of t where there are none.
func columnNames(t *bind.Table, names []string) string {
	if len(names) == 0 {
		for _, j := range t.PrintedColumns() {
			names = append(names, t.Columns[j].Name)
		}
	}
	return strings.Join(names, ", ")
}
