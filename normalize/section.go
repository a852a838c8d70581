// The section pass: rows that are no records but name or sum up the others.

package normalize

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

var sectionPass = pass{
	name: "section",
	doc:  "tell rows that name the rows below, totals and notes from records",
	run:  runSection,
}

func runSection(t *bound) (found []records.Finding) {
	if t.list > 0 {
		return nil // a list was read with all that holds for its rows
	}
	totals := records.Finding{Code: "total", Why: "the row sums up others: it is no record"}
	name := t.Col("name")
	halves := joiner{t: t, name: name}
	var above *records.Record
	section := "" // the section row right above
	sum := summer{t: t}
	for i, r := range t.Rows {
		if r.Role != records.Data {
			section = ""
			if r.Role == records.Section {
				first, _ := printedCells(r)
				section = r.Text(first)
			}
			continue
		}
		last := above
		above = r
		first, only := printedCells(r)
		if first < 0 {
			continue
		}
		text := r.Cells[first].Text
		if at := totalCell(t, r, first); at >= 0 && (only || restAreFigures(t, r, at)) && sum.isTotal(i, at, only, totals.Edits) || isPart(text, last, totals.Edits) {
			totals.Edits = t.Push(totals.Edits, records.Edit{Op: records.SetRole, Role: records.Total, Record: int32(r.ID)})
			continue
		}
		if isClosing(t, text, first, only) && i > 1 {
			found = t.PushFinding(found, records.Finding{
				Code: "note", Record: r.ID, Why: fmt.Sprintf("%q closes the release: it is no row of the table", text),
				Edits: []records.Edit{{Op: records.SetRole, Role: records.Note, Record: int32(r.ID)}},
			})
			above = last
			continue
		}
		if !only || first >= len(t.Columns) {
			section = ""
			continue
		}
		if last != nil && halves.halfOf(first, last.Text(first), text) {
			continue // "Loire" below "Pays de la"
		}
		width := len(t.printedColumns())
		src := r.Cells[first].Src
		l := lonely{
			text: text, spans: src != nil && width > 1 && int(src.Span().Cols) >= width, column: t.Columns[first].Name,
			isName: first == name || src == r.Cells[name].Src, above: section,
		}
		kind := sectionKind(t.places, l, width, t.sectionsInNames)
		section = ""
		switch kind {
		case "":
		case "note":
			found = t.PushFinding(found, records.Finding{
				Code: "note", Record: r.ID, Why: fmt.Sprintf("%q is a note inside the table", text),
				Edits: []records.Edit{{Op: records.SetRole, Role: records.Note, Record: int32(r.ID)}},
			})
		default:
			to := t.Col(kind)
			if to < 0 {
				continue
			}
			section, above = text, nil
			f := records.Finding{
				Code: "section", Record: r.ID, Why: fmt.Sprintf("%q stands alone across the table: it names the rows below", text),
				Edits: []records.Edit{{Op: records.SetRole, Role: records.Section, Record: int32(r.ID)}},
			}
			if to != first {
				f.Edits = t.Push(f.Edits, records.Edit{Op: records.Move, Record: int32(r.ID), Col: int32(first), To: int16(to)})
			}
			found = append(found, f)
		}
	}
	if len(totals.Edits) > 0 {
		totals.Record = int(totals.Edits[0].Record)
		found = append(found, totals)
	}
	return found
}

// isClosing reports whether a cell opens what stands below releases: "Fait à Paris,
// le 12 mars 2024", "Contact presse". Its column must not take it, or nothing stand
// beside it: a table of contacts holds such rows.
func isClosing(t *bound, text string, col int, only bool) bool {
	if len(text) < 7 || len(text) > places.MaxPlace || text[0]|0x20 != 'f' && text[0]|0x20 != 'c' {
		return false // most rows end here
	}
	f := fold.Words(text)
	if !(strings.HasPrefix(f, "fait a ") && strings.Contains(f, " le ")) && !strings.HasPrefix(f, "contact presse") && !strings.HasPrefix(f, "contacts presse") {
		return false
	}
	ok, known := t.accepts(col, text)
	return only || known && !ok
}

// printedCells returns the first cell of r that prints something and whether it
// is the only one. A name that was copied from another column does not count.
func printedCells(r *records.Record) (first int, only bool) {
	first, only = -1, true
	var src *document.Cell
	for j := range r.Cells {
		c := &r.Cells[j]
		if c.Text == "" || document.IsBlank(c.Text) {
			continue
		}
		if first < 0 {
			first, src = j, c.Src
			continue
		}
		if c.Src != src || src == nil {
			return first, false
		}
	}
	return first, only
}

// A lonely is a row that prints one cell only.
type lonely struct {
	text   string
	spans  bool   // the cell spans the table
	column string // its column
	isName bool   // which says what rows are about
	above  string // the section row right above, "" if a record stands between
}

// sectionKind says what a row with one printed cell is: the name of the column
// that it fills for the rows below, "note", or "" for a record.
func sectionKind(p *places.Places, l lonely, width int, inNames bool) string {
	if strings.HasSuffix(l.text, "-") || l.isName && !l.spans && !inNames || width <= 1 && !inNames {
		return "" // its second half stands below; or the other cells carry on
	}
	region, department := places.Found(p.Region(l.text).How), places.Found(p.Department(l.text).How)
	switch {
	case region && department:
		// Martinique below the section row Martinique is the department.
		if l.above != "" && p.Region(l.above).Code == p.Region(l.text).Code {
			return "department"
		}
		return "region"
	case region:
		return "region"
	case department:
		return "department"
	case l.isName && !l.spans:
		return ""
	case marks.IsLegend(l.text) || strings.HasPrefix(l.text, "(") && strings.HasSuffix(l.text, ")") || strings.HasPrefix(l.text, "*") || strings.HasPrefix(fold.Words(l.text), "source "):
		return "note"
	case l.spans:
		return "section"
	}
	return ""
}

// sectionsInNames reports whether places that stand alone in the column of names
// are sections rather than names: the first row is one, the last is none, and no
// more than a region and a department stand on each other. Where regions or
// departments have a column of their own, they are not.
func (b *binder) sectionsInNames(frags []*fragment, cols []records.Column, name int) bool {
	for _, c := range cols {
		if c.Name == "region" || c.Name == "department" {
			return false
		}
	}
	rows, run, sections := 0, 0, 0
	last := ""
	for _, f := range frags {
		for i := f.header; i < len(f.rows); i++ {
			r := &f.rows[i]
			j := r.Lone()
			text := ""
			if j >= 0 && f.column(j) == name {
				text, _ = forms.Tidy(r.Cells[j].Text())
			}
			switch {
			case text != "" && isTotal(b.places, text):
				continue
			case j < 0 && len(r.Cells) > 0 && allBlank(r):
				continue
			case text == "" || !places.Found(b.places.Region(text).How) && !places.Found(b.places.Department(text).How):
				if rows == 0 && sections == 0 && len(f.groups(true)) == 0 {
					return false
				}
				rows++
				run = 0
				continue
			}
			sections++
			if run++; run > 2 || run == 2 && !places.Found(b.places.Region(last).How) {
				return false
			}
			last = text
		}
	}
	return sections > 0 && rows > 0 && run == 0
}

func allBlank(r *document.Row) bool {
	for i := range r.Cells {
		if !document.IsBlank(r.Cells[i].Text()) {
			return false
		}
	}
	return true
}

// sectionKinds says which columns headings and section rows fill.
func (b *binder) sectionKinds(frags []*fragment, cols []records.Column) map[string]bool {
	kinds := map[string]bool{}
	name := subject(cols)
	b.inNames = b.sectionsInNames(frags, cols, name)
	above := ""
	for i, f := range frags {
		for _, g := range f.groups(i == 0) {
			kinds[g.kind] = true
		}
		for row := f.header; row < len(f.rows); row++ {
			r := &f.rows[row]
			if len(cols) < 2 && !b.inNames {
				break
			}
			if len(r.Cells) > 1 && !document.IsBlank(r.Cells[0].Text()) && !document.IsBlank(r.Cells[1].Text()) {
				above = ""
				continue // most rows end here
			}
			j := r.Lone()
			k := -1
			if j >= 0 && b.profile.Skips(r.Cells[j].Text()) == nil {
				k = f.column(j)
			}
			if k < 0 || k >= len(cols) {
				continue
			}
			text, _ := forms.Tidy(r.Cells[j].Text())
			if isTotal(b.places, text) {
				above = ""
				continue
			}
			l := lonely{
				text: text, spans: len(cols) > 1 && int(r.Cells[j].Span().Cols) >= len(cols),
				column: cols[k].Name, isName: k == name, above: above,
			}
			kind := sectionKind(b.places, l, len(cols), b.inNames)
			above = ""
			if kind != "" && kind != "note" {
				kinds[kind] = true
				above = text
			}
		}
	}
	return kinds
}

// style is how the numbers of the table are to be read.
func (t *bound) style() forms.Style {
	if t.english {
		return forms.English
	}
	return forms.French
}
