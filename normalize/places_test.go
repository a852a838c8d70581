// Names of places as headings print them.

package normalize

import (
	"testing"

	"github.com/pressoir/pressoir/normalize/internal/places"
)

func TestRegionsWithCounts(t *testing.T) {
	doc := docOf(
		heading(2, "Bretagne (2)"), grid("Département|Nom\nFinistère|A\nMorbihan|B"),
		heading(2, "Grand Est (1)"), grid("Département|Nom\nAube|C"),
	)
	res := normalized(doc, Options{})
	if len(res.Tables) != 1 {
		t.Fatalf("%d tables", len(res.Tables))
	}
	want(t, show(res.Tables[0], "region department name"), "Bretagne|Finistère|A\nBretagne|Morbihan|B\nGrand Est|Aube|C")
	if r := places.RegionNamed("Bretagne (53)"); r.Code != "53" {
		t.Errorf("a region with its code: %+v", r)
	}
	if r := places.RegionNamed("Bretagne (sauf Brest)"); places.Found(r.How) {
		t.Errorf("a remark is no count: %+v", r)
	}
}
