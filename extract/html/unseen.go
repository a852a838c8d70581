// Text that a page holds but does not show: it is kept apart from the release.

package html

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/pressoir/pressoir/extract/document"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// keepUnseen keeps the text of an element that the page does not show: as furniture if
// a script would replace or fill it, as an issue if it is hidden.
func (w *walker) keepUnseen(n *html.Node, hidden bool) {
	line := w.line
	text := unseenText(n)
	w.line += strings.Count(goquery.NewDocumentFromNode(n).Text(), "\n")
	if text == "" {
		return
	}
	if hidden && w.part != document.Furniture || w.flatDepth > 0 {
		w.issue(line, document.CodeHTMLHidden, text, "the page does not show this text; it is left out of the release")
		return
	}
	// It may be inside a sentence, so it comes after the paragraph.
	w.pending = append(w.pending, &document.Paragraph{
		Frame: document.Frame{At: document.Pos{Line: int32(line)}, Part: document.Furniture}, Runs: []document.Run{{Text: text}},
	})
	if len(w.text.runs) == 0 {
		w.paragraph()
	}
}

// unseenText returns the text of n and all its descendants, its white space collapsed.
func unseenText(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node, raw bool)
	walk = func(n *html.Node, raw bool) {
		switch n.Type {
		case html.TextNode:
			if raw {
				b.WriteString(textOfMarkup(n.Data))
			} else {
				b.WriteString(withoutStamps(n))
			}
			return
		case html.ElementNode:
			kind := kindOf(n)
			if kind&tagSkip != 0 {
				return
			}
			raw = raw || kind&tagUnseen != 0 && kind&tagRaw != 0
			if kind&(tagBlock|tagTable|tagList|tagHeading) != 0 || n.DataAtom == atom.Br || n.Namespace != "" {
				b.WriteByte(' ')
				defer b.WriteByte(' ')
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, raw)
		}
	}
	walk(n, false)
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }), " ")
}

// textOfMarkup returns the text of s without its tags. The parser keeps some markup
// (noscript) as text.
func textOfMarkup(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		default:
			b.WriteByte(' ')
		}
	}
}
