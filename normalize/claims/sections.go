// Sections: counts of what a section of the list is called ("six bourses de master" over the
// heading "Bourses de master"), and a second total of what another count bore out.

package claims

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// sectionCounts judges the counts of s that are of a section.
func (j *judge) sectionCounts(s *sentence) (out []Claim) {
	for _, n := range s.numbers {
		if !countable(n) || n.value < 2 || n.bound != exact {
			continue
		}
		u := unitOf(s, n)
		name, rows := j.sectionOf(u)
		if rows == 0 || strings.Contains(name, s.text[n.start:n.end]) {
			continue // a heading has its own count
		}
		c := claim(s, n, u, GroupTotal)
		c.Found = value(rows)
		switch {
		case float64(rows) == n.value:
			c.Status, c.Why = OK, fmt.Sprintf("%q holds %d rows", name, rows)
		case nearNamed*max(n.value, float64(rows)) < max(n.value-float64(rows), float64(rows)-n.value), ofSome(s, n), isGoal(s.tokens), j.notNow(s):
			continue
		default:
			c.Status, c.Why = Mismatch, fmt.Sprintf("announces %s, %q holds %d rows", figure(n.value), name, rows)
		}
		out = append(out, c)
	}
	return out
}

// minSectionWords is how few words the name of a section must share with what is counted:
// one word names the rows as well.
const minSectionWords = 2

// sectionOf returns the section that is called as what u counts, and its rows.
func (j *judge) sectionOf(u unit) (name string, rows int) {
	if len(u.words) < minSectionWords {
		return "", 0
	}
	for t := range j.tables {
		for k := range j.tables[t].Columns {
			f := &j.tables[t].Columns[k]
			if !groupColumns[f.Name] {
				continue
			}
			for v, n := range f.Values {
				if slices.Equal(stems(v, maxUnitWords), u.words) {
					if rows > 0 {
						return "", 0
					}
					name, rows = v, n
				}
			}
		}
	}
	return name, rows
}

// saidTwice adds the totals that count as many or nearly as many of what another count of
// the rows bears out: the release says two things.
func (j *judge) saidTwice(ss []sentence, said []Claim) []Claim {
	rows := map[string]float64{} // by what is counted
	for i := range said {
		if c := &said[i]; c.Status == OK && c.Kind == Total && c.head != "" && c.Found != nil && *c.Found == float64(j.rows) && c.Value == float64(j.rows) {
			rows[c.head] = c.Value
		}
	}
	if len(rows) == 0 {
		return said
	}
	for i := range ss {
		s := &ss[i]
		for k, n := range s.numbers {
			u := unitOf(s, n)
			v := rows[u.head]
			if v == 0 || !countable(n) || n.bound != exact || n.value == v || !nearCount(int(v), n.value) || totalCue(s, k, u) != saidTotal {
				continue
			}
			h := head{s: s, k: k, u: u}
			if ofSome(s, n) || partOf(s, n) || isGoal(s.tokens) || j.notNow(s) || besideOthers(&h) || slices.ContainsFunc(said, func(c Claim) bool { return c.Value == n.value && c.At.Same(s.at) && c.Status != OutOfScope }) || lexicon.Measures[u.head] {
				continue
			}
			c := claim(s, n, u, Total)
			c.Status, c.Found = Mismatch, value(int(v))
			c.Why = fmt.Sprintf("announces %s, the list holds %s rows", figure(n.value), figure(v))
			said = append(said, c)
		}
	}
	return said
}
