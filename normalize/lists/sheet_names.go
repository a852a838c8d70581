// Enumerated names: a column whose cells each hold several, spread over rows.

package lists

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// expand makes rows of the names that a column enumerates, "State: City, City",
// where their number differs from entry to entry.
// The label that each entry has before its names becomes a head.
func (s *sheet) expand(k int, entries []entry) bool {
	f := &s.fields[k]
	if s.spread != nil {
		return false
	}
	if f.by == "" && s.hasLabel(f.cells) {
		return false // heads are cut off first
	}
	sep := ",;"
	if slices.ContainsFunc(f.cells, func(c piece) bool { return strings.Contains(c.text(), "; ") }) {
		sep = ";"
	}
	if sep != ";" && f.by != "colon" && f.by != "paren" && f.by != "dash" && !(f.by == "" && s.headed) {
		return false
	}
	names := enumerated(f.cells, sep)
	if !names.areList(f, sep) {
		return false
	}
	by := f.by
	labels := s.fields[0]
	from := s.from
	s.spreadOver(k, names.of)
	if k == 1 && len(s.fields) == 2 && (by == "colon" || by == "dash" || by == "paren" && namePlaces(labels.cells)) {
		raise(labels.cells, from, entries)
		s.fields, s.raised = s.fields[1:], true
	}
	return true
}

// spreadOver makes a row of each of the names that the cells of column k hold.
func (s *sheet) spreadOver(k int, names [][]piece) {
	h := &sheet{fields: slices.Clone(s.fields), headed: s.headed, raised: s.raised, labels: s.labels, halfCut: s.halfCut}
	for j := range h.fields {
		h.fields[j].cells = nil
	}
	for i := range s.from {
		for n := range max(1, len(names[i])) {
			var mark piece
			for j := range h.fields {
				p := s.fields[j].cells[i]
				if j == k && len(names[i]) > 0 {
					p, mark = cutMark(names[i][n])
				}
				h.fields[j].cells = append(h.fields[j].cells, p)
			}
			if mark.blank() && n+1 >= len(names[i]) && s.marks != nil {
				mark = s.marks[i]
			}
			h.marks = append(h.marks, mark)
			h.from = append(h.from, s.from[i])
		}
	}
	h.fields[k].by = "names"
	h.spread = h.fields[k].cells
	*s = *h
}

// share makes rows of the communes that share the place in the next column: "Rethel et
// Revin (Ardennes)". Only where the gazetteer knows all of a cell there.
func (s *sheet) share(k int) bool {
	if s.spread != nil || k+1 >= len(s.fields) || s.fields[k].by != "first" || !placeKinds[contentOf(s.fields[k+1].cells)] {
		return false
	}
	names, some := make([][]piece, len(s.from)), false
	for i, p := range s.fields[k].cells {
		place := s.fields[k+1].cells[i]
		if p.blank() || place.blank() {
			continue
		}
		at := locale{}
		if h := headOf(place.text(), noFacts{}); h != nil {
			at = h.locale(at)
		} else if d, ok := gazetteer.DepartmentCoded(place.text()); ok {
			at.dept = d.Code
		}
		there := func(t string) bool { return at != locale{} && known(at, t) }
		if ns := namesIn(p, there, 0).names; len(ns) > 1 && mostly(ns, there, 1) {
			names[i], some = ns, true
		}
	}
	if some {
		s.spreadOver(k, names)
	}
	return some
}

// labelSign is the sign of labels before names, "Arizona: Goodyear, Mesa".
const labelSign = string(printedSign) + "label"

// namePlaces reports whether most of several labels name regions, departments, states or
// countries.
func namePlaces(cells []piece) bool {
	n := 0
	for _, p := range cells {
		if headOf(p.text(), noFacts{}) != nil {
			n++
		}
	}
	return float64(n) >= common*float64(len(cells))
}

// raise makes labels heads of the entries from.
func raise(labels []piece, from []int, entries []entry) {
	place := namePlaces(labels)
	for i, p := range labels {
		if p.blank() {
			continue
		}
		a := above{sign: labelSign, text: p, count: p}
		if rest := p.l.text[p.to:]; strings.HasPrefix(strings.TrimLeft(rest, " \u00a0"), ":") {
			a.count.to += strings.IndexByte(rest, ':') + 1
		}
		if h := headOf(p.text(), noFacts{}); place && h != nil {
			a = aboveIn(p.l, h)
			a.text, a.count = p, p
		}
		e := &entries[from[i]]
		e.heads = append(slices.Clip(e.heads), a)
	}
}

// labelHeads makes heads of labels of one form before towns: "Catégorie ville moyenne :
// Albi (Tarn)".
func (s *sheet) labelHeads(entries []entry) {
	if len(s.fields) < 2 || s.fields[1].by != "colon" || contentOf(s.fields[1].cells) != "commune" {
		return
	}
	first := firstWord(s.fields[0].cells[0].text())
	for _, p := range s.fields[0].cells {
		if first == "" || firstWord(p.text()) != first {
			return
		}
	}
	raise(s.fields[0].cells, s.from, entries)
	s.fields, s.raised = s.fields[1:], true
}

// A nameCells holds the texts that each cell of a column enumerates.
type nameCells struct {
	of      [][]piece   // by cell
	counts  map[int]int // cells by how many texts they have
	total   int         // texts
	named   int         // texts that are names
	several int         // cells with more than one text
	figures int         // texts that begin with a figure
}

// enumerated cuts cells at the signs sep.
func enumerated(cells []piece, sep string) nameCells {
	n := nameCells{of: make([][]piece, len(cells)), counts: map[int]int{}}
	for i, c := range cells {
		if c.blank() {
			continue
		}
		for _, g := range segmentsOf(c.text(), sep) {
			p := trimField(c.sub(g.from, g.to))
			if p.blank() {
				continue
			}
			n.of[i] = append(n.of[i], p)
			n.total++
			if unicode.IsDigit(firstRune(p.text())) {
				n.figures++
			}
			if isEnumeratedName(p.text(), sep) {
				n.named++
			}
		}
		n.counts[len(n.of[i])]++
		if len(n.of[i]) > 1 {
			n.several++
		}
	}
	return n
}

// isEnumeratedName reports whether a text of an enumeration is a name: it begins with a
// capital, or with figures that letters follow.
func isEnumeratedName(t, sep string) bool {
	switch r := firstRune(t); {
	case unicode.IsUpper(r):
		return sep == ";" || namesThing(t)
	case unicode.IsDigit(r):
		return strings.ContainsAny(t, "abcdefghijklmnopqrstuvwxyz") && namesThing(t)
	}
	return false
}

// areList reports whether the texts are the entries of a list: nearly all are names,
// and their number differs from cell to cell.
func (n *nameCells) areList(f *field, sep string) bool {
	const surely = 0.85 // share of the texts
	const mixed = 0.25  // share of texts with a figure, and of others, of which two columns are made
	switch cells := len(f.cells); {
	case f.by == "paren" && sep != ";" && float64(n.figures) >= mixed*float64(n.total) && float64(n.total-n.figures) >= mixed*float64(n.total):
		return false // "(Kent, 42 beds)"
	case n.several == 0 || len(n.counts) < 2 || float64(n.named) < surely*float64(n.total):
		return false
	case f.by == "" && (n.several*10 < 7*cells || usual(n.counts)*10 >= 6*cells):
		return false
	case sep != ";" && cells > 3 && (n.several < 2 || n.several*5 < cells):
		return false
	}
	return true
}

// usual returns how many cells have the most common number of names above one.
func usual(counts map[int]int) (most int) {
	for n, c := range counts {
		if n > 1 {
			most = max(most, c)
		}
	}
	return most
}

// hasLabel reports whether most cells begin with a label: before a colon, brackets, a dash.
func (s *sheet) hasLabel(cells []piece) bool {
	n := filled(cells)
	var buf []token
	for _, c := range cutters[1] {
		hits, left := 0, n
		for _, p := range cells {
			if p.blank() {
				continue
			}
			buf = scanTokens(buf[:0], p.text())
			left--
			if c.cut(p.text(), buf) != nil {
				hits++
			} else if float64(hits+left) < common*float64(n) {
				break
			}
		}
		if float64(hits) >= common*float64(n) {
			return true
		}
	}
	return false
}
