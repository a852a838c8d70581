// This file makes a table of a lattice: it puts the words into the places, removes frames
// around captions and notes, and separates rows and columns without a rule between them as
// their text shows.

package lattice

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	// minFilled is the least share of filled places; a lattice with less is a drawing or a form.
	minFilled = 0.25
	// splitShare is the share of a column's lines that must have a gap for a column without
	// a rule to be split.
	splitShare = 0.6
)

// Table makes the table of a lattice, or returns why it is none; method is the Method of the
// table.
func (l *Lattice) Table(p *layout.Page, method string) (*sheet.Table, string) {
	nr, nc := len(l.Ys)-1, len(l.Xs)-1
	if nr*nc > maxLattice {
		return nil, "too many places"
	}
	if nr*nc < 2 {
		return nil, "a frame"
	}
	places := l.places()
	index := make([]int32, nr*nc)
	for k, pl := range places {
		for r := pl.r0; r <= pl.r1; r++ {
			for c := pl.c0; c <= pl.c1; c++ {
				index[r*nc+c] = int32(k)
			}
		}
	}
	words := make([][]int32, len(places))
	add := func(i int32) {
		if p.Words[i].Leader {
			return
		}
		x, y := layout.Middle(p.Words[i].Box)
		r, _ := slices.BinarySearch(l.Ys, y)
		c, _ := slices.BinarySearch(l.Xs, x)
		if r > 0 && r <= nr && c > 0 && c <= nc {
			k := index[(r-1)*nc+c-1]
			words[k] = append(words[k], i)
		}
	}
	for k := p.LineAt(l.Box.Y0 - 2); k < len(p.Lines) && p.Lines[k].Box.Y0 <= l.Box.Y1; k++ {
		for _, i := range p.Lines[k].Words {
			add(i)
		}
	}
	for _, i := range p.Turned {
		add(i)
	}
	g := &gridOf{p: p, xs: slices.Clone(l.Xs), ys: slices.Clone(l.Ys), places: places, words: words}
	if why := g.trim(); why != "" {
		return nil, why
	}
	g.splitColumns()
	g.splitSpans()
	g.splitHeads()
	g.splitRows()
	g.splitStubs()
	t := g.table(method)
	if why := g.refuse(t); why != "" {
		return nil, why
	}
	t.Closed = l.Sides[3]
	return t, ""
}

// gridOf is a lattice with its words.
type gridOf struct {
	p      *layout.Page
	xs, ys []float32
	places []place
	words  [][]int32
}

// text returns the words of place k as one string.
func (g *gridOf) text(k int) string {
	b := make([]string, len(g.words[k]))
	for n, i := range g.words[k] {
		b[n] = g.p.Words[i].Text
	}
	return strings.Join(b, " ")
}

// trim removes rows and columns at the edges without text, captions in a frame above the
// table and notes in one below.
func (g *gridOf) trim() string {
	for len(g.ys) > 2 && (g.rowEmpty(0) || g.frameRow(0, lexicon.IsCaption)) {
		g.dropRow(0)
	}
	for len(g.ys) > 2 && (g.rowEmpty(len(g.ys)-2) || g.frameRow(len(g.ys)-2, lexicon.IsTableNote)) {
		g.dropRow(len(g.ys) - 2)
	}
	// Empty slivers: the room between two double rules.
	for r := len(g.ys) - 2; r >= 0 && len(g.ys) > 2; r-- {
		if g.ys[r+1]-g.ys[r] < 0.7*g.p.Em && g.rowEmpty(r) {
			g.dropRow(r)
		}
	}
	for c := len(g.xs) - 2; c >= 0 && len(g.xs) > 2; c-- {
		if g.colEmpty(c) && (c == 0 || c == len(g.xs)-2 || g.xs[c+1]-g.xs[c] < 0.9*g.p.Em) {
			g.dropCol(c)
		}
	}
	if len(g.ys) < 2 || len(g.xs) < 3 {
		return "one column"
	}
	return ""
}

// rowEmpty reports whether no text begins in row r; that of a span belongs to its first row.
func (g *gridOf) rowEmpty(r int) bool {
	for k, pl := range g.places {
		if pl.r0 == r && len(g.words[k]) > 0 {
			return false
		}
	}
	return true
}

func (g *gridOf) colEmpty(c int) bool {
	for k, pl := range g.places {
		if pl.c0 <= c && c <= pl.c1 && len(g.words[k]) > 0 && pl.c0 == pl.c1 {
			return false
		}
	}
	return true
}

// frameRow reports whether row r is one place over all columns whose text is a caption or
// notes: like reports whether it begins so, or the text is long.
func (g *gridOf) frameRow(r int, like func(string) bool) bool {
	const proseWords = 25 // a heading that spans a table is shorter
	for k, pl := range g.places {
		if pl.r0 == r && pl.r1 == r && pl.c0 == 0 && pl.c1 == len(g.xs)-2 {
			return like(g.text(k)) || len(g.words[k]) > proseWords
		}
	}
	return false
}

func (g *gridOf) dropRow(r int) {
	g.dropBand(r, func(pl *place) (first, last *int) { return &pl.r0, &pl.r1 })
	g.ys = dropEdge(g.ys, r)
}

func (g *gridOf) dropCol(c int) {
	g.dropBand(c, func(pl *place) (first, last *int) { return &pl.c0, &pl.c1 })
	g.xs = dropEdge(g.xs, c)
}

// dropBand removes the places that are in row or column n alone and moves the others up;
// ends returns where a place begins and ends in that direction.
func (g *gridOf) dropBand(n int, ends func(*place) (first, last *int)) {
	keepP, keepW := g.places[:0], g.words[:0]
	for k, pl := range g.places {
		first, last := ends(&pl)
		if *first == n && *last == n {
			continue
		}
		if *first > n {
			*first--
		}
		if *last >= n {
			*last--
		}
		keepP, keepW = append(keepP, pl), append(keepW, g.words[k])
	}
	g.places, g.words = keepP, keepW
}

// dropEdge removes the edge of row or column n: its first one at the start of the grid,
// else the one after it.
func dropEdge[T any](edges []T, n int) []T {
	if n == 0 {
		return edges[1:]
	}
	return slices.Delete(edges, n+1, n+2)
}

// lines returns the lines of some words.
func (g *gridOf) lines(words []int32) []sheet.Line {
	var up []int32
	for _, i := range words {
		if g.p.Words[i].Angle == 0 {
			up = append(up, i)
		}
	}
	var out []sheet.Line
	for _, i := range up { // words come line by line
		w := &g.p.Words[i]
		if n := len(out); n > 0 && abs(w.Base-out[n-1].Base) < 0.6*max(w.Size, out[n-1].Size) && w.Box.X0 >= out[n-1].Box.X0 {
			out[n-1].Add(g.p, i)
			continue
		}
		t := sheet.Line{Base: w.Base, Weight: 1}
		t.Add(g.p, i)
		out = append(out, t)
	}
	return out
}

// table makes the table.
func (g *gridOf) table(method string) *sheet.Table {
	t := &sheet.Table{Method: method, Rows: len(g.ys) - 1, Cols: len(g.xs) - 1, Xs: g.xs}
	t.Box = Box{X0: g.xs[0], Y0: g.ys[0], X1: g.xs[len(g.xs)-1], Y1: g.ys[len(g.ys)-1]}
	for r := range t.Rows {
		t.RowBoxes = append(t.RowBoxes, Box{X0: t.Box.X0, Y0: g.ys[r], X1: t.Box.X1, Y1: g.ys[r+1]})
	}
	for k, pl := range g.places {
		t.Cells = append(t.Cells, sheet.Cell{
			Row: pl.r0, Col: pl.c0, RowSpan: pl.r1 - pl.r0 + 1, ColSpan: pl.c1 - pl.c0 + 1,
			Box:   Box{X0: g.xs[pl.c0], Y0: g.ys[pl.r0], X1: g.xs[pl.c1+1], Y1: g.ys[pl.r1+1]},
			Words: g.words[k],
		})
	}
	sheet.SortCells(t.Cells)
	return t
}

// refuse returns why a lattice is no table; "" if it is one.
func (g *gridOf) refuse(t *sheet.Table) string {
	filled, area, inked := 0, 0, 0
	columns := map[int]bool{}
	for k := range t.Cells {
		c := &t.Cells[k]
		area++
		if len(c.Words) > 0 {
			filled++
			inked += c.RowSpan * c.ColSpan
			columns[c.Col] = true
		}
	}
	switch {
	case t.Cols < 2 || t.Rows < 2:
		return "one row or one column"
	case filled < 4 && !(filled == 3 && area <= 4):
		return "hardly any text"
	case len(columns) < 2:
		return "text in one column only: a drawing"
	case float32(filled) < minFilled*float32(area), float32(inked) < minFilled*float32(t.Rows*t.Cols):
		return "mostly empty: a form or a drawing"
	case g.boxes():
		return "boxes joined by lines: a drawing"
	}
	return ""
}
