// The head of a letter above a table: on pages of characters its lines have gaps as
// rows do ("City of Derby          5 March 2023"), with a title and running text below.

package grid

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

const (
	// maxLead is how many lines a letter's head takes above a table, with its title
	// and the text below.
	maxLead = 14
	// proseWidth is the part of a table's width that a line without a gap has at
	// least to be running text above it.
	proseWidth = 0.6
	// maxParaIndent in em is how far the first line of a paragraph is indented at most.
	maxParaIndent = 3
	// blankLine in em: lines farther apart have a blank line between.
	blankLine = 2
)

// withoutLead takes lines off the top of a run on a page of characters that stand above
// its table: down to the last line without a gap that is running text, or that blank
// lines set apart, if no line with gaps down to there can be a heading of the columns
// below.
func (s *Steps) withoutLead(run []sheet.Line) []sheet.Line {
	if !s.Page.Typed || len(run) <= minRunLines {
		return run
	}
	left := boxOf(run).X0
	for k := min(maxLead, len(run)-minRunLines) - 1; k > 0; k-- {
		if s.several(&run[k]) || s.inColumn(run[k+1:], &run[k]) {
			continue
		}
		below := run[k+1:]
		box := boxOf(below)
		t := &run[k]
		prose := t.Box.X1-t.Box.X0 > proseWidth*(box.X1-box.X0) && t.Box.X0-left < maxParaIndent*t.Size
		apart := below[0].Base-t.Base > blankLine*t.Size && t.Base-run[k-1].Base > blankLine*t.Size
		if (prose || apart) && !s.headsBelow(run[:k], below) {
			return s.withoutTop(below)
		}
	}
	return run
}

// headsBelow reports whether one of some lines may head the columns of those below:
// it prints as many texts as they do, or over half of them that all begin or end where
// theirs do.
func (s *Steps) headsBelow(top, below []sheet.Line) bool {
	p := s.Page
	starts, ends := map[float32]int{}, map[float32]int{}
	counts := map[int]int{}
	usual := 0
	for k := range below[:min(len(below), maxLookBack)] {
		parts := gapParts(p, &below[k])
		counts[len(parts)]++
		if n := len(parts); n > 1 && counts[n] >= counts[usual] {
			usual = n
		}
		for _, b := range parts[1:] {
			starts[b.X0]++
			ends[b.X1]++
		}
	}
	for k := range top {
		parts := gapParts(p, &top[k])
		if len(parts) < 2 {
			continue
		}
		in := true
		for _, b := range parts[1:] {
			in = in && starts[b.X0]+ends[b.X1] > 1
		}
		if in && 2*len(parts) > usual || usual > 2 && len(parts) >= usual {
			return true
		}
	}
	return false
}

// gapParts returns the boxes of what a line prints between its wide gaps.
func gapParts(p *layout.Page, t *sheet.Line) []Box { return borders.Parts(p, t.Words) }

// oneText reports whether a line has no wide gap.
func oneText(p *layout.Page, t *sheet.Line) bool { return len(gapParts(p, t)) < 2 }

// namesGroupAbove reports whether a line right above a run names its first group of rows,
// as lines of the run name the others: alone where the rows begin.
func (s *Steps) namesGroupAbove(run []sheet.Line, t *sheet.Line) bool {
	p := s.Page
	if text := t.Text(p); !p.Typed || !oneText(p, t) || strings.HasSuffix(text, ".") || run[0].Base-t.Base > sheet.TightPitch*t.Size || abs(t.Box.X0-run[0].Box.X0) > sameStart {
		return false
	}
	for k := 1; k+1 < len(run); k++ {
		if oneText(p, &run[k]) && s.several(&run[k+1]) && abs(run[k].Box.X0-t.Box.X0) < sameStart {
			return true
		}
	}
	return false
}
