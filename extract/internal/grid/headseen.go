// This file recognises headings that were seen before, on pages of characters, by their
// words, wherever they are on the line.

package grid

import (
	"iter"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// headsSeen returns the headings of the tables above on this page and of those on the
// pages before.
func (s *Steps) headsSeen() iter.Seq[*headSeen] {
	return func(yield func(*headSeen) bool) {
		for _, heads := range [2][]headSeen{s.heads, s.before.heads} {
			for k := range heads {
				if !yield(&heads[k]) {
					return
				}
			}
		}
	}
}

// counted reports whether a line of text prints the headings h, their first line or all of
// them on one line, and returns how many words each has.
func (h *headSeen) counted(line string) (counts []int, ok bool) {
	if h.text == line {
		return h.counts, true
	}
	return h.wholeCounts, h.whole != "" && h.whole == line
}

// wholeHead returns the words of headings as one line would print them, and how many each
// has; "" if some column has none.
func (s *Steps) wholeHead(t *Table) (text string, counts []int) {
	cells := headCells(t)
	if t.Header > 1 || cells == nil {
		return "", nil
	}
	var words []string
	for k := range cells {
		for _, i := range cells[k].Words {
			words = append(words, s.Page.Words[i].Text)
		}
	}
	return strings.Join(words, " ") + "\n", wordCounts(cells)
}

// headCounts returns the number of words of each heading of a table, one for each column
// on one line; nil if the headings are not on one line.
func (s *Steps) headCounts(t *Table) []int {
	cells := headCells(t)
	for k := range cells {
		for _, i := range cells[k].Words {
			if s.Page.Words[i].Base != s.Page.Words[cells[0].Words[0]].Base {
				return nil
			}
		}
	}
	return wordCounts(cells)
}

// headCells returns the cells of the first row, nil unless there is one for each column.
func headCells(t *Table) []Cell {
	n := 0
	for ; n < len(t.Cells) && t.Cells[n].Row == 0; n++ {
		if c := &t.Cells[n]; c.Col != n || c.ColSpan != 1 {
			return nil
		}
	}
	if n != t.Cols {
		return nil
	}
	return t.Cells[:n]
}

// wordCounts returns the number of words of each cell, nil for no cells.
func wordCounts(cells []Cell) (counts []int) {
	for k := range cells {
		counts = append(counts, len(cells[k].Words))
	}
	return counts
}

// squeezed reports whether a line without a wide gap, at the top of a page of characters,
// is a row of the table that ended the page before: it has the word that names the rows,
// and a value that looks like those of a later column.
func (s *Steps) squeezed(t *sheet.Line) bool {
	if !s.Page.Typed || s.before.xs == nil || len(t.Words) < 2 || s.several(t) {
		return false
	}
	run := []sheet.Line{*t}
	sh := s.refit(run, t.Box, nil)
	return sh != nil && sh.BeginsRow()
}
