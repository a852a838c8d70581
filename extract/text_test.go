// Plain text: every letter is kept (fuzzed).

package extract

import (
	"os"
	"path/filepath"
	"testing"
	"unicode"
)

// lettersOfBlocks adds the letters and figures of all that a document reports.
func lettersOfBlocks(doc *Document, count map[rune]int) {
	add := func(runs []Run) {
		for _, r := range Plain(runs) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				count[r]++
			}
		}
	}
	var items func([]Item)
	items = func(list []Item) {
		for i := range list {
			add([]Run{{Text: list[i].Marker}})
			add(list[i].Runs)
			items(list[i].Sub)
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *Heading:
			add(b.Runs)
		case *Paragraph:
			add(b.Runs)
		case *List:
			items(b.Items)
		case *Table:
			add(b.Caption)
			for _, r := range b.Rows {
				for i := range r.Cells {
					add(r.Cells[i].Runs())
				}
			}
		}
	}
	for _, i := range doc.Issues {
		add([]Run{{Text: i.Text}})
	}
}

func checkNoLoss(t *testing.T, data []byte) {
	t.Helper()
	doc := &Document{}
	if err := readText(doc, data, Options{}); err != nil {
		return
	}
	text, _, _, err := decodeText(data, "")
	if err != nil {
		t.Fatal(err)
	}
	want, got := map[rune]int{}, map[rune]int{}
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			want[r]++
		}
	}
	lettersOfBlocks(doc, got)
	for r, n := range want {
		if got[r] < n {
			t.Fatalf("%q stands %d times in the text and %d times in the blocks", r, n, got[r])
		}
	}
}

func FuzzText(f *testing.F) {
	for _, name := range []string{"testdata/text/*.txt"} {
		files, _ := filepath.Glob(name)
		for _, file := range files {
			if data, err := os.ReadFile(file); err == nil {
				f.Add(data)
			}
		}
	}
	f.Add([]byte("Nom      Ville     Montant\nAnne     Lyon      1 200\nBéatrice Marseille 12 000\n\fNom      Ville\nZoé      Lille     3\n"))
	f.Add([]byte("- un\n  suite\n  - deux\n1. trois\n* quatre\n\n| a | b |\n|---|---|\n| c |\n"))
	f.Add([]byte("A\tB\tC\r\nd\te\tf\rg\th\n"))
	f.Fuzz(func(t *testing.T, data []byte) { checkNoLoss(t, data) })
}
