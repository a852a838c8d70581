// This file computes what colours look like on white paper.

package pdfium

import "github.com/pressoir/pressoir/extract/internal/ink"

// onPaper reads R, G, B, A from scratch 0, 4, 8, 12 and returns the colour as
// it looks on white. Fully transparent is 0, none.
func (r *pageReader) onPaper() ink.Color {
	g := r.g
	return blend(g.u32(0), g.u32(4), g.u32(8), g.u32(12))
}

// blend returns a colour of opacity a, 0 to 255, over white.
func blend(r, gr, b, a uint32) ink.Color {
	if a == 0 {
		return 0
	}
	a = min(a, 255)
	mix := func(c uint32) ink.Color { return ink.Color((min(c, 255)*a + 255*(255-a) + 127) / 255) }
	return 0xff000000 | mix(r)<<16 | mix(gr)<<8 | mix(b)
}
