// This file cuts columns on pages of characters, such as text files. A text may reach to
// the next column with a single blank between, where another line has two words of one
// cell. The other lines show which it is: where the texts of a column begin, what they
// look like, and the word that they begin with.

package sheet

import (
	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// typedReach in em is how far before its column a value may begin that looks like the
	// others of the column: narrow letters before it pull it left.
	typedReach = 7
	// textReach in em is the same for text, which only its place assigns to a column.
	textReach = 4
	// typedShare is the share of a column's texts that must have one look to make it the
	// look of the column.
	typedShare = 0.7
	// prefixShare is the share of a column's texts that must begin with one word to make it
	// the prefix of the column.
	prefixShare = 0.6
	// headTexts is the largest number of texts of a column that may be headings, and look
	// different.
	headTexts = 2
	// maxCloseWords is the largest number of words of one text that are looked at.
	maxCloseWords = 200
)

// A Column is what lines cut by wide gaps alone show about a column.
type Column struct {
	start  float32 // where most texts begin
	width  float32 // of the widest text
	kind   shape.Kind
	prefix string
	named  bool // the last column with a prefix: it names the row
	counts bool // most of its texts are words with a figure at their end, as dates are
}

// learnColumns returns what the lines show about each column.
func (s *Sheet) learnColumns() []Column {
	type tally struct {
		kinds  [shape.Kinds]int
		starts map[float32]int
		words  map[string]int
		texts  int
		counts int // texts that end in a figure
	}
	ts := make([]tally, s.cols())
	cols := make([]Column, s.cols())
	for i := range ts {
		ts[i].starts, ts[i].words = map[float32]int{}, map[string]int{}
	}
	for k := range s.Lines {
		segs := s.segments(k)
		for n := range segs {
			c := &segs[n]
			if c.c0 != c.c1 || len(segs) == 1 && c.c0 == 0 {
				continue
			}
			t, text := &ts[c.c0], s.tail(c)
			t.kinds[shape.Of(text)]++
			t.starts[c.box.X0]++
			if n := len(c.words); n > 1 && shape.Numeric(s.p.Words[c.words[n-1]].Text) {
				t.counts++
			}
			cols[c.c0].width = max(cols[c.c0].width, c.box.X1-c.box.X0)
			if !shape.OpensLow(text) {
				t.words[shape.FirstWord(text)]++
				t.texts++
			}
		}
	}
	named := -1
	for i := range ts {
		t, c := &ts[i], &cols[i]
		c.start = s.Xs[i]
		most, n := 0, 0
		for x, k := range t.starts {
			n += k
			if k > most || k == most && x < c.start {
				most, c.start = k, x
			}
		}
		c.counts = t.counts*2 > n
		for kind := shape.Number; kind < shape.Kinds; kind++ {
			if k := t.kinds[kind]; k >= 2 && float32(k) >= typedShare*float32(n-min(headTexts, n/3)) {
				c.kind = kind
			}
		}
		if c.kind != 0 {
			continue
		}
		word, often := "", 0
		for w, k := range t.words {
			if k > often || k == often && w < word {
				word, often = w, k
			}
		}
		if often >= 3 && word != "" && !shape.OpensLow(word) && float32(often) >= prefixShare*float32(t.texts-min(headTexts, t.texts/3)) {
			c.prefix, named = word, i
		}
	}
	if named >= 0 {
		cols[named].named = true
	}
	return cols
}

// segments returns the text of line k between its wide gaps.
func (s *Sheet) segments(k int) []chunk {
	t := &s.Lines[k]
	var out []chunk
	from := 0
	for n := 1; n <= len(t.Words); n++ {
		if n < len(t.Words) && !s.apart(t, n) {
			continue
		}
		out = append(out, s.chunk(t.Words[from:n], k))
		from = n
	}
	return out
}

// apart reports whether a wide gap comes before word n, even one between a currency and
// a figure.
func (s *Sheet) apart(t *Line, n int) bool {
	a, b := &s.p.Words[t.Words[n-1]], &s.p.Words[t.Words[n]]
	return b.Box.X0-a.Box.X1 >= borders.WideMono*t.Size || borders.Wide(s.p, a, b)
}

// namesRow reports whether line k begins with the prefix of its column, the word that all
// names of rows begin with.
func (s *Sheet) namesRow(k int) bool {
	for n := range s.chunks[k] {
		if c := &s.chunks[k][n]; s.columns != nil && s.columns[c.c0].named && s.columns[c.c0].prefix == shape.FirstWord(s.tail(c)) {
			return true
		}
	}
	return false
}

// typedChunks cuts line k of a page of characters at its wide gaps, and at a single blank
// if there is evidence that a column begins there.
func (s *Sheet) typedChunks(k int, cols []Column) []chunk {
	segs := s.segments(k)
	// A wide gap inside one column separates nothing.
	joined := segs[:0]
	for _, c := range segs {
		if n := len(joined); n > 0 && joined[n-1].c1 >= c.c0 && joined[n-1].c1 == c.c1 && joined[n-1].c0 == c.c0 {
			joined[n-1] = s.chunk(append(joined[n-1].words[:len(joined[n-1].words):len(joined[n-1].words)], c.words...), k)
			continue
		}
		joined = append(joined, c)
	}
	var out []chunk
	for n := range joined {
		next := s.cols()
		if n+1 < len(joined) {
			next = joined[n+1].c0
		}
		out = s.splitClose(&joined[n], next, cols, out)
	}
	return out
}

// splitClose appends the cells of a text that must end before column next.
func (s *Sheet) splitClose(c *chunk, next int, cols []Column, out []chunk) []chunk {
	if next-c.c0 <= 1 || len(c.words) < 2 || shape.IsTotal(s.tail(c)) {
		return append(out, *c)
	}
	head := s.Lines[c.line].Weight < 1 || c.line == 0 && !s.goesOver
	if kind := cols[c.c0].kind; kind != 0 && !head && shape.Of(s.tail(c)) == kind {
		return append(out, *c) // "1 234" is one value of its column
	}
	end := len(c.words)
	var parts []chunk // from the right
	for j := next - 1; j > c.c0; j-- {
		w := s.closeStart(c, j, end, cols, head)
		if w <= 0 {
			continue
		}
		p := s.chunk(c.words[w:end], c.line)
		p.c0, p.c1 = j, max(j, min(p.c1, next-1))
		if len(parts) > 0 {
			p.c1 = min(p.c1, max(j, parts[len(parts)-1].c0-1))
		}
		parts, end = append(parts, p), w
	}
	first := s.chunk(c.words[:end], c.line)
	first.c0 = min(first.c0, c.c0)
	if n := len(parts); n > 0 {
		first.c1 = max(first.c0, min(first.c1, parts[n-1].c0-1))
	}
	out = append(out, first)
	for n := len(parts) - 1; n >= 0; n-- {
		out = append(out, parts[n])
	}
	return out
}

// closeStart returns the index of the word at which column j begins in a text whose words
// up to end are left; 0 if it begins at none.
func (s *Sheet) closeStart(c *chunk, j, end int, cols []Column, head bool) int {
	col := &cols[j]
	em := s.Lines[c.line].Size
	over := s.p.Words[c.words[end-1]].Box.X1 > s.Xs[j]+Crossed*em // the text reaches into the column
	best, most := 0, float32(0)
	full := false
	for w := 1; w < min(end, maxCloseWords); w++ {
		x := s.p.Words[c.words[w]].Box.X0
		far := (col.start - x) / em
		if far < -textReach {
			break
		}
		if far > typedReach {
			continue
		}
		part := s.textOf(c.words[w:end])
		before := s.p.Words[c.words[w-1]].Box.X1 - s.p.Words[c.words[0]].Box.X0
		wide := s.p.Words[c.words[end-1]].Box.X1 - x
		fills := far >= 0 && before >= cols[c.c0].width-em/2 && !full
		if col.kind == shape.Number && cols[c.c0].counts && !over {
			continue // the last figure of a date
		}
		score := col.evidence(part, far, wide, over, head, best > 0, fills)
		if score == 0 {
			continue
		}
		full = full || score == fillsScore
		if t := cols[c.c0].kind; t != 0 && !head && j == c.c0+1 && shape.Of(s.textOf(c.words[:w])) != t {
			continue
		}
		if score > most {
			most, best = score, w
		}
	}
	return best
}

// The scores of a word that may begin a column, before its distance is subtracted.
const (
	looksScore = 40 // it looks like the column's other texts
	fillsScore = 30 // the text before it fills its own column
	placeScore = 20 // it begins like an entry, where the column does
	headScore  = 10 // it may be the column's heading
)

// evidence returns how well a text may begin a column, 0 if it cannot. far is how far, in
// em, it is before the start of the column, wide its width. over reports that the text of
// the line reaches into the column, head that it may be a heading, later that a word
// before it may begin the column too, fills that the text before it fills another column.
func (col *Column) evidence(part string, far, wide float32, over, head, later, fills bool) float32 {
	away := abs(far) * 2 // characters
	switch {
	case col.kind != 0 && shape.Of(part) == col.kind && far >= -0.5 && wide <= col.width:
		// The figures before a group of three belong to it: "1 086 255" is not "255".
		if col.kind == shape.Number && later {
			return 0
		}
		return looksScore - away
	case col.kind != 0 && !head:
		return 0
	case col.prefix != "" && shape.FirstWord(part) == col.prefix && (col.named || over):
		return looksScore - away
	case col.prefix != "" && col.named && !head:
		return 0
	case head && !over && far >= 0 && shape.EntryStart(part):
		return headScore - away/2 // every column has a heading
	case !over || abs(far) > textReach || shape.OpensLow(part) || !shape.EntryStart(part):
		return 0
	case fills:
		// A text that touches the next column fills its column. The shortest of those that are
		// as long as the others is the one.
		return fillsScore
	}
	return placeScore - away
}

// textOf returns the text of words.
func (s *Sheet) textOf(words []int32) string { return (&Line{Words: words}).Text(s.p) }
