// This file cuts columns of text into headings, paragraphs and items of lists.

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
	// minBreak is the least distance between two paragraphs, in usual line distances
	// of their column.
	minBreak = 1.25
	// minLooseLeading is the line distance, in em, above which two lines are of one
	// paragraph only if the whole page is set like that.
	minLooseLeading = 1.5
	// minIndent is the least indent of a paragraph's first line, in em.
	minIndent = 0.9
	// minRoom is the least room, in em, left at the end of a line besides the width
	// of the next word, if its author ended the line: ragged text leaves up to a word.
	minRoom = 3
	// minSentenceRoom is minRoom, in em, where the line ends a sentence and the next
	// begins one.
	minSentenceRoom = 0.5
	// minTitleScale is the least ratio of a heading's type size to that of most
	// letters of the page.
	minTitleScale = 1.12
	// maxTitleLetters is the largest number of letters in a heading.
	maxTitleLetters = 200
	// maxBoldTitleLetters is the same for headings that only bold type shows.
	maxBoldTitleLetters = 110
	// maxBoldTitleLines is the largest number of lines of such a heading.
	maxBoldTitleLines = 2
	// usualLeading is the line distance, in em, of a page with too few lines to
	// measure: that of word processors.
	usualLeading = 1.2
)

// leading returns the usual distance of lines of a page's running text, in em: the
// lower third of the distances between a line and the one right below it.
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
		return usualLeading
	}
	slices.Sort(d)
	return d[len(d)/3]
}

// An openHeading is a heading whose level is not known before the document ends.
type openHeading struct {
	h    *document.Heading
	size float32
}

// A textLine is one line of a column of text.
type textLine struct {
	words  []int32
	box    layout.Box
	base   float32
	size   float32
	bold   bool
	bullet bool
	dot    bool // its bullet is drawn, not printed
	marked bool // begins with a bullet or the number of an item
	note   bool // begins with a raised mark, as notes do
}

func (pg *textPage) line(s *layout.Segment) textLine {
	l := textLine{words: s.Words, box: s.Box, base: s.Base, size: s.Size, bold: true}
	for _, i := range s.Words {
		if w := &pg.Words[i]; !w.Bold && !w.Double {
			l.bold = false
		}
	}
	first := pg.Words[s.Words[0]].Text
	l.note = len(s.Words) > 1 && pg.raised(s.Words[0])
	if pg.Words[s.Words[0]].Dot {
		l.dot, l.bullet, l.marked = true, true, true
	} else if len(s.Words) > 1 {
		l.bullet = pg.Bullet(s.Words[0], s.Words[1])
		l.marked = l.bullet || layout.IsMarker(first) && pg.Words[s.Words[0]].Size >= 0.9*s.Size
	}
	return l
}

// addText adds the blocks of a column of text, whose right edge columnRight gave.
func (r *docBuilder) addText(pg *textPage, text *layout.Page, b *layout.Block, right, wide float32) {
	var lines []textLine
	for _, i := range b.Segments {
		lines = append(lines, pg.line(&text.Segments[i]))
	}
	switch {
	case pg.authored(lines, b.Box.X1):
		right = max(right, wide)
	case b.Prose:
		right = b.Box.X1 // its full lines show where the column ends
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

// authored reports whether at least half of the lines, the last aside, end where
// the next word would have fitted. Their author ended them, so the widest does not
// show where the column ends.
func (pg *textPage) authored(lines []textLine, right float32) bool {
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
func (pg *textPage) room(prev, l *textLine, right float32) bool {
	next := &pg.Words[l.words[0]]
	margin := float32(minRoom)
	if first, _ := utf8.DecodeRuneInString(next.Text); ends(pg, prev) && !unicode.IsLower(first) {
		margin = minSentenceRoom
	}
	return right-prev.box.X1 > next.Box.X1-next.Box.X0+margin*l.size
}

// usualPitch returns the usual distance of neighbouring lines, in points.
func usualPitch(lines []textLine) float32 {
	var d []float32
	for k := 1; k < len(lines); k++ {
		d = append(d, lines[k].base-lines[k-1].base)
	}
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[len(d)/3] // the wider ones separate paragraphs
}

// breaks reports whether line k begins something new after lines from..k-1.
func breaks(pg *textPage, lines []textLine, from, k int, pitch float32, b *layout.Block, right float32) bool {
	l, prev := &lines[k], &lines[k-1]
	switch {
	case l.base-prev.base > minBreak*pitch && l.base-prev.base > minBreak*1.05*l.size:
		return true
	case l.base-prev.base > minLooseLeading*l.size && pitch > pg.leading*1.2*l.size:
		return true // a column of few lines: compare with the page
	case l.bold != prev.bold && (prev.bold || ends(pg, prev)) && !lines[from].marked:
		return true
	case l.size > 1.05*prev.size || l.size < 0.95*prev.size:
		return true
	case l.note && (lines[from].note || ends(pg, prev)):
		return true
	case l.marked && (l.bullet || lines[from].marked || l.box.X0 >= lines[from].box.X0-0.5*l.size && ends(pg, prev)):
		return true
	case lines[from].dot:
		return l.box.X0 < lines[from].box.X0-0.5*l.size // its bullet stands left of the text
	case lines[from].marked:
		// An item ends before a line that begins left of it, and before one right
		// below its bullet whose first word would have fitted on the line above. If its
		// first line is indented, the others begin left of it too.
		if first, _ := utf8.DecodeRuneInString(pg.Words[l.words[0]].Text); unicode.IsLower(first) && !ends(pg, prev) && !pg.room(prev, l, right) {
			return false
		}
		return l.box.X0 < lines[from].box.X0-0.5*l.size || l.box.X0 < lines[from].box.X0+0.4*l.size && pg.room(prev, l, right)
	}
	// An indented first line, where the one before did not fill its line.
	return l.box.X0-prev.box.X0 > minIndent*l.size && k-from >= 2 && b.Box.X1-prev.box.X1 > minIndent*l.size
}

// ends reports whether a line ends with the punctuation of a sentence or an item.
func ends(pg *textPage, l *textLine) bool {
	r, _ := utf8.DecodeLastRuneInString(pg.Words[l.words[len(l.words)-1]].Text)
	return strings.ContainsRune(".:;!?…»)", r)
}

// addLines adds the block that lines form: an item, a heading or a paragraph.
func (r *docBuilder) addLines(pg *textPage, lines []textLine, b *layout.Block, right float32) {
	bounds := lines[0].box
	var words []int32
	for k := range lines {
		bounds = layout.Union(bounds, lines[k].box)
		words = append(words, lines[k].words...)
	}
	pos := pg.pos(box(bounds))
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
	if pg.isHeading(lines, document.Plain(runs)) {
		runs = titleRuns(runs)
		h := &document.Heading{Frame: document.Frame{At: pos}, Level: 1, Runs: runs}
		r.doc.Blocks = append(r.doc.Blocks, h)
		r.titles = append(r.titles, openHeading{h: h, size: first.size})
		return
	}
	r.doc.Blocks = append(r.doc.Blocks, &document.Paragraph{Frame: document.Frame{At: pos}, Runs: runs})
}

// isHeading reports whether lines, which read text, are a heading: large type, or a
// short bold text that does not end as a sentence.
func (pg *textPage) isHeading(lines []textLine, text string) bool {
	if !hasLetters(text) {
		return false
	}
	n := utf8.RuneCountInString(text)
	if lines[0].size >= minTitleScale*pg.Em && n <= maxTitleLetters {
		return true
	}
	return allBold(lines) && n <= maxBoldTitleLetters && len(lines) <= maxBoldTitleLines &&
		!strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ",")
}

// titleRuns joins the lines of a heading and removes the style that all of it has,
// which only shows that it is a heading.
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

func allBold(lines []textLine) bool {
	for k := range lines {
		if !lines[k].bold {
			return false
		}
	}
	return true
}

// justified reports whether nearly all lines, the last aside, fill their column to
// its right edge. Only text set like that is usually hyphenated at line ends.
func justified(lines []textLine, b *layout.Block) bool {
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

// lineRuns returns the runs of a paragraph. A line on which the next word would have
// fitted was ended by its author and stays a line.
func (pg *textPage) lineRuns(lines []textLine, b *layout.Block, right float32) []document.Run {
	soft := justified(lines, b)
	t := &runBuilder{pg: pg}
	openers := pg.openers(lines, right)
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
				if !pg.hyphened(prev) && (pg.room(prev, l, right) && !pg.wraps(lines, k) || ends(pg, prev) && openers[next.Text] >= minOpeners) {
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

// minWrapped is how much longer than the other lines of its paragraph a line is that was
// wrapped, where all others were ended by their author.
const minWrapped = 1.25

// wraps reports whether line k goes on with the one above, which ends with a comma and is
// much longer than all others.
func (pg *textPage) wraps(lines []textLine, k int) bool {
	up := &lines[k-1]
	if !strings.HasSuffix(pg.Words[up.words[len(up.words)-1]].Text, ",") {
		return false
	}
	for n := range lines {
		if n != k-1 && (lines[n].box.X1-lines[n].box.X0)*minWrapped > up.box.X1-up.box.X0 {
			return false
		}
	}
	return len(lines) > 2
}

// minOpeners is how many lines of a paragraph that authors began open with one word if
// that word opens every line of its kind.
const minOpeners = 3

// openers counts the words that open lines where the line before had room for them.
func (pg *textPage) openers(lines []textLine, right float32) map[string]int {
	count := map[string]int{}
	for k := 1; k < len(lines); k++ {
		if pg.room(&lines[k-1], &lines[k], right) {
			count[pg.Words[lines[k].words[0]].Text]++
		}
	}
	return count
}

// hyphened reports whether a line ends inside a word, where no author ends one.
func (pg *textPage) hyphened(l *textLine) bool {
	text, ok := strings.CutSuffix(pg.Words[l.words[len(l.words)-1]].Text, "-")
	before, _ := utf8.DecodeLastRuneInString(text)
	return ok && unicode.IsLower(before)
}

// levels sets the levels of headings: the largest type is level 1.
func (r *docBuilder) levels() {
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
