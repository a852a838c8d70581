// Plain text: every letter is kept (fuzzed).

package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// lettersOfBlocks adds the letters and figures of all that a document reports.
func lettersOfBlocks(doc *document.Document, count map[rune]int) {
	add := func(runs []document.Run) {
		for _, r := range document.Plain(runs) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				count[r]++
			}
		}
	}
	var items func([]document.Item)
	items = func(list []document.Item) {
		for i := range list {
			add([]document.Run{{Text: list[i].Marker}})
			add(list[i].Runs)
			items(list[i].Sub)
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			add(b.Runs)
		case *document.Paragraph:
			add(b.Runs)
		case *document.List:
			items(b.Items)
		case *document.Table:
			add(b.Caption)
			for _, r := range b.Rows {
				for i := range r.Cells {
					add(r.Cells[i].Runs())
				}
			}
		}
	}
	for _, i := range doc.Issues {
		add([]document.Run{{Text: i.Text}})
	}
}

func checkNoLoss(t *testing.T, data []byte) {
	t.Helper()
	doc := &document.Document{}
	if err := readText(doc, data, document.Options{}); err != nil {
		return
	}
	text, _, _, err := source.Decode(data, "")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text, `\begin{`) {
		return // the commands of LaTeX are no letters of the text
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
