// Labels: what the gazetteer says of the columns of a list. It names, and shows which
// figures are codes; it never decides whether there is a list.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// settleCodes decides what figures beside places are: codes of departments only where
// the places lie there, else counts; codes of communes where they are theirs.
func (c *candidate) settleCodes(k int) {
	f := &c.sheet.fields[k]
	beside := f.by == "paren" || f.by == "names"
	subject := -1 // the column of names before it
	for j := k - 1; j >= 0 && subject < 0; j-- {
		if kind := c.sheet.fields[j].kind; kind == "" || placeKinds[kind] {
			subject = j
		}
	}
	switch {
	case f.kind == "department" && codesOnly(f.cells):
		place := subject >= 0 && placeKinds[c.sheet.fields[subject].kind]
		switch {
		case !beside && !(k > 0 && (c.sheet.fields[k-1].kind == "commune" || c.sheet.fields[k-1].kind == "region")):
			f.kind = "number" // two figures are a code in brackets only
		case subject >= 0 && !c.liesInCodes(subject, k):
			if f.kind = "number"; place {
				f.name = "count"
				c.notes = append(c.notes, Note{Code: records.CodeListFigures, Severity: Noted, At: c.entries[0].text.l.at, Why: "the figures beside the places are counts, not codes of departments: the places do not lie there"})
			}
		}
	case f.kind == "number" && f.name == "" && f.by == "paren" && subject == k-1 && k > 0 && placeKinds[c.sheet.fields[subject].kind]:
		f.name = "count"
	case f.kind == "postal_code" && k > 0 && subject >= 0 && c.codesOfTowns(subject, k):
		f.kind = "commune_code"
	}
}

// liesInCodes reports whether the places of column k that the gazetteer knows lie in
// the departments whose codes column codes has.
func (c *candidate) liesInCodes(k, codes int) bool {
	const strict = 4 // places that fit for each that does not
	fit, miss := 0, 0
	for i, p := range c.sheet.fields[codes].cells {
		d, ok := gazetteer.DepartmentCoded(p.text())
		if !ok || p.blank() {
			continue
		}
		if at := localeOf(c.entries[c.sheet.from[i]].heads); at.region != "" && at.region != d.Region || at.dept != "" && !sameDepartment(at.dept, d) {
			miss++
			continue
		}
		name := bareName(c.sheet.fields[k].cells[i].text())
		_, in := gazetteer.CommuneIn(d, name)
		named, how := gazetteer.DepartmentNamed(name)
		switch {
		case in || how != gazetteer.NotFound && named.Code == d.Code:
			fit++
		case how != gazetteer.NotFound || gazetteer.Accept(gazetteer.KindCommune, name):
			miss++
		}
	}
	return miss <= fit/strict
}

func sameDepartment(code string, d gazetteer.Department) bool {
	c, ok := gazetteer.DepartmentByCode(code)
	return ok && (c.Covers(d.Code) || d.Covers(c.Code))
}

// codesOfTowns reports whether the five figures of a column are the official codes of
// the communes in column k, rather than postal codes.
func (c *candidate) codesOfTowns(k, codes int) bool {
	official, postal := 0, 0
	for i, p := range c.sheet.fields[codes].cells {
		for _, town := range gazetteer.CommunesNamed(bareName(c.sheet.fields[k].cells[i].text())) {
			if town.Code == p.text() {
				official++
			}
			for _, at := range gazetteer.CommunesOfPostalCode(p.text()) {
				if at.Code == town.Code {
					postal++
				}
			}
		}
	}
	return official > 0 && official >= postal
}

// departmentsOfCodes adds the departments with which codes of communes begin.
func (s *sheet) departmentsOfCodes() {
	const overseas = "97"
	for k := range s.fields {
		f := &s.fields[k]
		if f.name != "commune_code" || s.column("department") >= 0 || s.headed {
			continue
		}
		d := field{name: "department", kind: "department", by: "code", copied: true}
		for _, p := range f.cells {
			if n := len("75"); !p.blank() {
				if strings.HasPrefix(p.text(), overseas) {
					n++
				}
				p = p.sub(0, n)
			}
			d.cells = append(d.cells, p)
		}
		s.fields = append(s.fields, d)
		return
	}
}

// column returns the index of a column, -1 if there is none.
func (s *sheet) column(name string) int {
	for k := range s.fields {
		if s.fields[k].name == name {
			return k
		}
	}
	return -1
}

const (
	mostTowns = 0.8 // share of communes from which another name is one that the gazetteer lacks
	someTowns = 0.5 // share of names that are towns, or are called after theirs, to have a column of them
)

// splitTowns makes the column of communes hold communes only, where many of its names are
// others; the names stay in theirs. A list of names of which half are towns, or
// "Ville de Brest", gets such a column.
func (c *candidate) splitTowns() {
	s := c.sheet
	k := s.column("commune")
	if k < 0 {
		if k = s.column("name"); k < 0 || s.fields[k].kind != "" || s.fields[k].copied {
			return
		}
	} else if n := s.column("name"); n < 0 || !s.fields[n].copied {
		return
	}
	towns := make([]piece, len(s.from))
	n := 0
	for i, p := range s.fields[k].cells {
		at := localeOf(c.entries[s.from[i]].heads)
		if d, ok := c.departmentAbove(i); ok {
			at.dept = d.Code
		}
		if towns[i] = townIn(p, at, s.fields[k].name == "commune"); !towns[i].blank() {
			n++
		}
	}
	share := float64(n) / float64(len(towns))
	switch {
	case s.fields[k].name == "commune":
		for i := range towns {
			if towns[i].blank() && share >= mostTowns {
				towns[i] = s.fields[k].cells[i]
			}
		}
		s.fields[k].cells = towns
	case share >= someTowns && (s.headed || s.column("department") >= 0):
		s.fields = append(s.fields[:k:k], append([]field{{name: "commune", kind: "commune", by: s.fields[k].by, cells: towns, copied: true}}, s.fields[k:]...)...)
	}
}

// townIn returns the commune that a name is or is called after, a blank if none. Without
// anything that says where it lies, only the bare name of one counts if bare is true.
func townIn(p piece, at locale, bare bool) piece {
	t := bareName(outsideParens(p.text()))
	if at == (locale{}) && !bare {
		return piece{}
	}
	if isCommune(t, at.region, at.dept) {
		end := len(strings.TrimRight(p.text(), signRunes+" \u00a0"))
		if i := strings.IndexByte(p.text(), '('); i > 0 && !gazetteer.Accept(gazetteer.KindCommune, p.text()) {
			end = i // "Bron (Parilly)"
		}
		return p.sub(0, end)
	}
	if town := townOf(t); town != "" && isCommune(town, at.region, at.dept) {
		if i := strings.LastIndex(p.text(), town); i > 0 {
			return p.sub(i, i+len(town))
		}
		return printedAs(p.l, town)
	}
	return piece{}
}

func (c *candidate) notePlace(level Severity, why string) {
	c.notes = append(c.notes, Note{Code: records.CodeListPlace, Severity: level, At: c.entries[0].text.l.at, Why: why})
}

// A mention is a place that a sentence names.
type mention struct {
	above
	at locale
}

const (
	maxLead     = 2000 // bytes of a sentence that may name the place of a list
	maxMentions = 12   // places of one sentence: more are a list themselves
	leastLying  = 0.6  // share of the names that must lie in the places of a sentence
)

// mentions returns the places of a kind that a text names, each once.
func mentions(p piece, kind gazetteer.Kind) (out []mention) {
	if p.blank() || len(p.text()) > maxLead {
		return nil
	}
	seen := map[string]bool{}
	for _, hit := range gazetteer.Scan(kind, p.text()) {
		if seen[hit.Code] {
			continue
		}
		seen[hit.Code] = true
		m := mention{above: above{sign: levelNames[departmentLevel], known: true, text: p.sub(hit.Start, hit.End), level: departmentLevel, code: hit.Code}, at: locale{dept: hit.Code}}
		if kind == gazetteer.KindRegion {
			m.sign, m.level, m.at = levelNames[regionLevel], regionLevel, locale{region: hit.Code}
		}
		out = append(out, m)
	}
	return out
}

// placeByLead gives entries without a place the one that the lead or a title above
// names: all of them where it names one, each its own where it names several and the
// gazetteer finds the name in just one.
func (c *candidate) placeByLead(titles ...piece) {
	k := c.sheet.column("commune")
	if k < 0 || c.sheet.column("department") >= 0 || c.sheet.column("region") >= 0 {
		return
	}
	byHead := map[above][]int{} // rows
	for i, from := range c.sheet.from {
		for _, h := range c.entries[from].heads {
			if h.level > sectionLevel {
				return
			}
			byHead[h] = append(byHead[h], i)
		}
	}
	placed := false
	for h, rows := range byHead {
		for _, kind := range [...]gazetteer.Kind{gazetteer.KindDepartment, gazetteer.KindRegion} {
			if ms := mentions(h.text, kind); len(ms) == 1 && c.lying(k, rows, &ms[0]) >= leastLying {
				for _, i := range rows {
					if e := &c.entries[c.sheet.from[i]]; !e.heads[len(e.heads)-1].known {
						e.heads = append(slices.Clip(e.heads), ms[0].above)
					}
				}
				placed = true
				break
			}
		}
	}
	if placed {
		c.notePlace(Noted, "the heads above the entries name their places")
		return
	}
	for _, p := range append([]piece{c.lead}, titles...) {
		for _, kind := range [...]gazetteer.Kind{gazetteer.KindDepartment, gazetteer.KindRegion} {
			if ms := mentions(p, kind); len(ms) > 0 && len(ms) <= maxMentions && c.assign(k, ms) {
				return
			}
		}
	}
}

// lying returns the share of rows whose commune in column k lies in a place.
func (c *candidate) lying(k int, rows []int, m *mention) float64 {
	n := 0
	for _, i := range rows {
		if isCommune(c.sheet.fields[k].cells[i].text(), m.at.region, m.at.dept) {
			n++
		}
	}
	return float64(n) / float64(len(rows))
}

// assign makes each entry lie in the one of the places in which the gazetteer finds its
// commune in column k; false if ms are not their places.
func (c *candidate) assign(k int, ms []mention) bool {
	hits := 0
	which := make([]int, len(c.entries))
	for i := range which {
		which[i] = -1
	}
	for i, p := range c.sheet.fields[k].cells {
		n := 0
		for j := range ms {
			if isCommune(p.text(), ms[j].at.region, ms[j].at.dept) {
				which[c.sheet.from[i]] = j
				n++
			}
		}
		if n > 0 {
			hits++
		}
		if n > 1 {
			which[c.sheet.from[i]] = -1
		}
	}
	if float64(hits) < leastLying*float64(len(c.sheet.from)) {
		return false
	}
	lost := ""
	for i := range c.entries {
		e, j := &c.entries[i], which[i]
		if len(ms) == 1 {
			j = 0
		}
		if j >= 0 {
			e.heads = append(e.heads[:len(e.heads):len(e.heads)], ms[j].above)
		} else if lost == "" {
			lost = e.text.text()
		}
	}
	if lost != "" {
		c.notePlace(Doubt, "the sentence above names several places, and the gazetteer does not say in which of them "+quote(lost)+" lies; its place is left blank")
	} else if len(ms) == 1 {
		c.notePlace(Noted, quote(ms[0].text.text())+" above names the place of the entries")
	} else {
		c.notePlace(Noted, "the sentence above names several places; the gazetteer says which entry lies in which")
	}
	return true
}
