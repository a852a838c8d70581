// The first look at a page: how much text stands where, which tables and lists
// are means of layout, what is the release and what the page around it.

package html

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// An htmlMeasure is what the first look finds.
type htmlMeasure struct {
	bytes   int                        // of text, and of rows put aside
	rich    map[*html.Node]bool        // lists whose items hold tables or headings
	tables  map[*html.Node]*tableShape // every table
	content map[*html.Node]bool        // main and article elements that hold the release
	aside   map[*html.Node]bool        // page furniture
	title   bool                       // the content has an h1
	words   map[string]furnitureWords  // by class attribute
	blocks  []*htmlBox                 // candidates for content and aside
}

// An htmlBox is an element that may be furniture or the release.
type htmlBox struct {
	node    *html.Node
	bytes   int // of text
	tables  int
	h1      bool
	content bool // is or holds main or article
	inside  bool // stands in main or article
	words   furnitureWords
	wants   bool // is furniture by its tag or role
}

// A tableShape counts what tells data from layout.
type tableShape struct {
	rows, cells, maxCells int // maxCells: of one row
	headers               int // th
	caption               bool
	nested                int // tables inside
	headings              int // in cells
	forms                 int
	crowded               int  // cells with several blocks
	role                  bool // the page itself says that it is layout

	rowCells, cellBlocks int // of the row and cell being read
}

// furnitureWords says how an element's names speak of furniture.
type furnitureWords uint8

const (
	wordsNone furnitureWords = iota
	wordsWeak                // may be, if it holds little
	wordsSure
)

// sureWords are words of id and class that only furniture has; weakWords are
// also used for parts of a release, or for the frame around all of it.
var (
	sureWords = map[string]bool{
		"cookie": true, "cookies": true, "consent": true, "gdpr": true, "rgpd": true, "tarteaucitron": true,
		"axeptio": true, "didomi": true, "onetrust": true, "breadcrumb": true, "breadcrumbs": true, "ariane": true,
		"skiplink": true, "skiplinks": true, "addtoany": true, "sharethis": true, "pagination": true,
		"navbar": true, "newsletter": true, "orejime": true, "cmp": true, "skip": true,
	}
	weakWords = map[string]bool{
		"share": true, "sharing": true, "social": true, "socials": true, "partage": true, "partager": true,
		"sidebar": true, "menu": true, "nav": true, "navigation": true, "related": true, "footer": true,
		"pager": true, "toolbar": true, "popup": true, "modal": true, "banner": true, "evitement": true,
		"suggestions": true, "recommandations": true, "advert": true, "publicite": true,
	}
)

// of measures the page below root.
func (m *htmlMeasure) of(root *html.Node, fragment bool) {
	m.rich = map[*html.Node]bool{}
	m.tables = map[*html.Node]*tableShape{}
	m.words = map[string]furnitureWords{}
	var total htmlBox
	m.look(root, &total, nil, nil, 0)
	m.bytes += total.bytes
	if !fragment {
		m.judge(&total)
	}
	m.blocks, m.words = nil, nil
}

// look measures n. box is the box around it, table and list the innermost
// table and list; cell is how deep n stands in a cell.
func (m *htmlMeasure) look(n *html.Node, box *htmlBox, table *tableShape, list *html.Node, cell int) {
	if n.Type == html.TextNode {
		box.bytes += len(n.Data)
		for i := 0; i < len(n.Data); i++ { // white space between tags is no text
			if !isHTMLSpace(n.Data[i]) {
				return
			}
		}
		box.bytes -= len(n.Data)
		return
	}
	kind := tagKind(0)
	if n.Type == html.ElementNode {
		if kind = kindOf(n); kind&(tagSkip|tagUnseen) != 0 {
			return
		}
		switch {
		case kind&tagTable != 0:
			if table != nil {
				table.nested++
			}
			box.tables++
			if list != nil {
				m.rich[list] = true
			}
			table = &tableShape{}
			if role, ok := attrOf(n, "role"); ok && (role == "presentation" || role == "none") {
				table.role = true
			}
			m.tables[n] = table
			cell = 0
		case kind&tagHeading != 0:
			box.h1 = box.h1 || n.DataAtom == atom.H1
			if list != nil {
				m.rich[list] = true
			}
			if table != nil && cell > 0 {
				table.headings++
			}
		case kind&tagList != 0:
			list = n
		case table != nil:
			table.count(n, kind)
		}
		if table != nil && cell == 1 && kind&(tagBlock|tagList|tagTable|tagHeading) != 0 {
			if table.cellBlocks++; table.cellBlocks == 2 {
				table.crowded++
			}
		}
		if kind&tagCell != 0 {
			cell = 1
		} else if cell > 0 && kind&(tagBlock|tagList|tagTable|tagHeading) != 0 {
			cell++
		}
		if own := m.box(n, kind, box); own != nil {
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				m.look(c, own, table, list, cell)
			}
			m.close(own, box)
			m.richUp(n, list)
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.look(c, box, table, list, cell)
	}
	m.richUp(n, list)
}

// richUp passes on that a list is rich to the list around it.
func (m *htmlMeasure) richUp(n, list *html.Node) {
	if list != n || !m.rich[n] {
		return
	}
	for up := n.Parent; up != nil; up = up.Parent {
		if kind := kindOf(up); kind&tagList != 0 {
			m.rich[up] = true
			return
		} else if kind&tagTable != 0 {
			return
		}
	}
}

func (t *tableShape) count(n *html.Node, kind tagKind) {
	switch {
	case kind&tagRow != 0:
		t.rows++
		t.rowCells = 0
	case kind&tagCell != 0:
		t.cells++
		t.rowCells++
		t.maxCells = max(t.maxCells, t.rowCells)
		t.cellBlocks = 0
		if n.DataAtom == atom.Th {
			t.headers++
		}
	case n.DataAtom == atom.Caption, n.DataAtom == atom.Thead:
		t.caption = true
	case n.DataAtom == atom.Form:
		t.forms++
	}
}

// layout reports whether the table only places things on the page.
func (t *tableShape) layout() bool {
	switch {
	case t.role, t.cells <= 1:
		return true
	case t.caption || t.headers >= 2:
		return t.nested > 0 && t.nested*2 >= t.rows
	case t.nested > 0, t.headings > 0, t.forms > 0:
		return true
	}
	// One row or one column with several paragraphs in a cell: columns of a
	// page. Word puts one paragraph into each cell of a data table.
	return (t.rows == 1 || t.maxCells == 1) && t.crowded > 0
}

// box returns a box for n if it may be furniture or the release.
func (m *htmlMeasure) box(n *html.Node, kind tagKind, outer *htmlBox) *htmlBox {
	b := htmlBox{node: n, inside: outer.inside}
	role := ""
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "role":
			role = n.Attr[i].Val
		case "id", "class":
			b.words = max(b.words, m.wordsOf(n.Attr[i].Val))
		}
	}
	switch {
	case n.DataAtom == atom.Main, n.DataAtom == atom.Article, role == "main", role == "article":
		b.content, b.words = true, wordsNone
	case n.DataAtom == atom.Html, n.DataAtom == atom.Body:
		return nil
	case kind&tagFurniture != 0:
		b.wants = true
	case kind&tagOuter != 0:
		b.wants = !outer.inside
	}
	switch role {
	case "navigation", "search", "complementary", "dialog", "alertdialog":
		b.wants = true
	case "banner", "contentinfo":
		b.wants = !outer.inside
	}
	if b.words == wordsWeak && kind&(tagBlock|tagList|tagTable|tagFurniture) == 0 {
		b.words = wordsNone // a word inside a sentence
	}
	if !b.content && !b.wants && (b.words == wordsNone || kind&(tagRow|tagCell|tagItem) != 0) {
		return nil
	}
	b.inside = b.inside || b.content
	m.blocks = append(m.blocks, &b)
	return &b
}

// close adds what a box holds to the one around it.
func (m *htmlMeasure) close(b, outer *htmlBox) {
	outer.bytes += b.bytes
	outer.tables += b.tables
	outer.h1 = outer.h1 || b.h1
	outer.content = outer.content || b.content
}

// maxNames bounds the remembered class attributes.
const maxNames = 4096

// wordsOf looks for words of furniture in an id or class.
func (m *htmlMeasure) wordsOf(names string) furnitureWords {
	if w, ok := m.words[names]; ok {
		return w
	}
	found := wordsNone
	short := names[:min(len(names), maxClassLen)]
	for _, name := range strings.Fields(short) {
		lower := strings.ToLower(name)
		for _, word := range strings.FieldsFunc(lower, func(r rune) bool { return !(r >= 'a' && r <= 'z') }) {
			switch {
			case sureWords[word]:
				found = wordsSure
			case weakWords[word]:
				found = max(found, wordsWeak)
			}
		}
		if strings.HasPrefix(lower, "has-") || strings.HasPrefix(lower, "with-") || strings.HasPrefix(lower, "no-") {
			found = wordsNone // says something of the page: "has-sidebar"
			break
		}
	}
	if len(m.words) < maxNames {
		m.words[names] = found
	}
	return found
}

// judge decides what is furniture and what holds the release.
func (m *htmlMeasure) judge(page *htmlBox) {
	m.content, m.aside = map[*html.Node]bool{}, map[*html.Node]bool{}
	furniture := 0
	for _, b := range m.blocks {
		if b.content {
			continue
		}
		most := b.bytes*2 > page.bytes
		aside := false
		switch {
		case b.content, b.h1 && !b.inside:
		case b.words == wordsSure:
			aside = !most || b.tables == 0 && !b.inside
		case b.wants:
			aside = !most // a form around the whole page, a header with all the text
		case b.words == wordsWeak:
			aside = b.bytes*4 < page.bytes && b.tables == 0
		}
		if aside {
			m.aside[b.node] = true
			if !b.inside {
				furniture += b.bytes
			}
		}
	}
	for _, kind := range []atom.Atom{atom.Main, atom.Article} {
		held := 0
		var boxes []*htmlBox
		for _, b := range m.blocks {
			role, _ := attrOf(b.node, "role")
			is := b.node.DataAtom == kind || kind == atom.Main && role == "main" || kind == atom.Article && role == "article"
			if is && !m.within(b.node, boxes) {
				boxes = append(boxes, b)
				held += b.bytes
			}
		}
		if len(boxes) > 0 && held*2 >= page.bytes-furniture {
			for _, b := range boxes {
				m.content[b.node] = true
				m.title = m.title || b.h1
			}
			return
		}
	}
}

// within reports whether n lies in the last of boxes, which came before it.
func (m *htmlMeasure) within(n *html.Node, boxes []*htmlBox) bool {
	if len(boxes) == 0 {
		return false
	}
	for last := boxes[len(boxes)-1].node; n != nil; n = n.Parent {
		if n == last {
			return true
		}
	}
	return false
}

func (m *htmlMeasure) hasContent() bool { return len(m.content) > 0 }

// partOf returns the part that n begins, where now is the part around it.
func (w *htmlWalk) partOf(n *html.Node, now document.Part) document.Part {
	switch {
	case w.seen.content[n]:
		return document.Body
	case w.seen.aside[n]:
		return document.Furniture
	case n.DataAtom == atom.H1 && w.seen.hasContent() && !w.seen.title:
		return document.Body // the headline stands outside of the main part
	}
	return now
}
