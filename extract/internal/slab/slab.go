// This file gives cells and runs out of large pieces of memory. A table of a
// million rows would otherwise ask for several million small pieces, and most
// of the reading time would go there.

package slab

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// Sizes of a slab's pieces, in cells or runs: small for a release of one page,
// and doubling up to a piece of about 128 KiB.
const (
	minSlab = 64
	maxSlab = 4096
)

// textSlab is the size of a slab's pieces of text, in bytes.
const textSlab = 64 << 10

// A Slab hands out cells and runs. What it handed out is never moved.
type Slab struct {
	cells []document.Cell
	runs  []document.Run
	more  []document.More
	text  strings.Builder // whole texts of cells of several runs
	size  int
}

func (s *Slab) next(atLeast int) int {
	s.size = min(max(2*s.size, minSlab), maxSlab)
	return max(s.size, atLeast)
}

// StartRow begins a row of cells and returns where it starts.
func (s *Slab) StartRow() int { return len(s.cells) }

// AddCell adds a cell to the row that starts at start and returns where the row
// starts now: a row that outgrows its piece moves to a new one.
func (s *Slab) AddCell(start int, c document.Cell) int {
	if len(s.cells) == cap(s.cells) {
		row := s.cells[start:]
		s.cells = make([]document.Cell, len(row), s.next(2*len(row)+1))
		copy(s.cells, row)
		start = 0
	}
	s.cells = append(s.cells, c)
	return start
}

// EndRow returns the finished row.
func (s *Slab) EndRow(start int) []document.Cell {
	n := len(s.cells)
	if start == n {
		return nil
	}
	return s.cells[start:n:n]
}

// Run returns a list of one run of plain text.
func (s *Slab) Run(text string) []document.Run { return s.Keep(document.Run{Text: text}) }

// Keep returns a list of runs.
func (s *Slab) Keep(runs ...document.Run) []document.Run {
	if len(s.runs)+len(runs) > cap(s.runs) {
		s.runs = make([]document.Run, 0, s.next(len(runs)))
	}
	n := len(s.runs)
	s.runs = append(s.runs, runs...)
	return s.runs[n:len(s.runs):len(s.runs)]
}

// Cell returns a cell of runs, which are not kept.
func (s *Slab) Cell(runs []document.Run) document.Cell {
	if len(runs) == 0 {
		return document.Cell{}
	}
	if document.IsPlain(runs) {
		return document.Cell{Printed: runs[0].Text}
	}
	runs = s.Keep(runs...)
	c := document.Cell{Printed: runs[0].Text}
	if len(runs) > 1 {
		c.Printed = s.join(runs)
	}
	if len(s.more) == cap(s.more) {
		s.more = make([]document.More, 0, s.next(1))
	}
	s.more = append(s.more, document.More{Runs: runs})
	c.More = &s.more[len(s.more)-1]
	return c
}

// join writes runs into one text, of which they are then slices.
func (s *Slab) join(runs []document.Run) string {
	n := 0
	for i := range runs {
		n += len(runs[i].Text)
	}
	if s.text.Cap()-s.text.Len() < n {
		s.text = strings.Builder{}
		s.text.Grow(max(n, min(textSlab, s.size*16)))
	}
	from := s.text.Len()
	for i := range runs {
		s.text.WriteString(runs[i].Text)
	}
	text := s.text.String()[from:]
	from = 0
	for i := range runs {
		to := from + len(runs[i].Text)
		runs[i].Text = text[from:to]
		from = to
	}
	return text
}

// storeSize is how many values are allocated at a time for keep.
const storeSize = 512

// minStore is how many the first piece of a store takes: a Markdown file may hold
// a hundred thousand scraps of HTML, each read by itself.
const minStore = 8

// Keep returns a copy of vs that lies in *store.
func Keep[T any](store *[]T, vs []T) []T {
	if len(vs) > cap(*store)-len(*store) {
		if len(vs) >= storeSize/4 {
			return append([]T(nil), vs...)
		}
		*store = make([]T, 0, max(len(vs), min(storeSize, 2*cap(*store)), minStore))
	}
	n := len(*store)
	*store = append(*store, vs...)
	return (*store)[n:len(*store):len(*store)]
}
