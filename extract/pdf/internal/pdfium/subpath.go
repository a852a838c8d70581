// This file reads the pieces of a path and judges their shape.

package pdfium

import (
	"math"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

// A subpath is a connected piece of a path: its points, as displayed.
type subpath struct {
	points []ink.Point
	curved bool
	closed bool
}

// subpaths returns the pieces of a path that have more than one point.
func (r *pageReader) subpaths(o uint64, m ink.Matrix) []subpath {
	g := r.g
	n := g.callInt("FPDFPath_CountSegments", o)
	get, kind, point, closes := g.fn("FPDFPath_GetPathSegment"), g.fn("FPDFPathSegment_GetType"), g.fn("FPDFPathSegment_GetPoint"), g.fn("FPDFPathSegment_GetClose")
	var all []subpath
	var cur subpath
	flush := func() {
		if len(cur.points) > 1 {
			all = append(all, cur)
		}
		cur = subpath{}
	}
	for i := 0; i < n; i++ {
		if r.tooManySegments() {
			break
		}
		s := g.invoke(get, o, uint64(i))
		if s == 0 || !g.ok(point, s, g.at(0), g.at(4)) {
			continue
		}
		x, y := m.Apply(g.f32(0), g.f32(4))
		switch int32(g.invoke(kind, s)) {
		case segMove:
			flush()
		case segCurve:
			cur.curved = true
		}
		cur.points = append(cur.points, ink.Point{X: float32(x), Y: float32(y)})
		if g.ok(closes, s) {
			cur.closed = true
		}
	}
	flush()
	return all
}

// box returns the extent of s, and whether s is a rectangle along the axes.
func (s subpath) box() (b ink.Rect, isRect bool) {
	b = ink.NoRect
	isRect = !s.curved && len(s.points) >= 4 && len(s.points) <= 6
	for i, p := range s.points {
		b = b.Include(float64(p.X), float64(p.Y))
		if i > 0 && !axial(s.points[i-1], p) {
			isRect = false
		}
	}
	if isRect {
		// All corners of a rectangle lie on the edges of its extent; those of a
		// staircase do not.
		for _, p := range s.points {
			x, y := float64(p.X), float64(p.Y)
			if min(x-b.X0, b.X1-x) > maxSlope || min(y-b.Y0, b.Y1-y) > maxSlope {
				isRect = false
			}
		}
	}
	return b, isRect
}

// axial reports whether the line from p to q is horizontal or vertical.
func axial(p, q ink.Point) bool {
	return math.Abs(float64(p.X-q.X)) <= maxSlope || math.Abs(float64(p.Y-q.Y)) <= maxSlope
}

// clockwise reports whether s runs clockwise.
func (s subpath) clockwise() bool {
	var area float32
	for i, p := range s.points {
		q := s.points[(i+1)%len(s.points)]
		area += p.X*q.Y - q.X*p.Y
	}
	return area > 0
}
