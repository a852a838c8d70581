// What a profile says of columns: which printed column is which, and what it takes.

package profile

import (
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/places"
)

// Printed returns the columns of the profile that are printed as columns.
func (p *Profile) Printed() (out []*Column) {
	for i := range p.Columns {
		if !p.Columns[i].Above {
			out = append(out, &p.Columns[i])
		}
	}
	return out
}

// Groups returns a function that maps a heading to the column that it fills: one that,
// by the profile, is printed above the rows, and whose allowed values include the
// heading. It returns nil if the profile has no such column.
func (p *Profile) Groups() func(heading string) (column string, ok bool) {
	if p == nil {
		return nil
	}
	columns := map[string]string{} // by folded value
	for i := range p.Columns {
		if c := &p.Columns[i]; c.Above {
			for _, value := range c.Allowed {
				columns[fold.Words(value)] = c.Name
			}
		}
	}
	delete(columns, "")
	if len(columns) == 0 {
		return nil
	}
	return func(heading string) (string, bool) {
		column, ok := columns[fold.Words(heading)]
		return column, ok
	}
}

// Titled reports whether a heading is one of those that the profile gives.
func (c *Column) Titled(title string) bool { return c.Titles.Has(title) }

// Kind returns the name of the column that takes the same values, "" for any text.
func (c *Column) Kind() string {
	if c == nil || c.Type == "" {
		return ""
	}
	return TypeNamed(c.Type).kind
}

// Accepts reports whether the column takes s. known is false for columns that
// take any text.
func (c *Column) Accepts(p *places.Places, s string) (ok, known bool) {
	switch {
	case c.Missing.Has(s):
		return true, true
	case len(c.Allowed) > 0:
		return c.Allowed.Has(s), true
	case c.Type == "commune":
		return gazetteer.CommunesNamed(s) != nil, false // hamlets and quarters are no communes
	}
	kind := c.Kind()
	if kind == "" && c.Type == "" {
		kind = c.Name
	}
	return p.Accepts(kind, s)
}

// TotalWords returns the words that open a total, folded.
func (p *Profile) TotalWords() []string {
	if p == nil || len(p.Totals) == 0 {
		return nil
	}
	words := make([]string, len(p.Totals))
	for i, w := range p.Totals {
		words[i] = fold.Words(w)
	}
	return words
}

// Skips returns the pattern by which a row that prints text is no record, nil if the
// row is one.
func (p *Profile) Skips(text string) *Pattern {
	if p == nil {
		return nil
	}
	text, _ = forms.Tidy(text)
	return p.Skip.In(text)
}
