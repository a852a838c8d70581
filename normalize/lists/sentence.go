// Sentences: an enumeration of communes with their places inside running text,
// taken only on strong evidence.

package lists

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// maxNameWords is how many words a commune's name has at most, hyphens not counted.
const maxNameWords = 7

// A located is a commune with the place that is printed behind it in parentheses.
type located struct {
	name, place span
	level       level
	code        string
	verify      func(string) bool
	shared      bool // the place is printed behind a later name
}

// readSentences looks through the prose.
func (r *reader) readSentences() {
	for i := range r.lines {
		s := &r.lines[i]
		if s.kind != proseShape || s.touched || s.line.kind == tableLine || strings.IndexByte(s.text, '(') < 0 || len(s.text) > maxLine {
			continue
		}
		r.readSentence(s)
	}
}

func (r *reader) readSentence(s *shaped) {
	text := s.text
	var chain []located
	end := func() {
		if len(chain) >= 2 {
			r.chain(s, chain)
		}
		chain = nil
	}
	for i := 0; i < len(text); i++ {
		if text[i] != '(' {
			continue
		}
		c := strings.IndexByte(text[i:min(len(text), i+maxHead)], ')')
		if c < 0 {
			continue
		}
		l, ok := locate(text, i, span{i + 1, i + c})
		if !ok {
			end()
			continue
		}
		stop := 0
		if n := len(chain); n > 0 {
			stop = min(chain[n-1].place.to+1, l.name.from)
		}
		before := l.before(text, stop)
		first := l
		if len(before) > 0 {
			first = before[0]
		}
		if n := len(chain); n > 0 {
			switch strings.TrimRight(strings.TrimSpace(text[stop:first.name.from]), "d'’ ") {
			case ",", ";", "et", ", et", "an", "ainsi que", ", ainsi que", "/", "et de", ", de", "ainsi que de":
			default:
				end()
			}
		}
		chain = append(append(chain, before...), l)
	}
	end()
}

// locate reads the commune before a parenthesis that holds its place.
func locate(text string, open int, inner span) (l located, ok bool) {
	l.place = inner
	in := inner.of(text)
	var verify func(string) bool
	switch h, isHead := parseHead(text, inner); {
	case isHead && (h.level == departmentLevel || h.level == regionLevel) && (!h.hasNumber || h.coded):
		l.level, l.code = h.level, h.code
		region, dept := "", h.code
		if h.level == regionLevel {
			region, dept = h.code, ""
		}
		verify = func(s string) bool { return isCommune(s, region, dept) }
	case len(in) == 2 || len(in) == 3:
		d, isCode := gazetteer.DepartmentCoded(in)
		if !isCode {
			return l, false
		}
		l.level, l.code = departmentLevel, d.Code
		verify = func(s string) bool { _, ok := gazetteer.CommuneIn(d, s); return ok }
	case len(in) == 5 && allDigits(in[2:]):
		c, isCode := gazetteer.CommuneByCode(in)
		if !isCode {
			return l, false
		}
		l.level, l.code = departmentLevel, c.Department
		verify = func(s string) bool { return gazetteer.Fold(s) == gazetteer.Fold(c.Name) }
	default:
		return l, false
	}
	l.verify = verify
	from, end := nameBefore(text, open, verify)
	if from == end {
		return l, false
	}
	l.name = span{from, end}
	return l, true
}

// nameBefore returns the longest name that ends before open and that verify
// accepts; from equals end if there is none.
func nameBefore(text string, open int, verify func(string) bool) (from, end int) {
	end = open
	for end > 0 && text[end-1] == ' ' {
		end--
	}
	from = end
	words := 0
	for k := end; k > 0 && words < maxNameWords; {
		k = strings.LastIndexAny(text[:k], " (,;:")
		start := k + 1
		if k < 0 {
			start = 0
		}
		name := text[start:end]
		for _, p := range [...]string{"d'", "d’", "l'", "l’"} {
			if rest, cut := strings.CutPrefix(name, p); cut && verify(rest) {
				from = end - len(rest)
			}
		}
		if r, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(r) && verify(name) {
			from = start
		}
		if k < 0 || text[k] != ' ' {
			break
		}
		words++
	}
	return from, end
}

// before returns the names of the same place that stand before l without a
// parenthesis of their own: "Abbeville, Albert et Amiens (Somme)".
func (l located) before(text string, stop int) []located {
	var out []located
	for at := l; len(out) < maxChain; {
		lead := strings.TrimRight(text[stop:at.name.from], " ")
		end := -1
		for _, sep := range [...]string{",", " et", ", et", " and"} {
			if cut, ok := strings.CutSuffix(lead, sep); ok && (end < 0 || stop+len(cut) < end) {
				end = stop + len(cut)
			}
		}
		if end <= stop {
			break
		}
		from, to := nameBefore(text[:end], end, l.verify)
		if from == to || from < stop {
			break
		}
		at = located{name: span{from, to}, place: l.place, level: l.level, code: l.code, verify: l.verify, shared: true}
		out = append(out, at)
	}
	slices.Reverse(out)
	return out
}

// maxChain bounds the names before one place.
const maxChain = 1000

// chain takes an enumeration, or reports that it is not taken.
func (r *reader) chain(s *shaped, chain []located) {
	f := &found{run: &run{title: r.first}, lines: []shaped{*s}, places: len(chain)}
	for i := range chain {
		f.records = append(f.records, chain[i].record(s))
	}
	s.use(span{0, len(s.text)})
	if g := r.givenIn(f); g != nil {
		r.note(records.CodeListRepeated, Noted, s.at, fmt.Sprintf("the %d communes of this sentence stand in the list at %s too; they are counted once", len(chain), g.lines[0].at))
		return
	}
	n := len(chain)
	chosen, refused := saysOfThem(s.text, chain)
	announced := r.announces(n)
	switch {
	case refused || len(r.found) > 0:
	case announced && (chosen || n >= 3):
		f.note(records.CodeListInProse, Noted, s.at, "%d communes, each in the place printed behind it, stand in a sentence; the release announces %d", n, n)
		r.found = append(r.found, f)
		return
	case chosen:
		f.note(records.CodeListInProse, Doubt, s.at, "%d communes, each in the place printed behind it, stand in a sentence; the sentence says that they were chosen", n)
		r.found = append(r.found, f)
		return
	}
	if n >= 3 {
		r.note(records.CodeListInProse, Doubt, s.at, fmt.Sprintf("%d communes stand in a sentence, beginning with %q; they are not taken for a list", n, chain[0].name.of(s.text)))
	}
}

// record makes the cells of a commune named in a sentence.
func (l *located) record(s *shaped) record {
	cell := func(p span) *document.Cell { return plainCell(s.at, p.of(s.text)) }
	rec := record{at: s.at, key: gazetteer.Fold(l.name.of(s.text))}
	rec.cells[colName] = styledCell(s.at, s.cut(l.name))
	rec.cells[colCommune] = cell(l.name)
	rec.cells[levelCols[l.level]] = cell(l.place)
	if l.level != departmentLevel {
		rec.region = l.code
		return rec
	}
	rec.dept = l.code
	if place := l.place.of(s.text); len(place) == 5 && allDigits(place[2:]) {
		rec.cells[colDepartment] = plainCell(s.at, l.code)
		rec.cells[colCommuneCode] = cell(l.place)
	}
	return rec
}

// givenIn returns the list in which all records of f stand too, nil if there is none.
func (r *reader) givenIn(f *found) *found {
	for _, g := range r.found[:min(len(r.found), maxCompared)] {
		names := g.names()
		if !slices.ContainsFunc(f.records, func(rec record) bool { return !names[rec.key] }) {
			return g
		}
	}
	return nil
}

// saysOfThem reports whether the sentence around a chain says that its communes
// were chosen, and whether it says that they were not.
func saysOfThem(text string, chain []located) (chosen, refused bool) {
	from, to := sentenceAround(text, chain[0].name.from, chain[len(chain)-1].place.to)
	sentence := gazetteer.Fold(text[from:to])
	in := func(w string) bool { return strings.Contains(sentence, w) }
	return slices.ContainsFunc(lexicon.Awards, in), slices.ContainsFunc(lexicon.Refusals, in)
}

// sentenceAround returns the sentence that holds [from, to).
func sentenceAround(text string, from, to int) (int, int) {
	lo := strings.LastIndex(text[:from], ". ")
	if lo < 0 {
		lo = 0
	}
	hi := strings.Index(text[to:], ". ")
	if hi < 0 {
		return lo, len(text)
	}
	return lo, to + hi
}
