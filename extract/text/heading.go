// Lines of running text that are headings.

package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/internal/forms"
)

func (t *textPage) hasHeading() bool {
	for _, b := range t.doc.Blocks[:min(len(t.doc.Blocks), 20)] {
		if _, ok := b.(*document.Heading); ok {
			return true
		}
	}
	return false
}

// isHeading reports whether the first of ls is a heading: short, without the end of a
// sentence, and alone in its chunk or above a line that is a sentence.
func (t *textPage) isHeading(ls []flowLine) bool {
	s := ls[0].text
	n := runeLen(s)
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case n > maxHeading || t.wrap > 0 && n > t.wrap && len(ls) == 1:
		return false
	case strings.ContainsRune(".,;!", rune(s[len(s)-1])) || !unicode.IsUpper(r) && !unicode.IsDigit(r):
		return false
	case describe.IsContactLine(s) || isDateLine(s):
		return false
	case strings.HasSuffix(s, ":") || isCapitals(s):
		return true
	case len(ls) == 1:
		return ls[0].indent < minCentred || n < minWrap
	}
	// Above a sentence, which is longer or ends like one.
	next := ls[1].text
	c := next[len(next)-1]
	return runeLen(next) > n && (c == '.' || c == ':' && runeLen(next) > minWrap || runeLen(next) > 2*minWrap) && !describe.IsContactLine(next)
}

// isCapitals reports whether all letters of s are capitals, and there are some.
func isCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
	}
	return letters > 3
}

// isDateLine reports whether s is a place and date line: short, with a date at its end.
func isDateLine(s string) bool {
	w := shape.LastWord(s)
	return len(w) == 4 && shape.Of(w) == shape.Number && len(s) <= describe.MaxTitleLine && len(forms.FindDates(s, 1)) > 0
}
