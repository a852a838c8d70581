// This file reads one page: its frame, then glyphs, painted objects and
// annotations, each in a file of its own.

package pdfium

import (
	"fmt"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// maxGlyphs and maxObjects are the most that is read of one page, which bounds its
	// time and memory; the page's Notes say what is left out. A dense newspaper page
	// has some 30,000 glyphs, a detailed map 200,000 paths.
	maxGlyphs  = 300_000
	maxObjects = 300_000
	// maxSegments is the largest number of pieces of all paths of a page.
	maxSegments = 2_000_000
	// maxDepth is the largest depth of forms within forms.
	maxDepth = 20
)

// pageReader is the state of reading one page.
type pageReader struct {
	d       *Doc
	g       *guest
	handle  uint64
	page    *ink.Page
	show    ink.Matrix // page coordinates to displayed ones
	visible ink.Rect   // the page, as displayed

	objects, segments int    // counted against the limits
	lastText, cover   int    // numbers of objects: of the last text, of the last picture as large as the page
	coverPicture      uint64 // that picture
	notes             map[string]bool
	slopes            slopes
	weights           []int // of page.Fonts; 0 if the name shows it
	starts            []textStart
	texts             []textPaint // in painting order
	over              []cover     // in painting order
}

func newPageReader(d *Doc, handle uint64, n int) *pageReader {
	return &pageReader{d: d, g: d.g, handle: handle, page: &ink.Page{Number: n}, notes: map[string]bool{}, slopes: slopes{}}
}

// note adds what could not be read to the page's Notes, once.
func (r *pageReader) note(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	if !r.notes[s] {
		r.notes[s] = true
		r.page.Notes = append(r.page.Notes, s)
	}
}

// read reads the page.
func (r *pageReader) read() error {
	g := r.g
	visible := ink.Rect{X0: 0, Y0: 0, X1: 612, Y1: 792}
	if g.ok(g.fn("FPDF_GetPageBoundingBox"), r.handle, g.at(0)) {
		visible = r.rectF(0)
	}
	turns := g.callInt("FPDFPage_GetRotation", r.handle)
	m, w, h := ink.Display(visible, turns)
	r.show = m
	r.page.Width, r.page.Height = float32(w), float32(h)
	r.visible = ink.Rect{X0: 0, Y0: 0, X1: w, Y1: h}
	r.readLinks()
	if r.readAnnots() {
		r.flatten()
	}
	if err := r.readGlyphs(); err != nil {
		return err
	}
	if turn := r.slopes.upright(); turn != 0 {
		r.turn(turn)
		r.page.Fonts, r.page.Glyphs, r.starts, r.weights = nil, nil, nil, nil
		if err := r.readGlyphs(); err != nil {
			return err
		}
	}
	r.readObjects()
	r.findUnseen()
	return nil
}

// rectF reads an FS_RECTF (left, top, right, bottom) at an offset of scratch.
func (r *pageReader) rectF(off uint32) ink.Rect {
	g := r.g
	return ink.RectBetween(g.f32(off), g.f32(off+4), g.f32(off+8), g.f32(off+12))
}
