// Layouts of real releases that were once read wrong, one case each.

package lists

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

func TestMendedLayouts(t *testing.T) {
	tests := []struct{ name, format, text, columns, want string }{
		{
			"a count of its own below each head", "html",
			"<h2>Bretagne</h2><p>2 cités</p><ul><li>Brest</li><li>Rennes</li></ul><h2>Corse</h2><p>2 cités</p><ul><li>Ajaccio</li><li>Bastia</li></ul>",
			"region name", "Bretagne|Brest\nBretagne|Rennes\nCorse|Ajaccio\nCorse|Bastia\n",
		},
		{
			"a quarter called like a department", "txt",
			"Bouches-du-Rhône : Marseille (La Castellane), Marseille (Nord)\nGard : Nîmes (Pissevin)\n",
			"department name detail", "Bouches-du-Rhône|Marseille|La Castellane\nBouches-du-Rhône|Marseille|Nord\nGard|Nîmes|Pissevin\n",
		},
		{
			"bare codes as heads", "txt",
			"Lauréats :\n\n01 : Belley, Oyonnax\n15 : Aurillac\n43 : Brioude\n",
			"department name", "01|Belley\n01|Oyonnax\n15|Aurillac\n43|Brioude\n",
		},
		{
			"towns as holders", "txt",
			"Île-de-France (3)\nEst Ensemble\nVille de Montreuil\nVille de Pantin\n\nOccitanie (2)\nVille de Cahors\nVille d'Auch\n",
			"region commune name",
			"Île-de-France||Est Ensemble\nÎle-de-France|Montreuil|Ville de Montreuil\nÎle-de-France|Pantin|Ville de Pantin\nOccitanie|Cahors|Ville de Cahors\nOccitanie|Auch|Ville d'Auch\n",
		},
		{
			"ainsi que", "txt",
			"Ardennes : Rethel, Revin ainsi que Givet ;\nAube : Romilly-sur-Seine ;\n",
			"department name", "Ardennes|Rethel\nArdennes|Revin\nArdennes|Givet\nAube|Romilly-sur-Seine\n",
		},
		{
			"a single entry beside a list of its form", "txt",
			"Deux communes pour la première période :\n\nGers : Auch, Condom.\n\nUne commune pour la seconde :\n\nGers : Mirande.\n",
			"department name", "Gers|Auch\nGers|Condom\nGers|Mirande\n",
		},
		{
			"dans l'", "txt",
			"Dans l'Aude : Alzonne, Bram.\nDans le Tarn : Albi.\nEn Haute-Garonne : Muret.\n",
			"department name", "Aude|Alzonne\nAude|Bram\nTarn|Albi\nEn Haute-Garonne|Muret\n",
		},
		{
			"codes behind names of houses", "txt",
			"Sont labellisées :\n\n- Cité éducative de Sarcelles (95)\n- Cité éducative de Creil (60)\n- Cité éducative de Meaux (77)\n",
			"department name", "95|Cité éducative de Sarcelles\n60|Cité éducative de Creil\n77|Cité éducative de Meaux\n",
		},
		{
			"semicolons part small letters too", "txt",
			"Bretagne\nCathédrale Saint-Pierre de Rennes (35) ; cathédrale de Quimper (29)\n\nGrand Est\nCathédrale de Reims (51) ; cathédrale de Metz (57)\n",
			"department name", "35|Cathédrale Saint-Pierre de Rennes\n29|cathédrale de Quimper\n51|Cathédrale de Reims\n57|cathédrale de Metz\n",
		},
		{
			"bullets before heads", "html",
			"<p>● Occitanie</p><ul><li>Les Imbriqués</li><li>Le Singe</li></ul><p>● Bretagne</p><ul><li>Le Bel Air</li></ul>",
			"region name", "Occitanie|Les Imbriqués\nOccitanie|Le Singe\nBretagne|Le Bel Air\n",
		},
		{
			"communes in parentheses, and a word", "txt",
			"Auvergne-Rhône-Alpes :\n- La Myne (Villeurbanne)\n- Le Moulin (Alixan) (nouveau)\n\nGrand Est :\n- L'Atelier (Thann)\n",
			"region commune name", "Auvergne-Rhône-Alpes|Villeurbanne|La Myne\nAuvergne-Rhône-Alpes|Alixan|Le Moulin (nouveau)\nGrand Est|Thann|L'Atelier\n",
		},
		{
			"houses in departments", "html",
			"<h1>Les lauréats</h1><p>Alpes :<br>Vallée de la Blanche (Alpes-de-Haute-Provence)<br>Le Dévoluy (Hautes-Alpes)<br>Le Trièves (Isère)</p>",
			"department name", "Alpes-de-Haute-Provence|Vallée de la Blanche\nHautes-Alpes|Le Dévoluy\nIsère|Le Trièves\n",
		},
		{
			"schools", "txt",
			"Bretagne\nLycée Laennec, lycée Jean Guéhenno, lycée de la mer et du littoral\n\nNormandie\nLycée du bâtiment et des travaux publics, lycée Maurois\n",
			"region name", "Bretagne|Lycée Laennec\nBretagne|lycée Jean Guéhenno\nBretagne|lycée de la mer et du littoral\nNormandie|Lycée du bâtiment et des travaux publics\nNormandie|lycée Maurois\n",
		},
		{
			"communes with codes, several in a line", "md",
			"**Pays de la Loire**\nSaumur (49), Laval (53) et Cholet (49)\n\n**Corse**\nCorte (2B)\n",
			"region department name", "Pays de la Loire|49|Saumur\nPays de la Loire|53|Laval\nPays de la Loire|49|Cholet\nCorse|2B|Corte\n",
		},
		{
			"a bold line after an item", "md",
			"**Orne**\n- Forge de Varenne\n- Tour de Bonvouloir\n**Eure**\n- Colombier de Boos\n- Moulin de Heurgival\n",
			"department name", "Orne|Forge de Varenne\nOrne|Tour de Bonvouloir\nEure|Colombier de Boos\nEure|Moulin de Heurgival\n",
		},
		{
			"the first head looks like an entry", "txt",
			"Les lauréats\n\nMoins de 2 000 habitants\nLauris (Vaucluse)\nNajac (Aveyron)\n\nDe 2 000 à 10 000 habitants\nGuérande (Loire-Atlantique)\nPézenas (Hérault)\n",
			"section name", "Moins de 2 000 habitants|Lauris\nMoins de 2 000 habitants|Najac\nDe 2 000 à 10 000 habitants|Guérande\nDe 2 000 à 10 000 habitants|Pézenas\n",
		},
		{
			"counts below the members", "txt",
			"Finistère\n\nMorlaix\nQuimperlé\n\nSoit 2 communes concernées\n\nAveyron\n\nMillau\nEspalion\n\nSoit 2 communes concernées\n",
			"department name", "Finistère|Morlaix\nFinistère|Quimperlé\nAveyron|Millau\nAveyron|Espalion\n",
		},
		{
			"communes that share the place in brackets", "md",
			"Les villes retenues :\n\n- Tréguier (Côtes-d'Armor)\n- Rethel et Revin (Ardennes)\n- Flers (Orne)\n",
			"department name", "Côtes-d'Armor|Tréguier\nArdennes|Rethel\nArdennes|Revin\nOrne|Flers\n",
		},
		{
			"names with their town, which some lack", "md",
			"## Sites closed\n\n**Alabama**\n\nElba General Hospital\nRandolph Medical Center (Roanoke)\nChilton Medical Center (Clanton)\n\n**Arizona**\n\nHualapai Medical Center (Kingman)\nFlorence Community Healthcare\n",
			"state name detail", "Alabama|Elba General Hospital|\nAlabama|Randolph Medical Center|Roanoke\nAlabama|Chilton Medical Center|Clanton\nArizona|Hualapai Medical Center|Kingman\nArizona|Florence Community Healthcare|\n",
		},
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

// A line that explains a mark is no member, though a reader takes its sign for a bullet.
func TestLegendIsNoMember(t *testing.T) {
	doc, err := extract.Read("a.md", []byte("## Bretagne\n\n- Brest\n- Vitré \\*\n\n## Corse\n\n- Bastia\n- Corte\n* new entries\n"), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := Read(doc, testFacts{legend: func(s string) bool { return strings.HasSuffix(s, "new entries") }})
	if got, want := rows(r, "region", "name"), "Bretagne|Brest\nBretagne|Vitré *\nCorse|Bastia\nCorse|Corte\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Lists under titles of their own that together make what the release announces
// are one list, with a section each.
func TestUnionAnnounced(t *testing.T) {
	text := "Trois communes reconnues\n\nDeux communes pour la première période :\n\nGers : Auch, Condom.\n\nUne commune pour la seconde :\n\nGers : Mirande.\n"
	first, second := "Deux communes pour la première période", "Une commune pour la seconde"
	want := first + "|Auch\n" + first + "|Condom\n" + second + "|Mirande\n"
	if got := rows(read(t, "txt", text, 3, 2, 1), "section", "name"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := rows(read(t, "txt", text, 4, 2, 1), "name"), "Auch\nCondom\nMirande\n"; got != want {
		t.Errorf("of four announced: got\n%swant\n%s", got, want)
	}
}

// What an optical reader left of a list is no table, though the gaps look like columns.
func TestPoorTable(t *testing.T) {
	text := "34  H rau t\nA de, B dar eux, C ermont-l H rault, Lod ve  Pzenas\n12  Avevron\nDecazevi le, M llau, V llefranche de R uergue\n30  Gar\nA ès, N mes, U  ès, 8eaucaire\n"
	table := &document.Table{Method: "columns"}
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		var row document.Row
		for cell := range strings.SplitSeq(line, "  ") {
			row.Cells = append(row.Cells, document.Cell{Printed: cell})
		}
		table.Rows = append(table.Rows, row)
	}
	r := Read(&document.Document{Blocks: []document.Block{table}}, nil)
	if r.Poor == nil || !r.Poor[0] || len(r.Notes) != 1 || r.Notes[0].Code != "list-poor-text" {
		t.Errorf("poor %v, notes %v", r.Poor, r.Notes)
	}
	for _, clean := range []string{"Plan B pour 2021", "M. X et Mme Y, vitamine C", "8e 3ème 1er 20h30 10km 45000m2", "H\nF\nCatégorie A\nCatégorie B"} {
		if why := poorText(clean + " " + clean + " " + clean); why != "" {
			t.Errorf("%q: %s", clean, why)
		}
	}
}
