// Grid tables, as pandoc draws them where cells have several lines or span:
//
//	+-----------+------+
//	| Région    | Nom  |
//	+===========+======+
//	| Bretagne  | Lieu |
//	|           | long |
//	+-----------+------+

package markdown

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// isGridBorder reports whether text is a border over all columns of a grid: plus
// signs joined by dashes or equal signs.
func isGridBorder(text string) bool {
	return len(text) > 2 && text[0] == '+' && text[len(text)-1] == '+' && strings.Trim(text, "+-=:") == "" && strings.ContainsAny(text, "-=")
}

// grid reads a grid table that begins in the current line.
func (m *parser) grid(text string) bool {
	if !isGridBorder(text) || !strings.HasPrefix(source.TrimASCIIBlanks(m.peek()), "|") {
		return false
	}
	m.flush()
	first := m.line
	lines := [][]rune{[]rune(text)}
	for m.pos < len(m.src) {
		next := source.TrimASCIIBlanks(unquote(m.peek()))
		if next == "" || next[0] != '|' && next[0] != '+' {
			break
		}
		m.next()
		lines = append(lines, []rune(next))
	}
	g := gridTable{m: m, first: first, bounds: gridBounds(lines)}
	for i, line := range lines {
		g.addLine(i, line)
	}
	g.endRow(nil)
	if len(g.table.Rows) > 0 {
		g.table.At = g.table.Rows[0].At
		m.emit(&g.table)
	}
	return true
}

// gridBounds returns the indexes at which columns begin and end: those of the plus
// signs in borders.
func gridBounds(lines [][]rune) []int {
	var bounds []int
	for _, line := range lines {
		if line[0] != '+' {
			continue
		}
		for i, r := range line {
			if r == '+' && !slices.Contains(bounds, i) {
				bounds = append(bounds, i)
			}
		}
		if len(bounds) > maxGridColumns {
			break
		}
	}
	slices.Sort(bounds)
	return bounds
}

// maxGridColumns is the largest number of columns searched for; nobody draws more.
const maxGridColumns = 200

// A gridTable reads one grid table.
type gridTable struct {
	m      *parser
	first  int32 // number of the line of the first border
	bounds []int // see gridBounds
	table  document.Table
	cells  []gridCell // of the open row
	rowAt  int        // index of the line in which the open row begins
}

// A gridCell is a cell of the open row.
type gridCell struct {
	col, cols int
	lines     []string
	owner     int // index of the row in which the cell begins if it spans from above, else -1
	index     int // of the cell in that row
}

// addLine reads line i of the drawing.
func (g *gridTable) addLine(i int, line []rune) {
	g.table.Method = "pipes"
	if isGridBorder(string(line)) || g.isBorder(line) {
		g.endRow(line)
		g.rowAt = i + 1
		if strings.ContainsRune(string(line), '=') {
			for k := range g.table.Rows {
				g.table.Rows[k].Header = true
			}
		}
		for _, piece := range g.split(line) { // text of cells that span the border
			if strings.Trim(piece.lines[0], "-=:+| ") != "" {
				g.addPiece(piece)
			}
		}
		return
	}
	for _, piece := range g.split(line) {
		g.addPiece(piece)
	}
}

// addPiece adds a piece of a line to its cell in the open row.
func (g *gridTable) addPiece(piece gridCell) {
	k := slices.IndexFunc(g.cells, func(c gridCell) bool { return c.col == piece.col })
	if k < 0 {
		k = len(g.cells)
		g.cells = append(g.cells, gridCell{col: piece.col, cols: piece.cols, owner: -1})
	}
	g.cells[k].lines = append(g.cells[k].lines, piece.lines...)
}

// isBorder reports whether line ends the cells of some column.
func (g *gridTable) isBorder(line []rune) bool {
	for k := 1; k < len(g.bounds); k++ {
		from, to := g.bounds[k-1], g.bounds[k]
		if to < len(line) && line[from] == '+' && line[to] == '+' && strings.Trim(string(line[from:to+1]), "+-=:") == "" {
			return true
		}
	}
	return false
}

// split cuts a line at the bounds that hold a pipe or a plus. A line that is not
// aligned with the borders, but has as many pipes, is cut at its pipes.
func (g *gridTable) split(line []rune) []gridCell {
	var cells []gridCell
	if !g.aligned(line) {
		if pieces := strings.Split(strings.Trim(string(line), "|"), "|"); len(pieces) == len(g.bounds)-1 {
			for k, text := range pieces {
				cells = append(cells, gridCell{col: k, cols: 1, lines: []string{text}, owner: -1})
			}
			return cells
		}
	}
	from, col := 1, 0
	for k := 1; k < len(g.bounds); k++ {
		b := g.bounds[k]
		last := k == len(g.bounds)-1
		if !last && (b >= len(line) || line[b] != '|' && line[b] != '+') {
			continue
		}
		to := min(b, len(line))
		if last { // a line longer than the border loses nothing
			to = len(line)
			if to > from && (line[to-1] == '|' || line[to-1] == '+') {
				to--
			}
		}
		text := ""
		if from < to {
			text = string(line[from:to])
		}
		cells = append(cells, gridCell{col: col, cols: k - col, lines: []string{text}, owner: -1})
		from, col = b+1, k
	}
	return cells
}

// aligned reports whether all pipes of a line are at bounds.
func (g *gridTable) aligned(line []rune) bool {
	for i, r := range line {
		if r == '|' {
			if _, ok := slices.BinarySearch(g.bounds, i); !ok {
				return false
			}
		}
	}
	return true
}

// endRow ends the open row at a border, nil at the end of the drawing. A cell that
// the border does not close spans into the next row.
func (g *gridTable) endRow(border []rune) {
	if len(g.cells) == 0 {
		return
	}
	slices.SortFunc(g.cells, func(a, b gridCell) int { return a.col - b.col })
	at := document.Pos{Page: g.m.page, Line: g.first + int32(g.rowAt)}
	row := document.Row{At: at}
	var open []gridCell
	width := max(len(g.bounds)-1, 1)
	for _, c := range g.cells {
		for len(row.Cells) < c.col {
			row.Cells = append(row.Cells, document.Cell{})
		}
		spansDown := g.isOpenBelow(border, c)
		var cell document.Cell
		if c.cols > 1 {
			cell.SetSpan(document.Span{Cols: uint16(c.cols)})
		}
		if c.owner >= 0 {
			cell.SetCovered(true)
			owner := &g.table.Rows[c.owner].Cells[c.index]
			owner.SetSpan(document.Span{Rows: max(owner.Span().Rows, 1) + 1, Cols: owner.Span().Cols})
		}
		if spansDown {
			if c.owner < 0 {
				c.owner, c.index = len(g.table.Rows), len(row.Cells)
			}
			open = append(open, c)
		} else if text := g.joinLines(c.lines); text != "" {
			runs := g.m.inline.runs(text, at)
			if c.owner >= 0 {
				g.table.Rows[c.owner].Cells[c.index].SetRuns(runs)
			} else {
				cell.SetRuns(runs)
			}
		}
		row.Cells = append(row.Cells, cell)
		for k := 1; k < c.cols; k++ {
			row.Cells = append(row.Cells, document.Cell{More: document.CoveredPlace})
		}
	}
	for len(row.Cells) < width {
		row.Cells = append(row.Cells, document.Cell{})
	}
	g.table.Rows = append(g.table.Rows, row)
	g.cells = open
}

// isOpenBelow reports whether the border does not close cell c.
func (g *gridTable) isOpenBelow(border []rune, c gridCell) bool {
	if border == nil {
		return false
	}
	from, to := g.bounds[c.col]+1, len(border)
	if c.col+c.cols < len(g.bounds) {
		to = min(to, g.bounds[c.col+c.cols])
	}
	if from >= to {
		return false
	}
	text := string(border[from:to])
	return strings.Trim(text, "-=:+") != "" || strings.Trim(text, "+") == ""
}

// joinLines joins the lines of a cell: with a blank, paragraphs with a line break.
func (g *gridTable) joinLines(lines []string) string {
	var b strings.Builder
	gap := false
	for _, l := range lines {
		t := source.TrimASCIIBlanks(l)
		if t == "" {
			gap = b.Len() > 0
			continue
		}
		hard := strings.HasSuffix(t, `\`) && !strings.HasSuffix(t, `\\`)
		if hard {
			t = t[:len(t)-1]
		}
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
			if gap {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(t)
		if hard {
			b.WriteByte('\n')
		}
		gap = false
	}
	return strings.TrimRight(b.String(), "\n")
}
