// Words that narrow cells cut, and those that only wrap.

package pdf

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

func TestCutWords(t *testing.T) {
	tests := []struct {
		above, below string
		width        float32 // of the cell's text, in points; letters are 5 wide
		want         string
	}{
		{"Nouvea", "u", 32, "Nouveau"},
		{"Départeme", "nt", 46, "Département"},
		{"Nouveau", "a", 36, "Nouveau a"},
		{"Nouveau", "lieu", 36, "Nouveau lieu"},
		{"Nouvea", "u", 60, "Nouvea u"},
		{"34–", "10", 29, "34–10"},
		{"vu –", "10", 29, "vu – 10"},
		{"883 58", "5", 29, "883 585"},
		{"883 585", "5", 34, "883 585 5"},
		{"883 58", "5", 60, "883 58 5"},
	}
	for _, tt := range tests {
		s := pagetest.NewSheet()
		s.Text(102, 100, 10, 0, tt.above)
		s.Text(102, 112, 10, 0, tt.below)
		pg := newTextPage(layout.New(&s.Page))
		var words []int32
		for i := range pg.Words {
			words = append(words, int32(i))
		}
		words = pg.readingOrder(words)
		c := &grid.Cell{Box: grid.Box{X0: 100, Y0: 90, X1: 104 + tt.width, Y1: 120}, Words: words}
		got := ""
		for _, r := range pg.runs(words, false, pg.cutWords(c, words)) {
			got += r.Text
		}
		if got != tt.want {
			t.Errorf("%q over %q in %g pt: got %q, want %q", tt.above, tt.below, tt.width, got, tt.want)
		}
	}
}
