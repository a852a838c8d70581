// This file gives what stands on pages that were turned to be read the places
// that it has on the pages as displayed.

package pdf

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// turnedPages are the pages of a document, by number, that are read in another
// direction than they are displayed. Until asDisplayed, the places in the
// document are those of the turned pages: what stands above and beside what is
// said of them.
type turnedPages map[int32]*ink.Page

func (t turnedPages) add(p *ink.Page) {
	if p.Turned() {
		t[int32(p.Number)] = p.Frame()
	}
}

// displayed is the box of at on the page as displayed.
func (t turnedPages) displayed(at document.Pos) document.Box {
	if p := t[at.Page]; p != nil && at.Box != nil {
		return box(p.Displayed(layout.Box(*at.Box)))
	}
	return at.Bounds()
}

// asDisplayed moves every place in doc.
func (t turnedPages) asDisplayed(doc *document.Document) {
	if len(t) == 0 {
		return
	}
	move := func(at *document.Pos) {
		if at.Box != nil && t[at.Page] != nil {
			b := t.displayed(*at)
			at.Box = &b
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
