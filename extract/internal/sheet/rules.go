// What rules between lines say of rows and columns: for the rows of a sheet, and for package
// lattice, which makes cells of the rules themselves.

package sheet

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

// minCrossing is the part of the region's width that an edge between two lines must cover
// to separate rows; if a cell spans rows, the edge leaves that cell out.
const minCrossing = 0.5

// Rule marks the lines that rules and the borders of fills separate: full are those across
// the whole width, inner the others. Among headings, the first header lines, only the former
// separate any.
func (s *Sheet) Rule(full, inner []Edge, header int) {
	s.Inner = inner
	s.edges = make([][]Edge, len(s.Lines)+1)
	for k := 1; k < len(s.Lines); k++ {
		y0, y1 := s.Lines[k-1].Base-0.2*s.Lines[k-1].Size, s.Lines[k].Base-0.2*s.Lines[k].Size
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
		for _, e := range s.Inner {
			if e.At > y0 && e.At < y1 {
				drawn = drawn || !e.Soft
				sum += min(e.To, s.Box.X1) - max(e.From, s.Box.X0)
				s.edges[k] = append(s.edges[k], e)
			}
		}
		if sum >= minCrossing*(s.Box.X1-s.Box.X0) {
			s.ruled[k], s.partly = true, s.partly || drawn
		} else {
			s.edges[k] = nil
		}
	}
}

// Enclose marks a rule above the first line and one below the last.
func (s *Sheet) Enclose() { s.ruled[0], s.ruled[len(s.Lines)] = true, true }

// parted reports whether an edge above line k covers column c.
func (s *Sheet) parted(k, c int) bool {
	if k >= len(s.edges) {
		return false
	}
	for _, e := range s.edges[k] {
		if min(e.To, s.Xs[c+1])-max(e.From, s.Xs[c]) > 0.5*s.inkWidth(c) {
			return true
		}
	}
	return false
}

// DrawnBorders returns the borders of columns, moved to where rules end nearer than within.
func (s *Sheet) DrawnBorders(within float32) []float32 {
	xs := slices.Clone(s.Xs)
	for c := 1; c < len(xs)-1; c++ {
		best, n := xs[c], within
		for _, e := range s.Inner {
			for _, x := range [2]float32{e.From, e.To} {
				if d := abs(x - s.Xs[c]); !e.Soft && d < n {
					best, n = x, d
				}
			}
		}
		xs[c] = best
	}
	return xs
}

// RunsOver reports whether a text between two heights lies over the border x.
func (s *Sheet) RunsOver(x, y0, y1 float32) bool {
	for k := range s.Lines {
		for n := range s.chunks[k] {
			c := &s.chunks[k][n]
			_, y := layout.Middle(c.box)
			if d := maxOverhang * s.Lines[k].Size; y > y0 && y < y1 && c.box.X0 < x-d && c.box.X1 > x+d {
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
func (s *Sheet) oneRowBands(from, to int) bool {
	bands, begin, single, wide := 1, from, 0, 0
	for k := from; k < to; k++ {
		if k > from && s.ruled[k] {
			bands, begin, wide = bands+1, k, 0
		}
		if k > begin && (s.rowConflict(begin, k) || s.Lines[k].IsTotal(s.p) || s.outdented(begin, k) || s.belowName(k)) {
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
