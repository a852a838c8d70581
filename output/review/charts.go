// Small charts: how many records each region or department has, and how the figures of
// a column run.

package review

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// maxBars is how many bars are drawn; with more one sees nothing.
	maxBars = 30
	// maxPoints is the number of bars in the chart of a column: about its width in pixels
	// halved.
	maxPoints = 60
	// minPoints is the number of figures from which a chart says more than they do.
	minPoints = 3
)

type barsView struct {
	Column string
	Bars   []barView
	More   int // places that are not drawn
}

type barView struct {
	Name  string
	Count int
	Share int // of the largest, 0 to 100
}

// addCharts draws what the columns have: places as bars, figures as small charts.
func (v *tableView) addCharts(t *records.Table, shown []int) {
	for i, j := range shown {
		c := &t.Columns[j]
		switch {
		case c.Kind == "region" || c.Kind == "department":
			if bars := countBars(t, j); len(bars.Bars) > 1 {
				bars.Column = c.Name
				v.Bars = append(v.Bars, bars)
			}
		case c.Type == records.Number || c.Type == records.Money:
			v.Columns[i].Chart = figureChart(t, j)
		}
	}
}

// countBars counts the records of each value of column j.
func countBars(t *records.Table, j int) barsView {
	counts := map[string]int{}
	for _, r := range t.Rows {
		if text := r.Text(j); r.Role == records.Data && text != "" {
			counts[text]++
		}
	}
	var v barsView
	for name, n := range counts {
		v.Bars = append(v.Bars, barView{Name: name, Count: n})
	}
	slices.SortFunc(v.Bars, func(a, b barView) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	if len(v.Bars) > maxBars {
		v.More = len(v.Bars) - maxBars
		v.Bars = v.Bars[:maxBars]
	}
	for i := range v.Bars {
		v.Bars[i].Share = v.Bars[i].Count * 100 / v.Bars[0].Count
	}
	return v
}

// figureChart draws the figures of column j in the order of the rows; of more than fit,
// each bar is the mean of its share of them.
func figureChart(t *records.Table, j int) template.HTML {
	var values []float64
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		if f, err := strconv.ParseFloat(r.Text(j), 64); err == nil {
			values = append(values, f)
		}
	}
	if len(values) < minPoints {
		return ""
	}
	n := min(len(values), maxPoints)
	means := make([]float64, n)
	low, high := 0.0, 0.0
	for k := range means {
		part := values[k*len(values)/n : (k+1)*len(values)/n]
		for _, f := range part {
			means[k] += f / float64(len(part))
		}
		low, high = min(low, means[k]), max(high, means[k])
	}
	if high-low == 0 {
		return ""
	}
	const height = 20 // units of the picture
	y := func(f float64) float64 { return height * (high - f) / (high - low) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="spark" viewBox="0 0 %d %d" preserveAspectRatio="none" aria-hidden="true" focusable="false">`, n*2, height)
	for k, f := range means {
		top, bottom := y(max(f, 0)), y(min(f, 0))
		fmt.Fprintf(&b, `<rect x="%d" y="%.1f" width="1.6" height="%.1f"/>`, k*2, top, max(bottom-top, 0.5))
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}
