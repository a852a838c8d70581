// This file reads the glyphs of a page.

package pdfium

import (
	"errors"
	"math"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/tetratelabs/wazero/api"
)

// textObject is what all glyphs of one text object share.
type textObject struct {
	font            int32
	size            float64 // points, as displayed
	angle           int16
	slope           ink.Matrix // of its letters, as displayed
	color           ink.Color
	mode            uint8
	ascent, descent float64 // shares of the size, both positive
}

// fontUse is a typeface as a text object uses it: producers that lack a bold or
// an italic face thicken or slant the regular one.
type fontUse struct {
	font           uint64
	thick, slanted bool
}

// farOff is a size in points that no letter has; a matrix of nonsense gives such.
const farOff = 1e6

const (
	softHyphen = 0x02   // how PDFium marks a hyphen at a line's end
	noRune     = 0xfffe // how it marks one that it takes for a part of a word
)

func (r *pageReader) readGlyphs() error {
	g := r.g
	tp := g.call("FPDFText_LoadPage", r.handle)
	if tp == 0 {
		return errors.New("its text cannot be read")
	}
	n := g.callInt("FPDFText_CountChars", tp)
	list := newLetters(g, tp, n)
	if n > maxGlyphs {
		r.note("only the first %d of %d glyphs were read", maxGlyphs, n)
		n = maxGlyphs
	}
	var (
		sizeOf = g.fn("FPDFText_GetFontSize")
		matOf  = g.fn("FPDFText_GetMatrix")
		hyphen = g.fn("FPDFText_IsHyphen")
	)
	objects := map[uint64]textObject{}
	fonts := map[fontUse]int32{}
	glyphs := make([]ink.Glyph, 0, n)
	var last uint64
	var shared textObject
	outside := 0
	letters := 0 // of the text object
	for i := 0; i < n; i++ {
		k := uint64(i)
		l := list.at(i)
		o, u := l.object, l.unicode
		if o == 0 {
			continue // a blank or line end that PDFium made up
		}
		begins := o != last
		if begins {
			r.slopes.add(shared.slope, letters)
			letters = 0
			r.starts = append(r.starts, textStart{o, len(glyphs)})
			var ok bool
			if shared, ok = objects[o]; !ok {
				size := math.Float64frombits(g.invoke(sizeOf, tp, k))
				g.invoke(matOf, tp, k, g.at(0))
				m := ink.Matrix{A: g.f32(0), B: g.f32(4), C: g.f32(8), D: g.f32(12), E: 0, F: 0}
				shared = r.textObject(o, m, fonts)
				m = m.Then(r.show)
				shared.size = math.Abs(size) * math.Hypot(m.C, m.D)
				shared.angle, shared.slope = degrees(m), m
				objects[o] = shared
			}
			last = o
		}
		if u != ' ' {
			letters++
		}
		size, angle := shared.size, shared.angle
		box := r.show.MapRect(l.loose)
		x, y := r.show.Apply(l.x, l.y)
		glyphSize := size
		if tall := extent(box, angle); tall > oddSize*size {
			glyphSize = tall // a Type 3 font: its size says nothing of its letters
		} else {
			box = standing(box, x, y, angle, shared.ascent*size, shared.descent*size)
		}
		if angle == 0 && box.X1 > x {
			box.X0 = max(box.X0, x) // the ink of a Type 3 glyph may lie over the blank before it
		}
		gl := ink.Glyph{
			Rune: u, Box: box.Box(), Origin: ink.Point{X: float32(x), Y: float32(y)},
			Font: shared.font, Size: float32(glyphSize), Color: shared.color, Angle: angle, Mode: shared.mode, Begins: begins,
		}
		switch {
		case u == softHyphen || u == noRune:
			gl.Rune, gl.Hyphen = '-', true
		case u == '-' && g.ok(hyphen, tp, k):
			gl.Hyphen = true
		case utf16.IsSurrogate(u):
			if m := len(glyphs) - 1; m >= 0 && isHigh(glyphs[m].Rune) {
				glyphs[m].Rune = utf16.DecodeRune(glyphs[m].Rune, u)
				continue
			}
		}
		if box.Intersect(r.visible).Empty() || max(box.Width(), box.Height(), glyphSize) > farOff {
			outside++
			continue
		}
		glyphs = append(glyphs, gl)
	}
	r.slopes.add(shared.slope, letters)
	wingdings := slices.ContainsFunc(r.page.Fonts, isWingdings)
	for i := range glyphs {
		gl := &glyphs[i]
		switch {
		case utf16.IsSurrogate(gl.Rune) || gl.Rune == 0:
			gl.Rune = '\uFFFD'
		case gl.Rune < ' ':
			gl.Rune = ' ' // a tab or a line end that the file prints
		case gl.Rune >= 0xf000:
			gl.Rune = symbol(gl.Rune, r.page.Fonts[gl.Font].Name)
		case wingdings && gl.Rune > ' ' && gl.Rune <= 0xff && isWingdings(r.page.Fonts[gl.Font]):
			if s := symbol(0xf000+gl.Rune, "wingdings"); s < 0xf000 {
				gl.Rune = s
			}
		}
	}
	r.page.Glyphs = glyphs
	r.page.Outside = outside
	g.call("FPDFText_ClosePage", tp)
	return nil
}

// oddSize is how many times its font size a glyph may be tall. PDFium's loose
// boxes reach 1.6 with the tallest ascents.
const oddSize = 2.5

// extent is how tall a box is across its baseline.
func extent(b ink.Rect, angle int16) float64 {
	switch angle {
	case 0, 180:
		return b.Height()
	case 90, 270:
		return b.Width()
	}
	return 0
}

// standing gives a glyph's box the same height over and under its baseline for
// all glyphs of a font. PDFium does so only where the font file says how tall
// it is; elsewhere a comma gets a comma's box. Slanted baselines are left.
func standing(b ink.Rect, x, y float64, angle int16, up, down float64) ink.Rect {
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

func isHigh(u rune) bool { return u >= 0xd800 && u < 0xdc00 }

// degrees is the clockwise angle of the baseline as displayed, 0 to 359.
// Angles within two degrees of a quarter turn are that quarter: scans and
// slanted fonts are not rotated text.
func degrees(m ink.Matrix) int16 {
	a := int(math.Round(math.Atan2(m.B, m.A) * 180 / math.Pi))
	a = ((a % 360) + 360) % 360
	if near := (a + 45) / 90 * 90; a-near <= 2 && near-a <= 2 {
		a = near % 360
	}
	return int16(a)
}

// textObject reads what a text object says of all its glyphs, but for their
// size and angle; m is the matrix of its letters.
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
		font := r.font(f)
		font.Bold = font.Bold || thick
		font.Italic = font.Italic || use.slanted
		r.page.Fonts = append(r.page.Fonts, font)
		fonts[use] = i
	}
	t.font = i
	return t
}

// slanted reports whether upright letters lean to the right under m, as an
// italic made of a regular face does: by 11 to 22 degrees in practice.
func slanted(m ink.Matrix) bool {
	const least, most = 0.15, 0.6 // horizontal shift by height
	det := m.A*m.D - m.B*m.C
	if det == 0 {
		return false
	}
	lean := (m.A*m.C + m.B*m.D) / det
	return lean >= least && lean <= most
}

// heights is how far a font's letters reach over and under the baseline, as
// shares of its size; usual values where the file's are none a font can have.
func (r *pageReader) heights(f uint64) (ascent, descent float64) {
	const usualAscent, usualDescent = 0.80, 0.20
	ascent, descent = usualAscent, usualDescent
	if f == 0 {
		return ascent, descent
	}
	g := r.g
	one := api.EncodeF32(1)
	if g.ok(g.fn("FPDFFont_GetAscent"), f, one, g.at(0)) {
		if a := g.f32(0); a >= 0.6 && a <= 1.2 {
			ascent = a
		}
	}
	if g.ok(g.fn("FPDFFont_GetDescent"), f, one, g.at(0)) {
		if d := -g.f32(0); d >= 0.1 && d <= 0.4 {
			descent = d
		}
	}
	return ascent, descent
}

// font reads a typeface's name and style, once a document.
func (r *pageReader) font(f uint64) ink.Font {
	if f == 0 {
		return ink.Font{}
	}
	g := r.g
	name := g.text(g.fn("FPDFFont_GetBaseFontName"), f)
	flags := uint32(g.callInt("FPDFFont_GetFlags", f))
	weight := g.callInt("FPDFFont_GetWeight", f)
	return describeFont(name, flags, weight)
}

// Bits of a font descriptor's /Flags, ISO 32000-1 table 123.
const (
	flagFixedPitch = 1 << 0
	flagItalic     = 1 << 6
	flagForceBold  = 1 << 18
)

// describeFont judges a typeface by flags, weight and name. -1 is an unknown
// flag set, as PDFium returns it.
func describeFont(name string, flags uint32, weight int) ink.Font {
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
	const boldWeight = 600 // semibold and above reads as bold beside regular text
	f := ink.Font{Name: name}
	f.Bold = !light && (has("bold", "black", "heavy", "-semib", "demi") || flags&flagForceBold != 0 || weight >= boldWeight && weight <= 1000)
	f.Italic = flags&flagItalic != 0 || has("italic", "oblique") || strings.HasSuffix(low, "-it")
	f.Mono = flags&flagFixedPitch != 0 || has("courier", "mono", "consolas", "typewriter")
	return f
}
