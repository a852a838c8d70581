// Texts that would take the memory or the time of a careless reader, and how fast they
// are read.

package text

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// TestPlainTextHostile reads what would cost a careless reader its memory.
func TestPlainTextHostile(t *testing.T) {
	t.Parallel()
	for name, src := range map[string]string{
		"blanks":            strings.Repeat(" ", 1<<20),
		"form feeds":        strings.Repeat("\f", 1<<20),
		"one line":          strings.Repeat("mot ", 1<<18),
		"one line of gaps":  strings.Repeat("mot    ", 1<<17),
		"nested bullets":    nestedBullets(2000),
		"a lone accent":     "\u031f",
		"a page of gaps":    strings.Repeat(strings.Repeat("mot  ", 79)+"\n", 500),
		"a page of figures": strings.Repeat(strings.Repeat("1 ", 199)+"\n", 490),
		"carriage returns":  strings.Repeat("a\r", 1<<18),
	} {
		t.Run(name, func(t *testing.T) { checkNoLoss(t, []byte(src)) })
	}
}

func nestedBullets(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "- a\n")
	}
	return b.String()
}

func BenchmarkText(b *testing.B) {
	row := " Bretagne      Finistère     Site Brest (porté par la ville       290 638\n                             et ses partenaires)\n"
	for name, data := range map[string][]byte{
		"page":  []byte(" Région        Département   Nom du site                          Montant\n" + strings.Repeat(row, 200)),
		"plain": []byte("Commune              Site                            Porteur      Montant\n" + strings.Repeat("Auxerre              maison des associations         ville          1 234\n", 20_000)),
		"table": []byte(" Région        Département   Nom du site                          Montant\n" + strings.Repeat(row, 10_000)),
		"prose": []byte(strings.Repeat("Le préfet a présidé hier la réunion du comité de pilotage qui rassemble les élus et les services\nde l'État.\n\n", 10_000)),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if err := readText(&document.Document{}, data, document.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
