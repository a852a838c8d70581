// Plain tables, as pandoc writes them: rules of dashes over each column, rows on
// a line each, or set apart by blank lines between two rules.
//
//	Commune   Montant
//	-------- --------
//	Brest       1 200

package markdown

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/source"
)

const (
	// maxDashLines is the largest number of lines of one such table.
	maxDashLines = 500
	// maxDashChars is the largest number of bytes of it.
	maxDashChars = 200_000
)

// dashes reads a plain table whose rule of dashes, or whose first rule, is the
// current line.
func (m *parser) dashes(text string) bool {
	if text[0] != '-' && text[0] != '=' {
		return false
	}
	stretches := charpage.Stretches(text)
	framed := len(stretches) == 1 && len(m.para) == 0 && len(m.list) == 0 && m.dashedAhead()
	if len(stretches) < 2 && !framed || len(m.para) > maxHeadLines {
		return false
	}
	first := m.line - int32(len(m.para)) // of the headings above
	from := m.start
	if len(m.para) > 0 {
		from = m.paraStart(len(m.para))
	}
	to, num := m.dashEnd(framed)
	if to == m.pos {
		return false
	}
	found := new(charpage.Setter).Tables(m.src, m.charLines(from, to, first), &grid.Before{})
	if len(found) != 1 || len(found[0].Others) > 0 {
		return false
	}
	m.para = m.para[:0]
	m.flush()
	tab := found[0].Table
	for r := range tab.Rows {
		for c := range tab.Rows[r].Cells {
			cell := &tab.Rows[r].Cells[c]
			if cell.Printed != "" {
				text := cell.Printed
				cell.Printed = ""
				cell.SetRuns(m.inline.runs(text, tab.Rows[r].At))
			}
		}
	}
	m.emit(tab)
	m.pos, m.line = to, num
	return true
}

// maxHeadLines is the largest number of lines of headings above a rule.
const maxHeadLines = 4

// dashedAhead reports whether a rule over each column follows below the current
// rule, after at most the lines of headings.
func (m *parser) dashedAhead() bool {
	rest := m.src[m.pos:]
	for range maxHeadLines + 1 {
		line, after, _ := strings.Cut(rest, "\n")
		if source.TrimASCIIBlanks(line) == "" {
			return false
		}
		if n := len(charpage.Stretches(strings.TrimSuffix(line, "\r"))); n > 0 {
			return n > 1
		}
		rest = after
	}
	return false
}

// dashEnd returns where a plain table ends, and the number of its last line: below
// its last rule if it is framed, else at the first blank line or rule.
func (m *parser) dashEnd(framed bool) (to int, num int32) {
	to, num = m.pos, m.line
	pos, n, inner := m.pos, m.line, false
	for range maxDashLines {
		if pos >= len(m.src) || pos-m.start > maxDashChars {
			break
		}
		line, _, _ := strings.Cut(m.src[pos:], "\n")
		pos = min(pos+len(line)+1, len(m.src))
		n++
		text := source.TrimASCIIBlanks(line)
		stretches := len(charpage.Stretches(strings.TrimSuffix(line, "\r")))
		switch {
		case strings.HasPrefix(text, "#") || strings.HasPrefix(line, "\f"):
			return to, num
		case text == "" && !framed:
			return to, num
		case text == "":
			continue
		case framed && stretches > 1:
			inner = true
		case stretches > 0 && (inner || !framed):
			return pos, n
		case framed && stretches > 0:
			return m.pos, m.line
		}
		if !framed {
			to, num = pos, n
		}
	}
	return to, num
}

// paraStart returns where the last n lines above the current one begin.
func (m *parser) paraStart(n int) int {
	at := m.start
	for range n {
		at = strings.LastIndexByte(m.src[:max(at-1, 0)], '\n') + 1
	}
	return at
}

// charLines returns the lines of src[from:to] that are not blank; num is the number
// of the first.
func (m *parser) charLines(from, to int, num int32) []charpage.Line {
	var out []charpage.Line
	for pos := from; pos < to; num++ {
		line, _, _ := strings.Cut(m.src[pos:to], "\n")
		if text := strings.TrimRightFunc(line, source.IsBlank); text != "" {
			out = append(out, charpage.Line{Start: int32(pos), End: int32(pos + len(text)), Num: num, Page: m.page})
		}
		pos += len(line) + 1
	}
	return out
}
