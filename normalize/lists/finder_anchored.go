// Anchored records: lines with a bullet or a time, and below each the lines that belong
// to it, as many as there are: a speaker over a function, an hour over who speaks.

package lists

import (
	"strconv"
	"strings"
)

// anchoredKind is the kind of candidates whose entries are anchored records.
const anchoredKind = "anchored"

const (
	maxFollowers   = 3   // lines below an anchor that are cells of their own
	mostFollowed   = 0.8 // share of the bullets that have a line below
	someFollowed   = 0.4 // the same of the hours of a programme, in which breaks have none
	maxAnchored    = 6   // units between two anchors
	forFollowed    = 2.0 // the bullets have lines below
	forHours       = 2.5 // times at which something is on, with lines below
	maxRomanNumber = 4   // letters
)

// anchorClass returns what makes a unit an anchor: its bullet, a time; 0 if nothing does.
func anchorClass(u *unit) byte {
	switch {
	case u.wall || len(u.toks) == 0 || len(u.text) > maxAbove:
		return 0
	case u.kind == itemLine && u.marker != "" && u.mark == '-':
		return '-'
	case u.toks[0].class == clockClass && u.toks[0].from == 0 && len(u.toks) > 1:
		return 't'
	}
	return 0
}

// findAnchored finds runs of anchors of one class with the lines below them.
func findAnchored(us []unit) (out []*candidate) {
	for i := 0; i < len(us); i++ {
		if cl := anchorClass(&us[i]); cl != 0 {
			c, next := anchoredFrom(us, i, cl)
			if c != nil {
				out = append(out, c)
			}
			i = next - 1
		}
	}
	return out
}

// An anchored is one anchor with the lines [from, to) below it.
type anchored struct{ unit, from, to int }

// anchoredFrom follows the anchors from unit i on; next is from where to look on.
func anchoredFrom(us []unit, i int, cl byte) (c *candidate, next int) {
	var as []anchored
	var gaps []stretch
	signs := map[string]bool{}
	followed := 0
	next = i + 1
	for j := i; j < len(us); {
		a := anchored{j, j + 1, j + 1}
		k := j + 1
		for k < len(us) && k-j <= maxAnchored && anchorClass(&us[k]) != cl && follows(&us[k]) {
			k++
		}
		for a.to < k && a.to-a.from < maxFollowers && !headsAnchors(&us[a.to]) {
			a.to++
		}
		if a.to > a.from {
			followed++
		}
		as = append(as, a)
		next = a.to
		if k == len(us) || anchorClass(&us[k]) != cl || k > a.to && !headsAnchors(&us[a.to]) {
			break
		}
		if k > a.to {
			gaps = append(gaps, stretch{len(as), a.to, k})
			for n := a.to; n < k; n++ {
				signs[signOf(&us[n])] = true
			}
		}
		j = k
	}
	need := mostFollowed
	if cl == 't' {
		need = someFollowed
	}
	if len(as) < minRows || float64(followed) < need*float64(len(as)) {
		return nil, next
	}
	cut := trimLast(as)
	c = anchoredTable(us, as, gaps, signs, cl)
	if cut {
		c.doubts = append(c.doubts, "the lines after its last entry, from "+strconv.Quote(clip(us[as[len(as)-1].to].text))+" on, may belong to it")
	}
	return c, as[len(as)-1].to
}

// trimLast takes the lines off the last anchor that no other has the like of.
func trimLast(as []anchored) bool {
	most := 0
	last := &as[len(as)-1]
	for _, a := range as[:len(as)-1] {
		most = max(most, a.to-a.from)
	}
	if last.to-last.from <= most {
		return false
	}
	last.to = last.from + most
	return true
}

// follows reports whether a unit may stand between two anchors.
func follows(u *unit) bool {
	return !u.wall && u.kind != itemLine && !(u.kind == headingLine && u.drawn && u.depth > 1) && u.prose < 0.8 && len(u.text) <= maxEntry/3
}

// headsAnchors reports whether a line between two anchors is the head of the next ones:
// it ends in a colon, or begins with a Roman number.
func headsAnchors(u *unit) bool {
	if u.leads {
		return true
	}
	w, _, _ := strings.Cut(strings.TrimSpace(u.text), " ")
	n := strings.TrimRight(w, ".")
	return n != w && n != "" && len(n) <= maxRomanNumber && strings.Trim(n, "IVX") == ""
}

// anchoredTable makes a candidate of anchors and the lines below them.
func anchoredTable(us []unit, as []anchored, gaps []stretch, signs map[string]bool, cl byte) *candidate {
	c := &candidate{kind: anchoredKind, weighed: true, lo: as[0].unit, hi: as[len(as)-1].to}
	width := 0
	for _, a := range as {
		width = max(width, a.to-a.from)
	}
	for _, a := range as {
		u := &us[a.unit]
		e := entry{unit: a.unit, text: whole(u.line), skel: "anchored"}
		e.cells = append(e.cells, e.text)
		for k := range width {
			var p piece
			if a.from+k < a.to {
				p = whole(us[a.from+k].line)
			}
			e.cells = append(e.cells, p)
		}
		c.entries = append(c.entries, e)
	}
	c.findLead(us)
	c.placeHeads(us, gaps, signs)
	if cl == 't' {
		c.add(forHours, "hours")
	} else {
		c.add(forMarkup, "bullets")
		c.add(forFollowed, "lines below")
	}
	return c
}
