// Pages: blocks, tables, styles, furniture, lines.

package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
)

// readPage returns the blocks and issues of a page in the short form of package doctest.
func readPage(t testing.TB, src string) string {
	t.Helper()
	doc := &document.Document{}
	if err := read(doc, []byte(src), document.Options{}); err != nil {
		t.Fatal(err)
	}
	return doctest.Dump(doc) + doctest.DumpIssues(doc)
}

func TestHTMLBlocks(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"headings and paragraphs", "<h1>One</h1><p>Two\n  three<br>four</p><div role=heading aria-level=3>Five</div>", "h1 One\np Two three⏎four\nh3 Five\n"},
		{"text in divs", "<div>a<div>b</div>c</div>d", "p a\np b\np c\np d\n"},
		{"two line breaks make a paragraph", "a<br>b<br><br>c", "p a⏎b\np c\n"},
		{"blanks across tags", "<p>a <b> b</b><i>c </i> d\n</p>", "p a *b*/c /d\n"},
		{"no-break blanks stay", "<p>1&nbsp;784&#8239;739 &eacute;&amp;</p>", "p 1\u00a0784\u202f739 é&\n"},
		{"raised and struck", "<p>8<sup>e</sup> H<sub>2</sub> <del>x</del> <u>y</u> <s>z</s></p>", "p 8^e^ H~2~ -x- _y_ -z-\n"},
		{"bold alone", "<p><b>Aisne</b></p>", "p *Aisne*\n"},
		{"preformatted", "<pre>a  b\n\n c</pre>", "p a  b⏎⏎ c\n"},
		{"address", "<address>Rue X<br>75000 Paris</address>", "p Rue X⏎75000 Paris\n"},
		{"block in inline", "<b>a<p>b</p></b>c", "p *a*\np *b*\np c\n"},
		{"entities and unclosed tags", "<p>a<p>b &lt;c&gt", "p a\np b <c>\n"},
		{"lists", "<ul><li>a<ul><li>b</ul><li>c</ul><ol start=3><li>x<li>y</ol>", "list\n  • a\n    • b\n  • c\nlist\n  3. x\n  4. y\n"},
		{"list in a list, not in an item", "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "list\n  • a\n    • b\n  • c\n"},
		{"text after a list in an item", "<ul><li>a<ul><li>b</ul>c</ul>", "list\n  • a⏎c\n    • b\n"},
		{"no marker", "<style>.n{list-style:none}</style><ul class=n><li>a</ul>", "list\n   a\n"},
		{"roman and letters", "<ol type=i><li>a<li value=4>b</ol><ol type=A><li>c</ol>", "list\n  i. a\n  iv. b\nlist\n  A. c\n"},
		{"definition list", "<dl><dt>Ain<dd>Bourg<dd>Gex<dt>Aude<dd>Limoux</dl>", "list\n   Ain\n     Bourg\n     Gex\n   Aude\n     Limoux\n"},
		{"list of cards is layout", "<ul><li><h3>Ain</h3><p>Gex</p></li></ul>", "h3 Ain\np Gex\n"},
		{"text in a list, in no item", "<ul>x<li>a</ul>", "list\n   x\n  • a\n"},
		{"hidden text", "<p>a<span style='display:none'>b</span>c</p><p hidden>d</p>", "p ac\nhtml-hidden: b\nhtml-hidden: d\n"},
		{"hidden by class", "<style>.x{visibility:hidden}</style><p>a<b class=x>b</b></p>", "p a\nhtml-hidden: b\n"},
		{"unseen text inside a sentence", "<p>a <svg><title>icon</title></svg>b<noscript>n</noscript> c</p>", "p a b c\nfurniture: p icon\nfurniture: p n\n"},
		{"typed bullets before a heading", "<div>- a<br>- b<h2>T</h2></div>", "list\n  - a\n  - b\nh2 T\n"},
		{"typed bullets", "<p><b>Ain</b><br>- Gex<br>- Nan<b>tua</b><br>x</p><p>- a", "p *Ain*\nlist\n  - Gex\n  - Nan*tua*\np x\np - a\n"},
		{"a paragraph for each item", "<p>·&nbsp;&nbsp; Gex</p><p><span>·<i>&nbsp; </i></span>Nantua</p><p>1. a<p>2. b", "list\n  · Gex\n  · Nantua\nlist\n  1. a\n  2. b\n"},
		{"a line that opens with a dash", "<p>a<br>- b<br>c</p><p>* legend</p><p>- x</p>", "p a\np - b\np c\np * legend\np - x\n"},
		{"folded away", "<h3><button aria-controls=x>Ain</button></h3><div id=x hidden><ul><li>Gex</ul></div><details><summary>Aude</summary><p>Limoux</p></details>", "h3 Ain\nlist\n  • Gex\nh4 Aude\np Limoux\n"},
		{"XHTML", "<?xml version='1.0'?><html><head><script src='x'/></head><body><p/><p>a<a id='b'/>b</p><table><tr><td/><td>c</td></tr></table></body></html>", "p ab\ntable\n   | c\n"},
		{"scripts and fallbacks", "<p>a<script>var x='<p>y'</script></p><noscript><p>n</p></noscript><template><b>t</b></template>", "p a\nfurniture: p n\nfurniture: p t\n"},
		{"text that a rule adds", "<style>.new::after{content:' *'}</style><p><span class=new>a</span></p>", "p a *\n"},
		{"title and style are no text", "<title>x</title><style>p{color:red}</style><p>a</p>b", "p {#ff0000 a}\np b\n"},
		{"picture in a cell", "<table><tr><th>a<th>b<tr><td>x<td><img alt=oui></table><img alt=logo width=32>", "table\n  H a | b\n  x | oui\n"},
		{"picture in the text", "<p>Les gagnants :</p><img alt=palmarès src=p.png>", "p Les gagnants :\npicture: palmarès\n"},
	} {
		if got := readPage(t, test.src); got != test.want {
			t.Errorf("%s:\n%s\ngave\n%s\nnot\n%s", test.name, test.src, got, test.want)
		}
	}
}

func TestHTMLTables(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"head, body, foot in the order shown", "<table><caption>C</caption><tfoot><tr><td>f<td>2<tbody><tr><td>b<td>1<thead><tr><td>h<td>0</table>", "table\n  caption C\n  H h | 0\n  b | 1\n  f | 2\n"},
		{"blank cells", "<table><tr><td>a<td><td> &#32;<tr><td>b</table>", "table\n  a |  | \n  b\n"},
		{"rows and columns covered", "<table><tr><th>R<th>N<th>M<tr><td rowspan=2>r<td>1<td>2<tr><td>3<td>4<tr><td colspan=3>t</table>", "table\n  H R | N | M\n  r 2x1 | 1 | 2\n  ^ | 3 | 4\n  t 1x3 | ^ | ^\n"},
		{"covered place at the end of a row", "<table><tr><td>a<td rowspan=2>b<tr><td>c</table>", "table\n  a | b 2x1\n  c | ^\n"},
		{"rowspan 0 ends with its group", "<table><tbody><tr><td rowspan=0>a<td>1<tr><td>2<tbody><tr><td>b<td>3</table>", "table\n  a 2x1 | 1\n  ^ | 2\n  b | 3\n"},
		{"span wider than the table", "<table><tr><td colspan=99>t<tr><td>a<td>b</table>", "table\n  t 1x2 | ^\n  a | b\n"},
		{"columns in which nothing starts", "<table><tr><td colspan=2>a<td colspan=3>b<tr><td colspan=2>c<td colspan=3>d</table>", "table\n  a | b\n  c | d\n"},
		{"empty rows shorten spans", "<table><tr><td rowspan=2>a<td rowspan=2>b<tr></tr><tr><td>c<td>d</table>", "table\n  a | b\n  c | d\n"},
		{"th in each row", "<table><tr><th>a<th>b<tr><th>c<td>d<tr><th colspan=2>e</table>", "table\n  H a | b\n  c | d\n  e 1x2 | ^\n"},
		{"lines in a cell", "<table><tr><td>a<br>b<br><td><p>c</p><p>d</p><td><ul><li>e<li>f</ul><tr><td>g<td>h<td>i</table>", "table\n  a⏎b | c⏎d | e⏎f\n  g | h | i\n"},
		{"paragraphs in cells, as Word writes them", "<table><tr><td><p>a</p><td><p>b</p><tr><td><p>c</p><td><p>d</p></table>", "table\n  a | b\n  c | d\n"},
		{"a table in a cell of a table with headings", "<table><tr><th>A<th>B</tr><tr><td>x<td><table><tr><td>1<td>2<tr><td>3<td>4</table></tr><tr><td>y<td>5</table>", "table\n  H A | B\n  x | 1⏎2⏎3⏎4\n  y | 5\n"},
		{"layout of one cell", "<table><tr><td><h1>T</h1><table><tr><td>a<td>b<tr><td>c<td>d</table></table>", "h1 T\ntable\n  a | b\n  c | d\n"},
		{"two columns of a page", "<table><tr><td><p>a</p><p>b</p><td><p>c</p><p>d</p></table>", "p a\np b\np c\np d\n"},
		{"small table in a cell of data", "<table><tr><th>a<th>b<tr><td>c<td><table><tr><td>d<td>e</table><tr><td>f<td>g<tr><td>h<td>i</table>", "table\n  H a | b\n  c | d⏎e\n  f | g\n  h | i\n"},
		{"presentation", "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "p a\np b\np c\np d\n"},
		{"text outside the cells comes before", "<table>x<tr><td>a<td>b</table>", "p x\ntable\n  a | b\n"},
		{"hidden row", "<table><tr><td>a<td>b<tr style='display: none'><td>c<td>d</table>", "table\n  a | b\nhtml-hidden: c d\n"},
		{"no-break blanks are nothing", "<table><tr><td>a<td>&nbsp;<tr><td>&#8203;<td>b</table><p>&nbsp;</p>", "table\n  a | \n   | b\n"},
		{"roles", "<div role=table><div role=rowgroup><div role=row><span role=columnheader>a</span> <span role=columnheader>b</span></div></div><div role=row><span role=cell>c</span><span role=cell>d</span></div></div>", "table\n  H a | b\n  c | d\n"},
		{"display rules", "<style>.t{display:table}.r{display:table-row}.r>b{display:table-cell;font-weight:normal}</style><div class=t><p class=r><b>a</b><b>b</b></p><p class=r><b></b><b>d</b></p></div>", "table\n  a | b\n   | d\n"},
		{"display to centre something", "<div style='display:table'><div style='display:table-cell'>a</div></div>", "p a\n"},
		{"table that scrolls", "<table style='display:block'><tr><td>a<td>b</table>", "table\n  a | b\n"},
		{"absurd numbers", "<table><tr><td rowspan=-2 colspan=x>a<td rowspan=99999999999999999999>b<tr><td>c</table>", "table\n  a | b 2x1\n  c | ^\n"},
	} {
		if got := readPage(t, test.src); got != test.want {
			t.Errorf("%s:\n%s\ngave\n%s\nnot\n%s", test.name, test.src, got, test.want)
		}
	}
}

func TestHTMLStyles(t *testing.T) {
	cell := func(style, attrs string) string {
		return "<style>" + style + "</style><p>text without a colour of its own</p><table><tr><td>a<td>b<tr " + attrs + "><td class='n odd' id=i title=t>x<td>y</table>"
	}
	for _, test := range []struct{ name, src, want string }{
		{"row background", cell("tr.y{background:#ff0}", "class=y"), "[x] | [y]"},
		{"style attribute wins", cell("tr.y{background:#ff0}", "class=y style='background:#eee'"), "[#eeeeee x] | [#eeeeee y]"},
		{"bgcolor", cell("", "bgcolor=ffff00"), "[x] | [y]"},
		{"rule wins over bgcolor", cell("tr{background-color:rgb(0 255 0)}", "bgcolor=yellow"), "[#00ff00 x] | [#00ff00 y]"},
		{"white hides the row below it", cell("tr{background:#eee} .n{background:#fff}", ""), "x | [#eeeeee y]"},
		{"specificity", cell("#i{color:red} td.n.odd{color:blue} td{color:green}", ""), "{#ff0000 x} | {#008000 y}"},
		{"order decides between equals", cell(".n{color:red} .odd{color:blue}", ""), "{#0000ff x} | y"},
		{"important", cell(".n{color:red!important} #i{color:blue}", ""), "{#ff0000 x} | y"},
		{"descendant, child, group", cell("table td.n, p > b {font-weight:700} tr > td{font-style:italic}", ""), "*/x/* | /y/"},
		{"neighbour", cell("td.n + td{color:red}", ""), "x | {#ff0000 y}"},
		{"nth-child", cell("tr:nth-child(even) td:nth-child(2n+1){background:#eee}", ""), "[#eeeeee x] | y"},
		{"not, last, attribute", cell("tr:last-child td:not(.n){color:red} [title=t]{font-weight:bold}", ""), "*x* | {#ff0000 y}"},
		{"selectors that never hold", cell("td:hover{color:red} td::selection{color:red} td ~ td{color:red}", ""), "x | y"},
		{"media", cell("@media print{td{color:red}} @media screen{.n{color:#00f}} @page{@bottom-center{content:'x'}} td{font-weight:bold}", ""), "*{#0000ff x}* | *y*"},
		{"variables", cell(":root{--new:#ff0} .n{background:var(--new)} #i + td{background:var(--no, red)}", ""), "[x] | [#ff0000 y]"},
		{"hsl and alpha", cell(".n{background:hsl(60,100%,50%)} #i + td{background:rgba(255,255,0,.5)}", ""), "[x] | [#ffff7f y]"},
		{"shorthand with a picture", cell(".n{background:url(a;b.png) no-repeat yellow}", ""), "[x] | y"},
		{"font shorthand", cell(".n{font:italic bold 12px/1 Arial}", ""), "*/x/* | y"},
		{"comments and broken rules", cell("/* td{color:red} */ td{color:;;} } .n{color:red", ""), "{#ff0000 x} | y"},
	} {
		// Rules for td hold for the first row too; only the second one is compared.
		lines := strings.Split(strings.TrimSpace(readPage(t, test.src)), "\n")
		if got := strings.TrimSpace(lines[len(lines)-1]); got != test.want {
			t.Errorf("%s:\n%s\ngave\n%s\nnot\n%s", test.name, test.src, got, test.want)
		}
	}
}

func TestHTMLInlineStyles(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"<p>a <mark>b</mark> <mark style='background:#0f0'>c</mark></p>", "p a [b] [#00ff00 c]\n"},
		{"<p>a<font color=red>*</font></p>", "p a{#ff0000 *}\n"},
		{"<p>8<span style='vertical-align:super'>e</span></p>", "p 8^e^\n"},
		{"<p>a <span style='text-decoration:line-through'>b</span></p>", "p a -b-\n"},
		{"<b>a<span style='font-weight:normal'>b</span></b>", "p *a*b\n"},
		{"<body bgcolor=yellow style='color:#333'><p>usual</p>", "p usual\n"},
		{"<p style='color:navy'>most of the text</p><p>x <b style='color:red'>*</b></p>", "p most of the text\np x *{#ff0000 *}*\n"},
	} {
		if got := readPage(t, test.src); got != test.want {
			t.Errorf("%s\ngave\n%s\nnot\n%s", test.src, got, test.want)
		}
	}
}

func TestHTMLFurniture(t *testing.T) {
	prose := strings.Repeat("Le comité retient la liste des communes. ", 8)
	for _, test := range []struct{ name, src, want string }{
		{"main", "<header>Site</header><nav>Menu</nav><main><h1>T</h1><p>" + prose + "</p></main><footer>Fin</footer>", "Site Menu Fin"},
		{"no main", "<nav>Menu</nav><p>" + prose + "</p><aside>A lire</aside><footer>Fin</footer>", "Menu A lire Fin"},
		{"cookie banner", "<div id=cookie-banner><p>Cookies</p></div><p>" + prose + "</p>", "Cookies"},
		{"cookie banner longer than the release", "<div class=tarteaucitronRoot id=tarteaucitron><p>" + prose + "</p></div><h1>T</h1><p>Court.</p>", strings.TrimSpace(prose)},
		{"breadcrumb and share", "<div class=fil-ariane>Accueil</div><p>" + prose + "</p><ul class='social-share'><li>Partager</ul>", "Accueil • Partager"},
		{"form around the page", "<form><h1>T</h1><p>" + prose + "</p></form>", ""},
		{"header of the article", "<article><header><h1>T</h1></header><p>" + prose + "</p><footer>Contact</footer></article>", ""},
		{"headline outside of main", "<header><h1>T</h1><p>Site</p></header><main><p>" + prose + "</p></main>", "Site"},
		{"small article beside the release", "<article>Autre</article><p>" + prose + "</p>", ""},
		{"body with a class of furniture", "<body class='has-sidebar menu'><p>" + prose + "</p>", ""},
		{"frame around all", "<div class='page menu-open footer-fixed'><p>" + prose + "</p></div>", ""},
	} {
		doc := &document.Document{}
		if err := read(doc, []byte(test.src), document.Options{}); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range doc.Blocks {
			if b.InPart() == document.Furniture {
				got = append(got, strings.ReplaceAll(doctest.TextOf(b), "\n", " "))
			}
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: furniture is %q, not %q", test.name, s, test.want)
		}
	}
}

func TestHTMLLines(t *testing.T) {
	src := "<!doctype html>\r\n<html>\n<body><h1\n class=x>\nTitle</h1>\n<!-- a\nb --><p>Text\nmore<br>\n</p>\n\nloose\n<table>\n<tr><td>a</td>\n<td>b</td><td\n\n>c</td></tr>\n\n<tr>\n<td>d\n</table>\n<ul>\n<li>e\n\n<li>f</ul><div>\n\n  late</div>"
	doc := &document.Document{}
	if err := read(doc, []byte(src), document.Options{}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.ReplaceAll(src, "\r\n", "\n"), "\n")
	check := func(text string, at document.Pos) {
		first := strings.Fields(text)[0]
		if at.Line < 1 || int(at.Line) > len(lines) || !strings.Contains(lines[at.Line-1], first) {
			t.Errorf("%q is not on line %d", first, at.Line)
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Table:
			for _, r := range b.Rows {
				for i := range r.Cells {
					check(r.Cells[i].Text(), r.Cells[i].At(r.At))
				}
			}
			if got := b.Rows[1].At.Line; got != 18 {
				t.Errorf("second row is on line %d, not 18", got)
			}
		case *document.List:
			for i := range b.Items {
				check(b.Items[i].Text(), b.Items[i].At)
			}
		default:
			check(doctest.TextOf(b), b.Pos())
		}
	}
}

func TestHTMLFragmentLines(t *testing.T) {
	doc := &document.Document{}
	ReadFragment(doc, "<table>\n<tr><th>a<th>b\n<tr><td>c<td>d</table>", 40)
	table := doc.Blocks[0].(*document.Table)
	if table.At.Line != 40 || table.Rows[1].At.Line != 42 || table.Part != document.Body {
		t.Errorf("table at %v in %v, second row at %v", table.At, table.Part, table.Rows[1].At)
	}
}

func TestHTMLLanguage(t *testing.T) {
	for src, want := range map[string]string{
		"<html lang=en><p>Le comité retient la liste des communes qui sont dans le département et les villes de la région.": "fr",
		"<html lang=fr-FR><table><tr><td>Ain<td>Gex</table>":                                                                "fr",
		"<p>1234": "",
	} {
		doc := &document.Document{}
		if err := read(doc, []byte(src), document.Options{}); err != nil || doc.Language != want {
			t.Errorf("%s: %q, %v", src, doc.Language, err)
		}
	}
}

func TestHTMLMatch(t *testing.T) {
	for src, want := range map[string]bool{
		"<!DOCTYPE html><p>":                            true,
		"\xef\xbb\xbf\n<!-- x -->\n<HTML lang=fr>":      true,
		"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC>": true,
		"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00":        true,
		"<header>":                                      false,
		"<table><tr>":                                   false,
		"<table><tr><td>Brest</td></tr></table>":        true,
		"<p class=x>Paris</p>":                          true,
		"<pre>a</pre>":                                  false,
		"<div align=center>\n\n# Title\n</div>":         false,
		"<p>Logo</p>\n\n| a | b |\n|---|---|":           false,
		"# Title\n<html>":                               false,
		"":                                              false,
		"<!-- open":                                     false,
	} {
		if got := match([]byte(src)); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
}

func TestHTMLCharsets(t *testing.T) {
	for _, test := range []struct{ src, encoding string }{
		{"<meta charset=windows-1252><p>D\xe9partement \x80", "windows-1252"},
		{"<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'><p>D\xe9partement \x80", "windows-1252"},
		{"<?xml version='1.0' encoding='iso-8859-15'?><p>D\xe9partement \xa4", "iso-8859-15"},
		{"<p>D\xe9partement \x80", "windows-1252"},
		{"\xef\xbb\xbf<meta charset=iso-8859-1><p>Département €", "utf-8"},
	} {
		doc := &document.Document{}
		if err := read(doc, []byte(test.src), document.Options{}); err != nil {
			t.Fatal(err)
		}
		if got := doctest.TextOf(doc.Blocks[0]); got != "Département €" || doc.Encoding != test.encoding {
			t.Errorf("%q: %q in %s", test.src, got, doc.Encoding)
		}
	}
}

// TestHTMLLongTable compares the rows that are put aside with the ones that are not.
func TestHTMLLongTable(t *testing.T) {
	var src strings.Builder
	src.WriteString("<style>tr:nth-child(odd){background:#eee}</style><p>a</p><table><tr><th>n<th>m\n")
	const rows = 3*maxParsedRows + 7
	for i := range rows {
		switch i % 1000 {
		case 7:
			fmt.Fprintf(&src, "<tr><td rowspan=3>%d<td>x</td></tr>\n", i)
		case 8, 9:
			fmt.Fprintf(&src, "<tr><td><table><tr><td>%d</table>\n", i)
		case 11:
			src.WriteString("<!-- </table><tr> --><script>'</table>'</script>stray\n<tr><td>x<td>y\n")
		default:
			fmt.Fprintf(&src, "<tr>\n<td>%d<td><b>x\n", i)
		}
	}
	src.WriteString("<tfoot><tr><td>end<td>x</table>after<p>last")
	checkLetters(t, src.String())
	doc := &document.Document{}
	if err := read(doc, []byte(src.String()), document.Options{}); err != nil {
		t.Fatal(err)
	}
	table := doc.Blocks[len(doc.Blocks)-3].(*document.Table)
	if len(table.Rows) != rows+2 {
		t.Fatalf("%d rows", len(table.Rows))
	}
	lines := strings.Split(src.String(), "\n")
	for i, row := range table.Rows[1 : rows+1] {
		c := row.Cells[0]
		if i%1000 == 8 || i%1000 == 9 {
			if !c.Covered() {
				t.Errorf("row %d: the span of the row above is lost", i)
			}
			continue
		}
		if text := c.Text(); !strings.Contains(lines[c.At(row.At).Line-1], text) {
			t.Fatalf("row %d: %q is not on line %d", i, text, c.At(row.At).Line)
		}
		if gray := c.Runs()[0].Style.Fill != 0; gray != (i%2 == 1) {
			t.Fatalf("row %d: stripe is %v", i, gray)
		}
	}
	if p := doc.Blocks[len(doc.Blocks)-2]; int(p.Pos().Line) != len(lines) {
		t.Errorf("the text after the table is on line %d, not %d", p.Pos().Line, len(lines))
	}
}
