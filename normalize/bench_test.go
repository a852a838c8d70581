// How fast tables are mended.

package normalize_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
)

// bigTable is a Markdown release of n rows: regions and departments printed
// once, a star on every fourth row, amounts in French form.
func bigTable(n int) []byte {
	groups := [...][2]string{
		{"Auvergne-Rhône-Alpes", "Isère"},
		{"Bretagne", "Ille et Vilaine"},
		{"Grand Est", "Aube"},
		{"Normandie", "Seine Maritime"},
		{"Occitanie", "Gard"},
		{"Île-de-France", "Val d'Oise"},
	}
	var b strings.Builder
	b.WriteString("Paris, mercredi 14 octobre 2020\n\n# Liste des structures\n\n(Les nouvelles labellisations sont marquées d'un astérisque)\n\n" +
		"| Région | Département | Nom de la structure | Montant (€) |\n|---|---|---|---|\n")
	for i := range n {
		g := [2]string{}
		if i%7 == 0 {
			g = groups[i/7%len(groups)]
		}
		star := ""
		if i%4 == 0 {
			star = " *"
		}
		fmt.Fprintf(&b, "| %s | %s | Structure numéro %d - La Villeneuve%s | %d %03d |\n", g[0], g[1], i, star, i%900+1, i%1000)
	}
	return []byte(b.String())
}

// BenchmarkNormalize shows the cost of a row over three sizes: it must not grow.
func BenchmarkNormalize(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			data := bigTable(n)
			doc, err := extract.Read("big.md", data, document.Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				res, err := normalize.Normalize(doc, normalize.Options{})
				if err != nil || len(res.Tables[0].Rows) != n+1 {
					b.Fatal(err, len(res.Tables[0].Rows))
				}
			}
			runtime.KeepAlive(doc)
		})
	}
}
