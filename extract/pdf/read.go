// This file reads a PDF: the words and tables of each page become blocks in reading
// order. What only the whole document shows (heading levels, tables that continue
// over pages) is settled at the end.

package pdf

import (
	"io"
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/remake"
)

// Reader reads PDFs, see extract.Readers. It recognises those too whose first
// bytes are damaged or displaced.
var Reader = document.Reader{
	Name:       "pdf",
	Extensions: []string{".pdf"},
	Match:      looksLikePDF,
	Read:       read,
	Signature:  true,
	Isolated:   true, // an engine in C, and files made to break such engines
}

func read(doc *document.Document, data []byte, opt document.Options) error {
	f, err := open(data, opt)
	if err != nil {
		return err
	}
	defer f.Close()
	r := &docBuilder{doc: doc, turned: turnedPages{}}
	if err := eachPage(doc, f, opt, func(p *ink.Page) error {
		r.turned.note(p)
		r.page(p)
		return nil
	}); err != nil {
		return err
	}
	r.finish()
	reportElsewhere(doc, f)
	return nil
}

// A docBuilder adds the blocks of pages to a document.
type docBuilder struct {
	doc    *document.Document
	titles []openHeading
	before grid.Before
	turned turnedPages
	left   []document.Issue // of what may be left over of tables
}

// Inspect writes an SVG of a page of a PDF with what each step of table finding
// saw: glyphs grey, edges red, gaps between columns blue, found cells numbered,
// refused regions dashed with the reason. Pages count from 1.
func Inspect(data []byte, page int, opt document.Options, w io.Writer) error {
	f, err := open(data, opt)
	if err != nil {
		return err
	}
	defer f.Close()
	opt.Pages = []document.Range{{From: page, To: page}}
	return eachPage(&document.Document{}, f, opt, func(p *ink.Page) error {
		return draw(grid.Find(layout.New(p), nil), w)
	})
}

// page adds the blocks of one page.
func (r *docBuilder) page(p *ink.Page) {
	lp := layout.New(p)
	steps := grid.Find(lp, &r.before)
	tables := remake.Tables(lp, steps.Tables)
	pg := newTextPage(lp)
	for _, n := range steps.Notes {
		r.doc.Issues = append(r.doc.Issues, document.Issue{At: pg.pos(document.Box{}), Code: document.CodePageCut, Why: n})
	}
	var parts []region
	for i := range tables {
		t := &tables[i]
		parts = append(parts, region{box: t.Box, table: t})
	}
	taken := wordsOfTables(lp, tables)
	text := lp.Without(taken)
	for _, bs := range pg.columnLists(text, text.Blocks(nil)) {
		box := bs[0].Box
		for _, b := range bs {
			box = layout.Union(box, b.Box)
		}
		parts = append(parts, region{box: box, blocks: bs})
	}
	for _, ws := range turnedGroups(lp, taken) {
		parts = append(parts, region{box: ws.box, turned: ws.words})
	}
	r.leftovers(pg, text, parts)
	boxes := make([]layout.Box, len(parts))
	for i := range parts {
		boxes[i] = parts[i].box
	}
	for _, i := range layout.Order(boxes, lp.Em) {
		switch part := &parts[i]; {
		case part.table != nil:
			r.doc.Blocks = append(r.doc.Blocks, pg.table(part.table))
		case part.blocks != nil:
			right, wide := columnRight(boxes, i, lp.Width)
			wide = min(wide, max(right, proseRight(parts, boxes[i])))
			for k := range part.blocks {
				b := &part.blocks[k]
				if len(part.blocks) > 1 {
					right, wide = b.Box.X1, b.Box.X1
				}
				r.addText(pg, text, b, right, wide)
			}
		default:
			r.doc.Blocks = append(r.doc.Blocks, &document.Paragraph{Frame: document.Frame{At: pg.pos(box(part.box))}, Runs: pg.runs(part.turned, false, nil)})
		}
	}
}

// wordsOfTables reports for each word of the page whether it belongs to a table: it
// is in a cell, or is a leader or a typed rule inside the table.
func wordsOfTables(lp *layout.Page, tables []grid.Table) []bool {
	taken := make([]bool, len(lp.Words))
	for i := range tables {
		for k := range tables[i].Cells {
			for _, w := range tables[i].Cells[k].Words {
				taken[w] = true
			}
		}
	}
	for i := range lp.Words {
		if w := &lp.Words[i]; w.Leader && !taken[i] {
			x, y := layout.Middle(w.Box)
			taken[i] = slices.ContainsFunc(tables, func(t grid.Table) bool { return layout.Inside(t.Box, x, y) })
		}
	}
	return taken
}

// columnRight returns the right edge of the column of box i: the left edge of what
// is printed beside it, else the right edge of the text of the page. wide is the
// edge if both margins of the page are equally wide, for pages of short lines only.
func columnRight(boxes []layout.Box, i int, pageWidth float32) (right, wide float32) {
	b := boxes[i]
	right, beside, left := b.X1, float32(1e9), b.X0
	for k, o := range boxes {
		left = min(left, o.X0)
		if k != i && o.X0 >= b.X1 && layout.Overlap(b.Y0, b.Y1, o.Y0, o.Y1) > 0 {
			beside = min(beside, o.X0)
		}
		if o.X0 < b.X1 {
			right = max(right, o.X1)
		}
	}
	return max(b.X1, min(right, beside)), max(b.X1, min(pageWidth-left, beside))
}

// proseRight returns the right edge of the running text above and below a box, which
// shows where lines end; without any there is no such edge.
func proseRight(parts []region, b layout.Box) float32 {
	right := float32(-1)
	for i := range parts {
		for _, o := range parts[i].blocks {
			if o.Prose && layout.Overlap(o.Box.X0, o.Box.X1, b.X0, b.X1) > 0 {
				right = max(right, o.Box.X1)
			}
		}
	}
	if right < 0 {
		return 1e9
	}
	return right
}

// A region is a part of a page: a table, a column of text or turned words.
type region struct {
	box    layout.Box
	table  *grid.Table
	blocks []layout.Block // one, or those of a list in columns
	turned []int32
}

// finish settles what only the whole document shows.
func (r *docBuilder) finish() {
	r.boldLines()
	r.levels()
	joinLists(r.doc)
	r.reportLeftovers()
	continueTables(r.doc, r.turned)
	r.turned.asDisplayed(r.doc)
}

func box(b layout.Box) document.Box { return document.Box(b) }

// A turnedGroup is neighbouring words that do not read upright.
type turnedGroup struct {
	box   layout.Box
	words []int32
}

// turnedGroups groups the words that do not read upright and are not taken.
func turnedGroups(p *layout.Page, taken []bool) []turnedGroup {
	var out []turnedGroup
	for _, i := range p.Turned {
		if taken[i] {
			continue
		}
		w := &p.Words[i]
		if n := len(out); n > 0 {
			g := &out[n-1]
			last := &p.Words[g.words[len(g.words)-1]]
			reach := layout.Box{X0: last.Box.X0 - w.Size, Y0: last.Box.Y0 - w.Size, X1: last.Box.X1 + w.Size, Y1: last.Box.Y1 + w.Size}
			if m := layout.Meet(reach, w.Box); last.Angle == w.Angle && m.X1 >= m.X0 && m.Y1 >= m.Y0 {
				g.words = append(g.words, i)
				g.box = layout.Union(g.box, w.Box)
				continue
			}
		}
		out = append(out, turnedGroup{box: w.Box, words: []int32{i}})
	}
	return out
}

// joinLists joins lists that follow one another on a page.
func joinLists(doc *document.Document) {
	out := doc.Blocks[:0]
	for _, b := range doc.Blocks {
		l, ok := b.(*document.List)
		if ok && len(out) > 0 {
			if last, ok := out[len(out)-1].(*document.List); ok && last.At.Page == l.At.Page {
				last.Items = append(last.Items, l.Items...)
				both := last.At.Bounds().Union(l.At.Bounds())
				last.At.Box = &both
				continue
			}
		}
		out = append(out, b)
	}
	doc.Blocks = slices.Clip(out)
}
