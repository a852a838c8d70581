// Lists in columns, boxes and headings without wide gaps, on made-up pages.

package grid

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

func TestListsInColumns(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows [][2]string
		want string
	}{
		{"bullets beside bullets", [][2]string{
			{"• Arvel", "• Dornay"}, {"• Belmont", "• Ezy"}, {"• Corlay", "• Fresnay"}, {"• Druye", "• Gorron"}, {"• Ernée", "• Hautefort"},
		}, ""},
		{"dashes of blank figures", [][2]string{
			{"Arvel", "- 3"}, {"Belmont", "- 12"}, {"Corlay", "7"}, {"Druye", "- 4"}, {"Ernée", "22"},
		}, "gaps 0: Arvel|- 3/Belmont|- 12/Corlay|7/Druye|- 4/Ernée|22"},
	} {
		s := pagetest.NewSheet()
		y := float32(100)
		for _, r := range tt.rows {
			for c, text := range r {
				s.Text(60+200*float32(c), y, 10, 0, text)
			}
			y += 14
		}
		if got := show(find(s)); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestBoxes sets two boxes one above the other, each with a title and rows without rules.
func TestBoxes(t *testing.T) {
	s := pagetest.NewSheet()
	for _, y := range []float32{100, 220} {
		drawLattice(s, []float32{50, 450}, []float32{y, y + 90})
		s.Text(230, y+16, 10, 1, "Tour 1")
		for n, r := range [3][2]string{{"Arvel", "20:30"}, {"Belmont", "20:45"}, {"Corlay", "21:00"}} {
			s.Text(60, y+36+18*float32(n), 10, 0, r[0])
			s.Text(240, y+36+18*float32(n), 10, 0, r[0])
			s.Text(410, y+36+18*float32(n), 10, 0, r[1])
		}
	}
	const box = "bands 0: Arvel|Arvel|20:30/Belmont|Belmont|20:45/Corlay|Corlay|21:00"
	if got := show(find(s)); got != box+"\n"+box {
		t.Errorf("got %s", got)
	}
}

// TestHeadingsWithoutGap sets headings in bold type that no wide gap parts above rows.
func TestHeadingsWithoutGap(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 100, 10, 1, "Library")
	s.Text(90, 100, 10, 1, "Members")
	s.Text(130, 100, 10, 1, "Loans")
	for k, r := range [][3]string{{"Arvel", "12", "30"}, {"Corlay", "7", "31"}, {"Druye", "9", "32"}, {"Ezy", "4", "33"}} {
		y := 124 + 22*float32(k)
		s.Text(50, y, 10, 0, r[0])
		s.Text(100, y, 10, 0, r[1])
		s.Text(135, y, 10, 0, r[2])
	}
	const want = "gaps 1: Library|Members|Loans/Arvel|12|30/Corlay|7|31/Druye|9|32/Ezy|4|33"
	if got := show(find(s)); got != want {
		t.Errorf("got %s", got)
	}
}

// TestTextThatFillsItsCell draws the rules cell by cell, close below the texts: they are
// borders, not underlines.
func TestTextThatFillsItsCell(t *testing.T) {
	s := pagetest.NewSheet()
	rows := [][2]string{{"Winners", "Club"}, {"Margaretta Featherston", "Leander"}, {"Jo", "Thames"}, {"Al", "Isis"}}
	const x1 = 21*5 + 2.5 + 1 // where the longest text ends: 21 letters and a blank
	for k, r := range rows {
		y := 100 + 11*float32(k)
		for _, x := range [][2]float32{{0, x1}, {x1, 200}} {
			s.Rule(50+x[0], y, 50+x[1], y)
			s.Rule(50+x[0], y+11, 50+x[1], y+11)
		}
		for _, x := range []float32{50, 50 + x1, 250} {
			s.Rule(x, y, x, y+11)
		}
		s.Text(50.5, y+9, 10, 0, r[0])
		s.Text(50+x1+2, y+9, 10, 0, r[1])
	}
	const want = "rules 0: Winners|Club/Margaretta Featherston|Leander/Jo|Thames/Al|Isis"
	if got := show(find(s)); got != want {
		t.Errorf("got %s", got)
	}
}

// TestRowsBetweenRules sets names of two lines beside values in their middle, a rule below
// each row, and headings as far above the first rule.
func TestRowsBetweenRules(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 84, 10, 1, "Trust")
	s.Text(200, 84, 10, 1, "Beds")
	for k, r := range [][3]string{{"Avon and North", "Partnership", "190"}, {"Borders and Tweed", "Community", "*"}, {"Derwent", "", "41"}, {"Eden Valley", "", "*"}, {"Fylde and Wyre", "Group", "82"}} {
		y := 100 + 30*float32(k)
		s.Rule(50, y, 300, y)
		s.Rule(50, y+30, 300, y+30)
		if r[1] == "" {
			s.Text(50, y+18, 10, 0, r[0])
		} else {
			s.Text(50, y+13, 10, 0, r[0])
			s.Text(50, y+24, 10, 0, r[1])
		}
		s.Text(205, y+18.5, 10, 0, r[2])
	}
	const want = "bands 1: Trust|Beds/Avon and North Partnership|190/Borders and Tweed Community|*/Derwent|41/Eden Valley|*/Fylde and Wyre Group|82"
	if got := show(find(s)); got != want {
		t.Errorf("got %s", got)
	}
}

// TestFirstGroupName takes in the name of the first group of rows, which is printed like
// those further down.
func TestFirstGroupName(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 60, 10, 0, "La liste compte cinq noms.")
	for k, r := range [][3]string{{"Culture"}, {"Lise Roux", "Jardin", "120"}, {"Paul Brun", "Concert", "80"}, {"Sport"}, {"Anne Blin", "Tournoi", "31"}, {"Sam Weil", "Course", "44"}, {"Santé"}, {"Zoé Marc", "Halte", "12"}} {
		y := 100 + 14*float32(k)
		for c, text := range r {
			s.Text(50+120*float32(c), y, 10, 0, text)
		}
	}
	const want = "gaps 0: Culture||/Lise Roux|Jardin|120/Paul Brun|Concert|80/Sport||/Anne Blin|Tournoi|31/Sam Weil|Course|44/Santé||/Zoé Marc|Halte|12"
	if got := show(find(s)); got != want {
		t.Errorf("got %s", got)
	}
}
