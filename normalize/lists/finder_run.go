// Runs: neighbouring units of like skeletons, and the heads between them.

package lists

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

const (
	fits      = 0.6 // least likeness at which a unit continues a run
	maxGap    = 2   // units of another kind in a row that a run steps over
	minRun    = 2   // entries of a candidate; the score asks for more
	maxAbove  = 160 // bytes of a head
	sameList  = 0.7 // likeness at least of items of two lists, of lines of one paragraph
	minGroup  = 5   // least entries of a group that may be built its own way
	manyValue = 4   // least figures of a row of figures; its neighbours must have nearly the same number
)

// alike returns how well two units fit in one list, from 0 to 1.
func alike(a, b *unit) float64 {
	if a.wall || b.wall || a.mark != b.mark {
		return 0
	}
	if a.kind == itemLine && a.block == b.block {
		if a.depth == b.depth {
			return 1
		}
		return 0
	}
	l := likeness(inBlock(a), inBlock(b))
	if sharedStart(a.text, b.text) >= 2 {
		return max(l, 0.8)
	} else if x, y := values(a.skel), values(b.skel); max(x, y) >= manyValue && min(x, y)*10 < max(x, y)*7 {
		return 0
	} else if (a.prose >= 0.5 || b.prose >= 0.5) && !(a.kind == itemLine && a.skel == b.skel && x > 0) {
		return 0
	}
	if a.kind == itemLine || a.block == b.block && l > 0.3 && endsSentence(a) == endsSentence(b) {
		return max(l, sameList)
	}
	if a.bold != b.bold {
		return 0
	}
	return l
}

// endsSentence reports whether a unit ends as a sentence does.
func endsSentence(u *unit) bool {
	n := len(u.toks)
	return n > 0 && strings.IndexByte(".!?", byte(u.toks[n-1].class)) >= 0
}

// knownSkeleton is the skeleton of a unit that names a place and nothing else.
const knownSkeleton = "K"

// inBlock returns a unit's skeleton: K where it is the name of a known place that begins
// its block; further down it is a name like others, since Vienne is a town too.
func inBlock(u *unit) string {
	if u.skel == "w" && u.place != "" && u.first {
		return knownSkeleton
	}
	return u.skel
}

// values counts the values of a skeleton.
func values(skel string) (n int) {
	for i := range len(skel) {
		if class(skel[i]).isValue() {
			n++
		}
	}
	return n
}

// bare reports whether a unit has no sign by which others could be told from it.
func bare(u *unit) bool { return strings.Trim(u.skel, "w:") == "" && u.mark == 0 }

// canHead reports whether a unit may name what is below it.
func canHead(u *unit) bool {
	if u.kind == tableLine || len(u.text) > maxAbove || len(u.toks) == 0 {
		return false
	}
	if u.parent || u.leads {
		return true
	}
	if u.prose >= 0.5 || strings.ContainsAny(u.skel, "|") {
		return false
	}
	return u.kind == headingLine || u.bold || u.place != "" || u.mark == '1' || strings.Trim(u.skel, "wnd-/") == ""
}

// leadsInto reports whether a unit, though like the entries before it, leads into
// what follows: it ends in a colon and they do not.
func leadsInto(u, last *unit) bool { return u.leads && !last.leads }

// findRuns finds runs of bullets and lines. A unit is an entry of one run, but a
// run may go on after the units of another, which then is a candidate too; maxGap
// bounds how many runs lie within each other, so the cost is linear.
func findRuns(us []unit) []*candidate {
	var out []*candidate
	taken := make([]bool, len(us))
	for i := range us {
		u := &us[i]
		if taken[i] || u.wall || u.parent || len(u.toks) == 0 || u.leads && i+1 < len(us) && !us[i+1].leads || precedesList(us, i) {
			continue
		}
		if c := runFrom(us, i, taken); c != nil {
			for k := range c.entries {
				if e := &c.entries[k]; !e.misfit {
					taken[e.unit] = true
				}
			}
			out = append(out, splitGroups(c)...)
		}
	}
	return out
}

// precedesList reports whether unit i, a paragraph of one line, is above a list rather than
// its first entry: a line that leads into the list follows, or it is a sentence above the
// lines of one paragraph.
func precedesList(us []unit, i int) bool {
	if i+2 >= len(us) {
		return false
	}
	u, next, after := &us[i], &us[i+1], &us[i+2]
	if u.kind == itemLine || u.mark != 0 || !u.first || !next.first || after.wall || i > 0 && us[i-1].leads {
		return false
	}
	if next.leads {
		return !u.leads && !after.leads
	}
	return endsSentence(u) && after.block == next.block && !after.first && !endsSentence(next) && !endsSentence(after)
}

// A stretch is heads us[lo:hi] above an entry of a run.
type stretch struct{ entry, lo, hi int }

// A runner follows one run of units.
type runner struct {
	us           []unit
	taken        []bool // units of earlier runs
	c            *candidate
	last, before *unit           // the two entries at the end of the run
	seen         map[string]bool // skeletons of its entries
	gaps         []stretch
	signs        map[string]bool // of the heads so far
}

// runFrom follows the run that begins at unit i, nil if there is none.
func runFrom(us []unit, i int, taken []bool) *candidate {
	first := &us[i]
	w := &runner{us: us, taken: taken, last: first, before: first, signs: map[string]bool{}}
	w.c = &candidate{kind: "lines", lo: i, hi: i + 1, entries: []entry{first.entry(i)}}
	if first.mark != 0 {
		w.c.kind = "bullets"
	}
	w.seen = map[string]bool{first.skel: first.skel != "w" || first.mark != 0}
	for j := i + 1; j < len(us); {
		if w.continues(j) {
			w.take(j)
			j++
			continue
		}
		k := j // does the run go on after a head, or after a misfit?
		for k < len(us) && k-j <= maxGap && !us[k].wall && !w.continues(k) {
			k++
		}
		if k == len(us) || k-j > maxGap || us[k].wall || !stepsOver(us[j:k], w.last) {
			break
		}
		w.stepOver(j, k)
		j = k
	}
	w.c.dropEnd(us)
	if len(w.gaps) == 0 {
		w.c.dropStart(us)
	} else {
		w.dropFirstHead()
	}
	if len(w.c.entries) < minRun {
		return nil
	}
	w.c.findLead(us)
	w.c.placeHeads(us, w.gaps, w.signs)
	return w.c
}

// continues reports whether unit j may be the next entry.
func (w *runner) continues(j int) bool {
	u := &w.us[j]
	if u.wall || u.parent || w.taken[j] || len(u.toks) == 0 || leadsInto(u, w.last) {
		return false
	}
	if bare(w.last) && (u.kind == headingLine && w.last.kind != headingLine || u.bold != w.last.bold || u.place != "" && u.first && w.last.place == "") {
		return false
	}
	if max(alike(w.last, u), alike(w.before, u)) >= fits {
		return true
	}
	return w.seen[u.skel] && u.mark == w.last.mark && u.bold == w.last.bold && u.prose < 0.5 && (u.place == "" || !u.first)
}

// maxSeen is the length from which a skeleton is too rare to let a unit into the run, in classes.
const maxSeen = 12

// take adds unit j to the entries.
func (w *runner) take(j int) {
	u := &w.us[j]
	w.c.entries = append(w.c.entries, u.entry(j))
	w.seen[u.skel] = len(u.skel) < maxSeen
	w.before, w.last = w.last, u
	w.c.hi = j + 1
}

// stepOver takes units [j, k), which lie between two entries, as a misfit or as heads.
func (w *runner) stepOver(j, k int) {
	c := w.c
	if u := &w.us[j]; k-j == 1 && !u.parent && !canHead(u) && !w.taken[j] && len(c.entries) > 2 && len(u.toks) > 0 {
		e := u.entry(j)
		e.misfit = true
		c.entries = append(c.entries, e)
		return
	}
	w.gaps = append(w.gaps, stretch{len(c.entries), j, k})
	for n := j; n < k; n++ {
		u := &w.us[n]
		w.signs[signOf(u)] = true
		if !canHead(u) || spoken(u) {
			c.strays++
			c.doubts = append(c.doubts, "the line "+strconv.Quote(clip(u.text))+" between its entries belongs to none")
		}
	}
}

// spoken reports whether a unit is a sentence, however short, which names nothing below it.
func spoken(u *unit) bool {
	return endsSentence(u) && strings.Count(u.text, " ") >= minSentence-1
}

// stepsOver reports whether a run that ends in last may go on after us.
func stepsOver(us []unit, last *unit) bool {
	for i := range us {
		u := &us[i]
		if u.prose >= 0.8 && !u.leads || len(u.toks) == 0 {
			return false
		}
		if bare(last) && !(u.kind == headingLine && last.kind != headingLine || u.bold && !last.bold || u.place != "" && last.place == "" || u.leads) {
			return false // any line is like a bare one
		}
	}
	return true
}

// findLead finds the text that introduces a run.
func (c *candidate) findLead(us []unit) {
	if c.lo == 0 {
		return
	}
	up := &us[c.lo-1]
	if up.kind == tableLine || up.kind == itemLine && c.kind == "bullets" && !up.parent {
		return
	}
	if canHead(up) || up.leads || c.kind == "bullets" {
		c.lead = whole(up.line)
		if up.place != "" && len(c.entries) > 0 { // "Gers" over its towns
			for k := range c.entries {
				c.entries[k].heads = []above{aboveOf(up)}
			}
			c.lo--
			c.headed = true
		}
		c.led = up.leads || !strings.HasSuffix(up.text, ",") && (up.kind == headingLine || up.parent || up.bold || up.prose < 0.5 && up.mark == 0)
	}
}

// placeHeads gives each entry the heads above it.
func (c *candidate) placeHeads(us []unit, gaps []stretch, signs map[string]bool) {
	if len(signs) == 0 {
		return
	}
	if c.headed {
		c.lo++
	}
	lo := c.lo // the first group has its heads above the run
	for lo > 0 && c.lo-lo < maxGap && !endsSentence(&us[lo-1]) && us[lo-1].kind != tableLine && len(us[lo-1].text) <= maxAbove &&
		(signs[signOf(&us[lo-1])] || lo == c.lo && !c.lead.blank() && canHead(&us[lo-1])) {
		lo--
	}
	heads := under(nil, us[lo:c.lo])
	for k := range c.entries {
		for len(gaps) > 0 && gaps[0].entry == k {
			heads = under(heads, us[gaps[0].lo:gaps[0].hi])
			gaps = gaps[1:]
		}
		c.entries[k].heads = holding(heads, &us[c.entries[k].unit])
	}
	if lo < c.lo && lo > 0 && canHead(&us[lo-1]) {
		c.lead = whole(us[lo-1].line)
	}
	c.lo = lo
}

// printedSign begins the signs of heads that name no column themselves.
const printedSign byte = 0

// signOf returns what shows a head's rank: the kind of place that it names, or how it
// is printed.
func signOf(u *unit) string {
	if u.place != "" {
		return u.place
	}
	b := []byte{printedSign, byte('0' + u.kind), byte('0' + min(u.depth, 70)), u.mark, '-', '-'}
	if u.kind == headingLine && !u.drawn {
		b[1], b[2] = '0', '0'
	}
	if u.leads {
		b[4] = ':'
	}
	if u.bold {
		b[5] = 'b'
	} else if b[1] == '0' && allCapitals(u.text) {
		b[5] = 'C'
	}
	return string(b)
}

// allCapitals reports whether a text has letters and all are capitals.
func allCapitals(s string) bool {
	return strings.IndexFunc(s, unicode.IsLower) < 0 && strings.IndexFunc(s, unicode.IsUpper) >= 0
}

// under returns the heads of a text when the lines us follow heads: a
// line takes the place of the head of its own rank and all below that; the first
// line of a rank not seen yet replaces all heads, a further one is a rank below.
func under(heads []above, us []unit) []above {
	out := slices.Clone(heads)
	for i := range us {
		if t := strings.Trim(us[i].text, "() :"); len(out) > 0 && strings.Contains(t, " ") {
			if _, ok := leadingCount(t); ok {
				continue // "3 cités" below "Bretagne"
			}
		}
		h := aboveOf(&us[i])
		at := slices.IndexFunc(out, func(o above) bool { return o.sign == h.sign })
		switch {
		case at >= 0:
			out = out[:at]
		case i == 0:
			out = out[:0]
		}
		out = append(out, h)
	}
	return out
}

// holding returns the heads that hold for an item: an item as deep as a head, or less
// deep, is its sibling and is not below it.
func holding(heads []above, u *unit) []above {
	if u.kind != itemLine {
		return heads
	}
	for i, h := range heads {
		if h.item > u.depth {
			return heads[:i:i]
		}
	}
	return heads
}

// headPiece returns a head without the colon that ends it.
func headPiece(l *line) piece {
	p := whole(l)
	for p.to > p.from && strings.IndexByte(" :", l.text[p.to-1]) >= 0 {
		p.to--
		p.span = trimSpan(l.text, p.span)
	}
	return p
}
