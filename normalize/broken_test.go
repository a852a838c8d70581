// Rows that layout broke: over lines, into columns beside their own.

package normalize

import "testing"

func TestBrokenRows(t *testing.T) {
	runTableTests(t, []tableTest{
		{
			"region and department over two lines", "Région|Département|Commune|Montant\nBretagne|Finistère|Brest|120 000\nProvence-Alpes-Côte|Bouches-du-|Marseille|230 000\nd'Azur|Rhône||\nNouvelle-|Pyrénées-|Pau|10 000\nAquitaine|Atlantiques||\nNormandie|Eure|Évreux|98 000",
			"region department name amount",
			"Bretagne|Finistère|Brest|120000\nProvence-Alpes-Côte d'Azur|Bouches-du-Rhône|Marseille|230000\nNouvelle-Aquitaine|Pyrénées-Atlantiques|Pau|10000\nNormandie|Eure|Évreux|98000", "joined", "no-name unknown-place",
		},
		{
			"every cell over two lines, the name going on with a capital", "Région|Département|Structure|Montant\nBretagne|Finistère|Espace Brest|120 000\nNouvelle-|Pyrénées-|Centre social|10 000\nAquitaine|Atlantiques|Jean Jaurès|\nNormandie|Eure|Espace Évreux|98 000",
			"region department name amount",
			"Bretagne|Finistère|Espace Brest|120000\nNouvelle-Aquitaine|Pyrénées-Atlantiques|Centre social Jean Jaurès|10000\nNormandie|Eure|Espace Évreux|98000", "joined", "unknown-place",
		},
		{
			"a region over three lines", head + "Bretagne|Finistère|A\nProvence-|Bouches-du-|Maison de la\nAlpes-Côte|Rhône|Canebière\nd'Azur||\nGrand Est|Aube|C",
			"region department name",
			"Bretagne|Finistère|A\nProvence-Alpes-Côte d'Azur|Bouches-du-Rhône|Maison de la Canebière\nGrand Est|Aube|C", "joined", "unknown-place no-name",
		},
		{
			"a row that gave its first half joins no other", "Bretagne|Bourgogne-\nPays de la|Franche-Comté\nFinistère|Finistère", "name", "Bretagne\nPays de la\nFinistère", "joined", "internal",
		},
		{
			"a region over the lines of two rows", head + "Provence-Alpes-Côte|Var|A\nd'Azur|Vaucluse|B\nGrand Est|Aube|C",
			"region department name",
			"Provence-Alpes-Côte d'Azur|Var|A\nProvence-Alpes-Côte d'Azur|Vaucluse|B\nGrand Est|Aube|C", "joined", "unknown-place",
		},
		{
			"a name that slid right over a blank", "Département|Nom|Adresse|Téléphone\nAin|Maison de Bourg|2 rue de la Gare|04 74 00 00 01\nAisne||Maison de Laon|3 rue du Bourg\nAllier|Maison de Vichy|4 rue Haute|04 70 00 00 02",
			"department name adresse phone", "Ain|Maison de Bourg|2 rue de la Gare|+33474000001\nAisne|Maison de Laon|3 rue du Bourg|\nAllier|Maison de Vichy|4 rue Haute|+33470000002", "shifted", "type no-name",
		},
		{
			"slid right into a column without a heading", "Département|Nom|Ouverture\nAin|Maison de Bourg|12/03/2021\n|Aisne|Maison de Laon|13/03/2021\nAllier|Maison de Vichy|14/03/2021",
			"department name ouverture date", "Ain|Maison de Bourg|2021-03-12|?\nAisne|Maison de Laon|2021-03-13|?\nAllier|Maison de Vichy|2021-03-14|?", "shifted", "surplus-cell",
		},
		{
			"slid right past columns of free text", "Enseigne|Ville|Adresse\nLa Ruche|Brest|2 rue de la Gare\nLe Rucher|Laon|3 rue du Bourg\n|L'Abeille|Vichy|4 rue Haute",
			"name ville adresse", "La Ruche|?|2 rue de la Gare\nLe Rucher|?|3 rue du Bourg\nL'Abeille|?|4 rue Haute", "shifted", "no-name",
		},
		{
			"no date yet is no name", "Département|Nom|Ouverture\nAin|Maison de Bourg|12/03/2021\nAisne||à préciser\nAllier|Maison de Vichy|14/03/2021\nCher|Maison de Bourges|15/03/2021",
			"department name ouverture", "Ain|Maison de Bourg|2021-03-12\nAisne||à préciser\nAllier|Maison de Vichy|2021-03-14\nCher|Maison de Bourges|2021-03-15", "no-name", "shifted",
		},
		{
			"what closes the release is no row", "Département|Agence|Date d'ouverture\nAin|Bourg-en-Bresse|12/03/2021\nAisne|Laon|13/03/2021\nFait à Paris, le 12 mars 2024||\nContact presse|Marie Durand|01 23 45 67 89",
			"department name date", "Ain|Bourg-en-Bresse|2021-03-12\nAisne|Laon|2021-03-13", "note", "unknown-place type no-name",
		},
		{
			"a contact in a table of contacts is a row", "Service|Nom\nAccueil|Anne Petit\nAchats|Luc Morel\nContact presse|Marie Durand", "service name", "Accueil|Anne Petit\nAchats|Luc Morel\nContact presse|Marie Durand", "", "note",
		},
	})
}

// A name in small letters is no rest of the one above where its row prints another
// cell that begins.
func TestSmallNamesAreRows(t *testing.T) {
	res := normalized(docOf(grid("Commune|Bureau|Votants\nLens|École Zola|734\nAlbi|école du Castelviel|\nArras|Mairie|655")), Options{})
	want(t, show(res.Tables[0], "commune name votants"), "Lens|École Zola|734\nAlbi|école du Castelviel|\nArras|Mairie|655")
}
