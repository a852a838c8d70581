// Names of places as headings print them.

package normalize

import "testing"

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
	if r := regionNamed("Bretagne (53)"); r.Code != "53" {
		t.Errorf("a region with its code: %+v", r)
	}
	if r := regionNamed("Bretagne (sauf Brest)"); found(r.how) {
		t.Errorf("a remark is no count: %+v", r)
	}
}
