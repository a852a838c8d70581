// This file separates tables without rules that are side by side: captions at their tops
// show where the second begins, since their lines mix on the page.

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/sheet"
	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	// minCaptionGap in em is the narrowest gap between captions side by side.
	minCaptionGap = 1.2
	// maxCaptionShift in em is how far left of its caption the text of a table may begin.
	maxCaptionShift = 0.5
)

// A sideCaption is a caption of a table beside other text.
type sideCaption struct{ x, base float32 }

// noteSides notes the caption of a table that begins after a wide gap of a line.
func (s *Steps) noteSides(t *sheet.Line) {
	p := s.Page
	for n := 1; n < len(t.Words); n++ {
		a, b := &p.Words[t.Words[n-1]], &p.Words[t.Words[n]]
		if b.Box.X0-a.Box.X1 < minCaptionGap*t.Size {
			continue
		}
		rest := sheet.Line{Words: t.Words[n:]}
		if lexicon.IsTableCaption(rest.Text(p)) {
			s.sides = append(s.sides, sideCaption{x: b.Box.X0, base: t.Base})
		}
	}
}

// sideBySide cuts a run at the last caption beside other text in it or close above, where
// no word crosses; ok reports that there is one.
func (s *Steps) sideBySide(run []sheet.Line) (left, right []sheet.Line, base float32, ok bool) {
	for k := len(s.sides) - 1; k >= 0; k-- {
		c := &s.sides[k]
		if c.base > run[len(run)-1].Base || run[0].Base-c.base > captionFar*run[0].Size {
			continue
		}
		if left, right, ok = s.halves(run, c.x-maxCaptionShift*run[0].Size, c.base); ok {
			return left, right, c.base, true
		}
	}
	return nil, nil, 0, false
}

// halves parts a run at x, what stands right of it and above base left out; ok is false
// if a word lies across, or one half has a single line.
func (s *Steps) halves(run []sheet.Line, x, base float32) (left, right []sheet.Line, ok bool) {
	p := s.Page
	for n := range run {
		l, r := sheet.Line{Base: run[n].Base, Weight: run[n].Weight}, sheet.Line{Base: run[n].Base, Weight: run[n].Weight}
		for _, i := range run[n].Words {
			b := p.Words[i].Box
			switch {
			case b.X1 <= x:
				l.Add(p, i)
			case b.X0 >= x:
				r.Add(p, i)
			default:
				return nil, nil, false
			}
		}
		if len(l.Words) > 0 {
			left = append(left, l)
		}
		if len(r.Words) > 0 && r.Base > base+0.5 {
			right = append(right, r)
		}
	}
	return left, right, len(left) >= 2 && len(right) >= 2
}

// withoutTop removes lines without a gap from the top of a run: the rest of its caption.
func (s *Steps) withoutTop(run []sheet.Line) []sheet.Line {
	for len(run) > 0 && !s.several(&run[0]) {
		run = run[1:]
	}
	return run
}
