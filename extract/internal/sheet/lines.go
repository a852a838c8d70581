// The lines of a region, what one looks like, and the borders between columns where no
// rule says so: those are put to the vote (package borders).

package sheet

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// A Line is a row of text in a region: the words of one line that lie in it.
type Line struct {
	Words  []int32 // indices into layout.Page.Words, left to right
	Box    Box
	Base   float32 // its baseline
	Size   float32 // of its largest type
	Weight float32 // of its votes in ColumnBorders: 1, or less for headings

	joined string // the first read words, see Text
	read   int
}

// LinesIn returns the lines of the words in a box.
func LinesIn(p *layout.Page, box Box) []Line {
	var out []Line
	for k := p.LineAt(box.Y0 - 2); k < len(p.Lines); k++ {
		l := &p.Lines[k]
		if l.Box.Y0 > box.Y1+20 {
			break
		}
		t := Line{Base: l.Base, Weight: 1}
		for _, i := range l.Words {
			if x, y := layout.Middle(p.Words[i].Box); !p.Words[i].Leader && layout.Inside(box, x, y) {
				t.Add(p, i)
			}
		}
		if len(t.Words) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// Add adds a word at the end of a line.
func (t *Line) Add(p *layout.Page, i int32) {
	w := &p.Words[i]
	if len(t.Words) == 0 {
		t.Box = w.Box
	} else {
		t.Box = layout.Union(t.Box, w.Box)
	}
	t.Size = max(t.Size, w.Size)
	t.Words = append(t.Words, i)
}

// ColumnBorders returns the borders between columns of the lines, left to
// right; given are those already known, hints places where rules have joints.
func ColumnBorders(p *layout.Page, lines []Line, given, hints []float32) []float32 {
	votes := make([]borders.Line, len(lines))
	for k := range lines {
		votes[k] = borders.Line{Words: lines[k].Words, Size: lines[k].Size, Weight: lines[k].Weight}
	}
	return borders.Between(p, votes, given, hints, func(x float32) bool { return Crosses(p, lines, x) })
}

// Text returns the words of a line with blanks between. The line keeps it.
func (t *Line) Text(p *layout.Page) string {
	if t.read == len(t.Words) {
		return t.joined
	}
	var b strings.Builder
	for n, i := range t.Words {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Words[i].Text)
	}
	t.joined, t.read = b.String(), len(t.Words)
	return t.joined
}

// IsTotal reports whether a line begins as the row of a sum does.
func (t *Line) IsTotal(p *layout.Page) bool {
	return len(t.Words) < 8 && lexicon.IsTotalLine(t.Text(p))
}

// AllBold reports whether all words of a line are bold, or printed twice to look so.
func (t *Line) AllBold(p *layout.Page) bool {
	return !slices.ContainsFunc(t.Words, func(i int32) bool { return !p.Words[i].Bold && !p.Words[i].Double })
}

// Crossed in em is how far a word must reach over a border to be in both columns.
const Crossed = 0.15

// Crosses reports whether a word lies over the border x, except in the rows of sums.
func Crosses(p *layout.Page, lines []Line, x float32) bool {
	for k := range lines {
		for _, i := range lines[k].Words {
			b := p.Words[i].Box
			if d := Crossed * lines[k].Size; b.X0 < x-d && b.X1 > x+d && !lines[k].IsTotal(p) {
				return true
			}
		}
	}
	return false
}
