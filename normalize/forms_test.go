// Forms of values: what columns are where a few of them are printed otherwise.

package normalize

import (
	"testing"

	"github.com/pressoir/pressoir/internal/forms"
)

func TestForms(t *testing.T) {
	runTableTests(t, []tableTest{
		{
			"a figure in parentheses", "Ville|Solde|Budget\nBrest|1 300|12\nRennes|(1 200)|13\nVannes|450|(1)", "commune solde amount",
			"Brest|1300|12\nRennes|-1200|13\nVannes|450|(1)", "number type", "",
		},
		{
			"ranks", "Rang|Ville|Points\n1er|Brest|120\n2e|Rennes|110\n3ème|Vannes|98\n4|Dinan|97\n5e ex aequo|Redon|96", "number name points",
			"1|Brest|120\n2|Rennes|110\n3|Vannes|98\n4|Dinan|97\n5|Redon|96", "number", "",
		},
		{
			"numbers that are none", "N°|Structure\nLot A|Brest\n12 bis|Rennes\nLot C|Vannes", "number name", "Lot A|Brest\n12 bis|Rennes\nLot C|Vannes", "", "type",
		},
		{
			"figures that could be codes of departments", "Département|Nom|N\nAin|Maison A|12\nAin|Maison B|12\nAube|Maison C|29", "department department_code name number",
			"Ain|01|Maison A|12\nAin|01|Maison B|12\nAube|10|Maison C|29", "", "",
		},
		{
			"codes beside their departments", "N°|Département|Nom\n01|Ain|Maison A\n10|Aube|Maison B\n29|Finistère|Maison C", "department department_code name",
			"Ain|01|Maison A\nAube|10|Maison B\nFinistère|29|Maison C", "", "",
		},
		{
			"a sign for a heading", "Candidat|Voix|%\nJean Martin|1 200|48,0\nLise Bernard|1 300|52,0", "name voix percent",
			"Jean Martin|1200|48.0\nLise Bernard|1300|52.0", "number", "",
		},
		{
			"control characters", "Ville|Note\nBr\x1b[31mest\a|1\nRennes\u202e|2", "commune note", "Brest|1\nRennes|2", "blank", "",
		},
		{
			"words that say new below no heading", "Département|Agence|\nAin|Bourg|NOUVEAU\nAisne|Laon|\nAllier|Vichy|Nouveau\nCher|Bourges|new", "department name new",
			"Ain|Bourg|true\nAisne|Laon|false\nAllier|Vichy|true\nCher|Bourges|true", "marked unmarked", "",
		},
		{
			"words that say new or old below another heading", "Département|Agence|Statut\nAin|Bourg|Nouvelle\nAisne|Laon|existante\nAllier|Vichy|nouvelle", "department name new",
			"Ain|Bourg|true\nAisne|Laon|false\nAllier|Vichy|true", "marked unmarked", "",
		},
		{
			"other words below that heading", "Département|Agence|Statut\nAin|Bourg|Nouvelle\nAisne|Laon|en travaux\nAllier|Vichy|Nouvelle", "department name statut",
			"Ain|Bourg|Nouvelle\nAisne|Laon|en travaux\nAllier|Vichy|Nouvelle", "", "marked",
		},
	})
}

func TestParseOrdinal(t *testing.T) {
	for in, want := range map[string]string{"1er": "1", "1re": "1", "2e": "2", "2 e": "2", "4ème": "4", "3rd": "3", "n° 5": "5", "12": "", "e": "", "5e ex aequo": "5", "2 ex æquo": "2", "5e ex": "", "8e arrondissement": "", "3 eu": ""} {
		if got, ok := forms.ParseOrdinal(in); got != want && ok || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", in, got, ok, want)
		}
	}
}
