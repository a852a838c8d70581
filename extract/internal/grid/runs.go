// This file decides which lines belong to a run of lines with gaps, and what ends it.

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// minHeadingScale is how many times the type size of a run a line without a gap must have
// to head something new.
const minHeadingScale = 1.08

// heading reports whether t is the heading of what follows the run.
func (s *Steps) heading(run []sheet.Line, t *sheet.Line) bool {
	return !s.several(t) && t.Size > minHeadingScale*run[len(run)/2].Size && t.Size > minHeadingScale*run[len(run)-1].Size
}

// headAgain reports whether a line of a page of characters prints the first line of the
// headings of a table seen before.
func (s *Steps) headAgain(t *sheet.Line) bool {
	if !s.Page.Typed || len(t.Words) < 3 {
		return false
	}
	text := headText(s.Page, []sheet.Line{*t})
	for h := range s.headsSeen() {
		if _, ok := h.counted(text); ok {
			return true
		}
	}
	return false
}

// sameText reports whether two lines print the same words, at least three and no figures:
// the headings of the next table of the same kind.
func sameText(p *layout.Page, a, b *sheet.Line) bool {
	if len(a.Words) != len(b.Words) || len(a.Words) < 3 {
		return false
	}
	for k := range a.Words {
		if text := p.Words[a.Words[k]].Text; text != p.Words[b.Words[k]].Text || shape.Numeric(text) {
			return false
		}
	}
	return true
}

// withHead adds the lines right above a run that belong to it: the rest of a row cut by a
// page break, in one of the later columns.
func (s *Steps) withHead(before, run []sheet.Line) []sheet.Line {
	p := s.Page
	for n := len(before) - 1; n >= 0; n-- {
		t := &before[n]
		if s.namesFirst(t, run) {
			run = append([]sheet.Line{*t}, run...)
			continue
		}
		if s.headsColumns(t, run) {
			return append([]sheet.Line{*t}, run...)
		}
		if run[0].Base-t.Base > maxColumnPitch*t.Size || t.Size > minHeadingScale*run[0].Size {
			break
		}
		if !s.startsColumn(run, t) && !s.headBeside(run[:1], t) && !s.namesGroupAbove(run, t) && s.carried(append([]sheet.Line{*t}, run...)) == nil && !(t.IsTotal(p) && n > 0 && s.startsColumn(run, &before[n-1])) {
			break
		}
		run = append([]sheet.Line{*t}, run...)
	}
	return run
}

// headBeside reports whether t is a line of headings like the few lines of a run, whose
// texts are elsewhere: those of one column are centred on more lines than the others.
func (s *Steps) headBeside(run []sheet.Line, t *sheet.Line) bool {
	if len(run) > headLines || !t.AllBold(s.Page) {
		return false
	}
	last := &run[len(run)-1]
	if abs(t.Base-last.Base) > sheet.TightPitch*t.Size || !s.several(&run[0]) {
		return false
	}
	for k := range run {
		if !run[k].AllBold(s.Page) {
			return false
		}
		for _, i := range run[k].Words {
			if b := s.Page.Words[i].Box; layout.Overlap(b.X0, b.X1, t.Box.X0, t.Box.X1) > 0 && len(run[k].Words) > 1 {
				return false
			}
		}
	}
	return true
}

// startsColumn reports whether t begins where later columns of at least two lines of the
// run begin.
func (s *Steps) startsColumn(run []sheet.Line, t *sheet.Line) bool {
	p := s.Page
	seen := 0
	for k := 0; k < len(run) && k < maxLookBack; k++ {
		for n := 1; n < len(run[k].Words); n++ {
			a, b := &p.Words[run[k].Words[n-1]], &p.Words[run[k].Words[n]]
			if abs(b.Box.X0-t.Box.X0) < maxColumnShift*t.Size && borders.Wide(p, a, b) {
				if seen++; seen >= 2 {
					return true
				}
				break
			}
		}
	}
	return false
}

// beside reports whether a line of prose is to the side of a run.
func (s *Steps) beside(run []sheet.Line, l *layout.Line) bool {
	b := boxOf(run)
	return l.Box.X0 > b.X1 || l.Box.X1 < b.X0
}

// ruledOff reports whether t has no gap and a rule across the run's width separates it
// from the run.
func (s *Steps) ruledOff(last, t *sheet.Line, run []sheet.Line) bool {
	if s.several(t) || len(run) < 2 {
		return false
	}
	b := boxOf(run)
	for _, e := range s.Edges.H {
		if !e.Soft && e.At > last.Base && e.At < t.Base && min(e.To, b.X1)-max(e.From, b.X0) > 0.8*(b.X1-b.X0) && len(run) > 3 {
			return true
		}
	}
	return false
}

// maxColumnShift in em is how far from the start of a later column of the run a line in
// that column may begin.
const maxColumnShift = 0.4

// maxColumnPitch in em is the largest distance of rows that fill one column.
const maxColumnPitch = 2.6

// rowReach returns how far below a run a row that fills one column may stand, in points:
// as far as the closest two of its last rows, where these are set wide.
func rowReach(run []sheet.Line, t *sheet.Line) float32 {
	far := maxColumnPitch * t.Size
	if n := len(run); n > minRunLines {
		a, b := run[n-1].Base-run[n-2].Base, run[n-2].Base-run[n-3].Base
		far = max(far, min(a, b, runPitch*t.Size)+0.1*t.Size)
	}
	return far
}

// inColumn reports whether a line without a gap stands in a later column of the
// run: the cells left of it are blank, or span this row.
func (s *Steps) inColumn(run []sheet.Line, t *sheet.Line) bool {
	last := &run[len(run)-1]
	if t.Base-last.Base > rowReach(run, t) {
		return false
	}
	p := s.Page
	for k := len(run) - 1; k >= 0 && k >= len(run)-maxLookBack; k-- {
		for n := 1; n < len(run[k].Words); n++ {
			a, b := &p.Words[run[k].Words[n-1]], &p.Words[run[k].Words[n]]
			if abs(b.Box.X0-t.Box.X0) < maxColumnShift*t.Size && borders.Wide(p, a, b) {
				return true
			}
		}
	}
	return false
}

// maxLookBack is the largest number of lines of a run that are searched for a column.
const maxLookBack = 120

// several reports whether a line has a wide gap, other than the one after the sign of an
// item.
func (s *Steps) several(t *sheet.Line) bool {
	p := s.Page
	for n := 1; n < len(t.Words); n++ {
		if n == 1 && layout.IsBullet(p.Words[t.Words[0]].Text) && !(shape.Numeric(p.Words[t.Words[0]].Text) && shape.Numeric(p.Words[t.Words[1]].Text)) {
			continue
		}
		if borders.Wide(p, &p.Words[t.Words[n-1]], &p.Words[t.Words[n]]) {
			return true
		}
	}
	return false
}

const (
	// maxGroupGap in em is the largest distance of groups of rows of one table.
	maxGroupGap = 9
	// minGroupColumns is the least number of columns; fewer may agree by chance.
	minGroupColumns = 4
	// maxGroupTitles is the largest number of lines between groups that are their titles.
	maxGroupTitles = 2
)

// joined returns the table that a run makes together with the one accepted before it, if
// they are groups of rows of one table: many columns below each other, no headings in the
// second, hardly anything between.
func (s *Steps) joined(run []sheet.Line, t *Table) *Table {
	n := len(s.Tables)
	if n == 0 || s.lastRun == nil || t.Header > 0 || t.Cols < minGroupColumns {
		return nil
	}
	last := &s.Tables[n-1]
	if last.Method != "gaps" || last.Cols != t.Cols || s.caption > last.Box.Y1 {
		return nil
	}
	far := t.Box.Y0 - last.Box.Y1
	if far < 0 || far > maxGroupGap*run[0].Size {
		return nil
	}
	p := s.Page
	for c := 1; c < t.Cols; c++ {
		if sheet.Crosses(p, run, last.Xs[c]) || sheet.Crosses(p, s.lastRun, t.Xs[c]) {
			return nil
		}
	}
	box := layout.Union(last.Box, t.Box)
	between := sheet.LinesIn(p, Box{X0: box.X0 - 4, Y0: last.Box.Y1, X1: box.X1 + 4, Y1: t.Box.Y0})
	if len(between) > maxGroupTitles {
		return nil
	}
	for k := range between {
		if s.several(&between[k]) || between[k].Box.X1-between[k].Box.X0 > 0.5*(box.X1-box.X0) || notesLine(p, &between[k]) {
			return nil
		}
	}
	all := append(append(append([]sheet.Line{}, s.lastRun...), between...), run...)
	both, why := s.runTable(all, box, true)
	if both == nil || why != "" || both.Cols != t.Cols {
		return nil
	}
	s.lastRun = all
	return both
}

const (
	// maxBlockPitch in em is the largest distance of rows set in blocks, of five for example.
	maxBlockPitch = 6.5
	// maxBlockShift in em is how far apart the figures of one column may end.
	maxBlockShift = 0.3
	// minBlockFigures is how many figures must end where figures above them end.
	minBlockFigures = 2
)

// goesFar reports whether t is too far below last to be the next row of its table: farther
// than rows are, or than blocks of rows are if its figures end below those of last.
func goesFar(p *layout.Page, last, t *sheet.Line) bool {
	far, em := t.Base-last.Base, max(t.Size, last.Size)
	if far <= runPitch*em {
		return false
	}
	return far > maxBlockPitch*em || !figuresBelow(p, last, t)
}

// figuresBelow reports whether two lines have the same number of figures, and all but one
// of the second end where those of the first do.
func figuresBelow(p *layout.Page, a, b *sheet.Line) bool {
	x, y := figureEnds(p, a), figureEnds(p, b)
	if len(x) != len(y) || len(x) < minBlockFigures {
		return false
	}
	off := 0
	for k := range x {
		if abs(x[k]-y[k]) > maxBlockShift*b.Size {
			off++
		}
	}
	return off <= 1 && len(x)-off >= minBlockFigures
}

// figureEnds returns where the figures of a line end that follow wide gaps.
func figureEnds(p *layout.Page, t *sheet.Line) []float32 {
	var out []float32
	for n := 1; n < len(t.Words); n++ {
		w := &p.Words[t.Words[n]]
		if shape.Numeric(w.Text) && (n+1 == len(t.Words) || borders.Wide(p, w, &p.Words[t.Words[n+1]])) {
			out = append(out, w.Box.X1)
		}
	}
	return out
}
