// Second headings: a row below the first headings that parts what spans several
// columns, "Crédits" over "2022" and "2023".

package bind

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
)

// partsHeadings reports whether rows[1], which no reader marked, parts the
// headings of rows[0]: it prints words or years below headings that span several
// columns, or below blanks, and nothing but what rows[0] prints elsewhere; and
// the rows below hold figures, dates or places there.
func partsHeadings(p *places.Places, rows []document.Row, width int) bool {
	if len(rows) < 3 {
		return false
	}
	over, r := &rows[0], &rows[1]
	parts, proof, seen := 0, 0, map[string]bool{}
	parent := "" // the heading that spans the column at hand, "" if none does
	for j := range min(width, max(len(over.Cells), len(r.Cells))) {
		head, s := cellText(over, j), cellText(r, j)
		parent = parentOf(over, r, j, parent)
		switch {
		case s == "":
			if head == "" && !coveredAt(over, j) && !coveredAt(r, j) {
				continue // an empty column
			}
			if parent != "" && !coveredAt(r, j) && (spanAt(over, j) || coveredAt(over, j)) {
				return false // the span has a part without a heading
			}
			continue
		case s == head:
			continue // printed in both rows: it spans them
		case head != "" && parent == "":
			return false // a value, or another heading, below a heading of its own
		}
		if len(s) > places.MaxPlace || isPlace(p, s) {
			return false
		}
		_, isYear := forms.Year(s)
		if !isYear && strings.IndexFunc(s, unicode.IsLetter) < 0 || valueKind(p, s) != "" && !isYear {
			return false
		}
		if parent != "" {
			key := parent + "\x00" + s
			if seen[key] {
				return false // two parts of one name
			}
			seen[key] = true
			parts++
		}
		if holdsOnly(p, rows[2:], j) {
			proof++
		}
	}
	return parts >= 2 && proof >= 1
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
	return before
}

// cellText returns the tidy text of the cell at j, "" if there is none.
func cellText(r *document.Row, j int) string {
	if j >= len(r.Cells) {
		return ""
	}
	s, _ := forms.Tidy(r.Cells[j].Text())
	return s
}

func coveredAt(r *document.Row, j int) bool { return j < len(r.Cells) && r.Cells[j].Covered() }

// spanAt reports whether the cell at j spans several columns.
func spanAt(r *document.Row, j int) bool { return j < len(r.Cells) && r.Cells[j].Span().Cols > 1 }

// spansPart reports whether the only heading that r prints spans some columns,
// not the first: it is no banner over the table.
func spansPart(r, below *document.Row) bool { return r.Lone() > 0 && cellText(below, 0) != "" }
