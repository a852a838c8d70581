// Glyphs, rules, fills, links and pictures of pages made for the test.

package pdfium

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/internal/pdftest"
	"github.com/tetratelabs/wazero"
)

var engine *Engine

// TestMain starts one engine for all tests, with the user's cache: without it
// every run of the tests would compile for seconds.
func TestMain(m *testing.M) {
	var err error
	engine, err = New(context.Background(), Config{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func readPage(t *testing.T, data []byte) *ink.Page {
	t.Helper()
	d, err := engine.Open(data, "")
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	p, err := d.Page(1)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func runes(p *ink.Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

var near = cmpopts.EquateApprox(0, 0.02)

// A letter at 20, 30 of a page of 200 by 100, with a rectangle beside it, as
// /Rotate and /CropBox show them.
func TestTurnedAndCropped(t *testing.T) {
	const content = "1 1 0 rg 20 30 40 10 re f 0 g BT /F1 10 Tf 20 30 Td (H) Tj ET"
	tests := []struct {
		name, attrs   string
		width, height float32
		origin        ink.Point
		fill          ink.Box
		angle         int16
	}{
		{"upright", "/MediaBox[0 0 200 100]", 200, 100, ink.Point{X: 20, Y: 70}, ink.Box{X0: 20, Y0: 60, X1: 60, Y1: 70}, 0},
		{"quarter", "/MediaBox[0 0 200 100]/Rotate 90", 100, 200, ink.Point{X: 30, Y: 20}, ink.Box{X0: 30, Y0: 20, X1: 40, Y1: 60}, 90},
		{"half", "/MediaBox[0 0 200 100]/Rotate 180", 200, 100, ink.Point{X: 180, Y: 30}, ink.Box{X0: 140, Y0: 30, X1: 180, Y1: 40}, 180},
		{"three quarters", "/MediaBox[0 0 200 100]/Rotate 270", 100, 200, ink.Point{X: 70, Y: 180}, ink.Box{X0: 60, Y0: 140, X1: 70, Y1: 180}, 270},
		{"moved", "/MediaBox[-10 -20 190 80]", 200, 100, ink.Point{X: 30, Y: 50}, ink.Box{X0: 30, Y0: 40, X1: 70, Y1: 50}, 0},
		{"cropped", "/MediaBox[0 0 200 100]/CropBox[10 10 50 90]", 40, 80, ink.Point{X: 10, Y: 60}, ink.Box{X0: 10, Y0: 50, X1: 40, Y1: 60}, 0},
		{"cropped and turned", "/MediaBox[0 0 200 100]/CropBox[10 10 50 90]/Rotate 90", 80, 40, ink.Point{X: 20, Y: 10}, ink.Box{X0: 20, Y0: 10, X1: 30, Y1: 40}, 90},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := readPage(t, pdftest.Page(tt.attrs, "", content))
			if p.Width != tt.width || p.Height != tt.height {
				t.Errorf("page is %v by %v, want %v by %v", p.Width, p.Height, tt.width, tt.height)
			}
			if len(p.Glyphs) != 1 || len(p.Fills) != 1 {
				t.Fatalf("%d glyphs and %d fills, want one of each", len(p.Glyphs), len(p.Fills))
			}
			g := p.Glyphs[0]
			if d := cmp.Diff(tt.origin, g.Origin, near); d != "" {
				t.Error("origin", d)
			}
			if d := cmp.Diff(tt.fill, p.Fills[0].Box, near); d != "" {
				t.Error("fill", d)
			}
			if g.Angle != tt.angle {
				t.Errorf("angle %d, want %d", g.Angle, tt.angle)
			}
			if g.Size != 10 {
				t.Errorf("size %v, want 10", g.Size)
			}
			// The box begins at the origin: the letter is as tall as its font.
			if w, h := g.Box.X1-g.Box.X0, g.Box.Y1-g.Box.Y0; min(w, h) < 5 || max(w, h) > 13 {
				t.Errorf("box %v", g.Box)
			}
		})
	}
}

func TestPaths(t *testing.T) {
	black, yellow := ink.Color(0xff000000), ink.Color(0xffffff00)
	tests := []struct {
		name, content string
		rules         []ink.Rule
		fills         []ink.Fill
		shapes        int
	}{
		{"stroke", "2 w 10 50 m 110 50 l S", []ink.Rule{{Box: ink.Box{X0: 10, Y0: 49, X1: 110, Y1: 51}, Color: black}}, nil, 0},
		{"dashed upright", "[3 2] 0 d 1 w 10 10 m 10 90 l S", []ink.Rule{{Box: ink.Box{X0: 9.5, Y0: 10, X1: 10.5, Y1: 90}, Vertical: true, Color: black, Dashed: true}}, nil, 0},
		{"thin filled bar", "10 50 100 0.5 re f", []ink.Rule{{Box: ink.Box{X0: 10, Y0: 49.5, X1: 110, Y1: 50}, Color: black}}, nil, 0},
		{"fill", "1 1 0 rg 10 50 100 20 re f", nil, []ink.Fill{{Box: ink.Box{X0: 10, Y0: 30, X1: 110, Y1: 50}, Color: yellow}}, 0},
		{"a stroke as wide as a fill", "1 1 0 RG 12 w 10 50 m 110 50 l S", nil, []ink.Fill{{Box: ink.Box{X0: 10, Y0: 44, X1: 110, Y1: 56}, Color: yellow}}, 0},
		{"stroked rectangle", "1 w 10 10 100 50 re S", []ink.Rule{
			{Box: ink.Box{X0: 10, Y0: 89.5, X1: 110, Y1: 90.5}, Color: black},
			{Box: ink.Box{X0: 109.5, Y0: 40, X1: 110.5, Y1: 90}, Vertical: true, Color: black},
			{Box: ink.Box{X0: 10, Y0: 39.5, X1: 110, Y1: 40.5}, Color: black},
			{Box: ink.Box{X0: 9.5, Y0: 40, X1: 10.5, Y1: 90}, Vertical: true, Color: black},
		}, nil, 0},
		{"rectangle with a hole", "10 10 100 50 re 11 11 98 48 re f*", []ink.Rule{
			{Box: ink.Box{X0: 10, Y0: 40, X1: 110, Y1: 41}, Color: black},
			{Box: ink.Box{X0: 10, Y0: 89, X1: 110, Y1: 90}, Color: black},
			{Box: ink.Box{X0: 10, Y0: 41, X1: 11, Y1: 89}, Vertical: true, Color: black},
			{Box: ink.Box{X0: 109, Y0: 41, X1: 110, Y1: 89}, Vertical: true, Color: black},
		}, nil, 0},
		{"rectangle with a hole, clipped", "0 0 60 100 re W n 10 10 100 50 re 11 11 98 48 re f*", []ink.Rule{
			{Box: ink.Box{X0: 10, Y0: 40, X1: 60, Y1: 41}, Color: black},
			{Box: ink.Box{X0: 10, Y0: 89, X1: 60, Y1: 90}, Color: black},
			{Box: ink.Box{X0: 10, Y0: 41, X1: 11, Y1: 89}, Vertical: true, Color: black},
		}, nil, 0},
		{"clipped", "20 40 30 20 re W n 1 1 0 rg 0 0 200 100 re f", nil, []ink.Fill{{Box: ink.Box{X0: 20, Y0: 40, X1: 50, Y1: 60}, Color: yellow}}, 0},
		{"clipped away", "20 40 30 20 re W n 1 1 0 rg 100 0 50 20 re f", nil, nil, 0},
		{"slanted line and circle", "0 0 m 50 50 l S 100 50 m 100 70 120 70 120 50 c 120 30 100 30 100 50 c f", nil, []ink.Fill{{Box: ink.Box{X0: 100, Y0: 30, X1: 120, Y1: 70}, Color: black, Rough: true}}, 2},
		{"scaled", "q 2 0 0 2 10 10 cm 1 w 0 0 m 50 0 l S Q", []ink.Rule{{Box: ink.Box{X0: 10, Y0: 89, X1: 110, Y1: 91}, Color: black}}, nil, 0},
		{"transparent", "/G1 gs 1 1 0 rg 10 50 100 20 re f", nil, []ink.Fill{{Box: ink.Box{X0: 10, Y0: 30, X1: 110, Y1: 50}, Color: 0xffffff7f}}, 0},
		{"invisible", "/G0 gs 1 1 0 rg 10 50 100 20 re f", nil, nil, 0},
		{"pattern", "/Pattern cs /P1 scn 10 50 100 20 re f", nil, []ink.Fill{{Box: ink.Box{X0: 10, Y0: 30, X1: 110, Y1: 50}, Color: 0xffffffff}}, 0}, // PDFium has no colour for it and says white
		{"form in a form", "q 1 0 0 1 10 0 cm /X1 Do Q", nil, []ink.Fill{{Box: ink.Box{X0: 25, Y0: 60, X1: 45, Y1: 80}, Color: yellow}}, 0},
	}
	const resources = "/ExtGState<</G1<</ca .5>>/G0<</ca 0>>>>/XObject<</X1 6 0 R>>/Pattern<</P1 8 0 R>>"
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := readPage(t, pdftest.Page("", resources, tt.content,
				pdftest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[1 0 0 1 5 0]/Resources<</XObject<</X2 7 0 R>>>>", "q 2 0 0 2 0 0 cm /X2 Do Q"),
				pdftest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 15 100]", "1 1 0 rg 5 10 20 10 re f"),
				"<</Type/Pattern/PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 100 0]/Function<</FunctionType 2/N 1/Domain[0 1]/C0[1 0 0]/C1[0 0 1]>>>>>>"))
			if d := cmp.Diff(tt.rules, p.Rules, near); d != "" {
				t.Error("rules", d)
			}
			if d := cmp.Diff(tt.fills, p.Fills, near); d != "" {
				t.Error("fills", d)
			}
			if p.Shapes != tt.shapes {
				t.Errorf("%d shapes, want %d", p.Shapes, tt.shapes)
			}
		})
	}
}

func TestGlyphs(t *testing.T) {
	p := readPage(t, pdftest.Page("", "", "1 0 0 rg BT /F2 12 Tf 10 50 Td (R* ) Tj 0 g 3 Tr /F1 8 Tf (no) Tj ET"))
	if got := runes(p); got != "R* no" {
		t.Errorf("glyphs %q", got)
	}
	r := p.Glyphs[0]
	if r.Color != 0xffff0000 || !p.Fonts[r.Font].Bold || r.Size != 12 {
		t.Errorf("R is %+v in %+v", r, p.Fonts[r.Font])
	}
	if n := p.Glyphs[4]; n.Mode != 3 || p.Fonts[n.Font].Bold || n.Size != 8 {
		t.Errorf("n is %+v", n)
	}
	if p.Glyphs[0].Box.Y0 != p.Glyphs[1].Box.Y0 || p.Glyphs[0].Box.Y1 != p.Glyphs[1].Box.Y1 {
		t.Error("R and * have boxes of different heights")
	}
}

func TestStylesMadeOfTheRegularFace(t *testing.T) {
	tests := []struct {
		name, ops    string
		bold, italic bool
	}{
		{"regular", "/F1 10 Tf 1 0 0 1 10 50 Tm", false, false},
		{"thickened", "/F1 10 Tf 2 Tr 0.4 w 1 0 0 1 10 50 Tm", true, false},
		{"outlined in another colour", "/F1 10 Tf 2 Tr 1 0 0 RG 1 0 0 1 10 50 Tm", false, false},
		{"slanted", "/F1 10 Tf 1 0 .3 1 10 50 Tm", false, true},
		{"turned", "/F1 10 Tf 0 1 -1 0 50 10 Tm", false, false},
		{"turned and slanted", "/F1 10 Tf 0 1 -1 .3 50 10 Tm", false, true},
		{"slanted the other way", "/F1 10 Tf 1 0 -.3 1 10 50 Tm", false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := readPage(t, pdftest.Page("", "", "BT "+tt.ops+" (H) Tj ET"))
			f := p.Fonts[p.Glyphs[0].Font]
			if f.Bold != tt.bold || f.Italic != tt.italic {
				t.Errorf("%+v", f)
			}
		})
	}
}

// Weights show bold type only beside lighter type.
func TestWeights(t *testing.T) {
	for _, tt := range []struct {
		name         string
		names        [2]string
		stems        [2]int // /StemV, of which PDFium makes weights: 85 is 425, 157 is 768
		first, other bool   // bold
	}{
		{"one much heavier", [2]string{"Aaa", "Bbb"}, [2]int{85, 157}, false, true},
		{"all heavy, as after Ghostscript", [2]string{"Aaa", "Bbb"}, [2]int{157, 159}, false, false},
		{"all heavy, and names tell", [2]string{"Aaa", "Aaa-Bold"}, [2]int{157, 159}, false, true},
	} {
		font := func(n int) string {
			return fmt.Sprintf("<</Type/Font/Subtype/TrueType/BaseFont/%s/FirstChar 32/LastChar 122/Widths[%s]/FontDescriptor<</Type/FontDescriptor/FontName/%s/Flags 32/StemV %d/Ascent 800/Descent -200/CapHeight 700/ItalicAngle 0/FontBBox[0 0 1000 1000]>>>>", tt.names[n], strings.Repeat("500 ", 91), tt.names[n], tt.stems[n])
		}
		text := "BT /F1 10 Tf 10 50 Td (all kinds of letters in it) Tj ET BT /F2 10 Tf 10 20 Td (Heading) Tj ET"
		p := readPage(t, pdftest.File("",
			"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>",
			pdftest.Stream("", text), font(0), font(1)))
		first, other := p.Fonts[p.Glyphs[0].Font], p.Fonts[p.Glyphs[len(p.Glyphs)-1].Font]
		if first.Bold != tt.first || other.Bold != tt.other {
			t.Errorf("%s: %+v and %+v", tt.name, first, other)
		}
	}
}

func TestGlyphsOutsideThePageAreCounted(t *testing.T) {
	p := readPage(t, pdftest.Page("", "", pdftest.Text(10, 50, "in")+pdftest.Text(10, 500, "out")))
	if runes(p) != "in" || p.Outside != 3 {
		t.Errorf("%q and %d outside", runes(p), p.Outside)
	}
}

func TestAnnotations(t *testing.T) {
	p := readPage(t, pdftest.Page("/MediaBox[0 0 200 100]/Annots[6 0 R 7 0 R 8 0 R]", "", pdftest.Text(10, 50, "text"),
		"<</Type/Annot/Subtype/Highlight/Rect[10 40 60 60]/QuadPoints[10 60 60 60 10 40 60 40]/C[1 .5 0]>>",
		"<</Type/Annot/Subtype/Link/Rect[10 40 60 60]/A<</S/URI/URI(https://example.org/a)>>>>",
		"<</Type/Annot/Subtype/FreeText/Rect[100 40 160 60]/F 4/Contents(noted)/AP<</N 9 0 R>>>>",
		pdftest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 60 20]/Resources<</Font<</F1 5 0 R>>>>", pdftest.Text(2, 5, "noted"))))
	if got := runes(p); got != "textnoted" {
		t.Errorf("glyphs %q", got)
	}
	if g := p.Glyphs[4]; g.Origin.X < 101 || g.Origin.X > 103 {
		t.Errorf("note at %v", g.Origin)
	}
	want := []ink.Fill{{Box: ink.Box{X0: 10, Y0: 40, X1: 60, Y1: 60}, Color: 0xffff7f00, Highlight: true}}
	if d := cmp.Diff(want, p.Fills[:min(1, len(p.Fills))], near); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]ink.Link{{Box: ink.Box{X0: 10, Y0: 40, X1: 60, Y1: 60}, URI: "https://example.org/a"}}, p.Links, near); d != "" {
		t.Error(d)
	}
}

func TestPicture(t *testing.T) {
	d, err := engine.Open(pdftest.Page("", "", "1 0 0 rg 0 50 100 50 re f"), "")
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	img, err := d.Picture(1, 72)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 200 || b.Dy() != 100 {
		t.Fatalf("picture is %v", b)
	}
	if c := img.RGBAAt(10, 10); c.R != 255 || c.G != 0 || c.A != 255 {
		t.Errorf("top left is %v, want red", c)
	}
	if c := img.RGBAAt(150, 90); c.R != 255 || c.G != 255 {
		t.Errorf("bottom right is %v, want white", c)
	}
}

func TestPasswords(t *testing.T) {
	locked := pdftest.Encrypted("user", "owner", pdftest.Text(10, 50, "secret"))
	open := pdftest.Encrypted("", "owner", pdftest.Text(10, 50, "secret"))
	tests := []struct {
		name, password string
		data           []byte
		want           string // of the page, or of the error
	}{
		{"user's", "user", locked, "secret"},
		{"owner's", "owner", locked, "secret"},
		{"none", "", locked, "a password is needed"},
		{"wrong", "x", locked, "a password is needed: the one given does not open it"},
		{"owner only", "", open, "secret"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := engine.Open(tt.data, tt.password)
			if err != nil {
				if err.Error() != tt.want || !errors.Is(err, ErrPassword) {
					t.Fatalf("%v, want %s", err, tt.want)
				}
				return
			}
			defer d.Close()
			p, err := d.Page(1)
			if err != nil || runes(p) != tt.want {
				t.Fatalf("%v, %v, want %s", p, err, tt.want)
			}
		})
	}
}

// One engine serves many documents at the same time, each in an instance of its
// own; instances are reused.
func TestDocumentsAtTheSameTime(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 5 {
				want := fmt.Sprintf("document %d", i)
				d, err := engine.Open(pdftest.Page("", "", pdftest.Text(10, 50, want)), "")
				if err != nil {
					t.Error(err)
					return
				}
				if p, err := d.Page(1); err != nil || runes(p) != want {
					t.Errorf("%v, %v, want %q", p, err, want)
				}
				d.Close()
			}
		})
	}
	wg.Wait()
	if n := len(engine.idle); n == 0 {
		t.Error("no instance waits for the next document")
	}
}

func TestAClosedDocumentSaysSo(t *testing.T) {
	d, err := engine.Open(pdftest.Page("", "", ""), "")
	if err != nil {
		t.Fatal(err)
	}
	d.Close()
	d.Close()
	if _, err := d.Page(1); err == nil {
		t.Error("a page of a closed document")
	}
}

// A version of wazero that keeps its reader of cached files elsewhere makes
// starts slow: it must be seen here, not by a user.
func TestKeptCodeIsReadQuickly(t *testing.T) {
	cache, err := wazero.NewCompilationCacheWithDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer cache.Close(context.Background())
	if !readQuickly(cache) {
		t.Error("wazero reads cached files its own way")
	}
}
