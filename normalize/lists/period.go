// Periods: one cell a line, headings too, or names and departments by turns.
// What the value of each line is tells how many lines make a row.

package lists

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A valueKind is a set of what a line's value may be.
type valueKind uint8

const (
	isRegionValue valueKind = 1 << iota
	isDepartmentValue
	isNumberValue
	isCodeValue
	isDateValue
	isOtherValue
)

const (
	minPeriodRows = 3 // fewer rows show no period
	maxPeriod     = 8 // columns; a printed table of more is not given line by line
)

// headingWords open the headings of columns, folded.
var headingWords = []string{
	"region", "departement", "dept", "dpt", "commune", "ville", "nom", "structure", "site", "lieu", "laureat", "adresse", "code", "date",
	"nombre", "montant", "porteur", "projet", "label", "beneficiaire", "name", "department", "town", "n°", "numero", "type", "territoire",
}

func isHeadingWord(s string) bool {
	f := gazetteer.Fold(s)
	if len(f) > 40 {
		return false
	}
	for _, w := range headingWords {
		if f == w || strings.HasPrefix(f, w+" ") || f == w+"s" {
			return true
		}
	}
	return false
}

// valueOf tells what the value of a line may be.
func valueOf(text string) valueKind {
	t := strings.TrimSpace(text)
	if allDigits(t) && len(t) == 5 {
		return isCodeValue | isNumberValue
	}
	plain := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u202f' || r == ',' || r == '.' || r == '€' || r == '%' {
			return -1
		}
		return r
	}, t)
	if allDigits(plain) {
		return isNumberValue
	}
	if strings.Count(t, "/") == 2 && allDigits(strings.ReplaceAll(t, "/", "")) {
		return isDateValue
	}
	h, ok := parseHead(t, span{0, len(t)})
	if !ok || h.level > departmentLevel || h.level == sectionLevel || h.hasNumber && !h.coded {
		return isOtherValue
	}
	k := isDepartmentValue
	if h.level == regionLevel {
		k = isRegionValue
		if h.both {
			k |= isDepartmentValue
		}
	}
	if h.commune && h.plain {
		k |= isOtherValue
	}
	return k
}

// readPeriod reads a run of plain lines that are the cells of a table. nil if
// they have no period.
func readPeriod(r *reader, u *run) *found {
	for i := range u.lines {
		s := &u.lines[i]
		if s.line.kind != textLine || s.kind == groupsShape || s.kind == totalShape || runeLen(s.text) > maxName {
			return nil
		}
	}
	return r.period(u)
}

func (r *reader) period(u *run) *found {
	n := len(u.lines)
	if n < 2*minPeriodRows {
		return nil
	}
	values := make([]valueKind, n)
	for i := range u.lines {
		values[i] = valueOf(u.lines[i].text)
	}
	titles := 0
	for titles < n && titles < maxPeriod+1 && isHeadingWord(u.lines[titles].text) && values[titles]&isOtherValue != 0 {
		titles++
	}
	if titles == 0 && n > 1 && isHeadingWord(u.lines[1].text) && values[0] == isOtherValue { // a banner
		k := 1
		for k < n && k < maxPeriod+2 && isHeadingWord(u.lines[k].text) && values[k]&isOtherValue != 0 {
			k++
		}
		if k-1 >= 2 {
			if f := r.periodOf(u, values, 1, k-1, true); f != nil {
				return f
			}
		}
	}
	if titles >= 2 {
		if f := r.periodOf(u, values, 0, titles, true); f != nil {
			return f
		}
	}
	var best *found
	for p := 2; p <= maxPeriod && p*minPeriodRows <= n; p++ {
		if f := r.periodOf(u, values, 0, p, false); f != nil && (best == nil || len(f.records)*f.period > len(best.records)*best.period) {
			best = f
		}
	}
	return best
}

// periodOf tries one period: rows of p lines from line from on, the first of
// them headings if titled.
func (r *reader) periodOf(u *run, values []valueKind, from, p int, titled bool) *found {
	first := from
	if titled {
		first += p
	}
	kinds := make([]valueKind, p)
	for k := range kinds {
		kinds[k] = ^valueKind(0)
	}
	rows, at := 0, first
	for ; at+p <= len(values); at += p {
		fits := true
		for k := range p {
			if kinds[k]&values[at+k] == 0 {
				fits = false
			}
		}
		if rows >= minPeriodRows-1 && !fits {
			break
		}
		if !fits {
			return nil
		}
		for k := range p {
			kinds[k] &= values[at+k]
		}
		rows++
	}
	if rows < minPeriodRows {
		return nil
	}
	places, figures, others := 0, 0, 0
	for k := range kinds {
		kinds[k] = narrow(kinds[k])
		switch {
		case kinds[k]&(isRegionValue|isDepartmentValue) != 0:
			places++
		case kinds[k]&isOtherValue != 0:
			others++
		default:
			figures++
		}
	}
	if places == 0 || others == 0 {
		return nil
	}
	whole := at == len(values)
	if !titled && kinds[0]&isOtherValue == 0 && figures == 0 {
		return nil // heads over their members: not all of them need as many
	}
	if !titled && !r.belongs(u, values, kinds, first, rows, p) {
		return nil
	}
	f := &found{period: p}
	r.periodRecords(f, u, kinds, from, first, rows, p, titled)
	f.lines = u.lines
	if !whole {
		stop := u.lines[at]
		why := fmt.Sprintf("rows of %d lines end here: %q is not what its place in the row holds; the %d lines from here on are not read", p, clip(stop.text), len(values)-at)
		if at+p > len(values) {
			why = fmt.Sprintf("rows of %d lines, and %d lines are left over, beginning with %q; they are not read", p, len(values)-at, clip(stop.text))
		}
		f.note("list-period", Fault, stop.at, "%s", why)
		for i := at; i < len(u.lines); i++ {
			u.lines[i].use(span{0, len(u.lines[i].text)})
		}
	}
	return f
}

// narrow picks one kind of those that all values of a place in the row allow.
func narrow(k valueKind) valueKind {
	for _, one := range [...]valueKind{isRegionValue, isDepartmentValue, isDateValue, isCodeValue, isNumberValue, isOtherValue} {
		if k&one != 0 {
			return one
		}
	}
	return 0
}

// belongs reports whether names lie in the departments of their own rows rather
// than in those printed before: "Les lauréats / Finistère / Brest / Morbihan"
// is a title and heads, not names and departments by turns.
func (r *reader) belongs(u *run, values, kinds []valueKind, first, rows, p int) bool {
	dept, name := -1, -1
	for k := range kinds {
		if kinds[k] == isDepartmentValue && dept < 0 {
			dept = k
		}
		if kinds[k] == isOtherValue && name < 0 {
			name = k
		}
	}
	if dept < 0 || name < 0 {
		return true
	}
	own, before := 0, 0
	for i := range rows {
		at := first + i*p
		t := bareName(u.lines[at+name].text)
		if d, how := gazetteer.DepartmentNamed(strings.TrimSpace(u.lines[at+dept].text)); how != gazetteer.NotFound {
			if _, ok := gazetteer.CommuneIn(d, t); ok {
				own++
			}
		}
		if i > 0 {
			if d, how := gazetteer.DepartmentNamed(strings.TrimSpace(u.lines[at-p+dept].text)); how != gazetteer.NotFound {
				if _, ok := gazetteer.CommuneIn(d, t); ok {
					before++
				}
			}
		}
	}
	return own >= before && (own > 0 || len(values) == rows*p)
}

// periodRecords makes the records of lines that are cells.
func (r *reader) periodRecords(f *found, u *run, kinds []valueKind, from, first, rows, p int, titled bool) {
	cols := make([]column, p)
	used := map[column]bool{}
	for k := range cols {
		cols[k] = columns
		c := columns
		switch kinds[k] {
		case isRegionValue:
			c = colRegion
		case isDepartmentValue:
			c = colDepartment
		case isOtherValue:
			title := ""
			if titled {
				title = gazetteer.Fold(u.lines[from+k].text)
			}
			if !titled || !hasAnyPrefix(title, "adresse", "type", "porteur", "territoire", "montant", "date") {
				c = colName
			}
		}
		if c != columns && !used[c] {
			used[c], cols[k] = true, c
		}
	}
	if !used[colName] {
		for k := range cols {
			if cols[k] == columns && kinds[k] == isOtherValue {
				cols[k], used[colName] = colName, true
				break
			}
		}
	}
	extra := make([]int, p)
	for k := range cols {
		extra[k] = -1
		if cols[k] != columns {
			continue
		}
		name := fmt.Sprintf("column_%d", k+1)
		if titled {
			if t := strings.Join(strings.FieldsFunc(gazetteer.Fold(u.lines[from+k].text), func(c rune) bool {
				return (c < 'a' || c > 'z') && (c < '0' || c > '9')
			}), "_"); t != "" {
				name = t
			}
		}
		extra[k] = len(f.extra)
		f.extra = append(f.extra, name)
	}
	for i := from; i < first; i++ {
		u.lines[i].use(span{0, len(u.lines[i].text)})
	}
	if from > 0 {
		f.note("list-banner", Noted, u.lines[0].at, "%q stands over the headings of the columns; it names none", clip(u.lines[0].text))
		u.lines[0].use(span{0, len(u.lines[0].text)})
	}
	for i := range rows {
		at := first + i*p
		rec := record{at: u.lines[at].at, extra: make([]*extract.Cell, len(f.extra))}
		for k := range p {
			l := u.lines[at+k].line
			all := span{0, len(l.text)}
			cell := &extract.Cell{At: l.at, Runs: l.cut(all)}
			l.use(all)
			if cols[k] != columns {
				rec.cells[cols[k]] = cell
			} else {
				rec.extra[extra[k]] = cell
			}
		}
		rec.place()
		f.records = append(f.records, rec)
		if rec.cells[colCommune] != nil {
			f.places++
		}
	}
	f.note("list-period", Noted, u.lines[first].at, "%d lines make a row: %s", p, periodWords(kinds))
}

// place finds the commune of a record whose cells are set.
func (rec *record) place() {
	if c := rec.cells[colRegion]; c != nil {
		if g, how := gazetteer.RegionNamed(strings.TrimSpace(extract.Plain(c.Runs))); how != gazetteer.NotFound {
			rec.region = g.Code
		}
	}
	if c := rec.cells[colDepartment]; c != nil {
		if d, how := gazetteer.DepartmentNamed(strings.TrimSpace(extract.Plain(c.Runs))); how != gazetteer.NotFound {
			rec.dept = d.Code
		}
	}
	name := rec.cells[colName]
	if name == nil {
		return
	}
	bare := bareName(extract.Plain(name.Runs))
	rec.key = gazetteer.Fold(bare)
	if _, ok := communeOf(bare, rec.region, rec.dept); ok {
		rec.cells[colCommune] = &extract.Cell{At: name.At, Runs: []extract.Run{{Text: bare}}}
	} else if tail := tailCommune(bare, rec.region, rec.dept); tail != "" {
		rec.cells[colCommune] = &extract.Cell{At: name.At, Runs: []extract.Run{{Text: tail}}}
	}
}

func periodWords(kinds []valueKind) string {
	var ws []string
	for _, k := range kinds {
		w := "a name"
		switch k {
		case isRegionValue:
			w = "a region"
		case isDepartmentValue:
			w = "a department"
		case isNumberValue, isCodeValue:
			w = "a figure"
		case isDateValue:
			w = "a date"
		}
		ws = append(ws, w)
	}
	return strings.Join(ws, ", ")
}
