// Long cells of tables without rules look like running text: several full lines that
// read on. Rows tell them: again and again one of their lines has the other cells
// of its row beside it.

package layout

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

const (
	// rowCompany: a line with so many texts beside one of it is a row of a table.
	rowCompany = 2
	// minRows: so many of them begin at one place where a column of a table does.
	minRows = 3
	// maxCellLines is the largest number of lines of a cell that may look like running
	// text.
	maxCellLines = 6
	// maxSmall: one of so many cells may begin with a small letter.
	maxSmall = 3
)

// A rowStart is where a text begins that stands in a line like a row of a table.
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
		if others >= rowCompany {
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
	return n >= minRows && small*maxSmall <= n
}

// inRows reports whether the lines of a block are cells: rows of a table begin where it
// does, and none of its lines is far from one that has a row's other cells beside it.
// Running text beside a table has other lines than the table, or goes on in those that
// it shares with it.
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
		if company[line] >= rowCompany {
			alone, begun = 0, true
			continue
		}
		if alone++; alone >= maxCellLines {
			return false
		}
	}
	return begun
}

// rowBetween reports whether a line between two others looks like the row of a table.
func (p *Page) rowBetween(a, b int32, company []int32) bool {
	for l := a + 1; l < b; l++ {
		if company[l] > rowCompany {
			return true
		}
	}
	return false
}
