// The space pass mends typography that conversion broke.

package normalize

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
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
	ordinals := records.Finding{Code: records.CodeOrdinal, Why: "raised letters that conversion set apart: %s"}
	blanks := records.Finding{Code: records.CodeBlank, Why: "blanks, line breaks or signs that only layout made: %s"}
	breaks := t.Method == "tags" || t.Method == "pipes" // others break lines where the page ends
	for _, r := range t.Rows {
		for j := range r.Cells {
			s := r.Cells[j].Text
			w := forms.Untidy(s)
			if w&forms.Untidiness == 0 {
				continue
			}
			whole := s
			if breaks && r.Role == records.Data && strings.IndexByte(s, '\n') > 0 {
				if whole = partsOf(s); whole != s {
					w = forms.Untidy(whole)
				}
			}
			tidied, ordinal := w.Tidy(whole)
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

// partsOf joins the lines of a cell that its author broke, such as those of a list, by
// slashes: "Brest / Quimper". A line that begins with a small letter or a bracket, or
// follows an incomplete one, is not a separate part.
func partsOf(s string) string {
	lines := strings.Split(s, "\n")
	out := strings.TrimSpace(lines[0])
	for _, l := range lines[1:] {
		l = strings.TrimSpace(l)
		switch {
		case l == "":
		case out == "":
			out = l
		case fold.StartsLower(l) || l[0] == '(' || l[0] == '*' || openEnd(out) || openBracket(out) || strings.HasSuffix(out, ",") || !hasPartWord(l) || !hasPartWord(out):
			out = joinText(out, l)
		default:
			out += " / " + l
		}
	}
	return out
}

// hasPartWord reports whether a line has a word: a figure with its unit below it is
// one value.
func hasPartWord(s string) bool { return bind.IsWords(s) }

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
