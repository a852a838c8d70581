// The reader, and the loop over lines: each line goes to the block that it belongs
// to. Headings, paragraphs and rows of pipe tables are read here.

package markdown

import (
	"bytes"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/pipes"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// Reader reads Markdown.
var Reader = document.Reader{
	Name:       "markdown",
	Extensions: []string{".md", ".markdown", ".mdown", ".mkd", ".qmd"},
	Match:      match,
	Read:       read,
}

// A parser reads one Markdown document.
type parser struct {
	doc    *document.Document
	src    string
	start  int   // offset in src of the current line
	pos    int   // offset of the next line
	line   int32 // number of the current line
	page   int32 // 0 until a converter's page mark
	inline inliner
	pipes  pipes.Table

	para        []string // lines of the open paragraph
	paraAt      document.Pos
	list        []listItem // items of the open list, not nested yet
	items       int        // items of lists so far
	width       int        // letters of the widest line of prose, 0 until it is measured
	neverClosed [2]int     // least length of a fence of ` or ~ that nothing closes any more, 0 if unknown

	unclosed  [len(htmlBlockTags)]bool // an element of this tag has no end tag
	openLaTeX map[string]bool          // an environment of LaTeX of this name has no end
}

// read is the Read of Reader.
func read(doc *document.Document, data []byte, _ document.Options) error {
	text, encoding, issues, err := source.Decode(data, "")
	if err != nil {
		return err
	}
	doc.Encoding = encoding
	doc.Issues = append(doc.Issues, issues...)
	if strings.IndexByte(text, '\n') < 0 {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	m := &parser{doc: doc, src: text}
	m.inline.doc, m.inline.slab = doc, &m.pipes.Slab
	m.pipes.Styled, m.pipes.Doc = m.inline.transientRuns, m.doc
	m.page = firstPage(text)
	m.frontMatter()
	for {
		if len(doc.Blocks) >= document.MaxBlocks {
			m.flush()
			doc.ReportCut(document.Pos{Page: m.page, Line: m.line + 1}, m.src[m.pos:], document.MaxBlocks, document.BlockKinds)
			break
		}
		line, ok := m.next()
		if !ok {
			break
		}
		m.read(line)
	}
	m.flush()
	unlistLoneStars(doc)
	return nil
}

// next makes the next line the current one and returns it without its line end.
func (m *parser) next() (string, bool) {
	if m.pos >= len(m.src) {
		return "", false
	}
	line := m.src[m.pos:]
	m.start = m.pos
	if k := strings.IndexByte(line, '\n'); k >= 0 {
		line = line[:k]
		m.pos += k + 1
	} else {
		m.pos = len(m.src)
	}
	m.line++
	if strings.HasPrefix(line, "\f") {
		m.flush()
		m.page++
		line = line[1:]
	}
	return strings.TrimSuffix(line, "\r"), true
}

// peek returns the line after the current one, "" at the end.
func (m *parser) peek() string {
	line := m.src[m.pos:]
	if k := strings.IndexByte(line, '\n'); k >= 0 {
		line = line[:k]
	}
	return strings.TrimSuffix(line, "\r")
}

// place returns the place of the current line.
func (m *parser) place() document.Pos { return document.Pos{Page: m.page, Line: m.line} }

// emit adds a finished block to the document.
func (m *parser) emit(b document.Block) { m.doc.Blocks = append(m.doc.Blocks, b) }

// minGrowRows is the number of rows after which the rest of a table is counted, so
// that its memory grows once.
const minGrowRows = 1024

// read adds the current line to the block that it belongs to.
func (m *parser) read(line string) {
	if m.pipes.Continues(line) {
		m.row(line)
		return
	}
	m.endTable()
	line = unquote(line)
	text := source.TrimASCIIBlanks(line)
	if text == "" {
		m.endParagraph()
		m.noteBlankLine()
		return
	}
	switch {
	case m.pageMark(text), m.fence(text), m.htmlBlock(text), m.latexTable(text), m.grid(text), m.dashes(text), m.heading(text), m.underline(text):
	case isThematicBreak(text):
		m.flush()
	case pipes.StartsTable(text, unquote(m.peek())), text[0] == '|' && m.brokenHeadings() > 0:
		m.flush()
		m.row(text)
	case m.listLine(line, text):
	default:
		m.proseLine(line)
	}
}

// endTable ends the open pipe table, if there is one.
func (m *parser) endTable() {
	if t := m.pipes.End(); t != nil {
		m.emit(t)
	}
}

// flush ends the open table, paragraph and list.
func (m *parser) flush() {
	m.endTable()
	m.endParagraph()
	m.endList()
}

// maxParaLines is the largest number of lines of a paragraph: nobody prints more
// without a gap.
const maxParaLines = 10000

// proseLine adds a line to the open list item or to the paragraph.
func (m *parser) proseLine(line string) {
	if m.continueItem(line) {
		return
	}
	m.endList()
	if len(m.para) >= maxParaLines {
		m.endParagraph()
	}
	if len(m.para) == 0 {
		m.paraAt = m.place()
	}
	m.para = append(m.para, line)
}

// endParagraph ends the open paragraph, if there is one.
func (m *parser) endParagraph() {
	if len(m.para) == 0 {
		return
	}
	runs := m.inline.runs(m.joinLines(m.para), m.paraAt)
	m.para = m.para[:0]
	if len(runs) > 0 {
		m.emit(&document.Paragraph{Frame: document.Frame{At: m.paraAt}, Runs: runs})
	}
}

// maxHeadingLevel is Markdown's largest number of "#".
const maxHeadingLevel = 6

// heading reads "## Title ##".
func (m *parser) heading(text string) bool {
	n := 0
	for n < len(text) && text[n] == '#' {
		n++
	}
	if n == 0 || n > maxHeadingLevel || n < len(text) && !source.IsASCIIBlank(text[n]) {
		return false
	}
	m.flush()
	text = source.TrimASCIIBlanks(text[n:])
	if k := strings.LastIndexByte(text, '{'); k > 0 && k+1 < len(text) && (text[k+1] == '#' || text[k+1] == '.') && attrBlock(text[k:]) == text[k:] {
		text = source.TrimASCIIBlanks(text[:k])
	}
	if cut := strings.TrimRight(text, "#"); cut == "" || source.IsASCIIBlank(cut[len(cut)-1]) {
		text = cut
	}
	if runs := m.inline.runs(source.TrimASCIIBlanks(text), m.place()); len(runs) > 0 {
		m.emit(&document.Heading{Frame: document.Frame{At: m.place()}, Level: n, Runs: runs})
	}
	return true
}

// underline reads the line of "=" or "-" under a heading. A few dashes under a long
// line are no underline: converters separate pages with them.
func (m *parser) underline(text string) bool {
	c := text[0]
	if c != '=' && c != '-' || len(m.para) != 1 || len(text) < 2 || strings.Trim(text, text[:1]) != "" {
		return false
	}
	title := source.TrimASCIIBlanks(m.para[0])
	if c == '-' && 2*len(text) < len(title) {
		return false
	}
	at := m.paraAt
	m.para = m.para[:0]
	level := 1
	if c == '-' {
		level = 2
	}
	if runs := m.inline.runs(title, at); len(runs) > 0 {
		m.emit(&document.Heading{Frame: document.Frame{At: at}, Level: level, Runs: runs})
	}
	return true
}

// isThematicBreak reports whether text is a drawn line: "---", "* * *".
func isThematicBreak(text string) bool {
	c, n := text[0], 0
	if c != '-' && c != '*' && c != '_' {
		return false
	}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == c:
			n++
		case !source.IsASCIIBlank(text[i]):
			return false
		}
	}
	return n >= 3
}

// unquote cuts the marks of a block quote. "> 50 %" is text.
func unquote(line string) string {
	for {
		text := strings.TrimLeft(line, " ")
		if len(text) == 0 || text[0] != '>' {
			return line
		}
		rest := strings.TrimLeft(text[1:], " ")
		if rest != "" && (rest[0] >= '0' && rest[0] <= '9' || rest[0] == '=') {
			return line
		}
		line = strings.TrimPrefix(text[1:], " ")
	}
}

// match reports whether head has any sign of Markdown.
func match(head []byte) bool {
	signs := countSigns(head)
	return signs.certain || signs.headings > 0 || signs.light > 0
}

// IsCertain reports whether head, the beginning of a file, has signs of Markdown
// that nobody types in plain text: a delimiter row below a row with pipes, or
// several headings with "#".
func IsCertain(head []byte) bool {
	signs := countSigns(head)
	return signs.certain || signs.headings > 1
}

// A signCount holds the signs of Markdown in the first lines of a file.
type signCount struct {
	certain  bool // a delimiter row below a row with pipes
	headings int  // lines with number signs before a text
	light    int  // lines with links or bold text
}

// countSigns counts the signs of Markdown in head. It stops at one that is certain.
func countSigns(head []byte) (signs signCount) {
	if bytes.IndexByte(head, 0) >= 0 {
		return signs
	}
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	prev := ""
	for line := range strings.Lines(string(head)) {
		line = source.TrimASCIIBlanks(strings.TrimSuffix(line, "\n"))
		if pipes.DelimiterStrength(line) > 0 && pipes.HasPipe(prev) {
			signs.certain = true
			return signs
		}
		if n := len(line) - len(strings.TrimLeft(line, "#")); n > 0 && n <= maxHeadingLevel && n < len(line) && line[n] == ' ' {
			signs.headings++
		}
		if strings.Contains(line, "](http") || strings.Contains(line, "](mailto:") || strings.Contains(line, "![](") || strings.Count(line, "**") >= 2 {
			signs.light++
		}
		prev = line
	}
	return signs
}
