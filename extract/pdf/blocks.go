// This file cuts columns of text into headings, paragraphs and lists.

package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// pdfBreak: a line distance so many times the usual one of its column parts
	// paragraphs.
	pdfBreak = 1.25
	// pdfLoose in em: lines so far apart are of one paragraph only on pages
	// that are set so throughout.
	pdfLoose = 1.5
	// pdfIndent in em begins a paragraph where the lines around do not have it.
	pdfIndent = 0.9
	// pdfRoom in em must be left on a line, besides its next word, for its end to
	// be its author's: ragged lines leave up to a word.
	pdfRoom = 3
	// pdfSentenceRoom in em is enough where the line ends as a sentence does and
	// the next begins as one.
	pdfSentenceRoom = 0.5
	// pdfTitleSize: type so many times the size of most of a page heads something.
	pdfTitleSize = 1.12
	// pdfTitleLong is how many letters a heading has at most.
	pdfTitleLong = 200
	// pdfBoldLong is how many a heading has that is told by bold type alone.
	pdfBoldLong = 110
)

// leading returns the distance in em of most neighbouring lines of a page's
// running text: the lower third of those that stand right below each other.
func leading(p *layout.Page) float32 {
	var d []float32
	for k := 1; k < len(p.Segments); k++ {
		s := &p.Segments[k]
		for j := k - 1; j >= 0 && j >= k-4; j-- {
			t := &p.Segments[j]
			if t.Line == s.Line || t.Size != s.Size || layout.Overlap(s.Box.X0, s.Box.X1, t.Box.X0, t.Box.X1) <= 0 {
				continue
			}
			if e := (s.Base - t.Base) / s.Size; e > 0.8 && e < 3 {
				d = append(d, e)
			}
			break
		}
	}
	if len(d) < 3 {
		return 1.2
	}
	slices.Sort(d)
	return d[len(d)/3]
}

// A pdfTitle is a heading whose level is still open.
type pdfTitle struct {
	h    *document.Heading
	size float32
}

// A pdfLine is one line of a column of text.
type pdfLine struct {
	words  []int32
	box    layout.Box
	base   float32
	size   float32
	bold   bool
	bullet bool
	dot    bool // its bullet is drawn, not printed
	marked bool // begins with the sign or number of an item
}

func (pg *pdfPage) line(s *layout.Segment) pdfLine {
	l := pdfLine{words: s.Words, box: s.Box, base: s.Base, size: s.Size, bold: true}
	for _, i := range s.Words {
		if w := &pg.Words[i]; !w.Bold && !w.Double {
			l.bold = false
		}
	}
	first := pg.Words[s.Words[0]].Text
	if pg.Words[s.Words[0]].Dot {
		l.dot, l.bullet, l.marked = true, true, true
	} else if len(s.Words) > 1 {
		l.bullet = pg.Bullet(s.Words[0], s.Words[1])
		l.marked = l.bullet || layout.IsMarker(first) && pg.Words[s.Words[0]].Size >= 0.9*s.Size
	}
	return l
}

// addText adds the blocks of a column of text.
// right is where its column ends, wide where it may end at most.
func (r *pdfDoc) addText(pg *pdfPage, text *layout.Page, b *layout.Block, right, wide float32) {
	var lines []pdfLine
	for _, i := range b.Segments {
		lines = append(lines, pg.line(&text.Segments[i]))
	}
	switch {
	case pg.authored(lines, b.Box.X1):
		right = max(right, wide)
	case b.Prose:
		right = b.Box.X1 // its own full lines say where the column ends
	}
	pitch := usualPitch(lines)
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !breaks(pg, lines, from, to, pitch, b, right) {
			to++
		}
		r.addLines(pg, lines[from:to], b, right)
		from = to
	}
}

// authored reports whether at least half of the lines but the last end where
// the next word would have fitted: their author ended them, and the widest says
// nothing of where the column ends.
func (pg *pdfPage) authored(lines []pdfLine, right float32) bool {
	short := 0
	for k := 1; k < len(lines); k++ {
		if pg.room(&lines[k-1], &lines[k], right) {
			short++
		}
	}
	return short > 0 && 2*short >= len(lines)-1
}

// room reports whether the first word of a line would have fitted at the end of
// the line before it.
func (pg *pdfPage) room(prev, l *pdfLine, right float32) bool {
	next := &pg.Words[l.words[0]]
	margin := float32(pdfRoom)
	if first, _ := utf8.DecodeRuneInString(next.Text); ends(pg, prev) && !unicode.IsLower(first) {
		margin = pdfSentenceRoom
	}
	return right-prev.box.X1 > next.Box.X1-next.Box.X0+margin*l.size
}

// usualPitch returns the distance of most neighbouring lines.
func usualPitch(lines []pdfLine) float32 {
	var d []float32
	for k := 1; k < len(lines); k++ {
		d = append(d, lines[k].base-lines[k-1].base)
	}
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[len(d)/3] // paragraphs are parted by the wider ones
}

// breaks reports whether line k begins something new after lines from..k-1.
func breaks(pg *pdfPage, lines []pdfLine, from, k int, pitch float32, b *layout.Block, right float32) bool {
	l, prev := &lines[k], &lines[k-1]
	switch {
	case l.base-prev.base > pdfBreak*pitch && l.base-prev.base > pdfBreak*1.05*l.size:
		return true
	case l.base-prev.base > pdfLoose*l.size && pitch > pg.leading*1.2*l.size:
		return true // a column of few lines: the page says how far lines stand apart
	case l.bold != prev.bold && (prev.bold || ends(pg, prev)) && !lines[from].marked:
		return true
	case l.size > 1.05*prev.size || l.size < 0.95*prev.size:
		return true
	case l.marked && (l.bullet || lines[from].marked || l.box.X0 >= lines[from].box.X0-0.5*l.size && ends(pg, prev)):
		return true
	case lines[from].marked:
		// An item ends where a line begins left of it, and where one begins right
		// below its bullet that would have had room to go on.
		return l.box.X0 < lines[from].box.X0-0.5*l.size || l.box.X0 < lines[from].box.X0+0.4*l.size && pg.room(prev, l, right)
	}
	// An indented first line, where the one before did not fill its line.
	return l.box.X0-prev.box.X0 > pdfIndent*l.size && k-from >= 2 && b.Box.X1-prev.box.X1 > pdfIndent*l.size
}

// ends reports whether a line ends as a sentence or an item does.
func ends(pg *pdfPage, l *pdfLine) bool {
	r, _ := utf8.DecodeLastRuneInString(pg.Words[l.words[len(l.words)-1]].Text)
	return strings.ContainsRune(".:;!?…»)", r)
}

// addLines adds the block that some lines make.
func (r *pdfDoc) addLines(pg *pdfPage, lines []pdfLine, b *layout.Block, right float32) {
	at := lines[0].box
	var words []int32
	for k := range lines {
		at = layout.Union(at, lines[k].box)
		words = append(words, lines[k].words...)
	}
	pos := pg.at(box(at))
	first := &lines[0]
	if first.bullet || first.marked && !first.bold {
		item := document.Item{At: pos, Marker: "•"}
		if !first.dot {
			item.Marker, words = pg.Words[words[0]].Text, words[1:]
		}
		item.Runs = pg.runs(words, justified(lines, b), nil)
		r.doc.Blocks = append(r.doc.Blocks, &document.List{Frame: document.Frame{At: pos}, Items: []document.Item{item}})
		return
	}
	runs := pg.lineRuns(lines, b, right)
	n := utf8.RuneCountInString(document.Plain(runs))
	text := document.Plain(runs)
	big := first.size >= pdfTitleSize*pg.Em && n <= pdfTitleLong
	if hasLetters(text) && (big || allBold(lines) && n <= pdfBoldLong && len(lines) <= 2 && !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ",")) {
		runs = titleRuns(runs)
		h := &document.Heading{Frame: document.Frame{At: pos}, Level: 1, Runs: runs}
		r.doc.Blocks = append(r.doc.Blocks, h)
		r.titles = append(r.titles, pdfTitle{h: h, size: first.size})
		return
	}
	r.doc.Blocks = append(r.doc.Blocks, &document.Paragraph{Frame: document.Frame{At: pos}, Runs: runs})
}

// titleRuns returns the runs of a heading: its lines are one line, and what all
// of it looks like says only that it is a heading.
func titleRuns(runs []document.Run) []document.Run {
	common := runs[0].Style
	for _, r := range runs {
		common.Flags &= r.Style.Flags
		if r.Style.Color != common.Color {
			common.Color = 0
		}
	}
	var out []document.Run
	for _, r := range runs {
		r.Text = strings.ReplaceAll(r.Text, "\n", " ")
		r.Style.Flags &^= common.Flags & document.Bold
		if r.Style.Color == common.Color {
			r.Style.Color = 0
		}
		if n := len(out); n > 0 && out[n-1].Style == r.Style {
			out[n-1].Text += r.Text
			continue
		}
		out = append(out, r)
	}
	return out
}

func hasLetters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

func allBold(lines []pdfLine) bool {
	for k := range lines {
		if !lines[k].bold {
			return false
		}
	}
	return true
}

// justified reports whether nearly all lines but the last fill their column to
// its right edge: only such type is hyphenated at line ends as a rule.
func justified(lines []pdfLine, b *layout.Block) bool {
	if len(lines) < 3 {
		return b.Prose && len(lines) == 2 && b.Box.X1-lines[0].box.X1 < 0.3*lines[0].size
	}
	full := 0
	for k := range lines[:len(lines)-1] {
		if b.Box.X1-lines[k].box.X1 <= 0.6*lines[k].size {
			full++
		}
	}
	return full*20 >= (len(lines)-1)*17
}

// lineRuns returns the runs of a paragraph: a line that ends though the next
// word would have fitted was ended by its author, and is kept as a line.
func (pg *pdfPage) lineRuns(lines []pdfLine, b *layout.Block, right float32) []document.Run {
	soft := justified(lines, b)
	t := &pdfText{pg: pg}
	for k := range lines {
		l := &lines[k]
		for n, i := range l.words {
			switch {
			case n > 0:
				if pg.blankBetween(&pg.Words[l.words[n-1]], &pg.Words[i]) {
					t.join(" ")
				}
			case k > 0:
				prev := &lines[k-1]
				next := &pg.Words[i]
				if pg.room(prev, l, right) && !pg.hyphened(prev) {
					t.join("\n")
				} else {
					t.lineEnd(&pg.Words[prev.words[len(prev.words)-1]], next, soft)
				}
			}
			t.word(i)
		}
	}
	t.flush()
	return t.runs
}

// hyphened reports whether a line ends inside a word, as no author ends one.
func (pg *pdfPage) hyphened(l *pdfLine) bool {
	text, ok := strings.CutSuffix(pg.Words[l.words[len(l.words)-1]].Text, "-")
	before, _ := utf8.DecodeLastRuneInString(text)
	return ok && unicode.IsLower(before)
}

// levels gives headings their levels: the largest type is level 1.
func (r *pdfDoc) levels() {
	var sizes []int
	for _, t := range r.titles {
		sizes = append(sizes, int(t.size*2+0.5))
	}
	slices.SortFunc(sizes, func(a, b int) int { return cmp.Compare(b, a) })
	sizes = slices.Compact(sizes)
	for _, t := range r.titles {
		n, _ := slices.BinarySearchFunc(sizes, int(t.size*2+0.5), func(a, b int) int { return cmp.Compare(b, a) })
		t.h.Level = min(n+1, 6)
	}
}
