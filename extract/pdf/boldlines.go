// This file takes bold lines that follow one another for a list of lines: headings have
// text below them.

package pdf

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
)

// minBoldLines is the least number of headings of one size, one below another with nothing
// between, that are lines of a list.
const minBoldLines = 4

// maxBoldIndent is the largest distance between the left edges of such lines, in points.
const maxBoldIndent = 20

// boldLines makes a paragraph of headings that are lines of a list.
func (r *docBuilder) boldLines() {
	size := make(map[*document.Heading]float32, len(r.titles))
	for _, t := range r.titles {
		size[t.h] = t.size
	}
	out := r.doc.Blocks[:0:0]
	for i := 0; i < len(r.doc.Blocks); {
		n := headingRun(r.doc.Blocks[i:], size)
		if n < minBoldLines {
			n = max(n, 1)
			out = append(out, r.doc.Blocks[i:i+n]...)
			i += n
			continue
		}
		p := &document.Paragraph{}
		at := r.doc.Blocks[i].Pos()
		bounds := at.Bounds()
		for k, b := range r.doc.Blocks[i : i+n] {
			h := b.(*document.Heading)
			if k > 0 {
				p.Runs = append(p.Runs, document.Run{Text: "\n"})
			}
			p.Runs = append(p.Runs, h.Runs...)
			bounds = bounds.Union(h.At.Bounds())
			delete(size, h)
		}
		at.Box = &bounds
		p.At = at
		out = append(out, p)
		i += n
	}
	r.doc.Blocks = out
	r.titles = slices.DeleteFunc(r.titles, func(t openHeading) bool { _, ok := size[t.h]; return !ok })
}

// headingRun returns how many blocks from the first on are headings of one size and page
// that begin at one place.
func headingRun(blocks []document.Block, size map[*document.Heading]float32) (n int) {
	var first *document.Heading
	for _, b := range blocks {
		h, ok := b.(*document.Heading)
		if !ok {
			break
		}
		if first == nil {
			first = h
		}
		indent := h.At.Bounds().X0 - first.At.Bounds().X0
		if size[h] != size[first] || h.At.Page != first.At.Page || max(indent, -indent) > maxBoldIndent {
			break
		}
		n++
	}
	return n
}
