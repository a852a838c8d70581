// Package latex reads the tables of LaTeX source, as programs leave them in text and
// Markdown where they could not convert them.
//
// [Begin] finds where one begins, [Table] reads it: cells, spans and rules are kept,
// commands that only set type are taken off. What it does not know stays as printed.
package latex

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// MaxLines is how many lines of source a table has at most.
const MaxLines = 20_000

// maxSpan is how many columns or rows a cell spans at most.
const maxSpan = 100

// bodies are the environments that hold rows, and floats those around them.
var (
	bodies = []string{"tabular", "tabular*", "tabularx", "tabulary", "longtable", "supertabular", "array"}
	floats = []string{"table", "table*"}
)

// Begin returns the environment with a table that begins a line; "" if none does.
func Begin(line string) string {
	name, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), `\begin{`)
	if !ok {
		return ""
	}
	name, _, ok = strings.Cut(name, "}")
	if !ok {
		return ""
	}
	for _, env := range append(bodies, floats...) {
		if name == env {
			return name
		}
	}
	return ""
}

// End reports whether a line ends an environment.
func End(line, env string) bool { return strings.Contains(line, `\end{`+env+"}") }

// Table reads the source of one table. Rows carry the numbers of their lines, counted
// from first. It returns nil if there are no rows.
func Table(source string, first int32, page int32) *document.Table {
	s := &scanner{src: source, line: first, page: page}
	s.table = &document.Table{Frame: document.Frame{At: document.Pos{Page: page, Line: first}}, Method: "latex"}
	s.float()
	if len(s.table.Rows) == 0 {
		return nil
	}
	return s.table
}

// A scanner reads the source of a table.
type scanner struct {
	src   string
	pos   int
	line  int32
	page  int32
	table *document.Table

	row     document.Row
	cell    strings.Builder
	span    document.Span
	below   []int // rows of each column that a cell above still covers
	ruled   bool  // a rule was drawn below the first rows
	started bool  // the row has a cell
}

// float reads what stands around the rows: the caption is kept.
func (s *scanner) float() {
	for s.pos < len(s.src) {
		switch c := s.src[s.pos]; c {
		case '\\':
			name := s.command()
			switch name {
			case "begin":
				env := s.group()
				for _, b := range bodies {
					if env == b {
						s.arguments()
						s.rows(env)
						break
					}
				}
			case "caption":
				s.optional()
				s.table.Caption = []document.Run{{Text: Plain(s.group())}}
			case "end", "label", "vspace", "hspace", "setlength", "renewcommand":
				s.group()
			}
		case '%':
			s.comment()
		default:
			s.next()
		}
	}
}

// arguments passes what follows \begin{tabular}: a width, a position, the columns.
func (s *scanner) arguments() {
	for s.blanks(); s.pos < len(s.src) && (s.src[s.pos] == '{' || s.src[s.pos] == '['); s.blanks() {
		if s.src[s.pos] == '[' {
			s.optional()
		} else {
			s.group()
		}
	}
}

// rows reads the rows of an environment up to its end.
func (s *scanner) rows(env string) {
	for s.pos < len(s.src) {
		switch c := s.src[s.pos]; c {
		case '&':
			s.pos++
			s.endCell()
		case '%':
			s.comment()
		case '~':
			s.cell.WriteByte(' ')
			s.pos++
		case '{':
			s.text("{" + s.group() + "}")
		case '\\':
			if s.rowCommand(env) {
				return
			}
		default:
			if c == '\n' {
				s.cell.WriteByte(' ')
			} else {
				if c != ' ' && c != '\t' {
					s.mark()
				}
				s.cell.WriteByte(c)
			}
			s.next()
		}
	}
	s.endRow()
}

// rowCommand reads a command among rows; it reports whether it ends them.
func (s *scanner) rowCommand(env string) bool {
	start := s.pos
	name := s.command()
	switch name {
	case `\`, "tabularnewline", "cr":
		s.optional()
		s.endRow()
	case "hline", "toprule", "midrule", "bottomrule", "cline", "cmidrule", "hhline", "specialrule", "noalign":
		s.option('(', ')')
		s.optional()
		for s.pos < len(s.src) && s.src[s.pos] == '{' {
			s.group()
		}
		if name != "cline" && name != "cmidrule" && !s.ruled && len(s.table.Rows) > 0 {
			s.ruled = true
			for r := range s.table.Rows {
				s.table.Rows[r].Header = true
			}
		}
	case "multicolumn":
		n := number(s.group())
		s.group()
		s.span.Cols = uint16(n)
		s.text(s.group())
	case "multirow":
		s.optional()
		n := number(s.group())
		s.optional()
		s.group()
		s.optional()
		s.span.Rows = uint16(n)
		s.text(s.group())
	case "end":
		if s.group() == env {
			s.endRow()
			return true
		}
	case "endhead", "endfirsthead", "endfoot", "endlastfoot", "centering", "rowcolor", "cellcolor", "label":
		s.optional()
		if name == "rowcolor" || name == "cellcolor" || name == "label" {
			s.group()
		}
	default:
		for s.pos < len(s.src) && s.src[s.pos] == '{' {
			s.group()
		}
		s.text(s.src[start:s.pos])
	}
	return false
}

// text adds source to the cell.
func (s *scanner) text(src string) {
	s.mark()
	s.cell.WriteString(src)
}

// mark notes where the row begins.
func (s *scanner) mark() {
	if !s.started {
		s.started, s.row.At = true, document.Pos{Page: s.page, Line: s.line}
	}
}

// endCell adds the cell to the row, below those that cells above still cover.
func (s *scanner) endCell() {
	s.started = true
	if s.row.At.Line == 0 {
		s.row.At = document.Pos{Page: s.page, Line: s.line}
	}
	col := len(s.row.Cells)
	cell := document.Cell{Printed: Plain(s.cell.String())}
	if cell.Printed != "" && isBold(s.cell.String()) {
		cell.SetRuns([]document.Run{{Text: cell.Printed, Style: document.Style{Flags: document.Bold}}})
	}
	covered := col < len(s.below) && s.below[col] > 0 && cell.Printed == ""
	if covered {
		cell.SetCovered(true)
	} else if s.span.Rows > 1 || s.span.Cols > 1 {
		cell.SetSpan(document.Span{Rows: max(s.span.Rows, 1), Cols: max(s.span.Cols, 1)})
	}
	rows := int(s.span.Rows)
	for k := range max(1, int(s.span.Cols)) {
		c := cell
		if k > 0 {
			c = document.Cell{}
			c.SetCovered(true)
		}
		s.row.Cells = append(s.row.Cells, c)
		for len(s.below) < len(s.row.Cells) {
			s.below = append(s.below, 0)
		}
		switch at := col + k; {
		case covered:
			s.below[at]--
		case rows > 1:
			s.below[at] = rows - 1
		default:
			s.below[at] = 0
		}
	}
	s.cell.Reset()
	s.span = document.Span{}
}

// isBold reports whether all of a cell is set in bold type.
func isBold(src string) bool {
	src = strings.TrimSpace(src)
	for _, name := range []string{`\textbf`, `\mathbf`, `\bfseries`, `{\bf`} {
		if rest, ok := strings.CutPrefix(src, name); ok {
			return name[0] == '{' && groupEnd(src) == len(src) || name == `\bfseries` || strings.HasPrefix(rest, "{") && groupEnd(rest) == len(rest)
		}
	}
	return false
}

// endRow adds the row to the table.
func (s *scanner) endRow() {
	if len(s.row.Cells) == 0 && strings.TrimSpace(s.cell.String()) == "" {
		s.cell.Reset()
		s.started = false
		return
	}
	s.endCell()
	s.table.Rows = append(s.table.Rows, s.row)
	s.row, s.started = document.Row{}, false
}

// next passes one byte.
func (s *scanner) next() {
	if s.src[s.pos] == '\n' {
		s.line++
	}
	s.pos++
}

// blanks passes blanks and line ends.
func (s *scanner) blanks() {
	for s.pos < len(s.src) && strings.IndexByte(" \t\n", s.src[s.pos]) >= 0 {
		s.next()
	}
}

// comment passes the rest of the line.
func (s *scanner) comment() {
	for s.pos < len(s.src) && s.src[s.pos] != '\n' {
		s.pos++
	}
}

// command passes a command and returns its name: letters, or one sign.
func (s *scanner) command() string {
	s.pos++
	if s.pos >= len(s.src) {
		return ""
	}
	n := letters(s.src[s.pos:])
	if n == 0 {
		n = 1
	}
	name := s.src[s.pos : s.pos+n]
	if name == "\n" {
		s.line++
	}
	if s.pos += n; s.pos < len(s.src) && s.src[s.pos] == '*' && n > 1 {
		s.pos++
	}
	return name
}

// letters returns how many letters s begins with.
func letters(s string) int {
	n := 0
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	return n
}

// group passes {...} and returns what is in it; "" if none begins here.
func (s *scanner) group() string {
	if s.pos >= len(s.src) || s.src[s.pos] != '{' {
		return ""
	}
	n := groupEnd(s.src[s.pos:])
	inside := s.src[s.pos+1 : s.pos+max(n-1, 1)]
	s.line += int32(strings.Count(s.src[s.pos:s.pos+n], "\n"))
	s.pos += n
	return inside
}

// groupEnd returns how long the group is that s begins with: to its brace, or to the
// end of the text if nothing closes it.
func groupEnd(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// maxOption is how many bytes an option in brackets has at most.
const maxOption = 200

// optional passes [...].
func (s *scanner) optional() { s.option('[', ']') }

// option passes what stands between two signs.
func (s *scanner) option(open, end byte) {
	if s.pos < len(s.src) && s.src[s.pos] == open {
		if i := strings.IndexByte(s.src[s.pos:min(len(s.src), s.pos+maxOption)], end); i >= 0 {
			s.line += int32(strings.Count(s.src[s.pos:s.pos+i], "\n"))
			s.pos += i + 1
		}
	}
}

// number reads a small number, 1 if it is none.
func number(s string) int {
	n := 0
	for _, r := range strings.TrimSpace(s) {
		if r < '0' || r > '9' || n > maxSpan {
			return 1
		}
		n = 10*n + int(r-'0')
	}
	return min(max(n, 1), maxSpan)
}
