// This file writes what is known besides rows, where the format has room for it:
// documents, claims and findings.

package merge

import (
	"errors"
	"strconv"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/output"
	"github.com/pressoir/pressoir/output/schema"
)

// aside are the further tables of a file.
type aside struct{ documents, claims, findings output.RowWriter }

// openAside adds the tables to a file, nil if it has no room for them.
func openAside(rows output.RowWriter) (*aside, error) {
	t, ok := rows.(output.Tables)
	if !ok {
		return nil, nil
	}
	a := &aside{}
	for _, of := range []struct {
		w *output.RowWriter
		p output.PlainTable
	}{{&a.documents, output.DocumentsTable}, {&a.claims, output.ClaimsTable}, {&a.findings, output.FindingsTable}} {
		var err error
		if *of.w, err = t.Table(of.p.Name, of.p.Fields); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// add writes what is known of a document.
func (a *aside) add(doc *result) error {
	source, d := doc.Source.Name, &doc.Document
	n := 0
	for i := range doc.Tables {
		n += len(doc.Tables[i].Records)
	}
	err := a.documents.Write(output.DocumentsTable.Row(source, doc.Source.SHA256, doc.Source.Format, count(int(doc.Source.Pages)), string(d.Title),
		string(d.Date), string(d.Place), string(d.Issuer), string(d.Language), strconv.Itoa(len(doc.Tables)), strconv.Itoa(n)))
	if err != nil {
		return err
	}
	for i := range doc.Claims {
		c := &doc.Claims[i]
		found := ""
		if c.Found != nil {
			found = figure(*c.Found)
		}
		if err := a.claims.Write(output.ClaimsTable.Row(source, c.Status, c.Kind, figure(c.Value), found, string(c.Unit), c.Text, string(c.Why), at(c.At))); err != nil {
			return err
		}
	}
	for i := range doc.Findings {
		f := &doc.Findings[i]
		if err := a.findings.Write(output.FindingsTable.Row(source, f.Level, f.Code, count(int(f.Table)), count(int(f.Record)), f.Why, at(f.At))); err != nil {
			return err
		}
	}
	return nil
}

func (a *aside) close() error {
	return errors.Join(a.documents.Close(), a.claims.Close(), a.findings.Close())
}

// count is a number counted from 1, "" for 0.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func figure(n schema.Number) string { return strconv.FormatFloat(float64(n), 'f', -1, 64) }

// at is a place as the other formats write it.
func at(p *schema.At) string {
	if p == nil {
		return ""
	}
	return document.Pos{Page: int32(p.Page), Line: int32(p.Line)}.String()
}
