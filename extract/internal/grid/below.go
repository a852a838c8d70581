// This file adds the row that a page break cuts: it is below the last rule of a table
// whose rows each have a rule below them, or above the first rule of the next page.

package grid

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// withRowBelow returns the table of a region with the lines below its last rule if these
// end the page, are close below the rule and fit the table's columns.
func (s *Steps) withRowBelow(t *Table, box Box, taken []bool) *Table {
	p := s.Page
	em := p.Em
	lines := freeLines(p, sheet.LinesIn(p, Box{X0: 0, Y0: box.Y1, X1: p.Width, Y1: p.Height}), taken)
	for len(lines) > 0 && lines[0].Base < box.Y1 {
		lines = lines[1:]
	}
	n := 0
	last := box.Y1
	for n < len(lines) {
		l := &lines[n]
		if l.Base-last > belowRule*em || l.Box.X0 < box.X0-em || l.Box.X1 > box.X1+em || l.Size > minHeadingScale*em || notesLine(p, l) {
			break
		}
		for _, x := range t.Xs[1 : len(t.Xs)-1] {
			if sheet.Crosses(p, []sheet.Line{*l}, x) {
				return nil
			}
		}
		last = l.Base
		n++
	}
	if n == 0 || !s.several(&lines[0]) && lines[0].Box.X0 < t.Xs[1]-em || len(lines)-n > layout.RunningLines {
		return nil
	}
	box.Y1 = lines[n-1].Box.Y1 + 1
	with, why := s.region(box, "bands", taken)
	if with == nil || why != "" || with.Cols != t.Cols {
		return nil
	}
	return with
}

// belowRule in em is the largest distance of the lines of a row cut by the page break,
// and of the first of them from the last rule.
const belowRule = 1.8

// withRowAbove returns the table of a region with the lines above its first rule if these
// begin the page, are close above the rule and fit the columns of the table, which
// continues from the page before; nil if there are none.
func (s *Steps) withRowAbove(t *Table, box Box, taken []bool) *Table {
	p := s.Page
	em := p.Em
	if len(s.before.xs) != len(t.Xs) || t.Header > 0 {
		return nil
	}
	for k := range t.Xs {
		if abs(t.Xs[k]-s.before.xs[k]) > em {
			return nil
		}
	}
	lines := freeLines(p, sheet.LinesIn(p, Box{X0: 0, Y0: 0, X1: p.Width, Y1: box.Y0}), taken)
	n, next := len(lines), box.Y0
	for n > 0 {
		l := &lines[n-1]
		if next-l.Base > belowRule*em || l.Box.X0 < box.X0-em || l.Box.X1 > box.X1+em || l.Size > minHeadingScale*em {
			break
		}
		for _, x := range t.Xs[1 : len(t.Xs)-1] {
			if sheet.Crosses(p, []sheet.Line{*l}, x) {
				return nil
			}
		}
		next = l.Base
		n--
	}
	if n == len(lines) || n > layout.RunningLines {
		return nil
	}
	box.Y0 = lines[n].Box.Y0 - 1
	with, why := s.region(box, "bands", taken)
	if with == nil || why != "" || with.Cols != t.Cols {
		return nil
	}
	joinTop(with, with.Rows-t.Rows)
	return with
}

// joinTop joins the first n rows of a table into one.
func joinTop(t *Table, n int) {
	if n < 2 {
		return
	}
	var cells []Cell
	at := make([]int, t.Cols) // index of each column's cell of the first row, plus one
	for _, c := range t.Cells {
		if c.Row >= n {
			c.Row -= n - 1
			cells = append(cells, c)
			continue
		}
		if i := at[c.Col]; i > 0 {
			cells[i-1].Words = append(slices.Clone(cells[i-1].Words), c.Words...)
			cells[i-1].Box = layout.Union(cells[i-1].Box, c.Box)
			continue
		}
		c.Row, c.RowSpan = 0, 1
		cells = append(cells, c)
		at[c.Col] = len(cells)
	}
	sheet.SortCells(cells)
	t.Cells = cells
	t.RowBoxes[n-1] = layout.Union(t.RowBoxes[0], t.RowBoxes[n-1])
	t.RowBoxes = t.RowBoxes[n-1:]
	t.Rows -= n - 1
}
