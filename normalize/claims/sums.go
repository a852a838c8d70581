// Sums: amounts that the prose announces of all entries ("pour un total de 1,2
// million d'euros", "In all, €1,878,500 goes to the projects in the table")
// against the sums of the amounts that the rows print.

package claims

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// farSum is how many times larger or smaller a sum may be than what is announced
// before it is taken for the sum of something else.
const farSum = 2

// sums judges the amounts and totals of s that can be those of all entries.
func (j *judge) sums(ss []sentence, i int) (out []Claim) {
	s := &ss[i]
	amounts := 0
	for _, n := range s.numbers {
		if n.nature == money {
			amounts++
		}
	}
	for _, n := range s.numbers {
		subject := totalSubject(s, n)
		if n.nature != money && !(subject && (n.nature == count || n.nature == decimal)) || math.IsNaN(n.value) || n.value <= 0 {
			continue
		}
		c := claim(s, n, unit{}, Total)
		if n.nature == money {
			c.Unit = moneyOf(s, n)
		}
		if j.judgeSum(&c, ss, i, n, amounts, subject) {
			out = append(out, c)
		}
	}
	return out
}

// moneyOf returns the money of the amount n as printed: "euros", "£".
func moneyOf(s *sentence, n number) string {
	for k := n.to - 1; k >= max(0, n.from-1); k-- {
		if isMoney(s.tokens[k].fold) || isSign(s.tokens[k].text) {
			return s.tokens[k].text
		}
	}
	return ""
}

// judgeSum fills in the verdict of c on the amount n; subject says that s is
// about a total. false where nothing is worth saying.
func (j *judge) judgeSum(c *Claim, ss []sentence, i int, n number, amounts int, subject bool) bool {
	s := &ss[i]
	cued := subject || sumCue(s)
	cols, named := j.summed(s, n)
	for _, f := range cols {
		if n.bound == exact && (cued || f.Summed > 2) && sameSum(f.Sum, n) {
			c.Status, c.Found = OK, &f.Sum
			c.Why = fmt.Sprintf("the %d figures of %s make %s", f.Summed, f.Name, figure(rounded(f.Sum)))
			return true
		}
		if f.Most == n.value {
			return false // it is one of them
		}
	}
	subject = subject || named && (s.title || s.heading) && n.nature == money // "24 500 € de subventions" over a column of that name
	said := !cued && !subject && j.givenOut(ss, i, n)
	switch {
	case len(cols) != 1, !cued && !subject && !said, n.bound != exact, n.nature == money && amounts > 1, j.notNow(s) && !strings.ContainsAny(cols[0].Title, "0123456789"):
		return false
	case isPlanned(s.tokens), openEnded(s), former(s.tokens), hasAny(s.tokens, lexicon.Some), partOfSum(s, n):
		return false
	case cols[0].Sum*farSum < n.value, n.value*farSum < cols[0].Sum:
		return false
	case said && math.Abs(cols[0].Sum-n.value) > nearSum*max(cols[0].Sum, n.value):
		return false
	case !subject && !said && !listCue(s.tokens) && !hasAny(s.tokens, lexicon.Follows) && !given(s) && !j.tiedBelow(ss, i):
		return false
	}
	of := cols[0]
	sum := rounded(of.Sum)
	c.Status, c.Found = Mismatch, &sum
	c.Why = fmt.Sprintf("announces %s, the %d figures of %s make %s", figure(n.value), of.Summed, of.Name, figure(sum))
	return true
}

// nearSum is how far an amount that nothing calls a sum may be from the sum, as a share of
// the larger.
const nearSum = 0.25

// givenOut reports whether the amount n of sentence i is what is given out below: in the
// title, or right above entries, with a word for giving or said twice; not a budget, a
// cost or a price of anything else.
func (j *judge) givenOut(ss []sentence, i int, n number) bool {
	s := &ss[i]
	if n.nature != money || j.saidOf[saying{n.value, "other"}] > 0 {
		return false
	}
	return j.tiedBelow(ss, i) && (given(s) || n.to < len(s.tokens) && lexicon.GivenTo[s.tokens[n.to].fold] || j.saidOf[saying{value: n.value}] > 1 || announced(&head{s: s, k: slices.IndexFunc(s.numbers, func(x number) bool { return x.from == n.from })}))
}

// otherAmount reports whether the amount n is a budget, a cost or a price.
func otherAmount(s *sentence, n number) bool {
	return hasAny(s.tokens[max(0, n.from-budgetReach):n.from], lexicon.OtherAmounts)
}

// tiedBelow reports whether sentence i stands over entries or leads into them.
func (j *judge) tiedBelow(ss []sentence, i int) bool {
	_, scope := j.below(ss, i)
	return len(scope) > 0
}

// budgetReach is how many words may stand between an amount and the word that says whose
// it is: "un budget annuel de 2,5 millions".
const budgetReach = 5

// summed returns the columns that n may sum up: those that s names ("Le total
// atteint 17 819 en 2020"), else all that hold figures of its kind.
func (j *judge) summed(s *sentence, n number) (cols []*ColumnFacts, named bool) {
	var called []*ColumnFacts
	for t := range j.tables {
		for k := range j.tables[t].Columns {
			f := &j.tables[t].Columns[k]
			if f.Summed < 2 {
				continue
			}
			if f.Money || n.nature != money {
				cols = append(cols, f)
			}
			if calls(s, f) {
				called = append(called, f)
			}
		}
	}
	if len(called) > 0 {
		return called, true
	}
	return cols, false
}

// calls reports whether s prints all words of the heading of f.
func calls(s *sentence, f *ColumnFacts) bool {
	title := f.Title
	if title == "" {
		return false
	}
	n := 0
	for _, w := range tokenize(title) {
		if !w.isWord() && !w.digits || lexicon.Articles[w.fold] || isMoney(w.fold) {
			continue
		}
		if n++; !slices.ContainsFunc(s.tokens, func(t token) bool { return lexicon.Stem(t.fold) == lexicon.Stem(w.fold) }) {
			return false
		}
	}
	return n > 0
}

// totalSubject reports whether n is what a total comes to: "Le montant total
// s'élève à", "The total (area) stands at", without saying of what else.
func totalSubject(s *sentence, n number) bool {
	for k := range s.tokens[:n.from] {
		if s.tokens[k].fold != "total" || k == 0 || n.from-k > cueReach {
			continue
		}
		before := s.tokens[k-1].fold
		if before != "le" && before != "the" && before != "montant" && before != "its" && before != "leur" {
			continue
		}
		if after := s.tokens[k+1].fold; k+1 < n.from && (after == "de" || after == "des" || after == "du" || after == "d'" || after == "of") {
			continue
		}
		return true
	}
	return false
}

// rounded takes the noise of adding floats off a sum.
func rounded(sum float64) float64 { return math.Round(sum*1e6) / 1e6 }

// sameSum reports whether a sum is the amount n, as exactly as n is printed.
func sameSum(sum float64, n number) bool {
	const noise = 1e-9 // of adding floats, of the sum
	return math.Abs(sum-n.value) <= noise*sum || n.scale > 1 && math.Abs(sum-n.value) <= n.step/2
}

// sumCue reports whether s says that an amount is that of all.
func sumCue(s *sentence) bool { return says(s.tokens, lexicon.SumCues) }

// given reports whether s says that money is given out.
func given(s *sentence) bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return begins(t, lexicon.GivenStems) })
}

// partOfSum reports whether n is what an amount is taken of: "sur 2 millions d'euros".
func partOfSum(s *sentence, n number) bool {
	return endsWith(s.tokens[:n.from], "sur") || endsWith(s.tokens[:n.from], "sur les") || endsWith(s.tokens[:n.from], "out of")
}
