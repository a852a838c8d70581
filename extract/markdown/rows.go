// Rows of pipe tables, whose cells a line break may have cut.

package markdown

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/pipes"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// row reads the current line as a row of a pipe table.
func (m *parser) row(line string) {
	line = m.closeRow(line)
	if done := m.pipes.AddRow(line, m.place()); done != nil {
		m.emit(done)
	}
	if t := m.pipes.Open; t != nil && len(t.Rows) == minGrowRows {
		rest := m.src[m.pos:]
		if k := strings.Index(rest, "\n\n"); k >= 0 {
			rest = rest[:k]
		}
		m.pipes.Grow(strings.Count(rest, "\n") + 1)
	}
}

// maxRowLines is the largest number of lines of one row.
const maxRowLines = 8

// closeRow joins a row that a line break inside a cell cut: line begins with a pipe
// and does not end with one, and one of the next lines, without a pipe at its
// start, does.
func (m *parser) closeRow(line string) string {
	text := source.TrimASCIIBlanks(line)
	if text == "" || text[0] != '|' || text[len(text)-1] == '|' || m.pipes.IsWhole(text) {
		return line
	}
	if n := m.brokenHeadings(); n > 0 {
		return m.withLines(line, n)
	}
	pos := m.pos
	for n := 1; n < maxRowLines && pos < len(m.src); n++ {
		next, end := m.lineAt(pos)
		if next == "" || next[0] == '|' {
			return line
		}
		pos = end
		if next[len(next)-1] == '|' {
			return m.withLines(line, n)
		}
	}
	return line
}

// lineAt returns the line at pos without blanks around it, and where the next begins.
func (m *parser) lineAt(pos int) (line string, end int) {
	line, end = m.src[pos:], len(m.src)
	if k := strings.IndexByte(line, '\n'); k >= 0 {
		line, end = line[:k], pos+k+1
	}
	return source.TrimASCIIBlanks(line), end
}

// withLines returns line with the next n lines, which it reads. A line end beside a pipe is
// none of a cell.
func (m *parser) withLines(line string, n int) string {
	m.line += int32(n)
	for range n {
		next, end := m.lineAt(m.pos)
		m.pos = end
		if strings.HasSuffix(line, "|") || strings.HasPrefix(next, "|") {
			line += " " + next
		} else {
			line += "\n" + next
		}
	}
	return line
}

// brokenHeadings returns how many of the next lines go on with the row of headings that the
// current line begins, 0 if they do not: together they have as many pipes as the delimiter
// row that follows. Some converters break the line in every cell.
func (m *parser) brokenHeadings() int {
	if m.pipes.Open != nil {
		return 0
	}
	seen := strings.Count(m.src[m.start:m.pos], "|")
	for n, pos := 0, m.pos; n < 2*maxRowLines && pos < len(m.src); n++ {
		next, end := m.lineAt(pos)
		if next == "" {
			return 0
		}
		if pipes.DelimiterStrength(next) > 0 {
			if strings.Count(next, "|") == seen {
				return n
			}
			return 0
		}
		seen += strings.Count(next, "|")
		pos = end
	}
	return 0
}
