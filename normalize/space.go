// The space pass: typography that conversion broke.

package normalize

import (
	"fmt"

	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

var spacePass = pass{
	name: "space",
	doc:  `mend typography: "8 ^e" is "8e", one plain blank between words, none before "," and ")"`,
	run:  runSpace,
}

func runSpace(t *bind.Table) []records.Finding {
	ordinals := records.Finding{Code: "ordinal", Why: "raised letters that conversion set apart: %s"}
	blanks := records.Finding{Code: "blank", Why: "blanks, line breaks or signs that only layout made: %s"}
	for _, r := range t.Rows {
		for j := range r.Cells {
			s := r.Cells[j].Text
			w := forms.Untidy(s)
			if w&forms.Untidiness == 0 {
				continue
			}
			tidied, ordinal := w.Tidy(s)
			if tidied == s {
				continue
			}
			f := &blanks
			if ordinal {
				f = &ordinals
			}
			if len(f.Edits) == 0 {
				f.Record, f.At = r.ID, r.At
				f.Why = fmt.Sprintf(f.Why, fmt.Sprintf("%q for %q", tidied, s))
			}
			f.Edits = t.AppendEdit(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(j), Text: tidied})
		}
	}
	return withEdits(ordinals, blanks)
}

// withEdits returns the findings that hold an edit.
func withEdits(found ...records.Finding) []records.Finding {
	var out []records.Finding
	for _, f := range found {
		if len(f.Edits) > 0 {
			out = append(out, f)
		}
	}
	return out
}
