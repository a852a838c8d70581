// What stands below the last row of a run and goes on with it.

package grid

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/lookalike"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// maxTailPitch in em is the largest distance of the further lines of the last row.
const maxTailPitch = 1.45

// withoutTail removes lines without a gap from the end of a run, except those that
// continue its last row: they are close, and below a later column or in the middle of a
// sentence.
func (s *Steps) withoutTail(run []sheet.Line) []sheet.Line {
	end := len(run)
	for end > 1 && s.labelled(&run[end-2], &run[end-1]) {
		end--
	}
	for end > 0 && !s.several(&run[end-1]) {
		end--
	}
	if end == 0 {
		return nil
	}
	p := s.Page
	for end < len(run) && !(end > 0 && s.labelled(&run[end-1], &run[end])) {
		t, last := &run[end], &run[end-1]
		above := p.Typed && s.dashedBelow(t) && s.rulingColumns(run[:end]) != nil // the closing rule
		if above || t.Base-last.Base <= rowReach(run[:end], t) && (t.IsTotal(p) || s.inColumn(run[:end], t)) {
			end++
			continue
		}
		if t.Base-last.Base > maxTailPitch*t.Size || t.Size > 1.1*last.Size || t.Size < 0.9*last.Size {
			break
		}
		text := t.Text(p)
		inLater := t.Box.X0 > run[0].Box.X0+2*t.Size && t.Box.X0 < run[0].Box.X1
		if !inLater && !shape.OpensInside(text) && !strings.HasPrefix(text, "(") && !s.unfinishedAbove(last, t) && !s.wrapsAgain(run[:end], t) && !s.fillsStub(run[:end], t) {
			break
		}
		end++
	}
	return run[:end]
}

// minWraps: so many rows above with a second line in their first column tell that
// one below the last row is its second line too.
const minWraps = 2

// wrapsAgain reports whether the line below the last row is the second line of its first
// cell, like those of rows above: alone there, and as close.
func (s *Steps) wrapsAgain(run []sheet.Line, t *sheet.Line) bool {
	if last := len(run) - 1; !s.several(&run[last]) || t.IsTotal(s.Page) {
		return false
	}
	d := t.Base - run[len(run)-1].Base
	n := 0
	for k := 1; k < len(run); k++ {
		u := &run[k]
		if !s.several(u) && s.several(&run[k-1]) && abs(u.Box.X0-t.Box.X0) < sameStart && abs(u.Base-run[k-1].Base-d) < 0.1*t.Size {
			n++
		}
	}
	return n >= minWraps
}

// unfinishedAbove reports whether the words of a line above t, up to its next wide gap,
// end as something that continues.
func (s *Steps) unfinishedAbove(line, t *sheet.Line) bool {
	p := s.Page
	var above strings.Builder
	for n, i := range line.Words {
		b := p.Words[i].Box
		if b.X0 >= t.Box.X1+3*t.Size || b.X1 <= t.Box.X0 {
			continue
		}
		if above.Len() > 0 {
			if borders.Wide(p, &p.Words[line.Words[n-1]], &p.Words[i]) {
				break
			}
			above.WriteByte(' ')
		}
		above.WriteString(p.Words[i].Text)
	}
	return shape.Unfinished(above.String())
}

// fillsStub reports whether the line below the last row of a page of characters is the
// rest of its first cell: alone there, and its first word had no room above before the
// second column.
func (s *Steps) fillsStub(run []sheet.Line, t *sheet.Line) bool {
	if !s.Page.Typed {
		return false
	}
	parts := gapParts(s.Page, &run[len(run)-1])
	second := float32(1e9)
	for k := range run {
		if p := gapParts(s.Page, &run[k]); len(p) > 1 {
			second = min(second, p[1].X0)
		}
	}
	word := s.Page.Words[t.Words[0]].Box
	text := t.Text(s.Page)
	return len(parts) > 1 && abs(parts[0].X0-t.Box.X0) < sameStart && t.Box.X1 < second && !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ":") &&
		parts[0].X1+(borders.WideMono+typedBlank)*t.Size+word.X1-word.X0 > second
}

// typedBlank in em is a blank on pages of characters.
const typedBlank = 0.5

// labelled reports whether a line below a blank line on a page of characters is labels
// with their values, which are no row.
func (s *Steps) labelled(up, t *sheet.Line) bool {
	return s.Page.Typed && t.Base-up.Base >= blankLine*t.Size && lookalike.Labelled(s.Page, t.Words)
}
