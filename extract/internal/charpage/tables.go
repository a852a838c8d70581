// Tables of a page of text: found by grid, which finds those of PDFs too, and
// written out with the lines that they stand in.

package charpage

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// A Table is a table that grid found among the lines of a page.
type Table struct {
	Lo, Hi int // the lines that it stands in, Hi excluded
	Table  *document.Table
	Others []Line // what stands beside it on these lines
	Cols   int
	Beside bool // may be two tables side by side
	// Borders are the characters at which its columns begin, but for the first, where
	// that is between two of them rounded up.
	Borders []int
}

// Tables returns the tables of lines, which are those of one page, from the top
// down. before is what the pages before have shown.
func (s *Setter) Tables(text string, lines []Line, before *grid.Before) []Table {
	p := s.setPage(text, lines)
	steps := grid.Find(p.layout, before)
	taken := make([]bool, len(p.layout.Words))
	for k := range steps.Tables {
		for _, c := range steps.Tables[k].Cells {
			for _, w := range c.Words {
				taken[w] = true
			}
		}
	}
	var found []Table
	for k := range steps.Tables {
		f := p.table(&steps.Tables[k])
		if f.Hi < 0 || labels(f.Table) || drawing(f.Table) {
			continue
		}
		f.Hi++
		if n := len(found); n > 0 && f.Lo < found[n-1].Hi { // side by side
			f.Lo, f.Hi = found[n-1].Hi, max(f.Hi, found[n-1].Hi)
		}
		f.Others = p.beside(taken, f.Lo, f.Hi)
		found = append(found, f)
	}
	return found
}

// table writes one grid out.
func (p *charPage) table(g *grid.Table) Table {
	tab := &document.Table{Method: "columns", Rows: make([]document.Row, g.Rows)}
	f := Table{Lo: len(p.lines), Hi: -1, Table: tab, Cols: g.Cols, Beside: g.Beside}
	for _, x := range g.Xs[1 : len(g.Xs)-1] {
		f.Borders = append(f.Borders, int(math.Ceil(float64((x-pageMargin)/charWide))))
	}
	for r := range tab.Rows {
		tab.Rows[r].Header = r < g.Header
		tab.Rows[r].Cells = make([]document.Cell, g.Cols)
	}
	for k := range g.Cells {
		c := &g.Cells[k]
		row := &tab.Rows[c.Row]
		cell := &row.Cells[c.Col]
		covered := cell.Covered()
		text, top, bottom := p.cellText(c.Words)
		*cell = document.Cell{Printed: text}
		if covered {
			cell.SetCovered(true)
		}
		if top >= 0 {
			f.Lo, f.Hi = min(f.Lo, top), max(f.Hi, bottom)
			if at := at(p.lines[top]); row.At.Line == 0 || at.Line < row.At.Line {
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
	if f.Hi >= 0 {
		tab.At = at(p.lines[f.Lo])
	}
	for r := range tab.Rows {
		tab.Rows[r].Cells = acrossRow(tab.Rows[r].Cells)
		if tab.Rows[r].At.Line == 0 && r > 0 {
			tab.Rows[r].At = tab.Rows[r-1].At
		}
	}
	return f
}

func at(ln Line) document.Pos { return document.Pos{Page: ln.Page, Line: ln.Num} }

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
func (p *charPage) pieces(words []int32) []piece {
	ps := make([]piece, 0, len(words))
	for _, w := range words {
		gs := p.layout.Words[w].Glyphs
		a, b := p.spans[gs[0]], p.spans[gs[len(gs)-1]]
		ps = append(ps, piece{a.line, a.b0, b.b1})
	}
	slices.SortFunc(ps, func(a, b piece) int { return cmp.Compare(a.b0, b.b0) })
	out := ps[:0]
	for _, q := range ps {
		if n := len(out); n > 0 && out[n-1].line == q.line && strings.TrimFunc(p.text[out[n-1].b1:q.b0], source.IsBlank) == "" {
			out[n-1].b1 = q.b1
			continue
		}
		out = append(out, q)
	}
	return out
}

// cellText returns what words print, and the first and the last of their lines.
func (p *charPage) cellText(words []int32) (text string, top, bottom int) {
	top, bottom = -1, -1
	for _, q := range p.pieces(words) {
		s := shape.Squeeze(p.text[q.b0:q.b1])
		switch {
		case top < 0:
			text, top = s, int(q.line)
		case int(q.line) == bottom:
			text += " " + s
		default:
			text = shape.JoinWrapped(text, s)
		}
		bottom = int(q.line)
	}
	return text, top, bottom
}

// beside returns what is printed on the lines of a table and stands in no table.
func (p *charPage) beside(taken []bool, lo, hi int) []Line {
	var free []int32
	for w := range p.layout.Words { // dots that lead the eye, and rules, are no text
		if ln := int(p.spans[p.layout.Words[w].Glyphs[0]].line); !taken[w] && ln >= lo && ln < hi && !p.layout.Words[w].Leader {
			free = append(free, int32(w))
		}
	}
	var out []Line
	for _, q := range p.pieces(free) {
		out = append(out, Line{q.b0, q.b1, p.lines[q.line].Num, p.lines[q.line].Page})
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
