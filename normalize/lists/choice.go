// Choice: the best candidates that do not overlap, and those that make one list.

package lists

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// saysList reports whether a lead says that a list follows.
func saysList(lead string) bool {
	ends := sentenceEnds(strings.TrimSpace(lead))
	if len(ends) > 1 {
		lead = lead[ends[len(ends)-2]:] // the last sentence leads into the list
	}
	t := strings.TrimRight(lead, " \u00a0")
	if strings.HasSuffix(t, " sont :") || strings.HasSuffix(t, " are:") || strings.HasSuffix(t, " sont\u00a0:") {
		return true
	}
	for w := range strings.FieldsSeq(fold.Words(lead)) {
		if lexicon.SaysList(w) {
			return true
		}
	}
	return false
}

// announcesRecords reports whether the lines above unit lo, or the first of the
// document, announce records: nominations, contracts, winners, or n of anything.
func announcesRecords(us []unit, lo, n int) bool {
	const above, top = 3, 3 // units
	for i := 0; i < lo; i++ {
		if i == top {
			i = max(i, lo-above)
		}
		if us[i].wall || len(us[i].text) > maxEntry {
			continue
		}
		if saysList(us[i].text) || announces(us[i].text) || n > minRows && slices.Contains(countsIn(us[i].text), n) && !advises(us[i].text) {
			return true
		}
	}
	return false
}

// advises reports whether a text speaks of reasons, advice or aims, of which a count is
// none of records.
func advises(s string) bool {
	for w := range strings.FieldsSeq(fold.Words(s)) {
		if lexicon.NamesAdvice(w) {
			return true
		}
	}
	return false
}

// announces reports whether a text has a word for records that accounts tell.
func announces(s string) bool {
	for w := range strings.FieldsSeq(fold.Words(s)) {
		if lexicon.AnnouncesRecords(w) {
			return true
		}
	}
	return false
}

// leadsElsewhere reports whether a lead opens a list of the page, not of the release.
func leadsElsewhere(lead string) bool {
	const longest = 80
	if len(lead) > longest {
		return lexicon.LeadsIntoAddress(fold.Words(strings.ToValidUTF8(lead[len(lead)-longest:], "")))
	}
	return len(lead) > 0 && (lexicon.LeadsElsewhere(fold.Words(lead)) || lexicon.LeadsIntoAddress(fold.Words(lead)))
}

func numeral(w string) int { return lexicon.Numeral(w) }

const (
	rival      = 0.7  // of the best score: what a list of another kind must have,
	rivalAlone = 0.85 // and one that no heading, colon or count leads into
)

// choose takes the best candidates that do not overlap: those of the best one's
// kind of record, and others that are nearly as good. Where a better one takes an end
// of a candidate, what is left of it is judged by itself.
func (r *reader) choose(cs []*candidate) (out []*candidate) {
	better := func(i, j int) bool { return cs[i].score > cs[j].score }
	sort.SliceStable(cs, better)
	all, covered := cs, coveredUnits(cs)
	led := map[int][]*candidate{} // enumerations after a colon, by unit
	for _, c := range cs {
		if c.kind == "sentence" && c.colon {
			led[c.lo] = append(led[c.lo], c)
		}
	}
	var passed *candidate // the best list that is left for another kind of record
	for len(cs) > 0 && cs[0].score >= accepted {
		c := cs[0]
		cs = cs[1:]
		if c.kind == "sentence" && (c.score < covered[c.lo]+aligned || slices.ContainsFunc(led[c.lo], c.isPartOf)) {
			continue
		}
		if k := slices.IndexFunc(out, c.overlaps); k >= 0 {
			if rest := c.without(out[k]); rest != nil {
				r.read(rest)
				at := sort.Search(len(cs), func(i int) bool { return cs[i].score < rest.score })
				cs = slices.Insert(slices.Clone(cs), at, rest)
			}
			continue
		}
		if len(out) > 0 && !sameRecord(out[0], c) {
			need := rival
			if !c.led && !c.counted {
				need = rivalAlone
			}
			if c.score < need*out[0].score {
				if c.score >= accepted && passed == nil && c.kind != "sentence" && (c.namesThings() || c.kind == "bullets" && endsInColon(c.lead.text())) {
					passed = c
				}
				continue
			}
		}
		if c.score < accepted+unsure {
			c.doubts = append(c.doubts, "there is little evidence that this is a list")
		}
		out = append(out, c)
	}
	if passed != nil {
		out[0].doubts = append(out[0].doubts, "another list, of "+strconv.Itoa(len(passed.entries))+" entries from "+strconv.Quote(clip(passed.entries[0].text.text()))+" on, was not read")
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].lo != out[j].lo {
			return out[i].lo < out[j].lo
		}
		return out[i].within.from < out[j].within.from
	})
	r.passing(all, out)
	return r.dropRepeats(out)
}

// isPartOf reports whether another candidate enumerates all names of c after a colon, and
// further ones: names that no gazetteer knows are no less of the list.
func (c *candidate) isPartOf(o *candidate) bool {
	return o.kind == "sentence" && o.colon && o.lo == c.lo && o.score >= accepted && len(o.entries) > len(c.entries) &&
		o.within.from <= c.within.from && c.within.to <= o.within.to && c.within.to > c.within.from
}

// aligned is what an enumeration must have above a list of several lines of which its
// line is one.
const aligned = 2.0

// coveredUnits returns by unit the best score of the lists of several lines whose names
// are enumerated below or after heads.
func coveredUnits(cs []*candidate) map[int]float64 {
	out := map[int]float64{}
	for _, c := range cs {
		if c.kind == "sentence" || c.score < accepted || !c.sheet.raised && !c.split || c.hi-c.lo < minRun {
			continue
		}
		for i := range c.entries {
			if u := c.entries[i].unit; c.score > out[u] {
				out[u] = c.score
			}
		}
	}
	return out
}

// without returns what is left of a run of bullets if o takes its end, nil if that is no
// list by itself or c is no run.
func (c *candidate) without(o *candidate) *candidate {
	n := len(c.entries)
	if c.kind != "bullets" || c.split || c.rest {
		return nil
	}
	for n > 0 && c.entries[n-1].unit >= o.lo {
		n--
	}
	if n < minRows || c.entries[0].unit >= o.lo || c.entries[n-1].unit >= o.lo {
		return nil
	}
	d := &candidate{kind: c.kind, lo: c.lo, hi: c.entries[n-1].unit + 1, entries: slices.Clone(c.entries[:n]), lead: c.lead, led: c.led, headed: c.headed, strays: c.strays, rest: true}
	if heads := d.entries[0].heads; len(heads) > 0 && !slices.ContainsFunc(d.entries, func(e entry) bool { return !slices.Equal(e.heads, heads) }) && !heads[0].known {
		d.lead, d.led = heads[0].count, true // a head over all of them leads into them
		for i := range d.entries {
			d.entries[i].heads = nil
		}
	}
	return d
}

// sameRecord reports whether two candidates have the same columns.
func sameRecord(a, b *candidate) bool {
	return slices.EqualFunc(a.sheet.fields, b.sheet.fields, func(x, y field) bool { return x.name == y.name })
}

// rejected reports whether a list is of those that were not accepted: its lead says so,
// or the title above it.
func (r *reader) rejected(c *candidate) bool {
	const longest = 400 // bytes at the end of a lead
	for i, p := range append([]piece{c.lead}, r.titlesAbove(c)[:min(1, len(r.titlesAbove(c)))]...) {
		t := lastBytes(strings.TrimRight(p.text(), " ."), longest)
		f := fold.Name(fromLastSentence(t)) // those before may speak of others
		if lexicon.LeadsRejected(f) {
			return true
		}
		if i == 0 && strings.Contains(f, "suivant") {
			return false
		}
	}
	return false
}
