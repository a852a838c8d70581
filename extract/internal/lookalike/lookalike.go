// Package lookalike recognises by their contents regions that look like a table and are
// none: a table of contents, an index, a form, numbered formulas, a list in columns
// (lookalike.go), the labels of charts (charts.go), program text and the numbers of lines
// (numbered.go).
package lookalike

import (
	"regexp"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

const (
	// minEntries is the least number of lines with rising page numbers of a table of contents.
	minEntries = 4
	// minFormulas is the least number of numbered formulas one below another.
	minFormulas = 2
)

// Of returns what else a table must be taken for, "" if for a table.
func Of(p *layout.Page, t *Table) string {
	switch {
	case program(p, t):
		return "program text"
	case contents(p, t):
		return "a table of contents"
	case formulas(p, t):
		return "formulas"
	case index(p, t):
		return "an index"
	case form(p, t):
		return "a form"
	case bulletColumns(p, t):
		return "a list in columns"
	case axes(p, t), bars(p, t):
		return ChartLabels
	}
	return ""
}

// A Table is the input of Of: places, and the words of the page in each cell.
type Table struct {
	Rows, Cols, Header int
	RowBoxes           []layout.Box
	Cells              []Cell
}

// A Cell is a cell of a Table; Words are indices into layout.Page.Words.
type Cell struct {
	Row, Col int
	Words    []int32
}

// cellText returns the text of the cell that begins at a place; "" if none does.
func cellText(p *layout.Page, t *Table, row, col int) string {
	for k := range t.Cells {
		if c := &t.Cells[k]; c.Row == row && c.Col == col {
			return wordsText(p, c.Words)
		}
	}
	return ""
}

// wordsText returns words with blanks between.
func wordsText(p *layout.Page, words []int32) string {
	var b strings.Builder
	for n, i := range words {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Words[i].Text)
	}
	return b.String()
}

// entry matches how entries of contents begin: with the number of a section, a
// table, a figure.
var entry = regexp.MustCompile(`^(?i:\d+(\.\d+)*\.?|[A-Z]\.|[IVX]+\.?|(table|figure|chart|annex|appendix|chapter|section|part|tableau|graphique|annexe|chapitre|partie)\s+[\dIVXA-Z].*)$`)

// contents reports whether rows of a text and a number are entries and their
// pages: the numbers never fall, and leaders lead to them or sections number the
// entries.
func contents(p *layout.Page, t *Table) bool {
	if t.Rows < minEntries || t.Cols < 2 || t.Cols > 3 {
		return false
	}
	pages, led, numbered, last := 0, 0, 0, 0
	for r := range t.Rows {
		text := cellText(p, t, r, t.Cols-1)
		v, ok := wholeNumber(text)
		if !ok {
			continue
		}
		if v < last || v > maxPages {
			return false
		}
		if _, figure := wholeNumber(cellText(p, t, r, t.Cols-2)); figure && t.Cols > 2 {
			return false
		}
		last = v
		pages++
		first := cellText(p, t, r, 0)
		if word, _, _ := strings.Cut(first, " "); entry.MatchString(word) || entry.MatchString(first) {
			numbered++
		}
		if ledTo(p, t.RowBoxes[r]) {
			led++
		}
	}
	if t.Header == 0 && t.Cols == 2 && pages >= plainEntries && pages == t.Rows {
		return true
	}
	return pages >= minEntries && pages*10 >= t.Rows*7 && (led*3 >= pages*2 || numbered*3 >= pages*2)
}

// plainEntries is the number of figures one below another, never falling, that are pages
// if nothing heads them, though neither leaders nor numbers of sections show it.
const plainEntries = 7

// maxPages is the largest page number.
const maxPages = 1500

// ledTo reports whether a leader stands in a row.
func ledTo(p *layout.Page, row layout.Box) bool {
	for k := p.LineAt(row.Y0 - 2); k < len(p.Lines) && p.Lines[k].Base < row.Y1+2; k++ {
		for _, i := range p.Lines[k].Words {
			if w := &p.Words[i]; w.Leader && strings.ContainsRune(w.Text, '.') && w.Box.X0 > row.X0 && w.Box.X1 < row.X1 {
				return true
			}
		}
	}
	return false
}

// IsFormulaNumber reports whether a word is the number beside a displayed formula.
func IsFormulaNumber(s string) bool { return formulaNumber.MatchString(s) }

// formulaNumber matches the number beside a displayed formula.
var formulaNumber = regexp.MustCompile(`^\((\d+\.)*(\d+)[a-z]?\)$`)

// formulas reports whether rows are displayed formulas: they end with numbers in brackets
// that count up, or signs of equality make a column.
func formulas(p *layout.Page, t *Table) bool {
	counted, first, last := 0, -1, -1
	for r := range t.Rows {
		m := formulaNumber.FindStringSubmatch(cellText(p, t, r, t.Cols-1))
		if m == nil {
			continue
		}
		v, _ := wholeNumber(m[2])
		if last >= 0 && v != last+1 && v != last {
			return false
		}
		if last = v; counted == 0 {
			first = v
		}
		counted++
	}
	if counted >= minFormulas && last > first && counted*2 > t.Rows {
		return true
	}
	equal := 0
	for k := range t.Cells {
		if c := &t.Cells[k]; len(c.Words) > 0 && strings.ContainsAny(p.Words[c.Words[0]].Text, "=≤≥≈≡") && len(p.Words[c.Words[0]].Text) < 4 {
			equal++
		}
	}
	return equal >= minFormulas && equal*2 > t.Rows
}

// reference matches an entry of an index: words, then the pages that have them.
var reference = regexp.MustCompile(`^\pL.*,( ?\d+([-–]\d+)?[a-z]?,?)+$`)

// index reports whether most cells of a table are entries of an index.
func index(p *layout.Page, t *Table) bool {
	n := 0
	for k := range t.Cells {
		if reference.MatchString(wordsText(p, t.Cells[k].Words)) {
			n++
		}
	}
	return n >= minEntries && n*3 >= len(t.Cells)*2
}

// form reports whether the cells of a table are labels of fields to fill in:
// two or more side by side that end in a colon, and hardly anything else.
func form(p *layout.Page, t *Table) bool {
	n := 0
	for k := range t.Cells {
		if ws := t.Cells[k].Words; len(ws) > 0 && strings.HasSuffix(p.Words[ws[len(ws)-1]].Text, ":") {
			n++
		}
	}
	return n >= minEntries && n*4 >= len(t.Cells)*3
}

// bulletColumns reports whether a table's cells are the items of a list in columns:
// most of them begin with a bullet that a text follows, in more than one column.
func bulletColumns(p *layout.Page, t *Table) bool {
	bullets, columns := 0, make([]int, t.Cols)
	for k := range t.Cells {
		if c := &t.Cells[k]; beginsItem(p, c.Words) {
			bullets++
			columns[c.Col]++
		}
	}
	several := 0
	for _, n := range columns {
		if n > 0 {
			several++
		}
	}
	return several > 1 && bullets*2 > len(t.Cells)
}

// beginsItem reports whether words begin with a bullet, printed or drawn, and a text.
func beginsItem(p *layout.Page, words []int32) bool {
	if len(words) == 0 {
		return false
	}
	if p.Words[words[0]].Dot {
		return true
	}
	return len(words) > 1 && p.Bullet(words[0], words[1]) && !shape.Numeric(p.Words[words[1]].Text)
}
