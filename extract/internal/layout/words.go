// This file makes words of glyphs, by their boxes alone: the order in which a file
// paints its glyphs means nothing, and many files print no blanks.

package layout

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// wordGap in em is the widest gap inside a word: the narrowest blank of tightly
	// justified type has about .17 em, the widest kerning about .1 em.
	wordGap = 0.15
	// wordGapWithBlanks in em is the same on lines whose blanks are printed: there
	// a wider gap without a blank is letter-spacing.
	wordGapWithBlanks = 0.19
	// blankGap in em is the least gap around a printed blank that counts: some
	// producers print blanks and then step back over them.
	blankGap = 0.04
	// sameBase in em is how far the baselines of one word's glyphs may differ.
	sameBase = 0.09
	// doubleShift in em is how far off a letter may be painted again as fake bold or
	// a shadow.
	doubleShift = 0.18
	// minSpacing in em is the least that letter-spacing adds between letters.
	minSpacing = 0.06
)

// A Word is a stretch of glyphs with no blank between them, on one baseline.
type Word struct {
	Box    Box
	Base   float32 // y of the baseline
	Size   float32 // type size in points
	Glyphs []int32 // indices into the page's Glyphs, left to right
	Text   string
	Font   int32 // of the first glyph
	Angle  int16
	Bold   bool
	Blank  bool // a blank is printed or left before it
	Typed  bool // a blank is printed before it
	Cell   bool // it begins a column right after the text of the one before, see cutCells
	Double bool // painted twice: fake bold
	Leader bool // dots or dashes in a row: they lead the eye, or are a typed rule
	Dot    bool // it follows a drawn dot, the bullet of an item
}

// Visible reports whether a glyph is ink that people see on the page.
func Visible(p *ink.Page, g *ink.Glyph) bool {
	if g.Rune < ' ' || g.Rune == 0xfffe || unicode.IsControl(g.Rune) {
		return false
	}
	b := g.Box
	return b.X1 > 0 && b.Y1 > 0 && b.X0 < p.Width && b.Y0 < p.Height
}

// hiddenLayer reports whether the page's invisible text is its text layer: a
// scan with recognised text under the picture.
func hiddenLayer(p *ink.Page) bool {
	seen, hidden := 0, 0
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; !unicode.IsSpace(g.Rune) {
			if g.Mode == 3 {
				hidden++
			} else {
				seen++
			}
		}
	}
	return hidden > 0 && seen*10 < hidden
}

// Words returns the page's words, and which of the page's glyphs they hold
// (glyphs that are doubles of another one count as held by it).
func Words(p *ink.Page) []Word {
	hidden := hiddenLayer(p)
	byAngle := map[int16]*[]int32{}
	var angles []int16
	var last *[]int32 // of angle
	var angle int16
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if !Visible(p, g) || g.Mode == 3 && !hidden {
			continue
		}
		if last == nil || g.Angle != angle {
			if last = byAngle[g.Angle]; last == nil {
				// Nearly all glyphs of a page have the angle of its first.
				idx := make([]int32, 0, max(8, (len(p.Glyphs)-i)/(1+8*len(angles))))
				last = &idx
				byAngle[g.Angle] = last
				angles = append(angles, g.Angle)
			}
			angle = g.Angle
		}
		*last = append(*last, int32(i))
	}
	slices.Sort(angles)
	// Words of European text have some five letters.
	words := make([]Word, 0, len(p.Glyphs)/5)
	for _, a := range angles {
		words = wordsOf(p, *byAngle[a], a, words)
	}
	return words
}

// A mark is a glyph as seen along its baseline.
type mark struct {
	i         int32
	x0, x1, y float32 // along and across the baseline
	size      float32
	blank     bool
}

// wordsOf appends the words of the glyphs of one angle.
func wordsOf(p *ink.Page, idx []int32, angle int16, words []Word) []Word {
	sin, cos := math.Sincos(float64(angle) * math.Pi / 180)
	s, c := float32(sin), float32(cos)
	marks := make([]mark, len(idx))
	for k, i := range idx {
		g := &p.Glyphs[i]
		m := mark{i: i, size: max(g.Size, 1), blank: unicode.IsSpace(g.Rune)}
		switch angle {
		case 0:
			m.x0, m.x1, m.y = g.Box.X0, g.Box.X1, g.Origin.Y
		case 90:
			m.x0, m.x1, m.y = g.Box.Y0, g.Box.Y1, -g.Origin.X
		case 270:
			m.x0, m.x1, m.y = -g.Box.Y1, -g.Box.Y0, g.Origin.X
		case 180:
			m.x0, m.x1, m.y = -g.Box.X1, -g.Box.X0, -g.Origin.Y
		default: // slanted: the box says little, take the origin and half an em
			m.x0 = g.Origin.X*c + g.Origin.Y*s
			m.x1 = m.x0 + m.size/2
			m.y = g.Origin.Y*c - g.Origin.X*s
		}
		marks[k] = m
	}
	marks = byPlace(marks)
	sp := speller{p: p, glyphs: make([]int32, 0, len(marks))}
	for from := 0; from < len(marks); {
		to := from + 1
		for to < len(marks) {
			tol := sameBase * min(marks[to].size, marks[to-1].size)
			if marks[to].y-marks[to-1].y > tol || marks[to].y-marks[from].y > 3*tol {
				break
			}
			to++
		}
		words = sp.wordsOnBase(marks[from:to], angle, words)
		from = to
	}
	return words
}

// byPlace sorts marks by baseline, then along it. Keys of one word each sort
// several times faster than comparing marks, and a page has thousands.
func byPlace(marks []mark) []mark {
	const (
		across = 1 << 6 // steps a point, for y
		along  = 1 << 4 // for x
		zero   = 1 << 13
		most   = 1<<15 - 1 // points, after adding zero
	)
	if len(marks) >= 1<<24 {
		return marks[:0] // more than the engine gives for any page
	}
	keys := make([]uint64, len(marks))
	for k := range marks {
		y := uint64(min(max(marks[k].y+zero, 0), most) * across)
		x := uint64(min(max(marks[k].x0+zero, 0), most) * along)
		keys[k] = y<<43 | x<<24 | uint64(k)
	}
	slices.Sort(keys)
	out := make([]mark, len(marks))
	for k, key := range keys {
		out[k] = marks[key&(1<<24-1)]
	}
	return out
}

// A speller builds words, in memory that each word uses again.
type speller struct {
	p      *ink.Page
	glyphs []int32 // of all words, which hold parts of it
	text   []byte
	cur    []mark
	parts  [][]mark
	gaps   []float32
}

// wordsOnBase cuts the marks of one baseline into words.
func (sp *speller) wordsOnBase(ms []mark, angle int16, words []Word) []Word {
	p := sp.p
	along := func(a, b mark) int { return cmp.Or(cmp.Compare(a.x0, b.x0), cmp.Compare(a.i, b.i)) }
	if !slices.IsSortedFunc(ms, along) {
		slices.SortFunc(ms, along)
	}
	to := stretchEnd(ms, 0)
	limit, spaced := sp.gapLimit(ms[:to])
	parted, loose := sp.blanksPart(ms[:to])
	cur := sp.cur[:0]
	defer func() { sp.cur = cur }()
	var first, typed bool // cur starts after a blank; after one that is printed
	double, fresh := false, false
	flush := func() {
		for n, part := range sp.splitLeaders(cur) {
			w := sp.word(part, angle)
			w.Blank, w.Typed, w.Double = first || n > 0, typed && n == 0, double
			w.Leader = len(part) >= minLeader && sp.onlyLeaders(part)
			words = append(words, w)
		}
		cur, double = cur[:0], false
	}
	blank := true
	for k := 0; k < len(ms); k++ {
		m := ms[k]
		if k >= to { // of another column, which may be letter-spaced where this one is not
			flush()
			fresh = true
			from := to
			to = stretchEnd(ms, from)
			limit, spaced = sp.gapLimit(ms[from:to])
			parted, loose = sp.blanksPart(ms[from:to])
		}
		if m.blank {
			blank = true
			continue
		}
		if n := leaderRun(p, ms[k:]); n > 0 {
			flush()
			cur = append(cur, ms[k:k+n]...)
			cur = slices.DeleteFunc(cur, func(m mark) bool { return m.blank })
			first, typed = true, blank
			flush()
			blank = true
			k += n - 1
			continue
		}
		if len(cur) == 0 {
			first, typed, blank, fresh = blank || fresh, blank, false, false
			cur = append(cur, m)
			continue
		}
		last := cur[len(cur)-1]
		if ligature(p, last.i, m.i) {
			cur = append(cur, m)
			continue
		}
		if isDouble(p, cur, m) {
			double = true
			continue
		}
		em := min(m.size, last.size)
		if p.Glyphs[m.i].Font >= 0 && max(m.size, last.size) > 1.6*em {
			em = max(m.size, last.size) * 0.7
		}
		gap := m.x0 - last.x1
		switch {
		case parted && gap <= loose:
			cur = append(cur, m)
		case gap > limit+em*wordGap && !spaced, gap > limit+em*wordGapWithBlanks, blank && gap > limit+blankGap*em:
			flush()
			first, typed = true, blank
			cur = append(cur, m)
		default:
			cur = append(cur, m)
		}
		blank = false
	}
	flush()
	return words
}

// ligature reports whether two glyphs are letters of one sign, as of "ff": the
// engine gives them one after the other, at the same place.
func ligature(p *ink.Page, a, b int32) bool {
	return b == a+1 && !p.Glyphs[b].Begins && p.Glyphs[a].Box == p.Glyphs[b].Box && p.Glyphs[a].Origin == p.Glyphs[b].Origin
}

// isDouble reports whether m is painted over a like letter at the end of cur.
func isDouble(p *ink.Page, cur []mark, m mark) bool {
	for k := len(cur) - 1; k >= 0 && k >= len(cur)-3; k-- {
		if p.Glyphs[cur[k].i].Rune == p.Glyphs[m.i].Rune && m.x0-cur[k].x0 < doubleShift*min(m.size, (cur[k].x1-cur[k].x0)*2.5) {
			return true
		}
	}
	return false
}

// word makes a word of marks that follow one another.
func (sp *speller) word(ms []mark, angle int16) Word {
	p := sp.p
	g := &p.Glyphs[ms[0].i]
	from := len(sp.glyphs)
	w := Word{Box: g.Box, Base: g.Origin.Y, Size: ms[0].size, Font: g.Font, Angle: angle}
	text := sp.text[:0]
	for _, m := range ms {
		g := &p.Glyphs[m.i]
		sp.glyphs = append(sp.glyphs, m.i)
		w.Box = Union(w.Box, g.Box)
		w.Size = max(w.Size, m.size)
		text = appendLetters(text, g.Rune)
	}
	w.Glyphs = sp.glyphs[from:len(sp.glyphs):len(sp.glyphs)]
	w.Text, sp.text = string(text), text
	if int(g.Font) < len(p.Fonts) && g.Font >= 0 {
		w.Bold = p.Fonts[g.Font].Bold
	}
	return w
}

// ligatures are printed as one glyph and read as several letters.
var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st", 0xad: "-",
	0xf0b7: "•", 0xf0a7: "▪", 0xf0d8: "➢", 0xf076: "❖", 0xf0fc: "✓", // Symbol and Wingdings
}

// appendLetters appends what a glyph reads as.
func appendLetters(text []byte, r rune) []byte {
	if r >= 0xad {
		if l, ok := ligatures[r]; ok {
			return append(text, l...)
		}
	}
	return utf8.AppendRune(text, r)
}

// Letters returns what a glyph reads as: ligatures are taken apart.
func Letters(r rune) string { return string(appendLetters(nil, r)) }
