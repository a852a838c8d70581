// Graded groups: texts that name a category and, after labels that come again in the
// others, who is in it: "Rosé. Or : Domaine Perret, Bully et Cave du Clos, Oingt ;
// argent : ...", "Newcomer Award. Winner Sam Okoro (Maths), runners-up ...".

package lists

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	maxGrades    = 6   // labels of a list
	maxGradeText = 30  // bytes of a label
	forGrades    = 3.5 // labels that come again
	leastGraded  = 3   // texts
	mostGrades   = 0.6 // different labels for each label printed
)

// A grade is a label and the names after it.
type grade struct{ label, names span }

// gradesOf cuts a text into its category and the grades in it; nil if it has none.
func gradesOf(s string) (category span, out []grade) {
	at := categoryEnd(s)
	if at <= 0 || at > maxAbove {
		return span{}, nil
	}
	category = trimSpan(s, span{0, at})
	body := span{at + 1, len(strings.TrimRight(s, " .;\u00a0"))}
	if body.to <= body.from {
		return span{}, nil
	}
	for _, g := range segmentsOf(body.of(s), ";") {
		out = append(out, labelledParts(s, span{body.from + g.from, body.from + g.to})...)
	}
	return category, out
}

// categoryEnd returns where the sign is that ends the category: a full stop, or a colon
// before a text with a further label. -1 if there is none.
func categoryEnd(s string) int {
	for i := 1; i+1 < len(s) && i <= maxAbove; i++ {
		switch {
		case s[i] == '.' && s[i+1] == ' ' && s[i-1] != '.':
			return i
		case s[i] == ':' || s[i] == ';' || s[i] == '(':
			return -1
		}
	}
	return -1
}

// labelledParts cuts "Winner Nora Ames (Science), runners-up Tim Boyle (Art)" and
// "argent : Domaine du Clos" into labels and names; a label without a colon is one word.
func labelledParts(s string, p span) (out []grade) {
	p = trimSpan(s, p)
	t := p.of(s)
	if i := strings.Index(t, ":"); i > 0 && i <= maxGradeText {
		return []grade{{trimSpan(s, span{p.from, p.from + i}), trimSpan(s, span{p.from + i + 1, p.to})}}
	}
	from := p.from
	for _, g := range segmentsOf(t, ",") {
		g.from, g.to = g.from+p.from, g.to+p.from
		w, rest, ok := strings.Cut(g.of(s), " ")
		if ok && lexicon.NamesGrade(fold.Words(w)) && unicode.IsUpper(firstRune(rest)) {
			if n := len(out); n > 0 {
				out[n-1].names.to = from
			}
			out = append(out, grade{span{g.from, g.from + len(w)}, span{g.from + len(w) + 1, g.to}})
		} else if len(out) == 0 {
			return nil
		}
		from = g.to
		out[len(out)-1].names.to = g.to
	}
	return out
}

// findGraded finds runs of texts that are cut into grades by the same labels.
func findGraded(us []unit) (out []*candidate) {
	for i := 0; i < len(us); {
		j := i
		var cs []span
		var gs [][]grade
		for j < len(us) && !us[j].wall && us[j].mark == us[i].mark && len(us[j].text) <= maxEntry {
			c, g := gradesOf(us[j].text)
			if len(g) == 0 {
				break
			}
			cs, gs = append(cs, c), append(gs, g)
			j++
		}
		if len(gs) >= leastGraded && gradesAgree(us[i:j], gs) {
			out = append(out, gradedTable(us, i, cs, gs))
		}
		i = max(j, i+1)
	}
	return out
}

// gradesAgree reports whether the labels are few and come again.
func gradesAgree(us []unit, gs [][]grade) bool {
	count := map[string]int{}
	all := 0
	for i, g := range gs {
		for _, x := range g {
			count[stem(fold.Words(x.label.of(us[i].text)))]++
			all++
		}
	}
	return len(count) <= maxGrades && float64(len(count)) <= mostGrades*float64(all)
}

// gradedTable makes a candidate of the names, below their category and label.
func gradedTable(us []unit, i int, cs []span, gs [][]grade) *candidate {
	c := &candidate{kind: "lines", lo: i, hi: i + len(gs), graded: true}
	pairs := inPairs(us[i:], gs)
	for k, g := range gs {
		l := us[i+k].line
		for _, x := range g {
			heads := []above{{sign: string(printedSign) + "category", text: piece{l, cs[k]}}, {sign: string(printedSign) + "grade", text: piece{l, x.label}}}
			for _, p := range membersOf(l.text, x.names, pairs) {
				t := scanTokens(nil, p.of(l.text))
				c.entries = append(c.entries, entry{unit: i + k, text: piece{l, p}, heads: heads, skel: skeletonOf(t), prose: proseOf(p.of(l.text), t)})
			}
		}
	}
	c.findLead(us)
	return c
}

// inPairs reports whether nearly all names have one comma, which then separates the name
// from a place, "Gaec Azur, Crest et Gaec de Pommerol, Die", and not the names.
func inPairs(us []unit, gs [][]grade) bool {
	pairs, all := 0, 0
	for i, g := range gs {
		for _, x := range g {
			t := x.names.of(us[i].text)
			for _, p := range splitAnds(t, segmentsOf(t, ";")) {
				all++
				name, _, ok := strings.Cut(p.of(t), ",")
				if ok && strings.Count(p.of(t), ",") == 1 && !strings.HasSuffix(name, ")") {
					pairs++
				}
			}
		}
	}
	return float64(pairs) >= nearlyAll*float64(all)
}

// membersOf cuts names at "et" and "and", and at commas unless the names are pairs.
func membersOf(s string, p span, pairs bool) (out []span) {
	t := p.of(s)
	parts := segmentsOf(t, ",")
	if pairs {
		parts = splitAnds(t, segmentsOf(t, ";"))
	}
	for _, g := range parts {
		if q := trimSpan(s, span{p.from + g.from, p.from + g.to}); q.to > q.from {
			out = append(out, trimSegment(s, q))
		}
	}
	return out
}
