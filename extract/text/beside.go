// This file reads texts beside each other that are no table: two columns of running text,
// and the addresses at the foot of a letter. Each is read from top to bottom.

package text

import (
	"slices"
	"unicode"

	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// maxBesideLines is the largest number of lines searched for texts beside each other.
	maxBesideLines = 200
	// maxBesideWidth is the largest width of a page, in characters.
	maxBesideWidth = 300
	// minTextWidth is the least width of the lines of a column of running text, in
	// characters.
	minTextWidth = 18
	// maxAddress is the largest number of lines of an address.
	maxAddress = 12
)

// flowBeside emits the blocks of lines that are no table: in their order, or, if texts are
// beside each other, one text after the other.
func (t *textPage) flowBeside(lines []textLine) {
	lo, hi := 0, len(lines)
	for lo < hi && len(segments(t.text, lines[lo], nil)) < 2 {
		lo++
	}
	for hi > lo && len(segments(t.text, lines[hi-1], nil)) < 2 {
		hi--
	}
	columns := t.besides(lines[lo:hi])
	if columns == nil {
		t.flow(lines)
		return
	}
	t.flow(lines[:lo])
	for _, column := range columns {
		t.flow(column)
	}
	t.flow(lines[hi:])
}

// besides returns the texts beside each other on lines, from left to right; nil if the
// lines are to be read in their order.
func (t *textPage) besides(lines []textLine) [][]textLine {
	if len(lines) < 2 || len(lines) > maxBesideLines {
		return nil
	}
	inked := make([]bool, maxBesideWidth+1)
	all := make([][]segment, len(lines))
	for k, ln := range lines {
		all[k] = segments(t.text, ln, nil)
		if all[k][len(all[k])-1].c1 > maxBesideWidth {
			return nil
		}
		for _, s := range all[k] {
			for c := s.c0; c < s.c1; c++ {
				inked[c] = true
			}
		}
	}
	var starts []int // of the columns: no line prints anything right before one
	for c := range inked {
		if inked[c] && (c < 1 || !inked[c-1]) && (c < minGap || !inked[c-minGap]) {
			starts = append(starts, c)
		}
	}
	if len(starts) < 2 {
		return nil
	}
	columns := make([][]textLine, len(starts))
	for k, ln := range lines {
		for _, s := range all[k] {
			at, exact := slices.BinarySearch(starts, s.c0)
			if !exact {
				at--
			}
			columns[at] = append(columns[at], textLine{int32(s.b0), int32(s.b1), ln.num, ln.page})
		}
	}
	if t.runningColumns(columns, len(lines)) || t.addresses(columns) {
		return columns
	}
	return nil
}

// runningColumns reports whether each column is running text: its lines are wide, and many
// continue in the middle of a sentence.
func (t *textPage) runningColumns(columns [][]textLine, lines int) bool {
	for _, column := range columns {
		low, width := 0, 0
		for _, ln := range column {
			s := t.str(ln)
			width += runeLen(s)
			if shape.OpensLow(s) {
				low++
			}
		}
		if 2*len(column) < lines || 4*low < len(column) || width < minTextWidth*len(column) {
			return false
		}
	}
	return true
}

// addresses reports whether columns are addresses set side by side: at least two of them
// mix lines that reach someone with others, and one line does so in both.
func (t *textPage) addresses(columns [][]textLine) bool {
	mixed, pairs := 0, 0
	reached := map[int32]bool{} // lines that reach someone
	for _, column := range columns {
		if len(column) > maxAddress {
			return false
		}
		n := 0
		for _, ln := range column {
			if !reachesSomeone(t.str(ln)) {
				continue
			}
			n++
			if reached[ln.num] {
				pairs++
			}
			reached[ln.num] = true
		}
		if n > 0 && 3*n < 2*len(column) {
			mixed++
		}
	}
	return mixed >= 2 && pairs > 0
}

// reachesSomeone reports whether s is a line of an address: a phone number, an
// e-mail, or a postcode with its town.
func reachesSomeone(s string) bool {
	return describe.IsContactLine(s) || len(s) > 6 && shape.Of(s[:5]) == shape.Postal && s[5] == ' ' && unicode.IsLetter(rune(s[6]))
}
