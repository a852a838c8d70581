// Tables that layout or conversion damaged: slid rows, wrapped cells, cut pages.

package corpus

import "strings"

var brokenRecipes = []recipe{
	{"slid", 2, only("md"), slid},
	{"wrapped", 3, only("txt"), wrappedCells},
	{"repeated", 2, only("md", "txt"), repeatedHead},
}

// slid: rows that lost their blank first cells, so that the rest slid to the left.
func slid(g *gen) {
	ds := g.departmentsOf(6)
	g.open("fr", "Salles rénovées : la liste", "{issuer} publie la liste des salles rénovées.")
	var records []rec
	var b strings.Builder
	b.WriteString("| Région | Département | Commune | Places |\n|---|---|---|---|\n")
	lastRegion := ""
	for _, d := range ds {
		for i, c := range someInOrder(g, d.communes, 3) {
			seats := whole(g.between(60, 900))
			records = append(records, rec{"region": d.region, "department": d.name, "commune": c, "seats": seats})
			var cells []string
			switch {
			case d.region != lastRegion:
				cells = []string{d.region, d.name}
			case i == 0:
				cells = []string{"", d.name}
			case i == 1:
				cells = []string{"", ""}
			case g.i == 0:
				cells = nil // both lost
			default:
				cells = []string{""}
			}
			lastRegion = d.region
			b.WriteString("| " + strings.Join(append(cells, c, asIs(seats)), " | ") + " |\n")
		}
	}
	b.WriteString("\n")
	s := sheet{fields: []field{region("Région"), deptField("Département"), commune("Commune"), figure("seats", "Places", "number", asIs)}, records: records}
	g.truth.Tables = append(g.truth.Tables, s.truth())
	g.body = append(g.body, raw{md: b.String()})
}

// wrappedCells: long cells broken over lines of a text.
func wrappedCells(g *gen) {
	s := stock(g, []string{"fr", "en", "fr"}[g.i])
	for i, r := range s.records {
		r["name"] = asIs(r["name"]) + g.say(" et ses filiales", " and subsidiaries")
		if i%2 == 0 {
			r["name"] = asIs(r["name"]) + g.say(" de production agricole", " for farm produce")
		}
	}
	s.look.widest = []int{24, 28, 20}[g.i]
	g.add(s)
}

// repeatedHead: the headings are printed again in the middle of the table.
func repeatedHead(g *gen) {
	s := stock(g, []string{"fr", "en"}[g.i])
	t := g.layout(s)
	again := append([]row{}, t.rows[:4]...)
	again = append(again, t.rows[0])
	t.rows = append(again, t.rows[4:]...)
	g.body = append(g.body, t)
	g.truth.Tables = append(g.truth.Tables, s.truth())
}
