// Sightings: all candidates with their evidence, for a person who asks why a list was
// missed or misread.

package lists

import (
	"fmt"
	"slices"

	"github.com/pressoir/pressoir/extract/document"
)

// A Sighting is one candidate as a person looks at it: what it would read, and the
// evidence for and against it.
type Sighting struct {
	Kind   string // bullets, lines, sentence, cells, records
	At     document.Pos
	Lead   string
	Score  float64
	Chosen bool
	Why    []string // "+1.0 led in", "-0.6 sentences"
	Doubts []string
	Fields []string
	Rows   [][]string // the first ones
	Count  int        // of all rows
}

// Sight returns all candidates of doc, the best first. It is for finding out why a
// list was missed or misread.
func Sight(doc *document.Document, facts Facts) []Sighting {
	r := newReader(doc, facts)
	if r.refused {
		return nil
	}
	cs := r.find()
	chosen := r.choose(cs)
	out := make([]Sighting, 0, len(cs))
	for _, c := range cs {
		s := Sighting{Kind: c.kind, At: c.entries[0].text.l.at, Lead: c.lead.text(), Score: c.score, Chosen: slices.Contains(chosen, c), Doubts: c.doubts, Count: len(c.sheet.from)}
		for _, w := range c.why {
			s.Why = append(s.Why, fmt.Sprintf("%+.1f %s", w.weight, w.name))
		}
		for _, f := range c.sheet.fields {
			s.Fields = append(s.Fields, f.name+"<"+f.by)
		}
		for i := range min(len(c.sheet.from), 40) {
			var row []string
			for _, h := range c.entries[c.sheet.from[i]].heads {
				row = append(row, "["+h.text.text()+"]")
			}
			for _, f := range c.sheet.fields {
				row = append(row, f.cells[i].text())
			}
			s.Rows = append(s.Rows, row)
		}
		out = append(out, s)
	}
	return out
}
