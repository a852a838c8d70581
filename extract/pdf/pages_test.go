// The pages of a PDF: ranges, passwords, pages without a text layer, broken
// files.

package pdf

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// pageNumbers runs eachPage and lists the pages given and the codes of the Issues.
func pageNumbers(data []byte, opt document.Options) (pages []int, codes []string, err error) {
	doc := &document.Document{}
	f, err := open(data, opt)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	err = eachPage(doc, f, opt, func(p *ink.Page) error {
		pages = append(pages, p.Number)
		return nil
	})
	for _, is := range doc.Issues {
		codes = append(codes, is.Code)
	}
	return pages, codes, err
}

func TestPagesOfAPDF(t *testing.T) {
	three := pdftest.Pages(pdftest.Text(10, 50, "one"), pdftest.Text(10, 50, "two"), pdftest.Text(10, 50, "three"))
	locked := pdftest.Encrypted("user", "owner", "")
	free := pdftest.Encrypted("", "owner", "")
	tests := []struct {
		name  string
		data  []byte
		opt   document.Options
		pages []int
		err   string
		is    error
	}{
		{"all", three, document.Options{}, []int{1, 2, 3}, "", nil},
		{"ranges", three, document.Options{Pages: []document.Range{{From: 2, To: 2}, {From: 1, To: 2}}}, []int{1, 2}, "", nil},
		{"to the end", three, document.Options{Pages: []document.Range{{From: 2}}}, []int{2, 3}, "", nil},
		{"past the end", three, document.Options{Pages: []document.Range{{From: 2, To: 9}}}, []int{2, 3}, "", nil},
		{"none such", three, document.Options{Pages: []document.Range{{From: 4, To: 5}}}, nil, "page 4 is wanted; the document has 3", nil},
		{"backwards", three, document.Options{Pages: []document.Range{{From: 3, To: 2}}}, nil, "pages 3-2: no such range; pages count from 1", nil},
		{"no pages", pdftest.Pages(), document.Options{}, nil, "not a PDF that can be read: it has no pages", nil},
		{"locked", locked, document.Options{}, nil, "it is locked: a password is needed; give it with --password or PRESSOIR_PDF_PASSWORD", document.ErrPassword},
		{"wrong password", locked, document.Options{Password: "x"}, nil, "it is locked: the password given does not open it", document.ErrPassword},
		{"owner only", free, document.Options{}, []int{1}, "", nil},
		{"owner only, a password given", free, document.Options{Password: "x"}, []int{1}, "", nil},
		{"empty", nil, document.Options{}, nil, "not a PDF that can be read: the file is empty", nil},
		{"another kind", []byte("PK\x03\x04"), document.Options{}, nil, "not a PDF that can be read: it does not begin like one", nil},
		{"half", three[:len(three)/3], document.Options{}, nil, "not a PDF that can be read: its end is missing; fetch it again", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages, _, err := pageNumbers(tt.data, tt.opt)
			got := ""
			if err != nil {
				got = err.Error()
			}
			if got != tt.err || tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("error %q, want %q", got, tt.err)
			}
			if d := cmp.Diff(tt.pages, pages); d != "" {
				t.Error(d)
			}
		})
	}
}

// A page tree that promises pages which are not there ends soon, and says so.
func TestPagesThatAreNotThere(t *testing.T) {
	kids := strings.Repeat("9 0 R ", 1000)
	data := pdftest.File("",
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R "+kids+"]/Count 1001>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>")
	pages, codes, err := pageNumbers(data, document.Options{})
	if err != nil || len(pages) != 1 {
		t.Fatalf("pages %v, %v", pages, err)
	}
	if n := len(codes); n == 0 || n > maxFailed+1 {
		t.Errorf("%d issues", n)
	}
}

func TestPagesWithoutTextAreNamed(t *testing.T) {
	const image = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
	const resources = "/XObject<</I 6 0 R>>"
	const scan = "q 200 0 0 100 0 0 cm /I Do Q\n"
	outlines := strings.Repeat("0 0 m 1 2 3 4 5 6 c f\n", minDrawnShapes)
	tests := []struct {
		name, content string
		codes         []string
	}{
		{"text", pdftest.Text(10, 50, "text"), nil},
		{"blank", "", nil},
		{"scan", scan, []string{"no-text-layer"}},
		{"scan with a page number", scan + pdftest.Text(10, 50, "12"), []string{"no-text-layer"}},
		{"picture alone", "q 80 0 0 50 0 0 cm /I Do Q", []string{"no-text-layer"}},
		{"logo alone", "q 20 0 0 10 0 0 cm /I Do Q", nil},
		{"small picture in text", "q 20 0 0 10 0 0 cm /I Do Q\n" + pdftest.Text(10, 50, "text"), nil},
		{"outlined letters", outlines, []string{"no-text-layer"}},
		{"outlines in text", outlines + pdftest.Text(10, 50, "text"), nil},
		{"recognised", scan + "3 Tr\n" + pdftest.Text(5, 50, "The quick brown fox jumps over the dog"), []string{"recognised-text"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, codes, err := pageNumbers(pdftest.Page("", resources, tt.content, pdftest.Stream(image, "\x80")), document.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.codes, codes); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestPagesPastTheLastAreSaid(t *testing.T) {
	two := pdftest.Pages(pdftest.Text(10, 50, "one"), pdftest.Text(10, 50, "two"))
	for _, tt := range []struct {
		pages document.Range
		want  []string
	}{{document.Range{From: 1, To: 99}, []string{"fewer-pages"}}, {document.Range{From: 1, To: 2}, nil}, {document.Range{From: 2}, nil}} {
		_, codes, err := pageNumbers(two, document.Options{Pages: []document.Range{tt.pages}})
		if err != nil || !cmp.Equal(codes, tt.want) {
			t.Errorf("%v: %v, error %v, want %v", tt.pages, codes, err, tt.want)
		}
	}
}
