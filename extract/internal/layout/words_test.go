// How glyphs become words: the gaps that end a word and those that do not, as
// made-up pages print them.

package layout

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// wordsOf10 returns the words of a page of type of 10 points, joined by "|".
func wordsOf10(set func(*pagetest.Sheet)) string {
	s := pagetest.NewSheet()
	set(s)
	var out []string
	for _, w := range Words(&s.Page) {
		out = append(out, w.Text)
	}
	return strings.Join(out, "|")
}

// blankAt prints a blank of a quarter of an em.
func blankAt(s *pagetest.Sheet, x, y float32) {
	s.Glyphs = append(s.Glyphs, ink.Glyph{Rune: ' ', Size: 10, Box: Box{X0: x, Y0: y - 8, X1: x + 2.5, Y1: y + 2}, Origin: Point{X: x, Y: y}})
}

// spelled sets letters with a gap between, in points, and returns where they end.
func spelled(s *pagetest.Sheet, x, gap float32, text string) float32 {
	for _, r := range text {
		x = s.Text(x, 100, 10, 0, string(r)) + gap
	}
	return x - gap
}

func TestWordGaps(t *testing.T) {
	// two sets "Ain" and "Var" with a gap of type of 10 points.
	two := func(gap float32) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) { s.Text(65+gap, 100, 10, 0, "Var"); s.Text(50, 100, 10, 0, "Ain") }
	}
	printed := func(gap float32) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) {
			blankAt(s, 65.5, 100)
			s.Text(50, 100, 10, 0, "Ain")
			x := s.Text(68, 100, 10, 0, "Var")
			s.Text(x+gap, 100, 10, 0, "Lot")
		}
	}
	overBlank := func(gap float32) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) { two(gap)(s); blankAt(s, 65, 100) }
	}
	spaced := func(spacing float32) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) { spelled(s, spelled(s, 50, spacing, "AINAIN")+1.7, spacing, "VARVAR") }
	}
	shifted := func(by float32) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "A"); s.Text(50+by, 100, 10, 0, "A") }
	}
	raisedBy := func(by float32) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "Ai"); s.Text(60, 100+by, 10, 0, "n") }
	}
	dots := func(steps ...float32) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) {
			x := float32(50)
			for _, step := range append(steps, 0) {
				s.Text(x, 100, 10, 0, ".")
				x += step
			}
		}
	}
	for _, tt := range []struct {
		name string
		set  func(*pagetest.Sheet)
		want string
	}{
		{"the blank of tight type", two(1.7), "Ain|Var"},
		{"wide kerning", two(1.3), "AinVar"},
		{"no blank where others are printed", printed(1.7), "Ain|VarLot"},
		{"too wide for that", printed(2.1), "Ain|Var|Lot"},
		{"a printed blank", overBlank(0.45), "Ain|Var"},
		{"a printed blank that is stepped back over", overBlank(0.35), "AinVar"},
		{"letter-spaced: no blank in it", spaced(0.68), "AINAINVARVAR"},
		{"letters hardly apart", spaced(0.52), "AINAIN|VARVAR"},
		{"fake bold", shifted(1.6), "A"},
		{"the letter twice", shifted(2), "AA"},
		{"one baseline", raisedBy(0.8), "Ain"},
		{"two baselines", raisedBy(1), "Ai|n"},
		{"dots of a leader", dots(9.5, 9.5, 9.5), "...."},
		{"dots too far apart", dots(11, 11, 11), ".|.|.|."},
		{"dots apart evenly", dots(8, 8.7, 8), "...."},
		{"dots apart unevenly", dots(8, 8.9, 8), ".|.|.|."},
		{"three dots", dots(8, 8), ".|.|."},
		{"a sign in a row", func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "12----") }, "12|----"},
		{"a letter in a row", func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "12aaaa") }, "12aaaa"},
		{"outside the page", func(s *pagetest.Sheet) { s.Text(600, 100, 10, 0, "Ain"); s.Text(50, -10, 10, 0, "Var") }, ""},
		{"no letters", func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "A\x07\u0085\ufffe") }, "A"},
		{"signs of symbol fonts", func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "\uf0b7") }, "•"},
	} {
		if got := wordsOf10(tt.set); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Invisible text is read where it is the text layer of a scan, else left out.
func TestHiddenLayer(t *testing.T) {
	page := func(seen string) string {
		return wordsOf10(func(s *pagetest.Sheet) {
			s.Text(50, 200, 10, 0, "abcdefghijklmnopqrstuv")
			for i := range s.Glyphs {
				s.Glyphs[i].Mode = 3
			}
			s.Text(50, 100, 10, 0, seen)
		})
	}
	if got, want := page("p7"), "p7|abcdefghijklmnopqrstuv"; got != want {
		t.Errorf("a scan: got %q, want %q", got, want)
	}
	if got, want := page("printed"), "printed"; got != want {
		t.Errorf("a printed page: got %q, want %q", got, want)
	}
}

// Words of text turned by a quarter or by a few degrees are read along it.
func TestTurned(t *testing.T) {
	for _, angle := range []int16{90, 180, 270, 30} {
		s := pagetest.NewSheet()
		sin, cos := map[int16]float32{90: 1, 180: 0, 270: -1, 30: 0.5}[angle], map[int16]float32{90: 0, 180: -1, 270: 0, 30: 0.866}[angle]
		for k, r := range "Ain Var" {
			if r == ' ' {
				continue
			}
			x, y := 300+cos*5*float32(k), 400+sin*5*float32(k)
			s.Glyphs = append(s.Glyphs, ink.Glyph{
				Rune: r, Size: 10, Angle: angle, Origin: Point{X: x, Y: y},
				Box: Union(Box{X0: x, Y0: y, X1: x, Y1: y}, Box{X0: x + cos*5, Y0: y + sin*5, X1: x + cos*5, Y1: y + sin*5}),
			})
		}
		p := New(&s.Page)
		var got []string
		for _, i := range p.Turned {
			got = append(got, p.Words[i].Text)
		}
		if strings.Join(got, "|") != "Ain|Var" || len(p.Lines) > 0 {
			t.Errorf("%d degrees: got %q and %d lines", angle, got, len(p.Lines))
		}
	}
}
