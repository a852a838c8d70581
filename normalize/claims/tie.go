// Ties: the words and signs that bind a total to the parts behind it.

package claims

// A tie says how firmly a total is tied to the parts behind it.
type tie uint8

const (
	untied     tie = iota
	partial        // dont, notamment: the parts need not be all
	listed         // a comma only: "Sur ces 170 sites, 68 ... et 102 ...", or "entre"
	colon          // a colon: what follows mostly is all
	exhaustive     // "se répartissent", "soit": the parts are all
)

// ties are the words between a total's unit and its first part.
var ties = []struct {
	words string
	tie   tie
}{
	{"dont", partial},
	{"parmi lesquels", partial},
	{"parmi lesquelles", partial},
	{"y compris", partial},
	{"including", partial},
	{"of which", partial},
	{"of whom", partial},
	{"among them", partial},
	{"soit", exhaustive},
	{"a savoir", exhaustive},
	{"namely", exhaustive},
	{"ainsi repartis", exhaustive},
	{"ainsi reparties", exhaustive},
	{"se repartissent", exhaustive},
	{"se repartissant", exhaustive},
	{"se decomposent", exhaustive},
	{"se decompose", exhaustive},
	{"se repartit", exhaustive},
	{"se divisent", exhaustive},
	{"se ventilent", exhaustive},
	{"se composent", exhaustive},
	{"se partagent", exhaustive},
	{"se partage", exhaustive},
	{"se compose", exhaustive},
	{"se ventile", exhaustive},
	{"repartis", exhaustive},
	{"reparties", exhaustive},
	{"reparti", exhaustive},
	{"repartie", exhaustive},
	{"ventiles", exhaustive},
	{"ventilees", exhaustive},
	{"composes de", exhaustive},
	{"composees de", exhaustive},
	{"compose de", exhaustive},
	{"composee de", exhaustive},
	{"comprenant", exhaustive},
	{"made up of", exhaustive},
	{"comprising", exhaustive},
	{"split into", exhaustive},
	{"divided into", exhaustive},
	{"broken down", exhaustive},
	{"split", exhaustive},
	{"shared", exhaustive},
}

// openWords say that a list of parts is not complete.
var openWords = []string{"notamment", "par exemple", "entre autres", "non exhaustive", "such as", "for example", "en particulier", "principalement"}

// overWords stand before a total whose parts follow: sur ces 856 sites.
var overWords = []string{"sur ces", "sur les", "parmi ces", "parmi les", "sur un total de", "de ces", "of these", "of the", "among the", "among these", "out of", "sur"}

// spread words lead to places, not to parts: "réparties sur 674 cantons",
// "dans 14 régions et 70 départements".
var spread = words("dans sur entre across over in among au aux a")

// reach is how many words may stand between a total and the word that ties it
// to its parts: "856 espaces labellisés France Services répartis ...".
const reach = 14

// tieBehind looks behind number k of s for what ties it to parts, and returns
// the token where the parts begin.
func tieBehind(s *sentence, k int) (tie, int) {
	n := s.numbers[k]
	over := false
	for _, w := range overWords {
		over = over || endsWith(s.tokens[:n.from], w)
	}
	if at := pastGroups(s, k); at > 0 {
		return exhaustive, at
	}
	stop := len(s.tokens)
	if k+1 < len(s.numbers) {
		stop = s.numbers[k+1].from
	}
	depth := 0
	for j := n.to; j < min(stop, n.to+reach); j++ {
		t := s.tokens[j]
		for _, c := range ties {
			if !endsWith(s.tokens[n.to:j+1], c.words) {
				continue
			}
			if c.words == "soit" && endsWith(s.tokens[:n.from], "soit") {
				return untied, 0
			}
			if c.tie == exhaustive && j+1 < len(s.tokens) && spread[s.tokens[j+1].fold] {
				if between[s.tokens[j+1].fold] && j+1 < stop && stop-j <= 2+slack {
					return listed, j + 2 // "entre 1 120 acceptés et 300 rejetés"
				}
				if at := colonBefore(s, j, stop); at > 0 {
					return exhaustive, at // "entre les volets : 6 ..., 4 ..."
				}
				return untied, 0 // it goes over places, not into parts
			}
			if at := colonBefore(s, j, stop); at > 0 {
				return c.tie, at
			}
			return c.tie, j + 1
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

// between are the words of spread that can lead to parts as well.
var between = words("entre between among")

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
