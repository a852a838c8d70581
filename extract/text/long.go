// This file reads long tables. The package grid reads their first lines, which show where
// the columns are, and what the lines look like that begin a row and those that continue
// one. The other lines are read by that, one by one; at a line that looks like none of
// them, grid reads some lines.

package text

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/slab"
)

const (
	// sampleLines is the number of lines of a long table from which its columns are learned.
	sampleLines = 300
	// minWindow and maxWindow are the numbers of lines that grid reads at a line that looks
	// like none seen before: twice as many as the time before, if that is near.
	minWindow, maxWindow = 40, 320
	// minLooks is how many lines of one look must be seen to know the next one.
	minLooks = 3
	// maxStreamed is the largest number of columns of a table that is read line by line.
	maxStreamed = 32
)

// A look is what a line prints in each column, in two bits each: nothing, a text, a text
// that begins with a small letter, or one with figures.
type look uint64

const (
	textLook look = iota + 1
	smallLook
	figureLook
)

// looks counts the lines of one look: those that begin a row and those that continue one.
type looks struct{ begin, goOn int }

// A stream reads a long table.
type stream struct {
	*finder
	table  *charpage.Table
	before grid.Before // what the first lines have shown
	known  map[look]*looks
	cells  []string // of the row that is open
	at     document.Pos
	open   bool
	slab   slab.Slab
	segs   []segment
	line   []string // texts of the line at hand, by column
}

// readLong finds the tables of a chunk that is too long to be set as one page.
func (f *finder) readLong(c chunk) {
	for lo := c.lo; lo < c.hi; {
		if lo > 0 && f.lines[lo].page == f.lines[lo-1].page {
			f.before.Ended()
		}
		hi := min(lo+sampleLines, c.hi)
		n := len(f.found)
		f.readLines(f.lines[lo:hi], span(lo, hi))
		if n == len(f.found) {
			if tab := f.plainTable(&chunk{lo: lo, hi: c.hi}); tab != nil {
				f.found = append(f.found, *tab)
				hi = tab.Hi
			}
			lo = hi
			continue
		}
		last := &f.found[len(f.found)-1]
		if lo = max(last.Hi, last.Lo+1); lo == hi && hi < c.hi {
			s := &stream{finder: f, table: last, before: f.before}
			lo = s.read(c.hi)
		}
	}
	f.before.Ended()
}

// span returns the numbers from lo to hi, hi excluded.
func span(lo, hi int) []int {
	at := make([]int, hi-lo)
	for k := range at {
		at[k] = lo + k
	}
	return at
}

// read adds the rows of the lines up to hi to the table and returns the line at which
// the table ends.
func (s *stream) read(hi int) int {
	tab := s.table
	s.known = map[look]*looks{}
	s.line, s.cells = make([]string, tab.Cols), make([]string, tab.Cols)
	i := s.learn(tab.Table, tab.Lo, tab.Hi)
	tab.Table.Rows = tab.Table.Rows[:len(tab.Table.Rows)-1]
	window, clean := minWindow, 0
	row := i // the line at which the open row begins
	for i < hi {
		look, fits := s.look(i)
		l := s.known[look]
		if fits && l != nil && l.begin+l.goOn >= minLooks && (l.begin == 0 || l.goOn == 0) && (l.begin > 0 || s.open) {
			if l.begin > 0 {
				s.endRow()
				row = i
			}
			s.addLine(i)
			i++
			clean++
			continue
		}
		if window = min(2*window, maxWindow); clean > maxWindow {
			window = minWindow
		}
		s.open, clean = false, 0
		next := s.readWindow(row, min(max(i+1, row+window), hi), hi)
		if next == row {
			break
		}
		i, row = next, next
	}
	s.endRow()
	tab.Hi = row
	if i >= hi {
		tab.Hi = hi
	}
	return tab.Hi
}

// readWindow has grid read lines from one at which a row begins. It adds the rows except
// the last, which may continue, and returns the line at which that begins; lo if the lines
// are not part of the table.
func (s *stream) readWindow(lo, hi, end int) int {
	before := s.before
	found := s.setter.Tables(s.text, s.charLines(s.lines[lo:hi]), &before)
	if len(found) == 0 || found[0].Lo > 0 || found[0].Cols != s.table.Cols || len(found[0].Others) > 0 {
		return lo
	}
	part := found[0]
	rows := part.Table.Rows
	if lo+part.Hi < hi || hi == end { // the table ends here
		s.table.Table.Rows = append(s.table.Table.Rows, rows...)
		return lo + part.Hi
	}
	if len(rows) < 2 {
		return lo
	}
	next := s.learn(part.Table, lo, hi)
	s.table.Table.Rows = append(s.table.Table.Rows, rows[:len(rows)-1]...)
	return next
}

// learn notes the looks of the lines lo to hi, which grid has read as the rows of a table,
// and returns the line at which the last row begins.
func (s *stream) learn(tab *document.Table, lo, hi int) int {
	row := 0
	i := lo
	for ; i < hi; i++ {
		num := s.lines[i].num
		begins := row < len(tab.Rows) && tab.Rows[row].At.Line <= num
		for row < len(tab.Rows) && tab.Rows[row].At.Line <= num {
			row++
		}
		if row == len(tab.Rows) && begins {
			return i
		}
		if look, ok := s.look(i); ok && s.table.Cols <= maxStreamed {
			l := s.known[look]
			if l == nil {
				l = &looks{}
				s.known[look] = l
			}
			if begins {
				l.begin++
			} else {
				l.goOn++
			}
		}
	}
	return i
}

// look returns the look of line i. ok is false if a text of it reaches over a border, or
// two are in one column.
func (s *stream) look(i int) (l look, ok bool) {
	s.segs = segments(s.text, s.lines[i], s.segs[:0])
	clear(s.line)
	borders := s.table.Borders
	col, filled := 0, -1
	for _, g := range s.segs {
		for col < len(borders) && g.c0 >= borders[col] {
			col++
		}
		if col == filled || col < len(borders) && g.c1 > borders[col] {
			return 0, false
		}
		text := s.text[g.b0:g.b1]
		s.line[col], filled = text, col
		l |= lookOf(text) << (2 * col)
	}
	return l, true
}

// lookOf returns the look of a text.
func lookOf(text string) look {
	if shape.OpensLow(text) {
		return smallLook
	}
	for i := range len(text) {
		if c := text[i]; c >= '0' && c <= '9' {
			return figureLook
		}
	}
	return textLook
}

// addLine adds the texts of line i to the open row, or to a new one.
func (s *stream) addLine(i int) {
	if !s.open {
		copy(s.cells, s.line)
		s.at, s.open = s.finder.at(s.lines[i]), true
		return
	}
	for c, text := range s.line {
		switch {
		case text == "":
		case s.cells[c] == "":
			s.cells[c] = text
		default:
			s.cells[c] = shape.JoinWrapped(s.cells[c], text)
		}
	}
}

// endRow closes the open row.
func (s *stream) endRow() {
	if !s.open {
		return
	}
	s.open = false
	start := s.slab.StartRow()
	n := len(s.cells)
	if !slices.ContainsFunc(s.cells[1:], func(c string) bool { return c != "" }) {
		n = 1 // the name of a group
	}
	for _, c := range s.cells[:n] {
		start = s.slab.AddCell(start, document.Cell{Printed: c})
	}
	s.table.Table.Rows = append(s.table.Table.Rows, document.Row{At: s.at, Cells: s.slab.EndRow(start)})
}
