// Bullets that are drawn, not printed: browsers paint the discs, circles and
// squares of lists as shapes.

package layout

import (
	"cmp"
	"slices"
)

const (
	// minDot in points and maxDot in em bound the size of a drawn bullet.
	minDot = 1.5
	maxDot = 0.75
	// maxDotGap in em is the widest gap between a drawn bullet and its item.
	maxDotGap = 3
	// maxDots bounds the shapes of a page that may be bullets.
	maxDots = 5000
)

// findDots marks the words that follow a drawn dot.
func (p *Page) findDots() {
	seen := 0
	for i := range p.Fills {
		b := p.Fills[i].Box
		w, h := b.X1-b.X0, b.Y1-b.Y0
		if w < minDot || h < minDot || w > 2*h || h > 2*w || w > maxDot*p.Em*1.5 {
			continue
		}
		if seen++; seen > maxDots {
			return
		}
		x, y := Middle(b)
		k, _ := slices.BinarySearchFunc(p.Lines, y-0.1*p.Em, func(l Line, y float32) int { return cmp.Compare(l.Base, y) })
		for ; k < len(p.Lines) && p.Lines[k].Base < y+p.Em; k++ {
			l := &p.Lines[k]
			if w > maxDot*l.Size || l.Base-y > 0.7*l.Size {
				continue
			}
			n, _ := slices.BinarySearchFunc(l.Words, x, func(i int32, x float32) int { return cmp.Compare(p.Words[i].Box.X0, x) })
			if n == len(l.Words) || p.Words[l.Words[n]].Box.X0-b.X1 > maxDotGap*l.Size {
				continue
			}
			if n > 0 && p.Words[l.Words[n-1]].Box.X1 > b.X0-gapSegment*l.Size {
				continue // in the middle of text: a sign, not a bullet
			}
			p.Words[l.Words[n]].Dot = true
			break
		}
	}
}
