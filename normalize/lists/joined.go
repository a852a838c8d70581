// Joining: what was found is joined, told twice or kept apart.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// A series is lists that make one together.
type series struct {
	lists   []*found
	records int
	names   map[string]bool // of its records, folded
}

// at is where the first of its lists is printed.
func (g *series) at() document.Pos { return g.lists[0].lines[0].at }

func (g *series) add(f *found) {
	g.lists = append(g.lists, f)
	g.records += len(f.records)
	for i := range f.records {
		g.names[f.records[i].key] = true
	}
	f.kept = true
}

// result makes the lists of what was found.
func (r *reader) result() *Result {
	res := &Result{Taken: make([]bool, len(r.doc.Blocks))}
	slices.SortStableFunc(r.found, func(a, b *found) int { return a.lines[0].block - b.lines[0].block })
	var all []*series
	r.findUnion()
	for _, f := range r.found {
		r.unread(f)
		if r.repeats(all, f) {
			continue
		}
		if n := len(all); n > 0 && r.joins(all[n-1], f) {
			all[n-1].add(f)
			continue
		}
		g := &series{names: map[string]bool{}}
		g.add(f)
		all = append(all, g)
	}
	r.countLeads(all)
	for _, g := range all {
		res.add(g.lists)
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

// minRepeat is how many records a list must have to be told for the same list
// given again.
const minRepeat = 3

// repeated is the share of the records of both lists that must be the same.
const repeated = 0.9

// maxCompared bounds the lists that are compared with each other: a release
// has a handful.
const maxCompared = 64

// repeats reports whether f gives a list again that was found before.
func (r *reader) repeats(all []*series, f *found) bool {
	if len(f.records) < minRepeat || len(all) > maxCompared {
		return false
	}
	mine := f.names()
	for _, g := range all {
		same := 0
		for name := range mine {
			if g.names[name] {
				same++
			}
		}
		if float64(same) < repeated*float64(max(len(mine), len(g.names))) {
			continue
		}
		f.note(records.CodeListRepeated, Noted, f.lines[0].at, "the list at %s is given again here: %d of its %d entries are the same; it is counted once", g.at(), same, len(mine))
		for k := range f.records {
			if rec := &f.records[k]; !g.names[rec.key] {
				f.note(records.CodeListRepeated, Doubt, rec.at, "%q stands only in the second printing of the list", clip(rec.cells[colName].Text()))
			}
		}
		return true
	}
	return false
}

// names returns the names of the records, folded.
func (f *found) names() map[string]bool {
	m := make(map[string]bool, len(f.records))
	for i := range f.records {
		m[f.records[i].key] = true
	}
	return m
}

// joins reports whether f goes on with the list before it: under the same
// title, or under one that says nearly the same; never those that were accepted
// with those that were not.
func (r *reader) joins(g *series, f *found) bool {
	last := g.lists[len(g.lists)-1]
	if last.negative != f.negative || last.own != f.own || last.lines[0].part == document.Boilerplate {
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
		f.note(records.CodeListJoined, Noted, f.lines[0].at, "the lists from %s on together make the %d that the release announces; column section tells them apart", g.at(), r.union)
		last.sectioned, f.sectioned = true, true
		return true
	}
	if last.run.title == f.run.title {
		alike := 10*last.places >= 5*len(last.records) == (10*f.places >= 5*len(f.records))
		n := g.records + len(f.records)
		switch {
		case r.announces(n):
			f.note(records.CodeListJoined, Noted, f.lines[0].at, "the list goes on from %s: together they make the %d that the release announces", g.at(), n)
			return true
		case alike:
			f.note(records.CodeListJoined, Noted, f.lines[0].at, "the list goes on from %s: no heading stands between", g.at())
			return true
		}
		return false
	}
	if last.headed == f.headed && similarTitles(last.run.title, f.run.title) {
		f.note(records.CodeListJoined, Noted, f.lines[0].at, "%q is a list like the one before it; column section tells them apart", clip(f.run.title.text))
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
		if f.negative || f.extra != nil || f.lines[0].part == document.Boilerplate || !r.announces(len(f.records)) {
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
