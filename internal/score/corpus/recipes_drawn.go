// Tables that programs draw in text, and other forms than a plain table.

package corpus

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

var drawnRecipes = []recipe{
	{"drawn", 7, only("txt"), drawn},
	{"drawn-md", 4, only("md"), drawnInMarkdown},
	{"html-in-md", 2, only("md"), htmlInMarkdown},
	{"latex", 2, only("md"), latex},
	{"leaders", 2, only("txt"), leaders},
	{"separated", 2, only("txt"), separated},
	{"no-delimiter", 2, only("md", "txt"), noDelimiter},
	{"key-value", 3, twoOf, keyValue},
	{"div-grid", 3, only("html"), divGrid},
	{"beside", 2, only("html", "pdf weasyprint"), beside},
}

// stock is a small table of names, counts and amounts, in either language.
func stock(g *gen, lang string) *sheet {
	names := companiesFR
	if lang == "en" {
		g.open("en", "Suppliers reviewed", "{issuer} has reviewed its main suppliers.")
		names = companiesEN
	} else {
		g.open("fr", "Fournisseurs : le bilan", "{issuer} dresse le bilan de ses fournisseurs.")
	}
	var records []rec
	for _, n := range some(g, names, g.between(6, 9)) {
		records = append(records, rec{"name": n, "city": pick(g, towns).name, "units": whole(g.between(5, 4000)), "rate": g.tenths(1, 99)})
	}
	return &sheet{fields: []field{
		text("name", g.say("Fournisseur", "Supplier")), text("city", g.say("Ville", "City")),
		figure("units", g.say("Unités", "Units"), "number", g.numbers(0)), figure("rate", g.say("Taux (%)", "Rate (%)"), "percent", g.numbers(1)),
	}, records: records}
}

func drawn(g *gen) {
	s := stock(g, []string{"fr", "en"}[g.i%2])
	s.look.drawn = []string{"psql", "mysql", "box", "rst", "grid", "pandoc", "multiline"}[g.i]
	g.add(s)
}

// drawnInMarkdown: the tables of pandoc, which stand in Markdown as they do in text.
func drawnInMarkdown(g *gen) {
	s := stock(g, []string{"en", "fr"}[g.i%2])
	s.look.drawn = []string{"pandoc", "grid", "multiline", "rst"}[g.i]
	var b strings.Builder
	g.add(s)
	g.body[0].text(&b, &g.style)
	g.body = []block{raw{md: b.String()}}
}

// htmlInMarkdown: a table of tags, as converters print tables with spans.
func htmlInMarkdown(g *gen) {
	s := stock(g, []string{"fr", "en"}[g.i])
	s.look = look{th: g.i == 0, border: "all", heavy: true}
	for i := range s.fields[2:] {
		s.fields[2+i] = s.fields[2+i].under(g.say("Livraisons", "Deliveries"))
	}
	g.add(s)
	var b strings.Builder
	g.body[0].html(&b)
	g.body = []block{raw{md: b.String() + "\n"}}
}

// latex: a tabular that a converter left in Markdown.
func latex(g *gen) {
	s := stock(g, []string{"en", "fr"}[g.i])
	var b strings.Builder
	b.WriteString("\\begin{tabular}{|l|l|r|r|}\n\\hline\n")
	for _, r := range g.layout(s).words() {
		b.WriteString(strings.ReplaceAll(strings.Join(r, " & "), "%", `\%`) + ` \\ \hline` + "\n")
	}
	b.WriteString("\\end{tabular}\n\n")
	g.body = []block{raw{md: b.String()}}
	g.truth.Tables = []score.Table{s.truth()}
}

// leaders: "name ........ 12".
func leaders(g *gen) {
	s := stock(g, []string{"fr", "en"}[g.i])
	s.fields = []field{unheaded("name", "text", "name"), s.fields[2]}
	s.fields[1].Title = ""
	s.look.drawn = "leaders"
	g.add(s)
}

// separated: columns set apart by tabs or semicolons.
func separated(g *gen) {
	s := stock(g, []string{"fr", "en"}[g.i])
	s.look.drawn = []string{"semicolons", "tabs"}[g.i]
	g.add(s)
}

// noDelimiter: a pipe table without the row of dashes.
func noDelimiter(g *gen) {
	s := stock(g, []string{"fr", "en"}[g.i])
	s.look.noRule = true
	g.add(s)
	var b strings.Builder
	g.body[0].markdown(&b)
	g.body = []block{raw{md: b.String(), txt: b.String()}}
}

// keyValue: a block of "key: value" lines for each record.
func keyValue(g *gen) {
	s := stock(g, []string{"fr", "en", "fr"}[g.i])
	for _, r := range s.records {
		var block lines
		for _, f := range s.fields {
			key := f.Title + g.say(" : ", ": ")
			if g.i == 2 {
				key = bold(f.Title) + " : "
			}
			block = append(block, key+f.show(r[f.Key]))
		}
		g.body = append(g.body, block)
	}
	g.truth.Tables = []score.Table{s.truth()}
}

// divGrid: a table of divs.
func divGrid(g *gen) {
	s := stock(g, []string{"fr", "en", "fr"}[g.i])
	s.look.div = true
	g.style.web = g.i > 0
	g.add(s)
}

// beside: two tables side by side.
func beside(g *gen) {
	s := stock(g, []string{"fr", "en"}[g.i])
	half := len(s.records) / 2
	first, second := *s, *s
	first.records, second.records = s.records[:half], s.records[half:]
	for _, t := range []*sheet{&first, &second} {
		t.look = look{border: "all", th: true}
		t.fields = t.fields[:3]
	}
	one, two := g.layout(&first), g.layout(&second)
	var b strings.Builder
	for _, t := range []*table{one, two} {
		b.WriteString(`<div class="side">`)
		t.html(&b)
		b.WriteString("</div>\n")
	}
	fmt.Fprintln(&b, `<div class="end"></div>`)
	g.body = append(g.body, raw{htm: b.String()})
	g.truth.Tables = []score.Table{first.truth(), second.truth()}
}
