// This file finds the long cells of tables without rules. Several full lines that
// read on look like running text; but in a cell, the first line of each row has the
// row's other cells beside it.

package layout

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

const (
	// minRowTexts is how many texts a line must have beside one of its texts to look
	// like a row of a table.
	minRowTexts = 2
	// minRows is how many lines that look like rows must begin at one x to make it the
	// left edge of a column.
	minRows = 3
	// maxCellLines is the largest number of lines of a cell that may look like running
	// text.
	maxCellLines = 6
	// smallOneIn: one cell in this number may begin with a small letter.
	smallOneIn = 3
)

// A rowStart is where a text begins in a line that looks like a row of a table.
type rowStart struct {
	x     float32
	small bool // with a small letter
}

// rowStarts returns, sorted, where the texts of lines begin that look like rows of
// tables: with other texts beside them, none of which is like running text.
func (p *Page) rowStarts(like []bool, company []int32) []rowStart {
	var starts []rowStart
	for i := range p.Segments {
		s := &p.Segments[i]
		others := company[s.Line]
		if !like[i] {
			others--
		}
		if others >= minRowTexts {
			r, _ := utf8.DecodeRuneInString(p.Words[s.Words[0]].Text)
			starts = append(starts, rowStart{s.Box.X0, unicode.IsLower(r)})
		}
	}
	slices.SortFunc(starts, func(a, b rowStart) int { return cmp.Compare(a.x, b.x) })
	return starts
}

// cellsAt reports whether enough rows of a table begin a text at x, few of them with a
// small letter.
func cellsAt(rows []rowStart, x, tol float32) bool {
	n, small := 0, 0
	k, _ := slices.BinarySearchFunc(rows, x-tol, func(r rowStart, x float32) int { return cmp.Compare(r.x, x) })
	for ; k < len(rows) && rows[k].x <= x+tol; k++ {
		n++
		if rows[k].small {
			small++
		}
	}
	return n >= minRows && small*smallOneIn <= n
}

// inRows reports whether the lines of a block are cells: rows of a table begin where it
// does, and none of its lines is far from one that has a row's other cells beside it.
// Running text beside a table is set on other lines, or continues on those that it
// shares with the table.
func (p *Page) inRows(b *Block, rows []rowStart, company []int32) bool {
	if !cellsAt(rows, b.Box.X0, p.Segments[b.Segments[0]].Size/4) {
		return false
	}
	alone := 0 // lines since the last row began
	begun := false
	for k, i := range b.Segments {
		line := p.Segments[i].Line
		if k > 0 && p.rowBetween(p.Segments[b.Segments[k-1]].Line, line, company) {
			return false
		}
		if company[line] >= minRowTexts {
			alone, begun = 0, true
			continue
		}
		if alone++; alone >= maxCellLines {
			return false
		}
	}
	return begun
}

// rowBetween reports whether a line between two others looks like a row of a table.
func (p *Page) rowBetween(a, b int32, company []int32) bool {
	for l := a + 1; l < b; l++ {
		if company[l] > minRowTexts {
			return true
		}
	}
	return false
}
