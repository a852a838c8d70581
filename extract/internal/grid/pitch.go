// Line distances that tell rows: they come in two kinds, and joining the lines that
// stand close contradicts nothing.

package grid

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// pitchJump: where line distances come in two kinds, the wider is at least
	// so many times the narrower.
	pitchJump = 1.12
	// fewerFilled: the second and later lines of rows fill at most this part of
	// the columns that their rows fill; whole rows fill about all of them.
	fewerFilled = 0.8
)

// rowPitch returns the line distance in em above which a new row begins, if the
// distances themselves tell: if they come in two kinds, and joining the lines
// that stand close puts no two figures into one cell.
func (s *sheet) rowPitch(from, to int) (limit float32, ok bool) {
	var d []float32
	for k := from + 1; k < to; k++ {
		if s.ruled[k] {
			continue
		}
		if pitch := (s.lines[k].base - s.lines[k-1].base) / s.lines[k].size; pitch >= overlapPitch {
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
	best, jump := -1, float32(pitchJump)
	for i := 1; i < len(d); i++ {
		if d[i-1] > tightPitch {
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

// boundedPitch is rowPitch for lines that all stand equally close: between two
// rules they are one row if joining them contradicts nothing.
func (s *sheet) boundedPitch(from, to int, d []float32) (float32, bool) {
	rules := 0
	for k := from + 1; k < to; k++ {
		if s.ruled[k] {
			rules++
		}
	}
	if rules >= minRuledRows && rules*3 >= to-from-1-rules {
		return tightPitch, len(d) > 0 && s.joinable(from, to, tightPitch) && !s.anew(from, to)
	}
	if len(d) == 0 || d[len(d)-1] > tightPitch || !(s.ruled[from] && s.ruled[to]) || from == 0 && to == len(s.lines) {
		return 0, false
	}
	return tightPitch, s.joinable(from, to, tightPitch) && !s.anew(from, to) && !s.stubBegins(from, to)
}

// stubBegins reports whether some line begins with a stub beside other text,
// below a line that has none: the lines of one stub follow each other.
func (s *sheet) stubBegins(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if len(s.chunks[k]) > 1 && s.at(k, 0) != nil && s.at(k-1, 0) == nil {
			return true
		}
	}
	return false
}

// joinable reports whether joining all lines that stand closer than limit makes
// rows: no two figures in one cell, and later lines that fill fewer columns.
func (s *sheet) joinable(from, to int, limit float32) bool {
	clash, joined, fresh := 0, 0, 0
	var filled, whole, low float32
	begin := from
	for k := from + 1; k < to; k++ {
		pitch := (s.lines[k].base - s.lines[k-1].base) / s.lines[k].size
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
			if up := s.at(k-1, c.c0); up != nil && (s.readsLow(c) || shape.Unfinished(s.tail(up))) {
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
	return filled <= fewerFilled*whole || low*2 >= float32(joined)
}

// anew reports whether many lines that stand close below another begin a text
// of their own, and only the borders of fills part the others: between marked
// rows stands any number of rows.
func (s *sheet) anew(from, to int) bool {
	if !s.softly(from, to) {
		return false
	}
	fresh, close := 0, 0
	for k := from + 1; k < to; k++ {
		if s.ruled[k] || (s.lines[k].base-s.lines[k-1].base)/s.lines[k].size > tightPitch {
			continue
		}
		close++
		if !s.wrapped(k) {
			fresh++
		}
	}
	return fresh*4 > close
}

// softly reports whether what parts the lines from..to-1 is rather the borders
// of fills than drawn rules.
func (s *sheet) softly(from, to int) bool {
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
