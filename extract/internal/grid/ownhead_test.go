// Tables that begin with headings of their own, on made-up pages.

package grid

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// set prints texts that begin at the places given.
func set(s *pagetest.Sheet, y float32, font int32, xs []float32, texts ...string) {
	for k, text := range texts {
		s.Text(xs[k], y, 10, font, text)
	}
}

func TestOtherHead(t *testing.T) {
	s := pagetest.NewSheet()
	a, b := []float32{50, 130, 180, 230}, []float32{50, 160, 260}
	set(s, 100, 1, a, "Canton", "T1", "T2", "Gap")
	for k, name := range []string{"Auch", "Condom", "Mirande", "Lombez"} {
		set(s, 114+14*float32(k), 0, a, name, "640", "655", "15")
	}
	set(s, 170, 1, b, "Firm", "Goods", "Jobs")
	for k, name := range []string{"Sarrat", "Forges", "Tissages", "Moulins"} {
		set(s, 184+14*float32(k), 0, b, name, "Laine", "12")
	}
	const want = "gaps 1: Canton|T1|T2|Gap/Auch|640|655|15/Condom|640|655|15/Mirande|640|655|15/Lombez|640|655|15\n" +
		"gaps 1: Firm|Goods|Jobs/Sarrat|Laine|12/Forges|Laine|12/Tissages|Laine|12/Moulins|Laine|12"
	if got := show(find(s)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Headings at the top of a page have columns of their own, whatever stood on the page
// before.
func TestOwnHeadOnNextPage(t *testing.T) {
	one, two := pagetest.NewSheet(), pagetest.NewSheet()
	a, b := []float32{50, 250, 350}, []float32{50, 150, 260, 360}
	for k, name := range []string{"Canton", "Auch", "Condom", "Mirande", "Lombez"} {
		set(one, 700+14*float32(k), int32(max(0, 1-k)), a, name, "640", "655")
	}
	for k, name := range []string{"Firm", "Sarrat", "Forges", "Tissages", "Moulins"} {
		set(two, 60+14*float32(k), int32(max(0, 1-k)), b, name, "Laine", "12", "4")
	}
	var before Before
	Find(layout.New(&one.Page), &before)
	got := Find(layout.New(&two.Page), &before)
	if len(got.Tables) != 1 || got.Tables[0].Cols != 4 {
		t.Errorf("got %s", show(got))
	}
}
