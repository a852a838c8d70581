// This file reads tables whose cells are separated by single tabs, as a spreadsheet puts
// them on the clipboard, or by semicolons; their columns are not aligned.

package text

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/pipes"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/slab"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// minTabbed is the least number of lines with two cells that make a table of tabs; fewer
// are labels. With more cells, two lines are enough.
const minTabbed = 3

// tabbed returns the lines of [lo, hi), from first to last, that are rows separated by
// tabs. Each row has as many tabs as the first one, or fewer if its last cells are blank,
// and no gap of blanks.
func (t *textPage) tabbed(lo, hi int) (first, last int) {
	for first = lo; first < hi && !t.isTabbed(first); first++ {
	}
	if first == hi {
		return hi, hi
	}
	tabs := strings.Count(t.raw(first), "\t")
	same, labels := 0, 0
	for last = first; last < hi; last++ {
		if !t.isTabbed(last) && !(last+1 < hi && t.isTabbed(last+1) && tabs > 1 && !strings.Contains(t.raw(last), "  ")) {
			break // but for a name whose other cells are all blank
		}
		switch n := strings.Count(t.raw(last), "\t"); {
		case n > tabs:
			return hi, hi
		case n == tabs:
			same++
		}
		if cell, _, _ := strings.Cut(t.raw(last), "\t"); strings.HasSuffix(strings.TrimRightFunc(cell, source.IsBlank), ":") {
			labels++
		}
	}
	n := last - first
	if n < 2 || tabs == 1 && n < minTabbed || 2*same < n || 2*labels > n || same < n && t.inTabStops(first, last, tabs) {
		return hi, hi
	}
	return first, last
}

// inTabStops reports whether tabs align the texts of lines in columns, as many as the first
// line has texts: then blank cells have no tab.
func (t *textPage) inTabStops(first, last, tabs int) bool {
	starts := map[int]bool{}
	var segs []segment
	for _, ln := range t.lines[first:last] {
		segs = segments(t.text, ln, segs[:0])
		for _, s := range segs {
			starts[s.c0] = true
		}
		if len(starts) > tabs+1 {
			return false
		}
	}
	return true
}

// raw returns a line with the tabs at its beginning, which are blank cells.
func (t *textPage) raw(i int) string { return t.text[t.lines[i].start:t.lines[i].end] }

// isTabbed reports whether line i has single tabs and no other gap. Several tabs in a row
// may be blank cells, or may align a text with those above; then the columns decide.
func (t *textPage) isTabbed(i int) bool {
	s := t.raw(i)
	return strings.Contains(strings.TrimLeft(s, "\t"), "\t") && !strings.Contains(s, "  ") ||
		strings.HasPrefix(s, "\t") && !strings.Contains(s, "  ")
}

// minSeparated is the least number of lines with the same number of semicolons; three are
// no chance, since prose and lists put a blank after a semicolon.
const minSeparated = 3

// separated returns the lines of [lo, hi) that are rows of cells separated by semicolons:
// at least two in each line, the same number in all, and no blank after them.
func (t *textPage) separated(lo, hi int) (first, last int) {
	cells := func(i int) int {
		s := t.raw(i)
		if n := strings.Count(s, ";"); n >= 2 && !strings.Contains(s, "; ") {
			return n
		}
		return 0
	}
	for first = lo; first < hi && cells(first) == 0; first++ {
	}
	if first == hi {
		return hi, hi
	}
	n := cells(first)
	for last = first; last < hi && cells(last) == n; last++ {
	}
	if last-first < minSeparated {
		return hi, hi
	}
	return first, last
}

// cellTable returns the table of lines whose cells are separated by sep.
func (t *textPage) cellTable(lines []textLine, sep, method string) *document.Table {
	tab := &document.Table{Frame: document.Frame{At: t.at(lines[0])}, Method: method}
	var slab slab.Slab
	for _, ln := range lines {
		at := t.at(ln)
		start := slab.StartRow()
		cells := strings.SplitN(t.text[ln.start:ln.end], sep, pipes.MaxRowCells)
		if strings.Contains(cells[len(cells)-1], sep) {
			t.doc.Issues = append(t.doc.Issues, pipes.RowCutIssue(at))
		}
		for _, cell := range cells {
			start = slab.AddCell(start, document.Cell{Printed: shape.Squeeze(strings.TrimFunc(cell, source.IsBlank))})
		}
		tab.Rows = append(tab.Rows, document.Row{At: at, Cells: slab.EndRow(start)})
	}
	return tab
}
