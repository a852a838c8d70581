// Sightings: which marks are on the rows, and on how many.

package normalize

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
)

// A sighting is one mark as seen on rows, and on how many.
type sighting struct {
	kind  MarkKind
	sign  string         // of signs and words
	color document.Color // of fills and text colours
	rows  int
	turns int // rows at which it begins or ends: stripes turn at each
	last  int // place of the last row seen with it
}

// A sighter counts the marks of rows.
type sighter struct {
	seen    []sighting
	rows    int
	affixes []affix // signs and words that the profile knows
}

// look counts the marks of one row: of all its cells for signs and words, of
// the cell that says what the row is about for type and colour.
func (s *sighter) look(cells []*document.Cell, subject *document.Cell) {
	s.rows++
	for _, c := range cells {
		if c == nil || c.IsBlank() {
			continue
		}
		if sign := edgeSign(c); sign != "" {
			s.count(SignMark, sign, 0)
		}
		if first, last := edges(c); mayEndInWord(last) || mayBeginWithWord(first) {
			if _, word := cutWord(c.Text()); word != "" {
				s.count(WordMark, "nouveau", 0)
			}
		}
	}
	if len(s.affixes) > 0 {
		s.own(cells)
	}
	if subject == nil || subject.IsPlain() {
		return
	}
	st := styleOf(subject.Runs())
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

func (s *sighter) count(kind MarkKind, sign string, color document.Color) {
	for i := range s.seen {
		m := &s.seen[i]
		if m.kind != kind || m.sign != sign || m.color != color {
			continue
		}
		if m.last == s.rows {
			return // twice in one row
		}
		if m.last != s.rows-1 {
			m.turns++
		}
		m.rows++
		m.last = s.rows
		return
	}
	if len(s.seen) < maxSightings {
		s.seen = append(s.seen, sighting{kind: kind, sign: sign, color: color, rows: 1, turns: 1, last: s.rows})
	}
}

// styleOf returns the style that most of the letters of runs have, flag by flag
// and colour by colour.
func styleOf(runs []document.Run) (st document.Style) {
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
			if isWordByte(c) {
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

// striped reports whether a fill or colour is decoration: it turns at nearly
// every row, as zebra stripes do, or most rows have it.
func (m *sighting) striped(rows int) bool {
	return 2*m.rows > rows && rows > 3 || m.rows >= 3 && m.turns >= m.rows-1 && 5*m.rows >= 2*rows
}

// fits reports whether what was seen is what the legend describes.
func (m *sighting) fits(mk *Mark, rows int) bool {
	if m.kind != mk.Kind {
		return false
	}
	switch m.kind {
	case SignMark:
		return m.sign == mk.Sign
	case WordMark: // the words of a legend are not always those beside the names
		return m.sign == anyWord || m.sign == mk.Sign
	case FillMark, ColorMark:
		if mk.Hue == "" {
			return !m.striped(rows) && hueOf(m.color) != ""
		}
		return sameHue(m.color, mk.Hue)
	case BoldMark, ItalicMark:
		return m.rows < rows || rows <= 3
	}
	return false
}

// words names a mark in a sentence.
func (m *sighting) words() string {
	switch m.kind {
	case SignMark:
		return fmt.Sprintf("%q stands beside the name", m.sign)
	case WordMark:
		return "a word stands beside the name"
	case BoldMark:
		return "the name is in bold"
	case ItalicMark:
		return "the name is in italics"
	case FillMark:
		return fmt.Sprintf("the background is %s (%s)", hueOf(m.color), m.color)
	case ColorMark:
		return fmt.Sprintf("the text is %s (%s)", hueOf(m.color), m.color)
	}
	return "the column is marked"
}

// marksSeen are the marks seen anywhere in the document: a mark that another
// table shows could be shown here.
type marksSeen struct {
	all  []sighting
	rows int
}

func (ms *marksSeen) carries(l *Legend) bool {
	if ms == nil {
		return false
	}
	for i := range ms.all {
		for k := range l.Marks {
			if ms.all[i].fits(&l.Marks[k], ms.rows) {
				return true
			}
		}
	}
	return false
}

// sightAll counts the marks on the rows of all tables, before any is bound:
// which cell says what a row is about is not known yet, so the last one that
// prints words stands for it.
func sightAll(tables [][]document.Row, affixes []affix) *marksSeen {
	s := &sighter{affixes: affixes}
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
				s.look(cells, subject)
			}
		}
	}
	return &marksSeen{s.seen, s.rows}
}
