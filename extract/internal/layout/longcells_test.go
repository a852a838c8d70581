// Long cells look like running text, on made-up pages.

package layout

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// TestLongCells sets six rows of a long cell and two short ones, which begin on lines of
// the long cells as firsts says.
func TestLongCells(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines int     // of each long cell
		first string  // its first word
		shift float32 // how far the short cells' baselines lie below those of a line
		short int     // short cells of a row
		want  bool    // running text
	}{
		{"cells of four lines", 4, "Mot", 0, 2, false},
		{"one text beside them", 4, "Mot", 0, 1, true},
		{"cells of eight lines", 8, "Mot", 0, 2, true},
		{"running text beside a table of other lines", 4, "Mot", 5, 4, true},
		{"running text beside a table of the same lines", 4, "mot", 0, 2, true},
	} {
		s := pagetest.NewSheet()
		y := float32(100)
		for range 6 {
			for k := range tt.short {
				s.Text(330+40*float32(k), y+tt.shift, 10, 0, "12")
			}
			for k := range tt.lines {
				first := "mot"
				if k == 0 {
					first = tt.first
				}
				s.Text(50, y, 10, 0, line(first, 20, 5))
				y += 12
			}
			y += 6
		}
		p := New(&s.Page)
		got := p.Running(p.Blocks(nil))
		n := 0
		for i := range p.Segments {
			if p.Segments[i].Box.X0 == 50 && got[i] {
				n++
			}
		}
		if n > 0 != tt.want || n > 0 && n < 6*(tt.lines-1) {
			t.Errorf("%s: %d lines are running text", tt.name, n)
		}
	}
}
