// The lines of a region, and the borders between its columns where no rule says so: those
// are put to the vote (package borders).

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// A row of text in a region: the words of one line that lie in it.
type textLine struct {
	words  []int32 // left to right
	box    Box
	base   float32
	size   float32
	weight float32 // of its votes
	text   string  // of the first read words, see lineText
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

// wide reports whether the gap between two neighbouring words is one between columns.
func wide(p *layout.Page, a, b *layout.Word) bool { return borders.Wide(p, a, b) }

// columnBorders returns the borders between columns of the lines, left to
// right; given are those already known, hints places where rules have joints.
func columnBorders(p *layout.Page, lines []textLine, given, hints []float32) []float32 {
	votes := make([]borders.Line, len(lines))
	for k := range lines {
		votes[k] = borders.Line{Words: lines[k].words, Size: lines[k].size, Weight: lines[k].weight}
	}
	return borders.Between(p, votes, given, hints, func(x float32) bool { return crosses(p, lines, x) })
}
