// What an element looks like: its tag, the rules of style sheets, its style attribute,
// and what it inherits.

package html

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/color"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A frame is one open element between the root and the current node.
type frame struct {
	node      *html.Node
	kind      tagKind
	nth       int // 1-based place among the elements of its parent
	id, class string
	role      string
	style     document.Style // Fill and Color as in CSS, see visibleStyle
	display   uint8          // displayInline ...
	space     uint8          // spaceNormal ...
	hidden    bool
	noMarker  bool   // its items show no markers
	before    string // text that a rule adds before its content
	after     string // text that a rule adds after its content
}

// maxClassLen is the largest number of bytes of a class attribute that are compared
// with selectors. Generated pages have a few hundred.
const maxClassLen = 4096

// newFrame returns the frame of n, the nth element of its parent, without styles.
func newFrame(n *html.Node, nth int) frame {
	f := frame{node: n, nth: nth, kind: kindOf(n)}
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "id":
			f.id = n.Attr[i].Val
		case "role":
			f.role = n.Attr[i].Val
		case "class":
			f.class = n.Attr[i].Val
			f.class = f.class[:min(len(f.class), maxClassLen)]
		}
	}
	return f
}

// kindOf returns the kinds of an element.
func kindOf(n *html.Node) tagKind {
	if n.Namespace != "" && n.Data != "svg" && n.Data != "math" {
		return 0
	}
	if n.DataAtom == 0 {
		return tagKinds[n.Data]
	}
	return atomKinds[n.DataAtom]
}

// attrOf returns the value of an attribute, and false if n does not have it.
func attrOf(n *html.Node, key string) (string, bool) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val, true
		}
	}
	return "", false
}

// push opens the frame of n, the nth element of its parent, with its styles.
func (w *walker) push(n *html.Node, nth int) *frame {
	f := newFrame(n, nth)
	var up frame
	if len(w.frames) > 0 {
		up = w.frames[len(w.frames)-1]
	}
	f.style, f.hidden, f.space = up.style, up.hidden, up.space
	w.frames = append(w.frames, f)
	top := &w.frames[len(w.frames)-1]
	if top.kind&(tagTable|tagList|tagHeading) != 0 {
		top.style.Fill = 0 // a background of a whole block is not a mark
	}
	top.applyTag()
	w.applyRules(top)
	top.hidden = top.hidden || forScreenReaders(top.class)
	if top.hidden && !up.hidden && (w.unfolded[top.id] && top.id != "" || top.role == "tabpanel") {
		top.hidden = false // a click shows it
	}
	if hasPageGround(top) {
		top.style.Fill = 0
	}
	return top
}

// readerClasses are the classes by which frameworks hide text from all but screen
// readers; their style sheets are outside the page.
var readerClasses = [...]string{"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "element-invisible", "show-for-sr", "govuk-visually-hidden", "fr-sr-only", "u-sr-only", "usa-sr-only"}

// forScreenReaders reports whether a class attribute says that the page does not show
// the text.
func forScreenReaders(class string) bool {
	if class == "" {
		return false
	}
	for _, c := range readerClasses {
		if hasWord(class, c) {
			return true
		}
	}
	return false
}

// pop closes the innermost frame.
func (w *walker) pop() { w.frames = w.frames[:len(w.frames)-1] }

// hasPageGround reports whether the background of an element is that of a page or a
// part of it, not of a row, a cell or words.
func hasPageGround(f *frame) bool {
	switch f.node.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.Section, atom.Table, atom.Ul, atom.Ol, atom.Dl,
		atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Form:
		return true
	}
	return false
}

// applyTag applies the browsers' own style of the tag. Headings and th stay plain:
// their bold type says nothing more.
func (f *frame) applyTag() {
	switch f.node.DataAtom {
	case atom.B, atom.Strong:
		f.style.Flags |= document.Bold
	case atom.I, atom.Em, atom.Cite, atom.Dfn, atom.Var:
		f.style.Flags |= document.Italic
	case atom.S, atom.Strike, atom.Del:
		f.style.Flags |= document.Strike
	case atom.U, atom.Ins:
		f.style.Flags |= document.Underline
	case atom.Sup:
		f.style.Flags = f.style.Flags&^document.Subscript | document.Superscript
	case atom.Sub:
		f.style.Flags = f.style.Flags&^document.Superscript | document.Subscript
	case atom.Mark:
		f.style.Fill = document.RGB(255, 255, 0)
	}
	if f.kind&tagPre != 0 {
		f.space = spacePre
	}
	switch {
	case f.kind&tagTable != 0:
		f.display = displayTable
	case f.kind&tagRow != 0:
		f.display = displayRow
	case f.kind&tagCell != 0:
		f.display = displayCell
	case f.kind&(tagBlock|tagHeading|tagList) != 0:
		f.display = displayBlock
	}
	if d, ok := roleDisplays[f.role]; ok && f.kind&(tagTable|tagRow|tagCell) == 0 {
		f.display = uint8(d)
	}
	for i := range f.node.Attr {
		switch a := &f.node.Attr[i]; a.Key {
		case "bgcolor":
			if c, ok := color.ParseAttr(a.Val); ok {
				f.style.Fill = c
			}
		case "color":
			if c, ok := color.ParseAttr(a.Val); ok && f.node.DataAtom == atom.Font {
				f.style.Color = c
			}
		case "hidden":
			f.hidden = f.hidden || a.Val != "until-found"
		}
	}
}

// roleDisplays holds the roles by which other elements make a table.
var roleDisplays = map[string]uint32{
	"table": displayTable, "grid": displayTable, "treegrid": displayTable, "rowgroup": displayGroup, "row": displayRow,
	"cell": displayCell, "gridcell": displayCell, "columnheader": displayCell, "rowheader": displayCell,
}

// Ranks of declarations: first the rules of sheets by specificity and order, above
// them the style attribute, above all !important.
const (
	rankInline    = uint64(1) << 60
	rankImportant = uint64(1) << 61
)

// applyRules applies style sheets and the style attribute.
func (w *walker) applyRules(f *frame) {
	var best [propCount]cssDecl
	var rank [propCount]uint64
	inline, hasInline := attrOf(f.node, "style")
	if len(w.css.rules) == 0 && !hasInline {
		return
	}
	any := false
	cascade := func(decls []cssDecl, r uint64) {
		for _, d := range decls {
			rd := r
			if d.important {
				rd |= rankImportant
			}
			if rd >= rank[d.prop] {
				best[d.prop], rank[d.prop], any = d, rd, true
			}
		}
	}
	tryRules := func(list []int32) {
		for _, n := range list {
			if w.steps < 0 {
				return // else each of 100,000 elements would go through the whole list
			}
			rule := &w.css.rules[n]
			if !rule.sel.matches(w.frames, &w.steps) {
				continue
			}
			switch rule.sel.pseudo {
			case "":
				cascade(rule.decls, uint64(rule.sel.spec)<<32|uint64(n)+1)
			default:
				for _, d := range rule.decls {
					if d.prop == propContent && rule.sel.pseudo == "before" {
						f.before = w.css.content[d.value]
					} else if d.prop == propContent {
						f.after = w.css.content[d.value]
					}
				}
			}
		}
	}
	if len(w.css.rules) > 0 {
		tryRules(w.css.rest)
		tryRules(w.css.byTag[f.node.Data])
		if f.id != "" {
			tryRules(w.css.byID[f.id])
		}
		for class := f.class; class != ""; {
			word := class
			if i := strings.IndexAny(class, " \t\n\r\f"); i >= 0 {
				word, class = class[:i], class[i+1:]
			} else {
				class = ""
			}
			if word != "" {
				tryRules(w.css.byClass[word])
			}
		}
	}
	if hasInline {
		cascade(w.inlineStyle(inline), rankInline)
	}
	if !any {
		return
	}
	for p := range propCount {
		if rank[p] > 0 {
			f.applyProp(cssProp(p), best[p].value)
		}
	}
}

// maxInlineStyles is the largest number of style attributes that are kept parsed;
// pages repeat a few.
const maxInlineStyles = 1024

// inlineStyle returns the declarations of a style attribute.
func (w *walker) inlineStyle(text string) []cssDecl {
	if d, ok := w.inline[text]; ok {
		return d
	}
	d := w.css.parseDeclarations(dropComments(text), nil)
	if len(w.inline) < maxInlineStyles {
		w.inline[text] = d
	}
	return d
}

// applyProp sets property p of the element to v.
func (f *frame) applyProp(p cssProp, v uint32) {
	set := func(flag document.StyleFlags, on bool) {
		if f.style.Flags &^= flag; on {
			f.style.Flags |= flag
		}
	}
	switch p {
	case propFill:
		if c := document.Color(v); c>>24 != 0 {
			f.style.Fill = color.Over(c, f.style.Fill)
		} else if f.kind&tagBlock == 0 && f.node.DataAtom == atom.Mark {
			f.style.Fill = 0 // transparent instead of yellow; the background around it shows anyway
		}
	case propColor:
		if c := document.Color(v); c>>24 != 0 {
			f.style.Color = color.Over(c, f.style.Fill)
		}
	case propBold:
		set(document.Bold, v == 1)
	case propItalic:
		set(document.Italic, v == 1)
	case propRaise:
		if f.kind&tagCell == 0 { // in a cell it places all the text
			set(document.Superscript, v == raiseSuper)
			set(document.Subscript, v == raiseSub)
		}
	case propDecoration: // it is drawn over the content too, so it only adds
		f.style.Flags &^= ownDecoration(f.node)
		if v&decoStrike != 0 {
			f.style.Flags |= document.Strike
		}
		if v&decoUnderline != 0 {
			f.style.Flags |= document.Underline
		}
	case propDisplay:
		if v == displayNone {
			f.hidden = true
		}
		if _, ok := roleDisplays[f.role]; !ok {
			f.display = uint8(v)
		}
	case propVisibility:
		f.hidden = v == 1 || f.hidden && f.display == displayNone
	case propSpace:
		f.space = uint8(v)
	case propMarker:
		f.noMarker = v == 0
	}
}

// ownDecoration returns the line that browsers draw for the tag of n.
func ownDecoration(n *html.Node) document.StyleFlags {
	switch n.DataAtom {
	case atom.S, atom.Strike, atom.Del:
		return document.Strike
	case atom.U, atom.Ins:
		return document.Underline
	}
	return 0
}

// visibleStyle returns the style of a run as the eye sees it: a white background is
// none, and black is the usual colour of text.
func visibleStyle(s document.Style) document.Style {
	if s.Fill == color.White || s.Fill>>24 == 0 {
		s.Fill = 0
	}
	if s.Color == color.Black || s.Color>>24 == 0 {
		s.Color = 0
	}
	return s
}
