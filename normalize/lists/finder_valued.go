// Valued names: names in running text that each have a value of one form in brackets, or
// after "avec": "Outre le Togo (181 voix), le Cameroun (176 voix) ... l'ont emporté."

package lists

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	minValued   = 4   // names of a list that the text only tells
	mostForm    = 0.7 // share of the values that have the usual form
	maxValue    = 40  // bytes of a value
	forValued   = 2.5 // names that all have a value of one form
	maxTogether = 60  // pairs of one text
)

// A valued is a name and its value.
type valued struct {
	name, value span
	form        string
}

// findValued finds the valued names of each text.
func findValued(us []unit) (out []*candidate) {
	for i := range us {
		u := &us[i]
		if u.wall || len(u.text) < minEnumText || len(u.text) > maxScanned || strings.Count(u.text, "(") < minValued-1 {
			continue
		}
		if c := valuedIn(us, i); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// valuedIn makes a candidate of the valued names of unit i, nil if they are too few.
func valuedIn(us []unit, i int) *candidate {
	u := &us[i]
	s := u.text
	pairs, usual := pairsOf(s, scanTokens(nil, s))
	left := 0
	for _, p := range pairs {
		if p.form != usual {
			left++
		}
	}
	if n := len(pairs) - left; n < minValued || float64(n) < mostForm*float64(len(pairs)) {
		return nil
	}
	c := &candidate{kind: "sentence", lo: i, hi: i + 1, weighed: true, within: span{pairs[0].name.from, pairs[len(pairs)-1].value.to}}
	for _, p := range pairs {
		if p.form == usual {
			e := entry{unit: i, text: piece{u.line, p.name}, skel: "valued"}
			e.cells = []piece{e.text, {u.line, p.value}}
			c.entries = append(c.entries, e)
		}
	}
	c.lead = piece{u.line, trimSpan(s, span{0, pairs[0].name.from})}
	c.add(forValued, "values alike")
	if left > 0 {
		c.doubts = append(c.doubts, "other names of the sentence have values of another form")
	}
	if strings.TrimSpace(s[:pairs[0].name.from]) != "" || strings.Trim(s[pairs[len(pairs)-1].value.to:], ") .") != "" {
		c.doubts = append(c.doubts, "the text around these names says more than the rows")
	}
	return c
}

// pairsOf returns the names of a text that have a value, and the form of most values.
func pairsOf(s string, toks []token) (pairs []valued, usual string) {
	forms := map[string]int{}
	from := 0 // of the segment that may be a name
	for k := 0; k < len(toks) && len(pairs) < maxTogether; k++ {
		t := toks[k]
		open := t.class == '(' && k+1 < len(toks) && isValueToken(s, toks[k+1])
		with := t.class == ',' && k+2 < len(toks) && (toks[k+1].of(s) == "avec" || toks[k+1].of(s) == "with") && toks[k+2].class.isValue()
		switch {
		case open, with:
			v := span{int(toks[k+1].from), 0}
			if with {
				v.from = int(toks[k+2].from)
			}
			end := valueEnd(s, toks, k, open)
			v.to = end
			if n := valuedName(s, span{from, int(t.from)}); n.to > n.from && v.to > v.from && v.to-v.from <= maxValue {
				p := valued{n, trimSpan(s, v), valueForm(v.of(s))}
				if forms[p.form]++; forms[p.form] > forms[usual] {
					usual = p.form
				}
				pairs = append(pairs, p)
			}
			for k+1 < len(toks) && int(toks[k+1].from) < end {
				k++
			}
			from = end
		case t.class == ',' && k+1 < len(toks) && toks[k+1].class == '(': // "le Danemark, (167 voix)"
		case t.class == ',', t.class == ';', t.class == ':', t.class == ')', t.class == '.' && blankAt(s, int(t.to)),
			t.class == wordClass && (t.of(s) == "et" || t.of(s) == "and"):
			from = int(t.to)
		}
	}
	return pairs, usual
}

// isValueToken reports whether a token begins a value: a figure, an amount, a rank.
func isValueToken(s string, t token) bool {
	return t.class.isValue() && t.class != dateClass && t.class != postalClass || t.class == wordClass && isRank(t.of(s))
}

// isRank reports whether a word is a rank: 4e, 10th, 1er.
func isRank(w string) bool {
	n := figuresEnd(w, 0)
	if n == 0 || n == len(w) {
		return false
	}
	switch w[n:] {
	case "e", "er", "re", "ème", "eme", "è", "th", "st", "nd", "rd":
		return true
	}
	return false
}

// valueEnd returns where the value ends that begins after token k: at the bracket that
// closes it, else before the next comma or conjunction.
func valueEnd(s string, toks []token, k int, bracket bool) int {
	for j := k + 1; j < len(toks); j++ {
		t := toks[j]
		switch {
		case bracket && t.class == ')', !bracket && j > k+1 && (t.class == ',' || t.class == '.' || t.class == ';' || t.of(s) == "et" || t.of(s) == "and"):
			return int(t.from)
		case int(t.from)-int(toks[k].to) > maxValue:
			return 0
		}
	}
	return 0
}

// valueForm returns what values of one column share: the classes of their tokens, and
// their unit.
func valueForm(v string) string {
	toks := scanTokens(nil, v)
	if len(toks) == 0 {
		return ""
	}
	if isRank(toks[0].of(v)) {
		return "rank"
	}
	form := string(rune(toks[0].class))
	if toks[0].class == numberClass && len(toks) > 1 && toks[1].class == wordClass {
		form += " " + stem(toks[1].of(v))
	}
	return form
}

// valuedName returns the name at the end of a segment: after the verb and the
// prepositions that lead into it.
func valuedName(s string, seg span) span {
	seg = trimSpan(s, seg)
	for seg.to > seg.from && s[seg.to-1] == ',' {
		seg = trimSpan(s, span{seg.from, seg.to - 1})
	}
	if t := seg.of(s); t == "" || len(t) > maxSegment {
		return span{}
	}
	bare := withoutArticles(s, seg)
	if t := bare.of(s); unicode.IsUpper(firstRune(t)) && namesThing(t) && proseOf(t, scanTokens(nil, t)) == 0 {
		if first, _, _ := strings.Cut(t, " "); !lexicon.OpensProse(first) || bare.from > 0 && !strings.HasSuffix(strings.TrimRight(s[:bare.from], " "), ".") {
			return bare
		}
	}
	said, n := nameAtEnd(seg.of(s), "")
	if n == 0 {
		return span{}
	}
	out := trimSpan(s, span{seg.from + said, seg.to})
	first, rest, ok := strings.Cut(out.of(s), " ")
	if opens := strings.TrimRight(s[:out.from], " \u00a0"); ok && rest != "" && lexicon.OpensProse(first) && (opens == "" || strings.HasSuffix(opens, ".")) {
		out.from += len(first) // "Outre le", "Pour"
	}
	return withoutArticles(s, out)
}

// withoutArticles takes small words and elided articles off the front of a name.
func withoutArticles(s string, p span) span {
	for {
		p = trimSpan(s, p)
		w, _, more := strings.Cut(p.of(s), " ")
		if !more || !lexicon.JoinsName(w) {
			break
		}
		p.from += len(w)
	}
	for _, e := range [...]string{"l'", "l’", "L'", "L’", "d'", "d’"} {
		if strings.HasPrefix(p.of(s), e) {
			p.from += len(e)
			break
		}
	}
	return p
}
