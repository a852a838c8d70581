// This file reads rows separated by rules that leave out the cells that span them: web pages
// and word processors draw a rule below each cell. These rules and the columns make a
// lattice, whose cells show what spans which rows, wherever the text is.

package grid

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// minPartRules is the least number of rules over a part of the width; fewer are those of
	// sums, or span headings.
	minPartRules = 3
	// endsAtBorder is the share of the rules' ends that must be at borders of columns.
	endsAtBorder = 0.9
)

// rowLattice returns the table of a region whose rows are separated by rules, some of which
// leave columns out; nil if it is no such region.
func (s *Steps) rowLattice(sh *sheet, full []Edge, header int) *Table {
	var low float32
	if header > 0 {
		low = sh.lines[header-1].base
	}
	part, ends, fit := 0, 0, 0
	for _, e := range sh.inner {
		if e.Soft || e.At < low {
			continue
		}
		part++
		for _, x := range [2]float32{e.From, e.To} {
			ends++
			if slices.ContainsFunc(sh.xs, func(b float32) bool { return abs(b-x) < 2*sameEnds }) {
				fit++
			}
		}
	}
	if part < minPartRules || float32(fit) < endsAtBorder*float32(ends) {
		return nil
	}
	l := Lattice{}
	for _, list := range [2][]Edge{full, sh.inner} {
		for _, e := range list {
			if !e.Soft {
				l.H = append(l.H, e)
			}
		}
	}
	edges.Sort(l.H)
	box := sh.box
	for _, y := range [2]float32{box.Y0, box.Y1} {
		if !slices.ContainsFunc(l.H, func(e Edge) bool { return abs(e.At-y) < minBorderGap }) {
			l.H = append(l.H, Edge{At: y, From: box.X0, To: box.X1})
		}
	}
	edges.Sort(l.H)
	var ys []float32
	for _, e := range l.H {
		ys = append(ys, e.At)
	}
	ys = mergeBorders(ys)
	xs := sh.drawnBorders()
	for c, x := range xs {
		for r := 1; r < len(ys); r++ {
			if c == 0 || c == len(xs)-1 || !sh.runsOver(x, ys[r-1], ys[r]) {
				l.V = append(l.V, Edge{At: x, From: ys[r-1], To: ys[r]})
			}
		}
	}
	edges.Sort(l.V)
	l.frame()
	t, why := l.tableOf(s.Page, "bands")
	if why != "" {
		return nil
	}
	for t.Header < t.Rows-1 && t.RowBoxes[t.Header].Y0 < low {
		t.Header++
	}
	return t
}

// drawnBorders returns the borders of columns, moved to where rules end near them.
func (s *sheet) drawnBorders() []float32 {
	xs := slices.Clone(s.xs)
	for c := 1; c < len(xs)-1; c++ {
		best, n := xs[c], float32(2*sameEnds)
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
		if k > begin && (s.rowConflict(begin, k) || totalLine(s.p, &s.lines[k]) || s.outdented(begin, k) || s.belowName(k)) {
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
