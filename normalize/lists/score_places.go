// Evidence of places: heads that name them, and names that lie there or elsewhere.

package lists

import (
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// judgePlaces weighs heads that name places, and names that lie there. Of entries that
// are no names, but for the share names of them, heads of places say little.
func (c *candidate) judgePlaces(names float64) {
	groups, known, placed, again := 0, 0, 0, 0
	var last above
	for i, from := range c.sheet.from {
		heads := c.entries[from].heads
		k := len(heads) - 1
		for k >= 0 && !heads[k].known {
			k--
		}
		if k < 0 {
			continue
		}
		if placed++; heads[k] != last && !heads[k].weak {
			groups, last = groups+1, heads[k]
			if k > 0 && i > 0 {
				again += sameHeads(heads, c.entries[c.sheet.from[i-1]].heads)
			}
		}
		if c.knownRow(i) {
			known++
		}
	}
	if c.below = groups > 1; c.below {
		w := forBelow
		if c.split {
			w += forMembers
		}
		c.add(w*max(names, float64(known)/float64(len(c.sheet.from))), "below places")
	}
	if 3*again >= groups && again > 0 {
		c.add(-againstRows, "the same heads again")
	}
	if placed > 0 {
		c.add(forKnown*float64(known)/float64(len(c.sheet.from)), "known there")
	}
}

// sameHeads returns 1 if heads print one again that was in force: "Bretagne" above
// "Finistère" and again above "Morbihan", as the rows of a table do.
func sameHeads(heads, before []above) int {
	for i := range min(len(heads), len(before)) {
		if a, b := &heads[i], &before[i]; a.known && a.sign == b.sign && a.text != b.text && a.text.text() == b.text.text() {
			return 1
		}
	}
	return 0
}

// knownRow reports whether a name or commune of row i lies where its heads say.
func (c *candidate) knownRow(i int) bool {
	at := localeOf(c.entries[c.sheet.from[i]].heads)
	for k := range c.sheet.fields {
		if f := &c.sheet.fields[k]; (f.kind == "commune" || f.name == "name") && known(at, f.cells[i].text()) {
			return true
		}
	}
	return false
}

// localeOf returns where the names below heads lie.
func localeOf(heads []above) (at locale) {
	for _, h := range heads {
		switch h.level {
		case regionLevel:
			at = locale{region: h.code}
		case departmentLevel:
			at.dept = h.code
		}
	}
	return at
}

// mostlyElsewhere reports whether most communes of a list lie in other departments
// than the heads above them name.
func (c *candidate) mostlyElsewhere() bool {
	miss := 0
	for _, f := range c.sheet.fields {
		if f.name != "name" && (f.kind != "commune" || c.sheet.column("name") >= 0) {
			continue
		}
		for i, p := range f.cells {
			d, ok := c.departmentAbove(i)
			if !ok || p.blank() {
				continue
			}
			if name := bareName(p.text()); !isCommune(name, "", d.Code) && len(gazetteer.CommunesNamed(name)) > 0 {
				miss++
			}
		}
	}
	return 2*miss > len(c.sheet.from) && miss > 1
}

// departmentAbove returns the department that the heads of row i name, or a column of its own.
func (c *candidate) departmentAbove(i int) (gazetteer.Department, bool) {
	for _, h := range c.entries[c.sheet.from[i]].heads {
		if d, ok := gazetteer.DepartmentByCode(h.code); ok && h.level == departmentLevel {
			return d, true
		}
	}
	for _, f := range c.sheet.fields {
		if f.kind == "department" && f.name != "name" && !f.cells[i].blank() {
			t := f.cells[i].text()
			if d, how := gazetteer.DepartmentNamed(t); how != gazetteer.NotFound {
				return d, true
			}
			return gazetteer.DepartmentCoded(t)
		}
	}
	return gazetteer.Department{}, false
}

// headsAgree reports whether heads print how many entries are below them, and all rightly.
func (c *candidate) headsAgree() bool {
	n, rows := 0, map[above]int{}
	for _, from := range c.sheet.from {
		for _, h := range c.entries[from].heads {
			if h.want > 0 {
				rows[h]++
			}
		}
	}
	for h, r := range rows {
		if h.want != r {
			return false
		}
		n++
	}
	return n > 0
}
