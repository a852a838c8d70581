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
			"a region over the lines of two rows", head + "Provence-Alpes-Côte|Var|A\nd'Azur|Vaucluse|B\nGrand Est|Aube|C",
			"region department name",
			"Provence-Alpes-Côte d'Azur|Var|A\nProvence-Alpes-Côte d'Azur|Vaucluse|B\nGrand Est|Aube|C", "joined", "unknown-place",
		},
	})
}
