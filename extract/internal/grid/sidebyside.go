// This file separates tables without rules that are side by side: captions at their tops
// show where the second begins, since their lines mix on the page.

package grid

import "github.com/pressoir/pressoir/internal/lexicon"

const (
	// minCaptionGap in em is the narrowest gap between captions side by side.
	minCaptionGap = 1.2
	// maxCaptionShift in em is how far left of its caption the text of a table may begin.
	maxCaptionShift = 0.5
)

// A sideCaption is a caption of a table beside other text.
type sideCaption struct{ x, base float32 }

// noteSides notes the caption of a table that begins after a wide gap of a line.
func (s *Steps) noteSides(t *textLine) {
	p := s.Page
	for n := 1; n < len(t.words); n++ {
		a, b := &p.Words[t.words[n-1]], &p.Words[t.words[n]]
		if b.Box.X0-a.Box.X1 < minCaptionGap*t.size {
			continue
		}
		rest := textLine{words: t.words[n:]}
		if lexicon.IsTableCaption(rest.text(p)) {
			s.sides = append(s.sides, sideCaption{x: b.Box.X0, base: t.base})
		}
	}
}

// sideBySide cuts a run at the last caption beside other text in it or close above, where
// no word crosses; ok reports that there is one.
func (s *Steps) sideBySide(run []textLine) (left, right []textLine, base float32, ok bool) {
	for k := len(s.sides) - 1; k >= 0; k-- {
		c := &s.sides[k]
		if c.base > run[len(run)-1].base || run[0].base-c.base > captionFar*run[0].size {
			continue
		}
		if left, right, ok = s.halves(run, c.x-maxCaptionShift*run[0].size, c.base); ok {
			return left, right, c.base, true
		}
	}
	return nil, nil, 0, false
}

// halves parts a run at x, what stands right of it and above base left out; ok is false
// if a word lies across, or one half has a single line.
func (s *Steps) halves(run []textLine, x, base float32) (left, right []textLine, ok bool) {
	p := s.Page
	for n := range run {
		l, r := textLine{base: run[n].base, weight: run[n].weight}, textLine{base: run[n].base, weight: run[n].weight}
		for _, i := range run[n].words {
			b := p.Words[i].Box
			switch {
			case b.X1 <= x:
				l.add(p, i)
			case b.X0 >= x:
				r.add(p, i)
			default:
				return nil, nil, false
			}
		}
		if len(l.words) > 0 {
			left = append(left, l)
		}
		if len(r.words) > 0 && r.base > base+0.5 {
			right = append(right, r)
		}
	}
	return left, right, len(left) >= 2 && len(right) >= 2
}

// withoutTop removes lines without a gap from the top of a run: the rest of its caption.
func (s *Steps) withoutTop(run []textLine) []textLine {
	for len(run) > 0 && !s.several(&run[0]) {
		run = run[1:]
	}
	return run
}
