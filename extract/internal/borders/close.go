// Columns of figures set closer than words: no gap is wide there, but the
// figures end one below another, as long and as short as they may be.

package borders

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// minCloseRows is the least number of pairs of figures one below another.
	minCloseRows = 4
	// maxCloseShift in em is how far apart their edges may be.
	maxCloseShift = 0.15
	// minCloseGap in em is the narrowest gap between two figures.
	minCloseGap = 0.12
	// minWidthSpread in em is how much figures of one column must differ in width for their
	// edges to show anything.
	minWidthSpread = 0.4
	// maxPairs bounds the search on large pages.
	maxPairs = 600
)

// A pair is two figures with an ordinary blank between.
type pair struct{ a, b *layout.Word }

// closeBorders adds to the borders those between columns of figures with only an ordinary
// blank between.
func closeBorders(p *layout.Page, lines []Line, out []float32, crosses func(x float32) bool) []float32 {
	var pairs []pair
	body := 0
	for k := range lines {
		t := &lines[k]
		if t.Weight < 1 {
			continue
		}
		body++
		for n := 1; n < len(t.Words) && len(pairs) < maxPairs; n++ {
			a, b := &p.Words[t.Words[n-1]], &p.Words[t.Words[n]]
			gap := b.Box.X0 - a.Box.X1
			if gap < minCloseGap*t.Size || Wide(p, a, b) || signed(a.Text, b.Text) || thousands(a.Text, b.Text, gap/t.Size) || !plainFigure(a) || !plainFigure(b) || a.Size != b.Size {
				continue
			}
			if !slices.ContainsFunc(out, func(x float32) bool { return x >= a.Box.X1 && x <= b.Box.X0 }) {
				pairs = append(pairs, pair{a, b})
			}
		}
	}
	for len(out) < maxColumns {
		x, ok := closeBorder(pairs, body)
		if !ok || crosses(x) {
			break
		}
		out = append(out, x)
		pairs = slices.DeleteFunc(pairs, func(q pair) bool { return x >= q.a.Box.X1 && x <= q.b.Box.X0 })
	}
	return out
}

// closeBorder returns the border that most pairs agree on: the first figures end there,
// the second ones begin or end at one place, and neither all have one width.
func closeBorder(pairs []pair, body int) (float32, bool) {
	best, at := 0, float32(0)
	for _, o := range pairs {
		em := o.a.Size
		var left, right extent
		begin, end := 0, 0
		for _, q := range pairs {
			if abs(q.a.Box.X1-o.a.Box.X1) > maxCloseShift*em {
				continue
			}
			left.add(q.a)
			right.add(q.b)
			if abs(q.b.Box.X0-o.b.Box.X0) <= maxCloseShift*em {
				begin++
			}
			if abs(q.b.Box.X1-o.b.Box.X1) <= maxCloseShift*em {
				end++
			}
		}
		n := left.n
		if n < minCloseRows || n*2 < body || max(begin, end)*4 < n*3 || left.most-left.least < minWidthSpread*em {
			continue
		}
		if n > best && right.x0 > left.x1 {
			best, at = n, (left.x1+right.x0)/2
		}
	}
	return at, best > 0
}

// An extent is the left and right ends of words, and their widths.
type extent struct {
	n           int
	x0, x1      float32
	least, most float32
}

func (e *extent) add(w *layout.Word) {
	width := w.Box.X1 - w.Box.X0
	if e.n == 0 {
		*e = extent{x0: w.Box.X0, x1: w.Box.X1, least: width, most: width}
	}
	e.n++
	e.x0, e.x1 = min(e.x0, w.Box.X0), max(e.x1, w.Box.X1)
	e.least, e.most = min(e.least, width), max(e.most, width)
}

// plainFigure reports whether a word is a figure in no brackets.
func plainFigure(w *layout.Word) bool {
	c := w.Text[0]
	return shape.Numeric(w.Text) && (c >= '0' && c <= '9' || c == '-' || c == '+' || c == '$')
}
