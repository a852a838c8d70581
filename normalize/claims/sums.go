// Sums: amounts that the prose announces of all entries ("pour un total de 1,2
// million d'euros", "In all, €1,878,500 goes to the projects in the table")
// against the sums of the amounts that the rows print.

package claims

import (
	"fmt"
	"math"
	"strings"
)

// sumCues say that an amount is that of all entries.
var sumCues = []string{
	"au total", "en tout", "total de", "total d'", "montant total", "montant global", "enveloppe", "enveloppe globale", "somme totale", "somme de", "se partagent", "se repartissent", "ensemble",
	"in all", "in total", "total of", "adds up to", "add up to", "altogether", "together", "share", "come to", "comes to", "worth", "totaling", "totalling", "sum of",
}

// givenStems begin the words that say that money is given out: what the rows print.
var givenStems = []string{"attribu", "accord", "allou", "vers", "distribu", "repart", "partag", "subvention", "aide", "dotation", "prix", "award", "grant", "distribut", "shar", "fund", "goes", "given", "alloc", "prize"}

// farSum is how many times larger or smaller a sum may be than what is announced
// before it is taken for the sum of something else.
const farSum = 2

// sums judges the amounts of s that can be those of all entries.
func (j *judge) sums(s *sentence) (out []Claim) {
	amounts := 0
	for _, n := range s.numbers {
		if n.nature == money {
			amounts++
		}
	}
	if amounts == 0 {
		return nil
	}
	for _, n := range s.numbers {
		if n.nature != money || math.IsNaN(n.value) || n.value <= 0 {
			continue
		}
		c := claim(s, n, unit{text: strings.TrimSpace(textOf(s.tokens, n.to-1, n.to))}, Total)
		if j.judgeSum(&c, s, n, amounts) {
			out = append(out, c)
		}
	}
	return out
}

// judgeSum fills in the verdict of c on the amount n; false where nothing is
// worth saying.
func (j *judge) judgeSum(c *Claim, s *sentence, n number, amounts int) bool {
	cued := sumCue(s)
	var of *ColumnFacts // the only column of amounts
	columns := 0
	for t := range j.tables {
		for k := range j.tables[t].Columns {
			f := &j.tables[t].Columns[k]
			if !f.Money || f.Summed < 2 {
				continue
			}
			columns++
			of = f
			if n.bound == exact && (cued || f.Summed > 2) && sameSum(f.Sum, n) {
				c.Status, c.Found = OK, &f.Sum
				c.Why = fmt.Sprintf("the %d figures of %s make %s", f.Summed, f.Name, figure(f.Sum))
				return true
			}
			if f.Most == n.value {
				return false // it is one of them
			}
		}
	}
	switch _, past := j.otherYear(s); {
	case columns != 1, !cued, n.bound != exact, amounts > 1, past:
		return false
	case hasAny(s.tokens, futureWords), openEnded(s), former(s.tokens), hasAny(s.tokens, someWords), partOfSum(s, n):
		return false
	case of.Sum*farSum < n.value, n.value*farSum < of.Sum:
		return false
	case !listCue(s.tokens) && !given(s):
		return false
	}
	c.Status, c.Found = Mismatch, &of.Sum
	c.Why = fmt.Sprintf("announces %s, the %d figures of %s make %s", figure(n.value), of.Summed, of.Name, figure(of.Sum))
	return true
}

// sameSum reports whether a sum is the amount n, as exactly as n is printed.
func sameSum(sum float64, n number) bool {
	const noise = 1e-9 // of adding floats
	return math.Abs(sum-n.value) <= noise*sum || n.scale > 1 && math.Abs(sum-n.value) <= n.step/2
}

// sumCue reports whether s says that an amount is that of all.
func sumCue(s *sentence) bool {
	for k := range s.tokens {
		for _, w := range sumCues {
			if endsWith(s.tokens[:k+1], w) {
				return true
			}
		}
	}
	return false
}

// given reports whether s says that money is given out.
func given(s *sentence) bool {
	for _, t := range s.tokens {
		for _, st := range givenStems {
			if strings.HasPrefix(t.fold, st) {
				return true
			}
		}
	}
	return false
}

// partOfSum reports whether n is what an amount is taken of: "sur 2 millions d'euros".
func partOfSum(s *sentence, n number) bool {
	return endsWith(s.tokens[:n.from], "sur") || endsWith(s.tokens[:n.from], "sur les") || endsWith(s.tokens[:n.from], "out of")
}
