// This file finds columns where no rule shows them: at the gaps of many lines one below
// another. Each line votes: a wide gap at x for a border there, a word across x against it,
// an ordinary blank a little against it. A gap that already holds a border does not vote
// again, so a blank cell, whose gap spans two borders, makes no third one.

package grid

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// wideGap in em is the narrowest gap that is wider than any blank of unjustified type.
	wideGap = 0.85
	// wideNumbers in em is the same between two numbers: tight tables of figures leave no
	// more, and running text has no figures side by side.
	wideNumbers = 0.42
	// wideMono and wideMonoNumbers in em are the same for typewriter type, whose blank is .6 em.
	wideMono        = 1.0
	wideMonoNumbers = 0.55
	// minVotes is the least sum of votes for a border.
	minVotes = 1.9
	// fewLines is the part of their votes that is enough in a region of two lines.
	fewLines = 0.75
	// againstWord and againstBlank weigh the votes against a border.
	againstWord  = 1.2
	againstBlank = 0.7
	// edgeAlign in em is how far apart texts that are aligned may begin.
	edgeAlign = 0.3
	// sameEdge in em is how far apart texts at one edge may begin.
	sameEdge = 0.12
	// closeBlank in em is the least blank before a column that text nearly reaches.
	closeBlank = 0.2
	// alignedLines that begin at the end of a gap make its vote count for more,
	// by alignedBonus; the signs of currencies stand flush with no text.
	alignedLines = 3
	alignedBonus = 1
	// headGap in em is the width of a gap among headings that makes a border on its own if
	// nothing below lies across it.
	headGap = 1.2
	// maxVoters is the largest number of lines that vote; of longer regions every second,
	// third ... line votes.
	maxVoters = 400
	// maxColumns is the largest number of columns of one table.
	maxColumns = 80
)

// A row of text in a region: the words of one line that lie in it.
type textLine struct {
	words  []int32 // left to right
	box    Box
	base   float32
	size   float32
	weight float32 // of its votes
}

// linesIn returns the lines of the words in a box.
func linesIn(p *layout.Page, box Box) []textLine {
	var out []textLine
	for k := p.LineAt(box.Y0 - 2); k < len(p.Lines); k++ {
		l := &p.Lines[k]
		if l.Box.Y0 > box.Y1+20 {
			break
		}
		t := textLine{base: l.Base, weight: 1}
		for _, i := range l.Words {
			if x, y := layout.Middle(p.Words[i].Box); !p.Words[i].Leader && layout.Inside(box, x, y) {
				t.add(p, i)
			}
		}
		if len(t.words) > 0 {
			out = append(out, t)
		}
	}
	return out
}

func (t *textLine) add(p *layout.Page, i int32) {
	w := &p.Words[i]
	if len(t.words) == 0 {
		t.box = w.Box
	} else {
		t.box = layout.Union(t.box, w.Box)
	}
	t.size = max(t.size, w.Size)
	t.words = append(t.words, i)
}

// wide reports whether the gap between two neighbouring words is one between columns.
func wide(p *layout.Page, a, b *layout.Word) bool {
	if b.Cell {
		return true
	}
	em := min(a.Size, b.Size)
	if max(a.Size, b.Size) > 1.5*em { // a superscript beside its word
		em = max(a.Size, b.Size) * 0.7
	}
	gap := b.Box.X0 - a.Box.X1
	text, figures := float32(wideGap), float32(wideNumbers)
	if int(a.Font) < len(p.Fonts) && p.Fonts[a.Font].Mono {
		text, figures = wideMono, wideMonoNumbers
	}
	if signed(a.Text, b.Text) {
		return false
	}
	if gap >= text*em {
		return true
	}
	return gap >= figures*em && shape.Numeric(a.Text) && shape.Numeric(b.Text) && !thousands(a.Text, b.Text, gap/em)
}

// signed reports whether two neighbouring words are a figure and the sign of its
// currency before it, or its per cent sign: accounts set the sign flush with the
// column, however far from the figure.
func signed(a, b string) bool {
	switch a {
	case "$", "€", "£", "US$", "EUR":
		return shape.Numeric(b)
	}
	return b == "%" && shape.Numeric(a)
}

// thousands reports whether two neighbouring figures may be one, with a blank between its
// thousands, as in French.
func thousands(a, b string, gap float32) bool {
	if gap > 0.5 || len(b) < 3 {
		return false
	}
	for i := range 3 {
		if b[i] < '0' || b[i] > '9' {
			return false
		}
	}
	if len(b) > 3 && b[3] >= '0' && b[3] <= '9' {
		return false
	}
	return len(a) <= 3 && a[len(a)-1] >= '0' && a[len(a)-1] <= '9'
}

// A vote is a gap of a line.
type vote struct {
	x0, x1 float32
	weight float32
	em     float32
	wide   bool
	head   bool // of a heading
	sign   bool // before the sign of a currency
	mute   bool // an ordinary blank that speaks neither for nor against
	done   bool // holds a border already
}

// columnBorders returns the borders between columns of the lines, left to
// right; given are those already known, hints places where rules have joints.
func columnBorders(p *layout.Page, lines []textLine, given, hints []float32) []float32 {
	var votes []vote // gaps
	var words []vote // ink
	var total float32
	for k := 0; k < len(lines); k += 1 + len(lines)/maxVoters {
		total += lines[k].weight
	}
	need := min(minVotes, fewLines*total)
	var edges []float32 // where lines and what follows wide gaps begin
	step := 1 + len(lines)/maxVoters
	for k := 0; k < len(lines); k += step {
		t := &lines[k]
		for n, i := range t.words {
			b := p.Words[i].Box
			pad := min(0.1*t.size, (b.X1-b.X0)/4)
			words = append(words, vote{x0: b.X0 + pad, x1: b.X1 - pad, weight: t.weight})
			if n > 0 {
				a := &p.Words[t.words[n-1]]
				if b.X0 > a.Box.X1 {
					v := vote{x0: a.Box.X1, x1: b.X0, weight: t.weight, em: t.size, head: t.weight < 1, wide: wide(p, a, &p.Words[i]), sign: n+1 < len(t.words) && signed(p.Words[i].Text, p.Words[t.words[n+1]].Text)}
					if v.wide {
						edges = append(edges, b.X0)
					}
					votes = append(votes, v)
				}
			} else {
				edges = append(edges, b.X0)
			}
		}
	}
	// An ordinary blank that ends where a wide gap ends stands before the same
	// column, beside a text that nearly reaches it.
	var ends []float32
	for k := range votes {
		if votes[k].wide {
			ends = append(ends, votes[k].x1)
		}
	}
	slices.Sort(ends)
	for k := range votes {
		if v := &votes[k]; !v.wide && v.x1-v.x0 > closeBlank*v.em && within(ends, v.x1-sameEdge*v.em, v.x1+sameEdge*v.em) > 0 {
			v.mute = true
			edges = append(edges, v.x1)
		}
	}
	// A gap that ends where many lines begin ends at the edge of a column, even
	// if few lines fill the column before it.
	slices.Sort(edges)
	for k := range votes {
		if v := &votes[k]; v.wide && !v.sign {
			n := within(edges, v.x1-edgeAlign*v.em, v.x1+edgeAlign*v.em) - 1
			if n >= alignedLines {
				v.weight += alignedBonus
			}
		}
	}
	out := slices.Clone(given)
	for _, x := range given {
		stab(votes, x)
	}
	for _, x := range hints {
		near := slices.ContainsFunc(out, func(o float32) bool { return abs(o-x) < minBorderGap })
		yes, against := count(votes, words, x)
		if !near && yes > 0.2 && yes >= 2*against {
			out = append(out, x)
			stab(votes, x)
		}
	}
	for len(out) < maxColumns {
		x, ok := bestBorder(votes, words, need)
		if !ok {
			break
		}
		out = append(out, x)
		stab(votes, x)
	}
	for k := range votes { // what only headings show
		v := &votes[k]
		if v.done || !v.wide || !v.head || v.x1-v.x0 < headGap*v.em || len(out) >= maxColumns {
			continue
		}
		if x, ok := clear(words, votes, v); ok {
			out = append(out, x)
			stab(votes, x)
		}
	}
	out = closeBorders(p, lines, out)
	slices.Sort(out)
	return out
}

// within returns how many of the sorted values lie in lo..hi.
func within(s []float32, lo, hi float32) int {
	a, _ := slices.BinarySearch(s, lo)
	b, _ := slices.BinarySearch(s, hi)
	for b < len(s) && s[b] == hi {
		b++
	}
	return b - a
}

// clear returns the place farthest right in the gap v that no word of another line crosses
// and that no ordinary blank holds.
func clear(words, votes []vote, v *vote) (float32, bool) {
	x := v.x1 - 0.1*v.em
	for range 8 {
		at := x
		for k := range words {
			if w := &words[k]; w.x0 < x && x < w.x1 {
				x = w.x0 - 0.1*v.em
			}
		}
		for k := range votes {
			if w := &votes[k]; !w.wide && !w.mute && w.x0 < x && x < w.x1 {
				x = w.x0 - 0.2*v.em
			}
		}
		if x <= v.x0 {
			return 0, false
		}
		if x == at {
			return x, true
		}
	}
	return 0, false
}

// stab marks the gaps that hold the border x.
func stab(votes []vote, x float32) {
	for k := range votes {
		if v := &votes[k]; v.x0 <= x && x <= v.x1 {
			v.done = true
		}
	}
}

// count returns the votes at x for and against a border.
func count(votes, words []vote, x float32) (yes, against float32) {
	for k := range votes {
		if v := &votes[k]; v.x0 <= x && x <= v.x1 {
			if v.wide && !v.done {
				yes += v.weight
			} else if !v.wide && !v.mute {
				against += againstBlank * v.weight
			}
		}
	}
	for k := range words {
		if v := &words[k]; v.x0 < x && x < v.x1 {
			against += againstWord * v.weight
		}
	}
	return yes, against
}

// bestBorder returns the place with the most votes.
func bestBorder(votes, words []vote, need float32) (float32, bool) {
	type step struct {
		x            float32
		yes, against float32
	}
	steps := make([]step, 0, 2*len(votes)+2*len(words))
	add := func(x0, x1, yes, against float32) {
		if x1 > x0 {
			steps = append(steps, step{x0, yes, against}, step{x1, -yes, -against})
		}
	}
	for k := range votes {
		v := &votes[k]
		switch {
		case v.done:
		case v.mute:
		case v.wide:
			add(v.x0, v.x1, v.weight, 0)
		default:
			add(v.x0, v.x1, 0, againstBlank*v.weight)
		}
	}
	for k := range words {
		add(words[k].x0, words[k].x1, 0, againstWord*words[k].weight)
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(a.x, b.x) })
	const same = 0.01 // votes are sums of small fractions
	var yes, against, best, width, at float32
	for k := range steps {
		yes += steps[k].yes
		against += steps[k].against
		if k+1 == len(steps) || steps[k+1].x <= steps[k].x {
			continue
		}
		score, w := yes-against, steps[k+1].x-steps[k].x
		if yes < need || score < yes/3 {
			continue
		}
		if score > best+same || score > best-same && w > width {
			best, width, at = max(best, score), w, (steps[k].x+steps[k+1].x)/2
		}
	}
	return at, best > 0
}
