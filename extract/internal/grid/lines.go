// The lines of a region, what is asked of one, and the borders between columns where no
// rule says so: those are put to the vote (package borders).

package grid

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// A textLine is a row of text in a region: the words of one line that lie in it.
type textLine struct {
	words  []int32 // left to right
	box    Box
	base   float32
	size   float32
	weight float32 // of its votes
	joined string  // the first read words, see text
	read   int
}

// linesIn returns the lines of the words in a box.
func linesIn(p *layout.Page, box Box) []textLine {
	var out []textLine
	for k := p.LineAt(box.Y0 - 2); k < len(p.Lines); k++ {
		l := &p.Lines[k]
		if l.Box.Y0 > box.Y1+20 {
			break
		}
		t := textLine{base: l.Base, weight: 1}
		for _, i := range l.Words {
			if x, y := layout.Middle(p.Words[i].Box); !p.Words[i].Leader && layout.Inside(box, x, y) {
				t.add(p, i)
			}
		}
		if len(t.words) > 0 {
			out = append(out, t)
		}
	}
	return out
}

func (t *textLine) add(p *layout.Page, i int32) {
	w := &p.Words[i]
	if len(t.words) == 0 {
		t.box = w.Box
	} else {
		t.box = layout.Union(t.box, w.Box)
	}
	t.size = max(t.size, w.Size)
	t.words = append(t.words, i)
}

// columnBorders returns the borders between columns of the lines, left to
// right; given are those already known, hints places where rules have joints.
func columnBorders(p *layout.Page, lines []textLine, given, hints []float32) []float32 {
	votes := make([]borders.Line, len(lines))
	for k := range lines {
		votes[k] = borders.Line{Words: lines[k].words, Size: lines[k].size, Weight: lines[k].weight}
	}
	return borders.Between(p, votes, given, hints, func(x float32) bool { return crosses(p, lines, x) })
}

// text returns the words of a line with blanks between. The line keeps it.
func (t *textLine) text(p *layout.Page) string {
	if t.read == len(t.words) {
		return t.joined
	}
	var b strings.Builder
	for n, i := range t.words {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Words[i].Text)
	}
	t.joined, t.read = b.String(), len(t.words)
	return t.joined
}

// isTotal reports whether a line begins as the row of a sum does.
func (t *textLine) isTotal(p *layout.Page) bool {
	return len(t.words) < 8 && lexicon.IsTotalLine(t.text(p))
}

// allBold reports whether all words of a line are bold, or printed twice to look so.
func (t *textLine) allBold(p *layout.Page) bool {
	return !slices.ContainsFunc(t.words, func(i int32) bool { return !p.Words[i].Bold && !p.Words[i].Double })
}

// crossed in em is how far a word must reach over a border to be in both columns.
const crossed = 0.15

// crosses reports whether a word lies over the border x, except in the rows of sums.
func crosses(p *layout.Page, lines []textLine, x float32) bool {
	for k := range lines {
		for _, i := range lines[k].words {
			b := p.Words[i].Box
			if d := crossed * lines[k].size; b.X0 < x-d && b.X1 > x+d && !lines[k].isTotal(p) {
				return true
			}
		}
	}
	return false
}
