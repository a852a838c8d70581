// Tables: rows in the order they are shown, cells with their spans. What only
// places things on the page is read as if the table were not there.

package html

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table reads a table: as data, as layout, or as lines of the cell it stands in.
func (w *htmlWalk) table(n *html.Node) {
	shape := w.seen.tables[n]
	switch {
	case w.flat > 0:
		w.tableLines(n)
	case shape == nil || shape.layout():
		w.children(n)
	default:
		w.dataTable(n)
	}
}

// tableLines reads a table inside a cell, an item or a heading: a line for each row.
func (w *htmlWalk) tableLines(n *html.Node) {
	item := w.item
	w.item = nil
	w.children(n)
	w.item = item
}

func (w *htmlWalk) dataTable(n *html.Node) {
	t := &document.Table{Frame: w.frame(w.line), Method: "tags"}
	r := tableReader{w: w, t: t, rows: make([]document.Row, 0, min(w.seen.tables[n].rows, 1<<20))}
	at := len(w.doc.Blocks)
	w.flat++
	r.sections(n)
	w.flat--
	t.Rows = r.rows
	if bound := expandSpans(t, r.groups, &w.cells); bound > 0 {
		w.issue(int(bound), "html-spans", "", "the cells of this table claim far more places than it has cells; spans from here on are read as single cells")
	}
	if len(t.Rows) > 0 || t.Caption != nil {
		// Furniture that cells held, such as scripts' fallbacks, comes after the table.
		rest := append([]document.Block{t}, w.doc.Blocks[at:]...)
		w.doc.Blocks = append(w.doc.Blocks[:at], rest...)
	}
}

// A tableReader reads the rows of one table.
type tableReader struct {
	w      *htmlWalk
	t      *document.Table
	rows   []document.Row
	groups []int // for each row group, the number of rows up to its end
	body   bool  // a row that is no header was seen
	cells  []document.Cell
	line   int32 // of the row being read
}

// sections reads the parts of a table as they are shown: the head first and the
// foot last, wherever they stand in the source.
func (r *tableReader) sections(n *html.Node) {
	var head, foot *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Thead && head == nil {
			head = c
		} else if c.DataAtom == atom.Tfoot && foot == nil {
			foot = c
		}
	}
	places := map[*html.Node]int{}
	if head != nil || foot != nil {
		nth := 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode {
				if nth++; c == head || c == foot {
					places[c] = nth
				}
			}
		}
	}
	if head != nil {
		r.section(head, places[head])
	}
	nth := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			nth++
		}
		if c != head && c != foot {
			r.section(c, nth)
		}
	}
	if foot != nil {
		r.section(foot, places[foot])
	}
}

// section reads a child of the table.
func (r *tableReader) section(c *html.Node, nth int) {
	w := r.w
	switch c.DataAtom {
	case atom.Thead, atom.Tbody, atom.Tfoot:
		w.stamp(c)
		f := w.push(c, nth)
		if f.hidden {
			w.unseen(c, true)
		} else {
			in := 0
			for tr := c.FirstChild; tr != nil; tr = tr.NextSibling {
				if rows := w.asideOf(tr); rows != nil {
					w.eachAside(rows, func(n *html.Node) {
						if n.Type == html.ElementNode {
							in++
						}
						r.row(n, in, c.DataAtom == atom.Thead)
					})
					continue
				}
				if tr.Type == html.ElementNode {
					in++
				}
				r.row(tr, in, c.DataAtom == atom.Thead)
			}
		}
		w.pop()
		r.groups = append(r.groups, len(r.rows))
	case atom.Caption:
		w.stamp(c)
		f := w.push(c, nth)
		if f.hidden {
			w.unseen(c, true)
		} else {
			w.children(c)
			if runs := w.takeRuns(); runs != nil {
				if r.t.Caption != nil {
					r.t.Caption = append(r.t.Caption, document.Run{Text: "\n"})
				}
				r.t.Caption = append(r.t.Caption, runs...)
			}
		}
		w.pop()
	default:
		w.node(c, nth)
		r.loose()
	}
}

// loose keeps text that stands in a table but in no cell.
func (r *tableReader) loose() {
	line := r.w.text.line
	if runs := r.w.takeRuns(); runs != nil {
		r.w.issue(line, "html-loose", document.Plain(runs), "this text stands between the cells of a table")
	}
}

// row reads a child of a row group.
func (r *tableReader) row(tr *html.Node, nth int, head bool) {
	w := r.w
	if tr.DataAtom != atom.Tr || tr.Type != html.ElementNode {
		w.node(tr, nth)
		r.loose()
		return
	}
	w.stamp(tr)
	f := w.push(tr, nth)
	defer w.pop()
	if f.hidden {
		w.unseen(tr, true)
		return
	}
	line := w.line
	r.line = int32(line)
	r.cells = r.cells[:0]
	heads, in := 0, 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			in++
		}
		if c.Type != html.ElementNode || c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			w.node(c, in)
			r.loose()
			continue
		}
		if r.cell(c, in) && c.DataAtom == atom.Th {
			heads++
		}
	}
	row := document.Row{At: document.Pos{Line: int32(line)}, Cells: slab.Keep(&w.cells, r.cells)}
	// A single th across the table, below its rows, names the rows that follow;
	// it is no heading of columns.
	section := heads == 1 && len(r.cells) == 1 && r.cells[0].Span().Cols > 1 && r.body
	row.Header = head || heads > 0 && heads == len(r.cells) && !section
	r.body = r.body || !row.Header
	r.rows = append(r.rows, row)
}

// cell reads a td or th; false if it is hidden.
func (r *tableReader) cell(c *html.Node, nth int) bool {
	w := r.w
	w.stamp(c)
	f := w.push(c, nth)
	defer w.pop()
	if f.hidden {
		w.unseen(c, true)
		return false
	}
	at := document.Pos{Line: int32(w.line)}
	before, after := f.before, f.after
	w.generated(before)
	w.children(c)
	w.generated(after)
	if w.text.line > 0 {
		at.Line = int32(w.text.line)
	}
	var span document.Span
	if len(c.Attr) > 0 {
		span.Cols = spanOf(c, "colspan", maxColspan)
		span.Rows = spanOf(c, "rowspan", maxRowspan)
		if v, ok := attrOf(c, "rowspan"); ok && strings.TrimSpace(v) == "0" {
			span.Rows = maxRowspan // to the end of its group
		}
	}
	r.cells = append(r.cells, r.newCell(at, span))
	return true
}

// newCell makes a cell of the text that was read.
func (r *tableReader) newCell(at document.Pos, span document.Span) document.Cell {
	runs := r.w.takeRuns()
	c := document.Cell{Printed: document.Plain(runs)}
	if document.IsPlain(runs) {
		runs = nil
	}
	if at.Line == r.line {
		at = document.Pos{}
	}
	if runs != nil || span != (document.Span{}) || at != (document.Pos{}) {
		c.More = &slab.Keep(&r.w.more, []document.More{{At: at, Runs: runs, Span: span}})[0]
	}
	return c
}

// The limits of the HTML standard for spans.
const (
	maxColspan = 1000
	maxRowspan = 65534
)

// spanOf reads a span; 0 for one place.
func spanOf(c *html.Node, key string, limit int) uint16 {
	v, ok := attrOf(c, key)
	if !ok {
		return 0
	}
	v = strings.TrimSpace(v)
	end := 0
	for end < len(v) && v[end] >= '0' && v[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(v[:min(end, 9)]) // nine digits are beyond every limit
	if err != nil || n <= 1 {
		return 0
	}
	return uint16(min(n, limit))
}
