// This file adds names of rows beside a ruled frame, one beside each of its rows: they are
// its first or its last column.

package grid

import (
	"slices"
	"unicode"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

const (
	// nameNear in em is the largest distance of the names of rows from the frame, measured
	// from the longest of those to the left of it.
	nameNear = 8
	// nameWords is the largest number of words of such a name.
	nameWords = 8
	// nameAlign in em is how far apart the beginnings, the ends or the middles of the names
	// may be.
	nameAlign = 0.6
	// minNamed is the least number of rows with names; fewer may have a text beside them by
	// chance.
	minNamed = 2
	// namedShare is the share of the rows below the headings that must have a name.
	namedShare = 0.8
	// onRow in em is how far a name may be from the middle of its row.
	onRow = 0.5
	// goesOnNear in em is the largest line distance at which running text beside the frame
	// continues above or below it.
	goesOnNear = 1.4
)

// outerNames adds the names of rows left or right of a ruled table to it.
func (s *Steps) outerNames(t *Table, taken []bool) {
	for _, left := range [2]bool{true, false} {
		names := s.namesBeside(t, left, taken)
		if names == nil {
			continue
		}
		box := t.Box
		for _, ws := range names {
			for _, i := range ws {
				box = layout.Union(box, s.Page.Words[i].Box)
			}
		}
		col := t.Cols
		if left {
			col = 0
			for k := range t.Cells {
				t.Cells[k].Col++
			}
			t.Xs = append([]float32{box.X0}, t.Xs...)
		} else {
			t.Xs = append(t.Xs, box.X1)
		}
		t.Cols++
		t.Box.X0, t.Box.X1 = box.X0, box.X1
		for r, ws := range names {
			b := &t.RowBoxes[r]
			b.X0, b.X1 = box.X0, box.X1
			t.Cells = append(t.Cells, Cell{Row: r, Col: col, RowSpan: 1, ColSpan: 1, Box: Box{X0: t.Xs[col], Y0: b.Y0, X1: t.Xs[col+1], Y1: b.Y1}, Words: ws})
		}
		sheet.SortCells(t.Cells)
	}
}

// namesBeside returns for each row of a table the words of its name on one side of
// it; nil if these are no names of its rows.
func (s *Steps) namesBeside(t *Table, left bool, taken []bool) [][]int32 {
	p := s.Page
	names := make([][]int32, t.Rows)
	named := 0
	var lefts, rights []float32
	var column Box // around the names
	for r := range t.Rows {
		b := t.RowBoxes[r]
		var name Box
		for k := p.LineAt(b.Y0); k < len(p.Lines) && p.Lines[k].Base < b.Y1+p.Em; k++ {
			l := &p.Lines[k]
			if y := l.Base - 0.3*l.Size; y < b.Y0 || y >= b.Y1 {
				continue
			}
			for n, i := range s.besideFrame(l, t.Box, left, taken) {
				w := p.Words[i].Box
				if n == 0 {
					lefts, rights = append(lefts, w.X0), append(rights, w.X1)
				}
				rights[len(rights)-1] = w.X1
				if names[r] == nil {
					name = w
				}
				name = layout.Union(name, w)
				names[r] = append(names[r], i)
			}
		}
		if len(names[r]) == 0 {
			continue
		}
		_, at := layout.Middle(name)
		if _, y := layout.Middle(b); len(names[r]) > nameWords || !s.hasLetters(names[r]) || abs(at-y) > onRow*p.Em {
			return nil
		}
		if column == (Box{}) {
			column = name
		}
		column = layout.Union(column, name)
		if r > 0 {
			named++
		}
	}
	if named < minNamed || float32(named) < namedShare*float32(t.Rows-1) || !aligned(lefts, rights, nameAlign*p.Em) || left && t.Box.X0-slices.Max(rights) > nameNear*p.Em || s.goesOnBeyond(column) {
		return nil
	}
	return names
}

// goesOnBeyond reports whether a column of texts continues right above or below: it is
// running text.
func (s *Steps) goesOnBeyond(column Box) bool {
	p := s.Page
	for _, y := range [2]float32{column.Y0, column.Y1} {
		for k := p.LineAt(y - goesOnNear*p.Em); k < len(p.Lines) && p.Lines[k].Base < y+goesOnNear*p.Em; k++ {
			l := &p.Lines[k]
			if l.Base > column.Y0 && l.Base < column.Y1 {
				continue
			}
			for _, i := range l.Words {
				if abs(p.Words[i].Box.X0-column.X0) < nameAlign*p.Em {
					return true
				}
			}
		}
	}
	return false
}

// besideFrame returns the words of a line beside a frame: the only text on that side, since
// several texts are those of another table.
func (s *Steps) besideFrame(l *layout.Line, frame Box, left bool, taken []bool) []int32 {
	p := s.Page
	var out []int32
	for _, i := range l.Words {
		b := p.Words[i].Box
		if left && b.X1 > frame.X0+1 || !left && b.X0 < frame.X1-1 {
			continue
		}
		if n := len(out); taken[i] || n > 0 && borders.Wide(p, &p.Words[out[n-1]], &p.Words[i]) {
			return nil
		}
		out = append(out, i)
	}
	if len(out) == 0 || !left && p.Words[out[0]].Box.X0-frame.X1 > nameNear*l.Size {
		return nil
	}
	return out
}

// hasLetters reports whether words have letters, as names do: line numbers have none.
func (s *Steps) hasLetters(ws []int32) bool {
	return slices.ContainsFunc(ws, func(i int32) bool {
		return slices.ContainsFunc([]rune(s.Page.Words[i].Text), unicode.IsLetter)
	})
}

// aligned reports whether texts begin, end, or have their middles, at one place.
func aligned(lefts, rights []float32, tol float32) bool {
	var mids []float32
	for k := range lefts {
		mids = append(mids, (lefts[k]+rights[k])/2)
	}
	for _, at := range [3][]float32{lefts, rights, mids} {
		if slices.Max(at)-slices.Min(at) <= tol {
			return true
		}
	}
	return false
}
