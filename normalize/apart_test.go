// Records in other tables than the main one; duplicates in one line; an
// association's own regions.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// findingsOf returns the findings with a code.
func findingsOf(t *testing.T, text, code string) (out []records.Finding) {
	t.Helper()
	doc, err := extract.Read("a.md", []byte(text), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res := normalized(doc, Options{})
	for i := range res.Findings {
		if res.Findings[i].Code == code {
			out = append(out, res.Findings[i])
		}
	}
	return out
}

func TestRecordsApart(t *testing.T) {
	const first = "| Lieu | Places |\n|---|---|\n| La Ruche | 12 |\n| Le Phare | 30 |\n| L'Escale | 25 |\n"
	const second = "| Lieu | Places |\n|---|---|\n| Le Dock | 14 |\n| La Nef | 40 |\n"
	const other = "| Année | Budget |\n|---|---|\n| 2020 | 1 200 € |\n| 2021 | 1 400 € |\n"
	for _, tt := range []struct {
		name, text, why string
		level           records.Level
	}{
		{"one table", "# Lieux\n\n" + first, "", 0},
		{"another table", "# Lieux\n\n" + first + "\n## Budget\n\n" + other, "3 of 5 records; left out: table 2 \"Budget\" (2)", records.Noted},
		{"the same columns", "# Lieux\n\n## Ouverts\n\n" + first + "\n## Fermés\n\n" + second, "left out though their columns are alike: table 2 \"Fermés\" (2)", records.Doubt},
		{
			"the same of other things", "# Tarifs\n\n| Compteur | Abonnement 2024 | Abonnement 2025 |\n|---|---|---|\n| 15 mm | 30 € | 32 € |\n| 20 mm | 40 € | 41 € |\n\n## Eau\n\n| Tranche | Prix 2024 | Prix 2025 |\n|---|---|---|\n| 0 à 30 m3 | 1,20 € | 1,25 € |\n",
			"left out though their columns are alike: table 2 \"Eau\" (1)", records.Doubt,
		},
		{"counted together", "# Lieux\n\n## Les 5 lieux ouverts\n\n### Bureaux\n\n" + first + "\n### Ateliers\n\n" + second, "", 0},
		{"more counted than all together", "# Lieux\n\n## Les 9 lieux ouverts\n\n### Bureaux\n\n" + first + "\n### Budget\n\n" + other, "of which 5 are in 2 tables; a file of one table has 3 of them", records.Fault},
		{"counted together with others between", "# Lieux\n\n## Les 5 lieux ouverts\n\n### Bureaux\n\n" + first + "\n### Budget\n\n" + other + "\n### Ateliers\n\n" + second, "left out though their columns are alike", records.Doubt},
	} {
		got := findingsOf(t, tt.text, "records-apart")
		switch {
		case tt.why == "" && len(got) > 0:
			t.Errorf("%s: %s", tt.name, got[0].Why)
		case tt.why == "":
		case len(got) != 1 || got[0].Level != tt.level || !strings.Contains(got[0].Why, tt.why):
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

// TestPartsOfOne joins tables whose headings differ by a number, or only say which page
// they are on.
func TestPartsOfOne(t *testing.T) {
	const first = "| Lieu | Places |\n|---|---|\n| La Ruche | 12 |\n| Le Phare | 30 |\n\n"
	const second = "| Lieu | Places |\n|---|---|\n| Le Dock | 14 |\n"
	const grouped = "| Nom | Club |\n|---|---|\n| **Lundi** | |\n| Joan | A |\n| Lise | B |\n| **Mardi** | |\n| Ravi | C |\n| Sam | D |\n\n"
	for _, tt := range []struct{ name, text, want string }{
		{"numbers", "# Lieux\n\n## Tour 1\n\n" + first + "## Tour 2\n\n" + second, "Tour 1,La Ruche,12;Tour 1,Le Phare,30;Tour 2,Le Dock,14"},
		{"pages", "# Lieux\n\n## Nos lieux (1/2)\n\n" + first + "## Nos lieux (2/2)\n\n" + second, "La Ruche,12;Le Phare,30;Le Dock,14"},
		{"goes on", "# Lieux\n\n## Nos lieux\n\n" + first + "## Nos lieux (suite)\n\n" + second, "La Ruche,12;Le Phare,30;Le Dock,14"},
		{"other words", "# Lieux\n\n## Ouverts\n\n" + first + "## Fermés\n\n" + second, "La Ruche,12;Le Phare,30"},
		{"groups below", "# Matchs\n\n## Tour 1\n\n" + grouped + "## Tour 2\n\n" + grouped, "Tour 1,Lundi,Joan,A;Tour 1,Lundi,Lise,B;Tour 1,Mardi,Ravi,C;Tour 1,Mardi,Sam,D;Tour 2,Lundi,Joan,A;Tour 2,Lundi,Lise,B;Tour 2,Mardi,Ravi,C;Tour 2,Mardi,Sam,D"},
	} {
		if got := rowsOfFirst(t, tt.text); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestWideTables joins tables that print other columns of the same rows.
func TestWideTables(t *testing.T) {
	const first = "## Barques\n\n| Port | Barques |\n|---|---|\n| Arvel | 12 |\n| Belmont | 30 |\n| Corlay | 7 |\n\n"
	for _, tt := range []struct{ name, second, want string }{
		{"other columns", "## Prises\n\n| Port | Prises | Valeur |\n|---|---|---|\n| Arvel | 5 | 1 |\n| Belmont | 6 | 2 |\n| Corlay | 8 | 3 |\n", "Arvel,12,5,1;Belmont,30,6,2;Corlay,7,8,3"},
		{"other rows", "## Prises\n\n| Port | Prises |\n|---|---|\n| Arvel | 5 |\n| Druye | 6 |\n| Corlay | 8 |\n", "Arvel,12;Belmont,30;Corlay,7"},
		{"the same column", "## 2024\n\n| Port | Barques |\n|---|---|\n| Arvel | 5 |\n| Belmont | 6 |\n| Corlay | 8 |\n", "Arvel,12;Belmont,30;Corlay,7"},
	} {
		if got := rowsOfFirst(t, "# Ports\n\n"+first+tt.second); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// rowsOfFirst returns the records of the first table of a Markdown text.
func rowsOfFirst(t *testing.T, text string) string {
	t.Helper()
	doc, err := extract.Read("a.md", []byte(text), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res := normalized(doc, Options{})
	var rows []string
	for _, r := range res.Tables[0].Rows {
		if r.Role != records.Data {
			continue
		}
		var cells []string
		for j := range res.Tables[0].Columns {
			if c := &res.Tables[0].Columns[j]; !c.Dropped {
				cells = append(cells, r.Cells[j].Text)
			}
		}
		rows = append(rows, strings.Join(cells, ","))
	}
	return strings.Join(rows, ";")
}

func TestDuplicatesAreOneFinding(t *testing.T) {
	text := "# Lieux\n\n| Lieu | Places |\n|---|---|\n" + strings.Repeat("| La Ruche | 12 |\n", 8)
	got := findingsOf(t, text, "duplicate")
	if len(got) != 1 || !strings.HasPrefix(got[0].Why, "7 records print the same as one before them: ") || !strings.HasSuffix(got[0].Why, " and 2 more") {
		t.Errorf("%+v", got)
	}
}

func TestOwnRegions(t *testing.T) {
	table := func(regions ...string) string {
		text := "# Lieux\n\n| Région | Lieu |\n|---|---|\n"
		for _, r := range regions {
			text += "| " + r + " | Lieu de " + r + " |\n"
		}
		return text
	}
	if got := findingsOf(t, table("Grand Ouest", "Arc alpin", "Façade nord", "Bretagne"), "unknown-place"); len(got) > 0 {
		t.Errorf("an association's own: %s", got[0].Why)
	}
	if got := findingsOf(t, table("Bretagne", "Normandie", "Occitanie", "Arc alpin"), "unknown-place"); len(got) != 1 {
		t.Errorf("one that is none: %+v", got)
	}
}
