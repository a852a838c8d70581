// The shift pass: rows whose cells slid left or right.

package normalize

import (
	"fmt"
	"strings"
)

var shiftPass = Pass{
	Name: "shift",
	Doc:  "put cells that slid left or right back under their columns",
	Run:  runShift,
}

// The costs of an alignment. Only their order matters: a value that its column
// does not take weighs more than a name that is missing, and that more than
// moving cells.
const (
	costReject = 12 // a column that is known does not take the value
	costNoName = 8  // the name is blank
	costOddly  = 3  // a place, a date or a number stands in a column of free text
	costMove   = 1  // a cell leaves its place
)

// runShift aligns the printed cells of each suspect row with the printed
// columns again. The order of cells stays; what changes is which columns are
// left blank. A row is mended only if the new places are better and at least one
// moved cell is a value that its new column knows.
func runShift(t *Table, _ *Profile) (found []Finding) {
	if t.list > 0 {
		return nil // a list was read with all that holds for its rows
	}
	a := newAligner(t)
	for _, r := range t.Rows {
		if r.Role != Data || !a.suspect(r) {
			continue
		}
		moves, why := a.align(r)
		if len(moves) == 0 {
			continue
		}
		found = t.pushFinding(found, Finding{Code: "shifted", Level: Noted, Record: r.ID, Why: why, Edits: moves})
	}
	return found
}

// An aligner aligns rows of one table.
type aligner struct {
	t     *Table
	cols  []int // printed columns from the left, as indexes into t.Columns
	name  int   // place in cols of the name, -1 if it is not printed
	known []int // places in cols of columns that know their values
	src   []int // printed cells of the row at hand: indexes into its cells
	cost  [][]int
	from  [][]bool
}

func newAligner(t *Table) *aligner {
	a := &aligner{t: t, cols: t.printedColumns(), name: -1}
	for k, j := range a.cols {
		if _, known := t.accepts(j, ""); known {
			a.known = append(a.known, k)
		}
		if t.Columns[j].Name == "name" {
			a.name = k
		}
	}
	return a
}

// suspect reports whether some cell of r is not what its column takes. Nearly
// all rows end here.
func (a *aligner) suspect(r *Record) bool {
	if len(r.Cells) > len(a.t.Columns) {
		return true
	}
	if a.name >= 0 && r.Cells[a.cols[a.name]].Text == "" {
		return true
	}
	for _, k := range a.known {
		j := a.cols[k]
		s := r.Cells[j].Text
		if s == "" {
			continue
		}
		if ok, _ := a.t.accepts(j, a.bare(s)); !ok {
			return true
		}
	}
	return false
}

// bare returns a value without the mark beside it.
func (a *aligner) bare(s string) string {
	return strings.Trim(s, " *")
}

// fit returns the cost of text s in the printed column k, and whether the
// column knows it as a value of its kind.
func (a *aligner) fit(s string, k int) (cost int, knows bool) {
	ok, known := a.t.accepts(a.cols[k], a.bare(s))
	switch {
	case known && ok:
		return 0, true
	case known:
		return costReject, false
	}
	if a.t.Columns[a.cols[k]].Type == Flag && len(s) > 12 {
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
		if ok, _ := a.t.accepts(a.cols[k], a.bare(s)); ok {
			return true
		}
	}
	return false
}

// align returns the moves that put the cells of r where they fit best, none if
// they stand there already or the evidence is weak.
func (a *aligner) align(r *Record) (moves []Edit, why string) {
	free := make([]int, 0, len(a.cols)) // places that no span covers
	a.src = a.src[:0]
	for k, j := range a.cols {
		c := &r.Cells[j]
		if c.Src != nil && c.Src.Covered() && c.Text == "" {
			continue
		}
		free = append(free, k)
		if c.Text != "" {
			a.src = append(a.src, j)
		}
	}
	for j := len(a.t.Columns); j < len(r.Cells); j++ {
		if r.Cells[j].Text != "" {
			a.src = append(a.src, j)
		}
	}
	n, m := len(a.src), len(free)
	if n == 0 || n > m {
		return nil, ""
	}
	// best[i][k]: the least cost of the cells from i on in the places from k on.
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
	if now := a.standing(r, free); now <= a.cost[0][0] {
		return nil, ""
	}
	evidence, steps := "", 0
	for i, k := 0, 0; i < n; k++ {
		if !a.from[i][k] {
			continue
		}
		j, to := a.src[i], a.cols[free[k]]
		s := r.Cells[j].Text
		_, knows := a.fit(s, free[k])
		if j != to {
			moves = append(moves, Edit{Op: Move, Record: int32(r.ID), Col: int32(j), To: int16(to)})
			if knows && evidence == "" {
				evidence = s
				steps = free[k] - a.t.Columns[min(j, len(a.t.Columns)-1)].printed
				why = fmt.Sprintf("%q is %s", s, kindWords(a.t.Columns[to].Name))
			}
		}
		i++
	}
	if len(moves) == 0 || evidence == "" {
		return nil, ""
	}
	if name := a.cols; a.name >= 0 { // the name must not be lost by it
		named := r.Cells[name[a.name]].Text != ""
		for _, m := range moves {
			named = named || int(m.To) == name[a.name]
		}
		if !named {
			return nil, ""
		}
	}
	return moves, why + "; cells moved " + stepWords(steps)
}

const impossible = 1 << 20

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

func (a *aligner) blankCost(k int) int {
	if k == a.name {
		return costNoName
	}
	return 0
}

// standing returns the cost of r as it is.
func (a *aligner) standing(r *Record, free []int) int {
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

// kindWords names a value of a column in a sentence.
func kindWords(column string) string {
	switch column {
	case "region", "department", "commune", "date", "number", "phone":
		return "a " + column
	case "amount", "email":
		return "an " + column
	}
	return "a " + strings.ReplaceAll(column, "_", " ")
}

func stepWords(steps int) string {
	side := "right"
	if steps < 0 {
		side, steps = "left", -steps
	}
	if steps == 1 {
		return "one column " + side
	}
	return fmt.Sprintf("%d columns %s", steps, side)
}
