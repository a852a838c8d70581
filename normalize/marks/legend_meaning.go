// This file finds the meaning that a legend gives its marks.

package marks

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// maxFootnote is the largest number of words of a footnote that explains a mark by
// itself.
const maxFootnote = 25

// legendMeaning returns the meaning that a line gives its mark. ok is false for a line
// that explains nothing.
func legendMeaning(line string) (meaning string, ok bool) {
	folded := fold.Words(line)
	footnote := SignAt(strings.TrimLeft(line, " (\"«[")) != "" && folded != "" && len(strings.Fields(folded)) <= maxFootnote && !endsInStar(line)
	if !footnote && !lexicon.OpensLegend(folded) && !equatesSign(line) && !lexicon.ExplainsMark(folded) {
		return "", false
	}
	if meaning = lexicon.MarkMeaning(folded); meaning != "" {
		return meaning, true
	}
	return "", footnote // "* femmes" explains the star, with a meaning that has no name
}

// endsInStar reports whether a line is a bullet with a mark and no footnote:
// "* Rennes *".
func endsInStar(line string) bool { return strings.HasSuffix(strings.TrimRight(line, " "), "*") }

// equatesSign reports whether a line sets a sign equal to its meaning: "★ = nouvelle".
func equatesSign(line string) bool {
	for i := range line {
		if sign := SignAt(line[i:]); sign != "" {
			rest := strings.TrimLeft(line[i+len(sign):], " \u00a0)\"»")
			if strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, ":") && len(rest) > 2 {
				return true
			}
		}
	}
	return false
}
