// Organisation charts: lattices whose texts stand in boxes that lines join.

package grid

// boxes reports whether the texts of a lattice stand in boxes that lines join,
// as in the chart of an organisation: hardly one has another right beside it.
func (g *gridOf) boxes() bool {
	nr, nc := len(g.ys)-1, len(g.xs)-1
	owner := make([]int, nr*nc)
	for k, pl := range g.places {
		for r := pl.r0; r <= pl.r1; r++ {
			for c := pl.c0; c <= pl.c1; c++ {
				if len(g.words[k]) > 0 {
					owner[r*nc+c] = k + 1
				}
			}
		}
	}
	beside := make([]bool, len(g.places)+1)
	filled := 0
	for k := range g.places {
		if len(g.words[k]) > 0 {
			filled++
		}
	}
	for r := range nr {
		for c := range nc {
			a := owner[r*nc+c]
			if c+1 < nc {
				if b := owner[r*nc+c+1]; a > 0 && b > 0 && a != b {
					beside[a], beside[b] = true, true
				}
			}
			if r+1 < nr {
				if b := owner[(r+1)*nc+c]; a > 0 && b > 0 && a != b {
					beside[a], beside[b] = true, true
				}
			}
		}
	}
	n := 0
	for _, b := range beside {
		if b {
			n++
		}
	}
	return n*3 <= filled
}
