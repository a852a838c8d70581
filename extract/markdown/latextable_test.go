// Tables of LaTeX source in Markdown.

package markdown

import (
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
)

func TestLaTeXTable(t *testing.T) {
	src := "Avant\n\n\\begin{tabular}{lr}\nSite & Places \\\\ \\hline\nHalle & 12 \\\\\n\\end{tabular}\n\nAprès\n\n\\begin{table}\nrien ne ferme\n"
	doc, err := doctest.Read(Reader, []byte(src), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Blocks) != 4 {
		t.Fatalf("%d blocks, want a paragraph, a table and two paragraphs", len(doc.Blocks))
	}
	tab, ok := doc.Blocks[1].(*document.Table)
	if !ok || len(tab.Rows) != 2 || !tab.Rows[0].Header || tab.Rows[1].Cells[1].Text() != "12" || tab.Rows[1].At.Line != 5 {
		t.Errorf("table %+v", tab)
	}
}
