// Members become records: what is decided once for a whole list, then its cells.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// A meaning says what figures in parentheses are, in all of a list.
type meaning uint8

const (
	asDetail meaning = iota
	asDepartment
	asCount
	asCommune
	asPostal
)

// finish makes the records of a list of its members.
func (r *reader) finish(f *found, members []pending) []record {
	numbers, why := numberMeaning(members)
	if why != "" {
		f.note(records.CodeListFigures, Noted, members[0].line.at, "%s", why)
	}
	codes := codeMeaning(members)
	inParens := detailsAreCommunes(members)
	if !inParens {
		keepDetails(members)
	}
	tails := tailsAreCommunes(members)
	out := make([]record, 0, len(members))
	for i := range members {
		out = append(out, makeRecord(f, &members[i], numbers, codes, tails))
		if rec := &out[i]; inParens && rec.cells[colDetail] != nil {
			rec.cells[colCommune], rec.cells[colDetail] = rec.cells[colDetail], nil
			f.places++
		}
	}
	if 2*f.places < len(out) { // "Brest" among names of houses is a house
		for i := range out {
			out[i].cells[colCommune] = nil
		}
	}
	return out
}

// numberMeaning decides whether one to four figures in parentheses are codes
// of departments or counts. They are codes only if every one is, and the
// communes that the gazetteer knows lie there.
func numberMeaning(members []pending) (m meaning, why string) {
	n, codes, fit, miss := 0, 0, 0, 0
	example := ""
	for i := range members {
		p := &members[i]
		if p.inner != innerNumber {
			continue
		}
		n++
		d, ok := gazetteer.DepartmentCoded(p.digits)
		if !ok || len(p.digits) < 2 || p.ctx.dept != "" && !sameDepartment(p.ctx.dept, d) || p.ctx.region != "" && d.Region != p.ctx.region {
			if example == "" {
				example = p.member.full()
			}
			continue
		}
		codes++
		name := bareName(p.name.of(p.line.text))
		if named, how := gazetteer.DepartmentNamed(name); how != gazetteer.NotFound && !gazetteer.Accept(gazetteer.KindCommune, name) {
			if named.Code != d.Code {
				miss++
			} else {
				fit++
			}
			continue
		}
		if _, ok := gazetteer.CommuneIn(d, name); ok {
			fit++
		} else if gazetteer.Accept(gazetteer.KindCommune, name) {
			miss++
		}
	}
	switch {
	case n == 0:
		return asDetail, ""
	case codes == n && miss <= fit/4:
		return asDepartment, ""
	case codes == n && fit == 0 && miss == 0:
		return asDepartment, ""
	}
	if example == "" {
		return asCount, "the figures in parentheses are counts: the places do not lie in departments of those codes"
	}
	return asCount, "the figures in parentheses are counts, not codes of departments: " + example
}

func sameDepartment(code string, d gazetteer.Department) bool {
	c, ok := gazetteer.DepartmentByCode(code)
	return ok && (c.Covers(d.Code) || d.Covers(c.Code))
}

// full is the member as printed.
func (m *member) full() string {
	to := m.name.to
	if m.inner != innerNone {
		to = min(m.detail.to+1, len(m.line.text))
	}
	return clip(m.line.text[m.name.from:to])
}

// codeMeaning decides whether five figures in parentheses are codes of communes
// or of post.
func codeMeaning(members []pending) meaning {
	insee, postal, n := 0, 0, 0
	for i := range members {
		p := &members[i]
		if p.inner != innerCode {
			continue
		}
		n++
		name := bareName(p.name.of(p.line.text))
		for _, c := range gazetteer.CommunesNamed(name) {
			if c.Code == p.digits {
				insee++
			}
			for _, at := range gazetteer.CommunesOfPostalCode(p.digits) {
				if at.Code == c.Code {
					postal++
				}
			}
		}
	}
	switch {
	case n == 0 || insee == 0 && postal == 0:
		return asDetail
	case insee >= postal:
		return asCommune
	}
	return asPostal
}

// makeRecord makes the cells of one member.
func makeRecord(f *found, p *pending, numbers, codes meaning, tails bool) record {
	l := p.line
	rec := record{at: l.at, region: p.ctx.region, dept: p.ctx.dept}
	for lv, c := range p.ctx.cells {
		rec.cells[levelCols[lv]] = c
	}
	switch p.inner {
	case innerPlace:
		rec.cells[levelCols[p.place.level]] = plainCell(l.at, p.place.name.of(l.text))
		if p.place.level == departmentLevel {
			rec.dept = p.place.code
		} else {
			rec.region = p.place.code
		}
	case innerNumber:
		rec.number(p, numbers)
	case innerCode:
		rec.code(p, codes)
	case innerDetail:
		rec.cells[colDetail] = plainCell(l.at, p.detail.of(l.text))
	}
	runs, name := l.cut(p.name), p.name.of(l.text)
	if sign := p.tailSign(); sign.from < sign.to {
		runs = append(append(slices.Clone(runs), document.Run{Text: " "}), l.cut(sign)...)
	}
	if fixed, ok := articled(name, rec.region, rec.dept); ok { // Communes d'Alzonne, du Mas
		runs, name = []document.Run{{Text: fixed}}, fixed
	}
	rec.cells[colName] = styledCell(l.at, runs)
	bare := bareName(name)
	if town := rec.town(bare, tails); town != "" {
		rec.cells[colCommune] = plainCell(l.at, town)
		f.places++
	}
	rec.key = gazetteer.Fold(bare)
	return rec
}

// number takes up to four figures in parentheses: the code of a department, or a count.
func (rec *record) number(p *pending, means meaning) {
	cell := plainCell(p.line.at, p.detail.of(p.line.text))
	if means != asDepartment {
		rec.cells[colCount] = cell
		return
	}
	if p.ctx.cells[departmentLevel] == nil {
		rec.cells[colDepartment] = cell
	}
	if d, ok := gazetteer.DepartmentCoded(p.digits); ok {
		rec.dept = d.Code
	}
}

// code takes five figures in parentheses: the code of a commune or of post,
// which tells the department, or a detail.
func (rec *record) code(p *pending, means meaning) {
	cell := plainCell(p.line.at, p.detail.of(p.line.text))
	dept := ""
	switch means {
	case asCommune:
		rec.cells[colCommuneCode] = cell
		if c, ok := gazetteer.CommuneByCode(p.digits); ok {
			dept = c.Department
		}
	case asPostal:
		rec.cells[colPostal] = cell
		if cs := gazetteer.CommunesOfPostalCode(p.digits); len(cs) > 0 {
			dept = cs[0].Department
		}
	default:
		rec.cells[colDetail] = cell
	}
	if dept == "" {
		return
	}
	rec.dept = dept
	if p.ctx.cells[departmentLevel] == nil {
		rec.cells[colDepartment] = plainCell(p.line.at, dept)
	}
}

// town returns the commune that a name is or tells of, "" if none: "Brest",
// "Ville de Brest" and, where the names of the list end so, "Le Phare, Brest".
func (rec *record) town(name string, tails bool) string {
	if inGazetteer(name, rec.region, rec.dept) {
		return name
	}
	if town := townOf(name); town != "" && inGazetteer(town, rec.region, rec.dept) {
		return town
	}
	if tails {
		return tailCommune(name, rec.region, rec.dept)
	}
	return ""
}

// detailsAreCommunes reports whether the parentheses of a list hold communes
// behind names that are none: "La Coursive (Saint-Étienne)".
func detailsAreCommunes(members []pending) bool {
	n, communes := 0, 0
	for i := range members {
		p := &members[i]
		if p.inner != innerDetail {
			continue
		}
		n++
		if known(p.ctx, p.detail.of(p.line.text)) && !known(p.ctx, p.name.of(p.line.text)) {
			communes++
		}
	}
	return n >= 2 && 2*n >= len(members) && 10*communes >= 8*n
}

// keepDetails puts what stands in parentheses back to names that are no
// communes: "Cité éducative Quézac (portée par la communauté de communes)" is the
// name of a house, "Bron (Parilly, Terraillon)" a commune with its quarters.
func keepDetails(members []pending) {
	n, communes := 0, 0
	for i := range members {
		if p := &members[i]; p.inner == innerDetail {
			n++
			if known(p.ctx, p.name.of(p.line.text)) {
				communes++
			}
		}
	}
	if n == 0 || 2*communes >= n {
		return
	}
	for i := range members {
		if p := &members[i]; p.inner == innerDetail {
			end := min(p.detail.to, len(p.line.text))
			if end < len(p.line.text) && p.line.text[end] == ')' {
				end++
			}
			if sign := p.tailSign(); sign.to > end {
				end = sign.to
			}
			p.name.to, p.inner, p.detail = end, innerNone, span{}
		}
	}
}

// tailsAreCommunes reports whether most names of a list end in a comma and a
// commune: "Le Phare, Brest".
func tailsAreCommunes(members []pending) bool {
	n := 0
	for i := range members {
		p := &members[i]
		region, dept := p.ctx.region, p.ctx.dept
		switch d, coded := gazetteer.DepartmentCoded(p.digits); {
		case p.inner == innerPlace && p.place.level == departmentLevel:
			dept = p.place.code
		case p.inner == innerPlace:
			region = p.place.code
		case p.inner == innerNumber && coded:
			dept = d.Code
		}
		if tailCommune(bareName(p.name.of(p.line.text)), region, dept) != "" {
			n++
		}
	}
	return 10*n >= 7*len(members)
}

// tailCommune returns the commune behind the last comma of a name:
// "Le Phare, Brest". Only where the place above is known.
func tailCommune(name, region, dept string) string {
	if region == "" && dept == "" {
		return ""
	}
	at := -1
	if i := strings.LastIndex(name, ", "); i >= 0 {
		at = i + len(", ")
	}
	if at <= 0 {
		return ""
	}
	tail := strings.TrimSpace(name[at:])
	if isCommune(tail, region, dept) {
		return tail
	}
	return ""
}
