// And: whether "et" stands between two members or inside the name of one.

package lists

import (
	"fmt"
	"strings"
)

// An openAnd is an "et" of which nothing says yet whether it parts two members.
type openAnd struct {
	index int // of the member
	at    int // where it stands
	last  bool
}

// splitAnd cuts members at " et " where both sides are members. What the
// gazetteer knows decides; then the announced count; a last member after commas
// is two, since that is how an enumeration ends.
func (r reading) splitAnd(text string, inside []bool, known func(string) bool, announced int) reading {
	var out []span
	var doubtful []openAnd
	for i, m := range r.members {
		m = dropLeadingAnd(text, m)
		for {
			left, right, ok := sides(text, m, inside)
			if !ok || known(m.of(text)) {
				break
			}
			kl, kr := known(left.of(text)), known(right.of(text))
			small := opensSmall(right.of(text))
			if kl && (kr || !small) || kr && left.to-left.from <= maxBeside {
				out = append(out, left)
				m = right
				continue
			}
			if !small {
				doubtful = append(doubtful, openAnd{len(out), findAnd(text, m, inside), i == len(r.members)-1 && i > 0})
			}
			break
		}
		out = append(out, m)
	}
	r.members = out
	if len(doubtful) == 0 {
		return r
	}
	return r.settle(text, doubtful, announced)
}

// maxBeside is how long the words before "et" and a commune may be to be a
// member, in bytes; longer ones are one name with it.
const maxBeside = 60

// sides returns what stands on both sides of the first "et" of a member; false if
// there is none.
func sides(text string, m span, inside []bool) (left, right span, ok bool) {
	at := findAnd(text, m, inside)
	if at < 0 {
		return left, right, false
	}
	left, right = trimSpan(text, span{m.from, at}), trimSpan(text, span{at + andLen(text[at:]), m.to})
	return left, right, left.from < left.to && right.from < right.to
}

// settle cuts the members of which the gazetteer does not say whether they are
// two: all of them or none where that makes the announced count.
func (r reading) settle(text string, doubtful []openAnd, announced int) reading {
	n, k := len(r.members), len(doubtful)
	first := r.members[doubtful[0].index].of(text)
	split := func(d openAnd) bool { return d.last }
	switch {
	case announced == n && n > 0:
		split = func(openAnd) bool { return false }
		r.why = fmt.Sprintf("%q is one member: that makes the %d announced", first, announced)
	case announced == n+k:
		split = func(openAnd) bool { return true }
		r.why = fmt.Sprintf("%q is two members: that makes the %d announced", first, announced)
	case !doubtful[k-1].last || k > 1:
		r.doubt = true
		r.why = fmt.Sprintf("%q may be one member or two; nothing printed decides", first)
	}
	members := r.members
	r.members = nil
	for i, m := range members {
		if len(doubtful) > 0 && doubtful[0].index == i {
			d := doubtful[0]
			doubtful = doubtful[1:]
			if split(d) {
				r.members = append(r.members, trimSpan(text, span{m.from, d.at}))
				m = trimSpan(text, span{d.at + andLen(text[d.at:]), m.to})
			}
		}
		r.members = append(r.members, m)
	}
	return r
}

// dropLeadingAnd takes "et" off a member behind a comma: "A, B, et C".
func dropLeadingAnd(text string, m span) span {
	for _, w := range [...]string{"et ", "and ", "ainsi que "} {
		if strings.HasPrefix(m.of(text), w) {
			m.from += len(w)
			return trimSpan(text, m)
		}
	}
	return m
}

// ands stand between the last two members of an enumeration.
var ands = [...]string{" et ", " ainsi que ", " and "}

// andLen is how long the word that findAnd found is, without the blank behind it.
func andLen(s string) int {
	for _, w := range ands {
		if strings.HasPrefix(s, w) {
			return len(w) - 1
		}
	}
	return 0
}

// findAnd returns where " et " or " ainsi que " stands in a member outside
// parentheses, -1 if nowhere.
func findAnd(text string, m span, inside []bool) int {
	best := -1
	for _, w := range ands {
		for from := m.from; from < m.to; {
			i := strings.Index(text[from:m.to], w)
			if i < 0 {
				break
			}
			if !inside[from+i] {
				if best < 0 || from+i < best {
					best = from + i
				}
				break
			}
			from += i + 1
		}
	}
	return best
}
