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
		{"the same columns", "# Lieux\n\n## Ouverts\n\n" + first + "\n## Fermés\n\n" + second, "left out though their columns are the same: table 2 \"Fermés\" (2)", records.Doubt},
		{"counted together", "# Lieux\n\n## Les 5 lieux ouverts\n\n### Nord\n\n" + first + "\n### Sud\n\n" + second, "counts 5 entries, which are in 2 tables", records.Fault},
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
