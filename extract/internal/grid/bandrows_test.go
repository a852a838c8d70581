// Rows of a lattice with text of several lines, on made-up pages.

package grid

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// TestBandsOfLines sets a lattice whose bands hold lines of cells: "a/b" is a cell of
// two lines.
func TestBandsOfLines(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows [][3]string
		want string
	}{
		{"a figure wrapped in one of several rows of two lines", [][3]string{
			{"No", "Name", "Phone"},
			{"8", "Norton Gas/Limited", "0555 120"},
			{"9", "Kepler/Works", "0555 124/0555 125"},
			{"10", "Severn/Fittings", "0555 130"},
		}, "rules 0: No|Name|Phone/8|Norton Gas Limited|0555 120/9|Kepler Works|0555 124 0555 125/10|Severn Fittings|0555 130"},
		{"rows of figures in most bands", [][3]string{
			{"Region", "Town", "Jobs"},
			{"North", "Leeds/York", "120/80"},
			{"South", "Dover/Hove", "31/44"},
		}, "rules 0: Region|Town|Jobs/North|Leeds|120/|York|80/South|Dover|31/|Hove|44"},
	} {
		s := pagetest.NewSheet()
		y := float32(100)
		s.Rule(50, y, 410, y)
		for _, r := range tt.rows {
			lines := 1
			for c, cell := range r {
				for k, text := range strings.Split(cell, "/") {
					s.Text(55+120*float32(c), y+13+12*float32(k), 10, 0, text)
					lines = max(lines, k+1)
				}
			}
			y += 8 + 12*float32(lines)
			s.Rule(50, y, 410, y)
		}
		for c := range 4 {
			s.Rule(50+120*float32(c), 100, 50+120*float32(c), y)
		}
		if got := show(find(s)); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
