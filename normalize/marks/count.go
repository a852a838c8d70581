// This file counts the marks that rows show.

package marks

import (
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
)

// An Occurrence is one mark as rows show it, with the number of rows.
type Occurrence struct {
	Kind  Kind
	Sign  string         // of signs and words
	Color document.Color // of fills and text colours
	Rows  int
	turns int // how often it begins again after a row without it; stripes do every time
	last  int // number of the last row that shows it
}

// A Counter counts the marks that rows show.
type Counter struct {
	Found   []Occurrence
	Rows    int     // the number of rows counted
	Affixes []Affix // signs and words that a profile adds
}

// CountRow counts the marks of one row: signs and words of all its cells, type and
// colour of its subject, the cell that says what the row is about.
func (c *Counter) CountRow(cells []*document.Cell, subject *document.Cell) {
	c.Rows++
	for _, cell := range cells {
		if cell == nil || cell.IsBlank() {
			continue
		}
		if sign := edgeSign(cell); sign != "" {
			c.count(SignMark, sign, 0)
		}
		if first, last := edges(cell); MayEndInNewWord(last) || MayBeginWithNewWord(first) {
			if _, word := CutNewWord(cell.Text()); word != "" {
				c.count(WordMark, AnyWord, 0)
			}
		}
	}
	if len(c.Affixes) > 0 {
		c.countAffixes(cells)
	}
	if subject == nil || subject.IsPlain() {
		return
	}
	st := StyleOf(subject.Runs())
	if st.Has(document.Bold) {
		c.count(BoldMark, "", 0)
	}
	if st.Has(document.Italic) {
		c.count(ItalicMark, "", 0)
	}
	if st.Fill != 0 {
		c.count(FillMark, "", st.Fill)
	}
	if st.Color != 0 {
		c.count(ColorMark, "", st.Color)
	}
}

// maxOccurrences is the largest number of different marks that are counted; in a table
// with more colours, none is a mark.
const maxOccurrences = 64

// count counts a mark once for the current row.
func (c *Counter) count(kind Kind, sign string, color document.Color) {
	for i := range c.Found {
		m := &c.Found[i]
		if m.Kind != kind || m.Sign != sign || m.Color != color {
			continue
		}
		if m.last == c.Rows {
			return // twice in one row
		}
		if m.last != c.Rows-1 {
			m.turns++
		}
		m.Rows++
		m.last = c.Rows
		return
	}
	if len(c.Found) < maxOccurrences {
		c.Found = append(c.Found, Occurrence{Kind: kind, Sign: sign, Color: color, Rows: 1, turns: 1, last: c.Rows})
	}
}

// IsDecoration reports whether a fill or colour of a table with that number of rows is
// not a mark: it changes at nearly every row, as zebra stripes do, or most rows have it.
func (m *Occurrence) IsDecoration(rows int) bool {
	return 2*m.Rows > rows && rows > 3 || m.Rows >= 3 && m.turns >= m.Rows-1 && 5*m.Rows >= 2*rows
}

// Matches reports whether the mark, in a table with that number of rows, is the one
// that a legend describes.
func (m *Occurrence) Matches(mk *Mark, rows int) bool {
	if m.Kind != mk.Kind {
		return false
	}
	switch m.Kind {
	case SignMark:
		return m.Sign == mk.Sign
	case WordMark: // the words of a legend are not always those beside the names
		return m.Sign == AnyWord || m.Sign == mk.Sign
	case FillMark, ColorMark:
		if mk.Hue == "" {
			return !m.IsDecoration(rows) && HueOf(m.Color) != ""
		}
		return SameHue(m.Color, mk.Hue)
	case BoldMark, ItalicMark:
		return m.Rows < rows || rows <= 3
	}
	return false
}

// Words returns the mark as a clause for findings.
func (m *Occurrence) Words() string {
	switch m.Kind {
	case SignMark:
		return fmt.Sprintf("%q stands beside the name", m.Sign)
	case WordMark:
		return "a word stands beside the name"
	case BoldMark:
		return "the name is in bold"
	case ItalicMark:
		return "the name is in italics"
	case FillMark:
		return fmt.Sprintf("the background is %s (%s)", HueOf(m.Color), m.Color)
	case ColorMark:
		return fmt.Sprintf("the text is %s (%s)", HueOf(m.Color), m.Color)
	}
	return "the column is marked"
}

// A Tally holds the marks that the tables of a document show.
type Tally struct {
	Found []Occurrence
	Rows  int
}

// Shows reports whether a row shows one of the legend's marks.
func (t *Tally) Shows(l *Legend) bool {
	if t == nil {
		return false
	}
	for i := range t.Found {
		for k := range l.Marks {
			if t.Found[i].Matches(&l.Marks[k], t.Rows) {
				return true
			}
		}
	}
	return false
}

// CountMarks counts the marks on the rows of all tables before their columns are
// known. The subject of a row is taken to be its last cell in a style that differs from
// the others, else its first cell.
func CountMarks(tables [][]document.Row, affixes []Affix) *Tally {
	c := &Counter{Affixes: affixes}
	var cells []*document.Cell
	for _, rows := range tables {
		for i := range rows {
			cells = cells[:0]
			var subject *document.Cell
			r := &rows[i]
			for j := range r.Cells {
				if cell := &r.Cells[j]; !cell.IsBlank() {
					cells = append(cells, cell)
					if subject == nil || !cell.IsPlain() {
						subject = cell
					}
				}
			}
			if len(cells) == 1 && len(r.Cells) > 1 && isBoldGroup(cells[0]) {
				continue
			}
			if len(cells) > 0 {
				c.CountRow(cells, subject)
			}
		}
	}
	return &Tally{c.Found, c.Rows}
}

// isBoldGroup reports whether the only cell of a row is bold and carries no sign: a group
// row, whose type says nothing of records.
func isBoldGroup(c *document.Cell) bool {
	if c.IsPlain() || !StyleOf(c.Runs()).Has(document.Bold) {
		return false
	}
	_, sign := CutSign(c.Text())
	return sign == ""
}
