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
	"github.com/pressoir/pressoir/normalize/records"
)

func cell(text, printed string) records.Cell {
	return records.Cell{Text: text, Src: &document.Cell{Printed: printed, More: &document.More{At: document.Pos{Line: 7}}}}
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
		Tables: []*records.Table{
			{
				ID: 1, Name: "Liste", At: line(5), Method: "pipes",
				Columns: []records.Column{
					{Name: "region", Title: "Région"},
					{Name: "name", Title: "Nom"},
					{Name: "amount", Title: "Montant", Type: records.Money, Unit: "EUR"},
					{Name: "new", Derived: true, Type: records.Flag},
				},
				Rows: []*records.Record{
					{ID: 1, At: line(5), Role: records.Head},
					{ID: 2, At: line(7), Cells: []records.Cell{cell("Bretagne", "Bretagne"), cell("Brest", "Brest *"), cell("12.5", "12,5"), {Text: "true"}}},
					{ID: 3, At: line(8), Cells: []records.Cell{cell("Bretagne", ""), cell(`Le "Port", rade`, `Le "Port", rade`), cell("", ""), {Text: "false"}}},
					{ID: 4, At: document.Pos{Page: 2, Box: &document.Box{X0: 1.004, Y0: 2, X1: 30.5, Y1: 4}}, Cells: []records.Cell{cell("Bretagne", ""), cell("=1+1", "=1+1")}},
					{ID: 5, At: line(10), Role: records.Total},
				},
			},
			{
				ID: 2, At: line(20),
				Columns: []records.Column{{Name: "name"}, {Name: "code", Type: records.Code}},
				Rows:    []*records.Record{{ID: 6, Cells: []records.Cell{cell("Seul", "Seul"), cell("007", "007")}}},
			},
		},
		Findings: []records.Finding{
			{Pass: "mark", Code: "mark-read", Table: 1, Record: 2, Why: "a star", Edits: []records.Edit{{Record: 2, Col: 1, Text: "Brest", Was: "Brest *"}}},
			{Pass: "carry", Code: "carried", Table: 1, Why: "blank cells carry on", Edits: []records.Edit{{Record: 3, Last: 4, Text: "Bretagne"}}},
			{Pass: "shift", Code: "moved", Table: 1, Record: 3, Why: "slid left", Edits: []records.Edit{{Op: records.Move, Record: 3, Col: 0, To: 1}, {Record: 3, Col: 1, Text: "b", Was: "a"}}},
			{Pass: "total", Code: "total-row", Table: 1, Record: 5, Why: "begins with Total", Edits: []records.Edit{{Op: records.SetRole, Role: records.Total, Record: 5}}},
			{Pass: "place", Code: "elsewhere", Level: records.Doubt, Table: 1, Record: 4, At: line(9), Why: "Brest lies in Finistère"},
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

// A table or a dialect that is not there is an error, and nothing is written.
func TestUnknownNames(t *testing.T) {
	for _, opt := range []Options{{Table: 99}, {Dialect: "lotus"}} {
		for _, f := range Formats() {
			if opt.Dialect != "" && f.Name != "csv" {
				continue
			}
			var b bytes.Buffer
			if err := f.Write(&b, []*normalize.Result{sample("a.txt")}, opt); err == nil || b.Len() > 0 {
				t.Errorf("%s, %+v: error %v, %d bytes", f.Name, opt, err, b.Len())
			}
		}
	}
}
