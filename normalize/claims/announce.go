// Announced: whether a count is what a release is about, though nothing ties it to a
// list by a colon or a heading: said twice, the object of a verb of announcing, or the
// subject that opens the sentence.

package claims

import (
	"fmt"
	"math"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// A saying is a count and what it counts.
type saying struct {
	value float64
	head  string // "" for money, "other" for money that is said to be of something else
}

// sayings counts in how many sentences each count and amount is said.
func sayings(ss []sentence) map[saying]int {
	said := map[saying]int{}
	for i := range ss {
		s := &ss[i]
		here := map[saying]bool{}
		for _, n := range s.numbers {
			switch {
			case n.nature == money && otherAmount(s, n):
				here[saying{n.value, "other"}] = true
			case n.nature == money && !math.IsNaN(n.value):
				here[saying{value: n.value}] = true
			case countable(n) && n.value >= 2:
				if u := unitOf(s, n); u.head != "" {
					here[saying{n.value, u.head}] = true
				}
			}
		}
		for k := range here {
			said[k]++
		}
	}
	return said
}

// repeated reports whether the count of h is said in two sentences or more.
func (j *judge) repeated(h *head) bool {
	return j.saidOf[saying{h.s.numbers[h.k].value, h.u.head}] > 1
}

// announced reports whether the count of h is what its sentence announces: "recalls
// seven soups", "Six librairies rejoignent le réseau".
func announced(h *head) bool {
	s, n := h.s, h.s.numbers[h.k]
	i := n.from
	if i > 0 && lexicon.Definite[s.tokens[i-1].fold] {
		i--
	}
	if i == 0 {
		return true
	}
	before := s.tokens[i-1]
	switch {
	case h.u.head == "" && takenUp(s, n):
		return true
	case before.text == "," && i <= maxAdverbial && len(s.numbers) > 0 && !hasAny(s.tokens[:i], lexicon.Among):
		return true // "Cette année, dix musées ouvrent"
	case lexicon.GivenTo[before.fold] && (s.title || given(s) || i > 1 && lexicon.Goes[s.tokens[i-2].fold]):
		return true // "a versé une aide à huit domaines"
	case lexicon.CountVerbs[before.fold] && (s.title || hasAny(s.tokens[:i], lexicon.ListNouns)):
		return true // "Le palmarès compte six titres"
	}
	if announcing(before) || i > 1 && (before.fold == "of" || before.fold == "de" || before.fold == "d'") && announcing(s.tokens[i-2]) {
		return true
	}
	return (before.text == ":" || before.text == "–" || before.text == "-" && !before.glued) && s.title // "Grêle : neuf domaines"
}

// besideOthers reports whether the sentence of h counts other things too, which its own may
// be of as well: "Deux jurys et 24 élèves". Places, times and parts of its own are none.
func besideOthers(h *head) bool {
	s := h.s
	for k, x := range s.numbers {
		if k == h.k || !countable(x) || x.value < 2 || broughtTo(s, x) || k > h.k && amongBefore(s, k-1, k) || hasAny(s.tokens[max(0, x.from-1):x.from], lexicon.Some) {
			continue
		}
		if partOf(s, x) && !joins(s, x) && endsWithAny(s.tokens[:x.from], lexicon.PartsOf) {
			continue // "sur 214 échantillons, 8 médailles"
		}
		if joins(s, x) || joins(s, s.numbers[h.k]) {
			return true
		}
		if u := unitOf(s, x); u.head != h.u.head && !lexicon.Measures[u.head] && !lexicon.PlaceNouns[u.head] && lexicon.CountedColumns[u.head] == "" {
			return true
		}
	}
	return false
}

// listsCounts reports whether the count of h is one of several in a row: "6 médailles d'or, 7
// médailles d'argent et 2 de bronze".
func listsCounts(h *head) bool {
	s := h.s
	for k, x := range s.numbers {
		if k != h.k && countable(x) && x.from > 0 && (joins(s, x) || s.tokens[x.from-1].text == ",") && x.value != s.numbers[h.k].value {
			return true
		}
	}
	return false
}

// maxAdverbial is how many words before a comma may open a sentence whose subject follows.
const maxAdverbial = 7

// joins reports whether "et" or "and" precedes n.
func joins(s *sentence, n number) bool {
	return n.from > 0 && (s.tokens[n.from-1].fold == "et" || s.tokens[n.from-1].fold == "and")
}

// announcing reports whether t is a verb or a noun of announcing.
func announcing(t token) bool { return begins(t, lexicon.AnnouncingStems) }

// isPlanned reports whether ts speaks of what is planned.
func isPlanned(ts []token) bool { return hasAny(ts, lexicon.Planned) || isGoal(ts) }

// isGoal reports whether ts speaks of what is aimed at: an objective, "d'ici 2027", "by
// 2027".
func isGoal(ts []token) bool {
	for k := 0; k+1 < len(ts); k++ {
		if ts[k].fold == "d'" && ts[k+1].fold == "ici" || ts[k].fold == "by" && ts[k+1].digits {
			return true
		}
	}
	return hasAny(ts, lexicon.Goals)
}

// nearCount reports whether found is so near to the count v that a mistake or a lost
// entry explains it better than other things that are counted.
func nearCount(found int, v float64) bool {
	gap := math.Abs(float64(found) - v)
	return gap <= 1 || gap <= unitsColon && gap <= nearShare*max(float64(found), v) || gap <= 2 && gap <= nearFew*max(float64(found), v)
}

// nearShare is how far a count may be from the entries, as a share of the larger.
const nearShare = 0.25

// nearFew is that share where no more than two are missing or too many.
const nearFew = 0.34

// soften turns each soft mismatch over entries that another count bears out into a
// doubt, unless both count the same: then the release contradicts itself.
func soften(said []Claim) []Claim {
	for i := range said {
		c := &said[i]
		if !c.soft || c.Status != Mismatch {
			continue
		}
		for k := range said {
			if o := &said[k]; o.Status == OK && o.Kind != Breakdown && o.Kind != Share && o.head != c.head && o.Found != nil && *o.Found == *c.Found && o.Value == *c.Found {
				c.Status = NotCheckable
				c.Doubt = fmt.Sprintf("%s, which another sentence counts rightly: this may count something else", c.Why)
				break
			}
		}
	}
	return said
}
