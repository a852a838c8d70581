// Telephone numbers of any country, whose figures each prints in groups of its own.

package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How many figures a telephone number has, with and without the code of its country.
const (
	leastPhone = 7
	mostPhone  = 15 // E.164
)

// PhoneEnd returns the end of the figures from i that single blanks, dots, hyphens and
// brackets separate, if they may be a telephone number; else i.
func PhoneEnd(s string, i int) int {
	figures, end := 0, i
	for k := i; k < len(s) && figures <= mostPhone; {
		if isFigureAt(s, k) {
			figures, k = figures+1, k+1
			end = k
			continue
		}
		next := k
		for blank := false; next < len(s) && next-k < len(") ("); { // one sign, or a bracket and a blank
			r, size := utf8.DecodeRuneInString(s[next:])
			if !strings.ContainsRune(".-() \u00a0\u202f", r) || unicode.IsSpace(r) && blank {
				break
			}
			blank = blank || unicode.IsSpace(r)
			next += size
		}
		if next == k || !isFigureAt(s, next) {
			break
		}
		k = next
	}
	if r, _ := utf8.DecodeRuneInString(s[end:]); figures < leastPhone || figures > mostPhone || unicode.IsLetter(r) {
		return i
	}
	return end
}

// MayBePhone reports whether a text is a telephone number as some country prints it.
func MayBePhone(s string) bool {
	s = strings.TrimPrefix(strings.TrimSpace(s), "+")
	from := strings.IndexAny(s, "0123456789")
	return (from == 0 || from == 1 && s[0] == '(') && PhoneEnd(s, from) == len(s)
}

func isFigureAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }
