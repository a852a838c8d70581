// Rows of a fixed-width table: which lines make one row, and which pieces of
// neighbouring lines make one cell.

package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
)

// maxWrap is how many lines one row may take. Beyond it, what looks like a
// wrapped cell is a text under the table.
const maxWrap = 40

// A rowBuilder makes rows of lines, one line at a time.
type rowBuilder struct {
	text      string
	grid      *textGrid
	page      int32
	table     *document.Table // gets the rows that begin now
	mine      *document.Table // gets the row being made
	rows      int             // rows made so far
	top       bool            // no row but the heading, perhaps, was made on this page
	headLines int             // lines of the heading, 0 before it is made
	headLeft  int             // lines of a repeated heading that are still to come
	turned    bool            // a page was turned: no blank line can tell whether a row begins
	broken    []document.Cell // cells of the row before a repeated heading, nil if there is none
	attached  bool            // lines go on with that row
	data      []document.Cell // cells of the last row made
	slab      slab.Slab

	open   [][]cellPiece // pieces of the row being made, by column
	lineNo int32         // first line of that row
	lines  int           // lines it has so far
	lastNo int32         // line added last
	full   bool          // the row is a single piece across the table

	above   []cellPiece       // last piece of each column, whatever its row; b1 == 0 if none
	aboveNo []int32           // its line
	holder  []int             // row that holds it
	cells   [][]document.Cell // cells of that row
	covered []bool            // the row being made lies under a cell of an earlier row here
}

func newRowBuilder(text string, g *textGrid, page int32, t *document.Table) *rowBuilder {
	n := len(g.cols)
	return &rowBuilder{
		text: text, grid: g, page: page, table: t, top: true, cells: make([][]document.Cell, n),
		open: make([][]cellPiece, n), above: make([]cellPiece, n), aboveNo: make([]int32, n), holder: make([]int, n), covered: make([]bool, n),
	}
}

func (b *rowBuilder) str(p cellPiece) string { return b.text[p.b0:p.b1] }

// add takes the pieces of one line. apart says that a blank line stands before it.
func (b *rowBuilder) add(ps []cellPiece, num int32, apart bool) {
	across := len(ps) == 1 && ps[0].col == 0 && !b.continuesStub(ps[0], num, apart)
	if b.attached {
		if !across && !apart && b.remains(ps) {
			b.attach(ps, num)
			return
		}
		b.attached, b.broken = false, nil
	}
	if b.lines == 0 || across || b.full || b.starts(ps, num, apart) {
		attach := b.broken != nil && b.top && b.lines > 0 && !across && b.remains(ps)
		b.finish()
		if attach {
			b.attached = true
			b.attach(ps, num)
			return
		}
		if !b.top {
			b.broken = nil
		}
		b.lineNo, b.full, b.mine = num, across, b.table
	}
	for _, p := range ps {
		if !b.extends(p, num) {
			b.open[p.col] = append(b.open[p.col], p)
			b.holder[p.col] = b.rows
		}
		b.above[p.col], b.aboveNo[p.col] = p, num
	}
	b.lines++
	b.lastNo = num
}

// remains reports whether ps is the rest of the row that a page break cut and
// a repeated heading parted from it.
func (b *rowBuilder) remains(ps []cellPiece) bool {
	g := b.grid
	for _, p := range ps {
		s := b.str(p)
		switch u := b.broken[p.col].Text(); {
		case p.col == g.anchor && shapeOf(s) == g.cols[p.col].typed, p.col == g.named && firstWord(s) == g.cols[p.col].prefix:
			return false
		case u == "" || p.col != g.named && !dangles(u) && (!opensLow(s) || g.cols[p.col].small) && !opensDash(s):
			return false
		}
	}
	return true
}

// attach puts ps behind the cells of the broken row.
func (b *rowBuilder) attach(ps []cellPiece, num int32) {
	for _, p := range ps {
		c := &b.broken[p.col]
		c.Printed = joinWrapped(c.Printed, b.str(p))
	}
	b.lastNo = num
}

// extends puts p behind the cell of an earlier row if that cell goes on here: a
// name merged over several rows wraps on the first line of the next of them.
func (b *rowBuilder) extends(p cellPiece, num int32) bool {
	u := b.above[p.col]
	if p.col == b.grid.anchor || p.col == b.grid.named || b.full || b.top || b.rows == 0 || len(b.open[p.col]) > 0 ||
		u.b1 == 0 || b.aboveNo[p.col] != num-1 || b.holder[p.col] >= b.rows || b.rows-b.holder[p.col] > maxWrap || len(b.cells[p.col]) < 2 {
		return false
	}
	if !b.covered[p.col] && (b.lines > 0 || !b.mustWrap(u, p)) {
		return false
	}
	c := &b.cells[p.col][p.col]
	c.Printed = joinWrapped(c.Printed, b.str(p))
	c.SetSpan(document.Span{Rows: uint16(min(b.rows-b.holder[p.col]+1, 1<<16-1)), Cols: c.Span().Cols})
	b.covered[p.col] = true
	return true
}

// continuesStub reports whether p, alone in the first column, is the rest of
// the cell above it.
func (b *rowBuilder) continuesStub(p cellPiece, num int32, apart bool) bool {
	u := b.above[0]
	if b.grid.spaced && !apart && !b.turned && b.lines > 0 && !b.full {
		return true
	}
	if b.full || b.lines == 0 || u.b1 == 0 || b.aboveNo[0] != num-1 || isTotal(b.str(p)) {
		return false
	}
	if b.mustWrap(u, p) {
		return true
	}
	if b.top {
		return false // a name under the heading stands over the first rows
	}
	// A name over the rows below it looks the same, but for the room it had.
	room := b.grid.cols[1].start - b.grid.cols[0].start - minGap
	return runeLen(b.str(u))+1+runeLen(firstWord(b.str(p))) > room
}

// mustWrap reports whether the words alone say that u goes on with p. Small
// letters say nothing in a column of "oui" and "non", nor below a whole value:
// "n.c." below "1,2".
func (b *rowBuilder) mustWrap(u, p cellPiece) bool {
	s, above := b.str(p), b.str(u)
	if dangles(above) || opensDash(s) {
		return true
	}
	c := &b.grid.cols[p.col]
	if c.typed != 0 && shapeOf(above) == c.typed && startsWithLetter(s) {
		return false
	}
	return opensLow(s) && !c.small
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// noRoom reports whether p's first word would not have fitted behind u.
func (b *rowBuilder) noRoom(u, p cellPiece) bool {
	w := b.grid.cols[p.col].width
	return runeLen(b.str(u))+1+runeLen(firstWord(b.str(p))) > w
}

func runeLen(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

// starts reports whether a line begins a new row.
func (b *rowBuilder) starts(ps []cellPiece, num int32, apart bool) bool {
	g := b.grid
	if b.lines >= maxWrap {
		return true
	}
	head := b.top
	var anchored, named, namedCell bool
	for _, p := range ps {
		s := b.str(p)
		anchored = anchored || p.col == g.anchor && shapeOf(s) == g.cols[p.col].typed
		if p.col == g.named {
			namedCell = true
			named = firstWord(s) == g.cols[p.col].prefix
		}
	}
	if g.spaced && !b.turned {
		// Where a merged cell beside it fills the blank line, only a second value
		// in the column that has one a row shows the next row.
		return apart || !head && (anchored && b.has(g.anchor) || g.anchor < 0 && named && b.has(g.named))
	}
	b.turned = false
	switch {
	case head && b.headLeft > 0:
		b.headLeft--
		return false
	case head && b.headLines == 0 && len(ps) == 1 && ps[0].col > 0 && !anchored:
		return false // a first entry without its region or department names nothing
	case anchored || named:
		return true
	case namedCell && !head:
		return b.standsAlone(ps, num) // else the entry above goes on
	case g.anchor >= 0 && len(ps) < 2:
		return false
	}
	// No column counts the rows: every cell must be able to go on from the one
	// above, and one of them must have to.
	must := false
	for _, p := range ps {
		u := b.above[p.col]
		switch {
		case u.b1 == 0 || b.aboveNo[p.col] != b.lastNo || num != b.lastNo+1:
			if opensLow(b.str(p)) && !g.cols[p.col].small {
				must = true
				continue
			}
			if p.col > 0 && len(ps) == 1 && g.anchor < 0 && g.named < 0 {
				return true
			}
			if g.anchor >= 0 || g.named >= 0 {
				continue
			}
			return true
		case b.mustWrap(u, p):
			must = true
		case !b.noRoom(u, p):
			return true
		case len(ps) == 1 && p.col < len(g.cols)-1:
			must = true
		}
	}
	return !must
}

// standsAlone reports whether a line prints something in each of three columns
// and more, and neither the words nor the room left in the line above say that
// it goes on with that: such a line is a row, whatever word it begins with.
func (b *rowBuilder) standsAlone(ps []cellPiece, num int32) bool {
	if len(ps) < 3 || len(ps) < len(b.grid.cols) {
		return false
	}
	room := false
	for _, p := range ps {
		u := b.above[p.col]
		if u.b1 == 0 || b.aboveNo[p.col] != num-1 {
			room = true
			continue
		}
		if b.mustWrap(u, p) {
			return false
		}
		room = room || !b.noRoom(u, p)
	}
	return room
}

// has reports whether the row being made has a piece in column c.
func (b *rowBuilder) has(c int) bool { return c >= 0 && len(b.open[c]) > 0 }

// finish makes a Row of the pieces that are open.
func (b *rowBuilder) finish() {
	if b.lines == 0 {
		return
	}
	at := document.Pos{Page: b.page, Line: b.lineNo}
	start := b.slab.StartRow()
	if b.full {
		start = b.slab.AddCell(start, b.cell(b.open[0]))
	} else {
		for c := range b.open {
			cell := b.cell(b.open[c])
			if b.covered[c] {
				cell.SetCovered(true)
			}
			start = b.slab.AddCell(start, cell)
		}
	}
	row := document.Row{At: at, Cells: b.slab.EndRow(start)}
	for c := range b.open {
		if len(b.open[c]) > 0 {
			if !b.full {
				b.spanColumns(&row, c)
			}
			b.cells[c] = row.Cells
		}
		b.open[c] = b.open[c][:0]
		b.covered[c] = false
	}
	b.data = row.Cells
	b.mine.Rows = append(b.mine.Rows, row)
	b.rows++
	if b.top && b.headLines == 0 {
		b.headLines = b.lines
	}
	b.lines, b.full, b.top = 0, false, false
}

// resume goes on with the columns of g on another page, whose first line is
// num. A row that the page break cut stays open.
//
// head says that the page begins with the heading again: that ends the row.
func (b *rowBuilder) resume(g *textGrid, page, num int32, t *document.Table, head bool) {
	if head {
		b.finish()
		b.top, b.broken, b.headLeft = true, nil, b.headLines-1
		if len(b.data) == len(g.cols) {
			b.broken = b.data
		}
	}
	b.turned = !head
	for c := range b.aboveNo {
		if b.aboveNo[c] == b.lastNo {
			b.aboveNo[c] = num - 1
		}
	}
	b.grid, b.page, b.table, b.lastNo = g, page, t, num-1
}

// spanColumns marks the cells that a piece of column c covers.
func (b *rowBuilder) spanColumns(row *document.Row, c int) {
	span := 1
	for _, p := range b.open[c] {
		span = max(span, p.span)
	}
	n := 1
	for n < span && c+n < len(row.Cells) && len(b.open[c+n]) == 0 {
		row.Cells[c+n].SetCovered(true)
		n++
	}
	if n > 1 {
		row.Cells[c].SetSpan(document.Span{Rows: row.Cells[c].Span().Rows, Cols: uint16(n)})
	}
}

// cell makes one Cell of the pieces of a column.
func (b *rowBuilder) cell(ps []cellPiece) document.Cell {
	if len(ps) == 0 {
		return document.Cell{}
	}
	s := b.str(ps[0])
	for _, p := range ps[1:] {
		s = joinWrapped(s, b.str(p))
	}
	return document.Cell{Printed: s}
}
