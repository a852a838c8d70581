// Lists in columns and cards, on made-up pages.

package grid

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

func TestListsInColumns(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows [][2]string
		bold bool // every third row
		want string
	}{
		{"bullets beside bullets", [][2]string{
			{"• Arvel", "• Dornay"}, {"• Belmont", "• Ezy"}, {"• Corlay", "• Fresnay"}, {"• Druye", "• Gorron"}, {"• Ernée", "• Hautefort"},
		}, false, ""},
		{"dashes of blank figures", [][2]string{
			{"Arvel", "- 3"}, {"Belmont", "- 12"}, {"Corlay", "7"}, {"Druye", "- 4"}, {"Ernée", "22"},
		}, false, "gaps 0: Arvel|- 3/Belmont|- 12/Corlay|7/Druye|- 4/Ernée|22"},
		{"cards", [][2]string{
			{"Forge Noire", "Atelier Bleu"},
			{"4 rue Haute", "9 rue Basse"},
			{"Arvel", "Corlay"},
			{"Moulin Vert", "Cave Rouge"},
			{"1 place Neuve", "6 quai Sud"},
			{"Druye", "Ezy"},
		}, true, "gaps 0: Forge Noire|4 rue Haute|Arvel/Atelier Bleu|9 rue Basse|Corlay/Moulin Vert|1 place Neuve|Druye/Cave Rouge|6 quai Sud|Ezy"},
	} {
		s := pagetest.NewSheet()
		y := float32(100)
		for k, r := range tt.rows {
			font := int32(0)
			if tt.bold && k%3 == 0 {
				font, y = 1, y+10
			}
			for c, text := range r {
				s.Text(60+200*float32(c), y, 10, font, text)
			}
			y += 14
		}
		if got := show(find(s)); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
