// Layouts that were once missed: tables of four columns printed one cell a line,
// places behind their members. Beside each what must stay prose.

package lists

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

const fourColumns = "Bretagne\nFinistère\nBrest\nRelais du port\nBretagne\nMorbihan\nVannes\nMaison du golfe\nGrand Est\nMeuse\nVerdun\nMaison de la paix\n"

const fourRows = "Bretagne|Finistère|Brest|Relais du port\nBretagne|Morbihan|Vannes|Maison du golfe\nGrand Est|Meuse|Verdun|Maison de la paix\n"

func TestCellsOneALine(t *testing.T) {
	const place = "region department commune name"
	tests := []struct{ name, format, text, columns, want string }{
		{"four columns", "txt", "Les lauréats\n\nRégion\nDépartement\nCommune\nNom de la structure\n" + fourColumns, place, fourRows},
		{"in English", "txt", "The winners\n\nRegion\nDepartment\nTown\nName of the project\n" + fourColumns, place, fourRows},
		{"a paragraph each", "md", "# Les lauréats\n\nRégion\n\nDépartement\n\nCommune\n\nNom\n\n" + strings.ReplaceAll(fourColumns, "\n", "\n\n"), place, fourRows},
		{"no headings", "txt", "Les lauréats sont les suivants :\n\n" + fourColumns, place, fourRows},
		{"a row short", "txt", "Région\nDépartement\nCommune\nNom\n" + fourColumns + "Normandie\nCaen\nLe Phare\n", place, fourRows},
		{"the name before the commune", "txt", "Département\nNom\nVille\nFinistère\nRelais du port\nBrest\nMorbihan\nMaison du golfe\nVannes\nMeuse\nMaison de la paix\nVerdun\n", "department commune name", "Finistère|Brest|Relais du port\nMorbihan|Vannes|Maison du golfe\nMeuse|Verdun|Maison de la paix\n"},
		{"postal codes", "txt", "Les lauréats\n\nDépartement\nCode postal\nCommune\nNom\nFinistère\n29200\nBrest\nRelais du port\nMorbihan\n56000\nVannes\nMaison du golfe\nMeuse\n55100\nVerdun\nMaison de la paix\n", "department postal_code commune name", "Finistère|29200|Brest|Relais du port\nMorbihan|56000|Vannes|Maison du golfe\nMeuse|55100|Verdun|Maison de la paix\n"},
		{"codes of communes", "txt", "Département\nCode INSEE\nCommune\nNom\nFinistère\n29019\nBrest\nRelais du port\nMorbihan\n56260\nVannes\nMaison du golfe\nMeuse\n55545\nVerdun\nMaison de la paix\n", "department commune_code commune name", "Finistère|29019|Brest|Relais du port\nMorbihan|56260|Vannes|Maison du golfe\nMeuse|55545|Verdun|Maison de la paix\n"},
		{"dates", "txt", "Département\nCommune\nNom\nDate d'ouverture\nFinistère\nBrest\nRelais du port\n01/02/2021\nMorbihan\nVannes\nMaison du golfe\n03/02/2021\nMeuse\nVerdun\nMaison de la paix\n04/05/2021\n", "department commune name date_d_ouverture", "Finistère|Brest|Relais du port|01/02/2021\nMorbihan|Vannes|Maison du golfe|03/02/2021\nMeuse|Verdun|Maison de la paix|04/05/2021\n"},
		{"numbered", "txt", "N°\nRégion\nCommune\nNom\n1\nBretagne\nBrest\nRelais du port\n2\nBretagne\nVannes\nMaison du golfe\n3\nGrand Est\nVerdun\nMaison de la paix\n", "n region commune name", "1|Bretagne|Brest|Relais du port\n2|Bretagne|Vannes|Maison du golfe\n3|Grand Est|Verdun|Maison de la paix\n"},
		{"amounts", "txt", "Région\nDépartement\nNom du lauréat\nMontant\nBretagne\nFinistère\nRelais du port\n12 000 €\nBretagne\nMorbihan\nMaison du golfe\n8 500 €\nGrand Est\nMeuse\nMaison de la paix\n15 000 €\n\nLe programme est doté de 12 millions d'euros.\n", "region department name montant", "Bretagne|Finistère|Relais du port|12 000 €\nBretagne|Morbihan|Maison du golfe|8 500 €\nGrand Est|Meuse|Maison de la paix|15 000 €\n"},
		{"a holder behind the name", "txt", "Département\nCommune\nNom\nPorteur\nFinistère\nBrest\nRelais du port\nVille de Brest\nMorbihan\nVannes\nMaison du golfe\nLes pêcheurs\nMeuse\nVerdun\nMaison de la paix\nLe conseil\n", "department commune name porteur", "Finistère|Brest|Relais du port|Ville de Brest\nMorbihan|Vannes|Maison du golfe|Les pêcheurs\nMeuse|Verdun|Maison de la paix|Le conseil\n"},
		{"on one line", "txt", "Les lauréats\n\nRégion Département Commune Nom " + strings.ReplaceAll(fourColumns, "\n", " ") + "\n", place, fourRows},
		{"on one line, names that begin with their town", "txt", "Les lauréats\n\nRégion Département Nom Bretagne Finistère Brest Accueil Bretagne Morbihan Vannes Accueil Grand Est Meuse Verdun Accueil\n", "department commune name", "Finistère||Brest Accueil\nMorbihan||Vannes Accueil\nMeuse||Verdun Accueil\n"},
		{"heads over two members each", "txt", "Finistère\nBrest\nQuimper\nMorbihan\nVannes\nLorient\nMeuse\nVerdun\nCommercy\n", "department name", "Finistère|Brest\nFinistère|Quimper\nMorbihan|Vannes\nMorbihan|Lorient\nMeuse|Verdun\nMeuse|Commercy\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := read(t, test.format, test.text)
			if got := rows(r, strings.Fields(test.columns)...); got != test.want {
				t.Errorf("got\n%swant\n%snotes %v", got, test.want, r.Notes)
			}
		})
	}
}

func TestPlacesBehind(t *testing.T) {
	const meuse = "Meuse|Bar-le-Duc\nMeuse|Commercy\nMeuse|Verdun\nVosges|Épinal\nVosges|Gérardmer\n"
	tests := []struct{ name, text, column, want string }{
		{"semicolons", "Les communes retenues\n\nBar-le-Duc, Commercy et Verdun dans la Meuse ; Épinal et Gérardmer dans les Vosges.\n", "department", meuse},
		{"a lead", "Les communes retenues sont : Bar-le-Duc, Commercy et Verdun dans la Meuse ; Épinal et Gérardmer dans les Vosges.\n", "department", meuse},
		{"commas", "Les communes :\n\nBar-le-Duc, Commercy et Verdun dans la Meuse, Épinal et Gérardmer dans les Vosges.\n", "department", meuse},
		{"et", "Les communes :\n\nBar-le-Duc, Commercy et Verdun dans la Meuse et Épinal et Gérardmer dans les Vosges.\n", "department", meuse},
		{"bullets", "Les communes :\n\n- Bar-le-Duc, Commercy et Verdun dans la Meuse ;\n- Épinal et Gérardmer dans les Vosges.\n", "department", meuse},
		{"regions", "Les villes :\n\nBrest et Vitré en Bretagne ; Caen en Normandie.\n", "region", "Bretagne|Brest\nBretagne|Vitré\nNormandie|Caen\n"},
		{"in English", "Winners: Bar-le-Duc, Commercy and Verdun in Meuse; Épinal and Gérardmer in Vosges.\n", "department", meuse},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := read(t, "txt", test.text)
			if got := rows(r, test.column, "name"); got != test.want {
				t.Errorf("got\n%swant\n%snotes %v", got, test.want, r.Notes)
			}
		})
	}
}

// TestLeftProse holds that what looks like those layouts and is none stays prose.
func TestLeftProse(t *testing.T) {
	for _, text := range []string{
		"Contacts presse\n\nPréfecture du Cantal\n2 cours Monthyon\n15000 Aurillac\n04 71 46 23 00\nPréfecture du Lot\n120 rue des Carmes\n46000 Cahors\n05 65 23 10 00\nPréfecture du Tarn\n1 place de la Préfecture\n81000 Albi\n05 63 45 61 61\n",
		"Agenda\n\nDate\nVille\n12/03/2021\nVisite d'une usine\n13/03/2021\nEntretien\n14/03/2021\nConseil\n",
		"Chiffres\n\nNombre\nMontant\n12\n8 500 €\n14\n9 000 €\n15\n7 000 €\n",
		"Des réunions se tiendront à Bar-le-Duc dans la Meuse ; à Épinal dans les Vosges.\n",
		"Le taux baisse dans la Meuse ; il monte dans les Vosges.\n",
		"Trois fermes dans la Meuse ; deux dans les Vosges.\n",
		"Le ministre visitera Brest, Vannes, Lorient, Quimper et Rennes en Bretagne, Caen et Rouen en Normandie.\n",
		"Bar-le-Duc et Verdun dans la Meuse\n\nLe préfet a rappelé l'importance du dialogue.\n",
		"Bar-le-Duc dans la Meuse profonde ; Épinal dans les Vosges du nord.\n",
		"Brest en Bretagne accueille Caen en Normandie.\n",
		"Les travaux commencent à Verdun dans la Meuse, puis à Épinal dans les Vosges.\n",
		"12 communes dans le Cantal : un bilan positif.\n",
	} {
		if r := read(t, "txt", text, 2, 3); len(r.Lists) > 0 {
			t.Errorf("%q: read as a list:\n%s", text, rows(r, "region", "department", "name"))
		}
	}
}

// TestOwnGroups holds that headings which only the caller knows are groups, and
// that no other heading becomes one.
func TestOwnGroups(t *testing.T) {
	group := func(heading string) (string, bool) {
		switch heading {
		case "Pays de Retz", "Pays de Redon":
			return "pays", true
		case "Bretagne nord":
			return "region", true
		}
		return "", false
	}
	for _, test := range []struct{ name, text, columns, want string }{
		{"bullets", "Pays de Retz\n\n- Maison du lac\n- Le Canal\n\nPays de Redon :\n\n- Etxea\n", "pays name", "Pays de Retz|Maison du lac\nPays de Retz|Le Canal\nPays de Redon|Etxea\n"},
		{"counts", "Pays de Retz (2)\nMaison du lac\nLe Canal\n\nPays de Redon : 1 lieu\nEtxea\n", "pays name", "Pays de Retz|Maison du lac\nPays de Retz|Le Canal\nPays de Redon|Etxea\n"},
		{"a column of its own", "Bretagne nord\n\n- Brest\n- Lannion\n", "region name", "Bretagne nord|Brest\nBretagne nord|Lannion\n"},
		{"another heading", "Pays de Caux\n\n- Maison du lac\n- Le Canal\n", "pays name", ""},
		{"prose", "Pays de Retz\n\n- Les travaux sont finis ;\n- La route est ouverte.\n", "pays name", ""},
		{"no members", "Pays de Retz\n\nLe préfet a rappelé l'importance du dialogue.\n", "pays name", ""},
	} {
		doc, err := extract.Read("a.txt", []byte(test.text), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := Read(doc, testFacts{group: group})
		if got := rows(r, strings.Fields(test.columns)...); got != test.want {
			t.Errorf("%s: got\n%swant\n%snotes %v", test.name, got, test.want, r.Notes)
		}
	}
}

// TestDecisions holds the rules that decide between two readings, each where
// the other would show.
func TestDecisions(t *testing.T) {
	tests := []struct{ name, text, columns, want string }{
		{"a dash inside names", "Ain : Maison - Le Lac\nIsère : Grenoble, Vif\n", "department name", "Ain|Maison - Le Lac\nIsère|Grenoble\nIsère|Vif\n"},
		{"districts belong to the name", "Rhône : Lyon (8e), Lyon (3e), Bron (Parilly)\nIsère : Vif\n", "name detail", "Lyon (8e)|\nLyon (3e)|\nBron (Parilly)|\nVif|\n"},
		{"counts beside heads, one of which looks like a code", "Ain (1) : Belley\nIsère (3) : Vif, Grenoble, Vienne\nSavoie (2) : Aime, Ugine\n", "department name", "Ain (1)|Belley\nIsère|Vif\nIsère|Grenoble\nIsère|Vienne\nSavoie|Aime\nSavoie|Ugine\n"},
		{"words in the line lead into it", "Les communes retenues sont : Auch, Condom et Mirande.\n", "name", "Auch\nCondom\nMirande\n"},
		{"half of the entries lie elsewhere", "Gers\n- Auch\n- Brest\n", "department name", "Gers|Auch\nGers|Brest\n"},
		{"most of the entries lie elsewhere", "Gers\n- Auch\n- Brest\n- Vannes\n", "department name", ""},
	}
	for _, test := range tests {
		r := read(t, "txt", test.text)
		if got := rows(r, strings.Fields(test.columns)...); got != test.want {
			t.Errorf("%s: got\n%swant\n%snotes %v", test.name, got, test.want, r.Notes)
		}
	}
}

// TestDoubtfulAnd holds that an "et" which nothing decides is a doubt.
func TestDoubtfulAnd(t *testing.T) {
	r := read(t, "txt", "Gers : Sel et Mer, Le Pin\nLandes : La Dune, Le Moulin\n")
	for _, n := range r.Notes {
		if n.Code == "list-reading" && n.Severity == Doubt {
			return
		}
	}
	t.Errorf("no doubt: %v", r.Notes)
}

// TestHeadWithoutMembers holds that a head inside a list with nothing below it is reported.
func TestHeadWithoutMembers(t *testing.T) {
	r := read(t, "txt", "Ain :\n- Belley\n- Gex\n\nIsère :\n\nSavoie :\n- Aime\n- Ugine\n")
	for _, n := range r.Notes {
		if n.Code == "list-unread" && strings.Contains(n.Why, "Isère") {
			return
		}
	}
	t.Errorf("nothing says that \"Isère\" has no entry:\n%s%v", rows(r, "department", "name"), r.Notes)
}
