// Tables found, and not found, on made-up pages.

package grid

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
	"github.com/pressoir/pressoir/extract/internal/shape"
)

// show prints the tables of a page: cells parted by "|", rows by "/", spans as
// +rows x columns.
func show(s *Steps) string {
	var out []string
	for k := range s.Tables {
		t := &s.Tables[k]
		rows := make([][]string, t.Rows)
		for r := range rows {
			rows[r] = make([]string, t.Cols)
		}
		for _, c := range t.Cells {
			var ws []string
			for _, i := range c.Words {
				ws = append(ws, s.Page.Words[i].Text)
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
		out = append(out, fmt.Sprintf("%s %d: %s", t.Method, t.Header, strings.Join(lines, "/")))
	}
	return strings.Join(out, "\n")
}

func find(s *pagetest.Sheet) *Steps { return Find(layout.New(&s.Page), nil) }

// drawLattice draws a full grid of rules.
func drawLattice(s *pagetest.Sheet, xs, ys []float32) {
	for _, x := range xs {
		s.Rule(x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		s.Rule(xs[0], y, xs[len(xs)-1], y)
	}
}

func TestFind(t *testing.T) {
	tests := []struct {
		name string
		set  func(*pagetest.Sheet)
		want string
	}{
		{"full rules, a cell of two lines", func(s *pagetest.Sheet) {
			drawLattice(s, []float32{50, 150, 300}, []float32{100, 120, 150, 170})
			s.Text(55, 114, 10, 1, "Nom")
			s.Text(155, 114, 10, 1, "Ville")
			s.Text(55, 132, 10, 0, "Maison de")
			s.Text(55, 144, 10, 0, "services")
			s.Text(155, 132, 10, 0, "Bourg")
			s.Text(55, 164, 10, 0, "Relais")
			s.Text(155, 164, 10, 0, "Gex")
		}, "rules 0: Nom|Ville/Maison de services|Bourg/Relais|Gex"},
		{"a cell that spans rows", func(s *pagetest.Sheet) {
			for _, x := range []float32{50, 150, 300} {
				s.Rule(x, 100, x, 160)
			}
			for _, y := range []float32{100, 120, 160} {
				s.Rule(50, y, 300, y)
			}
			s.Rule(150, 140, 300, 140)
			s.Text(55, 114, 10, 0, "Région")
			s.Text(155, 114, 10, 0, "Ville")
			s.Text(55, 134, 10, 0, "Bretagne")
			s.Text(155, 134, 10, 0, "Brest")
			s.Text(155, 154, 10, 0, "Vannes")
		}, "rules 0: Région|Ville/Bretagne+2x1|Brest/|Vannes"},
		{"lines of a cell that spans rows, at no heights of theirs", func(s *pagetest.Sheet) {
			for _, x := range []float32{50, 150, 300} {
				s.Rule(x, 100, x, 180)
			}
			for _, y := range []float32{100, 120, 180} {
				s.Rule(50, y, 300, y)
			}
			s.Rule(150, 140, 300, 140)
			s.Rule(150, 160, 300, 160)
			s.Text(55, 114, 10, 0, "Région")
			s.Text(155, 114, 10, 0, "Ville")
			for i, stub := range []string{"Bretagne", "et autres", "lieux"} {
				s.Text(55, 139+12*float32(i), 10, 0, stub)
			}
			for i, ville := range []string{"Brest", "Vannes", "Laon"} {
				s.Text(155, 134+20*float32(i), 10, 0, ville)
			}
		}, "rules 0: Région|Ville/Bretagne et autres lieux+3x1|Brest/|Vannes/|Laon"},
		{"a line without a stub whose words had no room above", func(s *pagetest.Sheet) {
			for i, r := range [][4]string{{"Lieu", "Adresse", "Agents", "Visites"}, {"Ain", "Rue du Commerce Nord", "12", "340"}, {"", "Bourg"}, {"Gex", "Place Haute", "13", "350"}, {"Nantua", "Rue Basse", "14", "360"}, {"Belley", "Rue Neuve", "15", "370"}} {
				for c, x := range [4]float32{50, 150, 300, 400} {
					s.Text(x, 100+12*float32(i), 10, 0, r[c])
				}
			}
		}, "gaps 1: Lieu|Adresse|Agents|Visites/Ain|Rue du Commerce Nord Bourg|12|340/Gex|Place Haute|13|350/Nantua|Rue Basse|14|360/Belley|Rue Neuve|15|370"},
		{"rules above and below only", func(s *pagetest.Sheet) {
			for _, y := range []float32{100, 120, 170} {
				s.Rule(50, y, 350, y)
			}
			for i, r := range [][3]string{{"Année", "Hommes", "Femmes"}, {"2019", "1 204", "1 310"}, {"2020", "998", "1 007"}, {"2021", "1 100", "1 212"}} {
				y := 114 + 14*float32(i)
				if i > 0 {
					y += 6
				}
				s.Text(55, y, 10, 0, r[0])
				s.Text(180, y, 10, 0, r[1])
				s.Text(280, y, 10, 0, r[2])
			}
		}, "bands 1: Année|Hommes|Femmes/2019|1 204|1 310/2020|998|1 007/2021|1 100|1 212"},
		{"a heading that spans columns by its rule", func(s *pagetest.Sheet) {
			s.Rule(50, 100, 350, 100)
			s.Rule(150, 118, 350, 118)
			s.Rule(50, 136, 350, 136)
			s.Rule(50, 190, 350, 190)
			s.Text(230, 114, 10, 0, "Effectif")
			s.Text(160, 131, 10, 0, "Hommes")
			s.Text(280, 131, 10, 0, "Femmes")
			s.Text(55, 131, 10, 0, "Année")
			for i := range 3 {
				y := 150 + 14*float32(i)
				s.Text(55, y, 10, 0, fmt.Sprint(2019+i))
				s.Text(160, y, 10, 0, fmt.Sprint(100+i))
				s.Text(280, y, 10, 0, fmt.Sprint(200+i))
			}
		}, "bands 2: Année+2x1|Effectif+1x2|/|Hommes|Femmes/2019|100|200/2020|101|201/2021|102|202"},
		{"no rules, rows of several lines", func(s *pagetest.Sheet) {
			y := float32(100)
			for i := range 4 {
				s.Text(55, y, 10, 0, "Ain")
				s.Text(150, y, 10, 0, "Maison de services")
				s.Text(300, y, 10, 0, fmt.Sprint(1000+i))
				s.Text(150, y+12, 10, 0, "au public")
				y += 32
			}
		}, "gaps 0: Ain|Maison de services au public|1000/Ain|Maison de services au public|1001/Ain|Maison de services au public|1002/Ain|Maison de services au public|1003"},
		{"headings centred on two lines, names of groups in bold", func(s *pagetest.Sheet) {
			s.Text(300, 93, 10, 1, "Montant")
			s.Text(55, 99, 10, 1, "Lieu")
			s.Text(150, 99, 10, 1, "Nom")
			s.Text(300, 105, 10, 1, "(brut)")
			y := float32(122)
			for n, group := range []string{"Bretagne", "Normandie"} {
				s.Text(55, y, 10, 1, group)
				for i, place := range []string{"Ain", "Aisne", "Aube"} {
					y += 12
					s.Text(55, y, 10, 0, place)
					s.Text(150, y, 10, 0, "Relais")
					s.Text(320, y, 10, 0, fmt.Sprint(1000*n+100+i))
				}
				y += 12
			}
		}, "gaps 1: Lieu|Nom|Montant (brut)/Bretagne||/Ain|Relais|100/Aisne|Relais|101/Aube|Relais|102/Normandie||/Ain|Relais|1100/Aisne|Relais|1101/Aube|Relais|1102"},
		{"stubs in the middle of rows of three lines, all equally close", func(s *pagetest.Sheet) {
			y := float32(100)
			for i, name := range []string{"Relais", "Maison Gex avec le|concours du pays et|de ses lieux", "Halle", "Bureau", "Espace Nantua avec|le concours du pays|et de ses lieux"} {
				lines := strings.Split(name, "|")
				s.Text(55, y+6*float32(len(lines)-1), 10, 0, "Ain")
				s.Text(300, y+6*float32(len(lines)-1), 10, 0, fmt.Sprint(100+i))
				for _, l := range lines {
					s.Text(150, y, 10, 0, l)
					y += 12
				}
			}
			s.Text(55, y, 10, 0, "(1) Sous réserve de la signature du contrat.")
		}, "gaps 0: Ain|Relais|100/Ain|Maison Gex avec le concours du pays et de ses lieux|101/Ain|Halle|102/Ain|Bureau|103/Ain|Espace Nantua avec le concours du pays et de ses lieux|104"},
		{"lines of a program and their numbers", func(s *pagetest.Sheet) {
			for i, text := range []string{"begin", "  step one", "  step two", "end", "begin again", "  step three", "end of it"} {
				y := 100 + 12*float32(i)
				s.Text(55, y, 6, 0, fmt.Sprint(12+i))
				s.Text(75+4*float32(len(text)-len(strings.TrimSpace(text))), y, 10, 0, strings.TrimSpace(text))
			}
		}, ""},
		{"ranks in the type of their table", func(s *pagetest.Sheet) {
			for i, text := range []string{"Ain", "Aisne", "Allier", "Ardennes", "Aube"} {
				y := 100 + 12*float32(i)
				s.Text(55, y, 10, 0, fmt.Sprint(1+i))
				s.Text(75, y, 10, 0, text)
				s.Text(175, y, 10, 0, fmt.Sprint(471-i))
			}
		}, "gaps 0: 1|Ain|471/2|Aisne|470/3|Allier|469/4|Ardennes|468/5|Aube|467"},
		{"program text between rules", func(s *pagetest.Sheet) {
			for _, y := range []float32{88, 160} {
				s.Rule(50, y, 350, y)
			}
			for i, r := range [][2]string{{"if", "x==0 {"}, {"", "y := f();"}, {"}", ""}, {"else", "{ y }"}, {"call", "g(x);"}} {
				s.Text(55, 100+12*float32(i), 10, 0, r[0])
				s.Text(120, 100+12*float32(i), 10, 0, r[1])
			}
		}, ""},
		{"a table of contents", func(s *pagetest.Sheet) {
			for i, text := range []string{"1. Aims", "2. Means", "3. Results", "4. Outlook", "Annex"} {
				y := 100 + 14*float32(i)
				x := s.Text(55, y, 10, 0, text)
				s.Text(x+4, y, 10, 0, strings.Repeat(".", 40-2*i))
				s.Text(400, y, 10, 0, fmt.Sprint(3+4*i))
			}
		}, ""},
		{"leaders to figures that fall", func(s *pagetest.Sheet) {
			for i, text := range []string{"Ain", "Gard", "Gers", "Jura", "Lot"} {
				y := 100 + 14*float32(i)
				x := s.Text(55, y, 10, 0, text)
				s.Text(x+4, y, 10, 0, strings.Repeat(".", 40))
				s.Text(400, y, 10, 0, fmt.Sprint(93-4*i))
			}
		}, "gaps 0: Ain|93/Gard|89/Gers|85/Jura|81/Lot|77"},
		{"numbered formulas", func(s *pagetest.Sheet) {
			for i, text := range []string{"a+b", "c", "d-e", "f"} {
				y := 100 + 16*float32(i)
				s.Text(155, y, 10, 0, text)
				s.Text(200, y, 10, 0, "=")
				s.Text(220, y, 10, 0, "xy+z")
				s.Text(400, y, 10, 0, fmt.Sprintf("(%d)", 4+i))
			}
		}, ""},
		{"bars in a frame, their heights above them", func(s *pagetest.Sheet) {
			s.Rule(50, 90, 350, 90)
			s.Rule(50, 170, 350, 170)
			for i, h := range []float32{30, 44, 61, 18, 52} {
				s.Text(60+50*float32(i), 165-h, 10, 0, fmt.Sprint(h))
				s.Text(60+50*float32(i), 166, 10, 0, fmt.Sprint(2001+i))
			}
		}, ""},
		{"signs of currency flush with their column", func(s *pagetest.Sheet) {
			for i, r := range [][2]string{{"Rent", "91,460"}, {"Fees", "1,204"}, {"Tax", "13"}, {"Other", "877"}} {
				y := 100 + 14*float32(i)
				s.Text(55, y, 10, 0, r[0])
				s.Text(150, y, 10, 0, "$")
				s.Text(200-5*float32(len(r[1])), y, 10, 0, r[1])
			}
		}, "gaps 0: Rent|$ 91,460/Fees|$ 1,204/Tax|$ 13/Other|$ 877"},
		{"no rules, cells left blank", func(s *pagetest.Sheet) {
			for i, r := range [][3]string{{"Ain", "Bourg", "12"}, {"", "Gex", "7"}, {"Isère", "Vienne", "9"}, {"", "Voiron", "11"}, {"", "Tullins", "3"}} {
				y := 100 + 14*float32(i)
				s.Text(55, y, 10, 0, r[0])
				s.Text(150, y, 10, 0, r[1])
				s.Text(300, y, 10, 0, r[2])
			}
		}, "gaps 0: Ain|Bourg|12/|Gex|7/Isère|Vienne|9/|Voiron|11/|Tullins|3"},
		{"typewriter, tight columns of figures", func(s *pagetest.Sheet) {
			for i := range 5 {
				s.Text(50, 100+12*float32(i), 10, 2, fmt.Sprintf("%-12s %6d %6d %6d", "ligne"+string(rune('a'+i)), 1000+i, 22222+i, 333+i))
			}
		}, "gaps 0: lignea|1000|22222|333/ligneb|1001|22223|334/lignec|1002|22224|335/ligned|1003|22225|336/lignee|1004|22226|337"},
		{"dot leaders", func(s *pagetest.Sheet) {
			for i := range 4 {
				y := 100 + 14*float32(i)
				s.Text(50, y, 10, 0, "Pays ............... "+fmt.Sprint(100+i))
				s.Text(300, y, 10, 0, fmt.Sprint(200+i))
			}
		}, "gaps 0: Pays|100|200/Pays|101|201/Pays|102|202/Pays|103|203"},
		{"two columns of prose", func(s *pagetest.Sheet) {
			for i := range 9 {
				s.Text(50, 100+12*float32(i), 10, 0, "la colonne de gauche dit une chose")
				s.Text(300, 100+12*float32(i), 10, 0, "et celle de droite en dit une autre")
			}
		}, ""},
		{"a list", func(s *pagetest.Sheet) {
			for i := range 6 {
				s.Text(50, 100+14*float32(i), 10, 0, "•")
				s.Text(70, 100+14*float32(i), 10, 0, "Maison de services "+fmt.Sprint(i))
			}
		}, ""},
		{"a numbered list", func(s *pagetest.Sheet) {
			for i := range 6 {
				s.Text(50, 100+14*float32(i), 10, 0, fmt.Sprintf("%d.", i+1))
				s.Text(70, 100+14*float32(i), 10, 0, "Maison de services")
			}
		}, ""},
		{"a frame around prose", func(s *pagetest.Sheet) {
			drawLattice(s, []float32{50, 400}, []float32{90, 160})
			for i := range 4 {
				s.Text(60, 105+12*float32(i), 10, 0, "une ligne de texte dans un cadre tracé")
			}
		}, ""},
		{"axes of a chart", func(s *pagetest.Sheet) {
			for i := range 6 {
				s.Rule(80, 100+20*float32(i), 400, 100+20*float32(i))
				s.Text(60, 103+20*float32(i), 8, 0, fmt.Sprint(100-20*i))
			}
			s.Rule(80, 100, 80, 200)
		}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := pagetest.NewSheet()
			tt.set(s)
			steps := find(s)
			if got := show(steps); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s\ncandidates %+v", got, tt.want, steps.Candidates)
			}
		})
	}
}

// A table that goes on shows one row only; its columns are known from before.
func TestFindSideBySide(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 90, 10, 0, "Table 1. Emploi")
	s.Text(330, 90, 10, 0, "Table 2. Budget")
	rows := func(x float32, names, figures []string) {
		for k, name := range names {
			s.Text(x, float32(110+13*k), 10, 0, name)
			s.Text(x+110, float32(110+13*k), 10, 0, figures[k])
		}
	}
	rows(50, []string{"Secteur", "Bois", "Eau", "Textile", "Mines"}, []string{"Total", "1,494", "4,616", "4,211", "1,022"})
	rows(330, []string{"Pays", "Irlande", "Malte", "Grèce"}, []string{"Part", "8.4", "7.6", "2.1"})
	want := "gaps 1: Secteur|Total/Bois|1,494/Eau|4,616/Textile|4,211/Mines|1,022\ngaps 1: Pays|Part/Irlande|8.4/Malte|7.6/Grèce|2.1"
	if got := show(find(s)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Charts, indexes, forms and contents stand in lines with gaps, and are no tables.
func TestFindCarried(t *testing.T) {
	row := func(s *pagetest.Sheet, y float32, cells ...string) {
		for c, text := range cells {
			s.Text(55+110*float32(c), y, 10, 0, text)
		}
	}
	var before Before
	one := pagetest.NewSheet()
	for i := range 6 {
		row(one, 700+14*float32(i), "Ain", "Bourg", "Maison", "12")
	}
	Find(layout.New(&one.Page), &before)
	two := pagetest.NewSheet()
	row(two, 60, "Isère", "", "Relais", "9")
	if got, want := show(Find(layout.New(&two.Page), &before)), "gaps 0: Isère||Relais|9"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumeric(t *testing.T) {
	for s, want := range map[string]bool{"12": true, "1,234.5": true, "(0.9)": true, "12%": true, "n.a.": true, "—": true, "31.6**": true, "Bourg": false, "1990-96": true, "FY2007": true, "abc1": false} {
		if shape.Numeric(s) != want {
			t.Errorf("shape.Numeric(%q) is not %v", s, want)
		}
	}
}
