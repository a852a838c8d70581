// Headings in two rows, of which the second parts the first.

package bind

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
		rows := gridOf(tt.in).Rows
		n := headerRows(places.New(nil), rows, 5)
		if got := strings.Join(headerTitles(rows[:n], 5), "|"); got != tt.titles {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.titles)
		}
	}
	// No heading is marked; cells span rows and columns.
	tab := bareGrid("Programme|Crédits|\x00\n\x00|2022|2023\nPolice nationale|120,5|130,2\nGendarmerie|110,5|133,2")
	tab.Rows[0].Cells[1].More = &document.More{Span: document.Span{Cols: 2}}
	n := headerRows(places.New(nil), tab.Rows, 3)
	if got := strings.Join(headerTitles(tab.Rows[:n], 3), "|"); got != "Programme|Crédits 2022|Crédits 2023" {
		t.Errorf("unmarked: %s", got)
	}
}

// rowOf makes a row of cells; "\x00" is a place covered by the cell above.
func rowOf(cells ...string) (r document.Row) {
	for _, s := range cells {
		c := document.Cell{}
		switch s {
		case "\x00":
			c.More = &document.More{Covered: true}
		case "":
		default:
			c.Printed = s
		}
		r.Cells = append(r.Cells, c)
	}
	return r
}

// gridOf makes a table of lines whose cells are separated by bars; the first line
// is its header.
func gridOf(lines string) *document.Table {
	t := &document.Table{Method: "pipes"}
	for i, l := range strings.Split(strings.Trim(lines, "\n"), "\n") {
		var cells []string
		for _, c := range strings.Split(l, "|") {
			cells = append(cells, strings.TrimSpace(c))
		}
		r := rowOf(cells...)
		r.At.Line = int32(i + 1)
		r.Header = i == 0
		t.Rows = append(t.Rows, r)
	}
	return t
}

// bareGrid is a table of lines whose cells are separated by bars, without a header.
func bareGrid(lines string) *document.Table {
	t := gridOf(lines)
	t.Rows[0].Header = false
	return t
}
