// Blocks and cards, on made-up pages.

package remake

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// show prints the tables of a page: cells parted by "|", rows by "/", tables by lines.
func show(s *pagetest.Sheet) string {
	p := layout.New(&s.Page)
	var out []string
	for _, t := range Tables(p, grid.Find(p, nil).Tables) {
		rows := make([][]string, t.Rows)
		for r := range rows {
			rows[r] = make([]string, t.Cols)
		}
		for _, c := range t.Cells {
			var words []string
			for _, i := range c.Words {
				words = append(words, p.Words[i].Text)
			}
			rows[c.Row][c.Col] = strings.Join(words, " ")
		}
		var lines []string
		for _, r := range rows {
			lines = append(lines, strings.Join(r, "|"))
		}
		out = append(out, strings.Join(lines, "/"))
	}
	return strings.Join(out, "\n")
}

// lattice draws a full grid of rules.
func lattice(s *pagetest.Sheet, xs, ys []float32) {
	for _, x := range xs {
		s.Rule(x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		s.Rule(xs[0], y, xs[len(xs)-1], y)
	}
}

func TestCards(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows [][2]string
		want string
	}{
		{"as many lines", [][2]string{
			{"Forge Noire", "Atelier Bleu"},
			{"4 rue Haute", "9 rue Basse"},
			{"Arvel", "Corlay"},
			{"Moulin Vert", "Cave Rouge"},
			{"1 place Neuve", "6 quai Sud"},
			{"Druye", "Ezy"},
		}, "Forge Noire|4 rue Haute|Arvel/Atelier Bleu|9 rue Basse|Corlay/Moulin Vert|1 place Neuve|Druye/Cave Rouge|6 quai Sud|Ezy"},
	} {
		s := pagetest.NewSheet()
		y := float32(100)
		for k, r := range tt.rows {
			font := int32(0)
			if k%3 == 0 {
				font, y = 1, y+10
			}
			for c, text := range r {
				s.Text(60+200*float32(c), y, 10, font, text)
			}
			y += 14
		}
		if got := show(s); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestBlocksOfOneTable sets two lattices beside each other, row by row.
func TestBlocksOfOneTable(t *testing.T) {
	for _, tt := range []struct {
		name, stub string // of the second lattice's rows
		want       string
	}{
		{"figures", "", "Port|Boats|Crew|Days/Arvel|12|30|5/Belmont|7|31|5/Corlay|9|32|5/Druye|4|33|5"},
		{"names", "Quay ", "Port|Boats/Arvel|12/Belmont|7/Corlay|9/Druye|4\nCrew|Days/Quay 30|5/Quay 31|5/Quay 32|5/Quay 33|5"},
	} {
		s := pagetest.NewSheet()
		ys := []float32{100, 120, 140, 160, 180, 200}
		lattice(s, []float32{50, 150, 220}, ys)
		lattice(s, []float32{260, 330, 380}, ys)
		for k, r := range [][3]string{{"Port", "Boats", "Crew"}, {"Arvel", "12", "30"}, {"Belmont", "7", "31"}, {"Corlay", "9", "32"}, {"Druye", "4", "33"}} {
			y := ys[k] + 14
			s.Text(55, y, 10, 0, r[0])
			s.Text(155, y, 10, 0, r[1])
			if k > 0 {
				r[2] = tt.stub + r[2]
			}
			s.Text(265, y, 10, 0, r[2])
			s.Text(335, y, 10, 0, []string{"Days", "5", "5", "5", "5"}[k])
		}
		if got := show(s); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
