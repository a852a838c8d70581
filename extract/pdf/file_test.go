// What a PDF holds besides its pages, and beginnings that are damaged.

package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// holding is a PDF of one page with files attached; catalog and objects, from 6 on,
// are added.
func holding(content, catalog string, names []string, objects ...string) []byte {
	var tree strings.Builder
	for _, n := range names {
		fmt.Fprintf(&tree, "(%s)<</Type/Filespec/F(%s)/UF(%s)/EF<</F 5 0 R>>>>", n, n, n)
	}
	return pdftest.File("", append([]string{
		"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[" + tree.String() + "]>>>>" + catalog + ">>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
		pdftest.Stream("", content),
		pdftest.Stream("/Type/EmbeddedFile", "x"),
	}, objects...)...)
}

func TestWhatAPDFHoldsBesidesItsPages(t *testing.T) {
	cover := pdftest.Text(10, 50, "Open this in Acrobat")
	list := pdftest.Text(10, 50, "- Lille") + pdftest.Text(10, 38, "- Brest")
	xfa := "/AcroForm<</Fields[]/XFA 6 0 R>>"
	form := pdftest.Stream("", "<xdp/>")
	portfolio := "a portfolio: its pages are but a cover, and "
	how := "; save what is wanted from a PDF viewer and read it on its own"
	tests := []struct {
		name string
		data []byte
		want []string
	}{
		{"nothing", holding(cover, "", nil), nil},
		{"attached to a list", holding(list, "", []string{"rows.csv"}), []string{"attached-files: 1 file is attached to this one and was not read: save and read what is wanted of them (rows.csv)"}},
		{"portfolio", holding(cover, "/Collection<</View/T>>", []string{"a", "b"}), []string{"portfolio: " + portfolio + "2 files inside it were not read (a, b)" + how}},
		{"cover over a table", holding(cover, "", []string{"rows.xlsx"}), []string{"portfolio: " + portfolio + "1 file inside it was not read (rows.xlsx)" + how}},
		{"prose with a picture", holding(cover, "", []string{"logo.png"}), []string{"attached-files: 1 file is attached to this one and was not read: save and read what is wanted of them (logo.png)"}},
		{"dynamic form", holding(cover, xfa+"/NeedsRendering true", nil, form), []string{"dynamic-form: a dynamic form (XFA): its file holds a notice and no pages, which only Acrobat makes; open it there, print it as a PDF and read that"}},
		{"form on its pages", holding(list, xfa, nil, form), nil},
		{"form that shows nothing", holding(cover, xfa, nil, form), []string{"dynamic-form: a form (XFA) without a table on its pages: Acrobat may show others; open it there, print it as a PDF and read that"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := extract.Read("a.pdf", tt.data, document.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, said(doc)); d != "" {
				t.Error(d)
			}
		})
	}
	if _, err := extract.Read("a.pdf", bytes.Replace(holding("", "", []string{"rows.csv"}), []byte("/Kids[3 0 R]/Count 1"), []byte("/Kids[     ]/Count 0"), 1), document.Options{}); err == nil || !strings.Contains(err.Error(), "it has no pages, and 1 file inside it was not read (rows.csv)") {
		t.Errorf("no pages, but a file: %v", err)
	}
}

// said lists the Issues of a document.
func said(doc *document.Document) (all []string) {
	for _, is := range doc.Issues {
		s := is.Code + ": " + is.Why
		if is.Text != "" {
			s += " (" + is.Text + ")"
		}
		all = append(all, s)
	}
	return all
}

func TestDamagedBeginnings(t *testing.T) {
	sound := pdftest.Page("", "", pdftest.Text(10, 50, "Lille"))
	packed := pdftest.Page("", "", pdftest.Text(10, 50, "Lille")+"% \x00\x01\x02\x03\x04\x05")
	mark := len("%PDF-1.7\n")
	const lost = "damaged-file: the file is damaged: the mark it should begin with is missing or damaged; it was read all the same"
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"sound", sound, ""},
		{"some bytes before", append([]byte("HTTP/1.1 200 OK\r\n\r\n"), sound...), ""},
		{"many bytes before", append(bytes.Repeat([]byte("junk\n"), 1000), sound...), "damaged-file: the file is damaged: 5000 bytes that are not part of it come before its beginning; it was read all the same"},
		{"no mark", sound[mark:], lost},
		{"no mark, no comment", sound[bytes.Index(sound, []byte("1 0 obj")):], lost},
		{"another mark", append([]byte("%PXF-1.7"), sound[8:]...), lost},
		{"no table and no trailer", append(bytes.Clone(sound[:bytes.LastIndex(sound, []byte("xref\n0 "))]), "%%EOF\n"...), "damaged-file: the file is damaged: its table of objects leads nowhere, and they were looked for all over the file; pages may be missing or old ones; it was read all the same"},
		{"zeros for a mark", append(make([]byte, 8), packed[8:]...), lost},
	}
	for _, tt := range tests {
		for _, name := range []string{"a.pdf", "-"} {
			t.Run(tt.name+" "+name, func(t *testing.T) {
				doc, err := extract.Read(name, tt.data, document.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if got := strings.Join(said(doc), "\n"); doc.Format != "pdf" || got != tt.want || len(doc.Blocks) != 1 {
					t.Errorf("%s, %d blocks, %s", doc.Format, len(doc.Blocks), got)
				}
			})
		}
	}
	for _, text := range []string{
		"# Objects of PDFs\n\nThey begin so:\n\n1 0 obj\n<<>>\nendobj\n",
		"The file begins with the mark.\n" + strings.Repeat("and goes on with words\n", 100) + "%PDF-1.7\nis the mark.\n",
	} {
		if got := extract.Recognise("-", []byte(text), document.Options{}); got == "pdf" {
			t.Errorf("a text about PDFs is taken for one: %.40q", text)
		}
	}
}
