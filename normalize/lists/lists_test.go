// The layouts of lists, one case each.

package lists

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

// read reads a text in a format and returns its lists and notes.
func read(t testing.TB, format, text string, announced ...int) *Result {
	t.Helper()
	doc, err := extract.Read("a."+format, []byte(text), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Read(doc, testFacts{announced: announced})
}

// rows prints the lists of r, a line a record, with the columns asked for.
func rows(r *Result, columns ...string) string {
	var b strings.Builder
	for i := range r.Lists {
		l := &r.Lists[i]
		if i > 0 {
			b.WriteString("--\n")
		}
		for _, row := range l.Rows {
			for k, want := range columns {
				if k > 0 {
					b.WriteByte('|')
				}
				for j, name := range l.Columns {
					if name == want {
						b.WriteString(strings.TrimSpace(row.Cells[j].Text()))
					}
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestLayouts(t *testing.T) {
	tests := []struct {
		name, format, text, columns, want string
		announced                         []int
	}{
		{"code and name", "txt", "34 - Hérault\n\nAgde, Lodève.\n\n12-Aveyron\n\nMillau.\n", "department name", "34 - Hérault|Agde\n34 - Hérault|Lodève\n12-Aveyron|Millau\n", nil},
		{"name and colon", "txt", "Aude : Palaja, Sigean\nVendée : Luçon\n", "department name", "Aude|Palaja\nAude|Sigean\nVendée|Luçon\n", nil},
		{"code in parentheses and colon", "txt", "Gard (30) : Alès, Uzès.\nArdèche (07) : Privas.\n", "department name", "Gard (30)|Alès\nGard (30)|Uzès\nArdèche (07)|Privas\n", nil},
		{"group around", "txt", "Aisne (Laon, Soissons) ; Marne (Reims).\n", "department name", "Aisne|Laon\nAisne|Soissons\nMarne|Reims\n", nil},
		{"parenthesis not closed", "txt", "Aisne (Laon, Soissons ; Marne (Reims).\n", "department name", "Aisne|Laon\nAisne|Soissons\nMarne|Reims\n", nil},
		{"group after", "txt", "Les villes :\n\nAnnecy, Villeurbanne (Auvergne-Rhône-Alpes), Brest (Bretagne)\n", "region name", "Auvergne-Rhône-Alpes|Annecy\nAuvergne-Rhône-Alpes|Villeurbanne\nBretagne|Brest\n", nil},
		{"details and glue", "txt", "AIN : Oyonnax (quartier : la Plaine)DROME : Valence (le Plan) et Die\n", "department name detail", "AIN|Oyonnax|quartier : la Plaine\nDROME|Valence|le Plan\nDROME|Die|\n", nil},
		{"slashes", "txt", "BRETAGNE : Brest / Vitré\nNORMANDIE : Caen / Flers\n", "region name", "BRETAGNE|Brest\nBRETAGNE|Vitré\nNORMANDIE|Caen\nNORMANDIE|Flers\n", nil},
		{"names and their communes", "txt", "Les lauréats :\n\n1. Marie Dupont (Lyon)\n2. Jean Martin (Bordeaux)\n3. Paul Durand (Épinal)\n", "commune name", "Lyon|Marie Dupont\nBordeaux|Jean Martin\nÉpinal|Paul Durand\n", nil},
		{"bullets and their communes", "md", "Les entreprises :\n\n- Bois et Cie (Lille)\n- Verre du Sud (Nîmes)\n- Métal Ouest (Nantes)\n", "commune name", "Lille|Bois et Cie\nNîmes|Verre du Sud\nNantes|Métal Ouest\n", nil},
		{"communes behind a comma", "md", "Les lauréats :\n\n- Bois et Cie, Lille *\n- Verre du Sud, Nîmes\n- Métal Ouest, Nantes\n", "commune name", "Lille|Bois et Cie *\nNîmes|Verre du Sud\nNantes|Métal Ouest\n", nil},
		{"communes and departments behind a dash", "md", "Les lauréats :\n\n- Bois et Cie – Lille (59)\n- Verre du Sud – Nîmes (30)\n- Métal Ouest – Nantes (44)\n", "department name", "59|Bois et Cie\n30|Verre du Sud\n44|Métal Ouest\n", nil},
		{"commune and department in parentheses", "md", "Les lauréats :\n\n- Bois et Cie (Lille - 59)\n- Verre du Sud (Nîmes - 30)\n- Métal Ouest (Nantes - 44)\n", "department commune name", "59|Lille|Bois et Cie\n30|Nîmes|Verre du Sud\n44|Nantes|Métal Ouest\n", nil},
		{"codes of departments", "txt", "Les lauréats :\n\n- Mulhouse (68)\n- Verdun (55)\n- Thionville (57)\n", "department name", "68|Mulhouse\n55|Verdun\n57|Thionville\n", nil},
		{"codes of communes", "txt", "Annexe :\n\n- Sigean (11379) ;\n- Leucate (11202) ;\n- Palaja (11272).\n", "commune_code name", "11379|Sigean\n11202|Leucate\n11272|Palaja\n", nil},
		{"counts", "txt", "Par département :\n\nCalvados (37), Manche (37), Orne (61).\n", "name count", "Calvados|37\nManche|37\nOrne|61\n", nil},
		{"periods", "txt", "Nom\nDépartement\nMaison du lac\nHaute-Savoie\nMaison des dunes\nNord\nMaison du vin\nCôte-d'Or\n", "department name", "Haute-Savoie|Maison du lac\nNord|Maison des dunes\nCôte-d'Or|Maison du vin\n", nil},
		{"one member", "txt", "Gers (2 lieux) : Sel et Mer, Le Pin\nLandes (2 lieux) : La Dune, Le Moulin\n", "department name", "Gers|Sel et Mer\nGers|Le Pin\nLandes|La Dune\nLandes|Le Moulin\n", nil},
		{"two members", "txt", "Gers (3 lieux) : Sel et Mer, Le Pin\nLandes (2 lieux) : La Dune, Le Moulin\n", "department name", "Gers|Sel\nGers|Mer\nGers|Le Pin\nLandes|La Dune\nLandes|Le Moulin\n", nil},
		{"commune with et", "txt", "Nièvre : Dun-sur-Grandry, Montigny-sur-Canne et Isenay\nAude : Caux-et-Sauzens\n", "name", "Dun-sur-Grandry\nMontigny-sur-Canne\nIsenay\nCaux-et-Sauzens\n", nil},
		{"articles", "txt", "Département du Gers\n\nCommunes de L'Isle-Jourdain, d'Auch et du Houga.\n", "name", "L'Isle-Jourdain\nAuch\nLe Houga\n", nil},
		{"commune called like a department", "txt", "Ain\nBelley\nIsère\nGrenoble\nVienne\nVoiron\n", "department name", "Ain|Belley\nIsère|Grenoble\nIsère|Vienne\nIsère|Voiron\n", nil},
		{"parted by blanks", "txt", "Ain Ambérieu-en-Bugey Belley\nIsère Vif\n", "department name", "Ain|Ambérieu-en-Bugey\nAin|Belley\nIsère|Vif\n", nil},
		{"categories", "txt", "Les lauréats :\nCatégorie commune rurale : Saint-Cirq-Lapopie (Lot)\nCatégorie ville moyenne : Albi (Tarn)\nCatégorie métropole : Nantes (Loire-Atlantique)\n", "section department name", "Catégorie commune rurale|Lot|Saint-Cirq-Lapopie\nCatégorie ville moyenne|Tarn|Albi\nCatégorie métropole|Loire-Atlantique|Nantes\n", nil},
		{"dashes", "txt", "HERAULT (34)\nAGDE - BEZIERS - SETE\nAVEYRON (12)\nMILLAU - RODEZ\n", "department name", "HERAULT (34)|AGDE\nHERAULT (34)|BEZIERS\nHERAULT (34)|SETE\nAVEYRON (12)|MILLAU\nAVEYRON (12)|RODEZ\n", nil},
		{"mark stays with the name", "txt", "Bretagne :\n\n- Brest *\n- Vitré (nouveau)\n", "region name", "Bretagne|Brest *\nBretagne|Vitré (nouveau)\n", nil},
		{"joined by the announced count", "txt", "Dans l'Aude, les communes suivantes sont reconnues :\n- Fitou\n- Paziols\n- Tuchan\nLa date de fin de la période est fixée au 30 juin pour ces communes :\n- Aude : Gruissan\n- Vendée : Luçon\n", "department name", "Aude|Fitou\nAude|Paziols\nAude|Tuchan\nAude|Gruissan\nVendée|Luçon\n", []int{5}},
		{"rejected in the lead", "txt", "Les communes suivantes sont reconnues :\n\n- Aude : Sigean, Palaja\n- Gers : Auch\n\nLes communes suivantes n'ont pas été retenues :\n\n- Aude : Leucate\n- Gers : Condom\n", "name", "Sigean\nPalaja\nAuch\n--\nLeucate\nCondom\n", nil},
		{"rejected told before", "txt", "Communes reconnues. La demande de trois autres est rejetée. Voici la liste :\n\n- Aude : Sigean, Palaja\n- Gers : Auch\n\nLa fin de la période est fixée au 30 juin pour ces communes :\n\n- Aude : Leucate\n- Gers : Condom\n", "name", "Sigean\nPalaja\nAuch\nLeucate\nCondom\n", nil},
		{"rejected apart", "txt", "Communes reconnues\n\n- Aude : Sigean, Palaja\n- Gers : Auch\n\nCommunes non reconnues\n\n- Aude : Leucate\n- Gers : Condom\n", "name", "Sigean\nPalaja\nAuch\n--\nLeucate\nCondom\n", nil},
		{"given twice", "txt", "Les villes :\n\nAnnecy (Haute-Savoie), Brest (Finistère), Auch (Gers).\n\nAnnexe\n\n- Annecy (74)\n- Brest (29)\n- Auch (32)\n", "name", "Annecy\nBrest\nAuch\n", nil},
		{"sentence", "txt", "Au terme des débats, Yvoire (Haute-Savoie) et Gerberoy (Oise) ont remporté les votes.\n", "department name", "Haute-Savoie|Yvoire\nOise|Gerberoy\n", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := read(t, test.format, test.text, test.announced...)
			if got := rows(r, strings.Fields(test.columns)...); got != test.want {
				t.Errorf("got\n%swant\n%snotes %v", got, test.want, r.Notes)
			}
		})
	}
}

// TestFormats reads one list as text, Markdown and HTML.
func TestFormats(t *testing.T) {
	want := "Bretagne|Brest\nBretagne|Vitré\nNormandie|Caen\nNormandie|Flers\n"
	for format, text := range map[string]string{
		"txt":  "Les lauréats\n\nBretagne\n\n- Brest\n- Vitré\n\nNormandie\n\n- Caen\n- Flers\n",
		"md":   "# Les lauréats\n\n**Bretagne**\n\n* Brest\n* Vitré\n\n**Normandie**\n\n* Caen\n* Flers\n",
		"html": "<h1>Les lauréats</h1><h2>Bretagne</h2><ul><li>Brest</li><li>Vitré</li></ul><p><b>Normandie</b></p><p>Caen, Flers</p>",
	} {
		if got := rows(read(t, format, text), "region", "name"); got != want {
			t.Errorf("%s: got\n%swant\n%s", format, got, want)
		}
	}
}

// TestProse holds that prose and its bullets are no lists.
func TestProse(t *testing.T) {
	for _, text := range []string{
		"Le réseau compte au moins 11 partenaires : la Direction générale des finances publiques, la Caisse nationale, l'Assurance retraite, La Poste.\n",
		"La ministre était à Roanne (Loire) et Vichy (Allier) mardi.\n",
		"Trois priorités :\n\n- Renforcer la présence ;\n- Simplifier les démarches ;\n- Accompagner les habitants de Bretagne.\n",
		"En Bretagne :\n\n- une enveloppe de 12 millions d'euros est mobilisée ;\n- les travaux commenceront en 2022.\n",
		"Les partenaires :\n\n- Banque des territoires\n- Bpifrance\n- Association des maires de France\n- Agence nationale de la cohésion des territoires\n",
		"Les étapes :\n\n- Paris, le 12 mars\n- Lyon, le 14 mars\n- Lille, le 16 mars\n",
		"Étaient présents : Mme Anne Martin, ministre ; M. Paul Durand, préfet ; M. Jean Petit, maire de Vienne.\n",
		"Paris\n\nLe 12 mars 2021\n\nLe ministre a signé le contrat avec la région Bretagne.\n",
		"Bretagne : 02 99 00 00 00\nNormandie : 02 31 00 00 00\n",
		"L'arrêté concerne des communes de trois départements (Charente, Gironde, Tarn).\n",
		"Gironde : Bordeaux\n",
		"Haute-Savoie\n\nMontrésor\n\nIndre-et-Loire\n\nEguisheim\n\nHaut-Rhin\n\nDole\n", // heads and members out of step
		"Pour la Bretagne\n\nLe préfet a rappelé l'importance du dialogue.\n\n- Un numéro vert\n- Un site internet\n",
		"Les priorités :\n\n- Renforcer la présence des services (Lyon) ;\n- Simplifier les démarches (Lille) ;\n- Accompagner les habitants (Nantes).\n",
		"Les rendez-vous :\n\n- le 12 mars, Lyon\n- le 14 mars, Lille\n- le 16 mars, Nantes\n",
		"Trois axes :\n\n- Accompagner les habitants, Lyon\n- Simplifier les démarches, partout\n- Renforcer les services, Lille\n",
		"Les communes de Brest (Finistère) et Vitré (Ille-et-Vilaine) n'ont pas été retenues.\n",
		"Le budget est de 12 millions d'euros : 4 pour l'eau, 5 pour l'air, 3 pour la terre.\n",
	} {
		if r := read(t, "txt", text, 2, 3); len(r.Lists) > 0 {
			t.Errorf("%q: read as a list:\n%s", text, rows(r, "region", "department", "name"))
		}
	}
}

func TestNotes(t *testing.T) {
	tests := []struct{ text, code string }{
		{"Auch\nGers\nMillau\nAveyron\nAlbi\nTarn\nPau\nLandes\nFoix\nCahors\nLot\nRodez\nAveyron\n", "list-uncertain"},
		{"Aisne (Laon, Soissons ; Marne (Reims).\n", "list-parenthesis"},
		{"Les villes :\n\n- Caen (37)\n- Flers (12)\n- Alençon (21)\n", "list-figures"},
		{"Ai5ne : L@on, S0iss0ns, Ch@te@u-Th1erry\nM4rne : R{ims, Ép|rnay, D~rm@ns\n", "poor-text"},
		{"Gers (2 lieux) : Sel et Mer, Le Pin\nLandes (2 lieux) : La Dune, Le Moulin\n", "list-reading"},
		{"Le jury a siégé à Auch (Gers), Albi (Tarn) et Foix (Ariège) en juin.\n", "list-in-prose"},
	}
	for _, test := range tests {
		r := read(t, "txt", test.text)
		found := false
		for _, n := range r.Notes {
			found = found || n.Code == test.code && n.Why != ""
		}
		if !found {
			t.Errorf("%q: no %s among %v", test.text, test.code, r.Notes)
		}
	}
}

// TestNotPoor holds that signs inside words are no sign of a bad copy where they are meant.
func TestNotPoor(t *testing.T) {
	for _, text := range []string{
		"Les fichiers /srv/data/q4_v2.csv, /srv/x_1/README.txt, \\\\serveur\\presse_2, data.example.org/5f3a_x sont lus par --in=a_1, get_rows(), {nom} et x->y.\n",
		"c o m m u n i q u é   d e   p r e s s e\n\nLe jury a retenu trois projets.\n",
	} {
		if r := read(t, "txt", text); len(r.Notes) > 0 {
			t.Errorf("%q: %v", text, r.Notes)
		}
	}
}

// TestCounts holds the figures printed beside heads and in total lines.
func TestCounts(t *testing.T) {
	r := read(t, "md", "## Bretagne (3)\n\n- Brest\n- Vitré\n\n## Normandie : 2 lauréats\n\n- Caen\n- Flers\n")
	if len(r.Lists) != 1 || len(r.Lists[0].Counts) != 2 {
		t.Fatalf("%+v", r.Lists)
	}
	for i, want := range []Count{{Group: "Bretagne", Value: 3, Rows: 2}, {Group: "Normandie", Value: 2, Rows: 2}} {
		if c := r.Lists[0].Counts[i]; c.Group != want.Group || c.Value != want.Value || c.Rows != want.Rows {
			t.Errorf("got %+v, want %+v", c, want)
		}
	}
}

// testFacts are the facts that a test gives.
type testFacts struct {
	noFacts
	announced []int
	legend    func(string) bool
	group     func(string) (string, bool)
}

func (f testFacts) Announced() []int { return f.announced }

func (f testFacts) ExplainsMark(line string) bool { return f.legend != nil && f.legend(line) }

func (f testFacts) NamesGroups() bool { return f.group != nil }

func (f testFacts) GroupColumn(heading string) (string, bool) { return f.group(heading) }
