// The bound on tables: what goes beyond is not read, and said.

package normalize

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

func TestTooManyTables(t *testing.T) {
	t.Parallel()
	blocks := make([]document.Block, bind.MaxFragments+2)
	for i := range blocks {
		tab := grid("Nom|Effectif\nA|1")
		tab.At.Line = int32(i + 1)
		blocks[i] = tab
	}
	tables, found := boundTables(docOf(blocks...), nil)
	if n := len(tables[0].Records()); len(tables) != 1 || n != bind.MaxFragments {
		t.Errorf("%d tables, the first of %d records; want one of %d", len(tables), n, bind.MaxFragments)
	}
	n := 0
	for i := range found {
		if f := &found[i]; f.Code == "tables-too-many" {
			n++
			if f.Level != records.Fault || f.At.Line != bind.MaxFragments+1 {
				t.Errorf("finding %+v", f)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d findings of tables that are not read, want 1", n)
	}
}

// TestNarrowed holds that one wide row makes no wide table of many short ones,
// and that what it prints beyond the columns is kept, in one cell.
func TestNarrowed(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("| Commune | Note |\n|---|---|\n")
	const rows, wide = 50_000, 1000
	b.WriteString(strings.Repeat("| Lyon | bon |\n", rows))
	for i := range wide {
		fmt.Fprintf(&b, "| v%d ", i)
	}
	doc, err := extract.Read("a.md", []byte(b.String()+"|\n"), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res := normalized(doc, Options{})
	last := res.Tables[0].Rows[rows+1]
	if n := len(res.Tables[0].Columns); n > bind.MinPlaces/rows+8 {
		t.Errorf("%d columns", n)
	}
	var all strings.Builder
	for i := range last.Cells {
		all.WriteString(last.Cells[i].Text + " | ")
	}
	for i := range wide {
		if !strings.Contains(all.String(), fmt.Sprintf("v%d ", i)) {
			t.Fatalf("v%d is lost", i)
		}
	}
	find(t, res.Findings, "surplus-cell")
}
