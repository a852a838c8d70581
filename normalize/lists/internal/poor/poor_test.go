// Poor text and clean text, side by side.

package poor

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

func TestText(t *testing.T) {
	for _, bad := range []string{
		"34 H rau t A de, B dar eux, C ermont-l H rault, Lod ve Pzenas M llau V llefranche 8eaucaire",
		"Ai5ne : L@on, S0iss0ns, Ch@te@u-Th1erry M4rne R{ims, Ép|rnay, D~rm@ns",
	} {
		if Text(bad) == "" {
			t.Errorf("%q: not poor", bad)
		}
	}
	for _, clean := range []string{
		"Plan B pour 2021", "M. X et Mme Y, vitamine C", "8e 3ème 1er 20h30 10km 45000m2", "H F Catégorie A Catégorie B",
		"le C.C.A.S. de Lens, INTE9900544A, www.exemple.fr, a.b@exemple.fr, https://exemple.fr/x_y=1", "30 m^2 et 8 ^e",
	} {
		if why := Text(strings.Repeat(clean+" ", 3)); why != "" {
			t.Errorf("%q: %s", clean, why)
		}
	}
}

// A page that is ruined in one place is poor there.
func TestPage(t *testing.T) {
	var p Page
	p.Add(strings.Repeat("la commune de Lens est reconnue ", 20), document.Pos{Line: 1})
	p.Add("L@on, S0iss0ns, Ch@te@u, M4rne, R{ims, Ép|rnay, D~rm@ns", document.Pos{Line: 2})
	if why, _ := p.All(); why != "" {
		t.Errorf("all of it is poor: %s", why)
	}
	if why, at := p.Some(); why == "" || at.Line != 2 {
		t.Errorf("no part of it is poor: %q at %v", why, at)
	}
}
