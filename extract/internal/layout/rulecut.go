// This file cuts words at vertical rules. A text that is too long for its cell reaches
// the rule at its end, or is cut off there, and the next cell's text follows at once.

package layout

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// maxVerticalRules is the largest number of vertical rules of a page whose words
	// are cut; a page with more is a drawing.
	maxVerticalRules = 4000
	// minRuleHeight in em is the least height of a rule between cells; shorter ones are
	// strokes of drawn letters.
	minRuleHeight = 1
	// maxBoxOver in em is how far a letter's box may reach over a rule that its ink does
	// not touch.
	maxBoxOver = 0.06
	// maxLetterOver is the largest part of the last letter of a cell, if it was not cut
	// off, that reaches over the rule.
	maxLetterOver = 0.7
	// minRuleGap in em is the narrowest gap around a rule that is the margin of cells,
	// even if no text object begins after it.
	minRuleGap = 0.04
	// ruleSteps is the largest number of rules that are tried on one word.
	ruleSteps = 64
)

// cutAtRules cuts words in two where a vertical rule runs between their letters.
func (p *Page) cutAtRules() {
	var rules []*ink.Rule
	for i := range p.Rules {
		if r := &p.Rules[i]; r.Vertical {
			rules = append(rules, r)
		}
	}
	if len(rules) == 0 || len(rules) > maxVerticalRules {
		return
	}
	slices.SortStableFunc(rules, func(a, b *ink.Rule) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
	for k := range p.Lines {
		l := &p.Lines[k]
		var words []int32
		for _, i := range l.Words {
			words = append(words, i)
			for {
				g := p.ruleIn(&p.Words[i], rules)
				if g == 0 {
					break
				}
				i = p.cut(i, g)
				words = append(words, i)
			}
		}
		l.Words = words
	}
}

// ruleIn returns the index of the first glyph of a word that follows a rule through
// its line, 0 if there is none.
func (p *Page) ruleIn(w *Word, rules []*ink.Rule) int {
	if len(w.Glyphs) < 2 || w.Leader {
		return 0
	}
	n, _ := slices.BinarySearchFunc(rules, w.Box.X0, func(r *ink.Rule, x float32) int { return cmp.Compare(r.Box.X0, x) })
	for tried := 0; n < len(rules) && rules[n].Box.X0 < w.Box.X1 && tried < ruleSteps; n++ {
		b := rules[n].Box
		if b.Y0 > w.Base-w.Size/2 || b.Y1 < w.Base || b.Y1-b.Y0 < minRuleHeight*w.Size {
			continue
		}
		tried++
		x := (b.X0 + b.X1) / 2
		for g := 1; g < len(w.Glyphs); g++ {
			left, right := &p.Glyphs[w.Glyphs[g-1]], &p.Glyphs[w.Glyphs[g]]
			if right.Box.X0 < x-maxBoxOver*w.Size {
				continue
			}
			if ruleSeparates(left, right, x, w.Size) {
				return g
			}
			break
		}
	}
	return 0
}

// ruleSeparates reports whether a rule at x ends the text of the glyph left, and right
// begins another: a text object begins after the rule, and at most the end of the last
// letter reaches over it; or neither touches it.
func ruleSeparates(left, right *ink.Glyph, x, em float32) bool {
	if right.Begins {
		return left.Box.X1-x < (left.Box.X1-left.Box.X0)*maxLetterOver
	}
	return left.Box.X1 <= x+maxBoxOver*em && right.Box.X0-max(left.Box.X1, x) >= minRuleGap*em
}
