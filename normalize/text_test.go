// Duplicates and tidied text: held to their slow definitions.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// TestDuplicatesOfNothing holds that rows that print only their number are no
// duplicates, and that their number does not multiply the work.
func TestDuplicatesOfNothing(t *testing.T) {
	tab := &records.Table{Columns: []records.Column{{Name: "number"}, {Name: "name"}, {Name: "new", Derived: true}}}
	for i := range 5 {
		tab.Rows = append(tab.Rows, &records.Record{ID: i + 1, Cells: []records.Cell{{Text: strings.Repeat("1", i)}, {}, {Text: "false"}}})
	}
	eachDuplicate(&bind.Table{Table: tab}, func(a, b int) { t.Errorf("rows %d and %d", a, b) })
	for _, i := range []int{1, 3, 4} {
		tab.Rows[i].Cells[1].Text = "Brest"
	}
	var pairs [][2]int
	eachDuplicate(&bind.Table{Table: tab}, func(a, b int) { pairs = append(pairs, [2]int{a, b}) })
	if len(pairs) != 2 || pairs[0] != [2]int{1, 3} || pairs[1] != [2]int{3, 4} {
		t.Errorf("pairs %v", pairs)
	}
}

// FuzzTidyShortcut holds untidy to its word: what it did not see is not there to mend.
func FuzzTidyShortcut(f *testing.F) {
	for _, s := range []string{"", " ", "a b", "a  b", "Île é", "œuvre ", "e\u0301", "a\u00a0b", "\xc3", "\xc3 b", "é\u0301", "a\tb", "Lyon 8 ^e", "1 ère", "1 e ,", "( a )", "\x01", "ᾳ\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ordinal := forms.Tidy(s)
		if want, is := (forms.Odd | forms.Caret | forms.Apart).Tidy(s); got != want || ordinal != is {
			t.Errorf("%q becomes %q, and with every step %q", s, got, want)
		}
	})
}
