// This file reads painted objects: paths become rules and fills, images boxes.

package pdfium

import (
	"math"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/tetratelabs/wazero/api"
)

// Types of page objects and path segments, fpdf_edit.h.
const (
	objText = 1 + iota
	objPath
	objImage
	objShading
	objForm
)

const (
	segLine = iota
	segCurve
	segMove
)

const (
	// maxRule is the width in points up to which a painted bar is a line to
	// the eye; thicker ones are areas. Borders of 3 pt are the thickest of
	// word processors' menus that still frame cells.
	maxRule = 3.2
	// straight is how far in points a line's ends may differ and still be
	// horizontal or vertical.
	straight = 0.5
	// coverShare is the share of the page that a picture over all of it has: scans
	// leave margins.
	coverShare = 0.7
	// tiny is the size in points under which a shape cannot be seen.
	tiny = 0.01
)

func (r *pageReader) readObjects() {
	g := r.g
	n := g.callInt("FPDFPage_CountObjects", r.handle)
	get := g.fn("FPDFPage_GetObject")
	for i := 0; i < n; i++ {
		if !r.object(g.invoke(get, r.handle, uint64(i)), r.show, r.visible, 0) {
			return
		}
	}
	r.page.Covered = r.lastText > 0 && r.cover > r.lastText && r.hides(r.coverPicture)
}

// object reads one object with the matrix from its coordinates to displayed
// ones and the clip of what it stands in. It reports whether to go on.
func (r *pageReader) object(o uint64, m ink.Matrix, clip ink.Rect, depth int) bool {
	g := r.g
	if o == 0 {
		return true
	}
	if r.objects++; r.objects > maxObjects {
		r.note("only the first %d painted objects were read", maxObjects)
		return false
	}
	switch g.callInt("FPDFPageObj_GetType", o) {
	case objText:
		r.lastText = r.objects
		t := textPaint{object: o, order: r.objects}
		if r.d.layers {
			t.layer = r.layer(o)
		}
		r.texts = append(r.texts, t)
	case objPath:
		return r.path(o, m, clip)
	case objImage:
		b := r.matrixOf(o).Then(m).MapRect(ink.Rect{X0: 0, Y0: 0, X1: 1, Y1: 1}).Intersect(r.clip(o, m, clip))
		if b.Width()*b.Height() >= coverShare*r.visible.Width()*r.visible.Height() {
			r.cover, r.coverPicture = r.objects, o
		}
		r.image(b)
	case objShading:
		g.call("FPDFPageObj_GetBounds", o, g.at(0), g.at(4), g.at(8), g.at(12)) // left, bottom, right, top
		if b := m.MapRect(r.rectF(0)).Intersect(r.clip(o, m, clip)); !b.Empty() {
			r.bar(b, 0, false, false)
		}
	case objForm:
		if depth >= maxDepth {
			r.note("forms within forms were read to a depth of %d", maxDepth)
			return true
		}
		clip = r.clip(o, m, clip)
		if clip.Empty() {
			return true
		}
		inner := r.matrixOf(o).Then(m)
		n := g.callInt("FPDFFormObj_CountObjects", o)
		get := g.fn("FPDFFormObj_GetObject")
		for i := 0; i < n; i++ {
			if !r.object(g.invoke(get, o, uint64(i)), inner, clip, depth+1) {
				return false
			}
		}
	}
	return true
}

// image reports where a picture stands. One as thin as a rule is a rule of
// unknown colour: some producers draw lines as stretched pixels.
func (r *pageReader) image(b ink.Rect) {
	switch {
	case b.Empty():
	case min(b.Width(), b.Height()) <= maxRule && max(b.Width(), b.Height()) > 4*maxRule:
		r.bar(b, 0, false, false)
	default:
		r.page.Images = append(r.page.Images, b.Box())
	}
}

func (r *pageReader) matrixOf(o uint64) ink.Matrix {
	g := r.g
	if !g.ok(g.fn("FPDFPageObj_GetMatrix"), o, g.at(0)) {
		return ink.Identity
	}
	return ink.Matrix{A: g.f32(0), B: g.f32(4), C: g.f32(8), D: g.f32(12), E: g.f32(16), F: g.f32(20)}
}

// clip is the box of an object's clip paths within outer.
func (r *pageReader) clip(o uint64, m ink.Matrix, outer ink.Rect) ink.Rect {
	g := r.g
	c := g.call("FPDFPageObj_GetClipPath", o)
	if c == 0 {
		return outer
	}
	n := g.callInt("FPDFClipPath_CountPaths", c)
	for i := 0; i < n; i++ {
		box := ink.NoRect
		segs := g.callInt("FPDFClipPath_CountPathSegments", c, uint64(i))
		get, point := g.fn("FPDFClipPath_GetPathSegment"), g.fn("FPDFPathSegment_GetPoint")
		for k := 0; k < segs; k++ {
			if r.tooManySegments() {
				return outer
			}
			s := g.invoke(get, c, uint64(i), uint64(k))
			if s != 0 && g.ok(point, s, g.at(0), g.at(4)) {
				x, y := m.Apply(g.f32(0), g.f32(4))
				box = box.Include(x, y)
			}
		}
		outer = outer.Intersect(box)
	}
	return outer
}

// tooManySegments counts one more piece of a path or a clip, and notes where the
// page has more than are read.
func (r *pageReader) tooManySegments() bool {
	r.segments++
	if r.segments > maxSegments {
		r.note("only the first %d pieces of painted paths were read", maxSegments)
		return true
	}
	return false
}

// A subpath is the points of one stretch of a path, as displayed.
type subpath struct {
	points []ink.Point
	curved bool
	closed bool
}

func (r *pageReader) path(o uint64, m ink.Matrix, clip ink.Rect) bool {
	g := r.g
	if !g.ok(g.fn("FPDFPath_GetDrawMode"), o, g.at(0), g.at(4)) {
		return true
	}
	const alternate = 1 // FPDF_FILLMODE_ALTERNATE
	filled, stroked, evenOdd := g.u32(0) != 0, g.u32(4) != 0, g.u32(0) == alternate
	if !filled && !stroked {
		return true
	}
	clip = r.clip(o, m, clip)
	if clip.Empty() {
		return true
	}
	var fill, stroke ink.Color
	if filled {
		fill, filled = r.paint(g.fn("FPDFPageObj_GetFillColor"), o)
	}
	width, dashed := 0.0, false
	inner := r.matrixOf(o).Then(m)
	if stroked {
		if stroke, stroked = r.paint(g.fn("FPDFPageObj_GetStrokeColor"), o); stroked {
			if g.ok(g.fn("FPDFPageObj_GetStrokeWidth"), o, g.at(0)) {
				width = g.f32(0) * inner.Scale()
			}
			dashed = g.callInt("FPDFPageObj_GetDashCount", o) > 0
		}
	}
	if !filled && !stroked {
		return true
	}
	all := r.subpaths(o, inner)
	if len(all) == 2 && filled && r.frame(all[0], all[1], fill, evenOdd, clip) {
		filled = false
	}
	for _, s := range all {
		if filled {
			r.fillOf(s, fill, clip)
		}
		if stroked {
			r.strokeOf(s, stroke, width, dashed, clip)
		}
	}
	return r.segments <= maxSegments
}

// paint reads a colour; it reports false where nothing is seen.
func (r *pageReader) paint(f api.Function, o uint64) (ink.Color, bool) {
	g := r.g
	if !g.ok(f, o, g.at(0), g.at(4), g.at(8), g.at(12)) {
		return 0, true // painted, colour unknown
	}
	c := r.onPaper()
	return c, c != 0
}

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

// box is the extent of s, and whether s is a rectangle along the axes.
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
		// All corners lie on the extent's edges, so three points of a
		// staircase do not pass for a rectangle.
		for _, p := range s.points {
			x, y := float64(p.X), float64(p.Y)
			if min(x-b.X0, b.X1-x) > straight || min(y-b.Y0, b.Y1-y) > straight {
				isRect = false
			}
		}
	}
	return b, isRect
}

// axial reports whether the line from p to q is horizontal or vertical.
func axial(p, q ink.Point) bool {
	return math.Abs(float64(p.X-q.X)) <= straight || math.Abs(float64(p.Y-q.Y)) <= straight
}

func (r *pageReader) fillOf(s subpath, c ink.Color, clip ink.Rect) {
	b, isRect := s.box()
	if b = b.Intersect(clip); b.Empty() || b.Width() < tiny && b.Height() < tiny {
		return
	}
	if isRect || min(b.Width(), b.Height()) <= maxRule {
		r.covers(b)
		r.bar(b, c, false, !isRect && s.curved)
		return
	}
	r.page.Shapes++
	r.page.Fills = append(r.page.Fills, ink.Fill{Box: b.Box(), Color: c, Rough: true})
}

// frame reports a rectangle with a rectangular hole as its four sides, the way
// browsers paint borders. It reports false if s and t are no such pair.
func (r *pageReader) frame(s, t subpath, c ink.Color, evenOdd bool, clip ink.Rect) bool {
	out, ok1 := s.box()
	in, ok2 := t.box()
	if !ok1 || !ok2 {
		return false
	}
	if in.Width() > out.Width() {
		out, in = in, out
	}
	hole := evenOdd || s.turns() != t.turns()
	if !hole || in.X0 < out.X0 || in.X1 > out.X1 || in.Y0 < out.Y0 || in.Y1 > out.Y1 {
		return false
	}
	for _, side := range [...]ink.Rect{
		{X0: out.X0, Y0: out.Y0, X1: out.X1, Y1: in.Y0},
		{X0: out.X0, Y0: in.Y1, X1: out.X1, Y1: out.Y1},
		{X0: out.X0, Y0: in.Y0, X1: in.X0, Y1: in.Y1},
		{X0: in.X1, Y0: in.Y0, X1: out.X1, Y1: in.Y1},
	} {
		if side = side.Intersect(clip); !side.Empty() && side.Width() > tiny && side.Height() > tiny {
			r.bar(side, c, false, false)
		}
	}
	return true
}

// turns reports whether s runs clockwise.
func (s subpath) turns() bool {
	var area float32
	for i, p := range s.points {
		q := s.points[(i+1)%len(s.points)]
		area += p.X*q.Y - q.X*p.Y
	}
	return area > 0
}

// bar reports a painted rectangle as a rule if it is thin, else as a fill.
func (r *pageReader) bar(b ink.Rect, c ink.Color, dashed, rough bool) {
	thin, long := min(b.Width(), b.Height()), max(b.Width(), b.Height())
	if thin <= maxRule && (long > 2*thin || thin <= 1) {
		r.page.Rules = append(r.page.Rules, ink.Rule{Box: b.Box(), Vertical: b.Height() > b.Width(), Color: c, Dashed: dashed})
		return
	}
	r.page.Fills = append(r.page.Fills, ink.Fill{Box: b.Box(), Color: c, Rough: rough})
}

// strokeOf reports each straight piece along the axes as a rule.
func (r *pageReader) strokeOf(s subpath, c ink.Color, width float64, dashed bool, clip ink.Rect) {
	if s.curved {
		r.page.Shapes++
	}
	pts := s.points
	if s.closed && len(pts) > 2 {
		pts = append(pts[:len(pts):len(pts)], pts[0])
	}
	half := width / 2
	for i := 1; i < len(pts); i++ {
		p, q := pts[i-1], pts[i]
		if p == q {
			continue // a path that ends where it began, and is closed besides
		}
		if !axial(p, q) {
			if !s.curved {
				r.page.Shapes++
			}
			continue
		}
		b := ink.NoRect.Include(float64(p.X), float64(p.Y)).Include(float64(q.X), float64(q.Y))
		if s.curved && max(b.Width(), b.Height()) < 4*maxRule {
			continue // a piece of a curve that happens to run straight
		}
		if b.Width() >= b.Height() {
			mid := (b.Y0 + b.Y1) / 2
			b.Y0, b.Y1 = mid-half, mid+half
		} else {
			mid := (b.X0 + b.X1) / 2
			b.X0, b.X1 = mid-half, mid+half
		}
		if b = b.Intersect(clip); !b.Empty() {
			r.bar(b, c, dashed, false)
		}
	}
}
