// This file reads cells that span rows and print between the lines of those rows, because
// they are centred or have several lines. Without rules, such a line would be read as a
// part of both rows. The cells are taken out, the rows are made of the other columns, and
// each cell is given to the rows that it is centred on, to the row on whose first line it
// begins, or, if a page break cuts its rows, to the nearest one.

package sheet

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// maxFloatFill is the largest number of lines of a column of cells that span rows, as a
// share of the lines of the fullest column.
const maxFloatFill = 0.5

// floatTable builds the table of a sheet with such columns; nil if it has none.
func (s *Sheet) floatTable(method string, header int) *Table {
	cols := s.floats(header)
	if cols == nil {
		return nil
	}
	r := s.without(cols, header)
	if len(r.Lines) <= header+1 {
		return nil
	}
	t := r.lineTable(method, header)
	for _, e := range s.floatCells(cols, header) {
		e.Row = t.Header
		for k := t.Header; k < t.Rows; k++ {
			if abs(middle(t.RowBoxes[k])-middle(e.Box)) < abs(middle(t.RowBoxes[e.Row])-middle(e.Box)) {
				e.Row = k
			}
		}
		t.Cells = append(t.Cells, e)
	}
	SortCells(t.Cells)
	done := s.centreSpans(t)
	count := make([]int, t.Cols)
	for n := range t.Cells {
		if t.Cells[n].Row >= t.Header {
			count[t.Cells[n].Col]++
		}
	}
	for n := range t.Cells {
		e := &t.Cells[n]
		if e.Row < t.Header || !slices.Contains(cols, e.Col) || done[e.Col] {
			continue
		}
		if row := s.rowBeginning(t, e, cols); row >= 0 {
			e.Row = row
		} else if count[e.Col]*2 >= t.Rows-t.Header {
			return nil // rather cells of one row, centred on its lines
		}
	}
	SortCells(t.Cells)
	for n := 1; n < len(t.Cells); n++ {
		if a, b := &t.Cells[n-1], &t.Cells[n]; a.Row == b.Row && a.Col == b.Col {
			return nil
		}
	}
	return t
}

// rowBeginning returns the row whose first line a cell begins on; -1 if there is none.
func (s *Sheet) rowBeginning(t *Table, e *Cell, cols []int) int {
	first := &s.p.Words[e.Words[0]]
	for n := range t.Cells {
		o := &t.Cells[n]
		if o.Row < t.Header || slices.Contains(cols, o.Col) {
			continue
		}
		if w := &s.p.Words[o.Words[0]]; abs(w.Base-first.Base) < ownLine*first.Size {
			return o.Row
		}
	}
	return -1
}

// floats returns the columns that may hold such cells: few lines fill them, and some of
// these are printed over lines of the other columns.
func (s *Sheet) floats(header int) []int {
	if s.partly || s.cols() < 2 {
		return nil
	}
	count := make([]int, s.cols())
	for k := header; k < len(s.Lines); k++ {
		for n := range s.chunks[k] {
			if c := &s.chunks[k][n]; c.c0 == c.c1 {
				count[c.c0]++
			}
		}
	}
	full := slices.Max(count)
	few := func(c int) bool {
		return c < s.cols()-1 && count[c] >= minCentred && float32(count[c]) <= maxFloatFill*float32(full)
	}
	over, own := make([]bool, s.cols()), make([]bool, s.cols())
	for k := header; k < len(s.Lines); k++ {
		alone := len(s.chunks[k]) > 0
		for n := range s.chunks[k] {
			alone = alone && s.chunks[k][n].c0 == s.chunks[k][n].c1 && few(s.chunks[k][n].c0)
		}
		if !alone {
			continue
		}
		em := s.Lines[k].Size
		if k > header && s.Lines[k].Base-s.Lines[k-1].Base < overlapPitch*em || k+1 < len(s.Lines) && s.Lines[k+1].Base-s.Lines[k].Base < overlapPitch*em {
			for n := range s.chunks[k] {
				over[s.chunks[k][n].c0] = true
			}
			continue
		}
		for n := range s.chunks[k] { // a line of its own is a row: a section's, or a total
			c := &s.chunks[k][n]
			own[c.c0] = own[c.c0] || k == header || !s.goesOnFrom(s.chunkAt(k-1, c.c0), c)
		}
	}
	var out []int
	for c := range over {
		if over[c] && !own[c] {
			out = append(out, c)
		}
	}
	return out
}

// without returns the sheet without the text of its body in some columns.
func (s *Sheet) without(cols []int, header int) *Sheet {
	r := *s
	r.Lines, r.chunks, r.ruled, r.edges, r.widths = nil, nil, nil, nil, nil
	ruled := false
	var edges []Edge
	for k := range s.Lines {
		ruled = ruled || s.ruled[k]
		if k < len(s.edges) {
			edges = append(edges, s.edges[k]...)
		}
		t := Line{Base: s.Lines[k].Base, Weight: s.Lines[k].Weight}
		var chunks []chunk
		for n := range s.chunks[k] {
			c := s.chunks[k][n]
			if k >= header && c.c0 == c.c1 && slices.Contains(cols, c.c0) {
				continue
			}
			c.line = len(r.Lines)
			chunks = append(chunks, c)
			for _, i := range c.words {
				t.Add(s.p, i)
			}
		}
		if len(chunks) == 0 && len(s.chunks[k]) > 0 {
			continue
		}
		r.Lines, r.chunks = append(r.Lines, t), append(r.chunks, chunks)
		r.ruled, r.edges = append(r.ruled, ruled), append(r.edges, edges)
		ruled, edges = false, nil
	}
	r.ruled, r.edges = append(r.ruled, ruled || s.ruled[len(s.Lines)]), append(r.edges, edges)
	return &r
}

// floatCells returns the cells of some columns: lines that are close and read on are one.
func (s *Sheet) floatCells(cols []int, header int) []Cell {
	var out []Cell
	for _, c := range cols {
		var up *chunk
		for k := header; k < len(s.Lines); k++ {
			at := s.chunkAt(k, c)
			if at == nil || at.c0 != at.c1 {
				continue
			}
			if s.goesOnFrom(up, at) {
				e := &out[len(out)-1]
				e.Words, e.Box = append(e.Words, at.words...), layout.Union(e.Box, at.box)
			} else {
				out = append(out, Cell{Col: c, RowSpan: 1, ColSpan: 1, Box: at.box, Words: slices.Clone(at.words)})
			}
			up = at
		}
	}
	return out
}

// goesOnFrom reports whether text c continues the text up in a line above.
func (s *Sheet) goesOnFrom(up, c *chunk) bool {
	if up == nil || s.Lines[c.line].Base-s.Lines[up.line].Base > TightPitch*s.Lines[c.line].Size {
		return false
	}
	return shape.Unfinished(s.tail(up)) || shape.OpensInside(s.first(c)) || strings.HasPrefix(s.first(c), "(")
}
