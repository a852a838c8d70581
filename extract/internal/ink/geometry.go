// This file turns PDF coordinates into displayed ones.

package ink

import "math"

// A Matrix maps x, y to a*x + c*y + e, b*x + d*y + f.
type Matrix struct{ A, B, C, D, E, F float64 }

var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Then is m followed by n.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.B*n.C, m.A*n.B + m.B*n.D,
		m.C*n.A + m.D*n.C, m.C*n.B + m.D*n.D,
		m.E*n.A + m.F*n.C + n.E, m.E*n.B + m.F*n.D + n.F,
	}
}

func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m.A*x + m.C*y + m.E, m.B*x + m.D*y + m.F
}

// Scale is by how much m widens a line, roughly.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }

// Rect is a box in float64, always with x0 <= x1 and y0 <= y1.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Nothing is the rect that holds no point yet; see add.
var Nothing = Rect{1e9, 1e9, -1e9, -1e9}

func (r Rect) Add(x, y float64) Rect {
	return Rect{min(r.X0, x), min(r.Y0, y), max(r.X1, x), max(r.Y1, y)}
}

// Around is the rect between two corners.
func Around(x0, y0, x1, y1 float64) Rect {
	return Rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

func (r Rect) And(s Rect) Rect {
	return Rect{max(r.X0, s.X0), max(r.Y0, s.Y0), min(r.X1, s.X1), min(r.Y1, s.Y1)}
}

// Empty reports whether r holds nothing; a rect that is not made of numbers does not.
func (r Rect) Empty() bool { return !(r.X1 >= r.X0 && r.Y1 >= r.Y0) }
func (r Rect) W() float64  { return r.X1 - r.X0 }
func (r Rect) H() float64  { return r.Y1 - r.Y0 }

func (r Rect) Box() Box { return Box{float32(r.X0), float32(r.Y0), float32(r.X1), float32(r.Y1)} }

// MapRect is the box around r as m shows it.
func (m Matrix) MapRect(r Rect) Rect {
	x0, y0 := m.Apply(r.X0, r.Y0)
	x1, y1 := m.Apply(r.X1, r.Y1)
	if m.B == 0 && m.C == 0 || m.A == 0 && m.D == 0 {
		return Around(x0, y0, x1, y1) // no turn, or quarter turns
	}
	x2, y2 := m.Apply(r.X0, r.Y1)
	x3, y3 := m.Apply(r.X1, r.Y0)
	return Nothing.Add(x0, y0).Add(x1, y1).Add(x2, y2).Add(x3, y3)
}

// Display is the matrix from a page's own coordinates to displayed ones, for
// its visible box and its /Rotate in quarter turns clockwise.
func Display(visible Rect, turns int) (m Matrix, width, height float64) {
	switch turns & 3 {
	case 1:
		return Matrix{0, 1, 1, 0, -visible.Y0, -visible.X0}, visible.H(), visible.W()
	case 2:
		return Matrix{-1, 0, 0, 1, visible.X1, -visible.Y0}, visible.W(), visible.H()
	case 3:
		return Matrix{0, -1, -1, 0, visible.Y1, visible.X1}, visible.H(), visible.W()
	}
	return Matrix{1, 0, 0, -1, -visible.X0, visible.Y1}, visible.W(), visible.H()
}

func (m Matrix) MapBox(b Box) Box {
	return m.MapRect(Rect{float64(b.X0), float64(b.Y0), float64(b.X1), float64(b.Y1)}).Box()
}
