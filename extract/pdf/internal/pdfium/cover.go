// This file tells pictures that hide what is under them from those that let it
// be seen: watermarks and letterheads are laid over a page, too.

package pdfium

const (
	// solid is the least alpha, of 255, that hides what is under it.
	solid = 250
	// hidden is the share of looks at a picture that must find it solid.
	hidden = 0.9
	// looks is how many pixels are looked at in each direction.
	looks = 20
	// maxLooked bounds the pixels of a picture that is unpacked to be looked at. What
	// is larger is a scan of 200 dots an inch or more.
	maxLooked = 3_000_000
)

// hides reports whether a picture lets nothing be seen of what is under it.
func (r *pageReader) hides(picture uint64) bool {
	g := r.g
	if g.callInt("FPDFPageObj_HasTransparency", picture) != 0 {
		return false
	}
	if g.ok(g.fn("FPDFImageObj_GetImagePixelSize"), picture, g.at(0), g.at(4)) && uint64(g.u32(0))*uint64(g.u32(4)) > maxLooked {
		return true
	}
	b := g.call("FPDFImageObj_GetRenderedBitmap", r.d.doc, r.handle, picture)
	if b == 0 {
		return false
	}
	defer g.call("FPDFBitmap_Destroy", b)
	const withAlpha = 4 // FPDFBitmap_BGRA
	w, h, stride := g.callInt("FPDFBitmap_GetWidth", b), g.callInt("FPDFBitmap_GetHeight", b), g.callInt("FPDFBitmap_GetStride", b)
	at := uint32(g.call("FPDFBitmap_GetBuffer", b))
	if g.callInt("FPDFBitmap_GetFormat", b) != withAlpha || at == 0 || w < 1 || h < 1 || stride < 4*w {
		return true
	}
	pixels := g.view(at, uint32(stride*h))
	found := 0
	for i := range looks {
		for k := range looks {
			x, y := w*(2*i+1)/(2*looks), h*(2*k+1)/(2*looks)
			if pixels[y*stride+4*x+3] >= solid {
				found++
			}
		}
	}
	return found >= hidden*looks*looks
}
