// This file finds tables that continue after a page break.

package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/describe"
)

const (
	// maxBorderShift is the largest distance, in points, between the outer borders of
	// two parts of one table.
	maxBorderShift = 12
	// pageEdge is the share of a page's height, at its top and its bottom, in which
	// running lines are printed.
	pageEdge = 0.12
	// maxCutRow is the largest index of the row that a page break cuts in the next
	// part of its table: a heading of two rows may be repeated above it.
	maxCutRow = 2
	// minFilledShare is the least share of rows that fill a column which is usually
	// filled.
	minFilledShare = 0.7
)

// continueTables marks tables that continue the one before: only a page break and
// what is printed on every page separates them, and their columns are the same.
func continueTables(doc *document.Document, turned turnedPages) {
	var last *document.Table
	var between []document.Block
	heights := map[int32]float32{}
	for _, p := range doc.Pages {
		heights[int32(p.Number)] = p.Height
	}
	running := edgeLines(doc, heights, turned)
	for _, b := range doc.Blocks {
		t, ok := b.(*document.Table)
		if !ok {
			text, _ := document.BlockText(b)
			if !running[describe.RunningKey(text)] && !describe.IsPageNumber(text, int(b.Pos().Page)) {
				between = append(between, b)
			}
			continue
		}
		if last != nil && !drawnAgain(between, last, t) {
			last = nil
		}
		between = between[:0]
		if last != nil && t.At.Page == last.At.Page+1 && sameBorders(last, t) {
			t.Continues = true
			joinCutRow(last, t)
		}
		last = t
	}
}

// drawnAgain reports whether nothing separates two parts of a table, or only a row
// that the page break cuts: some producers draw it on both pages, and each page
// shows a part of it. What is drawn outside the table then becomes furniture.
func drawnAgain(between []document.Block, last, t *document.Table) bool {
	if len(between) == 0 {
		return true
	}
	if t.At.Page != last.At.Page+1 || len(last.Rows) == 0 {
		return false
	}
	rows := rowsText(last.Rows[len(last.Rows)-1:])
	for k := range min(len(t.Rows), maxCutRow+1) { // below its headings, if they are repeated
		rows += " " + rowsText(t.Rows[k:k+1])
	}
	var cut []*document.Paragraph
	for _, b := range between {
		p, ok := b.(*document.Paragraph)
		if !ok || !strings.Contains(rows, strings.Join(strings.Fields(p.Text()), " ")) {
			return false
		}
		cut = append(cut, p)
	}
	for _, p := range cut {
		p.Part = document.Furniture
	}
	return true
}

// rowsText returns the words of rows, a blank before each.
func rowsText(rows []document.Row) string {
	var b strings.Builder
	for r := range rows {
		for c := range rows[r].Cells {
			for _, w := range strings.Fields(rows[r].Cells[c].Text()) {
				b.WriteByte(' ')
				b.WriteString(w)
			}
		}
	}
	return b.String()
}

// edgeLines returns the keys (describe.RunningKey) of the blocks printed at the edges
// of more than one page.
func edgeLines(doc *document.Document, heights map[int32]float32, turned turnedPages) map[string]bool {
	page := map[string]int32{}
	running := map[string]bool{}
	for _, b := range doc.Blocks {
		pos := b.Pos()
		h, bounds := heights[pos.Page], turned.displayed(pos)
		if bounds.Y0 > pageEdge*h && bounds.Y1 < (1-pageEdge)*h {
			continue
		}
		text, _ := document.BlockText(b)
		key := describe.RunningKey(text)
		if text == "" {
			continue
		}
		if p, ok := page[key]; ok && p != pos.Page {
			running[key] = true
		}
		page[key] = pos.Page
	}
	return running
}

// sameBorders reports whether two tables have the same number of columns and the same
// left and right borders.
func sameBorders(a, b *document.Table) bool {
	if len(a.Rows) == 0 || len(b.Rows) == 0 || len(a.Rows[0].Cells) != len(b.Rows[0].Cells) {
		return false
	}
	near := func(x, y float32) bool { return math.Abs(float64(x-y)) <= maxBorderShift }
	return near(a.At.Bounds().X0, b.At.Bounds().X0) && near(a.At.Bounds().X1, b.At.Bounds().X1)
}

// joinCutRow moves the first row of a table's next part into the last row before
// the page break if the break cut that row.
func joinCutRow(last, t *document.Table) {
	k := 0
	for k < len(t.Rows) && (t.Rows[k].Header || k < maxCutRow && k < len(last.Rows)-1 && sameCells(&t.Rows[k], &last.Rows[k])) {
		k++ // headings, printed again
	}
	if k >= len(t.Rows)-1 && k > 0 || k >= len(t.Rows) || len(last.Rows) == 0 {
		return
	}
	row, prev := &t.Rows[k], &last.Rows[len(last.Rows)-1]
	if !wasCut(last, t, prev, row) {
		return
	}
	for c := range row.Cells {
		appendCell(&prev.Cells[c], &row.Cells[c])
	}
	for c := range row.Cells { // what the row spanned, the next row spans
		if n := row.Cells[c].Span().Rows; n > 1 && k+1 < len(t.Rows) && c < len(t.Rows[k+1].Cells) {
			next := &t.Rows[k+1].Cells[c]
			next.SetCovered(false)
			if n > 2 {
				next.SetSpan(document.Span{Rows: n - 1, Cols: 1})
			}
		}
	}
	t.Rows = slices.Delete(t.Rows, k, k+1)
}

// wasCut reports whether row is the rest of prev, the last row before a page break:
// its cells continue those above, or a column that is usually filled is blank.
func wasCut(last, t *document.Table, prev, row *document.Row) bool {
	if prev.Header || len(row.Cells) != len(prev.Cells) {
		return false
	}
	filled, unfinished, blank := 0, 0, 0
	for c := range row.Cells {
		if row.Cells[c].Span().Cols > 1 || row.Cells[c].Covered() {
			return false
		}
		if row.Cells[c].IsBlank() {
			if !prev.Cells[c].IsBlank() && usuallyFilled(last, t, c) {
				blank++
			}
			continue
		}
		filled++
		if prev.Cells[c].IsBlank() {
			return false
		}
		if continues(prev.Cells[c].Text(), row.Cells[c].Text()) {
			unfinished++
		}
	}
	if filled == 0 {
		return false
	}
	if blank == 0 {
		return unfinished == filled
	}
	return unfinished > 0 || row.Cells[0].IsBlank() // a row label begins a row
}

// appendCell appends the text of rest to cell.
func appendCell(cell, rest *document.Cell) {
	runs := rest.Runs()
	if len(runs) == 0 {
		return
	}
	whole := slices.Clone(cell.Runs())
	last := &whole[len(whole)-1]
	if !strings.HasSuffix(last.Text, "-") || strings.HasSuffix(last.Text, " -") {
		last.Text += " "
	}
	if last.Style == runs[0].Style {
		last.Text += runs[0].Text
		runs = runs[1:]
	}
	cell.SetRuns(append(whole, runs...))
}

// sameCells reports whether two rows print the same words, in several cells.
func sameCells(a, b *document.Row) bool {
	if len(a.Cells) != len(b.Cells) {
		return false
	}
	filled := 0
	for c := range a.Cells {
		text := a.Cells[c].Text()
		if text != b.Cells[c].Text() {
			return false
		}
		if text != "" {
			filled++
		}
	}
	return filled > 1
}

// usuallyFilled reports whether nearly all rows fill column c.
func usuallyFilled(a, b *document.Table, c int) bool {
	n, filled := 0, 0
	for _, t := range [2]*document.Table{a, b} {
		for r := range t.Rows {
			if c < len(t.Rows[r].Cells) && !t.Rows[r].Header {
				n++
				if !t.Rows[r].Cells[c].IsBlank() {
					filled++
				}
			}
		}
	}
	return float64(filled) >= minFilledShare*float64(n)
}

// continues reports whether text b reads as the rest of a cell that begins with text a.
func continues(a, b string) bool {
	r, _ := utf8.DecodeRuneInString(b)
	if unicode.IsLower(r) || strings.ContainsRune(")(-–,;/", r) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	return last == '-' || last == ',' || strings.Count(a, "(") > strings.Count(a, ")")
}
