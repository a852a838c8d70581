// Assembly: the chosen candidates as lists, with columns, rows and printed counts.

package lists

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// addLists adds the chosen candidates to the result, as lists.
func (r *reader) addLists(res *Result, chosen []*candidate) {
	for len(chosen) > 0 {
		n := 1
		for n < len(chosen) && together(chosen[:n], chosen[n]) && r.rejected(chosen[0]) == r.rejected(chosen[n]) {
			n++
		}
		r.addList(res, chosen[:n])
		chosen = chosen[n:]
	}
	slices.SortStableFunc(res.Lists, func(a, b List) int { return a.Block - b.Block })
}

// together reports whether c continues the lists before it: the columns are the same, or
// one of them lacks some.
func together(g []*candidate, c *candidate) bool {
	if o := g[len(g)-1]; o.kind == "bullets" && c.kind == "bullets" && markOf(o.entries[0].text.l) != markOf(c.entries[0].text.l) {
		return false
	}
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
func (r *reader) addList(res *Result, g []*candidate) {
	first := g[0]
	l := List{Block: r.us[first.lo].block, At: first.entries[0].text.l.at, Part: r.us[first.lo].part, Title: r.titleOf(first)}
	signs, texts := headsOf(g)
	columns := map[string]int{}
	place := map[string]int{} // the column of each sign
	for _, s := range signs {
		name := headColumn(s, texts[s])
		if k := r.sameRank(g, signs, s, place, l.Columns, name); k >= 0 {
			place[s] = k
			continue
		}
		place[s] = len(l.Columns)
		for n := 2; columns[name] > 0; n++ {
			name = fmt.Sprintf("%s_%d", headColumn(s, texts[s]), n)
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
	if len(g) > 1 {
		res.Notes = append(res.Notes, Note{Code: records.CodeListJoined, Severity: Noted, At: g[1].entries[0].text.l.at, List: index, Why: fmt.Sprintf("%d lists with the same columns are read as one", len(g))})
	}
	for _, c := range g {
		for i, from := range c.sheet.from {
			e := &c.entries[from]
			row := document.Row{At: e.text.l.at, Cells: make([]document.Cell, len(l.Columns))}
			for _, h := range c.headsAt(e, len(g) > 1) {
				if !h.text.blank() {
					row.Cells[place[h.sign]] = *h.cell()
				}
			}
			for _, f := range c.sheet.fields {
				if p := f.cells[i]; !p.blank() {
					row.Cells[at[f.name]] = *p.cell()
				}
			}
			addMark(&row, c.sheet, i, at)
			l.Rows = append(l.Rows, row)
		}
		for _, d := range c.doubts {
			note(c.entries[0].text.l.at, d)
		}
		for _, n := range c.notes {
			n.List = index
			res.Notes = append(res.Notes, n)
		}
		if c.kind != "sentence" {
			c.again = append(c.again, span{c.lo, c.hi})
		}
		for _, s := range c.again {
			for i := s.from; i < s.to; i++ {
				if u := &r.us[i]; !u.wall || u.kind == cellLine {
					u.touched = true
				}
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

// titleOf returns what names a list: its lead if that is a heading or ends in a colon,
// else the last heading above.
func (r *reader) titleOf(c *candidate) string {
	if l := c.lead.l; l != nil {
		own := slices.ContainsFunc(c.entries, func(e entry) bool {
			return slices.ContainsFunc(e.heads, func(h above) bool { return h.text.l == l })
		})
		if !own && (l.kind == headingLine || l.bold || endsInColon(c.lead.text())) {
			return c.leadText()
		}
	}
	if ts := r.titlesAbove(c); len(ts) > 0 {
		return label(ts[0].text())
	}
	return ""
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
	rows, towns := map[above]int{}, map[above]int{}
	var order []above
	leadCounts := true
	all := 0 // towns
	for i, from := range c.sheet.from {
		if c.knownRow(i) {
			all++
		}
		for _, h := range c.headsAt(&c.entries[from], several) {
			if h.text.l == nil {
				continue
			}
			if rows[h]++; rows[h] == 1 {
				order = append(order, h)
			}
			if c.knownRow(i) {
				towns[h]++
			}
			leadCounts = leadCounts && h.count.l != c.lead.l
		}
	}
	for _, h := range order {
		n := rows[h]
		count := Count{Text: strings.TrimSpace(h.count.text()), At: h.text.l.at, Group: h.text.text(), Rows: n}
		if lead, ok := r.facts.Lead(h.count.text()); ok && !h.known && lead.counts(n, towns[h]) {
			count.Value, count.Led = float64(lead.Count), true
		} else if h.want > 0 {
			count.Value = float64(h.want)
		} else if t := label(count.Text); !h.known && len(t) <= maxAbove && strings.HasSuffix(t, ")") {
			if _, v, ok := cutNumber(t, span{0, len(t)}); ok {
				count.Text, count.Value = t, v
			}
		}
		if count.Value > 0 {
			out = append(out, count)
		}
	}
	if !c.lead.blank() && leadCounts {
		if lead, ok := r.facts.Lead(c.lead.text()); ok && lead.counts(len(c.sheet.from), all) {
			out = append(out, Count{Text: strings.TrimSpace(c.lead.text()), At: c.lead.l.at, Value: float64(lead.Count), Rows: len(c.sheet.from), Led: true})
		}
	}
	return out
}

// addMark puts the sign or word after an entry with the name that it marks: "Bois et Cie,
// Lille *".
func addMark(row *document.Row, s *sheet, i int, at map[string]int) {
	if s.marks == nil || s.marks[i].blank() {
		return
	}
	k := max(s.column("name"), 0)
	name, mark := s.fields[k].cells[i], s.marks[i]
	cell := &row.Cells[at[s.fields[k].name]]
	if name.l == mark.l && strings.TrimSpace(name.l.text[min(name.to, mark.from):mark.from]) == "" {
		*cell = *piece{name.l, span{name.from, mark.to}}.cell()
		return
	}
	cell.SetRuns(append(append(slices.Clone(cell.Runs()), document.Run{Text: " "}), mark.l.cut(mark.span)...))
}

// leadSign is the sign of the lead where several lists are one.
const leadSign = string(printedSign) + "lead"

// headsAt returns the heads above an entry; where several lists are one, a list without
// heads has its lead.
func (c *candidate) headsAt(e *entry, several bool) []above {
	if len(e.heads) == 0 && several && !c.lead.blank() {
		p := c.lead
		for p.to > p.from && strings.IndexByte(" :", p.l.text[p.to-1]) >= 0 {
			p.to--
			p.span = trimSpan(p.l.text, p.span)
		}
		return []above{{sign: leadSign, text: p, count: c.lead}}
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

// taken marks the blocks whose lines all are in lists.
func (r *reader) taken(res *Result) {
	other := make([]bool, len(r.doc.Blocks))
	for i := range r.us {
		if u := &r.us[i]; u.touched {
			res.Taken[u.block] = true
		} else {
			other[u.block] = true
		}
	}
	for i := range other {
		res.Taken[i] = res.Taken[i] && !other[i]
	}
}

// A Lead is the count in a sentence that leads into a list.
type Lead struct {
	Count int
	Towns bool // it counts communes; else a thing that any list may hold: laureates, sites
}

// How far the entries may be from the count before it is taken to speak of
// something else than them.
const (
	farTowns   = 3   // times as many, or as few, of what is surely counted: communes
	nearThings = 0.2 // of the count, of what may be counted
	mostThings = 5   // entries
	leastTowns = 0.8 // of the entries must be communes for a count of communes
)

// counts reports whether a lead can only count n entries, of which so many are communes.
func (l Lead) counts(n, towns int) bool {
	if l.Count == n {
		return true
	}
	if l.Towns {
		return float64(towns) >= leastTowns*float64(n) && l.Count <= farTowns*n && n <= farTowns*l.Count
	}
	gap := math.Abs(float64(l.Count - n))
	return gap <= mostThings && gap <= nearThings*float64(l.Count)
}
