// Words that touch are parted where a column begins, on made-up pages.

package layout

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// TestCutCells sets a table of three columns whose blanks are printed. The text
// that fills its cell ends where the next column begins.
func TestCutCells(t *testing.T) {
	const full = "Saint-Germain-des-Prés-en-Forêt" // as wide as its column: 31 letters of 5 points
	for _, tt := range []struct {
		name   string
		lines  int  // that show where the second column begins
		begins bool // a text object begins with the second column
		blanks bool // the page prints its blanks
		want   string
	}{
		{"a column begins", 5, true, true, full + "|Loiret|1200"},
		{"no text object begins", 5, false, true, full + "Loiret|1200"},
		{"too few lines have the edge", 1, true, true, full + "Loiret|1200"},
		{"blanks are not printed", 5, true, false, full + "Loiret|1200"},
	} {
		s := pagetest.NewSheet()
		set := func(x, y float32, begins bool, text string) float32 {
			n := len(s.Glyphs)
			end := s.Text(x, y, 10, 0, text)
			s.Glyphs[n].Begins = begins
			return end
		}
		for k := range tt.lines {
			y := 100 + 12*float32(k)
			x := float32(50)
			for n, word := range []string{"Ville", "neuve", "haute"} {
				x = set(x, y, n == 0, word)
				if tt.blanks && n < 2 {
					s.Glyphs = append(s.Glyphs, ink.Glyph{Rune: ' ', Size: 10, Box: Box{X0: x, Y0: y - 8, X1: x + 2.5, Y1: y + 2}, Origin: ink.Point{X: x, Y: y}})
				}
				x += 2.5
			}
			set(205.2, y, true, "Yonne")
			set(300, y, true, "1200")
		}
		y := 100 + 12*float32(tt.lines)
		set(50, y, true, full)
		set(205.2, y, tt.begins, "Loiret")
		set(300, y, true, "1200")
		p := New(&s.Page)
		last, got := &p.Lines[len(p.Lines)-1], ""
		for n, i := range last.Words {
			if n > 0 {
				got += "|"
			}
			got += p.Words[i].Text
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
