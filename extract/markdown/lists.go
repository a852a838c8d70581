// Lists, and the line breaks inside an item or a paragraph.

package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// maxListDepth is the largest depth of nested lists; deeper items stay at this
// depth.
const maxListDepth = 24

// A listItem is an item of the open list. Items are nested when the list ends.
type listItem struct {
	depth  int
	indent int
	at     document.Pos
	marker string
	lines  []string
}

// bulletSigns are signs that begin an item, besides "-", "*" and "+".
const bulletSigns = "•◦▪‣●○■□⁃➢➤✓✔–—\uf0b7\uf0a7"

// splitMarker splits a line into an item's marker and its text. The marker is "" if
// the line is no item.
func splitMarker(text string) (marker, rest string) {
	n := 0
	switch c := text[0]; {
	case c == '-' || c == '*' || c == '+':
		n = 1
	case c >= '0' && c <= '9':
		const maxDigits = 9
		for n < len(text) && n < maxDigits && text[n] >= '0' && text[n] <= '9' {
			n++
		}
		if n == len(text) || text[n] != '.' && text[n] != ')' {
			return "", text
		}
		n++
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(text)
		if !strings.ContainsRune(bulletSigns, r) {
			return "", text
		}
		n = size
	}
	if n == 0 {
		return "", text
	}
	if n == len(text) {
		return text, ""
	}
	if !source.IsASCIIBlank(text[n]) && !strings.HasPrefix(text[n:], "\u00a0") {
		return "", text
	}
	return text[:n], strings.TrimLeft(text[n:], " \t\u00a0")
}

// listLine reads a line that begins an item.
func (m *parser) listLine(line, text string) bool {
	marker, rest := splitMarker(text)
	if marker == "" {
		return false
	}
	ordered := marker[0] >= '0' && marker[0] <= '9'
	if ordered && len(m.para) > 0 && len(marker) > 2 {
		return false // "... adopté en\n2019. Depuis" is prose
	}
	if m.items == document.MaxItems {
		m.endList()
		return false
	}
	m.items++
	m.endParagraph()
	indent := indentOf(line)
	depth := 0
	if n := len(m.list); n > 0 {
		last := m.list[n-1]
		switch {
		case indent >= last.indent+2:
			depth = min(last.depth+1, maxListDepth-1)
		default:
			for k := n - 1; k >= 0 && n-k < maxLookBack; k-- {
				if m.list[k].indent <= indent+1 {
					depth = m.list[k].depth
					break
				}
			}
		}
		if depth == 0 && !sameMarker(m.list[0].marker, marker) {
			m.endList()
		}
	}
	m.list = append(m.list, listItem{depth: depth, indent: indent, at: m.place(), marker: marker, lines: []string{rest}})
	return true
}

// maxLookBack is the largest number of items searched for the depth of an item.
const maxLookBack = 1000

// sameMarker reports whether two markers may belong to one list.
func sameMarker(a, b string) bool {
	digit := func(s string) bool { return s[0] >= '0' && s[0] <= '9' }
	if digit(a) || digit(b) {
		return digit(a) && digit(b) && a[len(a)-1] == b[len(b)-1]
	}
	return a == b
}

// indentOf returns the indent of a line in characters; tabs stop every four.
func indentOf(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			n++
		case '\t':
			n += 4 - n%4
		default:
			return n
		}
	}
	return n
}

// blankLineMark is added to the lines of an item for a blank line. After it, only an
// indented line continues the item.
const blankLineMark = "\x00"

// noteBlankLine notes a blank line in the open list.
func (m *parser) noteBlankLine() {
	if n := len(m.list); n > 0 {
		item := &m.list[n-1]
		if item.lines[len(item.lines)-1] != blankLineMark {
			item.lines = append(item.lines, blankLineMark)
		}
	}
}

// continueItem adds a line to the last item, if the line continues it.
func (m *parser) continueItem(line string) bool {
	n := len(m.list)
	if n == 0 {
		return false
	}
	item := &m.list[n-1]
	if item.lines[len(item.lines)-1] == blankLineMark && indentOf(line) < item.indent+2 {
		return false
	}
	item.lines = append(item.lines, line)
	return true
}

// endList ends the open list, if there is one.
func (m *parser) endList() {
	if len(m.list) == 0 {
		return
	}
	l := &document.List{Frame: document.Frame{At: m.list[0].at}}
	rest := m.list
	l.Items = m.buildItems(&rest, 0)
	m.emit(l)
	m.list = m.list[:0]
}

// buildItems takes the items of one depth, and those nested in them, off *rest.
func (m *parser) buildItems(rest *[]listItem, depth int) []document.Item {
	n := 0 // items at this depth
	for i := 0; i < len(*rest) && (*rest)[i].depth >= depth; i++ {
		if (*rest)[i].depth == depth {
			n++
		}
	}
	items := make([]document.Item, 0, n)
	for len(*rest) > 0 {
		f := &(*rest)[0]
		if f.depth < depth {
			break
		}
		if f.depth > depth && len(items) > 0 {
			items[len(items)-1].Sub = m.buildItems(rest, f.depth)
			continue
		}
		*rest = (*rest)[1:]
		items = append(items, document.Item{At: f.at, Marker: f.marker, Runs: m.inline.runs(m.joinLines(f.lines), f.at)})
	}
	return items
}

// unlistLoneStars turns lists of a single "*" into paragraphs, unless other lists of
// the document use stars: "* nouvelles labellisations" is the legend of a mark.
func unlistLoneStars(doc *document.Document) {
	var lone []int
	for i, b := range doc.Blocks {
		l, ok := b.(*document.List)
		if !ok || l.Items[0].Marker != "*" {
			continue
		}
		if len(l.Items) > 1 || len(l.Items[0].Sub) > 0 {
			return
		}
		lone = append(lone, i)
	}
	for _, i := range lone {
		l := doc.Blocks[i].(*document.List)
		runs := append([]document.Run{{Text: "* "}}, l.Items[0].Runs...)
		if len(runs) > 1 && runs[1].Style == (document.Style{}) {
			runs = append([]document.Run{{Text: "* " + runs[1].Text}}, runs[2:]...)
		}
		if len(runs) == 1 {
			runs[0].Text = strings.TrimRight(runs[0].Text, " ")
		}
		doc.Blocks[i] = &document.Paragraph{Frame: l.Frame, Runs: runs}
	}
}

// joinLines joins the lines of a block: with "\n" for a break that the author set,
// with a blank for one that only layout made.
func (m *parser) joinLines(lines []string) string {
	if len(lines) == 1 {
		return source.TrimASCIIBlanks(lines[0])
	}
	var b strings.Builder
	hard, any := false, false
	prev, first := "", source.TrimASCIIBlanks(lines[0])
	for _, line := range lines {
		if line == blankLineMark {
			hard = true
			continue
		}
		text := source.TrimASCIIBlanks(line)
		if any {
			switch {
			case hard || opensBold(text) && opensBold(first) || m.isAuthorBreak(prev, text):
				b.WriteByte('\n')
			default:
				b.WriteByte(' ')
			}
		}
		hard = strings.HasSuffix(line, "  ")
		if strings.HasSuffix(text, `\`) && !strings.HasSuffix(text, `\\`) {
			hard, text = true, text[:len(text)-1]
		}
		b.WriteString(text)
		any, prev = true, text
	}
	return b.String()
}

// opensBold reports whether a line begins in bold type: where the block does too, each
// such line is an entry of its own, "**Ardèche (07)** : Chalencon, Désaignes".
func opensBold(line string) bool {
	return strings.HasPrefix(line, "**") || strings.HasPrefix(line, "__")
}

// Layout breaks a line where the next word does not fit.
const (
	minProseWidth = 60   // letters assumed for the width of a document with shorter lines only
	minFullShare  = 0.85 // of the width, the least length of a line with its next word that layout breaks; proportional type varies that much
)

// isAuthorBreak reports whether the author set the break after line: the next word
// would have fitted.
func (m *parser) isAuthorBreak(line, next string) bool {
	if m.width == 0 {
		m.width = max(proseWidth(m.src), minProseWidth)
	}
	word := next
	if k := strings.IndexByte(word, ' '); k >= 0 {
		word = word[:k]
	}
	n := utf8.RuneCountInString(line) + 1 + utf8.RuneCountInString(word)
	return float64(n) < minFullShare*float64(m.width)
}

// proseWidth returns the number of letters of the longest line that is no row of a
// table.
func proseWidth(src string) int {
	width := 0
	for rest := src; rest != ""; {
		line := rest
		if k := strings.IndexByte(rest, '\n'); k >= 0 {
			line, rest = rest[:k], rest[k+1:]
		} else {
			rest = ""
		}
		if len(line) > width && line[0] != '|' && strings.IndexByte(line, ' ') > 0 {
			width = max(width, utf8.RuneCountInString(source.TrimASCIIBlanks(line)))
		}
	}
	return width
}
