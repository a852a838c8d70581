// This file finds the words that rules are drawn through or under.

package layout

import (
	"cmp"
	"slices"
)

const (
	// maxStrike and minStrike in em bound the height above the baseline of a rule that
	// strikes words: small letters are half an em high.
	maxStrike, minStrike = 0.5, 0.12
	// maxUnder in em is the largest depth of an underline below its baseline; lower
	// rules are borders of cells.
	maxUnder = 0.27
	// maxThick in em is the largest thickness of a rule that strikes words.
	maxThick = 0.15
	// maxEndShift in em is by how much an underline may miss the ends of its words.
	maxEndShift = 0.22
)

// Strikes reports whether a horizontal rule is drawn through words, as no border is.
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
	n, _ := slices.BinarySearchFunc(p.Lines, y-maxUnder*most, func(l Line, y float32) int { return cmp.Compare(l.Base, y) })
	for ; n < len(p.Lines) && p.Lines[n].Base < y+maxStrike*most; n++ {
		l := &p.Lines[n]
		em := l.Size
		d := (y - l.Base) / em
		struck := d >= -maxStrike && d <= -minStrike
		if !struck && (d < -0.02 || d > maxUnder) || struck && thick > maxThick*em {
			continue
		}
		starts, stops := false, false
		for _, i := range l.Words {
			w := p.Words[i].Box
			tol := maxEndShift * em
			starts = starts || max(w.X0-b.X0, b.X0-w.X0) < tol
			stops = stops || max(w.X1-b.X1, b.X1-w.X1) < tol || w.X0 < b.X1-tol && w.X1 > b.X1+tol
		}
		if !starts || !stops {
			continue
		}
		for _, i := range l.Words {
			w := &p.Words[i]
			if d := (y - w.Base) / w.Size; struck && (d < -maxStrike || d > -minStrike) {
				continue // small or maxRaise letters
			}
			if Overlap(w.Box.X0, w.Box.X1, b.X0, b.X1) >= 0.8*(w.Box.X1-w.Box.X0) {
				each(i, struck)
			}
		}
	}
}
