// The left side: what is printed. A PDF is shown by pictures of its pages; other formats
// by the blocks of the document, each with an id by which records find it.

package review

import (
	"encoding/base64"
	"fmt"
	"html"
	"html/template"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// A printer writes the left side.
type printer struct {
	b      strings.Builder
	cells  map[*document.Cell]string // ids
	lines  []lineID                  // in the order of the blocks
	colors map[document.Color]bool   // that need a class
	n      int                       // ids given
}

// A lineID is the id of what begins at a line of the source.
type lineID struct {
	line int32
	id   string
}

func newPrinter() *printer {
	return &printer{cells: map[*document.Cell]string{}, colors: map[document.Color]bool{}}
}

// pages writes the pages of a PDF: a frame of the page's shape, with its picture.
func (p *printer) pages(doc *document.Document, pictures []Picture, words *Words) {
	for _, page := range doc.Pages {
		i := slices.IndexFunc(pictures, func(pic Picture) bool { return pic.Page == page.Number })
		if i < 0 {
			continue
		}
		fmt.Fprintf(&p.b, `<figure class="page" id="page%d" data-w="%g" data-h="%g"><figcaption>%s %d</figcaption><div class="sheet">`,
			page.Number, page.Width, page.Height, html.EscapeString(words.PageNumber), page.Number)
		fmt.Fprintf(&p.b, `<img decoding="async" width="%d" height="%d" alt="%s %d" src="data:%s;base64,`,
			int(page.Width), int(page.Height), html.EscapeString(words.PageNumber), page.Number, pictures[i].Type)
		p.b.WriteString(base64.StdEncoding.EncodeToString(pictures[i].Data))
		p.b.WriteString("\"></div></figure>\n")
	}
}

// blocks writes the blocks of a document.
func (p *printer) blocks(doc *document.Document) {
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			// Headings of the release are no headings of the page: it has its own.
			fmt.Fprintf(&p.b, `<div class="h h%d" role="heading" aria-level="%d"%s>`, min(max(b.Level, 1), 6), min(max(b.Level, 1), 6)+2, p.id(b.Pos()))
			p.runs(b.Runs)
			p.b.WriteString("</div>\n")
		case *document.Paragraph:
			fmt.Fprintf(&p.b, `<p%s>`, p.id(b.Pos()))
			p.runs(b.Runs)
			p.b.WriteString("</p>\n")
		case *document.List:
			p.list(b.Items, 0)
		case *document.Table:
			p.table(b)
		}
	}
}

// maxListDepth is how deep lists are shown nested; deeper items stay at that depth.
const maxListDepth = 12

func (p *printer) list(items []document.Item, depth int) {
	p.b.WriteString("<ul>\n")
	for i := range items {
		it := &items[i]
		fmt.Fprintf(&p.b, `<li%s>`, p.id(it.At))
		if it.Marker != "" {
			p.b.WriteString(`<span class="marker">` + html.EscapeString(it.Marker) + "</span> ")
		}
		p.runs(it.Runs)
		if len(it.Sub) > 0 && depth < maxListDepth {
			p.list(it.Sub, depth+1)
		}
		p.b.WriteString("</li>\n")
		if len(it.Sub) > 0 && depth >= maxListDepth {
			p.flat(it.Sub)
		}
	}
	p.b.WriteString("</ul>\n")
}

// flat writes items and those nested in them at one depth.
func (p *printer) flat(items []document.Item) {
	for len(items) > 0 {
		it := &items[0]
		fmt.Fprintf(&p.b, `<li%s>`, p.id(it.At))
		p.runs(it.Runs)
		p.b.WriteString("</li>\n")
		items = append(slices.Clone(it.Sub), items[1:]...)
	}
}

func (p *printer) table(t *document.Table) {
	p.b.WriteString("<div class=\"scroll\" tabindex=\"0\"><table>\n")
	for i := range t.Rows {
		row := &t.Rows[i]
		fmt.Fprintf(&p.b, `<tr%s>`, p.id(row.At))
		for j := range row.Cells {
			c := &row.Cells[j]
			if c.Covered() {
				continue
			}
			name := "td"
			if row.Header && c.Text() != "" { // an empty cell heads nothing
				name = "th"
			}
			id := p.nextID()
			p.cells[c] = id
			fmt.Fprintf(&p.b, `<%s id="%s"`, name, id)
			if s := c.Span(); s.Rows > 1 {
				fmt.Fprintf(&p.b, ` rowspan="%d"`, s.Rows)
			}
			if s := c.Span(); s.Cols > 1 {
				fmt.Fprintf(&p.b, ` colspan="%d"`, s.Cols)
			}
			p.b.WriteString(">")
			if c.IsPlain() {
				p.text(c.Printed)
			} else {
				p.runs(c.Runs())
			}
			p.b.WriteString("</" + name + ">")
		}
		p.b.WriteString("</tr>\n")
	}
	p.b.WriteString("</table></div>\n")
}

// runs writes text with its styles.
func (p *printer) runs(runs []document.Run) {
	for _, r := range runs {
		classes := p.classes(r.Style)
		if classes == "" {
			p.text(r.Text)
			continue
		}
		p.b.WriteString(`<span class="` + classes + `">`)
		p.text(r.Text)
		p.b.WriteString("</span>")
	}
}

// styleClasses are the classes of the styles that show.
var styleClasses = []struct {
	flag document.StyleFlags
	name string
}{
	{document.Bold, "bold"},
	{document.Italic, "italic"},
	{document.Superscript, "sup"},
	{document.Subscript, "sub"},
	{document.Strike, "strike"},
	{document.Underline, "under"},
}

// maxColors is how many colours get a class; a document with more shows the rest plain.
const maxColors = 200

func (p *printer) classes(s document.Style) string {
	var names []string
	for _, c := range styleClasses {
		if s.Has(c.flag) {
			names = append(names, c.name)
		}
	}
	for _, c := range []struct {
		prefix string
		color  document.Color
	}{{"c", s.Color}, {"g", s.Fill}} {
		if c.color == 0 || !p.colors[c.color] && len(p.colors) >= maxColors {
			continue
		}
		p.colors[c.color] = true
		names = append(names, c.prefix+strings.TrimPrefix(c.color.String(), "#"))
	}
	sort.Strings(names)
	return strings.Join(names, " ")
}

// css returns the classes of the colours in use.
func (p *printer) css() string {
	var names []string
	for c := range p.colors {
		names = append(names, c.String())
	}
	sort.Strings(names)
	var b strings.Builder
	for _, hex := range names {
		fmt.Fprintf(&b, ".c%[1]s{color:#%[1]s}.g%[1]s{background:#%[1]s}\n", strings.TrimPrefix(hex, "#"))
	}
	return b.String()
}

// text writes s escaped; line breaks that the author set stay.
func (p *printer) text(s string) {
	p.b.WriteString(strings.ReplaceAll(html.EscapeString(s), "\n", "<br>"))
}

// id returns the attribute id of the next element, which is printed at a place.
func (p *printer) id(at document.Pos) string {
	id := p.nextID()
	if at.Line > 0 {
		p.lines = append(p.lines, lineID{at.Line, id})
	}
	return ` id="` + id + `"`
}

func (p *printer) nextID() string {
	p.n++
	return "e" + strconv.Itoa(p.n)
}

// html returns what was written.
func (p *printer) html() template.HTML { return template.HTML(p.b.String()) }

// seal sorts the lines, for anchor.
func (p *printer) seal() {
	slices.SortStableFunc(p.lines, func(a, b lineID) int { return int(a.line - b.line) })
}

// anchor returns where something is printed, for the script: the id of an element, or
// "page x0 y0 x1 y1" in points; "" if unknown.
func (p *printer) anchor(c *document.Cell, at document.Pos) string {
	if id, ok := p.cells[c]; ok && c != nil {
		return id
	}
	if b := at.Bounds(); at.Page > 0 && !b.IsZero() {
		box := fmt.Sprintf("%d %.1f %.1f %.1f %.1f ", at.Page, b.X0, b.Y0, b.X1, b.Y1)
		return strings.TrimSpace(strings.ReplaceAll(box, ".0 ", " "))
	}
	if at.Page > 0 && len(p.lines) == 0 {
		return "page" + strconv.Itoa(int(at.Page))
	}
	if at.Line == 0 {
		return ""
	}
	// What begins at the line, else the last that begins before it: a paragraph of
	// several lines.
	i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].line >= at.Line })
	switch {
	case i < len(p.lines) && p.lines[i].line == at.Line:
		return p.lines[i].id
	case i > 0:
		return p.lines[i-1].id
	}
	return ""
}
