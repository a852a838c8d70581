// Header rows: which rows of a fragment name its columns.

package bind

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
)

// maxHeader is the largest number of header rows (a title, a banner and three rows of
// headings; a reader that calls everything a header is not believed).
const maxHeader = 5

// headerRows returns how many of the first rows are header rows: those that the
// reader saw as such, a banner over them, and unmarked rows that name columns. A
// row that holds values is data even where a converter put it above the line.
func headerRows(p *places.Places, rows []document.Row, width int) int {
	n := 0
	for n < len(rows) && n < maxHeader && rows[n].Header && !isValues(p, rows, n, width) && !opensGroup(rows, n, width) {
		n++
	}
	named := n > 0 && namesAny(rows[:n], width)
	if !named {
		first := n
		for first < len(rows) && first < maxHeader && (isBanner(&rows[first], width) || allBlank(&rows[first])) {
			first++ // a title over the headings, if there are any
		}
		if first >= len(rows)-1 || first >= maxHeader || !headsRows(p, rows, first, width) {
			return n
		}
		n = first + 1
	}
	n = belowTitles(p, rows, n, width)
	for n < len(rows)-1 && n < maxHeader && continuesHeading(p, rows, n, width) {
		n++
	}
	return n
}

// opensGroup reports whether rows[n], which a reader took for a header, is the last of the
// headers, below headings, and one cell over all columns: it names the rows below it.
func opensGroup(rows []document.Row, n, width int) bool {
	return n > 0 && n+1 < len(rows) && !rows[n+1].Header && isBanner(&rows[n], width) && int(rows[n].Cells[rows[n].Lone()].Span().Cols) >= width && namesAny(rows[:n], width)
}

// belowTitles returns the number of header rows where the first n, which print two cells
// at most, are only the title of a spreadsheet: below a blank row, headings follow over
// more columns.
func belowTitles(p *places.Places, rows []document.Row, n, width int) int {
	if n != 1 || len(rows) < 4 || len(printedCells(&rows[0])) > 2 || !allBlank(&rows[1]) {
		return n
	}
	k := 1
	for k < len(rows) && k < maxHeader && allBlank(&rows[k]) {
		k++
	}
	if k >= len(rows)-1 || k >= maxHeader || !headsRows(p, rows, k, width) || contrastOf(p, rows, k, width).over < 3 {
		return n
	}
	return k + 1
}

// namesAny reports whether rows print a heading: a blank row or a banner over the
// table does not.
func namesAny(rows []document.Row, width int) bool {
	for i := range rows {
		if !allBlank(&rows[i]) && !isBanner(&rows[i], width) {
			return true
		}
	}
	return false
}

// isValues reports whether rows[n], which a reader took for a header, holds values
// of the kinds below it, and no heading over figures.
func isValues(p *places.Places, rows []document.Row, n, width int) bool {
	c := contrastOf(p, rows, n, width)
	switch {
	case c.over > 0 || c.values+c.strays == 0:
		return false
	case c.values > 0:
		return true
	}
	printed := printedCells(&rows[n])
	known, recurs := headingWordsIn(rows, n, printed)
	return recurs || 2*known < len(printed) // "Lot" and "Manche" are departments too
}

// headsRows reports whether rows[n], which no reader marked, is the first row of
// headings: by the kinds of values below it, its type, its words, or since it is
// printed again further down.
func headsRows(p *places.Places, rows []document.Row, n, width int) bool {
	r := &rows[n]
	printed := printedCells(r)
	if len(printed) < 2 {
		return false
	}
	c := contrastOf(p, rows, n, width)
	known, recurs := headingWordsIn(rows, n, printed)
	switch {
	case c.values > 0 || c.strays > 0 && known == 0:
		return false
	case c.over >= 2:
		return true
	case c.over == 1 && (known > 0 || styled(rows, n)):
		return true
	case styled(rows, n) && !recurs:
		return true
	case c.figures > 0 && c.over == 0:
		return false // a figure column says that this is none
	case namesColumns(r):
		return !recurs
	}
	return known >= 2 && 2*known >= len(printed) && !recurs || isRepeated(rows, n)
}

// continuesHeading reports whether rows[n] is another row of the headings above it: its
// units, or what divides headings that span several columns.
func continuesHeading(p *places.Places, rows []document.Row, n, width int) bool {
	r := &rows[n]
	printed := printedCells(r)
	if len(printed) == 0 || repeatsBelowHeading(rows, n, width) {
		return false
	}
	c := contrastOf(p, rows, n, width)
	if c.values+c.strays > 0 || c.over == 0 && !c.parts {
		return false
	}
	if stub := cellText(r, 0); stub != "" && stub != cellText(&rows[n-1], 0) && !coveredAt(r, 0) {
		// A row of data begins with what it is about; below a blank it is a heading.
		return cellText(&rows[n-1], 0) == "" && c.over >= 2 || styled(rows, n) && styled(rows, n-1)
	}
	return true
}

// repeatsBelowHeading reports whether rows[n] prints the same words twice below one
// heading: these are values.
func repeatsBelowHeading(rows []document.Row, n, width int) bool {
	parent, left := "", 0
	seen := map[string]bool{}
	for j := range min(width, len(rows[n].Cells)) {
		parent = parentOf(&rows[n-1], &rows[n], j, parent)
		switch {
		case spanAt(&rows[n-1], j):
			left = int(rows[n-1].Cells[j].Span().Cols) - 1
		case left > 0:
			left--
		case coveredAt(&rows[n-1], j):
			parent = "" // a heading of several rows reaches down to here
		}
		s := cellText(&rows[n], j)
		if parent == "" || s == "" {
			continue
		}
		if key := parent + "\x00" + s; seen[key] && s != cellText(&rows[n-1], j) {
			return true
		} else {
			seen[key] = true
		}
	}
	return false
}

// printedCells returns the places of the cells of a row that print something.
func printedCells(r *document.Row) (at []int) {
	for j := range r.Cells {
		if !document.IsBlank(r.Cells[j].Text()) {
			at = append(at, j)
		}
	}
	return at
}

// isBanner reports whether a row is one line across a table of several columns.
func isBanner(r *document.Row, width int) bool {
	return width > 1 && r.Lone() >= 0
}

// isPlace reports whether s names a region or a department.
func isPlace(p *places.Places, s string) bool {
	return places.Found(p.Region(s).How) || places.Found(p.Department(s).How)
}

// IsWords reports whether s has a word of three letters: "n.c." and "X" have none.
func IsWords(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			n = 0
		} else if n++; n == 3 {
			return true
		}
	}
	return false
}

// namesColumns reports whether an unmarked row is a header: it has at least two
// cells, all but one of them printed, and names at least two columns that are
// known; of just two cells, the first: "Commune" may be a value in the other.
func namesColumns(r *document.Row) bool {
	printed, known, first := 0, 0, false
	for i := range r.Cells {
		s := r.Cells[i].Text()
		if document.IsBlank(s) {
			continue
		}
		printed++
		if columnNamed(s) != "" {
			known++
			first = first || printed == 1
		}
	}
	return printed >= 2 && printed >= len(r.Cells)-1 && (known >= 2 || printed == 2 && first)
}

// headerTitles returns the title of each column: what its header cells print,
// top to bottom, a heading over several columns before what is below it. A
// banner names no column, and a region needs no heading above it. It returns nil if
// the rows print nothing.
func headerTitles(rows []document.Row, width int) []string {
	titles := make([]string, width)
	printed := false
	for i := len(rows) - 2; i > 0; i-- {
		if allBlank(&rows[i]) { // above it are titles of the whole table
			rows = rows[i+1:]
			break
		}
	}
	for i := range rows {
		r := &rows[i]
		if len(rows) > 1 && isBanner(r, width) && (i+1 == len(rows) || !spansPart(r, &rows[i+1])) && !(i > 0 && isUnitRow(r)) {
			continue
		}
		over, parent := "", ""
		left := 0
		for j := range min(width, len(r.Cells)) {
			c := &r.Cells[j]
			s := cellText(r, j)
			if i+1 < len(rows) {
				parent = parentOf(r, &rows[i+1], j, parent)
			}
			switch {
			case parent != "" && left == 0 && c.Span().Cols <= 1 && !c.Covered():
				s = parent
			case c.Covered() && left > 0:
				s, left = over, left-1
			case int(c.Span().Cols) > 1:
				over, left = s, int(c.Span().Cols)-1
			default:
				left = 0
			}
			if s == "" {
				continue
			}
			printed = true
			switch {
			case titles[j] == "", completeHeadings[columnNamed(s)] && columnNamed(titles[j]+" "+s) == "", saysAll(s, titles[j]):
				titles[j] = s
			case titles[j] == s, strings.HasSuffix(titles[j], " "+s):
			default:
				titles[j] += " " + s
			}
		}
	}
	if !printed {
		return nil
	}
	return titles
}

// completeHeadings are the columns whose heading says all: "Région" below "Localisation".
var completeHeadings = map[string]bool{
	"region": true, "region_code": true, "department": true, "department_code": true, "commune": true, "commune_code": true, "postal_code": true,
}

// saysAll reports whether a heading has all the words of the one above it: "Nom de la
// structure" below "Structure".
func saysAll(s, above string) bool {
	words := " " + fold.Words(s) + " "
	for _, w := range strings.Fields(fold.Words(above)) {
		if !strings.Contains(words, " "+w+" ") {
			return false
		}
	}
	return true
}

// isUnitRow reports whether the only thing that a row prints is a unit below a heading.
func isUnitRow(r *document.Row) bool {
	j := r.Lone()
	return j > 0 && forms.IsUnit(cellText(r, j))
}

// sameTitles reports whether two header rows say the same.
func sameTitles(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && fold.Words(a[i]) != fold.Words(b[i]) {
			return false
		}
	}
	return true
}
