// Ties: the words and signs that bind a total to the parts behind it.

package claims

import "github.com/pressoir/pressoir/internal/lexicon"

// A tie says how firmly a total is tied to the parts behind it.
type tie uint8

const (
	untied     tie = iota
	partial        // dont, notamment: the parts need not be all
	listed         // a comma only: "Sur ces 170 sites, 68 ... et 102 ...", or "entre"
	colon          // a colon: what follows mostly is all
	exhaustive     // "se répartissent", "soit": the parts are all
)

// tieEnding returns the phrase that ts ends with and that ties a total to its parts, and
// how firmly; "" if there is none.
func tieEnding(ts []token) (string, tie) {
	for _, w := range lexicon.PartialTies {
		if endsWith(ts, w) {
			return w, partial
		}
	}
	for _, w := range lexicon.WholeTies {
		if endsWith(ts, w) {
			return w, exhaustive
		}
	}
	return "", untied
}

// reach is how many words may stand between a total and the word that ties it
// to its parts: "856 espaces labellisés France Services répartis ...".
const reach = 14

// tieBehind looks behind number k of s for what ties it to parts, and returns
// the token where the parts begin.
func tieBehind(s *sentence, k int) (tie, int) {
	n := s.numbers[k]
	over := over(s, n)
	if at := pastGroups(s, k); at > 0 {
		return exhaustive, at
	}
	stop := len(s.tokens)
	for _, x := range s.numbers[k+1:] {
		if !(x.word && x.value == 1 && x.nature == label) { // an article
			stop = x.from
			break
		}
	}
	depth := 0
	for j := n.to; j < min(stop, n.to+reach); j++ {
		t := s.tokens[j]
		if phrase, tie := tieEnding(s.tokens[n.to : j+1]); tie != untied {
			if phrase == "soit" && endsWith(s.tokens[:n.from], "soit") {
				return untied, 0
			}
			if tie == exhaustive && j+1 < len(s.tokens) && lexicon.SpreadOver[s.tokens[j+1].fold] {
				if lexicon.Between[s.tokens[j+1].fold] && j+1 < stop && stop-j <= 2+slack {
					return listed, j + 2 // "entre 1 120 acceptés et 300 rejetés"
				}
				if at := colonBefore(s, j, stop); at > 0 {
					return exhaustive, at // "entre les volets : 6 ..., 4 ..."
				}
				return untied, 0 // it goes over places, not into parts
			}
			if at := colonBefore(s, j, stop); at > 0 {
				return tie, at
			}
			return tie, j + 1
		}
		switch {
		case t.text == ":":
			return colon, j + 1
		case t.text == "(" && j+1 == stop:
			if k+1 < len(s.numbers) && bracketed(s, s.numbers[k+1]) {
				return listed, j + 1 // portés par des communes (52), des associations (28)
			}
			return colon, j + 1 // 35 élus (18 femmes et 17 hommes)
		case t.text == "(":
			depth++
		case t.text == ")":
			if depth--; depth < 0 {
				return untied, 0 // a total in brackets has its parts there
			}
		case t.text == "," && over && stop-j <= 3:
			return listed, j + 1
		case t.text == ";":
			return untied, 0
		}
	}
	return untied, 0
}

// colonBefore returns the token behind the colon that stands in [j, stop), 0 if none does.
func colonBefore(s *sentence, j, stop int) int {
	for ; j < stop; j++ {
		if s.tokens[j].text == ":" {
			return j + 1
		}
	}
	return 0
}

// pastGroups looks for parts of number k behind a count of them: "45 maisons
// ouvriront dans cinq départements : Aisne (9), ...", where five parts follow.
// It returns where they begin, 0 if it is not so.
func pastGroups(s *sentence, k int) int {
	if k+2 >= len(s.numbers) {
		return 0
	}
	groups := s.numbers[k+1]
	if !countable(groups) || groups.value < 2 || groups.from > s.numbers[k].to+reach {
		return 0
	}
	for j := s.numbers[k].to; j < groups.from; j++ {
		if t := s.tokens[j].text; t == ";" || t == ":" || t == "(" {
			return 0
		}
	}
	at := colonBefore(s, groups.to, s.numbers[k+2].from)
	if at == 0 || float64(len(taken(partsFrom(s, s.numbers[k], at)))) != groups.value {
		return 0
	}
	return at
}
