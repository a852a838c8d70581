// Headings in bold type begin a table of their own, on the next page or close below
// another table.

package grid

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// ownHead reports whether lines begin with headings of their own: several texts, all
// bold and none a figure, above a line that is not bold.
func (s *Steps) ownHead(lines []textLine) bool {
	return len(lines) > 1 && s.boldHead(&lines[0]) && !s.Page.Words[lines[1].words[0]].Bold
}

// boldHead reports whether a line looks like headings: several texts, all bold and none
// a figure.
func (s *Steps) boldHead(t *textLine) bool {
	return !s.Page.Typed && s.several(t) && allBold(s.Page, t) && !totalLine(s.Page, t) &&
		!slices.ContainsFunc(t.words, func(i int32) bool { return shape.Numeric(s.Page.Words[i].Text) })
}

// elsewhere in em: texts that begin and end so far from those of the headings above stand
// in other columns.
const elsewhere = 1.5

// otherHead reports whether a run that begins with headings in bold type ends at t
// because the headings of another table begin there: bold too, below rows that are not,
// and in other columns.
func (s *Steps) otherHead(run []textLine, t *textLine) bool {
	n := len(run)
	if n < minRunLines || !s.boldHead(t) || !allBold(s.Page, &run[0]) || s.Page.Words[run[n-1].words[0]].Bold || s.Page.Words[run[n-2].words[0]].Bold {
		return false
	}
	heads, texts := s.texts(&run[0]), s.texts(t)
	if len(heads) != len(texts) {
		return true
	}
	for k := range texts {
		if abs(texts[k].X0-heads[k].X0) > elsewhere*t.size && abs(texts[k].X1-heads[k].X1) > elsewhere*t.size {
			return true
		}
	}
	return false
}

// texts returns the boxes of what wide gaps part on a line.
func (s *Steps) texts(t *textLine) []Box {
	p := s.Page
	var out []Box
	for n, i := range t.words {
		b := p.Words[i].Box
		if n > 0 && !wide(p, &p.Words[t.words[n-1]], &p.Words[i]) {
			out[len(out)-1] = layout.Union(out[len(out)-1], b)
			continue
		}
		out = append(out, b)
	}
	return out
}
