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

// A knownHead is the heading of a sure table: how many words each cell has, and
// the table's columns.
type knownHead struct {
	words []int
	gaps  int // cells that gaps part; the more, the surer
	lines int // lines of the table
	grid  *textGrid
}

// findTables decides which chunks are tables.
func (t *textPage) findTables(cs []chunk) {
	t.joinSpaced(cs)
	for i := range cs {
		c := &cs[i]
		if c.grid != nil {
			t.learnHeading(c.grid, t.lines[c.tlo:c.thi])
			continue
		}
		lo, hi := t.tabular(c.lo, c.hi)
		if hi <= lo {
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
		if cs[i].lo >= cs[i].hi {
			continue // joined to another
		}
		t.fitHeading(cs, i)
		if before >= 0 {
			t.fitContinuation(&cs[before], cs, i)
		}
		before = i
	}
}

// following returns the index of the last chunk behind cs[i] that may hold more
// rows of a table whose rows blank lines part.
func (t *textPage) following(cs []chunk, i int) int {
	last := i
	for j := i + 1; j < len(cs); j++ {
		c := &cs[j]
		if c.lo >= c.hi {
			continue
		}
		a, b := t.lines[cs[last].hi-1], t.lines[c.lo]
		more := t.rowLike(*c) || c.grid != nil && c.grid.spaced && c.tlo == c.lo && c.thi == c.hi
		if a.page != b.page || b.num-a.num > maxChunkGap || !more || t.hasKnownHead(c) {
			break
		}
		last = j
	}
	return last
}

// swallow joins the chunks behind cs[i] up to cs[j] to it.
func swallow(cs []chunk, i, j int) {
	hi := cs[j].hi
	for k := i + 1; k <= j; k++ {
		cs[k] = chunk{lo: hi, hi: hi}
	}
	cs[i].hi = hi
}

// fitHeading fits a known heading's columns to a chunk that has the heading, if
// its own lines show fewer columns or none.
func (t *textPage) fitHeading(cs []chunk, at int) {
	c := &cs[at]
	lo, hi := c.lo, min(c.lo+maxHeadLead, c.hi)
	if c.grid != nil {
		hi = c.tlo + 1 // a heading without gaps was left out
	}
	for i := lo; i < hi; i++ {
		if t.lines[i].end-t.lines[i].start > maxTableWidth {
			continue
		}
		k, ok := t.known[squeeze(t.str(t.lines[i]))]
		if !ok {
			continue
		}
		if c.grid != nil && len(c.grid.cols) >= len(k.grid.cols) {
			c.grid.inherit(k.grid)
			c.tlo = i
			return
		}
		last, to := c.thi, at
		switch {
		case k.grid.spaced:
			to = t.following(cs, at)
			last = cs[to].hi
		case c.grid == nil:
			_, last = t.tabular(i, c.hi)
			last = max(last, min(i+2, c.hi))
		}
		if last <= i+1 {
			return
		}
		if f := k.grid.fit(t.text, t.lines[i+1:last]); f != nil {
			swallow(cs, at, to)
			c.grid, c.tlo, c.thi = f, i, last
		}
		return
	}
}

// maxHeadLead is how many lines of text may stand right over a table's heading.
const maxHeadLead = 4

// inherit takes from ref what g's own lines were too few to teach.
func (g *textGrid) inherit(ref *textGrid) {
	if len(g.cols) != len(ref.cols) {
		return
	}
	for i := range g.cols {
		c, r := &g.cols[i], &ref.cols[i]
		if c.typed == 0 && c.prefix == "" {
			c.typed, c.prefix = r.typed, r.prefix
		}
	}
	if g.anchor < 0 && ref.anchor >= 0 && g.cols[ref.anchor].typed != 0 {
		g.anchor = ref.anchor
	}
	if g.named < 0 && ref.named >= 0 && g.cols[ref.named].prefix != "" {
		g.named = ref.named
	}
}

// fitContinuation decides whether chunk c goes on with the table that chunk
// before ends with, over a page break or a stray blank line.
func (t *textPage) fitContinuation(before *chunk, cs []chunk, at int) {
	c := &cs[at]
	if before.grid == nil || before.thi != before.hi {
		return
	}
	a, b := t.lines[before.hi-1], t.lines[c.lo]
	over := b.page == a.page+1
	if !over && (b.page != a.page || b.num-a.num > maxChunkGap) {
		return
	}
	if !over && c.grid == nil {
		return // what stands alone below a table is text
	}
	if c.grid != nil && c.tlo == c.lo && len(c.grid.cols) == len(before.grid.cols) {
		if c.goesOn = over || t.sameStarts(before.grid, c.grid) && !t.hasKnownHead(c); c.goesOn {
			c.grid.inherit(before.grid)
		}
		return
	}
	if !over || c.grid != nil && len(c.grid.cols) > len(before.grid.cols) || t.hasKnownHead(c) {
		return
	}
	lo, hi, to := c.lo, c.hi, at
	if before.grid.spaced {
		to = t.following(cs, at)
		hi = cs[to].hi
	}
	for hi > lo && !t.underTable(before.grid, hi-1) {
		hi--
	}
	for i := lo; i < hi; i++ {
		if !t.underTable(before.grid, i) {
			return
		}
	}
	if hi <= lo {
		return
	}
	if f := before.grid.fit(t.text, t.lines[lo:hi]); f != nil {
		swallow(cs, at, to)
		c.grid, c.tlo, c.thi, c.goesOn = f, lo, hi, true
	}
}

// underTable reports whether line i may be a line of a table with columns like
// g's: it has gaps, is indented, is a total, the rest of a first cell, or its
// words show the columns.
func (t *textPage) underTable(g *textGrid, i int) bool {
	segs := segments(t.text, t.lines[i], nil)
	return len(segs) > 1 || segs[0].c0 >= minGap || isTotal(t.text[segs[0].b0:segs[0].b1]) ||
		i > 0 && t.lines[i-1].page == t.lines[i].page && t.shortWrap(i) || g.squeezed(t.text, segs)
}

func (t *textPage) hasKnownHead(c *chunk) bool {
	i := c.lo
	if c.grid != nil {
		i = c.tlo
	}
	k, ok := t.known[squeeze(t.str(t.lines[i]))]
	return ok && k.grid != c.grid
}

// sameStarts reports whether two grids have their columns at the same places.
func (t *textPage) sameStarts(a, b *textGrid) bool {
	for i := range a.cols {
		if !near(a.cols[i].start, b.cols[i].start) {
			return false
		}
	}
	return true
}

// tabular returns the range of lines from the first that has gaps to the last
// that has, or that stands under one of its gaps.
func (t *textPage) tabular(lo, hi int) (first, last int) {
	var segs []segment
	multi, bullets := 0, 0
	gaps := func(i int) bool {
		segs = segments(t.text, t.lines[i], segs[:0])
		if len(segs) == 2 && bulletOf(t.text[segs[0].b0:segs[0].b1]+" x") != "" {
			bullets++
			return false
		}
		return len(segs) > 1
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

// joinHeading joins the chunk above cs[i] to it if it is the heading of its
// table, set apart by a blank line. It returns the chunk that holds both.
func (t *textPage) joinHeading(cs []chunk, i int) *chunk {
	c, up := &cs[i], &cs[i-1]
	if up.lo >= up.hi || up.grid != nil || up.hi-up.lo > headLines || t.lines[up.lo].page != t.lines[c.lo].page ||
		t.lines[c.lo].num-t.lines[up.hi-1].num > maxChunkGap {
		return c
	}
	segs := segments(t.text, t.lines[up.lo], nil)
	if len(segs) != len(c.grid.cols) {
		return c
	}
	for k, s := range segs {
		if c.grid.columnAt(s.c0) != k || shapeOf(t.text[s.b0:s.b1]) != textShape {
			return c
		}
	}
	up.grid, up.tlo, up.thi = c.grid, up.lo, c.thi
	rest := chunk{lo: c.hi, hi: c.hi}
	up.hi = c.hi
	*c = rest
	return up
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
	return !t.labels(g, sample)
}

// labels reports whether lines are "Date :   12 mars": labels and what they say.
func (t *textPage) labels(g *textGrid, lines []textLine) bool {
	if len(g.cols) != 2 {
		return false
	}
	n := 0
	var segs []segment
	for _, ln := range lines {
		segs = segments(t.text, ln, segs[:0])
		if t.text[segs[0].b1-1] == ':' {
			n++
		}
	}
	return 2*n > len(lines)
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

// learnHeading remembers the heading of a sure table: the first row, if every
// column has a cell of text there.
func (t *textPage) learnHeading(g *textGrid, lines []textLine) {
	if len(t.known) >= maxHeadings || lines[0].end-lines[0].start > maxTableWidth {
		return
	}
	head := t.firstRow(g, lines)
	if len(head) != len(g.cols) {
		return
	}
	if g.named >= 0 && firstWord(head[g.named].Text()) == g.cols[g.named].prefix {
		return // an entry like the others
	}
	k := knownHead{lines: len(lines), grid: g, gaps: len(segments(t.text, lines[0], nil))}
	all := ""
	for _, c := range head {
		s := c.Text()
		if shapeOf(s) != textShape || !entryStart(s) && !unicode.IsLetter(rune(s[0])) {
			return
		}
		k.words = append(k.words, len(strings.FieldsFunc(s, blankRune)))
		all += " " + s
	}
	t.know(squeeze(all[1:]), k)
	// Its first line alone, where it stands on two.
	var words []int
	for _, p := range g.cut(t.text, segments(t.text, lines[0], nil), true, nil) {
		if p.col != len(words) {
			return
		}
		words = append(words, len(strings.FieldsFunc(t.text[p.b0:p.b1], blankRune)))
	}
	if k.words = words; len(words) == len(g.cols) {
		t.know(squeeze(t.str(lines[0])), k)
	}
}

// know remembers a heading, and the surest way to cut it.
func (t *textPage) know(words string, k knownHead) {
	if old, ok := t.known[words]; !ok || len(old.words) < len(k.words) || len(old.words) == len(k.words) && (old.gaps < k.gaps || old.gaps == k.gaps && old.lines < k.lines) {
		t.known[words] = k
	}
}

// firstRow returns the cells of the first row of a table.
func (t *textPage) firstRow(g *textGrid, lines []textLine) []Cell {
	var tab Table
	b := newRowBuilder(t.text, g, 0, &tab)
	for i, ln := range lines[:min(len(lines), headLines+4)] {
		b.add(g.cut(t.text, segments(t.text, ln, nil), i == 0, nil), ln.num, i > 0 && ln.num-lines[i-1].num > 1)
		if len(tab.Rows) > 0 {
			return tab.Rows[0].Cells
		}
	}
	return nil
}

// maxHeadings bounds the headings remembered of one text.
const maxHeadings = 1000

const (
	// minSpaced is how many chunks make a table whose rows blank lines part.
	minSpaced = 3
	// maxSpacedRow is how many lines such a row has on average at most.
	maxSpacedRow = 8
	// maxTries is how many chunks at the beginning of a run may be no part of it.
	maxTries = 3
	// maxDouble is the share of chunks that may look like two rows and more.
	maxDouble = 0.25
)

// joinSpaced joins chunks that are the rows of one table set apart by blank lines.
func (t *textPage) joinSpaced(cs []chunk) {
	for i, tries := 0, 0; i < len(cs); i++ {
		lo, hi := t.tabular(cs[i].lo, cs[i].hi)
		if hi != cs[i].hi || hi-lo > maxWrap {
			continue
		}
		j := i
		for j+1 < len(cs) && t.lines[cs[j+1].lo].page == t.lines[lo].page &&
			t.lines[cs[j+1].lo].num-t.lines[cs[j].hi-1].num <= maxChunkGap && t.rowLike(cs[j+1]) {
			j++
		}
		if j-i+1 < minSpaced || cs[j].hi-lo > maxSpacedRow*(j-i+1) {
			continue
		}
		g, beside := t.sureGrid(t.lines[lo:cs[j].hi], true)
		if g == nil || beside || t.doubles(g, cs[i+1:j+1]) {
			// Perhaps the first chunk stands over the table. A few tries keep long
			// texts linear.
			if tries++; tries == maxTries {
				i, tries = j, 0
			}
			continue
		}
		tries = 0
		swallow(cs, i, j)
		cs[i].grid, cs[i].tlo, cs[i].thi = g, lo, cs[i].hi
		i = j
	}
}

// rowLike reports whether all lines of a chunk may be lines of one row.
func (t *textPage) rowLike(c chunk) bool {
	if c.hi-c.lo > maxWrap || c.lo >= c.hi {
		return false
	}
	for i := c.lo; i < c.hi; i++ {
		segs := segments(t.text, t.lines[i], nil)
		if len(segs) < 2 && segs[0].c0 < minGap && !isTotal(t.text[segs[0].b0:segs[0].b1]) && !(i > c.lo && t.shortWrap(i)) ||
			i == c.lo && segs[0].c0 < minGap && bulletOf(t.str(t.lines[i])) != "" {
			return false
		}
	}
	return true
}

// doubles reports whether too many chunks hold what begins two rows or more:
// then blank lines part groups of rows, not rows.
func (t *textPage) doubles(g *textGrid, cs []chunk) bool {
	n := 0
	for _, c := range cs {
		begins := 0
		for i := c.lo; i < c.hi; i++ {
			for _, s := range segments(t.text, t.lines[i], nil) {
				col, v := g.columnAt(s.c0), t.text[s.b0:s.b1]
				if col == g.anchor && shapeOf(v) == g.cols[col].typed || g.anchor < 0 && col == g.named && firstWord(v) == g.cols[col].prefix {
					begins++
				}
			}
		}
		if begins > 1 {
			n++
		}
	}
	return float64(n) > maxDouble*float64(len(cs))
}

// table emits the table of a chunk, or what a page break left of it.
func (t *textPage) table(c chunk) {
	lines := t.lines[c.tlo:c.thi]
	tab := &Table{Frame: Frame{At: t.at(lines[0])}, Method: "columns", Continues: c.goesOn}
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
