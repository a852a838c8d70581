// The shift pass mends rows whose cells slid left or right.

package normalize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

var shiftPass = pass{
	name: "shift",
	doc:  "put cells that slid left or right back under their columns",
	run:  runShift,
}

// runShift aligns the printed cells of each suspect row with the printed columns
// again. The cells keep their order; other columns are left blank. A row is mended
// only if the new places are better and at least one moved cell is a value that its
// new column is known to hold.
func runShift(t *bind.Table) (found []records.Finding) {
	if t.List > 0 {
		return nil // the rows of a list have their headings already
	}
	a := newAligner(t)
	for _, r := range t.Rows {
		if r.Role != records.Data || !a.suspect(r) {
			continue
		}
		moves, why := a.align(r)
		if len(moves) == 0 {
			continue
		}
		found = t.AppendFinding(found, records.Finding{Code: records.CodeShifted, Level: records.Noted, Record: r.ID, Why: why, Edits: moves})
	}
	return found
}

// An aligner aligns rows of one table.
type aligner struct {
	t     *bind.Table
	cols  []int // printed columns from the left, as indexes into t.Columns
	name  int   // place in cols of the name, -1 if it is not printed
	known []int // places in cols of columns that know their values
	stray []int // places in cols without a heading, where few rows print
	src   []int // printed cells of the row at hand: indexes into its cells
	cost  [][]int
	from  [][]bool
}

func newAligner(t *bind.Table) *aligner {
	a := &aligner{t: t, cols: t.PrintedColumns(), name: -1}
	for k, j := range a.cols {
		if _, known := a.takes(j, ""); known {
			a.known = append(a.known, k)
		}
		if t.Columns[j].Means() == "name" {
			a.name = k
		}
	}
	for k, j := range a.cols {
		if k > 0 && t.Untitled(j) && t.Columns[a.cols[0]].Title != "" && isStray(t, j) {
			a.stray = append(a.stray, k)
		}
	}
	return a
}

// isStray reports whether at most one row in strayShare prints something in column j,
// which has no heading: such cells slid there.
func isStray(t *bind.Table, j int) bool {
	n, all := 0, 0
	for _, r := range t.Rows {
		if r.Role == records.Data {
			all++
			if r.Text(j) != "" {
				n++
			}
		}
	}
	return n == 1 && all > 2 || strayShare*n <= all
}

const strayShare = 5 // if more than one row in five prints there, the cells did not slide

// suspect reports whether some cell of r is not what its column holds. Nearly all rows
// end here.
func (a *aligner) suspect(r *records.Record) bool {
	if len(r.Cells) > len(a.t.Columns) {
		return true
	}
	if a.name >= 0 && r.Cells[a.cols[a.name]].Text == "" {
		return true
	}
	for _, k := range a.stray {
		if r.Cells[a.cols[k]].Text != "" {
			return true
		}
	}
	for _, k := range a.known {
		j := a.cols[k]
		s := r.Cells[j].Text
		if s == "" {
			continue
		}
		if ok, _ := a.takes(j, a.bare(s)); !ok {
			return true
		}
	}
	return false
}

// misplaced reports whether a cell of r cannot be where it is: beyond the last column,
// below no heading, or in a column that does not accept it.
func (a *aligner) misplaced(r *records.Record) bool {
	for j := len(a.t.Columns); j < len(r.Cells); j++ {
		if r.Cells[j].Text != "" {
			return true
		}
	}
	for _, k := range a.stray {
		if r.Text(a.cols[k]) != "" {
			return true
		}
	}
	for _, k := range a.known {
		if s := r.Text(a.cols[k]); s != "" && !lexicon.IsMissing(s) {
			if ok, _ := a.takes(a.cols[k], a.bare(s)); !ok {
				return true
			}
		}
	}
	return false
}

// maxAligned is the largest number of places that the cells of one row are tried in: a
// hundred cells in a hundred columns. A longer row is of another kind.
const maxAligned = 10_000

// align returns the moves that put the cells of r where they fit best, none if
// they are there already or the evidence is weak.
func (a *aligner) align(r *records.Record) (moves []records.Edit, why string) {
	free := a.places(r)
	n, m := len(a.src), len(free)
	if n == 0 || n > m || n*m > maxAligned {
		return nil, ""
	}
	if !a.misplaced(r) {
		return nil, "" // a blank name alone does not show that the row slid
	}
	a.weigh(r, free)
	if now := a.standing(r, free); now <= a.cost[0][0] {
		return nil, ""
	}
	moves, evidence, steps := a.best(r, free)
	if evidence != nil {
		why = fmt.Sprintf("%q is %s", r.Cells[evidence.Col].Text, kindWords(a.kind(int(evidence.To))))
	} else {
		if why = a.fillsName(r, moves); why == "" {
			return nil, ""
		}
		steps = a.steps(moves[0])
	}
	if a.losesName(r, moves) {
		return nil, ""
	}
	return moves, why + "; cells moved " + stepWords(steps)
}

// places returns the places of r that no span covers, as indexes of a.cols, and
// sets a.src to its cells that print something, those beyond the last column too.
func (a *aligner) places(r *records.Record) []int {
	free := make([]int, 0, len(a.cols))
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
	return free
}

// best returns the moves of least cost that weigh found. The evidence is the first of
// them into a column that is known to hold such values, nil if there is none; steps is
// how far that one goes.
func (a *aligner) best(r *records.Record, free []int) (moves []records.Edit, evidence *records.Edit, steps int) {
	for i, k := 0, 0; i < len(a.src); k++ {
		if !a.from[i][k] {
			continue
		}
		if j, to := a.src[i], a.cols[free[k]]; j != to {
			m := records.Edit{Op: records.Move, Record: int32(r.ID), Col: int32(j), To: int16(to)}
			moves = append(moves, m)
			if _, knows := a.fit(r.Cells[j].Text, free[k]); knows && evidence == nil {
				evidence, steps = &m, a.steps(m)
			}
		}
		i++
	}
	return moves, evidence, steps
}

// losesName reports whether moves leave the row without a name.
func (a *aligner) losesName(r *records.Record, moves []records.Edit) bool {
	if a.name < 0 {
		return false
	}
	name := a.cols[a.name]
	named := r.Cells[name].Text != ""
	for _, m := range moves {
		named = named && int(m.Col) != name
	}
	for _, m := range moves {
		named = named || int(m.To) == name
	}
	return !named
}

// steps is how many printed columns a cell moves, right or, if negative, left.
func (a *aligner) steps(m records.Edit) int {
	from := len(a.cols) // beyond the last column
	if int(m.Col) < len(a.t.Columns) {
		from = a.t.Columns[m.Col].Printed
	}
	return a.t.Columns[m.To].Printed - from
}

// fillsName returns why moves are right though none is into a column that is known to
// hold the value: they fill the blank name, and a cell leaves a column that does not
// accept it, or the place beyond the last. It returns "" if they do not.
func (a *aligner) fillsName(r *records.Record, moves []records.Edit) string {
	if a.name < 0 || r.Cells[a.cols[a.name]].Text != "" {
		return ""
	}
	name, left := "", ""
	for _, m := range moves {
		s := r.Cells[m.Col].Text
		if int(m.To) == a.cols[a.name] {
			name = s
		}
		if int(m.Col) >= len(a.t.Columns) || slices.Contains(a.stray, a.t.Columns[m.Col].Printed) {
			left = fmt.Sprintf("%q is beyond the last column", s)
		} else if ok, known := a.takes(int(m.Col), a.bare(s)); known && !ok {
			left = fmt.Sprintf("%q is not %s", s, kindWords(a.kind(int(m.Col))))
		}
	}
	// A word for a missing date or figure is not a name: "à venir", "n.c.".
	if name == "" || left == "" || lexicon.IsMissing(name) || a.oddlyPlaced(name) || fold.StartsLower(name) || !bind.IsWords(name) {
		return ""
	}
	return fmt.Sprintf("the name is blank, and %s", left)
}

// kind returns the name of what a column holds.
func (a *aligner) kind(j int) string {
	c := &a.t.Columns[j]
	if _, known := a.t.Accepts(j, ""); known || c.Type == records.Text || c.Type == records.Code {
		return c.Name
	}
	if c.Type == records.Money {
		return "amount"
	}
	return c.Type.String()
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
