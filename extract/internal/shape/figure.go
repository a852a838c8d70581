// Words that read as figures.

package shape

import "unicode"

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
