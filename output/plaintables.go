// What is known besides records, as tables: documents, claims and findings.

package output

import (
	"slices"
	"strconv"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// A plainTable is a table whose columns are always the same, with its rows.
type plainTable struct {
	PlainTable
	rows [][]Value
}

func (p *plainTable) add(texts ...string) { p.rows = append(p.rows, p.Row(texts...)) }

// A PlainTable is the name and the columns of such a table.
type PlainTable struct {
	Name   string
	Fields []Field
}

// The tables of a database or a workbook besides those of records.
var (
	DocumentsTable = plainColumns("documents", "source", "sha256", "format", "pages", "title", "date", "place", "issuer", "language", "tables", "records")
	ClaimsTable    = plainColumns("claims", "source", "verdict", "kind", "announced", "found", "what", "text", "why", "place")
	FindingsTable  = plainColumns("findings", "source", "level", "code", "table", "record", "why", "place")
)

// figureColumns are the columns of those tables that hold numbers.
var figureColumns = []string{"pages", "tables", "records", "announced", "found", "table", "record"}

func plainColumns(name string, columns ...string) PlainTable {
	p := PlainTable{Name: name}
	for _, c := range columns {
		f := Field{Name: c}
		if slices.Contains(figureColumns, c) {
			f.Type = records.Number
		}
		p.Fields = append(p.Fields, f)
	}
	return p
}

// Row returns a row of the table; numbers are given as their text.
func (p *PlainTable) Row(texts ...string) []Value {
	row := make([]Value, len(texts))
	for j, text := range texts {
		row[j] = Value{text, p.Fields[j].Type}
	}
	return row
}

// A Tables is a RowWriter whose file has room for more tables.
type Tables interface {
	RowWriter
	// Table adds a table. It is closed before the file is.
	Table(name string, fields []Field) (RowWriter, error)
}

func documentsOf(docs []*normalize.Result) *plainTable {
	p := &plainTable{PlainTable: DocumentsTable}
	for _, res := range docs {
		d := res.Document
		n := 0
		for _, t := range res.Tables {
			n += CountRecords(t)
		}
		p.add(d.Name, d.SHA256, d.Format, number(len(d.Pages)), d.Meta.Title.Text, d.Meta.Date.ISO, d.Meta.Place.Text,
			d.Meta.Issuer.Text, d.Language, strconv.Itoa(len(res.Tables)), strconv.Itoa(n))
	}
	return p
}

func claimsOf(docs []*normalize.Result) *plainTable {
	p := &plainTable{PlainTable: ClaimsTable}
	for _, res := range docs {
		for i := range res.Claims {
			c := &res.Claims[i]
			found := ""
			if c.Found != nil {
				found = figure(*c.Found)
			}
			p.add(res.Document.Name, string(c.Status), string(c.Kind), figure(c.Value), found, c.Unit, c.Text, c.Why, c.At.String())
		}
	}
	return p
}

func findingsOf(docs []*normalize.Result) *plainTable {
	p := &plainTable{PlainTable: FindingsTable}
	for _, res := range docs {
		for i := range res.Findings {
			f := &res.Findings[i]
			p.add(res.Document.Name, f.Level.String(), f.Code, number(f.Table), number(f.Record), f.Why, f.At.String())
		}
	}
	return p
}

func figure(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
