// The steps in their order, and the choice between what they found.

package grid

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/lattice"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// Find finds the tables of a page, knowing what was found on the pages before,
// and notes in before what this page tells the next. before may be nil.
func Find(p *layout.Page, before *Before) *Steps {
	if before == nil {
		before = &Before{}
	}
	s := &Steps{Page: p, before: before}
	s.Edges = edges.Find(p, &s.Notes)
	taken := make([]bool, len(p.Words))
	if !p.Typed {
		s.ruled(taken)
		s.banded(taken)
		s.filled(taken)
	}
	s.gaps(taken)
	slices.SortStableFunc(s.Tables, func(a, b Table) int {
		return cmp.Or(cmp.Compare(a.Box.Y0, b.Box.Y0), cmp.Compare(a.Box.X0, b.Box.X0))
	})
	before.add(s)
	return s
}

// take accepts a table: its words are no longer free.
func (s *Steps) take(t *Table, taken []bool) {
	for k := range t.Cells {
		for _, i := range t.Cells[k].Words {
			taken[i] = true
		}
	}
	if l := sheet.LinesIn(s.Page, t.Box); len(l) > 0 {
		t.Head = headText(s.Page, l)
	}
	if s.Page.Typed && s.headed(t) && len(s.heads) < maxHeads {
		s.heads = append(s.heads, s.headOf(t))
	}
	s.Tables = append(s.Tables, *t)
}

// leaveTaken leaves words that reach over two tables to the one that has them.
func leaveTaken(t *Table, taken []bool) {
	for k := range t.Cells {
		c := &t.Cells[k]
		c.Words = slices.DeleteFunc(c.Words, func(w int32) bool { return taken[w] })
	}
}

// ruled is the step of the same name.
func (s *Steps) ruled(taken []bool) {
	s.tryLattices(lattice.Find(Edges{H: drawn(s.Edges.H), V: drawn(s.Edges.V)}), "rules", taken)
}

// fillCover is how much of a lattice of fills must be filled: a table whose
// cells all have a ground. Stripes and marks cover less and say nothing of the
// cells between them.
const fillCover = 0.85

// filled is the step "fills": the borders of fills as edges.
func (s *Steps) filled(taken []bool) {
	soft := false
	for _, e := range s.Edges.V {
		soft = soft || e.Soft
	}
	if !soft {
		return
	}
	var ls []lattice.Lattice
	for _, l := range lattice.Find(s.Edges) {
		if s.cover(l.Box) < fillCover || s.overlaps(l.Box) {
			continue
		}
		if s.goesBeyond(&l, taken) {
			s.Candidates = append(s.Candidates, Candidate{Step: "fills", Box: l.Box, Refused: "stripes or marks: rows of the same columns go on beyond the fills"})
			continue
		}
		ls = append(ls, l)
	}
	s.tryLattices(ls, "fills", taken)
}

// goesBeyond reports whether the line right above or below the fills of a
// lattice stands in its columns, or the one behind a row of one text, such as
// the name of a group: the fills are stripes, headings or marked rows of a
// larger table, whose other rows have no ground.
func (s *Steps) goesBeyond(l *lattice.Lattice, taken []bool) bool {
	p := s.Page
	inner := l.Xs[1 : len(l.Xs)-1]
	inColumns := func(t *sheet.Line) bool {
		if !s.several(t) {
			return false
		}
		for _, x := range inner {
			if sheet.Crosses(p, []sheet.Line{*t}, x) {
				return false
			}
		}
		return true
	}
	row := l.Ys[1] - l.Ys[0]
	for k := 1; k < len(l.Ys); k++ {
		row = min(row, l.Ys[k]-l.Ys[k-1])
	}
	for side, band := range [2]Box{
		{X0: l.Box.X0, Y0: l.Box.Y0 - beyondFill*p.Em - row, X1: l.Box.X1, Y1: l.Box.Y0},
		{X0: l.Box.X0, Y0: l.Box.Y1, X1: l.Box.X1, Y1: l.Box.Y1 + beyondFill*p.Em + row},
	} {
		lines := freeLines(p, sheet.LinesIn(p, band), taken)
		edge := l.Box.Y1
		if side == 0 {
			slices.Reverse(lines)
			edge = l.Box.Y0
		}
		for k := range lines {
			t := &lines[k]
			_, y := layout.Middle(t.Box)
			near := abs(y-edge) <= beyondFill*p.Em
			behind := k == 1 && abs(y-edge) <= secondRow*row
			if (near || behind) && inColumns(t) {
				return true
			}
		}
	}
	return false
}

const (
	// beyondFill in em: the next row of a table stands no farther from a filled one.
	beyondFill = 2
	// secondRow in rows: the middle of the second row beyond the fills stands
	// 1.5 rows from them; where a title of its own comes between, it is farther.
	secondRow = 1.55
)

// cover returns which part of a box fills cover that can be seen; fills that
// overlap count twice.
func (s *Steps) cover(b Box) float32 {
	var sum float32
	painted := map[Box]bool{} // some producers paint each twice
	for i := range s.Page.Fills {
		if f := &s.Page.Fills[i]; edges.Seen(f.Color) && !painted[f.Box] {
			painted[f.Box] = true
			if m := layout.Meet(f.Box, b); m.X1 > m.X0 && m.Y1 > m.Y0 {
				sum += layout.Area(m)
			}
		}
	}
	return sum / max(layout.Area(b), 1)
}

func drawn(e []Edge) []Edge {
	return slices.DeleteFunc(slices.Clone(e), func(e Edge) bool { return e.Soft })
}

func (s *Steps) tryLattices(ls []lattice.Lattice, method string, taken []bool) {
	// Inner lattices first: a frame around a table is the larger one.
	slices.SortStableFunc(ls, func(a, b lattice.Lattice) int {
		return cmp.Compare(layout.Area(a.Box), layout.Area(b.Box))
	})
	for k := range ls {
		t, why := ls[k].Table(s.Page, method)
		if t != nil && s.overlaps(t.Box) {
			t, why = nil, "another table stands there"
		}
		s.Candidates = append(s.Candidates, Candidate{Step: method, Box: ls[k].Box, Refused: why, Table: t})
		if t != nil {
			leaveTaken(t, taken)
			s.outerNames(t, taken)
			s.take(t, taken)
		}
	}
}

// overlaps reports whether a chosen table stands in the box.
func (s *Steps) overlaps(b Box) bool {
	for k := range s.Tables {
		if m := layout.Meet(s.Tables[k].Box, b); layout.Area(m) > 0.1*min(layout.Area(b), layout.Area(s.Tables[k].Box)) && m.X1 > m.X0 && m.Y1 > m.Y0 {
			return true
		}
	}
	return false
}
