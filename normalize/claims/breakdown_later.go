// Breakdowns whose total is not printed before its parts: it is in the list after them, in
// an earlier sentence, or at the end ("soit 80 lauréats").

package claims

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// itemShare is the share of list items that must open with a number before the
// list is read as a breakdown.
const itemShare = 0.99

// itemParts returns the number that each item of a list opens or ends with.
func itemParts(items []sentence) []part {
	var opens, ends []part
	for _, it := range items {
		for k, n := range it.numbers {
			if !countable(n) && !(n.word && n.value == 1 && n.from == 0) {
				continue
			}
			p := part{number: n, unit: unitAt(it.tokens, n.to), item: true}
			if n.from == 0 {
				opens = append(opens, p)
			} else if k == len(it.numbers)-1 && n.to >= len(it.tokens)-1 && it.tokens[n.from-1].text == ":" {
				ends = append(ends, p)
			}
		}
	}
	for _, ps := range [][]part{opens, ends} {
		if len(ps) >= 2 && float64(len(ps)) >= itemShare*float64(len(items)) {
			return ps
		}
	}
	return nil
}

// back is how many sentences before "se répartissent ainsi" its total may stand.
const back = 4

// spreadOut reads "Les lauréats se répartissent ainsi :", whose total stands in a
// sentence before.
func spreadOut(ss []sentence, i int) (Claim, bool) {
	s := &ss[i]
	at := -1
	for j := range s.tokens {
		if phrase, tie := tieEnding(s.tokens[:j+1]); tie == exhaustive && strings.Contains(phrase, "se ") {
			at = j + 1
		}
	}
	if at < 0 || at < len(s.tokens) && lexicon.SpreadOver[s.tokens[at].fold] {
		return Claim{}, false
	}
	parts := partsFrom(s, number{}, at)
	if len(parts) == 0 {
		parts = itemParts(s.items)
	}
	if !kindly(parts) {
		return Claim{}, false
	}
	who := ""
	for j := range s.tokens[:at] {
		if s.tokens[j].isWord() && !lexicon.Articles[s.tokens[j].fold] && !lexicon.EndsCounted[s.tokens[j].fold] {
			who = lexicon.Stem(s.tokens[j].fold)
			break
		}
	}
	for k := i - 1; k >= max(0, i-back); k-- {
		for _, n := range ss[k].numbers {
			if u := unitAt(ss[k].tokens, n.to); countable(n) && who != "" && u.head == who {
				n.from = 0 // it stands before all of s
				return judgeParts(s, n, u, exhaustive, parts)
			}
		}
	}
	return Claim{}, false
}

// summedUp reads "48 fabriques et 32 fabriques numériques, soit 80 lauréats".
func summedUp(s *sentence) (Claim, bool) {
	for k, n := range s.numbers {
		if !countable(n) || k < 2 {
			continue
		}
		said := endsWithAny(s.tokens[:n.from], lexicon.SumsUp)
		if !said && !endsWith(s.tokens[:n.from], "soit") {
			continue
		}
		u := unitAt(s.tokens, n.to)
		after := s.tokens[u.to:min(u.to+3, len(s.tokens))]
		if hasAny(after, lexicon.InAll) {
			said = true
		}
		if hasAny(s.tokens[n.to:min(n.to+4, len(s.tokens))], lexicon.Compares) {
			continue // soit 15 de plus qu'en 2019
		}
		parts := runBefore(s, k)
		if !kindly(parts) {
			continue
		}
		if u.head != "" && u.head == parts[0].unit.head && within(sum(parts), n, nearListed, unitsListed) {
			said = true // 10 médailles d'or, 12 d'argent et 11 de bronze, soit 34 médailles
		}
		if sum(parts) != n.value && !said {
			continue
		}
		return judgeParts(s, n, u, exhaustive, parts)
	}
	return Claim{}, false
}

// runBefore returns the counts that stand before number k of s, tied to each
// other by commas and "et".
func runBefore(s *sentence, k int) []part {
	var ps []part
	for m := k - 1; m >= 0; m-- {
		n := s.numbers[m]
		if n.word && n.value == 1 && n.nature == label {
			continue // the article of "un total de"
		}
		if !countable(n) {
			break
		}
		ps = append([]part{{number: n, unit: unitAt(s.tokens, n.to)}}, ps...)
		if n.from == 0 {
			break
		}
		if sep, _ := separatorBefore(s, n.from, 0); sep == "" || sep == "start" || sep == "dont" {
			break
		}
	}
	return ps
}

// added reads "13 sites s'ajoutent aux 40 déjà labellisés, portant leur nombre à 53".
func added(s *sentence) (Claim, bool) {
	joins := -1
	for j := range s.tokens {
		if lexicon.Adds[s.tokens[j].fold] {
			joins = j
		}
	}
	if joins < 0 {
		return Claim{}, false
	}
	var before, base, total *number
	for k := range s.numbers {
		n := &s.numbers[k]
		switch {
		case !countable(*n) || n.bound != exact:
		case n.from < joins && before == nil:
			before = n
		case base == nil && (endsWith(s.tokens[:n.from], "aux") || endsWith(s.tokens[:n.from], "a ceux") || endsWith(s.tokens[:n.from], "des")):
			base = n
		case base != nil && endsWith(s.tokens[:n.from], "a") && hasAny(s.tokens[base.to:n.from], lexicon.BringsTotal):
			total = n
		}
	}
	if before == nil || base == nil || total == nil {
		return Claim{}, false
	}
	parts := []part{{number: *before}, {number: *base}}
	return judgeParts(s, *total, unitAt(s.tokens, total.to), exhaustive, parts)
}

// echoed reads parts that stand alone, "68 se trouvent en ruralité et 102 en
// QPV", and finds the total that they make among the counts said before. Without
// a word that ties them, only agreement tells anything.
func echoed(ss []sentence, i int) (Claim, bool) {
	s := &ss[i]
	var parts []part
	for k, n := range s.numbers {
		if !countable(n) && !(n.word && n.value == 1) {
			continue
		}
		if sep, dist := separatorBefore(s, n.from, 0); k > 0 && (sep == "" || sep == "start" || dist > 0 && n.value == 1) {
			continue
		}
		p := part{number: n, unit: unitAt(s.tokens, n.to)}
		if n.to < len(s.tokens) {
			p.lead = s.tokens[n.to].fold
		}
		parts = append(parts, p)
	}
	if !kindly(parts) || len(parts) == 2 && !parallel(parts, s) {
		return Claim{}, false
	}
	total := sum(parts)
	for k := i - 1; k >= 0 && k >= i-2*back; k-- {
		for _, n := range ss[k].numbers {
			if countable(n) && n.value == total && n.bound == exact {
				u := unitAt(ss[k].tokens, n.to)
				n.from = 0 // it stands before all of s
				return judgeParts(s, n, u, listed, parts)
			}
		}
	}
	return Claim{}, false
}
