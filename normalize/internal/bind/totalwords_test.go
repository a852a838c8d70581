// Tests of the words that open a total.

package bind

import (
	"testing"

	"github.com/pressoir/pressoir/normalize/internal/places"
)

func TestReadTotal(t *testing.T) {
	tests := []struct {
		in  string
		how totalWord
	}{
		{"Total", SureTotal},
		{"TOTAL GÉNÉRAL", SureTotal},
		{"Sous-total du Finistère", SureTotal},
		{"Total Bretagne : 12", SureTotal},
		{"Total des aides versées", LikelyTotal},
		{"Total France", SureTotal},
		{"Ensemble", SureTotal},
		{"Ensemble de la Bretagne", SureTotal},
		{"Moyenne", SureTotal},
		{"Moyenne nationale", SureTotal},
		{"Total exprimés", LikelyTotal},
		{"Sous-total hors taxes", SureTotal},
		{"Moyenne par bureau", LikelyTotal},
		{"Ensemble des votants", LikelyTotal},
		{"Total Énergies", maybeTotal},
		{"TOTAL EXPRIMES", maybeTotal},
		{"Ensemble orchestral de Paris", maybeTotal},
		{"Ensemble Matheus", maybeTotal},
		{"Moyenne Durance Habitat", maybeTotal},
		{"TotalEnergies", notTotal},
		{"Totalité du parc", notTotal},
		{"Brest", notTotal},
	}
	p := places.New(nil)
	for _, tt := range tests {
		if _, _, how := ReadTotal(p, tt.in); how != tt.how {
			t.Errorf("%q: %d, want %d", tt.in, how, tt.how)
		}
	}
}
