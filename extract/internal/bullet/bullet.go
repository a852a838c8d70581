// Package bullet recognises the signs and numbers that people type before the
// items of a list, for readers of lines and of HTML. Call [Of] with a line.
// Markdown has rules of its own for its bullets; they are in that package.
package bullet

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/source"
	"github.com/pressoir/pressoir/internal/forms"
)

// signs are the signs that begin an item. The last two are bullets of the symbol
// fonts of word processors.
const signs = "-–—•*·▪▫◦●○■□➢►▶‣⁃✓✔\uF0B7\uF0A7"

// Of returns the bullet that begins the line s, "" if there is none: a sign, "1.",
// "1)", "(1)", "a.", "a)" or "o", which is the hollow bullet of word processors as
// PDF converters print it. A blank and some text must follow. The dash of "- 0,3 %" is
// the sign of the figure.
func Of(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || n >= len(s) {
		return ""
	}
	if strings.ContainsRune(signs, r) || r == 'o' {
		if followedByText(s[n:]) && !forms.IsMinus(s) {
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
	if j == i || j >= len(s) || s[j] != ')' && (s[j] != '.' || i == 1) || !followedByText(s[j+1:]) {
		return ""
	}
	return s[:j+1]
}

// followedByText reports whether s begins with a blank and some text follows.
func followedByText(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && source.IsBlank(r) && n < len(s)
}

// IsNumber reports whether a bullet that Of returned is a number or a letter.
func IsNumber(bullet string) bool {
	return bullet != "" && bullet[len(bullet)-1] < utf8.RuneSelf && strings.ContainsAny(bullet, ".)")
}
