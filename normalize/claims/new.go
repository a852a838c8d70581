// New ones: what the prose says of new records against the rows marked as new.

package claims

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// planned reports whether a verb in the future stands in ts: ouvriront, rejoindront.
func planned(ts []token) bool {
	for _, t := range ts {
		if strings.HasSuffix(t.fold, "ront") && len(t.fold) > len("seront") {
			return true
		}
	}
	return false
}

// newOnes judges what s says of new records.
func (j *judge) newOnes(s *sentence) []Claim {
	var out []Claim
	for k, n := range s.numbers {
		if !countable(n) && !(n.word && n.value == 1) {
			continue
		}
		u := unitAt(s.tokens, n.to)
		if !isNew(s, n, u) {
			continue
		}
		sc := j.newScope(s, k, u)
		if sc == other {
			continue
		}
		c := claim(s, n, u, New)
		j.judgeNew(&c, s, k, sc)
		out = append(out, c)
	}
	return out
}

// newScope says how surely number k of s, which counts new ones u, speaks of
// the rows. Behind a count of all ("14 PIMMS, dont 5 nouveaux") it speaks of
// them if that does, and if that is near what the list holds.
func (j *judge) newScope(s *sentence, k int, u unit) scope {
	n := s.numbers[k]
	if k == 0 || !elided(u) || !amongBefore(s, k-1, k) {
		return j.scope(s, u, n.from)
	}
	all := s.numbers[k-1]
	sc := j.scope(s, unitAt(s.tokens, all.to), all.from)
	if _, met := j.rowsMatching(all.value); sc == strong && j.near(all) || sc == weak && met && introduces(*s) {
		return strong
	}
	return min(weak, j.scope(s, u, n.from))
}

// elided reports whether u leaves out its noun, which stands before: "dont 5
// nouveaux", "5 new ones".
func elided(u unit) bool { return u.head == "" || lexicon.Pronouns[u.head] }

// amongBefore reports whether number k of s counts some of number i before it:
// "14 PIMMS (dont 5", "12 hubs, 5 of them".
func amongBefore(s *sentence, i, k int) bool {
	between := s.tokens[s.numbers[i].to:s.numbers[k].from]
	if endsWithAny(between, lexicon.AmongThese) {
		return true
	}
	after := s.tokens[s.numbers[k].to:min(s.numbers[k].to+2, len(s.tokens))]
	return endsWith(between, ",") && (endsWith(after, "of them") || endsWith(after, "d' entre") || endsWith(after, "of which"))
}

// judgeNew fills in the verdict of c on number k of s.
func (j *judge) judgeNew(c *Claim, s *sentence, k int, sc scope) {
	n := s.numbers[k]
	found, equal := j.newMatching(n.value)
	rows, rowsEqual := j.rowsMatching(n.value)
	switch y, past := j.otherYear(s); {
	case equal:
		c.Status, c.Found = OK, value(found)
		c.Why = fmt.Sprintf("%d rows are marked as new", found)
	case rowsEqual && found == 0:
		c.Status, c.Found = OK, value(rows)
		c.Why = fmt.Sprintf("the list holds %d rows, none marked: it is the list of the new ones", rows)
		j.onlyNew = true
	case past:
		c.Status, c.Why = OutOfScope, fmt.Sprintf("speaks of %d", y)
	case j.elsewhere(s, k):
		j.judgeNewIn(c, s, k)
	case isPlanned(s.tokens) || planned(s.tokens[n.to:]):
		c.Status, c.Why = OutOfScope, "speaks of what is planned"
	case n.bound != exact:
		c.Status, c.Why = Approximate, bounded(n, found, "rows marked as new")
		c.Found = value(found)
	case !j.newKnown || found == 0:
		c.Status, c.Why = NotCheckable, "no row is marked as new in what could be read"
	case sc == strong:
		c.Status, c.Found = Mismatch, value(found)
		c.Why = fmt.Sprintf("announces %s new, %d rows are marked as new", figure(n.value), found)
	case c.Unit == "":
		c.Status, c.Why = NotCheckable, fmt.Sprintf("may count something else; %d rows are marked as new", found)
	default:
		c.Status, c.Why = NotCheckable, fmt.Sprintf("%q may count something else; %d rows are marked as new", c.Unit, found)
	}
}

// isNew reports whether number n with unit u announces new records.
func isNew(s *sentence, n number, u unit) bool {
	for k := n.to; k < min(n.to+2, len(s.tokens)); k++ {
		if lexicon.NewBeforeNoun[s.tokens[k].fold] {
			return true
		}
	}
	for k := n.to; k < min(u.to+1, len(s.tokens)); k++ {
		if lexicon.NewAfterNoun[s.tokens[k].fold] {
			return true
		}
	}
	for k := n.to + 1; k+1 < min(u.to+2, len(s.tokens)); k++ { // 4 PIMMS de plus
		if s.tokens[k].fold == "de" && s.tokens[k+1].fold == "plus" && (k+2 == len(s.tokens) || !lexicon.Than[s.tokens[k+2].fold]) {
			return true
		}
	}
	return false
}
