// Blocks and inline marks as converters write them, and hostile text.

package markdown

import (
	"strings"
	"testing"
	"time"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
)

func TestMarkdownBlocks(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"headings", "# One\n\n## Two ##\nThree\n===\n\nFour\n---\n", "h1 One\nh2 Two\nh1 Three\nh2 Four\n"},
		{"page rule under a long line is no heading", "A line of prose that ends a page here\n---\nnext\n", "p A line of prose that ends a page here\np next\n"},
		{"table", "| a | b |\n|---|---|\n| 1 | 2 | new |\n| 3 |\n", "table\n  H a | b\n  1 | 2 | new\n  3\n"},
		{"blank and absent cells", "| a | b | c |\n|-|-|-|\n| | x | |\n|  |  |\n", "table\n  H a | b | c\n   | x | \n   | \n"},
		{"dashes further down are data", "| a | b |\n| - | - |\n| 1 | 2 |\n| - | - |\n| --- | --- |\n", "table\n  H a | b\n  1 | 2\n  - | -\n  --- | ---\n"},
		{"fragment right below", "| a | b |\n|---|---|\n| 1 | 2 |\n| | |\n|---|---|\n| 3 | 4 |\n", "table\n  H a | b\n  1 | 2\ntable\n  H  | \n  3 | 4\n"},
		{"no pipes at the edges", "a | b\n--|--\n1 | 2\n\ntext a | b\n", "table\n  H a | b\n  1 | 2\np text a | b\n"},
		{"a row without edge pipes is whole", "a | b | c\n--|--|--\n  | 1 | 2\nx | 3 | \n", "table\n  H a | b | c\n   | 1 | 2\n  x | 3\n"},
		{"psql's rule", " a | b \n---+---\n 1 | 2\n", "table\n  H a | b\n  1 | 2\n"},
		{"rules of dashes over columns", "Commune    Montant\n-------- ---------\nBrest        1 200\n**Caen**       300\n\ntext\n", "table\n  H Commune | Montant\n  Brest | 1 200\n  *Caen* | 300\np text\n"},
		{"rows of several lines between rules", "----------------------\nCommune       Montant\n           (euros)\n--------- ------------\nBrest            1 200\nsur mer\n\nCaen               300\n----------------------\n", "table\n  H Commune | Montant (euros)\n  Brest sur mer | 1 200\n  Caen | 300\n"},
		{"escaped pipe and pipe in code", "| a\\|b | `c|d` |\n|---|---|\n", "table\n  H a|b | c|d\n"},
		{"row cut in a cell", "| a | b |\n|---|---|\n| one\ntwo | 3 |\n", "table\n  H a | b\n  one⏎two | 3\n"},
		{"two header rows", "| x | |\n| a | b |\n|---|---|\n| 1 | 2 |\n", "table\n  H x | \n  H a | b\n  1 | 2\n"},
		{"marks in cells", "| **a** * | <mark>b</mark> | c<br>d | 8 ^e | 8<sup>e</sup> |\n|---|\n", "table\n  H *a* * | [b] | c⏎d | 8 ^e | 8^e^\n"},
		{"lists", "- a\n- b\n  - c\n  - d\n- e\n\n1. x\n2. y\n", "list\n  - a\n  - b\n    - c\n    - d\n  - e\nlist\n  1. x\n  2. y\n"},
		{"loose list", "- a\n\n- b\n\ntext\n", "list\n  - a\n  - b\np text\n"},
		{"a lone star is a note", "| a |\n|---|\n| b * |\n\n* nouvelles labellisations\n", "table\n  H a\n  b *\np * nouvelles labellisations\n"},
		{"bullets", "• un\n• deux\n", "list\n  • un\n  • deux\n"},
		{"address", "Alexandre Carlier\nChargé de mission\n06 78 61 38 26\n", "p Alexandre Carlier⏎Chargé de mission⏎06 78 61 38 26\n"},
		{"wrapped prose", "Le comité de pilotage national de ce programme s'est tenu\nle mercredi à Paris avec tous\n", "p Le comité de pilotage national de ce programme s'est tenu le mercredi à Paris avec tous\n"},
		{"lines that begin in bold", "**Creuse (23)** : Aubusson, Bourganeuf, Felletin et La Souterraine\n**Indre (36)** : Argenton-sur-Creuse, Valençay et Vatan\n", "p *Creuse (23)* : Aubusson, Bourganeuf, Felletin et La Souterraine⏎*Indre (36)* : Argenton-sur-Creuse, Valençay et Vatan\n"},
		{"code", "```\na | b\n\n c\n```\n", "p a | b⏎⏎ c\n"},
		{"wrapper", "```markdown\n# T\n```\n", "h1 T\n"},
		{"quote", "> cité\n> encore\n\n> 50 % des sites\n", "p cité⏎encore\np > 50 % des sites\n"},
		{"HTML table", "# T\n\n<table><tr><th>a</th><th>b</th></tr>\n\n<tr><td>1</td><td>2</td></tr></table> after\n\nx\n", "h1 T\ntable\n  H a | b\n  1 | 2\np after\np x\n"},
		{"HTML tables in one line", "<table><tr><td>1</td><td>2</td></tr></table><table><tr><td>3</td><td>4</td></tr></table>\n", "table\n  1 | 2\ntable\n  3 | 4\n"},
		{"wrapped HTML table", "<html><body><table><tr><td>1</td><td>2</td></tr></table></body></html>\n\nx\n", "table\n  1 | 2\np x\n"},
		{"formula in an HTML table", "<table><tr><td><b>Lyon $8^{e}$</b> x</td><td>$5 $6</td></tr></table>\n", "table\n  *Lyon 8**^e^* x | $5 $6\n"},
		{"HTML list", "<ul><li>a</li>\n<li>b</li></ul>\n", "list\n  • a\n  • b\n"},
		{"HTML table without end", "<table><tr><td>1</td><td>2</td>\n\n# T\n", "table\n  1 | 2\nh1 T\n"},
		{"grid table", "+-----+-----+\n| a   | b   |\n+=====+=====+\n| é   | two |\n| x   |     |\n+-----+-----+\n| **c** | d |\n+-----+-----+\n\nx\n", "table\n  H a | b\n  é x | two\n  *c* | d\np x\n"},
		{"grid table with spans", "+---+---+\n| r | 1 |\n|   +---+\n| s | 2 |\n+---+---+\n| total |\n+-------+\n", "table\n  r s 2x1 | 1\n  ^ | 2\n  total 1x2 | ^\n"},
		{"headings broken in their cells", "| a\n  | b\n(x)\n |\n|---|---|\n| 1 | 2 |\n", "table\n  H a | b⏎(x)\n  1 | 2\n"},
		{"escaped pipe in code", "| a | b |\n|---|---|\n| `*x\\|*y` | 2 |\n", "table\n  H a | b\n  *x|*y | 2\n"},
		{"LaTeX table", "\\begin{table}\n\\begin{tabular}{l|cc}\n\\hline\n\\multirow{2}{*}{V} & \\multicolumn{2}{c}{N} \\\\\n & \\textbf{a} & b \\\\\n\\hline\nR \\& E & 1\\,250 & 3 \\\\\n\\hline\n\\end{tabular}\n\\caption{C}\n\\end{table}\n\nx\n", "table\n  caption C\n  H V 2x1 | N 1x2 | ^\n  H ^ | *a* | b\n  R & E | 1 250 | 3\np x\n"},
		{"LaTeX table without end", "\\begin{tabular}{l}\na & b\n", "p \\begin{tabular}{l}⏎a & b\n"},
		{"front matter", "---\ntitle: x\n---\n# T\n", "furniture: p title: x\nh1 T\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, err := doctest.Read(Reader, []byte(test.src), document.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := doctest.Dump(doc); got != test.want {
				t.Errorf("%q\ngot:\n%s\nwant:\n%s", test.src, got, test.want)
			}
		})
	}
}

func TestMarkdownInline(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"Villefontaine *", "Villefontaine *"},
		{"(\\* rouge) a* b*", "(* rouge) a* b*"},
		{"Bron (*) et Lyon (*)", "Bron (*) et Lyon (*)"},
		{"**gras** et *ital* et ***deux***", "*gras* et /ital/ et */deux/*"},
		{"**Villefontaine **", "*Villefontaine*"},
		{"**Villefontaine ***", "*Villefontaine *" + "*"},
		{"**a *b* c**", "*a *" + "*/b/*" + "* c*"},
		{"snake_case_name __gras__ _ital_", "snake_case_name *gras* /ital/"},
		{"~~non~~ ~20 CO~2~", "-non- ~20 CO~2~"},
		{"8^e^ 8 ^e 1^er^", "8^e^ 8 ^e 1^er^"},
		{"$8^{e}$ $^{\\text{ème}}$ 12 $^e$ $5 et $6", "8^e^ ^ème^ 12 ^e^ $5 et $6"},
		{"`a*b*` ``x`y``", "a*b* x`y"},
		{"[texte](https://x.fr \"t\") [sic] [a](b", "texte [sic] [a](b"},
		{"<https://x.fr> <a@b.fr> 3 < 4 > 2 <x>", "https://x.fr a@b.fr 3 < 4 > 2 <x>"},
		{"a&nbsp;b &amp; &#8217; &foo; R&D;", "a\u00a0b & ’ &foo; R&D;"},
		{"note[^1]", "note^1^"},
		{"[jaune]{.mark} [u]{.underline}", "[jaune] _u_"},
		{"==jaune== a == b", "[jaune] a == b"},
		{"<b>x <i>y</b> z</i>", "*x **/y/*" + "/ z/"},
		{`<span style="color:red">*</span> <font color='#00f'>b</font> <span style="background-color: #FFFF00">j</span>`, "{#ff0000 *} {#0000ff b} [j]"},
		{`<span style="color:#000;font-weight:700">g</span> <mark style="background:lime">v</mark>`, "*g* [#00ff00 v]"},
		{"x ![logo](l.png) y", "x  y"},
	} {
		doc, err := doctest.Read(Reader, []byte("x "+test.src), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimPrefix(strings.TrimSpace(doctest.Dump(doc)), "p x "); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.src, got, test.want)
		}
	}
}

// TestMarkdownHostile reads texts that would be slow in a careless reader. Run it with
// -v to see the times, which it does not check.
func TestMarkdownHostile(t *testing.T) {
	t.Parallel()
	const n = 1 << 18
	var nested strings.Builder
	for i := range 10000 {
		nested.WriteString(strings.Repeat(" ", 2*i%4000) + "- x\n")
	}
	for name, src := range map[string]string{
		"brackets":        strings.Repeat("[", n),
		"stars":           strings.Repeat("*", n),
		"star words":      strings.Repeat("*a ", n/3),
		"star pairs":      strings.Repeat("*a_ ", n/4),
		"strong pairs":    strings.Repeat("**a *b ", n/7),
		"loose stars":     strings.Repeat(" ** ", n/4),
		"less":            strings.Repeat("<", n),
		"tags":            strings.Repeat("<b", n/2) + ">",
		"open tags":       strings.Repeat("<b>", n/3),
		"mixed tags":      strings.Repeat("<b><p>", n/6),
		"comments":        strings.Repeat("<!--", n/4) + ">",
		"links":           strings.Repeat("](", n/2),
		"half links":      strings.Repeat("[](a", n/4) + ")",
		"titles":          strings.Repeat("[](a \"", n/6),
		"images":          strings.Repeat("![](", n/4),
		"ticks":           strings.Repeat("` ``", n/4),
		"rising ticks":    ticks(n),
		"carets":          strings.Repeat("^", n),
		"dollars":         strings.Repeat("$^", n/2),
		"entities":        strings.Repeat("&a", n/2),
		"escapes":         strings.Repeat("\\", n),
		"pipes":           strings.Repeat("|", n),
		"pipe ticks":      "|" + strings.Repeat("`|", n/2),
		"quotes":          strings.Repeat(">", n),
		"fences":          strings.Repeat("```x\n", n/5),
		"rows not closed": strings.Repeat("| a\nb\n", n/6),
		"lists":           nested.String(),
		"flat list":       strings.Repeat("- a\n", n/4),
		"blank items":     strings.Repeat("-\n\n", n/3),
		"one line":        strings.Repeat("a ", n/2),
		"short lines":     strings.Repeat("a\n", n/2),
		"tables":          strings.Repeat("| a |\n|---|\n\n", n/12),
		"html tables":     strings.Repeat("<table>\n", n/8),
		"html table ends": strings.Repeat("<table><td>\n\n", n/13),
		"braces":          strings.Repeat("[a]{.", n/5),
		"grids":           strings.Repeat("+-", 300) + "+\n" + strings.Repeat("| a\n", n/8) + strings.Repeat("+   +-+\n| b\n", n/30),
		"dates":           strings.Repeat("lundi 1 mars ", n/13),
	} {
		start := time.Now()
		if _, err := doctest.Read(Reader, []byte("x\n\n"+src), document.Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		t.Log(name, time.Since(start))
		start = time.Now()
		if _, err := doctest.Read(Reader, []byte("| x | y |\n|---|---|\n| "+strings.ReplaceAll(src, "\n", " ")+" | y |\n"), document.Options{}); err != nil {
			t.Errorf("%s in a cell: %v", name, err)
		}
		t.Log(name, "in a cell", time.Since(start))
	}
}

// ticks returns runs of backticks of increasing length.
func ticks(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString(strings.Repeat("`", i) + " ")
	}
	return b.String()
}

// TestManyItems checks that items beyond MaxItems are kept, as lines of prose.
func TestManyItems(t *testing.T) {
	doc, err := doctest.Read(Reader, []byte(strings.Repeat("- a\n", document.MaxItems)+"- b\n- c\n"), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Blocks) != 2 {
		t.Fatalf("%d blocks, want 2", len(doc.Blocks))
	}
	if n := len(doc.Blocks[0].(*document.List).Items); n != document.MaxItems {
		t.Errorf("%d items, want %d", n, document.MaxItems)
	}
	if got := doc.Blocks[1].(*document.Paragraph).Text(); got != "- b\n- c" {
		t.Errorf("after the last item: %q", got)
	}
}

// TestManyStyles checks that no letter is lost where styles are no longer read.
func TestManyStyles(t *testing.T) {
	doc, err := doctest.Read(Reader, []byte(strings.Repeat("**a** ", maxRuns)), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := doc.Blocks[0].(*document.Paragraph)
	if n := strings.Count(p.Text(), "a"); n != maxRuns || len(p.Runs) > maxRuns+1 {
		t.Errorf("%d letters in %d runs", n, len(p.Runs))
	}
	if len(doc.Issues) != 1 || doc.Issues[0].Code != "styles-cut" {
		t.Errorf("issues %v", doc.Issues)
	}
}
