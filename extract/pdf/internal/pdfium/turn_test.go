// This file holds the tests of pages set sideways, upside down or askew.

package pdfium

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	diff "github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// Two lines and a rule, turned by any angle, are read as if they stood upright,
// and Displayed gives the places that they have.
func TestPagesThatDoNotReadUpright(t *testing.T) {
	const lines = "BT /F1 10 Tf 0 20 Td (forty letters of text to make a page of) Tj 0 -20 Td (and a second line below the first one) Tj ET 0 10 150 1 re f"
	for _, degrees := range []float64{90, 180, 270, 2, -5, 88} { // counterclockwise
		t.Run(fmt.Sprint(degrees), func(t *testing.T) {
			sin, cos := math.Sincos(degrees * math.Pi / 180)
			content := fmt.Sprintf("q %.5f %.5f %.5f %.5f 200 200 cm %s Q BT /F1 10 Tf 1 1 Td (7) Tj ET", cos, sin, -sin, cos, lines)
			p := readPage(t, pdftest.Page("/MediaBox[0 0 400 400]", "", content))
			if !p.Turned() {
				t.Fatal("it was not turned")
			}
			for _, g := range p.Glyphs {
				if g.Angle != 0 && g.Rune != '7' {
					t.Fatalf("%q has angle %d", g.Rune, g.Angle)
				}
			}
			if len(p.Rules) != 1 || p.Rules[0].Vertical || p.Rules[0].Box.X1-p.Rules[0].Box.X0 < 149 {
				t.Fatalf("rules %v, want one of 150 points", p.Rules)
			}
			if w, h := p.DisplayedSize(); w != 400 || h != 400 {
				t.Errorf("displayed size %v by %v", w, h)
			}
			top := slices.MinFunc(p.Glyphs, func(a, b ink.Glyph) int {
				return cmp.Or(int(a.Angle)-int(b.Angle), cmp.Compare(a.Origin.Y+a.Origin.X, b.Origin.Y+b.Origin.X))
			})
			first := ink.Box{X0: top.Origin.X, Y0: top.Origin.Y, X1: top.Origin.X, Y1: top.Origin.Y}
			x, y := float32(200-20*sin), float32(200-20*cos)
			if d := diff.Diff(ink.Box{X0: x, Y0: y, X1: x, Y1: y}, p.Displayed(first), near); d != "" {
				t.Error("where the first letter is displayed", d)
			}
		})
	}
}

// Turned letters beside more upright ones, or few of them, turn no page.
func TestPagesThatStayAsDisplayed(t *testing.T) {
	const turned = "BT /F1 10 Tf 0 1 -1 0 %d 20 Tm (a long heading of a column) Tj ET "
	tests := []struct{ name, content string }{
		{"headings set upwards", fmt.Sprintf(turned+turned, 50, 70) + pdftest.Text(10, 180, "a name and figures in several columns")},
		{"a stamp", "BT /F1 10 Tf 0 1 -1 0 10 20 Tm (draft) Tj ET"},
		{"slanted by forty-five degrees", "BT /F1 10 Tf .7 .7 -.7 .7 10 20 Tm (a watermark over all of the page) Tj ET"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if p := readPage(t, pdftest.Page("/MediaBox[0 0 300 300]", "", tt.content)); p.Turned() {
				t.Error("it was turned")
			}
		})
	}
}
