// Counts that lead into lists, held against their entries, and what must stay
// silent.

package normalize

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
)

func TestLeadingCounts(t *testing.T) {
	const (
		cantal = "Aurillac, Mauriac, Saint-Flour, Murat, Ytrac, Maurs, Massiac, Vic-sur-Cère, Jussac et Ydes"
		gers   = "Auch, Condom, Fleurance, Lectoure, Eauze, Vic-Fezensac et Samatan"
	)
	bullets := func(names string) string {
		return "\n\n- " + strings.ReplaceAll(strings.ReplaceAll(names, " et ", ", "), ", ", "\n- ") + "\n\n"
	}
	coded := func(n int) string {
		return "\n\n" + strings.Join(strings.Split("- Maison d'Auch (32)\n|- Maison de Condom (32)\n|- Maison d'Albi (81)\n|- Maison de Gaillac (81)\n|- Maison de Castres (81)\n|- Maison de Cahors (46)\n|- Maison de Figeac (46)\n|- Maison de Rodez (12)\n|- Maison de Millau (12)\n", "|")[:n], "") + "\n"
	}
	for _, tt := range []struct{ name, text, want string }{
		{"one line, right", "10 communes dans le Cantal : " + cantal + ".\n", "total 10 ok"},
		{"one line, wrong", "11 communes dans le Cantal : " + cantal + ".\n", "total 11 mismatch"},
		{"far off, but communes", "26 communes dans le Cantal : " + cantal + ".\n", "total 26 mismatch"},
		{"bullets", "Onze communes du Cantal sont reconnues :" + bullets(cantal), "total 11 mismatch"},
		{"heads with members", "Les 18 communes reconnues sont les suivantes :\n\n- Cantal : " + cantal + "\n- Gers : " + gers + "\n", "total 18 mismatch"},
		{"a line each", "Le préfet annonce :\n\n11 communes dans le Cantal : " + cantal + ".\n7 communes dans le Gers : " + gers + ".\n", "group_total 7 ok; group_total 11 mismatch"},
		{"apart", "Dix communes reconnues\n\nHuit communes au titre de la sécheresse :\n\nGers : " + gers + ".\n\nDeux communes au titre des inondations :\n\nGers : Mirande, Masseube.\n", "total 10 mismatch; group_total 8 mismatch; group_total 2 ok"},
		{"joined", "Neuf communes reconnues\n\nSept communes au titre de la sécheresse :\n\nGers : " + gers + ".\n\nDeux communes au titre des inondations :\n\nGers : Mirande, Masseube.\n", "total 9 ok; group_total 7 ok; group_total 2 ok"},
		{"things", "Des maisons ouvrent.\n\nLes 10 lauréats :" + coded(9), "total 10 mismatch"},
		{"in English", "The following is published.\n\n11 towns in Cantal: " + strings.ReplaceAll(cantal, " et ", " and ") + ".\n", "total 11 mismatch"},

		{"silent: what is counted is no entry", "Deux appels à projets :" + coded(3), ""},
		{"silent: departments", "Deux départements sont concernés : Cantal (Aurillac, Mauriac), Lot (Cahors).\n", ""},
		{"silent: few things and more entries", "Trois territoires :" + coded(5), ""},
		{"silent: quarters", "Onze quartiers du Cantal :" + bullets(cantal), ""},
		{"silent: some of them", "11 communes sont reconnues, dont :" + bullets(cantal), ""},
		{"silent: examples", "11 communes sont reconnues, notamment :" + bullets(cantal), ""},
		{"silent: out of more", "11 communes sur 40 sont reconnues :" + bullets(cantal), ""},
		{"silent: a bound", "Plus de 11 communes sont reconnues :" + bullets(cantal), ""},
		{"silent: nearly", "Près de 11 communes du Cantal : " + cantal + ".\n", ""},
		{"silent: one left", "11 communes ont été retenues, l'une s'est désistée :" + bullets(cantal), ""},
		{"silent: not the sentence that leads", "Onze communes ont déposé un dossier. Voici les lauréates :" + bullets(cantal), ""},
		{"silent: two lists make it", "Les 17 communes :" + bullets(cantal) + "La seconde période court jusqu'au 30 juin.\n" + bullets(gers), ""},
		{"silent: years", "En 2020, communes reconnues :" + bullets(cantal), ""},
		{"communes far beyond", "36 communes sont concernées :" + bullets(cantal), "total 36 mismatch"},
		{"silent: houses in communes", "11 communes accueillent une maison :" + coded(9), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := extract.Read("a.txt", []byte(tt.text), document.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range normalized(doc, Options{}).Claims {
				if (c.Kind == claims.Total || c.Kind == claims.GroupTotal) && (c.Status == claims.OK || c.Status == claims.Mismatch) {
					got = append(got, fmt.Sprintf("%s %v %s", c.Kind, c.Value, c.Status))
				}
			}
			if strings.HasPrefix(tt.name, "silent") {
				for _, g := range got {
					if strings.HasSuffix(g, "mismatch") {
						t.Errorf("false alarm %q", g)
					}
				}
			} else if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}
