// This file draws pages.

package pdfium

import (
	"errors"
	"image"
	"math"
)

// maxPixels is the largest picture, in pixels of 4 bytes in PDFium's memory: an A4
// page at some 600 dots an inch.
const maxPixels = 40_000_000

// Picture draws page n, 1-based, as displayed. It lowers dpi if the picture would have
// more than 40 million pixels.
func (d *Doc) Picture(n int, dpi float64) (*image.RGBA, error) {
	var img *image.RGBA
	err := d.withPage(n, func(page *uint64) error {
		r := newPageReader(d, *page, n)
		var err error
		img, err = r.picture(dpi)
		return err
	})
	return img, err
}

func (r *pageReader) picture(dpi float64) (*image.RGBA, error) {
	g := r.g
	size := func(name string) float64 {
		g.call(name, r.handle)
		return float64(math.Float32frombits(uint32(g.stack[0])))
	}
	const pointsPerInch = 72
	w, h := size("FPDF_GetPageWidthF")*dpi/pointsPerInch, size("FPDF_GetPageHeightF")*dpi/pointsPerInch
	if !(w > 0 && h > 0) {
		return nil, errors.New("the page has no size")
	}
	if w*h > maxPixels {
		k := math.Sqrt(maxPixels / (w * h))
		w, h = w*k, h*k
	}
	iw, ih := max(1, int(w+0.5)), max(1, int(h+0.5))
	bm := g.call("FPDFBitmap_Create", uint64(iw), uint64(ih), 0)
	if bm == 0 {
		return nil, ErrMemory
	}
	g.call("FPDFBitmap_FillRect", bm, 0, 0, uint64(iw), uint64(ih), 0xffffffff)
	const withAnnotations, rgbOrder = 1, 16
	g.call("FPDF_RenderPageBitmap", bm, r.handle, 0, 0, uint64(iw), uint64(ih), 0, withAnnotations|rgbOrder)
	stride := g.callInt("FPDFBitmap_GetStride", bm)
	buf := uint32(g.call("FPDFBitmap_GetBuffer", bm))
	img := image.NewRGBA(image.Rect(0, 0, iw, ih))
	for y := 0; y < ih; y++ {
		row := img.Pix[y*img.Stride : y*img.Stride+iw*4]
		copy(row, g.view(buf+uint32(y*stride), uint32(iw*4)))
		for x := 3; x < len(row); x += 4 {
			row[x] = 0xff
		}
	}
	g.call("FPDFBitmap_Destroy", bm)
	return img, nil
}
