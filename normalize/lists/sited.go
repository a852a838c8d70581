// Sited names: bullets that print a commune behind each name, "Bois et Cie, Lille",
// "Bois et Cie (Lille - 59) : meubles". The names are known to no gazetteer; that
// every entry ends in a commune, and in the same way, makes them a list.

package lists

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// minSited is how many entries make a list of sited names: two may be chance.
	minSited = 3
	// maxSited is the length in bytes of an entry; longer ones are sentences.
	maxSited = 300
)

// siteSigns part a name from the commune behind it, or a commune from its
// department.
var siteSigns = [...]string{" – ", " — ", " - ", " : ", ", "}

// A sited is an entry taken apart. Spans are zero for what it does not print.
type sited struct {
	sign                              string // what parts name and commune; "(" for parentheses
	name, commune, department, detail span
}

// readSited reads bullets whose entries end in a commune. nil if they do not.
func readSited(_ *reader, u *run) *found {
	n := len(u.lines)
	if n < minSited {
		return nil
	}
	entries := make([]sited, n)
	count := map[string]int{} // entries by sign
	for i := range u.lines {
		s := &u.lines[i]
		if s.line.kind != itemLine || s.depth != u.lines[0].depth || s.kind == totalShape || len(s.text) > maxSited {
			return nil
		}
		e, ok := siteIn(s.text)
		if !ok && !nameLike(s.text) {
			return nil
		}
		if entries[i] = e; ok {
			count[e.sign]++
		}
	}
	most := 0
	for _, c := range count {
		most = max(most, c)
	}
	if 10*most < 8*n {
		return nil
	}
	f := &found{places: most}
	for i := range u.lines {
		f.lines = push(f.lines, u.lines[i])
		f.records = append(f.records, sitedRecord(u.lines[i].line, entries[i]))
	}
	f.note(records.CodeListSited, Noted, u.lines[0].at, "a commune is printed behind %d of %d names", most, n)
	return f
}

// siteIn takes an entry apart: in parentheses behind the name the commune may be
// followed by more, else it is the last there is.
func siteIn(t string) (sited, bool) {
	if open := strings.IndexByte(t, '('); open > 0 {
		end := strings.LastIndexByte(t, ')')
		if end < open {
			return sited{}, false
		}
		if inner := strings.IndexByte(t[open+1:end], ')'); inner >= 0 && !strings.Contains(t[open+1:open+1+inner], "(") {
			end = open + 1 + inner
		}
		e := sited{sign: "(", name: trimSpan(t, span{0, open}), detail: trimSpan(t, span{end + 1, len(t)})}
		var ok bool
		e.commune, e.department, ok = communeAt(t, span{open + 1, end})
		return e, ok && isSitedName(e.name.of(t))
	}
	for _, sign := range siteSigns {
		for from := 0; ; {
			i := strings.Index(t[from:], sign)
			if i < 0 {
				break
			}
			i += from
			from = i + len(sign)
			e := sited{sign: sign, name: trimSpan(t, span{0, i})}
			var ok bool
			e.commune, e.department, ok = communeAt(t, trimMember(t, span{from, len(t)}))
			if ok && isSitedName(e.name.of(t)) {
				return e, true
			}
		}
	}
	return sited{}, false
}

// communeAt reads "Lille", "Lille, Nord", "Lille - 59" or "Lille (59)".
func communeAt(t string, s span) (commune, department span, ok bool) {
	s = trimSpan(t, s)
	if !unicode.IsUpper(firstRune(s.of(t))) {
		return span{}, span{}, false
	}
	if isCommune(s.of(t), "", "") {
		return s, span{}, true
	}
	for _, sign := range append(siteSigns[:], " (", "/") {
		i := strings.LastIndex(s.of(t), sign)
		if i <= 0 {
			continue
		}
		c, d := trimSpan(t, span{s.from, s.from + i}), trimSpan(t, span{s.from + i + len(sign), s.to})
		for d.to > d.from && t[d.to-1] == ')' {
			d.to--
		}
		dept, known := gazetteer.DepartmentCoded(d.of(t))
		if !known {
			var how gazetteer.How
			dept, how = gazetteer.DepartmentNamed(d.of(t))
			known = how != gazetteer.NotFound
		}
		if !known {
			continue
		}
		if _, ok := gazetteer.CommuneIn(dept, bareName(c.of(t))); ok {
			return c, d, true
		}
	}
	return span{}, span{}, false
}

// isSitedName reports whether text can be a name beside its commune, and is no
// commune itself: "Brest, Vitré" names two.
func isSitedName(text string) bool {
	if !nameLike(text) || !unicode.IsUpper(firstRune(text)) {
		return false
	}
	return !isCommune(bareName(text), "", "")
}

// sitedRecord makes the record of an entry; one that is not sited is all name. A
// sign at its end goes to the name, which it marks.
func sitedRecord(l *line, e sited) record {
	if e.name.to == 0 {
		e.name = span{0, len(l.text)}
	}
	name := l.cut(e.name)
	if sign := endSigns(l.text); e.commune.to > 0 && sign.from < sign.to {
		name = append(slices.Clone(name), l.cut(sign)...)
		e.commune.to, e.detail.to = min(e.commune.to, sign.from), min(e.detail.to, sign.from)
	}
	rec := record{at: l.at, key: gazetteer.Fold(bareName(e.name.of(l.text)))}
	rec.cells[colName] = styledCell(l.at, name)
	if e.commune.from < e.commune.to {
		rec.cells[colCommune] = plainCell(l.at, bareName(e.commune.of(l.text)))
	}
	if e.department.from < e.department.to {
		rec.cells[colDepartment] = plainCell(l.at, e.department.of(l.text))
	}
	if detail := strings.TrimLeft(e.detail.of(l.text), ":–—-,;. \u00a0"); e.detail.from < e.detail.to && detail != "" {
		rec.cells[colDetail] = plainCell(l.at, strings.TrimSpace(detail))
	}
	if d, ok := gazetteer.DepartmentCoded(e.department.of(l.text)); ok {
		rec.dept = d.Code
	}
	l.use(span{0, len(l.text)})
	return rec
}

// endSigns is the stretch of signs that ends a text.
func endSigns(t string) span {
	end := len(strings.TrimRightFunc(t, unicode.IsSpace))
	return span{len(strings.TrimRight(t[:end], signRunes)), end}
}
