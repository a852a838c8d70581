// Tables: rows in the order in which they are shown, cells with their spans. A table
// that only places things on the page is read as if it were not there.

package html

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table reads a table: as data, as layout, or as lines of the cell that it is in.
func (w *walker) table(n *html.Node) {
	shape := w.survey.tables[n]
	switch {
	case w.flatDepth > 0:
		w.tableLines(n)
	case shape == nil || shape.isLayout():
		w.children(n)
	default:
		w.dataTable(n)
	}
}

// tableLines reads a table inside a cell, an item or a heading as a line for each row.
func (w *walker) tableLines(n *html.Node) {
	item := w.item
	w.item = nil
	w.children(n)
	w.item = item
}

// dataTable reads a table of data as a block.
func (w *walker) dataTable(n *html.Node) {
	t := &document.Table{Frame: w.frame(w.line), Method: "tags"}
	r := tableReader{w: w, t: t, rows: make([]document.Row, 0, min(w.survey.tables[n].rows, 1<<20))}
	at := len(w.doc.Blocks)
	w.flatDepth++
	r.sections(n)
	w.flatDepth--
	t.Rows = r.rows
	if bound := expandSpans(t, r.groups, &w.cells); bound > 0 {
		w.issue(int(bound), document.CodeHTMLSpans, "", "the cells of this table claim far more places than it has cells; spans from here on are read as single cells")
	}
	if len(t.Rows) > 0 || t.Caption != nil {
		// Furniture inside cells, such as the fallbacks of scripts, comes after the table.
		rest := append([]document.Block{t}, w.doc.Blocks[at:]...)
		w.doc.Blocks = append(w.doc.Blocks[:at], rest...)
	}
}

// A tableReader reads the rows of one table.
type tableReader struct {
	w      *walker
	t      *document.Table
	rows   []document.Row
	groups []int           // see expandSpans
	body   bool            // a row that is no header was read
	cells  []document.Cell // of the row being read
	line   int32           // of the row being read
}

// sections reads the sections of a table as they are shown: the head first and the
// foot last, in whatever order they are written.
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

// section reads a child of the table, the nth of its elements.
func (r *tableReader) section(c *html.Node, nth int) {
	w := r.w
	switch c.DataAtom {
	case atom.Thead, atom.Tbody, atom.Tfoot:
		w.readStamp(c)
		f := w.push(c, nth)
		if f.hidden {
			w.keepUnseen(c, true)
		} else {
			in := 0
			for tr := c.FirstChild; tr != nil; tr = tr.NextSibling {
				if rows := w.asideOf(tr); rows != nil {
					w.parseAside(rows, func(n *html.Node) {
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
		w.readStamp(c)
		f := w.push(c, nth)
		if f.hidden {
			w.keepUnseen(c, true)
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
		r.reportLoose()
	}
}

// reportLoose adds an issue for text that is in a table but in no cell.
func (r *tableReader) reportLoose() {
	line := r.w.text.line
	if runs := r.w.takeRuns(); runs != nil {
		r.w.issue(line, document.CodeHTMLLoose, document.Plain(runs), "this text is between the cells of a table")
	}
}

// row reads a child of a row group, the nth of its elements. head reports whether
// the group is the head.
func (r *tableReader) row(tr *html.Node, nth int, head bool) {
	w := r.w
	if tr.DataAtom != atom.Tr || tr.Type != html.ElementNode {
		w.node(tr, nth)
		r.reportLoose()
		return
	}
	w.readStamp(tr)
	f := w.push(tr, nth)
	defer w.pop()
	if f.hidden {
		w.keepUnseen(tr, true)
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
			r.reportLoose()
			continue
		}
		if r.cell(c, in) && c.DataAtom == atom.Th {
			heads++
		}
	}
	row := document.Row{At: document.Pos{Line: int32(line)}, Cells: slab.Keep(&w.cells, r.cells)}
	// A single th across the table, after rows of its body, is a section row and no
	// heading of columns.
	section := heads == 1 && len(r.cells) == 1 && r.cells[0].Span().Cols > 1 && r.body
	row.Header = head || heads > 0 && heads == len(r.cells) && !section
	r.body = r.body || !row.Header
	r.rows = append(r.rows, row)
}

// cell reads a td or th. It reports false if the cell is hidden.
func (r *tableReader) cell(c *html.Node, nth int) bool {
	w := r.w
	w.readStamp(c)
	f := w.push(c, nth)
	defer w.pop()
	if f.hidden {
		w.keepUnseen(c, true)
		return false
	}
	at := document.Pos{Line: int32(w.line)}
	before, after := f.before, f.after
	w.addGenerated(before)
	w.children(c)
	w.addGenerated(after)
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

// newCell returns a cell with the text that was read.
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
	maxColspan = 1000  // columns
	maxRowspan = 65534 // rows
)

// spanOf reads the attribute key of a cell as a span, at most limit; 0 is one place.
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
	n, err := strconv.Atoi(v[:min(end, 9)]) // nine digits exceed every limit
	if err != nil || n <= 1 {
		return 0
	}
	return uint16(min(n, limit))
}
