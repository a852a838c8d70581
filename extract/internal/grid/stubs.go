// Stubs of several lines beside figures on one: where the lines stand equally
// close, names that did not fit their column are told from names of groups.

package grid

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// minWrapped: so many lines of a stub alone tell whether stubs wrap.
	minWrapped = 2
	// wrapShare: at least this part of them did not fit the line above, where stubs wrap.
	wrapShare = 0.75
)

// stubsWrap reports whether the lines that have a stub alone go on with the one
// above, because hardly one of them would have fitted there: names of groups
// stand below stubs of any length, and one above the first row.
func (s *sheet) stubsWrap(from, to int) bool {
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
	return n >= minWrapped && float32(wrapped) >= wrapShare*float32(n)
}

// namesGroup reports whether line k is a stub without figures, and the next one, not
// closer than another row is, a row with a stub of its own.
func (s *sheet) namesGroup(k int) bool {
	return len(s.chunks[k]) == 1 && s.chunks[k][0].c0 == 0 && s.chunks[k][0].c1 == 0 && !s.hasDigits(&s.chunks[k][0]) &&
		len(s.chunks[k+1]) > 1 && s.at(k+1, 0) != nil && !shape.GoesOn(s.first(s.at(k+1, 0))) && !shape.Unfinished(s.tail(&s.chunks[k][0]))
}

// stubAlone reports whether line k is a stub without figures close below a row
// that has both.
func (s *sheet) stubAlone(k int) bool {
	return len(s.chunks[k]) == 1 && s.chunks[k][0].c0 == 0 && s.chunks[k][0].c1 == 0 && !s.ruled[k] &&
		len(s.chunks[k-1]) > 1 && s.at(k-1, 0) != nil && s.lines[k].base-s.lines[k-1].base <= tightPitch*s.lines[k].size
}

// stubWrapped reports whether the stub of line k, alone there, did not fit
// behind the one above.
func (s *sheet) stubWrapped(k int) bool {
	if !s.stubAlone(k) {
		return false
	}
	c, up := &s.chunks[k][0], s.at(k-1, 0)
	return !s.hasDigits(c) && !strings.HasSuffix(s.tail(c), ":") && s.bold(c) == s.bold(up) && s.noRoom(up, c)
}
