// This file compares printed totals with the sums of their columns.

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

// checkSums reports the figures of total rows that are not the sum of rows above. A
// total may sum up all rows, those since the last total, or those of its section. A
// figure between the least and the greatest of them is a mean, not a sum.
func checkSums(t *bind.Table, rp *reporter) {
	cols := summedColumns(t)
	if len(cols) == 0 || t.List > 0 || !slices.ContainsFunc(t.Rows, func(r *records.Record) bool { return r.Role == records.Total }) {
		return
	}
	for _, r := range t.Rows {
		switch r.Role {
		case records.Section:
			for k := range cols {
				cols[k].section, cols[k].since = span{}, span{}
			}
		case records.Data:
			if isPartRow(t, r) {
				continue
			}
			for k := range cols {
				cols[k].add(r)
			}
		case records.Total:
			first, _ := bind.PrintedCells(r)
			if first < 0 || isMean(r.Text(first)) {
				continue
			}
			for k := range cols {
				if c := &cols[k]; c.col != first {
					c.hold(t, r, first, rp)
				}
			}
			for k := range cols {
				cols[k].since = span{}
			}
		}
	}
}

// A summedColumn is a column whose figures may be added up.
type summedColumn struct {
	col                 int
	slack               float64 // largest error by rounding of each figure
	all, since, section span
	odd                 bool // a figure could not be read: no sum can be known
}

// summedColumns returns the columns of amounts and counts. Shares, ranks and years are
// not added up.
func summedColumns(t *bind.Table) (cols []summedColumn) {
	for j := range t.Columns {
		c := &t.Columns[j]
		if c.Type != records.Number && c.Type != records.Money || c.Unit == "%" || c.Means() == "number" || c.Dropped || c.Printed < 0 {
			continue
		}
		s := summedColumn{col: j}
		if inMultiples(c.Title) || inMultiples(t.Name) {
			s.slack = .5
		}
		cols = append(cols, s)
	}
	return cols
}

// inMultiples reports whether a title says that figures are in thousands or millions:
// rounded ones, whose sum may differ.
func inMultiples(title string) bool {
	if strings.Contains(title, "M€") || strings.Contains(title, "k€") || strings.Contains(title, "Md€") || strings.Contains(title, "M$") {
		return true
	}
	for _, w := range strings.Fields(fold.Words(title)) {
		switch w {
		case "millions", "milliers", "milliards", "thousands", "billions", "million", "000":
			return true
		}
	}
	return false
}

// add adds the figure of one record.
func (c *summedColumn) add(r *records.Record) {
	s := r.Text(c.col)
	if s == "" || lexicon.SaysMissing(s) {
		c.odd = c.odd || strings.IndexFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' }) >= 0 // "n.c.": kept secret, but summed up
		return
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		c.odd = true
		return
	}
	half := halfPlace(s)
	if half < .5 {
		c.slack = max(c.slack, half)
	}
	c.all.add(v)
	c.since.add(v)
	c.section.add(v)
}

// hold reports the figure that a total row prints in the column if no rows above add up
// to it.
func (c *summedColumn) hold(t *bind.Table, r *records.Record, first int, rp *reporter) {
	style, sure := t.NumberStyle(c.col)
	s := r.Text(c.col)
	n, ok := forms.ParseSigned(s, style)
	if !ok || !sure || c.odd || n.Unit == "%" || c.all.n == 0 {
		return
	}
	v, err := strconv.ParseFloat(n.Plain, 64)
	if err != nil {
		return
	}
	scopes := [...]*span{&c.since, &c.section, &c.all}
	for _, scope := range scopes {
		slack := (c.slack + 1e-9) * float64(scope.n+1)
		if scope.n > 0 && (math.Abs(v-scope.sum) <= slack || scope.n > 1 && scope.least < scope.most && v >= scope.least && v <= scope.most) {
			return
		}
	}
	scope := &c.all
	if c.since.n > 0 && c.since.n < c.all.n && math.Abs(v-c.since.sum) < math.Abs(v-c.all.sum) {
		scope = &c.since
	}
	rp.doubt(r, "%q: %s prints %s, but the %d rows above make %s", r.Text(first), t.Columns[c.col].Name, s, scope.n, strconv.FormatFloat(math.Round(scope.sum*1e6)/1e6, 'f', -1, 64))
}

// isPartRow reports whether a record is a part of the one above it, and so is in the
// sum already: "dont femmes".
func isPartRow(t *bind.Table, r *records.Record) bool {
	s := fold.Words(r.Text(t.Subject()))
	return strings.HasPrefix(s, "dont ") || strings.HasPrefix(s, "of which ") || strings.HasPrefix(s, "including ")
}

// isMean reports whether the words of a total row say that it is no sum.
func isMean(s string) bool {
	f := fold.Words(s)
	for _, w := range [...]string{"moyenne", "mediane", "average", "median", "mean"} {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

// halfPlace is half of the last decimal place of a plain number.
func halfPlace(plain string) float64 {
	if i := strings.IndexByte(plain, '.'); i >= 0 {
		return .5 * math.Pow10(-(len(plain) - i - 1))
	}
	return .5
}
