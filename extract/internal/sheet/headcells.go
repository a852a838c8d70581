// This file makes cells of headings with several lines and levels: it finds which of them
// are one text, and which columns each spans.

package sheet

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// maxSpannerDrop in em is how far below the baseline of a heading a rule may be that
	// shows the columns of the heading.
	maxSpannerDrop = 1.6
	// maxOffCentre in em is how far the middle of a heading may be from the middle of its
	// columns.
	maxOffCentre = 1.2
)

// A head is the cell of a heading.
type head struct {
	Cell
	base  float32 // of its last line
	depth int     // how many headings stand above it in any of its columns
}

// headings adds the cells of the first lines, which are headings, and returns how many
// rows they take.
func (s *Sheet) headings(t *Table, lines int) int {
	if lines == 0 {
		return 0
	}
	heads := s.heads(lines)
	rows := 0
	for h := range heads {
		rows = max(rows, heads[h].depth+1)
	}
	t.RowBoxes = make([]Box, rows)
	for r := range t.RowBoxes {
		t.RowBoxes[r] = Box{X0: s.Box.X0, Y0: 1e9, X1: s.Box.X1, Y1: -1e9}
	}
	for h := range heads {
		e := &heads[h]
		e.Row = e.depth
		end := rows // the first row below that holds a heading of these columns
		for o := range heads {
			if f := &heads[o]; f.depth > e.depth && f.Col < e.Col+e.ColSpan && e.Col < f.Col+f.ColSpan {
				end = min(end, f.depth)
			}
		}
		e.RowSpan = end - e.Row
		rb := &t.RowBoxes[e.Row]
		rb.Y0 = min(rb.Y0, e.Box.Y0)
		rb = &t.RowBoxes[end-1]
		rb.Y1 = max(rb.Y1, e.Box.Y1)
		t.Cells = append(t.Cells, e.Cell)
	}
	for r := range t.RowBoxes {
		rb := &t.RowBoxes[r]
		if rb.Y0 > 1e8 {
			rb.Y0 = s.Lines[0].Box.Y0
		}
		if rb.Y1 < 0 {
			rb.Y1 = max(rb.Y0, s.Lines[lines-1].Box.Y1)
		}
	}
	return rows
}

// heads returns the headings of the first lines from top to bottom. Texts right below each
// other in the same columns, without a rule between, are one heading.
func (s *Sheet) heads(lines int) (heads []head) {
	for k := range lines {
		s.spread(k, lines)
		for n := range s.chunks[k] {
			c := &s.chunks[k][n]
			if s.joinHead(heads, c) {
				continue
			}
			depth := 0
			for h := range heads {
				if e := &heads[h]; e.Col <= c.c1 && c.c0 < e.Col+e.ColSpan {
					depth = max(depth, e.depth+1)
				}
			}
			heads = append(heads, head{
				Cell: Cell{Col: c.c0, ColSpan: c.c1 - c.c0 + 1, RowSpan: 1, Box: c.box, Words: slices.Clone(c.words)},
				base: s.Lines[k].Base, depth: depth,
			})
		}
	}
	return heads
}

// joinHead adds a chunk to the heading right above it if that one is in the same columns
// with no rule between.
func (s *Sheet) joinHead(heads []head, c *chunk) bool {
	base := s.Lines[c.line].Base
	for h := len(heads) - 1; h >= 0; h-- {
		e := &heads[h]
		if e.Col+e.ColSpan <= c.c0 || e.Col > c.c1 {
			continue
		}
		if e.Col != c.c0 || e.ColSpan != c.c1-c.c0+1 || s.ruleBetween(e.base, base, c) {
			return false
		}
		e.Words = append(e.Words, c.words...)
		e.Box = layout.Union(e.Box, c.box)
		e.base = base
		return true
	}
	return false
}

// ruleBetween reports whether an inner rule runs between two baselines in the
// columns of a chunk.
func (s *Sheet) ruleBetween(y0, y1 float32, c *chunk) bool {
	for _, e := range s.Inner {
		if e.At > y0 && e.At < y1 && min(e.To, s.Xs[c.c1+1])-max(e.From, s.Xs[c.c0]) > 0.4*(s.Xs[c.c1+1]-s.Xs[c.c0]) {
			return true
		}
	}
	return false
}

// spread widens the headings of line k to the columns that they span: those above a rule
// below them, or those that they are centred on.
func (s *Sheet) spread(k, lines int) {
	s.unite(k, lines)
	line := s.chunks[k]
	for n := range line {
		c := &line[n]
		if c0, c1, ok := s.spanner(c, k); ok {
			c.c0, c.c1 = c0, c1
		}
	}
	if len(s.Inner) > 0 || len(line) >= s.cols()-1 || s.spreadEvenly(k, lines) {
		return
	}
	for n := range line {
		c := &line[n]
		if c.c0 == 0 || !s.belowFilled(k, lines) {
			continue
		}
		lo, hi := 1, s.cols()-1
		if n > 0 {
			lo = max(lo, line[n-1].c1+1)
		}
		if n+1 < len(line) {
			hi = line[n+1].c0 - 1
		}
		for c0, c1 := c.c0, c.c1; c0 >= lo && c1 <= hi; {
			if s.centredText(c, c0, c1, k) {
				c.c0, c.c1 = c0, c1
			}
			// Grow on the side that is nearer to the middle.
			x, _ := layout.Middle(c.box)
			if c1 == hi || c0 > lo && x-s.Xs[c0] < s.Xs[c1+1]-x {
				c0--
			} else {
				c1++
			}
		}
	}
}

// spreadEvenly gives each heading of line k the same number of columns if the next line
// of headings has a text for every column but the stub, and each heading is as far off the
// middle of its columns as the others: they are centred on cells whose texts are set flush
// right. It reports whether it did.
func (s *Sheet) spreadEvenly(k, lines int) bool {
	if k+1 >= lines {
		return false
	}
	var over []*chunk
	for n := range s.chunks[k] {
		if c := &s.chunks[k][n]; c.c0 > 0 {
			over = append(over, c)
		}
	}
	first := s.cols()
	for n := range s.chunks[k+1] {
		if c := &s.chunks[k+1][n]; c.c0 > 0 {
			first = min(first, c.c0)
			if c.c0 != c.c1 {
				return false
			}
		}
	}
	columns := s.cols() - first
	if len(over) < 2 || columns%len(over) != 0 || columns == len(over) {
		return false
	}
	each := columns / len(over)
	lo, hi := float32(1e9), float32(-1e9)
	for n, c := range over {
		x0, x1 := float32(1e9), float32(-1e9)
		for col := first + n*each; col < first+(n+1)*each; col++ {
			below := s.chunkAt(k+1, col)
			if below == nil {
				return false
			}
			x0, x1 = min(x0, below.box.X0), max(x1, below.box.X1)
		}
		if c.box.X0 > x1 || c.box.X1 < x0 {
			return false
		}
		x, _ := layout.Middle(c.box)
		lo, hi = min(lo, x-(x0+x1)/2), max(hi, x-(x0+x1)/2)
	}
	if hi-lo > maxOffCentre*s.Lines[k].Size {
		return false
	}
	for n, c := range over {
		c.c0, c.c1 = first+n*each, first+(n+1)*each-1
	}
	return true
}

// centredText reports whether c is centred on the text of columns c0..c1 below it.
func (s *Sheet) centredText(c *chunk, c0, c1, k int) bool {
	x0, x1 := float32(1e9), float32(-1e9)
	for t := k + 1; t < len(s.Lines); t++ {
		for n := range s.chunks[t] {
			if o := &s.chunks[t][n]; o.c0 >= c0 && o.c1 <= c1 {
				x0, x1 = min(x0, o.box.X0), max(x1, o.box.X1)
			}
		}
	}
	x, _ := layout.Middle(c.box)
	return x1 > x0 && abs(x-(x0+x1)/2) < maxOffCentre/2*s.Lines[k].Size
}

// belowFilled reports whether a later heading line has more chunks than line k.
func (s *Sheet) belowFilled(k, lines int) bool {
	for t := k + 1; t < lines; t++ {
		if len(s.chunks[t]) > len(s.chunks[k]) && len(s.chunks[t]) >= 2 {
			return true
		}
	}
	return false
}

// spanner returns the columns of the inner rule right below a chunk if the chunk is the
// heading above it.
func (s *Sheet) spanner(c *chunk, k int) (c0, c1 int, ok bool) {
	x, _ := layout.Middle(c.box)
	em := s.Lines[k].Size
	for _, e := range s.Inner {
		if e.At < s.Lines[k].Base-0.1*em || x < e.From || x > e.To {
			continue
		}
		// No other line of headings may be between in these columns.
		blocked := e.At-s.Lines[k].Base > maxSpannerDrop*em
		for t := k + 1; t < len(s.Lines) && s.Lines[t].Base < e.At; t++ {
			for n := range s.chunks[t] {
				if o := s.chunks[t][n].box; layout.Overlap(o.X0, o.X1, e.From, e.To) > 0 {
					if ox, _ := layout.Middle(o); abs(ox-x) > maxOffCentre*em {
						blocked = true
					} else if s.Lines[t].Base-s.Lines[k].Base < TightPitch*em {
						blocked = e.At-s.Lines[t].Base > maxSpannerDrop*em
					}
				}
			}
		}
		if blocked {
			continue
		}
		c0, c1 = s.cols(), -1
		for col := range s.cols() {
			if min(e.To, s.Xs[col+1])-max(e.From, s.Xs[col]) > 0.4*s.inkWidth(col) {
				c0, c1 = min(c0, col), max(c1, col)
			}
		}
		if c1 < c0 {
			return 0, 0, false
		}
		return s.share(c, k, e, c0, c1)
	}
	return 0, 0, false
}

// share divides the columns of a rule between the headings side by side above it, so that
// each is centred on its columns.
func (s *Sheet) share(c *chunk, k int, e Edge, c0, c1 int) (int, int, bool) {
	var beside []*chunk
	for n := range s.chunks[k] {
		o := &s.chunks[k][n]
		if x, _ := layout.Middle(o.box); x > e.From && x < e.To {
			beside = append(beside, o)
		}
	}
	if len(beside) > c1-c0+1 {
		return 0, 0, false
	}
	from := c0
	for n, o := range beside {
		x, _ := layout.Middle(o.box)
		last := c1 - (len(beside) - 1 - n)
		end, best := last, float32(1e9)
		if n < len(beside)-1 {
			for t := from; t <= last; t++ {
				if d := abs((s.Xs[from]+s.Xs[t+1])/2 - x); d < best {
					end, best = t, d
				}
			}
		}
		if o == c {
			return from, end, true
		}
		from = end + 1
	}
	return 0, 0, false
}

// inkWidth returns the width of the text of a column.
func (s *Sheet) inkWidth(col int) float32 {
	if s.widths == nil {
		s.widths = make([]float32, s.cols())
		for c := range s.widths {
			s.widths[c] = s.widthOf(c)
		}
	}
	return s.widths[col]
}

func (s *Sheet) widthOf(col int) float32 {
	x0, x1 := float32(1e9), float32(-1e9)
	for k := range s.chunks {
		for n := range s.chunks[k] {
			if o := &s.chunks[k][n]; o.c0 == col && o.c1 == col {
				x0, x1 = min(x0, o.box.X0), max(x1, o.box.X1)
			}
		}
	}
	if x1 < x0 {
		return s.Xs[col+1] - s.Xs[col]
	}
	return x1 - x0
}
