// What CSV and JSON Lines share: the tables, the columns, and the columns that say
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
}

// An extraColumn is a column that no table has.
type extraColumn struct {
	name  string
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
	if opt.Table == AllTables {
		s.add("table", func(p *placed, _ *records.Record) string { return strconv.Itoa(p.table.ID) })
	}
	if opt.Provenance || opt.Many || len(docs) != 1 {
		s.add("source", func(p *placed, _ *records.Record) string { return strings.ToValidUTF8(p.res.Document.Name, "\ufffd") })
	}
	if opt.Provenance {
		s.add("source_page", func(_ *placed, r *records.Record) string { return number(int(r.At.Page)) })
		s.add("source_row", func(_ *placed, r *records.Record) string { return number(sourceRow(r)) })
		s.add("source_box", func(_ *placed, r *records.Record) string { return boxText(r.At.Bounds()) })
		s.add("repairs", func(p *placed, r *records.Record) string { return p.repairs(r) })
	}
	return s
}

func (s *sheet) add(name string, value func(*placed, *records.Record) string) {
	s.names = append(s.names, name)
	s.extra = append(s.extra, extraColumn{name, value})
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
