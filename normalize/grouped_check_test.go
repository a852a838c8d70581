// Figures of lists that may begin in the name before them.

package normalize

import (
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// A figure that may begin in the name is doubted, if the others are far below it.
func TestGroupedFigures(t *testing.T) {
	for text, doubts := range map[string]int{
		"Le classement final est le suivant :\n\nGénération 90 400\nÉtoile sportive 380\nUnion de Saint-Omer 365\nCercle nautique 340\n":        1,
		"The final ranking is:\n\n- Class of 98 412\n- Riverside Club 398\n- Old Town 377\n- Harbour 351\n":                                     1,
		"Les communes et leurs habitants :\n\n- Brest 139 342\n- Ouessant 830\n- Crozon 7 512\n- Plouzané 13 020\n":                             0,
		"Les communes et leurs habitants :\n\n- Brest 139 042\n- Ouessant 830\n- Molène 754\n- Lanildut 980\n":                                  0,
		"Les clubs et leurs points :\n\n- Étoile sportive 1 380\n- Union de Saint-Omer 965\n- Cercle nautique 940\n- Amicale des anciens 912\n": 0,
	} {
		doc, err := extract.Read("a.txt", []byte(text), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		res := normalized(doc, Options{})
		n := 0
		for _, f := range res.Findings {
			if f.Code == records.CodeListUncertain {
				n++
			}
		}
		if n != doubts || len(res.Tables) != 1 {
			t.Errorf("%s%d doubts, want %d; %d tables", text, n, doubts, len(res.Tables))
		}
	}
}
