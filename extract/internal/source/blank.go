// What counts as a blank.

package source

import "unicode"

// IsBlank reports whether r is any kind of blank. No-break blanks count: one
// stands inside a number, a run of them is a gap like any other.
func IsBlank(r rune) bool {
	return r == ' ' || r == '\t' || r >= 0x80 && unicode.IsSpace(r) || r == '\v'
}
