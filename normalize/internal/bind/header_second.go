// Second headings: a row below the first headings that parts what spans several
// columns, "Crédits" over "2022" and "2023".

package bind

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/forms"
)

// partsHeadings reports whether rows[n] divides the headings of the row above it: all
// that it prints is below headings over several columns, and it divides at least one of
// them in two.
func partsHeadings(rows []document.Row, n, width int) bool {
	over, r := &rows[n-1], &rows[n]
	parts := 0
	parent := ""
	for j := range min(width, max(len(over.Cells), len(r.Cells))) {
		s := cellText(r, j)
		parent = parentOf(over, r, j, parent)
		switch {
		case s == "":
			if parent != "" && !coveredAt(r, j) && (spanAt(over, j) || coveredAt(over, j)) {
				return false // the span has a part without a heading
			}
		case s == cellText(over, j):
		case parent == "":
			return false
		default:
			parts++
		}
	}
	return parts >= 2 && over.Header
}

// parentOf returns the heading in the row over r that spans column j: that of a
// cell over several columns, or, where a converter wrote spans as blanks or as
// the same heading again, the last one printed left of j. before is the parent of
// the column left of j.
func parentOf(over, r *document.Row, j int, before string) string {
	head := cellText(over, j)
	switch {
	case spanAt(over, j):
		return head
	case coveredAt(over, j):
		return before
	case head != "":
		if next := cellText(over, j+1); j+1 < len(over.Cells) && !coveredAt(over, j+1) && !spanAt(over, j+1) && (next == "" || next == head) && cellText(r, j) != "" && cellText(r, j+1) != "" && cellText(r, j) != head {
			return head
		}
		if before == head {
			return head
		}
		return ""
	}
	if cellText(r, j) == "" {
		return ""
	}
	return before
}

// cellText returns the tidy text of the cell at j, "" if there is none.
func cellText(r *document.Row, j int) string {
	if j >= len(r.Cells) {
		return ""
	}
	if r.Cells[j].IsBlank() {
		return ""
	}
	s, _ := forms.Tidy(r.Cells[j].Text())
	return s
}

func coveredAt(r *document.Row, j int) bool { return j < len(r.Cells) && r.Cells[j].Covered() }

// spanAt reports whether the cell at j spans several columns.
func spanAt(r *document.Row, j int) bool { return j < len(r.Cells) && r.Cells[j].Span().Cols > 1 }

// maxSpanTitle is the longest heading over some of the columns, in bytes; what is longer
// is the title of the table, which leaves room for the first columns.
const maxSpanTitle = 60

// spansPart reports whether the only heading that r prints is over some columns,
// not the first: it is no banner over the table.
func spansPart(r, below *document.Row) bool {
	j := r.Lone()
	return j > 0 && len(cellText(r, j)) <= maxSpanTitle && (cellText(below, 0) != "" || spanAt(r, j))
}
