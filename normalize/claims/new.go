// New ones: what the prose says of new records against the rows marked as new.

package claims

import (
	"fmt"
	"strings"
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
		sc := j.scope(s, u, n.from)
		if sc == other {
			continue
		}
		c := claim(s, n, u, New)
		found, equal := j.newMatching(n.value)
		rows, rowsEqual := j.rowsMatching(n.value)
		switch y, past := j.otherYear(s, n.from); {
		case len(j.tables) == 0:
			c.Status, c.Why = NotCheckable, "no list was found to count in"
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
			j.judgeNewIn(&c, s, k)
		case hasAny(s.tokens, futureWords) || planned(s.tokens[n.to:]):
			c.Status, c.Why = OutOfScope, "speaks of what is planned"
		case n.bound != exact:
			c.Status, c.Why = Approximate, bounded(n, found, "rows marked as new")
			c.Found = value(found)
		case !j.newKnown || found == 0:
			c.Status, c.Why = NotCheckable, "no row is marked as new in what could be read"
		case sc == strong:
			c.Status, c.Found = Mismatch, value(found)
			c.Why = fmt.Sprintf("announces %s new, %d rows are marked as new", figure(n.value), found)
		default:
			c.Status, c.Why = NotCheckable, fmt.Sprintf("%q may count something else; %d rows are marked as new", u.text, found)
		}
		out = append(out, c)
	}
	return out
}

// isNew reports whether number n with unit u announces new records.
func isNew(s *sentence, n number, u unit) bool {
	for k := n.to; k < min(n.to+2, len(s.tokens)); k++ {
		if newBefore[s.tokens[k].fold] {
			return true
		}
	}
	for k := n.to; k < min(u.to+1, len(s.tokens)); k++ {
		if newBehind[s.tokens[k].fold] {
			return true
		}
	}
	return endsWith(s.tokens[:min(u.to+2, len(s.tokens))], "de plus") && u.head != ""
}
