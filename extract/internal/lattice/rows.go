// This file separates rows of a lattice without rules between them, as their text shows.

package lattice

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// splitStubs splits places over several rows that hold as many lines, each beside the line
// of one row: only the rules between them are missing.
func (g *gridOf) splitStubs() {
	for k := 0; k < len(g.places); k++ {
		pl := g.places[k]
		rows := pl.r1 - pl.r0 + 1
		if rows < 3 || pl.c0 != pl.c1 {
			continue
		}
		lines := g.lines(g.words[k])
		if len(lines) < rows-1 || len(lines) > rows {
			continue
		}
		parts := make([][]int32, rows)
		fits := true
		for n := range lines {
			y := lines[n].Base - 0.3*lines[n].Size
			r := pl.r0
			for r < pl.r1 && y > g.ys[r+1] {
				r++
			}
			if len(parts[r-pl.r0]) > 0 || !g.besides(pl, r, lines[n].Base, lines[n].Size) {
				fits = false
				break
			}
			parts[r-pl.r0] = lines[n].Words
		}
		if !fits {
			continue
		}
		var more []place
		for n := 1; n < rows; n++ {
			more = append(more, place{pl.r0 + n, pl.c0, pl.r0 + n, pl.c0})
		}
		g.places[k].r1 = pl.r0
		g.words[k] = parts[0]
		g.places = slices.Insert(g.places, k+1, more...)
		g.words = slices.Insert(g.words, k+1, parts[1:]...)
	}
}

// besides reports whether a word beside the place, in row r, is on the given baseline.
func (g *gridOf) besides(pl place, r int, base, size float32) bool {
	const level = 0.25 // em
	for k, o := range g.places {
		if o.r0 > r || o.r1 < r || o == pl {
			continue
		}
		for _, i := range g.words[k] {
			if abs(g.p.Words[i].Base-base) < level*size {
				return true
			}
		}
	}
	return false
}

// splitRows separates rows that have no rule between them: bands in which several columns
// hold the same number of figures, one below another. If most bands of several lines are
// one row, so are the others, except tall ones: a figure may be wrapped too.
func (g *gridOf) splitRows() {
	type band struct {
		row, lines int
		cuts       []float32
	}
	var cut []band
	several := 0
	for r := len(g.ys) - 2; r >= 0; r-- {
		var ws []int32
		for k, pl := range g.places {
			if pl.r0 == r && pl.r1 == r {
				ws = append(ws, g.words[k]...)
			}
		}
		if len(ws) < 4 {
			continue
		}
		cuts, lines := g.rowCuts(ws, r)
		if lines > 1 {
			several++
		}
		if len(cuts) > 0 {
			cut = append(cut, band{r, lines, cuts})
		}
	}
	for _, b := range cut {
		if 2*len(cut) < several && b.lines < minBandLines {
			continue
		}
		for n := len(b.cuts) - 1; n >= 0; n-- {
			g.splitRow(b.row, b.cuts[n])
		}
	}
}

// RowCuts returns the heights at which a band of the lattice is cut, and the number of its
// lines.
func (g *gridOf) rowCuts(ws []int32, r int) (cuts []float32, n int) {
	box := Box{X0: g.xs[0], Y0: g.ys[r], X1: g.xs[len(g.xs)-1], Y1: g.ys[r+1]}
	in := map[int32]bool{}
	for _, i := range ws {
		in[i] = true
	}
	lines := sheet.LinesIn(g.p, box)
	for k := range lines {
		t := sheet.Line{Base: lines[k].Base, Weight: 1}
		for _, i := range lines[k].Words {
			if in[i] {
				t.Add(g.p, i)
			}
		}
		lines[k] = t
	}
	lines = slices.DeleteFunc(lines, func(t sheet.Line) bool { return len(t.Words) == 0 })
	if len(lines) < 2 {
		return nil, len(lines)
	}
	s := sheet.New(g.p, box, lines, g.xs[1:len(g.xs)-1], true)
	cuts, sure := s.RowCuts()
	if !sure && len(g.ys)-1 <= maxBands && len(lines) >= minBandLines {
		return s.LooseCuts(), len(lines)
	}
	return cuts, len(lines)
}

const (
	// maxBands is the largest number of rows of a lattice that may lack rules between them.
	maxBands = 6
	// minBandLines is the least number of lines of a band that may hold several rows.
	minBandLines = 5
)

// splitRow puts a border at height y into row r.
func (g *gridOf) splitRow(r int, y float32) {
	g.ys = slices.Insert(g.ys, r+1, y)
	g.replace(func(pl place, ws []int32, keep func(place, []int32)) {
		switch {
		case pl.r0 > r:
			pl.r0++
			pl.r1++
		case pl.r1 < r:
		case pl.r0 == r && pl.r1 == r:
			var up, low []int32
			for _, i := range ws {
				if _, m := layout.Middle(g.p.Words[i].Box); m < y {
					up = append(up, i)
				} else {
					low = append(low, i)
				}
			}
			keep(pl, up)
			pl.r0, pl.r1, ws = r+1, r+1, low
		default:
			pl.r1++
		}
		keep(pl, ws)
	})
}
