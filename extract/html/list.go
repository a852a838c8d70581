// Lists: ul, ol and dl become items, with items nested in them.

package html

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// list reads a list. If its items hold tables or headings, it serves layout, and its
// content is read as blocks.
func (w *walker) list(n *html.Node) {
	switch {
	case w.flatDepth > 0 && w.item == nil, w.flatDepth == 0 && w.survey.rich[n]:
		w.children(n)
	case w.flatDepth > 0:
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
func (w *walker) items(n *html.Node) []document.Item {
	outerText, outerItem := w.text, w.item
	w.text = textBuilder{}
	w.flatDepth++
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
	w.flushLooseItem(&items)
	w.flatDepth--
	w.text, w.item = outerText, outerItem
	return items
}

// An itemReader gives the items of a list their markers.
type itemReader struct {
	ordered, plain bool   // the list is numbered; it shows no markers
	number         int    // of the next item
	style          string // of the numbers: 1, a, A, i, I
}

// itemsIn appends the items among the children of n.
func (w *walker) itemsIn(n *html.Node, items *[]document.Item, r *itemReader) {
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
			w.flushLooseItem(items)
			w.oneItem(c, nth, items, r)
		case kind&tagList != 0 && len(*items) > 0 && len(w.text.runs) == 0:
			// A list between items, not in one, belongs to the item before it.
			w.item = &(*items)[len(*items)-1]
			w.element(c, nth)
			w.item = nil
		case n.DataAtom == atom.Dl && c.DataAtom == atom.Div:
			w.readStamp(c)
			w.push(c, nth)
			w.itemsIn(c, items, r)
			w.pop()
		default:
			w.item = nil
			w.element(c, nth)
		}
	}
}

// oneItem reads an li, dt or dd.
func (w *walker) oneItem(c *html.Node, nth int, items *[]document.Item, r *itemReader) {
	w.readStamp(c)
	f := w.push(c, nth)
	defer w.pop()
	if f.hidden {
		w.keepUnseen(c, true)
		return
	}
	item := document.Item{}
	if c.DataAtom == atom.Li {
		item.Marker = r.marker(c, f)
	}
	line := w.line
	w.item = &item
	before, after := f.before, f.after
	w.addGenerated(before)
	w.children(c)
	w.addGenerated(after)
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

// flushLooseItem adds text that is in a list but in no item as an item.
func (w *walker) flushLooseItem(items *[]document.Item) {
	line := w.text.line
	if runs := w.takeRuns(); runs != nil {
		*items = append(*items, document.Item{At: document.Pos{Line: int32(line)}, Runs: runs})
	}
}

// marker returns the marker that browsers print before an item.
func (r *itemReader) marker(li *html.Node, f *frame) string {
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

// roman returns n, 1 to 3999, in small Roman numerals.
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
