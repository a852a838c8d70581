// What one table of a text shows about the others: heading rows that are repeated,
// and tables that continue after a page break.

package text

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// A knownHead is the heading of a sure table: how many words each cell has, and
// the table's columns.
type knownHead struct {
	words []int
	gaps  int // cells that gaps part; the more, the surer
	lines int // lines of the table
	grid  *textGrid
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
		k.words = append(k.words, len(strings.FieldsFunc(s, source.IsBlank)))
		all += " " + s
	}
	t.know(squeeze(all[1:]), k)
	// Its first line alone, where it stands on two.
	var words []int
	for _, p := range g.cut(t.text, segments(t.text, lines[0], nil), true, nil) {
		if p.col != len(words) {
			return
		}
		words = append(words, len(strings.FieldsFunc(t.text[p.b0:p.b1], source.IsBlank)))
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
func (t *textPage) firstRow(g *textGrid, lines []textLine) []document.Cell {
	var tab document.Table
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
