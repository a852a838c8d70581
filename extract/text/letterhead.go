// This file recognises the head and the foot of a letter, beside lines that are no table.

package text

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/internal/fold"
)

// letterhead reports whether a line belongs to the head or the foot of a letter: it names
// the kind of text, or has the place and the date at its end, or at its beginning in a
// signature ("Fait à Paris, le 3 mars 2023").
func (t *textPage) letterhead(segs []segment) bool {
	if len(segs) == 0 {
		return false // accents without a letter
	}
	first, last := segs[0], segs[len(segs)-1]
	if s := t.text[first.b0:first.b1]; len(s) <= describe.MaxTitleLine && strings.HasPrefix(fold.Text(s), "fait a ") && isDateLine(s) {
		return true
	}
	s := t.text[last.b0:last.b1]
	if len(s) > describe.MaxTitleLine {
		return false
	}
	switch strings.TrimSpace(fold.Text(s)) {
	case "communique de presse", "dossier de presse", "communique", "press release", "news release":
		return true
	}
	return strings.Contains(s, ", le ") && isDateLine(s)
}
