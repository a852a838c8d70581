// This file finds rows whose stubs are centred on their lines, where all lines are
// equally close: each row reaches as far below its stub as above it.

package sheet

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// maxStubShift in em is how far off the middle of its row a stub may be.
	maxStubShift = 0.3
	// minStubRows is the least number of such rows; fewer may fit by chance.
	minStubRows = 4
	// minStubFill is the least number of stubs, as a share of the lines that the fullest
	// column holds.
	minStubFill = 0.5
)

// stubRows returns where rows begin if they are centred on their stubs: each row, from
// the top down, ends as far below its stub as it begins above, to the last line. Stubs
// at the top of their rows rarely fit that, and then the lines at which rows would begin
// read on from those above.
func (s *Sheet) stubRows(from, to int) []bool {
	count := make([]int, s.cols())
	for k := from; k < to; k++ {
		if s.ruled[k] && k > from {
			return nil
		}
		for n := range s.chunks[k] {
			count[s.chunks[k][n].c0]++
		}
	}
	col := 0 // of the stubs; groups of rows may be named left of it
	for float32(count[col]) < minStubFill*float32(slices.Max(count)) {
		col++
	}
	if col == s.cols()-1 {
		return nil
	}
	for first := from; first < to; first++ {
		starts, rows, above := s.closeRows(first, to, col)
		if starts != nil {
			if rows < minStubRows || above == 0 || !s.fresherStarts(starts, first, col) {
				return nil
			}
			head := make([]bool, first-from)
			if first > from {
				head[0] = true // the rest of a row that began on the page before
			}
			return append(head, starts...)
		}
		if s.Fresh || s.chunkAt(first, col) != nil {
			return nil
		}
	}
	return nil
}

// closeRows returns where rows begin from line first on if each ends where the next
// begins, how many there are, and how many begin above their stub.
func (s *Sheet) closeRows(first, to, col int) (starts []bool, rows, above int) {
	starts = make([]bool, to-first)
	for k := first; k < to; rows++ {
		starts[k-first] = true
		stub := k
		for stub < to && (s.chunkAt(stub, col) == nil || len(s.chunks[stub]) == 0) {
			stub++
		}
		if stub == to {
			return nil, 0, 0
		}
		last := stub // of a stub that takes several lines
		for t := stub + 1; t < to; t++ {
			if c := s.chunkAt(t, col); c != nil {
				if !s.goesOnFrom(s.chunkAt(last, col), c) {
					break
				}
				last = t
			}
		}
		em := s.Lines[k].Size
		end := max(k, last)
		want := s.Lines[stub].Base + s.Lines[last].Base - s.Lines[k].Base
		for end+1 < to && s.Lines[end+1].Base <= want+maxStubShift*em && s.chunkAt(end+1, col) == nil {
			end++
		}
		if end < to-1 && abs(s.Lines[end].Base-want) > maxStubShift*em {
			return nil, 0, 0
		}
		for t := k + 1; t <= end; t++ {
			if s.rowConflict(k, t) {
				return nil, 0, 0
			}
		}
		if stub > k {
			if s.anyFigures(s.chunks[k]) {
				return nil, 0, 0 // a row's figures stand beside its stub
			}
			above++
		}
		k = end + 1
	}
	return starts, rows, above
}

// fresherStarts reports whether the lines that begin a row above its stub begin a new
// text more often than the lines inside rows.
func (s *Sheet) fresherStarts(starts []bool, first, col int) bool {
	mostlyNewRows, begun, reads, rest := 0, 0, 0, 0
	for n := range starts {
		k := first + n
		if n == 0 || s.chunkAt(k, col) != nil || len(s.chunks[k]) == 0 {
			continue
		}
		c := &s.chunks[k][len(s.chunks[k])-1]
		up := s.chunkAt(k-1, c.c0)
		if up == nil && k > first+1 {
			up = s.chunkAt(k-2, c.c0) // over a stub between two lines
		}
		if up == nil {
			continue
		}
		on := shape.OpensInside(s.first(c)) || strings.HasPrefix(s.first(c), "(") || shape.Unfinished(s.tail(up))
		switch {
		case starts[n] && on:
			return false
		case starts[n]:
			begun++
			if !s.noRoom(up, c) {
				mostlyNewRows++
			}
		default:
			rest++
			if on || s.noRoom(up, c) {
				reads++
			}
		}
	}
	return mostlyNewRows*2 >= begun && reads*2 >= rest
}
