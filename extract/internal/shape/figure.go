// Words that read as figures, and texts that begin or end inside a sentence.

package shape

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numeric reports whether a word reads as a figure or stands for one.
func Numeric(s string) bool {
	digits, others := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			others++
		}
	}
	if digits > 0 {
		return others <= digits/2
	}
	switch s {
	case "-", "–", "—", "−", "..", "...", "n.a.", "na", "n/a", "N/A", "NA", "†", "‡", "*", "x", "X", "+", "$", "€", "%", "ns", "nd", "(*)", "–-", "--", ":":
		return true
	}
	return false
}

// OpensInside reports whether text begins as the inside of a sentence: with a small
// letter, or with a closing sign.
func OpensInside(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsLower(r) { // a lone small letter is a list's marker or a note's sign
		next, _ := utf8.DecodeRuneInString(s[n:])
		return next != ')' && next != '.' && next != ' ' || r == 'a' || r == 'à' || r == 'y'
	}
	return r == ')' || r == ',' || r == ';'
}

// Unfinished reports whether text ends as something that must go on.
func Unfinished(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '-', '‐', ',', '/', '&', '(', '–':
		return utf8.RuneCountInString(s) > 1
	}
	depth := 0
	for _, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	if depth > 0 {
		return true
	}
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' || i == 0 {
			switch strings.ToLower(s[i:]) {
			case " of", " the", " and", " or", " in", " for", " to", " with", " de", " du", " des", " la", " le", " les", " et", " ou", " à", " d’", " d'", " en", " par", " sur", " aux", " au", " by", " than", " from":
				return true
			}
			break
		}
	}
	return false
}

// Rank reads a number with a period or a bracket after it, as ranks have.
func Rank(s string) (n int, ok bool) {
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9' && n < 1000:
			n = 10*n + int(r-'0')
		case i > 0 && i == len(s)-1 && (r == '.' || r == ')'):
			return n, true
		default:
			return 0, false
		}
	}
	return 0, false
}

// Year reports whether a figure can be a year, which heads columns.
func Year(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20" || s[:2] == "18") && s[2] >= '0' && s[2] <= '9' && s[3] >= '0' && s[3] <= '9'
}
