// The footnote pass removes the marks of footnotes from figures and names.

package normalize

import (
	"fmt"

	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

var footnotePass = pass{
	name: "footnote",
	doc:  "take the marks of footnotes off figures and names",
	run:  runFootnote,
}

// runFootnote removes what binding found to be the mark of a footnote. The printed
// text stays in Cell.Src.
func runFootnote(t *bind.Table) []records.Finding {
	known := records.Finding{Code: records.CodeFootnote, Why: "marks of footnotes taken off: %q is %q, and a note begins with %q"}
	unknown := records.Finding{Code: records.CodeFootnoteUnexplained, Level: records.Doubt, Why: "marks of footnotes taken off: %q is %q, but no note begins with %q"}
	for i := range t.Footnotes {
		n := &t.Footnotes[i]
		f := &known
		if !n.Explained {
			f = &unknown
		}
		if len(f.Edits) == 0 {
			r := t.Record(n.Record)
			f.Record, f.At = n.Record, r.At
			f.Why = fmt.Sprintf(f.Why, r.Text(n.Col), n.Text, n.Mark)
		}
		f.Edits = t.AppendEdit(f.Edits, records.Edit{Record: int32(n.Record), Col: int32(n.Col), Text: n.Text})
	}
	return withEdits(known, unknown)
}
