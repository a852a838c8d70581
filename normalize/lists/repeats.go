// Repeats: lists that are given twice, and enumerations that were passed over.

package lists

import (
	"fmt"
	"maps"
	"slices"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	minRepeat   = 3   // records of a list that may be the same list given again
	repeated    = 0.9 // share of the names of both lists that must be the same
	maxCompared = 64  // lists that are compared with each other: a release has a handful
)

// names returns the names of a list, folded.
func (c *candidate) namesOf() map[string]bool {
	k := max(c.sheet.column("name"), 0)
	out := make(map[string]bool, len(c.sheet.from))
	for _, p := range c.sheet.fields[k].cells {
		out[fold.Name(bareName(p.text()))] = true
	}
	return out
}

// measures reports whether a list prints figures of its names: of the same names another
// list may print others.
func (c *candidate) measures() bool {
	return slices.ContainsFunc(c.sheet.fields, func(f field) bool {
		return f.kind != "" && !placeKinds[f.kind] && f.kind != "commune_code" && f.kind != "postal_code" && f.kind != "rank"
	})
}

func share(a, b map[string]bool) (same int) {
	for name := range a {
		if b[name] {
			same++
		}
	}
	return same
}

// dropRepeats drops the lists that are given again: of two the one with more columns
// stays, else the first.
func (r *reader) dropRepeats(cs []*candidate) []*candidate {
	if len(cs) < 2 || len(cs) > maxCompared {
		return cs
	}
	names := make([]map[string]bool, len(cs))
	gone := make([]bool, len(cs))
	for i, c := range cs {
		names[i] = c.namesOf()
		for j := range i {
			if gone[j] || gone[i] || len(names[i]) < minRepeat || c.measures() || cs[j].measures() {
				continue
			}
			same := share(names[i], names[j])
			if float64(same) < repeated*float64(max(len(names[i]), len(names[j]))) {
				continue
			}
			keep, drop := j, i
			if c.countCells() > cs[j].countCells() {
				keep, drop = i, j
			}
			gone[drop] = true
			at := cs[drop].entries[0].text.l.at
			cs[keep].repeats(Noted, cs[drop], fmt.Sprintf("the list is given again at %s: %d of its %d entries are the same; it is counted once", at, same, len(names[drop])))
			for _, name := range slices.Sorted(maps.Keys(names[drop])) {
				if !names[keep][name] {
					cs[keep].repeats(Doubt, cs[drop], fmt.Sprintf("%q stands only in the other printing of the list", clip(name)))
				}
			}
		}
	}
	var out []*candidate
	for i, c := range cs {
		if !gone[i] {
			out = append(out, c)
		}
	}
	return out
}

func (c *candidate) repeats(level Severity, o *candidate, why string) {
	c.notes = append(c.notes, Note{Code: records.CodeListRepeated, Severity: level, At: o.entries[0].text.l.at, Why: why})
	if o.kind != "sentence" {
		c.again = append(c.again, span{o.lo, o.hi})
	}
}

// countCells counts what a candidate prints in its rows.
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

// passing notes communes that a sentence names with their places and that no list holds:
// nothing says whether they are one.
func (r *reader) passing(cs, chosen []*candidate) {
	for _, c := range cs {
		if c.kind != "sentence" || !c.placed || len(c.entries) < minRows || slices.ContainsFunc(chosen, c.overlaps) {
			continue
		}
		names := c.namesOf()
		if slices.ContainsFunc(chosen, func(o *candidate) bool { return share(names, o.namesOf()) == len(names) }) {
			continue
		}
		r.note(records.CodeListInProse, Doubt, c.entries[0].text.l.at, fmt.Sprintf("%d communes stand in a sentence, beginning with %q; they are not taken for a list", len(c.entries), c.entries[0].text.text()))
	}
}
