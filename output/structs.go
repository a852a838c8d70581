// Results as the structs of package schema, but for records and edits, which are too
// many for reflection (json.go).

package output

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output/schema"
)

// sourceOf is the file that was read.
func sourceOf(d *document.Document) schema.Source {
	return schema.Source{
		Name: d.Name, SHA256: d.SHA256, Format: d.Format,
		Encoding: schema.Text(d.Encoding), Pages: schema.Count(len(d.Pages)),
	}
}

// sourceOfResult has the profile that was followed, too.
func sourceOfResult(res *normalize.Result) schema.Source {
	s := sourceOf(res.Document)
	if res.Profile != nil {
		s.Profile = res.Profile.Name
	}
	return s
}

func documentOf(d *document.Document) schema.Document {
	contact := make([]string, len(d.Meta.Contact))
	for i, c := range d.Meta.Contact {
		contact[i] = c.Text
	}
	return schema.Document{
		Title: schema.Text(d.Meta.Title.Text), Date: schema.Text(d.Meta.Date.ISO), DatePrinted: schema.Text(d.Meta.Date.Text),
		Place: schema.Text(d.Meta.Place.Text), Issuer: schema.Text(d.Meta.Issuer.Text), Language: schema.Text(d.Language),
		Contact: contact,
	}
}

func columnOf(c *records.Column) schema.Column {
	return schema.Column{Name: c.Name, Title: schema.Text(c.Title), Type: c.Type.String(), Unit: schema.Text(c.Unit), Derived: c.Derived}
}

func claimOf(c *claims.Claim) schema.Claim {
	out := schema.Claim{
		Text: c.Text, Kind: string(c.Kind), Value: schema.Number(c.Value), Unit: schema.Text(c.Unit), Status: string(c.Status),
		Parts: make([]schema.Number, len(c.Parts)), Why: schema.Text(c.Why), At: atOf(c.At),
	}
	if c.Found != nil {
		n := schema.Number(*c.Found)
		out.Found = &n
	}
	for i, p := range c.Parts {
		out.Parts[i] = schema.Number(p)
	}
	return out
}

// findingOf returns a finding without its edits, of which there may be as many as rows.
func findingOf(f *records.Finding) schema.Finding {
	return schema.Finding{
		Code: f.Code, Level: f.Level.String(), Pass: schema.Text(f.Pass), Table: schema.Count(f.Table), Record: schema.Count(f.Record),
		Why: f.Why, At: atOf(f.At), Edits: []schema.Edit{},
	}
}

// atOf returns what is known of a place, nil for nothing.
func atOf(p document.Pos) *schema.At {
	if p == (document.Pos{}) {
		return nil
	}
	at := &schema.At{Page: int(p.Page), Line: int(p.Line)}
	if p.Box != nil && !p.Box.IsZero() {
		at.Box = &schema.Box{p.Box.X0, p.Box.Y0, p.Box.X1, p.Box.Y1}
	}
	return at
}
