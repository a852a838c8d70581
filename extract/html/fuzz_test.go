// Every letter of a page is kept (fuzzed), and how fast a page is read.

package html

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
	"github.com/pressoir/pressoir/extract/internal/source"
	"golang.org/x/net/html"
)

// checkLetters fails the test if a letter of the page's text is in no block and no issue.
func checkLetters(t *testing.T, src string) {
	t.Helper()
	doc := &document.Document{}
	if err := read(doc, []byte(src), document.Options{}); err != nil {
		return // no text at all
	}
	text, _, _, err := source.Decode([]byte(src), declaredEncoding([]byte(src)))
	if err != nil {
		return
	}
	var source io.Reader = strings.NewReader(text)
	if strings.HasPrefix(text, "<?xml") { // "<p/>" ends at once; FuzzHTMLStamp watches the stamper
		source = newStamper(text, 1, 0)
	}
	root, err := html.Parse(source)
	if err != nil {
		root = bareText(text)
	}
	want := map[rune]int{}
	countLetters(want, unseenText(root), 1)
	for _, b := range doc.Blocks {
		countLetters(want, doctest.TextOf(b), -1)
	}
	for _, i := range doc.Issues {
		countLetters(want, i.Text, -1)
	}
	for r, n := range want {
		if n > 0 {
			t.Fatalf("%d of %q are lost\n%.2000q\n%s", n, r, text, doctest.Dump(doc))
		}
	}
}

func countLetters(m map[rune]int, s string, by int) {
	for _, r := range s {
		if !isUnseen(r) && r != unicode.ReplacementChar {
			m[r] += by
		}
	}
}

func htmlSeeds() []string {
	return []string{
		"<table><thead><tr><th>Région</th></tr></thead><tbody><tr><td rowspan=2>a</td><td>b</td></tr><tr><td colspan=3>c</td></tr></tbody></table>",
		"<p>a<b>b<i>c</b>d</i><ul><li>x<table><td>y</ul>z",
		"<style>.n{background:#ff0;display:none}</style><p class=n>x</p><noscript><b>n</b></noscript><svg><title>t</title><text>u</text></svg>",
		"<dl><dt>a<dd>b<div>c</div></dl><select><option>o</select><textarea>t</textarea>",
		"<svg><style><![CDATA[ </style> <p>x ]]></svg><math><mi>y</mi></math><xmp><p>z</xmp><plaintext><p>w",
		"<template><table><tr><td>a</template><frameset><noframes>n</noframes>",
		"<table><caption>c<table><tr><td>d</table><tr>x<td hidden>e<td>f</table>",
		"<pre>\n a\r\n b</pre>\x00<p>\xe9",
		"<?xml version='1.0'?><p/><td/>a<script/>b<title/>c",
		"<div role=table><p role=row><b role=cell>a</b>b<i role=cell>c</i></p>d<div role=row><i role=cell>e</i><i role=cell hidden>f</i></div></div>",
		"<p>a<br>- b<br>- c<i><br>· d</i><svg>e</svg>f<br>1. g<p>1. h<p hidden>i",
		"<details><summary>a<p>b</summary><h2 hidden>c</h2></details><p aria-controls=x>d<ul id=x hidden><li>e<h4>f</h4></ul>",
		"<main><p>a</main><nav>b<article>c<footer>d<h1>e</h1></footer></article></nav><div class=cookie>f</div>",
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range htmlSeeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) { checkLetters(t, src) })
}

// FuzzHTMLStamp checks the promise of the stamper: except for the stamps, the
// parsed page is the one that the parser makes of the bare source.
func FuzzHTMLStamp(f *testing.F) {
	for _, s := range htmlSeeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		plain, err := html.Parse(strings.NewReader(src))
		if err != nil || strings.HasPrefix(src, "<?xml") {
			return
		}
		s := newStamper(src, 1, 0)
		stamped, err := html.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		if s.dropped > 0 {
			return
		}
		if a, b := renderBare(t, plain), renderBare(t, stamped); a != b {
			t.Fatalf("%q\nbecomes\n%s\nnot\n%s", src, b, a)
		}
	})
}

func renderBare(t *testing.T, root *html.Node) string {
	for n := range root.Descendants() {
		kept := n.Attr[:0]
		for _, a := range n.Attr {
			if a.Key != lineAttr {
				kept = append(kept, a)
			}
		}
		n.Attr = kept
		if n.Type == html.CommentNode {
			n.Data = "" // stamps may be in comments, which nobody reads
		}
		if n.Type == html.TextNode && n.Parent != nil && kindOf(n.Parent)&tagSkip != 0 {
			n.Data = "" // nor in scripts
		}
		if n.Type == html.TextNode && n.Parent != nil && n.Parent.Namespace != "" {
			n.Data = withoutStamps(n)
		}
	}
	var b bytes.Buffer
	if err := html.Render(&b, root); err != nil {
		t.Skip(err)
	}
	return b.String()
}

// TestHTMLFixtures checks that no letter of the pages among the fixtures is lost.
func TestHTMLFixtures(t *testing.T) {
	pages, err := filepath.Glob("../../fixtures/html-*/*/source.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages among the fixtures: %v", err)
	}
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		checkLetters(t, string(data))
	}
}

func BenchmarkHTML(b *testing.B) {
	row := "<tr class=even><td>Bretagne</td><td>Finistère</td><td style=\"background:#ffff00\">Point conseil Brest - Bords-de-Loire <span class=star>*</span></td><td>1&nbsp;048 429</td></tr>\n"
	style := "<style>td,th{padding:3px} tr.even td{background:#eef2f7} .star{color:#e00000}</style>"
	for _, rows := range []int{100, 10_000, 100_000} {
		page := []byte("<!doctype html>" + style + "<h1>Liste</h1><table>" + strings.Repeat(row, rows) + "</table>")
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				if err := read(&document.Document{}, page, document.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
