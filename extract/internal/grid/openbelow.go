// This file reads tables that no rule closes: one rule above the headings, one below them,
// and rows down to the notes or the running text.

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/sheet"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// minOpenRows is how many rows with gaps must follow the headings of an open table.
const minOpenRows = 2

// openBelow returns the table whose headings are between the two rules of a chain and
// whose rows follow below, without a rule after them; nil if they are no headings.
func (s *Steps) openBelow(chain []int, box Box, taken []bool) *Table {
	p := s.Page
	if len(chain) != 2 {
		return nil
	}
	heads := freeLines(p, sheet.LinesIn(p, Box{X0: box.X0 - 6, Y0: box.Y0, X1: box.X1 + 6, Y1: box.Y1}), taken)
	if len(heads) == 0 || len(heads) > maxHeadLines || !s.several(&heads[len(heads)-1]) && !s.several(&heads[0]) {
		return nil
	}
	below := sheet.LinesIn(p, Box{X0: box.X0 - p.Em, Y0: box.Y1, X1: box.X1 + p.Em, Y1: p.Height})
	rows := s.rowsBelow(heads[len(heads)-1], box, below, taken)
	several := 0
	for k := range rows {
		if s.several(&rows[k]) {
			several++
		}
	}
	if several < minOpenRows || several*2 < len(rows) || len(rows) < len(heads) {
		return nil
	}
	box.Y1 = rows[len(rows)-1].Box.Y1 + 1
	t, why := s.region(box, "bands", taken)
	if t == nil || why != "" || t.Header == 0 || t.Header > len(heads) {
		return nil
	}
	return t
}

// rowsBelow returns the lines right below a rule that are rows under the headings above
// it.
func (s *Steps) rowsBelow(head sheet.Line, box Box, lines []sheet.Line, taken []bool) []sheet.Line {
	p := s.Page
	last := head
	n := 0
	for n < len(lines) {
		t := &lines[n]
		if goesFar(p, &last, t) && !s.headsBlock(lines[:n+1], lines[n+1:]) || t.Size > minHeadingScale*max(head.Size, last.Size) || t.Box.X0 < box.X0-6 || t.Box.X1 > box.X1+6 {
			break
		}
		for _, i := range t.Words {
			if taken[i] {
				return nil
			}
		}
		if captionLine(p, t) || lexicon.IsTableSource(t.Text(p)) || !s.several(t) && (notesLine(p, t) || allWords(p, t, box)) {
			break
		}
		last = *t
		n++
	}
	for n > 0 && !s.several(&lines[n-1]) {
		n--
	}
	return lines[:n]
}

// headsBlock reports whether the last of some lines is the name of a block of rows: it is
// alone, and the figures of the next line end below those before it.
func (s *Steps) headsBlock(lines, next []sheet.Line) bool {
	n := len(lines) - 1
	if n < 1 || len(next) == 0 || s.several(&lines[n]) {
		return false
	}
	up, t := &lines[n-1], &lines[n]
	return next[0].Base-t.Base <= runPitch*t.Size && t.Base-up.Base <= maxBlockPitch*t.Size && figuresBelow(s.Page, up, &next[0])
}
