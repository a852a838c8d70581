// Explanations: how one record came to be. They are read from the ledger of changes,
// the edits in the findings, like all provenance.

package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// An Explanation is how one record came to be.
type Explanation struct {
	Source   string // name of the document
	Table    *records.Table
	Row      int // 1-based among the records of the table
	ID       int // Record.ID
	At       document.Pos
	Cells    []ExplainedCell    // one a column of the table
	Findings []*records.Finding // about the record, without a change to its cells
	Role     []Change           // changes of the row as a whole
	res      *normalize.Result
}

// An ExplainedCell is a value, what was printed for it, and the changes between.
type ExplainedCell struct {
	Column     *records.Column
	Value      string
	Printed    string
	HasPrinted bool // something was printed here, if only a blank cell
	At         document.Pos
	Changes    []Change // in the order in which they were made
}

// A Change is an edit with the finding that it belongs to.
type Change struct {
	Finding  *records.Finding
	Edit     *records.Edit
	From, To string // column names of a Move
}

// Explain explains record number row, from 1, of the table with the given ID, or of the
// main table for MainTable. Its error says which tables and rows there are.
func Explain(res *normalize.Result, table, row int) (*Explanation, error) {
	ts := Chosen(res, Options{Table: table})
	switch {
	case len(res.Tables) == 0:
		return nil, fmt.Errorf("no table or list found")
	case table == AllTables:
		return nil, fmt.Errorf("a row is explained in one table; there are %d", len(res.Tables))
	case len(ts) == 0:
		return nil, NoTable(table, len(res.Tables))
	}
	t := ts[0]
	records := t.Records()
	if row < 1 || row > len(records) {
		return nil, fmt.Errorf("no row %d; table %d has %d", row, t.ID, len(records))
	}
	r := records[row-1]
	e := &Explanation{Source: res.Document.Name, Table: t, Row: row, ID: r.ID, At: r.At, res: res}
	for i := range t.Columns {
		if t.Columns[i].Dropped {
			continue
		}
		c := ExplainedCell{Column: &t.Columns[i], Value: r.Text(i)}
		if i < len(r.Cells) && r.Cells[i].Src != nil && !r.Cells[i].Src.Covered() {
			c.Printed, c.HasPrinted, c.At = r.Cells[i].Src.Text(), true, r.Cells[i].Src.At(r.At)
		}
		e.Cells = append(e.Cells, c)
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.Table != t.ID {
			continue
		}
		changed := false
		for k := range f.Edits {
			if f.Edits[k].Covers(r.ID) {
				e.add(f, &f.Edits[k])
				changed = true
			}
		}
		if !changed && f.Record == r.ID {
			e.Findings = append(e.Findings, f)
		}
	}
	return e, nil
}

// add puts a change where it belongs: to a cell, or to the row.
func (e *Explanation) add(f *records.Finding, edit *records.Edit) {
	ch := Change{Finding: f, Edit: edit}
	col := edit.Col
	switch edit.Op {
	case records.SetRole:
		e.Role = append(e.Role, ch)
		return
	case records.Move:
		ch.From, ch.To = columnName(e.Table, edit.Col), columnName(e.Table, int32(edit.To))
		col = int32(edit.To)
	}
	if col >= 0 && int(col) < len(e.Cells) {
		e.Cells[col].Changes = append(e.Cells[col].Changes, ch)
	}
}

// Printed returns the row as printed, with its cells between bars.
func (e *Explanation) Printed() string {
	var b strings.Builder
	b.WriteString("|")
	r := e.Table.Record(e.ID)
	for _, i := range e.printedOrder(len(r.Cells)) {
		if src := r.Cells[i].Src; src != nil && !src.Covered() {
			b.WriteString(" " + src.Text() + " |")
		}
	}
	return b.String()
}

// printedOrder returns the cells of a row of n cells in the order of the printed columns,
// without those of columns that are not printed there.
func (e *Explanation) printedOrder(n int) []int {
	var order []int
	place := func(i int) int {
		if i < len(e.Table.Columns) {
			return e.Table.Columns[i].Printed
		}
		return i
	}
	for i := range n {
		if place(i) >= 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(place(a), place(b)) })
	return order
}

// JSON returns the explanation as one JSON object.
func (e *Explanation) JSON() []byte {
	b := []byte{'{'}
	b = appendString(appendKey(b, "source"), e.Source)
	b = appendID(appendKey(b, "table"), e.Table.ID)
	b = appendID(appendKey(b, "row"), e.Row)
	b = appendID(appendKey(b, "id"), e.ID)
	b = appendPos(appendKey(b, "at"), e.At)
	b = append(appendKey(b, "cells"), '[')
	for i := range e.Cells {
		c := &e.Cells[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, "\n {"...)
		b = appendString(appendKey(b, "column"), c.Column.Name)
		b = appendValue(appendKey(b, "value"), c.Column.Type, c.Value)
		b = appendKey(b, "printed")
		if c.HasPrinted {
			b = appendString(b, c.Printed)
		} else {
			b = append(b, "null"...)
		}
		b = appendPos(appendKey(b, "at"), c.At)
		b = append(appendKey(b, "changes"), '[')
		for k := range c.Changes {
			if k > 0 {
				b = append(b, ',')
			}
			b = e.appendChange(b, &c.Changes[k])
		}
		b = append(b, "]}"...)
	}
	b = append(appendKey(append(b, ']'), "findings"), '[')
	for i, f := range e.Findings {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendFinding(append(b, '\n'), e.res, f)
	}
	return append(b, "]}"...)
}

func (e *Explanation) appendChange(b []byte, ch *Change) []byte {
	b = append(b, '{')
	b = appendString(appendKey(b, "pass"), ch.Finding.Pass)
	b = appendString(appendKey(b, "code"), ch.Finding.Code)
	b = appendString(appendKey(b, "level"), ch.Finding.Level.String())
	b = appendEdit(b, e.Table, ch.Edit)
	b = appendString(appendKey(b, "why"), ch.Finding.Why)
	return append(b, '}')
}
