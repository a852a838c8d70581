// This file moves the contents of pages that were turned to be read to their places
// on the pages as displayed.

package pdf

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// turnedPages are the pages, by number, that are read in another direction than they
// are displayed. The places in a document are those of the turned pages until
// asDisplayed moves them, because what is above and beside is judged on those.
type turnedPages map[int32]*ink.Page

// note records a page if it is turned.
func (t turnedPages) note(p *ink.Page) {
	if p.Turned() {
		t[int32(p.Number)] = p.Frame()
	}
}

// displayed returns the box of a position on the page as displayed.
func (t turnedPages) displayed(pos document.Pos) document.Box {
	if p := t[pos.Page]; p != nil && pos.Box != nil {
		return box(p.Displayed(layout.Box(*pos.Box)))
	}
	return pos.Bounds()
}

// asDisplayed moves every position in doc.
func (t turnedPages) asDisplayed(doc *document.Document) {
	if len(t) == 0 {
		return
	}
	move := func(pos *document.Pos) {
		if pos.Box != nil && t[pos.Page] != nil {
			b := t.displayed(*pos)
			pos.Box = &b
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			move(&b.At)
		case *document.Paragraph:
			move(&b.At)
		case *document.List:
			move(&b.At)
			moveItems(b.Items, move)
		case *document.Table:
			move(&b.At)
			for r := range b.Rows {
				row := &b.Rows[r]
				move(&row.At)
				for c := range row.Cells {
					if m := row.Cells[c].More; m != nil { // copies of the cell share it
						moved := *m
						move(&moved.At)
						row.Cells[c].More = &moved
					}
				}
			}
		}
	}
	for i := range doc.Issues {
		move(&doc.Issues[i].At)
	}
}

func moveItems(items []document.Item, move func(*document.Pos)) {
	for i := range items {
		move(&items[i].At)
		moveItems(items[i].Sub, move)
	}
}
