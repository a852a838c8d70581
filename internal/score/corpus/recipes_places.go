// Lists of places: tables and headings with regions and departments.

package corpus

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

var placeRecipes = []recipe{
	{"places-table", 5, allFormats, placesTable},
	{"places-headings", 4, marked, placesHeadings},
	{"places-nested", 3, threeOf, placesNested},
	{"places-flattened", 4, only("txt", "md"), placesFlattened},
	{"places-cells", 3, only("txt", "md"), placesCells},
	{"places-sentence", 6, twoOf, placesSentence},
}

var labelled = []struct{ one, many string }{
	{"Maison du numérique", "maisons du numérique"},
	{"Point accueil", "points accueil"},
	{"Relais emploi", "relais emploi"},
	{"Atelier relais", "ateliers relais"},
}

// flag is the column of what is new.
func flag(notIn ...string) field {
	return field{Column: score.Column{Key: "new", Type: "flag", Names: []string{"new"}, NotIn: notIn}, show: asIs}
}

func region(title string) field    { return text("region", title, "region") }
func deptField(title string) field { return text("department", title, "department") }
func commune(title string) field   { return text("commune", title, "commune", "name") }
func nameField(title string) field { return text("name", title, "name") }

// placesTable: region and department printed once for the rows below, new ones
// marked by a star, yellow ground, bold type, red letters or a column of words.
func placesTable(g *gen) {
	thing := labelled[g.i%len(labelled)]
	ds := g.departmentsOf(g.between(5, 8))
	var records []rec
	news := 0
	for _, d := range ds {
		for _, c := range someInOrder(g, d.communes, g.between(1, 4)) {
			isNew := g.IntN(3) == 0
			if isNew {
				news++
			}
			records = append(records, rec{"region": d.region, "department": d.name, "name": thing.one + " " + of(c), "new": isNew})
		}
	}
	if news == 0 {
		records[0]["new"], news = true, 1
	}
	g.open("fr", fmt.Sprintf("%d %s supplémentaires rejoignent le réseau", news, thing.many),
		fmt.Sprintf("{issuer} annonce l'ouverture de %d nouveaux lieux, qui porte leur nombre à %d au total.", news, len(records)))
	if !strings.HasPrefix(thing.many, "m") {
		g.title = fmt.Sprintf("%d nouveaux %s rejoignent le réseau", news, thing.many)
	}
	g.truth.Announced = []score.Figure{
		{Text: g.lead[0], Value: whole(news), What: "new", Right: true},
		{Text: g.lead[0], Value: whole(len(records)), What: "count", Right: true},
	}
	s := &sheet{fields: []field{region("Région"), deptField("Département"), nameField("Nom"), flag()}, records: records}
	s.look = look{th: true, border: "all", heavy: true}
	s.carried, s.span = []string{"region", "department"}, true
	name := &s.fields[2]
	switch g.i % 5 {
	case 0:
		name.mark = marker(func(w string) string { return w + " *" })
		s.notes = []string{"* nouveau lieu"}
	case 1:
		name.mark = marker(yellow)
		s.fields[3] = flag("txt")
		s.look.border = "rows"
		g.lead = append(g.lead, "Les nouveaux lieux sont surlignés en jaune dans le tableau ci-dessous.")
	case 2:
		name.mark = marker(bold)
		s.fields[3] = flag("txt")
		s.look.border = "zebra"
		s.span = false
		g.lead = append(g.lead, "Les nouveaux lieux figurent en gras dans le tableau ci-dessous.")
	case 3:
		name.mark = marker(red)
		s.fields[3] = flag("txt", "md")
		g.lead = append(g.lead, "Les nouveaux lieux figurent en rouge dans le tableau ci-dessous.")
	case 4:
		s.carried = []string{"region"}
		s.fields = slices.Insert(s.fields, 3, text("state", "Statut").optional())
		for _, r := range records {
			r["state"] = "existant"
			if r["new"] == true {
				r["state"] = "nouveau"
			}
		}
	}
	s.caption = "Liste des " + thing.many
	g.add(s)
}

func (f field) optional() field {
	f.Optional = true
	return f
}

// marker marks the new ones.
func marker(how func(string) string) func(rec, string) string {
	return func(r rec, words string) string {
		if r["new"] == true {
			return how(words)
		}
		return words
	}
}

// of joins a commune to a noun: "d'Agde", "de Crest", "du Havre".
func of(commune string) string {
	switch {
	case strings.HasPrefix(commune, "Les "):
		return "des " + commune[4:]
	case strings.ContainsRune("AEIOUYHÉ", []rune(commune)[0]):
		return "d'" + commune
	}
	return "de " + commune
}

// placesHeadings: a heading for each department over bullets of communes.
func placesHeadings(g *gen) {
	ds := g.departmentsOf(g.between(3, 6))
	var records []rec
	g.open("fr", "Qualité de l'accueil : les communes distinguées", "{issuer} distingue cette année des communes pour la qualité de leur accueil.")
	for _, d := range ds {
		cs := someInOrder(g, d.communes, g.between(2, 5))
		title := []string{d.name, d.name + " (" + d.code + ")", strings.ToUpper(d.name), d.name + " :"}[g.i%4]
		if g.i == 3 {
			g.body = append(g.body, para(bold(title)))
		} else {
			g.body = append(g.body, heading{3, title})
		}
		for _, c := range cs {
			records = append(records, rec{"region": d.region, "department": d.name, "commune": c})
		}
		g.body = append(g.body, bullets{items: cs})
	}
	g.announce(fmt.Sprintf("Au total, %d communes sont distinguées.", len(records)), "count", whole(len(records)), true)
	s := sheet{fields: []field{deptField(""), commune("")}, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}

// placesNested: regions over departments over communes.
func placesNested(g *gen) {
	ds := g.departmentsOf(g.between(5, 7))
	var records []rec
	g.open("fr", "Petits patrimoines : les sites retenus", "{issuer} publie la liste des communes dont un site sera restauré.")
	last := ""
	for _, d := range ds {
		if d.region != last {
			g.body = append(g.body, heading{2, d.region})
			last = d.region
		}
		cs := someInOrder(g, d.communes, g.between(1, 4))
		switch g.i {
		case 0:
			g.body = append(g.body, heading{3, d.name}, bullets{items: cs})
		case 1:
			g.body = append(g.body, para(bold(d.name)+" : "+strings.Join(cs, ", ")))
		default:
			g.body = append(g.body, bullets{items: []string{d.name + " : " + strings.Join(cs, " ; ")}})
		}
		for _, c := range cs {
			records = append(records, rec{"region": d.region, "department": d.name, "commune": c})
		}
	}
	s := sheet{fields: []field{region(""), deptField(""), commune("")}, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}

// placesFlattened: a table that conversion printed in one line, or one line a row with
// single blanks.
func placesFlattened(g *gen) {
	ds := g.departmentsOf(g.between(4, 6))
	var records []rec
	words := []string{"Région", "Département", "Commune"}
	rows := []string{"Région Département Commune"}
	for _, d := range ds {
		for _, c := range someInOrder(g, d.communes, g.between(2, 3)) {
			records = append(records, rec{"region": d.region, "department": d.name, "commune": c})
			words = append(words, d.region, d.name, c)
			rows = append(rows, d.region+" "+d.name+" "+c)
		}
	}
	g.open("fr", "Bus de l'orientation : la tournée", fmt.Sprintf("{issuer} fera étape dans %d communes.", len(records)))
	g.truth.Announced = []score.Figure{{Text: g.lead[0], Value: whole(len(records)), What: "count", Right: true}}
	g.style.width = 0
	if g.i%2 == 0 {
		g.body = append(g.body, para("Liste des étapes : "+strings.Join(words, " ")))
	} else {
		g.body = append(g.body, lines(rows))
	}
	s := sheet{fields: []field{region("Région"), deptField("Département"), commune("Commune")}, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}

// placesCells: one cell of the table a line, or a paragraph.
func placesCells(g *gen) {
	ds := g.departmentsOf(g.between(4, 6))
	var records []rec
	cells := []string{"Département", "Commune", "Montant"}
	for _, d := range ds {
		for _, c := range someInOrder(g, d.communes, 2) {
			a := g.amount()
			records = append(records, rec{"department": d.name, "commune": c, "amount": a})
			cells = append(cells, d.name, c, grouped(a, " ", ",", 0)+" €")
		}
	}
	g.open("fr", "Fonds de soutien : les communes aidées", "{issuer} soutient la rénovation de salles communales.")
	g.style.width = 0
	if g.i == 1 {
		g.body = append(g.body, verse(cells))
	} else {
		g.body = append(g.body, lines(cells))
	}
	s := sheet{fields: []field{deptField("Département"), commune("Commune"), figure("amount", "Montant", "money", g.euros())}, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}

// placesSentence: communes enumerated in a sentence.
func placesSentence(g *gen) {
	ds := g.departmentsOf(4)
	var records []rec
	g.open("fr", "Lumières d'hiver : les communes participantes", "{issuer} lance la nouvelle édition de Lumières d'hiver.")
	var parts []string
	fields := []field{commune("")}
	switch g.i % 3 {
	case 0: // A, B et C
		d := ds[0]
		cs := someInOrder(g, d.communes, 5)
		for _, c := range cs {
			records = append(records, rec{"commune": c})
		}
		g.body = append(g.body, para(fmt.Sprintf("Les %d communes retenues sont : %s.", len(cs), enumerated(g, cs))))
	case 1: // A (Dept), B (Dept)
		fields = append(fields, deptField(""))
		for _, d := range ds {
			for _, c := range someInOrder(g, d.communes, 2) {
				records = append(records, rec{"commune": c, "department": d.name})
				parts = append(parts, c+" ("+d.name+")")
			}
		}
		g.body = append(g.body, para(fmt.Sprintf("Les %d communes lauréates sont %s.", len(parts), enumerated(g, parts))))
	default: // A et B dans l'Aveyron, C (Lot)
		fields = append(fields, deptField(""))
		for _, d := range ds {
			cs := someInOrder(g, d.communes, g.between(2, 3))
			for _, c := range cs {
				records = append(records, rec{"commune": c, "department": d.name})
			}
			parts = append(parts, enumerated(g, cs)+" ("+d.name+")")
		}
		g.body = append(g.body, para("Les communes suivantes participent : "+strings.Join(parts, " ; ")+"."))
	}
	s := sheet{fields: fields, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}

// enumerated joins names as a sentence does.
func enumerated(g *gen, names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + g.say(" et ", " and ") + names[last]
}
