// Bullets: the signs and numbers that open the items of a list.

package bullet

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/source"
)

// bulletSigns are the signs that open an item. "o" is the hollow bullet of
// word processors as PDF converters print it; the last two are bullets of
// their symbol fonts.
const bulletSigns = "-–—•*·▪▫◦●○■□➢►▶‣⁃✓✔\uF0B7\uF0A7"

// Of returns the bullet that line s begins with, "" if none: a sign, "o",
// "1.", "1)", "(1)", "a." or "a)", and a blank behind it.
func Of(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || n >= len(s) {
		return ""
	}
	if strings.ContainsRune(bulletSigns, r) || r == 'o' {
		if followed(s[n:]) {
			return s[:n]
		}
		return ""
	}
	i := 0
	if s[0] == '(' {
		i = 1
	}
	j := i
	for j < len(s) && j-i < 3 && s[j] >= '0' && s[j] <= '9' {
		j++
	}
	if j == i && j < len(s) && s[j] >= 'a' && s[j] <= 'z' {
		j++
	}
	if j == i || j >= len(s) || s[j] != ')' && (s[j] != '.' || i == 1) || !followed(s[j+1:]) {
		return ""
	}
	return s[:j+1]
}

// followed reports whether a blank and then something stands in s.
func followed(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && source.IsBlank(r) && n < len(s)
}

func Numbered(m string) bool { return m != "" && m[len(m)-1] < 0x80 && strings.ContainsAny(m, ".)") }
