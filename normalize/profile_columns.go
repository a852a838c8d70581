// What a profile says of columns: which printed column is which, and what it takes.

package normalize

import (
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// printed returns the columns of the profile that are printed as columns.
func (p *Profile) printed() (out []*ProfileColumn) {
	for i := range p.Columns {
		if !p.Columns[i].Above {
			out = append(out, &p.Columns[i])
		}
	}
	return out
}

// groups returns what tells which column a heading fills: one that the profile
// says is printed above the rows, and whose only values it gives. nil if it has none.
func (p *Profile) groups() func(heading string) (column string, ok bool) {
	if p == nil {
		return nil
	}
	columns := map[string]string{} // by folded value
	for i := range p.Columns {
		if c := &p.Columns[i]; c.Above {
			for _, value := range c.Allowed {
				columns[fold(value)] = c.Name
			}
		}
	}
	delete(columns, "")
	if len(columns) == 0 {
		return nil
	}
	return func(heading string) (string, bool) {
		column, ok := columns[fold(heading)]
		return column, ok
	}
}

// titled reports whether a heading is one of those that the profile gives.
func (c *ProfileColumn) titled(title string) bool { return c.Titles.has(title) }

// kind returns the name of the column that takes the same values, "" for any text.
func (c *ProfileColumn) kind() string {
	if c == nil || c.Type == "" {
		return ""
	}
	return profileType(c.Type).kind
}

// accepts reports whether the column takes s. known is false for columns that
// take any text.
func (c *ProfileColumn) accepts(p *places, s string) (ok, known bool) {
	switch {
	case c.Missing.has(s):
		return true, true
	case len(c.Allowed) > 0:
		return c.Allowed.has(s), true
	case c.Type == "commune":
		return gazetteer.CommunesNamed(s) != nil, false // hamlets and quarters are no communes
	}
	kind := c.kind()
	if kind == "" && c.Type == "" {
		kind = c.Name
	}
	return p.accepts(kind, s)
}

// totals returns the words that open a total, folded.
func (p *Profile) totals() []string {
	if p == nil || len(p.Totals) == 0 {
		return nil
	}
	words := make([]string, len(p.Totals))
	for i, w := range p.Totals {
		words[i] = fold(w)
	}
	return words
}

// skips returns the pattern by which a row that prints text is no record, nil if
// it is one.
func (p *Profile) skips(text string) *Pattern {
	if p == nil {
		return nil
	}
	text, _ = tidy(text)
	return p.Skip.in(text)
}
