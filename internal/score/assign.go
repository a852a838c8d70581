// This file finds which column of the product holds which column of the truth.

package score

import "math"

// assign pairs rows of weight with columns, one to one, so that the sum of the weights
// is the largest possible (the Hungarian method). It returns the column of each row, -1
// if there are too few.
func assign(weight [][]float64) []int {
	n, m := len(weight), 0
	if n > 0 {
		m = len(weight[0])
	}
	size := max(n, m)
	cost := func(i, j int) float64 {
		if j < m {
			return -weight[i][j]
		}
		return 0
	}
	// Potentials and the matching are kept from 1; 0 is a column that is not there.
	rowPot, colPot := make([]float64, n+1), make([]float64, size+1)
	rowOf, from := make([]int, size+1), make([]int, size+1)
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		least, used := make([]float64, size+1), make([]bool, size+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		at := 0
		for {
			used[at] = true
			next, step := 0, math.Inf(1)
			for j := 1; j <= size; j++ {
				if used[j] {
					continue
				}
				if c := cost(rowOf[at]-1, j-1) - rowPot[rowOf[at]] - colPot[j]; c < least[j] {
					least[j], from[j] = c, at
				}
				if least[j] < step {
					next, step = j, least[j]
				}
			}
			for j := range least {
				if used[j] {
					rowPot[rowOf[j]] += step
					colPot[j] -= step
				} else {
					least[j] -= step
				}
			}
			if at = next; rowOf[at] == 0 {
				break
			}
		}
		for at != 0 {
			rowOf[at] = rowOf[from[at]]
			at = from[at]
		}
	}
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	for j := 1; j <= m; j++ {
		if rowOf[j] > 0 {
			out[rowOf[j]-1] = j - 1
		}
	}
	return out
}
