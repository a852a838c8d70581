// Pictures of pages for the review page: sharp enough to read, small enough to send.

package main

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

const (
	// sharpDPI and plainDPI are the dots an inch of pictures of few pages and of many.
	sharpDPI, plainDPI = 110, 96
	// maxSharpPages is the number of pages that are drawn sharp.
	maxSharpPages = 30
	// picturesBudget is how many bytes all pictures may take; as base64, a third more.
	picturesBudget = 8 << 20
	// fineQuality is that of JPEG at which letters stay clean; coarseQuality is for
	// pages full of photographs that would not fit otherwise. Per cent.
	fineQuality, coarseQuality = 70, 40
	// colorLevels is how many levels of each colour are kept: the edges of letters need
	// no more, and a page with fewer colours than a palette holds is a small PNG.
	colorLevels = 16
)

// picturesDPI returns how sharp the pictures of a document are.
func picturesDPI(pages int) float64 {
	if pages > maxSharpPages {
		return plainDPI
	}
	return sharpDPI
}

// encodePicture returns a picture as PNG where it has few colours, as pages of text do,
// else as JPEG: coarse if it would have more than most bytes.
func encodePicture(img image.Image, most int) (kind string, data []byte, err error) {
	var b bytes.Buffer
	if p := paletted(img); p != nil {
		if err := png.Encode(&b, p); err != nil {
			return "", nil, err
		}
		if b.Len() <= most {
			return "image/png", b.Bytes(), nil
		}
	}
	for _, quality := range []int{fineQuality, coarseQuality} {
		b.Reset()
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
			return "", nil, err
		}
		if b.Len() <= most {
			break
		}
	}
	return "image/jpeg", b.Bytes(), nil
}

// paletted returns img with colorLevels levels a colour, nil if a palette cannot hold
// the colours that are left.
func paletted(img image.Image) *image.Paletted {
	src, ok := img.(*image.RGBA)
	if !ok {
		return nil
	}
	const (
		step   = 256 / colorLevels
		widest = 255 / (colorLevels - 1) // between the levels that are drawn
	)
	var index [colorLevels * colorLevels * colorLevels]uint16 // place in the palette, from 1
	dst := image.NewPaletted(src.Rect, make(color.Palette, 0, 256))
	for y := range src.Rect.Dy() {
		row := src.Pix[y*src.Stride:][:4*src.Rect.Dx()]
		out := dst.Pix[y*dst.Stride:]
		for x := range src.Rect.Dx() {
			r, g, b := row[4*x]/step, row[4*x+1]/step, row[4*x+2]/step
			k := &index[(int(r)*colorLevels+int(g))*colorLevels+int(b)]
			if *k == 0 {
				if len(dst.Palette) == 256 {
					return nil
				}
				dst.Palette = append(dst.Palette, color.RGBA{r * widest, g * widest, b * widest, 255})
				*k = uint16(len(dst.Palette))
			}
			out[x] = byte(*k - 1)
		}
	}
	return dst
}
