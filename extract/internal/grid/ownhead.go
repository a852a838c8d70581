// This file finds headings in bold type that begin another table, on the next page or
// close below a table.

package grid

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// ownHead reports whether lines begin with headings: several texts, all bold and none a
// figure, above a line that is not bold.
func (s *Steps) ownHead(lines []sheet.Line) bool {
	return len(lines) > 1 && s.boldHead(&lines[0]) && !s.Page.Words[lines[1].Words[0]].Bold
}

// boldHead reports whether a line looks like headings: several texts, all bold and none
// a figure.
func (s *Steps) boldHead(t *sheet.Line) bool {
	return !s.Page.Typed && s.several(t) && t.AllBold(s.Page) && !t.IsTotal(s.Page) &&
		!slices.ContainsFunc(t.Words, func(i int32) bool { return shape.Numeric(s.Page.Words[i].Text) })
}

// minHeadShift in em is how far the ends of a text must be from those of the headings
// above for it to be in another column.
const minHeadShift = 1.5

// otherHead reports whether a run that begins with headings in bold type ends at t
// because the headings of another table begin there: bold too, below rows that are not,
// and in other columns.
func (s *Steps) otherHead(run []sheet.Line, t *sheet.Line) bool {
	n := len(run)
	if n < minRunLines || !s.boldHead(t) || !run[0].AllBold(s.Page) || s.Page.Words[run[n-1].Words[0]].Bold || s.Page.Words[run[n-2].Words[0]].Bold {
		return false
	}
	heads, texts := gapParts(s.Page, &run[0]), gapParts(s.Page, t)
	if len(heads) != len(texts) {
		return true
	}
	for k := range texts {
		if abs(texts[k].X0-heads[k].X0) > minHeadShift*t.Size && abs(texts[k].X1-heads[k].X1) > minHeadShift*t.Size {
			return true
		}
	}
	return false
}

// headFar is how much farther above the first row a line of headings may be than the
// next row is below it.
const headFar = 1.4

// headsColumns reports whether t is the headings of a run, which no wide gap parts: bold above
// lines that are not, in the run's pitch, with words over each of its columns and none
// over the white between them.
func (s *Steps) headsColumns(t *sheet.Line, run []sheet.Line) bool {
	p := s.Page
	if p.Typed || len(run) < minRunLines || !t.AllBold(p) || t.Size > minHeadingScale*run[0].Size || run[0].Base-t.Base > headFar*(run[1].Base-run[0].Base) {
		return false
	}
	white := whiteBetween(p, run)
	if len(white) == 0 || t.Box.X0 > white[0].X0 || t.Box.X1 < white[len(white)-1].X1 {
		return false
	}
	for _, w := range white {
		parted := false
		for n := 1; n < len(t.Words) && !parted; n++ {
			a, b := p.Words[t.Words[n-1]].Box, p.Words[t.Words[n]].Box
			parted = a.X1 <= w.X1 && b.X0 >= w.X0 && b.X0-a.X1 >= boldGap*t.Size
		}
		if !parted {
			return false
		}
	}
	return true
}

// boldGap in em: headings of columns stand no closer.
const boldGap = 0.4

// whiteBetween returns where white runs down through all lines of a run, which have no
// bold type, at the wide gaps of the first; nil if one of these ends.
func whiteBetween(p *layout.Page, run []sheet.Line) (out []Box) {
	first := &run[0]
	for n := 1; n < len(first.Words); n++ {
		a, b := &p.Words[first.Words[n-1]], &p.Words[first.Words[n]]
		if borders.Wide(p, a, b) {
			out = append(out, Box{X0: a.Box.X1, X1: b.Box.X0})
		}
	}
	for k := range run {
		if run[k].AllBold(p) {
			return nil
		}
		for _, i := range run[k].Words {
			b := p.Words[i].Box
			for n := range out {
				w := &out[n]
				switch {
				case b.X1 <= w.X0 || b.X0 >= w.X1:
				case b.X0+b.X1 < w.X0+w.X1:
					w.X0 = b.X1
				default:
					w.X1 = b.X0
				}
				if w.X1 <= w.X0 {
					return nil
				}
			}
		}
	}
	return out
}

// minNamedRows is the least number of rows of a run that name those below them.
const minNamedRows = 2

// namesFirst reports whether t names the first rows of a run, as other lines of one text do
// further down: each begins where t does, as close above the next row.
func (s *Steps) namesFirst(t *sheet.Line, run []sheet.Line) bool {
	named, near := 0, float32(0)
	for k := 0; k+1 < len(run) && k < maxLookBack; k++ {
		if !s.several(&run[k]) && abs(run[k].Box.X0-t.Box.X0) < sameStart && s.several(&run[k+1]) && run[k].AllBold(s.Page) == t.AllBold(s.Page) {
			named, near = named+1, max(near, run[k+1].Base-run[k].Base)
		}
	}
	return named >= minNamedRows && !s.several(t) && !t.IsTotal(s.Page) && s.several(&run[0]) && abs(t.Box.X0-boxOf(run).X0) < sameStart && abs(t.Size-run[0].Size) < 0.1*t.Size && run[0].Base-t.Base <= near+0.1*t.Size
}
