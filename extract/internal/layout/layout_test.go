// Words, lines, order and prose on made-up pages.

package layout

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

func texts(p *Page) string {
	var lines []string
	for k := range p.Segments {
		var ws []string
		for _, i := range p.Segments[k].Words {
			ws = append(ws, p.Words[i].Text)
		}
		lines = append(lines, strings.Join(ws, " "))
	}
	return strings.Join(lines, "|")
}

func TestInside(t *testing.T) {
	b := Box{X0: 10, Y0: 20, X1: 30, Y1: 40}
	for _, tt := range []struct {
		x, y float32
		want bool
	}{{10, 20, true}, {30, 40, true}, {9, 30, false}, {31, 30, false}, {20, 19, false}, {20, 41, false}} {
		if Inside(b, tt.x, tt.y) != tt.want {
			t.Errorf("(%v, %v): want %v", tt.x, tt.y, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	tests := []struct {
		name string
		set  func(*pagetest.Sheet)
		want string
	}{
		{"gaps make words", func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "Maison des services") }, "Maison des services"},
		{"painted in any order", func(s *pagetest.Sheet) {
			s.Text(100, 100, 10, 0, "deux")
			s.Text(75, 100, 10, 0, "un")
		}, "un|deux"},
		{"letter-spaced", func(s *pagetest.Sheet) {
			for i, r := range "COMMUNIQUE" {
				s.Text(50+float32(i)*7, 100, 10, 0, string(r))
			}
			for i, r := range "PRESSE" {
				s.Text(126+float32(i)*7, 100, 10, 0, string(r))
			}
		}, "COMMUNIQUE PRESSE"},
		{"fake bold", func(s *pagetest.Sheet) {
			s.Text(50, 100, 10, 0, "Total")
			s.Text(50.4, 100, 10, 0, "Total")
		}, "Total"},
		{"superscript", func(s *pagetest.Sheet) {
			x := s.Text(50, 100, 10, 0, "Lyon 8")
			x = s.Text(x, 96, 6, 0, "e")
			s.Text(x+2.5, 100, 10, 0, "Mermoz")
		}, "Lyon 8 e Mermoz"},
		{"leaders stand alone", func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "Ain.........12") }, "Ain ......... 12"},
		{"dots set apart are a leader", func(s *pagetest.Sheet) {
			x := s.Text(50, 100, 10, 0, "Ain")
			for k := range 6 {
				s.Text(x+0.5+5*float32(k), 100, 10, 0, ".")
			}
			s.Text(110, 100, 10, 0, "12")
		}, "Ain ......|12"},
		{"ligature", func(s *pagetest.Sheet) { s.Text(50, 100, 10, 0, "oﬃciel") }, "officiel"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := pagetest.NewSheet()
			tt.set(s)
			if got := texts(New(&s.Page)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A wide gap of justified type is none between columns: the lines around it are
// not white there.
func TestSegments(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 100, 10, 0, "une ligne pleine de texte")
	s.Text(50, 112, 10, 0, "une")
	s.Text(76, 112, 10, 0, "ligne pleine de texte")
	s.Text(50, 124, 10, 0, "une ligne pleine de texte")
	if got, want := texts(New(&s.Page)), "une ligne pleine de texte|une ligne pleine de texte|une ligne pleine de texte"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRunning(t *testing.T) {
	s := pagetest.NewSheet()
	for i := range 5 {
		s.Text(50, 100+12*float32(i), 10, 0, "la colonne de gauche dit une chose")
		s.Text(300, 100+12*float32(i), 10, 0, "et celle de droite en dit une autre")
	}
	for i := range 5 {
		s.Text(50, 400+12*float32(i), 10, 0, "Ain")
		s.Text(300, 400+12*float32(i), 10, 0, "Bourg")
	}
	p := New(&s.Page)
	for k, running := range p.Running(p.Blocks(nil)) {
		if want := p.Segments[k].Base < 300; running != want {
			t.Errorf("segment at %v: running is %v", p.Segments[k].Box, running)
		}
	}
}

func TestOrder(t *testing.T) {
	title := Box{X0: 50, Y0: 20, X1: 500, Y1: 40}
	left, left2 := Box{X0: 50, Y0: 60, X1: 250, Y1: 200}, Box{X0: 50, Y0: 210, X1: 250, Y1: 400}
	right := Box{X0: 300, Y0: 60, X1: 500, Y1: 400}
	foot := Box{X0: 50, Y0: 420, X1: 500, Y1: 440}
	got := Order([]Box{right, foot, left2, left, title}, 10)
	want := []int{4, 3, 2, 0, 1}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func TestDots(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(70, 100, 10, 0, "Maison de Bourg")
	s.Fills = append(s.Fills, ink.Fill{Box: Box{X0: 60, Y0: 95, X1: 63, Y1: 98}, Color: 0xff000000, Rough: true})
	p := New(&s.Page)
	if !p.Words[0].Dot {
		t.Error("the drawn bullet was not seen")
	}
}
