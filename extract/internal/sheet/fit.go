// This file finds the columns of a table seen before again, on pages of characters. The same
// table is set wider or narrower on every page, and a short part of it shows fewer of its
// columns. Columns are recognised by what their texts look like, by their order and roughly
// by their places.

package sheet

import (
	"math"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// lookWeight is what a column of the right look counts against its place.
	lookWeight = 10
	// placeWeight is what one em of distance costs.
	placeWeight = 1.0 / 3
	// maxFitColumns keeps the search over pairs of columns small.
	maxFitColumns = 24
	// leastLike is the share of the texts of a column that must look like those of the column
	// that it is taken for; leastPrefixed is the same for a first word, which the further
	// lines of a cell do not begin with.
	leastLike, leastPrefixed = 0.5, 0.1
)

// A Seen is what a table above, or on an earlier page, shows of the columns of lines.
type Seen struct {
	Columns []Column
	Counts  []int // words of each heading, where lines begin with the headings; nil if unknown
	Over    bool  // the table goes on from the page before
}

// Refit returns the sheet of lines whose columns are those of a table seen before, found
// again on this page; nil if the lines show as many by themselves, or none of them. seps
// are the borders that they show.
func Refit(p *layout.Page, box Box, lines []Line, seps []float32, seen Seen) *Sheet {
	ref, counts := seen.Columns, seen.Counts
	n := len(ref)
	if n < 2 || n > maxFitColumns {
		return nil
	}
	own := New(p, box, lines, seps, false)
	own.goesOver = seen.Over
	heads := own.countedChunks(counts)
	if own.cols() > n || own.cols() == n && (heads == nil || own.agrees(heads)) {
		return nil
	}
	var match []int // of nothing, if only the headings show the columns
	if heads == nil || own.cols() > 1 && own.cols() < n {
		if match = matchColumns(own.columns, ref, own.likeness(ref)); match == nil {
			return nil
		}
	}
	of := make([]int, n) // column of own, -1 if it has none
	for j := range of {
		of[j] = -1
	}
	for i, j := range match {
		of[j] = i
	}
	starts := make([]float32, n)
	var xs []float32
	for j := range ref {
		if i := of[j]; i >= 0 {
			starts[j] = own.columns[i].start
			if j > 0 {
				x := own.Xs[i]
				if of[j-1] < 0 { // the gap before it holds the column that was not seen
					x = max(x, starts[j]-gapBefore*lines[0].Size)
				}
				xs = append(xs, x)
			}
			continue
		}
		if heads != nil {
			starts[j] = heads[j].box.X0
		} else {
			starts[j] = own.predict(ref, of, j)
		}
		if starts[j] = own.findColumn(ref, of, j, starts[j]); j > 0 {
			xs = append(xs, starts[j]-gapBefore*lines[0].Size)
		}
	}
	for j := len(xs) - 2; j >= 0; j-- { // what was predicted stays between its neighbours
		xs[j] = min(xs[j], xs[j+1]-0.5*lines[0].Size)
	}
	cols := make([]Column, n)
	for j := range cols {
		cols[j] = ref[j]
		cols[j].start = starts[j]
		if i := of[j]; i >= 0 {
			cols[j].width = own.columns[i].width
		}
	}
	box.X1 = max(box.X1, xs[len(xs)-1]+lines[0].Size)
	box.X0 = min(box.X0, xs[0]-lines[0].Size)
	return newFitted(own, box, xs, cols, counts)
}

// Inherit gives the columns of a sheet what an earlier table with as many columns has shown
// about them, where too few lines show it here, and cuts the lines again.
func (s *Sheet) Inherit(seen Seen) {
	ref := seen.Columns
	if len(ref) != s.cols() {
		return
	}
	s.goesOver = seen.Over
	for j := range ref {
		if c := &s.columns[j]; c.kind == 0 && c.prefix == "" {
			c.kind, c.prefix, c.named = ref[j].kind, ref[j].prefix, ref[j].named
		}
		if c := &s.columns[j]; c.width == 0 {
			c.width = ref[j].width
		}
	}
	s.cutTyped(seen.Counts)
}

// agrees reports whether headings are in the columns that they head.
func (s *Sheet) agrees(heads []chunk) bool {
	for j := range heads {
		if x, _ := layout.Middle(heads[j].box); s.column(x) != j {
			return false
		}
	}
	return true
}

// gapBefore in em is how far left of the texts of its column a border is.
const gapBefore = 0.25

// likeness returns for each pair of columns which share of the sheet's texts look
// like those of the other's: by kind, or by their first word.
func (s *Sheet) likeness(ref []Column) [][]float64 {
	like := make([][]float64, s.cols())
	filled := make([]int, s.cols())
	for i := range like {
		like[i] = make([]float64, len(ref))
	}
	for k := range s.Lines {
		for _, c := range s.segments(k) {
			text := s.tail(&c)
			if shape.IsTotal(text) {
				continue
			}
			filled[c.c0]++
			kind, first := shape.Of(text), shape.FirstWord(text)
			for j := range ref {
				if r := &ref[j]; r.kind != 0 && r.kind == kind || r.prefix != "" && r.prefix == first {
					like[c.c0][j]++
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

// matchColumns assigns own columns to ref's in their order, at the least cost;
// nil if even that contradicts what the texts look like.
func matchColumns(own, ref []Column, like [][]float64) []int {
	m, n := len(own), len(ref)
	cost, from := make([][]float64, m+1), make([][]bool, m+1)
	for i := range cost {
		cost[i], from[i] = make([]float64, n+1), make([]bool, n+1)
		for j := range cost[i] {
			if i > 0 {
				cost[i][j] = math.Inf(1)
			}
		}
	}
	for i := 1; i <= m; i++ {
		for j := i; j <= n; j++ {
			r := &ref[j-1]
			c := placeWeight * math.Abs(float64(own[i-1].start-r.start)) / usualEm
			if r.kind != 0 || r.named {
				least := leastLike
				if r.kind == 0 {
					least = leastPrefixed
				}
				if like[i-1][j-1] >= least {
					c -= lookWeight
				} else {
					c += lookWeight
				}
			}
			cost[i][j] = cost[i][j-1]
			if with := cost[i-1][j-1] + c; with < cost[i][j] {
				cost[i][j], from[i][j] = with, true
			}
		}
	}
	if cost[m][n] > lookWeight*float64(m) {
		return nil
	}
	match := make([]int, m)
	for i, j := m, n; i > 0; j-- {
		if from[i][j] {
			match[i-1] = j - 1
			i--
		}
	}
	return match
}

// usualEm is the size of type on pages of characters, in points.
const usualEm = 10

// findColumn returns where column j of ref begins on a sheet that does not show
// it: where texts of its look stand alone between its neighbours, else at the
// given place.
func (s *Sheet) findColumn(ref []Column, of []int, j int, at float32) float32 {
	if ref[j].kind == 0 {
		return at
	}
	lo, hi := float32(-1), float32(math.Inf(1))
	for k, i := range of {
		switch {
		case i >= 0 && k < j:
			lo = s.columns[i].start
		case i >= 0 && k > j:
			hi = min(hi, s.columns[i].start)
		}
	}
	found := float32(-1)
	for k := range s.Lines {
		for _, c := range s.segments(k) {
			if c.box.X0 > lo && c.box.X0 < hi && shape.Of(s.tail(&c)) == ref[j].kind {
				found = max(found, c.box.X0)
			}
		}
	}
	if found >= 0 {
		return found
	}
	return at
}

// predict places column j of ref between those that were found.
func (s *Sheet) predict(ref []Column, of []int, j int) float32 {
	a, b := j-1, j+1
	for a >= 0 && of[a] < 0 {
		a--
	}
	for b < len(of) && of[b] < 0 {
		b++
	}
	at := ref[j].start
	switch {
	case a >= 0 && b < len(of):
		ra, rb := ref[a].start, ref[b].start
		oa, ob := s.columns[of[a]].start, s.columns[of[b]].start
		if rb > ra {
			return oa + (at-ra)*(ob-oa)/(rb-ra)
		}
		return oa + usualEm
	case b < len(of):
		return s.columns[of[b]].start - (ref[b].start - at)
	case a >= 0:
		return s.columns[of[a]].start + at - ref[a].start
	}
	return at
}

// newFitted lays lines out in columns that are known. counts is the number of words of each
// in the first line, nil if that is not known.
func newFitted(own *Sheet, box Box, seps []float32, cols []Column, counts []int) *Sheet {
	s := New(own.p, box, own.Lines, seps, true)
	s.goesOver = own.goesOver
	if s.cols() != len(cols) {
		return nil
	}
	s.columns = cols
	s.cutTyped(counts)
	return s
}

// cutTyped cuts the lines with what is known of the columns; counts is as for newFitted.
func (s *Sheet) cutTyped(counts []int) {
	s.chunks = s.chunks[:0]
	for k := range s.Lines {
		if k == 0 && counts != nil {
			if head := s.countedChunks(counts); head != nil {
				s.chunks = append(s.chunks, head)
				continue
			}
		}
		s.chunks = append(s.chunks, s.typedChunks(k, s.columns))
	}
}

// countedChunks cuts the first line into headings with the given numbers of words.
func (s *Sheet) countedChunks(counts []int) []chunk {
	ws := s.Lines[0].Words
	var out []chunk
	for col, n := range counts {
		if n > len(ws) {
			return nil
		}
		c := s.chunk(ws[:n], 0)
		c.c0, c.c1 = col, col
		out, ws = append(out, c), ws[n:]
	}
	if len(ws) > 0 {
		return nil
	}
	return out
}

// BeginsRow reports whether the first line has the word that names the rows, and after it a
// value that looks like those of its column.
func (s *Sheet) BeginsRow() bool {
	named, valued := false, false
	for n := range s.chunks[0] {
		c := &s.chunks[0][n]
		col := &s.columns[c.c0]
		named = named || col.named && col.prefix == shape.FirstWord(s.tail(c))
		valued = valued || named && col.kind != 0 && shape.Of(s.tail(c)) == col.kind
	}
	return named && valued
}
