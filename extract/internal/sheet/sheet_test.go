// Tables made of lines and columns, on made-up pages.

package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// whole is a box around a page.
var whole = Box{X1: 595, Y1: 842}

// around returns the box around lines.
func around(lines []Line) Box {
	b := lines[0].Box
	for k := range lines {
		b = layout.Union(b, lines[k].Box)
	}
	return b
}

// lay lays the lines of a page out in the columns that their gaps show, those of the first
// header lines hardly.
func lay(s *pagetest.Sheet, header int) *Sheet {
	p := layout.New(&s.Page)
	lines := LinesIn(p, whole)
	for k := range header {
		lines[k].Weight = 0.3
	}
	return New(p, around(lines), lines, ColumnBorders(p, lines, nil, nil), false)
}

// show returns a table: cells parted by "|", rows by "/", spans as +rows x columns.
func show(s *Sheet, t *Table) string {
	rows := make([][]string, t.Rows)
	for r := range rows {
		rows[r] = make([]string, t.Cols)
	}
	for _, c := range t.Cells {
		var ws []string
		for _, i := range c.Words {
			ws = append(ws, s.p.Words[i].Text)
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
	return strings.Join(lines, "/")
}

// row prints texts side by side, from 50 points, 120 points apart; "" prints none.
func row(s *pagetest.Sheet, y float32, texts ...string) {
	for c, text := range texts {
		s.Text(50+120*float32(c), y, 10, 0, text)
	}
}

func TestTable(t *testing.T) {
	for _, tt := range []struct {
		name   string
		header int
		rules  []float32 // across the whole width
		set    func(*pagetest.Sheet)
		want   string
	}{
		{"a cell of two lines is one cell", 1, nil, func(s *pagetest.Sheet) {
			row(s, 100, "Marché", "Jour", "Étals")
			row(s, 120, "Place du vieux", "lundi", "14")
			row(s, 132, "lavoir", "", "")
			row(s, 152, "Halle", "mardi", "31")
		}, "Marché|Jour|Étals/Place du vieux lavoir|lundi|14/Halle|mardi|31"},
		{"rules part rows whose lines are all as close", 0, []float32{123, 147}, func(s *pagetest.Sheet) {
			row(s, 108, "Rue des", "tilleuls", "pavée")
			row(s, 120, "Forges", "coupés", "")
			row(s, 132, "Quai", "ormes", "fermé")
			row(s, 144, "Neuf", "taillés", "")
			row(s, 156, "Cours", "aucun", "ouvert")
		}, "Rue des Forges|tilleuls coupés|pavée/Quai Neuf|ormes taillés|fermé/Cours|aucun|ouvert"},
		{"a heading centred on the columns below it spans them", 2, nil, func(s *pagetest.Sheet) {
			s.Text(220, 100, 10, 0, "Passages")
			row(s, 112, "Ligne", "matin", "soir")
			row(s, 130, "Bac", "12", "9")
			row(s, 148, "Funiculaire", "40", "38")
		}, "Ligne+2x1|Passages+1x2|/|matin|soir/Bac|12|9/Funiculaire|40|38"},
	} {
		s := pagetest.NewSheet()
		tt.set(s)
		sh := lay(s, tt.header)
		var full []Edge
		for _, y := range tt.rules {
			full = append(full, Edge{At: y, From: sh.Box.X0, To: sh.Box.X1})
		}
		sh.Rule(full, nil, tt.header)
		if got := show(sh, sh.Table("gaps", tt.header)); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestNewDropsEmptyColumns(t *testing.T) {
	s := pagetest.NewSheet()
	row(s, 100, "Bac", "12")
	row(s, 120, "Pont", "40")
	p := layout.New(&s.Page)
	lines := LinesIn(p, whole)
	box := Box{X0: 50, Y0: 90, X1: 300, Y1: 130}
	for keep, want := range map[bool]int{false: 2, true: 3} {
		if sh := New(p, box, lines, []float32{110, 140}, keep); len(sh.Xs)-1 != want {
			t.Errorf("keep %v: %d columns, want %d", keep, len(sh.Xs)-1, want)
		}
	}
}

func TestRefuse(t *testing.T) {
	for _, tt := range []struct {
		why  string
		rows [][]string
	}{
		{"", [][]string{{"Bac", "12", "7"}, {"Pont", "40", "3"}, {"Gué", "5", "1"}, {"Port", "61", "9"}}},
		{"too little to tell", [][]string{{"Bac", "Rhin"}, {"Pont", "Aar"}, {"Gué", "Ill"}}},
		{"a list", [][]string{{"1.", "Bac"}, {"2.", "Pont"}, {"3.", "Gué"}, {"4.", "Port"}, {"5.", "Quai"}}},
		{"mostly blank", [][]string{{"Bac", "", "", "9"}, {"", "Pont", "", ""}, {"", "", "Gué", ""}, {"Port", "", "", ""}, {"", "", "", "3"}, {"", "Cale", "", ""}}},
	} {
		s := pagetest.NewSheet()
		for k, r := range tt.rows {
			row(s, 100+20*float32(k), r...)
		}
		p := layout.New(&s.Page)
		lines := LinesIn(p, whole)
		var seps []float32
		for c := 1; c < len(tt.rows[0]); c++ {
			seps = append(seps, 45+120*float32(c))
		}
		sh := New(p, around(lines), lines, seps, true)
		sh.Rule(nil, nil, 0)
		if why := sh.Refuse(sh.Table("gaps", 0), 0, false); why != tt.why {
			t.Errorf("%v is refused as %q, want %q", tt.rows, why, tt.why)
		}
	}
}

func TestLine(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 100, 10, 1, "Total des quais")
	s.Text(200, 100, 10, 0, "61")
	s.Text(50, 120, 10, 1, "Bac")
	p := layout.New(&s.Page)
	lines := LinesIn(p, whole)
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	l := &lines[0]
	if l.Text(p) != "Total des quais 61" || !l.IsTotal(p) || l.AllBold(p) || !lines[1].AllBold(p) {
		t.Errorf("%q: total %v, bold %v; the second bold %v", l.Text(p), l.IsTotal(p), l.AllBold(p), lines[1].AllBold(p))
	}
	x := (l.Box.X0 + 60)
	if Crosses(p, lines[:1], x) {
		t.Error("the row of a sum may lie over a border")
	}
	if left := LinesIn(p, Box{X1: 190, Y1: 110}); len(left) != 1 || left[0].Text(p) != "Total des quais" {
		t.Errorf("lines of a part of the page: %v", left)
	}
	l.Words = slices.Clone(l.Words[:3])
	if l.Text(p) != "Total des quais" {
		t.Errorf("a text that was kept is out of date: %q", l.Text(p))
	}
}
