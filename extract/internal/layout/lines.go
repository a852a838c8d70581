// Words become lines (one baseline over the whole page) and segments (the
// stretches of a line between wide gaps).

package layout

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// maxBaseShift in em is how far the baselines of words on one line may differ.
	maxBaseShift = 0.28
	// maxRaise in em is how far the baseline of a superscript or subscript may be
	// from that of its line.
	maxRaise = 0.7
	// maxRaisedScale is the largest ratio of a superscript's or subscript's size to
	// that of its maxLineStep.
	maxRaisedScale = 0.86
	// maxRaisedGap in em is the widest gap between a superscript and a word of its line.
	maxRaisedGap = 0.5
	// maxMarkGap in em is the same for one that is not set smaller.
	maxMarkGap = 0.3
	// maxRaisedWords is the largest number of words of a line that holds nothing but
	// superscripts.
	maxRaisedWords = 2
	// maxLineWords is the largest number of words of a line that is searched for
	// superscripts; it keeps the search near-linear on hostile pages.
	maxLineWords = 400
	// gapSegment in em separates segments if a line next to it is white there too:
	// justified type has gaps of this width, but not one above another.
	gapSegment = 0.85
	// gapAlways in em separates segments whatever the lines around print.
	gapAlways = 2.2
	// maxMarkerGap in em is the widest gap between the sign or number of an item and
	// its text.
	maxMarkerGap = 4.5
	// minSharedGap in em is how much of a gap must be white in a neighbouring line.
	minSharedGap = 0.3
	// maxLineStep in em is the largest distance of lines that are compared for gaps.
	maxLineStep = 2.4
)

// A Ruling is a line of dashes on a page of characters: one stretch, or one over
// each column.
type Ruling struct {
	Y     float32
	Spans [][2]float32 // from x to x
}

// A Line is the words of one baseline over the whole width of the page.
type Line struct {
	Words []int32 // indices into Page.Words, left to right
	Box   Box
	Base  float32
	Size  float32
}

// A Segment is a stretch of a line without a wide gap.
type Segment struct {
	Words []int32 // indices into Page.Words, left to right
	Box   Box
	Base  float32
	Size  float32
	Line  int32 // index into Page.Lines
}

// A Page is a page taken apart into words, lines and segments.
type Page struct {
	*ink.Page
	Words    []Word
	Lines    []Line    // upright text only, top to bottom
	Segments []Segment // of Lines, in their order
	Turned   []int32   // words that do not read upright
	Em       float32   // the size that most letters have
	Typed    bool      // characters on a grid, as in a text file: running text has no wide gaps
	Rulings  []Ruling  // lines of dashes on such a page, top to bottom
}

// New takes a page apart.
func New(p *ink.Page) *Page {
	lp := &Page{Page: p, Words: Words(p)}
	lp.Em = usualSize(lp.Words)
	for i := range lp.Words {
		if lp.Words[i].Angle != 0 {
			lp.Turned = append(lp.Turned, int32(i))
		}
	}
	lp.Lines = linesOf(lp.Words)
	lp.cutAtRules()
	lp.cutCells()
	lp.findDots()
	for i := range lp.Lines {
		lp.Segments = lp.segmentsOf(i, lp.Segments)
	}
	return lp
}

// usualSize returns the size of most letters, to half a point; 10 if there are none.
func usualSize(words []Word) float32 {
	count := map[int]int{}
	best, n := 20, 0
	for i := range words {
		k := int(words[i].Size*2 + 0.5)
		count[k] += len(words[i].Glyphs)
		if c := count[k]; c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return float32(best) / 2
}

func linesOf(words []Word) []Line {
	order := make([]int32, 0, len(words))
	for i := range words {
		if words[i].Angle == 0 {
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(words[a].Base, words[b].Base), cmp.Compare(words[a].Box.X0, words[b].Box.X0), cmp.Compare(a, b))
	})
	var lines []Line
	for _, i := range order {
		w := &words[i]
		if n := len(lines); n > 0 {
			l := &lines[n-1]
			if w.Base-l.Base <= maxBaseShift*min(w.Size, l.Size) {
				if w.Size > l.Size*1.15 { // the larger type sets the baseline
					l.Base = w.Base
				}
				l.Size = max(l.Size, w.Size)
				l.Words = append(l.Words, i)
				continue
			}
		}
		lines = append(lines, Line{Words: []int32{i}, Base: w.Base, Size: w.Size})
	}
	lines = attachRaised(words, lines)
	for k := range lines {
		l := &lines[k]
		slices.SortFunc(l.Words, func(a, b int32) int {
			return cmp.Or(cmp.Compare(words[a].Box.X0, words[b].Box.X0), cmp.Compare(a, b))
		})
		l.Box = words[l.Words[0]].Box
		for _, i := range l.Words {
			l.Box = Union(l.Box, words[i].Box)
		}
	}
	return lines
}

// attachRaised moves superscripts and subscripts to the line that they belong to.
func attachRaised(words []Word, lines []Line) []Line {
	for k := range lines {
		l := &lines[k]
		keep := l.Words[:0:0]
		last, at := int32(-1), -1 // the word moved before, and the line it went to
		for _, i := range l.Words {
			if len(l.Words) > maxRaisedWords && inText(words, l, i) {
				keep = append(keep, i)
				continue
			}
			t := host(words, lines, k, i)
			if t < 0 && last >= 0 && marksOfOne(&words[last], &words[i]) {
				t = at
			}
			if t >= 0 {
				lines[t].Words = append(lines[t].Words, i)
				last, at = i, t
			} else {
				keep = append(keep, i)
			}
		}
		l.Words = keep
	}
	return slices.DeleteFunc(lines, func(l Line) bool { return len(l.Words) == 0 })
}

// inText reports whether a word has a maxLineStep of its own size on its line: it
// is part of a text of small type.
func inText(words []Word, l *Line, i int32) bool {
	w := &words[i]
	if len(l.Words) > maxLineWords {
		return true
	}
	for _, j := range l.Words {
		n := &words[j]
		gap := max(n.Box.X0-w.Box.X1, w.Box.X0-n.Box.X1)
		if j != i && gap < 2*maxRaisedGap*w.Size && !marksOfOne(w, n) && !marksOfOne(n, w) && n.Size > 0.9*w.Size && n.Size < 1.1*w.Size {
			return true
		}
	}
	return false
}

// marksOfOne reports whether b follows a as a second mark of a note does: "1 2".
func marksOfOne(a, b *Word) bool {
	const letters = 2
	gap := b.Box.X0 - a.Box.X1
	return gap > -maxRaisedGap*b.Size && gap < maxRaisedGap*b.Size && len(a.Glyphs) <= letters && len(b.Glyphs) <= letters &&
		a.Size > 0.9*b.Size && a.Size < 1.1*b.Size
}

// IsRaised reports whether a word is small enough for a superscript or subscript of text
// of a size, in points, whose baseline is rise points below its own: a mark of a letter
// or two may be as large if it is raised well.
func IsRaised(w *Word, size, rise float32) bool {
	const markLetters, minRise, maxRise = 2, 0.3, 0.55
	return w.Size < maxRaisedScale*size || len(w.Glyphs) <= markLetters && w.Size <= size && rise >= minRise*size && rise <= maxRise*size
}

// host returns the line near line k that word i is maxRaise or lowered from, or -1.
func host(words []Word, lines []Line, k int, i int32) int {
	w := &words[i]
	best, far := -1, float32(maxRaisedGap)
	for _, step := range [2]int{1, -1} {
		for t := k + step; t >= 0 && t < len(lines) && t-k <= 3 && k-t <= 3; t += step {
			l := &lines[t]
			d := l.Base - w.Base // above its line if positive
			if max(d, -d) > maxRaise*l.Size || len(l.Words) == 0 {
				break
			}
			if !IsRaised(w, l.Size, d) || len(l.Words) > maxLineWords {
				continue
			}
			for _, j := range l.Words {
				h := &words[j]
				if !IsRaised(w, h.Size, d) || max(d, -d) > maxRaise*h.Size || IsBullet(h.Text) {
					continue
				}
				gap := max(w.Box.X0-h.Box.X1, h.Box.X0-w.Box.X1) / h.Size
				if w.Size >= maxRaisedScale*h.Size && gap > maxMarkGap {
					continue
				}
				if gap > -0.5 && gap < far {
					best, far = t, gap
				}
			}
		}
	}
	return best
}

// segmentsOf appends the segments of line k.
func (p *Page) segmentsOf(k int, out []Segment) []Segment {
	l := &p.Lines[k]
	from := 0
	for n := 1; n <= len(l.Words); n++ {
		if n < len(l.Words) && !p.endsSegment(k, n) {
			continue
		}
		out = append(out, p.segment(l.Words[from:n], int32(k)))
		from = n
	}
	return out
}

// segment makes a segment of neighbouring words of a line.
func (p *Page) segment(ws []int32, line int32) Segment {
	s := Segment{Words: ws, Line: line, Box: p.Words[ws[0]].Box}
	for _, i := range ws {
		w := &p.Words[i]
		s.Box = Union(s.Box, w.Box)
		if w.Size > s.Size {
			s.Size, s.Base = w.Size, w.Base
		}
	}
	return s
}

// endsSegment reports whether the gap before word n of line k separates segments.
func (p *Page) endsSegment(k, n int) bool {
	left, right := p.Lines[k].Words[n-1], p.Lines[k].Words[n]
	a, b := &p.Words[left], &p.Words[right]
	em := min(max(a.Size, b.Size), p.Lines[k].Size)
	gap := b.Box.X0 - a.Box.X1
	if b.Cell {
		return true
	}
	if gap < gapSegment*em {
		return false
	}
	if gap < maxMarkerGap*em && n == 1 && (IsMarker(a.Text) || p.Bullet(left, right)) {
		return false // the sign of an item and its text
	}
	if gap >= gapAlways*em {
		return true
	}
	if p.stretched(k, n, gap) {
		return false
	}
	near, white := 0, 0
	for _, step := range [2]int{-1, 1} {
		for t := k + step; t >= 0 && t < len(p.Lines); t += step {
			n := &p.Lines[t]
			if d := n.Base - p.Lines[k].Base; max(d, -d) > maxLineStep*em {
				break
			}
			if n.Box.X0 > b.Box.X0 || n.Box.X1 < a.Box.X1 {
				continue // beside, as lines of another column: says nothing
			}
			near++
			if p.whiteIn(n, a.Box.X1, b.Box.X0) >= minSharedGap*em {
				white++
			}
			break
		}
	}
	return near == 0 || white > 0
}

// maxBlankShift is the largest part by which the blanks of a justified line differ.
const maxBlankShift = 0.02

// stretched reports whether the gap before word n of line k is one of the blanks
// of a justified line: among words, as wide as the blank beside it.
func (p *Page) stretched(k, n int, gap float32) bool {
	ws := p.Lines[k].Words
	even := func(i, j int32) bool {
		d := p.Words[j].Box.X0 - p.Words[i].Box.X1 - gap
		return max(d, -d) <= maxBlankShift*gap && lettered(p.Words[i].Text) && lettered(p.Words[j].Text)
	}
	return n >= 2 && lettered(p.Words[ws[n]].Text) && even(ws[n-2], ws[n-1]) ||
		n+1 < len(ws) && lettered(p.Words[ws[n-1]].Text) && even(ws[n], ws[n+1])
}

// lettered reports whether a word begins with a letter.
func lettered(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// whiteIn returns the widest stretch of x0..x1 that no word of l covers.
func (p *Page) whiteIn(l *Line, x0, x1 float32) float32 {
	at, best := x0, float32(0)
	n, _ := slices.BinarySearchFunc(l.Words, x0, func(i int32, x float32) int { return cmp.Compare(p.Words[i].Box.X0, x) })
	if n > 0 {
		at = max(at, p.Words[l.Words[n-1]].Box.X1)
	}
	for ; n < len(l.Words) && at < x1; n++ {
		b := p.Words[l.Words[n]].Box
		best = max(best, min(b.X0, x1)-at)
		at = max(at, b.X1)
	}
	return max(best, x1-at)
}

// Without returns the page without the words that are taken: its Words stay,
// its Lines and Segments are those of the others.
func (p *Page) Without(taken []bool) *Page {
	q := &Page{Page: p.Page, Words: p.Words, Em: p.Em, Typed: p.Typed, Rulings: p.Rulings}
	for k := range p.Lines {
		l := Line{Base: p.Lines[k].Base, Size: 0}
		for _, i := range p.Lines[k].Words {
			if taken[i] {
				continue
			}
			w := &p.Words[i]
			if len(l.Words) == 0 {
				l.Box = w.Box
			} else {
				l.Box = Union(l.Box, w.Box)
			}
			l.Size = max(l.Size, w.Size)
			l.Words = append(l.Words, i)
		}
		if len(l.Words) > 0 {
			q.Lines = append(q.Lines, l)
		}
	}
	for k := range q.Lines {
		q.Segments = q.segmentsOf(k, q.Segments)
	}
	return q
}

// LineAt returns the index of the first line whose baseline is at least y.
func (p *Page) LineAt(y float32) int {
	n, _ := slices.BinarySearchFunc(p.Lines, y, func(l Line, y float32) int { return cmp.Compare(l.Base, y) })
	return n
}
