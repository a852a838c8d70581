// This file makes a table of a region between rules: its lines, the rules in it, the
// headings above it.

package grid

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/lattice"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

const (
	// headNear in em is the largest distance of headings above the rule below them.
	headNear = 1.3
	// headShare is the largest distance to that rule where the rows are high, in heights of
	// a row: headings have as much room as they.
	headShare = 0.6
	// headLines is the largest number of lines searched for headings above a rule.
	headLines = 4
)

// headAbove returns the table that a region makes together with headings above its first
// rule, in its columns; nil if there are none.
func (s *Steps) headAbove(box Box, t *Table, taken []bool) *Table {
	p := s.Page
	up := Box{X0: box.X0 - p.Em, Y0: box.Y0 - (headLines+1)*sheet.TightPitch*p.Em, X1: box.X1 + p.Em, Y1: box.Y0 + 1}
	lines := freeLines(p, sheet.LinesIn(p, up), taken)
	n := len(lines)
	if n == 0 || box.Y0-lines[n-1].Base > max(headNear*lines[n-1].Size, headShare*(box.Y1-box.Y0)/float32(t.Rows)) || !s.several(&lines[n-1]) {
		return nil
	}
	from := n - 1
	for from > 0 && n-from < headLines && lines[from].Base-lines[from-1].Base < sheet.TightPitch*lines[from].Size && !captionLine(p, &lines[from-1]) && !allWords(p, &lines[from-1], box) {
		from--
	}
	for _, x := range t.Xs[1 : len(t.Xs)-1] {
		if sheet.Crosses(p, lines[n-1:], x) {
			return nil
		}
	}
	if from > 0 && s.headsRow(&lines[from-1], &lines[from], t) {
		from--
	}
	wider := box
	wider.Y0 = lines[from].Box.Y0 - 1
	more, why := s.region(wider, t.Method, taken)
	if more == nil || why != "" || more.Cols != t.Cols || more.Header == 0 {
		return nil
	}
	return more
}

// headRowFar in em is the largest distance of headings above the first row of a table
// whose rows have a rule below each.
const headRowFar = 3

// headsRow reports whether a line is the headings of the row right below it, without a rule
// between: bold where the row is not, in the columns of the table.
func (s *Steps) headsRow(t, first *sheet.Line, table *Table) bool {
	p := s.Page
	if first.Base-t.Base > headRowFar*t.Size || !s.several(t) || !t.AllBold(p) || p.Words[first.Words[0]].Bold || captionLine(p, t) {
		return false
	}
	for _, x := range table.Xs[1 : len(table.Xs)-1] {
		if sheet.Crosses(p, []sheet.Line{*t}, x) {
			return false
		}
	}
	return true
}

// allWords reports whether a line is running text: one text over most of the width.
func allWords(p *layout.Page, t *sheet.Line, box Box) bool {
	return oneText(p, t) && t.Box.X1-t.Box.X0 > 0.6*(box.X1-box.X0)
}

// lowerRules returns how far down a table reaches whose last rules leave out cells that
// continue after the page break.
func (s *Steps) lowerRules(box Box, taken []bool) float32 {
	y := box.Y1
	for _, e := range s.Edges.H {
		if e.Soft || e.At <= y+edges.SameLine || e.From < box.X0+edges.SameEnds || e.To > box.X1+edges.SameEnds || e.To < box.X1-edges.SameEnds || e.To-e.From < 0.3*(box.X1-box.X0) {
			continue
		}
		if s.bandKind(Box{X0: box.X0, Y0: y, X1: box.X1, Y1: e.At}, func(i int32) bool { return taken[i] }) != bandTable || e.At-y > 8*s.Page.Em {
			break
		}
		y = e.At
	}
	return y
}

// region makes a table of a region with rules above and below, or returns why it is none.
func (s *Steps) region(box Box, method string, taken []bool) (*Table, string) {
	p := s.Page
	pad := Box{X0: box.X0 - 6, Y0: box.Y0, X1: box.X1 + 6, Y1: box.Y1}
	lines := freeLines(p, withoutBeside(p, sheet.LinesIn(p, pad), box), taken)
	for len(lines) > 0 && captionLine(p, &lines[0]) {
		lines = lines[1:]
	}
	for n := len(lines) - 1; n >= 0 && notesLine(p, &lines[n]); n-- {
		if n > 0 && s.starred(&lines[n]) && s.inColumn(lines[:n], &lines[n]) {
			break // a marked name below a blank cell
		}
		lines = lines[:n]
	}
	if len(lines) < 2 {
		return nil, "fewer than two lines"
	}
	for k := range lines {
		box.X0, box.X1 = min(box.X0, lines[k].Box.X0-1), max(box.X1, lines[k].Box.X1+1)
	}
	box.Y0, box.Y1 = min(box.Y0, lines[0].Box.Y0), max(lines[len(lines)-1].Box.Y1, min(box.Y1, lines[len(lines)-1].Box.Y1+3))
	full, inner, hints, given := s.rulesIn(box)
	header := s.headsAgain(lines, headerLines(p, lines, full, inner))
	for k := range header {
		lines[k].Weight = headWeight
	}
	seps := sheet.ColumnBorders(p, lines, given, hints)
	xs, outer := s.known(lines)
	known := len(xs) > 0 && len(xs) >= len(seps)
	if known {
		seps, box = xs, carriedBox(box, outer)
		if !s.repeats(lines) {
			header = 0
		}
	}
	var sh *sheet.Sheet
	if !known {
		sh = s.refit(lines, box, seps)
	}
	if sh == nil {
		if len(seps) == 0 {
			return nil, "no gap runs through it"
		}
		sh = sheet.New(p, box, lines, seps, known)
		s.inherit(sh, lines)
	}
	sh.Fresh = header > 0 && !s.repeats(lines)
	sh.Rule(full, inner, header)
	sh.Enclose()
	if t := lattice.OfSheet(p, sh, full, header); t != nil {
		return t, ""
	}
	t := sh.Table(method, header)
	if why := looksLike(p, t); why != "" {
		return t, why
	}
	return t, sh.Refuse(t, header, true)
}

// withoutBeside leaves out words beyond the ends of a region's rules that are the ends of a
// text beside it: the next word, outside, is close.
func withoutBeside(p *layout.Page, lines []sheet.Line, box Box) []sheet.Line {
	whole := sheet.LinesIn(p, Box{X0: 0, Y0: box.Y0, X1: p.Width, Y1: box.Y1})
	var out []sheet.Line
	n := 0
	for k := range lines {
		for n < len(whole) && whole[n].Base < lines[k].Base {
			n++
		}
		from, to := 0, len(lines[k].Words)
		if n < len(whole) {
			ws := whole[n].Words
			if at := slices.Index(ws, lines[k].Words[0]); at > 0 && p.Words[ws[at]].Box.X0 < box.X0-1 && !borders.Wide(p, &p.Words[ws[at-1]], &p.Words[ws[at]]) {
				from++
			}
			if at := slices.Index(ws, lines[k].Words[to-1]); at >= 0 && at+1 < len(ws) && p.Words[ws[at]].Box.X1 > box.X1+1 && !borders.Wide(p, &p.Words[ws[at]], &p.Words[ws[at+1]]) {
				to--
			}
		}
		t := sheet.Line{Base: lines[k].Base, Weight: 1}
		for _, i := range lines[k].Words[from:max(from, to)] {
			t.Add(p, i)
		}
		if len(t.Words) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// headWeight is what a heading's gaps weigh in the vote on columns: headings
// are centred, span columns and break over lines.
const headWeight = 0.3

// freeLines leaves out the words that are taken.
func freeLines(p *layout.Page, lines []sheet.Line, taken []bool) []sheet.Line {
	var out []sheet.Line
	for k := range lines {
		all := true
		for _, i := range lines[k].Words {
			all = all && !taken[i]
		}
		if all {
			out = append(out, lines[k])
			continue
		}
		t := sheet.Line{Base: lines[k].Base, Weight: 1}
		for _, i := range lines[k].Words {
			if !taken[i] {
				t.Add(p, i)
			}
		}
		if len(t.Words) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// rulesIn returns the rules inside a region: those that cross it, those that do not, the
// places of their joints, and the columns that vertical rules separate.
func (s *Steps) rulesIn(box Box) (full, inner []Edge, hints, given []float32) {
	width := box.X1 - box.X0
	joints := map[int]int{}
	n, _ := slices.BinarySearchFunc(s.Edges.H, box.Y0-4, func(e Edge, y float32) int { return cmp.Compare(e.At, y) })
	for ; n < len(s.Edges.H) && s.Edges.H[n].At < box.Y1+4; n++ {
		e := s.Edges.H[n]
		if min(e.To, box.X1)-max(e.From, box.X0) <= 0 {
			continue
		}
		for _, x := range e.Joints {
			joints[int(x+0.5)]++
		}
		if min(e.To, box.X1)-max(e.From, box.X0) > 0.9*width {
			full = append(full, e)
		} else if e.At > box.Y0+2 && e.At < box.Y1-2 {
			inner = append(inner, e)
			joints[int(e.From+0.5)]++
			joints[int(e.To+0.5)]++
		}
	}
	var xs []int
	for x := range joints {
		xs = append(xs, x)
	}
	slices.Sort(xs)
	for k := 0; k < len(xs); k++ {
		c := joints[xs[k]]
		x := xs[k]
		if k+1 < len(xs) && xs[k+1] == x+1 { // the same place, rounded twice
			c += joints[xs[k+1]]
			k++
		}
		if c >= 2 {
			hints = append(hints, float32(x))
		}
	}
	for _, e := range s.Edges.V {
		if e.At > box.X0+4 && e.At < box.X1-4 && min(e.To, box.Y1)-max(e.From, box.Y0) > 0.5*(box.Y1-box.Y0) {
			if len(given) == 0 || e.At-given[len(given)-1] > borders.SameBorder {
				given = append(given, e.At)
			}
		}
	}
	return full, inner, hints, given
}
