// Slabs of cells, runs and texts, and stores of any type.

package slab

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// Sizes of a slab's pieces of memory.
const (
	minPiece     = 64       // cells or runs of the first piece: a release of one page needs no more
	maxPiece     = 4096     // cells or runs of the largest, after doubling: some 128 KiB
	maxTextPiece = 64 << 10 // bytes of the largest piece of text
)

// A Slab gives out cells and runs. The zero value is ready to use.
type Slab struct {
	cells []document.Cell
	runs  []document.Run
	more  []document.More
	text  strings.Builder // texts of cells of several runs
	size  int             // of the last piece, in cells or runs
}

// nextSize returns the size of the next piece, atLeast or more.
func (s *Slab) nextSize(atLeast int) int {
	s.size = min(max(2*s.size, minPiece), maxPiece)
	return max(s.size, atLeast)
}

// StartRow begins a row of cells and returns where it starts.
func (s *Slab) StartRow() int { return len(s.cells) }

// AddCell adds a cell to the row that starts at start, and returns where the row
// starts now: a row that outgrows its piece of memory moves to a new one.
func (s *Slab) AddCell(start int, c document.Cell) int {
	if len(s.cells) == cap(s.cells) {
		row := s.cells[start:]
		s.cells = make([]document.Cell, len(row), s.nextSize(2*len(row)+1))
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

// PlainRun returns a slice of one run of plain text.
func (s *Slab) PlainRun(text string) []document.Run { return s.KeepRuns(document.Run{Text: text}) }

// KeepRuns returns a copy of runs.
func (s *Slab) KeepRuns(runs ...document.Run) []document.Run {
	if len(s.runs)+len(runs) > cap(s.runs) {
		s.runs = make([]document.Run, 0, s.nextSize(len(runs)))
	}
	n := len(s.runs)
	s.runs = append(s.runs, runs...)
	return s.runs[n:len(s.runs):len(s.runs)]
}

// Cell returns a cell that prints runs. It copies them.
func (s *Slab) Cell(runs []document.Run) document.Cell {
	if len(runs) == 0 {
		return document.Cell{}
	}
	if document.IsPlain(runs) {
		return document.Cell{Printed: runs[0].Text}
	}
	runs = s.KeepRuns(runs...)
	c := document.Cell{Printed: runs[0].Text}
	if len(runs) > 1 {
		c.Printed = s.join(runs)
	}
	if len(s.more) == cap(s.more) {
		s.more = make([]document.More, 0, s.nextSize(1))
	}
	s.more = append(s.more, document.More{Runs: runs})
	c.More = &s.more[len(s.more)-1]
	return c
}

// join returns the text of runs, and makes each run's text a slice of it.
func (s *Slab) join(runs []document.Run) string {
	n := 0
	for i := range runs {
		n += len(runs[i].Text)
	}
	if s.text.Cap()-s.text.Len() < n {
		s.text = strings.Builder{}
		s.text.Grow(max(n, min(maxTextPiece, s.size*16)))
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

// Sizes of the pieces that Keep allocates, in values.
const (
	maxStorePiece = 512
	minStorePiece = 8 // a Markdown file may hold 100,000 fragments of HTML, each with stores of its own
)

// Keep returns a copy of vs, allocated in *store together with other copies. A
// long slice gets an allocation of its own.
func Keep[T any](store *[]T, vs []T) []T {
	if len(vs) > cap(*store)-len(*store) {
		if len(vs) >= maxStorePiece/4 {
			return append([]T(nil), vs...)
		}
		*store = make([]T, 0, max(len(vs), min(maxStorePiece, 2*cap(*store)), minStorePiece))
	}
	n := len(*store)
	*store = append(*store, vs...)
	return (*store)[n:len(*store):len(*store)]
}
