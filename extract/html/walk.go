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

// A walker turns a parsed page into blocks of doc.
type walker struct {
	doc      *document.Document
	css      cssSheet
	inline   map[string][]cssDecl // parsed style attributes
	steps    int                  // comparisons of selectors that may still be made
	survey   survey
	aside    []*longRows // rows of long tables, see putAside
	fragment bool        // a piece of another document, without furniture

	frames    []frame
	text      textBuilder
	line      int                    // source line of the current node
	part      document.Part          // of the next blocks
	flatDepth int                    // above 0 in a cell, an item or a heading, where blocks begin lines, not paragraphs
	item      *document.Item         // that gets nested lists, nil outside of items
	runs      []document.Run         // store for slab.Keep
	cells     []document.Cell        // store for slab.Keep
	more      []document.More        // store for slab.Keep
	pending   []document.Block       // unseen text inside the open paragraph, for after it
	level     int                    // of the last heading
	unfolded  map[string]bool        // ids of elements that a click on the page unfolds
	colors    map[document.Color]int // bytes of text of each colour
	uncolored int                    // bytes of text without a colour
}

// Limits on the comparisons of selectors with elements, which are the cost of style
// sheets.
const (
	stepsPerByte = 15         // for each byte of text; pages of large frameworks need some ten
	minSteps     = 20_000_000 // for short pages with large style sheets
)

// newWalker returns a walker for page, whose style sheets it reads.
func newWalker(doc *document.Document, page *goquery.Document, line int) *walker {
	w := &walker{doc: doc, line: line, inline: map[string][]cssDecl{}, colors: map[document.Color]int{}, unfolded: map[string]bool{}}
	page.Find("style").Each(func(_ int, s *goquery.Selection) {
		if media, ok := s.Attr("media"); !ok || appliesToScreen("@media "+media) {
			w.css.parse(s.Text())
		}
	})
	page.Find("[aria-controls],[data-target],[data-bs-target]").Each(func(_ int, s *goquery.Selection) {
		for _, key := range []string{"aria-controls", "data-target", "data-bs-target"} {
			for _, id := range strings.Fields(s.AttrOr(key, "")) {
				w.unfolded[strings.TrimPrefix(id, "#")] = true
			}
		}
	})
	if w.css.full {
		w.issue(0, document.CodeHTMLStyles, "", "the style sheets hold more than "+strconv.Itoa(maxRules)+" rules; the later ones are not read, so colours may be missing")
	}
	return w
}

// issue adds an issue at a line.
func (w *walker) issue(line int, code, text, why string) {
	w.doc.Issues = append(w.doc.Issues, document.Issue{At: document.Pos{Line: int32(line)}, Code: code, Text: text, Why: why})
}

// page walks the whole page.
func (w *walker) page(page *goquery.Document) {
	for _, rows := range w.aside {
		for _, piece := range rows.pieces {
			w.survey.bytes += len(piece)
		}
	}
	w.survey.measure(page.Nodes[0], w.fragment)
	w.steps = minSteps + stepsPerByte*w.survey.bytes
	if w.survey.hasContent() {
		w.part = document.Furniture // until the content begins
	}
	start := len(w.doc.Blocks)
	w.children(page.Nodes[0])
	w.blockEdge()
	w.reportLostRows()
	w.doc.Blocks = append(w.doc.Blocks[:start], joinTypedItems(w.doc.Blocks[start:])...)
	w.dropUsualColor(w.doc.Blocks[start:])
	if w.steps < 0 {
		w.issue(0, document.CodeHTMLStyles, "", "the style sheets take too long to compare with the page; they are not applied to its end, so colours may be missing")
	}
}

// children walks the children of n.
func (w *walker) children(n *html.Node) {
	nth := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			nth++
		}
		w.node(c, nth)
	}
}

// node walks one node, the nth element of its parent if it is an element.
func (w *walker) node(n *html.Node, nth int) {
	switch n.Type {
	case html.TextNode:
		w.addText(withoutStamps(n))
	case html.CommentNode:
		w.line += strings.Count(n.Data, "\n")
	case html.ElementNode:
		w.element(n, nth)
	}
}

// addText adds text of the current node.
func (w *walker) addText(s string) {
	f := frame{}
	if len(w.frames) > 0 {
		f = w.frames[len(w.frames)-1]
	}
	w.text.addText(s, f.style, f.space, w.line)
	w.line += strings.Count(s, "\n")
}

// readStamp sets the line to the one that the stamper left on n.
func (w *walker) readStamp(n *html.Node) {
	if v, ok := attrOf(n, lineAttr); ok {
		if line, err := strconv.Atoi(v); err == nil {
			w.line = line
		}
	}
}

// element walks one element.
func (w *walker) element(n *html.Node, nth int) {
	if rows := w.asideOf(n); rows != nil {
		w.parseAside(rows, func(n *html.Node) { w.node(n, nth) })
		return
	}
	w.readStamp(n)
	f := w.push(n, nth)
	defer w.pop()
	kind, hidden, display := f.kind, f.hidden, f.display
	switch {
	case kind&tagSkip != 0:
		w.line += strings.Count(goquery.NewDocumentFromNode(n).Text(), "\n")
		return
	case hidden || kind&tagUnseen != 0:
		w.keepUnseen(n, hidden)
		return
	}
	switch n.DataAtom {
	case atom.Br:
		w.lineBreak()
		return
	case atom.Img:
		w.picture(n)
		return
	}
	part := w.part
	if w.flatDepth == 0 {
		if next := w.partOf(n, part); next != part {
			w.blockEdge()
			w.part = next
			defer func() {
				w.blockEdge()
				w.part = part
			}()
		}
	}
	before, after := f.before, f.after
	switch {
	case kind&tagTable != 0:
		w.blockEdge()
		w.table(n)
		w.blockEdge()
	case kind&tagList != 0:
		w.blockEdge()
		w.list(n)
		w.blockEdge()
	case w.flatDepth == 0 && headingLevel(n) > 0:
		w.level = headingLevel(n)
		w.heading(n, w.level)
	case w.flatDepth == 0 && n.DataAtom == atom.Summary: // the title of what it unfolds
		w.heading(n, min(w.level+1, 6))
	case display == displayTable && w.flatDepth == 0 && w.isBoxTable(n):
		w.blockEdge()
		w.boxTable(n)
		w.blockEdge()
	case kind&(tagBlock|tagHeading) != 0 && display != displayInline, display >= displayBlock && display != displayNone:
		w.blockEdge()
		w.addGenerated(before)
		w.children(n)
		w.addGenerated(after)
		w.blockEdge()
	default:
		w.addGenerated(before)
		w.children(n)
		w.addGenerated(after)
	}
}

// addGenerated adds the text that a style sheet puts before or after an element.
func (w *walker) addGenerated(s string) {
	if s != "" {
		f := &w.frames[len(w.frames)-1]
		w.text.addText(s, f.style, spaceNormal, w.line)
	}
}

// blockEdge ends the text before the start or the end of a block.
func (w *walker) blockEdge() {
	if w.flatDepth > 0 {
		w.text.blockEdge()
	} else {
		w.splitTypedItem()
		w.paragraph()
	}
}

// lineBreak reads a <br>. Two of them in running text begin a paragraph.
func (w *walker) lineBreak() {
	w.splitTypedItem()
	w.text.lineBreak()
	if w.flatDepth == 0 && (w.text.breaks > 1 || w.text.lineStart == 0 && bullet.Of(leadingText(w.text.runs)) != "") {
		w.paragraph()
	}
}

// picture adds the alternative text of a picture in a cell or an item, where it may
// be all there is ("oui", "nouveau").
func (w *walker) picture(n *html.Node) {
	if w.flatDepth == 0 {
		if w.part != document.Furniture && !isIcon(n) {
			alt, _ := attrOf(n, "alt")
			w.issue(w.line, document.CodePicture, alt, "there is a picture here; what it shows was not read")
		}
		return
	}
	if alt, ok := attrOf(n, "alt"); ok && strings.TrimSpace(alt) != "" {
		w.text.addText(" "+alt+" ", w.frames[len(w.frames)-1].style, spaceNormal, w.line)
	}
}

// maxIconSide is the largest width or height of a picture that only adorns, in pixels as
// its tag gives them.
const maxIconSide = 100

// isIcon reports whether a picture is too small to show a list.
func isIcon(n *html.Node) bool {
	for _, side := range [...]string{"width", "height"} {
		if v, ok := attrOf(n, side); ok {
			if px, err := strconv.Atoi(strings.TrimSuffix(v, "px")); err == nil && px <= maxIconSide {
				return true
			}
		}
	}
	return false
}

// takeRuns returns the open text, nil if it is blank, and counts its bytes by colour.
func (w *walker) takeRuns() []document.Run {
	if w.text.isBlank() {
		w.text = textBuilder{runs: w.text.runs[:0]} // pages write "&nbsp;" into empty cells
		return nil
	}
	runs := w.text.take(&w.runs)
	for _, r := range runs {
		if r.Style.Color == 0 {
			w.uncolored += len(r.Text)
		} else if n, ok := w.colors[r.Style.Color]; ok || len(w.colors) < maxColors {
			w.colors[r.Style.Color] = n + len(r.Text)
		}
	}
	return runs
}

// maxColors is the largest number of text colours counted to find the usual one.
const maxColors = 256

// paragraph ends the open paragraph, if it has text.
func (w *walker) paragraph() {
	line := w.text.line
	if runs := w.takeRuns(); runs != nil {
		w.doc.Blocks = append(w.doc.Blocks, &document.Paragraph{Frame: w.frame(line), Runs: runs})
	}
	w.doc.Blocks = append(w.doc.Blocks, w.pending...)
	w.pending = nil
}

// frame returns the Frame of a block that begins at line.
func (w *walker) frame(line int) document.Frame {
	return document.Frame{At: document.Pos{Line: int32(line)}, Part: w.part}
}

// headingLevel returns the level of a heading, 1 to 6, and 0 for other elements.
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
		return 2 // the standard's level for headings without one
	}
	return 0
}

// heading reads a heading or the title of what unfolds.
func (w *walker) heading(n *html.Node, level int) {
	w.blockEdge()
	line := w.line
	f := &w.frames[len(w.frames)-1]
	before, after := f.before, f.after
	w.flatDepth++
	w.addGenerated(before)
	w.children(n)
	w.addGenerated(after)
	w.flatDepth--
	if w.text.line > 0 {
		line = w.text.line
	}
	if runs := w.takeRuns(); runs != nil {
		w.doc.Blocks = append(w.doc.Blocks, &document.Heading{Frame: w.frame(line), Level: level, Runs: runs})
	}
}
