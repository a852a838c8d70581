// This file finds why a sheet is no table: prose, lists, too little text. Regions between
// rules need less evidence.

package sheet

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

// Refuse returns why a sheet is no table; "" if it is one. Tables between rules need less
// evidence.
func (s *Sheet) Refuse(t *Table, header int, ruled bool) string {
	body := t.Rows - t.Header
	if t.Rows < 2 || body < 1 || t.Cols < 2 {
		return "one row or one column"
	}
	n := s.census(t)
	numbers := n.figureTable()
	if n.markers*2 > n.stubs && (t.Cols == 2 && !numbers || t.Cols > 2 && !ruled && n.markers >= n.stubs-1) {
		return "a list"
	}
	if ruled {
		if body < 2 && !numbers {
			return "one row of text"
		}
		return ""
	}
	switch lines := len(s.Lines) - header; {
	case float32(n.cells) < blankShare(t)*float32(body*t.Cols):
		return "mostly blank"
	case n.sentences*3 > body:
		return "sentences: running text in columns"
	case s.straddling(header)*4 > lines:
		return "text runs over the gaps"
	case s.tooLittle(t, header, numbers):
		return "too little to tell"
	case n.longs*4 > n.cells:
		return "long texts: running text in columns"
	}
	return ""
}

// A census counts the contents of the rows of a table below its headings.
type census struct {
	cells, stubs, rest int // all, those of the first column, and the others
	figures            int // of the others
	longs, sentences   int
	markers            int // stubs that are the sign or the number of a list's item
}

// figureTable reports whether half of what stands right of the stubs are figures.
func (c *census) figureTable() bool { return c.rest > 0 && c.figures*2 >= c.rest }

func (s *Sheet) census(t *Table) census {
	var n census
	for k := range t.Cells {
		c := &t.Cells[k]
		if c.Row < t.Header {
			continue
		}
		n.cells++
		ch := chunk{words: c.Words}
		if len(c.Words) > longCell {
			n.longs++
		}
		if len(c.Words) > longCell/2 && strings.HasSuffix(s.tail(&ch), ".") {
			n.sentences++
		}
		if c.Col > 0 {
			n.rest++
			if s.figures(&ch) {
				n.figures++
			}
			continue
		}
		n.stubs++
		if marker(s.text(&ch)) {
			n.markers++
		}
	}
	return n
}

// longCell is the largest number of words of a cell that is no running text; half as many
// are a sentence if they end with a period.
const longCell = 12

// straddling returns how many texts below the headings reach over a border.
func (s *Sheet) straddling(header int) int {
	straddle := 0
	for k := header; k < len(s.Lines); k++ {
		for n := range s.chunks[k] {
			if c := &s.chunks[k][n]; c.c1 > c.c0 && len(s.chunks[k]) > 1 {
				straddle++
			}
		}
	}
	return straddle
}

const (
	// minFigureRows, minTextRows and minPairs are the least numbers of rows of a table that no
	// rule shows: of figures, of texts, and of texts in two columns.
	minFigureRows, minTextRows, minPairs = 3, 4, 5
	// minWideCols is the least number of columns of a table of figures with fewer rows.
	minWideCols = 4
)

// tooLittle reports whether a table without rules is too small to be sure of, and no
// bold headings show that it is one. On pages of characters, where no type is bold,
// a heading over each of three columns does, with as many texts in each row.
func (s *Sheet) tooLittle(t *Table, header int, numbers bool) bool {
	body := t.Rows - t.Header
	if !numbers && (body < minTextRows || t.Cols < 3 && body < minPairs) && !(header > 0 && (t.Cols >= 3 || body >= 3) && s.evenRows(header)) {
		return true
	}
	if body >= minFigureRows || t.Cols >= minWideCols && numbers {
		return false
	}
	if s.p.Typed && numbers && t.Header == 1 && t.Cols >= 3 && body > 1 && s.filled(t) {
		return false
	}
	return !(header > 0 && t.Cols >= 3 && s.endsPage() && s.evenRows(header))
}

// filled reports whether a table has a separate cell at every place.
func (s *Sheet) filled(t *Table) bool { return len(t.Cells) == t.Rows*t.Cols }

// endsPage reports whether nothing but a running footer stands below: the page
// break may have cut off the other rows.
func (s *Sheet) endsPage() bool {
	return len(s.p.Lines)-s.p.LineAt(s.Box.Y1) <= layout.RunningLines
}

// evenRows reports whether below bold headings, one for each column, the first
// line of what follows fills most of the columns too.
func (s *Sheet) evenRows(header int) bool {
	if header >= len(s.Lines) || len(s.chunks[0]) < s.cols() || len(s.chunks[header])*3 < s.cols()*2 {
		return false
	}
	for n := range s.chunks[0] {
		if !s.bold(&s.chunks[0][n]) {
			return false
		}
	}
	for n := range s.chunks[header] {
		if s.bold(&s.chunks[header][n]) {
			return false
		}
	}
	return true
}

// blankShare is the share of a table that must be filled; less is enough if one column is
// filled in nearly every row, as beside cells that span rows.
func blankShare(t *Table) float32 {
	count := make([]int, t.Cols)
	for k := range t.Cells {
		if c := &t.Cells[k]; c.Row >= t.Header {
			count[c.Col]++
		}
	}
	for c, n := range count {
		if c > 0 && n*10 >= (t.Rows-t.Header)*8 {
			return 0.25
		}
	}
	return 0.4
}

// marker reports whether text is the sign or the number of a list's item.
func marker(s string) bool {
	s = strings.TrimSpace(s)
	return layout.IsMarker(s) && !strings.ContainsAny(s[:1], "0")
}
