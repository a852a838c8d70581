// This file recognises running text by how its lines fill their column: at one
// pitch, in one size, most of them as wide as the widest.

package layout

import (
	"unicode"
	"unicode/utf8"
)

const (
	// maxProsePitch in em is the largest distance of lines of running text (double
	// spaced typescript has 2.3 em).
	maxProsePitch = 2.45
	// minProseWidth in em is the least width of running text; narrower columns are
	// cells or captions in margins.
	minProseWidth = 15
	// minFullWidth is the part of its block's width that a full line reaches.
	minFullWidth = 0.85
	// maxPitchRatio is how many times the smallest pitch of a block a line may be below
	// the one above; a line farther down begins a new part.
	maxPitchRatio = 1.2
	// minProseLines is the least number of lines of running text; fewer show too little.
	minProseLines = 3
	// minFullShare is the least share of full lines, not counting the last line.
	minFullShare = 0.55
	// minReadsOn is the share of lines that must begin with a small letter for a text
	// to read on from line to line.
	minReadsOn = 0.4
	// maxCompany is the largest share of lines with something beside them that is not
	// running text, in a text that does not read on.
	maxCompany = 0.4
	// minProseWords is the least average number of words of a line.
	minProseWords = 4.5
)

// A Block is segments stacked one below another.
type Block struct {
	Segments []int32 // indices into Page.Segments, top to bottom
	Box      Box
	Prose    bool // looks like running text; see Running
}

// Blocks stacks the page's segments and finds which stacks are running text.
// It leaves out the segments for which skip returns true.
func (p *Page) Blocks(skip func(i int32) bool) []Block {
	next := make([]int32, len(p.Segments))
	above := make([]int32, len(p.Segments))
	for i := range next {
		next[i], above[i] = -1, -1
	}
	first := p.firstSegments()
	for i := range p.Segments {
		if skip != nil && skip(int32(i)) {
			continue
		}
		if t := p.nextBelow(int32(i), first, skip); t >= 0 && above[t] < 0 {
			next[i], above[t] = t, int32(i)
		}
	}
	var out []Block
	for i := range p.Segments {
		if above[i] >= 0 || skip != nil && skip(int32(i)) {
			continue
		}
		b := Block{Box: p.Segments[i].Box}
		for k := int32(i); k >= 0; k = next[k] {
			if p.narrows(&b, k, first) {
				b.Prose, _ = p.isProse(&b)
				out = append(out, b)
				b = Block{Box: p.Segments[k].Box}
			}
			b.Segments = append(b.Segments, k)
			b.Box = Union(b.Box, p.Segments[k].Box)
		}
		b.Prose, _ = p.isProse(&b)
		out = append(out, b)
	}
	return out
}

// narrows reports whether the page changes from one column to several at
// segment k: another segment of its line lies within the width of the block above.
func (p *Page) narrows(b *Block, k int32, first []int32) bool {
	const in = 2 // em
	t := &p.Segments[k]
	for j := k + 1; len(b.Segments) > 0 && j < first[t.Line+1]; j++ {
		if u := &p.Segments[j]; u.Box.X0 < b.Box.X1-in*t.Size {
			return true
		}
	}
	return false
}

// Running returns for each segment whether it is running text. A column of a
// table may look like it; but its lines have other cells beside them, each begins
// another entry, and a cell has few of them.
func (p *Page) Running(blocks []Block) []bool {
	var parts []Block // of one pitch
	for k := range blocks {
		parts = p.samePitch(&blocks[k], parts)
	}
	like := make([]bool, len(p.Segments))
	reads := make([]bool, len(parts))
	for k := range parts {
		b := &parts[k]
		b.Prose, reads[k] = p.isProse(b)
		if b.Prose {
			for _, i := range b.Segments {
				like[i] = true
			}
		}
	}
	company := make([]int32, len(p.Lines)) // segments of each line that are not
	for i := range p.Segments {
		if !like[i] {
			company[p.Segments[i].Line]++
		}
	}
	rows := p.rowStarts(like, company)
	for k := range parts {
		b := &parts[k]
		if b.Prose && (p.inRows(b, rows, company) || !reads[k] && p.hasCompany(b, company)) {
			for _, i := range b.Segments {
				like[i] = false
			}
		}
	}
	return like
}

// hasCompany reports whether too many lines of a block have something beside them.
func (p *Page) hasCompany(b *Block, company []int32) bool {
	n := 0
	for _, i := range b.Segments {
		if company[p.Segments[i].Line] > 0 {
			n++
		}
	}
	return float32(n) > maxCompany*float32(len(b.Segments))
}

// samePitch appends the parts of a block whose lines are set at one pitch.
func (p *Page) samePitch(b *Block, out []Block) []Block {
	pitch := float32(1e9)
	for k := 1; k < len(b.Segments); k++ {
		pitch = min(pitch, p.Segments[b.Segments[k]].Base-p.Segments[b.Segments[k-1]].Base)
	}
	from := 0
	for k := 1; k <= len(b.Segments); k++ {
		if k < len(b.Segments) && p.Segments[b.Segments[k]].Base-p.Segments[b.Segments[k-1]].Base < maxPitchRatio*pitch {
			continue
		}
		part := Block{Segments: b.Segments[from:k], Box: p.Segments[b.Segments[from]].Box}
		for _, i := range part.Segments {
			part.Box = Union(part.Box, p.Segments[i].Box)
		}
		out = append(out, part)
		from = k
	}
	return out
}

// firstSegments returns for each line the index of its first segment.
func (p *Page) firstSegments() []int32 {
	first := make([]int32, len(p.Lines)+1)
	k := 0
	for l := range p.Lines {
		for k < len(p.Segments) && int(p.Segments[k].Line) < l {
			k++
		}
		first[l] = int32(k)
	}
	first[len(p.Lines)] = int32(len(p.Segments))
	return first
}

// nextBelow returns the segment that continues segment i in the lines below, or -1:
// the only one that overlaps it, of the same size and close enough.
func (p *Page) nextBelow(i int32, first []int32, skip func(int32) bool) int32 {
	s := &p.Segments[i]
	for l := int(s.Line) + 1; l < len(p.Lines); l++ {
		if p.Lines[l].Base-s.Base > maxProsePitch*s.Size {
			return -1
		}
		found := int32(-1)
		for k := first[l]; k < first[l+1]; k++ {
			t := &p.Segments[k]
			if Overlap(s.Box.X0, s.Box.X1, t.Box.X0, t.Box.X1) <= 0 {
				continue
			}
			if found >= 0 || skip != nil && skip(k) {
				return -1 // two below one: no column of text
			}
			found = k
		}
		if found < 0 {
			continue
		}
		t := &p.Segments[found]
		if t.Size > s.Size*1.12 || t.Size < s.Size*0.88 {
			return -1
		}
		return found
	}
	return -1
}

// isProse reports whether a block looks like running text by itself, and
// whether it also reads on from line to line.
func (p *Page) isProse(b *Block) (prose, reads bool) {
	n := len(b.Segments)
	if n < minProseLines {
		return false, false
	}
	size := p.Segments[b.Segments[0]].Size
	width := b.Box.X1 - b.Box.X0
	if width < minProseWidth*size {
		return false, false
	}
	full, words, letters, all, low := 0, 0, 0, 0, 0
	for k, i := range b.Segments {
		s := &p.Segments[i]
		if k < n-1 && s.Box.X1-b.Box.X0 >= minFullWidth*width && s.Box.X1-s.Box.X0 > 0.6*width {
			full++
		}
		words += len(s.Words)
		if r, _ := utf8.DecodeRuneInString(p.Words[s.Words[0]].Text); k > 0 && unicode.IsLower(r) {
			low++
		}
		for _, w := range s.Words {
			for _, r := range p.Words[w].Text {
				all++
				if unicode.IsLetter(r) {
					letters++
				}
			}
		}
	}
	prose = float32(full) >= minFullShare*float32(n-1) && float32(words) >= minProseWords*float32(n) && letters*10 >= all*7
	return prose, float32(low) >= minReadsOn*float32(n-1)
}
