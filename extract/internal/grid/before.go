// This file keeps what earlier pages show about a page: the headings of their tables, and
// the columns of the last one. A table that continues after a page break often shows too
// little of itself on the next page.

package grid

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

const (
	// maxHeads is the largest number of headings that are kept.
	maxHeads = 64
)

// A Before is what was found on the pages before. Its zero value is a document's start.
type Before struct {
	heads   []headSeen
	xs      []float32      // column borders of the last table, if it ended its page
	lefts   []float32      // where the text of each of its columns began
	columns []sheet.Column // what is known of them, on pages of characters
}

// Ended records that the last table does not continue.
func (b *Before) Ended() { b.xs = nil }

// A headSeen is the first line of a table seen before: its words, where they
// begin, and the table's columns.
type headSeen struct {
	text        string
	starts      []float32
	xs          []float32
	lefts       []float32
	lines       int            // of its headings
	columns     []sheet.Column // on pages of characters
	counts      []int          // words of each heading there, nil if they do not stand on one line
	whole       string         // the words of all lines of the headings, "" if some column has none
	wholeCounts []int
}

// sameStart in points is how far apart the words of the same headings may begin.
const sameStart = 1.5

// add notes the tables of a page.
func (b *Before) add(s *Steps) {
	b.xs = nil
	bottom := float32(0)
	for k := range s.Tables {
		t := &s.Tables[k]
		if t.Head != "" && s.headed(t) && len(b.heads) < maxHeads {
			b.heads = append(b.heads, s.headOf(t))
		}
		if t.Box.Y1 > bottom {
			bottom, b.xs, b.lefts, b.columns = t.Box.Y1, t.Xs, textLefts(s.Page, t), t.Columns
		}
	}
	// Text below the table, other than a running footer, ends it.
	below := 0
	for k := range s.Page.Lines {
		if s.Page.Lines[k].Base > bottom+1 {
			below++
		}
	}
	if below > layout.RunningLines {
		b.xs = nil
	}
}

// textLefts returns where the text of each column of a table begins.
func textLefts(p *layout.Page, t *Table) []float32 {
	lefts := make([]float32, t.Cols)
	for c := range lefts {
		lefts[c] = t.Xs[c+1]
	}
	for k := range t.Cells {
		if c := &t.Cells[k]; c.ColSpan == 1 {
			for _, i := range c.Words {
				lefts[c.Col] = min(lefts[c.Col], p.Words[i].Box.X0)
			}
		}
	}
	return lefts
}

// headStart returns by how many of its first lines the headings of a table are known: one,
// except for a single word, with which other tables may begin too.
func headStart(lines []sheet.Line) int {
	n := 1
	for n < len(lines) && n < headLines && len(lines[n-1].Words) < 2 {
		n++
	}
	return n
}

// headText returns the words of those lines.
func headText(p *layout.Page, lines []sheet.Line) string {
	text := ""
	for k := range headStart(lines) {
		text += lines[k].Text(p) + "\n"
	}
	return text
}

// repeats reports whether lines begin with the headings of a table seen before, on
// earlier pages or above on this one.
func (s *Steps) repeats(lines []sheet.Line) bool { return s.repeated(lines) > 0 }

// repeated returns how many lines of headings a table seen before has that begins with
// these lines; 0 if there is none.
func (s *Steps) repeated(lines []sheet.Line) int {
	if len(lines[headStart(lines)-1].Words) < 2 {
		return 0
	}
	text := headText(s.Page, lines)
	if s.Page.Typed {
		for h := range s.headsSeen() {
			if h.text == text {
				return h.lines
			}
			if h.whole != "" && h.whole == text {
				return 1
			}
		}
	}
	for _, h := range s.before.heads {
		if h.text == text {
			return h.lines
		}
	}
	for k := range s.Tables {
		if s.headed(&s.Tables[k]) && s.Tables[k].Head == text {
			return s.headLines(&s.Tables[k])
		}
	}
	return 0
}

// headed reports whether a table has headings by which it can be recognised again: on a
// page of characters, where no type is bold, a first line of words is enough.
func (s *Steps) headed(t *Table) bool {
	return t.Header > 0 || s.Page.Typed && len(strings.Fields(t.Head)) > 2 && !strings.ContainsAny(t.Head, "0123456789")
}

// headLines returns how many lines the headings of a table take.
func (s *Steps) headLines(t *Table) int {
	if t.Header == 0 {
		return 1
	}
	b := t.RowBoxes[0]
	b = layout.Union(b, t.RowBoxes[t.Header-1])
	return max(1, len(sheet.LinesIn(s.Page, b)))
}

// headOf returns what is kept of a table's headings.
func (s *Steps) headOf(t *Table) headSeen {
	h := headSeen{text: t.Head, xs: t.Xs, lefts: textLefts(s.Page, t), lines: s.headLines(t)}
	if l := sheet.LinesIn(s.Page, t.Box); len(l) > 0 {
		h.starts = s.wordStarts(l)
	}
	if s.Page.Typed {
		h.columns, h.counts = t.Columns, s.headCounts(t)
		h.whole, h.wholeCounts = s.wholeHead(t)
	}
	return h
}

func (s *Steps) wordStarts(lines []sheet.Line) []float32 {
	var out []float32
	for k := range headStart(lines) {
		for _, i := range lines[k].Words {
			out = append(out, s.Page.Words[i].Box.X0)
		}
	}
	return out
}

// known returns the borders between columns, and the outer ones, if lines are those of a
// table whose columns are known: it continues from the page before, or has the headings of
// a table seen before at the same places.
func (s *Steps) known(lines []sheet.Line) (seps, outer []float32) {
	if xs := s.carried(lines); xs != nil && !s.shifted(lines, xs) && (!s.ownHead(lines) || s.repeats(lines)) {
		return xs, s.before.xs
	}
	try := func(h *headSeen) bool {
		if !s.same(h, lines) {
			return false
		}
		seps = bordersFor(s.Page, lines, h.xs, h.lefts)
		outer = h.xs
		return seps != nil && !s.shifted(lines, seps)
	}
	for k := range s.Tables {
		if t := &s.Tables[k]; s.headed(t) {
			if h := s.headOf(t); try(&h) {
				return seps, outer
			}
		}
	}
	for k := range s.before.heads {
		if try(&s.before.heads[k]) {
			return seps, outer
		}
	}
	return nil, nil
}

// same reports whether lines begin with the headings h, at the same places.
func (s *Steps) same(h *headSeen, lines []sheet.Line) bool {
	starts := s.wordStarts(lines)
	if len(starts) != len(h.starts) || len(h.xs) < 3 || headText(s.Page, lines) != h.text {
		return false
	}
	for k := range starts {
		if abs(starts[k]-h.starts[k]) > sameStart {
			return false
		}
	}
	return true
}

// freeBelow marks the text below headings seen on an earlier page, in their columns, as no
// running text, however much it looks like it: long cells of few rows do.
func (s *Steps) freeBelow(prose, taken []bool) {
	if len(s.before.heads) == 0 {
		return
	}
	lines := sheet.LinesIn(s.Page, Box{X1: s.Page.Width, Y1: s.Page.Height})
	for k := range lines {
		for n := range s.before.heads {
			if h := &s.before.heads[n]; s.same(h, lines[k:]) {
				s.freeLines(h, lines[k:], prose, taken)
				break
			}
		}
	}
}

// freeLines does that for the lines that begin with headings h.
func (s *Steps) freeLines(h *headSeen, lines []sheet.Line, prose, taken []bool) {
	for k := range lines {
		if k > 0 && lines[k].Base-lines[k-1].Base > runPitch*lines[k].Size {
			return
		}
		if bordersFor(s.Page, lines[k:k+1], h.xs, h.lefts) == nil {
			for _, i := range lines[k].Words {
				if prose[i] {
					return
				}
			}
			continue
		}
		for _, i := range lines[k].Words {
			prose[i] = prose[i] && taken[i]
		}
	}
}

// bordersFor returns the inner borders of xs, moved to where text begins where
// words lie across them; nil if words lie across both.
func bordersFor(p *layout.Page, lines []sheet.Line, xs, lefts []float32) []float32 {
	var out []float32
	for c := 1; c < len(xs)-1; c++ {
		x := xs[c]
		if sheet.Crosses(p, lines, x) {
			if x = lefts[c] - sheet.Crossed*lines[0].Size; sheet.Crosses(p, lines, x) {
				return nil
			}
		}
		out = append(out, x)
	}
	return out
}

// carried returns the borders between columns of the table that ended the page before if
// the lines, at the top of this page, are in its columns. The borders are in the middle of
// the white between the columns there, or close before the text of the next column.
func (s *Steps) carried(lines []sheet.Line) []float32 {
	xs := s.before.xs
	if len(xs) < 3 {
		return nil
	}
	for k := range s.Tables {
		if s.Tables[k].Box.Y0 < lines[0].Base {
			return nil
		}
	}
	p := s.Page
	if p.LineAt(lines[0].Base-0.5) > layout.RunningLines {
		return nil
	}
	em := lines[0].Size
	for k := range lines {
		if lines[k].Box.X0 < xs[0]-em || lines[k].Box.X1 > xs[len(xs)-1]+4*em {
			return nil
		}
	}
	out := bordersFor(p, lines, xs, s.before.lefts)
	if out == nil {
		return nil
	}
	used := map[int]bool{}
	for k := range lines {
		for _, i := range lines[k].Words {
			x, _ := layout.Middle(p.Words[i].Box)
			col := 0
			for col < len(out) && x > out[col] {
				col++
			}
			used[col] = true
		}
	}
	if len(used) < 2 {
		return nil
	}
	return out
}

// shifted reports whether borders known from elsewhere are in other places on a page of
// characters: two texts separated by a wide gap are in one column. Programs that print text
// set the same table wider or narrower on each page.
func (s *Steps) shifted(lines []sheet.Line, seps []float32) bool {
	if !s.Page.Typed {
		return false
	}
	p := s.Page
	for k := range lines {
		for n := 1; n < len(lines[k].Words); n++ {
			a, b := &p.Words[lines[k].Words[n-1]], &p.Words[lines[k].Words[n]]
			if borders.Wide(p, a, b) && !slices.ContainsFunc(seps, func(x float32) bool { return x > a.Box.X1-sheet.Crossed*b.Size && x < b.Box.X0+sheet.Crossed*b.Size }) {
				return true
			}
		}
	}
	return false
}
