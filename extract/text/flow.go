// This file makes headings, paragraphs and lists of the lines that are no table. It
// decides which line breaks the author set and which only layout made.

package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/pipes"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/source"
)

const (
	// minFullLine is the least share of the usual width that a wrapped line fills: letters
	// differ in width, and a long word may have moved to the next line.
	minFullLine = 0.8
	// minWrap is the least width, in characters, at which running text counts as wrapped;
	// narrower lines that continue are headings in large type.
	minWrap = 45
	// maxWrapWidth is the largest such width; a longer line is a whole paragraph.
	maxWrapWidth = 250
	// maxHeading is the largest length of a heading, in characters.
	maxHeading = 160
	// minLongLine is the least length, in characters, of a line that no wrapped text has.
	// If such lines have minLongShare of the running text, each line is a paragraph.
	minLongLine  = 170
	minLongShare = 0.3
	// minItemLine is the least share of the usual width that the line of an item fills if
	// the item continues in the next line after a semicolon.
	minItemLine = 0.6
	// minLearned is how many lines must open with a letter or sign of a symbol font for it
	// to be a bullet.
	minLearned = 3
	// maxWidths is the largest number of lines that are measured to learn the wrapping width.
	maxWidths = 4000
	// minCentred is the indent, in characters, from which a lone line counts as centred or
	// set to the right, and not as indented.
	minCentred = 20
)

// learnFlow learns the width at which the text is wrapped, and whether "* " is a mark.
func (t *textPage) learnFlow(cs []chunk) {
	var widths []int
	stars, mixed, legend := 0, 0, 0
	long, all := 0, 0
	opens := map[string]int{} // lines that open with a sign and a blank
	for _, c := range cs {
		if c.found != nil || c.hi-c.lo == 0 {
			continue
		}
		starred, plain := 0, 0
		for i := c.lo; i < c.hi; i++ {
			s := t.str(t.lines[i])
			if n := len(s); n >= minWrap {
				all += n
				if n > minLongLine && runeLen(s[:min(n, 4*minLongLine)]) > minLongLine {
					long += n
				}
			}
			if m := oddBullet(s); m != "" {
				opens[m]++
			}
			if rest, ok := strings.CutPrefix(s, "* "); ok {
				starred++
				if shape.OpensLow(rest) {
					legend++
				}
			} else if lineIndent(t.text, t.lines[i]) > 0 && !shape.OpensLow(s) {
				plain++
			}
			if i+1 < c.hi && len(s) <= 4*maxWrapWidth && len(widths) < maxWidths {
				r, _ := utf8.DecodeRuneInString(t.str(t.lines[i+1]))
				if n := runeLen(s); unicode.IsLower(r) && n >= minWrap && n <= maxWrapWidth {
					widths = append(widths, n)
				}
			}
		}
		stars += starred
		if starred > 0 && plain > 0 {
			mixed++
		}
	}
	t.starMark = mixed > 0 || legend > 0 && stars <= legend
	t.unwrapped = float64(long) > minLongShare*float64(all)
	for m, n := range opens {
		if n >= minLearned {
			if t.bullets == nil {
				t.bullets = map[string]bool{}
			}
			t.bullets[m] = true
		}
	}
	if len(widths) > 0 {
		slices.Sort(widths)
		t.wrap = widths[len(widths)*3/4]
	}
}

// keepGaps replaces each blank by a plain one, and each wide gap by two, since it may
// separate the cells of a row. A wide gap after the end of a sentence is one blank.
func keepGaps(s string) string {
	if !strings.Contains(s, "  ") && strings.IndexFunc(s, func(r rune) bool { return r == '\t' || r >= utf8.RuneSelf && source.IsBlank(r) }) < 0 {
		return s
	}
	var b strings.Builder
	blanks, wide := 0, false
	last := rune(0)
	for _, r := range s {
		if source.IsBlank(r) {
			if blanks == 0 && r != ' ' && r != '\t' && r != '\v' {
				b.WriteRune(r) // a no-break blank stays while it stands alone
				blanks = -1
				continue
			}
			if blanks < 0 {
				blanks = 1
			}
			blanks, wide = blanks+1, wide || r == '\t'
			continue
		}
		if blanks > 0 {
			if b.Len() > 0 {
				b.WriteByte(' ')
				if (blanks >= minGap || wide) && !strings.ContainsRune(".!?:;,", last) {
					b.WriteByte(' ')
				}
			}
		}
		blanks, wide, last = 0, false, r
		b.WriteRune(r)
	}
	return b.String()
}

// A flowLine is one line of running text after its wrapped lines were joined.
type flowLine struct {
	at     document.Pos
	text   string
	marker string // of a bullet, "" if it has none
	indent int
	width  int // characters of the last printed line
}

// flow emits the blocks of lines that are no table.
func (t *textPage) flow(lines []textLine) {
	pipes := &t.pipes // one for all tables: it keeps its slabs
	for i := 0; i < len(lines) && !t.full(lines[i:]); {
		j := i
		for j < len(lines) && !t.opensPipes(lines[j:]) {
			j++
		}
		if j > i {
			t.prose(lines[i:j])
			i = j
			continue
		}
		var borders []int // rows that begin below the edge of a box
		double := false   // one of them is a double line
		for i < len(lines) && (pipes.Open == nil || isBorder(t.str(lines[i])) || pipes.Continues(t.pipeRow(lines[i]))) {
			if isBorder(t.str(lines[i])) {
				double = double || strings.ContainsAny(t.str(lines[i]), "=╪╞")
				if i+1 < len(lines) {
					pipes.AddBorder()
				}
				if borders = append(borders, 0); pipes.Open != nil {
					borders[len(borders)-1] = len(pipes.Open.Rows)
				}
				i++
				continue
			}
			if done := pipes.AddRow(t.pipeRow(lines[i]), t.at(lines[i])); done != nil {
				t.emit(done)
			}
			i++
			if pipes.Open == nil {
				break
			}
		}
		if done := pipes.End(); done != nil && len(done.Rows) > 0 {
			joinBoxRows(done, borders, double)
			t.emit(done)
		}
	}
}

// opensPipes reports whether the first of lines begins a table drawn with pipes, or is its
// edge.
func (t *textPage) opensPipes(lines []textLine) bool {
	next := ""
	if len(lines) > 1 {
		next = t.pipeRow(lines[1])
	}
	s := t.pipeRow(lines[0])
	return pipes.StartsTable(s, next) || pipes.IsRow(next) && isBorder(s)
}

// pipeRow returns the text of a line with the edges of its cells as pipes.
func (t *textPage) pipeRow(ln textLine) string { return plainPipes(t.str(ln)) }

// maxFlow is the largest number of lines that are read as one piece of running text: a
// release has some hundreds. Longer text becomes several blocks.
const maxFlow = 1 << 14

// prose emits the blocks of lines that are neither table nor pipe table.
func (t *textPage) prose(lines []textLine) {
	for len(lines) > maxFlow {
		t.prose(lines[:maxFlow])
		lines = lines[maxFlow:]
	}
	if t.full(lines) {
		return
	}
	ls := t.unwrap(lines)
	for i := 0; i < len(ls); {
		j := i + 1
		switch {
		case ls[i].marker != "":
			for j < len(ls) && ls[j].marker != "" {
				j++
			}
			t.emitList(ls[i:j])
		case ls[i].indent >= minGap && t.items < document.MaxItems && t.indented(ls[i:]) > 0:
			j = i + t.indented(ls[i:])
			t.items += j - i
			t.emitList(ls[i:j])
		default:
			for j < len(ls) && ls[j].marker == "" && (ls[j].indent < minGap || ls[i].indent >= minGap) && !strings.HasSuffix(ls[j-1].text, ":") {
				j++
			}
			t.emitText(ls[i:j])
		}
		i = j
	}
}

// unwrap joins the lines that layout broke and separates bullets from their text.
func (t *textPage) unwrap(lines []textLine) []flowLine {
	ls := make([]flowLine, 0, min(len(lines), 16))
	marker := "" // of the bullet before
	var b strings.Builder
	for i := 0; i < len(lines); {
		s := t.str(lines[i])
		l := flowLine{at: t.at(lines[i]), indent: lineIndent(t.text, lines[i]), width: runeLen(s)}
		if m := t.bulletOf(s); m != "" && t.items < document.MaxItems && opensCount(m, marker) {
			t.items++
			l.marker, marker = m, m
			s = strings.TrimLeftFunc(s[len(m):], source.IsBlank)
		}
		s = keepGaps(s)
		l.text = s
		b.Reset()
		for i++; i < len(lines) && t.wraps(l, s, lines[i]); i++ {
			if b.Len() == 0 {
				b.WriteString(l.text)
			}
			if !shape.Glues(s) {
				b.WriteByte(' ')
			}
			s = keepGaps(t.str(lines[i]))
			l.width = runeLen(s) + max(lineIndent(t.text, lines[i])-l.indent, 0)
			b.WriteString(s)
		}
		if b.Len() > 0 {
			l.text = b.String()
		}
		ls = append(ls, l)
	}
	return ls
}

// wraps reports whether ln continues l, whose last printed line is s.
func (t *textPage) wraps(l flowLine, s string, ln textLine) bool {
	next := t.str(ln)
	if t.bulletOf(next) != "" {
		return false
	}
	indent := lineIndent(t.text, ln)
	if indent < l.indent-1 && l.marker != "" || indent >= l.indent+minGap && l.marker == "" && l.indent < minGap && l.width < minWrap {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	switch {
	case l.width > maxWrapWidth || t.unwrapped && l.width > minWrap:
		return false
	case l.marker != "" && (s[len(s)-1] == ';' || s[len(s)-1] == ',') && t.wrap > 0 && float64(l.width) >= minItemLine*float64(t.wrap):
		return true // the item enumerates, and its line is full
	case strings.HasSuffix(s, ":") && indent > l.indent:
		return false
	case l.marker != "" && strings.HasSuffix(s, ".") && indent <= l.indent && t.headsItems(next):
		return false
	case shape.Dangles(s) && !strings.HasSuffix(s, ","):
		return true
	case unicode.IsLower(r) && !strings.ContainsRune(".!?:;", rune(s[len(s)-1])) && !strings.ContainsRune(next, '@'):
		return true
	case t.wrap > 0 && float64(l.width+1+runeLen(shape.FirstWord(next))) > float64(t.wrap) && float64(l.width) >= minFullLine*float64(t.wrap):
		return true
	}
	return false
}

// headsItems reports whether a line below an item that ends as a sentence is the head of
// the items after it, and no rest of a sentence: "Benton County".
func (t *textPage) headsItems(s string) bool {
	const longest = 5 // words
	words := strings.Fields(s)
	if len(words) > longest || strings.ContainsAny(s, ".,;!?") || 2*runeLen(s) > t.wrap {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && len(w) > len("des") {
			return false
		}
	}
	return true
}

// afterLead reports whether the last block introduces a list.
func (t *textPage) afterLead() bool {
	for i := len(t.doc.Blocks) - 1; i >= 0; i-- {
		switch b := t.doc.Blocks[i].(type) {
		case *document.Heading, *document.List:
			return true
		case *document.Paragraph:
			if b.Part == document.Footer || b.Part == document.Header {
				continue
			}
			return strings.HasSuffix(b.Text(), ":")
		default:
			return false
		}
	}
	return false
}

// isSentence reports whether s is running text: long, with a final period.
func isSentence(s string) bool {
	return len(s) > maxHeading && strings.ContainsRune(".!?", rune(s[len(s)-1]))
}

// emitText emits lines without bullets: a heading, a heading above a paragraph, or a
// paragraph that keeps the line breaks of its author.
func (t *textPage) emitText(ls []flowLine) {
	for len(ls) > 0 && t.isHeading(ls) {
		level := 2
		switch {
		case strings.HasSuffix(ls[0].text, ":"):
			level = 3
		case !t.hasHeading():
			level = 1
		}
		t.emit(&document.Heading{Frame: document.Frame{At: ls[0].at}, Level: level, Runs: []document.Run{{Text: ls[0].text}}})
		ls = ls[1:]
	}
	if len(ls) == 0 {
		return
	}
	if t.continuesOverPage(ls[0]) {
		p := t.doc.Blocks[len(t.doc.Blocks)-2].(*document.Paragraph)
		p.Runs[0].Text = shape.JoinWrapped(p.Runs[0].Text, ls[0].text)
		if ls = ls[1:]; len(ls) == 0 {
			return
		}
	}
	s := ls[0].text
	if len(ls) > 1 {
		var b strings.Builder
		for i, l := range ls {
			if i > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(l.text)
		}
		s = b.String()
	}
	t.emit(&document.Paragraph{Frame: document.Frame{At: ls[0].at}, Runs: []document.Run{{Text: s}}})
}

// continuesOverPage reports whether l is the rest of a paragraph that a page break and its
// footer interrupt.
func (t *textPage) continuesOverPage(l flowLine) bool {
	n := len(t.doc.Blocks)
	if n < 2 || t.doc.Blocks[n-1].InPart() != document.Footer || t.doc.Blocks[n-1].Pos().Page != l.at.Page-1 {
		return false
	}
	p, ok := t.doc.Blocks[n-2].(*document.Paragraph)
	r, _ := utf8.DecodeRuneInString(l.text)
	return ok && p.Part == document.Body && len(p.Runs) == 1 && unicode.IsLower(r) && !strings.ContainsRune(".!?:;", rune(p.Text()[len(p.Text())-1])) && !strings.Contains(p.Text(), "\n")
}
