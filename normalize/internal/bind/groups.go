// Groups: what a row that prints a single cell names.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/records"
)

// A Lonely is a row that prints one cell only.
type Lonely struct {
	Text   string
	Spans  bool   // the cell spans the table
	Column string // its column
	IsName bool   // which says what rows are about
	Above  string // the section row right above, "" if a record is between
	Plain  bool   // the group rows of the table are no places, though one may be called like one: Nord, Centre
	Last   bool   // no row that prints several cells follows
	Depth  uint8  // of a row that the whole table shows to be a group row; 0 if it does not
}

// isRecord reports whether the row is a record whatever it says: it prints a name in
// the column of names, and no group.
func (l *Lonely) isRecord(inNames bool) bool {
	return l.Depth == 0 && l.IsName && !l.Spans && !inNames
}

// SectionKind says what a row with one printed cell is: the name of the column
// that it fills for the rows below, "note", or "" for a record.
func SectionKind(p *places.Places, l Lonely, width int, inNames bool) string {
	if width > 1 && l.Last && isNoteText(l.Text) {
		return "note" // a name is not alone at the end of its table and worded like a note
	}
	if l.isRecord(inNames) || l.Depth == 0 && (strings.HasSuffix(l.Text, "-") || width <= 1 && !inNames) {
		return "" // its second half is below; or the other cells carry on
	}
	region, department := places.Found(p.Region(l.Text).How), places.Found(p.Department(l.Text).How)
	if l.Depth > 0 && l.Plain {
		region, department = false, false
	}
	switch {
	case region && department:
		// Martinique below the section row Martinique is the department.
		if l.Above != "" && p.Region(l.Above).Code == p.Region(l.Text).Code {
			return "department"
		}
		return "region"
	case region:
		return "region"
	case department:
		return "department"
	case l.Depth == 0 && l.IsName && !l.Spans:
		return ""
	case isNoteText(l.Text):
		return "note"
	case l.Depth == 2:
		return "section_2"
	case l.Spans || l.Depth == 1:
		return "section"
	}
	return ""
}

// sectionsInNames reports whether places that are alone in their row, in the column of
// names, are sections rather than names: the first row is one, the last is none, and no
// more than a region and a department follow each other. Where regions or departments
// have a column, they are not.
func (b *binder) sectionsInNames(frags []*fragment, cols []records.Column, name int) bool {
	for _, c := range cols {
		if c.Means() == "region" || c.Means() == "department" {
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
			case text != "" && IsTotal(b.Places, text):
				continue
			case j < 0 && len(r.Cells) > 0 && allBlank(r):
				continue
			case text == "" || !places.Found(b.Places.Region(text).How) && !places.Found(b.Places.Department(text).How):
				if rows == 0 && sections == 0 && len(f.groups(true)) == 0 {
					return false
				}
				rows++
				run = 0
				continue
			}
			sections++
			if run++; run > 2 || run == 2 && !places.Found(b.Places.Region(last).How) {
				return false
			}
			last = text
		}
	}
	return sections > 0 && rows > 0 && run == 0
}

// allBlank reports whether a row prints nothing.
func allBlank(r *document.Row) bool {
	for i := range r.Cells {
		if !document.IsBlank(r.Cells[i].Text()) {
			return false
		}
	}
	return true
}

// sectionKinds returns the columns that headings and section rows fill.
func (b *binder) sectionKinds(frags []*fragment, cols []records.Column) map[string]bool {
	kinds := map[string]bool{}
	name := subject(cols)
	b.inNames = b.sectionsInNames(frags, cols, name)
	above := ""
	for i, f := range frags {
		for _, g := range f.groups(i == 0) {
			kinds[g.kind] = true
		}
		if len(f.valued) > 0 {
			kinds["section"] = true
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
			if j >= 0 && b.Profile.Skips(r.Cells[j].Text()) == nil {
				k = f.column(j)
			}
			if k < 0 || k >= len(cols) {
				continue
			}
			l := Lonely{
				Spans:  len(cols) > 1 && int(r.Cells[j].Span().Cols) >= len(cols),
				Column: cols[k].Means(), IsName: k == name, Above: above, Depth: f.groupRows[row], Plain: b.plainGroups,
			}
			if l.isRecord(b.inNames) {
				above = ""
				continue // a name below its group: a table may have nothing else
			}
			l.Text, _ = forms.Tidy(r.Cells[j].Text())
			if IsTotal(b.Places, l.Text) {
				above = ""
				continue
			}
			kind := SectionKind(b.Places, l, len(cols), b.inNames)
			above = ""
			if kind != "" && kind != "note" {
				kinds[kind] = true
				above = l.Text
			}
		}
	}
	return kinds
}
