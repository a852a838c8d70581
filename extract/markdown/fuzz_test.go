// Every letter of a Markdown file is kept (fuzzed), and how fast it is read.

package markdown

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// printedText returns all text of a document: blocks in order, then issues.
func printedText(doc *document.Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		b.WriteString(doctest.TextOf(block))
	}
	for _, is := range doc.Issues {
		if is.Code == "picture" || is.Code == "code-block" {
			b.WriteString(is.Text)
		}
	}
	return b.String()
}

// lettersOf returns the letters and figures of s: marks are made of the rest.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, s)
}

func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

// FuzzMarkdown checks that every letter of the source is kept, in its order. A source
// with marks made of letters (tags, entities, addresses of links, LaTeX, attributes,
// page marks) must be read without a panic, and no letter may be invented.
func FuzzMarkdown(f *testing.F) {
	for _, src := range []string{
		"# T *a* **b\n\n| a | b |\n|---|---|\n| 1 \\| 2 | `x|y` | z |\n\n- a\n  - b\n\n1. c\n",
		"a | b\n--|--\n1 | 2\n---\n* note\n\n```\ncode\n```\n",
		"**a ** _b_ ~~c~~ 8^e^ H~2~O ==d== [x] (y) [^1]\n",
		"<mark>a</mark> <b>c<br>d ![i](j) [k](l) &amp; $^e$ {1}---\n",
		"|a|b\nc|d|\n> q\n===\n---\nx: y\n---\n",
		"+--+--+\n| a| b|\n|  +--+\n| c| d|\n+==+==+\n| e   |\n+-----+\n",
		"++++--+\n|00++++00",
		"\f1\n\r2\r\n<!-- page 3 -->\n<table><tr><td>1</table>\n",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		doc, err := doctest.Read(Reader, []byte(src), document.Options{})
		if err != nil {
			t.Skip()
		}
		text, _, _, err := source.Decode([]byte(src), "")
		if err != nil {
			t.Fatal(err)
		}
		got := lettersOf(printedText(doc))
		if strings.Contains(text, `\begin{`) {
			return // the commands of LaTeX are no letters of the text
		}
		if strings.ContainsAny(text, "<&${") || strings.Contains(text, "](") ||
			strings.Contains(text, "--- end of page") || strings.Contains(text, "```") || strings.Contains(text, "~~~") {
			if !strings.ContainsAny(text, "&<") && len(got) > len(lettersOf(text)) {
				t.Errorf("%q: letters were invented: %q", src, got)
			}
			return
		}
		want := lettersOf(text)
		if strings.Contains(text, "+-") || strings.Contains(text, "+=") {
			// Lines of the cells of a grid are side by side in the source.
			got, want = sorted(got), sorted(want)
		}
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", src, got, want)
		}
	})
}

// pipeBench returns a table of n rows as a converter writes it.
func pipeBench(n int) []byte {
	var b strings.Builder
	b.WriteString("Paris, le 14 octobre 2020\n\n| Région | Département | Nom |\n|---|---|---|\n")
	for i := range n {
		switch i % 4 {
		case 0:
			b.WriteString("| Auvergne-Rhône-Alpes | Isère | PIMMS Isère - La Villeneuve |\n")
		case 1:
			b.WriteString("| | Isère | PIMMS Isère - Villefontaine * |\n")
		case 2:
			b.WriteString("| | Rhône | PIMMS Lyon Métropole - Lyon 8 ^e Mermoz |\n")
		default:
			b.WriteString("| | Rhône | **PIMMS Lyon Métropole - Rillieux-la-Pape** |\n")
		}
	}
	return []byte(b.String())
}

func BenchmarkMarkdownTable(b *testing.B) {
	data := pipeBench(100000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		doc := &document.Document{}
		if err := read(doc, data, document.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMarkdownProse(b *testing.B) {
	data := []byte(strings.Repeat("Au total, ce sont **53** structures qui sont [labellisées](https://x.fr) en 2020.\n\n- Un lieu\n- Deux\n\n", 5000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := doctest.Read(Reader, data, document.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
