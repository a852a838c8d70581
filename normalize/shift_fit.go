// This file weighs for the shift pass how well the cells of a row fit the columns.

package normalize

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/records"
)

// The costs of an alignment. Only their order matters: a value that its column does
// not accept weighs more than a missing name, and a missing name more than a move.
const (
	costReject = 12 // a column whose kind is known does not accept the value
	costNoName = 8  // the name is blank
	costOddly  = 3  // a place, a date or a number in a column of free text
	costMove   = 1  // a cell leaves its place
	impossible = 1 << 20
)

// maxFlagText is the longest text in a column of marks, in bytes: "nouvelle *".
const maxFlagText = 12

// takes reports whether column j accepts s, and whether its kind is known. The type of
// all its values decides, whatever its heading says.
func (a *aligner) takes(j int, s string) (ok, known bool) {
	if ok, known = a.t.Accepts(j, s); known {
		return ok, true
	}
	switch a.t.Columns[j].Type {
	case records.Date:
		_, ok = forms.ParseDate(s)
	case records.Email:
		_, ok = forms.ParseEmail(s)
	case records.Phone:
		_, ok = forms.ParsePhone(s)
	case records.Number, records.Money:
		_, ok = forms.ParseNumber(s, forms.French)
	default:
		return true, false
	}
	return ok, true
}

// bare returns a value without the mark beside it.
func (a *aligner) bare(s string) string {
	return strings.Trim(s, " *")
}

// fit returns the cost of text s in the printed column k, and whether the
// column knows it as a value of its kind.
func (a *aligner) fit(s string, k int) (cost int, knows bool) {
	ok, known := a.takes(a.cols[k], a.bare(s))
	switch {
	case slices.Contains(a.stray, k):
		return costReject, false
	case known && ok:
		return 0, true
	case known:
		return costReject, false
	}
	if a.t.Columns[a.cols[k]].Type == records.Flag && len(s) > maxFlagText {
		return costReject, false
	}
	if a.oddlyPlaced(s) {
		return costOddly, false
	}
	return 0, false
}

// oddlyPlaced reports whether a free text column would hold what a known column
// of the table takes.
func (a *aligner) oddlyPlaced(s string) bool {
	for _, k := range a.known {
		if ok, _ := a.takes(a.cols[k], a.bare(s)); ok {
			return true
		}
	}
	return false
}

// weigh sets a.cost[i][k] to the least cost of putting the cells from i on into the
// places from k on, and a.from[i][k] to whether that puts cell i into place k.
func (a *aligner) weigh(r *records.Record, free []int) {
	n, m := len(a.src), len(free)
	a.grow(n+1, m+1)
	for k := m; k >= 0; k-- {
		for i := n; i >= 0; i-- {
			if n-i > m-k {
				a.cost[i][k] = impossible
				continue
			}
			if k == m {
				a.cost[i][k] = 0
				continue
			}
			skip := a.cost[i][k+1] + a.blankCost(free[k])
			best, put := skip, false
			if i < n {
				c, _ := a.fit(r.Cells[a.src[i]].Text, free[k])
				if a.cols[free[k]] != a.src[i] {
					c += costMove
				}
				// On equal cost a cell stays where it is.
				if here := c + a.cost[i+1][k+1]; here < best || here == best && a.cols[free[k]] == a.src[i] {
					best, put = here, true
				}
			}
			a.cost[i][k], a.from[i][k] = best, put
		}
	}
}

// grow makes room for n cells in m places.
func (a *aligner) grow(n, m int) {
	for len(a.cost) < n {
		a.cost, a.from = append(a.cost, nil), append(a.from, nil)
	}
	for i := range n {
		if len(a.cost[i]) < m {
			a.cost[i], a.from[i] = make([]int, m), make([]bool, m)
		}
	}
}

// blankCost returns the cost of a blank in place k.
func (a *aligner) blankCost(k int) int {
	if k == a.name {
		return costNoName
	}
	return 0
}

// standing returns the cost of r as it is.
func (a *aligner) standing(r *records.Record, free []int) int {
	cost := 0
	for _, k := range free {
		if s := r.Cells[a.cols[k]].Text; s == "" {
			cost += a.blankCost(k)
		} else {
			c, _ := a.fit(s, k)
			cost += c
		}
	}
	for j := len(a.t.Columns); j < len(r.Cells); j++ {
		if r.Cells[j].Text != "" {
			cost += costReject // beyond the last column
		}
	}
	return cost
}
