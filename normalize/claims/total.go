// Totals: what the prose says of all records, and printed "Total ..." rows,
// against the rows that were found.

package claims

import (
	"fmt"
	"math"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// totals judges what s says of all records.
func (j *judge) totals(s *sentence) []Claim {
	var out []Claim
	for i, n := range s.numbers {
		if !countable(n) || n.value < 2 || someOf(s, n) {
			continue
		}
		u := unitAt(s.tokens, n.to)
		if isNew(s, n, u) {
			continue
		}
		cue := totalCue(s, i, u)
		sc := j.scope(s, u, n.from)
		if cue == noCue && sc == strong && (n.value >= telling || chosen(s)) {
			cue = hinted // the same noun and the same figure are no accident
		}
		if cue == noCue {
			continue
		}
		if sc == other || sc == weak && u.head == "" && cue != saidTotal {
			continue
		}
		c := claim(s, n, u, Total)
		if h := (head{s: s, k: i, u: u}); cue == saidTotal && n.value < float64(j.rows) && listsCounts(&h) {
			continue // 6 médailles d'or, 7 d'argent et 2 de bronze
		}
		if !j.judgeTotal(&c, s, i, u, sc, cue) {
			continue
		}
		if c.Status != OK && j.elsewhere(s, i) && (len(j.groups.of) > 0 || !j.near(n)) {
			continue // of a place that the rows are not all in, or do not tell
		}
		out = append(out, c)
	}
	return out
}

// farOff is how many times more or fewer rows there may be than announced
// before the claim is taken to speak of more than this list.
const farOff = 3

// judgeTotal fills in the verdict of c; false means that nothing is worth saying.
func (j *judge) judgeTotal(c *Claim, s *sentence, i int, u unit, sc scope, cue cue) bool {
	n := s.numbers[i]
	found, equal := j.rowsMatching(n.value)
	y, past := j.otherYear(s)
	switch {
	case j.rows == 0:
		c.Status, c.Why = NotCheckable, "no list was found to count in"
		return cue == saidTotal
	case equal && n.bound == exact:
		c.Status, c.Found, c.Why = OK, value(found), fmt.Sprintf("the list holds %d rows", found)
	case past:
		c.Status, c.Why = OutOfScope, fmt.Sprintf("speaks of %d", y)
	case cue == hinted && !j.announces(s, i, u, sc):
		return false // without a word for "in all" mostly only agreement tells anything
	case sc == weak:
		c.Status, c.Why = OutOfScope, fmt.Sprintf("counts %q, which the list need not be", strings.TrimSpace(u.text))
	case isPlanned(s.tokens):
		c.Status, c.Why = OutOfScope, "speaks of what is planned"
	case n.bound != exact:
		c.Status, c.Found, c.Why = Approximate, value(found), bounded(n, found, "rows")
		if n.bound == atLeast && float64(found) < n.value && float64(found)*farOff >= n.value {
			c.Status = Mismatch
		}
	case j.onlyNew:
		c.Status, c.Why = OutOfScope, "the list holds only the new ones"
	case float64(found)*farOff < n.value || n.value*farOff < float64(found):
		c.Status, c.Found = NotCheckable, value(found)
		c.Why = fmt.Sprintf("%d rows are too far from %s to be the same list", found, figure(n.value))
	default:
		c.Status, c.Found = Mismatch, value(found)
		c.Why = fmt.Sprintf("announces %s, the list holds %d rows", figure(n.value), found)
	}
	return true
}

// A cue says how surely a number is the total of a list.
type cue uint8

const (
	noCue     cue = iota
	hinted        // "compte 53 PIMMS", a title that opens with the number
	saidTotal     // "au total", "désormais", "liste des 53"
)

// cueReach is how many words may stand between a cue and its number: "Au total,
// ce sont désormais 53", "Désormais, « Les Plus Beaux Villages de France » comptent 174".
const cueReach = 12

// totalCue looks for a cue around number i of s.
func totalCue(s *sentence, i int, u unit) cue {
	n := s.numbers[i]
	from := max(0, n.from-cueReach)
	if i > 0 {
		from = max(from, s.numbers[i-1].to) // a cue belongs to the next number
	}
	before := s.tokens[from:n.from]
	if k := lastBreak(before); k >= 0 {
		before = before[k+1:]
	}
	if says(before, lexicon.TotalCues) {
		return saidTotal
	}
	// portant leur nombre à 126; passe à 53
	if endsWith(before, "a") && hasAny(before, lexicon.Brings) {
		return saidTotal
	}
	after := s.tokens[u.to:min(u.to+4, len(s.tokens))]
	for k := range after {
		if endsWith(after[:k+1], "au total") || endsWith(after[:k+1], "en tout") || endsWith(after[:k+1], "in total") {
			return saidTotal
		}
	}
	if hasAny(u.tokens(s, n), lexicon.Follows) {
		return saidTotal
	}
	if n.from <= 1 && (s.title || s.heading) || hasAny(before, lexicon.CountVerbs) || n.from == 0 {
		return hinted
	}
	return noCue
}

// tokens returns the tokens of u behind number n, and the one after.
func (u unit) tokens(s *sentence, n number) []token {
	return s.tokens[n.to:min(u.to+1, len(s.tokens))]
}

// lastBreak returns the index of the last sign that ends a clause, -1 if none.
func lastBreak(ts []token) int {
	for k := len(ts) - 1; k >= 0; k-- {
		if ts[k].text == ";" || ts[k].text == ":" || ts[k].text == "(" {
			return k
		}
	}
	return -1
}

// telling is how many there must be of a thing before it is no accident that a
// sentence counts as many without a word for "in all".
const telling = 5

// near reports whether n is so near to the number of rows that a mistake or a
// lost row explains it better than another list.
func (j *judge) near(n number) bool {
	gap := math.Abs(n.value - float64(j.rows))
	return gap <= unitsColon && gap <= nearRows*n.value
}

// nearRows is how far the rows may be from n, as a share of it.
const nearRows = 0.2

// said reports whether one of the claims gives the verdict on a printed total already.
func said(claims []Claim, t TotalFacts) bool {
	for i := range claims {
		c := &claims[i]
		if (c.Kind == Total || c.Kind == GroupTotal) && c.Value == t.Value && (c.Status == OK || c.Status == Mismatch) && (c.Status == OK) == (float64(t.Found) == t.Value) && (strings.Contains(c.Text, t.Text) || c.At.Same(t.At)) {
			return true
		}
	}
	return false
}

// judgeTotalRow compares a printed "Total ..." row with the rows of its group.
func judgeTotalRow(t TotalFacts) Claim {
	c := Claim{Text: t.Text, Kind: GroupTotal, Value: t.Value, Unit: t.Group, Found: value(t.Found), At: t.At}
	if t.Group == "" {
		c.Kind = Total
	}
	if float64(t.Found) == t.Value {
		c.Status, c.Why = OK, fmt.Sprintf("its group holds %d rows", t.Found)
	} else {
		c.Status, c.Why = Mismatch, fmt.Sprintf("prints %s, its group holds %d rows", figure(t.Value), t.Found)
	}
	return c
}
