// Headings in two rows, of which the second parts the first.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/internal/places"
)

func TestPartsHeadings(t *testing.T) {
	const data = "\nPolice nationale|120,5|130,2|12|13\nGendarmerie|110,5|133,2|10|15"
	tests := []struct{ name, in, titles string }{
		{"blanks for spans", "Programme|Crédits||Emplois|\n|2022|2023|2022|2023" + data, "Programme|Crédits 2022|Crédits 2023|Emplois 2022|Emplois 2023"},
		{"headings again for spans", "Programme|Crédits|Crédits|Emplois|Emplois\nProgramme|2022|2023|2022|2023" + data, "Programme|Crédits 2022|Crédits 2023|Emplois 2022|Emplois 2023"},
		{"one span", "Programme|Crédits||2021|2022\n|AE|HT||" + data, "Programme|Crédits AE|Crédits HT|2021|2022"},
		{"the first heading below", "|Crédits 2022||Emplois|\nProgramme|AE|CP|Femmes|Hommes" + data, "Programme|Crédits 2022 AE|CP|Emplois Femmes|Emplois Hommes"},
		{"two parts of one name", "Programme|Crédits||Emplois|\n|2022|2022|2022|2023" + data, "Programme|Crédits||Emplois|"},
		{"years that are values", "Programme|Début|Fin|Lot|Tranche\nÉcole|2022|2023|1|2\nStade|2021|2024|3|4\nPort|2020|2024|3|5", "Programme|Début|Fin|Lot|Tranche"},
		{"a first row of words and blanks", "Ville|Maire|Adjoint|Note|Rang\n|Dupont|Durand||\nBrest|Martin|Petit|12|3\nLaon|Morel|Roux|13|4", "Ville|Maire|Adjoint|Note|Rang"},
	}
	for _, tt := range tests {
		rows := grid(tt.in).Rows
		n := headerRows(places.New(nil), rows, 5)
		if got := strings.Join(headerTitles(rows[:n], 5), "|"); got != tt.titles {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.titles)
		}
	}
	// No heading is marked; cells span rows and columns.
	tab := bare("Programme|Crédits|\x00\n\x00|2022|2023\nPolice nationale|120,5|130,2\nGendarmerie|110,5|133,2")
	tab.Rows[0].Cells[1].More = &document.More{Span: document.Span{Cols: 2}}
	n := headerRows(places.New(nil), tab.Rows, 3)
	if got := strings.Join(headerTitles(tab.Rows[:n], 3), "|"); got != "Programme|Crédits 2022|Crédits 2023" {
		t.Errorf("unmarked: %s", got)
	}
}
