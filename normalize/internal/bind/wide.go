// Wide tables: a table that is printed in two, one below the other, each with some of the
// columns and all of the rows.

package bind

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// minWideRows is the least number of rows, with the headings, that two parts of a
	// wide table name alike.
	minWideRows = 4
	// maxWideRows bounds them.
	maxWideRows = 10_000
)

// joinWide joins each fragment with those after it that print other columns of the same
// rows, and returns what is left and findings about what it joined.
func joinWide(frags []*fragment) ([]*fragment, []records.Finding) {
	var found []records.Finding
	out := frags[:0]
	for _, f := range frags {
		if n := len(out); n > 0 && moreColumns(out[n-1], f) {
			widen(out[n-1], f)
			found = append(found, records.Finding{Code: records.CodeContinued, Level: records.Noted, At: f.at, Why: "the table names the same rows as the one before it: it prints more of their columns"})
			continue
		}
		out = append(out, f)
	}
	clear(frags[len(out):])
	return out, found
}

// moreColumns reports whether b prints other columns of the rows of a: both have as many
// rows, whose first cells print the same words, and no other heading is in both.
func moreColumns(a, b *fragment) bool {
	n := len(a.rows)
	if n != len(b.rows) || n < minWideRows || n > maxWideRows || a.narrowed || b.narrowed || a.header != b.header || a.header == 0 || a.titles == nil || b.titles == nil ||
		a.list > 0 || b.list > 0 || a.part != b.part || b.continues || a.width+b.width > MaxColumns {
		return false
	}
	for _, t := range b.titles[1:] {
		if t == "" || slices.ContainsFunc(a.titles, func(o string) bool { return fold.Words(o) == fold.Words(t) }) {
			return false
		}
	}
	seen := map[string]bool{}
	for i := a.header; i < n; i++ {
		s := cellText(&a.rows[i], 0)
		if !IsWords(s) || s != cellText(&b.rows[i], 0) || seen[s] || len(b.rows[i].Cells) < 2 {
			return false
		}
		seen[s] = true
	}
	return fold.Words(a.titles[0]) == fold.Words(b.titles[0])
}

// widen appends the columns of b but the first to a.
func widen(a, b *fragment) {
	join := func(rows, more []document.Row) []document.Row {
		out := make([]document.Row, len(rows))
		for i := range rows {
			r := rows[i]
			r.Cells = make([]document.Cell, a.width, a.width+b.width)
			copy(r.Cells, rows[i].Cells)
			r.Cells = append(r.Cells, more[i].Cells[min(1, len(more[i].Cells)):]...)
			out[i] = r
		}
		return out
	}
	rows, printed := join(a.rows, b.rows), join(a.printed, b.printed)
	for at, note := range b.notes {
		if at[1] > 0 {
			if a.notes == nil {
				a.notes = map[[2]int]cutNote{}
			}
			a.notes[[2]int{at[0], at[1] + a.width - 1}] = note
		}
	}
	a.rows, a.printed = rows, printed
	a.titles = append(slices.Clone(a.titles), b.titles[1:]...)
	a.asPrinted = append(slices.Clone(a.asPrinted), b.asPrinted[min(1, len(b.asPrinted)):]...)
	a.width += b.width - 1
	a.title = a.headAbove
}
