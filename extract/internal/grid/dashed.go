// This file cuts lines into the columns that rules of dashes show.

package grid

import "github.com/pressoir/pressoir/extract/internal/layout"

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
