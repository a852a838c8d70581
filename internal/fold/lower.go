// Words that begin in a small letter.

package fold

import (
	"unicode"
	"unicode/utf8"
)

func StartsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
