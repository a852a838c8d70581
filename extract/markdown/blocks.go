// This file reads the lines of Markdown that stand for something that is no
// prose: page marks, code fences, front matter, HTML tables.

package markdown

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/html"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// firstPage is 1 if the converter marks the ends of pages, 0 if it marks their
// beginnings or nothing.
func firstPage(src string) int32 {
	for _, mark := range []string{"\f", "--- end of page", "<!-- PageBreak"} {
		if strings.Contains(src, mark) {
			return 1
		}
	}
	return 0
}

// pageMark reads the line by which a converter says where a page begins or ends.
func (m *parser) pageMark(text string) bool {
	n, ends := int32(0), false
	switch {
	case strings.HasPrefix(text, "{"): // marker: {0}-------- begins the first page
		digits, rest, ok := strings.Cut(text[1:], "}")
		n, ok = parsePageNumber(digits, ok)
		if !ok || len(rest) < 3 || strings.Trim(rest, "-") != "" {
			return false
		}
		n++
	case strings.HasPrefix(text, "--- end of page"): // pymupdf4llm: --- end of page=0 ---
		rest := strings.TrimSuffix(text[len("--- end of page"):], " ---")
		var ok bool
		if n, ok = parsePageNumber(strings.TrimLeft(rest, "=. _abcdefghijklmnopqrstuvwxyz"), true); !ok {
			return false
		}
		n, ends = n+1, true
	case strings.HasPrefix(text, "<!--") && strings.HasSuffix(text, "-->"):
		body := strings.ToLower(source.TrimASCIIBlanks(strings.TrimSuffix(text[4:], "-->")))
		if body == "pagebreak" || body == "page break" || body == "page-break" {
			n, ends = m.page, true
			break
		}
		if !strings.HasPrefix(body, "page") {
			return false
		}
		body = strings.Trim(strings.TrimPrefix(strings.TrimPrefix(body, "page"), "number"), ` =:"`)
		if k := strings.IndexAny(body, " /"); k >= 0 {
			body = body[:k]
		}
		var ok bool
		if n, ok = parsePageNumber(body, true); !ok {
			return false
		}
	default:
		return false
	}
	m.flush()
	m.page = n
	if ends {
		m.page++
	}
	return true
}

// parsePageNumber reads a page number.
func parsePageNumber(s string, ok bool) (int32, bool) {
	const maxDigits = 6
	if !ok || s == "" || len(s) > maxDigits {
		return 0, false
	}
	n := int32(0)
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int32(s[i]-'0')
	}
	return n, true
}

// fence reads a block of code: its lines stay as they stand. A fence around
// Markdown is only a wrapper that a language model put there.
func (m *parser) fence(text string) bool {
	if !strings.HasPrefix(text, "```") && !strings.HasPrefix(text, "~~~") {
		return false
	}
	n := len(text) - len(strings.TrimLeft(text, text[:1]))
	info := source.TrimASCIIBlanks(text[n:])
	if text[0] == '`' && strings.IndexByte(info, '`') >= 0 {
		return false
	}
	switch strings.ToLower(info) {
	case "markdown", "md":
		m.flush()
		return true
	}
	end := m.fenceEnd(text[:n])
	if end < 0 { // the end of a wrapper, or a fence that is never closed
		m.flush()
		if info != "" {
			m.emit(&document.Paragraph{Frame: document.Frame{At: m.place()}, Runs: m.inline.slab.PlainRun(info)})
		}
		return true
	}
	m.flush()
	at := m.place()
	at.Line++
	var lines []string
	if info != "" {
		m.doc.Issues = append(m.doc.Issues, document.Issue{At: m.place(), Code: "code-block", Text: info, Why: "a block of code of this language stands here; its lines are kept as they are"})
	}
	for m.pos < end {
		line, _ := m.next()
		lines = append(lines, line)
	}
	body := strings.Trim(strings.Join(lines[:len(lines)-1], "\n"), "\n")
	if source.TrimASCIIBlanks(body) != "" {
		m.emit(&document.Paragraph{Frame: document.Frame{At: at}, Runs: m.inline.slab.PlainRun(body)})
	}
	return true
}

// fenceEnd returns where the line after the closing fence starts, -1 if the
// fence is never closed.
func (m *parser) fenceEnd(fence string) int {
	never := &m.neverClosed[0]
	if fence[0] == '~' {
		never = &m.neverClosed[1]
	}
	if *never > 0 && len(fence) >= *never {
		return -1
	}
	for pos := m.pos; pos < len(m.src); {
		k := strings.Index(m.src[pos:], fence)
		if k < 0 {
			break
		}
		from := pos + k
		start := strings.LastIndexByte(m.src[:from], '\n') + 1
		end := len(m.src)
		if j := strings.IndexByte(m.src[from:], '\n'); j >= 0 {
			end = from + j + 1
		}
		line := source.TrimASCIIBlanks(strings.TrimSuffix(m.src[start:end], "\n"))
		if start >= m.pos && strings.Trim(line, fence[:1]) == "" {
			return end
		}
		pos = end
	}
	*never = len(fence)
	return -1
}

// maxFrontMatter is how many lines the block of settings at the top may have.
const maxFrontMatter = 60

// frontMatter keeps the settings at the top of a file as one paragraph: they are
// in the file, but no part of the release.
func (m *parser) frontMatter() {
	rest, found := strings.CutPrefix(m.src, "---\n")
	if !found {
		return
	}
	var lines []string
	for line := range strings.Lines(rest) {
		line = strings.TrimRight(line, "\r\n")
		if line == "---" {
			if len(lines) == 0 {
				return
			}
			m.pos = len("---\n")
			for range lines {
				m.next()
			}
			m.next()
			m.line++
			m.emit(&document.Paragraph{
				Frame: document.Frame{At: document.Pos{Page: m.page, Line: 2}, Part: document.Furniture},
				Runs:  m.inline.slab.PlainRun(strings.Join(lines, "\n")),
			})
			return
		}
		key, _, isKey := strings.Cut(line, ":")
		if len(lines) >= maxFrontMatter || !isKey && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "-") || isKey && strings.ContainsAny(key, "|*#<") {
			return
		}
		lines = append(lines, line)
	}
}

// maxHTMLBlock bounds a table or list that is written as HTML, in bytes: without an end
// tag it would go on to the end of the file.
const maxHTMLBlock = 64 << 20

// htmlBlockTags are the tags of tables and lists that are handed to the HTML reader.
var htmlBlockTags = [...]string{"table", "ul", "ol", "dl"}

// htmlBlock reads a table or list that a converter left as HTML, over blank lines
// to its end tag. Without one it ends at a blank line, as other HTML in Markdown does.
func (m *parser) htmlBlock(text string) bool {
	// Some converters wrap each table: <html><body><table>.
	for text != "" && text[0] == '<' {
		for i, name := range htmlBlockTags {
			if html.HasTagName(text, "<", name) {
				m.readHTML(name, &m.unclosed[i])
				return true
			}
		}
		end := strings.IndexByte(text, '>')
		if end < 0 {
			return false
		}
		if name, _, _ := splitTag(text[1:end]); !wrapperTags[name] {
			return false
		}
		text = source.TrimASCIIBlanks(text[end+1:])
	}
	return false
}

// wrapperTags are the tags that may stand around a table and say nothing.
var wrapperTags = tagSet("html body div center figure")

// readHTML hands the block of HTML that begins in this line to the HTML reader.
func (m *parser) readHTML(name string, unclosed *bool) {
	start := m.start
	end := start + elementEnd(m.src[start:min(len(m.src), start+maxHTMLBlock)], name, unclosed)
	if end == start {
		end = start + indexBlankLine(m.src[start:])
	}
	m.flush()
	line := m.line
	piece := m.src[start:end]
	for m.pos < end {
		m.next()
	}
	if strings.TrimSpace(m.src[end:m.pos]) != "" {
		// What stands behind the table in its last line is read as a line of its own.
		m.pos, m.line = end, m.line-1
	}
	n := len(m.doc.Blocks)
	html.ReadFragment(m.doc, piece, int(line))
	for _, b := range m.doc.Blocks[n:] {
		setPage(b, m.page)
		m.readFormulas(b)
	}
}

// readFormulas reads the LaTeX in the cells of an HTML table, which only converters
// to Markdown write there.
func (m *parser) readFormulas(b document.Block) {
	t, ok := b.(*document.Table)
	if !ok {
		return
	}
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			if !slices.ContainsFunc(c.Runs(), func(r document.Run) bool { return strings.Count(r.Text, "$") > 1 }) {
				continue
			}
			var runs []document.Run
			for _, r := range c.Runs() {
				runs = append(runs, m.formulaRuns(r, c.At(t.Rows[i].At))...)
			}
			c.SetRuns(runs)
		}
	}
}

// formulaRuns divides a run at its formulas, and keeps its style and the blanks
// at its ends.
func (m *parser) formulaRuns(r document.Run, at document.Pos) []document.Run {
	if strings.Count(r.Text, "$") < 2 {
		return []document.Run{r}
	}
	m.inline.src, m.inline.at = r.Text, at
	m.inline.pieces, m.inline.out, m.inline.last.any = m.inline.pieces[:0], m.inline.out[:0], false
	m.inline.tags.reset()
	from := 0
	for i := 0; i < len(r.Text); {
		n := 0
		if r.Text[i] == '$' {
			m.inline.addText(from, i)
			from = i
			n = m.inline.cutFormula(i)
		}
		i += max(n, 1)
		if n > 0 {
			from = i
		}
	}
	m.inline.addText(from, len(r.Text))
	m.inline.emit()
	m.inline.endRun()
	runs := slices.Clone(m.inline.out)
	for k := range runs {
		runs[k].Style.Flags |= r.Style.Flags
		runs[k].Style.Color, runs[k].Style.Fill = r.Style.Color, r.Style.Fill
	}
	return runs
}

// elementEnd returns the length of the element at the start of s with its end tag,
// 0 if it has none. unclosed remembers that, so that a page full of start tags
// is searched once.
func elementEnd(s, name string, unclosed *bool) int {
	if *unclosed {
		return 0
	}
	depth := 0
	for i := 0; i < len(s); {
		k := strings.IndexByte(s[i:], '<')
		if k < 0 {
			break
		}
		i += k
		switch {
		case html.HasTagName(s[i:], "<", name):
			depth++
		case html.HasTagName(s[i:], "</", name):
			if depth--; depth == 0 {
				if gt := strings.IndexByte(s[i:], '>'); gt >= 0 {
					return i + gt + 1
				}
				return len(s)
			}
		}
		i++
	}
	*unclosed = true
	return 0
}

// indexBlankLine returns where the first blank line of s begins, its length if there is none.
func indexBlankLine(s string) int {
	for i := 0; i < len(s); {
		k := strings.IndexByte(s[i:], '\n')
		if k < 0 {
			break
		}
		if source.TrimASCIIBlanks(s[i:i+k]) == "" {
			return i
		}
		i += k + 1
	}
	return len(s)
}

// setPage sets the page of a block and of what it holds.
func setPage(b document.Block, page int32) {
	if page == 0 {
		return
	}
	switch b := b.(type) {
	case *document.Heading:
		b.At.Page = page
	case *document.Paragraph:
		b.At.Page = page
	case *document.List:
		b.At.Page = page
		setItemPages(b.Items, page)
	case *document.Table:
		b.At.Page = page
		for i := range b.Rows {
			b.Rows[i].At.Page = page
			for j := range b.Rows[i].Cells {
				if c := &b.Rows[i].Cells[j]; c.At(document.Pos{}) != (document.Pos{}) {
					c.Change(func(m *document.More) { m.At.Page = page })
				}
			}
		}
	}
}

func setItemPages(items []document.Item, page int32) {
	for i := range items {
		items[i].At.Page = page
		setItemPages(items[i].Sub, page)
	}
}
