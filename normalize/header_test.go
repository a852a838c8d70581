// Which rows are headings.

package normalize

import (
	"testing"

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
