// How a record came to be.

package output

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestExplain(t *testing.T) {
	e, err := Explain(sample("a.txt"), MainTable, 2)
	if err != nil {
		t.Fatal(err)
	}
	if e.ID != 3 || e.Printed() != `|  | Le "Port", rade |  |` {
		t.Errorf("id %d, printed %s", e.ID, e.Printed())
	}
	if n := len(e.Cells[0].Changes); n != 1 || e.Cells[0].Changes[0].Finding.Pass != "carry" {
		t.Errorf("%d changes of region, want the carry over rows 3 to 4", n)
	}
	if n := len(e.Cells[1].Changes); n != 2 || e.Cells[1].Changes[0].From != "region" {
		t.Errorf("%d changes of name, want the move and what came after", n)
	}
	if e.Cells[3].HasPrinted {
		t.Error("new was printed")
	}
	if !json.Valid(e.JSON()) {
		t.Errorf("no JSON: %s", e.JSON())
	}
	doubt, err := Explain(sample("a.txt"), 1, 3)
	if err != nil || len(doubt.Findings) != 1 || doubt.Findings[0].Code != "elsewhere" {
		t.Errorf("%v, %+v: want the doubt about the row", err, doubt)
	}
}

func TestExplainSaysWhatThereIs(t *testing.T) {
	for _, c := range []struct {
		table, row int
		want       string
	}{
		{1, 4, "table 1 has 3"}, {9, 1, "there are 2"}, {1, 0, "no row 0"},
	} {
		_, err := Explain(sample("a.txt"), c.table, c.row)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("table %d, row %d: %v, want %q", c.table, c.row, err, c.want)
		}
	}
}
