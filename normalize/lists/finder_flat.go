// Flattened rows: a table whose rows follow each other on one line, each with a region
// and a department of it in front.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	minFlatRows = 3   // rows on one line that show that it is a table
	minFlatLine = 60  // bytes of such a line
	townShare   = 0.8 // of the rows that must have a commune before their name for that to be a column
)

// A flatRow is where a row begins in a line: its region and department, and its name.
type flatRow struct {
	region, department gazetteer.Hit
	name               span
	town               int // end of the commune at the beginning of the name, -1 if there is none
}

// findFlat finds "Région Département Nom Bretagne Finistère Relais A Bretagne Morbihan
// Relais B".
func findFlat(us []unit) (out []*candidate) {
	for i := range us {
		u := &us[i]
		if u.wall || len(u.text) < minFlatLine || len(u.text) > maxLine || strings.Count(u.text, " ") < 3*minFlatRows || strings.Count(u.text, ",") > strings.Count(u.text, " ")/minFlatRows {
			continue
		}
		rows := flatRows(u.text)
		if len(rows) < minFlatRows {
			continue
		}
		head := piece{u.line, trimSpan(u.text, span{0, rows[0].region.Start})}
		known := 0
		for k := range rows {
			if rows[k].town > 0 && rows[k].town < rows[k].name.to {
				known++
			}
		}
		towns := float64(known) >= townShare*float64(len(rows)) && namesTowns(head.text())
		c := &candidate{kind: "cells", lo: i, hi: i + 1, led: true}
		for _, w := range rows {
			name := piece{u.line, w.name}
			cells := []piece{{u.line, span{w.region.Start, w.region.End}}, {u.line, span{w.department.Start, w.department.End}}}
			if towns && w.town > 0 && w.town < w.name.to {
				cells = append(cells, piece{u.line, span{w.name.from, w.town}})
				name.span = trimSpan(u.text, span{w.town, w.name.to})
			} else if towns {
				cells = append(cells, piece{})
			}
			c.entries = append(c.entries, entry{unit: i, text: name, skel: "cells", cells: append(cells, name)})
		}
		c.notes = append(c.notes, Note{Code: records.CodeListFlattened, Severity: Noted, At: u.at, Why: "the rows of a table follow each other on one line; each begins with a region and a department of it"})
		if !head.blank() {
			c.notes = append(c.notes, Note{Code: records.CodeListBanner, Severity: Noted, At: u.at, Why: quote(head.text()) + " is before the rows: a title and the headings of the columns"})
		}
		if i > 0 && us[i-1].kind == headingLine {
			c.lead = whole(us[i-1].line)
		}
		out = append(out, c)
	}
	return out
}

// flatRows finds the regions in a text with a department of theirs right after; nil if
// the names after some of them are none.
func flatRows(text string) (rows []flatRow) {
	hits := gazetteer.Scan(0, text)
	for i := 0; i+1 < len(hits); i++ {
		a := hits[i]
		j := i + 1
		for j < len(hits) && hits[j].Start < a.End { // a department of the same name
			j++
		}
		if a.Kind != gazetteer.KindRegion || j >= len(hits) || strings.TrimSpace(text[a.End:hits[j].Start]) != "" {
			continue
		}
		for k := j; k < len(hits) && hits[k].Start == hits[j].Start; k++ {
			if d, ok := gazetteer.DepartmentByCode(hits[k].Code); ok && hits[k].Kind == gazetteer.KindDepartment && d.Region == a.Code {
				rows = append(rows, flatRow{region: a, department: hits[k]})
				i = k
				break
			}
		}
	}
	for k := range rows {
		end := len(text)
		if k+1 < len(rows) {
			end = rows[k+1].region.Start
		}
		w := &rows[k]
		if w.name = trimSpan(text, span{w.department.End, end}); w.name.from >= w.name.to || !nameLike(w.name.of(text)) {
			return nil
		}
		d, _ := gazetteer.DepartmentByCode(w.department.Code)
		w.town = communeEnd(text, w.name, d)
	}
	return rows
}

// namesTowns reports whether the headings of columns name one of communes.
func namesTowns(headings string) bool {
	for w := range strings.FieldsSeq(fold.Words(headings)) {
		if lexicon.ColumnHeadings[w] == "commune" {
			return true
		}
	}
	return false
}
