// How far words may be apart and figures may be off: each limit of the package
// with a sentence on either side of it.

package claims

import (
	"fmt"
	"strings"
	"testing"
)

// filler returns n words that mean nothing to the grammar.
func filler(n int) string { return strings.Repeat("vraiment ", n) }

// named makes facts of rows with these names.
func named(title string, names ...string) Facts {
	t := TableFacts{ID: 1, Name: title}
	for i, n := range names {
		t.Rows = append(t.Rows, RowFacts{ID: i + 1, Name: n})
	}
	return Facts{Tables: []TableFacts{t}}
}

// rows makes facts of n rows in the Aude and m in the Gard, below a heading.
func inAudeAndGard(title string, n, m int) Facts {
	t := TableFacts{ID: 1, Name: title}
	for i := range n + m {
		d := "Aude"
		if i >= n {
			d = "Gard"
		}
		t.Rows = append(t.Rows, RowFacts{ID: i + 1, Name: fmt.Sprintf("Ville %d", i), Department: d})
	}
	return Facts{Tables: []TableFacts{t}}
}

func TestLimitsOfBreakdowns(t *testing.T) {
	for _, tt := range []struct{ name, prose, want string }{
		{"a comma, a tenth off", "Sur ces 170 sites, 68 se trouvent en ruralité et 118 en QPV.", "breakdown 170 contradiction"},
		{"a comma, too far off", "Sur ces 170 sites, 68 se trouvent en ruralité et 121 en QPV.", ""},
		{"a comma, three off", "Sur ces 20 sites, 8 se trouvent en ruralité et 15 en QPV.", "breakdown 20 contradiction"},
		{"a comma, four off", "Sur ces 20 sites, 8 se trouvent en ruralité et 16 en QPV.", ""},
		{"a colon, a quarter off", "Sur ces 100 sites : 40 sont portés par l'État, 40 par des associations et 44 par des collectivités.", "breakdown 100 contradiction"},
		{"a colon, too far off", "Sur ces 100 sites : 40 sont portés par l'État, 40 par des associations et 48 par des collectivités.", ""},
		{"a colon, five off", "Sur ces 12 sites : 5 sont portés par l'État, 5 par des associations et 7 par des collectivités.", "breakdown 12 contradiction"},
		{"a colon, six off", "Sur ces 12 sites : 5 sont portés par l'État, 5 par des associations et 8 par des collectivités.", ""},
		{"dont, three parts", "Elle compte 1000 personnes dont 500 chevaliers, 300 officiers et 228 commandeurs.", "breakdown 1000 contradiction"},
		{"dont, three parts too far off", "Elle compte 1000 personnes dont 500 chevaliers, 300 officiers et 234 commandeurs.", ""},
		{"dont, four parts", "Elle compte 100 personnes dont 50 chevaliers, 30 officiers, 20 commandeurs et 8 dignitaires.", "breakdown 100 contradiction"},
		{"dont, three parts are fewer", "Elle compte 100 personnes dont 50 chevaliers, 30 officiers et 28 commandeurs.", ""},
		{"the tie near its total", "Les 20 sites " + filler(10) + "se répartissent en 12 sites ruraux et 8 sites urbains.", "breakdown 20 ok"},
		{"the tie far from its total", "Les 20 sites " + filler(12) + "se répartissent en 12 sites ruraux et 8 sites urbains.", ""},
		{"two words before a part", "Les 20 sites se répartissent ainsi : puis bien sûr 12 ruraux, et enfin 8 urbains.", "breakdown 20 ok"},
		{"three words before a part", "Les 20 sites se répartissent ainsi : 12 ruraux, et là bien enfin 8 urbains.", ""},
		{"amounts, three and a half tenths off", "Sur les 2,0 M€, 1,15 M€ sont pour les ruraux et 1,20 M€ pour les urbains.", ""},
		{"amounts, three tenths off", "Sur les 2,0 M€, 1,10 M€ sont pour les ruraux et 1,20 M€ pour les urbains.", "breakdown 2000000 contradiction"},
		{"every item has a figure", "Les 20 lauréats se répartissent ainsi :\n- Bretagne : 12\n- Corse : 8", "breakdown 20 ok"},
		{"an item has none", "Les 20 lauréats se répartissent ainsi :\n- Aude : 1\n- Gard : 1\n- Lot : 1\n- Var : 1\n- Tarn : 1\n- Cher : 1\n- Aube : 1\n- Nord : 13\n- Corse", ""},
		{"total four sentences before", "Les 80 lauréats sont connus. Bien. Bien. Bien. Les lauréats se répartissent ainsi :\n- 48 fabriques ;\n- 32 ateliers.", "breakdown 80 ok"},
		{"total five sentences before", "Les 80 lauréats sont connus. Bien. Bien. Bien. Bien. Les lauréats se répartissent ainsi :\n- 48 fabriques ;\n- 32 ateliers.", ""},
		{"two shares", "La France en produit 60 % et l'Italie 40 %.", ""},
		{"three shares", "La France en produit 60 %, l'Italie 30 % et l'Espagne 10 %.", "share 100 ok"},
	} {
		if got := verdicts(Check(release(tt.prose), Facts{})); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLimitsOfTotals(t *testing.T) {
	pimms := func(rows int) Facts { return network(rows, 0) }
	for _, tt := range []struct {
		name, prose string
		facts       Facts
		want        string
	}{
		{"three times as many", "Au total, 29 PIMMS sont labellisés.", pimms(10), "total 29 mismatch"},
		{"more than three times", "Au total, 32 PIMMS sont labellisés.", pimms(10), "total 32 not_checkable"},
		{"a third", "Au total, 10 PIMMS sont labellisés.", pimms(29), "total 10 mismatch"},
		{"less than a third", "Au total, 10 PIMMS sont labellisés.", pimms(32), "total 10 not_checkable"},
		{"the cue twelve words before", "Au total " + filler(10) + "15 PIMMS.", pimms(10), "total 15 mismatch"},
		{"the cue too far before", "Au total " + filler(11) + "15 PIMMS.", pimms(10), ""},
		{"as many as rows, and five", "Elles entourent 5 PIMMS.", pimms(5), "total 5 ok"},
		{"as many as rows, but few", "Elles entourent 4 PIMMS.", pimms(4), ""},
		{"near the rows", "12 PIMMS ont été sélectionnés.", pimms(10), "total 12 mismatch"},
		{"five off", "35 PIMMS ont été sélectionnés.", pimms(30), "total 35 mismatch"},
		{"six off", "36 PIMMS ont été sélectionnés.", pimms(30), "total 36 not_checkable"},
		{"a fifth off", "21 PIMMS ont été sélectionnés.", pimms(17), "total 21 mismatch"},
		{"more than a fifth off", "18 PIMMS ont été sélectionnés.", pimms(14), "total 18 not_checkable"},
		{"chosen within five words", "12 PIMMS sont tous et toujours sélectionnés.", pimms(10), "total 12 mismatch"},
		{"chosen later", "12 PIMMS sont tous et depuis toujours sélectionnés.", pimms(10), ""},
	} {
		if got := verdicts(Check(release(tt.prose), tt.facts)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLimitsOfPlaces(t *testing.T) {
	for _, tt := range []struct{ name, prose, want string }{
		{"the place eight words after", "On y voit 8 communes " + filler(5) + "dans l'Aude.", "group_total 8 ok"},
		{"about as many in a place", "On voit environ 7 communes dans l'Aude et 4 dans le Gard.", "group_total 7 approximate; group_total 4 ok"},
		{"all rows shared out", "Les 12 communes : 7 dans l'Aude et 5 dans le Gard.", "total 12 ok; group_total 7 mismatch; group_total 5 mismatch; breakdown 12 ok"},
		{"some rows told of", "On voit 7 communes dans l'Aude et 4 dans le Gard.", "group_total 4 ok"},
		{"shared out today", "On voit 7 communes dans l'Aude et 5 dans le Gard.", "group_total 7 mismatch; group_total 5 mismatch"},
		{"shared out before", "On a déjà vu 7 communes dans l'Aude et 5 dans le Gard.", ""},
		{"a place that rules its clause", "Le Gard compte 4 communes.", "group_total 4 ok"},
		{"a place in the name of a body", "L'association Gard compte 4 communes.", ""},
		{"the place nine words after", "On y voit 8 communes " + filler(6) + "dans l'Aude.", ""},
	} {
		if got := verdicts(Check(release(tt.prose), inAudeAndGard("Liste des communes", 8, 4))); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Long texts without a stop, and tables in disguise, are not read as sentences.
func TestLimitsOfSentences(t *testing.T) {
	const total = "Au total, 53 PIMMS sont labellisés"
	long := func(bytes int) string { return total + ", " + strings.Repeat("mot ", (bytes-len(total))/4) }
	for _, tt := range []struct {
		name, prose string
		read        bool
	}{
		{"a long sentence", long(3900), true},
		{"text without a stop", long(4100), false},
		{"many numbers", total + strings.Repeat(", 7 kg", 95), true},
		{"a table in disguise", total + strings.Repeat(", 7 kg", 105), false},
		{"an item that is prose", "- " + total + " et ouverts à tous.", true},
		{"an item that is a name", "- " + total + " et ouverts à.", false},
	} {
		if got := verdicts(Check(release(tt.prose), network(53, 0))) != ""; got != tt.read {
			t.Errorf("%s: read is %v", tt.name, got)
		}
	}
	items := func(bytes int) string {
		return "Les 20 lauréats se répartissent ainsi :\n- 12 sites " + strings.Repeat("mot ", bytes/4) + "\n- 8 ateliers"
	}
	if verdicts(Check(release(items(3900)), Facts{})) == "" || verdicts(Check(release(items(4100)), Facts{})) != "" {
		t.Error("items are as long as sentences at most")
	}
}

// A hostile sentence leaves open what thousands of parts belong to: some
// readings are tried, not all.
func TestLimitOfReadings(t *testing.T) {
	for _, tt := range []struct {
		members int // that belong to the "dont", of 70
		found   bool
	}{{0, true}, {55, true}, {68, false}} {
		ps := []part{{number: number{value: 9}}, {number: number{value: 1}, aside: 1, first: true, out: true}}
		for range 70 {
			ps = append(ps, part{number: number{value: 2}, aside: 1})
		}
		total := number{value: float64(9 + 2*(70-tt.members))}
		if got := agrees(settle(ps, total), total); got != tt.found {
			t.Errorf("%d members: found is %v", tt.members, got)
		}
	}
}

func TestLimitOfUnits(t *testing.T) {
	u := unitAt(tokenize("structures Point conseil labellisées France Services ouvertes partout"), 0)
	if want := "structures Point conseil labellisées France Services ouvertes"; u.text != want {
		t.Errorf("got %q", u.text)
	}
}

// The names of a long table are read evenly, and no further than a few words.
func TestLimitsOfNames(t *testing.T) {
	mixed := func(n int) []RowFacts {
		var rows []RowFacts
		for i := range n {
			rows = append(rows, RowFacts{Name: []string{"Maison bleue", "Ferme"}[i%2]})
		}
		return rows
	}
	if got := commonPrefix(mixed(450)); got != nil {
		t.Errorf("450 names are all read, got %q", got)
	}
	if got := commonPrefix(mixed(550)); len(got) != 2 {
		t.Errorf("every second of 550 names is read, got %q", got)
	}
	same := []RowFacts{{Name: "Un deux trois quatre cinq six"}, {Name: "Un deux trois quatre cinq six"}, {Name: "Un deux trois quatre cinq six"}}
	if got := commonPrefix(same); len(got) != 4 {
		t.Errorf("got %q", got)
	}
}

// The words that most names begin with say what the rows are.
func TestNamesSayWhatIsListed(t *testing.T) {
	for _, tt := range []struct {
		name  string
		names []string
		want  string
	}{
		{"three of five names", []string{"Maison Blanc", "Maison Noir", "Maison Vert", "Atelier", "Ferme"}, "total 5 ok"},
		{"half of the names", []string{"Maison Blanc", "Maison Noir", "Atelier", "Ferme"}, ""},
		{"three names", []string{"Maison Blanc", "Maison Noir", "Maison Vert"}, "total 3 ok"},
		{"two names", []string{"Maison Blanc", "Maison Noir"}, ""},
	} {
		prose := fmt.Sprintf("Au total, %d maisons ouvrent.", len(tt.names))
		if got := verdicts(Check(release(prose), named("", tt.names...))); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
