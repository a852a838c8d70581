// What is known besides records, as tables: documents, claims and findings.

package output

import (
	"strconv"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// A plainTable is a table whose columns are always the same.
type plainTable struct {
	name   string
	fields []Field
	rows   [][]Value
}

// add adds a row; numbers are given as their text.
func (p *plainTable) add(texts ...string) {
	row := make([]Value, len(texts))
	for j, text := range texts {
		row[j] = Value{text, p.fields[j].Type}
	}
	p.rows = append(p.rows, row)
}

func newPlainTable(name string, columns ...string) *plainTable {
	p := &plainTable{name: name}
	numbers := map[string]bool{"pages": true, "tables": true, "records": true, "announced": true, "found": true, "table": true, "record": true}
	for _, c := range columns {
		f := Field{Name: c}
		if numbers[c] {
			f.Type = records.Number
		}
		p.fields = append(p.fields, f)
	}
	return p
}

func documentsOf(docs []*normalize.Result) *plainTable {
	p := newPlainTable("documents", "source", "sha256", "format", "pages", "title", "date", "place", "issuer", "language", "tables", "records")
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
	p := newPlainTable("claims", "source", "verdict", "kind", "announced", "found", "what", "text", "why", "place")
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
	p := newPlainTable("findings", "source", "level", "code", "table", "record", "why", "place")
	for _, res := range docs {
		for i := range res.Findings {
			f := &res.Findings[i]
			p.add(res.Document.Name, f.Level.String(), f.Code, number(f.Table), number(f.Record), f.Why, f.At.String())
		}
	}
	return p
}

func figure(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
