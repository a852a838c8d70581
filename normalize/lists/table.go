// Tables: lists that were joined become one with columns; what of the document
// they hold, and what they leave.

package lists

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// add makes one list of what was joined.
func (res *Result) add(g []*found) {
	first := g[0]
	out := List{Block: first.lines[0].block, At: first.lines[0].at, Part: first.lines[0].part, Title: titleOf(first.run)}
	var has [columns]bool
	has[colName] = true
	for _, f := range g {
		f.fillSection()
		for i := range f.records {
			for c, cell := range f.records[i].cells {
				has[c] = has[c] || cell != nil
			}
		}
	}
	var order []column
	for c := range columns {
		if has[c] {
			order = append(order, c)
			out.Columns = append(out.Columns, columnNames[c])
		}
	}
	if first.own != "" && has[colSection] {
		out.Columns[0] = first.own
	}
	out.Columns = append(out.Columns, first.extra...)
	for _, f := range g {
		for i := range f.records {
			out.Rows = append(out.Rows, f.records[i].row(order, len(first.extra)))
		}
		out.Counts = append(out.Counts, f.counts...)
		for _, n := range f.notes {
			n.List = len(res.Lists)
			res.Notes = append(res.Notes, n)
		}
	}
	res.Lists = append(res.Lists, out)
}

// titleOf returns the heading above a run.
func titleOf(u *run) string {
	if l := u.lead; l != nil && l != u.title && l.kind == headingLine {
		return label(l.text)
	}
	if u.title != nil {
		return label(u.title.text)
	}
	return ""
}

// fillSection puts the title of a list that is told apart by it into its records.
func (f *found) fillSection() {
	t := f.run.title
	if !f.sectioned || t == nil {
		return
	}
	for i := range f.records {
		if rec := &f.records[i]; rec.cells[colSection] == nil {
			rec.cells[colSection] = plainCell(t.at, label(t.text))
		}
	}
}

// row makes the row of a record: the cells of order, then further ones.
func (rec *record) row(order []column, further int) document.Row {
	row := document.Row{At: rec.at, Cells: make([]document.Cell, len(order)+further)}
	for k, c := range order {
		if cell := rec.cells[c]; cell != nil {
			row.Cells[k] = *cell
		}
	}
	for k := range min(further, len(rec.extra)) {
		if cell := rec.extra[k]; cell != nil {
			row.Cells[len(order)+k] = *cell
		}
	}
	return row
}

// taken tells the blocks whose lines all stand in lists.
func (r *reader) taken(res *Result) {
	other := make([]bool, len(r.doc.Blocks))
	for i := range r.lines {
		l := r.lines[i].line
		if l.touched {
			res.Taken[l.block] = true
		} else {
			other[l.block] = true
		}
	}
	for i := range other {
		if other[i] {
			res.Taken[i] = false
		}
	}
}

// unread reports the text of a list that ended in no record.
func (r *reader) unread(f *found) {
	for i := range f.lines {
		l := f.lines[i].line
		quickSort(l.used)
		from := 0
		tell := func(to int) {
			if to <= from {
				return
			}
			s := trimMember(l.text, span{from, to})
			if s.from < s.to && hasLetter(s.of(l.text)) {
				f.note(records.CodeListUnread, Doubt, l.at, "%q stands in the list but belongs to no entry", clip(s.of(l.text)))
			}
		}
		for _, u := range l.used {
			tell(u.from)
			from = max(from, u.to)
		}
		tell(len(l.text))
	}
}
