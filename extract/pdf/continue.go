// This file finds tables that continue after a page break.

package pdf

import (
	"math"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/pagebreak"
)

const (
	// maxBorderShift is the largest distance, in points, between the outer borders of
	// two parts of one table.
	maxBorderShift = 12
	// pageEdge is the share of a page's height, at its top and its bottom, in which
	// running lines are printed.
	pageEdge = 0.12
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
			if text := pagebreak.DropTwice(last, t); text != "" {
				doc.Issues = append(doc.Issues, document.Issue{At: document.Pos{Page: t.At.Page}, Code: document.CodeRowTwice, Text: text, Why: "this row ends the page before and begins this one; it is counted once"})
			} else {
				pagebreak.JoinCutRow(last, t)
			}
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
	for k := range min(len(t.Rows), pagebreak.CutRows+1) { // below its headings, if they are repeated
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
