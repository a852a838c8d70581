// Whole documents: fragments, headings, bullets, spans; the ledger undoes what
// was done.

package normalize

import (
	"slices"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

const head = "Région|Département|Nom du PIMMS\n"

// A tableTest is a table by its lines, and the columns of its records.
type tableTest struct {
	name, in, columns, out string
	codes                  string // codes that must be among the findings
	not                    string // codes that must not
}

var tableTests = []tableTest{
	{
		"blank is the value above", head + "Bretagne|Finistère|A\n||B\n|Morbihan|C", "region region_code department department_code name",
		"Bretagne|53|Finistère|29|A\nBretagne|53|Finistère|29|B\nBretagne|53|Morbihan|56|C", "carried codes", "shifted",
	},
	{
		"a department ends where the region changes", head + "Bretagne|Finistère|A\nGrand Est||B\n|Aube|C", "region department name",
		"Bretagne|Finistère|A\nGrand Est||B\nGrand Est|Aube|C", "nothing-to-carry", "",
	},
	{
		"slid left by one", head + "Île-de-France|Essonne|PIMMS Evry\nYvelines|PIMMS Yvelines|\nOccitanie|Gard|PIMMS Nîmes", "region department name",
		"Île-de-France|Essonne|PIMMS Evry\nÎle-de-France|Yvelines|PIMMS Yvelines\nOccitanie|Gard|PIMMS Nîmes", "shifted", "region-contradicted",
	},
	{
		"slid right by one, past the last column", head + "Bretagne|Finistère|A\n|Bretagne|Morbihan|B", "region department name",
		"Bretagne|Finistère|A\nBretagne|Morbihan|B", "shifted", "surplus-cell",
	},
	{
		"slid left by two with a mark", head + "Bretagne|Finistère|Brest\nMorbihan *|Vannes||", "region department name",
		"Bretagne|Finistère|Brest\nBretagne|Morbihan|Vannes", "shifted mark-sign", "",
	},
	{
		"an unknown spelling stays where it is", head + "Bretagne|Finistre|A\nBretagne|Morbihan|B", "region department name",
		"Bretagne|Finistre|A\nBretagne|Morbihan|B", "unknown-place", "shifted",
	},
	{
		"totals are no records", head + "Bretagne|Finistère|A\n||B\nTotal Bretagne : 2||\nGrand Est|Aube|C\nTOTAL GÉNÉRAL : 3||", "region department name",
		"Bretagne|Finistère|A\nBretagne|Finistère|B\nGrand Est|Aube|C", "total", "total-differs",
	},
	{
		"a total that differs", head + "Bretagne|Finistère|A\n||B\nTotal Bretagne : 3||", "region department name",
		"Bretagne|Finistère|A\nBretagne|Finistère|B", "total-differs", "",
	},
	{
		"a name that begins with Total is a name", head + "Bretagne|Finistère|Total Direct Énergie\n||Ensemble scolaire Diwan", "name",
		"Total Direct Énergie\nEnsemble scolaire Diwan", "", "total",
	},
	{
		"a region alone is a section", "Département|Nom\nBretagne|\nFinistère|A\n|B\nGrand Est|\nAube|C", "region department name",
		"Bretagne|Finistère|A\nBretagne|Finistère|B\nGrand Est|Aube|C", "section", "unknown-place",
	},
	{
		"places alone among the names", "Nom du lieu|Porteur\nBretagne|\nFinistère (29)|\nBrest|Ville\nMorbihan|\nVannes|CCAS\nMartinique|\nMartinique|\nSchoelcher|Ville", "region department name porteur",
		"Bretagne|Finistère|Brest|Ville\nBretagne|Morbihan|Vannes|CCAS\nMartinique|Martinique|Schoelcher|Ville", "section", "region-contradicted",
	},
	{
		"a table of departments", "Département|Nombre\nFinistère|12\nMorbihan|13\nVar|", "department name nombre", "Finistère|Finistère|12\nMorbihan|Morbihan|13\nVar|Var|", "", "section",
	},
	{
		"regions of another country", "Region|Department|Name|Staff\nNorth East|Finance|A|35000\nSouth|Human resources|B|29200\nEast|Sales|C|59000\nWest|IT|D|13001", "region department name staff region_code",
		"North East|Finance|A|35000|?\nSouth|Human resources|B|29200|?\nEast|Sales|C|59000|?\nWest|IT|D|13001|?", "", "unknown-place",
	},
	{
		"rows that are counted", "|Ville|Nom\n1|Brest|A\n2|Laon|B\n3|Vannes|C", "number name", "1|A\n2|B\n3|C", "", "",
	},
	{
		"figures without a heading that count nothing", "|Ville|Nom\n1|Brest|A\n3|Laon|B\n2|Vannes|C", "column_1 name", "1|A\n3|B\n2|C", "", "",
	},
	{
		"leading zeros are kept", "Nom|Référence|Effectif\nA|0012|1 200\nB|0700|30", "name reference effectif", "A|0012|1200\nB|0700|30", "", "",
	},
	{
		"the headings again", head + "Bretagne|Finistère|A\nRégion|Département|Nom du PIMMS\n||B", "region department name",
		"Bretagne|Finistère|A\nBretagne|Finistère|B", "repeated-header", "",
	},
	{
		"a row broken over lines", head + "Bretagne|Finistère|Espace Brest (porté par\n||la ville)\n||C", "department name",
		"Finistère|Espace Brest (porté par la ville)\nFinistère|C", "joined", "",
	},
	{
		"halves of a region", head + "Bourgogne-|Doubs|A\nFranche-Comté|Jura|B", "region department name",
		"Bourgogne-Franche-Comté|Doubs|A\nBourgogne-Franche-Comté|Jura|B", "joined", "unknown-place",
	},
	{
		"spellings", head + "BOURGOGNE FRANCHE COMTE|COTE D'OR|A\nPACA|Var (83)|B", "region department name",
		"Bourgogne-Franche-Comté|Côte-d'Or|A\nProvence-Alpes-Côte d'Azur|Var|B", "spelling", "",
	},
	{
		"codes for departments", "Dpt|Nom\n01|A\n2A|B\n29|C", "region department department_code name",
		"Auvergne-Rhône-Alpes|Ain|01|A\nCorse|Corse-du-Sud|2A|B\nBretagne|Finistère|29|C", "derived", "",
	},
	{
		"a region implied by the department", "Département|Nom\nFinistère|A", "region region_code name",
		"Bretagne|53|A", "derived", "",
	},
	{
		"half of a region alone in its row is no section", head + "Pays de la|Sarthe|A\nLoire||\n||B", "region department name",
		"Pays de la Loire|Sarthe|A\nPays de la Loire|Sarthe|B", "joined", "section",
	},
	{
		"a row without a name is not moved", "Région|Département|Nom|Montant (€)\nBretagne|Morbihan|A|10\nFinistère|||1 200\nBretagne|Finistère|B|20", "region department name amount",
		"Bretagne|Morbihan|A|10\nFinistère|||1200\nBretagne|Finistère|B|20", "unknown-place no-name", "shifted",
	},
	{
		"a name that ends where no name does", head + "Bretagne|Finistère|Maison des services de\n||Brest\n||C", "department name",
		"Finistère|Maison des services de Brest\nFinistère|C", "joined", "",
	},
	{
		"the only department of a region", head + "Mayotte||A\nBretagne|Finistère|B", "region department department_code name",
		"Mayotte|Mayotte|976|A\nBretagne|Finistère|29|B", "derived", "",
	},
	{
		"a commune is the name if nothing else is", "Département|Commune\nFinistère|Brest\n|Quimper", "department commune commune_code name",
		"Finistère|Brest|29019|Brest\nFinistère|Quimper|29232|Quimper", "codes", "",
	},
	{
		"row numbers are no names", "N°|Département|Structure\n1|Finistère|A\n2||B", "number department name",
		"1|Finistère|A\n2|Finistère|B", "", "",
	},
	{
		"typed columns", "Nom|Montant (€)|Date d'ouverture|Code postal|Téléphone\nA|1 125 231|11/07/2021|29200|02 98 00 00 00\nB|12,5 M€|1er janvier 2020|01000|+33 2 98 00 00 01",
		"name amount date postal_code phone",
		"A|1125231|2021-07-11|29200|+33298000000\nB|12500000|2020-01-01|01000|+33298000001", "money date phone", "type",
	},
	{
		"a zero that a spreadsheet lost", "Département|Code postal|Nom\nAin|1000|A\nAin|01000|B", "postal_code", "01000\n01000", "code", "",
	},
	{
		"typography", head + "Bretagne|Finistère|Lyon 8 ^e Mermoz\n||Paris (18 ^e , Jacques Kablé)\n||Le 1 er  lieu\n||Espace\u00a0\u202fnu\u00ad age", "name",
		"Lyon 8e Mermoz\nParis (18e, Jacques Kablé)\nLe 1er lieu\nEspace nu age", "ordinal blank", "",
	},
	{
		"department not in its region", head + "Bretagne|Gard|A", "region department", "Bretagne|Gard", "region-contradicted", "",
	},
	{
		"twice the same", head + "Bretagne|Finistère|A\nBretagne|Finistère|A", "name", "A\nA", "duplicate", "",
	},
	{
		"a commune of another department", head + "Auvergne-Rhône-Alpes|Isère|PIMMS Isère - Villefontaine\n||PIMMS Métropole Stéphanoise - Saint-Chamond\nÎle-de-France|Essonne|PIMMS Evry",
		"department", "Isère\nIsère\nEssonne", "commune-contradicted", "",
	},
	{
		"unknown columns keep their headings", "Nom|Structure porteuse|Type d'équipement (2)|\nA|Ville|x|y", "name structure_porteuse type_d_equipement column_4",
		"A|Ville|x|y", "", "",
	},
	{
		"English headings", "Region|Department|Name|Amount (€)\nBretagne|Finistère|A|1,580", "region department name amount", "Bretagne|Finistère|A|1.580", "money", "",
	},
}

func TestNormalizeTables(t *testing.T) { runTableTests(t, tableTests) }

func runTableTests(t *testing.T, tests []tableTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := docOf(grid(tt.in))
			res := normalized(doc, Options{})
			if len(res.Tables) != 1 {
				t.Fatalf("%d tables", len(res.Tables))
			}
			want(t, show(res.Tables[0], tt.columns), tt.out)
			for _, code := range strings.Fields(tt.codes) {
				find(t, res.Findings, code)
			}
			for _, code := range strings.Fields(tt.not) {
				none(t, res.Findings, code)
			}
			none(t, res.Findings, "internal")
			checkLedger(t, doc, res)
		})
	}
}

func TestJoinFragments(t *testing.T) {
	blank := func(lines string) *document.Table {
		tab := grid(" | | \n" + lines)
		return tab
	}
	tests := []struct {
		name   string
		blocks []document.Block
		tables int
		out    string // of the first table
	}{
		{"blank headings after a page", []document.Block{grid(head + "Bretagne|Finistère|A"), blank("|Morbihan|B\n||C")}, 1, "Bretagne|Finistère|A\nBretagne|Morbihan|B\nBretagne|Morbihan|C"},
		{"the same headings again", []document.Block{grid(head + "Bretagne|Finistère|A"), grid(head + "||B")}, 1, "Bretagne|Finistère|A\nBretagne|Finistère|B"},
		{"other headings", []document.Block{grid(head + "Bretagne|Finistère|A"), grid("Région|Budget\n|12")}, 2, "Bretagne|Finistère|A"},
		{"another heading between", []document.Block{grid(head + "Bretagne|Finistère|A"), heading(2, "Autres lieux"), grid(head + "|Gard|B")}, 2, "Bretagne|Finistère|A"},
		{"a footer between", []document.Block{grid(head + "Bretagne|Finistère|A"), &document.Paragraph{Frame: document.Frame{Part: document.Footer}, Runs: []document.Run{{Text: "1/2"}}}, blank("||B")}, 1, "Bretagne|Finistère|A\nBretagne|Finistère|B"},
		{"a row above the line is data", []document.Block{grid(head + "Bretagne|Finistère|A"), grid("|Morbihan|B\n||C")}, 1, "Bretagne|Finistère|A\nBretagne|Morbihan|B\nBretagne|Morbihan|C"},
		{"a total between", []document.Block{grid(head + "Bretagne|Finistère|A"), paragraph("Total Bretagne : 1"), blank("Grand Est|Aube|B")}, 1, "Bretagne|Finistère|A\nGrand Est|Aube|B"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := docOf(tt.blocks...)
			res := normalized(doc, Options{})
			if len(res.Tables) != tt.tables {
				t.Fatalf("%d tables, want %d", len(res.Tables), tt.tables)
			}
			want(t, show(res.Tables[0], "region department name"), tt.out)
			checkLedger(t, doc, res)
		})
	}
}

func TestHeadingsAbove(t *testing.T) {
	dep := "Département|Nom\n"
	doc := docOf(
		heading(1, "Liste des lieux"), heading(3, "Bretagne"), grid(dep+"Finistère|A\n|B"),
		heading(3, "Région Grand Est"), grid(dep+"Aube|C"), grid(" | \n|D"),
		heading(3, "Corse"), grid(dep+"Haute-Corse|E"),
	)
	res := normalized(doc, Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	want(t, show(res.Tables[0], "region department name"), `
		Bretagne|Finistère|A
		Bretagne|Finistère|B
		Grand Est|Aube|C
		Grand Est|Aube|D
		Corse|Haute-Corse|E`)
	if res.Tables[0].Name != "Liste des lieux" {
		t.Errorf("name %q", res.Tables[0].Name)
	}
	r := res.Tables[0].Records()[0]
	if src := r.Cells[res.Tables[0].Col("region")].Src; src != nil {
		t.Errorf("the region of a record was not printed in its row, but has a place: %v", src)
	}
}

func TestBulletsBelowHeadings(t *testing.T) {
	doc := docOf(
		heading(1, "Liste"), paragraph("* nouvelles labellisations"),
		heading(3, "Bretagne"), heading(4, "Finistère (29) :"), bullets("Brest *", "Quimper"),
		heading(4, "MORBIHAN"), bullets("Vannes"),
		heading(3, "La Réunion"), heading(4, "La Réunion :"), bullets("Saint-Denis *"),
		heading(2, "À propos"), bullets("une association", "un réseau"),
	)
	res := normalized(doc, Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	want(t, show(res.Tables[0], "region department department_code name new"), `
		Bretagne|Finistère|29|Brest|true
		Bretagne|Finistère|29|Quimper|false
		Bretagne|Morbihan|56|Vannes|false
		La Réunion|La Réunion|974|Saint-Denis|true`)
	checkLedger(t, doc, res)
}

func TestSpans(t *testing.T) {
	tab := grid(head + "Bretagne|Finistère|A|Ville")
	tab.Rows[0].Cells = append(tab.Rows[0].Cells, document.Cell{Printed: "Porteur"})
	for i, rows := range map[int]uint16{0: 3, 1: 2, 3: 2} {
		spans(&tab.Rows[1].Cells[i], rows, 0)
	}
	tab.Rows = append(tab.Rows, row("\x00", "\x00", "B", "\x00"), row("\x00", "Morbihan", "C", ""))
	total := row("Total Bretagne : 3", "\x00", "\x00", "\x00")
	spans(&total.Cells[0], 0, 4)
	tab.Rows = append(tab.Rows, total)
	doc := docOf(tab)
	res := normalized(doc, Options{})
	want(t, show(res.Tables[0], "region department name porteur"), `
		Bretagne|Finistère|A|Ville
		Bretagne|Finistère|B|Ville
		Bretagne|Morbihan|C|`)
	checkLedger(t, doc, res)
}

func TestWhySpellings(t *testing.T) {
	res := normalized(docOf(grid("Région|Département|Nom\nPicardie|Aisne|A\n|Sarhte|B")), Options{})
	if f := find(t, res.Findings, "spelling"); f != nil && !strings.Contains(f.Why, `"Picardie" is a name of the past`) {
		t.Errorf("spelling: %s", f.Why)
	}
	if f := find(t, res.Findings, "unknown-place"); f != nil && !strings.HasSuffix(f.Why, "; Sarthe?") {
		t.Errorf("unknown-place: %s", f.Why)
	}
	if got := res.Tables[0].Records()[1].Text(res.Tables[0].Col("department")); got != "Sarhte" {
		t.Errorf("the printed department became %q", got)
	}
}

// A column that is wrong as a whole gives some findings, and one that says how
// many more there are.
func TestChecksSayHowManyMore(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("Région|Département|Nom")
	for i := range 2*maxReports + 10 {
		rows.WriteString("\nBretagne|" + []string{"Gard", "Var"}[i%2] + "|Lieu " + strings.Repeat("x", i%7))
	}
	res := normalized(docOf(grid(rows.String())), Options{Skip: []string{"duplicate"}})
	n, last := 0, ""
	for _, f := range res.Findings {
		if f.Code == "region-contradicted" {
			n, last = n+1, f.Why
		}
		if f.Code == "duplicate" {
			t.Fatal("a skipped check ran")
		}
	}
	if n != maxReports+1 || last != "110 more of this kind" {
		t.Errorf("%d findings, the last %q", n, last)
	}
}

// Passes that are skipped do not run.
func TestSkip(t *testing.T) {
	doc := docOf(grid("Région|Département|Nom\nBretagne|Finistère|A\n||B"))
	want(t, show(normalized(doc, Options{}).Tables[0], "department name"), "Finistère|A\nFinistère|B")
	want(t, show(normalized(doc, Options{Skip: []string{"carry"}}).Tables[0], "department name"), "Finistère|A\n|B")
}

// Cells beyond the most columns that a table may have are kept in columns of
// their own, and said.
func TestSurplusCells(t *testing.T) {
	res := normalized(docOf(grid("Nom|Effectif\nA"+strings.Repeat("|x", bind.MaxColumns+1))), Options{})
	find(t, res.Findings, "surplus-cell")
	tab := res.Tables[0]
	if n := len(tab.Columns); n != bind.MaxColumns+2 {
		t.Errorf("%d columns", n)
	}
	if got := tab.Records()[0].Text(len(tab.Columns) - 1); got != "x" {
		t.Errorf("the last cell reads %q", got)
	}
}

// TestConsume checks that a document whose rows are freed gives the same result.
func TestConsume(t *testing.T) {
	src := func() *document.Document {
		return docOf(grid("Région|Nom\nBretagne|A" + strings.Repeat("\n|B *", 2*bind.SampleRows)))
	}
	kept, doc := normalized(src(), Options{}), src()
	consumed := normalized(doc, Options{Consume: true})
	if n := len(doc.Blocks[0].(*document.Table).Rows); n != bind.SampleRows {
		t.Errorf("%d rows are left, want %d", n, bind.SampleRows)
	}
	if got := show(consumed.Tables[0], "region name mark"); got != show(kept.Tables[0], "region name mark") {
		t.Errorf("the table reads otherwise:\n%s", got)
	}
	if !slices.EqualFunc(kept.Findings, consumed.Findings, func(a, b records.Finding) bool {
		return a.Code == b.Code && a.Why == b.Why && a.At.Same(b.At) && slices.Equal(a.Edits, b.Edits)
	}) {
		t.Error("the findings differ")
	}
}

// A check mends nothing: its edits are dropped, and its place is that of its record.
func TestChecksMendNothing(t *testing.T) {
	doc := docOf(grid("Ville|Site\nBrest|A\nLille|B"))
	check := Check{Name: "mine", Run: func(r *Result) []records.Finding {
		rec := r.Tables[0].Records()[1]
		return []records.Finding{{Code: "mine", Level: 9, Table: r.Tables[0].ID, Record: rec.ID, Edits: []records.Edit{{Record: int32(rec.ID), Text: "x"}}}}
	}}
	res, err := Normalize(doc, Options{Checks: []Check{check}})
	if err != nil {
		t.Fatal(err)
	}
	f := res.Findings[len(res.Findings)-1]
	if f.Pass != "check mine" || f.Edits != nil || f.Level != records.Fault || f.At != res.Tables[0].Records()[1].At {
		t.Errorf("the finding is %+v", f)
	}
}

func TestOptionsThatCannotWork(t *testing.T) {
	for want, opt := range map[string]Options{
		"there are":                {Skip: []string{"offical"}},
		`the pass "a" has no Run`:  {Passes: []records.Pass{{Name: "a"}}},
		`the check "b" has no Run`: {Checks: []Check{{Name: "b"}}},
	} {
		if _, err := Normalize(docOf(), opt); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
