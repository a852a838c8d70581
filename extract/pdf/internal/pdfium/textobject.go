// This file reads what all glyphs of a text object share: font, colour and mode.

package pdfium

import (
	"math"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/tetratelabs/wazero/api"
)

// textObject is what all glyphs of one text object share.
type textObject struct {
	font            int32   // index into the page's Fonts
	size            float64 // points, as displayed
	angle           int16
	slope           ink.Matrix // of its letters, as displayed
	color           ink.Color
	mode            uint8
	ascent, descent float64 // shares of the size, both positive
}

// fontUse is a typeface as a text object uses it: producers without a bold or an
// italic face thicken or slant the regular one.
type fontUse struct {
	font           uint64
	thick, slanted bool
}

const (
	// minSlant and maxSlant are the least and the largest horizontal shift by height
	// of an italic made of a regular face: 11 to 22 degrees in practice.
	minSlant, maxSlant = 0.15, 0.6

	// Usual heights of letters, as shares of the type size, for fonts whose own lie
	// outside the ranges that a font can have.
	usualAscent, minAscent, maxAscent    = 0.80, 0.6, 1.2
	usualDescent, minDescent, maxDescent = 0.20, 0.1, 0.4
)

// textObject reads what the glyphs of a text object share, except for size and angle;
// m is the matrix of its letters.
func (r *pageReader) textObject(o uint64, m ink.Matrix, fonts map[fontUse]int32) textObject {
	g := r.g
	t := textObject{mode: uint8(g.callInt("FPDFTextObj_GetTextRenderMode", o))}
	if g.ok(g.fn("FPDFPageObj_GetFillColor"), o, g.at(0), g.at(4), g.at(8), g.at(12)) {
		t.color = r.onPaper()
	}
	const fillAndStroke = 2
	thick := false
	if t.mode == fillAndStroke && g.ok(g.fn("FPDFPageObj_GetStrokeColor"), o, g.at(0), g.at(4), g.at(8), g.at(12)) {
		thick = r.onPaper() == t.color
	}
	f := g.call("FPDFTextObj_GetFont", o)
	t.ascent, t.descent = r.heights(f)
	use := fontUse{f, thick, slanted(m)}
	i, ok := fonts[use]
	if !ok {
		i = int32(len(r.page.Fonts))
		font, weight := r.font(f)
		if thick {
			font.Bold, weight = true, 0
		}
		r.weights = append(r.weights, weight)
		font.Italic = font.Italic || use.slanted
		r.page.Fonts = append(r.page.Fonts, font)
		fonts[use] = i
	}
	t.font = i
	return t
}

// slanted reports whether upright letters lean to the right under m, as an italic
// made of a regular face does.
func slanted(m ink.Matrix) bool {
	det := m.A*m.D - m.B*m.C
	if det == 0 {
		return false
	}
	lean := (m.A*m.C + m.B*m.D) / det
	return lean >= minSlant && lean <= maxSlant
}

// heights returns how far a font's letters reach above and below the baseline, as
// shares of its size; usual values if the file's are impossible.
func (r *pageReader) heights(f uint64) (ascent, descent float64) {
	ascent, descent = usualAscent, usualDescent
	if f == 0 {
		return ascent, descent
	}
	g := r.g
	one := api.EncodeF32(1)
	if g.ok(g.fn("FPDFFont_GetAscent"), f, one, g.at(0)) {
		if a := g.f32(0); a >= minAscent && a <= maxAscent {
			ascent = a
		}
	}
	if g.ok(g.fn("FPDFFont_GetDescent"), f, one, g.at(0)) {
		if d := -g.f32(0); d >= minDescent && d <= maxDescent {
			descent = d
		}
	}
	return ascent, descent
}

// font reads a typeface's name and style, and its weight; 0 if its name tells that.
func (r *pageReader) font(f uint64) (font ink.Font, weight int) {
	if f == 0 {
		return ink.Font{}, 0
	}
	g := r.g
	name := g.text(g.fn("FPDFFont_GetBaseFontName"), f)
	flags := uint32(g.callInt("FPDFFont_GetFlags", f))
	font, named := describeFont(name, flags)
	if weight = g.callInt("FPDFFont_GetWeight", f); named || weight > maxWeight {
		weight = 0
	}
	return font, weight
}

// Bits of a font descriptor's /Flags, ISO 32000-1 table 123.
const (
	flagFixedPitch = 1 << 0
	flagItalic     = 1 << 6
	flagForceBold  = 1 << 18
)

// describeFont judges a typeface by name and flags; named reports whether the name
// tells how heavy it is. PDFium gives flags of math.MaxUint32 if it does not know them.
func describeFont(name string, flags uint32) (f ink.Font, named bool) {
	if len(name) > 7 && name[6] == '+' {
		name = name[7:]
	}
	if flags == math.MaxUint32 {
		flags = 0
	}
	low := strings.ToLower(name)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(low, w) {
				return true
			}
		}
		return false
	}
	light := has("semilight", "demilight", "regular", "-book", "light") && !has("semibold", "demibold", "-bold")
	heavy := has("bold", "black", "heavy", "-semib", "demi")
	f.Name = name
	f.Bold = !light && (heavy || flags&flagForceBold != 0)
	f.Italic = flags&flagItalic != 0 || has("italic", "oblique") || strings.HasSuffix(low, "-it")
	f.Mono = flags&flagFixedPitch != 0 || has("courier", "mono", "consolas", "typewriter")
	return f, light || heavy
}
