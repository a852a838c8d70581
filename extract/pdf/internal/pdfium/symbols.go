// This file maps the signs of symbol fonts to Unicode.
//
// Symbol fonts name their letters U+F020 to U+F0FF, a private area: the same
// number is a bullet in one font and a scissors in the next.

package pdfium

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

// symbolSigns and wingdingSigns are the signs that press releases use, as they look in
// Symbol and OpenSymbol, and in Wingdings.
var (
	symbolSigns   = map[rune]rune{0xf0b7: '•', 0xf0ae: '→', 0xf0de: '⇒', 0xf0b3: '≥', 0xf0a3: '≤', 0xf0b1: '±', 0xf0b4: '×', 0xf0b0: '°', 0xf02d: '−', 0xf02a: '*', 0xf061: 'α', 0xf062: 'β', 0xf06d: 'µ'}
	wingdingSigns = map[rune]rune{
		0xf0a7: '▪', 0xf06e: '■', 0xf06c: '●', 0xf09f: '•', 0xf09e: '·', 0xf0d8: '➢', 0xf0e8: '➔', 0xf0e0: '→', 0xf0f0: '⇨',
		0xf0fc: '✓', 0xf0fe: '☑', 0xf0fd: '☒', 0xf0a8: '◻', 0xf06f: '□', 0xf071: '❑', 0xf076: '❖', 0xf0fb: '✗', 0xf046: '☞',
		0xf02a: '✉', 0xf028: '☎', 0xf029: '✆', 0xf0ab: '★', 0xf0b6: '☆', 0xf0b7: '•',
	}
)

// isWingdings reports whether a font is Wingdings by its name. It has no Latin letters:
// a file that shows some has lost the font's own table.
func isWingdings(f ink.Font) bool { return strings.HasPrefix(strings.ToLower(f.Name), "wingdings") }

// symbol returns the Unicode of a private-area rune of the named font, or the rune
// itself if it is not known.
func symbol(u rune, font string) rune {
	if u < 0xf020 || u > 0xf0ff {
		return u
	}
	signs := symbolSigns
	if strings.Contains(strings.ToLower(font), "dings") {
		signs = wingdingSigns
	}
	if s, ok := signs[u]; ok {
		return s
	}
	return u
}
