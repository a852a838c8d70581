// Text that a page holds and does not show, and signs that only its fonts explain.

package pdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// printed lists the blocks of a PDF, a line each, then its Issues.
func printed(t *testing.T, data []byte) string {
	t.Helper()
	doc, err := doctest.Read(Reader, data, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	runs := func(rs []document.Run) {
		for _, r := range rs {
			text := r.Text
			if r.Style.Flags&document.Strike != 0 {
				text = "~" + strings.TrimSpace(text) + "~"
			}
			if r.Style.Flags&document.Underline != 0 {
				text = "_" + strings.TrimSpace(text) + "_"
			}
			b.WriteString(text)
		}
		b.WriteByte('\n')
	}
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case *document.Heading:
			runs(block.Runs)
		case *document.Paragraph:
			runs(block.Runs)
		case *document.List:
			for _, it := range block.Items {
				b.WriteString(it.Marker + " > ")
				runs(it.Runs)
			}
		}
	}
	for _, is := range doc.Issues {
		b.WriteString("! " + is.Code + " " + is.Text + "\n")
	}
	return b.String()
}

func TestTextThatThePageDoesNotShow(t *testing.T) {
	const white, black = "1 1 1 rg\n", "0 g\n"
	picture := pdftest.Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\x80")
	softMask := "/SMask 7 0 R"
	glass := pdftest.Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"+softMask, "\x80")
	const full = "q 200 0 0 100 0 0 cm /X Do Q\n"
	seen, secret := pdftest.Text(10, 70, "Lille"), pdftest.Text(10, 40, "Secret 12")
	long := pdftest.Text(10, 70, "Les communes de la Meuse et de la Marne")
	tests := []struct{ name, content, picture, want string }{
		{"white on paper", seen + white + secret, picture, "Lille\n! hidden-text Secret 12\n"},
		{"white on a white page", white + "0 0 200 100 re f\n" + black + seen + white + secret, picture, "Lille\n! hidden-text Secret 12\n"},
		{"white on a dark bar", "0 0 0.5 rg 0 30 200 25 re f\n" + black + seen + white + secret, picture, "Lille\nSecret 12\n"},
		{"white on a picture", full + seen + white + secret, picture, "Lille\nSecret 12\n! no-text-layer \n"},
		{"no ink", "3 Tr\n" + long, picture, "Les communes de la Meuse et de la Marne\n! hidden-text \n"},
		{"no ink over a picture", full + "3 Tr\n" + long, picture, "Les communes de la Meuse et de la Marne\n! recognised-text \n"},
		{"under a picture", long + full, picture, "Les communes de la Meuse et de la Marne\n! recognised-text \n"},
		{"under glass", long + full, glass, "Les communes de la Meuse et de la Marne\n"},
		{"over a picture", full + long, picture, "Les communes de la Meuse et de la Marne\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := pdftest.Page("", "/XObject<</X 6 0 R>>", tt.content, tt.picture, pdftest.Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\x40"))
			if d := cmp.Diff(tt.want, printed(t, data)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestSignsOfItems(t *testing.T) {
	tests := []struct{ name, font, sign, want string }{
		{"typewriter", "Courier", "o", "o"},
		{"a word of the text's own font", "Helvetica", "o", ""},
		{"Wingdings without a table of its own", "Wingdings-Regular", `\247`, "▪"},
		{"Wingdings, a letter", "ABCDEF+Wingdings", "v", "❖"},
		{"Symbol", "Symbol", `\267`, "•"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			font := "<</Type/Font/Subtype/Type1/BaseFont/" + tt.font + "/Encoding/WinAnsiEncoding>>"
			if tt.font == "Symbol" {
				font = "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"
			}
			content := "BT /F3 10 Tf 10 60 Td (" + tt.sign + ") Tj ET\n" + pdftest.Text(25, 60, "Lille") + "BT /F3 10 Tf 10 46 Td (" + tt.sign + ") Tj ET\n" + pdftest.Text(25, 46, "Brest")
			got := printed(t, pdftest.Page("", "", content, font))
			if tt.want == "" {
				if strings.Contains(got, " > ") {
					t.Errorf("a list: %s", got)
				}
				return
			}
			if d := cmp.Diff(tt.want+" > Lille\n"+tt.want+" > Brest\n", got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestLinesThroughAndUnderWords(t *testing.T) {
	text := pdftest.Text(10, 50, "Lille et Brest")
	tests := []struct{ name, rule, want string }{
		{"none", "", "Lille et Brest\n"},
		{"through one word", "10 53 19.5 0.6 re f", "~Lille~et Brest\n"},
		{"through all, drawn", "0.6 w 10 53 m 65 53 l S", "~Lille et Brest~\n"},
		{"under one word", "10 48 19.5 0.6 re f", "_Lille_et Brest\n"},
		{"a border below", "0.6 w 0 47 m 190 47 l S", "Lille et Brest\n"},
		{"a border above", "0.6 w 0 60 m 190 60 l S", "Lille et Brest\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, printed(t, pdftest.Page("", "", text+tt.rule))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestTextPaintedOverIsSaidAndLeftOut(t *testing.T) {
	got := printed(t, pdftest.Page("/MediaBox[0 0 300 100]", "", pdftest.Text(10, 70, "The name of the winner:")+"BT /F1 10 Tf 10 50 Td (Jane Doe) Tj ET 0 g 5 45 60 20 re f"))
	if strings.Contains(strings.SplitN(got, "hidden-text", 2)[0], "Jane") || !strings.Contains(got, "Jane Doe") || !strings.Contains(got, "hidden-text") {
		t.Error(got)
	}
}
