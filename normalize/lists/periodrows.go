// Rows of a period: which column each line of a row fills, and the records.

package lists

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// found makes the records of lines that are cells.
func (p *period) found() *found {
	f := &found{period: p.width(), lines: p.lines}
	cols, extra := p.columns(f)
	for i := range p.title { // a banner
		f.note(records.CodeListBanner, Noted, p.lines[i].at, "%q stands over the headings of the columns; it names none", clip(p.lines[i].text))
	}
	for i := range p.first {
		p.lines[i].use(span{0, len(p.lines[i].text)})
	}
	for row := range p.rows {
		rec := record{at: p.cell(row, 0).at, extra: make([]*document.Cell, len(f.extra))}
		for k := range p.kinds {
			l := p.cell(row, k).line
			all := span{0, len(l.text)}
			cell := styledCell(l.at, l.cut(all))
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
	f.note(records.CodeListPeriod, Noted, p.lines[p.first].at, "%d lines make a row: %s", p.width(), kindWords(p.kinds))
	if why := p.unread(); why != "" {
		f.note(records.CodeListPeriod, Fault, p.lines[p.end()].at, "%s", why)
		for i := p.end(); i < len(p.lines); i++ {
			p.lines[i].use(span{0, len(p.lines[i].text)})
		}
	}
	return f
}

// columns tells what each line of a row is: a column of its own or, where
// columns is given back, the further column of f at the place in extra.
func (p *period) columns(f *found) (cols []column, extra []int) {
	cols, extra = make([]column, p.width()), make([]int, p.width())
	used := map[column]bool{}
	set := func(k int, c column) {
		if k >= 0 && cols[k] == columns && !used[c] {
			used[c], cols[k] = true, c
		}
	}
	for k := range cols {
		cols[k] = columns
	}
	set(p.column(isRegionValue), colRegion)
	set(p.column(isDepartmentValue), colDepartment)
	set(p.town, colCommune)
	if k := p.column(isCodeValue); k >= 0 {
		switch h := p.heading(k); {
		case h == "cp" || hasAnyPrefix(h, lexicon.PostalHeadings...):
			set(k, colPostal)
		case hasAnyPrefix(h, lexicon.CommuneCodeHeadings...):
			set(k, colCommuneCode)
		}
	}
	for k := range cols {
		if p.kinds[k] == isOtherValue && !hasAnyPrefix(p.heading(k), lexicon.DetailHeadings...) {
			set(k, colName)
		}
	}
	for k := range cols {
		if p.kinds[k] == isOtherValue {
			set(k, colName)
		}
	}
	for k := range cols {
		if cols[k] != columns {
			continue
		}
		name := fmt.Sprintf("column_%d", k+1)
		if t := strings.Join(strings.FieldsFunc(p.heading(k), func(c rune) bool {
			return (c < 'a' || c > 'z') && (c < '0' || c > '9')
		}), "_"); t != "" {
			name = t
		}
		extra[k] = len(f.extra)
		f.extra = append(f.extra, name)
	}
	return cols, extra
}

// heading returns the heading of a column, folded; "" if none is printed.
func (p *period) heading(k int) string {
	if !p.titled() {
		return ""
	}
	return gazetteer.Fold(p.lines[p.title+k].text)
}

// place finds the commune of a record whose cells are set.
func (rec *record) place() {
	if c := rec.cells[colRegion]; c != nil {
		if g, how := gazetteer.RegionNamed(strings.TrimSpace(c.Text())); how != gazetteer.NotFound {
			rec.region = g.Code
		}
	}
	if c := rec.cells[colDepartment]; c != nil {
		if d, how := gazetteer.DepartmentNamed(strings.TrimSpace(c.Text())); how != gazetteer.NotFound {
			rec.dept = d.Code
		}
	}
	name := rec.cells[colName]
	if name == nil {
		return
	}
	bare := bareName(name.Text())
	rec.key = gazetteer.Fold(bare)
	if rec.cells[colCommune] != nil {
		return
	}
	if isCommune(bare, rec.region, rec.dept) {
		rec.cells[colCommune] = plainCell(name.At(document.Pos{}), bare)
	} else if tail := tailCommune(bare, rec.region, rec.dept); tail != "" {
		rec.cells[colCommune] = plainCell(name.At(document.Pos{}), tail)
	}
}
