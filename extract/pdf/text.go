// This file makes runs of words: their text with blanks and line ends, and what
// the eye sees of it: bold, italic, raised, coloured, on a coloured ground.

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
	// pdfRaised in em is how far above its line a small letter stands that is a
	// superscript; subscripts hang half as far below.
	pdfRaised = 0.13
	// pdfSmall: raised type is at most this part of the line's size.
	pdfSmall = 0.86
	// pdfDark is the lightest grey that counts as black: CMYK black and the
	// soft blacks of office themes stay below.
	pdfDark = 0x58
	// pdfGrey is how far a colour's channels may differ for it to be grey.
	pdfGrey = 0x18
	// pdfPaper: a ground at least as light in all channels is paper.
	pdfPaper = 0xfa
	// pdfMaxFills bounds how many fills of a page can be grounds of text.
	pdfMaxFills = 4000
	// pdfBlank in em parts two words of different baselines or sizes.
	pdfBlank = 0.15
)

// A pdfPage is one page while its words become runs.
type pdfPage struct {
	*layout.Page
	number int32
	fills  []ink.Fill // that can be told from paper, in painting order
	order  []int32    // of the words: the line that each stands in
	bases  []float32  // of each word's line
	sizes  []float32
	ruled  map[int32]document.StyleFlags // words that rules are drawn through or under
	// leading in em is how far the lines of its running text stand apart.
	leading float32
}

func newPDFPage(p *layout.Page) *pdfPage {
	pg := &pdfPage{Page: p, number: int32(p.Number), order: make([]int32, len(p.Words)), bases: make([]float32, len(p.Words)), sizes: make([]float32, len(p.Words))}
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
		if len(pg.fills) == pdfMaxFills {
			break
		}
	}
	return pg
}

func (pg *pdfPage) at(b document.Box) document.Pos {
	if b.IsZero() {
		return document.Pos{Page: pg.number}
	}
	return document.Pos{Page: pg.number, Box: &b}
}

// pdfColor is a colour as a style has it: black and its like are none.
func pdfColor(c ink.Color) document.Color {
	lo, hi := channels(c)
	if c == 0 || hi <= pdfDark && hi-lo <= pdfGrey {
		return 0
	}
	return document.Color(c)
}

func channels(c ink.Color) (lo, hi uint8) {
	r, g, b := uint8(c>>16), uint8(c>>8), uint8(c)
	return min(r, g, b), max(r, g, b)
}

// ground returns the colour behind a point: that of the last fill painted there.
func (pg *pdfPage) ground(x, y float32) document.Color {
	for k := len(pg.fills) - 1; k >= 0; k-- {
		if f := &pg.fills[k]; layout.Inside(f.Box, x, y) {
			if lo, _ := channels(f.Color); lo >= pdfPaper {
				return 0
			}
			return document.Color(f.Color)
		}
	}
	return 0
}

// style returns what the eye sees of a glyph.
func (pg *pdfPage) style(w *layout.Word, wi int32, g *ink.Glyph) document.Style {
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
	if w.Angle == 0 && g.Size <= pdfSmall*pg.sizes[wi] {
		switch up := (pg.bases[wi] - g.Origin.Y) / pg.sizes[wi]; {
		case up >= pdfRaised:
			s.Flags |= document.Superscript
		case up <= -pdfRaised/2:
			s.Flags |= document.Subscript
		}
	}
	s.Color = pdfColor(g.Color)
	return s
}

// A pdfText collects runs.
type pdfText struct {
	pg   *pdfPage
	runs []document.Run
	b    strings.Builder
	cur  document.Style
}

func (t *pdfText) add(s string, st document.Style) {
	if t.b.Len() > 0 && st != t.cur {
		t.flush()
	}
	t.cur = st
	t.b.WriteString(s)
}

// join adds text between words in the style of what stands before it.
func (t *pdfText) join(s string) {
	t.b.WriteString(s)
}

func (t *pdfText) flush() {
	if t.b.Len() > 0 {
		t.runs = append(t.runs, document.Run{Text: t.b.String(), Style: t.cur})
		t.b.Reset()
	}
}

// word adds a word, glyph by glyph.
func (t *pdfText) word(i int32) {
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
		t.add(layout.Letters(g.Rune), st)
	}
}

// dropHyphen takes a hyphen off the end of what was added.
func (t *pdfText) dropHyphen() {
	s := t.b.String()
	_, n := utf8.DecodeLastRuneInString(s)
	t.b.Reset()
	t.b.WriteString(s[:len(s)-n])
}

// blankBetween reports whether a blank stands between two neighbouring words of
// one line.
func (pg *pdfPage) blankBetween(a, b *layout.Word) bool {
	em := max(a.Size, b.Size)
	if d := a.Base - b.Base; max(d, -d) > 0.09*em || a.Size != b.Size {
		gap := b.Box.X0 - a.Box.X1
		return gap > pdfBlank*em
	}
	return b.Blank
}

// runs returns the text of words, which stand in reading order. Lines are joined
// with a blank, but after a hyphen. soft says that a hyphen at a line's end may
// be one that only the line's end put there; cut, if it is not nil, which words are
// the rest of one above.
func (pg *pdfPage) runs(words []int32, soft bool, cut []bool) []document.Run {
	t := &pdfText{pg: pg}
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

func (pg *pdfPage) sameLine(a, b int32) bool {
	if pg.order[a] >= 0 {
		return pg.order[a] == pg.order[b]
	}
	wa, wb := &pg.Words[a], &pg.Words[b]
	if wa.Angle != wb.Angle {
		return false
	}
	const tol = 0.3 // em
	if wa.Angle == 90 || wa.Angle == 270 {
		xa, _ := layout.Middle(wa.Box)
		xb, _ := layout.Middle(wb.Box)
		return max(xa-xb, xb-xa) < tol*wa.Size
	}
	return max(wa.Base-wb.Base, wb.Base-wa.Base) < tol*wa.Size
}

// lineEnd joins the end of a line and the start of the next one.
func (t *pdfText) lineEnd(a, b *layout.Word, soft bool) {
	last, _ := utf8.DecodeLastRuneInString(a.Text)
	if last != '-' && last != '‐' && last != '\u00ad' {
		t.join(" ")
		return
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a.Text, "-‐\u00ad"))
	first, _ := utf8.DecodeRuneInString(b.Text)
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) {
		t.join(" ") // a dash that stands alone
		return
	}
	if unicode.IsLower(before) && unicode.IsLower(first) && (soft || t.softHyphen(a)) {
		t.dropHyphen()
	}
}

func (t *pdfText) softHyphen(a *layout.Word) bool {
	return t.pg.Glyphs[a.Glyphs[len(a.Glyphs)-1]].Rune == 0xad
}

// inReading sorts words by line, then left to right.
func (pg *pdfPage) inReading(words []int32) []int32 {
	out := slices.Clone(words)
	slices.SortStableFunc(out, func(a, b int32) int {
		return cmp.Or(cmp.Compare(pg.order[a], pg.order[b]), cmp.Compare(pg.Words[a].Box.X0, pg.Words[b].Box.X0))
	})
	return out
}
