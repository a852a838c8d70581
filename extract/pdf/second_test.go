// The second reader: when two readings differ enough to doubt the page.

package pdf

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/pdf/internal/secondreader"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// codesOf gives the codes of the Issues of a second reading, and their texts.
func secondCodes(data []byte, opt document.Options) (codes []string, issues []document.Issue) {
	issues = SecondReading(&document.Document{Format: "pdf", Pages: []document.Page{{Number: 1}}}, data, opt)
	for _, is := range issues {
		codes = append(codes, is.Code)
	}
	return codes, issues
}

// toUnicode maps the codes from first on to text.
func toUnicode(first byte, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n%d beginbfchar\n", len(text))
	for i, c := range text {
		fmt.Fprintf(&b, "<%02x> <%04x>\n", int(first)+i, c)
	}
	b.WriteString("endbfchar endcmap CMapName currentdict /CMap defineresource pop end end")
	return pdftest.Stream("", b.String())
}

func TestTwoReadings(t *testing.T) {
	prose := "In 2019 the network helped 17847 people in 212 places"
	line := func(font, s string, y int) string {
		return fmt.Sprintf("BT /%s 10 Tf 10 %d Td (%s) Tj ET\n", font, y, s)
	}
	const fonts = "/XObject<</X 8 0 R>>"
	page := func(content string, extra ...string) []byte {
		return pdftest.Page("", fonts, content, extra...)
	}
	tests := []struct {
		name string
		data []byte
		want []string
	}{
		{"alike", page(line("F1", prose, 50)), nil},
		{"blank", page(""), nil},
		{"painted twice", page(line("F1", prose, 50) + "1 0 0 1 .3 0 cm\n" + line("F1", prose, 50)), nil},
		{"in a form", page("/X Do", "", "", pdftest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 200 100]/Resources<</Font<</F1 5 0 R>>>>", line("F1", prose, 50))), nil},
		{"outside the page", page(line("F1", "in 12", 50) + line("F1", prose, 500)), nil},
		{"form field", pdftest.Page("/MediaBox[0 0 200 100]/Annots[6 0 R]", "", line("F1", "name", 50),
			"<</Type/Annot/Subtype/FreeText/Rect[0 0 100 40]/F 4/AP<</N 7 0 R>>>>",
			pdftest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 100 40]/Resources<</Font<</F1 5 0 R>>>>", line("F1", "filled in 1999", 5))), nil},
		{"locked by the owner", pdftest.Encrypted("", "owner", line("F1", prose, 50)), nil},
		{"mapped", pdftest.Page("", "", line("F3", "123123", 50),
			"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Any/FirstChar 49/LastChar 51/Widths[500 500 500]/ToUnicode 7 0 R/Encoding<</Differences[49/one/two/three]>>>>",
			toUnicode('1', "123")), nil},
		{"mapped against the names", pdftest.Page("", "", line("F3", "123123", 50),
			"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Any/FirstChar 49/LastChar 51/Widths[500 500 500]/ToUnicode 7 0 R/Encoding<</Differences[49/one/two/three]>>>>",
			toUnicode('1', "173")), []string{"doubtful-text"}},
		{"small capitals", pdftest.Page("", "", line("F3", "123123", 50),
			"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Any/FirstChar 49/LastChar 51/Widths[500 500 500]/ToUnicode 7 0 R/Encoding<</Differences[49/A/B/C]>>>>",
			toUnicode('1', "abc")), nil},
		{"unknown font", pdftest.Page("", "", line("F3", "123123", 50),
			"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/FirstChar 49/LastChar 49/Widths[1]/Encoding<</Differences[49/g1/g2/g3]>>>>"), []string{"no-second-reading"}},
		{"not its kind of file", []byte(strings.Replace(string(page(line("F1", prose, 50))), "%PDF-1.7", "%PDF-2.0", 1)), []string{"no-second-reading"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			codes, issues := secondCodes(tt.data, document.Options{})
			if d := cmp.Diff(tt.want, codes); d != "" {
				t.Errorf("%s %+v", d, issues)
			}
		})
	}
}

func TestReadingsThatDifferAreADoubt(t *testing.T) {
	const good = "Montant total : 1234567 euros pour 891 communes de la region"
	page := &ink.Page{Number: 3}
	for _, c := range good {
		page.Glyphs = append(page.Glyphs, ink.Glyph{Rune: c})
	}
	tests := []struct {
		name, second string
		outside      int
		doubt        bool
	}{
		{"alike", good, 0, false},
		{"ligatures and accents taken apart", "Montant total 1234567 euros", 0, false},
		{"less", "Montant", 0, false},
		{"a few letters more", good + " et puis", 0, false},
		{"other letters", "Zzzzzzz zzzzz 1234567 zzzzz zzzz 891 zzzzzzzz zz zz zzzzzz", 0, true},
		{"other figures", "Montant total : 1934567 euros pour 899 communes 999", 0, true},
		{"one figure", "Montant total : 1934567 euros pour 891 communes de la region", 0, false},
		{"more, but outside the page", good + " 999999 outside", 13, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			page.Outside = tt.outside
			is, doubt := compareReadings(page, secondreader.Reading{Text: tt.second})
			if doubt != tt.doubt {
				t.Errorf("doubt %v, want %v: %+v", doubt, tt.doubt, is)
			}
			if doubt && (is.At.Page != 3 || is.Code != "doubtful-text" || is.Text == "") {
				t.Errorf("%+v", is)
			}
		})
	}
}

// The second reader's library loops for ever in some of these, and asks for all
// the memory in others.
func TestTheSecondReaderEnds(t *testing.T) {
	good := string(pdftest.Page("", "", pdftest.Text(10, 50, "text")))
	swap := func(old, new string) []byte {
		if !strings.Contains(good, old) {
			t.Fatalf("no %q", old)
		}
		return []byte(strings.Replace(good, old, new, 1))
	}
	xref := strings.LastIndex(good, "xref\n0")
	_, tail, _ := strings.Cut(good[strings.Index(good, "startxref"):], "\n")
	at, _, _ := strings.Cut(tail, "\n")
	tests := []struct {
		name string
		data []byte
	}{
		{"a table that follows itself", swap("/Root 1 0 R", "/Root 1 0 R/Prev "+at)},
		{"pages that hold themselves", swap("/Kids[3 0 R]", "/Kids[2 0 R]")},
		{"a table of billions", []byte(good[:xref] + strings.Replace(good[xref:], "xref\n0 ", "xref\n4000000000 ", 1))},
		{"billions of objects", swap("/Size 6", "/Size 4000000000")},
		{"billions of pages", swap("/Count 1", "/Count 2000000000")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			d, err := secondreader.Open(tt.data, "", start.Add(300*time.Millisecond))
			if err == nil {
				_, err = d.Page(1)
			}
			if err == nil && tt.name != "billions of pages" {
				t.Error("read without an error")
			}
		})
	}
}
