// Tables with headings: results, grants, indices, timetables, elections, staff, prices.

package corpus

import (
	"fmt"
	"slices"

	"github.com/pressoir/pressoir/internal/score"
)

var tableRecipes = []recipe{
	{"results", 4, threeOf, results},
	{"grants", 4, threeOf, grants},
	{"indices", 3, threeOf, indices},
	{"timetable", 3, twoOf, timetable},
	{"election", 3, threeOf, election},
	{"staff", 3, threeOf, staff},
	{"prices", 5, threeOf, prices},
	{"orders", 3, threeOf, orders},
	{"long-table", 2, only("txt", "pdf chromium", "pdf libreoffice", "pdf weasyprint"), longTable},
}

// lookInTurn varies borders and headings.
func (g *gen) lookInTurn() look {
	return look{border: []string{"all", "rows", "none", "zebra"}[g.i%4], th: g.i%2 == 0, heavy: true}
}

// results: figures of two years under one heading, in millions, negatives in parentheses.
func results(g *gen) {
	en := g.i%2 == 1
	labels := []string{"Chiffre d'affaires", "Achats consommés", "Charges de personnel", "Résultat opérationnel", "Coût de la dette", "Résultat net"}
	if en {
		g.open("en", "Full-year results", "{issuer} today reported its results for the year.")
		labels = []string{"Revenue", "Cost of sales", "Staff costs", "Operating profit", "Finance costs", "Net income"}
	} else {
		g.open("fr", "Résultats annuels", "{issuer} publie ses résultats de l'exercice.")
	}
	var records []rec
	for i, l := range labels {
		sign := 1.0
		if i == 1 || i == 2 || i == 4 {
			sign = -1
		}
		records = append(records, rec{"item": l, "now": sign * g.tenths(20, 3000), "before": sign * g.tenths(20, 3000), "change": g.tenths(-18, 24)})
	}
	figures := g.numbers(1)
	if g.i >= 1 {
		figures = inParens(figures)
	}
	share := signed(g.percent())
	title := []string{"En millions d'euros", "€ million", "(en M€)", "$ million"}[g.i]
	s := &sheet{fields: []field{
		text("item", title), figure("now", "2023", "number", figures), figure("before", "2022", "number", figures),
		figure("change", g.say("Variation", "Change"), "percent", share),
	}, records: records, look: g.lookInTurn()}
	if g.i >= 2 {
		span := g.say("Exercice", "Year")
		s.fields[1], s.fields[2] = s.fields[1].under(span), s.fields[2].under(span)
		s.fields[3] = s.fields[3].under(g.say("Publié", "As reported"))
	}
	if g.i == 1 {
		s.fields[1] = s.fields[1].in("€m")
		s.fields[2] = s.fields[2].in("€m")
		s.fields[3] = s.fields[3].in("%")
	}
	g.add(s)
}

// grants: groups over amounts, with subtotals and a total.
func grants(g *gen) {
	en := g.i == 3
	groups, names := []string{"Culture", "Environnement", "Sport"}, projectsFR
	if en {
		g.open("en", "Grant round closes", "{issuer} has closed its autumn grant round.")
		groups, names = []string{"Arts", "Nature", "Sport"}, projectsEN
	} else {
		g.open("fr", "Subventions votées", "{issuer} a voté ses subventions aux projets.")
	}
	var records []rec
	for i, name := range some(g, names, 12) {
		n := whole(g.between(2, 60))
		records = append(records, rec{"section": groups[i/4], "project": name, "jobs": n, "amount": g.amount()})
	}
	s := &sheet{
		fields: []field{
			unheaded("section", "text", "section"), text("project", g.say("Projet", "Project")),
			figure("jobs", g.say("Emplois", "Jobs"), "number", g.numbers(0)), figure("amount", g.say("Montant", "Amount"), "money", g.euros()),
		},
		records: records, look: g.lookInTurn(), group: "section", groupAs: []string{"full", "first", "full", "first"}[g.i],
		sums: []string{"jobs", "amount"}, totalAs: []string{"Total", "TOTAL GÉNÉRAL", "Ensemble", "Total"}[g.i],
	}
	if g.i%2 == 1 {
		s.subtotalAs = g.say("Sous-total", "Subtotal")
	}
	if g.i == 2 {
		s.wrongTotal = 40000
	}
	sum := sumOf(records, "amount")
	g.announce(fmt.Sprintf(g.say("L'enveloppe atteint %s pour %d projets.", "Awards come to %s for %d projects."), g.euros()(sum), len(records)), "sum", sum, true)
	g.add(s)
}

// indices: headings in two or three rows, signed shares, a missing value.
func indices(g *gen) {
	lang := []string{"fr", "en", "fr"}[g.i]
	rows := []string{"Alimentation", "Énergie", "Logement", "Transports", "Habillement", "Loisirs"}
	if lang == "en" {
		g.open("en", "Price index for the quarter", "{issuer} has released its quarterly price index.")
		rows = []string{"Food", "Energy", "Housing", "Transport", "Clothing", "Leisure"}
	} else {
		g.open("fr", "Indice des prix du trimestre", "{issuer} publie son indice trimestriel.")
	}
	var records []rec
	for i, name := range rows {
		r := rec{"group": name, "weight": whole(g.between(20, 240)), "q1": g.tenths(96, 130), "q2": g.tenths(96, 130), "month": g.tenths(-3, 3), "year": g.tenths(-8, 12)}
		if i == 2 {
			r["month"] = nil
		}
		records = append(records, r)
	}
	index, year := g.say("Indice", "Index"), g.say("Variation", "Change")
	share := orElse(g.percent(), []string{"n.d.", "n/a", "–"}[g.i])
	s := &sheet{fields: []field{
		text("group", g.say("Regroupement", "Item")), figure("weight", g.say("Pondération", "Weight"), "number", g.numbers(0)),
		figure("q1", g.say("T1", "Q1"), "number", g.numbers(1)).under(index), figure("q2", g.say("T2", "Q2"), "number", g.numbers(1)).under(index),
		figure("month", g.say("sur un mois", "on month"), "percent", share).under(year), figure("year", g.say("sur un an", "on year"), "percent", share).under(year),
	}, records: records, look: g.lookInTurn()}
	if g.i == 2 {
		for j, unit := range []string{"", "10 000", "base 100", "base 100", "%", "%"} {
			s.fields[j] = s.fields[j].in(unit)
		}
	}
	g.add(s)
}

// timetable: days, times and places.
func timetable(g *gen) {
	lang := []string{"fr", "en", "fr"}[g.i]
	if lang == "en" {
		g.open("en", "Roadshow dates confirmed", "{issuer} has confirmed the dates of its roadshow.")
	} else {
		g.open("fr", "Le calendrier des rencontres", "{issuer} organise une série de rencontres publiques.")
	}
	var days []string
	for range 7 {
		days = append(days, g.day(2024))
	}
	slices.Sort(days)
	var records []rec
	ts := some(g, towns, len(days))
	for i, d := range days {
		place := ts[i].name
		if g.english() {
			place = states[stateNames[i]][0]
		}
		hour := fmt.Sprintf(g.say("%d h %02d", "%02d:%02d"), g.between(9, 19), 15*g.IntN(4))
		records = append(records, rec{"date": d, "time": hour, "place": place, "hall": pick(g, []string{"A", "B", "C"}) + fmt.Sprint(g.between(1, 9))})
	}
	dates := []show{dayFirst, monthFirst, g.inWords()}[g.i]
	s := &sheet{fields: []field{
		{Column: score.Column{Key: "date", Title: "Date", Type: "date"}, align: 'l', show: dates},
		text("time", g.say("Heure", "Time")),
		text("place", g.say("Ville", "City")), text("hall", g.say("Salle", "Room")),
	}, records: records, look: g.lookInTurn()}
	g.add(s)
}

// election: ranks, votes and shares; the votes sum up to a total.
func election(g *gen) {
	lang := []string{"fr", "en", "fr"}[g.i]
	if lang == "en" {
		g.open("en", "Board election result", "{issuer} has declared the result of its board election.")
	} else {
		g.open("fr", "Élection des représentants", "{issuer} proclame les résultats de l'élection.")
	}
	names := g.people(7)
	votes, sum := []float64{}, 0.0
	for range names {
		v := whole(g.between(120, 9400))
		votes = append(votes, v)
		sum += v
	}
	slices.Sort(votes)
	slices.Reverse(votes)
	var records []rec
	for i, n := range names {
		records = append(records, rec{"rank": whole(i + 1), "name": n, "list": pick(g, []string{"Horizon", "Ensemble", "Avenir", "Autonome"}), "votes": votes[i], "share": float64(int(votes[i]/sum*1000+0.5)) / 10})
	}
	s := &sheet{fields: []field{
		figure("rank", g.say("Rang", "Rank"), "number", g.numbers(0)), text("name", g.say("Candidat", "Candidate"), "name"), text("list", g.say("Liste", "Slate")),
		figure("votes", g.say("Voix", "Votes"), "number", g.numbers(0)), figure("share", "%", "percent", g.numbers(1)),
	}, records: records, look: g.lookInTurn()}
	if g.i == 2 {
		s.fields[0] = text("rank", "N°").optional()
	}
	g.announce(fmt.Sprintf(g.say("Les électeurs ont exprimé %s voix.", "A total of %s votes were cast."), g.numbers(0)(sum)), "sum", sum, true)
	g.add(s)
}

// staff: groups whose rows are indented or follow a cell that spans them, blank cells.
func staff(g *gen) {
	lang := []string{"en", "fr", "fr"}[g.i]
	groups, grades := []string{"Ateliers", "Siège"}, []string{"Ouvriers", "Techniciens", "Agents de maîtrise", "Cadres"}
	if lang == "en" {
		g.open("en", "Workforce at a glance", "{issuer} has published its workforce figures.")
		groups, grades = []string{"Workshops", "Head office"}, []string{"Operators", "Technicians", "Supervisors", "Managers"}
	} else {
		g.open("fr", "Nos effectifs en un coup d'œil", "{issuer} publie l'état de ses effectifs.")
	}
	var records []rec
	for _, site := range groups {
		for i, grade := range grades {
			r := rec{"site": site, "grade": grade, "women": whole(g.between(1, 400)), "men": whole(g.between(1, 400)), "part": g.tenths(1, 60)}
			if i == 1 {
				r["part"] = nil
			}
			records = append(records, r)
		}
	}
	s := &sheet{fields: []field{
		text("site", g.say("Site", "Site"), "section"), text("grade", g.say("Catégorie", "Grade")),
		figure("women", g.say("Femmes", "Women"), "number", g.numbers(0)), figure("men", g.say("Hommes", "Men"), "number", g.numbers(0)),
		figure("part", g.say("Temps partiel (%)", "Part-time (%)"), "percent", g.numbers(1)),
	}, records: records, look: g.lookInTurn()}
	if g.i == 1 {
		s.group, s.groupAs = "site", "first"
		s.fields[0] = unheaded("site", "text", "section")
	} else {
		s.carried, s.span = []string{"site"}, true
	}
	if g.i != 2 {
		s.sums, s.totalAs = []string{"women", "men"}, "Total"
	}
	g.add(s)
}

// prices: amounts with units in the heading or in a column, and footnotes.
func prices(g *gen) {
	lang := []string{"fr", "en", "fr", "en", "fr"}[g.i]
	items := []string{"Entrée plein tarif", "Entrée réduite", "Visite guidée", "Audioguide", "Carte annuelle", "Atelier enfant"}
	if lang == "en" {
		g.open("en", "Ticket prices for next season", "{issuer} has set its prices for next season.")
		items = []string{"Adult ticket", "Concession", "Guided tour", "Audio guide", "Annual pass", "Children's workshop"}
	} else {
		g.open("fr", "Les tarifs de la saison prochaine", "{issuer} a fixé ses tarifs.")
	}
	var records []rec
	for _, it := range items {
		now := g.tenths(3, 60)
		records = append(records, rec{"item": it, "now": now, "next": now + float64(g.between(0, 8))/2, "currency": g.say("€", "$")})
	}
	cents := g.numbers(2)
	money := g.say("€", "£")
	s := &sheet{fields: []field{
		text("item", g.say("Prestation", "Item")), figure("now", "2023 ("+money+")", "money", cents), figure("next", "2024 ("+money+")", "money", cents),
	}, records: records, look: g.lookInTurn()}
	switch g.i {
	case 1: // the sign before each figure
		s.fields[1] = figure("now", "2023", "money", with("£", cents, ""))
		s.fields[2] = figure("next", "2024", "money", with("£", cents, ""))
	case 4: // the sign in a column of its own
		s.fields[1].Title, s.fields[2].Title = "2023", "2024"
		s.fields = slices.Insert(s.fields, 1, text("currency", "").optional())
	case 2, 3: // notes on figures and names
		s.fields[0].mark = func(r rec, w string) string {
			if r["item"] == items[4] {
				return w + raised("1")
			}
			return w
		}
		s.fields[2].mark = func(r rec, w string) string {
			if r["item"] == items[2] {
				return w + raised("2")
			}
			return w
		}
		s.notes = []string{raised("1") + g.say(" Valable douze mois.", " Valid for twelve months."), raised("2") + g.say(" Sur réservation.", " Booking required.")}
	}
	g.add(s)
}

// orders: clients, models, dates, quantities and values.
func orders(g *gen) {
	lang := []string{"fr", "en", "en"}[g.i]
	clients := companiesFR
	if lang == "en" {
		g.open("en", "Order book grows", "{issuer} has updated its order book.")
		clients = companiesEN
	} else {
		g.open("fr", "Le carnet de commandes s'étoffe", "{issuer} actualise son carnet de commandes.")
	}
	var records []rec
	for i, c := range some(g, clients, 9) {
		r := rec{"no": whole(i + 1), "client": c, "model": pick(g, []string{"V-40", "V-60 L", "Duo 2", "Trio"}), "due": g.day(2025), "quantity": whole(g.between(1, 180)), "value": whole(g.between(40, 9000) * 1000)}
		if i == 3 {
			r["quantity"] = nil
		}
		records = append(records, r)
	}
	dates := []show{dayFirst, monthFirst, g.inWords()}[g.i]
	s := &sheet{fields: []field{
		text("no", g.say("N°", "No.")).optional(), text("client", g.say("Client", "Customer")), text("model", g.say("Modèle", "Model")),
		{Column: score.Column{Key: "due", Title: g.say("Livraison", "Delivery"), Type: "date"}, align: 'l', show: dates},
		figure("quantity", g.say("Quantité", "Units"), "number", g.numbers(0)), figure("value", g.say("Valeur", "Value"), "money", g.euros()),
	}, records: records, look: g.lookInTurn()}
	g.announce(fmt.Sprintf(g.say("Le carnet compte %d commandes.", "The book holds %d orders."), len(records)), "count", whole(len(records)), true)
	g.add(s)
}

// longTable: a table over several pages, whose headings are printed again.
func longTable(g *gen) {
	lang := []string{"fr", "en"}[g.i]
	if lang == "en" {
		g.open("en", "Inspection results by site", "{issuer} has released the results of this year's inspections.")
	} else {
		g.open("fr", "Les contrôles de l'année, site par site", "{issuer} rend publics les résultats des contrôles.")
	}
	var records []rec
	for i := range 64 {
		t := towns[i%len(towns)].name
		name := fmt.Sprintf("%s %d", pick(g, []string{"Bassin", "Forage", "Réservoir"}), 100+i)
		if lang == "en" {
			t = states[stateNames[i%len(stateNames)]][i%4]
			name = fmt.Sprintf("%s %d", pick(g, []string{"Plant", "Depot", "Yard"}), 100+i)
		}
		records = append(records, rec{"site": name, "place": t, "checks": whole(g.between(1, 40)), "rate": g.tenths(60, 100)})
	}
	s := &sheet{fields: []field{
		text("site", g.say("Ouvrage", "Site")), text("place", g.say("Ville", "City")),
		figure("checks", g.say("Contrôles", "Checks"), "number", g.numbers(0)), figure("rate", g.say("Conformité", "Pass rate"), "percent", g.percent()),
	}, records: records, look: look{th: true, border: []string{"all", "zebra"}[g.i], cut: 24}}
	g.announce(fmt.Sprintf(g.say("Au total, %d ouvrages ont été contrôlés.", "In total, %d sites were inspected."), len(records)), "count", whole(len(records)), true)
	g.add(s)
}
