// This file finds cells that span rows without any rule and are centred on them: the rows
// of each are those around its middle, and one ends where the next begins.

package sheet

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// maxMiddleShift in line distances is how far the middle of a text may be from the
	// middle of its rows.
	maxMiddleShift = 0.3
	// minCentred is the least number of such cells; fewer may be centred by chance.
	minCentred = 2
)

// centreSpans gives the cells of a column the rows that they are centred on, column by
// column, if that leaves no row out and gives none twice. It returns for which columns it
// did that.
func (s *Sheet) centreSpans(t *Table) (done []bool) {
	done = make([]bool, t.Cols)
	body := t.Rows - t.Header
	if body < 3 || s.partly {
		return done
	}
	for c := range t.Cols - 1 {
		rows := rowExtents(t, c)
		if rows == nil {
			continue
		}
		var cells []*Cell
		var at []float32
		for n := range t.Cells {
			e := &t.Cells[n]
			if e.Col == c && e.Row >= t.Header && e.ColSpan == 1 {
				cells, at = append(cells, e), append(at, middle(e.Box))
			}
		}
		if len(cells) < minCentred || len(cells) == body {
			continue
		}
		// A first row that begins a table without its group shows it too.
		between := s.betweenLines(cells, t)
		if !between && (!s.Fresh || cells[0].Row == t.Header) {
			continue
		}
		starts, ends, exact := partition(rows, at, s.Fresh)
		if !between && !exact {
			continue
		}
		for n := range starts {
			cells[n].Row, cells[n].RowSpan = t.Header+starts[n], ends[n]-starts[n]+1
		}
		done[c] = starts != nil
	}
	SortCells(t.Cells)
	return done
}

func middle(b Box) float32 { return (b.Y0 + b.Y1) / 2 }

// rowExtents returns the boxes of the body rows in the columns after c that fill all of
// them; nil if none does.
func rowExtents(t *Table, c int) []Box {
	var all []Box
	for k := t.Cols - 1; k > c; k-- {
		rows := make([]Box, t.Rows-t.Header)
		n := 0
		for i := range t.Cells {
			if e := &t.Cells[i]; e.Col == k && e.Row >= t.Header && e.RowSpan == 1 {
				rows[e.Row-t.Header] = e.Box
				n++
			}
		}
		if n < len(rows) {
			continue
		}
		if all == nil {
			all = rows
			continue
		}
		for r := range all {
			all[r] = layout.Union(all[r], rows[r])
		}
	}
	if !slices.IsSortedFunc(all, func(a, b Box) int { return cmp.Compare(a.Y0, b.Y0) }) {
		return nil
	}
	return all
}

// betweenLines reports whether some of the cells are between the lines of the column that
// fills all rows, as the middle of an even number of rows is. A text at the top of its
// rows never is.
func (s *Sheet) betweenLines(cells []*Cell, t *Table) bool {
	for _, e := range cells {
		w := &s.p.Words[e.Words[0]]
		alone := true
		for k := range s.Lines {
			for _, i := range s.Lines[k].Words {
				o := &s.p.Words[i]
				if o.Box.X0 >= t.Xs[e.Col+1] && abs(o.Base-w.Base) < ownLine*w.Size {
					alone = false
				}
			}
		}
		if alone {
			return true
		}
	}
	return false
}

// ownLine in em is the largest difference of baselines of words on one line.
const ownLine = 0.3

// partition cuts rows into groups around the given places, from the top down. A group of
// the page before may take the first rows, unless the table begins here; the last group
// may continue on the next page, with its text anywhere in it. It returns nil if there is
// no such cut, or several.
func partition(rows []Box, at []float32, begins bool) (starts, ends []int, exact bool) {
	n := len(rows)
	tol := maxMiddleShift * (middle(rows[n-1]) - middle(rows[0])) / float32(n-1)
	chain := func(a int) (starts, ends []int, exact bool) {
		for k, y := range at {
			b := a
			for b < n && abs((rows[a].Y0+rows[b].Y1)/2-y) > tol {
				b++
			}
			if k == len(at)-1 && b != n-1 {
				if a >= n || y < rows[a].Y0 {
					return nil, nil, false
				}
				return append(starts, a), append(ends, n-1), false
			}
			if b >= n {
				return nil, nil, false
			}
			starts, ends = append(starts, a), append(ends, b)
			a = b + 1
		}
		return starts, ends, true
	}
	found, sure := 0, false
	for a := range n {
		if a > 0 && begins {
			break
		}
		s, e, exact := chain(a)
		if s == nil || sure && !exact {
			continue
		}
		if exact && !sure {
			sure, found = true, 0
		}
		if found++; found == 1 {
			starts, ends = s, e
		}
		if a == 0 && exact {
			break
		}
	}
	if found != 1 {
		return nil, nil, false
	}
	return starts, ends, sure
}
