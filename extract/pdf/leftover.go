// This file finds what may be left over of a table: short lines right above or below it
// that stand in one of its columns and in none of its rows.

package pdf

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// leftoverFar in em: what is left of a table stands no farther from it.
	leftoverFar = 2.6
	// leftoverEdge in em: it begins or ends so near to where texts of the column do.
	leftoverEdge = 0.2
	// leftoverRows is the least number of texts of the column that begin or end there.
	leftoverRows = 3
	// maxLeftoverLines bounds the lines of what is left over.
	maxLeftoverLines = 3
	// maxLeftoverWords bounds it: longer lines are text.
	maxLeftoverWords = 12
)

// leftovers notes blocks that stand in a column of a table, but not the first, right
// above or below it.
func (r *docBuilder) leftovers(pg *textPage, text *layout.Page, parts []region) {
	for i := range parts {
		t := parts[i].table
		if t == nil || t.Cols < 2 {
			continue
		}
		for k := range parts {
			b := parts[k].blocks
			if len(b) != 1 || len(b[0].Segments) > maxLeftoverLines || !pg.leftOver(text, t, &b[0]) {
				continue
			}
			r.left = append(r.left, document.Issue{
				At: pg.pos(box(b[0].Box)), Code: document.CodeTableLeftover, Text: document.Plain(pg.runs(text.Segments[b[0].Segments[0]].Words, false, nil)),
				Why: "this text stands in a column of the table beside it and in none of its rows: a row may be cut short, or missing",
			})
		}
	}
}

// leftOver reports whether a block is a few words that begin or end where texts of one
// of the later columns of a table do, right above or below it.
func (pg *textPage) leftOver(text *layout.Page, t *grid.Table, b *layout.Block) bool {
	first := &text.Segments[b.Segments[0]]
	em := first.Size
	if gap := max(b.Box.Y0-t.Box.Y1, t.Box.Y0-b.Box.Y1); gap < -em || gap > leftoverFar*em || len(first.Words) > maxLeftoverWords {
		return false
	}
	if b.Box.X1 > t.Box.X1+em || b.Box.X0 < t.Box.X0+em {
		return false
	}
	if w := &pg.Words[first.Words[0]]; w.Bold && !boldTable(pg, t) {
		return false // a heading
	}
	figure := len(first.Words) == 1 && strings.ContainsAny(pg.Words[first.Words[0]].Text, "0123456789")
	begin, end := make([]int, t.Cols), make([]int, t.Cols)
	for k := range t.Cells {
		c := &t.Cells[k]
		if len(c.Words) == 0 || c.ColSpan > 1 || c.Col == 0 {
			continue
		}
		in := pg.Words[c.Words[0]].Box
		for _, i := range c.Words {
			in = layout.Union(in, pg.Words[i].Box)
		}
		if d := in.X0 - b.Box.X0; max(d, -d) <= leftoverEdge*em {
			begin[c.Col]++
		}
		if d := in.X1 - b.Box.X1; figure && max(d, -d) <= leftoverEdge*em {
			end[c.Col]++
		}
	}
	for c := range begin {
		if max(begin[c], end[c]) >= leftoverRows && 2*max(begin[c], end[c]) >= t.Rows-t.Header {
			return true
		}
	}
	return false
}

// boldTable reports whether the last row of a table is set in bold type.
func boldTable(pg *textPage, t *grid.Table) bool {
	for k := len(t.Cells) - 1; k >= 0; k-- {
		if c := &t.Cells[k]; len(c.Words) > 0 {
			return pg.Words[c.Words[0]].Bold
		}
	}
	return false
}

// reportLeftovers adds the issues of what was left over, but for lines that are printed
// on every page.
func (r *docBuilder) reportLeftovers() {
	if len(r.left) == 0 {
		return
	}
	heights := map[int32]float32{}
	for _, p := range r.doc.Pages {
		heights[int32(p.Number)] = p.Height
	}
	running := edgeLines(r.doc, heights, r.turned)
	for _, is := range r.left {
		if !running[describe.RunningKey(is.Text)] && !describe.IsPageNumber(is.Text, int(is.At.Page)) {
			r.doc.Issues = append(r.doc.Issues, is)
		}
	}
}
