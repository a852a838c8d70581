// Finding the fixed-width tables of a text, and making them Tables.
//
// Doubtful chunks are decided with what sure tables of the same text have
// taught: their headings, and how these are cut.

package extract

import (
	"strings"
	"unicode"
)

const (
	// minSupport is the share of a table's lines that must keep to its columns.
	minSupport = 0.6
	// maxChunkGap is how many line numbers may part two rows of one table whose
	// rows are set apart by blank lines.
	maxChunkGap = 3
)

// findTables decides which chunks are tables.
func (t *textPage) findTables(cs []chunk) {
	for i := range cs {
		c := &cs[i]
		lo, hi := t.tabular(c.lo, c.hi)
		if hi <= lo {
			continue
		}
		if g := t.sureGrid(t.lines[lo:hi]); g != nil {
			c.grid, c.tlo, c.thi = g, lo, hi
			t.learnHeading(g, t.lines[lo:hi])
		}
	}
	for i := range cs {
		c := &cs[i]
		if c.grid != nil {
			continue
		}
		if lo, hi, g := t.knownGrid(c.lo, c.hi); g != nil {
			c.grid, c.tlo, c.thi = g, lo, hi
		}
	}
	t.joinSpaced(cs)
}

// tabular returns the range of lines from the first that has gaps to the last
// that has, or that stands under one of its gaps.
func (t *textPage) tabular(lo, hi int) (first, last int) {
	first, last = hi, lo
	var segs []segment
	bullets := 0
	for i := lo; i < hi; i++ {
		segs = segments(t.text, t.lines[i], segs[:0])
		if len(segs) == 2 && bulletOf(t.text[segs[0].b0:segs[0].b1]+" x") != "" {
			bullets++
			continue
		}
		if len(segs) > 1 {
			first, last = min(first, i), i+1
		}
	}
	if bullets*2 > last-first {
		return hi, lo
	}
	if last <= first {
		return hi, lo
	}
	// Totals and wrapped cells after the last line with gaps.
	for last < hi {
		s := t.str(t.lines[last])
		if !isTotal(s) && lineIndent(t.text, t.lines[last]) < minGap && !t.shortWrap(last) {
			break
		}
		last++
	}
	return first, last
}

// shortWrap reports whether line i, at the left edge, is the rest of a first
// cell in the line above it.
func (t *textPage) shortWrap(i int) bool {
	segs := segments(t.text, t.lines[i-1], nil)
	own := segments(t.text, t.lines[i], nil)
	if len(segs) < 2 || len(own) != 1 || segs[0].c0 >= minGap || own[0].c1 >= segs[1].c0 {
		return false
	}
	u := t.text[segs[0].b0:segs[0].b1]
	s := t.text[own[0].b0:own[0].b1]
	return dangles(u) || opensLow(s)
}

// sureGrid returns the columns of lines if they are a table by themselves.
func (t *textPage) sureGrid(lines []textLine) *textGrid {
	g := learnColumns(t.text, lines, false)
	if g == nil {
		return nil
	}
	g.learnProfiles(t.text, lines)
	if !t.isTable(g, lines) {
		return nil
	}
	return g
}

// isTable reports whether lines with these columns are a table, and neither
// chance gaps in prose, nor columns of text, nor a drawing.
func (t *textPage) isTable(g *textGrid, lines []textLine) bool {
	multi, kept, letters, signs := 0, 0, 0, 0
	var segs []segment
	sample := lines[:min(len(lines), profileLines)]
	for _, ln := range sample {
		segs = segments(t.text, ln, segs[:0])
		for _, s := range segs {
			for _, r := range t.text[s.b0:s.b1] {
				switch {
				case unicode.IsLetter(r) || unicode.IsDigit(r):
					letters++
				case !blankRune(r):
					signs++
				}
			}
		}
		s := segs[0]
		c := g.columnAt(s.c0)
		switch {
		case len(segs) > 1:
			multi++
			kept++
		case c > 0 && near(s.c0, g.cols[c].start), isTotal(t.text[s.b0:s.b1]):
			kept++
		case c == 0 && s.c1 <= g.cols[1].edge:
			kept++
		}
	}
	switch {
	case multi < 2, multi < 3 && len(g.cols) < 3:
		return false
	case float64(kept) < minSupport*float64(len(sample)):
		return false
	case signs > letters:
		return false
	case g.aligned(t.text, lines) < minAligned:
		return false
	}
	return !t.textColumns(g, sample) && !t.sideBySide(g, sample)
}

// textColumns reports whether the columns hold running text: in each, many
// lines go on in the middle of a sentence.
func (t *textPage) textColumns(g *textGrid, lines []textLine) bool {
	if len(g.cols) > 4 {
		return false
	}
	low, filled, ink := make([]int, len(g.cols)), make([]int, len(g.cols)), make([]int, len(g.cols))
	var segs []segment
	for _, ln := range lines {
		segs = segments(t.text, ln, segs[:0])
		for _, s := range segs {
			c := g.columnAt(s.c0)
			v := t.text[s.b0:s.b1]
			filled[c]++
			ink[c] += s.c1 - s.c0
			if opensLow(v) {
				low[c]++
			}
		}
	}
	for c := range g.cols {
		if g.cols[c].typed != 0 || filled[c]*2 < len(lines) || low[c]*4 < filled[c] || ink[c] < 18*filled[c] {
			return false
		}
	}
	return true
}

// sideBySide reports whether the columns are blocks of an address or a contact
// that only happen to stand beside each other: each column mixes kinds.
func (t *textPage) sideBySide(g *textGrid, lines []textLine) bool {
	if len(lines) > 12 {
		return false
	}
	contact, filled := make([]int, len(g.cols)), make([]int, len(g.cols))
	var segs []segment
	pairs := 0
	for _, ln := range lines {
		segs = segments(t.text, ln, segs[:0])
		n := 0
		for _, s := range segs {
			c := g.columnAt(s.c0)
			filled[c]++
			if reachesSomeone(t.text[s.b0:s.b1]) {
				contact[c]++
				n++
			}
		}
		if n > 1 {
			pairs++
		}
	}
	mixed := 0
	for c := range g.cols {
		if contact[c] > 0 && contact[c]*3 < filled[c]*2 {
			mixed++
		}
	}
	return mixed >= 2 && pairs > 0
}

// reachesSomeone reports whether s is a line of an address: a phone number, an
// e-mail, or a postcode with its town.
func reachesSomeone(s string) bool {
	return isContactLine(s) || len(s) > 6 && shapeOf(s[:5]) == postalShape && s[5] == ' ' && unicode.IsLetter(rune(s[6]))
}

// learnHeading remembers how the first line of a sure table is cut, if gaps
// alone cut it.
func (t *textPage) learnHeading(g *textGrid, lines []textLine) {
	segs := segments(t.text, lines[0], nil)
	if len(segs) != len(g.cols) {
		return
	}
	var counts []int
	for i, s := range segs {
		if g.columnAt(s.c0) != i || shapeOf(t.text[s.b0:s.b1]) != textShape {
			return
		}
		counts = append(counts, len(strings.FieldsFunc(t.text[s.b0:s.b1], blankRune)))
	}
	key := squeeze(t.str(lines[0]))
	if _, ok := t.known[key]; !ok && len(t.known) < maxHeadings {
		t.known[key] = counts
	}
}

// maxHeadings bounds the headings remembered of one text.
const maxHeadings = 1000

// knownGrid returns the table that begins with a known heading inside lines
// [lo, hi), though its own lines are too few to show columns surely.
func (t *textPage) knownGrid(lo, hi int) (first, last int, g *textGrid) {
	for i := lo; i < hi-1; i++ {
		counts, ok := t.known[squeeze(t.str(t.lines[i]))]
		if !ok {
			continue
		}
		g := learnColumns(t.text, t.lines[i:hi], true)
		if g == nil || len(g.cols) != len(counts) {
			continue
		}
		g.learnProfiles(t.text, t.lines[i:hi])
		return i, hi, g
	}
	return 0, 0, nil
}

// joinSpaced joins chunks that are the rows of one table set apart by blank lines.
func (t *textPage) joinSpaced(cs []chunk) {
	for i := 0; i < len(cs); {
		j := i
		for j+1 < len(cs) && t.rowLike(cs[j]) && t.rowLike(cs[j+1]) && t.lines[cs[j+1].lo].num-t.lines[cs[j].hi-1].num <= maxChunkGap &&
			t.lines[cs[j+1].lo].page == t.lines[cs[j].lo].page {
			j++
		}
		if j-i >= 2 {
			if g := t.sureGrid(t.lines[cs[i].lo:cs[j].hi]); g != nil {
				cs[i].grid, cs[i].tlo, cs[i].thi, cs[i].spaced = g, cs[i].lo, cs[j].hi, true
				cs[i].hi = cs[j].hi
				for k := i + 1; k <= j; k++ {
					cs[k] = chunk{lo: cs[j].hi, hi: cs[j].hi}
				}
			}
		}
		i = j + 1
	}
}

// rowLike reports whether a chunk could be one row: few lines, the first with gaps.
func (t *textPage) rowLike(c chunk) bool {
	if c.hi-c.lo > 4 || c.lo >= c.hi || c.grid != nil {
		return false
	}
	lo, hi := t.tabular(c.lo, c.hi)
	return lo == c.lo && hi == c.hi
}

// table emits the table of a chunk.
func (t *textPage) table(c chunk) {
	lines := t.lines[c.tlo:c.thi]
	b := newRowBuilder(t.text, c.grid, t.at(lines[0]).Page)
	var segs []segment
	var ps []cellPiece
	for i, ln := range lines {
		segs = segments(t.text, ln, segs[:0])
		head := i < headLines && len(b.rows) == 0
		ps = t.cutLine(c.grid, ln, segs, head, ps[:0])
		apart := i > 0 && ln.num-lines[i-1].num > 1
		b.add(ps, ln.num, apart)
	}
	b.finish()
	tab := &Table{Frame: Frame{At: t.at(lines[0])}, Method: "columns", Rows: b.rows}
	t.emit(tab)
}

// cutLine cuts a line by its gaps, or as the same words were cut elsewhere.
func (t *textPage) cutLine(g *textGrid, ln textLine, segs []segment, head bool, dst []cellPiece) []cellPiece {
	if len(segs) < len(g.cols) && len(t.known) > 0 && ln.end-ln.start < maxTableWidth {
		if counts, ok := t.known[squeeze(t.str(ln))]; ok && len(counts) == len(g.cols) {
			whole := segment{segs[0].c0, segs[len(segs)-1].c1, segs[0].b0, segs[len(segs)-1].b1}
			return cutByCounts(t.text, whole, counts, dst)
		}
	}
	return g.cut(t.text, segs, head, dst)
}

// cutByCounts cuts a heading into cells of so many words each.
func cutByCounts(text string, s segment, counts []int, dst []cellPiece) []cellPiece {
	starts := append([]segment{{c0: s.c0, b0: s.b0}}, wordStarts(text, s)...)
	w := 0
	for c, n := range counts {
		if w >= len(starts) {
			break
		}
		p := cellPiece{c, 1, starts[w].b0, s.b1, starts[w].c0}
		if w += n; w < len(starts) && c < len(counts)-1 {
			p.b1 = trimEnd(text, s.b0, starts[w].b0)
		}
		dst = append(dst, p)
	}
	return dst
}
