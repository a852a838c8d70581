// This file holds the tests of letters that the page does not show.

package pdfium

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/internal/pdftest"
)

func TestLettersThatThePageDoesNotShow(t *testing.T) {
	const text = "BT /F1 10 Tf 10 50 Td (secret) Tj ET\n"
	layers := "/ExtGState<</GS<</ca .4/BM/Multiply>>>>/Properties<</Off<</Type/OCG/Name(off)>>/L1 6 0 R/L2 7 0 R>>"
	tests := []struct {
		name, content string
		seen          string
		covered       string
		layered       string
		cutOff        string
	}{
		{"a white area over them", text + "1 g 5 45 60 20 re f", "", "secret", "", ""},
		{"a black area over them", text + "0 g 5 45 60 20 re f", "", "secret", "", ""},
		{"an area over some", text + "0 g 5 45 21 20 re f", "ret", "sec", "", ""},
		{"an area under them", "1 1 0 rg 5 45 60 20 re f 0 g " + text, "secret", "", "", ""},
		{"an area that lets them be seen", text + "/GS gs 1 1 0 rg 5 45 60 20 re f", "secret", "", "", ""},
		{"printed again over the area", text + "1 g 5 45 60 20 re f 0 g BT /F1 10 Tf 10 50 Td (public) Tj ET", "public", "secret", "", ""},
		{"layers on and off", "/OC /L1 BDC " + text + "EMC /OC /L2 BDC BT /F1 10 Tf 10 20 Td (shown) Tj ET EMC", "shown", "", "secret", ""},
		{"layers in one place", "/OC /L1 BDC " + text + "EMC /OC /L2 BDC " + strings.Replace(text, "secret", "HHHHHH", 1) + "EMC", "HHHHHH", "", "secret", ""},
		{"the same printed again over the area", text + "1 g 5 45 60 20 re f 0 g " + text, "secret", "", "", ""},
		{"the same printed twice below the area", text + text + "1 g 5 45 60 20 re f", "", "secret", "", ""},
		{"cut off where its cell ends", "q 5 40 21 30 re W n " + text + "Q", "sec", "", "", "ret"},
		{"a cell that cuts off nothing", "q 5 40 99 30 re W n " + text + "Q", "secret", "", "", ""},
		{"a mark of another kind", "/P <</MCID 0>> BDC " + text + "EMC", "secret", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := pdftest.File("",
				"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]>>>>>>",
				"<</Type/Pages/Kids[3 0 R]/Count 1>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>"+layers+">>>>",
				pdftest.Stream("", tt.content),
				"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
				"<</Type/OCG/Name(off)>>", "<</Type/OCG/Name(on)>>")
			got := map[ink.Unseen]string{}
			for _, g := range readPage(t, file).Glyphs {
				got[g.Unseen] += string(g.Rune)
			}
			if got[ink.Seen] != tt.seen || got[ink.Covered] != tt.covered || got[ink.LayerOff] != tt.layered || got[ink.CutOff] != tt.cutOff {
				t.Errorf("seen %q, covered %q, in a layer switched off %q, cut off %q", got[ink.Seen], got[ink.Covered], got[ink.LayerOff], got[ink.CutOff])
			}
		})
	}
}
