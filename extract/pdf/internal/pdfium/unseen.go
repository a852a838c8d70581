// This file finds letters that the file prints and the page does not show: beyond the
// edges that their text is cut off at, below an area painted over them, or in a layer
// (optional content) that is switched off. Of these two, painting order and marks only
// make letters suspect; whether the picture of the page differs without them decides.

package pdfium

import (
	"bytes"
	"image"
	"maps"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// minCover is the least width and height, in points, of an area that covers letters.
	minCover = 4
	// maxCovers and maxLayers are the largest numbers of areas and layers that are
	// tried on one page; each layer costs a picture.
	maxCovers, maxLayers = 5000, 8
	// minCovered is the least number of covered letters that are worth a picture: in
	// charts a bar touches a single figure.
	minCovered = 2
	// comparedDPI is the resolution of the compared pictures, in dots an inch: letters
	// of five points leave a mark.
	comparedDPI = 72
	// minShown is the least share of a letter's width within the clip of its text that
	// shows it: the rest of one that is cut in half can be read.
	minShown = 0.4
)

// A textPaint is a text object with its place in the order of painting.
type textPaint struct {
	object uint64
	order  int
	layer  string   // its layer, as marked in the file; "" for none
	clip   ink.Rect // what is painted of it lies within
}

// A textStart is the index of the first glyph of a text object in the page's Glyphs.
type textStart struct {
	object uint64
	glyph  int
}

// A cover is an area painted after some text.
type cover struct {
	box   ink.Rect
	order int
}

// noteCover records a painted area that may hide text painted before it.
func (r *pageReader) noteCover(b ink.Rect) {
	if r.lastText == 0 || b.Width() < minCover || b.Height() < minCover || len(r.over) >= maxCovers {
		return
	}
	r.over = append(r.over, cover{b, r.objects})
}

// mayHaveLayers reports whether a file can hold layers, as far as its raw bytes show.
func mayHaveLayers(file []byte) bool {
	return bytes.Contains(file, []byte("/OCProperties")) || bytes.Contains(file, []byte("/ObjStm"))
}

// layer returns the layer that a text object is marked to be in, "" for none.
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

// findUnseen sets Unseen of the glyphs that the page does not show.
func (r *pageReader) findUnseen() {
	r.findCutOff()
	groups := r.suspects()
	if len(groups) == 0 {
		return
	}
	all, err := r.picture(comparedDPI)
	if err != nil {
		return
	}
	for _, layer := range slices.Sorted(maps.Keys(groups)) {
		group := groups[layer]
		// Of texts painted twice PDFium gives one; without it the other is still there.
		twins := r.withoutGlyphs()
		r.setActive(group.objects, 0)
		r.setActive(twins, 0)
		without, err := r.picture(comparedDPI)
		r.setActive(group.objects, 1)
		r.setActive(twins, 1)
		if err != nil {
			return
		}
		why := ink.Covered
		if layer != "" {
			why = ink.LayerOff
		}
		for _, k := range group.glyphs {
			if g := &r.page.Glyphs[k]; g.Rune != ' ' && g.Unseen == ink.Seen && r.sameIn(g.Box, all, without) {
				g.Unseen = why
			}
		}
	}
}

// findCutOff marks the letters that lie beyond the clip of their text: producers cut
// a text off where its cell ends.
func (r *pageReader) findCutOff() {
	paints := make(map[uint64]ink.Rect, len(r.texts))
	for _, t := range r.texts {
		paints[t.object] = t.clip
	}
	for i, s := range r.starts {
		clip, ok := paints[s.object]
		if !ok {
			continue
		}
		for k := s.glyph; k < r.endOf(i); k++ {
			g := &r.page.Glyphs[k]
			width, height := g.Box.X1-g.Box.X0, g.Box.Y1-g.Box.Y0
			shown := ink.Box{X0: max(g.Box.X0, float32(clip.X0)), Y0: max(g.Box.Y0, float32(clip.Y0)), X1: min(g.Box.X1, float32(clip.X1)), Y1: min(g.Box.Y1, float32(clip.Y1))}
			if g.Mode != ink.Invisible && (shown.X1-shown.X0 < minShown*width || shown.Y1-shown.Y0 < minShown*height) {
				g.Unseen = ink.CutOff
			}
		}
	}
}

// endOf returns the index after the last glyph of r.starts[i].
func (r *pageReader) endOf(i int) int {
	if i+1 < len(r.starts) {
		return r.starts[i+1].glyph
	}
	return len(r.page.Glyphs)
}

// withoutGlyphs returns the text objects of which PDFium gives no glyphs.
func (r *pageReader) withoutGlyphs() []uint64 {
	given := make(map[uint64]bool, len(r.starts))
	for _, s := range r.starts {
		given[s.object] = true
	}
	var objects []uint64
	for _, t := range r.texts {
		if !given[t.object] {
			objects = append(objects, t.object)
		}
	}
	return objects
}

// suspects returns the letters that may not be seen, by layer; "" is for letters
// below an area painted over them.
func (r *pageReader) suspects() map[string]*suspects {
	if len(r.texts) == 0 {
		return nil
	}
	layers := map[string]bool{}
	paints := make(map[uint64]textPaint, len(r.texts))
	for _, t := range r.texts {
		if t.layer != "" && len(layers) < maxLayers {
			layers[t.layer] = true
		}
		paints[t.object] = t
	}
	for len(r.over) > 0 && r.over[0].order <= r.texts[0].order {
		r.over = r.over[1:]
	}
	if len(layers) == 0 && len(r.over) == 0 {
		return nil
	}
	groups := map[string]*suspects{}
	for i, s := range r.starts {
		end := r.endOf(i)
		p, ok := paints[s.object]
		if !ok || s.glyph >= end || r.page.Glyphs[s.glyph].Mode == ink.Invisible {
			continue
		}
		if p.layer != "" {
			if layers[p.layer] {
				groupOf(groups, p.layer).addAll(s, end)
			}
		} else if covered := r.covered(s.glyph, end, p.order); covered != nil {
			groupOf(groups, "").add(s, covered)
		}
	}
	if g := groups[""]; g != nil && len(g.glyphs) < minCovered {
		delete(groups, "")
	}
	return groups
}

// suspects are letters that may not be seen, with the objects that print them.
type suspects struct {
	objects []uint64
	glyphs  []int // indices
}

// groupOf returns the group of that name, which it makes if need be.
func groupOf(groups map[string]*suspects, name string) *suspects {
	if groups[name] == nil {
		groups[name] = &suspects{}
	}
	return groups[name]
}

// add adds glyphs of a text object.
func (s *suspects) add(t textStart, glyphs []int) {
	s.objects = append(s.objects, t.object)
	s.glyphs = append(s.glyphs, glyphs...)
}

// addAll adds the glyphs of a text object up to end.
func (s *suspects) addAll(t textStart, end int) {
	s.objects = append(s.objects, t.object)
	for k := t.glyph; k < end; k++ {
		s.glyphs = append(s.glyphs, k)
	}
}

// covered returns the glyphs from..end-1 whose centres lie in an area painted after
// their text object, which has that place in the order of painting.
func (r *pageReader) covered(from, end, order int) (covered []int) {
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
				covered = append(covered, k)
				break
			}
		}
	}
	return covered
}

// setActive switches objects on (1) or off (0) for drawing.
func (r *pageReader) setActive(objects []uint64, on uint64) {
	f := r.g.fn("FPDFPageObj_SetIsActive")
	for _, o := range objects {
		r.g.invoke(f, o, on)
	}
}

// sameIn reports whether two pictures of the page are the same inside a box.
func (r *pageReader) sameIn(box ink.Box, a, b *image.RGBA) bool {
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
