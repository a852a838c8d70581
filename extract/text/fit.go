// Known columns fitted to few lines: the rest of a table on a new page, or a small
// table below the heading row of a larger one. Pages of pdftotext shift and stretch
// columns, so each is found by the shape of its values, its order and, roughly, its
// place.

package text

import "math"

const (
	// shapeWeight is what a column of the right look counts against its place,
	// in characters times placeWeight.
	shapeWeight = 10.0
	// placeWeight is what one character of distance costs.
	placeWeight = 1.0 / 6
	// maxFitColumns keeps the search over pairs of columns small.
	maxFitColumns = 24
)

// fit returns the columns of ref as they stand in lines, nil if the lines do not
// have them. Columns of ref that lines leave blank are kept, where they must be.
func (g *textGrid) fit(text string, lines []textLine) *textGrid {
	n := len(g.cols)
	if n > maxFitColumns {
		return nil
	}
	own := learnColumns(text, lines, true)
	if own == nil {
		return g.fitIndents(text, lines)
	}
	if len(own.cols) > n {
		return nil
	}
	match := g.match(own, own.tally(g, text, lines))
	if match == nil {
		return nil
	}
	f := &textGrid{cols: make([]textColumn, n), anchor: g.anchor, named: g.named, spaced: g.spaced}
	copy(f.cols, g.cols)
	of := make([]int, n) // column of own, -1 if it has none
	for j := range of {
		of[j] = -1
	}
	for i, j := range match {
		of[j] = i
	}
	for j := range f.cols {
		c := &f.cols[j]
		if i := of[j]; i >= 0 {
			c.low, c.edge, c.start = own.cols[i].low, own.cols[i].edge, own.cols[i].start
			c.width = max(own.cols[i].width, 0)
			if j == 0 {
				c.low = 0
			} else if of[j-1] < 0 { // the gap before it holds the column that was not seen
				c.low = max(c.low, c.start-minGap)
			}
			continue
		}
		c.start = g.findColumn(text, lines, own, of, j)
		c.low, c.edge = c.start-1, c.start
	}
	// Starts must rise: what was predicted stays between its neighbours.
	for j := n - 2; j >= 0; j-- {
		f.cols[j].low = min(f.cols[j].low, f.cols[j+1].low-1)
		f.cols[j].edge = min(f.cols[j].edge, f.cols[j+1].edge-1)
		f.cols[j].start = min(f.cols[j].start, f.cols[j+1].start-1)
	}
	return f
}

// fitIndents fits ref to lines without gaps: all must stand under its columns.
func (g *textGrid) fitIndents(text string, lines []textLine) *textGrid {
	for _, ln := range lines {
		in := lineIndent(text, ln)
		s := lineText(text, ln)
		if isTotal(s) || g.squeezed(text, segments(text, ln, nil)) {
			continue
		}
		under := false
		for _, c := range g.cols[1:] {
			under = under || in >= minGap && in <= c.start+minGap && in >= c.start-typedReach
		}
		if !under {
			return nil
		}
	}
	f := *g
	return &f
}

// tally counts for each pair of columns which share of own's values look like
// those of ref's column: by shape, or by first word.
func (g *textGrid) tally(ref *textGrid, text string, lines []textLine) [][]float64 {
	like := make([][]float64, len(g.cols))
	filled := make([]int, len(g.cols))
	for i := range like {
		like[i] = make([]float64, len(ref.cols))
	}
	var segs []segment
	for _, ln := range lines[:min(len(lines), profileLines)] {
		segs = segments(text, ln, segs[:0])
		for k, s := range segs {
			c := g.columnAt(s.c0)
			v := text[s.b0:s.b1]
			if len(segs) == 1 && k == 0 && c == 0 && isTotal(v) {
				continue
			}
			if d := s.c0 - g.cols[c].start; d > minGap || d < -typedReach {
				continue // something else, lost in this column's range
			}
			filled[c]++
			sh, w := shapeOf(v), firstWord(v)
			for j := range ref.cols {
				r := &ref.cols[j]
				if r.typed != 0 && r.typed == sh || r.prefix != "" && r.prefix == w {
					like[c][j]++
				}
			}
		}
	}
	for i := range like {
		for j := range like[i] {
			like[i][j] /= float64(max(filled[i], 1))
		}
	}
	return like
}

// match assigns own's columns to ref's in order, at the least cost; nil if
// the best assignment contradicts what the values look like.
func (ref *textGrid) match(own *textGrid, like [][]float64) []int {
	m, n := len(own.cols), len(ref.cols)
	cost := make([][]float64, m+1)
	from := make([][]int, m+1)
	for i := range cost {
		cost[i], from[i] = make([]float64, n+1), make([]int, n+1)
		for j := range cost[i] {
			if i > 0 {
				cost[i][j] = math.Inf(1)
			}
		}
	}
	for i := 1; i <= m; i++ {
		for j := i; j <= n; j++ {
			r := &ref.cols[j-1]
			c := placeWeight * math.Abs(float64(own.cols[i-1].start-r.start))
			if r.typed != 0 || r.prefix != "" && j-1 == ref.named {
				// Wrapped lines of a name do not begin with its first word.
				least := 0.5
				if r.typed == 0 {
					least = 0.1
				}
				if like[i-1][j-1] >= least {
					c -= shapeWeight
				} else {
					c += shapeWeight
				}
			}
			cost[i][j] = cost[i][j-1]
			if with := cost[i-1][j-1] + c; with < cost[i][j] {
				cost[i][j], from[i][j] = with, 1
			}
		}
	}
	if cost[m][n] > shapeWeight*float64(m) {
		return nil
	}
	match := make([]int, m)
	for i, j := m, n; i > 0; j-- {
		if from[i][j] == 1 {
			match[i-1] = j - 1
			i--
		}
	}
	return match
}

// squeezed reports whether the words of a line without gaps show the columns:
// the entry of the named column and a value of a typed one behind it.
func (g *textGrid) squeezed(text string, segs []segment) bool {
	if len(segs) != 1 || g.named < 0 || segs[0].c1 > maxTableWidth {
		return false
	}
	named, typed := false, len(g.cols) == g.named+1
	for _, p := range g.cut(text, segs, false, nil) {
		named = named || p.col == g.named && firstWord(text[p.b0:p.b1]) == g.cols[p.col].prefix
		typed = typed || p.col > g.named && g.cols[p.col].typed != 0
	}
	return named && typed
}

// findColumn finds where column j of ref stands in lines that did not show it
// as a column: where values of its look stand alone, else where its place
// between the others predicts.
func (ref *textGrid) findColumn(text string, lines []textLine, own *textGrid, of []int, j int) int {
	at := predict(ref, own, of, j)
	r := &ref.cols[j]
	if r.typed == 0 {
		return at
	}
	lo, hi := -1, maxTableWidth
	for k, i := range of {
		switch {
		case i >= 0 && k < j:
			lo = own.cols[i].start
		case i >= 0 && k > j:
			hi = min(hi, own.cols[i].start)
		}
	}
	var segs []segment
	found := -1
	for _, ln := range lines[:min(len(lines), profileLines)] {
		for _, s := range segments(text, ln, segs[:0]) {
			if s.c0 > lo && s.c0 < hi && shapeOf(text[s.b0:s.b1]) == r.typed {
				found = max(found, s.c0)
			}
		}
	}
	if found >= 0 {
		return found
	}
	return at
}

// predict places column j of ref between those of own that were matched.
func predict(ref, own *textGrid, of []int, j int) int {
	a, b := j-1, j+1
	for a >= 0 && of[a] < 0 {
		a--
	}
	for b < len(of) && of[b] < 0 {
		b++
	}
	at := ref.cols[j].start
	switch {
	case a >= 0 && b < len(of):
		ra, rb := ref.cols[a].start, ref.cols[b].start
		oa, ob := own.cols[of[a]].start, own.cols[of[b]].start
		if rb > ra {
			return oa + (at-ra)*(ob-oa)/(rb-ra)
		}
		return oa + 1
	case b < len(of):
		rb, ob := ref.cols[b].start, own.cols[of[b]].start
		return min(at*ob/max(rb, 1), ob-1)
	case a >= 0:
		return own.cols[of[a]].start + at - ref.cols[a].start
	}
	return at
}
