// This file finds rows that sum up a table without a word for a total: "Group" below
// the divisions.

package normalize

import (
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// minSummed is the least number of rows above a sum without a word for it: of three
	// figures, one may be the sum of the others by chance.
	minSummed = 3
	// minLoneSum is the least figure that shows, as the only evidence, that a row sums up
	// the others: small counts add up by chance.
	minLoneSum = 100
)

// isSumRow reports whether the row at index i, whose label is in column first, is the
// last of the table and the sum of the rows above it: in each column of figures, but
// for shares, which may be rates. sure is false if only one column shows it.
func (s *summer) isSumRow(i, first int, declared []records.Edit) (sum, sure bool) {
	if i < minSummed || len(declared) > 0 || !s.isLast(i) || !restAreFigures(s.t, s.t.Rows[i], first) {
		return false, false
	}
	s.totals(i, declared)
	r := s.t.Rows[i]
	agree, largest := 0, 0.0
	for j := range s.cols {
		v, half, ok := s.figure(r, j)
		c := &s.cols[j].all
		if !ok {
			continue
		}
		switch equal := c.n >= minSummed && c.isSum(v, half); {
		case equal:
			agree++
			largest = max(largest, v)
		case !s.isShare(r, j):
			return false, false
		}
	}
	return agree > 1 || agree == 1 && largest >= minLoneSum, agree > 1
}

// isShare reports whether the figure in a column is a share or a rate.
func (s *summer) isShare(r *records.Record, j int) bool {
	if s.t.Columns[j].Unit == "%" {
		return true
	}
	n, ok := forms.ParseNumber(r.Text(j), s.t.Style())
	return ok && n.Unit == "%"
}

// sumRow returns the finding that the row at index i, whose label is printed in
// column first, sums up the rows above it, nil if it does not.
func sumRow(t *bind.Table, s *summer, i, first int, declared []records.Edit) *records.Finding {
	sum, sure := s.isSumRow(i, first, declared)
	if !sum {
		return nil
	}
	r := t.Rows[i]
	f := &records.Finding{
		Code: records.CodeTotal, Record: r.ID, Why: "its figures are the sums of the rows above it: it is no record",
		Edits: []records.Edit{{Op: records.SetRole, Role: records.Total, Record: int32(r.ID)}},
	}
	if !sure {
		f.Level = records.Doubt
	}
	return f
}
