// Breakdowns: a total and its parts. "Sur ces 856 sites : 11 ..., 154 ... et
// 544 ..." must add up; "53 PIMMS dont 13 nouveaux" need not.

package claims

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// breakdowns reads the totals with parts of sentence i.
func breakdowns(ss []sentence, i int) []Claim {
	s := &ss[i]
	var out []Claim
	used := -1 // the last number already taken as a part
	for k, n := range s.numbers {
		if k <= used || !divisible(n) {
			continue
		}
		t, at := tieBehind(s, k)
		if t == untied {
			continue
		}
		parts := partsFrom(s, n, at)
		inItems := len(parts) == 0 && introduces(*s)
		if inItems {
			parts = itemParts(s.items)
		}
		if c, ok := judgeParts(s, n, unitAt(s.tokens, n.to), t, parts); ok {
			out = append(out, c)
			if !inItems {
				used = parts[len(parts)-1].index
			}
		}
	}
	if len(out) == 0 {
		if c, ok := spreadOut(ss, i); ok {
			return []Claim{c}
		}
		if c, ok := summedUp(s); ok {
			return []Claim{c}
		}
		if c, ok := added(s); ok {
			return []Claim{c}
		}
		if c, ok := echoed(ss, i); ok {
			return []Claim{c}
		}
	}
	return out
}

// divisible reports whether n can be a total that has parts: a count or an amount.
func divisible(n number) bool {
	return n.value >= 2 && (countable(n) || n.nature == money && !math.IsNaN(n.value))
}

// judgeParts compares total n, which counts u, with its parts in sentence s;
// false means there is nothing to say.
func judgeParts(s *sentence, n number, u unit, t tie, read []part) (Claim, bool) {
	parts := settle(read, n)
	if !kindly(parts) {
		if t == partial && len(read) == 1 && tooLarge(n, u, read[0]) {
			c := breakdown(s, n, u, read)
			c.Status = Contradiction
			c.Why = fmt.Sprintf("%s cannot be among %s", figure(read[0].value), figure(n.value))
			return c, true
		}
		return Claim{}, false
	}
	c := breakdown(s, n, u, parts)
	total := sum(parts)
	open := openEnded(s)
	switch other, said := saidBefore(s, n, total); {
	case agrees(parts, n):
		c.Status, c.Why = OK, fmt.Sprintf("%s make %s", plus(parts), figure(total))
	case n.bound != exact:
		c.Status, c.Why = Approximate, fmt.Sprintf("%s make %s", plus(parts), figure(total))
	case math.Abs(total-n.value) <= rounding(parts, n):
		c.Status, c.Why = Approximate, fmt.Sprintf("%s make %s, as near to %s as rounding allows", plus(parts), figure(total), figure(n.value))
	case said:
		// The parts are those of another total: "3 450 titres pour 3 120 demandeurs : 2 210 ...".
		c = breakdown(s, other, unitAt(s.tokens, other.to), parts)
		c.Status, c.Why = OK, fmt.Sprintf("%s make %s", plus(parts), figure(total))
	case total < n.value && (open || leftOver(s, parts)):
		c.Status, c.Why = PartialList, fmt.Sprintf("%s make %s of %s, and the text names more", plus(parts), figure(total), figure(n.value))
	case !open && !overlapping(s, parts) && accuses(s, t, parts, n):
		c.Status, c.Why = Contradiction, fmt.Sprintf("%s make %s, not %s", plus(parts), figure(total), figure(n.value))
	case total < n.value && t <= listed:
		c.Status, c.Why = PartialList, fmt.Sprintf("%s make %s of %s", plus(parts), figure(total), figure(n.value))
	default:
		return Claim{}, false
	}
	return c, true
}

// saidBefore returns the count or amount before total n that the parts make.
func saidBefore(s *sentence, n number, total float64) (number, bool) {
	for _, x := range s.numbers {
		if x.from < n.from && x.nature == n.nature && x.bound == exact && x.value == total {
			return x, true
		}
	}
	return number{}, false
}

// tooLarge reports whether part p, said to be among total n, is more than n.
func tooLarge(n number, u unit, p part) bool {
	return p.value > n.value && p.bound == exact && n.bound == exact && !lexicon.PlaceNouns[p.unit.head] && sameThing(u, p)
}

// How far parts may be from their total, as a share of it or in units, before
// they are taken to count something else. The looser the tie, the nearer they
// must be: typing errors move a figure by little.
const (
	nearListed  = 0.10 // of the total, for a comma only
	nearColon   = 0.25 // of the total, for a colon
	nearDont    = 0.03 // of the total, for "dont" and three parts
	unitsListed = 3
	unitsColon  = 5
	manyParts   = 4 // from so many on "dont" names a whole scale of ranks
)

// accuses reports whether the sum of parts, which is not the total n, must be a
// mistake of the text.
func accuses(s *sentence, t tie, parts []part, n number) bool {
	total := sum(parts)
	within := func(share, units float64) bool { return within(total, n, share, units) }
	if parts[0].alone { // figures in brackets can still be something else
		return within(nearListed, unitsColon)
	}
	switch t {
	case exhaustive:
		return plausible(total, n.value)
	case colon:
		return within(nearColon, unitsColon)
	case listed:
		return (len(parts) >= 3 || parallel(parts, s)) && within(nearListed, unitsListed)
	}
	// "dont": the parts need not be all, but together they cannot be more.
	if total < n.value || mixed(parts) {
		return false
	}
	return len(parts) >= manyParts && within(nearListed, 0) || len(parts) == manyParts-1 && within(nearDont, 0)
}

// mixed reports whether some parts say where they are and others what: "60
// ruraux, 40 en montagne". Such parts share members; ranks do not.
func mixed(parts []part) bool {
	where := 0
	for _, p := range parts {
		if lexicon.LeadsToPlace[p.lead] || lexicon.SpreadOver[p.lead] {
			where++
		}
	}
	return where > 0 && where < len(parts)
}

// within reports whether total misses n by no more than a share of n, or by few
// units of its last printed place.
func within(total float64, n number, share, units float64) bool {
	gap := math.Abs(total - n.value)
	return gap <= share*n.value || gap/n.step <= units && plausible(total, n.value)
}

// overlapping reports whether parts may count the same things twice.
func overlapping(s *sentence, parts []part) bool {
	mixed := 0
	for _, p := range parts {
		if lexicon.People[p.unit.head] || p.unit.words != nil && slices.Contains(p.unit.words, "ans") {
			mixed++
		}
	}
	return containsAny(fold.Letters(s.text), lexicon.CountsTwice) || mixed > 0 && mixed < len(parts)
}

// leftOver reports whether the text names a part without its figure: "et les
// autres sont à l'étude", "9 communes de l'Aude et la commune de Vendée". An
// enumeration closes with "et" before its last part; one that goes on behind the
// last figure has more.
func leftOver(s *sentence, parts []part) bool {
	last := parts[len(parts)-1]
	if last.item {
		return false // a list shows its end
	}
	if containsAny(strings.ReplaceAll(fold.Letters(s.text[parts[0].start:]), "’", "'"), lexicon.Rest) {
		return true
	}
	named := false // Foix, Pamiers et 2 communes du Volvestre
	for j := parts[0].from - 1; j >= 0 && !named; j-- {
		if s.tokens[j].text == ":" {
			break
		}
		named = s.tokens[j].text == "," && hasColon(s.tokens[:j])
	}
	if named {
		return true
	}
	for _, p := range parts {
		if p.sep == "et" || p.sep == "and" {
			return false
		}
	}
	for _, t := range s.tokens[last.to:] {
		switch {
		case t.fold == "et", t.fold == "and", t.fold == "ainsi", t.fold == "plus":
			return true
		case t.text == ".", t.text == ";", t.text == ")":
			return false
		}
	}
	return false
}

// plausible reports whether parts that make sum can be meant as all of total:
// within a half and the double. Beyond, they count something else.
func plausible(sum, total float64) bool { return sum*2 >= total && sum <= total*2 }

// sameThing reports whether part p counts u.
func sameThing(u unit, p part) bool {
	return p.unit.head == "" || p.unit.head == u.head || lexicon.NewBeforeNoun[p.unit.head] || lexicon.NewAfterNoun[p.unit.head]
}

// parallel reports whether the second of two parts repeats the first one's
// preposition: "68 se trouvent en ruralité et 102 en QPV". Such parts exclude
// each other.
func parallel(parts []part, s *sentence) bool {
	lead := parts[1].lead
	if !lexicon.SpreadOver[lead] && lead != "en" && lead != "par" && lead != "pour" && lead != "de" {
		return false
	}
	for j := parts[0].to; j < parts[1].from; j++ {
		if s.tokens[j].fold == lead {
			return true
		}
	}
	return false
}

func openEnded(s *sentence) bool {
	f := fold.Letters(s.text)
	return containsAny(f, lexicon.OpenEnded) || strings.Contains(f, " etc") || strings.HasSuffix(f, "...") || strings.HasSuffix(f, "…")
}

func breakdown(s *sentence, n number, u unit, parts []part) Claim {
	c := claim(s, n, u, Breakdown)
	for _, p := range parts {
		c.Parts = append(c.Parts, p.value)
	}
	v := sum(parts)
	c.Found = &v
	return c
}

// plus prints parts as a sum: 11 + 154 + 131.
func plus(parts []part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(figure(p.value))
	}
	return b.String()
}

func hasColon(ts []token) bool {
	return slices.ContainsFunc(ts, func(t token) bool { return t.text == ":" })
}

// containsAny reports whether text contains one of words.
func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
