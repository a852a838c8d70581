// This file reads annotations: links, highlights, and what prints text.

package pdfium

import "github.com/pressoir/pressoir/extract/internal/ink"

const (
	// maxAnnots bounds annotations and links of one page.
	maxAnnots = 20_000

	// Subtypes of annotations, fpdf_annot.h.
	annotFreeText  = 3
	annotHighlight = 9
	annotStamp     = 13
	annotWidget    = 20
)

func (r *pageReader) readLinks() {
	g := r.g
	enumerate, rectOf, action := g.fn("FPDFLink_Enumerate"), g.fn("FPDFLink_GetAnnotRect"), g.fn("FPDFLink_GetAction")
	const next, link, area = textRoom, textRoom + 4, textRoom + 8 // after what a URI overwrites
	clear(g.view(g.scratch+next, 8))
	for n := 0; g.ok(enumerate, r.handle, g.at(next), g.at(link)); n++ {
		if n >= maxAnnots {
			r.note("only the first %d links were read", maxAnnots)
			return
		}
		l := uint64(g.u32(link))
		if !g.ok(rectOf, l, g.at(area)) {
			continue
		}
		box := r.show.MapRect(r.rectF(area))
		uri := ""
		if a := g.invoke(action, l); a != 0 {
			uri = g.text(g.fn("FPDFAction_GetURIPath"), r.d.doc, a)
		}
		if uri != "" {
			r.page.Links = append(r.page.Links, ink.Link{Box: box.Box(), URI: uri})
		}
	}
}

// readAnnots reads highlights. It reports whether the page has annotations
// that print text: form fields, notes written on the page, stamps.
func (r *pageReader) readAnnots() (printing bool) {
	g := r.g
	n := g.callInt("FPDFPage_GetAnnotCount", r.handle)
	if n > maxAnnots {
		r.note("only the first %d of %d annotations were read", maxAnnots, n)
		n = maxAnnots
	}
	for i := 0; i < n; i++ {
		a := g.call("FPDFPage_GetAnnot", r.handle, uint64(i))
		if a == 0 {
			continue
		}
		switch g.callInt("FPDFAnnot_GetSubtype", a) {
		case annotHighlight:
			r.highlight(a)
		case annotFreeText, annotStamp, annotWidget:
			printing = true
		}
		g.call("FPDFPage_CloseAnnot", a)
	}
	return printing
}

// flatten makes the appearances of annotations a part of the page, in memory,
// so that their text and boxes are read like any other.
func (r *pageReader) flatten() {
	const forDisplay, failed = 0, 0
	g := r.g
	if g.callInt("FPDFPage_Flatten", r.handle, forDisplay) == failed {
		r.note("form fields and notes on the page could not be read")
		return
	}
	r.handle = r.d.reload(r.handle, r.page.Number)
}

func (r *pageReader) highlight(a uint64) {
	g := r.g
	c := r.annotColor(a)
	quads := min(g.callInt("FPDFAnnot_CountAttachmentPoints", a), maxAnnots)
	for i := 0; i < quads; i++ {
		if !g.ok(g.fn("FPDFAnnot_GetAttachmentPoints"), a, uint64(i), g.at(0)) {
			continue
		}
		b := ink.NoRect
		for k := uint32(0); k < 32; k += 8 {
			b = b.Include(r.show.Apply(g.f32(k), g.f32(k+4)))
		}
		if b = b.Intersect(r.visible); !b.Empty() {
			r.page.Fills = append(r.page.Fills, ink.Fill{Box: b.Box(), Color: c, Highlight: true})
		}
	}
}

// annotColor is a highlight's colour: its own, or what its appearance paints,
// or yellow, which viewers take where the file says nothing.
func (r *pageReader) annotColor(a uint64) ink.Color {
	const yellow = 0xffffff00
	g := r.g
	if g.ok(g.fn("FPDFAnnot_GetColor"), a, 0, g.at(0), g.at(4), g.at(8), g.at(12)) {
		if c := blend(g.u32(0), g.u32(4), g.u32(8), 255); c != 0 {
			return c
		}
	}
	n := min(g.callInt("FPDFAnnot_GetObjectCount", a), maxAnnots)
	for i := 0; i < n; i++ {
		o := g.call("FPDFAnnot_GetObject", a, uint64(i))
		if o == 0 || !g.ok(g.fn("FPDFPageObj_GetFillColor"), o, g.at(0), g.at(4), g.at(8), g.at(12)) {
			continue
		}
		if c := blend(g.u32(0), g.u32(4), g.u32(8), 255); c != 0xff000000 {
			return c
		}
	}
	return yellow
}
