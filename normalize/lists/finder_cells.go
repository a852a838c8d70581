// Cells: tables flattened to one cell a line, and records of several lines each.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/forms"
)

// A cellKind says what a unit could be in a flattened table.
type cellKind uint8

const (
	noCell     cellKind = iota
	labelCell           // short text
	valueCell           // figures and nothing else
	fillerCell          // "|", "$": prints no value of its own
)

const maxLabelWords = 14

// cellOf says what a unit could be, and the part of it that is the cell.
func cellOf(u *unit) (cellKind, piece) {
	if u.wall || len(u.text) > maxAbove {
		return noCell, piece{}
	}
	p := whole(u.line)
	for p.from < p.to && (u.text[p.from] == '|' || u.text[p.from] == ' ') {
		p.from++
	}
	for p.from < p.to && (u.text[p.to-1] == '|' || u.text[p.to-1] == ' ') {
		p.to--
	}
	switch t := p.text(); t {
	case "", "$", "€", "£":
		return fillerCell, piece{}
	case ":", "-", "–", "—", "n/a", "NA", "nd", "n.d.":
		return valueCell, p
	}
	words, figures := 0, 0
	for _, t := range u.toks {
		switch {
		case t.class.isValue():
			figures++
		case t.class == wordClass || t.class == quoteClass:
			words++
		}
	}
	switch {
	case words == 0 && figures > 0 && !isFootnote(p.text()):
		return valueCell, p
	case words > 0 && words <= maxLabelWords && u.prose < 0.5 && !strings.HasSuffix(p.text(), "."):
		return labelCell, p
	}
	return noCell, piece{}
}

// isFootnote reports whether a cell is the mark of a note: "(1)".
func isFootnote(s string) bool { return len(s) == 3 && s[0] == '(' && s[2] == ')' }

// A labelled is labels with the values that follow them.
type labelled struct {
	labels, values []int // units
	cell           map[int]piece
}

// findLabelled finds flattened tables of labels and values: groups that repeat.
// Among groups with the same number of values, the fewest labels that a group has
// are the text columns; further labels before them are heads.
func findLabelled(us []unit) (out []*candidate) {
	var groups []labelled
	flush := func() {
		for lo := 0; lo < len(groups); {
			hi := lo + 1
			for hi < len(groups) && len(groups[hi].values) == len(groups[lo].values) {
				hi++
			}
			if c := labelledTable(groups[lo:hi]); c != nil {
				out = append(out, c)
			}
			lo = hi
		}
		groups = nil
	}
	var g labelled
	for i := range us {
		kind, p := cellOf(&us[i])
		switch kind {
		case fillerCell:
			continue
		case labelCell:
			if len(g.values) > 0 {
				groups = append(groups, g)
				g = labelled{}
			}
			g.labels = append(g.labels, i)
		case valueCell:
			if len(g.labels) == 0 {
				continue
			}
			g.values = append(g.values, i)
		default:
			if len(g.values) > 0 {
				groups = append(groups, g)
			}
			g = labelled{}
			flush()
			continue
		}
		if g.cell == nil {
			g.cell = map[int]piece{}
		}
		g.cell[i] = p
	}
	if len(g.values) > 0 {
		groups = append(groups, g)
	}
	flush()
	return out
}

const (
	minGroups    = 3 // of labels and values
	minNarrow    = 4 // where a group is one label and one value
	maxTextCells = 6
)

func isYearText(s string) bool {
	_, ok := forms.Year(s)
	return ok && len(s) == 4
}

// labelledTable makes a candidate of groups that have the same number of values, nil
// if they are too few.
func labelledTable(gs []labelled) *candidate {
	width, texts := len(gs[0].values), len(gs[len(gs)-1].labels)
	for _, g := range gs {
		texts = min(texts, len(g.labels))
	}
	if len(gs) < minGroups || width+texts == 2 && len(gs) < minNarrow || texts > maxTextCells {
		return nil
	}
	c := &candidate{kind: "cells", lo: gs[0].labels[0]}
	var heads []above
	if g := gs[0]; width > 1 && len(gs) > minGroups && !slices.ContainsFunc(g.values, func(u int) bool { return !isYearText(g.cell[u].text()) }) {
		c.names = make([]piece, texts) // a row of years is the heading of the others
		for _, u := range g.values {
			c.names = append(c.names, g.cell[u])
		}
		last := g.labels[len(g.labels)-1]
		heads = []above{{"", g.cell[last]}}
		c.lead, gs = g.cell[last], gs[1:]
	}
	for i, g := range gs {
		extra := g.labels[:len(g.labels)-texts]
		take := 0
		switch {
		case i == 0 && len(extra) >= width+texts: // a heading for each column
			take = width + texts
		case i == 0 && len(extra) >= width: // the label's own column has none
			take = width
			c.names = make([]piece, texts)
		}
		if take > 0 {
			for _, u := range extra[len(extra)-take:] {
				c.names = append(c.names, g.cell[u])
			}
			extra = extra[:len(extra)-take]
		}
		if i > 0 && len(extra) > 0 {
			heads = []above{{"", g.cell[extra[0]]}}
		} else if len(extra) > 0 {
			c.lead = g.cell[extra[len(extra)-1]]
		}
		e := entry{heads: heads, unit: g.labels[len(g.labels)-texts], skel: "cells"}
		e.text = g.cell[e.unit]
		for _, u := range g.labels[len(g.labels)-texts:] {
			e.cells = append(e.cells, g.cell[u])
		}
		for _, u := range g.values {
			e.cells = append(e.cells, g.cell[u])
		}
		c.entries = append(c.entries, e)
	}
	c.hi = gs[len(gs)-1].values[width-1] + 1
	c.lo = c.entries[0].unit
	return c
}

const (
	maxLinesOfRecord = 14
	minPeriods       = 3    // records of a period
	keeps            = 0.85 // share of the cells that are as the cell one period before
)

// findPeriods finds records of several lines: a stretch in which most lines are of
// the class of the line one period before.
func findPeriods(us []unit) (out []*candidate) {
	var at []int // units of the stretch
	var cells []piece
	flush := func() {
		for len(at) >= 2*minPeriods {
			c, end := periodTable(us, at, cells)
			if c != nil {
				out = append(out, c)
			}
			at, cells = at[end:], cells[end:]
		}
		at, cells = nil, nil
	}
	for i := range us {
		switch kind, p := cellOf(&us[i]); kind {
		case fillerCell:
		case noCell:
			flush()
		default:
			at, cells = append(at, i), append(cells, p)
		}
	}
	flush()
	return out
}

// classOf is what a unit must share with the one a period before: its skeleton, its
// bullet, whether it is bold or a heading.
func classOf(u *unit) string {
	b := []byte{u.mark, '-', '-'}
	if u.bold {
		b[1] = 'b'
	}
	if u.first {
		b[2] = '1'
	}
	n := values(u.skel)
	switch kind, _ := cellOf(u); {
	case kind == valueCell:
		return string(b) + "v"
	case n > 0:
		return string(b) + "x"
	}
	return string(b) + "w"
}

// maxSearched is how many units of a stretch are searched for a period; where one
// is found, the rows that follow are taken however many they are.
const maxSearched = 120

// periodTable finds the first period of a stretch; end is from where to look on.
func periodTable(us []unit, at []int, cells []piece) (c *candidate, end int) {
	n := min(len(at), maxSearched)
	period, from, stop := shortestPeriod(us, at[:n])
	if period == 0 {
		return nil, n
	}
	if stop == n {
		stop = periodEnd(us, at, stop, period)
	}
	for from >= period && agree(us, at[from-period:from], at[from:from+period]) {
		from -= period // the record before differs in a line
	}
	from, stop = alignPeriod(us, at, from, stop, period)
	c = &candidate{kind: "records", lo: at[from], hi: at[stop-1] + 1}
	for i := from; i+period <= stop; i += period {
		c.entries = append(c.entries, entry{unit: at[i], text: cells[i], skel: "cells", cells: cells[i : i+period : i+period]})
	}
	if len(c.entries) < minPeriods || period == 2 && len(c.entries) < minNarrow {
		return nil, stop
	}
	if from >= period && headRecord(us, at[from-period:from]) && values(us[at[from+period-1]].skel) > 0 {
		c.names = cells[from-period : from]
		c.lo = at[from-period]
	}
	if up := c.lo - 1; up >= 0 && !us[up].wall {
		c.lead = whole(us[up].line)
		c.led = us[up].leads || us[up].kind == headingLine
	}
	return c, stop
}

// shortestPeriod returns the shortest period of the units at, and its longest stretch
// [from, stop) of them; period is 0 if there is none.
func shortestPeriod(us []unit, at []int) (period, from, stop int) {
	n := len(at)
	classes := make([]string, n)
	for i := range n {
		classes[i] = classOf(&us[at[i]])
	}
	for p := 2; p <= maxLinesOfRecord && p*minPeriods <= n && period == 0; p++ {
		bad, lo := 0, 0
		differs := func(i int) int {
			if classes[i] == classes[i+p] {
				return 0
			}
			return 1
		}
		for i := 0; i+p < n; i++ {
			bad += differs(i)
			if i-lo >= p {
				bad -= differs(i - p)
			}
			if float64(bad) > (1-keeps)*2*float64(p) {
				lo, bad = i+1, 0
				continue
			}
			if i+1-lo >= p*(minPeriods-1) && i+1-lo > stop-from-p && mixed(us, at[lo+p:lo+2*p]) {
				period, from, stop = p, lo, i+1+p
			}
		}
	}
	return period, from, stop
}

// periodEnd returns where the records end that go on after stop, the end of what was searched.
func periodEnd(us []unit, at []int, stop, period int) int {
	for bad := 0; stop < len(at); stop++ {
		if classOf(&us[at[stop]]) != classOf(&us[at[stop-period]]) {
			if bad++; bad > 1 {
				break
			}
		} else if stop%period == 0 {
			bad = 0
		}
	}
	return stop
}

// headRecord reports whether the lines of a record could be the headings of the others.
func headRecord(us []unit, at []int) bool {
	return !slices.ContainsFunc(at, func(u int) bool { return values(us[u].skel) > 0 || us[u].leads || us[u].prose > 0 })
}

// alignPeriod moves the beginning of a period to a line that opens a block or has
// a bullet, where every record has one such line, and cuts its end to whole records.
func alignPeriod(us []unit, at []int, from, stop, period int) (int, int) {
	for shift := range period {
		ok := true
		for i := from + shift; i < stop; i += period {
			u := &us[at[i]]
			if !u.first && u.mark == 0 {
				ok = false
				break
			}
		}
		if !ok {
			continue
		}
		others := false // do the other lines open blocks too?
		for i := from + shift + 1; i < min(from+shift+period, stop); i++ {
			others = others || us[at[i]].first && us[at[i]].mark == us[at[from+shift]].mark
		}
		if !others {
			from += shift
			return from, from + (stop-from)/period*period
		}
	}
	// Names differ from record to record, labels and kinds do not.
	best, most := 0, 0
	for shift := range period {
		distinct, names := map[string]bool{}, true
		for i := from + shift; i < stop; i += period {
			names = names && values(us[at[i]].skel) == 0
			distinct[us[at[i]].text] = true
		}
		if names && len(distinct) > most+1 {
			best, most = shift, len(distinct)
		}
	}
	if from+best-period >= 0 && best > 0 && agree(us, at[from+best-period:from+best], at[from+best:min(from+best+period, len(at))]) {
		best -= period
	}
	from += best
	return from, from + (stop-from)/period*period
}

// agree reports whether the lines of two records are of the same classes, but for one.
func agree(us []unit, a, b []int) bool {
	differ := 0
	for i := range min(len(a), len(b)) {
		if classOf(&us[a[i]]) != classOf(&us[b[i]]) {
			differ++
		}
	}
	return len(a) == len(b) && differ <= 1 && (differ == 0 || len(a) > 3)
}

// mixed reports whether a record has lines that would not stand in one run.
func mixed(us []unit, at []int) bool {
	for _, i := range at[1:] {
		a, b := &us[at[0]], &us[i]
		if a.mark != b.mark || a.bold != b.bold || likeness(a.skel, b.skel) < fits || a.first != b.first {
			return true
		}
	}
	return false
}

// findBlocks finds records that are paragraphs of as many lines each: a name, its
// address, its telephone.
func findBlocks(us []unit) (out []*candidate) {
	type para struct{ lo, hi int }
	var ps []para
	flush := func() {
		if len(ps) >= minPeriods {
			c := &candidate{kind: "records", lo: ps[0].lo, hi: ps[len(ps)-1].hi}
			for _, p := range ps {
				e := entry{unit: p.lo, text: whole(us[p.lo].line), skel: "cells"}
				for k := p.lo; k < p.hi; k++ {
					e.cells = append(e.cells, whole(us[k].line))
					if k-p.lo < 2 { // what follows a name and a title may be a sentence
						e.prose = max(e.prose, us[k].prose)
					}
				}
				c.entries = append(c.entries, e)
			}
			if up := c.lo - 1; up >= 0 && !us[up].wall {
				c.lead, c.led = whole(us[up].line), us[up].leads || us[up].kind == headingLine
			}
			out = append(out, c)
		}
		ps = ps[:0]
	}
	for i := 0; i < len(us); {
		j := i + 1
		for j < len(us) && us[j].block == us[i].block && us[j].kind == textLine {
			j++
		}
		ok := us[i].kind == textLine && j-i >= 2 && j-i <= maxLinesOfRecord
		for k := i; k < j; k++ {
			ok = ok && !us[k].wall && (us[k].prose < 0.8 || k-i >= 2) && len(us[k].text) <= maxEntry
		}
		if !ok || len(ps) > 0 && j-i != ps[0].hi-ps[0].lo {
			flush()
		}
		if ok {
			ps = append(ps, para{i, j})
		}
		i = j
	}
	flush()
	return out
}
