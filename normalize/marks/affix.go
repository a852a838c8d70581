// Signs and words beside names that only a profile knows.

package marks

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
)

// An Affix is a sign or a word beside names that only the profile knows.
type Affix struct {
	Kind MarkKind
	Text string // of a word: folded
}

// Cut takes the affix off s. ok is false if s does not carry it or is nothing else.
func (a *Affix) Cut(s string) (rest string, ok bool) {
	s = strings.TrimSpace(s)
	if a.Kind == SignMark {
		if rest, ok = strings.CutSuffix(s, a.Text); !ok {
			rest, ok = strings.CutPrefix(s, a.Text)
		}
		rest = strings.TrimSpace(rest)
		return rest, ok && rest != ""
	}
	// A word stands in brackets or behind a dash, or is the last or first one.
	if len(s) > maxMarked {
		return s, false
	}
	folded := fold.Words(s)
	before := ' '
	for i, c := range s {
		switch {
		case i == 0:
		case !IsWordRune(before) && (IsWordRune(c) || c == '(' || c == '[') && strings.HasSuffix(folded, a.Text) && fold.Words(s[i:]) == a.Text:
			rest = strings.TrimRight(s[:i], " \u00a0([,:–—-")
			return rest, rest != ""
		case !IsWordRune(c) && strings.HasPrefix(folded, a.Text) && fold.Words(s[:i]) == a.Text:
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

func IsWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// own counts the profile's own marks of one row.
func (s *Sighter) own(cells []*document.Cell) {
	for _, c := range cells {
		if c == nil || c.IsBlank() {
			continue
		}
		text, cut := c.Text(), false
		for i := range s.Affixes {
			if rest, ok := s.Affixes[i].Cut(text); ok {
				s.count(s.Affixes[i].Kind, s.Affixes[i].Text, 0)
				text, cut = rest, true
			}
		}
		if _, sign := CutSign(text); cut && sign != "" {
			s.count(SignMark, sign, 0) // it stood behind ours
		}
	}
}

// AnyWord is the Sign of word marks by which a row says itself that it is new.
const AnyWord = "nouveau"
