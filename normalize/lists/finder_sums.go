// Sums told in sentences: "Le club recevra 12 000 €, l'école de danse 4 500 €, 900 € iront
// à la chorale ...", amounts before or after whom they are for.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	minSums = 4   // sums of one text
	forSums = 3.5 // sums with a name each
)

// A sum is a name and an amount.
type sum struct{ name, amount span }

// findSums finds the sums of each text.
func findSums(us []unit) (out []*candidate) {
	for i := range us {
		u := &us[i]
		if u.wall || len(u.text) < minEnumText || len(u.text) > maxScanned {
			continue
		}
		var sums []sum
		from := 0
		for _, to := range sentenceEnds(u.text) {
			sums = append(sums, sumsOf(u.text, span{from, to})...)
			from = to
		}
		if c := sumTable(us, i, sums); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// sumsOf returns the sums of one sentence.
func sumsOf(s string, sentence span) (out []sum) {
	t := sentence.of(s)
	for _, g := range splitSums(strings.TrimRight(t, " .")) {
		p := trimSpan(s, span{sentence.from + g.from, sentence.from + g.to})
		toks := scanTokens(nil, p.of(s))
		for k, tok := range toks { // "Principaux montants : 14 600 € pour le théâtre"
			if tok.class == ':' && k+1 < len(toks) {
				p = trimSpan(s, span{p.from + int(tok.to), p.to})
				toks = scanTokens(nil, p.of(s))
				break
			}
		}
		if x, ok := sumOf(s, p, toks); ok {
			out = append(out, x)
		}
	}
	return out
}

// splitSums cuts a sentence at its commas, and at "et" and "and" whatever follows.
func splitSums(t string) (out []span) {
	for _, g := range segmentsOf(t, ",;") {
		from := g.from
		for {
			at, n := -1, 0
			for _, w := range [...]string{" et ", " and "} {
				if k := strings.Index(t[from:g.to], w); k >= 0 && (at < 0 || from+k < at) {
					at, n = from+k, len(w)
				}
			}
			if at < 0 || !strings.ContainsAny(t[from:at], "€$£") {
				break
			}
			out = append(out, span{from, at})
			from = at + n
		}
		out = append(out, span{from, g.to})
	}
	return out
}

// sumOf reads a segment as one sum.
func sumOf(s string, p span, toks []token) (x sum, ok bool) {
	n, at := 0, -1
	for k, t := range toks {
		if t.class == moneyClass || t.class == numberClass && t.to-t.from > 3 && k == 0 {
			n, at = n+1, k
		}
	}
	if n != 1 || len(toks) < 2 {
		return x, false
	}
	x.amount = span{p.from + int(toks[at].from), p.from + int(toks[at].to)}
	switch at {
	case 0:
		if toks[1].class != wordClass || !lexicon.LinksSum(toks[1].of(p.of(s))) {
			return x, false
		}
		x.name = span{p.from + int(toks[1].to), p.to}
	case len(toks) - 1:
		end := at
		for end > 1 && toks[end-1].class == wordClass && (opensClause(p.of(s), toks, end-1) || lexicon.LinksSum(toks[end-1].of(p.of(s)))) {
			end--
		}
		x.name = span{p.from, p.from + int(toks[end-1].to)}
	default:
		return x, false
	}
	x.name = withoutArticles(s, x.name)
	if w, rest, more := strings.Cut(x.name.of(s), " "); more && lexicon.IsArticle(strings.ToLower(w)) { // "Le club", which begins the sentence
		x.name.from = x.name.to - len(rest)
	}
	name := x.name.of(s)
	return x, name != "" && len(name) <= maxAbove && proseOf(name, scanTokens(nil, name)) == 0
}

// sumTable makes a candidate of sums, nil if they are too few.
func sumTable(us []unit, i int, sums []sum) *candidate {
	if len(sums) < minSums {
		return nil
	}
	u := &us[i]
	first, last := sums[0], sums[len(sums)-1]
	c := &candidate{kind: "sentence", lo: i, hi: i + 1, weighed: true, within: span{min(first.name.from, first.amount.from), max(last.name.to, last.amount.to)}}
	measures := 0
	for _, x := range sums {
		e := entry{unit: i, text: piece{u.line, x.name}, skel: "sum"}
		e.cells = []piece{e.text, {u.line, x.amount}}
		c.entries = append(c.entries, e)
		if lexicon.NamesMeasure(strings.ToLower(x.name.of(u.text))) {
			measures++
		}
	}
	c.lead = piece{u.line, trimSpan(u.text, span{0, c.within.from})}
	c.add(forSums, "sums")
	c.add(-againstMeasures*float64(measures)/float64(len(sums)), "measures")
	c.doubts = append(c.doubts, "the text around these names says more than the rows")
	return c
}
