// Continuations laid under the table they go on from, and rows cut by a page.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// bare makes a table without headings.
func bare(lines string) *document.Table {
	t := grid(lines)
	t.Rows[0].Header = false
	return t
}

func TestContinuationWithoutAColumn(t *testing.T) {
	first := "Région|Département|Nom de la structure|Structure porteuse\nBretagne|Finistère|Espace A|Ville\n|Morbihan|Espace B|CCAS"
	doc := docOf(grid(first), bare("MORBIHAN|Espace C|Ville\nMORBIHAN|Espace D|CCAS"))
	res := normalized(doc, Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	want(t, show(res.Tables[0], "region department name structure_porteuse"), `
		Bretagne|Finistère|Espace A|Ville
		Bretagne|Morbihan|Espace B|CCAS
		Bretagne|Morbihan|Espace C|Ville
		Bretagne|Morbihan|Espace D|CCAS`)
	checkLedger(t, doc, res)
}

// The places of columns on the page decide if their values leave two alignments open.
func TestContinuationByPlace(t *testing.T) {
	first := grid("Nom|Commune|Porteur\nA|Brest|x\nB|Vannes|y")
	rest := bare("C|z\nD|w")
	x := [...]float32{50, 200, 350}
	for i := range first.Rows {
		for j := range first.Rows[i].Cells {
			boxed(&first.Rows[i].Cells[j], document.Box{X0: x[j], Y0: 1, X1: x[j] + 80, Y1: 2})
		}
	}
	for i := range rest.Rows {
		boxed(&rest.Rows[i].Cells[0], document.Box{X0: 52, Y0: 1, X1: 90, Y1: 2})
		boxed(&rest.Rows[i].Cells[1], document.Box{X0: 355, Y0: 1, X1: 390, Y1: 2})
	}
	res := normalized(docOf(first, rest), Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	want(t, show(res.Tables[0], "name commune porteur"), "A|Brest|x\nB|Vannes|y\nC||z\nD||w")
}

func TestStrayColumnAmongHeadings(t *testing.T) {
	doc := docOf(grid("Région|Département|Nom\nBretagne|Finistère|A"), grid("Région|Département||Nom\n|Morbihan||B\nGrand Est|Aube|?|C"))
	res := normalized(doc, Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	want(t, show(res.Tables[0], "region department name column_4"), "Bretagne|Finistère|A|\nBretagne|Morbihan|B|\nGrand Est|Aube|C|?")
	checkLedger(t, doc, res)
}

// A table that only looks like a continuation is a table of its own.
func TestNoContinuation(t *testing.T) {
	first := "Région|Département|Nom\nBretagne|Finistère|A\n|Morbihan|B"
	for _, second := range []string{"2019|12\n2020|13", "Nous contacter|12 rue de la Paix\nTéléphone|01 02 03 04 05", "a|b|c|d\ne|f|g|h"} {
		res := normalized(docOf(grid(first), bare(second)), Options{})
		if len(res.Tables) != 2 {
			t.Errorf("%q: %d tables", second, len(res.Tables))
		}
	}
}

// A row cut by the page break continues in the first row of the next page.
func TestRowCutByPage(t *testing.T) {
	first := "Région|Département|Nom|Code postal\n"
	for _, l := range []string{"A", "B", "C", "D", "E"} {
		first += "Bretagne|Finistère|Espace " + l + "|29200\n"
	}
	doc := docOf(grid(first+"Pays de la Loire|Maine-et-Loire|Espace|49140"), bare("||Authion|\nPays de la Loire|Maine-et-Loire|Espace F|49000"))
	res := normalized(doc, Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	rows := strings.Split(show(res.Tables[0], "department name postal_code"), "\n")
	want(t, strings.Join(rows[5:], "\n"), "Maine-et-Loire|Espace Authion|49140\nMaine-et-Loire|Espace F|49000")
	checkLedger(t, doc, res)
}

func TestSeams(t *testing.T) {
	doc := docOf(grid(head + "Provence-Alpes-Côte|d'Azur Var|Espace A\nBretagne|Finistère|(29) Brest\nBretagne|Finistère|(56) Brest\nBretagne|Finistre x|B"))
	res := normalized(doc, Options{})
	want(t, show(res.Tables[0], "region department name"), `
		Provence-Alpes-Côte d'Azur|Var|Espace A
		Bretagne|Finistère|Brest
		Bretagne|Finistère|(56) Brest
		Bretagne|Finistre x|B`)
	find(t, res.Findings, "seam")
	none(t, res.Findings, "internal")
	checkLedger(t, doc, res)
}

// The words of the headings are the same, cut into cells at other places.
func TestHeadingsCutElsewhere(t *testing.T) {
	res := normalized(docOf(grid("N°|Département|Nom de la structure|Nouveau\n1|Ain|Espace A|X\n2|Aube|Espace B|"), grid("N°|Département|Nom de la Nouveau structure\n1|Marne|Espace C")), Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	want(t, show(res.Tables[0], "department name new"), "Ain|Espace A|true\nAube|Espace B|false\nMarne|Espace C|false")
}

// What is left of a header row that the reader lost is neither a heading of the
// text nor a record.
func TestRestsOfHeader(t *testing.T) {
	first := grid("N°|Département|Nom de la structure Point conseil|Nouveau\n1|Ain|Espace A|X\n2|Aube|Espace B|")
	doc := docOf(heading(2, "Liste"), heading(3, "Bretagne"), first, heading(3, "Grand Est"), heading(4, "Nouveau"), bare("||Point conseil|\n1|Marne|Espace C|X"))
	res := normalized(doc, Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	want(t, show(res.Tables[0], "region name new"), "Bretagne|Espace A|true\nBretagne|Espace B|false\nGrand Est|Espace C|true")
	checkLedger(t, doc, res)
}
