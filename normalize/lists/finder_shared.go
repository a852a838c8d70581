// Shared places: names in a sentence with the place that holds for them after the last,
// "Annecy, Villeurbanne (Auvergne-Rhône-Alpes), Brest (Bretagne)", "Bar-le-Duc et
// Verdun dans la Meuse ; Épinal dans les Vosges".

package lists

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A located is a name with the place that is printed after it, or after a later name.
type located struct {
	name, place span
	at          locale
	code        string // five figures: of the commune itself
	end         int    // of the words that name the place
	form        byte   // '(' or 'd': in brackets, or after "dans" or "en"
}

// verified reports whether the gazetteer knows a name in the place.
func (l *located) verified(s string) bool {
	if l.code != "" {
		c, ok := gazetteer.CommuneByCode(l.code)
		return ok && gazetteer.Fold(s) == gazetteer.Fold(c.Name)
	}
	return isCommune(s, l.at.region, l.at.dept)
}

// findShared finds such sentences. The gazetteer knows each name in its place: nothing
// else shows where the first name begins and which names share a place.
func findShared(us []unit) (out []*candidate) {
	for i := range us {
		u := &us[i]
		if u.wall || len(u.text) > maxLine || strings.IndexByte(u.text, '(') < 0 && !strings.Contains(u.text, " dans ") && !strings.Contains(u.text, " en ") && !strings.Contains(u.text, " in ") {
			continue
		}
		var chain []located
		end := func() {
			if c := chainOf(us, i, chain); c != nil {
				out = append(out, c)
			}
			chain = nil
		}
		for _, l := range placesIn(u.text) {
			from, to := nameBefore(u.text, l.name.to, l.verified)
			if from == to {
				end()
				continue
			}
			l.name = span{from, to}
			stop := 0
			if n := len(chain); n > 0 {
				stop = min(chain[n-1].end, from)
			}
			group := append(l.before(u.text, stop), l)
			if n := len(chain); n > 0 && (chain[n-1].form != l.form || !continues(u.text[stop:group[0].name.from])) {
				end()
			}
			chain = append(chain, group...)
		}
		end()
	}
	return out
}

// continues reports whether an enumeration continues with the words between two names.
func continues(between string) bool {
	switch strings.TrimRight(strings.TrimSpace(between), "d'’ ") {
	case ",", ";", "et", ", et", "; et", "an", "and", "ainsi que", ", ainsi que", "/", "et de", ", de", "ainsi que de":
		return true
	}
	return false
}

// placesIn returns the places that a text prints after names. The name of each ends
// where the words for the place begin.
func placesIn(text string) (out []located) {
	for i := range len(text) {
		if text[i] != '(' {
			continue
		}
		c := strings.IndexByte(text[i:min(len(text), i+maxHead)], ')')
		if c < 0 {
			continue
		}
		l := located{name: span{0, i}, place: trimSpan(text, span{i + 1, i + c}), end: i + c + 1, form: '('}
		in := l.place.of(text)
		h, isHead := parseHead(text, l.place)
		switch d, coded := gazetteer.DepartmentCoded(in); {
		case isHead && h.level > sectionLevel && h.level <= departmentLevel && (!h.hasNumber || h.coded):
			l.at = h.locale(locale{})
		case coded && (len(in) == 2 || len(in) == 3):
			l.at = locale{dept: d.Code}
		case len(in) == 5 && allDigits(in[2:]):
			if _, ok := gazetteer.CommuneByCode(in); !ok {
				l.end = 0
			}
			l.code = in
		default:
			l.end = 0
		}
		if l.end == 0 {
			l.name.to = 0 // no name: whatever enumeration there was ends here
		}
		out = append(out, l)
	}
	if len(out) > 0 {
		return out
	}
	for _, hit := range gazetteer.Scan(0, text) {
		if len(out) > 0 && hit.Start < out[len(out)-1].end {
			continue
		}
		lead := placeLead(text[:hit.Start])
		h, ok := parseHead(text, span{hit.Start, hit.End})
		if lead < 0 || !ok || h.level > departmentLevel || !endsGroup(text[hit.End:]) {
			continue
		}
		out = append(out, located{name: span{0, lead}, place: span{hit.Start, hit.End}, at: h.locale(locale{}), end: hit.End, form: 'd'})
	}
	return out
}

// placeLead returns where the words that lead to a place begin at the end of s: "dans
// la", "en", "in"; -1 if s does not end so.
func placeLead(s string) int {
	t := strings.TrimSuffix(s, " ")
	for _, article := range [...]string{" la", " le", " les", " l'", " l’", " the"} {
		if cut, ok := strings.CutSuffix(t, article); ok {
			t = cut
			break
		}
	}
	for _, word := range [...]string{" dans", " en", " in"} {
		if cut, ok := strings.CutSuffix(t, word); ok {
			return len(cut)
		}
	}
	return -1
}

// endsGroup reports whether names and their place can end before rest.
func endsGroup(rest string) bool {
	t := strings.TrimLeft(rest, " \u00a0")
	return t == "" || strings.IndexByte(";,.*", t[0]) >= 0 || hasAnyPrefix(t, "et ", "and ", "ainsi que ")
}

// nameBefore returns the longest name that ends before end and that is verified; from
// equals to if there is none.
func nameBefore(text string, end int, verified func(string) bool) (from, to int) {
	for end > 0 && text[end-1] == ' ' {
		end--
	}
	from = end
	for k, words := end, 0; k > 0 && words < maxNameWords; words++ {
		k = strings.LastIndexAny(text[:k], " (,;:")
		start := k + 1
		name := text[start:end]
		for _, p := range [...]string{"d'", "d’", "l'", "l’"} {
			if rest, cut := strings.CutPrefix(name, p); cut && verified(rest) {
				from = end - len(rest)
			}
		}
		if unicode.IsUpper(firstRune(name)) && verified(name) {
			from = start
		}
		if k < 0 || text[k] != ' ' {
			break
		}
	}
	return from, end
}

// maxShared is the largest number of names before one place.
const maxShared = 1000

// before returns the names of the same place that are printed before l without a place
// of their own: "Abbeville, Albert et Amiens (Somme)".
func (l located) before(text string, stop int) (out []located) {
	for at := l; len(out) < maxShared; {
		lead := strings.TrimRight(text[stop:at.name.from], " ")
		lead = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(lead, " d'"), " d’"), " ")
		end := -1
		for _, sep := range [...]string{",", " et", ", et", " and", " ainsi que"} {
			if cut, ok := strings.CutSuffix(lead, sep); ok && (end < 0 || stop+len(cut) < end) {
				end = stop + len(cut)
			}
		}
		if end <= stop {
			break
		}
		from, to := nameBefore(text[:end], end, l.verified)
		if from == to || from < stop {
			break
		}
		at.name = span{from, to}
		out = append(out, at)
	}
	slices.Reverse(out)
	return out
}

// chainOf makes a candidate of names with places, nil if they are too few.
func chainOf(us []unit, i int, chain []located) *candidate {
	if len(chain) < minRun {
		return nil
	}
	l := us[i].line
	c := &candidate{kind: "sentence", lo: i, hi: i + 1, within: span{chain[0].name.from, chain[len(chain)-1].end}, placed: true}
	for k := range chain {
		n := &chain[k]
		c.entries = append(c.entries, entry{text: piece{l, n.name}, unit: i, skel: "cells", cells: []piece{{l, n.name}, {l, n.place}}})
	}
	sentence := fromLastSentence(l.text[:c.within.from])
	if p := (piece{l, trimSpan(l.text, span{c.within.from - len(sentence), c.within.from})}); !p.blank() {
		c.lead = p
		c.led = p.text() == "" || strings.HasSuffix(p.text(), ":")
	}
	after, _, _ := strings.Cut(l.text[c.within.to:], ". ")
	if alone := strings.Trim(after, " .;*") == ""; c.lead.blank() && alone && i > 0 && us[i-1].kind != tableLine {
		c.lead, c.led = whole(us[i-1].line), true
		if us[i-1].prose >= 0.5 && !us[i-1].leads {
			c.lead = piece{}
		}
	} else if !alone {
		c.led = false
	}
	around := gazetteer.Fold(sentence + l.text[c.within.from:c.within.to] + after)
	c.chosen, c.refused = lexicon.SaysChosen(around), lexicon.SaysNotChosen(around)
	return c
}

// fromLastSentence returns the part of a text after the last end of a sentence.
func fromLastSentence(s string) string {
	if i := strings.LastIndex(s, ". "); i >= 0 {
		return s[i+len(". "):]
	}
	return s
}
