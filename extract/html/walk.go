// The walk over a parsed page: elements become blocks in reading order.

package html

import (
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/bullet"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// An htmlWalk turns a parsed page into blocks of doc.
type htmlWalk struct {
	doc      *document.Document
	css      cssSheet
	inline   map[string][]cssDecl // parsed style attributes
	steps    int                  // selector comparisons left
	seen     htmlMeasure
	aside    []*longRows
	fragment bool // part of another document: nothing in it is page furniture

	frames []htmlFrame
	text   htmlText
	line   int           // where the walk is
	part   document.Part // of the blocks that come
	flat   int           // above 0, blocks do not start paragraphs but lines of a cell, an item or a heading
	item   *document.Item
	runs   []document.Run   // store for keep
	cells  []document.Cell  // store for keep
	more   []document.More  // store for keep
	later  []document.Block // unseen text of the paragraph at hand
	level  int              // of the last heading
	shows  map[string]bool  // ids of what a click on the page unfolds
	colors map[document.Color]int
	usual  int // letters without a colour of their own
}

// stepsPerByte bounds the cost of style sheets: comparisons of selectors for a
// byte of the page's text. Pages of large frameworks need some ten.
const (
	stepsPerByte = 15
	minSteps     = 20_000_000
)

func newHTMLWalk(doc *document.Document, page *goquery.Document, line int) *htmlWalk {
	w := &htmlWalk{doc: doc, line: line, inline: map[string][]cssDecl{}, colors: map[document.Color]int{}, shows: map[string]bool{}}
	page.Find("style").Each(func(_ int, s *goquery.Selection) {
		if media, ok := s.Attr("media"); !ok || shownMedia("@media "+media) {
			w.css.add(s.Text())
		}
	})
	page.Find("[aria-controls],[data-target],[data-bs-target]").Each(func(_ int, s *goquery.Selection) {
		for _, key := range []string{"aria-controls", "data-target", "data-bs-target"} {
			for _, id := range strings.Fields(s.AttrOr(key, "")) {
				w.shows[strings.TrimPrefix(id, "#")] = true
			}
		}
	})
	if w.css.full {
		w.issue(0, "html-styles", "", "the style sheets hold more than "+strconv.Itoa(maxRules)+" rules; the later ones are not read, so colours may be missing")
	}
	return w
}

func (w *htmlWalk) issue(line int, code, text, why string) {
	w.doc.Issues = append(w.doc.Issues, document.Issue{At: document.Pos{Line: int32(line)}, Code: code, Text: text, Why: why})
}

// page walks the whole page.
func (w *htmlWalk) page(page *goquery.Document) {
	for _, rows := range w.aside {
		for _, piece := range rows.pieces {
			w.seen.bytes += len(piece)
		}
	}
	w.seen.of(page.Nodes[0], w.fragment)
	w.steps = minSteps + stepsPerByte*w.seen.bytes
	if w.seen.hasContent() {
		w.part = document.Furniture // until the content begins
	}
	start := len(w.doc.Blocks)
	w.children(page.Nodes[0])
	w.edge()
	w.forgotten()
	w.doc.Blocks = append(w.doc.Blocks[:start], typedLists(w.doc.Blocks[start:])...)
	w.plainUsualColor(w.doc.Blocks[start:])
	if w.steps < 0 {
		w.issue(0, "html-styles", "", "the style sheets take too long to compare with the page; they are not applied to its end, so colours may be missing")
	}
}

// children walks what n holds.
func (w *htmlWalk) children(n *html.Node) {
	nth := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			nth++
		}
		w.node(c, nth)
	}
}

func (w *htmlWalk) node(n *html.Node, nth int) {
	switch n.Type {
	case html.TextNode:
		w.letters(unstamped(n))
	case html.CommentNode:
		w.line += strings.Count(n.Data, "\n")
	case html.ElementNode:
		w.element(n, nth)
	}
}

// letters adds text where the walk is.
func (w *htmlWalk) letters(s string) {
	f := htmlFrame{}
	if len(w.frames) > 0 {
		f = w.frames[len(w.frames)-1]
	}
	w.text.add(s, f.style, f.space, w.line)
	w.line += strings.Count(s, "\n")
}

// stamp reads the line that the stamper left on n.
func (w *htmlWalk) stamp(n *html.Node) {
	if v, ok := attrOf(n, lineAttr); ok {
		if line, err := strconv.Atoi(v); err == nil {
			w.line = line
		}
	}
}

// element walks one element.
func (w *htmlWalk) element(n *html.Node, nth int) {
	if rows := w.asideOf(n); rows != nil {
		w.eachAside(rows, func(n *html.Node) { w.node(n, nth) })
		return
	}
	w.stamp(n)
	f := w.push(n, nth)
	defer w.pop()
	kind, hidden, display := f.kind, f.hidden, f.display
	switch {
	case kind&tagSkip != 0:
		w.line += strings.Count(goquery.NewDocumentFromNode(n).Text(), "\n")
		return
	case hidden || kind&tagUnseen != 0:
		w.unseen(n, hidden)
		return
	}
	switch n.DataAtom {
	case atom.Br:
		w.br()
		return
	case atom.Img:
		w.picture(n)
		return
	}
	part := w.part
	if w.flat == 0 {
		if next := w.partOf(n, part); next != part {
			w.edge()
			w.part = next
			defer func() {
				w.edge()
				w.part = part
			}()
		}
	}
	before, after := f.before, f.after
	switch {
	case kind&tagTable != 0:
		w.edge()
		w.table(n)
		w.edge()
	case kind&tagList != 0:
		w.edge()
		w.list(n)
		w.edge()
	case w.flat == 0 && headingLevel(n) > 0:
		w.level = headingLevel(n)
		w.heading(n, w.level)
	case w.flat == 0 && n.DataAtom == atom.Summary: // the title of what it unfolds
		w.heading(n, min(w.level+1, 6))
	case display == displayTable && w.flat == 0 && w.boxRows(n):
		w.edge()
		w.boxTable(n)
		w.edge()
	case kind&(tagBlock|tagHeading) != 0 && display != displayInline, display >= displayBlock && display != displayNone:
		w.edge()
		w.generated(before)
		w.children(n)
		w.generated(after)
		w.edge()
	default:
		w.generated(before)
		w.children(n)
		w.generated(after)
	}
}

// generated adds text that a rule sets before or after an element.
func (w *htmlWalk) generated(s string) {
	if s != "" {
		f := &w.frames[len(w.frames)-1]
		w.text.add(s, f.style, spaceNormal, w.line)
	}
}

// edge is where a block starts or ends.
func (w *htmlWalk) edge() {
	if w.flat > 0 {
		w.text.edge()
	} else {
		w.endLine()
		w.paragraph()
	}
}

// br is a line break; two of them in running text start a paragraph.
func (w *htmlWalk) br() {
	w.endLine()
	w.text.lineBreak()
	if w.flat == 0 && (w.text.breaks > 1 || w.text.lineStart == 0 && bullet.Of(startOf(w.text.runs)) != "") {
		w.paragraph()
	}
}

// picture adds the text that stands for a picture in a cell or an item, where
// it may be all there is ("oui", "nouveau").
func (w *htmlWalk) picture(n *html.Node) {
	if w.flat == 0 {
		return
	}
	if alt, ok := attrOf(n, "alt"); ok && strings.TrimSpace(alt) != "" {
		w.text.add(" "+alt+" ", w.frames[len(w.frames)-1].style, spaceNormal, w.line)
	}
}

// takeRuns ends the text at hand and counts its letters by colour.
func (w *htmlWalk) takeRuns() []document.Run {
	if w.text.isBlank() {
		w.text = htmlText{runs: w.text.runs[:0]} // "&nbsp;" is how pages write an empty cell
		return nil
	}
	runs := w.text.take(&w.runs)
	for _, r := range runs {
		if r.Style.Color == 0 {
			w.usual += len(r.Text)
		} else if n, ok := w.colors[r.Style.Color]; ok || len(w.colors) < maxColors {
			w.colors[r.Style.Color] = n + len(r.Text)
		}
	}
	return runs
}

// maxColors is how many text colours are counted to find the usual one.
const maxColors = 256

// paragraph ends the paragraph at hand, if it has text.
func (w *htmlWalk) paragraph() {
	line := w.text.line
	if runs := w.takeRuns(); runs != nil {
		w.doc.Blocks = append(w.doc.Blocks, &document.Paragraph{Frame: w.frame(line), Runs: runs})
	}
	w.doc.Blocks = append(w.doc.Blocks, w.later...)
	w.later = nil
}

func (w *htmlWalk) frame(line int) document.Frame {
	return document.Frame{At: document.Pos{Line: int32(line)}, Part: w.part}
}

// headingLevel returns 1 to 6 for headings, 0 for all else.
func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0')
	}
	if role, ok := attrOf(n, "role"); ok && role == "heading" {
		level, _ := attrOf(n, "aria-level")
		if l, err := strconv.Atoi(level); err == nil && l >= 1 && l <= 6 {
			return l
		}
		return 2 // what the standard says where no level is given
	}
	return 0
}

func (w *htmlWalk) heading(n *html.Node, level int) {
	w.edge()
	line := w.line
	f := &w.frames[len(w.frames)-1]
	before, after := f.before, f.after
	w.flat++
	w.generated(before)
	w.children(n)
	w.generated(after)
	w.flat--
	if w.text.line > 0 {
		line = w.text.line
	}
	if runs := w.takeRuns(); runs != nil {
		w.doc.Blocks = append(w.doc.Blocks, &document.Heading{Frame: w.frame(line), Level: level, Runs: runs})
	}
}
