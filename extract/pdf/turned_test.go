// The tables of pages set sideways are found, with their places as displayed.

package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
	"github.com/pressoir/pressoir/internal/pdftest"
)

func TestTableSetSideways(t *testing.T) {
	var b strings.Builder
	rows := [][]string{{"Department", "Sites", "Name"}, {"Lot", "12", "Hall of Cahors"}, {"Gers", "7", "Hall of Auch"}, {"Manche", "9", "Hall of Brix"}, {"Calvados", "11", "Hall of Caen"}, {"Morbihan", "4", "Hall of Vannes"}}
	for i, row := range rows {
		for c, text := range row { // upwards; rows from left to right
			fmt.Fprintf(&b, "BT /F1 10 Tf 0 1 -1 0 %d %d Tm (%s) Tj ET\n", 50+15*i, 20+100*c, text)
		}
	}
	b.WriteString(pdftest.Text(140, 10, "7"))
	doc, err := doctest.Read(Reader, pdftest.Page("/MediaBox[0 0 300 400]", "", b.String()), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if p := doc.Pages[0]; p.Width != 300 || p.Height != 400 {
		t.Errorf("page %v by %v", p.Width, p.Height)
	}
	tables := 0
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case *document.Table:
			tables++
			if at := b.At.Bounds(); at.X0 < 35 || at.X1 > 140 || at.Y0 < 80 || at.Y1 > 400 {
				t.Errorf("the table stands at %v", at)
			}
			if n := len(b.Rows); n != 6 || b.Rows[1].Cells[2].Text() != "Hall of Cahors" {
				t.Errorf("%d rows: %+v", n, b.Rows)
			}
			if row, cell := b.Rows[5].At.Bounds(), b.Rows[5].Cells[2].More.At.Bounds(); row.X0 < 110 || cell.Y1 > 190 || cell.X0 < 110 {
				t.Errorf("the last row stands at %v, its last cell at %v", row, cell)
			}
		case *document.Paragraph:
			if at := b.At.Bounds(); b.Text() != "7" || at.X0 != 140 || at.Y1 < 385 {
				t.Errorf("%q at %v", b.Text(), at)
			}
		}
	}
	if tables != 1 {
		t.Errorf("%d tables", tables)
	}
}
