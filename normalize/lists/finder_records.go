// Records: tables flattened to several lines a row, and paragraphs with the same number of lines.

package lists

import (
	"slices"
)

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

// classOf returns what a unit must share with the one a period before: its skeleton, its
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

// maxSearched is the largest number of units in which a period is looked for; where
// one is found, all rows that follow are taken.
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
	// Names differ from record to record, labels and kinds do not. Some hold figures:
	// "Ensemble (1)".
	best, most := 0, 0
	for shift := range period {
		distinct, all, names := map[string]bool{}, 0, 0
		for i := from + shift; i+period <= stop; i += period { // what is left of the last record says nothing
			if all++; values(us[at[i]].skel) == 0 {
				names++
			}
			distinct[us[at[i]].text] = true
		}
		if float64(names) >= keeps*float64(all) && len(distinct) > most+1 {
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

// mixed reports whether a record has lines that would not be in one run.
func mixed(us []unit, at []int) bool {
	for _, i := range at[1:] {
		a, b := &us[at[0]], &us[i]
		if a.mark != b.mark || a.bold != b.bold || likeness(a.skel, b.skel) < fits || a.first != b.first {
			return true
		}
	}
	return false
}

// findBlocks finds records that are paragraphs of the same number of lines: a name, its
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
