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
