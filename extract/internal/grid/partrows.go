// Rows of a lattice that no rule parts are parted as far as their text says so.

package grid

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// splitStubs parts places over several rows that hold as many lines, each at
// the height of its row's: only the rules between them are missing.
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
			y := lines[n].base - 0.3*lines[n].size
			r := pl.r0
			for r < pl.r1 && y > g.ys[r+1] {
				r++
			}
			if len(parts[r-pl.r0]) > 0 || !g.besides(pl, r, lines[n].base, lines[n].size) {
				fits = false
				break
			}
			parts[r-pl.r0] = lines[n].words
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

// besides reports whether a word beside the place, in row r, stands on the
// baseline given.
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

// splitRows parts rows that have no rule between them: bands in which several
// columns hold as many figures, one below another. Where most bands of several lines
// are one row, so are the others, but for tall ones: a figure too may be wrapped.
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
		if 2*len(cut) < several && b.lines < bandLines {
			continue
		}
		for n := len(b.cuts) - 1; n >= 0; n-- {
			g.splitRow(b.row, b.cuts[n])
		}
	}
}

// rowCuts returns the heights at which a band of the lattice is parted, and how many
// lines it has.
func (g *gridOf) rowCuts(ws []int32, r int) (cuts []float32, n int) {
	box := Box{X0: g.xs[0], Y0: g.ys[r], X1: g.xs[len(g.xs)-1], Y1: g.ys[r+1]}
	in := map[int32]bool{}
	for _, i := range ws {
		in[i] = true
	}
	lines := linesIn(g.p, box)
	for k := range lines {
		t := textLine{base: lines[k].base, weight: 1}
		for _, i := range lines[k].words {
			if in[i] {
				t.add(g.p, i)
			}
		}
		lines[k] = t
	}
	lines = slices.DeleteFunc(lines, func(t textLine) bool { return len(t.words) == 0 })
	if len(lines) < 2 {
		return nil, len(lines)
	}
	s := newSheet(g.p, box, lines, g.xs[1:len(g.xs)-1], true)
	clashes, several := 0, 0
	for k := 1; k < len(lines); k++ {
		if s.conflict(k-1, k) {
			clashes++
		}
		if len(s.chunks[k]) >= 2 {
			several++
		}
	}
	if clashes*2 < len(lines)-1 || several*2 < len(lines)-1 {
		return g.looseCuts(s), len(lines)
	}
	starts := s.rowStarts(0, len(lines))
	for k := 1; k < len(lines); k++ {
		if starts[k] {
			cuts = append(cuts, (max(lines[k-1].base, lines[k].box.Y0)+lines[k].box.Y0)/2)
		}
	}
	return cuts, len(lines)
}

const (
	// fewBands: a lattice with more rows has rules between all of them.
	fewBands = 6
	// bandLines: a band of fewer lines is one row.
	bandLines = 5
	// looseGap in em of white across all columns parts rows of a band.
	looseGap = 0.45
)

// looseCuts parts a tall band of a lattice of few rows where white runs across
// all columns and a new text begins in the first column below it.
func (g *gridOf) looseCuts(s *sheet) []float32 {
	if len(g.ys)-1 > fewBands || len(s.lines) < bandLines {
		return nil
	}
	var cuts []float32
	for k := 1; k < len(s.lines); k++ {
		white := s.lines[k].box.Y0 - s.lines[k-1].box.Y1
		if white < looseGap*s.lines[k].size {
			continue
		}
		if len(s.chunks[k]) == 0 || s.chunks[k][0].c0 != 0 || shape.GoesOn(s.first(&s.chunks[k][0])) {
			return nil
		}
		cuts = append(cuts, s.lines[k].box.Y0-white/2)
	}
	return cuts
}

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
