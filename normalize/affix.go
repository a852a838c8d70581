// Signs and words beside names that only a profile knows.

package normalize

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
)

// An affix is a sign or a word beside names that only the profile knows.
type affix struct {
	kind MarkKind
	text string // of a word: folded
}

// cut takes the affix off s. ok is false if s does not carry it or is nothing else.
func (a *affix) cut(s string) (rest string, ok bool) {
	s = strings.TrimSpace(s)
	if a.kind == SignMark {
		if rest, ok = strings.CutSuffix(s, a.text); !ok {
			rest, ok = strings.CutPrefix(s, a.text)
		}
		rest = strings.TrimSpace(rest)
		return rest, ok && rest != ""
	}
	// A word stands in brackets or behind a dash, or is the last or first one.
	if len(s) > maxMarked {
		return s, false
	}
	folded := fold(s)
	before := ' '
	for i, c := range s {
		switch {
		case i == 0:
		case !isWordRune(before) && (isWordRune(c) || c == '(' || c == '[') && strings.HasSuffix(folded, a.text) && fold(s[i:]) == a.text:
			rest = strings.TrimRight(s[:i], " \u00a0([,:–—-")
			return rest, rest != ""
		case !isWordRune(c) && strings.HasPrefix(folded, a.text) && fold(s[:i]) == a.text:
			rest = strings.TrimLeft(s[i:], " \u00a0)],:–—-")
			return rest, rest != ""
		}
		before = c
	}
	return s, false
}

// maxMarked is how long a text may be to carry a word of a profile, in bytes: a
// name, not a paragraph.
const maxMarked = 400

func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// own counts the profile's own marks of one row.
func (s *sighter) own(cells []*document.Cell) {
	for _, c := range cells {
		if c == nil || c.IsBlank() {
			continue
		}
		text, cut := c.Text(), false
		for i := range s.affixes {
			if rest, ok := s.affixes[i].cut(text); ok {
				s.count(s.affixes[i].kind, s.affixes[i].text, 0)
				text, cut = rest, true
			}
		}
		if _, sign := cutSign(text); cut && sign != "" {
			s.count(SignMark, sign, 0) // it stood behind ours
		}
	}
}

// anyWord is the Sign of word marks by which a row says itself that it is new.
const anyWord = "nouveau"
