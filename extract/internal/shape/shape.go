// Package shape finds what the text of a cell looks like: a number, a date, the middle
// of a sentence. That separates columns with a single blank between them.
package shape

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/source"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// A Kind is the look of a cell.
type Kind uint8

// The kinds of cells.
const (
	Blank Kind = iota
	Text
	Number // 1 086 255, 12,5, 64 %, 290 638 €
	Postal // exactly five digits, no blanks
	Date   // 11/07/2021
	Mark   // X, x, *, ✓ alone
	Kinds
)

// Of returns the look of s.
func Of(s string) Kind {
	switch {
	case s == "":
		return Blank
	case len(s) > 40: // bytes; numbers and dates are shorter
		return Text
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
			return Mark
		}
		if unit := strings.TrimRightFunc(strings.TrimRight(s, "MKk€"), source.IsBlank); unit != s && Of(unit) == Number {
			return Number
		}
		return Text
	case slashes == 2 && blanks == 0 && digits >= 4 && digits <= 8:
		return Date
	case digits == 5 && len(s) == 5:
		return Postal
	case slashes > 1 || !grouped(s):
		return Text
	}
	return Number
}

// grouped reports whether blanks inside s group a number by thousands: "1 086 255".
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

// FirstWord returns the first word of s that holds a letter or a figure, after
// marks like "* ".
func FirstWord(s string) string {
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

// LastWord returns the last word of s.
func LastWord(s string) string {
	return s[strings.LastIndexFunc(s, source.IsBlank)+1:]
}

// OpensLow reports whether s begins as no new entry does: with a small letter,
// a closing sign or a parenthesis.
func OpensLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if unicode.IsLower(r) {
		return true
	}
	return strings.ContainsRune("(),;:.!?»&/€%", r)
}

// danglers are words that do not end an entry.
var danglers = map[string]bool{
	"de": true, "du": true, "des": true, "d'": true, "d’": true, "la": true, "le": true, "les": true, "l'": true, "l’": true,
	"et": true, "ou": true, "en": true, "sur": true, "sous": true, "aux": true, "au": true, "à": true, "lès": true, "lez": true,
	"par": true, "pour": true, "avec": true, "dans": true, "entre": true, "chez": true, "-": true, "–": true, "—": true, "&": true, "/": true,
	"of": true, "the": true, "and": true, "for": true, "to": true, "in": true, "with": true, "by": true,
}

// Dangles reports whether s cannot end there: it ends with a hyphen, a comma, a
// little word, or inside a parenthesis.
func Dangles(s string) bool {
	if s == "" {
		return false
	}
	if c := s[len(s)-1]; c == '-' || c == ',' || c == '\'' || c == '(' || strings.HasSuffix(s, "’") {
		return true
	}
	if danglers[strings.ToLower(LastWord(s))] {
		return true
	}
	return strings.LastIndexByte(s, '(') > strings.LastIndexByte(s, ')')
}

// IsTotal reports whether s names a total. A line of a total is not cut into columns
// by single blanks, and is not part of the cell above.
func IsTotal(s string) bool {
	w := strings.ToLower(strings.TrimRight(FirstWord(s), ":"))
	return w == "total" || w == "totaux" || w == "sous-total" || w == "ensemble" || w == "subtotal" || w == "dont"
}

// JoinWrapped appends the next line of a cell or a paragraph to text: without a blank
// if the line broke at a hyphen inside a word or after an apostrophe, and without the
// hyphen if it only breaks the word.
func JoinWrapped(text, next string) string {
	if Glues(text) {
		if breaksWord(text, next) {
			text = text[:len(text)-1]
		}
		return text + next
	}
	return text + " " + next
}

// breaksWord reports whether the hyphen at the end of a line only breaks a word: small
// letters stand on both sides, and no compound is known that has it.
func breaksWord(text, next string) bool {
	if !strings.HasSuffix(text, "-") {
		return false
	}
	before := text[:len(text)-1]
	if i := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		if before[i] == '-' {
			return false // "rez-de-"
		}
		_, n := utf8.DecodeRuneInString(before[i:])
		before = before[i+n:]
	}
	after := next
	if i := strings.IndexFunc(next, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		after = next[:i]
		if next[i] == '\'' || strings.HasPrefix(next[i:], "’") {
			after += "'"
		}
	}
	last, n := utf8.DecodeLastRuneInString(before)
	first, m := utf8.DecodeRuneInString(after)
	return len(before) > n && len(after) > m && unicode.IsLower(last) && unicode.IsLower(first) &&
		!lexicon.CompoundStarts[strings.ToLower(before)] && !lexicon.CompoundEnds[after]
}

// Glues reports whether the line broke inside a word.
func Glues(text string) bool {
	if strings.HasSuffix(text, "'") || strings.HasSuffix(text, "’") {
		return true
	}
	if !strings.HasSuffix(text, "-") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:len(text)-1])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// EntryStart reports whether s begins like an entry: a capital, a figure, a mark.
func EntryStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("*(«\"“'+•", r)
}

// Squeeze makes every run of blanks one blank, and no copy where there is none.
func Squeeze(s string) string {
	gap := false
	for _, r := range s {
		b := source.IsBlank(r)
		if b && gap || r == '\t' || r == '\v' {
			return strings.Join(strings.FieldsFunc(s, source.IsBlank), " ")
		}
		gap = b
	}
	return s
}
