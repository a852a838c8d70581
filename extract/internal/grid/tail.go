// What stands below the last row of a run and goes on with it.

package grid

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/lookalike"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// maxTailPitch in em is the largest distance of the further lines of the last row.
const maxTailPitch = 1.45

// withoutTail removes lines without a gap from the end of a run, except those that
// continue its last row: they are close, and below a later column or in the middle of a
// sentence.
func (s *Steps) withoutTail(run []textLine) []textLine {
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
		if above || t.base-last.base <= rowReach(run[:end], t) && (t.isTotal(p) || s.inColumn(run[:end], t)) {
			end++
			continue
		}
		if t.base-last.base > maxTailPitch*t.size || t.size > 1.1*last.size || t.size < 0.9*last.size {
			break
		}
		text := t.text(p)
		inLater := t.box.X0 > run[0].box.X0+2*t.size && t.box.X0 < run[0].box.X1
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
func (s *Steps) wrapsAgain(run []textLine, t *textLine) bool {
	if last := len(run) - 1; !s.several(&run[last]) || t.isTotal(s.Page) {
		return false
	}
	d := t.base - run[len(run)-1].base
	n := 0
	for k := 1; k < len(run); k++ {
		u := &run[k]
		if !s.several(u) && s.several(&run[k-1]) && abs(u.box.X0-t.box.X0) < sameStart && abs(u.base-run[k-1].base-d) < 0.1*t.size {
			n++
		}
	}
	return n >= minWraps
}

// unfinishedAbove reports whether the words of a line above t, up to its next wide gap,
// end as something that continues.
func (s *Steps) unfinishedAbove(line, t *textLine) bool {
	p := s.Page
	var above strings.Builder
	for n, i := range line.words {
		b := p.Words[i].Box
		if b.X0 >= t.box.X1+3*t.size || b.X1 <= t.box.X0 {
			continue
		}
		if above.Len() > 0 {
			if borders.Wide(p, &p.Words[line.words[n-1]], &p.Words[i]) {
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
func (s *Steps) fillsStub(run []textLine, t *textLine) bool {
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
	word := s.Page.Words[t.words[0]].Box
	text := t.text(s.Page)
	return len(parts) > 1 && abs(parts[0].X0-t.box.X0) < sameStart && t.box.X1 < second && !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ":") &&
		parts[0].X1+(borders.WideMono+typedBlank)*t.size+word.X1-word.X0 > second
}

// typedBlank in em is a blank on pages of characters.
const typedBlank = 0.5

// labelled reports whether a line below a blank line on a page of characters is labels
// with their values, which are no row.
func (s *Steps) labelled(up, t *textLine) bool {
	return s.Page.Typed && t.base-up.base >= blankLine*t.size && lookalike.Labelled(s.Page, t.words)
}
