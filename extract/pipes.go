// This file reads tables drawn with pipes, line by line, for Markdown and for
// plain text alike. A Markdown library would pad short rows and drop what
// stands beyond the last heading, and so hide the rows that are broken. Here a
// row is as long as it is printed.

package extract

import (
	"fmt"
	"strings"
)

// strongDelimiter is how many dashes a cell of a delimiter row needs where the
// row's place alone does not prove that it is one: a dash or two is how people
// write that a value is missing.
const strongDelimiter = 3

// maxHeaderRows is how many rows may stand above a delimiter row: a banner, the
// headings, their units.
const maxHeaderRows = 3

// maxRowCells is how many cells one line is split into: tables of releases have
// a dozen columns, spreadsheets some hundreds. A longer line is an attack or no
// table; what stands beyond stays whole in the row's last cell.
const maxRowCells = 4096

// A pipeTable gathers the rows of one printed pipe table. The zero value is
// ready; after end it is ready for the next table and keeps its slabs.
type pipeTable struct {
	doc       *Document                       // takes the issues of rows too long to split
	styled    func(text string, at Pos) []Run // reads the marks in a cell; nil keeps cells as they are printed
	slab      slab
	table     *Table
	delimited bool // the table's delimiter row was seen
	inner     int  // pipes of the first row where it has none at its front, else 0

	short [shortTable]Row // of the open table, while it is short
	kept  []Row           // rows of finished short tables
}

// shortTable is up to how many rows a table is gathered in one place, and kept in
// just the room that it needs: some documents have nothing but short tables.
const shortTable = 32

// begin opens a table.
func (p *pipeTable) begin(at Pos) {
	p.table = &Table{Frame: Frame{At: at}, Method: "pipes", Rows: p.short[:0]}
}

// finish returns the open table with the first n of its rows.
func (p *pipeTable) finish(n int) *Table {
	t := p.table
	t.Rows = t.Rows[:n:n]
	if n <= shortTable {
		t.Rows = keep(&p.kept, t.Rows)
	}
	return t
}

// startsPipes reports whether line opens a pipe table; next is the line after
// it, "" if there is none. A row with pipes at its edge needs no witness, one
// without needs a delimiter row below it.
func startsPipes(line, next string) bool {
	if strings.IndexByte(line, '|') < 0 {
		return false
	}
	if isPipeRow(line) {
		return true
	}
	return hasPipe(line) && delimiterStrength(next) > 0
}

// isPipeRow reports whether line starts with a pipe and has another one.
func isPipeRow(line string) bool {
	line = trimBlanks(line)
	return len(line) > 1 && line[0] == '|' && (line[len(line)-1] == '|' || hasPipe(line[1:]))
}

// hasPipe reports whether line has a pipe that is not escaped.
func hasPipe(line string) bool {
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

// goesOn reports whether line is another row of the table that is open.
func (p *pipeTable) goesOn(line string) bool { return p.table != nil && hasPipe(line) }

// add reads line as a row. If the row shows that a new table was printed right
// below the open one, add returns the finished one, and nil otherwise.
func (p *pipeTable) add(line string, at Pos) (done *Table) {
	if strength := delimiterStrength(line); strength > 0 && p.delimiter(strength, at, &done) {
		return done
	}
	if p.table == nil {
		p.begin(at)
		p.inner = 0
		if line = trimBlanks(line); line != "" && line[0] != '|' {
			p.inner = countPipes(line)
		}
	}
	p.table.Rows = append(p.table.Rows, Row{At: at, Cells: p.cells(line, at)})
	return nil
}

// countPipes returns how many pipes part cells in line.
func countPipes(line string) int { return strings.Count(line, "|") - strings.Count(line, `\|`) }

// opens reports whether the pipe at the front of a row is the table's edge. In a
// table without pipes at its edges it ends a blank cell, unless the row has both.
func (p *pipeTable) opens(line string) bool {
	if p.inner == 0 {
		return true
	}
	n := countPipes(line)
	return n != p.inner && line[len(line)-1] == '|'
}

// border reads the edge of a box between rows: the first one below the first
// rows ends the headings, as a delimiter row does.
func (p *pipeTable) border() {
	if p.table == nil || p.delimited || len(p.table.Rows) == 0 || len(p.table.Rows) > maxHeaderRows {
		return
	}
	for i := range p.table.Rows {
		p.table.Rows[i].Header = true
	}
	p.delimited = true
}

// delimiter reports whether a row of dashes parts headings from values.
//
// Below one row it does. As the first row or below two or three rows it does if
// its dashes are long. Further down it is a row of missing values, unless the
// row above it is blank or repeats the headings: then a page ended between, and
// that row is the header of the next fragment.
func (p *pipeTable) delimiter(strength int, at Pos, done **Table) bool {
	strong := strength >= strongDelimiter
	if p.table == nil {
		if strong {
			p.begin(at)
			p.inner = 0
			p.delimited = true
		}
		return strong
	}
	rows := p.table.Rows
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
	p.table.Rows = append(p.table.Rows, head)
	p.delimited = true
	return true
}

// end returns the open table, nil if there is none.
func (p *pipeTable) end() *Table {
	if p.table == nil {
		return nil
	}
	t := p.finish(len(p.table.Rows))
	p.table, p.delimited = nil, false
	return t
}

// expect makes room for n more rows, so that a long table grows once.
func (p *pipeTable) expect(n int) {
	if p.table != nil && n > cap(p.table.Rows)-len(p.table.Rows) {
		rows := make([]Row, len(p.table.Rows), len(p.table.Rows)+n)
		copy(rows, p.table.Rows)
		p.table.Rows = rows
	}
}

// pipeClass says what a byte means inside a row; most bytes mean nothing.
var pipeClass = func() (class [256]byte) {
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

// rowCut says that a row is not split to its end.
func rowCut(at Pos) Issue {
	return Issue{At: at, Code: "row-cut", Why: fmt.Sprintf("the row has more than %d cells; the rest stands in its last one", maxRowCells)}
}

// cells splits a row at its pipes. The pipes at the edges open and close the
// row; they are no cells of their own.
func (p *pipeTable) cells(line string, at Pos) []Cell {
	line = trimBlanks(line)
	if line != "" && line[0] == '|' && p.opens(line) {
		line = line[1:]
	}
	start := p.slab.startRow()
	from, marked, ticks := 0, false, true
	n := 1 // cells begun
	for i := 0; i < len(line); i++ {
		switch pipeClass[line[i]] {
		case 0:
		case pipeByte:
			if n++; n > maxRowCells {
				p.doc.Issues = append(p.doc.Issues, rowCut(at))
				return p.slab.endRow(p.cell(start, line[from:], at, false))
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
	if from == 0 || trimBlanks(line[from:]) != "" {
		start = p.cell(start, line[from:], at, marked)
	}
	return p.slab.endRow(start)
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
func (p *pipeTable) cell(start int, text string, at Pos, marked bool) int {
	c := Cell{Printed: trimBlanks(text)}
	switch {
	case !marked || c.Printed == "":
	case p.styled != nil:
		c = p.slab.cell(p.styled(c.Printed, at))
	default:
		c.Printed = strings.ReplaceAll(c.Printed, `\|`, "|")
	}
	return p.slab.addCell(start, c)
}

// delimiterStrength returns the fewest dashes in a cell of a delimiter row, 0 if
// line is none. Cells are parted by pipes, or by plus signs as psql draws them.
func delimiterStrength(line string) int {
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
	line = trimBlanks(line)
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

func isBlankRow(r Row) bool {
	for i := range r.Cells {
		if !r.Cells[i].IsBlank() {
			return false
		}
	}
	return true
}

func sameRow(a, b Row) bool {
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

// trimBlanks cuts the blanks that Markdown gives no meaning. A no-break blank is
// printed text and stays.
func trimBlanks(s string) string {
	for s != "" && isBlank(s[0]) {
		s = s[1:]
	}
	for s != "" && isBlank(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' }
