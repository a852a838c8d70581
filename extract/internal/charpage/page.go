// Package charpage sets lines of text as a page: each character is ink half an em
// wide, so that the tables of a text are found as those of a PDF are.
package charpage

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/source"
)

const (
	// charEm is the size of the type in points; any would do.
	charEm = 10
	// charWide is how wide a character is, in points: typewriter type is .6 em
	// wide, but one blank must not part two figures and two must part any words.
	charWide = charEm / 2
	// charPitch is how far lines stand apart, in points, as set type does.
	charPitch = charEm * 1.2
	// charUp and charDown are how far letters reach above and below their line.
	charUp, charDown = 0.8 * charEm, 0.2 * charEm
	// TabStop is the distance of tab stops in characters, as terminals have them.
	TabStop = 8
	// pageMargin is what is left white around the text, in points.
	pageMargin = 2 * charEm
)

// A charPage is a page on the grid of characters.
type charPage struct {
	ink.Page
	text   string
	lines  []Line
	spans  []charSpan // of each glyph
	rules  []layout.Ruling
	tabbed []bool // glyphs that follow a tab
	layout *layout.Page
}

// A Line is a line that is not blank, by its bytes in the text.
type Line struct {
	Start, End int32 // without blanks at the end; blanks at the start are kept
	Num        int32 // 1-based
	Page       int32 // 1-based, 0 if the text has no pages
}

// A charSpan is where a glyph is printed: bytes of the text, and the index of its line.
type charSpan struct{ b0, b1, line int32 }

// A Setter sets pages. It keeps its memory from one page to the next; the zero value is
// ready to use.
type Setter struct {
	glyphs []ink.Glyph
	spans  []charSpan
}

// setPage sets lines as a page, which is good until the next is set.
func (s *Setter) setPage(text string, lines []Line) *charPage {
	p := &charPage{text: text, lines: lines, Page: ink.Page{Number: 1, Fonts: []ink.Font{{Name: "Text", Mono: true}}}}
	p.Glyphs, p.spans = s.glyphs[:0], s.spans[:0]
	for i, ln := range lines {
		y := pageMargin + float32(ln.Num-lines[0].Num)*charPitch
		if !p.setRule(text[ln.Start:ln.End], y) {
			p.setLine(text, ln, int32(i), y)
		}
		p.Height = y + pageMargin
	}
	s.glyphs, s.spans = p.Glyphs, p.spans
	p.layout = layout.New(&p.Page)
	p.layout.Typed, p.layout.Rulings = true, p.rules
	if p.tabbed != nil {
		for i := range p.layout.Words { // a tab is a gap however short it turns out
			w := &p.layout.Words[i]
			w.Cell = w.Cell || int(w.Glyphs[0]) < len(p.tabbed) && p.tabbed[w.Glyphs[0]]
		}
	}
	return p
}

// setLine sets one line with its baseline at y.
func (p *charPage) setLine(text string, ln Line, line int32, y float32) {
	col := 0
	begun := false // a glyph of this line was set: accents may follow it
	tab := false   // a tab was passed since the last glyph
	for i, r := range text[ln.Start:ln.End] {
		b0 := ln.Start + int32(i)
		b1 := b0 + int32(utf8.RuneLen(r))
		switch {
		case r == '\t':
			col = (col/TabStop + 1) * TabStop
			begun, tab = false, true
			continue
		case source.IsBlank(r) || r == '\v':
			col++
			begun = false
			continue
		case r >= 0x300 && r < 0x370 && begun: // combining accents
			p.spans[len(p.spans)-1].b1 = b1
			continue
		}
		if tab && col > 0 && len(p.Glyphs) > 0 {
			p.tabbed = append(p.tabbed, make([]bool, len(p.Glyphs)+1-len(p.tabbed))...)
			p.tabbed[len(p.Glyphs)] = true
		}
		tab = false
		x := pageMargin + float32(col)*charWide
		p.Glyphs = append(p.Glyphs, ink.Glyph{
			Rune: r, Size: charEm, Color: 0xff000000,
			Box:    ink.Box{X0: x, Y0: y - charUp, X1: x + charWide, Y1: y + charDown},
			Origin: ink.Point{X: x, Y: y},
		})
		p.spans = append(p.spans, charSpan{b0, b1, line})
		p.Width = max(p.Width, x+charWide+pageMargin)
		begun = true
		col++
	}
}

const (
	// minRule is how many dashes the longest stretch of a rule has at least: one or
	// two, and perhaps three, are how people write that a value is missing.
	minRule = 4
	// ruleSigns are the signs that rules are drawn with.
	ruleSigns = "-=_─━═—–"
)

// Stretches returns where a line that only draws a rule has dashes, as characters
// from and to; nil if it is no rule.
func Stretches(line string) [][2]int {
	var out [][2]int
	col, longest := 0, 0
	open := false
	for _, r := range line {
		switch {
		case strings.ContainsRune(ruleSigns, r):
			if !open {
				out = append(out, [2]int{col, col})
			}
			open = true
			last := &out[len(out)-1]
			last[1] = col + 1
			longest = max(longest, last[1]-last[0])
		case r == '\t':
			col, open = (col/TabStop+1)*TabStop-1, false
		case source.IsBlank(r):
			open = false
		default:
			return nil
		}
		col++
	}
	if longest < minRule {
		return nil
	}
	return out
}

// setRule sets a line that only draws a rule; it reports false if that is not so.
func (p *charPage) setRule(line string, y float32) bool {
	stretches := Stretches(line)
	if stretches == nil {
		return false
	}
	r := layout.Ruling{Y: y - charUp/2}
	for _, s := range stretches {
		r.Spans = append(r.Spans, [2]float32{pageMargin + float32(s[0])*charWide, pageMargin + float32(s[1])*charWide})
	}
	p.rules = append(p.rules, r)
	p.Width = max(p.Width, r.Spans[len(r.Spans)-1][1]+pageMargin)
	return true
}
