// Lists of companies, people, works and prizes.

package corpus

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

var nameRecipes = []recipe{
	{"names-plain", 4, twoOf, namesPlain},
	{"names-roles", 4, threeOf, namesRoles},
	{"honours", 3, threeOf, honours},
	{"awards", 4, twoOf, awards},
}

// namesPlain: names alone, as bullets, lines, a sentence or with a comma inside.
func namesPlain(g *gen) {
	var names []string
	switch g.i {
	case 0:
		g.open("fr", "Label Savoir-faire : les entreprises retenues", "{issuer} a retenu les entreprises qui recevront le label.")
		names = some(g, companiesFR, 10)
	case 1:
		g.open("en", "Shortlist announced", "{issuer} has announced the shortlist for its annual book prize.")
		names = some(g, worksEN, 8)
	case 2:
		g.open("fr", "Le guide des bonnes tables", "{issuer} publie sa sélection de restaurants.")
		names = some(g, restosFR, 9)
	default:
		g.open("en", "Fellows elected", "{issuer} has elected new fellows.")
		names = g.people(9)
	}
	var records []rec
	for _, n := range names {
		records = append(records, rec{"name": n})
	}
	noun := []string{"entreprises", "titles", "restaurants", "fellows"}[g.i]
	var b block
	switch g.i {
	case 0, 3:
		b = bullets{items: names, ordered: g.i == 3}
	case 1:
		b = lines(names)
	default:
		b = para(fmt.Sprintf("Les %d restaurants de la sélection sont : %s.", len(names), enumerated(g, names)))
	}
	g.announce(fmt.Sprintf(g.say("La liste compte %d %s.", "The list has %d %s."), len(names), noun), "count", whole(len(names)), true)
	g.list(b, records, unheaded("name", "text", "name"))
}

// namesRoles: a name and what it does: "Name, role", "Name (role)", "Work, by Name".
func namesRoles(g *gen) {
	var items []string
	var records []rec
	rolesFR := []string{"architecte", "fleuriste", "pédiatre", "bibliothécaire", "géomètre", "céramiste", "vétérinaire", "guide de haute montagne"}
	rolesEN := []string{"head teacher", "bus driver", "surgeon", "stonemason", "librarian", "fire officer", "botanist", "choir leader"}
	if g.i == 1 || g.i == 3 {
		g.open("en", "Local heroes recognised", "{issuer} has recognised people who make a difference.")
	} else {
		g.open("fr", "Les lauréats de l'année", "{issuer} récompense des parcours remarquables.")
	}
	names := g.people(8)
	roles := some(g, rolesFR, 8)
	if g.english() {
		roles = some(g, rolesEN, 8)
	}
	works := some(g, worksFR, 8)
	for i, n := range names {
		r := rec{"name": n, "detail": roles[i]}
		switch g.i {
		case 0, 1:
			items = append(items, n+", "+roles[i])
		case 2:
			r = rec{"name": works[i], "detail": n}
			items = append(items, fmt.Sprintf("%s, de %s", works[i], n))
			if strings.ContainsRune("AEIOUYHÉ", []rune(n)[0]) {
				items[i] = fmt.Sprintf("%s, d'%s", works[i], n)
			}
		default:
			items = append(items, fmt.Sprintf("%s (%s)", n, roles[i]))
		}
		records = append(records, r)
	}
	g.list(bullets{items: items, ordered: g.i == 1}, records, unheaded("name", "text", "name"), unheaded("detail", "text", details...))
}

// honours: grades over names with titles and functions.
func honours(g *gen) {
	g.open("fr", "Promotion du mérite associatif", "{issuer} publie la promotion de l'année.")
	var records []rec
	names := g.people(14)
	at := 0
	roles := []string{"juriste", "bénévole", "ex-maire de la commune", "archiviste", "interprète"}
	for _, grade := range []string{"Médaille d'or", "Médaille d'argent", "Médaille de bronze"} {
		title := []string{grade, "Au grade de " + strings.ToLower(grade), grade + " :"}[g.i]
		g.body = append(g.body, heading{3, title})
		var items []string
		for range g.between(3, 4) {
			last, first := strings.Fields(names[at])[1], strings.Fields(names[at])[0]
			role := roles[at%len(roles)]
			name := civil(first) + " " + last + " (" + first + ")"
			if g.i == 2 {
				name = civil(first) + " " + first + " " + strings.ToUpper(last)
			}
			at++
			items = append(items, name+", "+role)
			records = append(records, rec{"section": strings.TrimSuffix(title, " :"), "name": name, "detail": role})
		}
		if g.i == 0 {
			g.body = append(g.body, bullets{items: items})
		} else {
			g.body = append(g.body, lines(items))
		}
	}
	g.announce(fmt.Sprintf("Cette promotion distingue %d personnes.", len(records)), "count", whole(len(records)), true)
	s := sheet{
		fields:  []field{unheaded("section", "text", "section", "grade"), unheaded("name", "text", "name"), unheaded("detail", "text", details...)},
		records: records,
	}
	g.truth.Tables = []score.Table{s.truth()}
}

// awards: a record over several lines: the prize, the name, the title; or in one.
func awards(g *gen) {
	lang := []string{"fr", "en", "fr", "en"}[g.i]
	if lang == "en" {
		g.open("en", "Winners of the craft prize", "{issuer} has announced the winners of its craft prize.")
	} else {
		g.open("fr", "Palmarès du concours des métiers", "{issuer} dévoile le palmarès du concours.")
	}
	prizes := [][]string{
		{"1er Prix", "2e Prix", "3e Prix", "Prix du public", "Prix de la jeunesse"},
		{"First prize", "Second prize", "Third prize", "Audience award", "Young maker award"},
	}[map[string]int{"fr": 0, "en": 1}[lang]]
	names := g.people(len(prizes))
	titles := some(g, map[string][]string{"fr": worksFR, "en": worksEN}[lang], len(prizes))
	var records []rec
	var items []string
	for i, p := range prizes {
		records = append(records, rec{"prize": p, "name": names[i], "title": titles[i]})
		switch g.i {
		case 0, 1:
			g.body = append(g.body, lines{bold(p), names[i], titles[i]})
		case 2:
			items = append(items, fmt.Sprintf("%s : %s, « %s »", p, names[i], titles[i]))
		default:
			g.body = append(g.body, heading{3, p}, para(names[i]+", "+titles[i]))
		}
	}
	if g.i == 2 {
		g.body = append(g.body, bullets{items: items})
	}
	s := sheet{fields: []field{
		unheaded("prize", "text"), unheaded("name", "text"), unheaded("title", "text"),
	}, records: records}
	g.truth.Tables = []score.Table{s.truth()}
}
