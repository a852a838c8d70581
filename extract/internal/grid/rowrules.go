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
func rowLattice(p *layout.Page, sh *sheet, full []Edge, header int) *Table {
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
			if slices.ContainsFunc(sh.xs, func(b float32) bool { return abs(b-x) < 2*edges.SameEnds }) {
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
	xs := sh.drawnBorders(2 * edges.SameEnds)
	for c, x := range xs {
		for r := 1; r < len(ys); r++ {
			if c == 0 || c == len(xs)-1 || !sh.runsOver(x, ys[r-1], ys[r]) {
				l.V = append(l.V, Edge{At: x, From: ys[r-1], To: ys[r]})
			}
		}
	}
	edges.Sort(l.V)
	l.frame()
	t, why := l.tableOf(p, "bands")
	if why != "" {
		return nil
	}
	for t.Header < t.Rows-1 && t.RowBoxes[t.Header].Y0 < low {
		t.Header++
	}
	return t
}
