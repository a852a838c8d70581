// Lists in columns, and what is left over beside tables.

package pdf

import (
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// TestPDFListInColumns reads down each column of a list, however short, under its heading.
func TestPDFListInColumns(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 60, 10, 0, "Les communes retenues :")
	s.Text(50, 90, 10, 1, "Nord")
	s.Text(60, 104, 10, 0, "• Arvel")
	s.Text(60, 118, 10, 0, "• Belmont")
	s.Text(260, 104, 10, 0, "• Corlay")
	s.Text(260, 118, 10, 0, "• Druye")
	s.Text(50, 132, 10, 1, "Sud")
	s.Text(60, 146, 10, 0, "• Ernée")
	s.Text(260, 146, 10, 0, "• Fresnay")
	got := outline(readSheets(s))
	want := `p Les communes retenues :
h1 Nord
li • Arvel
li • Belmont
li • Corlay
li • Druye
h1 Sud
li • Ernée
li • Fresnay`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestPDFLeftover reports a text that stands in a column of a table, below its last rule.
func TestPDFLeftover(t *testing.T) {
	for _, tt := range []struct {
		x    float32
		text string
		want bool
	}{
		{205, "Belfort", true},
		{55, "Sources : les ports", false},
		{205, "Les chiffres de ce tableau sont ceux que les ports ont donnés au mois de mai de cette année", false},
	} {
		s := pagetest.NewSheet()
		for _, x := range []float32{50, 200, 400} {
			s.Rule(x, 100, x, 180)
		}
		for k, y := range []float32{100, 120, 140, 160, 180} {
			s.Rule(50, y, 400, y)
			if k < 4 {
				s.Text(55, y+14, 10, 0, []string{"Port", "Arvel", "Corlay", "Druye"}[k])
				s.Text(205, y+14, 10, 0, []string{"Ville", "Dole", "Gray", "Vesoul"}[k])
			}
		}
		s.Text(tt.x, 196, 10, 0, tt.text)
		found := false
		for _, is := range readSheets(s).Issues {
			found = found || is.Code == document.CodeTableLeftover
		}
		if found != tt.want {
			t.Errorf("%q at %g: %v", tt.text, tt.x, found)
		}
	}
}

// TestPDFLineEnds tells line ends that the author made from those that the width made.
func TestPDFLineEnds(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		x     []float32 // of each line; nil: 50
		below string    // a paragraph below
		want  string
	}{
		{
			"a line much longer than the others, with a comma at its end",
			[]string{"Cher : Bourges, Vierzon", "Indre : Issoudun", "Loiret : Montargis, Gien, Pithiviers, Beaugency,", "Meung-sur-Loire"},
			nil, "", "p Cher : Bourges, Vierzon\\nIndre : Issoudun\\nLoiret : Montargis, Gien, Pithiviers, Beaugency, Meung-sur-Loire",
		},
		{
			"lines of their own that end with commas",
			[]string{"Claire Vasseur,", "Hugo Lacombe,", "Romain Castex,", "Anne Roux"},
			nil, "Tous ont pris leurs fonctions au mois de mai", "p Claire Vasseur,\\nHugo Lacombe,\\nRomain Castex,\\nAnne Roux\np Tous ont pris leurs fonctions au mois de mai",
		},
		{
			"an item whose first line is indented",
			[]string{"- Elle appelle tous les ateliers du canton et de la vallée, les écoles, les foyers et les maisons des environs", "proches, et leurs voisins.", "- Elle vote."},
			[]float32{60, 50, 60},
			"Tous les ateliers du canton ont pris leur part au vote", "li - Elle appelle tous les ateliers du canton et de la vallée, les écoles, les foyers et les maisons des environs proches, et leurs voisins.\nli - Elle vote.\np Tous les ateliers du canton ont pris leur part au vote",
		},
		{
			"lines that one word opens",
			[]string{"n 12 maisons à Arvel.", "n 30 maisons à Corlay.", "n 7 maisons à Druye.", "n 25 maisons dans les hameaux des environs d'Ezy.", "n 4 maisons à Gorron."},
			nil, "", "p n 12 maisons à Arvel.\\nn 30 maisons à Corlay.\\nn 7 maisons à Druye.\\nn 25 maisons dans les hameaux des environs d'Ezy.\\nn 4 maisons à Gorron.",
		},
	} {
		s := pagetest.NewSheet()
		for k, line := range tt.lines {
			x := float32(50)
			if tt.x != nil {
				x = tt.x[k]
			}
			s.Text(x, 100+12*float32(k), 10, 0, line)
		}
		s.Text(50, 220, 10, 0, tt.below)
		if got := outline(readSheets(s)); got != tt.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestPDFBoldLines takes bold lines for headings only where text follows them.
func TestPDFBoldLines(t *testing.T) {
	for n, want := range map[int]string{
		4: "p {b 12 cas en Arvel\\n12 cas en Arvel\\n12 cas en Arvel\\n12 cas en Arvel}\np Source : le canton, qui compte les cas chaque soir",
		2: "h1 12 cas en Arvel\nh1 12 cas en Arvel\np Source : le canton, qui compte les cas chaque soir",
	} {
		s := pagetest.NewSheet()
		for k := range n {
			s.Text(50, 100+24*float32(k), 10, 1, "12 cas en Arvel")
		}
		s.Text(50, 300, 10, 0, "Source : le canton, qui compte les cas chaque soir")
		if got := outline(readSheets(s)); got != want {
			t.Errorf("%d\ngot\n%s\nwant\n%s", n, got, want)
		}
	}
}
