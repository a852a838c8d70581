// Pipe tables: which lines are rows, which rows are headings, and where one table
// ends and the next begins. cells.go cuts a row into its cells.

package pipes

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// minStrongDelimiter is the least number of dashes in each cell of a delimiter row
// whose place does not show that it is one. People write one or two dashes for a
// missing value.
const minStrongDelimiter = 3

// maxHeaderRows is the largest number of rows above a delimiter row: a banner, the
// headings, their units.
const maxHeaderRows = 3

// A Table collects the rows of one pipe table after another. It needs Doc only;
// after End it is ready for the next table and keeps its memory.
type Table struct {
	Doc        *document.Document                                // gets the issues of rows that are too long to split
	Styled     func(text string, at document.Pos) []document.Run // reads the marks in a cell; nil keeps cells as they are printed
	Slab       slab.Slab
	Open       *document.Table // the table that gets the rows, nil between tables
	delimited  bool            // the delimiter row of the open table was seen
	innerPipes int             // pipes of its first row if that does not begin with one, else 0

	shortRows [maxShortTable]document.Row // rows of the open table while it is short
	rowStore  []document.Row              // rows of finished short tables
}

// maxShortTable is the largest number of rows that a table collects in a shared
// array and then keeps in just the memory it needs: some documents have nothing
// but short tables.
const maxShortTable = 32

// begin opens a table.
func (p *Table) begin(at document.Pos) {
	p.Open = &document.Table{Frame: document.Frame{At: at}, Method: "pipes", Rows: p.shortRows[:0]}
}

// finish returns the open table with its first n rows.
func (p *Table) finish(n int) *document.Table {
	t := p.Open
	t.Rows = t.Rows[:n:n]
	if n <= maxShortTable {
		t.Rows = slab.Keep(&p.rowStore, t.Rows)
	}
	return t
}

// StartsTable reports whether line begins a pipe table; next is the line after it,
// "" if there is none. A line without pipes at its edges begins one only if next
// is a delimiter row.
func StartsTable(line, next string) bool {
	if strings.IndexByte(line, '|') < 0 {
		return false
	}
	if IsRow(line) {
		return true
	}
	return HasPipe(line) && DelimiterStrength(next) > 0
}

// IsRow reports whether line begins with a pipe and has another one.
func IsRow(line string) bool {
	line = source.TrimASCIIBlanks(line)
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

// Continues reports whether line is another row of the open table, or the rule
// below its headings: psql draws that with plus signs.
func (p *Table) Continues(line string) bool {
	return p.Open != nil && (HasPipe(line) || !p.delimited && len(p.Open.Rows) == 1 && DelimiterStrength(line) >= minStrongDelimiter)
}

// AddRow reads line as a row and opens a table if none is open. If the row shows
// that a new table begins just below the open one, AddRow returns the one that
// ends there, else nil.
func (p *Table) AddRow(line string, at document.Pos) (done *document.Table) {
	if strength := DelimiterStrength(line); strength > 0 && p.delimiter(strength, at, &done) {
		return done
	}
	if p.Open == nil {
		p.begin(at)
		p.innerPipes = 0
		if line = source.TrimASCIIBlanks(line); line != "" && line[0] != '|' {
			p.innerPipes = countPipes(line)
		}
	}
	p.Open.Rows = append(p.Open.Rows, document.Row{At: at, Cells: p.cells(line, at)})
	return nil
}

// AddBorder reads the edge of a box between rows. The first one below the first
// rows ends the headings, as a delimiter row does.
func (p *Table) AddBorder() {
	if p.Open == nil || p.delimited || len(p.Open.Rows) == 0 || len(p.Open.Rows) > maxHeaderRows {
		return
	}
	for i := range p.Open.Rows {
		p.Open.Rows[i].Header = true
	}
	p.delimited = true
}

// IsWhole reports whether line has as many pipes as the rows of an open table that
// has none at its edges.
func (p *Table) IsWhole(line string) bool {
	return p.Open != nil && p.innerPipes > 0 && countPipes(line) == p.innerPipes
}

// countPipes returns the number of pipes that separate cells in line.
func countPipes(line string) int { return strings.Count(line, "|") - strings.Count(line, `\|`) }

// opensAtEdge reports whether the pipe at the front of a row is the table's edge.
// In a table without pipes at its edges it ends a blank cell, unless the row has
// pipes at both ends.
func (p *Table) opensAtEdge(line string) bool {
	if p.innerPipes == 0 {
		return true
	}
	n := countPipes(line)
	return n != p.innerPipes && line[len(line)-1] == '|'
}

// delimiter reports whether a row of dashes separates headings from values, and
// marks the headings.
//
// Below one row it does. As the first row, or below two or three rows, it does if
// its dashes are long. Further down it is a row of missing values, unless the row
// above it is blank or repeats the headings: then a page ended there, and the row
// above is the header of the next table. The table before it is put into *done.
func (p *Table) delimiter(strength int, at document.Pos, done **document.Table) bool {
	strong := strength >= minStrongDelimiter
	if p.Open == nil {
		if strong {
			p.begin(at)
			p.innerPipes = 0
			p.delimited = true
		}
		return strong
	}
	rows := p.Open.Rows
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
	p.Open.Rows = append(p.Open.Rows, head)
	p.delimited = true
	return true
}

// End closes the open table and returns it, nil if none is open.
func (p *Table) End() *document.Table {
	if p.Open == nil {
		return nil
	}
	t := p.finish(len(p.Open.Rows))
	p.Open, p.delimited = nil, false
	return t
}

// Grow makes room for n more rows, so that a long table is copied once.
func (p *Table) Grow(n int) {
	if p.Open != nil && n > cap(p.Open.Rows)-len(p.Open.Rows) {
		rows := make([]document.Row, len(p.Open.Rows), len(p.Open.Rows)+n)
		copy(rows, p.Open.Rows)
		p.Open.Rows = rows
	}
}

// isBlankRow reports whether no cell of r prints anything.
func isBlankRow(r document.Row) bool {
	for i := range r.Cells {
		if !r.Cells[i].IsBlank() {
			return false
		}
	}
	return true
}

// sameRow reports whether two rows have the same texts.
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
