// This file cuts lines into the columns that rules of dashes show.

package sheet

import (
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// NewRuled lays lines out in the columns that rules of dashes show.
func NewRuled(p *layout.Page, box Box, lines []Line, seps []float32) *Sheet {
	em := lines[0].Size
	box.X0, box.X1 = min(box.X0, seps[0]-em), max(box.X1, seps[len(seps)-1]+em)
	s := New(p, box, lines, seps, true)
	s.dashed = true
	for k := range lines {
		s.chunks[k] = s.ruledChunks(k)
	}
	return s
}

// ruledChunks cuts line k at the borders that rules show if there is a blank; a lone text
// that runs over one is not cut.
func (s *Sheet) ruledChunks(k int) []chunk {
	t := &s.Lines[k]
	if segs := s.segments(k); len(segs) == 1 {
		for _, x := range s.Xs[1 : len(s.Xs)-1] {
			if Crosses(s.p, s.Lines[k:k+1], x) {
				return segs
			}
		}
	}
	var out []chunk
	from := 0
	for n := 1; n <= len(t.Words); n++ {
		if n < len(t.Words) && !s.borderIn(s.p.Words[t.Words[n-1]].Box, s.p.Words[t.Words[n]].Box, Crossed*t.Size) {
			continue
		}
		out = append(out, s.chunk(t.Words[from:n], k))
		from = n
	}
	return out
}
