// The section pass finds the rows that are not records but name or sum up others.

package normalize

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/records"
)

var sectionPass = pass{
	name: "section",
	doc:  "separate rows that name the rows below, totals and notes from records",
	run:  runSection,
}

// runSection walks down the table and gives rows that are no records their roles.
func runSection(t *bind.Table) []records.Finding {
	if t.List > 0 {
		return nil // the rows of a list have their headings already
	}
	s := sectioner{t: t, name: t.Col("name"), sum: summer{t: t}, full: -1}
	s.halves = joiner{t: t, name: s.name}
	s.totals = records.Finding{Code: records.CodeTotal, Why: "the row sums up others: it is no record"}
	for i, r := range t.Rows {
		if r.Role == records.Data {
			s.row(i, r)
			continue
		}
		s.section = ""
		if r.Role == records.Section {
			first, _ := bind.PrintedCells(r)
			s.section = r.Text(first)
		}
	}
	if len(s.totals.Edits) > 0 {
		s.totals.Record = int(s.totals.Edits[0].Record)
		s.found = append(s.found, s.totals)
	}
	return s.found
}

// A sectioner holds what the rows above have shown.
type sectioner struct {
	t       *bind.Table
	name    int
	halves  joiner
	sum     summer
	above   *records.Record // the last row that may be a record, nil after a section row
	section string          // the section row right above, "" if there is none
	totals  records.Finding // of all total rows
	full    int             // index of the last row that prints several cells, -1 before it is looked for
	found   []records.Finding
}

// row gives a row its role, unless it is a record.
func (s *sectioner) row(i int, r *records.Record) {
	last := s.above
	s.above = r
	first, only := bind.PrintedCells(r)
	if first < 0 {
		return
	}
	text := r.Cells[first].Text
	parent := s.t.ParentRows[r.ID]
	total := !parent && s.isTotal(i, r, first, only)
	if !parent && !total {
		if f := sumRow(s.t, &s.sum, i, first, s.totals.Edits); f != nil {
			s.found = append(s.found, *f)
			return
		}
	}
	switch {
	case parent:
		s.setRole(r, records.Section, records.CodeSection, fmt.Sprintf("%q and the cells beside it hold for the rows below, which leave these columns blank", text))
		s.above = nil
	case total || isPart(text, last, s.totals.Edits):
		s.totals.Edits = s.t.AppendEdit(s.totals.Edits, records.Edit{Op: records.SetRole, Role: records.Total, Record: int32(r.ID)})
	case isClosing(s.t, text, first, only) && i > 1:
		s.setRole(r, records.Note, records.CodeNote, fmt.Sprintf("%q closes the release: it is no row of the table", text))
		s.above = last
	case !only || first >= len(s.t.Columns):
		s.section = ""
	case last != nil && s.t.GroupRows[r.ID] == 0 && s.halves.halfOf(first, last.Text(first), text):
		// "Loire" below "Pays de la"
	default:
		s.lone(i, r, first)
	}
}

// isTotal reports whether row i, whose first printed cell is first, sums up others.
func (s *sectioner) isTotal(i int, r *records.Record, first int, only bool) bool {
	c := totalCell(s.t, r, first)
	return c >= 0 && (only || restAreFigures(s.t, r, c)) && s.sum.isTotal(i, c, only, s.totals.Edits, openGroups(s.t, i, first))
}

// lone gives a row that prints only the cell in column col its role: a section row, a
// note or, as it was, a record.
func (s *sectioner) lone(i int, r *records.Record, col int) {
	t, text, src := s.t, r.Cells[col].Text, r.Cells[col].Src
	width := len(t.PrintedColumns())
	l := bind.Lonely{
		Text: text, Spans: src != nil && width > 1 && int(src.Span().Cols) >= width, Column: t.Columns[col].Means(),
		IsName: col == s.name || src != nil && src == r.Src(s.name), Above: s.section, Depth: t.GroupRows[r.ID], Plain: t.PlainGroups,
		Last: s.isLast(i),
	}
	kind := bind.SectionKind(t.Places, l, width, t.SectionsInNames)
	s.section = ""
	switch kind {
	case "":
		return
	case "note":
		s.setRole(r, records.Note, records.CodeNote, fmt.Sprintf("%q is a note inside the table", text))
		return
	}
	to := t.Col(kind)
	if to < 0 {
		return
	}
	s.section, s.above = text, nil
	f := records.Finding{
		Code: records.CodeSection, Record: r.ID, Why: fmt.Sprintf("%q is alone in its row: it names the rows below", text),
		Edits: []records.Edit{{Op: records.SetRole, Role: records.Section, Record: int32(r.ID)}},
	}
	if to != col {
		f.Edits = t.AppendEdit(f.Edits, records.Edit{Op: records.Move, Record: int32(r.ID), Col: int32(col), To: int16(to)})
	}
	s.found = append(s.found, f)
}

// isLast reports whether no row below the one at index i prints several cells.
func (s *sectioner) isLast(i int) bool {
	if s.full < 0 {
		s.full = len(s.t.Rows)
		for s.full > 0 {
			s.full--
			if first, only := bind.PrintedCells(s.t.Rows[s.full]); first >= 0 && !only {
				break
			}
		}
	}
	return i > s.full
}

// setRole reports that r is no record but has role.
func (s *sectioner) setRole(r *records.Record, role records.Role, code, why string) {
	s.found = s.t.AppendFinding(s.found, records.Finding{
		Code: code, Record: r.ID, Why: why,
		Edits: []records.Edit{{Op: records.SetRole, Role: role, Record: int32(r.ID)}},
	})
}

// isClosing reports whether a cell begins the text after a release: "Fait à Paris, le
// 12 mars 2024", "Contact presse". Either the column does not accept it or the row
// prints nothing else, since a table of contacts has rows like these.
func isClosing(t *bind.Table, text string, col int, only bool) bool {
	if len(text) < 7 || len(text) > places.MaxPlace || text[0]|0x20 != 'f' && text[0]|0x20 != 'c' {
		return false // most rows end here
	}
	f := fold.Words(text)
	if !(strings.HasPrefix(f, "fait a ") && strings.Contains(f, " le ")) && !strings.HasPrefix(f, "contact presse") && !strings.HasPrefix(f, "contacts presse") {
		return false
	}
	ok, known := t.Accepts(col, text)
	return only || known && !ok
}
