// Package pagetest makes pages for the tests of packages that read them: letters half
// an em wide, rules and fills at the places that the test names. Begin with
// [NewSheet].
package pagetest

import (
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

// A Sheet is a page to which a test adds glyphs, rules and fills. Font 0 is plain, 1
// bold, 2 typewriter.
type Sheet struct{ ink.Page }

// NewSheet returns an empty A4 page.
func NewSheet() *Sheet {
	return &Sheet{ink.Page{Number: 1, Width: 595, Height: 842, Fonts: []ink.Font{{Name: "Plain"}, {Name: "Bold", Bold: true}, {Name: "Mono", Mono: true}}}}
}

// Text prints text from x on the baseline y and returns where it ends. A blank is a
// gap of a quarter of an em (.6 em in typewriter type), not a glyph.
func (s *Sheet) Text(x, y, size float32, font int32, text string) float32 {
	wide, blank := float32(0.5), float32(0.25)
	if font == 2 {
		wide, blank = 0.6, 0.6
	}
	for len(text) > 0 {
		r, n := utf8.DecodeRuneInString(text)
		text = text[n:]
		if r == ' ' {
			x += blank * size
			continue
		}
		s.Glyphs = append(s.Glyphs, ink.Glyph{
			Rune: r, Font: font, Size: size, Color: 0xff000000,
			Box:    ink.Box{X0: x, Y0: y - 0.8*size, X1: x + wide*size, Y1: y + 0.2*size},
			Origin: ink.Point{X: x, Y: y},
		})
		x += wide * size
	}
	return x
}

// Rule draws a line half a point thick, a vertical one if x0 == x1.
func (s *Sheet) Rule(x0, y0, x1, y1 float32) {
	const half = 0.25 // of its thickness
	b := ink.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}
	v := x0 == x1
	if v {
		b.X0, b.X1 = x0-half, x1+half
	} else {
		b.Y0, b.Y1 = y0-half, y1+half
	}
	s.Rules = append(s.Rules, ink.Rule{Box: b, Vertical: v, Color: 0xff000000})
}

// Fill paints a rectangle.
func (s *Sheet) Fill(x0, y0, x1, y1 float32, c ink.Color) {
	s.Fills = append(s.Fills, ink.Fill{Box: ink.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}, Color: c})
}
