// This file reads the signs and words beside names that a profile adds.

package marks

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
)

// An Affix is a sign or a word beside names that a profile adds to those known here.
type Affix struct {
	Kind Kind
	Text string // a word is folded
}

// Cut removes the affix from s. ok is false if s does not have it or is nothing else.
func (a *Affix) Cut(s string) (rest string, ok bool) {
	s = strings.TrimSpace(s)
	if a.Kind == SignMark {
		if rest, ok = strings.CutSuffix(s, a.Text); !ok {
			rest, ok = strings.CutPrefix(s, a.Text)
		}
		rest = strings.TrimSpace(rest)
		return rest, ok && rest != ""
	}
	// A word is in brackets, after a dash, or the first or last one.
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

// maxMarked is the largest length of a text that may carry a word of a profile, in
// bytes: a name, not a paragraph.
const maxMarked = 400

// IsWordRune reports whether c is a letter or a figure.
func IsWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// countAffixes counts the profile's marks of one row.
func (c *Counter) countAffixes(cells []*document.Cell) {
	for _, cell := range cells {
		if cell == nil || cell.IsBlank() {
			continue
		}
		text, cut := cell.Text(), false
		for i := range c.Affixes {
			if rest, ok := c.Affixes[i].Cut(text); ok {
				c.count(c.Affixes[i].Kind, c.Affixes[i].Text, 0)
				text, cut = rest, true
			}
		}
		if _, sign := CutSign(text); cut && sign != "" {
			c.count(SignMark, sign, 0) // it was hidden by the profile's
		}
	}
}
