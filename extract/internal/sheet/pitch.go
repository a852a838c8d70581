// This file finds rows by line distances: they come in two kinds, and joining the lines
// that are close puts no two figures into one cell.

package sheet

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// minPitchRatio is how many times the narrower line distance the wider one must be to
	// separate rows.
	minPitchRatio = 1.12
	// maxLaterFill is the largest share of the columns of their rows that the second and
	// later lines fill; whole rows fill nearly all of them.
	maxLaterFill = 0.8
)

// rowPitch returns the line distance in em above which a new row begins. ok is false if
// distances do not show it: they must come in two kinds, and joining the lines that are
// close must put no two figures into one cell.
func (s *Sheet) rowPitch(from, to int) (limit float32, ok bool) {
	var d []float32
	for k := from + 1; k < to; k++ {
		if s.ruled[k] {
			continue
		}
		if pitch := (s.Lines[k].Base - s.Lines[k-1].Base) / s.Lines[k].Size; pitch >= overlapPitch {
			d = append(d, pitch)
		}
	}
	if len(d) < 3 {
		return s.boundedPitch(from, to, d)
	}
	slices.Sort(d)
	if limit, ok := s.boundedPitch(from, to, d); ok && limit > 0 {
		return limit, true
	}
	best, jump := -1, float32(minPitchRatio)
	for i := 1; i < len(d); i++ {
		if d[i-1] > TightPitch {
			break
		}
		few := max(1, len(d)/12)
		if r := d[i] / d[i-1]; r > jump && i >= few && len(d)-i >= few {
			best, jump = i, r
		}
	}
	if best < 0 {
		return s.boundedPitch(from, to, d)
	}
	limit = (d[best-1] + d[best]) / 2
	return limit, s.joinable(from, to, limit)
}

// minRuledRows: where rules part so many rows, they part all of them.
const minRuledRows = 3

// boundedPitch is rowPitch for lines that are equally close: between two rules they are
// one row if nothing contradicts joining them.
func (s *Sheet) boundedPitch(from, to int, d []float32) (float32, bool) {
	rules := 0
	for k := from + 1; k < to; k++ {
		if s.ruled[k] {
			rules++
		}
	}
	if rules >= minRuledRows && rules*3 >= to-from-1-rules {
		return TightPitch, len(d) > 0 && s.joinable(from, to, TightPitch) && !s.mostlyNewRows(from, to)
	}
	if len(d) == 0 || d[len(d)-1] > TightPitch || !(s.ruled[from] && s.ruled[to]) || from == 0 && to == len(s.Lines) {
		return 0, false
	}
	return TightPitch, s.joinable(from, to, TightPitch) && !s.mostlyNewRows(from, to) && !s.stubBegins(from, to)
}

// stubBegins reports whether some line begins with a stub beside other text, below a line
// that has none: the lines of one stub follow each other.
func (s *Sheet) stubBegins(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if len(s.chunks[k]) > 1 && s.chunkAt(k, 0) != nil && s.chunkAt(k-1, 0) == nil {
			return true
		}
	}
	return false
}

// joinable reports whether joining all lines closer than limit makes rows: no two figures
// in one cell, and later lines that fill fewer columns.
func (s *Sheet) joinable(from, to int, limit float32) bool {
	clash, joined, fresh := 0, 0, 0
	var filled, whole, low float32
	begin := from
	for k := from + 1; k < to; k++ {
		pitch := (s.Lines[k].Base - s.Lines[k-1].Base) / s.Lines[k].Size
		if s.ruled[k] || pitch > limit {
			begin = k
			continue
		}
		joined++
		if s.conflict(begin, k) || s.conflict(k-1, k) {
			clash++
		}
		if !s.wrapped(k) {
			fresh++
		}
		filled += float32(len(s.chunks[k]))
		most := 0
		for t := begin; t <= k; t++ {
			most = max(most, len(s.chunks[t]))
		}
		whole += float32(most)
		for n := range s.chunks[k] {
			c := &s.chunks[k][n]
			if up := s.chunkAt(k-1, c.c0); up != nil && (s.readsLow(c) || shape.Unfinished(s.tail(up))) {
				low++
				break
			}
		}
	}
	if joined == 0 {
		return true
	}
	if clash*20 > joined || fresh*2 > joined {
		return false
	}
	return filled <= maxLaterFill*whole || low*2 >= float32(joined)
}

// mostlyNewRows reports whether many lines that are close below another begin another
// text, and only the borders of fills separate the others: between marked rows there may
// be any number of rows.
func (s *Sheet) mostlyNewRows(from, to int) bool {
	if !s.separatedByFills(from, to) {
		return false
	}
	fresh, close := 0, 0
	for k := from + 1; k < to; k++ {
		if s.ruled[k] || (s.Lines[k].Base-s.Lines[k-1].Base)/s.Lines[k].Size > TightPitch {
			continue
		}
		close++
		if !s.wrapped(k) {
			fresh++
		}
	}
	return fresh*4 > close
}

// separatedByFills reports whether the lines from..to-1 are separated by the borders of
// fills rather than by drawn rules.
func (s *Sheet) separatedByFills(from, to int) bool {
	soft, drawn := 0, 0
	for k := from + 1; k < to && k < len(s.edges); k++ {
		if !s.ruled[k] {
			continue
		}
		hard := false
		for _, e := range s.edges[k] {
			hard = hard || !e.Soft
		}
		if hard {
			drawn++
		} else {
			soft++
		}
	}
	return soft > drawn
}
