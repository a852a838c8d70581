// Pages that would take the memory or the time of a careless reader.

package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// hostilePages returns pages that would take the memory or the time of a careless reader.
func hostilePages() map[string]string {
	many := strings.Repeat
	var rules, spans, styles strings.Builder
	for i := range 30_000 {
		fmt.Fprintf(&rules, "div .a%d b,.x{color:#%06x}\n", i, i)
	}
	for i := range 2000 {
		fmt.Fprintf(&spans, "<tr><td colspan=%d rowspan=60000>a<td>b", i+1)
	}
	for i := range 1000 {
		fmt.Fprintf(&styles, "<font id=f%d>", i)
	}
	return map[string]string{
		"nested divs":        many("<div>", 10_000) + "x",
		"nested tables":      many("<table><tr><td>", 10_000) + "x",
		"nested lists":       many("<ul><li>a", 5000),
		"nested b":           many("<b>", 10_000) + "x",
		"unclosed fonts":     "<p>" + styles.String() + "</p>" + many("<p>x", 5000),
		"fonts in cells":     "<table>" + many("<tr><td><font color=red><b>x", 5000),
		"a million rules":    "<style>" + rules.String() + "</style>" + many("<div class=x>", 100) + many("<b class=x>y</b>", 5000),
		"span bomb":          "<table>" + spans.String() + "</table>",
		"rowspan bomb":       "<table><tr>" + many("<td rowspan=65534 colspan=1000>a", 1000) + many("<tr><td>b", 20_000) + "</table>",
		"one line":           "<p>" + many("mot ", 500_000),
		"only tags that end": many("</div></b></p></table>", 20_000) + "x",
		"only open brackets": many("<", 200_000) + "x",
		"many attributes":    "<div " + many("a=b c ", 50_000) + ">x",
		"comments":           many("<!-- -->a", 50_000),
		"classes":            "<style>.a{color:red}.a b.c{color:red}</style><p class='" + many("a b ", 100_000) + "'>" + many("<b class='c a'>x</b>", 5000),
	}
}

func TestHTMLHostile(t *testing.T) {
	pages := hostilePages()
	for name, src := range pages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := &document.Document{}
			if err := read(doc, []byte(src), document.Options{}); err != nil {
				t.Fatal(err)
			}
			cells := 0
			for _, b := range doc.Blocks {
				if table, ok := b.(*document.Table); ok {
					for _, r := range table.Rows {
						cells += len(r.Cells)
					}
				}
			}
			if limit := 20*len(src) + 100_000; cells > limit {
				t.Errorf("%d cells from %d bytes", cells, len(src))
			}
			checkLetters(t, src)
		})
	}
	doc := &document.Document{}
	if err := read(doc, []byte(pages["nested divs"]), document.Options{}); err != nil || len(doc.Issues) != 1 || doc.Issues[0].Code != "html-depth" {
		t.Errorf("ten thousand divs: %v, issues %v", err, doc.Issues)
	}
}
