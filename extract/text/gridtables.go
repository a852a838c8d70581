// Tables of a page of text: found by grid, which finds those of PDFs too, and
// written out with the lines that they stand in.

package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/source"
)

const (
	// maxPageLines is how many lines are set as one page.
	maxPageLines = 500
	// maxPageChars bounds the characters of one page: 500 lines of 400.
	maxPageChars = 200_000
)

// A foundTable is a table that grid found among the lines of a page.
type foundTable struct {
	lo, hi int // lines of the text that it stands in
	table  *document.Table
	others []textLine // what stands beside it on these lines
	cols   int
	x0, x1 float32
}

// gridTables returns the tables of lines, which are those of one page, from the
// top down. before is what the pages before have shown.
func (t *textPage) gridTables(lines []textLine, before *grid.Before) []foundTable {
	p := setPage(t.text, lines)
	lp := layout.New(&p.Page)
	lp.Typed = true
	s := grid.Find(lp, before)
	taken := make([]bool, len(lp.Words))
	for k := range s.Tables {
		for _, c := range s.Tables[k].Cells {
			for _, w := range c.Words {
				taken[w] = true
			}
		}
	}
	var found []foundTable
	for k := range s.Tables {
		f := t.gridTable(p, lp, &s.Tables[k], lines)
		if f.hi < 0 || labels(f.table) || drawing(f.table) {
			continue
		}
		f.hi++
		if n := len(found); n > 0 && f.lo < found[n-1].hi { // side by side
			f.lo, f.hi = found[n-1].hi, max(f.hi, found[n-1].hi)
		}
		f.others = t.beside(p, lp, taken, lines, f.lo, f.hi)
		found = append(found, f)
	}
	return found
}

// gridTable writes one grid out.
func (t *textPage) gridTable(p *charPage, lp *layout.Page, g *grid.Table, lines []textLine) foundTable {
	tab := &document.Table{Method: "columns", Rows: make([]document.Row, g.Rows)}
	f := foundTable{lo: len(lines), hi: -1, table: tab, cols: g.Cols, x0: g.Xs[0], x1: g.Xs[len(g.Xs)-1]}
	for r := range tab.Rows {
		tab.Rows[r].Header = r < g.Header
		tab.Rows[r].Cells = make([]document.Cell, g.Cols)
	}
	for k := range g.Cells {
		c := &g.Cells[k]
		row := &tab.Rows[c.Row]
		cell := &row.Cells[c.Col]
		covered := cell.Covered()
		text, top, bottom := t.cellText(p, lp, c.Words)
		*cell = document.Cell{Printed: text}
		if covered {
			cell.SetCovered(true)
		}
		if top >= 0 {
			f.lo, f.hi = min(f.lo, top), max(f.hi, bottom)
			if at := t.at(lines[top]); row.At.Line == 0 || at.Line < row.At.Line {
				row.At = at
			}
		}
		if c.RowSpan > 1 || c.ColSpan > 1 {
			cell.SetSpan(document.Span{Rows: uint16(c.RowSpan), Cols: uint16(c.ColSpan)})
			for r := c.Row; r < c.Row+c.RowSpan && r < g.Rows; r++ {
				for col := c.Col; col < c.Col+c.ColSpan && col < g.Cols; col++ {
					if r != c.Row || col != c.Col {
						tab.Rows[r].Cells[col].SetCovered(true)
					}
				}
			}
		}
	}
	if f.hi >= 0 {
		tab.At = t.at(lines[f.lo])
	}
	for r := range tab.Rows {
		tab.Rows[r].Cells = acrossRow(tab.Rows[r].Cells)
		if tab.Rows[r].At.Line == 0 && r > 0 {
			tab.Rows[r].At = tab.Rows[r-1].At
		}
	}
	return f
}

// acrossRow returns the cells of a row, one if nothing but the first is printed:
// the name of a group across the table.
func acrossRow(cells []document.Cell) []document.Cell {
	if cells[0].IsBlank() || cells[0].Span().Rows > 1 {
		return cells
	}
	for c := 1; c < len(cells); c++ {
		if !cells[c].IsBlank() || cells[c].Covered() && cells[0].Span().Cols <= uint16(c) {
			return cells
		}
	}
	return cells[:1]
}

// A piece is a stretch of a line of a page, in bytes of the text.
type piece struct{ line, b0, b1 int32 }

// pieces returns what words print, line by line, each stretch as long as
// nothing but blanks stands in it.
func (t *textPage) pieces(p *charPage, lp *layout.Page, words []int32) []piece {
	ps := make([]piece, 0, len(words))
	for _, w := range words {
		gs := lp.Words[w].Glyphs
		a, b := p.spans[gs[0]], p.spans[gs[len(gs)-1]]
		ps = append(ps, piece{a.line, a.b0, b.b1})
	}
	slices.SortFunc(ps, func(a, b piece) int { return cmp.Compare(a.b0, b.b0) })
	out := ps[:0]
	for _, q := range ps {
		if n := len(out); n > 0 && out[n-1].line == q.line && strings.TrimFunc(t.text[out[n-1].b1:q.b0], source.IsBlank) == "" {
			out[n-1].b1 = q.b1
			continue
		}
		out = append(out, q)
	}
	return out
}

// cellText returns what words print, and the first and the last of their lines.
func (t *textPage) cellText(p *charPage, lp *layout.Page, words []int32) (text string, top, bottom int) {
	top, bottom = -1, -1
	for _, q := range t.pieces(p, lp, words) {
		s := squeeze(t.text[q.b0:q.b1])
		switch {
		case top < 0:
			text, top = s, int(q.line)
		case int(q.line) == bottom:
			text += " " + s
		default:
			text = joinWrapped(text, s)
		}
		bottom = int(q.line)
	}
	return text, top, bottom
}

// beside returns what is printed on the lines of a table and stands in no table.
func (t *textPage) beside(p *charPage, lp *layout.Page, taken []bool, lines []textLine, lo, hi int) []textLine {
	var free []int32
	for w := range lp.Words { // dots that lead the eye, and rules, are no text
		if ln := int(p.spans[lp.Words[w].Glyphs[0]].line); !taken[w] && ln >= lo && ln < hi && !lp.Words[w].Leader {
			free = append(free, int32(w))
		}
	}
	var out []textLine
	for _, q := range t.pieces(p, lp, free) {
		out = append(out, textLine{q.b0, q.b1, lines[q.line].num, lines[q.line].page})
	}
	return out
}

// labels reports whether a table is rather "Date :   12 mars": labels and what
// they say.
func labels(t *document.Table) bool {
	if len(t.Rows[0].Cells) != 2 {
		return false
	}
	n := 0
	for r := range t.Rows {
		if strings.HasSuffix(t.Rows[r].Cells[0].Text(), ":") {
			n++
		}
	}
	return 2*n > len(t.Rows)
}

// drawing reports whether a table holds more signs than letters and figures.
func drawing(t *document.Table) bool {
	letters, signs := 0, 0
	for r := range t.Rows {
		for c := range t.Rows[r].Cells {
			for _, ch := range t.Rows[r].Cells[c].Text() {
				switch {
				case unicode.IsLetter(ch) || unicode.IsDigit(ch):
					letters++
				case !source.IsBlank(ch):
					signs++
				}
			}
		}
	}
	return signs > letters
}
