// Valued groups: rows that name those below them and print their sums: "Opened 420" above
// "By phone 210" and "By mail 210". They are records, and the section of the rows below.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/marks"
)

const (
	// minValued is the least number of such rows of a table.
	minValued = 2
	// maxValuedRows bounds the rows that are looked at.
	maxValuedRows = 2000
)

// A valuedRow is a row that prints a name and values.
type valuedRow struct {
	frag *fragment
	row  int
	name string
	bold bool
}

// findValued notes the rows that name and sum up those below them: the first one of the
// table, each bold above rows that are not, and either the names of the rows below come
// again below another, or these add up to it.
func (b *binder) findValued(frags []*fragment, width int) {
	if width < 2 {
		return
	}
	var rows []valuedRow
	for _, f := range frags {
		if len(f.groupRows) > 0 || f.list > 0 || len(f.rows) > maxValuedRows {
			return
		}
		for i := f.header; i < len(f.rows); i++ {
			r := &f.rows[i]
			if allBlank(r) || IsTotalRow(r) {
				continue
			}
			if len(r.Cells) == 0 || r.Lone() >= 0 || cellText(r, 0) == "" || r.Cells[0].Covered() {
				return
			}
			rows = append(rows, valuedRow{f, i, cellText(r, 0), isBold(&r.Cells[0])})
		}
	}
	heads := headsOf(rows)
	if heads < minValued || !namesComeAgain(rows) && !addsUp(rows) {
		return
	}
	for _, r := range rows {
		if r.bold {
			if r.frag.valued == nil {
				r.frag.valued = map[int]bool{}
			}
			r.frag.valued[r.row] = true
		}
	}
}

func isBold(c *document.Cell) bool {
	return !c.IsPlain() && marks.StyleOf(c.Runs()).Has(document.Bold)
}

// headsOf returns how many bold rows there are if each, the first of all, comes above
// one that is not; else 0.
func headsOf(rows []valuedRow) (heads int) {
	for i, r := range rows {
		if r.bold {
			heads++
		}
		if i == 0 && !r.bold || i > 0 && r.bold && rows[i-1].bold || i == len(rows)-1 && r.bold {
			return 0
		}
	}
	return heads
}

// namesComeAgain reports whether a plain row of one group is named like one of another.
func namesComeAgain(rows []valuedRow) bool {
	group, seen := 0, map[string]int{}
	for _, r := range rows {
		if r.bold {
			group++
			continue
		}
		name, _, _ := strings.Cut(r.name, " (")
		if g, ok := seen[name]; ok && g != group {
			return true
		}
		seen[name] = group
	}
	return false
}

// addsUp reports whether in some column the rows of each group make what its head prints.
func addsUp(rows []valuedRow) bool {
	for j := 1; ; j++ {
		fits, columns := true, false
		sum, want, parts := 0, 0, 0
		for i := 0; i <= len(rows) && fits; i++ {
			if i == len(rows) || rows[i].bold {
				fits = i == 0 || sum == want && parts > 1
				sum, parts = 0, 0
			}
			if i == len(rows) {
				break
			}
			r := &rows[i].frag.rows[rows[i].row]
			columns = columns || j < len(r.Cells)
			n, ok := leadingFigure(cellText(r, j))
			if !ok {
				fits = false
			}
			if rows[i].bold {
				want = n
			} else {
				sum, parts = sum+n, parts+1
			}
		}
		if fits {
			return true
		}
		if !columns && j > 1 || j > MaxColumns {
			return false
		}
	}
}

// leadingFigure returns the whole number that a text begins with: 333 of "333 (212)".
func leadingFigure(s string) (n int, ok bool) {
	for _, r := range strings.TrimSpace(s) {
		switch {
		case r >= '0' && r <= '9' && n < 1_000_000_000:
			n, ok = 10*n+int(r-'0'), true
		case ok && (r == ' ' || r == '\u00a0' || r == '\u202f' || r == ','):
		default:
			return n, ok
		}
	}
	return n, ok
}
