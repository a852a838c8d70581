// Text that the page holds but does not show: it is kept apart, never lost.

package html

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/pressoir/pressoir/extract/document"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unseen keeps the text of what the page does not show: as page furniture where
// a script would replace or fill it, as an issue where it is hidden.
func (w *htmlWalk) unseen(n *html.Node, hidden bool) {
	line := w.line
	text := unseenText(n)
	w.line += strings.Count(goquery.NewDocumentFromNode(n).Text(), "\n")
	if text == "" {
		return
	}
	if hidden && w.part != document.Furniture || w.flat > 0 {
		w.issue(line, "html-hidden", text, "the page does not show this text; it is left out of the release")
		return
	}
	// It may stand inside a sentence, so it waits for the end of the paragraph.
	w.later = append(w.later, &document.Paragraph{
		Frame: document.Frame{At: document.Pos{Line: int32(line)}, Part: document.Furniture}, Runs: []document.Run{{Text: text}},
	})
	if len(w.text.runs) == 0 {
		w.paragraph()
	}
}

// unseenText returns the text of n and all it holds, its white space folded.
func unseenText(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node, raw bool)
	walk = func(n *html.Node, raw bool) {
		switch n.Type {
		case html.TextNode:
			if raw {
				b.WriteString(unmarked(n.Data))
			} else {
				b.WriteString(unstamped(n))
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
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r < 0x80 && isHTMLSpace(byte(r)) }), " ")
}

// unmarked returns the text of markup that the parser kept as text (noscript).
func unmarked(s string) string {
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
