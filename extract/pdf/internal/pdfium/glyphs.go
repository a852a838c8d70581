// This file reads the glyphs of a page.

package pdfium

import (
	"errors"
	"math"
	"slices"
	"unicode/utf16"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/tetratelabs/wazero/api"
)

const (
	// maxPlace is the largest size of a glyph or its box, in points, that is not the
	// product of a nonsensical matrix.
	maxPlace = 1e6
	// maxTall is the largest ratio of a glyph's height to its font size. PDFium's
	// loose boxes reach 1.6 with the tallest ascents; Type 3 fonts exceed it, whose
	// size says nothing about their letters.
	maxTall = 2.5
	// nearQuarter is how far, in degrees, a baseline may lie off a quarter turn to
	// count as one: scans and slanted fonts are not rotated text.
	nearQuarter = 2

	// Runes by which PDFium marks a hyphen: at a line's end, and one that it takes
	// for a part of a word.
	lineEndHyphen = 0x02
	wordHyphen    = 0xfffe
)

// readGlyphs reads the glyphs and fonts of the page, and counts how its text slopes.
func (r *pageReader) readGlyphs() error {
	g := r.g
	text := g.call("FPDFText_LoadPage", r.handle)
	if text == 0 {
		return errors.New("its text cannot be read")
	}
	n := g.callInt("FPDFText_CountChars", text)
	if n > maxGlyphs {
		r.note("only the first %d of %d glyphs were read", maxGlyphs, n)
		n = maxGlyphs
	}
	gr := newGlyphReader(r, text, n)
	for i := range n {
		gr.char(uint64(i))
	}
	r.slopes.add(gr.shared.slope, gr.letters)
	setRunes(gr.glyphs, r.page.Fonts)
	r.judgeWeights(gr.glyphs)
	r.page.Glyphs = gr.glyphs
	r.page.Outside = gr.outside
	g.call("FPDFText_ClosePage", text)
	return nil
}

// A glyphReader reads the characters of a page one after the other.
type glyphReader struct {
	*pageReader
	text    uint64 // PDFium's text page
	objects map[uint64]textObject
	fonts   map[fontUse]int32

	object  uint64 // the text object of the last glyph
	shared  textObject
	letters int // of object, blanks aside
	glyphs  []ink.Glyph
	outside int // glyphs left out

	// Functions that are called for each character or text object.
	objectOf, unicodeOf, boxOf, originOf, sizeOf, matrixAt, isHyphen api.Function
}

// newGlyphReader returns a reader of the n characters of a text page.
func newGlyphReader(r *pageReader, text uint64, n int) *glyphReader {
	g := r.g
	return &glyphReader{
		pageReader: r, text: text,
		objects: map[uint64]textObject{}, fonts: map[fontUse]int32{},
		glyphs:   make([]ink.Glyph, 0, n),
		objectOf: g.fn("FPDFText_GetTextObject"), unicodeOf: g.fn("FPDFText_GetUnicode"),
		boxOf: g.fn("FPDFText_GetLooseCharBox"), originOf: g.fn("FPDFText_GetCharOrigin"),
		sizeOf: g.fn("FPDFText_GetFontSize"), matrixAt: g.fn("FPDFText_GetMatrix"),
		isHyphen: g.fn("FPDFText_IsHyphen"),
	}
}

// char reads character i of the page.
func (gr *glyphReader) char(i uint64) {
	g := gr.g
	object := g.invoke(gr.objectOf, gr.text, i)
	if object == 0 {
		return // a blank or line end that PDFium generated
	}
	begins := object != gr.object
	if begins {
		gr.begin(object, i)
	}
	u := rune(uint32(g.invoke(gr.unicodeOf, gr.text, i)))
	if u != ' ' {
		gr.letters++
	}
	gl := ink.Glyph{
		Rune: u, Font: gr.shared.font, Color: gr.shared.color,
		Angle: gr.shared.angle, Mode: gr.shared.mode, Begins: begins,
	}
	switch {
	case u == lineEndHyphen || u == wordHyphen:
		gl.Rune, gl.Hyphen = '-', true
	case u == '-' && g.ok(gr.isHyphen, gr.text, i):
		gl.Hyphen = true
	case utf16.IsSurrogate(u):
		if n := len(gr.glyphs) - 1; n >= 0 && isHighSurrogate(gr.glyphs[n].Rune) {
			gr.glyphs[n].Rune = utf16.DecodeRune(gr.glyphs[n].Rune, u)
			return
		}
	}
	if !gr.place(&gl, i) {
		gr.outside++
		return
	}
	gr.glyphs = append(gr.glyphs, gl)
}

// begin begins a text object with character i.
func (gr *glyphReader) begin(object, i uint64) {
	gr.slopes.add(gr.shared.slope, gr.letters)
	gr.object, gr.letters = object, 0
	gr.starts = append(gr.starts, textStart{object, len(gr.glyphs)})
	var ok bool
	if gr.shared, ok = gr.objects[object]; ok {
		return
	}
	g := gr.g
	size := math.Float64frombits(g.invoke(gr.sizeOf, gr.text, i))
	g.invoke(gr.matrixAt, gr.text, i, g.at(0))
	m := ink.Matrix{A: g.f32(0), B: g.f32(4), C: g.f32(8), D: g.f32(12), E: 0, F: 0}
	t := gr.textObject(object, m, gr.fonts)
	m = m.Then(gr.show)
	t.size = math.Abs(size) * math.Hypot(m.C, m.D)
	t.angle, t.slope = baselineAngle(m), m
	gr.shared = t
	gr.objects[object] = t
}

// place sets the place and size of a glyph, which is character i, and reports
// whether it is on the page.
func (gr *glyphReader) place(gl *ink.Glyph, i uint64) bool {
	g, t := gr.g, &gr.shared
	g.invoke(gr.boxOf, gr.text, i, g.at(0))
	box := gr.show.MapRect(gr.rectF(0))
	g.invoke(gr.originOf, gr.text, i, g.at(16), g.at(24))
	x, y := gr.show.Apply(g.f64(16), g.f64(24))
	size := t.size
	if tall := tallness(box, t.angle); tall > maxTall*size {
		size = tall
	} else {
		box = fontHeight(box, x, y, t.angle, t.ascent*size, t.descent*size)
	}
	if t.angle == 0 && box.X1 > x {
		box.X0 = max(box.X0, x) // the ink of a Type 3 glyph may lie over the blank before it
	}
	gl.Box, gl.Origin, gl.Size = box.Box(), ink.Point{X: float32(x), Y: float32(y)}, float32(size)
	return !box.Intersect(gr.visible).Empty() && max(box.Width(), box.Height(), size) <= maxPlace
}

// tallness returns the height of a box across its baseline; 0 for slanted ones.
func tallness(b ink.Rect, angle int16) float64 {
	switch angle {
	case 0, 180:
		return b.Height()
	case 90, 270:
		return b.Width()
	}
	return 0
}

// fontHeight returns the box of a glyph with the same height above and below its
// baseline for all glyphs of a font. PDFium gives such boxes only if the font file
// says how tall it is; else a comma gets a comma's box. Slanted baselines are left.
func fontHeight(b ink.Rect, x, y float64, angle int16, up, down float64) ink.Rect {
	switch angle {
	case 0:
		b.Y0, b.Y1 = y-up, y+down
	case 90:
		b.X0, b.X1 = x-down, x+up
	case 180:
		b.Y0, b.Y1 = y-down, y+up
	case 270:
		b.X0, b.X1 = x-up, x+down
	}
	return b
}

// baselineAngle returns the angle of the baseline as displayed, in degrees
// clockwise, 0 to 359. Angles near a quarter turn are that quarter.
func baselineAngle(m ink.Matrix) int16 {
	a := int(math.Round(math.Atan2(m.B, m.A) * 180 / math.Pi))
	a = ((a % 360) + 360) % 360
	if quarter := (a + 45) / 90 * 90; a-quarter <= nearQuarter && quarter-a <= nearQuarter {
		a = quarter % 360
	}
	return int16(a)
}

func isHighSurrogate(u rune) bool { return u >= 0xd800 && u < 0xdc00 }

// setRunes replaces the runes that are not printed as such: halves of surrogates,
// control characters, and the signs of symbol fonts.
func setRunes(glyphs []ink.Glyph, fonts []ink.Font) {
	wingdings := slices.ContainsFunc(fonts, isWingdings)
	for i := range glyphs {
		gl := &glyphs[i]
		switch {
		case utf16.IsSurrogate(gl.Rune) || gl.Rune == 0:
			gl.Rune = '\uFFFD'
		case gl.Rune < ' ':
			gl.Rune = ' ' // a tab or a line end that the file prints
		case gl.Rune >= 0xf000:
			gl.Rune = symbol(gl.Rune, fonts[gl.Font].Name)
		case wingdings && gl.Rune > ' ' && gl.Rune <= 0xff && isWingdings(fonts[gl.Font]):
			if s := symbol(0xf000+gl.Rune, "wingdings"); s < 0xf000 {
				gl.Rune = s
			}
		}
	}
}
