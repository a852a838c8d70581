// Long tables are read like short ones.

package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// longSource returns a table of n rows in small letters, of which every tenth has
// no value.
func longSource(n int) string {
	var b strings.Builder
	b.WriteString("Commune              Site                            Porteur      Montant\n")
	for i := range n {
		value := fmt.Sprintf("%7d", 1000+i)
		if i%10 == 9 {
			value = ""
		}
		b.WriteString(strings.TrimRight(fmt.Sprintf("ville %-15dmaison des associations         asso         %s", i, value), " ") + "\n")
	}
	return b.String()
}

func TestLongTable(t *testing.T) {
	const n = 2000
	got := strings.Split(strings.TrimSpace(readPlain(t, longSource(n))), "\n")
	if len(got) != n+1 {
		t.Fatalf("%d rows, want %d", len(got), n+1)
	}
	for i, want := range map[int]string{
		0: "T Commune | Site | Porteur | Montant", 1: "T ville 0 | maison des associations | asso | 1000",
		n - 1: "T ville 1998 | maison des associations | asso | 2998", n: "T ville 1999 | maison des associations | asso |",
	} {
		if got[i] != want {
			t.Errorf("row %d is %q, want %q", i, got[i], want)
		}
	}
}

// A long table one of whose lines does not fit its columns loses nothing.
func TestLongTableBroken(t *testing.T) {
	src := longSource(1000) + "une commune au nom bien plus long que les autres  1\n" + longSource(3)
	checkNoLoss(t, []byte(src))
}

// wrappedSource returns a table whose rows take one to three lines, blank below the
// first of a region, with a name of a group before every 50th; some names reach over
// the border of their column.
func wrappedSource(n int) (src string, rows []string) {
	var b strings.Builder
	line := func(cells ...string) {
		b.WriteString(strings.TrimRight(fmt.Sprintf("%-16s%-26s%-24s%10s", cells[0], cells[1], cells[2], cells[3]), " ") + "\n")
	}
	line("Région", "Nom du site", "Porteur", "Montant")
	rows = append(rows, "T Région | Nom du site | Porteur | Montant")
	for i := range n {
		region, amount := "", fmt.Sprint(1000+i)
		if i%7 == 0 {
			region = "Bretagne"
		}
		switch {
		case i%97 == 96:
			name := fmt.Sprintf("Pôle de la vallée verte n%d", i)
			line(region, name, "", amount)
			rows = append(rows, fmt.Sprintf("T %s | %s |  | %s", region, name, amount))
		case i%3 == 0:
			line(region, fmt.Sprintf("Maison %d des services", i), "Communauté", amount)
			line("", "et des habitants", "", "")
			rows = append(rows, fmt.Sprintf("T %s | Maison %d des services et des habitants | Communauté | %s", region, i, amount))
		case i%3 == 1:
			line(region, fmt.Sprintf("Atelier %d", i), "Ville", amount)
			rows = append(rows, fmt.Sprintf("T %s | Atelier %d | Ville | %s", region, i, amount))
		default:
			line(region, fmt.Sprintf("Relais %d (porté par", i), "Association des amis", amount)
			line("", "le centre social et", "du patrimoine", "")
			line("", "culturel)", "", "")
			rows = append(rows, fmt.Sprintf("T %s | Relais %d (porté par le centre social et culturel) | Association des amis du patrimoine | %s", region, i, amount))
		}
	}
	return b.String(), rows
}

func TestLongWrappedTable(t *testing.T) {
	src, want := wrappedSource(1500)
	after := "\nLes dossiers sont à déposer avant le 3 mars.\n"
	got := strings.Split(strings.TrimSpace(readPlain(t, src+after)), "\n")
	if len(got) != len(want)+1 {
		t.Errorf("%d rows, want %d and a paragraph", len(got), len(want))
	}
	shown := 0
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			if t.Errorf("row %d is %q, want %q", i, got[i], want[i]); shown > 5 {
				break
			}
			shown++
		}
	}
	checkNoLoss(t, []byte(src+after))
}

// A long table below another is one of its own.
func TestLongTablesBelowEachOther(t *testing.T) {
	second := "\nOrganisme                  Année\n" + strings.Repeat("Club nautique du lac        2021\nFoyer rural                 2022\n", 400)
	got := readPlain(t, longSource(900)+second)
	if !strings.Contains(got, "T Organisme | Année\n") || strings.Count(got, "T ") != 901+1+800 {
		t.Errorf("%d rows\n%s", strings.Count(got, "T "), got[strings.Index(got, "ville 899"):][:200])
	}
	checkNoLoss(t, []byte(longSource(900)+second))
}

// A page with more lines than are set at once is cut between its groups of lines, and
// what goes on there is one table.
func TestLongPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("Commune              Site                     Montant\n\n")
	for i := range 900 {
		fmt.Fprintf(&b, "Ville de l'Est       Maison des services      %7d\n", 1000+i)
		if i%10 == 9 {
			b.WriteByte('\n')
		}
	}
	doc := &document.Document{}
	if err := readText(doc, []byte(b.String()), document.Options{}); err != nil {
		t.Fatal(err)
	}
	if n := len(doc.Blocks); n != 1 {
		t.Errorf("%d blocks, want one table", n)
	}
	if n := strings.Count(readPlain(t, b.String()), "T "); n != 901 {
		t.Errorf("%d rows, want 901", n)
	}
}
