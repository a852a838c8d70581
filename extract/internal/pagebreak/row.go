// Package pagebreak joins the parts of a table row that a page break cut.
package pagebreak

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
)

// CutRows is the largest index, in the next part of a table, of the row that the page
// break cut: header rows are printed again above it.
const CutRows = 2

// minFilledShare is the least share of rows that fill a column which is usually
// filled.
const minFilledShare = 0.7

// JoinCutRow moves the first row of a table's next part into the last row before
// the page break if the break cut that row.
func JoinCutRow(last, t *document.Table) {
	k := 0
	for k < len(t.Rows) && (t.Rows[k].Header || k < CutRows && k < len(last.Rows)-1 && sameCells(&t.Rows[k], &last.Rows[k])) {
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

// DropTwice removes the first row of a table's next part if it is the last row before
// the page break painted again, as where a row reaches over the end of a page, and
// returns its text. Tables that print like rows elsewhere too keep it.
func DropTwice(last, t *document.Table) string {
	k := 0
	for k < len(t.Rows) && (t.Rows[k].Header || k < CutRows && k < len(last.Rows)-1 && sameCells(&t.Rows[k], &last.Rows[k])) {
		k++ // headings, printed again
	}
	n := len(last.Rows) - 1
	if k >= len(t.Rows) || n < 0 || last.Rows[n].Header || !sameCells(&t.Rows[k], &last.Rows[n]) || repeatsRows(last) || repeatsRows(t) {
		return ""
	}
	var texts []string
	for c := range t.Rows[k].Cells {
		if n := t.Rows[k].Cells[c].Span().Rows; n > 1 || t.Rows[k].Cells[c].Covered() {
			return ""
		}
		texts = append(texts, t.Rows[k].Cells[c].Text())
	}
	t.Rows = slices.Delete(t.Rows, k, k+1)
	return strings.Join(texts, " | ")
}

// repeatsRows reports whether a table prints a row twice, one below the other.
func repeatsRows(t *document.Table) bool {
	for r := 1; r < len(t.Rows); r++ {
		if sameCells(&t.Rows[r-1], &t.Rows[r]) {
			return true
		}
	}
	return false
}

// wasCut reports whether row is the rest of prev, the last row before a page break:
// its cells continue those above, or a column that is usually filled is blank. A cell
// that is blank in prev may have moved whole to the next page.
func wasCut(last, t *document.Table, prev, row *document.Row) bool {
	if prev.Header || len(row.Cells) != len(prev.Cells) {
		return false
	}
	filled, unfinished, moved, blank := 0, 0, 0, 0
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
		switch {
		case !prev.Cells[c].IsBlank():
			if continues(prev.Cells[c].Text(), row.Cells[c].Text()) {
				unfinished++
			}
		case !prev.Cells[c].Covered() && usuallyFilled(last, t, c):
			moved++
		default:
			return false
		}
	}
	switch {
	case filled == 0:
		return false
	case moved > 0:
		return blank > 0 && moved+unfinished == filled
	case blank == 0:
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
	if len(whole) == 0 {
		cell.SetRuns(runs)
		return
	}
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

// usuallyFilled reports whether nearly all rows of two tables fill column c.
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
