// Rules through and under words, and drawn bullets before them.

package layout

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// TestRuled draws a rule over a word of five letters, some em above or below its
// baseline.
func TestRuled(t *testing.T) {
	for _, tt := range []struct {
		name             string
		size             float32
		up, thick, inset float32 // em
		struck, under    bool
	}{
		{"through the middle", 10, 0.3, 0.05, 0, true, false},
		{"at the top of small letters", 10, 0.47, 0.05, 0, true, false},
		{"above small letters", 10, 0.55, 0.05, 0, false, false},
		{"low through small letters", 10, 0.13, 0.05, 0, true, false},
		{"between middle and baseline", 10, 0.11, 0.05, 0, false, false},
		{"below the baseline", 10, -0.1, 0.05, 0, false, true},
		{"as low as underlines are", 10, -0.25, 0.05, 0, false, true},
		{"a border", 10, -0.3, 0.05, 0, false, false},
		{"thick", 10, 0.3, 0.14, 0, true, false},
		{"a bar", 10, 0.3, 0.16, 0, false, false},
		{"longer than its word", 10, 0.3, 0.05, -0.2, true, false},
		{"too long", 10, 0.3, 0.05, -0.24, false, false},
		{"large type", 58, 0.49, 0.05, 0, true, false},
		{"larger than anything struck out", 66, 0.49, 0.05, 0, false, false},
	} {
		s := pagetest.NewSheet()
		x := s.Text(50, 300, tt.size, 0, "Total")
		y := 300 - tt.up*tt.size
		s.Rules = []ink.Rule{{Box: Box{X0: 50 + tt.inset*tt.size, Y0: y - tt.thick*tt.size/2, X1: x - tt.inset*tt.size, Y1: y + tt.thick*tt.size/2}}}
		p := New(&s.Page)
		if b := s.Rules[0].Box; p.Strikes(b) != tt.struck || p.Underlines(b) != tt.under {
			t.Errorf("%s: struck %v, underlined %v", tt.name, p.Strikes(b), p.Underlines(b))
		}
		struck, under := false, false
		p.Ruled(func(_ int32, through bool) { struck, under = struck || through, under || !through })
		if struck != tt.struck || under != tt.under {
			t.Errorf("%s: Ruled says struck %v, underlined %v", tt.name, struck, under)
		}
	}
}

// A rule is drawn through whole words, and not through raised ones.
func TestRuledWords(t *testing.T) {
	s := pagetest.NewSheet()
	x := s.Text(50, 300, 10, 0, "Total")
	s.Text(x, 296, 6, 0, "e")
	x = s.Text(x+6, 300, 10, 0, "Ain")
	s.Text(x+3, 300, 10, 0, "Var")
	s.Rules = []ink.Rule{{Box: Box{X0: 50, Y0: 296.8, X1: x, Y1: 297.2}}}
	p := New(&s.Page)
	got := ""
	p.Ruled(func(i int32, _ bool) { got += p.Words[i].Text + " " })
	if got != "Total Ain " {
		t.Errorf("got %q", got)
	}
}

// TestDrawnBullets paints a square some points wide before a word of 10 points.
func TestDrawnBullets(t *testing.T) {
	for _, tt := range []struct {
		name              string
		width, high, left float32 // points; left is the distance to the word
		others            int     // shapes elsewhere on the page
		want              bool
	}{
		{"a bullet", 3, 3, 5, 0, true},
		{"a small one", 1.6, 1.6, 5, 0, true},
		{"a speck", 1.4, 1.4, 5, 0, false},
		{"a large one", 7, 7, 5, 0, true},
		{"a box", 8, 8, 5, 0, false},
		{"a bar", 6, 2.5, 5, 0, false},
		{"indented", 3, 3, 28, 0, true},
		{"too far off", 3, 3, 32, 0, false},
		{"among some thousand shapes", 3, 3, 5, 4500, true},
		{"in a drawing of countless shapes", 3, 3, 5, 5500, false},
	} {
		s := pagetest.NewSheet()
		s.Text(100, 200, 10, 0, "Bourg")
		for k := range tt.others {
			s.Fill(float32(k%500), 500, float32(k%500)+3, 503, 0xff000000)
		}
		x := 100 - tt.left
		s.Fill(x-tt.width, 197-tt.high/2, x, 197+tt.high/2, 0xff000000)
		if got := New(&s.Page).Words[0].Dot; got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
	// A sign in the middle of a text is no bullet.
	s := pagetest.NewSheet()
	x := s.Text(50, 200, 10, 0, "Ain")
	s.Fill(x+3, 195, x+6, 198, 0xff000000)
	s.Text(x+10, 200, 10, 0, "Var")
	if p := New(&s.Page); p.Words[0].Dot || p.Words[1].Dot {
		t.Error("a sign between two words became a bullet")
	}
}
