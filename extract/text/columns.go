// Columns of a fixed-width table, from the gaps that its lines share.

package text

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// maxTableWidth is how many characters wide a fixed-width table may be.
	// pdftotext prints pages of up to some 300; beyond this it is no page.
	maxTableWidth = 1000
	// maxColumns keeps hostile input from costing more than real tables do.
	maxColumns = 64
	// crossShare is how many segments may run through a gap for each line that
	// has the gap. A long cell that touches the next column runs through it;
	// a third and more is text.
	crossShare = 1.0 / 3
	// minAligned is the share of cells that must begin or end in line with their
	// column. Ragged prose with chance gaps stays under one half.
	minAligned = 0.6
	// profileLines is how many lines of a table are looked at to learn its
	// columns. A million rows teach no more than these.
	profileLines = 4000
)

// A textColumn is one column of a fixed-width table.
type textColumn struct {
	low   int // a segment that begins here or further right belongs to the column
	edge  int // the ink of the column usually begins here
	start int // most cells begin here
	width int // characters of its widest cell, as far as cells are sure

	typed  shape.Kind // what its values look like, 0 if they differ
	small  bool       // its values begin with small letters: "public", "oui"
	prefix string     // the word that its entries begin with, "" if they differ
}

// A textGrid is a fixed-width table before its lines are cut.
type textGrid struct {
	cols   []textColumn
	anchor int  // column whose typed value stands in the first line of every row, -1 if none
	named  int  // column whose entries begin with one word, -1 if none
	spaced bool // blank lines part the rows
}

// learnColumns finds the columns that lines have in common, nil if they have none.
// weak accepts what a single line shows, for lines that other evidence calls a table.
func learnColumns(text string, lines []textLine, weak bool) *textGrid {
	lines = lines[:min(len(lines), profileLines)]
	sep := make([]int, maxTableWidth+1)   // lines with a gap here, text on both sides
	cross := make([]int, maxTableWidth+1) // lines with text here
	multi := 0
	var segs []segment
	for _, ln := range lines {
		if segs = segments(text, ln, segs[:0]); len(segs) < 2 {
			continue
		}
		if segs[len(segs)-1].c1 > maxTableWidth {
			return nil
		}
		// The gaps of the first line, a heading if there is one, count double: a
		// column may have nothing but its heading.
		weight := 1
		if multi == 0 {
			weight = 2
		}
		multi++
		for i, s := range segs {
			for c := s.c0; c < s.c1; c++ {
				cross[c]++
			}
			if i > 0 {
				for c := segs[i-1].c1; c < s.c0; c++ {
					sep[c] += weight
				}
			}
		}
	}
	if multi == 0 || multi < 2 && !weak {
		return nil
	}
	minSep := 2
	if weak {
		minSep = 1
	}
	valleys := findValleys(sep, cross, minSep)
	valleys = splitValleys(text, lines, valleys)
	if len(valleys) == 0 || len(valleys) >= maxColumns {
		return nil
	}
	g := &textGrid{cols: make([]textColumn, len(valleys)+1), anchor: -1, named: -1}
	for i, v := range valleys {
		g.cols[i+1].low, g.cols[i+1].edge = v.c0, v.c1
	}
	g.learnStarts(text, lines)
	return g
}

// findValleys returns the ranges [c0, c1) of characters where gaps outweigh text.
func findValleys(sep, cross []int, minSep int) []segment {
	var vs []segment
	open := false
	most := 0
	for c := range sep {
		gap := sep[c] > 0 && float64(cross[c]) <= crossShare*float64(sep[c])
		switch {
		case gap && !open:
			vs, open, most = append(vs, segment{c0: c, c1: c + 1}), true, sep[c]
		case gap:
			vs[len(vs)-1].c1, most = c+1, max(most, sep[c])
		case open:
			if open = false; most < minSep {
				vs = vs[:len(vs)-1]
			}
		}
	}
	return vs
}

// splitValleys finds the columns that are filled so seldom that they drown in
// the gap between their neighbours: segments that lie wholly inside a valley.
func splitValleys(text string, lines []textLine, valleys []segment) []segment {
	type island struct{ c0, c1, n int }
	islands := make([][]island, len(valleys))
	var segs []segment
	for _, ln := range lines {
		segs = segments(text, ln, segs[:0])
		if len(segs) < 2 {
			continue
		}
		for _, s := range segs[1:] {
			i, _ := slices.BinarySearchFunc(valleys, s.c0, func(v segment, c int) int { return v.c1 - 1 - c })
			if i >= len(valleys) || s.c0 <= valleys[i].c0 || s.c1 >= valleys[i].c1 {
				continue
			}
			at, _ := slices.BinarySearchFunc(islands[i], s.c0, func(a island, c int) int { return a.c1 - c })
			if at < len(islands[i]) && islands[i][at].c0 < s.c1 {
				is := &islands[i][at]
				is.c0, is.c1, is.n = min(is.c0, s.c0), max(is.c1, s.c1), is.n+1
			} else {
				islands[i] = slices.Insert(islands[i], at, island{s.c0, s.c1, 1})
			}
			if len(islands[i]) > maxColumns {
				return nil
			}
		}
	}
	var out []segment
	for i, v := range valleys {
		for _, is := range islands[i] {
			if is.n < 2 || is.c0 <= v.c0 {
				continue
			}
			out = append(out, segment{c0: v.c0, c1: is.c0})
			v.c0 = is.c1
		}
		out = append(out, v)
	}
	return out
}

// learnStarts finds where the cells of each column begin, from segments that
// lie in one column alone.
func (g *textGrid) learnStarts(text string, lines []textLine) {
	votes := make([]map[int]int, len(g.cols))
	for i := range votes {
		votes[i] = map[int]int{}
	}
	var segs []segment
	for _, ln := range lines {
		segs = segments(text, ln, segs[:0])
		for k, s := range segs {
			c := g.columnAt(s.c0)
			if len(segs) == 1 && c == 0 || c+1 < len(g.cols) && s.c1 > g.cols[c+1].edge {
				continue
			}
			if k == len(segs)-1 && len(segs) < 2 && c < len(g.cols)-1 {
				continue
			}
			votes[c][s.c0]++
			g.cols[c].width = max(g.cols[c].width, s.c1-s.c0)
		}
	}
	for i := range g.cols {
		most := 0
		g.cols[i].start = g.cols[i].edge
		for _, c := range sortedKeys(votes[i]) {
			if votes[i][c] > most {
				most, g.cols[i].start = votes[i][c], c
			}
		}
	}
}

func sortedKeys(m map[int]int) []int {
	ks := make([]int, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

// columnAt returns the column that a segment beginning at character c belongs to.
func (g *textGrid) columnAt(c int) int {
	i := len(g.cols) - 1
	for i > 0 && g.cols[i].low > c {
		i--
	}
	return i
}

// aligned returns the share of segments of lines that begin or end where those
// of their column mostly do.
func (g *textGrid) aligned(text string, lines []textLine) float64 {
	lines = lines[:min(len(lines), profileLines)]
	ends := make([]map[int]int, len(g.cols))
	for i := range ends {
		ends[i] = map[int]int{}
	}
	var segs []segment
	total := 0
	for _, ln := range lines {
		if segs = segments(text, ln, segs[:0]); len(segs) < 2 {
			continue
		}
		for _, s := range segs {
			ends[g.columnAt(s.c0)][s.c1]++
			total++
		}
	}
	end := make([]int, len(g.cols))
	for i := range end {
		for _, c := range sortedKeys(ends[i]) {
			if ends[i][c] > ends[i][end[i]] {
				end[i] = c
			}
		}
	}
	hit := 0
	for _, ln := range lines {
		if segs = segments(text, ln, segs[:0]); len(segs) < 2 {
			continue
		}
		for _, s := range segs {
			c := g.columnAt(s.c0)
			if near(s.c0, g.cols[c].start) || near(s.c1, end[c]) {
				hit++
			}
		}
	}
	return float64(hit) / float64(max(total, 1))
}

// near reports whether two columns of characters are the same but for rounding.
func near(a, b int) bool { return a-b <= 1 && b-a <= 1 }

// learnProfiles finds what the values of each column look like, from the cells
// of lines that are cut by gaps alone.
func (g *textGrid) learnProfiles(text string, lines []textLine) {
	type tally struct {
		shapes [shapes]int
		words  map[string]int
		filled int            // cells that may begin an entry
		wide   map[string]int // first words in lines that fill as many columns as any
		wides  int
		low    int // values that open low beside a first cell that does not
		beside int // values beside such a cell
	}
	ts := make([]tally, len(g.cols))
	for i := range ts {
		ts[i].words, ts[i].wide = map[string]int{}, map[string]int{}
	}
	var segs []segment
	multi, widest := 0, 0
	for _, ln := range lines[min(1, len(lines)):min(len(lines), profileLines)] {
		segs = segments(text, ln, segs[:0])
		widest = max(widest, len(segs))
	}
	for k, ln := range lines[:min(len(lines), profileLines)] {
		segs = segments(text, ln, segs[:0])
		if g.spaced && k > 0 && ln.num == lines[k-1].num+1 {
			continue // the rest of a row
		}
		if len(segs) >= 2 {
			multi++
		}
		first := k > 0 && len(segs) == widest && g.columnAt(segs[0].c0) == 0 && !opensLow(text[segs[0].b0:segs[0].b1])
		for _, s := range segs {
			c := g.columnAt(s.c0)
			if len(segs) == 1 && c == 0 || c+1 < len(g.cols) && s.c1 > g.cols[c+1].edge {
				continue
			}
			v := text[s.b0:s.b1]
			ts[c].shapes[shapeOf(v)]++
			if first && c > 0 {
				ts[c].beside++
				if opensLow(v) {
					ts[c].low++
				}
			}
			if !opensLow(v) && len(ts[c].words) < profileLines {
				ts[c].filled++
				w := firstWord(v)
				ts[c].words[w]++
				if len(segs) == widest && k > 0 {
					ts[c].wide[w]++
					ts[c].wides++
				}
			}
		}
	}
	for i, t := range ts {
		g.cols[i].small = t.low >= 2 && float64(t.low) >= lowShare*float64(t.beside)
		n := 0
		for _, k := range t.shapes {
			n += k
		}
		for s := numberShape; s < shapes; s++ {
			// The heading is text, and may stand on two lines.
			if t.shapes[s] >= 2 && float64(t.shapes[s]) >= typedShare*float64(n-min(headLines, n/3)) {
				g.cols[i].typed = s
			}
		}
		if g.cols[i].typed != 0 {
			if k := t.shapes[g.cols[i].typed]; float64(k) >= anchorShare*float64(multi) && g.cols[i].typed != markShape && g.anchor < 0 {
				g.anchor = i
			}
			continue
		}
		word, most := "", 0
		for w, k := range t.words {
			if k > most || k == most && w < word {
				word, most = w, k
			}
		}
		share := float64(most) >= prefixShare*float64(t.filled-min(headLines, t.filled/3)) ||
			t.wides >= 3 && float64(t.wide[word]) >= wideShare*float64(t.wides)
		if most >= 3 && word != "" && !opensLow(word) && share {
			// The last such column names the row; those before it are stubs.
			g.cols[i].prefix, g.named = word, i
		}
	}
}

const (
	// headLines is how many lines at the top of a table may be its heading.
	headLines = 2
	// typedShare is the share of cells of one look that makes a column a typed one.
	typedShare = 0.7
	// anchorShare is the share of lines of several cells that must hold a typed
	// value for its column to count rows. Wrapped lines of two other cells have none.
	anchorShare = 0.5
	// prefixShare is the share of entries that begin with the same word. Lines
	// where two cells wrap at once do not.
	prefixShare = 0.6
	// lowShare is the share of the values of a column that begin with a small
	// letter, in first lines of rows, for such a letter to be no sign of a wrap.
	lowShare = 0.5
	// wideShare is the same for lines that fill as many columns as any line does:
	// these are the first lines of rows, but for a few.
	wideShare = 0.8
)
