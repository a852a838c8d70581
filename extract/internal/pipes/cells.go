// Cells of a pipe row: where pipes separate them, where code and escapes hide one,
// and delimiter rows, whose cells are dashes.

package pipes

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// MaxRowCells is the largest number of cells that a line is split into. Tables of
// releases have a dozen columns, spreadsheets some hundreds; a longer line is an
// attack or no table. Its rest stays whole in the row's last cell.
const MaxRowCells = 4096

// ByteClass holds what each byte means in a row; 0 is plain text.
var ByteClass = func() (class [256]byte) {
	for _, c := range "*_~<&^$[]!=" {
		class[c] = markupByte
	}
	class['|'], class['\\'], class['`'] = pipeByte, slashByte, tickByte
	return class
}()

// The meanings of bytes in ByteClass.
const (
	pipeByte   = 1 // ends a cell
	slashByte  = 2 // escapes the next byte
	tickByte   = 3 // begins or ends code
	markupByte = 4 // may begin a mark
)

// RowCutIssue returns the issue of a row with more than MaxRowCells cells.
func RowCutIssue(at document.Pos) document.Issue {
	return document.Issue{At: at, Code: document.CodeRowCut, Why: fmt.Sprintf("the row has more than %d cells; the rest is in its last one", MaxRowCells)}
}

// cells splits a row at its pipes. The pipes at the edges do not delimit cells.
func (p *Table) cells(line string, at document.Pos) []document.Cell {
	line = source.TrimASCIIBlanks(line)
	if line != "" && line[0] == '|' && p.opensAtEdge(line) {
		line = line[1:]
	}
	start := p.Slab.StartRow()
	from, marked, ticks := 0, false, true
	n := 1 // cells begun
	for i := 0; i < len(line); i++ {
		switch ByteClass[line[i]] {
		case 0:
		case pipeByte:
			if n++; n > MaxRowCells {
				p.Doc.Issues = append(p.Doc.Issues, RowCutIssue(at))
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
	if from == 0 || source.TrimASCIIBlanks(line[from:]) != "" {
		start = p.cell(start, line[from:], at, marked)
	}
	return p.Slab.EndRow(start)
}

// skipCode returns the index of the last backtick of the code span that begins at
// i. If the span does not end in this line, it returns the index of the last
// opening backtick, and false.
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

// cell adds a cell to the row that starts at start in the slab, and returns where
// the row starts now. marked reports whether text may hold marks.
func (p *Table) cell(start int, text string, at document.Pos, marked bool) int {
	c := document.Cell{Printed: source.TrimASCIIBlanks(text)}
	if marked && c.Printed != "" {
		c.Printed = strings.ReplaceAll(c.Printed, `\|`, "|") // in code too
		if p.Styled != nil {
			c = p.Slab.Cell(p.Styled(c.Printed, at))
		}
	}
	return p.Slab.AddCell(start, c)
}

// DelimiterStrength returns the least number of dashes in a cell of a delimiter
// row, 0 if line is none. Cells are separated by pipes, or by plus signs as psql
// draws them.
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
	line = source.TrimASCIIBlanks(line)
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
