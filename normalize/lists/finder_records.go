// Records: tables flattened to several lines a row, and paragraphs with the same number of lines.

package lists

import (
	"fmt"
	"slices"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/records"
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
		if n := len(at); n > 0 && us[i].kind != us[at[n-1]].kind && (us[i].kind == cellLine || us[at[n-1]].kind == cellLine) {
			flush()
		}
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

// classOf returns what a unit must share with the one a period before: its bullet,
// whether it is bold or begins a block, and whether it is a figure, a region, a
// department or another text.
func classOf(u *unit) string {
	b := []byte{u.mark, '-', '-', 'w'}
	if u.bold {
		b[1] = 'b'
	}
	if u.first {
		b[2] = '1'
	}
	switch kind, _ := cellOf(u); {
	case kind == valueCell:
		b[3] = 'v'
	case values(u.skel) > 0:
		b[3] = 'x'
	case isPlaceCell(u):
		b[3] = byte('0' + u.head.level)
	}
	return string(b)
}

// isPlaceCell reports whether a unit is the name of a region or a department.
func isPlaceCell(u *unit) bool { return u.head != nil && u.head.code != "" && !u.head.hasNumber }

// headedPeriod returns the period and the first cell of a table whose headings are
// printed one a line before its cells; 0 if there is none.
func headedPeriod(us []unit, at []int) (period, from int) {
	for lo := 0; lo+1 < len(at); lo++ {
		hi := lo
		for hi < len(at) && hi-lo <= maxLinesOfRecord && headsColumn(&us[at[hi]]) {
			hi++
		}
		for end := hi; end > lo+1; end-- { // the first cells may be called like headings, and so may a title
			for i := lo; end-i > 1; i++ {
				n := end - i
				if end+minPeriods*n <= len(at) && agreePeriod(us, at[end:end+minPeriods*n], n) && typedPeriod(us, at[i:], n) {
					return n, end
				}
			}
		}
		lo = max(lo, hi-1)
	}
	return 0, 0
}

// headsColumn reports whether a unit may be the heading of a column.
func headsColumn(u *unit) bool {
	return values(u.skel) == 0 && !u.leads && u.head == nil && (lexicon.IsHeading(u.text) || lexicon.ColumnHeadings[fold.Words(u.text)] != "")
}

// agreePeriod reports whether units are records of n lines of the same classes.
func agreePeriod(us []unit, at []int, n int) bool {
	bad := 0
	for i := n; i < len(at); i++ {
		if classOf(&us[at[i]]) != classOf(&us[at[i-n]]) {
			bad++
		}
	}
	return float64(bad) <= (1-keeps)*float64(len(at))
}

// typedPeriod reports whether below a heading of n lines some column has values or places.
func typedPeriod(us []unit, at []int, n int) bool {
	for i := range n {
		if c := classOf(&us[at[n+i]]); c[3] != 'w' && c[3] == classOf(&us[at[2*n+i]])[3] {
			return true
		}
	}
	return false
}

// maxSearched is the largest number of units in which a period is looked for; where
// one is found, all rows that follow are taken.
const maxSearched = 120

// periodTable finds the first period of a stretch; end is from where to look on.
func periodTable(us []unit, at []int, cells []piece) (c *candidate, end int) {
	n := min(len(at), maxSearched)
	period, from := headedPeriod(us, at[:n])
	headed := period > 0
	var stop int
	if headed {
		stop = from + minPeriods*period
		stop = from + (periodEnd(us, at, stop, period)-from)/period*period
	} else if period, from, stop = shortestPeriod(us, at[:n]); period == 0 {
		return nil, n
	} else if stop == n {
		stop = periodEnd(us, at, stop, period)
	}
	for !headed && from >= period && agree(us, at[from-period:from], at[from:from+period]) {
		from -= period // the record before differs in a line
	}
	if !headed {
		from, stop = alignPeriod(us, at, from, stop, period)
	}
	c = &candidate{kind: "records", lo: at[from], hi: at[stop-1] + 1}
	for i := from; i+period <= stop; i += period {
		c.entries = append(c.entries, entry{unit: at[i], text: cells[i], skel: "cells", cells: cells[i : i+period : i+period]})
	}
	if len(c.entries) < minPeriods || period == 2 && len(c.entries) < minNarrow && !headed {
		return nil, stop
	}
	if left := len(at) - stop; left > 0 && (us[at[stop]].block == us[at[stop-1]].block || headed && left < period) {
		c.doubts = append(c.doubts, fmt.Sprintf("%d lines after its last row, from %s on, belong to none", left, quote(us[at[stop]].text)))
	}
	if headed || from >= period && headRecord(us, at[from-period:from]) && values(us[at[from+period-1]].skel) > 0 {
		c.names = cells[from-period : from]
		c.lo = at[from-period]
	}
	if us[c.lo].kind == cellLine {
		c.flattened(us, period)
	} else if up := c.lo - 1; up >= 0 && !us[up].wall {
		c.lead = whole(us[up].line)
		c.led = us[up].leads || us[up].kind == headingLine
	}
	return c, stop
}

// flattened takes all cells of a table that had one row or one column.
func (c *candidate) flattened(us []unit, period int) {
	at, block := us[c.lo].at, us[c.lo].block
	c.notes = append(c.notes, Note{Code: records.CodeListFlattened, Severity: Noted, At: at, Why: fmt.Sprintf("the cells of a table are in one row or column; they are read in rows of %d", period)})
	for c.lo > 0 && us[c.lo-1].block == block {
		c.lo--
		c.notes = append(c.notes, Note{Code: records.CodeListBanner, Severity: Noted, At: us[c.lo].at, Why: quote(us[c.lo].text) + " is above the headings of the columns; it names none"})
	}
	for c.hi < len(us) && us[c.hi].block == block {
		c.hi++
	}
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
			if classes[i] == classes[i+p] || sameButFirst(us, at, i, i+p) {
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
	for period > 0 && from+2*period < stop && classes[from] != classes[from+period] && !sameButFirst(us, at, from, from+period) {
		from++ // a line above the first record
	}
	return period, from, stop
}

// sameButFirst reports whether two units are of one class but that the first begins a block
// of several records.
func sameButFirst(us []unit, at []int, i, j int) bool {
	a, b := classOf(&us[at[i]]), classOf(&us[at[j]])
	return us[at[i]].kind == textLine && us[at[i]].first && !us[at[j]].first && !us[at[i+1]].first && a[:2] == b[:2] && a[3] == b[3]
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
	if us[at[from]].first && !us[at[from+1]].first {
		return from, from + (stop-from)/period*period
	}
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
		if a.mark != b.mark || a.bold != b.bold || likeness(a.skel, b.skel) < fits || a.first != b.first || isPlaceCell(a) != isPlaceCell(b) {
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
