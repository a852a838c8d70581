// Shapes of values: a column of dates or numbers can claim a value that is not
// aligned with it.

package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/source"
)

// A shape is the look of a cell.
type shape uint8

const (
	blankShape shape = iota
	textShape
	numberShape // 1 086 255, 12,5, 64 %, 290 638 €
	postalShape // exactly five digits, no blanks
	dateShape   // 11/07/2021
	markShape   // X, x, *, ✓ alone
	shapes
)

// shapeOf returns the look of s.
func shapeOf(s string) shape {
	switch {
	case s == "":
		return blankShape
	case len(s) > 40: // bytes; no number or date is so long
		return textShape
	}
	digits, others, slashes, blanks := 0, 0, 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '/' || r == '.' && digits > 0 || r == '-' && digits > 0:
			slashes++
		case source.IsBlank(r):
			blanks++
		case strings.ContainsRune(",+-%€$", r):
		default:
			others++
		}
	}
	switch {
	case others > 0 || digits == 0:
		switch s {
		case "X", "x", "*", "✓", "✔", "●", "•", "☒", "☑":
			return markShape
		}
		if unit := strings.TrimRightFunc(strings.TrimRight(s, "MKk€"), source.IsBlank); unit != s && shapeOf(unit) == numberShape {
			return numberShape
		}
		return textShape
	case slashes == 2 && blanks == 0 && digits >= 4 && digits <= 8:
		return dateShape
	case digits == 5 && len(s) == 5:
		return postalShape
	case slashes > 1 || !grouped(s):
		return textShape
	}
	return numberShape
}

// grouped reports whether blanks inside s part a number into thousands: "1 086 255".
func grouped(s string) bool {
	parts := strings.FieldsFunc(s, source.IsBlank)
	for i, p := range parts {
		n := 0
		for n < len(p) && p[n] >= '0' && p[n] <= '9' {
			n++
		}
		switch {
		case n == 0 && i < len(parts)-1 && i > 0:
			return false
		case n == 0: // a sign before or a unit after
		case i > 0 && n != 3 && parts[i-1] != "+" && parts[i-1] != "-":
			return false
		case i < len(parts)-1 && n > 3:
			return false
		}
	}
	return true
}

// firstWord returns the first word of s that holds a letter or a figure, after
// marks like "* ".
func firstWord(s string) string {
	for s != "" {
		i := strings.IndexFunc(s, source.IsBlank)
		w := s
		if i >= 0 {
			w, s = s[:i], strings.TrimLeftFunc(s[i:], source.IsBlank)
		} else {
			s = ""
		}
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			return w
		}
	}
	return ""
}

// lastWord returns the last word of s.
func lastWord(s string) string {
	return s[strings.LastIndexFunc(s, source.IsBlank)+1:]
}

// opensLow reports whether s begins as no new entry would: with a small
// letter, a closing sign, or a parenthesis.
func opensLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if unicode.IsLower(r) {
		return true
	}
	return strings.ContainsRune("(),;:.!?»&/€%", r)
}

// opensDash reports whether s begins with a dash that parts words: inside a
// table that is the rest of a name, not a bullet.
func opensDash(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "– ")
}

// danglers are words that no line of a finished entry ends with.
var danglers = map[string]bool{
	"de": true, "du": true, "des": true, "d'": true, "d’": true, "la": true, "le": true, "les": true, "l'": true, "l’": true,
	"et": true, "ou": true, "en": true, "sur": true, "sous": true, "aux": true, "au": true, "à": true, "lès": true, "lez": true,
	"par": true, "pour": true, "avec": true, "dans": true, "entre": true, "chez": true, "-": true, "–": true, "—": true, "&": true, "/": true,
	"of": true, "the": true, "and": true, "for": true, "to": true, "in": true, "with": true, "by": true,
}

// dangles reports whether s cannot end there: it ends with a hyphen, a comma, a
// little word, or inside a parenthesis.
func dangles(s string) bool {
	if s == "" {
		return false
	}
	if c := s[len(s)-1]; c == '-' || c == ',' || c == '\'' || c == '(' || strings.HasSuffix(s, "’") {
		return true
	}
	if danglers[strings.ToLower(lastWord(s))] {
		return true
	}
	return strings.LastIndexByte(s, '(') > strings.LastIndexByte(s, ')')
}

// isTotal reports whether s names a total: no such line is cut into columns
// by single blanks, and none is part of the cell above.
func isTotal(s string) bool {
	w := strings.ToLower(strings.TrimRight(firstWord(s), ":"))
	return w == "total" || w == "totaux" || w == "sous-total" || w == "ensemble" || w == "subtotal" || w == "dont"
}

// joinWrapped puts the next line of a cell or a paragraph behind text: without
// a blank where the line broke after a hyphen inside a word or an apostrophe.
func joinWrapped(text, next string) string {
	if glues(text) {
		return text + next
	}
	return text + " " + next
}

// glues reports whether the line broke inside a word.
func glues(text string) bool {
	if strings.HasSuffix(text, "'") || strings.HasSuffix(text, "’") {
		return true
	}
	if !strings.HasSuffix(text, "-") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:len(text)-1])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
