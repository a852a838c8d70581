// The bound on tables: what goes beyond is not read, and said.

package normalize

import (
	"testing"

	"github.com/pressoir/pressoir/extract"
)

func TestTooManyTables(t *testing.T) {
	blocks := make([]extract.Block, maxFragments+2)
	for i := range blocks {
		tab := grid("Nom|Effectif\nA|1")
		tab.At.Line = int32(i + 1)
		blocks[i] = tab
	}
	tables, found := Bind(document(blocks...), nil)
	if n := len(tables[0].Records()); len(tables) != 1 || n != maxFragments {
		t.Errorf("%d tables, the first of %d records; want one of %d", len(tables), n, maxFragments)
	}
	n := 0
	for i := range found {
		if f := &found[i]; f.Code == "tables-too-many" {
			n++
			if f.Level != Fault || f.At.Line != maxFragments+1 {
				t.Errorf("finding %+v", f)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d findings of tables that are not read, want 1", n)
	}
}
