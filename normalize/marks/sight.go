// Sightings: which marks are on the rows, and on how many.

package marks

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
)

// A Sighting is one mark as seen on rows, and on how many.
type Sighting struct {
	Kind  MarkKind
	Sign  string         // of signs and words
	Color document.Color // of fills and text colours
	Rows  int
	turns int // rows at which it begins or ends: stripes turn at each
	last  int // place of the last row seen with it
}

// A Sighter counts the marks of rows.
type Sighter struct {
	Seen    []Sighting
	Rows    int
	Affixes []Affix // signs and words that the profile knows
}

// Look counts the marks of one row: of all its cells for signs and words, of
// the cell that says what the row is about for type and colour.
func (s *Sighter) Look(cells []*document.Cell, subject *document.Cell) {
	s.Rows++
	for _, c := range cells {
		if c == nil || c.IsBlank() {
			continue
		}
		if sign := edgeSign(c); sign != "" {
			s.count(SignMark, sign, 0)
		}
		if first, last := edges(c); MayEndInWord(last) || MayBeginWithWord(first) {
			if _, word := CutWord(c.Text()); word != "" {
				s.count(WordMark, "nouveau", 0)
			}
		}
	}
	if len(s.Affixes) > 0 {
		s.own(cells)
	}
	if subject == nil || subject.IsPlain() {
		return
	}
	st := StyleOf(subject.Runs())
	if st.Has(document.Bold) {
		s.count(BoldMark, "", 0)
	}
	if st.Has(document.Italic) {
		s.count(ItalicMark, "", 0)
	}
	if st.Fill != 0 {
		s.count(FillMark, "", st.Fill)
	}
	if st.Color != 0 {
		s.count(ColorMark, "", st.Color)
	}
}

// maxSightings bounds the kinds of marks told apart; a table in more colours
// marks nothing.
const maxSightings = 64

func (s *Sighter) count(kind MarkKind, sign string, color document.Color) {
	for i := range s.Seen {
		m := &s.Seen[i]
		if m.Kind != kind || m.Sign != sign || m.Color != color {
			continue
		}
		if m.last == s.Rows {
			return // twice in one row
		}
		if m.last != s.Rows-1 {
			m.turns++
		}
		m.Rows++
		m.last = s.Rows
		return
	}
	if len(s.Seen) < maxSightings {
		s.Seen = append(s.Seen, Sighting{Kind: kind, Sign: sign, Color: color, Rows: 1, turns: 1, last: s.Rows})
	}
}

// StyleOf returns the style that most of the letters of runs have, flag by flag
// and colour by colour.
func StyleOf(runs []document.Run) (st document.Style) {
	if len(runs) == 1 {
		return runs[0].Style
	}
	var room [8]int
	counts, all := room[:0], 0 // letters of each run, and of all
	for i := range runs {
		n := letters(runs[i].Text)
		counts = append(counts, n)
		all += n
	}
	most := func(has func(document.Style) bool) bool {
		n := 0
		for i := range runs {
			if has(runs[i].Style) {
				n += counts[i]
			}
		}
		return 2*n > all
	}
	for _, flag := range [...]document.StyleFlags{document.Bold, document.Italic, document.Underline, document.Strike} {
		if most(func(s document.Style) bool { return s.Has(flag) }) {
			st.Flags |= flag
		}
	}
	for i := range runs {
		if c := runs[i].Style.Fill; c != 0 && most(func(s document.Style) bool { return s.Fill == c }) {
			st.Fill = c
		}
		if c := runs[i].Style.Color; c != 0 && most(func(s document.Style) bool { return s.Color == c }) {
			st.Color = c
		}
	}
	return st
}

// letters counts the letters and figures of s.
func letters(s string) (n int) {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if IsWordByte(c) {
				n++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
		i += size
	}
	return n
}

// Striped reports whether a fill or colour is decoration: it turns at nearly
// every row, as zebra stripes do, or most rows have it.
func (m *Sighting) Striped(rows int) bool {
	return 2*m.Rows > rows && rows > 3 || m.Rows >= 3 && m.turns >= m.Rows-1 && 5*m.Rows >= 2*rows
}

// Fits reports whether what was seen is what the legend describes.
func (m *Sighting) Fits(mk *Mark, rows int) bool {
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
			return !m.Striped(rows) && HueOf(m.Color) != ""
		}
		return SameHue(m.Color, mk.Hue)
	case BoldMark, ItalicMark:
		return m.Rows < rows || rows <= 3
	}
	return false
}

// Words names a mark in a sentence.
func (m *Sighting) Words() string {
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

// Seen are the marks seen anywhere in the document: a mark that another
// table shows could be shown here.
type Seen struct {
	All  []Sighting
	Rows int
}

func (ms *Seen) Carries(l *Legend) bool {
	if ms == nil {
		return false
	}
	for i := range ms.All {
		for k := range l.Marks {
			if ms.All[i].Fits(&l.Marks[k], ms.Rows) {
				return true
			}
		}
	}
	return false
}

// See counts the marks on the rows of all tables, before any is bound:
// which cell says what a row is about is not known yet, so the last one that
// prints words stands for it.
func See(tables [][]document.Row, affixes []Affix) *Seen {
	s := &Sighter{Affixes: affixes}
	var cells []*document.Cell
	for _, rows := range tables {
		for i := range rows {
			cells = cells[:0]
			var subject *document.Cell
			r := &rows[i]
			for j := range r.Cells {
				if c := &r.Cells[j]; !c.IsBlank() {
					cells = append(cells, c)
					if subject == nil || !c.IsPlain() {
						subject = c
					}
				}
			}
			if len(cells) > 0 {
				s.Look(cells, subject)
			}
		}
	}
	return &Seen{s.Seen, s.Rows}
}
