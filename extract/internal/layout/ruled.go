// This file finds the words that rules are drawn through or under.

package layout

import (
	"cmp"
	"slices"
)

const (
	// strikeHigh and strikeLow in em above the baseline bound where a rule goes
	// through small letters: they stand half an em high.
	strikeHigh, strikeLow = 0.5, 0.12
	// underLow in em is how far below its baseline a word is underlined; borders of
	// cells begin there.
	underLow = 0.27
	// ruleThick in em is how thick such rules are at most.
	ruleThick = 0.15
	// ruleEnds in em is by how much an underline misses the ends of its words.
	ruleEnds = 0.22
)

// Strikes reports whether a horizontal rule is drawn through words: no border is.
func (p *Page) Strikes(b Box) bool {
	found := false
	p.ruledWords(b, func(_ int32, struck bool) { found = found || struck })
	return found
}

// Underlines reports whether a horizontal rule underlines words: it hangs close
// below a baseline and begins and ends with words of that line.
func (p *Page) Underlines(b Box) bool {
	found := false
	p.ruledWords(b, func(_ int32, struck bool) { found = found || !struck })
	return found
}

// Ruled calls each with the words that rules are drawn through (struck) or under.
func (p *Page) Ruled(each func(word int32, struck bool)) {
	for i := range p.Rules {
		if r := &p.Rules[i]; !r.Vertical {
			p.ruledWords(r.Box, each)
		}
	}
}

// ruledWords calls each with the words that a rule is drawn through or under.
func (p *Page) ruledWords(b Box, each func(word int32, struck bool)) {
	y, thick := (b.Y0+b.Y1)/2, b.Y1-b.Y0
	const most = 60 // points of type
	n, _ := slices.BinarySearchFunc(p.Lines, y-underLow*most, func(l Line, y float32) int { return cmp.Compare(l.Base, y) })
	for ; n < len(p.Lines) && p.Lines[n].Base < y+strikeHigh*most; n++ {
		l := &p.Lines[n]
		em := l.Size
		d := (y - l.Base) / em
		struck := d >= -strikeHigh && d <= -strikeLow
		if !struck && (d < -0.02 || d > underLow) || struck && thick > ruleThick*em {
			continue
		}
		starts, stops := false, false
		for _, i := range l.Words {
			w := p.Words[i].Box
			tol := ruleEnds * em
			starts = starts || max(w.X0-b.X0, b.X0-w.X0) < tol
			stops = stops || max(w.X1-b.X1, b.X1-w.X1) < tol || w.X0 < b.X1-tol && w.X1 > b.X1+tol
		}
		if !starts || !stops {
			continue
		}
		for _, i := range l.Words {
			w := &p.Words[i]
			if d := (y - w.Base) / w.Size; struck && (d < -strikeHigh || d > -strikeLow) {
				continue // small or raised letters
			}
			if Overlap(w.Box.X0, w.Box.X1, b.X0, b.X1) >= 0.8*(w.Box.X1-w.Box.X0) {
				each(i, struck)
			}
		}
	}
}
