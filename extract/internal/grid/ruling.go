// This file finds columns by rules of dashes over each column of a table, as pandoc and
// reStructuredText draw them: where one ends and the next begins, a column begins.

package grid

import "github.com/pressoir/pressoir/extract/internal/sheet"

// maxCrossShare: rules show no columns if more than this part of the lines, and several,
// have a word across the border between two of them.
const maxCrossShare = 0.2

// rulingColumns returns the borders between the columns that rules of dashes in a run, or
// right above or below it, show; nil if they show none.
func (s *Steps) rulingColumns(run []sheet.Line) []float32 {
	p := s.Page
	em := run[0].Size
	top, bottom := run[0].Base-runPitch*em, run[len(run)-1].Base+runPitch*em
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
			if sheet.Crosses(p, run[k:k+1], x) && s.several(&run[k]) {
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
func (s *Steps) dashedBelow(t *sheet.Line) bool {
	for k := range s.Page.Rulings {
		if r := &s.Page.Rulings[k]; r.Y > t.Base && r.Y < t.Base+maxHeadRule*t.Size && len(r.Spans) > 1 {
			return true
		}
	}
	return false
}
