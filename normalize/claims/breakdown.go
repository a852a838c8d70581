package claims

// Breakdowns: a total and its parts. "Sur ces 856 sites : 11 ..., 154 ... et
// 544 ..." must add up; "53 PIMMS dont 13 nouveaux" need not.

import (
	"fmt"
	"strings"
)

// A tie says how firmly a total is tied to the parts behind it.
type tie uint8

const (
	untied     tie = iota
	partial        // dont, notamment: the parts need not be all
	listed         // a comma only: "Sur ces 170 sites, 68 ... et 102 ..."
	exhaustive     // a colon, "se répartissent", "soit": the parts are all
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
}

// openWords say that a list of parts is not complete.
var openWords = []string{"notamment", "par exemple", "entre autres", "non exhaustive", "such as", "for example", "en particulier", "principalement"}

// overWords stand before a total whose parts follow: sur ces 856 sites.
var overWords = []string{"sur ces", "sur les", "parmi ces", "parmi les", "sur un total de", "de ces", "of these", "of the", "among the", "among these", "out of", "sur"}

// spread words lead to places, not to parts: "réparties sur 674 cantons",
// "dans 14 régions et 70 départements".
var spread = words("dans sur entre across over in among au aux a")

// breakdowns reads the totals with parts of sentence i.
func breakdowns(ss []sentence, i int) []Claim {
	s := &ss[i]
	var out []Claim
	used := -1 // the last number already taken as a part
	for k, n := range s.numbers {
		if k <= used || !countable(n) || n.value < 2 {
			continue
		}
		t, at := tieBehind(s, k)
		if t == untied {
			continue
		}
		parts := partsFrom(s, at)
		if len(parts) == 0 && introduces(*s) && len(s.items) > 0 {
			if c, ok := judgeItems(s, n, t); ok {
				out = append(out, c)
			}
			continue
		}
		if c, ok := judgeParts(s, n, t, parts); ok {
			out = append(out, c)
			used = k + len(parts)
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
	stop := len(s.tokens)
	if k+1 < len(s.numbers) {
		stop = s.numbers[k+1].from
	}
	for j := n.to; j < min(stop, n.to+reach); j++ {
		t := s.tokens[j]
		for _, c := range ties {
			if !endsWith(s.tokens[n.to:j+1], c.words) {
				continue
			}
			if c.tie == exhaustive && j+1 < len(s.tokens) && spread[s.tokens[j+1].fold] {
				return untied, 0 // it goes over places, not into parts
			}
			if s.numbers[k].from > 0 && endsWith(s.tokens[:n.from], "soit") && c.words == "soit" {
				return untied, 0
			}
			return c.tie, j + 1
		}
		switch {
		case t.text == ":":
			return exhaustive, j + 1
		case t.text == "(" && j+1 == stop:
			return listed, j + 1
		case t.text == "," && over && stop-j <= 3:
			return listed, j + 1
		case t.text == ";":
			return untied, 0
		}
	}
	return untied, 0
}

// A part is one number of a breakdown.
type part struct {
	number
	unit unit
	lead string // folded word behind the number: "en", "par", ""
}

// slack is how many words may stand between a sign and the number of the next
// part: ", puis les 12", ": le reste, 12".
const slack = 2

// partsFrom reads the parts that begin at token at: the numbers behind a comma,
// a semicolon or "et".
func partsFrom(s *sentence, at int) []part {
	var ps []part
	aside := false // inside "dont 3 ...": belongs to the part, not to the total
	for _, n := range s.numbers {
		if n.from < at || !countable(n) && !(n.word && n.value == 1) {
			continue
		}
		sep, dist := separatorBefore(s, n.from, at)
		switch {
		case sep == "dont" || sep == "including":
			aside = true
			continue
		case sep == "":
			continue
		case aside && (sep == "et" || sep == "and"):
			continue
		case n.word && n.value == 1 && dist > 0:
			continue // "et parmi elles une ...": an article
		case sep == "start" && dist > slack || sep != "start" && dist > slack:
			continue
		}
		aside = false
		p := part{number: n, unit: unitAt(s.tokens, n.to)}
		if n.to < len(s.tokens) {
			p.lead = s.tokens[n.to].fold
		}
		ps = append(ps, p)
	}
	return ps
}

// separatorBefore returns the sign before token i that opens a part ("start"
// where the parts themselves start), and how many words stand between.
func separatorBefore(s *sentence, i, at int) (string, int) {
	for j := i - 1; j >= at && i-1-j <= slack; j-- {
		switch f := s.tokens[j].fold; f {
		case ",", ";", "et", "and", "puis", "/", "•", "(", ":", "+":
			return f, i - 1 - j
		case "dont", "including":
			return "dont", 0
		}
	}
	if i-at <= slack+1 {
		return "start", i - at
	}
	return "", 0
}

// kindly reports whether parts can be parts of one total: several counts, all
// exact, none of them places that the total is spread over.
func kindly(parts []part) bool {
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		if p.bound != exact || places[p.unit.head] {
			return false
		}
	}
	return true
}

// places are counted beside a total and never make it up.
var places = words("region departement canton pays country an annee mois jour semaine heure minute euro km kilometre millier metre habitant")

func sum(parts []part) float64 {
	v := 0.0
	for _, p := range parts {
		v += p.value
	}
	return v
}

// nearly is the share of a total that parts must reach before their falling
// short is taken for a mistake and not for an incomplete list.
const nearly = 0.9

// judgeParts compares total n with its parts; false means there is nothing to say.
func judgeParts(s *sentence, n number, t tie, parts []part) (Claim, bool) {
	if !kindly(parts) {
		if t == partial && len(parts) == 1 && parts[0].value > n.value && parts[0].bound == exact && n.bound == exact && !places[parts[0].unit.head] {
			c := breakdown(s, n, parts)
			c.Status = Contradiction
			c.Why = fmt.Sprintf("%s cannot be among %s", figure(parts[0].value), figure(n.value))
			return c, sameThing(s, n, parts[0])
		}
		return Claim{}, false
	}
	c := breakdown(s, n, parts)
	total := sum(parts)
	open := openEnded(s)
	switch {
	case total == n.value:
		c.Status, c.Why = OK, fmt.Sprintf("%s make %s", plus(parts), figure(total))
	case n.bound != exact:
		c.Status, c.Why = Approximate, fmt.Sprintf("%s make %s", plus(parts), figure(total))
	case open && total < n.value:
		c.Status, c.Why = PartialList, "the parts are given as examples"
	case t == exhaustive && !open,
		t == listed && (len(parts) >= 3 || parallel(parts, s)) && (total > n.value || total >= nearly*n.value),
		t == partial && len(parts) >= 3 && total > n.value:
		if t == exhaustive && !plausible(total, n.value) {
			return Claim{}, false
		}
		c.Status, c.Why = Contradiction, fmt.Sprintf("%s make %s, not %s", plus(parts), figure(total), figure(n.value))
	case total < n.value:
		c.Status, c.Why = PartialList, fmt.Sprintf("%s make %s of %s", plus(parts), figure(total), figure(n.value))
	default:
		return Claim{}, false
	}
	return c, true
}

// plausible reports whether parts that make sum can be meant as all of total:
// within a half and the double. Beyond, they count something else.
func plausible(sum, total float64) bool { return sum*2 >= total && sum <= total*2 }

// sameThing reports whether part p counts what total n counts.
func sameThing(s *sentence, n number, p part) bool {
	u := unitAt(s.tokens, n.to)
	return p.unit.head == "" || p.unit.head == u.head || newBefore[p.unit.head] || newBehind[p.unit.head]
}

// parallel reports whether the later parts repeat the first one's preposition:
// "68 se trouvent en ruralité et 102 en QPV". Such parts exclude each other.
func parallel(parts []part, s *sentence) bool {
	lead := parts[1].lead
	if !spread[lead] && lead != "en" && lead != "par" && lead != "pour" && lead != "de" {
		return false
	}
	for _, p := range parts[1:] {
		if p.lead != lead {
			return false
		}
	}
	for j := parts[0].to; j < parts[1].from; j++ {
		if s.tokens[j].fold == lead {
			return true
		}
	}
	return false
}

func openEnded(s *sentence) bool {
	f := fold(s.text)
	for _, w := range openWords {
		if strings.Contains(f, w) {
			return true
		}
	}
	return strings.Contains(f, " etc") || strings.HasSuffix(f, "...") || strings.HasSuffix(f, "…")
}

func breakdown(s *sentence, n number, parts []part) Claim {
	c := claim(s, n, unitAt(s.tokens, n.to), Breakdown)
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
			p := part{number: n, unit: unitAt(it.tokens, n.to)}
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

// judgeItems compares total n with the list behind its sentence.
func judgeItems(s *sentence, n number, t tie) (Claim, bool) {
	parts := itemParts(s.items)
	if parts == nil {
		return Claim{}, false
	}
	return judgeParts(s, n, t, parts)
}

// back is how many sentences before "se répartissent ainsi" its total may stand.
const back = 4

// spreadOut reads "Les lauréats se répartissent ainsi :", whose total stands in a
// sentence before.
func spreadOut(ss []sentence, i int) (Claim, bool) {
	s := &ss[i]
	at := -1
	for j := range s.tokens {
		for _, c := range ties {
			if c.tie == exhaustive && strings.Contains(c.words, "se ") && endsWith(s.tokens[:j+1], c.words) {
				at = j + 1
			}
		}
	}
	if at < 0 || at < len(s.tokens) && spread[s.tokens[at].fold] {
		return Claim{}, false
	}
	parts := partsFrom(s, at)
	if len(parts) == 0 {
		parts = itemParts(s.items)
	}
	if !kindly(parts) {
		return Claim{}, false
	}
	who := ""
	for j := range s.tokens[:at] {
		if s.tokens[j].isWord() && !articles[s.tokens[j].fold] && !unitEnds[s.tokens[j].fold] {
			who = stem(s.tokens[j].fold)
			break
		}
	}
	for k := i - 1; k >= max(0, i-back); k-- {
		for _, n := range ss[k].numbers {
			if countable(n) && who != "" && unitAt(ss[k].tokens, n.to).head == who {
				return judgeParts(s, n, exhaustive, parts)
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
		said := endsWith(s.tokens[:n.from], "soit un total de") || endsWith(s.tokens[:n.from], "soit au total") || endsWith(s.tokens[:n.from], "for a total of") || endsWith(s.tokens[:n.from], "pour un total de")
		if !said && !endsWith(s.tokens[:n.from], "soit") {
			continue
		}
		u := unitAt(s.tokens, n.to)
		after := s.tokens[u.to:min(u.to+3, len(s.tokens))]
		if endsWith(s.tokens[:min(n.to+2, len(s.tokens))], "de plus") || hasAny(after, words("total tout all")) {
			said = true
		}
		if hasAny(s.tokens[n.to:min(n.to+4, len(s.tokens))], words("plus moins more fewer")) {
			continue // soit 15 de plus qu'en 2019
		}
		parts := runBefore(s, k)
		if !kindly(parts) {
			continue
		}
		if sum(parts) != n.value && !said {
			continue
		}
		return judgeParts(s, n, exhaustive, parts)
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
		if t := s.tokens[j].fold; t == "ajoutent" || t == "ajoute" || t == "ajouter" || t == "ajoutant" {
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
		case base != nil && endsWith(s.tokens[:n.from], "a") && hasAny(s.tokens[base.to:n.from], words("porte portent portant total nombre")):
			total = n
		}
	}
	if before == nil || base == nil || total == nil {
		return Claim{}, false
	}
	parts := []part{{number: *before}, {number: *base}}
	return judgeParts(s, *total, exhaustive, parts)
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
				return judgeParts(s, n, listed, parts)
			}
		}
	}
	return Claim{}, false
}
