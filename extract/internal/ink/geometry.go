// This file computes places: rectangles and the matrices that move them.

package ink

import "math"

// A Rect is a rectangle in points, with X0 <= X1 and Y0 <= Y1 unless it is empty.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// NoRect is an empty Rect to begin with where [Rect.Include] adds points.
var NoRect = Rect{1e9, 1e9, -1e9, -1e9}

// RectBetween returns the Rect with two opposite corners.
func RectBetween(x0, y0, x1, y1 float64) Rect {
	return Rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

// Include returns r grown to hold the point x, y.
func (r Rect) Include(x, y float64) Rect {
	return Rect{min(r.X0, x), min(r.Y0, y), max(r.X1, x), max(r.Y1, y)}
}

// Intersect returns what r and s share, an empty Rect if that is nothing.
func (r Rect) Intersect(s Rect) Rect {
	return Rect{max(r.X0, s.X0), max(r.Y0, s.Y0), min(r.X1, s.X1), min(r.Y1, s.Y1)}
}

// Empty reports whether r holds no point, or is not made of numbers. A line and a
// point are not empty.
func (r Rect) Empty() bool { return !(r.X1 >= r.X0 && r.Y1 >= r.Y0) }

// Width returns the horizontal extent of r.
func (r Rect) Width() float64 { return r.X1 - r.X0 }

// Height returns the vertical extent of r.
func (r Rect) Height() float64 { return r.Y1 - r.Y0 }

// Box returns r as a Box.
func (r Rect) Box() Box { return Box{float32(r.X0), float32(r.Y0), float32(r.X1), float32(r.Y1)} }

// A Matrix maps the point x, y to A*x + C*y + E, B*x + D*y + F, as PDF writes it.
type Matrix struct{ A, B, C, D, E, F float64 }

// Identity maps every point to itself.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Then returns the matrix that applies m first and n second.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.B*n.C, m.A*n.B + m.B*n.D,
		m.C*n.A + m.D*n.C, m.C*n.B + m.D*n.D,
		m.E*n.A + m.F*n.C + n.E, m.E*n.B + m.F*n.D + n.F,
	}
}

// Apply returns the point that m maps x, y to.
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m.A*x + m.C*y + m.E, m.B*x + m.D*y + m.F
}

// Scale returns the factor by which m widens a line: the geometric mean of both
// directions.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }

// MapRect returns the smallest Rect around what m maps r to.
func (m Matrix) MapRect(r Rect) Rect {
	x0, y0 := m.Apply(r.X0, r.Y0)
	x1, y1 := m.Apply(r.X1, r.Y1)
	if m.B == 0 && m.C == 0 || m.A == 0 && m.D == 0 {
		return RectBetween(x0, y0, x1, y1) // no turn, or quarter turns
	}
	x2, y2 := m.Apply(r.X0, r.Y1)
	x3, y3 := m.Apply(r.X1, r.Y0)
	return NoRect.Include(x0, y0).Include(x1, y1).Include(x2, y2).Include(x3, y3)
}

// MapBox is MapRect for a Box.
func (m Matrix) MapBox(b Box) Box {
	return m.MapRect(Rect{float64(b.X0), float64(b.Y0), float64(b.X1), float64(b.Y1)}).Box()
}

// Display returns the matrix from a page's own coordinates, whose origin is at
// the bottom, to displayed ones, and the size of the page as displayed. visible is
// the crop box; turns is /Rotate in quarter turns clockwise.
func Display(visible Rect, turns int) (m Matrix, width, height float64) {
	switch turns & 3 {
	case 1:
		return Matrix{0, 1, 1, 0, -visible.Y0, -visible.X0}, visible.Height(), visible.Width()
	case 2:
		return Matrix{-1, 0, 0, 1, visible.X1, -visible.Y0}, visible.Width(), visible.Height()
	case 3:
		return Matrix{0, -1, -1, 0, visible.Y1, visible.X1}, visible.Height(), visible.Width()
	}
	return Matrix{1, 0, 0, -1, -visible.X0, visible.Y1}, visible.Width(), visible.Height()
}
