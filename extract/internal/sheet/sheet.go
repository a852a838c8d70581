// A Sheet, its chunks, and what one looks up in it.

package sheet

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// maxOverhang in em is how far a chunk may reach into the next column without being in it.
const maxOverhang = 0.5

// A chunk is the text of a line in one column, or in several that it spans.
type chunk struct {
	words  []int32
	box    Box
	c0, c1 int // columns, inclusive
	line   int
	text   string // its words, a blank after each, once that was asked for
}

// A Sheet is a region with its lines and columns.
type Sheet struct {
	Box   Box
	Lines []Line
	Xs    []float32 // borders of columns, outer ones included
	Inner []Edge    // horizontal edges inside that do not cross the whole region, see Rule
	Fresh bool      // the table begins here: its headings are not those of an earlier part

	p        *layout.Page
	chunks   [][]chunk // of each line, left to right
	ruled    []bool    // a rule across the region parts line k from line k-1
	edges    [][]Edge  // those that part line k from line k-1
	stubs    bool      // each row begins with its stub, see stubsLead
	partly   bool      // some of them leave columns out: cells span rows there
	widths   []float32 // of the columns' text, see inkWidth
	goesOver bool      // the first line is no heading: the table goes on from the page before
	dashed   bool      // rules of dashes show its columns
	low      []bool    // columns whose texts begin with small letters, see beginsLow
	columns  []Column  // what is known of each, on pages of characters
}

// New lays lines out in columns; seps are the borders between them. Columns without text are
// dropped, unless keep says that they are known from elsewhere.
func New(p *layout.Page, box Box, lines []Line, seps []float32, keep bool) *Sheet {
	s := &Sheet{p: p, Box: box, Lines: lines, ruled: make([]bool, len(lines)+1)}
	s.Xs = append(s.Xs, box.X0)
	for _, x := range seps {
		if x > box.X0 && x < box.X1 {
			s.Xs = append(s.Xs, x)
		}
	}
	s.Xs = append(s.Xs, box.X1)
	for {
		s.chunks = s.chunks[:0]
		if p.Typed {
			s.columns = s.learnColumns()
		}
		for k := range lines {
			if p.Typed {
				s.chunks = append(s.chunks, s.typedChunks(k, s.columns))
			} else {
				s.chunks = append(s.chunks, s.chunksOf(k))
			}
		}
		if keep || !s.dropEmpty() {
			return s
		}
	}
}

// dropEmpty joins each column without text with the one beside it, and reports whether
// there were any.
func (s *Sheet) dropEmpty() bool {
	filled := make([]bool, s.cols())
	for k := range s.chunks {
		for n := range s.chunks[k] {
			c := &s.chunks[k][n]
			for x := c.c0; x <= c.c1 && (c.c0 == c.c1 || len(s.chunks[k]) > 1); x++ {
				filled[x] = true
			}
		}
	}
	for c := range filled {
		if filled[c] || len(filled) == 1 {
			continue
		}
		if c == 0 || c == len(filled)-1 { // its inner border goes
			k := max(c, 1)
			s.Xs = slices.Delete(s.Xs, k, k+1)
			return true
		}
		s.Xs[c] = (s.Xs[c] + s.Xs[c+1]) / 2 // both borders become one between them
		s.Xs = slices.Delete(s.Xs, c+1, c+2)
		return true
	}
	return false
}

func (s *Sheet) cols() int { return len(s.Xs) - 1 }

// column returns the column at x.
func (s *Sheet) column(x float32) int {
	n, _ := slices.BinarySearch(s.Xs, x)
	return min(max(n-1, 0), s.cols()-1)
}

// maxCloseGap in em: if a border is in a gap no wider than this, on a line without a wider
// one, the line is one text that runs over the border.
const maxCloseGap = 0.4

// chunksOf cuts line k at the borders that are in its gaps.
func (s *Sheet) chunksOf(k int) []chunk {
	t := &s.Lines[k]
	one := true
	for n := 1; n < len(t.Words) && one; n++ {
		one = !s.p.Words[t.Words[n]].Cell && s.p.Words[t.Words[n]].Box.X0-s.p.Words[t.Words[n-1]].Box.X1 < maxCloseGap*t.Size
	}
	var out []chunk
	from := 0
	for n := 1; n <= len(t.Words); n++ {
		if n < len(t.Words) {
			a, b := s.p.Words[t.Words[n-1]].Box, s.p.Words[t.Words[n]].Box
			if one || !s.borderIn(a, b, Crossed*t.Size) {
				continue
			}
		}
		out = append(out, s.chunk(t.Words[from:n], k))
		from = n
	}
	return out
}

// borderIn reports whether a border is between two neighbouring words: in the gap, give or
// take tol.
func (s *Sheet) borderIn(a, b Box, tol float32) bool {
	for _, x := range s.Xs[1 : len(s.Xs)-1] {
		if x >= a.X1-tol && x <= b.X0+tol {
			return true
		}
	}
	return false
}

func (s *Sheet) chunk(ws []int32, line int) chunk {
	c := chunk{words: ws, line: line, box: s.p.Words[ws[0]].Box}
	for _, i := range ws {
		c.box = layout.Union(c.box, s.p.Words[i].Box)
	}
	tol := maxOverhang * s.Lines[line].Size
	wide := c.box.X1 - c.box.X0
	x, _ := layout.Middle(c.box)
	c.c0, c.c1 = s.column(x), s.column(x)
	for c.c0 > 0 && s.Xs[c.c0]-c.box.X0 > min(tol, wide/3) {
		c.c0--
	}
	for c.c1 < s.cols()-1 && c.box.X1-s.Xs[c.c1+1] > min(tol, wide/3) {
		c.c1++
	}
	return c
}

// text returns the words of a chunk with blanks between.
func (s *Sheet) text(c *chunk) string {
	if c.text == "" {
		var b strings.Builder
		for _, i := range c.words {
			b.WriteString(s.p.Words[i].Text)
			b.WriteByte(' ')
		}
		c.text = b.String()
	}
	return c.text
}

// figures reports whether a chunk is a figure: mostly numeric words.
func (s *Sheet) figures(c *chunk) bool {
	n := 0
	for _, i := range c.words {
		if shape.Numeric(s.p.Words[i].Text) {
			n++
		}
	}
	return n*2 > len(c.words) || n > 0 && n == len(c.words)
}

// hasDigits reports whether a chunk is a figure with digits.
func (s *Sheet) hasDigits(c *chunk) bool {
	if !s.figures(c) {
		return false
	}
	for _, i := range c.words {
		for _, r := range s.p.Words[i].Text {
			if unicode.IsDigit(r) {
				return true
			}
		}
	}
	return false
}

// chunkAt returns the chunk of line k in column c, or nil.
func (s *Sheet) chunkAt(k, c int) *chunk {
	for n := range s.chunks[k] {
		if ch := &s.chunks[k][n]; ch.c0 <= c && c <= ch.c1 {
			return ch
		}
	}
	return nil
}

// first and tail return the first and the last word of a chunk.
func (s *Sheet) first(c *chunk) string { return s.p.Words[c.words[0]].Text }

func (s *Sheet) tail(c *chunk) string {
	t := s.text(c)
	return t[:len(t)-1]
}
