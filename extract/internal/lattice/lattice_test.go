// Lattices of edges and their tables, on made-up pages.

package lattice

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// read returns the tables of the lattices of a page, cells parted by "|", rows by "/", spans
// as +rows x columns; or why one is no table.
func read(t *testing.T, s *pagetest.Sheet) []string {
	t.Helper()
	p := layout.New(&s.Page)
	var notes, out []string
	for _, l := range Find(edges.Find(p, &notes)) {
		table, why := l.Table(p, "rules")
		if why != "" {
			out = append(out, "no table: "+why)
			continue
		}
		rows := make([][]string, table.Rows)
		for r := range rows {
			rows[r] = make([]string, table.Cols)
		}
		for _, c := range table.Cells {
			var ws []string
			for _, i := range c.Words {
				ws = append(ws, p.Words[i].Text)
			}
			text := strings.Join(ws, " ")
			if c.RowSpan > 1 || c.ColSpan > 1 {
				text += fmt.Sprintf("+%dx%d", c.RowSpan, c.ColSpan)
			}
			rows[c.Row][c.Col] = text
		}
		var lines []string
		for _, r := range rows {
			lines = append(lines, strings.Join(r, "|"))
		}
		out = append(out, strings.Join(lines, "/"))
	}
	if len(notes) > 0 {
		t.Error(notes)
	}
	return out
}

// draw draws a full grid of rules.
func draw(s *pagetest.Sheet, xs, ys []float32) {
	for _, x := range xs {
		s.Rule(x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		s.Rule(xs[0], y, xs[len(xs)-1], y)
	}
}

func TestFind(t *testing.T) {
	h := func(at, from, to float32) Edge { return Edge{At: at, From: from, To: to} }
	e := Edges{
		H: []Edge{h(100, 50, 200), h(120, 50, 200), h(140, 48, 200), h(300, 50, 90), h(320, 50, 90), h(500, 50, 300)},
		V: []Edge{h(50, 100, 142), h(50, 297, 320), h(90, 300, 320), h(120, 100, 140)},
	}
	got := Find(e)
	if len(got) != 2 {
		t.Fatalf("%d lattices: an edge that meets no other makes none, and the two are apart", len(got))
	}
	if l := got[0]; !slices.Equal(l.Xs, []float32{50, 120, 200}) || !slices.Equal(l.Ys, []float32{100, 120, 140}) {
		t.Errorf("borders %v, %v: the ends of rules are a border where no side is drawn", l.Xs, l.Ys)
	}
	if got[0].Sides != [4]bool{true, true, false, true} || got[1].Sides != [4]bool{true, true, true, true} {
		t.Errorf("sides drawn: %v, %v", got[0].Sides, got[1].Sides)
	}
}

func TestTable(t *testing.T) {
	for _, tt := range []struct {
		name string
		set  func(*pagetest.Sheet)
		want string
	}{
		{"a missing edge joins two places", func(s *pagetest.Sheet) {
			draw(s, []float32{50, 150, 300}, []float32{100, 120})
			draw(s, []float32{150, 300}, []float32{120, 140, 160})
			s.Rule(50, 120, 50, 160)
			s.Rule(50, 160, 150, 160)
			s.Text(55, 114, 10, 0, "Canton")
			s.Text(155, 114, 10, 0, "Bourg")
			s.Text(55, 144, 10, 0, "Ardenne")
			s.Text(155, 134, 10, 0, "Givet")
			s.Text(155, 154, 10, 0, "Fumay")
		}, "Canton|Bourg/Ardenne+2x1|Givet/|Fumay"},
		{"a caption in a frame is no row", func(s *pagetest.Sheet) {
			draw(s, []float32{50, 300}, []float32{80, 100})
			draw(s, []float32{50, 150, 300}, []float32{100, 120, 140})
			s.Text(55, 94, 10, 0, "Tableau 3 : halles rénovées")
			s.Text(55, 114, 10, 0, "Halle")
			s.Text(155, 114, 10, 0, "Travaux")
			s.Text(55, 134, 10, 0, "Nord")
			s.Text(155, 134, 10, 0, "Toit")
		}, "Halle|Travaux/Nord|Toit"},
		{"a frame", func(s *pagetest.Sheet) {
			draw(s, []float32{50, 300}, []float32{100, 140})
			s.Text(55, 124, 10, 0, "Attention")
		}, "no table: a frame"},
		{"a form", func(s *pagetest.Sheet) {
			draw(s, []float32{50, 150, 250, 350}, []float32{100, 120, 140, 160, 180, 200, 220})
			s.Text(55, 114, 10, 0, "Nom")
			s.Text(155, 114, 10, 0, "Rue")
			s.Text(255, 214, 10, 0, "Signature")
			s.Text(55, 214, 10, 0, "Date")
		}, "no table: mostly empty: a form or a drawing"},
		{"boxes joined by lines", func(s *pagetest.Sheet) {
			for n := range 4 { // each box stands free of those beside it
				x, y := 50+100*float32(n), 100+40*float32(n)
				draw(s, []float32{x, x + 100}, []float32{y, y + 40})
				s.Text(x+5, y+24, 10, 0, "Bureau")
			}
		}, "no table: boxes joined by lines: a drawing"},
	} {
		s := pagetest.NewSheet()
		tt.set(s)
		if got := strings.Join(read(t, s), "; "); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
