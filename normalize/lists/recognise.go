// Recognise: the order of it all. Units, then the finders' candidates, each cut into
// fields, named and judged; the best set of them; lists.

package lists

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// candidates are all candidates of the document, with their scores. What the readers
// of single layouts found stays where no candidate reads more of it.
func (r *reader) candidates() ([]*candidate, *scene) {
	ls, legends := make([]*line, len(r.lines)), make([]bool, len(r.lines))
	for i := range r.lines {
		ls[i], legends[i] = r.lines[i].line, r.lines[i].legend
	}
	sc := &scene{us: unitsOf(ls, legends)}
	for _, b := range r.doc.Blocks {
		if t, ok := b.(*document.Table); ok && len(t.Rows) > minRows {
			sc.tables = true
		}
	}
	for i := range sc.us {
		if t := r.doc.Meta.Title; t.Text != "" && sc.us[i].at.Same(t.At) {
			sc.top = sc.us[i].block
			break
		}
	}
	if len(r.found) > 0 {
		r.outread(r.find(sc), sc)
	}
	spoken := map[*line]bool{} // lines in whose sentences an older reader found a list
	for _, f := range r.found {
		for i := range f.lines {
			spoken[f.lines[i].line] = true
		}
	}
	for i := range sc.us {
		sc.us[i].wall = sc.us[i].wall || sc.us[i].touched || spoken[sc.us[i].line]
	}
	for _, f := range r.found {
		sc.tables = sc.tables || len(f.records) > minRows
	}
	return r.find(sc), sc
}

// find runs the finders, cuts what they propose into fields and judges it.
func (r *reader) find(sc *scene) (cs []*candidate) {
	for _, find := range [...]func([]unit) []*candidate{findRuns, findLabelled, findPeriods, findBlocks, findSentences} {
		for _, c := range find(sc.us) {
			c.sheet = cutEntries(c)
			if len(c.sheet.fields) == 0 {
				continue // nothing but signs
			}
			c.dropHeading()
			c.takeHeadings(sc.us)
			c.nameFields()
			c.judge(sc)
			cs = append(cs, c)
		}
	}
	return cs
}

// outread drops the older readings that a candidate overlaps and reads more of.
func (r *reader) outread(cs []*candidate, sc *scene) {
	at := make(map[*line]int, len(sc.us))
	for i := range sc.us {
		at[sc.us[i].line] = i
	}
	ranges := make([]span, len(r.found))
	for k, f := range r.found {
		ranges[k] = span{len(sc.us), 0}
		for i := range f.lines {
			if j, ok := at[f.lines[i].line]; ok {
				ranges[k] = span{min(ranges[k].from, j), max(ranges[k].to, j+1)}
			}
		}
	}
	drop := make([]bool, len(r.found))
	for _, c := range cs {
		if c.score < accepted+surely || len(c.sheet.torn)*mostTorn > len(c.sheet.from) || c.strays > 0 {
			continue
		}
		var over []int
		rows, cells, settled := 0, 0, false
		for k, f := range r.found {
			if c.lo < ranges[k].to && ranges[k].from < c.hi {
				over = append(over, k)
				settled = settled || f.period > 0 || len(f.counts) > 0 || f.headed && (c.kind == "sentence" || !c.hasHeads())
				rows += len(f.records)
				cells += f.countCells()
			}
		}
		if len(over) == 0 || settled || float64(len(c.sheet.from)) < nearlyAll*float64(rows) || float64(c.countCells()) <= muchRicher*float64(cells) {
			continue
		}
		for _, k := range over {
			drop[k] = true
		}
	}
	for k := len(drop) - 1; k >= 0; k-- {
		if drop[k] {
			for i := range r.found[k].lines {
				r.found[k].lines[i].touched = false
			}
			r.found = slices.Delete(r.found, k, k+1)
		}
	}
}

const (
	surely     = 2.0 // above accepted: a candidate that may take the place of an older reading
	mostTorn   = 8   // rows of such a candidate for each that is not divided as the others
	nearlyAll  = 0.9 // of its rows
	muchRicher = 1.2 // times the cells of an older reading
)

// countCells counts what an older reading prints; a town that is the name counts once.
func (f *found) countCells() (n int) {
	for i := range f.records {
		for _, cell := range f.records[i].cells {
			if cell != nil {
				n++
			}
		}
		n += len(f.records[i].extra)
		if c := f.records[i].cells[colCommune]; c != nil && c.Text() == f.records[i].cells[colName].Text() {
			n--
		}
	}
	return n
}

func (c *candidate) countCells() (n int) {
	for _, fd := range c.sheet.fields {
		if !fd.copied {
			n += filled(fd.cells)
		}
	}
	for _, from := range c.sheet.from {
		n += len(c.entries[from].heads)
	}
	return n
}

// longHeading is how long a word may be that heads a column without a gap beside it, in bytes.
const longHeading = 14

// dropHeading takes the first entry of a run away where it lacks the values that all
// others have: it heads the columns.
func (c *candidate) dropHeading() {
	s := c.sheet
	if c.kind != "lines" || len(s.torn) == 0 || s.torn[0] != 0 || len(s.fields) < 2 || len(s.from) < minRows+1 || s.spread != nil {
		return
	}
	e := &c.entries[0]
	if e.prose >= 0.5 || values(e.skel) > 0 {
		return
	}
	typed := false
	for k := range s.fields {
		f := &s.fields[k]
		typed = typed || k > 0 && contentOf(f.cells[1:]) != ""
	}
	if !typed {
		return
	}
	var words []piece
	for _, t := range scanTokens(nil, e.text.text()) {
		switch {
		case t.class == wordClass:
			words = append(words, e.text.sub(int(t.from), int(t.to)))
		case len(words) > 0:
			words[len(words)-1].to = e.text.from + int(t.to)
		}
	}
	if len(words) == len(s.fields) {
		c.names = words
	}
	c.entries = c.entries[1:]
	for k := range s.fields {
		s.fields[k].cells = s.fields[k].cells[1:]
	}
	s.from = s.from[1:]
	for i := range s.from {
		s.from[i]--
	}
	s.torn = s.torn[1:]
	for i := range s.torn {
		s.torn[i]--
	}
}

// takeHeadings makes the line above a run of lines the headings of its columns, where
// it has as many words and none of the figures.
func (c *candidate) takeHeadings(us []unit) {
	w := len(c.sheet.fields)
	if c.names != nil || c.kind != "lines" || w < 2 {
		return
	}
	at := c.entries[0].unit
	if at == 0 {
		return
	}
	up := &us[at-1]
	if up.wall || up.leads || up.prose >= 0.5 || len(up.toks) == 0 {
		return
	}
	var cells []piece
	if gaps := gapsOf(up.toks); len(gaps) > 0 {
		from := 0
		for _, g := range gaps {
			cells = append(cells, whole(up.line).sub(from, g.from))
			from = g.to
		}
		cells = append(cells, whole(up.line).sub(from, len(whole(up.line).text())))
	} else if w >= 3 && up.kind != headingLine && !saysList(up.text) {
		for _, t := range up.toks {
			if t.class != wordClass && t.class != numberClass || !t.capital && t.class == wordClass || t.to-t.from > longHeading {
				return // words of a title, not headings
			}
			cells = append(cells, piece{up.line, span{int(t.from), int(t.to)}})
		}
	}
	switch n := len(cells); {
	case n == w:
		c.names = cells
	case n == w-1 && n > 1:
		c.names = append([]piece{{}}, cells...)
	default:
		return
	}
	for i := range c.entries {
		c.entries[i].heads = slices.DeleteFunc(slices.Clone(c.entries[i].heads), func(h above) bool { return h.text.l == up.line })
	}
}

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

// together reports whether c goes on with the lists before it: the same columns, or
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
				sc.us[i].touched = true
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

// neighbours doubts the chosen lists that have lines beside them which nearly are a
// list too and were not read.
func neighbours(cs, chosen []*candidate) {
	const near = 3 // units
	read := map[int]bool{}
	for _, o := range chosen {
		for i := range o.entries {
			read[o.entries[i].unit] = true
		}
	}
	for _, c := range cs {
		if c.score < accepted-doubted || c.kind == "sentence" || len(c.entries) < minRows || slices.Contains(chosen, c) {
			continue
		}
		left, first, last := 0, -1, 0
		for i := range c.entries {
			if u := c.entries[i].unit; !read[u] {
				if left++; first < 0 {
					first = i
				}
				last = u
			}
		}
		if left < minRows || left < len(c.entries)-1 {
			continue
		}
		for _, o := range chosen {
			if o.kind != "sentence" && (c.entries[first].unit >= o.hi && c.entries[first].unit-o.hi <= near || last < o.entries[0].unit && o.entries[0].unit-last <= near) {
				o.doubts = append(o.doubts, fmt.Sprintf("%d lines beside it, from %q on, were not read", left, clip(c.entries[first].text.text())))
				return
			}
		}
	}
}

// unreadLists tells of a list that was announced or seen and not read.
func (r *reader) unreadLists(res *Result, cs []*candidate, sc *scene) {
	if len(res.Lists) > 0 || sc.tables {
		return
	}
	for _, c := range cs { // the best first
		if c.score >= accepted-doubted && len(c.entries) >= minRows && (c.led || c.counted) && (saysList(c.lead.text()) || c.counted) && !leadsElsewhere(c.lead.text()) && c.namesThings() {
			res.Notes = append(res.Notes, Note{
				Code: records.CodeListUnread, Severity: Doubt, At: c.entries[0].text.l.at, List: -1,
				Why: fmt.Sprintf("%d entries after %q may be a list; there is too little evidence to read them", len(c.entries), clip(c.leadText())),
			})
			return
		}
	}
}

// namesThings reports whether no evidence says that entries are sentences or advice.
func (c *candidate) namesThings() bool {
	const much = 0.4
	for _, w := range c.why {
		switch w.name {
		case "sentences", "actions", "no names in it", "quoted sentences", "program text":
			if w.weight < -much {
				return false
			}
		}
	}
	return true
}

// sameRank returns the column of an earlier sign that never stands over an entry
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

// countsOf are the counts printed in the lead of a list and in its heads, with the
// rows that stand below each.
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
		if r.opt.Leading != nil {
			if lead, ok := r.opt.Leading(l.text); ok && (group != "" || lead.counts(n, n)) {
				out = append(out, Count{Text: strings.TrimSpace(l.text), At: l.at, Group: group, Value: float64(lead.Count), Rows: n, Led: true})
				return
			}
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

// headsAt are the heads above an entry; where several lists are one, a list without
// heads has its lead.
func (c *candidate) headsAt(e *entry, several bool) []above {
	if len(e.heads) == 0 && several && !c.lead.blank() {
		p := c.lead
		for p.to > p.from && strings.IndexByte(" :", p.l.text[p.to-1]) >= 0 {
			p.to--
			p.span = trimSpan(p.l.text, p.span)
		}
		return []above{{leadSign, p}}
	}
	return e.heads
}

// headsOf are the signs of the heads in the order in which they appear, and the
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

// A Sighting is one candidate as a person looks at it: what it would read, and the
// evidence for and against it.
type Sighting struct {
	Kind   string // bullets, lines, sentence, cells, records
	At     document.Pos
	Lead   string
	Score  float64
	Chosen bool
	Why    []string // "+1.0 led in", "-0.6 sentences"
	Doubts []string
	Fields []string
	Rows   [][]string // the first ones
	Count  int        // of all rows
}

// Sight returns all candidates of doc, the best first. It is for finding out why a
// list was missed or misread.
func Sight(doc *document.Document, opt Options) []Sighting {
	r := newReader(doc, opt)
	if r.refused {
		return nil
	}
	r.readOld()
	cs, _ := r.candidates()
	chosen := choose(cs)
	out := make([]Sighting, 0, len(cs))
	for _, c := range cs {
		s := Sighting{Kind: c.kind, At: c.entries[0].text.l.at, Lead: c.lead.text(), Score: c.score, Chosen: slices.Contains(chosen, c), Doubts: c.doubts, Count: len(c.sheet.from)}
		for _, w := range c.why {
			s.Why = append(s.Why, fmt.Sprintf("%+.1f %s", w.weight, w.name))
		}
		for _, f := range c.sheet.fields {
			s.Fields = append(s.Fields, f.name+"<"+f.by)
		}
		for i := range min(len(c.sheet.from), 40) {
			var row []string
			for _, h := range c.entries[c.sheet.from[i]].heads {
				row = append(row, "["+h.text.text()+"]")
			}
			for _, f := range c.sheet.fields {
				row = append(row, f.cells[i].text())
			}
			s.Rows = append(s.Rows, row)
		}
		out = append(out, s)
	}
	return out
}
