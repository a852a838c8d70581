// The section pass: rows that are no records but name or sum up the others.

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
	doc:  "tell rows that name the rows below, totals and notes from records",
	run:  runSection,
}

func runSection(t *bind.Table) (found []records.Finding) {
	if t.List > 0 {
		return nil // a list was read with all that holds for its rows
	}
	totals := records.Finding{Code: records.CodeTotal, Why: "the row sums up others: it is no record"}
	name := t.Col("name")
	halves := joiner{t: t, name: name}
	var above *records.Record
	section := "" // the section row right above
	sum := summer{t: t}
	for i, r := range t.Rows {
		if r.Role != records.Data {
			section = ""
			if r.Role == records.Section {
				first, _ := bind.PrintedCells(r)
				section = r.Text(first)
			}
			continue
		}
		last := above
		above = r
		first, only := bind.PrintedCells(r)
		if first < 0 {
			continue
		}
		text := r.Cells[first].Text
		if t.ParentRows[r.ID] {
			found = t.AppendFinding(found, records.Finding{
				Code: records.CodeSection, Record: r.ID, Why: fmt.Sprintf("%q and what stands beside it hold for the rows below, which leave these columns blank", text),
				Edits: []records.Edit{{Op: records.SetRole, Role: records.Section, Record: int32(r.ID)}},
			})
			above = nil
			continue
		}
		if at := totalCell(t, r, first); at >= 0 && (only || restAreFigures(t, r, at)) && sum.isTotal(i, at, only, totals.Edits, openGroups(t, i, first)) || isPart(text, last, totals.Edits) {
			totals.Edits = t.AppendEdit(totals.Edits, records.Edit{Op: records.SetRole, Role: records.Total, Record: int32(r.ID)})
			continue
		}
		if f := sumRow(t, &sum, i, first, totals.Edits); f != nil {
			found = append(found, *f)
			continue
		}
		if isClosing(t, text, first, only) && i > 1 {
			found = t.AppendFinding(found, records.Finding{
				Code: records.CodeNote, Record: r.ID, Why: fmt.Sprintf("%q closes the release: it is no row of the table", text),
				Edits: []records.Edit{{Op: records.SetRole, Role: records.Note, Record: int32(r.ID)}},
			})
			above = last
			continue
		}
		if !only || first >= len(t.Columns) {
			section = ""
			continue
		}
		if last != nil && t.GroupRows[r.ID] == 0 && halves.halfOf(first, last.Text(first), text) {
			continue // "Loire" below "Pays de la"
		}
		width := len(t.PrintedColumns())
		src := r.Cells[first].Src
		l := bind.Lonely{
			Text: text, Spans: src != nil && width > 1 && int(src.Span().Cols) >= width, Column: t.Columns[first].Means(),
			IsName: first == name || src != nil && src == r.Src(name), Above: section, Depth: t.GroupRows[r.ID], Plain: t.PlainGroups,
		}
		kind := bind.SectionKind(t.Places, l, width, t.SectionsInNames)
		section = ""
		switch kind {
		case "":
		case "note":
			found = t.AppendFinding(found, records.Finding{
				Code: records.CodeNote, Record: r.ID, Why: fmt.Sprintf("%q is a note inside the table", text),
				Edits: []records.Edit{{Op: records.SetRole, Role: records.Note, Record: int32(r.ID)}},
			})
		default:
			to := t.Col(kind)
			if to < 0 {
				continue
			}
			section, above = text, nil
			f := records.Finding{
				Code: records.CodeSection, Record: r.ID, Why: fmt.Sprintf("%q stands alone across the table: it names the rows below", text),
				Edits: []records.Edit{{Op: records.SetRole, Role: records.Section, Record: int32(r.ID)}},
			}
			if to != first {
				f.Edits = t.AppendEdit(f.Edits, records.Edit{Op: records.Move, Record: int32(r.ID), Col: int32(first), To: int16(to)})
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
