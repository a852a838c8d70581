// A text that is too long for its cell reaches the rule at its end, or is cut off
// there, and the next cell's text begins right after: the rule parts them.

package layout

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// maxPartingRules is the largest number of vertical rules that part words: a page
	// of more is a drawing.
	maxPartingRules = 4000
	// minRuleTall in em: a rule between cells is at least as tall as their line. Shorter
	// ones are strokes of drawn letters.
	minRuleTall = 1
	// beforeRule in em: so far a letter's box may reach over a rule that its ink does
	// not touch.
	beforeRule = 0.06
	// maxOverRule is the largest part of a letter that reaches over the rule at the end
	// of its cell: of the last one that was not cut off.
	maxOverRule = 0.7
	// gapAtRule in em: so wide a gap with a rule in it is white that cells leave around
	// their text, even if no text object begins after it.
	gapAtRule = 0.04
	// ruleSteps is the largest number of rules that are tried on one word.
	ruleSteps = 64
)

// cutAtRules cuts words in two where a vertical rule stands between their letters.
func (p *Page) cutAtRules() {
	var rules []*ink.Rule
	for i := range p.Rules {
		if r := &p.Rules[i]; r.Vertical {
			rules = append(rules, r)
		}
	}
	if len(rules) == 0 || len(rules) > maxPartingRules {
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

// ruleIn returns the index of the first glyph of a word that stands after a rule
// through its line, 0 if there is none.
func (p *Page) ruleIn(w *Word, rules []*ink.Rule) int {
	if len(w.Glyphs) < 2 || w.Leader {
		return 0
	}
	n, _ := slices.BinarySearchFunc(rules, w.Box.X0, func(r *ink.Rule, x float32) int { return cmp.Compare(r.Box.X0, x) })
	for tried := 0; n < len(rules) && rules[n].Box.X0 < w.Box.X1 && tried < ruleSteps; n++ {
		b := rules[n].Box
		if b.Y0 > w.Base-w.Size/2 || b.Y1 < w.Base || b.Y1-b.Y0 < minRuleTall*w.Size {
			continue
		}
		tried++
		x := (b.X0 + b.X1) / 2
		for g := 1; g < len(w.Glyphs); g++ {
			left, right := &p.Glyphs[w.Glyphs[g-1]], &p.Glyphs[w.Glyphs[g]]
			if right.Box.X0 < x-beforeRule*w.Size {
				continue
			}
			if parts(left, right, x, w.Size) {
				return g
			}
			break
		}
	}
	return 0
}

// parts reports whether a rule at x ends the text of the glyph left, and right begins
// another: a text object begins after the rule, and at most the end of the last letter
// reaches over it; or both keep clear of it.
func parts(left, right *ink.Glyph, x, em float32) bool {
	if right.Begins {
		return left.Box.X1-x < (left.Box.X1-left.Box.X0)*maxOverRule
	}
	return left.Box.X1 <= x+beforeRule*em && right.Box.X0-max(left.Box.X1, x) >= gapAtRule*em
}
