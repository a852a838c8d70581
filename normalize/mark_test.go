// Legends, hues, marks and the columns that they fill.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/marks"
)

// marksText prints legends: marks, then the meaning.
func marksText(ls []marks.Legend) string {
	var out []string
	kinds := [...]string{"sign", "word", "bold", "italic", "fill", "color", "column"}
	for _, l := range ls {
		var ms []string
		for _, m := range l.Marks {
			ms = append(ms, strings.TrimSuffix(kinds[m.Kind]+":"+m.Sign+m.Hue, ":"))
		}
		meaning := l.Meaning
		if meaning == "" {
			meaning = "other"
		}
		out = append(out, strings.Join(ms, "+")+"="+meaning)
	}
	return strings.Join(out, " ")
}

func TestLegends(t *testing.T) {
	tests := []struct{ line, want string }{
		{"(Les nouvelles labellisations sont surlignées en jaune et marquées d'un astérisque rouge)", "sign:*+fill:yellow=new"},
		{"* nouvelles labellisations", "sign:*=new"},
		{"(*) Nouveaux sites labellisés en 2020", "sign:*=new"},
		{"* : nouveau", "sign:*=new"},
		{"** : renouvellement", "sign:**=renewed"},
		{"* nouveaux labellisés, ** labels renouvelés", "sign:*=new sign:**=renewed"},
		{"* nouveau site ; † site fermé", "sign:*=new sign:†=withdrawn"},
		{"Les nouvelles structures sont surlignées en jaune.", "fill:yellow=new"},
		{"Les nouvelles labellisations figurent en gras.", "bold=new"},
		{"En gras : les nouveaux lauréats", "bold=new"},
		{"En jaune, les nouvelles structures", "color:yellow+fill:yellow=new"},
		{"Les nouveaux apparaissent en caractères rouges", ""},
		{"Les nouveaux sites apparaissent en rouge", "color:red+fill:red=new"},
		{"Les cellules sur fond vert indiquent les nouvelles communes", "fill:green=new"},
		{"Les sites en italique sont labellisés à titre provisoire et signalés comme tels", "italic=provisional"},
		{"New sites are marked with an asterisk.", "sign:*=new"},
		{"Newly designated sites are shown in bold", "bold=new"},
		{"Sites highlighted in yellow are new", "fill:yellow=new"},
		{"Les nouveaux sites sont signalés par la mention « nouveau »", "word:nouveau=new"},
		{"* femmes", "sign:*=other"},
		{"Une étoile ★ désigne les nouvelles agences", "sign:*+sign:★=new"},
		{"Les nouvelles communes sont accompagnées d'un ●", "sign:●=new"},
		{"Lecture : ◆ = nouvelle agence", "sign:◆=new"},
		// Prose that explains nothing.
		{"13 nouveaux PIMMS ont obtenu la labellisation France Services.", ""},
		{"La ministre a souligné en rouge les nouveaux enjeux de la politique de la ville dans son discours, qui a été prononcé devant les élus réunis à Paris pour l'occasion, et qui a marqué les esprits de toutes les personnes présentes, venues de toutes les régions de France et des outre-mer pour y assister, malgré la grève.", ""},
		{"Liste des structures labellisées :", ""},
		{"* Micro-Folie Rigny *", ""},
		{"", ""},
		{"*", ""},
	}
	for _, tt := range tests {
		if got := marksText(marks.ReadLegends(tt.line, document.Pos{})); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.line, got, tt.want)
		}
	}
}

func TestAsides(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Les nouvelles agences (★) :", "sign:★=new"},
		{"Agences (★ = nouvelle)", "sign:★=new"},
		{"Liste des agences (* nouvelles agences)", "sign:*=new"},
		{"Le réseau compte 8 ateliers, dont 4 nouveaux (en gras dans la\nliste ci-dessous), répartis dans deux régions.", "bold=new"},
		{"Les renouvellements (**) et les nouvelles agences (*)", "sign:**=renewed sign:*=new"},
		{"12 communes rejoignent le programme, dont 5 nouvelles (signalées par une étoile).", "sign:*+sign:★=new"},
		{"Le nouveau dispositif (*) sera financé par l'État.", ""},
		{"Les nouvelles agences (Brest, Laon) ouvrent en mai.", ""},
		{"13 nouveaux sites (en Bretagne et en Normandie) ouvrent.", ""},
		{"Trois lauréats (en gras) ont été choisis.", ""},
		{"(", ""},
		{"()()(*)", ""},
	}
	for _, tt := range tests {
		if got := marksText(marks.ReadAsides(tt.text, document.Pos{})); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestCutNewWord(t *testing.T) {
	tests := []struct{ in, rest, word string }{
		{"Espace Brest (nouveau)", "Espace Brest", "(nouveau)"},
		{"Espace Brest (Nouvelle)", "Espace Brest", "(Nouvelle)"},
		{"Espace Brest [NEW]", "Espace Brest", "[NEW]"},
		{"Espace Brest NEW", "Espace Brest", "NEW"},
		{"Espace Brest – NOUVEAU", "Espace Brest", "NOUVEAU"},
		{"Espace Brest - nouveau", "Espace Brest", "nouveau"},
		{"NEW Espace Brest", "Espace Brest", "NEW"},
		{"Espace Brest (new!)", "Espace Brest", "(new!)"},
		{"Le Monde nouveau", "Le Monde nouveau", ""},
		{"ESPACE NOUVEAU", "ESPACE NOUVEAU", ""},
		{"Nouveau Théâtre", "Nouveau Théâtre", ""},
		{"Château-Chinon (Ville)", "Château-Chinon (Ville)", ""},
		{"Pont-Nouveau", "Pont-Nouveau", ""},
		{"nouveau", "nouveau", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		if rest, word := marks.CutNewWord(tt.in); rest != tt.rest || word != tt.word {
			t.Errorf("%q: %q, %q; want %q, %q", tt.in, rest, word, tt.rest, tt.word)
		}
	}
}

func TestHues(t *testing.T) {
	tests := []struct {
		r, g, b uint8
		want    string
	}{
		{255, 255, 0, "yellow"},
		{255, 242, 204, "yellow"},
		{255, 230, 153, "yellow"},
		{224, 0, 0, "red"},
		{255, 0, 0, "red"},
		{146, 208, 80, "green"},
		{0, 112, 192, "blue"},
		{255, 192, 0, "yellow"},
		{237, 125, 49, "orange"},
		{112, 48, 160, "violet"},
		{217, 226, 243, "grey"},
		{238, 242, 247, "grey"},
		{217, 217, 217, "grey"},
		{255, 255, 255, ""},
		{0, 0, 0, ""},
		{255, 199, 206, "pink"},
	}
	for _, tt := range tests {
		if got := marks.HueOf(document.RGB(tt.r, tt.g, tt.b)); got != tt.want {
			t.Errorf("%d,%d,%d: %q, want %q", tt.r, tt.g, tt.b, got, tt.want)
		}
	}
}

// styled gives the cells of column col the style st in the given rows.
func styled(g *document.Table, col int, st document.Style, rows ...int) *document.Table {
	for _, i := range rows {
		if c := &g.Rows[i].Cells[col]; !c.IsBlank() {
			*c = document.NewCell(document.Pos{}, document.Run{Text: c.Text(), Style: st})
		}
	}
	return g
}

func TestMarks(t *testing.T) {
	body := "Département|Nom\nAin|A\nAube|B\nGard|C\nNord|D\nOise|E"
	yellow := document.Style{Fill: document.RGB(255, 255, 0)}
	pale := document.Style{Fill: document.RGB(238, 242, 247)}
	bold := document.Style{Flags: document.Bold}
	italic := document.Style{Flags: document.Italic}
	red := document.Style{Color: document.RGB(255, 0, 0)}
	tests := []struct {
		name   string
		prose  []string
		table  *document.Table
		flags  string // of new
		mark   string // column mark, "-" if there is none
		codes  string
		nocode string
	}{
		{"fill as the legend says", []string{"Les nouveaux sont surlignés en jaune."}, styled(grid(body), 1, yellow, 2, 5), "false true false false true", "-", "marked unmarked", "mark-unseen"},
		{"stripes are no marks", []string{"Les nouveaux sont surlignés en jaune."}, styled(styled(grid(body), 1, pale, 1, 3, 5), 1, yellow, 2), "false true false false false", "-", "", ""},
		{"stripes alone say nothing", nil, styled(grid(body), 1, pale, 1, 3, 5), "", "-", "", "mark-unexplained"},
		{"bold as the legend says", []string{"En gras : les nouveaux"}, styled(grid(body), 1, bold, 1), "true false false false false", "-", "marked", ""},
		{"bold everywhere marks nothing", []string{"En gras : les nouveaux"}, styled(grid(body), 1, bold, 1, 2, 3, 4, 5), "||||", "-", "mark-unseen", ""},
		{"bold everywhere, as many as announced", []string{"En gras : les nouveaux", "5 nouveaux lieux ont obtenu le label."}, styled(grid("Département|Nom du lieu\nAin|A\nAube|B\nGard|C\nNord|D\nOise|E"), 1, bold, 1, 2, 3, 4, 5), "true true true true true", "-", "marked", "mark-unseen"},
		{"italic as the legend says", []string{"En italique : les nouveaux"}, styled(grid(body), 1, italic, 2), "false true false false false", "-", "marked", ""},
		{"bold without a legend is type", nil, styled(grid(body), 1, bold, 1), "", "-", "", "marked"},
		{"red text as the legend says", []string{"Les nouveaux sites apparaissent en rouge"}, styled(grid(body), 1, red, 3), "false false true false false", "-", "marked", ""},
		{"a legend that nothing shows", []string{"En gras : les nouveaux"}, grid(body), "||||", "-", "mark-unseen", "marked"},
		{"a star with a legend", []string{"* nouveaux"}, grid("Département|Nom\nAin|A *\nAube|* B\nGard|C*\nNord|D"), "true true true false", "-", "marked mark-sign", ""},
		{"a star without a legend", nil, grid("Département|Nom\nAin|A *\nAube|B"), "|", "*|", "mark-unexplained", "marked"},
		{"a star that means women is none of new", []string{"* femmes"}, grid("Département|Nom\nAin|A *\nAube|B"), "", "*|", "", "mark-unexplained"},
		{"patterns of file names are no marks", nil, grid("Commande|Filtre\nA|*.csv|\nB|*safari,*chrome"), "", "-", "", "mark-unexplained"},
		{"a sign in a cell of its own", []string{"* nouveaux"}, grid("Département|Nom|Suite\nAin|A|*\nAube|B|bis\nGard|C|ter"), "true false false", "-", "marked", ""},
		{"two signs", []string{"* nouveaux, ** labels renouvelés"}, grid("Département|Nom\nAin|A *\nAube|B **\nGard|C"), "true false false", "-", "marked", ""},
		{"a word needs no legend", nil, grid("Département|Nom\nAin|A (nouveau)\nAube|B"), "true false", "-", "mark-word", ""},
		{"a column of X", nil, grid("Département|Nom|Nouveau\nAin|A|X\nAube|B|\nGard|C|x"), "true false true", "-", "marked", ""},
		{"a column of oui and non", nil, grid("Département|Nom|Nouveau\nAin|A|Oui\nAube|B|Non\nGard|C|?"), "true false true", "-", "", ""},
		{"a star on the region is not the row's", []string{"* nouveaux"}, grid("Région|Nom\nBretagne *|A\n|B\nGrand Est|C *"), "false false true", "-", "", ""},
		{"the prose announces as many", []string{"2 nouveaux lieux ont obtenu le label."}, grid("Département|Nom du lieu\nAin|A *\nAube|B\nGard|C *\nNord|D"), "true false true false", "-", "marked", "mark-unexplained"},
		{"the prose announces another number", []string{"3 nouveaux lieux ont obtenu le label."}, grid("Département|Nom du lieu\nAin|A *\nAube|B\nGard|C *\nNord|D"), "|||", "*||*|", "mark-unexplained", "marked"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			blocks := []document.Block{}
			for _, p := range tt.prose {
				blocks = append(blocks, paragraph(p))
			}
			doc := docOf(append(blocks, tt.table)...)
			res := normalized(doc, Options{})
			tab := res.Tables[0]
			column := func(name string) string {
				if named(tab, name) < 0 {
					return ""
				}
				var ss []string
				blank := true
				for _, r := range tab.Records() {
					s := r.Text(named(tab, name))
					ss = append(ss, s)
					blank = blank && s == ""
				}
				if blank || name == "mark" {
					return strings.Join(ss, "|")
				}
				return strings.Join(ss, " ")
			}
			if got := column("new"); got != tt.flags {
				t.Errorf("new: %q, want %q", got, tt.flags)
			}
			if m := column("mark"); tt.mark == "-" && tab.Col("mark") >= 0 || tt.mark != "-" && m != tt.mark {
				t.Errorf("mark: %q, want %q", m, tt.mark)
			}
			for _, c := range strings.Fields(tt.codes) {
				find(t, res.Findings, c)
			}
			for _, c := range strings.Fields(tt.nocode) {
				none(t, res.Findings, c)
			}
			for _, r := range tab.Records() {
				if strings.ContainsAny(r.Text(tab.Col("name")), "*()") {
					t.Errorf("name %q keeps its mark", r.Text(tab.Col("name")))
				}
			}
			checkLedger(t, doc, res)
		})
	}
}

func TestRenewedColumn(t *testing.T) {
	res := normalized(docOf(paragraph("* nouveaux, ** labels renouvelés"), grid("Département|Nom|Montant\nAin|A *|1 000\nAube|B **|2 000\nGard|C|3")), Options{})
	want(t, show(res.Tables[0], "name new renewed amount"), "A|true|false|1000\nB|false|true|2000\nC|false|false|3")
}

// A line with another sign after the bullets of a list is a legend, not an item.
func TestLegendBehindBullets(t *testing.T) {
	item := func(marker, text string) document.Item {
		return document.Item{Marker: marker, Runs: []document.Run{{Text: text}}}
	}
	doc := &document.Document{Blocks: []document.Block{&document.List{Items: []document.Item{item("•", "Brest *"), item("•", "Vitré"), item("*", "nouvelles villes")}}}}
	if got := marks.FindLegends(doc); len(got) != 1 || got[0].Meaning != marks.MeansNew {
		t.Errorf("got %v", got)
	}
	doc.Blocks[0].(*document.List).Items[1].Marker = "*"
	if got := marks.FindLegends(doc); len(got) != 0 {
		t.Errorf("a list of stars: got %v", got)
	}
}

// TestMarkOfGroups: the sign on a region, printed beside its first row, says
// nothing about that row.
func TestMarkOfGroups(t *testing.T) {
	tab := grid(head + "Bretagne *|Finistère|A\n|Finistère|B\nGrand Est *|Aube|C")
	res := normalized(docOf(tab), Options{})
	none(t, res.Findings, "mark-unexplained")
	if res.Tables[0].Col(marks.MeansNew) >= 0 {
		t.Error("a column new of the signs on regions")
	}
}
