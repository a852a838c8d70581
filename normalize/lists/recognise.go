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

// candidates returns all candidates of the document, with their scores. What the readers
// of single layouts found stays where no candidate reads more of it.
func (r *reader) candidates() ([]*candidate, *scene) {
	ls, legends := make([]*line, len(r.lines)), map[*line]bool{}
	for i := range r.lines {
		ls[i] = r.lines[i].line
		if r.lines[i].legend {
			legends[ls[i]] = true
		}
	}
	sc := &scene{us: unitsOf(unwrapItems(ls), legends, r.doc.Format != "text")}
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
	for _, find := range [...]func([]unit) []*candidate{findRuns, findLabelled, findPeriods, findBlocks, findSentences, findValued, findAccounts, findHeaded, findAnchored, findGraded, findNameLines, findSums} {
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
		if c.score < accepted-doubted || c.kind == "sentence" || len(c.entries) < minRows || slices.Contains(chosen, c) || !c.namesThings() || c.endsAsSentences() {
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

// unreadLists notes a list that was announced or seen and not read.
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

// endsAsSentences reports whether nearly all entries are short sentences: "Keep the receipt."
func (c *candidate) endsAsSentences() bool {
	n := 0
	for i := range c.entries {
		if t := strings.TrimSpace(c.entries[i].text.l.text); strings.HasSuffix(t, ".") && len(c.sheet.fields) == 1 {
			n++
		}
	}
	return float64(n) >= nearlyAll*float64(len(c.entries))
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
