// Tables and lists that a converter left as HTML, and the formulas in their cells.

package markdown

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/html"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// maxHTMLBlock is the largest number of bytes searched for the end tag of a table
// or list written as HTML.
const maxHTMLBlock = 64 << 20

// htmlBlockTags are the tables and lists that package html reads.
var htmlBlockTags = [...]string{"table", "ul", "ol", "dl"}

// htmlBlock reads a table or list that a converter left as HTML, up to its end tag,
// even over blank lines. Without an end tag it ends at a blank line, like other
// HTML in Markdown.
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

// wrapperTags are the tags that may be around a table and mean nothing.
var wrapperTags = tagSet("html body div center figure")

// readHTML has package html read the element that begins in the current line.
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
		// Text after the table in its last line is read as a line of its own.
		m.pos, m.line = end, m.line-1
	}
	n := len(m.doc.Blocks)
	html.ReadFragment(m.doc, piece, int(line))
	for _, b := range m.doc.Blocks[n:] {
		setPage(b, m.page)
		m.readFormulas(b)
	}
}

// readFormulas reads the LaTeX in the cells of an HTML table; only converters to
// Markdown write it there.
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

// formulaRuns splits a run at its formulas. It keeps the run's style and the blanks
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

// elementEnd returns the length of the element at the start of s, with its end tag,
// 0 if there is no end tag. *unclosed remembers that, so that a page full of start
// tags is searched once.
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

// indexBlankLine returns the offset of the first blank line of s, the length of s
// if there is none.
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

// setPage sets the page of a block and of its items or rows.
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

// setItemPages sets the page of items and of those nested in them.
func setItemPages(items []document.Item, page int32) {
	for i := range items {
		items[i].At.Page = page
		setItemPages(items[i].Sub, page)
	}
}
