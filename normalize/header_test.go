// Which rows are headings.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

func TestHeaderRows(t *testing.T) {
	banner := row("Liste des structures labellisées en 2020", "", "")
	banner.Header = true
	spans(&banner.Cells[0], 0, 3)
	tab := grid("x||\nRégion|Département|Nom\nBretagne|Finistère|A")
	tab.Rows[0] = banner
	res := normalized(docOf(tab), Options{})
	want(t, show(res.Tables[0], "region department name"), "Bretagne|Finistère|A")

	two := grid("Localisation||Structure\nRégion|Département|Nom\nBretagne|Finistère|A")
	two.Rows[1].Header = true
	spans(&two.Rows[0].Cells[0], 0, 2)
	two.Rows[0].Cells[1].More = &document.More{Covered: true}
	res = normalized(docOf(two), Options{})
	want(t, show(res.Tables[0], "region department name"), "Bretagne|Finistère|A")

	unmarked := grid("Région|Département|Nom de la structure\nBretagne|Finistère|A")
	unmarked.Rows[0].Header = false
	res = normalized(docOf(unmarked), Options{})
	want(t, show(res.Tables[0], "region department name"), "Bretagne|Finistère|A")

	// "Commune" is what some structures are, not a heading, below blank headings.
	blank := grid(" | \nEspace B|Commune\nEspace C|Association")
	res = normalized(docOf(grid("Nom|Structure porteuse\nEspace A|CCAS"), blank), Options{})
	want(t, show(res.Tables[0], "name structure_porteuse"), "Espace A|CCAS\nEspace B|Commune\nEspace C|Association")

	for _, c := range []struct {
		marked             bool
		rows, columns, out string
	}{
		// A place is a heading if no place is below it.
		{true, "Centre|Code postal|Ville\nHôpital|01000|Bourg-en-Bresse\nGymnase|06000|Nice", "name postal_code commune", "Hôpital|01000|Bourg-en-Bresse\nGymnase|06000|Nice"},
		{true, "|Bretagne|Corse\n2022|3|4\n2023|5|6", "bretagne corse", "3|4\n5|6"},
		{true, "Bretagne|Finistère|A\n|Morbihan|B\nCorse|Haute-Corse|C", "region department name", "Bretagne|Finistère|A\nBretagne|Morbihan|B\nCorse|Haute-Corse|C"},
		// A row that no reader marked is a header because of the values below it.
		{false, "Site|County|Opening|Jobs\nOne|Dublin|01/09/2024|250\nTwo|Kildare|02/10/2024|30", "name county opening jobs", "One|Dublin|2024-09-01|250\nTwo|Kildare|2024-10-02|30"},
		{false, "Région|2022|2023\nBretagne|3,5|4\nCorse|-|5\nOccitanie|2|n.c.", "region name 2022 2023", "Bretagne|Bretagne|3.5|4\nCorse|Corse|-|5\nOccitanie|Occitanie|2|n.c."},
		// Crosses say what no row is about.
		{true, "Département|Lundi|Mardi\nAin|X|\nAisne||X\nAllier|X|X\nTotal|2|2", "department name lundi mardi", "Ain|Ain|X|\nAisne|Aisne||X\nAllier|Allier|X|X"},
		// "rupture" over prices is a value.
		{false, "Alpha|rupture|1,80\nBeta|1,85|1,79\nGamma|1,84|1,77", "name", "Alpha\nBeta\nGamma"},
		{false, "Alpha|rupture\nBeta|1,85\nGamma|1,84", "name", "Alpha\nBeta\nGamma"},
	} {
		tab := grid(c.rows)
		tab.Rows[0].Header = c.marked
		res = normalized(docOf(tab), Options{})
		want(t, show(res.Tables[0], c.columns), c.out)
	}

	bare := grid("Bretagne|Finistère|Espace A\nGrand Est|Aube|Espace B\nOccitanie|Gard|Espace C")
	bare.Rows[0].Header = false
	res = normalized(docOf(bare), Options{})
	want(t, show(res.Tables[0], "region department name"), "Bretagne|Finistère|Espace A\nGrand Est|Aube|Espace B\nOccitanie|Gard|Espace C")
}

// A former name is reported as one, and a place that is similar to one is offered
// but not taken.

// TestHeadingsOfSheets reads the headings of spreadsheets: below titles and blank rows,
// and numbers that are codes.
func TestHeadingsOfSheets(t *testing.T) {
	for _, tt := range []struct{ name, rows, want string }{
		{"codes over votes", "|  | Official abstract of the votes that were cast in all the precincts of the county |  |  |  |  |\n|---|---|---|---|---|---|\n| Name | Party | 2201 | 2202 | 2206 | TOTAL |\n| Lund | A | 12 | 130 | 7 | 149 |\n| Moe | B | 8 | 21 | 94 | 123 |\n| Berg | C | 3 | 5 | 6 | 14 |\n", "name party 2201 2202 2206 total"},
		{"titles and a blank row", "| Official results |  | Town of Arvel |  |  |\n|---|---|---|---|---|\n|  |  |  |  |  |\n|  | Pct 1 | Pct 2 | Pct 3 | TOTAL |\n| Lund | 12 | 130 | 7 | 149 |\n| Moe | 8 | 21 | 94 | 123 |\n| Berg | 3 | 5 | 6 | 14 |\n", "name pct_1 pct_2 pct_3 total"},
		{"figures of four digits", "| Name | Party | Votes | Blank | Void | TOTAL |\n|---|---|---|---|---|---|\n| Lund | A | 2201 | 2202 | 2206 | 6609 |\n| Moe | B | 2101 | 2102 | 2106 | 6309 |\n", "name party votes blank void total"},
	} {
		doc, err := extract.Read("a.md", []byte("# Results\n\n"+tt.rows), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		res := normalized(doc, Options{})
		var names []string
		for _, c := range res.Tables[0].Columns {
			names = append(names, c.Name)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
