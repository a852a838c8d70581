// Running text is told from everything else by how its lines fill their
// column: stacked at one pitch, of one size, most of them as wide as the widest.

package layout

import (
	"unicode"
	"unicode/utf8"
)

const (
	// prosePitch in em: lines of running text are not set farther apart (double
	// spaced typescript is 2.3 em).
	prosePitch = 2.45
	// proseWidth in em: narrower columns are cells or captions of margins.
	proseWidth = 15
	// proseFull: a line that reaches this part of its block's width is full.
	proseFull = 0.85
	// pitchPart: a line so many times farther from the one above than the
	// closest lines of its block begins a new part.
	pitchPart = 1.2
	// proseLines makes a block prose; fewer lines tell too little.
	proseLines = 3
	// proseShare of the lines but the last must be full.
	proseShare = 0.55
	// proseReads: where this part of the lines begins with a small letter, the
	// text reads on.
	proseReads = 0.4
	// proseCompany: of text that does not, no more lines than this part may have
	// something beside them that is not running text too.
	proseCompany = 0.4
	// proseWords a line, on average.
	proseWords = 4.5
)

// A Block is segments stacked one below another.
type Block struct {
	Segments []int32 // indices into Page.Segments, top to bottom
	Box      Box
	Prose    bool // looks like running text; see Running
}

// Blocks stacks the page's segments, and says which stacks are running text.
// Segments for which skip answers true are left out.
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
		if t := p.below(int32(i), first, skip); t >= 0 && above[t] < 0 {
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
// segment k: beside it stands something below the width of the block so far.
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
// table may look like it; but there the lines have company, begin anew each
// time, and stand in groups of few.
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
	return float32(n) > proseCompany*float32(len(b.Segments))
}

// samePitch appends the parts of a block whose lines stand at one distance.
func (p *Page) samePitch(b *Block, out []Block) []Block {
	pitch := float32(1e9)
	for k := 1; k < len(b.Segments); k++ {
		pitch = min(pitch, p.Segments[b.Segments[k]].Base-p.Segments[b.Segments[k-1]].Base)
	}
	from := 0
	for k := 1; k <= len(b.Segments); k++ {
		if k < len(b.Segments) && p.Segments[b.Segments[k]].Base-p.Segments[b.Segments[k-1]].Base < pitchPart*pitch {
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

// below returns the segment that goes on below segment i, or -1: the only one
// of the next lines that overlaps it, of the same size, close enough.
func (p *Page) below(i int32, first []int32, skip func(int32) bool) int32 {
	s := &p.Segments[i]
	for l := int(s.Line) + 1; l < len(p.Lines); l++ {
		if p.Lines[l].Base-s.Base > prosePitch*s.Size {
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
	if n < proseLines {
		return false, false
	}
	size := p.Segments[b.Segments[0]].Size
	width := b.Box.X1 - b.Box.X0
	if width < proseWidth*size {
		return false, false
	}
	full, words, letters, all, low := 0, 0, 0, 0, 0
	for k, i := range b.Segments {
		s := &p.Segments[i]
		if k < n-1 && s.Box.X1-b.Box.X0 >= proseFull*width && s.Box.X1-s.Box.X0 > 0.6*width {
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
	prose = float32(full) >= proseShare*float32(n-1) && float32(words) >= proseWords*float32(n) && letters*10 >= all*7
	return prose, float32(low) >= proseReads*float32(n-1)
}
