// This file separates columns of a lattice without rules between them, as their text
// shows, and headings of two levels in one ruled row.

package lattice

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// splitColumns separates columns that have no rule between them.
func (g *gridOf) splitColumns() {
	for c := len(g.xs) - 2; c >= 0; c-- {
		var lines []sheet.Line
		total := 0
		for k, pl := range g.places {
			if pl.c0 == c && pl.c1 == c && pl.r0 == pl.r1 {
				ls := g.lines(g.words[k])
				total += len(ls)
				lines = append(lines, ls...)
			}
		}
		if total < 4 {
			continue
		}
		seps := sheet.ColumnBorders(g.p, lines, nil, nil)
		var good []float32
		for _, x := range seps {
			if g.splits(lines, x) {
				good = append(good, x)
			}
		}
		for n := len(good) - 1; n >= 0; n-- {
			g.splitCol(c, good[n])
		}
	}
}

// splits reports whether enough of the lines have a wide gap at x.
func (g *gridOf) splits(lines []sheet.Line, x float32) bool {
	yes, figures := 0, 0
	for k := range lines {
		for n := 1; n < len(lines[k].Words); n++ {
			a, b := &g.p.Words[lines[k].Words[n-1]], &g.p.Words[lines[k].Words[n]]
			if a.Box.X1 <= x && x <= b.Box.X0 && borders.Wide(g.p, a, b) {
				yes++
				if shape.Numeric(a.Text) && shape.Numeric(b.Text) {
					figures++
				}
			}
		}
	}
	return float32(yes) >= splitShare*float32(len(lines)) && yes >= 3 && figures*2 >= yes
}

// splitCol puts a border at x into column c. Places over several columns span both halves
// unless they have a gap there too.
func (g *gridOf) splitCol(c int, x float32) {
	g.xs = slices.Insert(g.xs, c+1, x)
	g.replace(func(pl place, ws []int32, keep func(place, []int32)) {
		switch {
		case pl.c0 > c:
			pl.c0++
			pl.c1++
		case pl.c1 < c:
		case pl.c0 == c && pl.c1 == c:
			if l, r, across := g.halves(ws, x); !across {
				keep(pl, l)
				pl.c0, pl.c1, ws = c+1, c+1, r
				break
			}
			pl.c1++
		default:
			pl.c1++
		}
		keep(pl, ws)
	})
}

// replace calls f with each place and its words. f passes to keep what replaces them.
func (g *gridOf) replace(f func(pl place, ws []int32, keep func(place, []int32))) {
	var places []place
	var words [][]int32
	for k, pl := range g.places {
		f(pl, g.words[k], func(pl place, ws []int32) {
			places, words = append(places, pl), append(words, ws)
		})
	}
	g.places, g.words = places, words
}

// halves splits words at x. across reports that one of them, or an ordinary blank, is over
// it.
func (g *gridOf) halves(ws []int32, x float32) (l, r []int32, across bool) {
	for _, t := range g.lines(ws) {
		for n, i := range t.Words {
			b := g.p.Words[i].Box
			if b.X0 < x-1 && b.X1 > x+1 {
				return nil, nil, true
			}
			if m, _ := layout.Middle(b); m < x {
				l = append(l, i)
			} else {
				if n > 0 {
					a := &g.p.Words[t.Words[n-1]]
					if m, _ := layout.Middle(a.Box); m < x && !borders.Wide(g.p, a, &g.p.Words[i]) && !shape.Numeric(a.Text) {
						return nil, nil, true
					}
				}
				r = append(r, i)
			}
		}
	}
	return l, r, false
}

// spanGap in em is the narrowest gap between texts side by side in one place over several
// columns.
const spanGap = 1.5

// splitSpans splits places over several columns whose single line has texts with wide gaps
// between: headings without a rule between.
func (g *gridOf) splitSpans() {
	for k := 0; k < len(g.places); k++ {
		pl := g.places[k]
		if pl.c1 == pl.c0 || len(g.words[k]) < 2 {
			continue
		}
		lines := g.lines(g.words[k])
		if len(lines) != 1 {
			continue
		}
		t := &lines[0]
		for n := 1; n < len(t.Words); n++ {
			a, b := g.p.Words[t.Words[n-1]].Box, g.p.Words[t.Words[n]].Box
			if b.X0-a.X1 < spanGap*t.Size {
				continue
			}
			best, at := float32(1e9), -1
			for c := pl.c0 + 1; c <= pl.c1; c++ {
				if x := g.xs[c]; x >= a.X1 && x <= b.X0 {
					if d := abs(x - (a.X1+b.X0)/2); d < best {
						best, at = d, c
					}
				}
			}
			if at < 0 {
				continue
			}
			right := pl
			right.c0 = at
			g.places[k].c1 = at - 1
			g.places = slices.Insert(g.places, k+1, right)
			g.words = slices.Insert(g.words, k+1, slices.Clone(t.Words[n:]))
			g.words[k] = slices.Clone(t.Words[:n])
			break // what is right of it comes next
		}
	}
}

// splitHeads splits the row of headings where places over several columns have a line that
// spans them above lines with a text for each.
func (g *gridOf) splitHeads() {
	type cut struct {
		k int
		y float32
	}
	for r := 0; r < min(2, len(g.ys)-1); r++ {
		var cuts []cut
		spans := 0
		for k, pl := range g.places {
			if pl.r0 != r || pl.r1 != r || pl.c0 == pl.c1 || len(g.words[k]) < 3 {
				continue
			}
			spans++
			lines := g.lines(g.words[k])
			for n := 1; n < len(lines); n++ {
				if g.parted(&lines[n], pl) && !g.parted(&lines[n-1], pl) {
					cuts = append(cuts, cut{k, (lines[n-1].Base + lines[n].Box.Y0) / 2})
					break
				}
			}
		}
		if len(cuts) == 0 || len(cuts)*2 < spans {
			continue
		}
		y := cuts[0].y
		g.ys = slices.Insert(g.ys, r+1, y)
		var places []place
		var words [][]int32
		for k, pl := range g.places {
			ws := g.words[k]
			at := slices.IndexFunc(cuts, func(c cut) bool { return c.k == k })
			switch {
			case at >= 0:
				var up []int32
				parts := make([][]int32, pl.c1-pl.c0+1)
				for _, i := range ws {
					x, m := layout.Middle(g.p.Words[i].Box)
					if m < cuts[at].y {
						up = append(up, i)
						continue
					}
					c := pl.c0
					for c < pl.c1 && x > g.xs[c+1] {
						c++
					}
					parts[c-pl.c0] = append(parts[c-pl.c0], i)
				}
				places, words = append(places, pl), append(words, up)
				for n, part := range parts {
					places = append(places, place{r + 1, pl.c0 + n, r + 1, pl.c0 + n})
					words = append(words, part)
				}
				continue
			case pl.r0 > r:
				pl.r0++
				pl.r1++
			case pl.r1 >= r:
				pl.r1++
			}
			places, words = append(places, pl), append(words, ws)
		}
		g.places, g.words = places, words
		return
	}
}

// parted reports whether a line has a text for each column of a place.
func (g *gridOf) parted(t *sheet.Line, pl place) bool {
	for c := pl.c0 + 1; c <= pl.c1; c++ {
		found := false
		for n := 1; n < len(t.Words); n++ {
			a, b := &g.p.Words[t.Words[n-1]], &g.p.Words[t.Words[n]]
			if x := g.xs[c]; a.Box.X1 <= x+1 && b.Box.X0 >= x-1 && b.Box.X0-a.Box.X1 > 0.5*t.Size {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}
