// Package borders finds where columns part that no rule separates: where the gaps of many
// lines stand one below another. Each line votes: a wide gap at x for a border there, a
// word across x against it, an ordinary blank a little against it. A gap that
// holds a border already has had its vote; so a blank cell, whose gap spans two
// borders, makes no third one. Columns of figures that an ordinary blank separates are
// found by where the figures end (close.go).
package borders

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
	// WideMono and wideMonoNumbers in em are the same for typewriter type, whose blank is .6 em.
	WideMono        = 1.0
	wideMonoNumbers = 0.55
	// minVotes is the least sum of votes for a border.
	minVotes = 1.9
	// fewLines is the part of their votes that is enough in a region of two lines.
	fewLines = 0.75
	// againstWord and againstBlank weigh the votes against a border.
	againstWord  = 1.2
	againstBlank = 0.7
	// EdgeAlign in em is how far apart texts that are aligned may begin.
	EdgeAlign = 0.3
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
	// SameBorder in points: borders nearer than this are one border drawn twice.
	SameBorder = 4
	// maxVoters is the largest number of lines that vote; of longer regions every second,
	// third ... line votes.
	maxVoters = 400
	// maxColumns is the largest number of columns of one table.
	maxColumns = 80
)

// A Line is a line of text: its words from the left to the right, its size, and what its
// votes weigh.
type Line struct {
	Words        []int32
	Size, Weight float32
}

// Wide reports whether the gap between two neighbouring words is one between columns.
func Wide(p *layout.Page, a, b *layout.Word) bool {
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
		text, figures = WideMono, wideMonoNumbers
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

// A ballot is the votes of lines.
type ballot struct {
	p      *layout.Page
	votes  []vote    // gaps
	words  []vote    // ink
	edges  []float32 // where lines and what follows wide gaps begin
	events []event   // where votes and words begin and end, from the left to the right
}

// An event is where a vote or a word begins or ends, and what changes there.
type event struct {
	x, yes, against float32
	vote            int32 // -1 for a word
}

// Between returns the borders between columns of the lines, left to right; given are
// those already known, hints places where rules have joints. crosses says whether a word
// lies over a place.
func Between(p *layout.Page, lines []Line, given, hints []float32, crosses func(x float32) bool) []float32 {
	var total float32
	for k := 0; k < len(lines); k += 1 + len(lines)/maxVoters {
		total += lines[k].Weight
	}
	need := min(minVotes, fewLines*total)
	b := &ballot{p: p}
	for k := 0; k < len(lines); k += 1 + len(lines)/maxVoters {
		b.line(&lines[k])
	}
	b.mute()
	b.align()
	b.sort()
	out := slices.Clone(given)
	for _, x := range given {
		stab(b.votes, x)
	}
	for _, x := range hints {
		near := slices.ContainsFunc(out, func(o float32) bool { return abs(o-x) < SameBorder })
		yes, against := count(b.votes, b.words, x)
		if !near && yes > 0.2 && yes >= 2*against {
			out = append(out, x)
			stab(b.votes, x)
		}
	}
	for len(out) < maxColumns {
		x, ok := b.best(need)
		if !ok {
			break
		}
		out = append(out, x)
		stab(b.votes, x)
	}
	for k := range b.votes { // what only headings show
		v := &b.votes[k]
		if v.done || !v.wide || !v.head || v.x1-v.x0 < headGap*v.em || len(out) >= maxColumns {
			continue
		}
		if x, ok := clear(b.words, b.votes, v); ok {
			out = append(out, x)
			stab(b.votes, x)
		}
	}
	out = closeBorders(p, lines, out, crosses)
	slices.Sort(out)
	return out
}

// line adds the votes of a line.
func (b *ballot) line(t *Line) {
	p := b.p
	for n, i := range t.Words {
		box := p.Words[i].Box
		pad := min(0.1*t.Size, (box.X1-box.X0)/4)
		b.words = append(b.words, vote{x0: box.X0 + pad, x1: box.X1 - pad, weight: t.Weight})
		if n == 0 {
			b.edges = append(b.edges, box.X0)
			continue
		}
		a := &p.Words[t.Words[n-1]]
		if box.X0 <= a.Box.X1 {
			continue
		}
		v := vote{x0: a.Box.X1, x1: box.X0, weight: t.Weight, em: t.Size, head: t.Weight < 1, wide: Wide(p, a, &p.Words[i]), sign: n+1 < len(t.Words) && signed(p.Words[i].Text, p.Words[t.Words[n+1]].Text)}
		if v.wide {
			b.edges = append(b.edges, box.X0)
		}
		b.votes = append(b.votes, v)
	}
}

// before the sign of a currency
func (b *ballot) mute() {
	var ends []float32
	for k := range b.votes {
		if b.votes[k].wide {
			ends = append(ends, b.votes[k].x1)
		}
	}
	slices.Sort(ends)
	for k := range b.votes {
		if v := &b.votes[k]; !v.wide && v.x1-v.x0 > closeBlank*v.em && within(ends, v.x1-sameEdge*v.em, v.x1+sameEdge*v.em) > 0 {
			v.mute = true
			b.edges = append(b.edges, v.x1)
		}
	}
}

// align gives gaps more weight that end where many lines begin: at the edge of a column,
// even if few lines fill the column before it.
func (b *ballot) align() {
	slices.Sort(b.edges)
	for k := range b.votes {
		if v := &b.votes[k]; v.wide && !v.sign {
			n := within(b.edges, v.x1-EdgeAlign*v.em, v.x1+EdgeAlign*v.em) - 1
			if n >= alignedLines {
				v.weight += alignedBonus
			}
		}
	}
}

// sort lists the events.
func (b *ballot) sort() {
	b.events = make([]event, 0, 2*len(b.votes)+2*len(b.words))
	add := func(x0, x1, yes, against float32, vote int) {
		if x1 > x0 {
			b.events = append(b.events, event{x0, yes, against, int32(vote)}, event{x1, -yes, -against, int32(vote)})
		}
	}
	for k := range b.votes {
		switch v := &b.votes[k]; {
		case v.mute:
		case v.wide:
			add(v.x0, v.x1, v.weight, 0, k)
		default:
			add(v.x0, v.x1, 0, againstBlank*v.weight, k)
		}
	}
	for k := range b.words {
		add(b.words[k].x0, b.words[k].x1, 0, againstWord*b.words[k].weight, -1)
	}
	slices.SortFunc(b.events, func(a, b event) int { return cmp.Compare(a.x, b.x) })
}

// best returns the place with the most votes.
func (b *ballot) best(need float32) (float32, bool) {
	const same = 0.01 // votes are sums of small fractions
	var yes, against, best, width, at float32
	for k := range b.events {
		e := &b.events[k]
		if e.vote < 0 || !b.votes[e.vote].done {
			yes += e.yes
			against += e.against
		}
		if k+1 == len(b.events) || b.events[k+1].x <= e.x {
			continue
		}
		score, w := yes-against, b.events[k+1].x-e.x
		if yes < need || score < yes/3 {
			continue
		}
		if score > best+same || score > best-same && w > width {
			best, width, at = max(best, score), w, (e.x+b.events[k+1].x)/2
		}
	}
	return at, best > 0
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

func abs(x float32) float32 { return max(x, -x) }
