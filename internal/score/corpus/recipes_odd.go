// Lists in forms that are easily misread: columns of names, lines that are no
// members, parts under one heading, fields that several names share.

package corpus

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

var oddRecipes = []recipe{
	{"name-columns", 3, only("txt", "html", "pdf weasyprint"), nameColumns},
	{"phantoms", 3, threeOf, phantoms},
	{"list-parts", 2, only("md", "html", "txt"), listParts},
	{"shared-place", 3, twoOf, sharedPlace},
	{"cases-in-prose", 2, twoOf, casesInProse},
	{"commas-inside", 3, twoOf, commasInside},
}

// nameColumns: names in three columns, read across, without headings.
func nameColumns(g *gen) {
	const columns = 3
	names := some(g, companiesFR, 12)
	switch g.i {
	case 0:
		g.open("fr", "Les communes associées", "{issuer} s'associe à de nouvelles communes.")
		names = nil
		for _, d := range g.departmentsOf(4) {
			names = append(names, someInOrder(g, d.communes, 3)...)
		}
	case 1:
		g.open("fr", "Nos partenaires", "{issuer} remercie les entreprises partenaires.")
	default:
		g.open("en", "Our partners", "{issuer} thanks its partner companies.")
		names = some(g, companiesEN, 12)
	}
	t := &table{align: strings.Repeat("l", columns), look: look{border: "none"}}
	var records []rec
	for i, n := range names {
		if i%columns == 0 {
			t.rows = append(t.rows, row{kind: data})
		}
		last := &t.rows[len(t.rows)-1]
		last.cells = append(last.cells, cell{words: n})
		records = append(records, rec{"name": n})
	}
	g.announce(fmt.Sprintf([]string{"Voici les %d communes associées :", "Les %d entreprises partenaires :", "The %d partner companies:"}[g.i], len(names)), "count", whole(len(names)), true)
	g.list(t, records, unheaded("name", "text", "name", "commune"))
}

// phantoms: lines below a list that sum it up or comment on it.
func phantoms(g *gen) {
	ds := g.departmentsOf(3)
	g.open("fr", "Reconnaissance de l'état de sécheresse", "{issuer} rend publique la liste des communes reconnues.")
	var records []rec
	for _, d := range ds {
		cs := someInOrder(g, d.communes, 4)
		g.body = append(g.body, heading{3, d.name})
		switch g.i {
		case 0:
			g.body = append(g.body, lines(cs), para(fmt.Sprintf("Soit %d communes concernées", len(cs))))
		case 1:
			g.body = append(g.body, bullets{items: cs}, para(fmt.Sprintf("Total %s : %d", d.name, len(cs))))
		default:
			g.body = append(g.body, bullets{items: cs})
		}
		for _, c := range cs {
			records = append(records, rec{"department": d.name, "commune": c})
		}
	}
	if g.i == 2 {
		g.body = append(g.body, para("Commentaires"), para("Partager cette page"))
	}
	g.announce(fmt.Sprintf("%d communes sont reconnues.", len(records)), "count", whole(len(records)), true)
	s := sheet{fields: []field{deptField(""), commune("")}, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}

// listParts: one list in two tables under one heading, which together meet the count.
func listParts(g *gen) {
	s := stock(g, []string{"fr", "en"}[g.i])
	s.look = look{th: true, border: "all"}
	half := len(s.records) / 2
	title := g.say("Liste des fournisseurs", "List of suppliers")
	for i, records := range [][]rec{s.records[:half], s.records[half:]} {
		part := *s
		part.records = records
		if i == 1 {
			title += g.say(" (suite)", " (continued)")
		}
		g.body = append(g.body, heading{2, title}, g.layout(&part))
	}
	n := len(s.records)
	g.announce(fmt.Sprintf(g.say("La liste compte %d fournisseurs.", "The list has %d suppliers."), n), "count", whole(n), true)
	g.truth.Tables = []score.Table{s.truth()}
}

// sharedPlace: "A et B (Gers), C (Lot)": the place is that of all names before it.
func sharedPlace(g *gen) {
	g.open("fr", "Les lauréats du prix des écoquartiers", "{issuer} décerne ses prix.")
	var parts []string
	var records []rec
	for i, d := range g.departmentsOf(5) {
		cs := someInOrder(g, d.communes, 1+i%2)
		part := cs[0]
		if len(cs) > 1 {
			part = enumerated(g, cs)
		}
		parts = append(parts, fmt.Sprintf("%s (%s)", part, d.name))
		for _, c := range cs {
			records = append(records, rec{"commune": c, "department": d.name})
		}
	}
	var b block = bullets{items: parts}
	if g.i != 1 {
		b = para(fmt.Sprintf("Les %d communes lauréates sont : %s.", len(records), strings.Join(parts, ", ")))
	}
	g.list(b, records, commune(""), deptField(""))
}

// casesInProse: "55 cas dans le Morbihan, 5 dans le Finistère".
func casesInProse(g *gen) {
	g.open("fr", "Point de situation sur la grippe aviaire", "{issuer} fait le point sur la situation.")
	in := []struct{ name, in string }{{"Morbihan", "dans le Morbihan"}, {"Finistère", "dans le Finistère"}, {"Landes", "dans les Landes"}, {"Vendée", "en Vendée"}, {"Gers", "dans le Gers"}, {"Mayenne", "en Mayenne"}}
	var parts []string
	var records []rec
	sum := 0
	for i, d := range some(g, in, 4) {
		n := g.between(2, 60)
		sum += n
		noun := " foyers "
		if i > 0 && g.i == 0 {
			noun = " "
		}
		parts = append(parts, fmt.Sprintf("%d%s%s", n, noun, d.in))
		records = append(records, rec{"number": whole(n), "department": d.name})
	}
	g.announce(fmt.Sprintf("À ce jour, %d foyers sont recensés.", sum), "sum", whole(sum), true)
	g.list(para("On dénombre "+enumerated(g, parts)+"."), records, unheaded("number", "number", "number", "foyers"), deptField(""))
}

// commasInside: commas in parentheses and quotes separate nothing.
func commasInside(g *gen) {
	lang := []string{"fr", "en", "fr"}[g.i]
	works := worksFR
	if lang == "en" {
		g.open("en", "Exhibition: the works on show", "{issuer} presents the works on show this summer.")
		works = worksEN
	} else {
		g.open("fr", "L'exposition de l'été : les œuvres présentées", "{issuer} présente les œuvres de l'exposition.")
	}
	var items []string
	var records []rec
	names := g.people(6)
	for i, w := range some(g, works, 6) {
		detail := fmt.Sprintf(g.say("huile sur toile, %d", "oil on canvas, %d"), g.between(1890, 1990))
		r := rec{"name": names[i], "title": w, "detail": detail}
		switch g.i {
		case 0:
			items = append(items, fmt.Sprintf("%s, « %s » (%s)", names[i], w, detail))
		case 1:
			items = append(items, fmt.Sprintf("%s, “%s” (%s)", names[i], w, detail))
		default:
			items = append(items, fmt.Sprintf("« %s » (%s) – %s", w, detail, names[i]))
		}
		records = append(records, r)
	}
	g.list(bullets{items: items}, records, unheaded("name", "text"), unheaded("title", "text"), unheaded("detail", "text"))
}
