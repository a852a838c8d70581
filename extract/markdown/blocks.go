// Blocks that are no prose: page marks, code fences, front matter.

package markdown

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// firstPage returns the number of the page on which src begins: 1 if the converter
// marks the ends of pages, 0 if it marks their beginnings or nothing.
func firstPage(src string) int32 {
	for _, mark := range []string{"\f", "--- end of page", "<!-- PageBreak"} {
		if strings.Contains(src, mark) {
			return 1
		}
	}
	return 0
}

// pageMark reads a line by which a converter says where a page begins or ends.
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

// parsePageNumber reads the page number s. It is not ok if ok is false.
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

// fence reads a block of code, whose lines stay as they are. A fence around Markdown
// is only a wrapper that a language model put there.
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
	if end < 0 { // the end of a wrapper, or a fence that nothing closes
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
		m.doc.Issues = append(m.doc.Issues, document.Issue{At: m.place(), Code: document.CodeCodeBlock, Text: info, Why: "this is a block of code; its lines are kept as they are"})
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

// fenceEnd returns the offset of the line after the closing fence, -1 if nothing
// closes the fence.
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

// maxFrontMatter is the largest number of lines of the settings at the top of a
// file; more are a release between two drawn lines.
const maxFrontMatter = 60

// frontMatter keeps the settings at the top of a file as one paragraph of
// furniture: they are no part of the release.
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
