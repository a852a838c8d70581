// This file reads rows separated by rules that leave out the cells that span them: web pages
// and word processors draw a rule below each cell. These rules and the columns make a
// lattice, whose cells show what spans which rows, wherever the text is.

package lattice

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

const (
	// minPartRules is the least number of rules over a part of the width; fewer are those of
	// sums, or span headings.
	minPartRules = 3
	// endsAtBorder is the share of the rules' ends that must be at borders of columns.
	endsAtBorder = 0.9
)

// OfSheet returns the table of a sheet whose rows are separated by rules, some of which leave
// columns out; nil if its rules are others. full are its rules across the whole width, header
// is how many of its lines are headings.
func OfSheet(p *layout.Page, sh *sheet.Sheet, full []Edge, header int) *sheet.Table {
	var low float32
	if header > 0 {
		low = sh.Lines[header-1].Base
	}
	part, ends, fit := 0, 0, 0
	for _, e := range sh.Inner {
		if e.Soft || e.At < low {
			continue
		}
		part++
		for _, x := range [2]float32{e.From, e.To} {
			ends++
			if slices.ContainsFunc(sh.Xs, func(b float32) bool { return abs(b-x) < 2*edges.SameEnds }) {
				fit++
			}
		}
	}
	if part < minPartRules || float32(fit) < endsAtBorder*float32(ends) {
		return nil
	}
	l := Lattice{}
	for _, list := range [2][]Edge{full, sh.Inner} {
		for _, e := range list {
			if !e.Soft {
				l.H = append(l.H, e)
			}
		}
	}
	edges.Sort(l.H)
	box := sh.Box
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
	xs := sh.DrawnBorders(2 * edges.SameEnds)
	for c, x := range xs {
		for r := 1; r < len(ys); r++ {
			if c == 0 || c == len(xs)-1 || !sh.RunsOver(x, ys[r-1], ys[r]) {
				l.V = append(l.V, Edge{At: x, From: ys[r-1], To: ys[r]})
			}
		}
	}
	edges.Sort(l.V)
	l.frame()
	t, why := l.Table(p, "bands")
	if why != "" {
		return nil
	}
	for t.Header < t.Rows-1 && t.RowBoxes[t.Header].Y0 < low {
		t.Header++
	}
	return t
}
