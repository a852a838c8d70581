// This file makes rows of lines: the wrapped lines of a cell belong to one row. The
// evidence, in this order, is rules between lines, the distances of lines, and the
// columns that they fill.

package sheet

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// overlapPitch in em is the distance below which lines print over each other
	// unless they are in different columns; such lines are cells of one row that are
	// centred differently.
	overlapPitch = 0.8
	// TightPitch in em is the largest distance of lines of one cell.
	TightPitch = 1.55
)

// rowStarts returns for each of the lines from..to-1 whether a row begins there.
func (s *Sheet) rowStarts(from, to int) []bool {
	n := to - from
	starts := make([]bool, n)
	if n == 0 {
		return starts
	}
	starts[0] = true
	if s.oneRowBands(from, to) {
		copy(starts[1:], s.ruled[from+1:to])
		return starts
	}
	if centred := s.stubRows(from, to); centred != nil {
		return centred
	}
	limit, spaced := s.rowPitch(from, to)
	mode := s.usualFill(from, to)
	s.stubs = s.stubsLead(from, to)
	wraps := s.stubsWrap(from, to)
	begin := from // first line of the row at hand
	for k := from + 1; k < to; k++ {
		pitch := (s.Lines[k].Base - s.Lines[k-1].Base) / s.Lines[k].Size
		switch {
		case s.ruled[k], s.leads(k, to):
			starts[k-from] = true
		case pitch < overlapPitch && !s.rowConflict(begin, k) && !(spaced && s.columnPitch(begin, k) > limit):
		case s.outdented(begin, k), s.belowName(k):
			starts[k-from] = true
		case spaced:
			starts[k-from] = s.columnPitch(begin, k) > limit
		default:
			// The last line names no group: nothing follows.
			starts[k-from] = !((wraps || k == to-1) && s.stubWrapped(k)) && !s.continues(begin, k, mode)
		}
		if starts[k-from] {
			begin = k
		}
	}
	return starts
}

// leads reports whether line k is the first line of a cell centred on the row whose
// line comes next: it is much nearer to that line, which fills more columns or the
// first one.
func (s *Sheet) leads(k, to int) bool {
	if k+1 >= to || s.ruled[k+1] || len(s.chunks[k]) >= len(s.chunks[k+1]) && !s.besideStub(k) || s.conflict(k, k+1) {
		return false
	}
	up, down := s.Lines[k].Base-s.Lines[k-1].Base, s.Lines[k+1].Base-s.Lines[k].Base
	if down > overlapPitch*s.Lines[k].Size || down > nearer*up {
		return false
	}
	for n := range s.chunks[k] { // the same column cannot hold both lines
		if s.chunkAt(k+1, s.chunks[k][n].c0) != nil {
			return false
		}
	}
	return true
}

// besideStub reports whether the next line holds a stub and line k does not.
func (s *Sheet) besideStub(k int) bool {
	a, b := s.chunks[k], s.chunks[k+1]
	return len(a) > 0 && len(a) == len(b) && a[0].c0 > 0 && b[0].c0 == 0
}

// nearer is the factor by which the next row must be nearer than the row above for a
// line to belong to it.
const nearer = 0.75

// rowConflict reports whether line k has a figure where a line of the row that begins
// at line begin has one.
func (s *Sheet) rowConflict(begin, k int) bool {
	for t := max(begin, k-maxRowLines); t < k; t++ {
		if s.conflict(t, k) {
			return true
		}
	}
	return false
}

// maxRowLines is the largest number of lines of a row that are searched backwards.
const maxRowLines = 40

// columnPitch returns how far, in em, line k is below the text of the row that begins at
// line begin in its columns; if they have none yet, below the line before.
func (s *Sheet) columnPitch(begin, k int) float32 {
	best := float32(1e9)
	for n := range s.chunks[k] {
		c := &s.chunks[k][n]
		for t := k - 1; t >= begin && t >= k-maxRowLines; t-- {
			if s.chunkAt(t, c.c0) != nil {
				best = min(best, s.Lines[k].Base-s.Lines[t].Base)
				break
			}
		}
	}
	if best > 1e8 {
		best = s.Lines[k].Base - s.Lines[k-1].Base
	}
	return best / s.Lines[k].Size
}

// minOutdent in em is how far left of its row's first line a line of the stub must begin
// to head something new.
const minOutdent = 0.4

// outdented reports whether line k begins left of the stub of the row that begins at line
// begin. A text whose first line is indented does not count, nor does a bold line below
// type that is not.
func (s *Sheet) outdented(begin, k int) bool {
	a, b := s.chunkAt(begin, 0), s.chunkAt(k, 0)
	if a == nil || b == nil || len(s.chunks[k]) > 1 {
		return false
	}
	if b.box.X0 < a.box.X0-minOutdent*s.Lines[k].Size && !shape.OpensInside(s.first(b)) && abs(b.box.X1-a.box.X1) > minOutdent*s.Lines[k].Size {
		return true
	}
	return s.bold(b) && !s.bold(a)
}

// belowName reports whether line k is the first of a group of rows whose name is right
// above it: alone on its line and bold, and line k is not.
func (s *Sheet) belowName(k int) bool {
	up := s.chunks[k-1]
	return len(up) == 1 && up[0].c0 == 0 && len(s.chunks[k]) > 1 && s.chunks[k][0].c0 == 0 && s.bold(&up[0]) && !s.bold(&s.chunks[k][0])
}

func (s *Sheet) bold(c *chunk) bool {
	return (&Line{Words: c.words}).AllBold(s.p)
}

// wrapped reports whether every text of line k can be the rest of the text right above
// it in its column: it reads on, or its first word would not have fitted there. A text
// that repeats the one above belongs to another row.
func (s *Sheet) wrapped(k int) bool {
	for n := range s.chunks[k] {
		c := &s.chunks[k][n]
		up := s.chunkAt(k-1, c.c0)
		if up == nil {
			continue
		}
		if text := s.text(c); text == s.text(up) {
			return false
		}
		if !s.readsLow(c) && !strings.HasPrefix(s.first(c), "(") && !shape.Unfinished(s.tail(up)) && !s.noRoom(up, c) {
			return false
		}
	}
	return true
}

// minLowShare is the share of a column's texts, in the lines that fill the most columns,
// that must begin with small letters for such a beginning to show nothing.
const minLowShare = 0.5

// readsLow reports whether a chunk begins like the inside of a sentence, and the texts of
// its column do not all begin that way ("public", "oui").
func (s *Sheet) readsLow(c *chunk) bool {
	return shape.OpensInside(s.first(c)) && !(s.p.Typed && s.beginsLow(c.c0))
}

// beginsLow reports whether the texts of a column begin with small letters.
func (s *Sheet) beginsLow(col int) bool {
	if s.low == nil {
		s.low = make([]bool, s.cols())
		most := 0
		for k := range s.chunks {
			most = max(most, len(s.chunks[k]))
		}
		texts, low := make([]int, s.cols()), make([]int, s.cols())
		for k := range s.chunks {
			for n := range s.chunks[k] {
				c := &s.chunks[k][n]
				if len(s.chunks[k]) < most || c.c0 != c.c1 {
					continue
				}
				texts[c.c0]++
				if shape.OpensInside(s.first(c)) {
					low[c.c0]++
				}
			}
		}
		for c := range s.low {
			s.low[c] = low[c] > 1 && float32(low[c]) >= minLowShare*float32(texts[c])
		}
	}
	return s.low[col]
}

// readsOn reports whether every text of line k continues the one right above it, by its
// words alone.
func (s *Sheet) readsOn(k int) bool {
	for n := range s.chunks[k] {
		c := &s.chunks[k][n]
		up := s.chunkAt(k-1, c.c0)
		if up == nil || !s.readsLow(c) && !shape.Unfinished(s.tail(up)) && !(strings.HasPrefix(s.first(c), "(") && !s.hasDigits(up)) {
			return false
		}
	}
	return len(s.chunks[k]) > 1
}

// conflict reports whether lines a and b both have a figure in one column.
func (s *Sheet) conflict(a, b int) bool {
	for n := range s.chunks[b] {
		c := &s.chunks[b][n]
		if up := s.chunkAt(a, c.c0); up != nil && s.hasDigits(c) && s.hasDigits(up) && c.c0 > 0 && !s.sameNumber(up, c) {
			return true
		}
	}
	return false
}

// phonePairs is the number of pairs of figures on a line above others that are the
// beginning of a telephone number too long for its column; it has five pairs.
const phonePairs = 3

// sameNumber reports whether the figures c are the rest of the figures above them: of a
// telephone number that did not fit its column.
func (s *Sheet) sameNumber(up, c *chunk) bool {
	pairs := func(ws []int32) bool {
		for _, i := range ws {
			if text := s.p.Words[i].Text; len(text) != 2 || !shape.Numeric(text) {
				return false
			}
		}
		return true
	}
	return len(up.words) >= phonePairs && len(up.words)+len(c.words) <= 2*phonePairs-1 && pairs(up.words) && pairs(c.words) && s.noRoom(up, c)
}

// usualFill returns how many columns are filled by most lines that fill several.
func (s *Sheet) usualFill(from, to int) int {
	count := make([]int, s.cols()+2)
	for k := from; k < to; k++ {
		count[min(len(s.chunks[k]), s.cols()+1)]++
	}
	best := 1
	for n := 2; n < len(count); n++ {
		if count[n] > 0 && count[n]*n >= count[best]*best {
			best = n
		}
	}
	return best
}

const (
	// minReading is the least number of lines without a stub that show how all are meant.
	minReading = 3
	// minReadOn is the share of lines without a stub that must read on from the line above
	// if each row begins with its stub. Rows under a stub printed once do not read on.
	minReadOn = 0.5
)

// stubsLead reports whether each row begins with its stub, because most lines without one
// continue the text of the line above. If all lines are equally close, as paragraphs in
// columns are, nothing else shows the rows.
func (s *Sheet) stubsLead(from, to int) bool {
	n, reads := 0, 0
	for k := max(from, 1); k < to; k++ {
		line := s.chunks[k]
		if len(line) == 0 || line[0].c0 == 0 || s.ruled[k] {
			continue
		}
		n++
		for c := range line {
			if up := s.chunkAt(k-1, line[c].c0); up != nil && (s.readsLow(&line[c]) || shape.Unfinished(s.tail(up))) {
				reads++
				break
			}
		}
	}
	return n >= minReading && float32(reads) >= minReadOn*float32(n)
}

// readsBelow reports whether every text of line k is below one of the line above, and
// whether one of them reads on from it.
func (s *Sheet) readsBelow(k int) (below, text bool) {
	line := s.chunks[k]
	below = true
	for n := range line {
		c := &line[n]
		up := s.chunkAt(k-1, c.c0)
		if up == nil {
			below = false
			break
		}
		if s.readsLow(c) || shape.Unfinished(s.tail(up)) || strings.HasPrefix(s.first(c), "(") && !s.hasDigits(up) {
			text = true
		}
	}
	return below, text
}

// continues reports whether line k belongs to the row that begins at line begin, where
// line distances do not decide.
func (s *Sheet) continues(begin, k, mode int) bool {
	if s.conflict(begin, k) || s.conflict(k-1, k) || s.namesRow(k) {
		return false
	}
	pitch := (s.Lines[k].Base - s.Lines[k-1].Base) / s.Lines[k].Size
	if pitch > TightPitch {
		return false
	}
	line, prev := s.chunks[k], s.chunks[k-1]
	if len(line) == 0 || len(prev) == 0 {
		return false
	}
	below, text := s.readsBelow(k)
	if below && text && len(line) <= max(1, mode*2/3) {
		return true
	}
	if below && text && (len(line) < mode && s.wrapped(k) || s.readsOn(k)) {
		return true
	}
	if below && s.stubs && line[0].c0 > 0 && !s.anyFigures(line) {
		return true
	}
	// The stub began on the line above, and its figures are on this one.
	if begin == k-1 && len(prev) == 1 && prev[0].c0 == 0 && line[0].c0 == 0 && len(line) >= max(2, mode/2) {
		return shape.OpensInside(s.first(&line[0])) || shape.Unfinished(s.tail(&prev[0]))
	}
	// A line without a stub that fills few columns belongs to its row.
	if below && line[0].c0 > 0 && len(line)*2 <= mode && !s.anyFigures(line) {
		return text || s.broken(k)
	}
	return false
}

// breakRoom in em: a line breaks before a word that would have reached this near to the
// end of the column's longest line.
const breakRoom = 0.6

// broken reports whether some text of line k can be the rest of the text above it,
// because its first word would not have fitted there.
func (s *Sheet) broken(k int) bool {
	for n := range s.chunks[k] {
		c := &s.chunks[k][n]
		if up := s.chunkAt(k-1, c.c0); up != nil && s.noRoom(up, c) {
			return true
		}
	}
	return false
}

// noRoom reports whether the first word of a text would not have fitted after the text
// above it.
func (s *Sheet) noRoom(up, c *chunk) bool {
	first := s.p.Words[c.words[0]].Box
	const blank = 0.28 // em, in most type
	em := s.Lines[c.line].Size
	return up.box.X1+blank*em+first.X1-first.X0 > s.inkEnd(c.c0)-breakRoom*em
}

// inkEnd returns how far right the text of a column reaches.
func (s *Sheet) inkEnd(col int) float32 {
	x1 := s.Xs[col]
	for k := range s.chunks {
		if o := s.chunkAt(k, col); o != nil && o.c0 == col && o.c1 == col {
			x1 = max(x1, o.box.X1)
		}
	}
	return x1
}

func (s *Sheet) anyFigures(line []chunk) bool {
	for n := range line {
		if s.hasDigits(&line[n]) {
			return true
		}
	}
	return false
}
