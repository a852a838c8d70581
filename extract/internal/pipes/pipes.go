// This file reads tables drawn with pipes, line by line, for Markdown and for
// plain text alike. A Markdown library would pad short rows and drop what
// stands beyond the last heading, and so hide the rows that are broken. Here a
// row is as long as it is printed.

package pipes

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
)

// strongDelimiter is how many dashes a cell of a delimiter row needs where the
// row's place alone does not prove that it is one: a dash or two is how people
// write that a value is missing.
const strongDelimiter = 3

// maxHeaderRows is how many rows may stand above a delimiter row: a banner, the
// headings, their units.
const maxHeaderRows = 3

// MaxRowCells is how many cells one line is split into: tables of releases have
// a dozen columns, spreadsheets some hundreds. A longer line is an attack or no
// table; what stands beyond stays whole in the row's last cell.
const MaxRowCells = 4096

// A Table gathers the rows of one printed pipe table. The zero value is
// ready; after end it is ready for the next table and keeps its slabs.
type Table struct {
	Doc       *document.Document                                // takes the issues of rows too long to split
	Styled    func(text string, at document.Pos) []document.Run // reads the marks in a cell; nil keeps cells as they are printed
	Slab      slab.Slab
	Table     *document.Table
	delimited bool // the table's delimiter row was seen
	inner     int  // pipes of the first row where it has none at its front, else 0

	short [shortTable]document.Row // of the open table, while it is short
	kept  []document.Row           // rows of finished short tables
}

// shortTable is up to how many rows a table is gathered in one place, and kept in
// just the room that it needs: some documents have nothing but short tables.
const shortTable = 32

// begin opens a table.
func (p *Table) begin(at document.Pos) {
	p.Table = &document.Table{Frame: document.Frame{At: at}, Method: "pipes", Rows: p.short[:0]}
}

// finish returns the open table with the first n of its rows.
func (p *Table) finish(n int) *document.Table {
	t := p.Table
	t.Rows = t.Rows[:n:n]
	if n <= shortTable {
		t.Rows = slab.Keep(&p.kept, t.Rows)
	}
	return t
}

// Starts reports whether line opens a pipe table; next is the line after
// it, "" if there is none. A row with pipes at its edge needs no witness, one
// without needs a delimiter row below it.
func Starts(line, next string) bool {
	if strings.IndexByte(line, '|') < 0 {
		return false
	}
	if IsRow(line) {
		return true
	}
	return HasPipe(line) && DelimiterStrength(next) > 0
}

// IsRow reports whether line starts with a pipe and has another one.
func IsRow(line string) bool {
	line = TrimBlanks(line)
	return len(line) > 1 && line[0] == '|' && (line[len(line)-1] == '|' || HasPipe(line[1:]))
}

// HasPipe reports whether line has a pipe that is not escaped.
func HasPipe(line string) bool {
	for i := strings.IndexByte(line, '|'); i >= 0; {
		if i == 0 || line[i-1] != '\\' {
			return true
		}
		j := strings.IndexByte(line[i+1:], '|')
		if j < 0 {
			return false
		}
		i += 1 + j
	}
	return false
}

// GoesOn reports whether line is another row of the table that is open.
func (p *Table) GoesOn(line string) bool { return p.Table != nil && HasPipe(line) }

// Add reads line as a row. If the row shows that a new table was printed right
// below the open one, add returns the finished one, and nil otherwise.
func (p *Table) Add(line string, at document.Pos) (done *document.Table) {
	if strength := DelimiterStrength(line); strength > 0 && p.delimiter(strength, at, &done) {
		return done
	}
	if p.Table == nil {
		p.begin(at)
		p.inner = 0
		if line = TrimBlanks(line); line != "" && line[0] != '|' {
			p.inner = countPipes(line)
		}
	}
	p.Table.Rows = append(p.Table.Rows, document.Row{At: at, Cells: p.cells(line, at)})
	return nil
}

// countPipes returns how many pipes part cells in line.
func countPipes(line string) int { return strings.Count(line, "|") - strings.Count(line, `\|`) }

// opens reports whether the pipe at the front of a row is the table's edge. In a
// table without pipes at its edges it ends a blank cell, unless the row has both.
func (p *Table) opens(line string) bool {
	if p.inner == 0 {
		return true
	}
	n := countPipes(line)
	return n != p.inner && line[len(line)-1] == '|'
}

// Border reads the edge of a box between rows: the first one below the first
// rows ends the headings, as a delimiter row does.
func (p *Table) Border() {
	if p.Table == nil || p.delimited || len(p.Table.Rows) == 0 || len(p.Table.Rows) > maxHeaderRows {
		return
	}
	for i := range p.Table.Rows {
		p.Table.Rows[i].Header = true
	}
	p.delimited = true
}

// delimiter reports whether a row of dashes parts headings from values.
//
// Below one row it does. As the first row or below two or three rows it does if
// its dashes are long. Further down it is a row of missing values, unless the
// row above it is blank or repeats the headings: then a page ended between, and
// that row is the header of the next fragment.
func (p *Table) delimiter(strength int, at document.Pos, done **document.Table) bool {
	strong := strength >= strongDelimiter
	if p.Table == nil {
		if strong {
			p.begin(at)
			p.inner = 0
			p.delimited = true
		}
		return strong
	}
	rows := p.Table.Rows
	n := len(rows)
	if !p.delimited && (n == 1 || strong && n <= maxHeaderRows) {
		for i := range rows {
			rows[i].Header = true
		}
		p.delimited = true
		return true
	}
	if !strong || n < 2 || !isBlankRow(rows[n-1]) && !sameRow(rows[0], rows[n-1]) {
		return false
	}
	head := rows[n-1]
	head.Header = true
	*done = p.finish(n - 1)
	p.begin(head.At)
	p.Table.Rows = append(p.Table.Rows, head)
	p.delimited = true
	return true
}

// End returns the open table, nil if there is none.
func (p *Table) End() *document.Table {
	if p.Table == nil {
		return nil
	}
	t := p.finish(len(p.Table.Rows))
	p.Table, p.delimited = nil, false
	return t
}

// Expect makes room for n more rows, so that a long table grows once.
func (p *Table) Expect(n int) {
	if p.Table != nil && n > cap(p.Table.Rows)-len(p.Table.Rows) {
		rows := make([]document.Row, len(p.Table.Rows), len(p.Table.Rows)+n)
		copy(rows, p.Table.Rows)
		p.Table.Rows = rows
	}
}

// PipeClass says what a byte means inside a row; most bytes mean nothing.
var PipeClass = func() (class [256]byte) {
	for _, c := range "*_~<&^$[]!=" {
		class[c] = markupByte
	}
	class['|'], class['\\'], class['`'] = pipeByte, slashByte, tickByte
	return class
}()

const (
	pipeByte   = 1
	slashByte  = 2
	tickByte   = 3
	markupByte = 4
)

// RowCut says that a row is not split to its end.
func RowCut(at document.Pos) document.Issue {
	return document.Issue{At: at, Code: "row-cut", Why: fmt.Sprintf("the row has more than %d cells; the rest stands in its last one", MaxRowCells)}
}

// cells splits a row at its pipes. The pipes at the edges open and close the
// row; they are no cells of their own.
func (p *Table) cells(line string, at document.Pos) []document.Cell {
	line = TrimBlanks(line)
	if line != "" && line[0] == '|' && p.opens(line) {
		line = line[1:]
	}
	start := p.Slab.StartRow()
	from, marked, ticks := 0, false, true
	n := 1 // cells begun
	for i := 0; i < len(line); i++ {
		switch PipeClass[line[i]] {
		case 0:
		case pipeByte:
			if n++; n > MaxRowCells {
				p.Doc.Issues = append(p.Doc.Issues, RowCut(at))
				return p.Slab.EndRow(p.cell(start, line[from:], at, false))
			}
			start = p.cell(start, line[from:i], at, marked)
			from, marked = i+1, false
		case slashByte:
			marked = true
			i++ // whatever follows is no delimiter
		case tickByte:
			marked = true
			if ticks {
				i, ticks = skipCode(line, i)
			}
		default:
			marked = true
		}
	}
	if from == 0 || TrimBlanks(line[from:]) != "" {
		start = p.cell(start, line[from:], at, marked)
	}
	return p.Slab.EndRow(start)
}

// skipCode returns the index of the last backtick of the code span that opens
// at i. If the span does not end in this line, it returns the end of the
// opening backticks, and false.
func skipCode(line string, i int) (int, bool) {
	n := 1
	for i+n < len(line) && line[i+n] == '`' {
		n++
	}
	ticks := line[i : i+n]
	for j := i + n; ; {
		k := strings.Index(line[j:], ticks)
		if k < 0 {
			return i + n - 1, false
		}
		j += k
		m := n
		for j+m < len(line) && line[j+m] == '`' {
			m++
		}
		if m == n {
			return j + n - 1, true
		}
		j += m
	}
}

// cell adds one cell to the row that starts at start in the slab.
func (p *Table) cell(start int, text string, at document.Pos, marked bool) int {
	c := document.Cell{Printed: TrimBlanks(text)}
	switch {
	case !marked || c.Printed == "":
	case p.Styled != nil:
		c = p.Slab.Cell(p.Styled(c.Printed, at))
	default:
		c.Printed = strings.ReplaceAll(c.Printed, `\|`, "|")
	}
	return p.Slab.AddCell(start, c)
}

// DelimiterStrength returns the fewest dashes in a cell of a delimiter row, 0 if
// line is none. Cells are parted by pipes, or by plus signs as psql draws them.
func DelimiterStrength(line string) int {
	least, dashes, seps, closed := 0, 0, 0, false
	cell := func() bool {
		if dashes == 0 {
			return false
		}
		if least == 0 || dashes < least {
			least = dashes
		}
		dashes, closed = 0, false
		return true
	}
	line = TrimBlanks(line)
	if strings.HasPrefix(line, "|") {
		line = line[1:]
		seps++
	}
	if line == "" {
		return 0
	}
	for i := 0; i < len(line); i++ {
		switch c := line[i]; c {
		case '-':
			if closed {
				return 0
			}
			dashes++
		case ':', ' ', '\t':
			closed = dashes > 0
		case '|', '+':
			seps++
			if !cell() {
				return 0
			}
		default:
			return 0
		}
	}
	if dashes > 0 {
		cell()
	}
	if seps == 0 {
		return 0
	}
	return least
}

func isBlankRow(r document.Row) bool {
	for i := range r.Cells {
		if !r.Cells[i].IsBlank() {
			return false
		}
	}
	return true
}

func sameRow(a, b document.Row) bool {
	if len(a.Cells) != len(b.Cells) {
		return false
	}
	for i := range a.Cells {
		if a.Cells[i].Text() != b.Cells[i].Text() {
			return false
		}
	}
	return true
}

// TrimBlanks cuts the blanks that Markdown gives no meaning. A no-break blank is
// printed text and stays.
func TrimBlanks(s string) string {
	for s != "" && IsBlank(s[0]) {
		s = s[1:]
	}
	for s != "" && IsBlank(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func IsBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' }
