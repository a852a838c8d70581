// Fixed-width tables: which chunks hold one, and how it becomes a Table. Doubtful
// chunks are decided by the heading rows and columns of sure tables in the same text.

package text

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/bullet"
	"github.com/pressoir/pressoir/extract/internal/pipes"
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
	t.joinSpaced(cs)
	for i := range cs {
		c := &cs[i]
		if c.found != nil {
			continue
		}
		if c.grid != nil {
			t.learnHeading(c.grid, t.lines[c.tlo:c.thi])
			continue
		}
		if first, last := t.barePipes(c.lo, c.hi); first < last {
			c.tlo, c.thi, c.tabs, c.sep = first, last, true, "|"
			continue
		}
		lo, hi := t.tabular(c.lo, c.hi)
		if hi <= lo {
			if first, last := t.separated(c.lo, c.hi); first < last {
				c.tlo, c.thi, c.tabs, c.sep = first, last, true, ";"
			}
			continue
		}
		if first, last := t.tabbed(c.lo, c.hi); first < last && !t.aligns(lo, hi) {
			c.tlo, c.thi, c.tabs, c.sep = first, last, true, "\t"
			continue
		}
		g, beside := t.sureGrid(t.lines[lo:hi], false)
		if beside {
			c.blocks, c.tlo, c.thi = g, lo, hi
			continue
		}
		if g != nil {
			c.grid, c.tlo, c.thi = g, lo, hi
			if i > 0 && lo == c.lo {
				c = t.joinHeading(cs, i)
			}
			t.learnHeading(c.grid, t.lines[c.tlo:c.thi])
		}
	}
	before := -1
	for i := range cs {
		if cs[i].lo >= cs[i].hi || cs[i].found != nil {
			continue // joined to another
		}
		t.fitHeading(cs, i)
		if before >= 0 {
			t.fitContinuation(&cs[before], cs, i)
		}
		before = i
	}
}

// tabular returns the range of lines from the first that has gaps to the last
// that has, or that stands under one of its gaps.
func (t *textPage) tabular(lo, hi int) (first, last int) {
	var segs []segment
	multi, bullets := 0, 0
	gaps := func(i int) bool {
		segs = segments(t.text, t.lines[i], segs[:0])
		if len(segs) == 2 && bullet.Of(t.text[segs[0].b0:segs[0].b1]+" x") != "" {
			bullets++
			return false
		}
		return len(segs) > 1
	}
	if t.piped(lo, hi) {
		return hi, lo
	}
	first, last = hi, hi
	for i := lo; i < hi && (first == hi || i < lo+profileLines); i++ {
		if gaps(i) {
			first = min(first, i)
			multi++
		}
	}
	if first == hi || bullets > multi {
		return hi, lo
	}
	for !gaps(last - 1) {
		last--
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

// piped reports whether lines hold a table drawn with pipes, whose cells may be
// padded with blanks: two rows of pipes at least.
func (t *textPage) piped(lo, hi int) bool {
	n := 0
	for _, ln := range t.lines[lo:min(hi, lo+profileLines)] {
		if s := t.str(ln); s[0] == '|' || s[0] == "│"[0] {
			if pipes.IsRow(plainPipes(s)) {
				if n++; n == 2 {
					return true
				}
			}
		}
	}
	return false
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

// sureGrid returns the columns of lines if they are a table by themselves, or,
// with beside true, if they are texts beside each other.
func (t *textPage) sureGrid(lines []textLine, spaced bool) (g *textGrid, beside bool) {
	if g = learnColumns(t.text, lines, false); g == nil {
		return nil, false
	}
	g.spaced = spaced
	g.learnProfiles(t.text, lines)
	if !t.isTable(g, lines) {
		return nil, false
	}
	sample := lines[:min(len(lines), profileLines)]
	return g, t.textColumns(g, sample) || t.sideBySide(g, sample)
}

// aligns reports whether lines stand in columns by themselves.
func (t *textPage) aligns(lo, hi int) bool {
	g, beside := t.sureGrid(t.lines[lo:hi], false)
	if g == nil || beside {
		return false
	}
	var segs []segment
	for _, ln := range t.lines[lo:min(hi, lo+profileLines)] {
		// A tab that leads into no column of its own shows that the tabs are cells.
		segs = segments(t.text, ln, segs[:0])
		for k := 1; k < len(segs); k++ {
			if g.columnAt(segs[k].c0) == g.columnAt(segs[k-1].c0) {
				return false
			}
		}
	}
	return true
}

// flowColumns emits texts that stand beside each other, one after the other.
func (t *textPage) flowColumns(c chunk) {
	if c.tlo > c.lo {
		t.flow(t.lines[c.lo:c.tlo])
	}
	cols := make([][]textLine, len(c.blocks.cols))
	var segs []segment
	for _, ln := range t.lines[c.tlo:c.thi] {
		segs = segments(t.text, ln, segs[:0])
		for _, s := range segs {
			k := c.blocks.columnAt(s.c0)
			cols[k] = append(cols[k], textLine{int32(s.b0), int32(s.b1), ln.num, ln.page})
		}
	}
	for _, lines := range cols {
		if len(lines) > 0 {
			t.flow(lines)
		}
	}
	if c.thi < c.hi {
		t.flow(t.lines[c.thi:c.hi])
	}
}

// table emits the table of a chunk, or what a page break left of it.
func (t *textPage) table(c chunk) {
	lines := t.lines[c.tlo:c.thi]
	tab := &document.Table{Frame: document.Frame{At: t.at(lines[0])}, Method: "columns", Continues: c.goesOn}
	page := t.at(lines[0]).Page
	if c.goesOn && t.rows != nil {
		t.rows.resume(c.grid, page, lines[0].num, tab, squeeze(t.str(lines[0])) == t.head)
	} else {
		t.head = squeeze(t.str(lines[0]))
		t.endTable()
		t.rows = newRowBuilder(t.text, c.grid, page, tab)
	}
	t.emit(tab)
	b := t.rows
	var segs []segment
	var ps []cellPiece
	for i, ln := range lines {
		segs = segments(t.text, ln, segs[:0])
		ps = t.cutLine(c.grid, ln, segs, i == 0 && b.top, ps[:0])
		b.add(ps, ln.num, i > 0 && ln.num-lines[i-1].num > 1)
	}
}

// endTable finishes the table that is open.
func (t *textPage) endTable() {
	if t.rows != nil {
		t.rows.finish()
		t.rows = nil
	}
}

// cutLine cuts a line by its gaps, or as the same words were cut elsewhere.
func (t *textPage) cutLine(g *textGrid, ln textLine, segs []segment, head bool, dst []cellPiece) []cellPiece {
	if len(segs) < len(g.cols) && len(t.known) > 0 && ln.end-ln.start < maxTableWidth {
		if k, ok := t.known[squeeze(t.str(ln))]; ok && len(k.words) == len(g.cols) {
			whole := segment{segs[0].c0, segs[len(segs)-1].c1, segs[0].b0, segs[len(segs)-1].b1}
			return cutByCounts(t.text, whole, k.words, dst)
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
