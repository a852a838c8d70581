// This file tells pictures that hide what is below them from transparent ones:
// watermarks and letterheads are laid over pages too.

package pdfium

const (
	// minAlpha is the least alpha, of 255, that hides what is below.
	minAlpha = 250
	// minOpaque is the least share of sampled pixels that hide what is below.
	minOpaque = 0.9
	// samples is the number of pixels sampled in each direction.
	samples = 20
	// maxSampled is the largest picture that is decoded to be sampled, in pixels. A
	// larger one is a scan of 200 dots an inch or more.
	maxSampled = 3_000_000
)

// hides reports whether a picture hides everything below it.
func (r *pageReader) hides(picture uint64) bool {
	g := r.g
	if g.callInt("FPDFPageObj_HasTransparency", picture) != 0 {
		return false
	}
	if g.ok(g.fn("FPDFImageObj_GetImagePixelSize"), picture, g.at(0), g.at(4)) && uint64(g.u32(0))*uint64(g.u32(4)) > maxSampled {
		return true
	}
	b := g.call("FPDFImageObj_GetRenderedBitmap", r.d.doc, r.handle, picture)
	if b == 0 {
		return false
	}
	defer g.call("FPDFBitmap_Destroy", b)
	const withAlpha = 4 // FPDFBitmap_BGRA
	w, h, stride := g.callInt("FPDFBitmap_GetWidth", b), g.callInt("FPDFBitmap_GetHeight", b), g.callInt("FPDFBitmap_GetStride", b)
	buf := uint32(g.call("FPDFBitmap_GetBuffer", b))
	if g.callInt("FPDFBitmap_GetFormat", b) != withAlpha || buf == 0 || w < 1 || h < 1 || stride < 4*w {
		return true
	}
	pixels := g.view(buf, uint32(stride*h))
	opaque := 0
	for i := range samples {
		for k := range samples {
			x, y := w*(2*i+1)/(2*samples), h*(2*k+1)/(2*samples)
			if pixels[y*stride+4*x+3] >= minAlpha {
				opaque++
			}
		}
	}
	return opaque >= minOpaque*samples*samples
}
