// Assembly: the chosen candidates as lists, with columns, rows and printed counts.

package lists

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// addLists adds the chosen candidates to the result, as lists.
func (r *reader) addLists(res *Result, chosen []*candidate, sc *scene) {
	for len(chosen) > 0 {
		n := 1
		for n < len(chosen) && together(chosen[:n], chosen[n]) {
			n++
		}
		r.addList(res, chosen[:n], sc)
		chosen = chosen[n:]
	}
	slices.SortStableFunc(res.Lists, func(a, b List) int { return a.Block - b.Block })
}

// together reports whether c continues the lists before it: the columns are the same, or
// one of them lacks some.
func together(g []*candidate, c *candidate) bool {
	a, b := g[0].sheet.fields, c.sheet.fields
	if len(b) > len(a) {
		a, b = b, a
	}
	for _, f := range b {
		if !slices.ContainsFunc(a, func(o field) bool { return o.name == f.name }) {
			return false
		}
	}
	return len(a)-len(b) <= 2
}

// addList makes one list of candidates with the same columns.
func (r *reader) addList(res *Result, g []*candidate, sc *scene) {
	first := g[0]
	l := List{Block: sc.us[first.lo].block, At: first.entries[0].text.l.at, Part: sc.us[first.lo].part, Title: first.leadText()}
	signs, texts := headsOf(g)
	columns := map[string]int{}
	place := map[string]int{} // the column of each sign
	for _, s := range signs {
		name := headColumn(texts[s])
		if k := r.sameRank(g, signs, s, place, l.Columns, name); k >= 0 {
			place[s] = k
			continue
		}
		place[s] = len(l.Columns)
		for n := 2; columns[name] > 0; n++ {
			name = fmt.Sprintf("%s_%d", headColumn(texts[s]), n)
		}
		columns[name] = 1
		l.Columns = append(l.Columns, name)
	}
	at := map[string]int{} // where the cells of a field go
	for _, c := range g {
		for _, f := range c.sheet.fields {
			if _, ok := at[f.name]; ok {
				continue
			}
			at[f.name] = len(l.Columns)
			name := f.name
			for n := 2; columns[name] > 0; n++ {
				name = fmt.Sprintf("%s_%d", f.name, n)
			}
			columns[name] = 1
			l.Columns = append(l.Columns, name)
		}
	}
	index := len(res.Lists)
	note := func(at document.Pos, why string) {
		res.Notes = append(res.Notes, Note{Code: records.CodeListUncertain, Severity: Doubt, At: at, Why: why, List: index})
	}
	for _, c := range g {
		for i, from := range c.sheet.from {
			e := &c.entries[from]
			row := document.Row{At: e.text.l.at, Cells: make([]document.Cell, len(l.Columns))}
			for _, h := range c.headsAt(e, len(g) > 1) {
				if !h.text.blank() {
					row.Cells[place[h.sign]] = *h.text.cell()
				}
			}
			for _, f := range c.sheet.fields {
				if p := f.cells[i]; !p.blank() {
					row.Cells[at[f.name]] = *p.cell()
				}
			}
			moveSign(&row, c.sheet, i, at)
			l.Rows = append(l.Rows, row)
		}
		for _, d := range c.doubts {
			note(c.entries[0].text.l.at, d)
		}
		for i := c.lo; i < c.hi; i++ {
			if c.kind != "sentence" && !sc.us[i].wall {
				sc.us[i].touch()
			}
		}
		l.Counts = append(l.Counts, r.countsOf(c, len(g) > 1)...)
	}
	for i := range l.Counts { // a lead may count all lists that follow it
		if n := &l.Counts[i]; n.Led && int(n.Value) != n.Rows && int(n.Value) == len(l.Rows) {
			n.Group, n.Rows = "", len(l.Rows)
		}
	}
	res.Lists = append(res.Lists, l)
}

// sameRank returns the column of an earlier sign that is never above an entry
// together with s, where both are sections: "Sont promus au grade d'officier :" and
// "Au grade de chevalier" are of one rank, however they are printed. -1 if there is none.
func (r *reader) sameRank(g []*candidate, signs []string, s string, place map[string]int, names []string, name string) int {
	if name != "section" {
		return -1
	}
	for _, o := range signs {
		k, ok := place[o]
		if !ok || !strings.HasPrefix(names[k], "section") {
			continue
		}
		together := false
		for _, c := range g {
			for i := range c.entries {
				hs := c.headsAt(&c.entries[i], len(g) > 1)
				has := func(sign string) bool {
					return slices.ContainsFunc(hs, func(h above) bool { return h.sign == sign })
				}
				together = together || has(s) && (has(o) || fillsColumn(hs, place, k))
			}
		}
		if !together {
			return k
		}
	}
	return -1
}

// fillsColumn reports whether one of the heads fills column k.
func fillsColumn(hs []above, place map[string]int, k int) bool {
	return slices.ContainsFunc(hs, func(h above) bool { p, ok := place[h.sign]; return ok && p == k })
}

// countsOf returns the counts printed in the lead of a list and in its heads, with the
// number of rows below each.
func (r *reader) countsOf(c *candidate, several bool) (out []Count) {
	rows := map[*line]int{}
	var order []piece
	for _, from := range c.sheet.from {
		for _, h := range c.headsAt(&c.entries[from], several) {
			if h.text.l == nil {
				continue
			}
			if rows[h.text.l]++; rows[h.text.l] == 1 {
				order = append(order, h.text)
			}
		}
	}
	add := func(l *line, group string, n int) {
		if lead, ok := r.facts.Lead(l.text); ok && (group != "" || lead.counts(n, n)) {
			out = append(out, Count{Text: strings.TrimSpace(l.text), At: l.at, Group: group, Value: float64(lead.Count), Rows: n, Led: true})
			return
		}
		if t := label(l.text); group != "" && len(t) <= maxAbove {
			if _, v, ok := cutNumber(t, span{0, len(t)}); ok && strings.HasSuffix(t, ")") && !codedHead(t) {
				out = append(out, Count{Text: t, At: l.at, Group: group, Value: v, Rows: n})
			}
		}
	}
	for _, p := range order {
		add(p.l, p.text(), rows[p.l])
	}
	if !c.lead.blank() && rows[c.lead.l] == 0 {
		add(c.lead.l, "", len(c.sheet.from))
	}
	return out
}

// codedHead reports whether the figures in a head are the code of its department: "Gard (30)".
func codedHead(t string) bool {
	h, ok := parseHead(t, span{0, len(t)})
	return ok && h.coded
}

// moveSign takes the sign off the end of a place and puts it with the name that it
// marks: "Bois et Cie, Lille *".
func moveSign(row *document.Row, s *sheet, i int, at map[string]int) {
	name, ok := at["name"]
	if !ok {
		return
	}
	for _, f := range s.fields {
		p := f.cells[i]
		if f.name == "name" || p.blank() || f.kind == "" {
			continue
		}
		t := p.text()
		bare := strings.TrimRight(t, signRunes+" \u00a0")
		if bare == "" || len(bare) == len(t) {
			continue
		}
		row.Cells[at[f.name]] = *p.sub(0, len(bare)).cell()
		runs := slices.Clone(row.Cells[name].Runs())
		row.Cells[name].SetRuns(append(append(runs, document.Run{Text: " "}), p.l.cut(p.sub(len(bare), len(t)).span)...))
	}
}

// leadSign is the sign of the lead where several lists are one.
const leadSign = "lead"

// headsAt returns the heads above an entry; where several lists are one, a list without
// heads has its lead.
func (c *candidate) headsAt(e *entry, several bool) []above {
	if len(e.heads) == 0 && several && !c.lead.blank() {
		p := c.lead
		for p.to > p.from && strings.IndexByte(" :", p.l.text[p.to-1]) >= 0 {
			p.to--
			p.span = trimSpan(p.l.text, p.span)
		}
		return []above{{sign: leadSign, text: p}}
	}
	return e.heads
}

// headsOf returns the signs of the heads in the order in which they appear, and the
// texts of each.
func headsOf(g []*candidate) (signs []string, texts map[string][]piece) {
	texts = map[string][]piece{}
	for _, c := range g {
		for i := range c.entries {
			for _, h := range c.headsAt(&c.entries[i], len(g) > 1) {
				if !slices.Contains(signs, h.sign) {
					signs = append(signs, h.sign)
				}
				texts[h.sign] = append(texts[h.sign], h.text)
			}
		}
	}
	return signs, texts
}
