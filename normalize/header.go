// The header pass finds headings printed again among the rows.

package normalize

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

var headerPass = pass{
	name: "header",
	doc:  "drop headings that are printed again inside the table",
	run:  runHeader,
}

func runHeader(t *bind.Table) []records.Finding {
	titles := make([]string, len(t.Columns))
	named := 0
	for j := range t.Columns {
		if titles[j] = fold.Words(t.Columns[j].Title); titles[j] != "" {
			named++
		}
	}
	if named == 0 {
		return nil
	}
	f := records.Finding{Code: records.CodeRepeatedHeader, Why: "the row prints the headings of the columns again"}
	g := records.Finding{Code: records.CodeRepeatedHeader, Why: "the row prints the headings in another order; the cells below it were put under their headings"}
	columns := t.PrintedColumns()
	var order []int // of the headings last printed, nil if it is that of the columns
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		if o := newOrder(t, r, columns); o != nil {
			order = o
			g.Edits = t.AppendEdit(g.Edits, records.Edit{Op: records.SetRole, Role: records.Head, Record: int32(r.ID)})
			if g.Record == 0 {
				g.Record = r.ID
			}
			continue
		}
		if repeatsHeader(t, r, titles) || len(t.Cuts) > 0 && isCut(t.Cuts, r.ID) && endsHeader(r, titles) {
			f.Edits = t.AppendEdit(f.Edits, records.Edit{Op: records.SetRole, Role: records.Head, Record: int32(r.ID)})
			if f.Record == 0 {
				f.Record = r.ID
			}
			order = nil
		} else if order != nil {
			g.Edits = reorder(t, g.Edits, r, columns, order)
		}
	}
	return withEdits(f, g)
}

// endsHeader reports whether r, the first row after a page, is the last line of
// the headings printed again: each printed cell is the end of the heading of its
// column, two words of it or more, and half of the columns print nothing.
func endsHeader(r *records.Record, titles []string) bool {
	same := 0
	for j := range titles {
		s := r.Text(j)
		if s == "" {
			continue
		}
		f := fold.Words(s)
		if len(f) >= len(titles[j]) || !strings.Contains(f, " ") || !strings.HasSuffix(titles[j], " "+f) {
			return false
		}
		same++
	}
	return same > 0 && 2*same <= len(titles)
}

// repeatsHeader reports whether every printed cell of r is the heading of its
// column, and at least half of the headings are there.
func repeatsHeader(t *bind.Table, r *records.Record, titles []string) bool {
	same, all := 0, 0
	for j := range titles {
		s := r.Text(j)
		if titles[j] != "" {
			all++
		}
		if s == "" || t.Columns[j].Derived { // a name that repeats the commune
			continue
		}
		if titles[j] == "" || len(s) > 2*len(t.Columns[j].Title)+8 || s[0] < 0x80 && marks.IsWordByte(s[0]) && s[0]|0x20 != titles[j][0]|0x20 {
			return false // cheap: most rows end here
		}
		if s != t.Columns[j].Title && fold.Words(s) != titles[j] {
			return false
		}
		same++
	}
	return same > 0 && 2*same >= all
}
