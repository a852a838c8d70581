// Totals: told from names by their words and by their figures.

package normalize

import (
	"testing"
)

func TestTotalRows(t *testing.T) {
	runTableTests(t, []tableTest{
		{
			"an election", "Candidat|Voix|% des exprimés\nMarie Durand|12 340|45,1\nTotal Énergies pour tous|9 006|32,9\nPaul Martin|6 000|21,9\nTotal exprimés|27 346|100\nTOTAL INSCRITS|27 346|", "name voix",
			"Marie Durand|12340\nTotal Énergies pour tous|9006\nPaul Martin|6000", "total", "",
		},
		{
			"names that begin like totals", "Bénéficiaire|Montant\nTotal Énergies|120 000 €\nEnsemble orchestral de Paris|15 000 €\nMoyenne Durance Habitat|13 000 €\nTotal immersion|12 000 €\nEnsemble|160 000 €\ndont État|100 000 €", "name amount",
			"Total Énergies|120000\nEnsemble orchestral de Paris|15000\nMoyenne Durance Habitat|13000\nTotal immersion|12000", "total", "",
		},
		{
			"means, and totals behind their place", "Région|Département|Places\nBretagne|Finistère|10\nBretagne|Morbihan|20\nBretagne|Total|30\nGrand Est|Aube|7\nGrand Est|Total|n.c.\nMoyenne par département||12,3", "department places",
			"Finistère|10\nMorbihan|20\nAube|7", "total", "",
		},
		{
			"a subtotal below rounded shares", "Poste|Part\nÉtudes|33,3 %\nTravaux|33,3 %\nDivers|33,3 %\nTOTAL DEPENSES|100,0 %", "name part",
			"Études|33.3\nTravaux|33.3\nDivers|33.3", "total", "",
		},
	})
}
