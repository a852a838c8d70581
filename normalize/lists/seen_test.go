// What looks like a table or a list and became none is said.

package lists

import (
	"slices"
	"testing"

	"github.com/pressoir/pressoir/normalize/records"
)

// A table whose rows had become one line is no list, and not silent.
func TestGluedFigures(t *testing.T) {
	for _, test := range [...]struct {
		name, text string
		doubt      bool
	}{
		{"rows on one line", "Ventes de cycles\n\nMARS 2019 MARS 2018 % VAR Total 24 993 28 459 -12,2% Vélos de ville 14 364 16 108 -10,8% Pliants 3 160 3 351 -5,7% Remorques 500 650 -23,1%\n", true},
		{"in English", "Boat sales\n\nAPR 2014 APR 2013 % CHG All boats 4,993 5,459 -8.5% Sail 1,364 1,108 +23.1% Motor 2,321 2,620 -11.4%\n", true},
		{"a sentence", "Cycles\n\nIl a été vendu 24 993 vélos en 2019, 28 459 en 2018, 14 364 en 2017, 16 108 en 2016, 12 000 en 2015, 11 400 en 2014 et 10 200 en 2013.\n", false},
		{"pages to turn", "Archives\n\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 Suivant\n", false},
		{"words", "Contacts\n\nService des sports, 2e étage, bureau 12, bâtiment 3, porte 4, allée 5, rue Haute 6, quartier 7, secteur 8, zone 9\n", false},
	} {
		r := read(t, "txt", test.text)
		if got := slices.ContainsFunc(r.Notes, func(n Note) bool { return n.Code == records.CodeListUnread }); got != test.doubt || len(r.Lists) > 0 {
			t.Errorf("%s: doubt %v, want %v; %d lists; %v", test.name, got, test.doubt, len(r.Lists), r.Notes)
		}
	}
}
