// Grids as printed.

package output

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/document"
)

func rawCell(text string) document.Cell { return document.Cell{Printed: text} }

// printed has a table with a span, a blank cell and a short row, then one that
// is cut by a page.
func printed() *document.Document {
	box := func(page int32, y float32) document.Pos {
		return document.Pos{Page: page, Box: &document.Box{X0: 10, Y0: y, X1: 90, Y1: y + 10}}
	}
	wide := rawCell("a\nb")
	wide.More = &document.More{Span: document.Span{Cols: 2}}
	return &document.Document{Name: "a.pdf", Blocks: []document.Block{
		&document.Paragraph{},
		&document.Table{Method: "tags", Caption: []document.Run{{Text: "Sites"}}, Rows: []document.Row{
			{Cells: []document.Cell{wide, {More: &document.More{Covered: true}}, rawCell("c")}},
			{Cells: []document.Cell{rawCell("d"), {}}},
		}},
		&document.Table{Method: "rules", Rows: []document.Row{
			{At: box(1, 20), Cells: []document.Cell{rawCell("x")}},
			{At: box(2, 5), Cells: []document.Cell{rawCell("y")}},
		}},
		&document.Table{Method: "rules", Continues: true, Rows: []document.Row{
			{At: box(3, 5), Cells: []document.Cell{rawCell("z")}},
		}},
	}}
}

func TestRawJSON(t *testing.T) {
	var b bytes.Buffer
	if err := RawJSON(&b, []*document.Document{printed()}, AllGrids, false); err != nil {
		t.Fatal(err)
	}
	type span struct {
		Row, Col, Rowspan, Colspan int
		Text                       string
	}
	var got struct {
		Source struct{ Name string }
		Tables []struct {
			Caption string
			ID      int
			Page    *int
			BBox    []float64
			Rows    [][]*string
			Cells   []span
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	if got.Source.Name != "a.pdf" {
		t.Errorf("source %q", got.Source.Name)
	}
	if len(got.Tables) != 4 {
		t.Fatalf("%d tables, want one and three parts", len(got.Tables))
	}
	first := got.Tables[0]
	if first.Page != nil || first.BBox != nil {
		t.Errorf("page %v, box %v where neither is known", first.Page, first.BBox)
	}
	if first.Caption != "Sites" || got.Tables[1].Caption != "" {
		t.Errorf("captions %q and %q", first.Caption, got.Tables[1].Caption)
	}
	if first.Rows[0][1] != nil || first.Rows[1][1] == nil || *first.Rows[1][1] != "" || len(first.Rows[1]) != 2 {
		t.Errorf("covered, blank and absent cells: %s", b.Bytes())
	}
	want := []span{{0, 0, 1, 2, "a\nb"}, {0, 2, 1, 1, "c"}, {1, 0, 1, 1, "d"}, {1, 1, 1, 1, ""}}
	if diff := cmp.Diff(want, first.Cells); diff != "" {
		t.Error(diff)
	}
	for i, part := range got.Tables[1:] {
		if part.ID != 2 || part.Page == nil || *part.Page != i+1 {
			t.Errorf("part %d: id %d, page %v", i, part.ID, part.Page)
		}
	}
	if diff := cmp.Diff([]float64{10, 5, 90, 15}, got.Tables[2].BBox); diff != "" {
		t.Error(diff)
	}
}

func TestRawCSVKeepsRowsAsLongAsTheyAre(t *testing.T) {
	var b bytes.Buffer
	if err := RawCSV(&b, printed(), 1); err != nil {
		t.Fatal(err)
	}
	if want := "\"a\nb\",,c\nd,\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestRawText(t *testing.T) {
	var b bytes.Buffer
	if err := RawText(&b, printed(), AllGrids); err != nil {
		t.Fatal(err)
	}
	want := `table 1, 2 rows, by tags
  Sites
  | a b |  | c |
  | d   |  |

table 2, page 1, 1 row, by rules
  | x |

table 2, page 2, 1 row, by rules
  | y |

table 2, page 3, 1 row, by rules
  | z |
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}
