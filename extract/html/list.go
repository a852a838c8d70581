// Lists: ul, ol and dl become items with items below them.

package html

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// list reads a list. Where its items hold tables or headings, it is a means of
// layout, and its content is read as blocks.
func (w *htmlWalk) list(n *html.Node) {
	switch {
	case w.flat > 0 && w.item == nil, w.flat == 0 && w.seen.rich[n]:
		w.children(n)
	case w.flat > 0:
		sub := w.items(n)
		w.item.Sub = append(w.item.Sub, sub...)
	default:
		line := w.line
		if items := w.items(n); len(items) > 0 {
			w.doc.Blocks = append(w.doc.Blocks, &document.List{Frame: w.frame(line), Items: items})
		}
	}
}

// items reads the items of the list n.
func (w *htmlWalk) items(n *html.Node) []document.Item {
	outerText, outerItem := w.text, w.item
	w.text = htmlText{}
	w.flat++
	var items []document.Item
	r := itemReader{ordered: n.DataAtom == atom.Ol, number: 1}
	if v, ok := attrOf(n, "start"); ok {
		if i, err := strconv.Atoi(strings.TrimSpace(v)); err == nil {
			r.number = i
		}
	}
	r.style, _ = attrOf(n, "type")
	r.plain = w.frames[len(w.frames)-1].noMarker
	w.itemsIn(n, &items, &r)
	w.looseItem(&items)
	w.flat--
	w.text, w.item = outerText, outerItem
	return items
}

// An itemReader knows the marker of the next item.
type itemReader struct {
	ordered, plain bool
	number         int
	style          string // of an ordered list: 1, a, A, i, I
}

// itemsIn appends the items among the children of n.
func (w *htmlWalk) itemsIn(n *html.Node, items *[]document.Item, r *itemReader) {
	nth := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			w.node(c, nth)
			continue
		}
		nth++
		kind := kindOf(c)
		switch {
		case kind&tagItem != 0:
			w.looseItem(items)
			w.oneItem(c, nth, items, r)
		case kind&tagList != 0 && len(*items) > 0 && len(w.text.runs) == 0:
			// A list that stands between the items, not in one: it belongs to the item before it.
			w.item = &(*items)[len(*items)-1]
			w.element(c, nth)
			w.item = nil
		case n.DataAtom == atom.Dl && c.DataAtom == atom.Div:
			w.stamp(c)
			w.push(c, nth)
			w.itemsIn(c, items, r)
			w.pop()
		default:
			w.item = nil
			w.element(c, nth)
		}
	}
}

// oneItem reads li, dt or dd.
func (w *htmlWalk) oneItem(c *html.Node, nth int, items *[]document.Item, r *itemReader) {
	w.stamp(c)
	f := w.push(c, nth)
	defer w.pop()
	if f.hidden {
		w.unseen(c, true)
		return
	}
	item := document.Item{}
	if c.DataAtom == atom.Li {
		item.Marker = r.next(c, f)
	}
	line := w.line
	w.item = &item
	before, after := f.before, f.after
	w.generated(before)
	w.children(c)
	w.generated(after)
	w.item = nil
	if w.text.line > 0 {
		line = w.text.line
	}
	item.At = document.Pos{Line: int32(line)}
	item.Runs = w.takeRuns()
	if item.Runs == nil && item.Sub == nil {
		return
	}
	if last := len(*items) - 1; c.DataAtom == atom.Dd && last >= 0 {
		(*items)[last].Sub = append((*items)[last].Sub, item)
		return
	}
	*items = append(*items, item)
}

// looseItem keeps text that stands in a list but in no item.
func (w *htmlWalk) looseItem(items *[]document.Item) {
	line := w.text.line
	if runs := w.takeRuns(); runs != nil {
		*items = append(*items, document.Item{At: document.Pos{Line: int32(line)}, Runs: runs})
	}
}

// next returns the marker that browsers print before an item.
func (r *itemReader) next(li *html.Node, f *htmlFrame) string {
	if !r.ordered {
		if r.plain || f.noMarker {
			return ""
		}
		return "•"
	}
	if v, ok := attrOf(li, "value"); ok {
		if i, err := strconv.Atoi(strings.TrimSpace(v)); err == nil {
			r.number = i
		}
	}
	n := r.number
	r.number++
	if r.plain || f.noMarker {
		return ""
	}
	switch {
	case r.style == "a" && n >= 1 && n <= 26:
		return string(rune('a'+n-1)) + "."
	case r.style == "A" && n >= 1 && n <= 26:
		return string(rune('A'+n-1)) + "."
	case r.style == "i" && n >= 1 && n < 4000:
		return roman(n) + "."
	case r.style == "I" && n >= 1 && n < 4000:
		return strings.ToUpper(roman(n)) + "."
	}
	return strconv.Itoa(n) + "."
}

// roman writes 1 to 3999 in small Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{
		{1000, "m"},
		{900, "cm"},
		{500, "d"},
		{400, "cd"},
		{100, "c"},
		{90, "xc"},
		{50, "l"},
		{40, "xl"},
		{10, "x"},
		{9, "ix"},
		{5, "v"},
		{4, "iv"},
		{1, "i"},
	} {
		for ; n >= d.n; n -= d.n {
			b.WriteString(d.s)
		}
	}
	return b.String()
}
