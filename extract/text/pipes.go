// This file reads tables whose cells are separated by pipes without pipes at the edges, as
// psql prints them and people type them, and boxes whose cells have several lines.

package text

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/pipes"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// minBarePipes is the least number of lines with the same number of pipes; two are enough
// if a rule of dashes and plus signs follows the first.
const minBarePipes = 3

// pipedLines is the largest number of lines of a chunk that are searched for pipes at
// their edges.
const pipedLines = 4000

// piped reports whether lines hold a table drawn with pipes, whose cells may be padded
// with blanks: at least two rows of pipes.
func (t *textPage) piped(lo, hi int) bool {
	n := 0
	for _, ln := range t.lines[lo:min(hi, lo+pipedLines)] {
		if s := t.str(ln); s[0] == '|' || s[0] == "│"[0] {
			if pipes.IsRow(plainPipes(s)) {
				if n++; n == 2 {
					return true
				}
			}
		}
	}
	return false
}

// barePipes returns the lines of [lo, hi), from first to last, that are rows with the same
// number of pipes and none at their edges.
func (t *textPage) barePipes(lo, hi int) (first, last int) {
	for first = lo; first < hi && t.innerPipes(first) == 0; first++ {
	}
	if first == hi {
		return hi, hi
	}
	n, rows := t.innerPipes(first), 0
	ruled := false
	for last = first; last < hi; last++ {
		switch {
		case t.innerPipes(last) == n:
			rows++
		case rows == 1 && isPipeRule(t.str(t.lines[last])):
			ruled = true
		default:
			hi = last
		}
	}
	if rows < minBarePipes && !(ruled && rows == minBarePipes-1) {
		return hi, hi
	}
	return first, hi
}

// innerPipes returns the number of pipes of line i, 0 if one of them is at its edge.
func (t *textPage) innerPipes(i int) int {
	s := t.str(t.lines[i])
	if s[0] == '|' || s[len(s)-1] == '|' && !strings.Contains(s, "| ") {
		return 0
	}
	return strings.Count(s, "|")
}

// isPipeRule reports whether s is the rule below the headings of such a table:
// "-----+------".
func isPipeRule(s string) bool {
	s = strings.TrimFunc(s, source.IsBlank)
	return strings.ContainsAny(s, "+|") && strings.Trim(s, "-+|: ") == "" && strings.Contains(s, "--")
}

// pipeTable returns the table of lines whose cells pipes separate.
func (t *textPage) pipeTable(lines []textLine) *document.Table {
	tab := &document.Table{Frame: document.Frame{At: t.at(lines[0])}, Method: "pipes"}
	for _, ln := range lines {
		s := t.str(ln)
		if isPipeRule(s) {
			for r := range tab.Rows {
				tab.Rows[r].Header = true
			}
			continue
		}
		row := document.Row{At: t.at(ln)}
		for cell := range strings.SplitSeq(s, "|") {
			row.Cells = append(row.Cells, document.Cell{Printed: shape.Squeeze(strings.TrimFunc(cell, source.IsBlank))})
		}
		tab.Rows = append(tab.Rows, row)
	}
	return tab
}

// minBoxRows is the least number of rows below the headings of a box in which a border
// separates all rows; in a box with one border below its headings, each line is a row.
const minBoxRows = 2

// joinBoxRows joins the lines between two borders of a box into one row if borders separate
// all rows: no figure is below another, and every line after a row's first leaves its first
// cell blank. If the border below the headings is double, as in boxes of programs that draw
// all borders, it is enough that one of these lines leaves some cell blank. borders are
// the rows that begin below a border.
func joinBoxRows(tab *document.Table, borders []int, double bool) {
	var starts []int
	for _, b := range borders {
		if b < len(tab.Rows) && (len(starts) == 0 || starts[len(starts)-1] != b) {
			starts = append(starts, b)
		}
	}
	if len(starts) <= minBoxRows || starts[0] != 0 {
		return
	}
	starts = append(starts, len(tab.Rows))
	blank := false
	for k := 1; k < len(starts); k++ {
		for r := starts[k-1] + 1; r < starts[k]; r++ {
			row := &tab.Rows[r]
			if !continuesInBox(&tab.Rows[r-1], row, double) {
				return
			}
			blank = blank || slices.ContainsFunc(row.Cells, func(c document.Cell) bool { return c.IsBlank() })
		}
	}
	if !blank {
		return
	}
	rows := tab.Rows[:0]
	for k := 1; k < len(starts); k++ {
		row := tab.Rows[starts[k-1]]
		for r := starts[k-1] + 1; r < starts[k]; r++ {
			for c := range row.Cells {
				a, b := row.Cells[c].Text(), tab.Rows[r].Cells[c].Text()
				if a != "" && b != "" {
					a = shape.JoinWrapped(a, b)
				} else {
					a += b
				}
				row.Cells[c] = document.Cell{Printed: a}
			}
		}
		rows = append(rows, row)
	}
	tab.Rows = rows
}

// continuesInBox reports whether row may be the next line of the cells of up.
func continuesInBox(up, row *document.Row, double bool) bool {
	if len(up.Cells) != len(row.Cells) || len(row.Cells) == 0 || !double && !row.Cells[0].IsBlank() {
		return false
	}
	for c := range row.Cells {
		if a, b := up.Cells[c].Text(), row.Cells[c].Text(); figures(a) && figures(b) {
			return false
		}
	}
	return true
}

// figures reports whether s prints figures and no letters.
func figures(s string) bool {
	return strings.ContainsFunc(s, unicode.IsDigit) && !strings.ContainsFunc(s, unicode.IsLetter)
}
