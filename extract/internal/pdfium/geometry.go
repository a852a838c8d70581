// This file turns PDF coordinates into displayed ones.

package pdfium

import "math"

// A matrix maps x, y to a*x + c*y + e, b*x + d*y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{1, 0, 0, 1, 0, 0}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// scale is by how much m widens a line, roughly.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// rect is a box in float64, always with x0 <= x1 and y0 <= y1.
type rect struct{ x0, y0, x1, y1 float64 }

// nothing is the rect that holds no point yet; see add.
var nothing = rect{1e9, 1e9, -1e9, -1e9}

func (r rect) add(x, y float64) rect {
	return rect{min(r.x0, x), min(r.y0, y), max(r.x1, x), max(r.y1, y)}
}

// around is the rect between two corners.
func around(x0, y0, x1, y1 float64) rect {
	return rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

func (r rect) and(s rect) rect {
	return rect{max(r.x0, s.x0), max(r.y0, s.y0), min(r.x1, s.x1), min(r.y1, s.y1)}
}

// empty reports whether r holds nothing; a rect that is not made of numbers does not.
func (r rect) empty() bool { return !(r.x1 >= r.x0 && r.y1 >= r.y0) }
func (r rect) w() float64  { return r.x1 - r.x0 }
func (r rect) h() float64  { return r.y1 - r.y0 }

func (r rect) box() Box { return Box{float32(r.x0), float32(r.y0), float32(r.x1), float32(r.y1)} }

// mapRect is the box around r as m shows it.
func (m matrix) mapRect(r rect) rect {
	x0, y0 := m.apply(r.x0, r.y0)
	x1, y1 := m.apply(r.x1, r.y1)
	if m.b == 0 && m.c == 0 || m.a == 0 && m.d == 0 {
		return around(x0, y0, x1, y1) // no turn, or quarter turns
	}
	x2, y2 := m.apply(r.x0, r.y1)
	x3, y3 := m.apply(r.x1, r.y0)
	return nothing.add(x0, y0).add(x1, y1).add(x2, y2).add(x3, y3)
}

// display is the matrix from a page's own coordinates to displayed ones, for
// its visible box and its /Rotate in quarter turns clockwise.
func display(visible rect, turns int) (m matrix, width, height float64) {
	switch turns & 3 {
	case 1:
		return matrix{0, 1, 1, 0, -visible.y0, -visible.x0}, visible.h(), visible.w()
	case 2:
		return matrix{-1, 0, 0, 1, visible.x1, -visible.y0}, visible.w(), visible.h()
	case 3:
		return matrix{0, -1, -1, 0, visible.y1, visible.x1}, visible.h(), visible.w()
	}
	return matrix{1, 0, 0, -1, -visible.x0, visible.y1}, visible.w(), visible.h()
}

func (m matrix) mapBox(b Box) Box {
	return m.mapRect(rect{float64(b.X0), float64(b.Y0), float64(b.X1), float64(b.Y1)}).box()
}
