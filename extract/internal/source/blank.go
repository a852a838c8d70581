// What counts as a blank.

package source

import "unicode"

// IsBlank reports whether r is a blank of any kind. No-break blanks count: one
// is part of a number, several in a row are a gap like any other.
func IsBlank(r rune) bool {
	return r == ' ' || r == '\t' || r >= 0x80 && unicode.IsSpace(r) || r == '\v'
}

// IsASCIIBlank reports whether c is one of the blanks that Markdown gives no
// meaning. A line feed is none of them, nor is a no-break blank.
func IsASCIIBlank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'
}

// TrimASCIIBlanks cuts ASCII blanks off both ends of s. A no-break blank is
// printed text and stays.
func TrimASCIIBlanks(s string) string {
	for s != "" && IsASCIIBlank(s[0]) {
		s = s[1:]
	}
	for s != "" && IsASCIIBlank(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// IsASCIILetter reports whether c is one of A to Z or a to z.
func IsASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
