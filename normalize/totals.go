// This file recognises rows that sum up others by their words and their figures.

package normalize

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// totalCell returns the cell of r whose words open a total, -1 if there is none:
// the first that it prints, or, of "Bretagne | Total | 12", the one after its place.
func totalCell(t *bind.Table, r *records.Record, first int) int {
	if bind.MayTotal(t.Places, r.Cells[first].Text) {
		return first
	}
	for first < len(t.Columns) && (t.Columns[first].Means() == "region" || t.Columns[first].Means() == "department") {
		src := r.Cells[first].Src
		for first++; first < len(r.Cells) && (r.Cells[first].Text == "" || r.Cells[first].Src == src); first++ {
		}
		if first < len(r.Cells) && bind.IsTotal(t.Places, r.Cells[first].Text) {
			return first
		}
	}
	return -1
}

// isPart reports whether a row is part of the total right above it: "dont État".
func isPart(text string, above *records.Record, totals []records.Edit) bool {
	if len(totals) == 0 || above == nil || int(totals[len(totals)-1].Record) != above.ID {
		return false
	}
	return strings.HasPrefix(fold.Words(text), "dont ")
}

// restAreFigures reports whether all printed cells of r from the one that opens
// the total on are numbers.
func restAreFigures(t *bind.Table, r *records.Record, first int) bool {
	for j := first + 1; j < len(r.Cells); j++ {
		if r.Cells[j].Text == "" || lexicon.SaysMissing(r.Cells[j].Text) {
			continue
		}
		if _, ok := forms.ParseNumber(r.Cells[j].Text, t.Style()); !ok && !forms.IsFigure(r.Cells[j].Text) && r.Cells[j].Src != r.Cells[first].Src {
			return false
		}
	}
	return true
}

// A summer decides by its figures whether a row sums up the rows above it. It goes
// through the rows once, and only in tables with a row that begins like a total.
type summer struct {
	t    *bind.Table
	next int // the next row to add
	cols []sums
}

// sums are those of one column.
type sums struct{ since, all span }

// A span is some rows: since the last total, or all of the table.
type span struct {
	n          int
	sum, least float64
	most       float64
}

func (s *span) add(v float64) {
	if s.n == 0 {
		s.least, s.most = v, v
	}
	s.n++
	s.sum += v
	s.least, s.most = min(s.least, v), max(s.most, v)
}

// isTotal reports whether the row at index i is a total. Its cell in column opens is
// worded like one; a row that prints nothing else is judged by its words alone. groups
// are the names of the groups above it: "Total Culture" sums up Culture.
func (s *summer) isTotal(i, opens int, only bool, declared []records.Edit, groups []string) bool {
	text := s.t.Rows[i].Cells[opens].Text
	_, _, how := bind.ReadTotal(s.t.Places, text)
	if of := bind.TotalOf(text); of != "" && slices.ContainsFunc(groups, func(g string) bool { return fold.Words(g) == of }) {
		how = bind.SureTotal
	}
	if how == bind.SureTotal || only {
		return how == bind.SureTotal && (only || !s.opensIndex(i))
	}
	agrees, below := s.totals(i, declared)
	return agrees || how == bind.LikelyTotal && (isMean(text) || !below && s.isLast(i))
}

// opensIndex reports whether the row at index i is the first record and its figures lie between the least and the
// largest of the rows below it: "Ensemble" above the parts of a price index is a record, since
// a total would be larger than each of its parts.
func (s *summer) opensIndex(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if s.t.Rows[k].Role == records.Data {
			return false
		}
	}
	figures := 0
	for j := range s.t.Columns {
		v, _, ok := s.figure(s.t.Rows[i], j)
		if !ok {
			continue
		}
		var below span
		for _, r := range s.t.Rows[i+1 : min(len(s.t.Rows), i+1+bind.SampleRows)] {
			if w, _, ok := s.figure(r, j); ok && r.Role == records.Data {
				below.add(w)
			}
		}
		if below.n < 2 || v < below.least || v > below.most {
			return false
		}
		figures++
	}
	return figures > 0
}

// isLast reports whether no record follows the row at index i.
func (s *summer) isLast(i int) bool {
	for k := i + 1; k < len(s.t.Rows); k++ {
		if k > i+maxTotals {
			return false
		}
		if r := s.t.Rows[k]; r.Role == records.Data {
			if first, only := bind.PrintedCells(r); first >= 0 && !only && !bind.MayTotal(s.t.Places, r.Cells[first].Text) {
				return false
			}
		}
	}
	return true
}

// maxTotals is how many totals may end a table.
const maxTotals = 12

// openGroups returns the names of the groups that the row at index i may sum up: the
// sections above it and what was last printed in the columns up to its first cell.
func openGroups(t *bind.Table, i, first int) (groups []string) {
	left := map[int]bool{}
	for j := 0; j <= first && j < len(t.Columns); j++ {
		left[j] = t.Columns[j].Printed >= 0
	}
	for k := i - 1; k >= 0 && k >= i-maxGroupRows && len(left) > 0; k-- {
		r := t.Rows[k]
		switch r.Role {
		case records.Data:
			if t.GroupRows[r.ID] > 0 {
				at, _ := bind.PrintedCells(r)
				groups = append(groups, r.Text(at))
			}
			for j := range left {
				if s := r.Text(j); s != "" {
					groups = append(groups, s)
					delete(left, j)
				}
			}
		case records.Section:
			at, _ := bind.PrintedCells(r)
			groups = append(groups, r.Text(at))
		}
	}
	return groups
}

// maxGroupRows is how far above its total a group begins, in rows.
const maxGroupRows = 300

// totals reports whether the figures of the row at index at sum up the rows above:
// agrees if one does, below if one is smaller than a figure that it would include.
func (s *summer) totals(at int, declared []records.Edit) (agrees, below bool) {
	if s.cols == nil {
		s.cols = make([]sums, len(s.t.Columns))
	}
	for ; s.next < at; s.next++ {
		s.add(s.t.Rows[s.next], declared)
	}
	figures, small := 0, 0
	r := s.t.Rows[at]
	for j := range s.cols {
		v, half, ok := s.figure(r, j)
		if c := &s.cols[j]; ok && c.all.n > 0 {
			figures++
			if c.since.sums(v, half) || c.all.sums(v, half) {
				agrees = true
			}
			if v < c.since.most && v < c.all.sum {
				small++
			}
		}
	}
	return agrees, figures == 0 || small > 0
}

func (s *summer) add(r *records.Record, declared []records.Edit) {
	role := r.Role
	if _, ok := slices.BinarySearchFunc(declared, r.ID, func(e records.Edit, id int) int { return int(e.Record) - id }); ok {
		role = records.Total
	}
	for j := range s.cols {
		c := &s.cols[j]
		switch role {
		case records.Total, records.Section:
			c.since = span{}
		case records.Data:
			if v, _, ok := s.figure(r, j); ok {
				c.since.add(v)
				c.all.add(v)
			}
		}
	}
}

// figure returns the figure in a column that may be summed up, and half of its
// last decimal place.
func (s *summer) figure(r *records.Record, j int) (v, half float64, ok bool) {
	switch c := &s.t.Columns[j]; {
	case c.Type == records.Code, c.Type == records.Date, c.Type == records.Phone, c.Means() == "number", r.Text(j) == "":
		return 0, 0, false
	}
	n, ok := forms.ParseNumber(r.Text(j), s.t.Style())
	if !ok {
		return 0, 0, false
	}
	v, err := strconv.ParseFloat(n.Plain, 64)
	return v, halfPlace(n.Plain), err == nil
}

// sums reports whether v is the sum or the mean of at least two rows, apart from
// rounding.
func (s *span) sums(v, half float64) bool {
	return s.isSum(v, half) || s.n > 1 && s.least < s.most && near(v, s.sum/float64(s.n), half)
}

// isSum reports whether v is the sum of at least two rows, apart from rounding.
func (s *span) isSum(v, half float64) bool {
	if s.n < 2 || s.least == 0 && s.most == 0 {
		return false
	}
	rounding := 0.0 // whole figures are added, not rounded
	if half < .5 {
		rounding = half * float64(min(s.n, 10))
	}
	return near(v, s.sum, rounding)
}

// near reports whether v differs from want by no more than slack and the error of
// adding floats.
func near(v, want, slack float64) bool {
	const noise = 1e-6 // of the sum
	return math.Abs(v-want) <= slack+noise*math.Abs(want)
}
