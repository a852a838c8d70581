// This file recognises organisation charts: lattices whose texts are in boxes joined by
// lines.

package lattice

// boxes reports whether the texts of a lattice are in boxes joined by lines, as in the chart
// of an organisation: hardly one has another right beside it.
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
	beside := map[int]bool{}
	filled := 0
	for k := range g.places {
		if len(g.words[k]) > 0 {
			filled++
		}
	}
	join := func(a, b int) {
		if a > 0 && b > 0 && a != b {
			beside[a], beside[b] = true, true
		}
	}
	for at := range owner {
		if at%nc+1 < nc {
			join(owner[at], owner[at+1])
		}
		if at/nc+1 < nr {
			join(owner[at], owner[at+nc])
		}
	}
	return len(beside)*3 <= filled
}
