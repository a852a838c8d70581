// This file makes runs of words: their text with blanks and line ends, and its
// style: bold, italic, raised, coloured, on a coloured ground.

package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// minRaised is the least height of a superscript above its line, in em; a
	// subscript is at least half of it below.
	minRaised = 0.13
	// maxRaisedScale is the largest ratio of raised type to the size of its line.
	maxRaisedScale = 0.86
	// maxBlack is the lightest grey, of 255, that counts as black: CMYK black and
	// the soft blacks of office themes are darker.
	maxBlack = 0x58
	// maxGreySpread is the largest difference between the channels of a grey, of 255.
	maxGreySpread = 0x18
	// minPaper is the least value of each channel, of 255, of a ground that counts
	// as paper.
	minPaper = 0xfa
	// maxGroundFills is the largest number of fills of a page that are tried as
	// grounds of text; a drawing has more.
	maxGroundFills = 4000
	// minBlank is the least gap, in em, that is a blank between words of different
	// baselines or sizes.
	minBlank = 0.15
	// maxBaseShift is the largest difference, in em, between the baselines of words
	// whose blanks package layout judges.
	maxBaseShift = 0.09
	// maxLineShift is the largest difference, in em, between the baselines of two
	// words of one line of turned text.
	maxLineShift = 0.3
)

// A textPage is a page with what is needed to make runs of its words.
type textPage struct {
	*layout.Page
	number  int32
	fills   []ink.Fill // those that differ from paper, in painting order
	order   []int32    // of each word: its line, -1 for turned words
	bases   []float32  // of each word's line
	sizes   []float32
	ruled   map[int32]document.StyleFlags // words that rules are drawn through or under
	leading float32                       // usual distance of lines of running text, in em
}

func newTextPage(p *layout.Page) *textPage {
	pg := &textPage{Page: p, number: int32(p.Number), order: make([]int32, len(p.Words)), bases: make([]float32, len(p.Words)), sizes: make([]float32, len(p.Words))}
	for i := range p.Words {
		pg.order[i], pg.bases[i], pg.sizes[i] = -1, p.Words[i].Base, p.Words[i].Size
	}
	for k := range p.Lines {
		l := &p.Lines[k]
		for _, i := range l.Words {
			pg.order[i], pg.bases[i], pg.sizes[i] = int32(k), l.Base, l.Size
		}
	}
	pg.leading = leading(p)
	p.Ruled(func(w int32, struck bool) {
		if pg.ruled == nil {
			pg.ruled = map[int32]document.StyleFlags{}
		}
		if struck {
			pg.ruled[w] |= document.Strike
		} else {
			pg.ruled[w] |= document.Underline
		}
	})
	area := p.Width * p.Height
	for _, f := range p.Fills {
		if f.Rough && !f.Highlight || f.Color == 0 || layout.Area(f.Box) > area/2 {
			continue
		}
		pg.fills = append(pg.fills, f)
		if len(pg.fills) == maxGroundFills {
			break
		}
	}
	return pg
}

// pos returns the position of a box on the page.
func (pg *textPage) pos(b document.Box) document.Pos {
	if b.IsZero() {
		return document.Pos{Page: pg.number}
	}
	return document.Pos{Page: pg.number, Box: &b}
}

// inkColor returns a colour for a style; 0, no colour, for black and near-black.
func inkColor(c ink.Color) document.Color {
	lo, hi := channels(c)
	if c == 0 || hi <= maxBlack && hi-lo <= maxGreySpread {
		return 0
	}
	return document.Color(c)
}

// channels returns the least and the largest channel of a colour.
func channels(c ink.Color) (lo, hi uint8) {
	r, g, b := uint8(c>>16), uint8(c>>8), uint8(c)
	return min(r, g, b), max(r, g, b)
}

// ground returns the colour below a point: that of the last fill painted there, 0
// for paper.
func (pg *textPage) ground(x, y float32) document.Color {
	for k := len(pg.fills) - 1; k >= 0; k-- {
		if f := &pg.fills[k]; layout.Inside(f.Box, x, y) {
			if lo, _ := channels(f.Color); lo >= minPaper {
				return 0
			}
			return document.Color(f.Color)
		}
	}
	return 0
}

// style returns the style of a glyph of word w, whose index is wi.
func (pg *textPage) style(w *layout.Word, wi int32, g *ink.Glyph) document.Style {
	var s document.Style
	if g.Font >= 0 && int(g.Font) < len(pg.Fonts) {
		f := &pg.Fonts[g.Font]
		if f.Bold {
			s.Flags |= document.Bold
		}
		if f.Italic {
			s.Flags |= document.Italic
		}
	}
	if w.Double {
		s.Flags |= document.Bold
	}
	s.Flags |= pg.ruled[wi]
	if rise := pg.bases[wi] - g.Origin.Y; w.Angle == 0 && (g.Size <= maxRaisedScale*pg.sizes[wi] || layout.IsRaised(w, pg.sizes[wi], rise)) {
		switch up := rise / pg.sizes[wi]; {
		case up >= minRaised:
			s.Flags |= document.Superscript
		case up <= -minRaised/2:
			s.Flags |= document.Subscript
		}
	}
	s.Color = inkColor(g.Color)
	return s
}

// raised reports whether a word is a superscript of its line.
func (pg *textPage) raised(i int32) bool {
	w := &pg.Words[i]
	rise := pg.bases[i] - w.Base
	return w.Angle == 0 && (w.Size <= maxRaisedScale*pg.sizes[i] || layout.IsRaised(w, pg.sizes[i], rise)) && rise >= minRaised*pg.sizes[i]
}

// A runBuilder collects runs: text of one style each.
type runBuilder struct {
	pg   *textPage
	runs []document.Run
	b    strings.Builder
	cur  document.Style
}

// write appends text of a style.
func (t *runBuilder) write(s string, st document.Style) {
	if t.b.Len() > 0 && st != t.cur {
		t.flush()
	}
	t.cur = st
	t.b.WriteString(s)
}

// join appends text between words, in the style of what is before it.
func (t *runBuilder) join(s string) { t.b.WriteString(s) }

// flush ends a run.
func (t *runBuilder) flush() {
	if t.b.Len() > 0 {
		t.runs = append(t.runs, document.Run{Text: t.b.String(), Style: t.cur})
		t.b.Reset()
	}
}

// word appends word i, glyph by glyph.
func (t *runBuilder) word(i int32) {
	w := &t.pg.Words[i]
	x, y := layout.Middle(w.Box)
	fill := t.pg.ground(x, y)
	for _, gi := range w.Glyphs {
		g := &t.pg.Glyphs[gi]
		st := t.pg.style(w, i, g)
		st.Fill = fill
		if fill == 0 {
			gx, _ := layout.Middle(g.Box)
			st.Fill = t.pg.ground(gx, y)
		}
		t.write(layout.Letters(g.Rune), st)
	}
}

// dropHyphen removes the last letter, a hyphen.
func (t *runBuilder) dropHyphen() {
	s := t.b.String()
	_, n := utf8.DecodeLastRuneInString(s)
	t.b.Reset()
	t.b.WriteString(s[:len(s)-n])
}

// blankBetween reports whether a blank separates two neighbouring words of a line.
func (pg *textPage) blankBetween(a, b *layout.Word) bool {
	em := max(a.Size, b.Size)
	if d := a.Base - b.Base; max(d, -d) > maxBaseShift*em || a.Size != b.Size {
		gap := b.Box.X0 - a.Box.X1
		return gap > minBlank*em
	}
	return b.Blank
}

// runs returns the text of words in reading order. Lines are joined with a blank,
// except after a hyphen. If soft is set, a hyphen at a line's end may be there only
// because the line ends. cut, if not nil, reports which words continue the last one
// of the line above.
func (pg *textPage) runs(words []int32, soft bool, cut []bool) []document.Run {
	t := &runBuilder{pg: pg}
	for n, i := range words {
		if n > 0 {
			a, b := &pg.Words[words[n-1]], &pg.Words[i]
			switch {
			case pg.sameLine(words[n-1], i):
				if pg.blankBetween(a, b) {
					t.join(" ")
				}
			case cut != nil && cut[n]:
			default:
				t.lineEnd(a, b, soft)
			}
		}
		t.word(i)
	}
	t.flush()
	return t.runs
}

// sameLine reports whether two words are on one line.
func (pg *textPage) sameLine(a, b int32) bool {
	if pg.order[a] >= 0 {
		return pg.order[a] == pg.order[b]
	}
	wa, wb := &pg.Words[a], &pg.Words[b]
	if wa.Angle != wb.Angle {
		return false
	}
	if wa.Angle == 90 || wa.Angle == 270 {
		xa, _ := layout.Middle(wa.Box)
		xb, _ := layout.Middle(wb.Box)
		return max(xa-xb, xb-xa) < maxLineShift*wa.Size
	}
	return max(wa.Base-wb.Base, wb.Base-wa.Base) < maxLineShift*wa.Size
}

// lineEnd joins the end of a line and the start of the next one.
func (t *runBuilder) lineEnd(a, b *layout.Word, soft bool) {
	last, _ := utf8.DecodeLastRuneInString(a.Text)
	if last == '–' && betweenFigures(a.Text, b.Text) {
		return // a score or a range that its cell wraps
	}
	if last != '-' && last != '‐' && last != '\u00ad' {
		t.join(" ")
		return
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a.Text, "-‐\u00ad"))
	first, _ := utf8.DecodeRuneInString(b.Text)
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) {
		t.join(" ") // a dash by itself
		return
	}
	if unicode.IsLower(before) && unicode.IsLower(first) && (soft || t.softHyphen(a)) {
		t.dropHyphen()
	}
}

// betweenFigures reports whether a word that ends with a dash and the next one are
// the two sides of a score or of a range of figures.
func betweenFigures(a, b string) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(a, "–"))
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.IsDigit(before) && unicode.IsDigit(first)
}

// softHyphen reports whether a word ends with U+00AD.
func (t *runBuilder) softHyphen(a *layout.Word) bool {
	return t.pg.Glyphs[a.Glyphs[len(a.Glyphs)-1]].Rune == 0xad
}

// readingOrder returns words sorted by line, then left to right.
func (pg *textPage) readingOrder(words []int32) []int32 {
	out := slices.Clone(words)
	slices.SortStableFunc(out, func(a, b int32) int {
		return cmp.Or(cmp.Compare(pg.order[a], pg.order[b]), cmp.Compare(pg.Words[a].Box.X0, pg.Words[b].Box.X0))
	})
	return out
}
