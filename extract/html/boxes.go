// Tables without table tags: rows and cells by their role ("row", "cell") or their
// display property.

package html

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
	"golang.org/x/net/html"
)

// isBoxTable reports whether n, which is displayed as a table, holds data: two rows or
// more of two cells or more. Pages also use that display to centre things.
func (w *walker) isBoxTable(n *html.Node) bool {
	rows := 0
	w.forEachBoxRow(n, func(c *html.Node, f *frame) {
		cells := 0
		nth := 0
		for cell := c.FirstChild; cell != nil; cell = cell.NextSibling {
			if cell.Type == html.ElementNode {
				nth++
				if w.push(cell, nth).display == displayCell {
					cells++
				}
				w.pop()
			}
		}
		if cells >= 2 {
			rows++
		}
	}, nil)
	return rows >= 2
}

// forEachBoxRow calls row with each row below n, its frame open, and other with all
// other nodes, unless other is nil.
func (w *walker) forEachBoxRow(n *html.Node, row func(*html.Node, *frame), other func(*html.Node, int)) {
	nth := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			if other != nil {
				other(c, nth)
			}
			continue
		}
		nth++
		f := w.push(c, nth)
		switch {
		case f.hidden || f.display != displayRow && f.display != displayGroup:
			w.pop()
			if other != nil {
				other(c, nth)
			}
			continue
		case f.display == displayRow:
			row(c, f)
		default:
			w.forEachBoxRow(c, row, other)
		}
		w.pop()
	}
}

// boxTable reads n as a table.
func (w *walker) boxTable(n *html.Node) {
	t := &document.Table{Frame: w.frame(w.line), Method: "boxes"}
	at := len(w.doc.Blocks)
	w.flatDepth++
	r := tableReader{w: w, t: t}
	w.forEachBoxRow(n, func(c *html.Node, _ *frame) {
		w.readStamp(c)
		r.boxRow(c)
	}, func(c *html.Node, nth int) {
		w.node(c, nth)
		r.reportLoose()
	})
	w.flatDepth--
	t.Rows = r.rows
	rest := append([]document.Block{t}, w.doc.Blocks[at:]...)
	w.doc.Blocks = append(w.doc.Blocks[:at], rest...)
}

// boxRow reads one row of boxes.
func (r *tableReader) boxRow(n *html.Node) {
	w := r.w
	row := document.Row{At: document.Pos{Line: int32(w.line)}}
	r.line = row.At.Line
	heads, nth := 0, 0
	var cells []document.Cell
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			w.node(c, nth)
			r.reportLoose()
			continue
		}
		nth++
		w.readStamp(c)
		f := w.push(c, nth)
		if f.hidden || f.display != displayCell {
			w.pop()
			w.element(c, nth)
			r.reportLoose()
			continue
		}
		if f.role == "columnheader" {
			heads++
		}
		at := document.Pos{Line: int32(w.line)}
		w.children(c)
		if w.text.line > 0 {
			at.Line = int32(w.text.line)
		}
		cells = append(cells, r.newCell(at, document.Span{}))
		w.pop()
	}
	if len(cells) == 0 {
		return
	}
	row.Cells = slab.Keep(&w.cells, cells)
	row.Header = heads == len(cells)
	r.rows = append(r.rows, row)
}
