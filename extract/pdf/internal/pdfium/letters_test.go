// The list of letters in PDFium's memory against what PDFium says.

package pdfium

import (
	"encoding/binary"
	"testing"

	"github.com/pressoir/pressoir/internal/pdftest"
)

// A new version of PDFium may lay its list out in another way: reading is slower
// then, and it must be seen here.
func TestLettersAreWherePDFiumKeepsThem(t *testing.T) {
	d, err := engine.Open(pdftest.Pages("BT /F1 12 Tf 20 50 Td (Metz, le 3 mai \\226 \\223Moselle\\224) Tj 0 -20 Td [(a) -2000 (b) 400 (c)] TJ 0.9 0.3 -0.3 0.9 40 90 Tm (Nancy) Tj ET"), "")
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	err = d.withPage(1, func(page *uint64) error {
		g := d.g
		tp := g.call("FPDFText_LoadPage", *page)
		n := g.callInt("FPDFText_CountChars", tp)
		l := newLetters(g, tp, n)
		if l.list == 0 || n < 20 {
			t.Fatalf("no list of %d letters", n)
		}
		made, coded := 0, 0
		for i := range n {
			if l.look(i).object == 0 {
				made++
			} else if code := rune(g.view(l.list+uint32(i)*letterSize+letterUnicode+4, 1)[0]); code != l.look(i).unicode {
				coded++
			}
			if got, want := l.look(i), l.ask(i); got != want {
				t.Errorf("letter %d: the list has %+v, PDFium says %+v", i, got, want)
			}
		}
		if made == 0 || coded < 3 {
			t.Errorf("%d letters that PDFium made up and %d whose code is not their Unicode: too few to tell", made, coded)
		}
		// A list that says something else is not read.
		binary.LittleEndian.PutUint32(g.view(uint32(tp)+listEnd, 4), l.list+uint32(n+1)*letterSize)
		if newLetters(g, tp, n).list != 0 {
			t.Error("a list of another length was read")
		}
		binary.LittleEndian.PutUint32(g.view(uint32(tp)+listEnd, 4), l.list+uint32(n)*letterSize)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
