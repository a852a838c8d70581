// Why a region is no table: prose, lists, too little text to tell. Regions
// between rules, and those under a caption of their own, need less evidence.

package grid

import (
	"regexp"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

func lineText(p *layout.Page, t *textLine) string {
	var b strings.Builder
	for n, i := range t.words {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Words[i].Text)
	}
	return b.String()
}

// totals matches how the row of a sum begins.
var totals = regexp.MustCompile(`^(?i:(sous-)?totaux|(sous-)?total|ensemble|sum|subtotal|grand total)\b`)

func totalLine(p *layout.Page, t *textLine) bool {
	return len(t.words) < 8 && totals.MatchString(lineText(p, t))
}

func captionLine(p *layout.Page, t *textLine) bool { return caption.MatchString(lineText(p, t)) }

func notesLine(p *layout.Page, t *textLine) bool { return notes.MatchString(lineText(p, t)) }

const (
	// captionFar in em: a caption of a few lines stands no farther above its table.
	captionFar = 7
	// smallRun: runs of more lines speak for themselves.
	smallRun = 8
)

// tableCaption matches how captions of tables begin, not those of figures.
var tableCaption = regexp.MustCompile(`^(?i:(table|tableau|exhibit|tabelle|cuadro)\s*[A-Z]?[-–. ]?\d)`)

// evenColumns reports whether a table is filled but for few places.
func evenColumns(t *Table) bool {
	n := 0
	for k := range t.Cells {
		n += t.Cells[k].ColSpan * t.Cells[k].RowSpan
	}
	return n*4 >= t.Rows*t.Cols*3
}

// refuse says why a sheet is no table; "" if it is one. Tables between rules
// need less evidence.
func (s *sheet) refuse(t *Table, header int, ruled bool) string {
	body := t.Rows - t.Header
	if t.Rows < 2 || body < 1 || t.Cols < 2 {
		return "one row or one column"
	}
	var cells, figures, longs, sentences, markers, stubs, straddle int
	for k := range t.Cells {
		c := &t.Cells[k]
		if c.Row < t.Header {
			continue
		}
		cells++
		ch := chunk{words: c.Words}
		if c.Col > 0 && s.figures(&ch) {
			figures++
		}
		if len(c.Words) > 12 {
			longs++
		}
		if text := s.tail(&ch); len(c.Words) > 6 && strings.HasSuffix(text, ".") {
			sentences++
		}
		if c.Col == 0 {
			stubs++
			if marker(s.text(&ch)) {
				markers++
			}
		}
	}
	for k := header; k < len(s.lines); k++ {
		for n := range s.chunks[k] {
			if c := &s.chunks[k][n]; c.c1 > c.c0 && len(s.chunks[k]) > 1 {
				straddle++
			}
		}
	}
	rest := 0
	for k := range t.Cells {
		if t.Cells[k].Row >= t.Header && t.Cells[k].Col > 0 {
			rest++
		}
	}
	numbers := rest > 0 && figures*2 >= rest
	lines := len(s.lines) - header
	switch {
	case markers*2 > stubs && (t.Cols == 2 && !numbers || t.Cols > 2 && !ruled && markers >= stubs-1):
		return "a list"
	case float32(cells) < blankShare(t)*float32(body*t.Cols) && !ruled:
		return "mostly blank"
	case sentences*3 > body && !ruled:
		return "sentences: running text in columns"
	case straddle*4 > lines && !ruled:
		return "text runs over the gaps"
	}
	if ruled {
		if body < 2 && !numbers {
			return "one row of text"
		}
		return ""
	}
	if !numbers && (body < 4 || t.Cols < 3 && body < 5) && !(header > 0 && (t.Cols >= 3 || body >= 3) && s.evenRows(header)) {
		return "too little text to tell"
	}
	if body < 3 && (t.Cols < 4 || !numbers) && !(header > 0 && t.Cols >= 3 && s.endsPage() && s.evenRows(header)) {
		return "too few rows to tell"
	}
	if longs*4 > cells {
		return "long texts: running text in columns"
	}
	return ""
}

// endsPage reports whether nothing but a running footer stands below: the page
// break may have cut off the other rows.
func (s *sheet) endsPage() bool {
	return len(s.p.Lines)-lineAt(s.p, s.box.Y1) <= topLines
}

// evenRows reports whether below bold headings, one for each column, the first
// line of what follows fills most of the columns too.
func (s *sheet) evenRows(header int) bool {
	if header >= len(s.lines) || len(s.chunks[0]) < s.cols() || len(s.chunks[header])*3 < s.cols()*2 {
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

// blankShare is how much of a table must be filled: less where one column is
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
