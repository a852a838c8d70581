// This file recognises the labels of charts: figures where bars end, not in columns.

package lookalike

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// ChartLabels is why a region with the labels of a chart is refused.
const ChartLabels = "the labels of a chart"

const (
	// axesRows is the least number of rows; two rows of figures may be the rest of a table
	// cut by its page.
	axesRows = 3
	// axesFilled is the largest share of the places that a chart fills.
	axesFilled = 0.6
)

// barLabel reports whether a word can be the label of a bar: a figure. Dashes and stars
// alone mean yes or no, and figures in parentheses are codes.
func barLabel(s string) bool {
	return shape.Numeric(s) && strings.ContainsAny(s, "0123456789") && !(strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")"))
}

// axes reports whether figures are placed like the labels of bars: one or two at each
// height, without a stub, above one line that has them all.
func axes(p *layout.Page, t *Table) bool {
	if t.Rows < axesRows || float32(len(t.Cells)) > axesFilled*float32(t.Rows*t.Cols) {
		return false
	}
	stubs, most := 0, 0
	inRow := make([]int, t.Rows)
	for k := range t.Cells {
		c := &t.Cells[k]
		if c.Col == 0 {
			stubs++
		}
		for _, i := range c.Words {
			if !barLabel(p.Words[i].Text) && c.Row < t.Rows-1 {
				return false
			}
		}
		inRow[c.Row]++
	}
	for _, n := range inRow[:t.Rows-1] {
		most = max(most, n)
	}
	return stubs*2 <= t.Rows && most*2 <= t.Cols
}

const (
	// minBars is the least number of bars with a label each.
	minBars = 4
	// barRows is the largest number of rows of a chart that are no bars: the scale, a heading.
	barRows = 2
	// barEdge in em is how far apart the middles of labels in one column may be.
	barEdge = 0.7
	// barSpread in em is the spread that figures of one column do not reach.
	barSpread = 3
)

// bars reports whether the rows of a table are horizontal bars with their labels: one
// figure beside each name, and the figures not in columns but where the bars end.
func bars(p *layout.Page, t *Table) bool {
	figures := make([]int, t.Rows)
	at := make([]float32, t.Rows)
	named := make([]bool, t.Rows)
	for k := range t.Cells {
		c := &t.Cells[k]
		for n, i := range c.Words {
			w := &p.Words[i]
			switch {
			case barLabel(w.Text) && c.Col > 0:
				figures[c.Row]++
				at[c.Row], _ = layout.Middle(w.Box)
			case n == 0:
				named[c.Row] = true
			}
		}
	}
	var places []float32
	n := 0
	lo, hi := float32(1e9), float32(-1e9)
	for r := range t.Rows {
		if figures[r] != 1 || !named[r] {
			continue
		}
		n++
		lo, hi = min(lo, at[r]), max(hi, at[r])
		near := false
		for _, x := range places {
			near = near || abs(x-at[r]) < barEdge*p.Em
		}
		if !near {
			places = append(places, at[r])
		}
	}
	return n >= minBars && n >= t.Rows-barRows && len(places)*2 > n && hi-lo > barSpread*p.Em
}
