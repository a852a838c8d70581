// This file gives cells and runs out of large pieces of memory. A table of a
// million rows would otherwise ask for several million small pieces, and most
// of the reading time would go there.

package extract

// Sizes of a slab's pieces, in cells or runs: small for a release of one page,
// and doubling up to a piece of about 256 KiB.
const (
	minSlab = 64
	maxSlab = 4096
)

// A slab hands out cells and runs. What it handed out is never moved.
type slab struct {
	cells []Cell
	runs  []Run
	size  int
}

func (s *slab) next(atLeast int) int {
	s.size = min(max(2*s.size, minSlab), maxSlab)
	return max(s.size, atLeast)
}

// startRow begins a row of cells and returns where it starts.
func (s *slab) startRow() int { return len(s.cells) }

// addCell adds a cell to the row that starts at start and returns where the row
// starts now: a row that outgrows its piece moves to a new one.
func (s *slab) addCell(start int, c Cell) int {
	if len(s.cells) == cap(s.cells) {
		row := s.cells[start:]
		s.cells = make([]Cell, len(row), s.next(2*len(row)+1))
		copy(s.cells, row)
		start = 0
	}
	s.cells = append(s.cells, c)
	return start
}

// endRow returns the finished row.
func (s *slab) endRow(start int) []Cell {
	n := len(s.cells)
	if start == n {
		return nil
	}
	return s.cells[start:n:n]
}

// run returns a list of one run of plain text.
func (s *slab) run(text string) []Run { return s.keep(Run{Text: text}) }

// keep returns a list of runs.
func (s *slab) keep(runs ...Run) []Run {
	if len(s.runs)+len(runs) > cap(s.runs) {
		s.runs = make([]Run, 0, s.next(len(runs)))
	}
	n := len(s.runs)
	s.runs = append(s.runs, runs...)
	return s.runs[n:len(s.runs):len(s.runs)]
}
