// Tables: what was found is joined, told twice or kept apart, and becomes lists
// with columns.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// result makes the lists of what was found.
func (r *reader) result() *Result {
	res := &Result{Taken: make([]bool, len(r.doc.Blocks))}
	slices.SortStableFunc(r.found, func(a, b *found) int { return a.lines[0].block - b.lines[0].block })
	var groups [][]*found
	r.findUnion()
	for _, f := range r.found {
		r.unread(f)
		if first := r.repeats(groups, f); first != "" {
			continue
		}
		if n := len(groups); n > 0 && r.joins(groups[n-1], f) {
			groups[n-1] = append(groups[n-1], f)
			groups[n-1][0].total += len(f.records)
			f.kept = true
			continue
		}
		f.total, f.kept = len(f.records), true
		groups = append(groups, []*found{f})
	}
	r.countLeads(groups)
	for _, g := range groups {
		res.add(g)
	}
	res.Notes = append(res.Notes, r.notes...)
	for _, f := range r.found {
		if !f.kept {
			for _, n := range f.notes {
				n.List = -1
				res.Notes = append(res.Notes, n)
			}
		}
	}
	r.taken(res)
	r.poorTables(res)
	return res
}

// poorTables tells the tables that are not to be read.
func (r *reader) poorTables(res *Result) {
	for i, b := range r.doc.Blocks {
		t, ok := b.(*extract.Table)
		if !ok {
			continue
		}
		if why := poorTable(t); why != "" {
			if res.Poor == nil {
				res.Poor = make([]bool, len(r.doc.Blocks))
			}
			res.Poor[i] = true
			res.Notes = append(res.Notes, Note{Code: "list-poor-text", Severity: Fault, At: t.At, Why: "what looks like a table here is not read: " + why, List: -1})
		}
	}
}

// taken tells the blocks whose lines all stand in lists.
func (r *reader) taken(res *Result) {
	other := make([]bool, len(r.doc.Blocks))
	for i := range r.lines {
		l := r.lines[i].line
		if l.touched {
			res.Taken[l.block] = true
		} else {
			other[l.block] = true
		}
	}
	for i := range other {
		if other[i] {
			res.Taken[i] = false
		}
	}
}

// unread reports the text of a list that ended in no record.
func (r *reader) unread(f *found) {
	for i := range f.lines {
		l := f.lines[i].line
		quickSort(l.used)
		from := 0
		tell := func(to int) {
			if to <= from {
				return
			}
			s := trimMember(l.text, span{from, to})
			if s.from < s.to && hasLetter(s.of(l.text)) {
				f.note("list-unread", Doubt, l.at, "%q stands in the list but belongs to no entry", clip(s.of(l.text)))
			}
		}
		for _, u := range l.used {
			tell(u.from)
			from = max(from, u.to)
		}
		tell(len(l.text))
	}
}

// minRepeat is how many records a list must have to be told for the same list
// given again.
const minRepeat = 3

// maxCompared bounds the lists that are compared with each other: a release
// has a handful.
const maxCompared = 64

// repeats reports whether f gives a list again that was found before.
func (r *reader) repeats(groups [][]*found, f *found) string {
	if len(f.records) < minRepeat || len(groups) > maxCompared {
		return ""
	}
	mine := keys([]*found{f})
	for _, g := range groups {
		theirs := keys(g)
		same := 0
		for k := range mine {
			if theirs[k] {
				same++
			}
		}
		if 10*same >= 9*len(mine) && 10*same >= 9*len(theirs) {
			first := g[0]
			f.note("list-repeated", Noted, f.lines[0].at, "the list at %s is given again here: %d of its %d entries are the same; it is counted once",
				first.lines[0].at, same, len(mine))
			for k := range f.records {
				if rec := &f.records[k]; !theirs[rec.recordKey()] {
					f.note("list-repeated", Doubt, rec.at, "%q stands only in the second printing of the list", clip(rec.cells[colName].Text()))
				}
			}
			return first.lines[0].at.String() + "!"
		}
	}
	return ""
}

func (rec *record) recordKey() string { return rec.key }

func keys(fs []*found) map[string]bool {
	m := map[string]bool{}
	for _, f := range fs {
		for i := range f.records {
			m[f.records[i].recordKey()] = true
		}
	}
	return m
}

// joins reports whether f goes on with the list before it: under the same
// title, or under one that says nearly the same; never those that were accepted
// with those that were not.
func (r *reader) joins(g []*found, f *found) bool {
	last := g[len(g)-1]
	if last.negative != f.negative || last.own != f.own || last.lines[0].part == extract.Boilerplate {
		return false
	}
	if last.extra != nil || f.extra != nil {
		return slices.Equal(last.extra, f.extra) && last.run.title == f.run.title
	}
	if hasColumn(last, colCount) != hasColumn(f, colCount) {
		return false
	}
	if i, _ := slices.BinarySearch(r.tables, last.lines[0].block); i < len(r.tables) && r.tables[i] < f.lines[0].block {
		return false // a table between
	}
	if r.union > 0 && last.run.title != f.run.title {
		f.note("list-joined", Noted, f.lines[0].at, "the lists from %s on together make the %d that the release announces; column section tells them apart", g[0].lines[0].at, r.union)
		last.sectioned, f.sectioned = true, true
		return true
	}
	if last.run.title == f.run.title {
		alike := 10*last.places >= 5*len(last.records) == (10*f.places >= 5*len(f.records))
		n := g[0].total + len(f.records)
		switch {
		case r.announces(n):
			f.note("list-joined", Noted, f.lines[0].at, "the list goes on from %s: together they make the %d that the release announces", g[0].lines[0].at, n)
			return true
		case alike:
			f.note("list-joined", Noted, f.lines[0].at, "the list goes on from %s: no heading stands between", g[0].lines[0].at)
			return true
		}
		return false
	}
	if last.headed == f.headed && similarTitles(last.run.title, f.run.title) {
		f.note("list-joined", Noted, f.lines[0].at, "%q is a list like the one before it; column section tells them apart", clip(f.run.title.text))
		last.sectioned, f.sectioned = true, true
		return true
	}
	return false
}

// findUnion tells whether the release announces what all of its lists together
// hold, and each of them too: 7 + 2 + 1 are "Dix communes".
func (r *reader) findUnion() {
	n := 0
	for _, f := range r.found {
		if f.negative || f.extra != nil || f.lines[0].part == extract.Boilerplate || !r.announces(len(f.records)) {
			return
		}
		n += len(f.records)
	}
	if len(r.found) > 1 && r.announces(n) {
		r.union = n
	}
}

func hasColumn(f *found, c column) bool {
	for i := range f.records {
		if f.records[i].cells[c] != nil {
			return true
		}
	}
	return false
}

// similarTitles reports whether two titles share at least half of their words.
func similarTitles(a, b *line) bool {
	if a == nil || b == nil {
		return false
	}
	words := func(l *line) map[string]bool {
		m := map[string]bool{}
		for _, w := range strings.FieldsFunc(gazetteer.Fold(l.text), func(r rune) bool { return r == ' ' || r == ',' || r == ':' || r == '(' || r == ')' }) {
			if len(w) > 3 {
				m[w] = true
			}
		}
		return m
	}
	x, y := words(a), words(b)
	same := 0
	for w := range x {
		if y[w] {
			same++
		}
	}
	return same >= 2 && 2*same >= len(x)+len(y)-same
}

// add makes one list of what was joined.
func (res *Result) add(g []*found) {
	id := len(res.Lists)
	first := g[0]
	out := List{Block: first.lines[0].block, At: first.lines[0].at, Part: first.lines[0].part}
	if t := first.run.title; t != nil {
		out.Title = strings.TrimRight(strings.TrimSpace(t.text), " :")
	}
	if l := first.run.lead; l != nil && l != first.run.title && l.kind == headingLine {
		out.Title = strings.TrimRight(strings.TrimSpace(l.text), " :")
	}
	var has [columns]bool
	has[colName] = true
	for _, f := range g {
		for i := range f.records {
			rec := &f.records[i]
			if f.sectioned && rec.cells[colSection] == nil && f.run.title != nil {
				rec.cells[colSection] = plainCell(f.run.title.at, strings.TrimRight(strings.TrimSpace(f.run.title.text), " :"))
			}
			for c := range columns {
				has[c] = has[c] || rec.cells[c] != nil
			}
		}
	}
	var order []column
	for c := range columns {
		if has[c] {
			order = append(order, c)
			out.Columns = append(out.Columns, columnNames[c])
		}
	}
	if first.own != "" && has[colSection] {
		out.Columns[0] = first.own
	}
	out.Columns = append(out.Columns, first.extra...)
	for _, f := range g {
		before := len(out.Rows)
		for i := range f.records {
			rec := &f.records[i]
			row := extract.Row{At: rec.at, Cells: make([]extract.Cell, 0, len(out.Columns))}
			for _, c := range order {
				if rec.cells[c] == nil {
					row.Cells = append(row.Cells, extract.Cell{})
				} else {
					row.Cells = append(row.Cells, *rec.cells[c])
				}
			}
			for k := range first.extra {
				if k < len(rec.extra) && rec.extra[k] != nil {
					row.Cells = append(row.Cells, *rec.extra[k])
				} else {
					row.Cells = append(row.Cells, extract.Cell{})
				}
			}
			out.Rows = append(out.Rows, row)
		}
		out.Counts = append(out.Counts, f.counts...)
		for _, n := range f.notes {
			n.List = id
			res.Notes = append(res.Notes, n)
		}
		_ = before
	}
	res.Lists = append(res.Lists, out)
}
