// Long tables are read like short ones.

package text

import (
	"fmt"
	"strings"
	"testing"
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
