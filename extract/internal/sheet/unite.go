// This file joins headings over several columns that a border between these has cut.

package sheet

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// unite joins headings of line k that only an ordinary blank separates at a border: each
// is above another heading, and the two together are centred on these. Headings right
// above one of their columns stay apart.
func (s *Sheet) unite(k, lines int) {
	line := s.chunks[k]
	em := s.Lines[k].Size
	for n := 1; n < len(line); n++ {
		a, b := &line[n-1], &line[n]
		if a.c0 == 0 || a.c1 >= b.c0 || b.box.X0-a.box.X1 >= maxCloseGap*em {
			continue
		}
		both := layout.Union(a.box, b.box)
		for t := k + 1; t < lines; t++ {
			l, r := s.chunkAt(t, a.c1), s.chunkAt(t, b.c0)
			if l == nil || r == nil || l == r {
				continue
			}
			if shape.Unfinished(s.tail(a)) || inLine(a.box, l.box, em) && inLine(b.box, r.box, em) {
				break // each goes on in its own column
			}
			over := layout.Union(l.box, r.box)
			x, _ := layout.Middle(both)
			if m, _ := layout.Middle(over); abs(x-m) < maxOffCentre*em {
				a.words, a.box, a.c1 = append(slices.Clone(a.words), b.words...), both, b.c1
				line = slices.Delete(line, n, n+1)
				n--
			}
			break
		}
	}
	s.chunks[k] = line
}

// inLine reports whether two texts, one below the other, are centred on each other.
func inLine(a, b Box, em float32) bool {
	x, _ := layout.Middle(a)
	y, _ := layout.Middle(b)
	return abs(x-y) < borders.EdgeAlign*em
}
