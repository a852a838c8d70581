// Package pagetest sets made-up pages for the tests of packages that read
// pages: letters half an em wide, rules and fills, put where the test says.
package pagetest

import (
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

// A Sheet collects glyphs, rules and fills of a made-up page. Fonts are 0
// plain, 1 bold, 2 typewriter.
type Sheet struct{ ink.Page }

// NewSheet returns an empty A4 page.
func NewSheet() *Sheet {
	return &Sheet{ink.Page{Number: 1, Width: 595, Height: 842, Fonts: []ink.Font{{Name: "Plain"}, {Name: "Bold", Bold: true}, {Name: "Mono", Mono: true}}}}
}

// Text sets text at x with its baseline at y. Blanks are left out as glyphs and
// leave a gap of a quarter of an em (.6 em in typewriter type).
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

// Rule draws a line half a point thick; it is vertical if x0 == x1.
func (s *Sheet) Rule(x0, y0, x1, y1 float32) {
	const thin = 0.25
	b := ink.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}
	v := x0 == x1
	if v {
		b.X0, b.X1 = x0-thin, x1+thin
	} else {
		b.Y0, b.Y1 = y0-thin, y1+thin
	}
	s.Rules = append(s.Rules, ink.Rule{Box: b, Vertical: v, Color: 0xff000000})
}

// Fill paints a rectangle.
func (s *Sheet) Fill(x0, y0, x1, y1 float32, c ink.Color) {
	s.Fills = append(s.Fills, ink.Fill{Box: ink.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}, Color: c})
}
