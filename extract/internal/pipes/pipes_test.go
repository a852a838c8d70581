// Pipe rows too long to split, and rows without pipes at their edges.

package pipes_test

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/pipes"
)

// TestRowTooLongToSplit checks that a line of 100,000 pipes is split up to the
// largest number of cells, and that its rest is kept whole and reported.
func TestRowTooLongToSplit(t *testing.T) {
	src := "| a | b |\n|---|---|\n" + strings.Repeat("| x ", 100_000) + "|\n"
	doc, err := extract.Read("x.md", []byte(src), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	row := doc.Blocks[0].(*document.Table).Rows[1]
	if len(row.Cells) != pipes.MaxRowCells {
		t.Errorf("%d cells, want %d", len(row.Cells), pipes.MaxRowCells)
	}
	n := 0
	for i := range row.Cells {
		n += strings.Count(row.Cells[i].Text(), "x")
	}
	if n != 100_000 {
		t.Errorf("%d of 100000 printed letters kept", n)
	}
	if len(doc.Issues) != 1 || doc.Issues[0].Code != "row-cut" {
		t.Errorf("issues %v", doc.Issues)
	}
}

// TestBlankBeforeTheFirstPipe checks that a row of a table without pipes at its
// edges may begin with a blank cell.
func TestBlankBeforeTheFirstPipe(t *testing.T) {
	const src = "Région | Site | Ville\n--- | --- | ---\nBretagne | A | Brest\n | B | Rennes\n | | Vannes\n| Corse | C | Ajaccio |\n"
	doc, err := extract.Read("x.md", []byte(src), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range doc.Blocks[0].(*document.Table).Rows {
		var cells []string
		for i := range r.Cells {
			cells = append(cells, r.Cells[i].Text())
		}
		got = append(got, strings.Join(cells, "/"))
	}
	if want := "Région/Site/Ville Bretagne/A/Brest /B/Rennes //Vannes Corse/C/Ajaccio"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTabsTooManyToSplit checks the same for tabs and semicolons.
func TestTabsTooManyToSplit(t *testing.T) {
	src := strings.Repeat(strings.Repeat("x;", pipes.MaxRowCells)+"x;x\n", 3)
	doc, err := extract.Read("x.txt", []byte(src), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	row := doc.Blocks[0].(*document.Table).Rows[1]
	if n := len(row.Cells); n != pipes.MaxRowCells || row.Cells[n-1].Text() != "x;x;x" {
		t.Errorf("%d cells, the last %q", n, row.Cells[n-1].Text())
	}
	if len(doc.Issues) != 3 || doc.Issues[0].Code != "row-cut" {
		t.Errorf("issues %v", doc.Issues)
	}
}
