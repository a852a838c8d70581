// Lists whose entries have fields: a place, an amount, an address, a phone number.

package corpus

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

var listRecipes = []recipe{
	{"list-place", 4, threeOf, listPlace},
	{"list-amount", 3, threeOf, listAmount},
	{"list-address", 4, threeOf, listAddress},
	{"list-states", 4, threeOf, listStates},
	{"list-countries", 3, twoOf, listCountries},
}

// unheaded is a column of a list, which has no heading; names are its right output names.
func unheaded(key, typ string, names ...string) field {
	return field{Column: score.Column{Key: key, Type: typ, Names: names}, align: 'l', show: asIs}
}

// list puts entries and their records into the release.
func (g *gen) list(b block, records []rec, fields ...field) {
	g.body = append(g.body, b)
	s := sheet{fields: fields, records: records}
	g.truth.Tables = append(g.truth.Tables, s.truth())
}

// details are columns of free text after the name.
var details = []string{"detail", "detail_2", "description"}

// listPlace: "Name (Lille) : detail", "Name à Lille", "Name, Lille", "Name - Lille (59)".
func listPlace(g *gen) {
	g.open("fr", "Dix ans d'initiatives : les projets accompagnés", "{issuer} présente les projets accompagnés cette année.")
	var items []string
	var records []rec
	ts := some(g, towns, g.between(5, 9))
	for i, name := range some(g, projectsFR, len(ts)) {
		t := ts[i]
		detail := pick(g, []string{"ouverture prévue au printemps", "travaux en cours", "équipe de trois salariés", "accueil de cent familles", "horaires élargis le samedi"})
		r := rec{"name": name, "commune": t.name}
		switch g.i {
		case 0:
			items = append(items, fmt.Sprintf("%s (%s) : %s", name, t.name, detail))
			r["detail"] = detail
		case 1:
			items = append(items, fmt.Sprintf("%s à %s", name, t.name))
		case 2:
			items = append(items, fmt.Sprintf("%s, %s", name, t.name))
		default:
			items = append(items, fmt.Sprintf("%s – %s (%s)", name, t.name, t.department))
			r["department"] = t.department
		}
		records = append(records, r)
	}
	fields := []field{unheaded("name", "text", "name"), unheaded("commune", "text", "commune")}
	switch g.i {
	case 0:
		fields = append(fields, unheaded("detail", "text", details...))
	case 3:
		fields = append(fields, unheaded("department", "text", "department"))
	}
	g.announce(fmt.Sprintf("Voici les %d projets accompagnés.", len(items)), "count", whole(len(items)), true)
	g.list(bullets{items: items, ordered: g.i == 2}, records, fields...)
}

// listAmount: "Name : 12 000 €", with the total in the prose.
func listAmount(g *gen) {
	lang := []string{"fr", "en", "fr"}[g.i]
	names := projectsFR
	if lang == "en" {
		g.open("en", "Small grants, real change", "{issuer} has awarded its small grants for the year.")
		names = projectsEN
	} else {
		g.open("fr", "Coup de pouce aux projets locaux", "{issuer} a attribué ses aides de l'année.")
	}
	var items []string
	var records []rec
	money := g.euros()
	if lang == "fr" {
		money = with("", func(v any) string { return grouped(v.(float64), " ", ",", 0) }, " €")
	}
	for _, name := range some(g, names, g.between(6, 10)) {
		a := g.amount()
		records = append(records, rec{"name": name, "amount": a})
		items = append(items, name+[]string{" : ", ": ", " – "}[g.i]+money(a))
	}
	sum := sumOf(records, "amount")
	g.announce(g.say("Les aides s'élèvent au total à ", "The grants come to a total of ")+money(sum)+".", "sum", sum, true)
	g.list(bullets{items: items}, records, unheaded("name", "text", "name"), unheaded("amount", "money", "amount"))
}

// listAddress: "Name : 12 rue Pasteur, 59000 Lille, 03 20 ..." on one line or on several.
func listAddress(g *gen) {
	g.open("fr", "Où retirer les paniers", "{issuer} ouvre de nouveaux lieux de retrait.")
	var items, block []string
	var records []rec
	ts := some(g, towns, g.between(5, 8))
	for i, name := range some(g, restosFR, len(ts)) {
		t := ts[i]
		address := fmt.Sprintf("%d %s", g.between(1, 88), pick(g, streetsFR))
		phone := g.phone()
		records = append(records, rec{"name": name, "address": address, "postal": t.postal, "commune": t.name, "phone": phone})
		switch g.i {
		case 0:
			items = append(items, fmt.Sprintf("%s : %s, %s %s, %s", name, address, t.postal, t.name, phone))
		case 1:
			items = append(items, fmt.Sprintf("%s – %s – %s %s – Tél. %s", name, address, t.postal, t.name, phone))
		case 2:
			block = append(block, strings.Join([]string{bold(name), address, t.postal + " " + t.name, "Tél. : " + phone}, "\n"))
		default:
			items = append(items, fmt.Sprintf("%s (%s, %s %s)", name, address, t.postal, t.name))
		}
	}
	fields := []field{
		unheaded("name", "text", "name"), unheaded("address", "text", "address"),
		unheaded("postal", "code", "postal_code"), unheaded("commune", "text", "commune"),
	}
	if g.i != 3 {
		fields = append(fields, unheaded("phone", "phone", "phone"))
	}
	g.announce(fmt.Sprintf("Les paniers sont à retirer dans l'un des %d points de retrait :", len(ts)), "count", whole(len(ts)), true)
	if g.i == 2 {
		for _, b := range block {
			g.body = append(g.body, lines(strings.Split(b, "\n")))
		}
		s := sheet{fields: fields, records: records}
		g.truth.Tables = []score.Table{s.truth()}
		return
	}
	g.list(bullets{items: items}, records, fields...)
}

// listStates: states over the cities in them.
func listStates(g *gen) {
	g.open("en", "New service points across the country", "{issuer} is opening service points in cities across the United States.")
	var records []rec
	var body []block
	names := someInOrder(g, stateNames, g.between(4, 6))
	for _, st := range names {
		cities := someInOrder(g, states[st], g.between(2, 4))
		for _, c := range cities {
			records = append(records, rec{"state": st, "city": c})
		}
		switch g.i {
		case 0:
			body = append(body, heading{3, st}, bullets{items: cities})
		case 1:
			body = append(body, para(bold(st)+": "+strings.Join(cities, ", ")))
		case 2:
			body = append(body, lines(append([]string{bold(strings.ToUpper(st))}, cities...)))
		default:
			var items []string
			for _, c := range cities {
				items = append(items, c+", "+st)
			}
			body = append(body, bullets{items: items})
		}
	}
	if g.i == 3 { // one list
		var all []string
		for _, b := range body {
			all = append(all, b.(bullets).items...)
		}
		body = []block{bullets{items: all}}
	}
	g.announce(fmt.Sprintf("The %d locations below span %d states.", len(records), len(names)), "count", whole(len(records)), true)
	g.body = append(g.body, body...)
	s := sheet{fields: []field{unheaded("state", "text", "state"), unheaded("city", "text", "name", "city")}, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}

// listCountries: countries in a sentence, with counts, or as heads.
func listCountries(g *gen) {
	cs := some(g, countries, 8)
	var records []rec
	var items []string
	switch g.i {
	case 0:
		g.open("en", "Programme widens its reach", "{issuer} has welcomed new members to its exchange programme.")
		for _, c := range cs {
			records = append(records, rec{"country": c[0]})
			items = append(items, c[0])
		}
		g.list(para(fmt.Sprintf("The %d countries taking part are: %s.", len(items), enumerated(g, items))), records, unheaded("country", "text", "country", "name"))
	case 1:
		g.open("fr", "Les bénévoles viennent du monde entier", "{issuer} accueille des bénévoles de nombreux pays.")
		for _, c := range cs {
			n := g.between(3, 90)
			records = append(records, rec{"country": c[1], "number": whole(n)})
			items = append(items, fmt.Sprintf("%s : %d bénévoles", c[1], n))
		}
		g.list(bullets{items: items}, records, unheaded("country", "text", "country", "name"), unheaded("number", "number", "number", "benevoles"))
	default:
		g.open("en", "Partner laboratories named", "{issuer} has named its partner laboratories.")
		for i, name := range some(g, companiesEN, len(cs)) {
			records = append(records, rec{"name": name, "country": cs[i][0]})
			items = append(items, fmt.Sprintf("%s (%s)", name, cs[i][0]))
		}
		g.list(bullets{items: items}, records, unheaded("name", "text", "name"), unheaded("country", "text", "country"))
	}
}
