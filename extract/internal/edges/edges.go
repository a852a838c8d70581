// Package edges finds the edges of a page: drawn rules and the borders of fills, long
// lines along the axes, with the pieces that a producer drew cell by cell joined again.
package edges

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// minRule in points is the least length of a rule; shorter strokes are corners of others.
	minRule = 4
	// SameLine in points is the largest distance of edges on one line; a double rule is some
	// 2 points wide.
	SameLine = 2.2
	// SameEnds in points is how far apart the ends of the rules of one table may be.
	SameEnds = 7
	// joinGap in points is the largest gap between pieces of one line: the width of a
	// crossing rule, or the distance of the dots of a dotted one.
	joinGap = 4.5
	// minFill in points is the least size of a fill; smaller ones are marks or bullets.
	minFill = 5
	// wholePage is the part of the page that a fill must cover to be its background.
	wholePage = 0.6
	// whitePaper is the least value of all channels of a colour that cannot be seen on paper.
	whitePaper = 0xf8
	// maxEdges is the largest number of edges in one direction; a page with more is a
	// drawing, and the longest are kept.
	maxEdges = 1500
)

// An Edge is a line along an axis: horizontal at y = At from x = From to To, or
// vertical at x = At from y = From to To.
type Edge struct {
	At, From, To float32
	Soft         bool      // the border of a fill, not a drawn rule
	Joints       []float32 // where pieces of it met: often the borders of cells
}

// Edges are the edges of a page, sorted by At, then From.
type Edges struct {
	H, V []Edge
}

func lum(c ink.Color) (lo, hi uint8) {
	r, g, b := uint8(c>>16), uint8(c>>8), uint8(c)
	return min(r, g, b), max(r, g, b)
}

// Seen reports whether a colour differs visibly from white paper.
func Seen(c ink.Color) bool {
	lo, _ := lum(c)
	return c == 0 || lo < whitePaper
}

// Find makes the edges of a page.
func Find(p *layout.Page, notes *[]string) Edges {
	var h, v, under []Edge
	for i := range p.Rules {
		r := &p.Rules[i]
		if !Seen(r.Color) && !onFill(p, r.Box) {
			continue
		}
		b := r.Box
		if r.Vertical {
			if b.Y1-b.Y0 >= minRule {
				v = append(v, Edge{At: (b.X0 + b.X1) / 2, From: b.Y0, To: b.Y1})
			}
		} else if b.X1-b.X0 >= minRule && !p.Strikes(b) {
			e := Edge{At: (b.Y0 + b.Y1) / 2, From: b.X0, To: b.X1}
			if p.Underlines(b) {
				under = append(under, e)
			} else {
				h = append(h, e)
			}
		}
	}
	for _, e := range under {
		if meets(v, e.From, e.At) && meets(v, e.To, e.At) {
			h = append(h, e) // the border of a cell that its text fills
		}
	}
	for k := range p.Rulings {
		r := &p.Rulings[k]
		h = append(h, Edge{At: r.Y, From: r.Spans[0][0], To: r.Spans[len(r.Spans)-1][1]})
	}
	for k := range p.Lines {
		if e, ok := typedRule(p, &p.Lines[k]); ok {
			h = append(h, e)
		}
	}
	page := p.Width * p.Height
	for i := range p.Fills {
		f := &p.Fills[i]
		b := f.Box
		if f.Rough || f.Highlight || !Seen(f.Color) || b.X1-b.X0 < minFill || b.Y1-b.Y0 < minFill || layout.Area(b) > wholePage*page || behindText(p, b) {
			continue
		}
		h = append(h, Edge{At: b.Y0, From: b.X0, To: b.X1, Soft: true}, Edge{At: b.Y1, From: b.X0, To: b.X1, Soft: true})
		v = append(v, Edge{At: b.X0, From: b.Y0, To: b.Y1, Soft: true}, Edge{At: b.X1, From: b.Y0, To: b.Y1, Soft: true})
	}
	e := Edges{H: joinEdges(h), V: joinEdges(v)}
	for _, l := range [2]*[]Edge{&e.H, &e.V} {
		if len(*l) > maxEdges {
			*notes = append(*notes, "the page holds a drawing of very many lines; only the longest were looked at for tables")
			longest(l)
		}
	}
	return e
}

// meets reports whether one of some vertical edges passes through a point or ends there.
func meets(v []Edge, x, y float32) bool {
	return slices.ContainsFunc(v, func(e Edge) bool {
		return max(e.At-x, x-e.At) <= SameLine/2 && e.From <= y+SameLine/2 && e.To >= y-SameLine/2
	})
}

// typedRule makes an edge of a line that is typed of dashes.
func typedRule(p *layout.Page, l *layout.Line) (Edge, bool) {
	const long = 8 // em; shorter ones are for signatures and sums
	for _, i := range l.Words {
		if w := &p.Words[i]; !w.Leader || w.Text[0] == '.' || w.Text[0] == '*' {
			return Edge{}, false
		}
	}
	if l.Box.X1-l.Box.X0 < long*l.Size {
		return Edge{}, false
	}
	return Edge{At: l.Base - 0.25*l.Size, From: l.Box.X0, To: l.Box.X1}, true
}

// longest keeps the maxEdges longest edges.
func longest(l *[]Edge) {
	s := slices.Clone(*l)
	slices.SortStableFunc(s, func(a, b Edge) int { return cmp.Compare(b.To-b.From, a.To-a.From) })
	s = s[:maxEdges]
	Sort(s)
	*l = s
}

// Sort sorts edges by At, then From.
func Sort(s []Edge) {
	slices.SortStableFunc(s, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
}

// onFill reports whether a fill that can be seen lies under the box.
func onFill(p *layout.Page, b layout.Box) bool {
	x, y := layout.Middle(b)
	n := 0
	for i := range p.Fills {
		f := &p.Fills[i]
		if Seen(f.Color) && layout.Inside(layout.Box{X0: f.Box.X0 - 2, Y0: f.Box.Y0 - 2, X1: f.Box.X1 + 2, Y1: f.Box.Y1 + 2}, x, y) {
			return true
		}
		if n++; n > maxEdges {
			break
		}
	}
	return false
}

// behindText reports whether a fill is the background of words and not of a cell: no
// higher than one line and no wider than its words.
func behindText(p *layout.Page, b layout.Box) bool {
	for k := p.LineAt(b.Y0); k < len(p.Lines) && p.Lines[k].Base < b.Y1; k++ {
		l := &p.Lines[k]
		if b.Y1-b.Y0 > 1.35*l.Size {
			return false
		}
		x0, x1 := float32(-1), float32(-1)
		for _, i := range l.Words {
			w := p.Words[i].Box
			if w.X1 > b.X0+1 && w.X0 < b.X1-1 {
				if x0 < 0 {
					x0 = w.X0
				}
				x1 = w.X1
			}
		}
		if x0 >= 0 && x0-b.X0 < 0.2*l.Size && b.X1-x1 < 0.35*l.Size {
			return true
		}
	}
	return false
}

// sideLong in points: the sides of a box reach no farther down than this beyond its
// bottom.
const sideLong = 7

// Boxed reports whether the horizontal edges with these indices are the top and the
// bottom of a box: drawn vertical ones join their ends, left and right.
func (e *Edges) Boxed(top, bottom int) bool {
	a, b := &e.H[top], &e.H[bottom]
	side := func(x float32) bool {
		return slices.ContainsFunc(e.V, func(v Edge) bool {
			return !v.Soft && max(v.At-x, x-v.At) < SameLine && v.From < a.At+SameLine && v.To > b.At-SameLine && v.To < b.At+sideLong
		})
	}
	return side(a.From) && side(a.To)
}

// joinEdges joins the pieces of each line.
func joinEdges(s []Edge) []Edge {
	Sort(s)
	var out []Edge
	for from := 0; from < len(s); {
		to := from + 1
		for to < len(s) && s[to].At-s[to-1].At <= SameLine/2 && s[to].At-s[from].At <= SameLine {
			to++
		}
		group := s[from:to]
		slices.SortStableFunc(group, func(a, b Edge) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
		cur := group[0]
		for _, e := range group[1:] {
			if e.From <= cur.To+joinGap {
				if e.From > cur.From+minRule && max(e.From-cur.To, cur.To-e.From) <= joinGap {
					cur.Joints = append(cur.Joints, (e.From+cur.To)/2)
				}
				if !e.Soft && cur.Soft {
					cur.At = e.At // the drawn rule knows best
				}
				cur.To = max(cur.To, e.To)
				cur.Soft = cur.Soft && e.Soft
				continue
			}
			out = append(out, cur)
			cur = e
		}
		out = append(out, cur)
		from = to
	}
	Sort(out)
	return out
}
