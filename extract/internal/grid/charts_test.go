// Tables that look like charts, on made-up pages.

package grid

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// TestMarksAreNoBars sets one text beside each name, farther right in some rows than in
// others, as the labels of bars stand.
func TestMarksAreNoBars(t *testing.T) {
	for _, tt := range []struct {
		name  string
		mark  string
		table bool
	}{
		{"figures", "12", false},
		{"stars", "*", true},
		{"dashes", "–", true},
		{"codes in parentheses", "(12)", true},
	} {
		s := pagetest.NewSheet()
		for k, name := range []string{"Alder", "Birch", "Cedarwick", "Elmstead", "Hollins", "Oakham"} {
			y := 115 + 15*float32(k)
			s.Text(50, y, 10, 0, name)
			s.Text([]float32{180, 210, 130, 160, 140, 195}[k], y, 10, 0, tt.mark)
		}
		if got := len(find(s).Tables) == 1; got != tt.table {
			t.Errorf("%s: a table: %v", tt.name, got)
		}
	}
}

// A dash by itself does not go on in the next row.
func TestLoneDashes(t *testing.T) {
	s := pagetest.NewSheet()
	row(s, 100, "Section", "Men", "Women")
	for k, r := range [][3]string{{"Anjou", "3", "–"}, {"Forez", "–", "5"}, {"Velay", "–", "4"}, {"Vexin", "2", "–"}, {"Berry", "1", "–"}} {
		row(s, 112+12*float32(k), r[0], r[1], r[2])
	}
	const want = "gaps 1: Section|Men|Women/Anjou|3|–/Forez|–|5/Velay|–|4/Vexin|2|–/Berry|1|–"
	if got := show(find(s)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
