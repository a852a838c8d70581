// The survey of a page before the walk: how much text each part holds, which tables
// and lists serve layout, what is the release and what is furniture.

package html

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A survey holds what is known of a page before the walk.
type survey struct {
	bytes        int                        // of text and of rows put aside
	rich         map[*html.Node]bool        // lists whose items hold tables or headings
	tables       map[*html.Node]*tableShape // every table
	content      map[*html.Node]bool        // main and article elements that hold the release
	aside        map[*html.Node]bool        // page furniture
	contentTitle bool                       // the release has an h1
	words        map[string]furnitureWords  // by class attribute
	regions      []*region                  // regions that may be the release or furniture
}

// A region is an element that may be the release or furniture.
type region struct {
	node      *html.Node
	bytes     int // of text
	tables    int
	h1        bool
	content   bool // it is or holds a main or article
	inContent bool // it is in a main or article
	words     furnitureWords
	furniture bool // its tag or role is one of furniture
}

// A tableShape holds the counts by which tables of data and of layout differ.
type tableShape struct {
	rows, cells, maxCells int // maxCells: of one row
	headers               int // th
	caption               bool
	nested                int  // tables inside
	innerHeaders          int  // th in those
	headings              int  // in cells
	forms                 int  // in the table
	crowded               int  // cells with several blocks
	presentational        bool // the page itself says that it is layout

	rowCells, cellBlocks int // of the row and cell being read
	outer                *tableShape
}

// furnitureWords is how far the id and class of an element speak of furniture.
type furnitureWords uint8

const (
	wordsNone furnitureWords = iota // not at all
	wordsWeak                       // it is furniture if it holds little text
	wordsSure                       // it is furniture
)

// sureWords are words in ids and classes that only furniture has. weakWords are also
// used for parts of a release, or for the frame around all of it.
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

// measure surveys the page below root. A fragment has no furniture.
func (m *survey) measure(root *html.Node, fragment bool) {
	m.rich = map[*html.Node]bool{}
	m.tables = map[*html.Node]*tableShape{}
	m.words = map[string]furnitureWords{}
	var total region
	m.visit(root, &total, nil, nil, 0)
	m.bytes += total.bytes
	if !fragment {
		m.judge(&total)
	}
	m.regions, m.words = nil, nil
}

// visit surveys n. box is the region around it, table and list are the innermost table
// and list, cell is the depth of n in its cell, 0 outside of cells.
func (m *survey) visit(n *html.Node, box *region, table *tableShape, list *html.Node, cell int) {
	if n.Type == html.TextNode {
		box.bytes += len(n.Data)
		for i := 0; i < len(n.Data); i++ { // white space between tags is no text
			if !isSpace(n.Data[i]) {
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
			table = &tableShape{outer: table}
			if role, ok := attrOf(n, "role"); ok && (role == "presentation" || role == "none") {
				table.presentational = true
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
		if inner := m.regionOf(n, kind, box); inner != nil {
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				m.visit(c, inner, table, list, cell)
			}
			m.addTo(inner, box)
			m.markOuterRich(n, list)
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.visit(c, box, table, list, cell)
	}
	m.markOuterRich(n, list)
}

// markOuterRich marks the list around n as rich if n is a rich list.
func (m *survey) markOuterRich(n, list *html.Node) {
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

// count adds an element inside the table to the counts.
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
			if t.outer != nil {
				t.outer.innerHeaders++
			}
		}
	case n.DataAtom == atom.Caption, n.DataAtom == atom.Thead:
		t.caption = true
	case n.DataAtom == atom.Form:
		t.forms++
	}
}

// isLayout reports whether the table only places things on the page.
func (t *tableShape) isLayout() bool {
	switch {
	case t.presentational, t.cells <= 1:
		return true
	case t.headers >= t.maxCells && t.maxCells > 1 && t.innerHeaders == 0:
		return false // a row of headings: what is nested in its cells is part of them
	case t.caption || t.headers >= 2:
		return t.nested > 0 && t.nested*2 >= t.rows
	case t.nested > 0, t.headings > 0, t.forms > 0:
		return true
	}
	// One row or one column with several paragraphs in a cell: columns of a page.
	// In tables of data from Word, each cell has one paragraph.
	return (t.rows == 1 || t.maxCells == 1) && t.crowded > 0
}

// regionOf returns a region for n, nil if it cannot be the release or furniture.
func (m *survey) regionOf(n *html.Node, kind tagKind, outer *region) *region {
	b := region{node: n, inContent: outer.inContent}
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
		b.furniture = true
	case kind&tagOuter != 0:
		b.furniture = !outer.inContent
	}
	switch role {
	case "navigation", "search", "complementary", "dialog", "alertdialog":
		b.furniture = true
	case "banner", "contentinfo":
		b.furniture = !outer.inContent
	}
	if b.words == wordsWeak && kind&(tagBlock|tagList|tagTable|tagFurniture) == 0 {
		b.words = wordsNone // inline text
	}
	if !b.content && !b.furniture && (b.words == wordsNone || kind&(tagRow|tagCell|tagItem) != 0) {
		return nil
	}
	b.inContent = b.inContent || b.content
	m.regions = append(m.regions, &b)
	return &b
}

// addTo adds the counts of region b to those of the region around it.
func (m *survey) addTo(b, outer *region) {
	outer.bytes += b.bytes
	outer.tables += b.tables
	outer.h1 = outer.h1 || b.h1
	outer.content = outer.content || b.content
}

// maxCachedNames is the largest number of ids and classes whose words are kept.
const maxCachedNames = 4096

// wordsOf looks for words of furniture in an id or class attribute.
func (m *survey) wordsOf(names string) furnitureWords {
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
			found = wordsNone // it describes the page: "has-sidebar"
			break
		}
	}
	if len(m.words) < maxCachedNames {
		m.words[names] = found
	}
	return found
}

// judge decides which regions are furniture and which hold the release.
func (m *survey) judge(page *region) {
	m.content, m.aside = map[*html.Node]bool{}, map[*html.Node]bool{}
	furniture := 0
	for _, b := range m.regions {
		if b.content {
			continue
		}
		most := b.bytes*2 > page.bytes
		aside := false
		switch {
		case b.content, b.h1 && !b.inContent:
		case b.words == wordsSure:
			aside = !most || b.tables == 0 && !b.inContent
		case b.furniture:
			aside = !most // else a form around the page, a header with all its text
		case b.words == wordsWeak:
			aside = b.bytes*4 < page.bytes && b.tables == 0
		}
		if aside {
			m.aside[b.node] = true
			if !b.inContent {
				furniture += b.bytes
			}
		}
	}
	for _, kind := range []atom.Atom{atom.Main, atom.Article} {
		held := 0
		var boxes []*region
		for _, b := range m.regions {
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
				m.contentTitle = m.contentTitle || b.h1
			}
			return
		}
	}
}

// within reports whether n is inside the last of boxes.
func (m *survey) within(n *html.Node, boxes []*region) bool {
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

// hasContent reports whether elements are known that hold the release.
func (m *survey) hasContent() bool { return len(m.content) > 0 }

// partOf returns the part of the release that n belongs to; now is the part around it.
func (w *walker) partOf(n *html.Node, now document.Part) document.Part {
	switch {
	case w.survey.content[n]:
		return document.Body
	case w.survey.aside[n]:
		return document.Furniture
	case n.DataAtom == atom.H1 && w.survey.hasContent() && !w.survey.contentTitle:
		return document.Body // a headline outside of the main element
	}
	return now
}
