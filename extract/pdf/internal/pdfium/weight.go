// This file recognises bold type by its weight if the name of its typeface does not
// show it.

package pdfium

import "github.com/pressoir/pressoir/extract/internal/ink"

const (
	// minBoldWeight is the least weight that reads as bold beside regular text:
	// semibold. Weights above maxWeight are not weights.
	minBoldWeight, maxWeight = 600, 1000
	// minHeavier is the least difference in weight between bold and regular type:
	// Ghostscript gives all typefaces of a document nearly the same, a bold one.
	minHeavier = 100
	// minLightLetters is the least number of letters in a typeface that shows how
	// light the type of a document is.
	minLightLetters = 20
)

// judgeWeights sets Bold of the typefaces whose weight is bold beside that of the
// lightest one that the document has shown so far.
func (r *pageReader) judgeWeights(glyphs []ink.Glyph) {
	letters := make([]int, len(r.weights))
	for i := range glyphs {
		if g := &glyphs[i]; g.Rune != ' ' {
			letters[g.Font]++
		}
	}
	for i, w := range r.weights {
		if w > 0 && letters[i] >= minLightLetters && (r.d.lightest == 0 || w < r.d.lightest) {
			r.d.lightest = w
		}
	}
	for i, w := range r.weights {
		if w >= minBoldWeight && r.d.lightest > 0 && w >= r.d.lightest+minHeavier {
			r.page.Fonts[i].Bold = true
		}
	}
}
