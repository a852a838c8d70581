// Gaps and units: cells that pipes, tabs and wide blanks divide, and figures with the
// same unit in every cell.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
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

// cutUnit reads "3 projets" in every cell as 3 of a column "projets".
func (s *sheet) cutUnit(k int, pr probe) bool {
	if s.fields[k].by == "" || s.fields[k].name != "" {
		return false
	}
	unit := ""
	for i, p := range pr.cells {
		if p.blank() {
			continue
		}
		t := pr.toks[i]
		if len(t) != 2 || t[0].class != numberClass || t[1].class != wordClass || t[1].capital {
			return false
		}
		w := t[1].of(p.text())
		if unit == "" {
			unit = w
		} else if stem(w) != stem(unit) {
			return false
		}
		if len(w) > len(unit) {
			unit = w
		}
	}
	if unit == "" || len(unit) < 3 {
		return false
	}
	cells := s.fields[k].cells
	out := make([]piece, len(cells))
	for i, p := range cells {
		if t := scanTokens(nil, p.text()); len(t) == 2 && t[0].class == numberClass && stem(t[1].of(p.text())) == stem(unit) {
			p = p.sub(0, int(t[0].to))
		}
		out[i] = p
	}
	s.fields[k].cells, s.fields[k].name = out, unit
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
	for i, p := range f.cells {
		if !p.blank() {
			f.cells[i] = trimField(p.sub(len(label), len(p.text())))
		}
	}
}

func stem(w string) string { return strings.TrimRight(w, "sx") }
