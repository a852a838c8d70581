// Step "ruled": edges that cross make lattices. The cells of a lattice are the
// rectangles that its edges enclose; where an edge is missing between two
// places of the lattice, one cell spans both.

package lattice

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/borders"
)

const (
	// maxMiss in points is by how much the ends of two edges that meet may miss each other.
	maxMiss = 3.5
	// minBorderGap in points: borders nearer to each other are one border drawn twice, since
	// no row or column of print is that narrow.
	minBorderGap = borders.SameBorder
	// minCover is the part of a cell's side that an edge must cover to close it.
	minCover = 0.6
	// maxLattice is the largest number of places of one lattice.
	maxLattice = 40000
)

// A Lattice is a set of crossing edges.
type Lattice struct {
	H, V []Edge
	Xs   []float32 // borders of columns, left to right
	Ys   []float32 // borders of rows, top to bottom
	Box  Box
	// Sides says which of the four outer sides are drawn: left, top, right, bottom.
	Sides [4]bool
}

// Find groups edges that cross or meet into lattices, top to bottom.
func Find(e Edges) []Lattice {
	n := len(e.H) + len(e.V)
	parent := make([]int32, n)
	for i := range parent {
		parent[i] = int32(i)
	}
	find := func(i int32) int32 {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	met := make([]bool, n)
	for j := range e.V {
		v := &e.V[j]
		from, _ := slices.BinarySearchFunc(e.H, v.From-maxMiss, func(h Edge, y float32) int { return cmp.Compare(h.At, y) })
		for i := from; i < len(e.H) && e.H[i].At <= v.To+maxMiss; i++ {
			h := &e.H[i]
			if v.At < h.From-maxMiss || v.At > h.To+maxMiss {
				continue
			}
			a, b := find(int32(i)), find(int32(len(e.H)+j))
			parent[max(a, b)] = min(a, b)
			met[i], met[len(e.H)+j] = true, true
		}
	}
	index := map[int32]int{}
	var out []Lattice
	for i := range n {
		if !met[i] {
			continue
		}
		r := find(int32(i))
		k, ok := index[r]
		if !ok {
			k = len(out)
			index[r] = k
			out = append(out, Lattice{})
		}
		if i < len(e.H) {
			out[k].H = append(out[k].H, e.H[i])
		} else {
			out[k].V = append(out[k].V, e.V[i-len(e.H)])
		}
	}
	for k := range out {
		out[k].frame()
	}
	slices.SortStableFunc(out, func(a, b Lattice) int {
		return cmp.Or(cmp.Compare(a.Box.Y0, b.Box.Y0), cmp.Compare(a.Box.X0, b.Box.X0))
	})
	return out
}

// frame sets the borders: the places of the edges, and the ends of the crossing edges where
// nothing else is drawn.
func (l *Lattice) frame() {
	l.Box = Box{X0: 1e9, Y0: 1e9, X1: -1e9, Y1: -1e9}
	var xs, ys []float32
	for _, h := range l.H {
		l.Box.X0, l.Box.X1 = min(l.Box.X0, h.From), max(l.Box.X1, h.To)
		ys = append(ys, h.At)
	}
	for _, v := range l.V {
		l.Box.Y0, l.Box.Y1 = min(l.Box.Y0, v.From), max(l.Box.Y1, v.To)
		xs = append(xs, v.At)
	}
	xs, ys = mergeBorders(xs), mergeBorders(ys)
	l.Sides = [4]bool{xs[0] < l.Box.X0+minBorderGap, ys[0] < l.Box.Y0+minBorderGap, xs[len(xs)-1] > l.Box.X1-minBorderGap, ys[len(ys)-1] > l.Box.Y1-minBorderGap}
	if !l.Sides[0] {
		xs = append([]float32{l.Box.X0}, xs...)
	}
	if !l.Sides[1] {
		ys = append([]float32{l.Box.Y0}, ys...)
	}
	if !l.Sides[2] {
		xs = append(xs, l.Box.X1)
	}
	if !l.Sides[3] {
		ys = append(ys, l.Box.Y1)
	}
	l.Xs, l.Ys = xs, ys
	l.Box = Box{X0: xs[0], Y0: ys[0], X1: xs[len(xs)-1], Y1: ys[len(ys)-1]}
}

// mergeBorders sorts positions and merges those that are close together.
func mergeBorders(s []float32) []float32 {
	slices.Sort(s)
	var out []float32
	for from := 0; from < len(s); {
		to := from + 1
		for to < len(s) && s[to]-s[to-1] < minBorderGap && s[to]-s[from] < 2*minBorderGap {
			to++
		}
		out = append(out, (s[from]+s[to-1])/2)
		from = to
	}
	return out
}

// closes reports for each place of the lattice whether its right side and its
// lower side are drawn.
func (l *Lattice) closes() (right, below [][]bool) {
	nr, nc := len(l.Ys)-1, len(l.Xs)-1
	right, below = make([][]bool, nr), make([][]bool, nr)
	for r := range nr {
		right[r], below[r] = make([]bool, nc), make([]bool, nc)
		right[r][nc-1] = true
	}
	for c := range nc {
		below[nr-1][c] = true
	}
	for k := 1; k < nc; k++ {
		for r := range nr {
			right[r][k-1] = sideDrawn(l.V, l.Xs[k], l.Ys[r], l.Ys[r+1])
		}
	}
	for k := 1; k < nr; k++ {
		for c := range nc {
			below[k-1][c] = sideDrawn(l.H, l.Ys[k], l.Xs[c], l.Xs[c+1])
		}
	}
	return right, below
}

// sideDrawn reports whether edges near at cover enough of from..to.
func sideDrawn(edges []Edge, at, from, to float32) bool {
	k, _ := slices.BinarySearchFunc(edges, at-2*minBorderGap, func(e Edge, y float32) int { return cmp.Compare(e.At, y) })
	sum := float32(0)
	for ; k < len(edges) && edges[k].At <= at+2*minBorderGap; k++ {
		e := &edges[k]
		if abs(e.At-at) > minBorderGap {
			continue
		}
		sum = max(sum, min(e.To, to)-max(e.From, from))
	}
	return sum >= minCover*(to-from)
}

// A place is a rectangle of a lattice: rows r0..r1 and columns c0..c1, inclusive.
type place struct{ r0, c0, r1, c1 int }

// places returns the rectangles that the lattice's edges enclose, by row, then by column.
// A part that they do not enclose as a rectangle is cut into single places.
func (l *Lattice) places() []place {
	right, below := l.closes()
	nr, nc := len(l.Ys)-1, len(l.Xs)-1
	taken := make([][]bool, nr)
	for r := range taken {
		taken[r] = make([]bool, nc)
	}
	var out []place
	for r := range nr {
		for c := range nc {
			if taken[r][c] {
				continue
			}
			p := place{r, c, r, c}
			for p.c1+1 < nc && !right[r][p.c1] && !taken[r][p.c1+1] {
				p.c1++
			}
			for p.r1+1 < nr && open(below[p.r1], p.c0, p.c1) && fits(right[p.r1+1], taken[p.r1+1], p) {
				p.r1++
			}
			for y := p.r0; y <= p.r1; y++ {
				for x := p.c0; x <= p.c1; x++ {
					taken[y][x] = true
				}
			}
			out = append(out, p)
		}
	}
	return out
}

func open(below []bool, c0, c1 int) bool {
	for c := c0; c <= c1; c++ {
		if below[c] {
			return false
		}
	}
	return true
}

// fits reports whether the next row has the same left and right sides.
func fits(right, taken []bool, p place) bool {
	for c := p.c0; c <= p.c1; c++ {
		if taken[c] || c < p.c1 && right[c] {
			return false
		}
	}
	return right[p.c1] && (p.c0 == 0 || right[p.c0-1])
}
