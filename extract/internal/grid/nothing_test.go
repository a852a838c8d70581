// What looks like a table and is none.

package grid

import (
	"fmt"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

func TestFindNothing(t *testing.T) {
	tests := []struct {
		name string
		set  func(*pagetest.Sheet)
	}{
		{"lying bars with their labels, between grid lines", func(s *pagetest.Sheet) {
			s.Rule(50, 90, 400, 90)
			s.Rule(50, 230, 400, 230)
			for k, name := range []string{"Belgique", "Irlande", "Portugal", "Suède", "Malte", "Grèce"} {
				s.Text(60, float32(110+20*k), 9, 0, name)
				s.Text([]float32{180, 310, 225, 270, 340, 205}[k], float32(110+20*k), 9, 0, fmt.Sprintf("%d.5", 10+k))
			}
		}},
		{"an index in two columns", func(s *pagetest.Sheet) {
			for k, name := range []string{"accueil", "balance", "commune", "déchets", "énergie", "forêts"} {
				s.Text(50, float32(100+12*k), 9, 0, fmt.Sprintf("%s, %d, %d", name, 3+k, 40+k))
				s.Text(250, float32(100+12*k), 9, 0, fmt.Sprintf("rue %s, %d", name, 60+k))
			}
		}},
		{"the labels of a form", func(s *pagetest.Sheet) {
			for k, name := range []string{"Nom:", "Rue:", "Code:", "Ville:", "Date:"} {
				s.Text(50, float32(100+20*k), 10, 0, name)
				s.Text(300, float32(100+20*k), 10, 0, []string{"Prénom:", "Numéro:", "Pays:", "Région:", "Signature:"}[k])
			}
		}},
		{"contents without leaders or numbers", func(s *pagetest.Sheet) {
			for k, name := range []string{"Préface", "Budget", "Emplois", "Logement", "Culture", "Sports", "Routes", "Forêts"} {
				s.Text(50, float32(100+14*k), 10, 0, name)
				s.Text(400, float32(100+14*k), 10, 0, fmt.Sprint(5+7*k))
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := pagetest.NewSheet()
			test.set(s)
			if got := show(find(s)); got != "" {
				t.Errorf("found %s", got)
			}
		})
	}
}
