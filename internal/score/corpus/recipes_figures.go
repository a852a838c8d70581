// Announced figures: each release has a twin whose figure is wrong.

package corpus

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

// figureRecipes make pairs: figure-count-01 announces the right figure, -02 a wrong one.
var figureRecipes = []recipe{
	{"figure-count", 8, twinFormats, figureCount},
	{"figure-sum", 4, twinFormats, figureSum},
	{"figure-new", 4, twinFormats, figureNew},
	{"figure-groups", 4, twinFormats, figureGroups},
	{"figure-total", 4, twinFormats, figureTotal},
	{"figure-partial", 3, twoOf, figurePartial},
}

// twinFormats gives both twins the same format.
func twinFormats(i int) []string {
	return [][]string{{"txt", "html"}, {"md", "pdf weasyprint"}, {"txt", "md"}, {"html", "pdf libreoffice"}}[i/2%4]
}

// off returns n, or a wrong figure near it for the twin.
func (g *gen) off(n int) (announced int, right bool) {
	if g.i%2 == 0 {
		return n, true
	}
	return n + g.between(2, 5), false
}

// figureCount: a count in the sentence that leads into a list, in a title over a
// table, in a heading over bullets.
func figureCount(g *gen) {
	names := some(g, companiesFR, g.between(6, 9))
	n, right := g.off(len(names))
	var records []rec
	for _, name := range names {
		records = append(records, rec{"name": name, "staff": whole(g.between(4, 300))})
	}
	list := func() { g.list(bullets{items: names}, records, unheaded("name", "text", "name")) }
	switch g.i / 2 {
	case 0:
		g.open("fr", "Un programme pour les ateliers", "{issuer} lance un programme d'accompagnement.")
		g.announce(fmt.Sprintf("Le programme compte %d entreprises lauréates.", n), "count", whole(n), right)
		list()
	case 1:
		g.open("fr", "Les entreprises retenues", "{issuer} fait connaître les entreprises retenues.")
		g.announce(fmt.Sprintf("Les %d entreprises figurent dans le tableau suivant.", n), "count", whole(n), right)
		g.add(&sheet{fields: []field{text("name", "Entreprise", "name"), figure("staff", "Salariés", "number", g.numbers(0))}, records: records, look: look{th: true, border: "all"}})
	case 2:
		g.open("fr", "Appel à projets : la sélection", "{issuer} a terminé l'examen des candidatures.")
		title := fmt.Sprintf("Les %d entreprises sélectionnées", n)
		g.body = append(g.body, heading{2, title})
		g.truth.Announced = []score.Figure{{Text: title, Value: whole(n), What: "count", Right: right}}
		list()
	default:
		names := some(g, companiesEN, len(names))
		for i := range records {
			records[i]["name"] = names[i]
		}
		g.open("en", "Cohort announced", "{issuer} has announced its new cohort.")
		g.announce(fmt.Sprintf("A total of %d companies will join the programme:", n), "count", whole(n), right)
		g.list(bullets{items: names}, records, unheaded("name", "text", "name"))
	}
}

// figureSum: the sum of a column of amounts.
func figureSum(g *gen) {
	lang, names := "fr", projectsFR
	if g.i >= 2 {
		lang, names = "en", projectsEN
	}
	if lang == "en" {
		g.open("en", "Repair fund distributed", "{issuer} has distributed its repair fund.")
	} else {
		g.open("fr", "Le fonds de rénovation réparti", "{issuer} a réparti son fonds de rénovation.")
	}
	var records []rec
	for _, name := range some(g, names, 7) {
		records = append(records, rec{"project": name, "amount": g.amount()})
	}
	sum, right := sumOf(records, "amount"), g.i%2 == 0
	if !right {
		sum += 25000
	}
	g.announce(fmt.Sprintf(g.say("Au total, %s sont attribués aux projets du tableau.", "In all, %s goes to the projects in the table."), g.euros()(sum)), "sum", sum, right)
	g.add(&sheet{fields: []field{text("project", g.say("Projet", "Project")), figure("amount", g.say("Montant", "Amount"), "money", g.euros())}, records: records, look: look{th: true, border: "all"}})
}

// figureNew: how many are new, with a star as mark.
func figureNew(g *gen) {
	ds := g.departmentsOf(5)
	var records []rec
	news := 0
	for _, d := range ds {
		for i, c := range someInOrder(g, d.communes, 2) {
			isNew := i == 0
			if isNew {
				news++
			}
			records = append(records, rec{"department": d.name, "commune": c, "new": isNew})
		}
	}
	n, right := g.off(news)
	g.open("fr", "Le réseau s'agrandit", "{issuer} poursuit son développement.")
	g.announce(fmt.Sprintf("Cette année, %d nouvelles communes rejoignent le réseau, qui en compte %d au total.", n, len(records)), "new", whole(n), right)
	s := &sheet{fields: []field{deptField("Département"), commune("Commune"), flag()}, records: records, notes: []string{"* nouvelle commune"}, look: look{th: true, border: "all"}}
	s.fields[1].mark = marker(func(w string) string { return w + "*" })
	g.add(s)
}

// figureGroups: counts in the headings of the groups.
func figureGroups(g *gen) {
	ds := g.departmentsOf(4)
	g.open("fr", "Fleurissement : les communes primées", "{issuer} félicite les communes primées.")
	var records []rec
	for i, d := range ds {
		cs := someInOrder(g, d.communes, g.between(3, 5))
		n, right := len(cs), true
		if i == 1 {
			n, right = g.off(n)
		}
		title := fmt.Sprintf("%s (%d communes)", d.name, n)
		g.body = append(g.body, heading{3, title}, bullets{items: cs})
		g.truth.Announced = append(g.truth.Announced, score.Figure{Text: title, Value: whole(n), What: "groups", Right: right})
		for _, c := range cs {
			records = append(records, rec{"department": d.name, "commune": c})
		}
	}
	s := sheet{fields: []field{deptField(""), commune("")}, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}

// figureTotal: a printed total below the table.
func figureTotal(g *gen) {
	lang := []string{"fr", "en"}[g.i/2]
	if lang == "en" {
		g.open("en", "Visitor numbers by venue", "{issuer} has published visitor numbers.")
	} else {
		g.open("fr", "La fréquentation des lieux", "{issuer} publie la fréquentation de ses lieux.")
	}
	var records []rec
	names := map[string][]string{"fr": projectsFR, "en": projectsEN}[lang]
	for _, n := range some(g, names, 6) {
		records = append(records, rec{"venue": n, "before": whole(g.between(900, 40000)), "now": whole(g.between(900, 40000))})
	}
	s := &sheet{fields: []field{
		text("venue", g.say("Lieu", "Venue")), figure("before", "2022", "number", g.numbers(0)), figure("now", "2023", "number", g.numbers(0)),
	}, records: records, look: look{th: true, border: "rows", heavy: true}, sums: []string{"before", "now"}, totalAs: "Total"}
	if g.i%2 == 1 {
		s.wrongTotal = 3000
	}
	g.add(s)
}

// figurePartial: the list shows some of those that are counted, and says so.
func figurePartial(g *gen) {
	names := some(g, companiesFR, 5)
	var records []rec
	for _, n := range names {
		records = append(records, rec{"name": n})
	}
	lead := []string{"Parmi les %d entreprises adhérentes, on compte notamment :", "Le réseau réunit plus de %d entreprises, dont :", "Quelques-unes des %d entreprises du réseau (liste non exhaustive) :"}[g.i]
	n := g.between(40, 400)
	g.open("fr", "Un réseau qui compte", "{issuer} fête son anniversaire.")
	sentence := fmt.Sprintf(lead, n)
	g.announce(sentence, "count", whole(n), true)
	g.list(bullets{items: names}, records, unheaded("name", "text", "name"))
	// The sentence leads into the list, wherever a quote was put before.
	g.lead = g.lead[:len(g.lead)-1]
	g.body = append([]block{para(strings.TrimSpace(sentence))}, g.body...)
}
