// Rows whose stubs are centred on their lines, where all lines stand equally
// close: each row reaches as far below its stub as above.

package grid

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// stubOff in em: how far a row may reach farther on one side of its stub.
	stubOff = 0.3
	// minStubRows: fewer rows may close by chance.
	minStubRows = 4
	// stubFill: this part of the lines that the fullest column holds, or more, has stubs.
	stubFill = 0.5
)

// stubRows returns where rows start if they are centred on their stubs: going
// down, each row ends as far below its stub as it began above, up to the last
// line. Stubs at the top of their rows rarely close so, and then the lines that
// rows would begin with read on from those above.
func (s *sheet) stubRows(from, to int) []bool {
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
	for float32(count[col]) < stubFill*float32(slices.Max(count)) {
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
		if s.fresh || s.at(first, col) != nil {
			return nil
		}
	}
	return nil
}

// closeRows returns where rows start from line first on, if all close; and how
// many they are, and how many begin above their stub.
func (s *sheet) closeRows(first, to, col int) (starts []bool, rows, above int) {
	starts = make([]bool, to-first)
	for k := first; k < to; rows++ {
		starts[k-first] = true
		stub := k
		for stub < to && (s.at(stub, col) == nil || len(s.chunks[stub]) == 0) {
			stub++
		}
		if stub == to {
			return nil, 0, 0
		}
		last := stub // of a stub that takes several lines
		for t := stub + 1; t < to; t++ {
			if c := s.at(t, col); c != nil {
				if !s.goesOnFrom(s.at(last, col), c) {
					break
				}
				last = t
			}
		}
		em := s.lines[k].size
		end := max(k, last)
		want := s.lines[stub].base + s.lines[last].base - s.lines[k].base
		for end+1 < to && s.lines[end+1].base <= want+stubOff*em && s.at(end+1, col) == nil {
			end++
		}
		if end < to-1 && abs(s.lines[end].base-want) > stubOff*em {
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

// fresherStarts reports whether the lines that begin a row above its stub begin
// anew, and those that begin none rather read on.
func (s *sheet) fresherStarts(starts []bool, first, col int) bool {
	anew, begun, reads, rest := 0, 0, 0, 0
	for n := range starts {
		k := first + n
		if n == 0 || s.at(k, col) != nil || len(s.chunks[k]) == 0 {
			continue
		}
		c := &s.chunks[k][len(s.chunks[k])-1]
		up := s.at(k-1, c.c0)
		if up == nil && k > first+1 {
			up = s.at(k-2, c.c0) // over a stub between two lines
		}
		if up == nil {
			continue
		}
		on := shape.GoesOn(s.first(c)) || strings.HasPrefix(s.first(c), "(") || shape.Unfinished(s.tail(up))
		switch {
		case starts[n] && on:
			return false
		case starts[n]:
			begun++
			if !s.noRoom(up, c) {
				anew++
			}
		default:
			rest++
			if on || s.noRoom(up, c) {
				reads++
			}
		}
	}
	return anew*2 >= begun && reads*2 >= rest
}
