// This file makes cells of rows and columns.

package sheet

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// Table builds the table of a sheet whose first header lines are headings.
func (s *Sheet) Table(method string, header int) *Table {
	if t := s.floatTable(method, header); t != nil {
		return t
	}
	return s.lineTable(method, header)
}

// lineTable builds it line by line.
func (s *Sheet) lineTable(method string, header int) *Table {
	t := &Table{Method: method, Box: s.Box, Cols: s.cols(), Xs: slices.Clone(s.Xs), Columns: s.columns}
	rows := s.headings(t, header)
	t.Header = rows
	starts := s.rowStarts(header, len(s.Lines))
	for k := header; k < len(s.Lines); k++ {
		if k > header && starts[k-header] && s.allAbove(k) {
			starts[k-header] = false
		}
		if starts[k-header] {
			t.RowBoxes = append(t.RowBoxes, Box{X0: s.Box.X0, Y0: s.Lines[k].Box.Y0, X1: s.Box.X1, Y1: s.Lines[k].Box.Y1})
			rows++
		}
		rb := &t.RowBoxes[rows-1]
		rb.Y0, rb.Y1 = min(rb.Y0, s.Lines[k].Box.Y0), max(rb.Y1, s.Lines[k].Box.Y1)
		for n := range s.chunks[k] {
			if c := &s.chunks[k][n]; !starts[k-header] || !s.putAbove(t, rows-1, c) {
				s.put(t, rows-1, c)
			}
		}
	}
	t.Rows = rows
	s.spanRows(t, header, starts)
	SortCells(t.Cells)
	s.centreSpans(t)
	return t
}

// put adds a chunk to its cell of a body row.
func (s *Sheet) put(t *Table, row int, c *chunk) {
	for n := len(t.Cells) - 1; n >= 0 && t.Cells[n].Row == row; n-- {
		e := &t.Cells[n]
		if e.Col <= c.c0 && c.c0 < e.Col+e.ColSpan {
			e.Words = append(e.Words, c.words...)
			e.Box = layout.Union(e.Box, c.box)
			return
		}
	}
	span := 1
	if c.c1 > c.c0 && len(s.chunks[c.line]) == 1 && s.centredOver(c, c.c0, c.c1) && c.box.X0-s.Xs[0] > 3*s.Lines[c.line].Size {
		span = c.c1 - c.c0 + 1
	}
	t.Cells = append(t.Cells, Cell{Row: row, Col: c.c0, RowSpan: 1, ColSpan: span, Box: c.box, Words: slices.Clone(c.words)})
}

// putAbove adds a chunk of a row's first line to the cell above it if that one spans
// rows: no edge separates them though one separates the rest of the line, or the text
// reads on.
func (s *Sheet) putAbove(t *Table, row int, c *chunk) bool {
	if !s.goesAbove(c) || !s.ruled[c.line] && s.begun(t, row, c.c0) {
		return false
	}
	for n := len(t.Cells) - 1; n >= 0; n-- {
		e := &t.Cells[n]
		if e.Row < row && e.Col == c.c0 {
			e.Words = append(e.Words, c.words...)
			e.Box = layout.Union(e.Box, c.box)
			e.RowSpan = max(e.RowSpan, row-e.Row+1)
			return true
		}
		if e.Row < row-2 {
			break
		}
	}
	return false
}

// allAbove reports whether all chunks of line k continue cells above, so that the line is
// no row.
func (s *Sheet) allAbove(k int) bool {
	for n := range s.chunks[k] {
		if s.ruled[k] || !s.goesAbove(&s.chunks[k][n]) {
			return false
		}
	}
	return len(s.chunks[k]) > 0
}

// goesAbove reports whether a chunk continues the cell above it.
func (s *Sheet) goesAbove(c *chunk) bool {
	k := c.line
	if k == 0 || c.c0 != c.c1 || s.Lines[k-1].Weight < 1 || s.hasDigits(c) && (!strings.HasPrefix(s.first(c), "(") || s.figureColumn(c.c0)) {
		return false
	}
	if (s.Lines[k].Base-s.Lines[k-1].Base)/s.Lines[k].Size > TightPitch {
		return false
	}
	up := s.chunkAt(k-1, c.c0)
	if up == nil || up.c0 != c.c0 || len(s.chunks[k]) < 2 && !s.partly {
		return false
	}
	if s.ruled[k] {
		return !s.parted(k, c.c0) && s.partly
	}
	return strings.HasPrefix(s.first(c), "(") && len(c.words) == 1 && !s.figures(up) || shape.Unfinished(s.tail(up)) || s.stubGoesOn(c, up)
}

// figureColumn reports whether most texts of a column are figures. There, one in
// parentheses is a negative value and not the end of a name.
func (s *Sheet) figureColumn(col int) bool {
	texts, figures := 0, 0
	for k := range s.chunks {
		if c := s.chunkAt(k, col); c != nil && c.c0 == c.c1 {
			texts++
			if s.hasDigits(c) {
				figures++
			}
		}
	}
	return figures*2 > texts
}

// maxStubShare is the share of lines with a stub below which a stub names several rows.
const maxStubShare = 0.75

// stubGoesOn reports whether, on a page of characters, the name of a group of rows
// continues beside its second row: with a small letter, and with a word that had no room
// above.
func (s *Sheet) stubGoesOn(c, up *chunk) bool {
	if !s.p.Typed || c.c0 > 0 || !s.readsLow(c) || !s.noRoom(up, c) {
		return false
	}
	stubs := 0
	for k := range s.Lines {
		if s.chunkAt(k, 0) != nil {
			stubs++
		}
	}
	return float32(stubs) < maxStubShare*float32(len(s.Lines))
}

// begun reports whether row holds a cell in column c.
func (s *Sheet) begun(t *Table, row, c int) bool {
	for n := len(t.Cells) - 1; n >= 0 && t.Cells[n].Row == row; n-- {
		if t.Cells[n].Col == c {
			return true
		}
	}
	return false
}

// spanRows lets cells span the rows below if no edge separates them, but edges separate
// the rest of these rows.
func (s *Sheet) spanRows(t *Table, header int, starts []bool) {
	if !s.partly {
		return
	}
	var first []int // the first line of each body row
	for k := header; k < len(s.Lines); k++ {
		if starts[k-header] {
			first = append(first, k)
		}
	}
	taken := map[[2]int]bool{}
	for n := range t.Cells {
		c := &t.Cells[n]
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for col := c.Col; col < c.Col+c.ColSpan; col++ {
				taken[[2]int{r, col}] = true
			}
		}
	}
	for n := range t.Cells {
		c := &t.Cells[n]
		if c.Row < t.Header || c.ColSpan > 1 {
			continue
		}
		for r := c.Row + c.RowSpan; r < t.Rows; r++ {
			k := first[r-t.Header]
			if taken[[2]int{r, c.Col}] || !s.ruled[k] || s.parted(k, c.Col) {
				break
			}
			taken[[2]int{r, c.Col}] = true
			c.RowSpan = r - c.Row + 1
		}
	}
}

// centredOver reports whether a chunk is centred on columns c0..c1.
func (s *Sheet) centredOver(c *chunk, c0, c1 int) bool {
	x, _ := layout.Middle(c.box)
	return abs(x-(s.Xs[c0]+s.Xs[c1+1])/2) < maxOffCentre*s.Lines[c.line].Size
}
