// Tables with blank lines between their rows, and headings with blank lines around.

package text

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/bullet"
	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/internal/fold"
)

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

// joinHeading joins the chunk above cs[i] to it if it is the heading of its
// table, set apart by a blank line. It returns the chunk that holds both.
func (t *textPage) joinHeading(cs []chunk, i int) *chunk {
	c, up := &cs[i], &cs[i-1]
	if up.lo >= up.hi || up.grid != nil || up.found != nil || up.hi-up.lo > headLines || t.lines[up.lo].page != t.lines[c.lo].page ||
		t.lines[c.lo].num-t.lines[up.hi-1].num > maxChunkGap {
		return c
	}
	first := up.lo
	if !t.headsColumns(c.grid, t.lines[first]) {
		// A group of columns may be named in the lines above: "Crédits (M€)" over years.
		if first = up.hi - 1; !t.headsColumns(c.grid, t.lines[first]) {
			return c
		}
	}
	up.grid, up.tlo, up.thi = c.grid, first, c.thi
	rest := chunk{lo: c.hi, hi: c.hi}
	up.hi = c.hi
	*c = rest
	return up
}

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
		if cs[i].found != nil || cs[i].lo >= cs[i].hi {
			continue
		}
		lo, hi := t.tabular(cs[i].lo, cs[i].hi)
		if hi != cs[i].hi || hi-lo > maxWrap || t.letterhead(segments(t.text, t.lines[lo], nil)) {
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
		if g == nil || beside || t.doubles(g, cs[i+1:j+1]) || t.doubles(g, cs[i:i+1]) {
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
	if c.hi-c.lo > maxWrap || c.lo >= c.hi || c.found != nil {
		return false
	}
	for i := c.lo; i < c.hi; i++ {
		segs := segments(t.text, t.lines[i], nil)
		if t.letterhead(segs) {
			return false
		}
		if len(segs) < 2 && segs[0].c0 < minGap && !isTotal(t.text[segs[0].b0:segs[0].b1]) && !(i > c.lo && t.shortWrap(i)) ||
			i == c.lo && segs[0].c0 < minGap && bullet.Of(t.str(t.lines[i])) != "" {
			return false
		}
	}
	return true
}

// headsColumns reports whether a line prints words, or years, over each column of g.
func (t *textPage) headsColumns(g *textGrid, ln textLine) bool {
	segs := segments(t.text, ln, nil)
	if len(segs) != len(g.cols) {
		return false
	}
	words := 0
	for k, s := range segs {
		text := t.text[s.b0:s.b1]
		switch {
		case g.columnAt(s.c0) != k:
			return false
		case shapeOf(text) == textShape:
			words++
		case !isYear(text):
			return false
		}
	}
	return words > 0
}

// isYear reports whether s is a year as columns are headed with.
func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && shapeOf(s) == numberShape
}

// letterhead reports whether a line belongs to the head or the foot of a letter:
// what it is, or the place and the date at its end, or at its beginning where it is
// signed ("Fait à Paris, le 3 mars 2023").
func (t *textPage) letterhead(segs []segment) bool {
	if len(segs) == 0 {
		return false // accents without a letter
	}
	first, last := segs[0], segs[len(segs)-1]
	if s := t.text[first.b0:first.b1]; len(s) <= describe.MaxTitleLine && strings.HasPrefix(fold.Text(s), "fait a ") && isDateLine(s) {
		return true
	}
	s := t.text[last.b0:last.b1]
	if len(s) > describe.MaxTitleLine {
		return false
	}
	switch strings.TrimSpace(fold.Text(s)) {
	case "communique de presse", "dossier de presse", "communique", "press release", "news release":
		return true
	}
	return strings.Contains(s, ", le ") && isDateLine(s)
}

// beginsRow reports whether a line with a text in each of three columns and more
// is no wrap of the line above it: no text begins small, none above breaks off.
func (t *textPage) beginsRow(g *textGrid, above, segs []segment) bool {
	if len(segs) < 3 || len(segs) != len(g.cols) || len(above) != len(segs) {
		return false
	}
	for k, s := range segs {
		if g.columnAt(s.c0) != k || opensLow(t.text[s.b0:s.b1]) || dangles(t.text[above[k].b0:above[k].b1]) {
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
		var above []segment
		for i := c.lo; i < c.hi; i++ {
			segs := segments(t.text, t.lines[i], nil)
			if i > c.lo && t.beginsRow(g, above, segs) {
				begins += 2
			}
			above = segs
			for _, s := range segs {
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
