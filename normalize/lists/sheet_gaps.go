// Gaps and units: cells that pipes, tabs and wide blanks divide, and figures with the
// same unit in every cell.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// cutGaps cuts at pipes, tabs, leaders and gaps of two blanks, where most cells
// have the same number of them. In a cell with more, the widest are taken, and of
// equal ones the last: the first column is the one that holds long names.
func (s *sheet) cutGaps(k int, p probe) bool {
	counts := map[int]int{}
	for i := range p.cells {
		if !p.cells[i].blank() {
			counts[len(gapsOf(p.toks[i]))]++
		}
	}
	best := 0
	for n, c := range counts {
		if n > 0 && (best == 0 || c > counts[best] || c == counts[best] && n > best) {
			best = n
		}
	}
	const mostly = 0.6
	if best == 0 || float64(counts[best]) < mostly*float64(filled(p.cells)) {
		return false
	}
	s.apply(k, cutter{name: "gap", cut: func(text string, toks []token) []span {
		gaps := gapsOf(toks)
		if len(gaps) == 0 {
			return nil
		}
		for len(gaps) > best {
			least := 0
			for i := range gaps {
				if gaps[i].to-gaps[i].from < gaps[least].to-gaps[least].from {
					least = i
				}
			}
			gaps = slices.Delete(gaps, least, least+1)
		}
		var out []span
		at := 0
		for _, g := range gaps {
			out = append(out, span{at, g.from})
			at = g.to
		}
		return append(out, span{at, len(text)})
	}})
	return true
}

// gapsOf returns the wide gaps, pipes and leaders of a text; neighbours are one.
func gapsOf(toks []token) (out []span) {
	for i, t := range toks {
		if i == 0 || t.class != gapClass && t.class != leaderClass {
			continue
		}
		if n := len(out); n > 0 && toks[i-1].class != wordClass && out[n-1].to >= int(toks[i-1].from) && (toks[i-1].class == gapClass || toks[i-1].class == leaderClass) {
			out[n-1].to = int(t.to)
			continue
		}
		out = append(out, span{int(t.from), int(t.to)})
	}
	return out
}

// cutUnit reads "3 projets", "pour 3 projets" in every cell as 3 of a column "projets".
func (s *sheet) cutUnit(k int, pr probe) bool {
	if s.fields[k].by == "" || s.fields[k].name != "" {
		return false
	}
	unit, before := "", ""
	for i, p := range pr.cells {
		if p.blank() {
			continue
		}
		c, ok := countedOf(p.text(), pr.toks[i])
		if !ok || unit != "" && (stem(c.unit) != stem(unit) || c.before != before) {
			return false
		}
		before = c.before
		if len(c.unit) > len(unit) {
			unit = c.unit
		}
	}
	if unit == "" || len(unit) < 3 {
		return false
	}
	cells := s.fields[k].cells
	out := make([]piece, len(cells))
	for i, p := range cells {
		if c, ok := countedOf(p.text(), scanTokens(nil, p.text())); ok && stem(c.unit) == stem(unit) {
			p = p.sub(c.figure.from, c.figure.to)
		}
		out[i] = p
	}
	s.fields[k].cells, s.fields[k].name = out, unit
	return true
}

// A counted is a figure with its unit, and a small word before it.
type counted struct {
	figure       span
	unit, before string
}

// countedOf reads "3 projets" and "pour 3 projets".
func countedOf(s string, toks []token) (c counted, ok bool) {
	if len(toks) == 3 && toks[0].class == wordClass && lexicon.PrecedesCount(toks[0].of(s)) {
		c.before, toks = toks[0].of(s), toks[1:]
	}
	if len(toks) != 2 || toks[0].class != numberClass || toks[1].class != wordClass || toks[1].capital {
		return c, false
	}
	c.figure, c.unit = span{int(toks[0].from), int(toks[0].to)}, toks[1].of(s)
	return c, true
}

// isPhone reports whether a label that each entry prints says that a column holds
// telephone numbers, and the cells may be such numbers.
func (f *field) isPhone() bool {
	if f.name == "" || !lexicon.LabelsPhone(fold.Words(f.name)) {
		return false
	}
	for _, p := range f.cells {
		if !p.blank() && !forms.MayBePhone(p.text()) {
			return false
		}
	}
	return true
}

// dropLabel takes the word off that all cells of a column begin with and that says no
// more than what its content is: "Tél. 02 98 00 00 01".
func (f *field) dropLabel() {
	label := ""
	for _, p := range f.cells {
		if p.blank() {
			continue
		}
		w, rest, ok := strings.Cut(p.text(), " ")
		if !ok || label != "" && w != label || !lexicon.LabelsContact(fold.Words(w)) || strings.IndexFunc(rest, isDigit) < 0 && !strings.Contains(rest, "@") {
			return
		}
		label = w
	}
	if label == "" {
		return
	}
	if f.name == "" && lexicon.LabelsPhone(fold.Words(label)) {
		f.name = "phone"
	}
	for i, p := range f.cells {
		if !p.blank() {
			f.cells[i] = trimField(p.sub(len(label), len(p.text())))
		}
	}
}

func stem(w string) string { return strings.TrimRight(w, "sx") }
