// This file tells wrapped stubs beside figures on one line from names of groups, where
// all lines are equally close.

package sheet

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// minWrapped is the least number of lines with a stub alone that shows whether stubs wrap.
	minWrapped = 2
	// minWrapShare is the least share of them that did not fit the line above if stubs wrap.
	minWrapShare = 0.75
)

// stubsWrap reports whether lines that have a stub alone continue the one above, because
// hardly any would have fitted there. Names of groups follow stubs of any length, and one
// comes before the first row.
func (s *Sheet) stubsWrap(from, to int) bool {
	if from+1 < to && s.namesGroup(from) {
		return false
	}
	n, wrapped := 0, 0
	for k := from + 1; k < to; k++ {
		if !s.stubAlone(k) {
			continue
		}
		n++
		if s.stubWrapped(k) {
			wrapped++
		}
	}
	return n >= minWrapped && float32(wrapped) >= minWrapShare*float32(n)
}

// namesGroup reports whether line k is a stub without figures, followed, no closer than
// rows are, by a row with another stub.
func (s *Sheet) namesGroup(k int) bool {
	return len(s.chunks[k]) == 1 && s.chunks[k][0].c0 == 0 && s.chunks[k][0].c1 == 0 && !s.hasDigits(&s.chunks[k][0]) &&
		len(s.chunks[k+1]) > 1 && s.chunkAt(k+1, 0) != nil && !shape.OpensInside(s.first(s.chunkAt(k+1, 0))) && !shape.Unfinished(s.tail(&s.chunks[k][0]))
}

// stubAlone reports whether line k is a stub without figures close below a row that has
// both.
func (s *Sheet) stubAlone(k int) bool {
	return len(s.chunks[k]) == 1 && s.chunks[k][0].c0 == 0 && s.chunks[k][0].c1 == 0 && !s.ruled[k] &&
		len(s.chunks[k-1]) > 1 && s.chunkAt(k-1, 0) != nil && s.Lines[k].Base-s.Lines[k-1].Base <= TightPitch*s.Lines[k].Size
}

// stubWrapped reports whether the stub of line k, alone there, did not fit after the one
// above.
func (s *Sheet) stubWrapped(k int) bool {
	if !s.stubAlone(k) {
		return false
	}
	c, up := &s.chunks[k][0], s.chunkAt(k-1, 0)
	return !s.hasDigits(c) && !strings.HasSuffix(s.tail(c), ":") && s.bold(c) == s.bold(up) && s.noRoom(up, c)
}
