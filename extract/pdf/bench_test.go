// How fast PDFs are read.

package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// benchPages is a document of n pages, each with a ruled table of 40 rows.
func benchPages(n int) []byte {
	var page strings.Builder
	for row := range 40 {
		y := 95 - 2*row
		fmt.Fprintf(&page, "0.1 w 5 %d m 195 %d l S\n", y, y)
		for col := range 5 {
			fmt.Fprintf(&page, "BT /F1 1.5 Tf %d %d Td (Cell %d of row %d) Tj ET\n", 6+38*col, y-1, col, row)
		}
	}
	pages := make([]string, n)
	for i := range pages {
		pages[i] = page.String()
	}
	return pdftest.Pages(pages...)
}

// benchFiles are the PDFs to measure: those of the directory in
// PRESSOIR_BENCH_PDF, else one document made here.
func benchFiles(b *testing.B) map[string][]byte {
	dir := os.Getenv("PRESSOIR_BENCH_PDF")
	if dir == "" {
		return map[string][]byte{"made.pdf": benchPages(10)}
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(names) == 0 {
		b.Fatalf("no PDFs in %s: %v", dir, err)
	}
	files := map[string][]byte{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files[filepath.Base(name)] = data
	}
	return files
}

// perPage reports the time of a page beside that of all files.
func perPage(b *testing.B, pages int) {
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(max(pages, 1)), "ms/page")
}

// BenchmarkPDF reads PDFs whole: engine, layout and tables.
func BenchmarkPDF(b *testing.B) {
	files := benchFiles(b)
	if err := Prepare("", nil); err != nil {
		b.Fatal(err)
	}
	pages := 0
	for b.Loop() {
		for _, data := range files {
			doc, err := doctest.Read(Reader, data, document.Options{})
			if err != nil {
				b.Fatal(err)
			}
			pages += len(doc.Pages)
		}
	}
	perPage(b, pages)
}

// BenchmarkPDFEngine reads only what the pages show.
func BenchmarkPDFEngine(b *testing.B) {
	files := benchFiles(b)
	pages := 0
	for b.Loop() {
		for _, data := range files {
			f, err := open(data, document.Options{})
			if err != nil {
				b.Fatal(err)
			}
			err = eachPage(&document.Document{}, f, document.Options{}, func(*ink.Page) error { pages++; return nil })
			f.Close()
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	perPage(b, pages)
}

// BenchmarkPDFSecondReader adds the second reading to a first that is done.
func BenchmarkPDFSecondReader(b *testing.B) {
	files := benchFiles(b)
	docs := map[string]*document.Document{}
	for name, data := range files {
		doc, err := doctest.Read(Reader, data, document.Options{})
		if err != nil {
			b.Fatal(err)
		}
		docs[name] = doc
	}
	pages := 0
	for b.Loop() {
		for name, data := range files {
			SecondReading(docs[name], data, document.Options{})
			pages += len(docs[name].Pages)
		}
	}
	perPage(b, pages)
}
