// Texts beside each other, which are no table: two columns of running text, and the
// addresses of a letter's foot. Each is read from the top down, one after the other.

package text

import (
	"slices"
	"unicode"

	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// maxBesideLines is how many lines with texts beside each other are looked at.
	maxBesideLines = 200
	// maxBesideWidth is the number of characters across a page at most.
	maxBesideWidth = 300
	// minTextWidth is how wide the lines of a column of running text are at least,
	// in characters.
	minTextWidth = 18
	// maxAddress is how many lines an address has at most.
	maxAddress = 12
)

// flowBeside emits the blocks of lines that are no table: as they come, or each of the
// texts that stand beside each other by itself.
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

// besides returns the texts that stand beside each other on lines, from the left to
// the right; nil if the lines are to be read as they come.
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

// runningColumns reports whether each column holds running text: its lines are wide,
// and many go on in the middle of a sentence.
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

// addresses reports whether columns are addresses that only happen to stand beside each
// other: two of them and more mix lines that reach someone with others, and one line
// does so in both.
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
