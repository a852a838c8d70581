// Lists in columns, boxes and headings without wide gaps, on made-up pages.

package grid

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

func TestListsInColumns(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows [][2]string
		want string
	}{
		{"bullets beside bullets", [][2]string{
			{"• Arvel", "• Dornay"}, {"• Belmont", "• Ezy"}, {"• Corlay", "• Fresnay"}, {"• Druye", "• Gorron"}, {"• Ernée", "• Hautefort"},
		}, ""},
		{"dashes of blank figures", [][2]string{
			{"Arvel", "- 3"}, {"Belmont", "- 12"}, {"Corlay", "7"}, {"Druye", "- 4"}, {"Ernée", "22"},
		}, "gaps 0: Arvel|- 3/Belmont|- 12/Corlay|7/Druye|- 4/Ernée|22"},
	} {
		s := pagetest.NewSheet()
		y := float32(100)
		for _, r := range tt.rows {
			for c, text := range r {
				s.Text(60+200*float32(c), y, 10, 0, text)
			}
			y += 14
		}
		if got := show(find(s)); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestBoxes sets two boxes one above the other, each with a title and rows without rules.
func TestBoxes(t *testing.T) {
	s := pagetest.NewSheet()
	for _, y := range []float32{100, 220} {
		lattice(s, []float32{50, 450}, []float32{y, y + 90})
		s.Text(230, y+16, 10, 1, "Tour 1")
		for n, r := range [3][2]string{{"Arvel", "20:30"}, {"Belmont", "20:45"}, {"Corlay", "21:00"}} {
			s.Text(60, y+36+18*float32(n), 10, 0, r[0])
			s.Text(240, y+36+18*float32(n), 10, 0, r[0])
			s.Text(410, y+36+18*float32(n), 10, 0, r[1])
		}
	}
	const box = "bands 0: Arvel|Arvel|20:30/Belmont|Belmont|20:45/Corlay|Corlay|21:00"
	if got := show(find(s)); got != box+"\n"+box {
		t.Errorf("got %s", got)
	}
}

// TestHeadingsWithoutGap sets headings in bold type that no wide gap parts above rows.
func TestHeadingsWithoutGap(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 100, 10, 1, "Library")
	s.Text(90, 100, 10, 1, "Members")
	s.Text(130, 100, 10, 1, "Loans")
	for k, r := range [][3]string{{"Arvel", "12", "30"}, {"Corlay", "7", "31"}, {"Druye", "9", "32"}, {"Ezy", "4", "33"}} {
		y := 124 + 22*float32(k)
		s.Text(50, y, 10, 0, r[0])
		s.Text(100, y, 10, 0, r[1])
		s.Text(135, y, 10, 0, r[2])
	}
	const want = "gaps 1: Library|Members|Loans/Arvel|12|30/Corlay|7|31/Druye|9|32/Ezy|4|33"
	if got := show(find(s)); got != want {
		t.Errorf("got %s", got)
	}
}
