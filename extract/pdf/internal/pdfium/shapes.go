// This file reads painted objects: paths become rules and fills, pictures boxes.

package pdfium

import (
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
	// maxRule is the largest thickness of a rule, in points; thicker bars are areas.
	// The thickest borders of cells that word processors offer have 3.
	maxRule = 3.2
	// maxSlope is the largest difference, in points, between the ends of a line that is
	// horizontal or vertical.
	maxSlope = 0.5
	// minCoverShare is the least share of the page of a picture that covers it: scans
	// leave margins.
	minCoverShare = 0.7
	// minSeen is the least size, in points, of a shape that can be seen.
	minSeen = 0.01
	// maxCellClip is the largest number of segments of a clip that cuts text off: the
	// frame of a cell has five. A page of labels in the outline of a map has thousands
	// for each label.
	maxCellClip = 16
	// minLineRatio is the least ratio of length to thickness of a picture, or a piece
	// of a curve, that is a line.
	minLineRatio = 4
)

// readObjects reads everything that the page paints except letters.
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

// object reads an object, with the matrix from its coordinates to displayed ones and
// the clip of what contains it. It reports whether to continue: false if the page has
// more objects or pieces of paths than are read.
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
		t := textPaint{object: o, order: r.objects, clip: r.clipWithin(o, m, clip, maxCellClip)}
		if r.d.layers {
			t.layer = r.layer(o)
		}
		r.texts = append(r.texts, t)
	case objPath:
		return r.path(o, m, clip)
	case objImage:
		b := r.matrixOf(o).Then(m).MapRect(ink.Rect{X0: 0, Y0: 0, X1: 1, Y1: 1}).Intersect(r.clip(o, m, clip))
		if b.Width()*b.Height() >= minCoverShare*r.visible.Width()*r.visible.Height() {
			r.cover, r.coverPicture = r.objects, o
		}
		r.image(b)
	case objShading:
		g.call("FPDFPageObj_GetBounds", o, g.at(0), g.at(4), g.at(8), g.at(12)) // left, bottom, right, top
		if b := m.MapRect(r.rectF(0)).Intersect(r.clip(o, m, clip)); !b.Empty() {
			r.addBar(b, 0, false, false)
		}
	case objForm:
		return r.form(o, m, clip, depth)
	}
	return true
}

// form reads the objects of a form, as object does.
func (r *pageReader) form(o uint64, m ink.Matrix, clip ink.Rect, depth int) bool {
	if depth >= maxDepth {
		r.note("forms within forms were read to a depth of %d", maxDepth)
		return true
	}
	clip = r.clip(o, m, clip)
	if clip.Empty() {
		return true
	}
	g, inner := r.g, r.matrixOf(o).Then(m)
	n := g.callInt("FPDFFormObj_CountObjects", o)
	get := g.fn("FPDFFormObj_GetObject")
	for i := range n {
		if !r.object(g.invoke(get, o, uint64(i)), inner, clip, depth+1) {
			return false
		}
	}
	return true
}

// image adds a picture. One as thin as a rule is a rule of unknown colour: some
// producers draw lines as stretched pixels.
func (r *pageReader) image(b ink.Rect) {
	switch {
	case b.Empty():
	case min(b.Width(), b.Height()) <= maxRule && max(b.Width(), b.Height()) > minLineRatio*maxRule:
		r.addBar(b, 0, false, false)
	default:
		r.page.Images = append(r.page.Images, b.Box())
	}
}

// matrixOf returns the matrix of an object.
func (r *pageReader) matrixOf(o uint64) ink.Matrix {
	g := r.g
	if !g.ok(g.fn("FPDFPageObj_GetMatrix"), o, g.at(0)) {
		return ink.Identity
	}
	return ink.Matrix{A: g.f32(0), B: g.f32(4), C: g.f32(8), D: g.f32(12), E: g.f32(16), F: g.f32(20)}
}

// clip returns the box of an object's clip paths within outer.
func (r *pageReader) clip(o uint64, m ink.Matrix, outer ink.Rect) ink.Rect {
	return r.clipWithin(o, m, outer, maxSegments)
}

// clipWithin is clip with only the paths of no more than most segments.
func (r *pageReader) clipWithin(o uint64, m ink.Matrix, outer ink.Rect, most int) ink.Rect {
	g := r.g
	c := g.call("FPDFPageObj_GetClipPath", o)
	if c == 0 {
		return outer
	}
	n := g.callInt("FPDFClipPath_CountPaths", c)
	for i := 0; i < n; i++ {
		box := ink.NoRect
		segs := g.callInt("FPDFClipPath_CountPathSegments", c, uint64(i))
		if segs > most {
			continue
		}
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

// tooManySegments counts a piece of a path or a clip and reports whether the page has
// more than are read, which it notes.
func (r *pageReader) tooManySegments() bool {
	r.segments++
	if r.segments > maxSegments {
		r.note("only the first %d pieces of painted paths were read", maxSegments)
		return true
	}
	return false
}

// path reads a path, as object does.
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
	if len(all) == 2 && filled && r.addFrame(all[0], all[1], fill, evenOdd, clip) {
		filled = false
	}
	for _, s := range all {
		if filled {
			r.addFill(s, fill, clip)
		}
		if stroked {
			r.addStroke(s, stroke, width, dashed, clip)
		}
	}
	return r.segments <= maxSegments
}

// paint reads a colour with f. It reports false if the colour is transparent.
func (r *pageReader) paint(f api.Function, o uint64) (ink.Color, bool) {
	g := r.g
	if !g.ok(f, o, g.at(0), g.at(4), g.at(8), g.at(12)) {
		return 0, true // painted, colour unknown
	}
	c := r.onPaper()
	return c, c != 0
}

// addFill adds a filled piece of a path.
func (r *pageReader) addFill(s subpath, c ink.Color, clip ink.Rect) {
	b, isRect := s.box()
	if b = b.Intersect(clip); b.Empty() || b.Width() < minSeen && b.Height() < minSeen {
		return
	}
	if isRect || min(b.Width(), b.Height()) <= maxRule {
		r.noteCover(b)
		r.addBar(b, c, false, !isRect && s.curved)
		return
	}
	r.page.Shapes++
	r.page.Fills = append(r.page.Fills, ink.Fill{Box: b.Box(), Color: c, Rough: true})
}

// addFrame adds the four sides of a rectangle with a rectangular hole, as browsers
// paint borders. It reports false if s and t are not such a pair.
func (r *pageReader) addFrame(s, t subpath, c ink.Color, evenOdd bool, clip ink.Rect) bool {
	out, ok1 := s.box()
	in, ok2 := t.box()
	if !ok1 || !ok2 {
		return false
	}
	if in.Width() > out.Width() {
		out, in = in, out
	}
	hole := evenOdd || s.clockwise() != t.clockwise()
	if !hole || in.X0 < out.X0 || in.X1 > out.X1 || in.Y0 < out.Y0 || in.Y1 > out.Y1 {
		return false
	}
	for _, side := range [...]ink.Rect{
		{X0: out.X0, Y0: out.Y0, X1: out.X1, Y1: in.Y0},
		{X0: out.X0, Y0: in.Y1, X1: out.X1, Y1: out.Y1},
		{X0: out.X0, Y0: in.Y0, X1: in.X0, Y1: in.Y1},
		{X0: in.X1, Y0: in.Y0, X1: out.X1, Y1: in.Y1},
	} {
		if side = side.Intersect(clip); !side.Empty() && side.Width() > minSeen && side.Height() > minSeen {
			r.addBar(side, c, false, false)
		}
	}
	return true
}

// addBar adds a painted rectangle as a rule if it is thin, else as a fill.
func (r *pageReader) addBar(b ink.Rect, c ink.Color, dashed, rough bool) {
	thin, long := min(b.Width(), b.Height()), max(b.Width(), b.Height())
	if thin <= maxRule && (long > 2*thin || thin <= 1) {
		r.page.Rules = append(r.page.Rules, ink.Rule{Box: b.Box(), Vertical: b.Height() > b.Width(), Color: c, Dashed: dashed})
		return
	}
	r.page.Fills = append(r.page.Fills, ink.Fill{Box: b.Box(), Color: c, Rough: rough})
}

// addStroke adds each straight piece along the axes as a rule.
func (r *pageReader) addStroke(s subpath, c ink.Color, width float64, dashed bool, clip ink.Rect) {
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
			continue // the end of a closed path that returned to its start
		}
		if !axial(p, q) {
			if !s.curved {
				r.page.Shapes++
			}
			continue
		}
		b := ink.NoRect.Include(float64(p.X), float64(p.Y)).Include(float64(q.X), float64(q.Y))
		if s.curved && max(b.Width(), b.Height()) < minLineRatio*maxRule {
			continue // a short piece of a curve that is straight by chance
		}
		if b.Width() >= b.Height() {
			mid := (b.Y0 + b.Y1) / 2
			b.Y0, b.Y1 = mid-half, mid+half
		} else {
			mid := (b.X0 + b.X1) / 2
			b.X0, b.X1 = mid-half, mid+half
		}
		if b = b.Intersect(clip); !b.Empty() {
			r.addBar(b, c, dashed, false)
		}
	}
}
