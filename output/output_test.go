// What the tests of the writers share: a small result with everything in it.

package output

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/claims"
)

func cell(text, printed string) normalize.Cell {
	return normalize.Cell{Text: text, Src: &document.Cell{Printed: printed, More: &document.More{At: document.Pos{Line: 7}}}}
}

// sample has two tables; the first has a heading, three records and a total.
func sample(name string) *normalize.Result {
	found := 3.0
	line := func(n int32) document.Pos { return document.Pos{Line: n} }
	return &normalize.Result{
		Document: &document.Document{
			Name: name, SHA256: strings.Repeat("0a", 32), Format: "text", Encoding: "utf-8", Language: "fr",
			Meta: document.Meta{
				Title:   document.Text{Text: "Trois \"lieux\""},
				Date:    document.Date{ISO: "2020-10", Text: "octobre 2020"},
				Contact: []document.Text{{Text: "06 12"}},
			},
		},
		Tables: []*normalize.Table{
			{
				ID: 1, Name: "Liste", At: line(5), Method: "pipes",
				Columns: []normalize.Column{
					{Name: "region", Title: "Région"},
					{Name: "name", Title: "Nom"},
					{Name: "amount", Title: "Montant", Type: normalize.Money, Unit: "EUR"},
					{Name: "new", Derived: true, Type: normalize.Flag},
				},
				Rows: []*normalize.Record{
					{ID: 1, At: line(5), Role: normalize.Head},
					{ID: 2, At: line(7), Cells: []normalize.Cell{cell("Bretagne", "Bretagne"), cell("Brest", "Brest *"), cell("12.5", "12,5"), {Text: "true"}}},
					{ID: 3, At: line(8), Cells: []normalize.Cell{cell("Bretagne", ""), cell(`Le "Port", rade`, `Le "Port", rade`), cell("", ""), {Text: "false"}}},
					{ID: 4, At: document.Pos{Page: 2, Box: &document.Box{X0: 1.004, Y0: 2, X1: 30.5, Y1: 4}}, Cells: []normalize.Cell{cell("Bretagne", ""), cell("=1+1", "=1+1")}},
					{ID: 5, At: line(10), Role: normalize.Total},
				},
			},
			{
				ID: 2, At: line(20),
				Columns: []normalize.Column{{Name: "name"}, {Name: "code", Type: normalize.Code}},
				Rows:    []*normalize.Record{{ID: 6, Cells: []normalize.Cell{cell("Seul", "Seul"), cell("007", "007")}}},
			},
		},
		Findings: []normalize.Finding{
			{Pass: "mark", Code: "mark-read", Table: 1, Record: 2, Why: "a star", Edits: []normalize.Edit{{Record: 2, Col: 1, Text: "Brest", Was: "Brest *"}}},
			{Pass: "carry", Code: "carried", Table: 1, Why: "blank cells carry on", Edits: []normalize.Edit{{Record: 3, Last: 4, Text: "Bretagne"}}},
			{Pass: "shift", Code: "moved", Table: 1, Record: 3, Why: "slid left", Edits: []normalize.Edit{{Op: normalize.Move, Record: 3, Col: 0, To: 1}, {Record: 3, Col: 1, Text: "b", Was: "a"}}},
			{Pass: "total", Code: "total-row", Table: 1, Record: 5, Why: "begins with Total", Edits: []normalize.Edit{{Op: normalize.SetRole, Role: normalize.Total, Record: 5}}},
			{Pass: "place", Code: "elsewhere", Level: normalize.Doubt, Table: 1, Record: 4, At: line(9), Why: "Brest lies in Finistère"},
		},
		Claims: []claims.Claim{
			{Text: "trois lieux", Kind: claims.Total, Value: 3, Status: claims.OK, Found: &found, At: line(2), Why: "3 records"},
			{Text: "sur 6 : 2 et 3", Kind: claims.Breakdown, Value: 6, Status: claims.Contradiction, Parts: []float64{2, 3}, At: line(3), Why: "2 + 3 = 5"},
		},
	}
}

func written(t testing.TB, write func(io.Writer, []*normalize.Result, Options) error, opt Options, docs ...*normalize.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, docs, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMainTable(t *testing.T) {
	res := sample("a.txt")
	if got := Main(res); got.ID != 1 {
		t.Errorf("main table %d, want the one with three records", got.ID)
	}
	if got := Main(&normalize.Result{}); got != nil {
		t.Errorf("main table %v of nothing", got)
	}
}
