// This file cuts words where a column begins. A text that fills its cell ends
// closer to the next column than a blank is wide, so the two would read as one
// word or one text.

package layout

import (
	"cmp"
	"slices"
	"unicode"
)

const (
	// maxEdgeShift in em is how far from its column's left edge a text may begin.
	maxEdgeShift = 0.06
	// minWideStarts is how many words after wide gaps must begin at one x, in lines
	// near each other, to make it the left edge of a column.
	minWideStarts = 3
	// minStarts is how many texts must begin there if some follow no wide gap, as
	// where all figures of a column end at its border.
	minStarts = 6
	// minCellGap in em is the narrowest gap between the texts of two cells.
	minCellGap = 0.01
	// maxTableHeight in em: lines farther apart are not taken for one table.
	maxTableHeight = 40
	// minTypedShare is the least share of words after a printed blank on a page that
	// prints its blanks.
	minTypedShare = 0.4
)

// A start is where a word begins after a wide gap, or where a text object begins.
type start struct {
	x, base float32
	wide    bool
}

// cutCells cuts words in two where a cell begins inside them, and marks words that
// begin a cell: the page prints its blanks but none here, a text object begins,
// and other lines have the left edge of a column at this place.
func (p *Page) cutCells() {
	var starts []start
	typed, inner := 0, 0
	for k := range p.Lines {
		l := &p.Lines[k]
		for n, i := range l.Words {
			w := &p.Words[i]
			for g := 1; g < len(w.Glyphs); g++ {
				if at := &p.Glyphs[w.Glyphs[g]]; p.canBeginText(w, g) && !unicode.IsLower(at.Rune) {
					starts = append(starts, start{at.Box.X0, w.Base, false})
				}
			}
			if n == 0 || p.oneText(l.Words[n-1], i) {
				continue
			}
			inner++
			if w.Typed {
				typed++
			} else if wide := w.Box.X0-p.Words[l.Words[n-1]].Box.X1 >= gapSegment*w.Size; wide || p.begins(w.Glyphs[0]) {
				starts = append(starts, start{w.Box.X0, w.Base, wide})
			}
		}
	}
	if len(starts) < minWideStarts || float32(typed) < minTypedShare*float32(inner) {
		return
	}
	slices.SortFunc(starts, func(a, b start) int { return cmp.Compare(a.x, b.x) })
	for k := range p.Lines {
		l := &p.Lines[k]
		var words []int32
		for n, i := range l.Words {
			w := &p.Words[i]
			if n > 0 && !w.Typed && !p.oneText(l.Words[n-1], i) && p.begins(w.Glyphs[0]) && edgeAt(starts, w.Box.X0, w.Base, w.Size) {
				w.Cell = true
			}
			words = append(words, i)
			for g := 1; g < len(p.Words[i].Glyphs); g++ {
				w := &p.Words[i]
				at := &p.Glyphs[w.Glyphs[g]]
				if p.canBeginText(w, g) && edgeAt(starts, at.Box.X0, w.Base, w.Size) {
					i = p.cut(i, g)
					words = append(words, i)
					g = 0
				}
			}
		}
		l.Words = words
	}
}

// canBeginText reports whether glyph g of a word can begin another text: a text
// object begins with it, and not only to set it closer, as producers do for pairs
// like "Te"; and it is not the next letter of a word in capitals.
func (p *Page) canBeginText(w *Word, g int) bool {
	a, b := &p.Glyphs[w.Glyphs[g-1]], &p.Glyphs[w.Glyphs[g]]
	if !b.Begins || b.Box.X0-a.Box.X1 < minCellGap*w.Size {
		return false
	}
	return !unicode.IsLetter(b.Rune) || !unicode.IsUpper(a.Rune)
}

// oneText reports whether two neighbouring words belong together whatever the other
// lines print: an item's sign and its text, or figures separated by a narrow blank.
func (p *Page) oneText(left, right int32) bool {
	a, b := &p.Words[left], &p.Words[right]
	if IsMarker(a.Text) {
		return true
	}
	return b.Box.X0-a.Box.X1 < gapSegment*b.Size && digit(a.Text[len(a.Text)-1]) && digit(b.Text[0])
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func (p *Page) begins(g int32) bool { return p.Glyphs[g].Begins }

// cut cuts a word before its glyph g and returns the second part, a new word.
func (p *Page) cut(i int32, g int) int32 {
	w := p.Words[i]
	part := func(gs []int32) Word {
		v := w
		v.Glyphs, v.Text, v.Box = gs, "", p.Glyphs[gs[0]].Box
		for _, k := range gs {
			v.Box = Union(v.Box, p.Glyphs[k].Box)
			v.Text += Letters(p.Glyphs[k].Rune)
		}
		first := &p.Glyphs[gs[0]]
		v.Font = first.Font
		v.Bold = int(first.Font) < len(p.Fonts) && first.Font >= 0 && p.Fonts[first.Font].Bold
		return v
	}
	a, b := part(w.Glyphs[:g:g]), part(w.Glyphs[g:])
	b.Blank, b.Typed, b.Cell = true, false, true
	p.Words[i] = a
	p.Words = append(p.Words, b)
	return int32(len(p.Words) - 1)
}

// edgeAt reports whether a column has its left edge at x near a baseline.
func edgeAt(starts []start, x, base, em float32) bool {
	n, _ := slices.BinarySearchFunc(starts, x-maxEdgeShift*em, func(s start, x float32) int { return cmp.Compare(s.x, x) })
	wide, all := 0, 0
	for ; n < len(starts) && starts[n].x <= x+maxEdgeShift*em; n++ {
		if d := starts[n].base - base; max(d, -d) <= maxTableHeight*em {
			if all++; starts[n].wide {
				wide++
			}
			if wide >= minWideStarts || all >= minStarts {
				return true
			}
		}
	}
	return false
}
