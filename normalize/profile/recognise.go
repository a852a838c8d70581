// Whether a release is one of a family.

package profile

import (
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
)

// Recognises reports whether doc looks like a release of the family. A profile
// that does not say how to recognise one recognises none.
func (p *Profile) Recognises(doc *document.Document) bool {
	r := &p.Recognise
	if len(r.Issuer)+len(r.Title)+len(r.Headings)+len(r.Text) == 0 {
		return false
	}
	return p.Mismatch(doc) == ""
}

// Mismatch says why doc does not look like a release of the family, "" if it does.
func (p *Profile) Mismatch(doc *document.Document) (why string) {
	r := &p.Recognise
	if len(r.Title) > 0 && r.Title.In(doc.Meta.Title.Text) == nil {
		return fmt.Sprintf("its title has no %s", r.Title)
	}
	issuer := len(r.Issuer) == 0 || r.Issuer.In(doc.Meta.Issuer.Text) != nil
	text, headings := len(r.Text) == 0, len(r.Headings) == 0
	eachText(doc, func(s string, cell bool) bool {
		issuer = issuer || r.Issuer.In(s) != nil
		text = text || r.Text.In(s) != nil
		if cell && !headings {
			f := " " + fold.Words(s) + " "
			for i := range r.Headings {
				headings = headings || r.Headings[i].words == f || r.Headings[i].re != nil && r.Headings[i].in(s, f)
			}
		}
		return !issuer || !text || !headings
	})
	switch {
	case !issuer:
		return fmt.Sprintf("it does not name %s", r.Issuer)
	case !headings:
		return fmt.Sprintf("no table has a column %s", r.Headings)
	case !text:
		return fmt.Sprintf("it does not say %s", r.Text)
	}
	return ""
}

// eachText calls see with the text of each block and of each cell in the first
// rows of each table, until it returns false.
func eachText(doc *document.Document, see func(s string, cell bool) bool) {
	var items func([]document.Item) bool
	items = func(its []document.Item) bool {
		for i := range its {
			if !see(its[i].Text(), false) || !items(its[i].Sub) {
				return false
			}
		}
		return true
	}
	for _, b := range doc.Blocks {
		more := true
		switch b := b.(type) {
		case *document.Heading:
			more = see(b.Text(), false)
		case *document.Paragraph:
			more = see(b.Text(), false)
		case *document.List:
			more = items(b.Items)
		case *document.Table:
			more = see(document.Plain(b.Caption), false)
			for i := range b.Rows[:min(len(b.Rows), recognisedRows)] {
				for j := range b.Rows[i].Cells {
					more = more && see(b.Rows[i].Cells[j].Text(), true)
				}
			}
		}
		if !more {
			return
		}
	}
}

// recognisedRows is the number of rows of a table that are searched for the words of a
// family.
const recognisedRows = 200
