// What rules between lines say of rows: marked at the lines that they separate, and asked by
// those who make cells of the rules themselves (package lattice).

package grid

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

// minCrossing is the part of the region's width that an edge between two lines must cover
// to separate rows; if a cell spans rows, the edge leaves that cell out.
const minCrossing = 0.5

// rule marks the lines that rules and the borders of fills separate. Among headings, only
// drawn rules across the whole width do.
// full are those over its whole width, inner the others.
func (s *sheet) rule(full, inner []Edge, header int) {
	s.inner = inner
	s.edges = make([][]Edge, len(s.lines)+1)
	for k := 1; k < len(s.lines); k++ {
		y0, y1 := s.lines[k-1].base-0.2*s.lines[k-1].size, s.lines[k].base-0.2*s.lines[k].size
		for _, e := range full {
			if e.At > y0 && e.At < y1 {
				s.ruled[k] = true
				s.edges[k] = append(s.edges[k], e)
			}
		}
		if s.ruled[k] || k <= header {
			continue
		}
		sum := float32(0)
		drawn := false // the ground of a marked cell says nothing of those beside it
		for _, e := range s.inner {
			if e.At > y0 && e.At < y1 {
				drawn = drawn || !e.Soft
				sum += min(e.To, s.box.X1) - max(e.From, s.box.X0)
				s.edges[k] = append(s.edges[k], e)
			}
		}
		if sum >= minCrossing*(s.box.X1-s.box.X0) {
			s.ruled[k], s.partly = true, s.partly || drawn
		} else {
			s.edges[k] = nil
		}
	}
}

// enclose marks a rule above the first line and one below the last.
func (s *sheet) enclose() { s.ruled[0], s.ruled[len(s.lines)] = true, true }

// parted reports whether an edge above line k covers column c.
func (s *sheet) parted(k, c int) bool {
	if k >= len(s.edges) {
		return false
	}
	for _, e := range s.edges[k] {
		if min(e.To, s.xs[c+1])-max(e.From, s.xs[c]) > 0.5*s.inkWidth(c) {
			return true
		}
	}
	return false
}

// drawnBorders returns the borders of columns, moved to where rules end nearer than within.
func (s *sheet) drawnBorders(within float32) []float32 {
	xs := slices.Clone(s.xs)
	for c := 1; c < len(xs)-1; c++ {
		best, n := xs[c], within
		for _, e := range s.inner {
			for _, x := range [2]float32{e.From, e.To} {
				if d := abs(x - s.xs[c]); !e.Soft && d < n {
					best, n = x, d
				}
			}
		}
		xs[c] = best
	}
	return xs
}

// runsOver reports whether a text between two heights lies over the border x.
func (s *sheet) runsOver(x, y0, y1 float32) bool {
	for k := range s.lines {
		for n := range s.chunks[k] {
			c := &s.chunks[k][n]
			_, y := layout.Middle(c.box)
			if d := maxOverhang * s.lines[k].size; y > y0 && y < y1 && c.box.X0 < x-d && c.box.X1 > x+d {
				return true
			}
		}
	}
	return false
}

// minRowBands is the least number of bands between rules that are rows.
const minRowBands = 4

// oneRowBands reports whether rules part the lines from..to-1 into rows: many bands of few
// lines, none of which holds two figures of a column or two lines that fill several.
func (s *sheet) oneRowBands(from, to int) bool {
	bands, begin, single, wide := 1, from, 0, 0
	for k := from; k < to; k++ {
		if k > from && s.ruled[k] {
			bands, begin, wide = bands+1, k, 0
		}
		if k > begin && (s.rowConflict(begin, k) || s.lines[k].isTotal(s.p) || s.outdented(begin, k) || s.belowName(k)) {
			return false
		}
		if len(s.chunks[k]) > 1 {
			if wide++; wide > 1 {
				return false
			}
		}
		if k == begin && (k+1 == to || s.ruled[k+1]) {
			single++
		}
	}
	return bands >= minRowBands && single > 0 && to-from <= 3*bands
}
