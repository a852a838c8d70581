// This file reads what PDFium knows of each letter of a page. A page has
// thousands, and a call into WebAssembly takes as long as all else that is done
// for a letter, so PDFium's own list is read where it shows that it is laid out
// as expected; else PDFium is asked.

package pdfium

import (
	"encoding/binary"
	"math"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/tetratelabs/wazero/api"
)

// The list of letters is a C++ vector of CharInfo in a CPDF_TextPage, as the
// compiler lays them out in go-pdfium's module. Offsets in bytes.
const (
	listBegin = 16 // in the text page: address of the first letter
	listEnd   = 20 // address behind the last

	letterSize    = 80
	letterUnicode = 4  // behind it the code in the font
	letterOrigin  = 12 // x, y
	letterLoose   = 36 // left, bottom, right, top
	letterObject  = 76
)

// letterChecks is how many letters of a page, spread over it, must be in the list
// as PDFium says when asked. A test compares every one.
const letterChecks = 32

// A letter is one of a page, in the page's own coordinates.
type letter struct {
	object  uint64 // the text object; 0 is a blank or line end that PDFium made up
	unicode rune
	loose   ink.Rect // as wide as it moves on, as tall as its font
	x, y    float64
}

// letters gives the letters of a text page.
type letters struct {
	g    *guest
	page uint64
	list uint32 // address of the list, 0 where PDFium is asked

	unicode, object, loose, origin api.Function
}

// newLetters is for a text page of n letters.
func newLetters(g *guest, page uint64, n int) *letters {
	l := &letters{
		g: g, page: page,
		unicode: g.fn("FPDFText_GetUnicode"), object: g.fn("FPDFText_GetTextObject"),
		loose: g.fn("FPDFText_GetLooseCharBox"), origin: g.fn("FPDFText_GetCharOrigin"),
	}
	l.find(n)
	return l
}

// find sets l.list if there is a list of n letters that says what PDFium says.
func (l *letters) find(n int) {
	memory := uint64(len(l.g.memory.buf))
	if n == 0 || l.page+listEnd+4 > memory {
		return
	}
	ends := l.g.view(uint32(l.page)+listBegin, 8)
	begin, end := binary.LittleEndian.Uint32(ends), binary.LittleEndian.Uint32(ends[listEnd-listBegin:])
	if begin == 0 || uint64(end) > memory || uint64(begin)+uint64(n)*letterSize != uint64(end) {
		return
	}
	l.list = begin
	for k := range letterChecks {
		if i := k * (n - 1) / (letterChecks - 1); l.look(i) != l.ask(i) {
			l.list = 0
			return
		}
	}
}

// at is letter i.
func (l *letters) at(i int) letter {
	if l.list != 0 {
		return l.look(i)
	}
	return l.ask(i)
}

// look reads a letter from the list.
func (l *letters) look(i int) letter {
	b := l.g.view(l.list+uint32(i)*letterSize, letterSize)
	u32 := func(off int) uint32 { return binary.LittleEndian.Uint32(b[off:]) }
	f32 := func(off int) float64 { return float64(math.Float32frombits(u32(off))) }
	return letter{
		object:  uint64(u32(letterObject)),
		unicode: rune(u32(letterUnicode)),
		loose:   ink.RectBetween(f32(letterLoose), f32(letterLoose+4), f32(letterLoose+8), f32(letterLoose+12)),
		x:       f32(letterOrigin), y: f32(letterOrigin + 4),
	}
}

// ask asks PDFium for a letter.
func (l *letters) ask(i int) letter {
	g, k := l.g, uint64(i)
	a := letter{object: g.invoke(l.object, l.page, k), unicode: rune(uint32(g.invoke(l.unicode, l.page, k)))}
	g.invoke(l.loose, l.page, k, g.at(0)) // left, top, right, bottom
	a.loose = ink.RectBetween(g.f32(0), g.f32(4), g.f32(8), g.f32(12))
	g.invoke(l.origin, l.page, k, g.at(16), g.at(24))
	a.x, a.y = g.f64(16), g.f64(24)
	return a
}
