// This file finds columns by rules of dashes over each column of a table, as pandoc and
// reStructuredText draw them: where one ends and the next begins, a column begins.

package grid

import "github.com/pressoir/pressoir/extract/internal/layout"

// maxCrossShare: rules show no columns if more than this part of the lines, and several,
// have a word across the border between two of them.
const maxCrossShare = 0.2

// rulingColumns returns the borders between the columns that rules of dashes in a run, or
// right above or below it, show; nil if they show none.
func (s *Steps) rulingColumns(run []textLine) []float32 {
	p := s.Page
	em := run[0].size
	top, bottom := run[0].base-runPitch*em, run[len(run)-1].base+runPitch*em
	left := boxOf(run).X0
	var best [][2]float32
	for k := range p.Rulings {
		// Rules over the figures of a sum begin right of the names.
		if r := &p.Rulings[k]; r.Y > top && r.Y < bottom && len(r.Spans) > max(1, len(best)) && r.Spans[0][0] <= left+em {
			best = r.Spans
		}
	}
	var out []float32
	for n := 1; n < len(best); n++ {
		out = append(out, (best[n-1][1]+best[n][0])/2)
	}
	for _, x := range out {
		n := 0
		for k := range run {
			if crosses(p, run[k:k+1], x) && s.several(&run[k]) {
				n++
			}
		}
		if n > 1 && float32(n) > maxCrossShare*float32(len(run)) {
			return nil
		}
	}
	return out
}

// maxHeadRule in em is how far down the rule below its headings may be.
const maxHeadRule = 5

// dashedBelow reports whether a rule with a stretch over each column follows a line close
// enough to be below its headings.
func (s *Steps) dashedBelow(t *textLine) bool {
	for k := range s.Page.Rulings {
		if r := &s.Page.Rulings[k]; r.Y > t.base && r.Y < t.base+maxHeadRule*t.size && len(r.Spans) > 1 {
			return true
		}
	}
	return false
}

// newRuled lays lines out in the columns that rules of dashes show.
func newRuled(p *layout.Page, box Box, lines []textLine, seps []float32) *sheet {
	em := lines[0].size
	box.X0, box.X1 = min(box.X0, seps[0]-em), max(box.X1, seps[len(seps)-1]+em)
	s := newSheet(p, box, lines, seps, true)
	s.dashed = true
	for k := range lines {
		s.chunks[k] = s.ruledChunks(k)
	}
	return s
}

// ruledChunks cuts line k at the borders that rules show if there is a blank; a lone text
// that runs over one is not cut.
func (s *sheet) ruledChunks(k int) []chunk {
	t := &s.lines[k]
	if segs := s.segments(k); len(segs) == 1 {
		for _, x := range s.xs[1 : len(s.xs)-1] {
			if crosses(s.p, s.lines[k:k+1], x) {
				return segs
			}
		}
	}
	var out []chunk
	from := 0
	for n := 1; n <= len(t.words); n++ {
		if n < len(t.words) && !s.borderIn(s.p.Words[t.words[n-1]].Box, s.p.Words[t.words[n]].Box, crossed*t.size) {
			continue
		}
		out = append(out, s.chunk(t.words[from:n], k))
		from = n
	}
	return out
}
