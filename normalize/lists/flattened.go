// Flattened tables: rows that stand behind each other on one line, and tables
// whose rows became the cells of a single one.

package lists

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// minFlatCells is how many cells a row must have to be taken for a whole table.
const minFlatCells = 9

// readFlattened reads the lines and tables that are flattened, and takes them
// out of the runs.
func (r *reader) readFlattened() {
	for i := range r.lines {
		s := &r.lines[i]
		var f *found
		switch {
		case s.line.kind == tableLine:
			f = r.flatTable(s.table, s.line)
		case s.kind == proseShape || s.kind == nameShape || s.kind == enumShape:
			f = r.flatLine(s)
		}
		if f == nil || poorText(s.text) != "" {
			continue
		}
		r.takeWhole(f, i)
		s.touched, s.kind = true, proseShape
	}
}

// takeWhole keeps a table that was found in the lines from i on, which are in
// no run.
func (r *reader) takeWhole(f *found, i int) {
	f.run = &run{lines: f.lines, title: r.first}
	if i > 0 && r.lines[i-1].line.kind == headingLine {
		f.run.title = r.lines[i-1].line
	}
	for k := range f.lines {
		f.lines[k].touched = true
	}
	r.found = append(r.found, f)
}

// flatTable reads a table of one row, or of one column, whose cells are those
// of a table of several columns.
func (r *reader) flatTable(t *document.Table, l *line) *found {
	if !isFlat(t) {
		return nil
	}
	u := &run{}
	delimiter := 0
	for i := range t.Rows {
		r := &t.Rows[i]
		for j := range r.Cells {
			c := &r.Cells[j]
			text := strings.Join(strings.Fields(c.Text()), " ")
			if text == "" {
				continue
			}
			if strings.Trim(text, "-:") == "" {
				delimiter++
				continue
			}
			runs := c.Runs()
			if text != c.Text() {
				style := document.Style{}
				if len(runs) == 1 {
					style = runs[0].Style
				}
				runs = []document.Run{{Text: text, Style: style}}
			}
			cell := &line{block: l.block, at: c.At(r.At), runs: runs, text: text, part: l.part}
			if cell.at == (document.Pos{}) {
				cell.at = l.at
			}
			u.lines = append(u.lines, shaped{line: cell, kind: nameShape})
		}
	}
	f := readRows(u.lines)
	if f == nil || len(f.records) == 0 {
		return nil
	}
	why := fmt.Sprintf("%d cells stand in one row", len(u.lines))
	if len(t.Rows) > 1 {
		why = fmt.Sprintf("%d cells stand in one column", len(u.lines))
	}
	if delimiter > 0 {
		why += fmt.Sprintf("; a line of %d dashes stood among them", delimiter)
	}
	f.note(records.CodeListFlattened, Noted, l.at, "%s: the table was flattened and is read in rows of %d", why, f.period)
	return f
}

// isFlat reports whether t has one row or one column, of some length.
func isFlat(t *document.Table) bool {
	if len(t.Rows) == 1 {
		return len(t.Rows[0].Cells) >= minFlatCells
	}
	for i := range t.Rows {
		if len(t.Rows[i].Cells) != 1 {
			return false
		}
	}
	return len(t.Rows) >= minFlatCells
}

// minFlatRows is how many rows on one line show that it is a table.
const minFlatRows = 3

// A flatRow is where a row of a table begins in a line: its region and department.
type flatRow struct{ region, department gazetteer.Hit }

// flatRows finds the regions in a text with a department of theirs right behind.
func flatRows(text string) []flatRow {
	hits := gazetteer.Scan(0, text)
	if len(hits) < 2*minFlatRows {
		return nil
	}
	var rows []flatRow
	for i := 0; i+1 < len(hits); i++ {
		a := hits[i]
		if a.Kind != gazetteer.KindRegion {
			continue
		}
		j := i + 1
		for j < len(hits) && hits[j].Start < a.End { // a department of the same name
			j++
		}
		if j >= len(hits) || strings.TrimSpace(text[a.End:hits[j].Start]) != "" {
			continue
		}
		for k := j; k < len(hits) && hits[k].Start == hits[j].Start; k++ {
			if d, ok := gazetteer.DepartmentByCode(hits[k].Code); ok && hits[k].Kind == gazetteer.KindDepartment && d.Region == a.Code {
				rows = append(rows, flatRow{a, hits[k]})
				i = k
				break
			}
		}
	}
	return rows
}

// flatLine reads "Région Département Nom Bretagne Finistère Relais A Bretagne
// Morbihan Relais B": a region and a department of it begin each row.
func (r *reader) flatLine(s *shaped) *found {
	text := s.text
	if len(text) < 60 || len(text) > maxLine || strings.Count(text, " ") < 3*minFlatRows {
		return nil
	}
	rows := flatRows(text)
	if len(rows) < minFlatRows {
		return nil
	}
	head := trimSpan(text, span{0, rows[0].region.Start})
	names := make([]span, len(rows))
	towns := make([]int, len(rows)) // where the commune before a name ends
	known := 0
	for i, w := range rows {
		end := len(text)
		if i+1 < len(rows) {
			end = rows[i+1].region.Start
		}
		names[i] = trimSpan(text, span{w.department.End, end})
		if names[i].from >= names[i].to || !nameLike(names[i].of(text)) {
			return nil
		}
		d, _ := gazetteer.DepartmentByCode(w.department.Code)
		if towns[i] = communeEnd(text, names[i], d); towns[i] > 0 && towns[i] < names[i].to {
			known++
		}
	}
	withTowns := float64(known) >= townShare*float64(len(rows)) && namesTowns(head.of(text))
	f := &found{}
	for i, w := range rows {
		cell := func(p span) *document.Cell { return plainCell(s.at, p.of(text)) }
		rec := record{at: s.at}
		rec.cells[colRegion] = cell(span{w.region.Start, w.region.End})
		rec.cells[colDepartment] = cell(span{w.department.Start, w.department.End})
		s.use(span{w.region.Start, names[i].to})
		if withTowns && towns[i] > 0 && towns[i] < names[i].to {
			rec.cells[colCommune] = cell(span{names[i].from, towns[i]})
			names[i] = trimSpan(text, span{towns[i], names[i].to})
		}
		rec.cells[colName] = styledCell(s.at, s.cut(names[i]))
		rec.place()
		f.records = append(f.records, rec)
		if rec.cells[colCommune] != nil {
			f.places++
		}
	}
	s.use(head)
	f.lines = []shaped{*s}
	f.note(records.CodeListFlattened, Noted, s.at, "%d rows stand behind each other on one line; each begins with a region and a department of it", len(rows))
	if head.from < head.to {
		f.note(records.CodeListBanner, Noted, s.at, "%q stands before the rows: a title and the headings of the columns", clip(head.of(text)))
	}
	return f
}

// namesTowns reports whether the headings of columns name one of communes.
func namesTowns(headings string) bool {
	for w := range strings.FieldsSeq(gazetteer.Fold(headings)) {
		if slices.Contains(lexicon.TownHeadings, strings.TrimSuffix(w, "s")) {
			return true
		}
	}
	return false
}
