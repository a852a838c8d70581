// Tables in LaTeX, as converters leave them in Markdown: cells between "&", rows that
// end in "\\", rules, and cells over several columns or rows.

package markdown

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

const (
	// maxTabular is the largest length of such a table in bytes; longer ones are kept as prose.
	maxTabular = 1 << 20
	// maxTabularHead is how far below \begin{table} its rows may begin, in bytes: commands and a caption.
	maxTabularHead = 2000
	// maxTabularSpan is the largest number of rows or columns of a cell.
	maxTabularSpan = 64

	tabularBegin, tabularEnd = `\begin{tabular`, `\end{tabular`
)

// tabular reads a LaTeX table that begins in the current line. After one that does not end,
// none is looked for in what was searched.
func (m *parser) tabular(text string) bool {
	if !strings.HasPrefix(text, `\begin{tab`) || m.start < m.noTabular {
		return false
	}
	from := strings.Index(m.src[m.start:min(len(m.src), m.start+maxTabularHead)], tabularBegin)
	if from < 0 || !isBlankLaTeX(m.src[m.start:m.start+from]) {
		return false
	}
	if !m.readTabular(text, from) {
		m.noTabular = m.start + maxTabular
		return false
	}
	return true
}

// readTabular reads the table that begins from bytes after the start of the current line.
func (m *parser) readTabular(text string, from int) bool {
	rest := m.src[m.start:min(len(m.src), m.start+maxTabular)]
	to := strings.Index(rest, tabularEnd)
	if to < from {
		return false
	}
	end := strings.IndexByte(rest[to+1:], '}')
	if end < 0 {
		return false
	}
	end += to + 2
	outer := "" // the end of \begin{table}, with its caption
	if strings.HasPrefix(text, `\begin{table`) {
		k := strings.Index(rest[end:], `\end{table`)
		if k < 0 {
			return false
		}
		stop := strings.IndexByte(rest[end+k+1:], '}')
		if stop < 0 {
			return false
		}
		outer = rest[end : end+k]
		stop += k + 2
		defer func() { m.skipTo(m.start + end + stop) }()
	} else {
		defer func() { m.skipTo(m.start + end) }()
	}
	m.flush()
	t := &document.Table{Frame: document.Frame{At: m.place()}, Method: "pipes"}
	body := rest[from:to]
	m.tabularRows(t, cutArguments(body[strings.IndexByte(body, '}')+1:]), m.line+int32(strings.Count(rest[:from], "\n")))
	if c := caption(rest[:from] + outer); c != "" {
		t.Caption = m.inline.runs(c, t.At)
	}
	m.emit(t)
	return true
}

// skipTo goes on below the line that holds the byte at pos.
func (m *parser) skipTo(pos int) {
	for m.pos < pos {
		if _, ok := m.next(); !ok {
			return
		}
	}
}

// isBlankLaTeX reports whether s, before a table, is nothing but commands of LaTeX and captions.
func isBlankLaTeX(s string) bool {
	for line := range strings.SplitSeq(s, "\n") {
		if line = source.TrimASCIIBlanks(line); line != "" && line[0] != '\\' {
			return false
		}
	}
	return true
}

// caption returns what a \caption prints.
func caption(s string) string {
	if _, rest, ok := strings.Cut(s, `\caption{`); ok {
		text, _ := cutBraces("{" + rest)
		return plainLaTeX(text)
	}
	return ""
}

// cutArguments takes the arguments of \begin{tabular} off its body: "[t]{l|cc}".
func cutArguments(s string) string {
	for {
		s = strings.TrimLeft(s, " \n\r\t")
		switch {
		case strings.HasPrefix(s, "{"):
			_, rest := cutBraces(s)
			return rest
		case strings.HasPrefix(s, "["):
			_, rest, ok := strings.Cut(s, "]")
			if !ok {
				return s
			}
			s = rest
		default:
			return s
		}
	}
}

// cutBraces cuts the text in the braces that s begins with; without an end it is all of s.
func cutBraces(s string) (inner, rest string) {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[1:i], s[i+1:]
			}
		}
	}
	return strings.TrimPrefix(s, "{"), ""
}

// tabularRows reads the rows of body, whose first line has the number line. Those above
// the first rule that has rows on both sides are headings.
func (m *parser) tabularRows(t *document.Table, body string, line int32) {
	var open []uint16 // rows that the cell of each column still covers
	ruled := false
	for body != "" {
		row, rest, _ := strings.Cut(body, `\\`)
		at := document.Pos{Page: m.page, Line: line + int32(strings.Count(row[:len(row)-len(strings.TrimLeft(row, " \r\n\t"))], "\n"))}
		line += int32(strings.Count(row, "\n"))
		body = rest
		row, rules := cutRules(row)
		if rules && len(t.Rows) > 0 && !ruled {
			ruled = true
			for i := range t.Rows {
				t.Rows[i].Header = strings.TrimSpace(row) != "" || strings.TrimSpace(body) != ""
			}
		}
		if source.TrimASCIIBlanks(row) == "" {
			continue
		}
		r := document.Row{At: at}
		for _, cell := range splitCells(row) {
			r.Cells = m.tabularCell(r.Cells, cell, at, &open)
		}
		t.Rows = append(t.Rows, r)
	}
}

// cutRules takes \hline and the like off the front of a row.
func cutRules(row string) (rest string, found bool) {
	rest = strings.TrimLeft(row, " \r\n\t")
	for {
		name := rest
		for _, rule := range [...]string{`\hline`, `\toprule`, `\midrule`, `\bottomrule`, `\cline`, `\cmidrule`} {
			if after, ok := strings.CutPrefix(rest, rule); ok && (after == "" || after[0] > 'z' || after[0] < 'a') {
				partial := rule[1] == 'c'
				found = found || !partial
				if rest = after; partial {
					if i := strings.IndexByte(after, '{'); i >= 0 {
						_, rest = cutBraces(after[i:])
					}
				}
				rest = strings.TrimLeft(rest, " \r\n\t")
			}
		}
		if rest == name {
			return rest, found
		}
	}
}

// splitCells cuts a row at the "&" that are neither escaped nor in braces.
func splitCells(row string) (cells []string) {
	depth, from := 0, 0
	for i := 0; i < len(row) && len(cells) < document.MaxItems; i++ {
		switch row[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		case '&':
			if depth <= 0 {
				cells = append(cells, row[from:i])
				from = i + 1
			}
		}
	}
	return append(cells, row[from:])
}

// tabularCell appends a cell, and the places that it covers right of it; a blank cell below
// one of several rows is covered by it. open holds how many rows those still cover.
func (m *parser) tabularCell(cells []document.Cell, text string, at document.Pos, open *[]uint16) []document.Cell {
	var span document.Span
	text = source.TrimASCIIBlanks(text)
	for {
		var n *uint16
		switch {
		case strings.HasPrefix(text, `\multicolumn{`):
			n = &span.Cols
		case strings.HasPrefix(text, `\multirow{`):
			n = &span.Rows
		}
		if n == nil {
			break
		}
		count, rest := cutBraces(text[strings.IndexByte(text, '{'):])
		if k, err := strconv.Atoi(strings.TrimSpace(count)); err == nil && k > 1 && k <= maxTabularSpan {
			*n = uint16(k)
		}
		if strings.HasPrefix(rest, "{") { // how it is aligned, how wide it is
			_, rest = cutBraces(rest)
		} else {
			rest = strings.TrimPrefix(rest, "*")
		}
		text, _ = cutBraces(strings.TrimLeft(rest, " "))
		text = source.TrimASCIIBlanks(text)
	}
	c := document.Cell{}
	if s := plainLaTeX(text); s != "" {
		c.SetRuns(m.inline.runs(s, at))
	}
	for k := range max(1, int(span.Cols)) {
		j := len(cells)
		for len(*open) <= j {
			*open = append(*open, 0)
		}
		switch {
		case k > 0:
			cells = append(cells, document.Cell{More: &document.More{Covered: true}})
			continue
		case c.Printed == "" && (*open)[j] > 0:
			c.Change(func(more *document.More) { more.Covered = true })
			(*open)[j]--
		case span.Rows > 1:
			(*open)[j] = span.Rows - 1
		default:
			(*open)[j] = 0
		}
		if span != (document.Span{}) {
			c.Change(func(more *document.More) { more.Span = span })
		}
		cells = append(cells, c)
	}
	return cells
}

// latexText writes the commands of LaTeX for text as Markdown does.
var latexText = strings.NewReplacer(`\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, `\_`, `\,`, " ", `\;`, " ", `\ `, " ", "~", " ", `\euro{}`, "€", `\euro`, "€", "--", "–",
	`\textbf{`, "**{", `\textit{`, "*{", `\emph{`, "*{", `\text{`, "{", `\textsuperscript{`, "^{", "\r", "", "\n", " ")

// plainLaTeX returns text as Markdown. What it does not know stays as it is written.
func plainLaTeX(s string) string {
	s = latexText.Replace(s)
	for _, mark := range [...]string{"**", "*", "^", ""} {
		for range maxTabularSpan {
			i := strings.Index(s, mark+"{")
			if i < 0 {
				break
			}
			inner, rest := cutBraces(s[i+len(mark):])
			s = s[:i] + mark + inner + mark + rest
		}
	}
	return source.TrimASCIIBlanks(s)
}
