// Recognise: the order of it all. Units, then the finders' candidates, each cut into
// fields, named and judged; the best set of them; lists.

package lists

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// lookAround notes what the evidence asks of the document as a whole.
func (r *reader) lookAround() {
	for _, b := range r.doc.Blocks {
		if t, ok := b.(*document.Table); ok && len(t.Rows) > minRows {
			r.tables = true
		}
	}
	for i := range r.us {
		if t := r.doc.Meta.Title; t.Text != "" && r.us[i].at.Same(t.At) {
			r.top = r.us[i].block
			break
		}
	}
}

// finders propose candidates; where two read a text equally well, the first wins.
var finders = [...]func([]unit) []*candidate{findPlaces, findRuns, findLabelled, findPeriods, findBlocks, findFlat, findShared, findSentences, findValued, findAccounts, findHeaded, findAnchored, findGraded, findNameLines, findSums}

// titlesAbove returns the last heading above a list, and the first of the document.
func (r *reader) titlesAbove(c *candidate) (out []piece) {
	for i := c.lo - 1; i >= 0; i-- {
		if u := &r.us[i]; u.kind == headingLine {
			out = append(out, whole(u.line))
			break
		}
	}
	for i := range r.us[:c.lo] {
		if u := &r.us[i]; u.kind == headingLine {
			return append(out, whole(u.line))
		}
	}
	return out
}

// find runs the finders, cuts what they propose into fields and judges it.
func (r *reader) find() (cs []*candidate) {
	for _, find := range finders {
		for _, c := range find(r.us) {
			if r.read(c) {
				cs = append(cs, c)
			}
		}
	}
	return cs
}

// read cuts a candidate into fields, names and judges it; false if it is nothing but signs.
func (r *reader) read(c *candidate) bool {
	c.findNotes(r.us)
	if c.sheet = cutEntries(c); len(c.sheet.fields) == 0 {
		return false
	}
	c.dropHeading()
	c.takeHeadings(r.us)
	c.nameFields()
	c.judge(&r.scene)
	return true
}

// nearlyAll is the share of the rows of a list that show what holds for it.
const nearlyAll = 0.9

// neighbours doubts the chosen lists that have lines beside them which nearly are a
// list too and were not read.
func neighbours(cs, chosen []*candidate) {
	const near = 3 // units
	read := map[int]bool{}
	for _, o := range chosen {
		for i := range o.entries {
			read[o.entries[i].unit] = true
		}
	}
	for _, c := range cs {
		if c.score < accepted-doubted || c.kind == "sentence" || len(c.entries) < minRows || slices.Contains(chosen, c) || !c.namesThings() || c.endsAsSentences() {
			continue
		}
		left, first, last := 0, -1, 0
		for i := range c.entries {
			if u := c.entries[i].unit; !read[u] {
				if left++; first < 0 {
					first = i
				}
				last = u
			}
		}
		if left < minRows || left < len(c.entries)-1 {
			continue
		}
		for _, o := range chosen {
			if o.kind != "sentence" && (c.entries[first].unit >= o.hi && c.entries[first].unit-o.hi <= near || last < o.entries[0].unit && o.entries[0].unit-last <= near) {
				o.doubts = append(o.doubts, fmt.Sprintf("%d lines beside it, from %q on, were not read", left, clip(c.entries[first].text.text())))
				return
			}
		}
	}
}

// unreadLists notes a list that was announced or seen and not read.
func (r *reader) unreadLists(res *Result, cs []*candidate) {
	if len(res.Lists) > 0 || r.tables {
		return
	}
	for _, c := range cs { // the best first
		if c.score >= accepted-doubted && len(c.entries) >= minRows && (c.led || c.counted) && (saysList(c.lead.text()) || c.counted) && !leadsElsewhere(c.lead.text()) && c.namesThings() || c.ledNames() {
			res.Notes = append(res.Notes, Note{
				Code: records.CodeListUnread, Severity: Doubt, At: c.entries[0].text.l.at, List: -1,
				Why: fmt.Sprintf("%d entries after %q may be a list; there is too little evidence to read them", len(c.entries), clip(c.leadText())),
			})
			return
		}
	}
}

// ledNames reports whether items that begin with names, and are built alike, are directly
// below a sentence that ends in a colon.
func (c *candidate) ledNames() bool {
	const least = 0.6 // of the mean likeness
	if c.kind != "bullets" || !c.led || !endsInColon(c.lead.text()) || len(c.entries) < minRows || leadsElsewhere(c.lead.text()) || advises(c.lead.text()) || !c.namesThings() || c.endsAsSentences() {
		return false
	}
	t := tallyOf(c.entries)
	return t.names >= nearlyAll && t.like >= least && t.prose < mostSpoken && t.links == 0
}

// endsAsSentences reports whether nearly all entries are short sentences: "Keep the receipt."
func (c *candidate) endsAsSentences() bool {
	n := 0
	for i := range c.entries {
		if t := strings.TrimSpace(c.entries[i].text.l.text); strings.HasSuffix(t, ".") && len(c.sheet.fields) == 1 {
			n++
		}
	}
	return float64(n) >= nearlyAll*float64(len(c.entries))
}

// namesThings reports whether no evidence says that entries are sentences or advice.
func (c *candidate) namesThings() bool {
	const much = 0.4
	for _, w := range c.why {
		switch w.name {
		case "sentences", "actions", "no names in it", "quoted sentences", "program text":
			if w.weight < -much {
				return false
			}
		}
	}
	return true
}
