// This file finds letters that the file prints and the page does not show: under
// an area painted over them, and in a layer (optional content) that is switched
// off. Paint order and marks only raise the suspicion: the judge is the picture
// of the page with and without the letters.

package pdfium

import (
	"bytes"
	"image"
	"maps"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// leastCover in points: what is lower covers no line of letters.
	leastCover = 4
	// maxCovers and maxLayers bound what is looked at on one page; each layer costs a picture.
	maxCovers, maxLayers = 5000, 8
	// fewCovered letters are worth a picture of the page: in charts a bar touches a lone figure.
	fewCovered = 2
	// judgeDPI is fine enough for letters of five points to leave a mark.
	judgeDPI = 72
)

// A textPaint is a text object with its place in the order of painting.
type textPaint struct {
	object uint64
	order  int
	layer  string // the mark of the layer it is in, "" for none
}

// A textStart is where the glyphs of a text object begin among the page's.
type textStart struct {
	object uint64
	glyph  int
}

// A cover is an area painted after some text.
type cover struct {
	box   ink.Rect
	order int
}

// covers keeps a painted area that may hide text painted before it.
func (r *pageReader) covers(b ink.Rect) {
	if r.lastText == 0 || b.Width() < leastCover || b.Height() < leastCover || len(r.over) >= maxCovers {
		return
	}
	r.over = append(r.over, cover{b, r.objects})
}

// mayHaveLayers reports whether a file can hold layers, as far as its bytes tell
// without taking it apart.
func mayHaveLayers(file []byte) bool {
	return bytes.Contains(file, []byte("/OCProperties")) || bytes.Contains(file, []byte("/ObjStm"))
}

// layer is the layer that a text object is marked to be in, "" for none.
func (r *pageReader) layer(o uint64) string {
	g := r.g
	n := g.callInt("FPDFPageObj_CountMarks", o)
	for i := 0; i < n && i < maxDepth; i++ {
		mark := g.call("FPDFPageObj_GetMark", o, uint64(i))
		if mark == 0 || r.markText("FPDFPageObjMark_GetName", mark) != "OC" {
			continue
		}
		const key = textRoom + 16
		copy(g.view(g.scratch+key, 5), "Name\x00")
		return "layer " + r.markText("FPDFPageObjMark_GetParamStringValue", mark, g.at(key))
	}
	return ""
}

// markText reads a string of a mark.
func (r *pageReader) markText(name string, args ...uint64) string {
	g := r.g
	const length = textRoom
	if !g.ok(g.fn(name), append(args, g.at(0), textRoom, g.at(length))...) {
		return ""
	}
	n := g.u32(length)
	if n < 2 || n > textRoom {
		return ""
	}
	var s []byte
	for _, c := range bytes.Split(g.view(g.scratch, n-2), []byte{0}) {
		s = append(s, c...)
	}
	return string(s)
}

// findUnseen marks the glyphs that the page does not show.
func (r *pageReader) findUnseen() {
	layers := map[string]bool{}
	last := 0
	for _, t := range r.texts {
		if t.layer != "" && len(layers) < maxLayers {
			layers[t.layer] = true
		}
		last = t.order
	}
	for len(r.over) > 0 && len(r.texts) > 0 && r.over[0].order <= r.texts[0].order {
		r.over = r.over[1:]
	}
	if len(layers) == 0 && len(r.over) == 0 || last == 0 {
		return
	}
	paints := make(map[uint64]textPaint, len(r.texts))
	for _, t := range r.texts {
		paints[t.object] = t
	}
	groups := map[string]*suspects{}
	for i, s := range r.starts {
		end := len(r.page.Glyphs)
		if i+1 < len(r.starts) {
			end = r.starts[i+1].glyph
		}
		p, ok := paints[s.object]
		if !ok || s.glyph >= end || r.page.Glyphs[s.glyph].Mode == ink.Invisible {
			continue
		}
		if p.layer != "" {
			if layers[p.layer] {
				suspect(groups, p.layer).add(s, end, nil)
			}
			continue
		}
		if under := r.under(s.glyph, end, p.order); under != nil {
			suspect(groups, "").add(s, end, under)
		}
	}
	if g := groups[""]; g != nil && len(g.glyphs) < fewCovered {
		delete(groups, "")
	}
	if len(groups) == 0 {
		return
	}
	all, err := r.picture(judgeDPI)
	if err != nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		group := groups[name]
		r.active(group.objects, 0)
		without, err := r.picture(judgeDPI)
		r.active(group.objects, 1)
		if err != nil {
			return
		}
		why := ink.Covered
		if name != "" {
			why = ink.LayerOff
		}
		for _, k := range group.glyphs {
			if g := &r.page.Glyphs[k]; g.Rune != ' ' && r.same(all, without, g.Box) {
				g.Unseen = why
			}
		}
	}
}

// suspects are letters that may not be seen, with the objects that print them.
type suspects struct {
	objects []uint64
	glyphs  []int
}

func suspect(groups map[string]*suspects, name string) *suspects {
	if groups[name] == nil {
		groups[name] = &suspects{}
	}
	return groups[name]
}

// add adds the glyphs of an object: those listed, or all if none are.
func (s *suspects) add(t textStart, end int, listed []int) {
	s.objects = append(s.objects, t.object)
	if listed == nil {
		for k := t.glyph; k < end; k++ {
			s.glyphs = append(s.glyphs, k)
		}
	}
	s.glyphs = append(s.glyphs, listed...)
}

// under lists the glyphs from..end whose middles lie under something painted later.
func (r *pageReader) under(from, end, order int) (under []int) {
	var around ink.Box
	for k := from; k < end; k++ {
		b := r.page.Glyphs[k].Box
		if k == from {
			around = b
		}
		around = ink.Box{X0: min(around.X0, b.X0), Y0: min(around.Y0, b.Y0), X1: max(around.X1, b.X1), Y1: max(around.Y1, b.Y1)}
	}
	var near []ink.Rect
	for i := len(r.over) - 1; i >= 0 && r.over[i].order > order; i-- {
		o := r.over[i].box
		if o.X0 < float64(around.X1) && o.X1 > float64(around.X0) && o.Y0 < float64(around.Y1) && o.Y1 > float64(around.Y0) {
			near = append(near, o)
		}
	}
	for k := from; k < end && len(near) > 0; k++ {
		b := r.page.Glyphs[k].Box
		x, y := float64(b.X0+b.X1)/2, float64(b.Y0+b.Y1)/2
		for _, o := range near {
			if x > o.X0 && x < o.X1 && y > o.Y0 && y < o.Y1 {
				under = append(under, k)
				break
			}
		}
	}
	return under
}

// active switches objects on or off for drawing.
func (r *pageReader) active(objects []uint64, on uint64) {
	f := r.g.fn("FPDFPageObj_SetIsActive")
	for _, o := range objects {
		r.g.invoke(f, o, on)
	}
}

// same reports whether two pictures of the page do not differ in a box.
func (r *pageReader) same(a, b *image.RGBA, box ink.Box) bool {
	box = r.page.Displayed(box)
	w, _ := r.page.DisplayedSize()
	k := float32(a.Rect.Dx()) / w
	x0, x1 := max(0, int(box.X0*k)), min(a.Rect.Dx(), int(box.X1*k)+1)
	for y := max(0, int(box.Y0*k)); y < min(a.Rect.Dy(), int(box.Y1*k)+1); y++ {
		if x0 < x1 && !bytes.Equal(a.Pix[a.PixOffset(x0, y):a.PixOffset(x1-1, y)+4], b.Pix[b.PixOffset(x0, y):b.PixOffset(x1-1, y)+4]) {
			return false
		}
	}
	return true
}
