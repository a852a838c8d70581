// Blocks of plain text: headings, paragraphs and lists, and what looks like a table and is none.

package text

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// readPlain reads src as plain text and draws its blocks, one line each row:
// cells parted by " | ", a covered cell as "^", a page's continuation as "+".
func readPlain(t *testing.T, src string) string {
	t.Helper()
	doc := &document.Document{}
	if err := readText(doc, []byte(strings.TrimPrefix(src, "\n")), document.Options{}); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var items func([]document.Item, string)
	items = func(list []document.Item, in string) {
		for i := range list {
			b.WriteString("L " + in + list[i].Marker + " " + list[i].Text() + "\n")
			items(list[i].Sub, in+" ")
		}
	}
	for _, block := range doc.Blocks {
		switch x := block.(type) {
		case *document.Heading:
			b.WriteString("H " + x.Text() + "\n")
		case *document.Paragraph:
			if x.Part == document.Footer || x.Part == document.Header {
				b.WriteString("F ")
			} else {
				b.WriteString("P ")
			}
			b.WriteString(strings.ReplaceAll(x.Text(), "\n", "/") + "\n")
		case *document.List:
			items(x.Items, "")
		case *document.Table:
			mark := "T "
			if x.Continues {
				mark = "+ "
			}
			for _, r := range x.Rows {
				var cells []string
				for i := range r.Cells {
					s := r.Cells[i].Text()
					if r.Cells[i].Covered() {
						s = "^"
					}
					cells = append(cells, s)
				}
				b.WriteString(mark + strings.Join(cells, " | ") + "\n")
			}
		}
	}
	return b.String()
}

func TestBlocks(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"two columns of prose", `
La préfecture rappelle que les travaux de       Les riverains peuvent s'adresser à la
rénovation du pont commenceront lundi et        mairie, qui tient une permanence tous les
dureront trois semaines. La circulation         matins. Un plan de déviation est affiché
sera déviée par la route départementale.        dans chaque commune.
`, `P La préfecture rappelle que les travaux de rénovation du pont commenceront lundi et dureront trois semaines. La circulation sera déviée par la route départementale.
P Les riverains peuvent s'adresser à la mairie, qui tient une permanence tous les matins. Un plan de déviation est affiché dans chaque commune.
`},
		{"addresses side by side", `
Ministère des territoires        Agence nationale
20 avenue de Ségur               12 rue des Fleurs
75007 Paris                      75008 Paris
01 44 49 85 65                   01 02 03 04 05
presse@example.org               com@example.net
`, `P Ministère des territoires/20 avenue de Ségur/75007 Paris/01 44 49 85 65/presse@example.org
P Agence nationale/12 rue des Fleurs/75008 Paris/01 02 03 04 05/com@example.net
`},
		{
			"labels are no table", "Date :          12 mars 2021\nLieu :          Carcassonne\nHoraire :       10 h 30\n",
			"P Date : 12 mars 2021/Lieu : Carcassonne/Horaire : 10 h 30\n",
		},
		{
			"a drawing is no table", "  /\\_/\\      *    *     +----+\n ( o.o )   *    *    *  |    |\n  > ^ <      *    *     +----+\n",
			"P /\\_/\\  *  *  +----+/( o.o )  *  *  *  |  |/> ^ <  *  *  +----+\n",
		},
		{"headings over bullets that lost their signs", `
Bretagne

Finistère :

      Site Brest
      Site Quimper (porté par la ville
      et ses partenaires)

Morbihan :

      Site Vannes
`, `H Bretagne
H Finistère :
L  Site Brest
L  Site Quimper (porté par la ville et ses partenaires)
H Morbihan :
L  Site Vannes
`},
		{"bullets, nested and wrapped", `
Trois centres ouvrent :
- Lyon, où la mairie et
  ses partenaires aident
  o Vaise
  o Bron
- Lille
1. non
`, `H Trois centres ouvrent :
L - Lyon, où la mairie et ses partenaires aident
L  o Vaise
L  o Bron
L - Lille
L 1. non
`},
		{"a star that marks is no bullet", `
* nouvelles labellisations

Doubs :

      Site Arceau
      * Site Torpes
`, `P * nouvelles labellisations
H Doubs :
L  Site Arceau
L  * Site Torpes
`},
		{"a heading in large type over wrapped prose", `
17 sites supplémentaires obtiennent la
labellisation
À l'issue du comité de pilotage national, 17 nouvelles structures obtiennent la labellisation. Au
total, ce sont désormais 40 structures qui sont labellisées dans toute la France métropolitaine et
au-delà.

Contact presse
Service communication
01 02 03 04 05
`, `H 17 sites supplémentaires obtiennent la labellisation
P À l'issue du comité de pilotage national, 17 nouvelles structures obtiennent la labellisation. Au total, ce sont désormais 40 structures qui sont labellisées dans toute la France métropolitaine et au-delà.
P Contact presse/Service communication/01 02 03 04 05
`},
		{"one cell a line stays set", "Région\nDépartement\nBretagne\nFinistère\n", "P Région/Département/Bretagne/Finistère\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readPlain(t, tt.src); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
