// What the formats of rows share: the tables, the columns, and the columns that say
// where a row comes from.

package output

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// A sheet is the tables of all documents under one set of columns.
type sheet struct {
	names  []string // all columns: those of the tables, then table, then of provenance
	tables []placed
	extra  []extraColumn
}

// A placed table has the places of its columns in the sheet.
type placed struct {
	res   *normalize.Result
	table *records.Table
	at    []int // column of the sheet -> column of the table, -1 if it has none
	edits *EditWalk

	next, row int // place in table.Rows after the row last asked for, and its number
}

// An extraColumn is a column that no table has.
type extraColumn struct {
	name  string
	kind  records.Type
	value func(p *placed, r *records.Record) string
}

// newSheet returns the sheet of the tables that opt chooses.
func newSheet(docs []*normalize.Result, opt Options) *sheet {
	return newSheetOf(docs, opt, func(res *normalize.Result) []*records.Table { return Chosen(res, opt) })
}

// newSheetOf returns the sheet of the tables that choose returns. Columns are in the
// order in which the tables first have them.
func newSheetOf(docs []*normalize.Result, opt Options, choose func(*normalize.Result) []*records.Table) *sheet {
	s := &sheet{}
	index := map[string]int{}
	for _, res := range docs {
		for _, t := range choose(res) {
			for _, c := range t.Columns {
				if _, ok := index[c.Name]; !ok && !c.Dropped {
					index[c.Name] = len(s.names)
					s.names = append(s.names, c.Name)
				}
			}
			s.tables = append(s.tables, placed{res: res, table: t})
		}
	}
	if len(s.names) == 0 {
		s.names = []string{"name"} // always there, even where no table is
	}
	for i := range s.tables {
		p := &s.tables[i]
		p.at = make([]int, len(s.names))
		for j := range p.at {
			p.at[j] = -1
		}
		for j, c := range p.table.Columns {
			if !c.Dropped {
				p.at[index[c.Name]] = j
			}
		}
		if opt.Provenance {
			p.edits = NewEditWalk(p.res, p.table.ID)
		}
	}
	own := len(s.names)
	table := func(p *placed, _ *records.Record) string { return strconv.Itoa(p.table.ID) }
	if opt.Table == AllTables {
		s.add("table", records.Number, table)
	}
	if opt.Provenance || opt.Many || len(docs) != 1 {
		s.add("source", records.Text, func(p *placed, _ *records.Record) string { return valid(p.res.Document.Name) })
	}
	if opt.Provenance {
		s.add("source_page", records.Number, func(_ *placed, r *records.Record) string { return number(int(r.At.Page)) })
		s.add("source_row", records.Number, func(_ *placed, r *records.Record) string { return number(sourceRow(r)) })
		s.add("source_box", records.Text, func(_ *placed, r *records.Record) string { return boxText(r.At.Bounds()) })
		if opt.Table != AllTables {
			s.add("table", records.Number, table)
		}
		s.add("row", records.Number, func(p *placed, r *records.Record) string { return strconv.Itoa(p.number(r)) })
		s.add("repairs", records.Text, func(p *placed, r *records.Record) string { return p.repairs(r) })
	}
	s.keepApart(own)
	return s
}

// eachOther calls add with the tables besides the main ones: one after the other with
// their IDs if apart says so, which is for one document, else all in one sheet with the
// ID 0 and the column table.
func eachOther(docs []*normalize.Result, opt Options, apart bool, add func(id int, s *sheet) error) error {
	others := func(res *normalize.Result) []*records.Table {
		main := Main(res)
		return slices.DeleteFunc(slices.Clone(res.Tables), func(t *records.Table) bool { return t == main })
	}
	if apart {
		for _, t := range others(docs[0]) {
			one := newSheetOf(docs, opt, func(*normalize.Result) []*records.Table { return []*records.Table{t} })
			if err := add(t.ID, one); err != nil {
				return err
			}
		}
		return nil
	}
	opt.Table = AllTables // the column table distinguishes them
	rest := newSheetOf(docs, opt, others)
	if len(rest.tables) == 0 {
		return nil
	}
	return add(0, rest)
}

func (s *sheet) add(name string, kind records.Type, value func(*placed, *records.Record) string) {
	s.names = append(s.names, name)
	s.extra = append(s.extra, extraColumn{name, kind, value})
}

// keepApart gives those of the first own columns another name that are called like one
// of the others: a table may have a heading "Source" or "Row".
func (s *sheet) keepApart(own int) {
	for i, name := range s.names[:own] {
		if slices.Contains(s.names[own:], name) {
			s.names[i] = FreeName(name, s.names)
		}
	}
}

// FreeName returns name with the first of _2, _3 ... that makes it none of taken.
func FreeName(name string, taken []string) string {
	for n := 2; ; n++ {
		if free := name + "_" + strconv.Itoa(n); !slices.Contains(taken, free) {
			return free
		}
	}
}

// number returns the number of a record in its table, from 1, as explain --row takes
// it. Records are asked for in their order.
func (p *placed) number(r *records.Record) int {
	for p.next < len(p.table.Rows) && p.table.Rows[p.next].ID <= r.ID {
		if p.table.Rows[p.next].Role == records.Data {
			p.row++
		}
		p.next++
	}
	return p.row
}

// each calls yield for every record with its values under the names, in order. The
// slice is used again.
func (s *sheet) each(yield func(row []Value) error) error {
	own := s.own()
	row := make([]Value, len(s.names))
	for j := range s.extra {
		row[own+j].Type = s.extra[j].kind
	}
	for i := range s.tables {
		p := &s.tables[i]
		p.next, p.row = 0, 0
		for j := range own {
			row[j].Type = p.typeOf(j)
		}
		for _, r := range p.table.Rows {
			if r.Role != records.Data {
				continue
			}
			for j := range own {
				row[j].Text = r.Text(p.at[j])
			}
			for j := range s.extra {
				row[own+j].Text = s.extra[j].value(p, r)
			}
			if err := yield(row); err != nil {
				return err
			}
		}
	}
	return nil
}

// own returns the number of the sheet's columns that are columns of tables.
func (s *sheet) own() int { return len(s.names) - len(s.extra) }

// sourceRow returns the line of the source in formats that have lines, otherwise the
// number of the row among the printed rows of the document.
func sourceRow(r *records.Record) int {
	if r.At.Line > 0 {
		return int(r.At.Line)
	}
	return r.ID
}

// typeOf returns the type of a column of the sheet in this table.
func (p *placed) typeOf(j int) records.Type {
	if p.at[j] < 0 {
		return records.Text
	}
	return p.table.Columns[p.at[j]].Type
}

// repairs returns the passes that changed a record, in the order in which they
// ran: "shift carry".
func (p *placed) repairs(r *records.Record) string {
	names := ""
	for _, ref := range p.edits.Of(r.ID) {
		pass := p.res.Findings[ref.Finding].Pass
		switch {
		case names == "":
			names = pass
		case !slices.Contains(strings.Fields(names), pass):
			names += " " + pass
		}
	}
	return names
}

// valid returns text as UTF-8: names of files may be others.
func valid(text string) string { return strings.ToValidUTF8(text, "\ufffd") }

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// boxText returns "x0 top x1 bottom" in points, "" if unknown.
func boxText(b document.Box) string {
	if b.IsZero() {
		return ""
	}
	var buf []byte
	for i, v := range [...]float32{b.X0, b.Y0, b.X1, b.Y1} {
		if i > 0 {
			buf = append(buf, ' ')
		}
		buf = appendPoint(buf, v)
	}
	return string(buf)
}
