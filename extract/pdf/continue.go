// This file finds tables that go on over a page break.

package pdf

import (
	"math"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/pagebreak"
)

const (
	// sameColumns in points: how far the borders of two parts of one table may lie apart.
	sameColumns = 6
	// pageEdge is the part of a page's height at its top and bottom in which
	// running lines may stand between the parts of a table.
	pageEdge = 0.12
)

// continueTables marks tables that go on from the one before: nothing stands
// between them but a page break and what is printed on every page, and their
// columns stand below each other.
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
		if last != nil && t.At.Page == last.At.Page+1 && sameGrid(last, t) {
			t.Continues = true
			pagebreak.JoinCutRow(last, t)
		}
		last = t
	}
}

// drawnAgain reports whether all that stands between two parts of a table is a
// row that the page break cuts: some producers draw it on both pages, and each
// page shows its part. What is drawn outside the table is then no text of its own.
func drawnAgain(between []document.Block, last, t *document.Table) bool {
	if len(between) == 0 {
		return true
	}
	if t.At.Page != last.At.Page+1 || len(last.Rows) == 0 {
		return false
	}
	rows := rowsText(last.Rows[len(last.Rows)-1:])
	for k := range t.Rows { // below its headings, if they are repeated
		rows += " " + rowsText(t.Rows[k:k+1])
		if k >= pagebreak.CutRows {
			break
		}
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

// rowsText returns the words of rows with one blank between each.
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

// edgeLines returns the keys of what stands at the edges of more than one page.
func edgeLines(doc *document.Document, heights map[int32]float32, turned turnedPages) map[string]bool {
	page := map[string]int32{}
	running := map[string]bool{}
	for _, b := range doc.Blocks {
		at := b.Pos()
		h, bounds := heights[at.Page], turned.displayed(at)
		if bounds.Y0 > pageEdge*h && bounds.Y1 < (1-pageEdge)*h {
			continue
		}
		text, _ := document.BlockText(b)
		key := describe.RunningKey(text)
		if text == "" {
			continue
		}
		if p, ok := page[key]; ok && p != at.Page {
			running[key] = true
		}
		page[key] = at.Page
	}
	return running
}

// sameGrid reports whether two tables have the same number of columns and their
// outer borders stand below each other.
func sameGrid(a, b *document.Table) bool {
	if len(a.Rows) == 0 || len(b.Rows) == 0 || len(a.Rows[0].Cells) != len(b.Rows[0].Cells) {
		return false
	}
	near := func(x, y float32) bool { return math.Abs(float64(x-y)) <= sameColumns*2 }
	return near(a.At.Bounds().X0, b.At.Bounds().X0) && near(a.At.Bounds().X1, b.At.Bounds().X1)
}
