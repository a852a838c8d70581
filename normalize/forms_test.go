// Forms of values: what columns are where a few of them are printed otherwise.

package normalize

import "testing"

func TestForms(t *testing.T) {
	runTableTests(t, []tableTest{
		{
			"a figure in parentheses", "Ville|Solde|Budget\nBrest|1 300|12\nRennes|(1 200)|13\nVannes|450|(1)", "commune solde amount",
			"Brest|1300|12\nRennes|-1200|13\nVannes|450|(1)", "number type", "",
		},
		{
			"ranks", "Rang|Ville|Points\n1er|Brest|120\n2e|Rennes|110\n3ème|Vannes|98\n4|Dinan|97\n5e ex aequo|Redon|96", "number name points",
			"1|Brest|120\n2|Rennes|110\n3|Vannes|98\n4|Dinan|97\n5e ex aequo|Redon|96", "number type", "",
		},
		{
			"numbers that are none", "N°|Structure\nLot A|Brest\n12 bis|Rennes\nLot C|Vannes", "number name", "Lot A|Brest\n12 bis|Rennes\nLot C|Vannes", "", "type",
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
	for in, want := range map[string]string{"1er": "1", "1re": "1", "2e": "2", "2 e": "2", "4ème": "4", "3rd": "3", "n° 5": "5", "12": "", "e": "", "5e ex aequo": "", "8e arrondissement": "", "3 eu": ""} {
		if got, ok := parseOrdinal(in); got != want && ok || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", in, got, ok, want)
		}
	}
}
