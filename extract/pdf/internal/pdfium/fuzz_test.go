// No bytes make the engine panic or see what no page holds.

package pdfium

import (
	"errors"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// FuzzPages holds the engine to what its users build on: no panic, and of what
// it reports, every place is made of numbers, every glyph has a font, a size
// and a rune, and rules and fills lie on the page.
func FuzzPages(f *testing.F) {
	text := pdftest.Text(10, 50, "Aisne (02) 1 234")
	f.Add(pdftest.Pages(text, text))
	f.Add(pdftest.Page("/MediaBox[0 0 200 100]/Rotate 90/CropBox[10 10 150 90]", "", text+"1 1 0 rg 5 45 90 12 re f 0 0 m 100 0 l S"))
	f.Add(pdftest.Page("/MediaBox[0 0 200 100]/Annots[6 0 R]", "", text, "<</Type/Annot/Subtype/Highlight/Rect[10 40 60 60]/QuadPoints[10 60 60 60 10 40 60 40]>>"))
	f.Add(pdftest.Page("", "/XObject<</X 6 0 R>>", "2 0 0 2 5 5 cm /X Do", pdftest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</Font<</F1 5 0 R>>>>", text)))
	for _, c := range pdftest.Flip(pdftest.Pages(text), 4) {
		f.Add(c.Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := engine.Open(data, "")
		if err != nil {
			return
		}
		defer d.Close()
		const fewPages = 3 // a fuzzed count may be in the thousands
		for n := 1; n <= min(d.NumPages(), fewPages); n++ {
			if p, err := d.Page(n); err == nil {
				checkPage(t, p)
			}
		}
	})
}

func checkPage(t *testing.T, p *ink.Page) {
	t.Helper()
	number := func(what string, values ...float32) {
		for _, v := range values {
			if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
				t.Fatalf("%s: %v", what, values)
			}
		}
	}
	number("page", p.Width, p.Height)
	onPage := func(what string, b ink.Box) {
		number(what, b.X0, b.Y0, b.X1, b.Y1)
		if b.X0 < 0 || b.Y0 < 0 || b.X1 > p.Width || b.Y1 > p.Height || b.X1 < b.X0 || b.Y1 < b.Y0 {
			t.Fatalf("%s %v on a page of %v by %v", what, b, p.Width, p.Height)
		}
	}
	for _, g := range p.Glyphs {
		number("glyph", g.Box.X0, g.Box.Y0, g.Box.X1, g.Box.Y1, g.Origin.X, g.Origin.Y, g.Size)
		if int(g.Font) >= len(p.Fonts) || !utf8.ValidRune(g.Rune) || g.Rune < ' ' || g.Size < 0 {
			t.Fatalf("glyph %+v of %d fonts", g, len(p.Fonts))
		}
	}
	for _, r := range p.Rules {
		onPage("rule", r.Box)
	}
	for _, f := range p.Fills {
		onPage("fill", f.Box)
	}
	for _, b := range p.Images {
		onPage("image", b)
	}
}

func TestDamagedPages(t *testing.T) {
	cases := pdftest.Hostile()
	cases = append(cases, pdftest.Flip(pdftest.Page("", "", "1 w 5 5 100 50 re S "+pdftest.Text(10, 50, "text")), 100)...)
	for _, c := range cases {
		if strings.Contains(c.Name, "bomb") || strings.Contains(c.Name, "form") || len(c.Data) > 100_000 {
			continue // seconds each; TestSlowDamagedFilesCostThemselves reads them
		}
		d, err := engine.Open(c.Data, "")
		if err != nil {
			continue
		}
		if p, err := d.Page(1); err == nil {
			checkPage(t, p)
		}
		d.Close()
	}
}

// A page that crashes PDFium costs itself: the pages after it are read.
func TestSlowAPageThatCrashesCostsItself(t *testing.T) {
	if testing.Short() {
		t.Skip("make test-long; it fills 512 MiB")
	}
	data := pdftest.Pages(pdftest.Text(10, 50, "one"), strings.Repeat("q ", 12<<20), pdftest.Text(10, 50, "three"))
	d, err := engine.Open(data, "")
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for n, want := range []string{"one", "", "three"} {
		p, err := d.Page(n + 1)
		switch {
		case want == "" && !errors.Is(err, ErrMemory):
			t.Errorf("page %d: %v", n+1, err)
		case want != "" && (err != nil || runes(p) != want):
			t.Errorf("page %d: %v, want %q", n+1, err, want)
		}
	}
}
