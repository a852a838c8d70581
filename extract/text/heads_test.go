// Headings of columns: what is one, and which first rows only look like it.

package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// A first row whose only figure may be a year is a record, and so are rows of codes that
// become figures with a digit more.
func TestFirstRowsAreNoHeadings(t *testing.T) {
	var codes strings.Builder
	codes.WriteString("Les lots\n\nLot       Salle     Bloc      Quai\n")
	for i := range 30 {
		fmt.Fprintf(&codes, "L%-9dS%-9dB%-9dQ%d\n", i+1, i+1, i+1, i+1)
	}
	for name, c := range map[string]struct {
		text string
		rows int
	}{
		"a figure like a year": {"Effectifs\n\nCommune       Projet               Effectif\nBrest         Halle couverte           1900\nLens          Halle couverte            330\nCaen          Piste cyclable             52\nGap           Salle                    2900\n", 4},
		"codes":                {codes.String(), 30},
	} {
		t.Run(name, func(t *testing.T) {
			doc := &document.Document{}
			if err := Reader.Read(doc, []byte(c.text), document.Options{}); err != nil {
				t.Fatal(err)
			}
			records := 0
			for _, b := range doc.Blocks {
				if table, ok := b.(*document.Table); ok {
					for _, r := range table.Rows {
						if !r.Header {
							records++
						}
					}
				}
			}
			if records != c.rows {
				t.Errorf("%d rows below the headings, want %d", records, c.rows)
			}
		})
	}
}
