// What an element looks like: rules of sheets, its own style attribute, what
// its tag says, and what it has from the elements around it.

package html

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/color"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// An frame is one open element on the way from the root to where the walk is.
type frame struct {
	node      *html.Node
	kind      tagKind
	nth       int // 1-based place among the elements of its parent
	id, class string
	role      string
	style     document.Style // Fill and Color as CSS has them, see shown
	display   uint8
	space     uint8
	hidden    bool
	noMarker  bool
	before    string // text that a rule sets before and after it
	after     string
}

// maxClassLen is how many bytes of a class attribute are compared with
// selectors. Generated pages reach a few hundred.
const maxClassLen = 4096

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

// kindOf says what an element is.
func kindOf(n *html.Node) tagKind {
	if n.Namespace != "" && n.Data != "svg" && n.Data != "math" {
		return 0
	}
	if n.DataAtom == 0 {
		return tagKinds[n.Data]
	}
	return atomKinds[n.DataAtom]
}

func attrOf(n *html.Node, key string) (string, bool) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val, true
		}
	}
	return "", false
}

// push opens a frame for n, which is the nth element of its parent.
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
		top.style.Fill = 0 // a ground that the whole block stands on is no mark
	}
	top.applyTag()
	w.applyRules(top)
	if top.hidden && !up.hidden && (w.unfolded[top.id] && top.id != "" || top.role == "tabpanel") {
		top.hidden = false // folded away, but there for every reader to unfold
	}
	if hasPageGround(top) {
		top.style.Fill = 0
	}
	return top
}

func (w *walker) pop() { w.frames = w.frames[:len(w.frames)-1] }

// hasPageGround reports whether an element's background is that of a page or of a
// part of it, not of a row, a cell or words.
func hasPageGround(f *frame) bool {
	switch f.node.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.Section, atom.Table, atom.Ul, atom.Ol, atom.Dl,
		atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Form:
		return true
	}
	return false
}

// applyTag applies what browsers do with a tag before any rule speaks. Headings
// and th are left plain: that they are bold says no more than what they are.
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

// roleDisplays are the roles by which a page says that other elements make a table.
var roleDisplays = map[string]uint32{
	"table": displayTable, "grid": displayTable, "treegrid": displayTable, "rowgroup": displayGroup, "row": displayRow,
	"cell": displayCell, "gridcell": displayCell, "columnheader": displayCell, "rowheader": displayCell,
}

// Ranks of declarations: sheet rules by specificity and order, then the style
// attribute, then !important.
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
				return // each of a hundred thousand elements would walk the whole list
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

// maxInlineStyles bounds the cache of parsed style attributes: pages repeat a few.
const maxInlineStyles = 1024

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
			f.style.Fill = 0 // nothing instead of its own yellow; what lies below shows anyway
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
		if f.kind&tagCell == 0 { // there it says where the text stands in the cell
			set(document.Superscript, v == raiseSuper)
			set(document.Subscript, v == raiseSub)
		}
	case propDecoration: // drawn through what is inside, so it only adds
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

// ownDecoration returns the line that an element's tag draws by itself.
func ownDecoration(n *html.Node) document.StyleFlags {
	switch n.DataAtom {
	case atom.S, atom.Strike, atom.Del:
		return document.Strike
	case atom.U, atom.Ins:
		return document.Underline
	}
	return 0
}

// visibleStyle returns the style of a run as the eye sees it: white ground and black
// text are the usual ones.
func visibleStyle(s document.Style) document.Style {
	if s.Fill == color.White || s.Fill>>24 == 0 {
		s.Fill = 0
	}
	if s.Color == color.Black || s.Color>>24 == 0 {
		s.Color = 0
	}
	return s
}
