// Lines between entries that no record holds are said; sentences and notes are none.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

func TestConserved(t *testing.T) {
	deep := &strings.Builder{}
	for i := range 60 {
		deep.WriteString(strings.Repeat("  ", i) + "- Relais " + strings.Repeat("i", i+1) + "\n")
	}
	table := func(between string) string {
		return "# Aides\n\n| Commune | Aide |\n|---|---|\n| Auch | 5 000 € |\n| Condom | 3 000 € |\n\n" + between + "\n\n| Commune | Aide |\n|---|---|\n| Lectoure | 4 000 € |\n| Mirande | 1 000 € |\n"
	}
	for _, tt := range []struct{ name, text, want string }{
		{"between the parts of a table", table("Hors tableau : Gimont, 2 000 €"), "Hors tableau"},
		{"a sentence there", table("La seconde période court du premier mars au trente juin de cette année."), ""},
		{"a note there", table("Source : direction des finances du département"), ""},
		{"an aside there", table("(voir la délibération du conseil)"), ""},
		{"items nested too deep", "# Relais\n\n" + deep.String(), "lines between its entries are in no record"},
		{"labels that each entry prints", "# Les primés\n\nLe jury a distingué trois ateliers.\n\nAtelier Porcelaine Mercier\nCatégorie : Savoir-faire\n12 rue du Four, 87000 Limoges\n\nMenuiserie Roux\nCatégorie : Transmission\n4 avenue du Lac, 87300 Bellac\n\nLe Fournil de Lise\nCatégorie : Jeune pousse\n27 place Haute, 87400 Saint-Léonard-de-Noblat\n\nLa remise des prix aura lieu en mai.\n", ""},
		{"below the last entry", table("") + "\nUn dernier mot du maire\n", ""},
	} {
		doc, err := extract.Read("a.md", []byte(tt.text), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		res, got := normalized(doc, Options{}), ""
		for i := range res.Findings {
			if f := &res.Findings[i]; f.Pass == "check conserved" {
				got += f.Why
			}
		}
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
