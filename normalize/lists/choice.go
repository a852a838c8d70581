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
// kind of record, and others that are nearly as good.
func choose(cs []*candidate) []*candidate {
	sort.SliceStable(cs, func(i, j int) bool { return cs[i].score > cs[j].score })
	var out []*candidate
	var passed *candidate
	for _, c := range cs {
		if c.score < accepted {
			break
		}
		if slices.ContainsFunc(out, c.overlaps) {
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
	return out
}

// sameRecord reports whether two candidates have the same columns.
func sameRecord(a, b *candidate) bool {
	return slices.EqualFunc(a.sheet.fields, b.sheet.fields, func(x, y field) bool { return x.name == y.name })
}
