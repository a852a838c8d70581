// Rows: the records of a table, one for each printed row.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// A rowBuilder makes the records of one table. They come from two slabs, since a table
// may have a million rows.
type rowBuilder struct {
	*binder
	t        *Table
	width    int   // printed columns
	columns  []int // by printed column, the column of t
	name     int   // the column of t for names
	nameFrom int   // the column that fills the one for names, -1 where names are printed
	store    []records.Record
	cells    []records.Cell
}

// rows makes the records: one for every printed row, and one for every heading
// above a fragment that names a place.
func (b *binder) rows(t *Table, frags []*fragment, width int) {
	n := 0
	for i, f := range frags {
		n += len(f.rows) + len(f.groups(i == 0)) + len(f.valued)
	}
	rb := rowBuilder{
		binder: b, t: t, width: width, columns: make([]int, width), name: t.Col("name"), nameFrom: -1,
		store: make([]records.Record, 0, n), cells: make([]records.Cell, n*len(t.Columns)),
	}
	for j := range t.Columns {
		if k := t.Columns[j].Printed; k >= 0 {
			rb.columns[k] = j
		}
	}
	if rb.name >= 0 && t.Columns[rb.name].Printed < 0 {
		rb.nameFrom = subject(t.Columns)
	}
	t.Rows = make([]*records.Record, 0, n)
	for i, f := range frags {
		for _, g := range f.groups(i == 0) {
			r := rb.newRecord(g.at, records.Section)
			r.Cells[t.Col(g.kind)] = records.Cell{Text: g.text, Src: g.cell}
		}
		if i > 0 && f.header < len(f.rows) {
			t.Cuts = append(t.Cuts, b.lastID+1+f.header)
		}
		for k := range f.rows {
			if f.valued[k] {
				r := rb.newRecord(f.printed[k].At, records.Section)
				r.Cells[t.Col("section")] = records.Cell{Text: f.rows[k].Cells[0].Text(), Src: &f.printed[k].Cells[0]}
			}
			rb.row(f, k)
		}
	}
}

// newRecord appends a record with blank cells to the table.
func (rb *rowBuilder) newRecord(at document.Pos, role records.Role) *records.Record {
	rb.lastID++
	n := len(rb.t.Columns)
	rb.store = append(rb.store, records.Record{ID: rb.lastID, At: at, Role: role, Cells: rb.cells[:n:n]})
	rb.cells = rb.cells[n:]
	r := &rb.store[len(rb.store)-1]
	rb.t.Rows = append(rb.t.Rows, r)
	return r
}

// row makes the record of row k of f.
func (rb *rowBuilder) row(f *fragment, k int) {
	role := records.Data
	if k < f.header {
		role = records.Head
	}
	r := rb.newRecord(f.printed[k].At, role)
	if f.parents[k] {
		if rb.t.ParentRows == nil {
			rb.t.ParentRows = map[int]bool{}
		}
		rb.t.ParentRows[r.ID] = true
	}
	if depth := f.groupRows[k]; depth > 0 {
		if rb.t.GroupRows == nil {
			rb.t.GroupRows = map[int]uint8{}
		}
		rb.t.GroupRows[r.ID] = depth
	}
	printed := rb.fill(r, f, k)
	if role != records.Data {
		return
	}
	if !printed {
		r.Role = records.Blank
	}
	if rb.nameFrom >= 0 {
		r.Cells[rb.name] = r.Cells[rb.nameFrom]
	}
}

// fill copies the cells of row k of f to r and reports whether any prints something.
// Cells beyond the last column are appended.
func (rb *rowBuilder) fill(r *records.Record, f *fragment, k int) (printed bool) {
	row := &f.printed[k]
	var surplus []string // what a narrowed table keeps in one cell
	for j := range row.Cells {
		c := &row.Cells[j]
		col := f.column(j)
		inTable := j < f.width && col >= 0 && col < rb.width
		if c.IsBlank() && !c.Covered() && c.Span() == (document.Span{}) {
			if inTable {
				r.Cells[rb.columns[col]].Src = c // printed blank, which is not nothing
			}
			continue
		}
		text := c.Text()
		printed = printed || !document.IsBlank(text)
		switch {
		case inTable:
			r.Cells[rb.columns[col]] = records.Cell{Text: text, Src: c}
			if note, ok := f.notes[[2]int{k, j}]; ok && r.Role == records.Data {
				rb.t.Footnotes = append(rb.t.Footnotes, Footnote{Record: r.ID, Col: rb.columns[col], Text: f.rows[k].Cells[j].Text(), Mark: note.mark, Explained: note.explained})
			}
		case f.narrowed && len(r.Cells) > len(rb.t.Columns):
			surplus = append(surplus, text)
		case !document.IsBlank(text):
			r.Cells = append(r.Cells, records.Cell{Text: text, Src: c})
		}
	}
	if surplus != nil {
		c := &r.Cells[len(rb.t.Columns)]
		c.Text += " | " + strings.Join(surplus, " | ")
	}
	return printed
}

// groups returns the places named above a fragment that its rows lie in: for
// the first fragment of a table all that hold, then only new ones.
func (f *fragment) groups(first bool) []group {
	if first {
		return f.context
	}
	return f.above
}
