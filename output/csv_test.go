// CSV: dialects, provenance, guarded formulas.

package output

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

func TestCSV(t *testing.T) {
	none := &normalize.Result{Document: &document.Document{Name: "none.txt"}}
	cases := []struct {
		name string
		opt  Options
		docs []*normalize.Result
		want string
	}{
		{
			"main table",
			Options{},
			[]*normalize.Result{sample("a.txt")},
			"region,name,amount,new\n" +
				"Bretagne,Brest,12.5,true\n" +
				"Bretagne,\"Le \"\"Port\"\", rade\",,false\n" +
				"Bretagne,=1+1,,\n",
		},
		{"second table", Options{Table: 2}, []*normalize.Result{sample("a.txt")}, "name,code\nSeul,007\n"},
		{"no table at all", Options{}, []*normalize.Result{none}, "name\n"},
		{"no table, with provenance", Options{Provenance: true}, []*normalize.Result{none}, "name,source,source_page,source_row,source_box,table,row,repairs\n"},
		{
			"all tables",
			Options{Table: AllTables},
			[]*normalize.Result{sample("a.txt")},
			"region,name,amount,new,code,table\n" +
				"Bretagne,Brest,12.5,true,,1\n" +
				"Bretagne,\"Le \"\"Port\"\", rade\",,false,,1\n" +
				"Bretagne,=1+1,,,,1\n" +
				",Seul,,,007,2\n",
		},
		{
			"provenance",
			Options{Provenance: true},
			[]*normalize.Result{sample("a.txt")},
			"region,name,amount,new,source,source_page,source_row,source_box,table,row,repairs\n" +
				"Bretagne,Brest,12.5,true,a.txt,,7,,1,1,mark\n" +
				"Bretagne,\"Le \"\"Port\"\", rade\",,false,a.txt,,8,,1,2,carry shift\n" +
				"Bretagne,=1+1,,,a.txt,2,4,1 2 30.5 4,1,3,carry\n",
		},
		{
			"two documents",
			Options{Table: 2},
			[]*normalize.Result{sample("a.txt"), none, sample("b.txt")},
			"name,code,source\nSeul,007,a.txt\nSeul,007,b.txt\n",
		},
		{
			"excel-fr",
			Options{Dialect: "excel-fr"},
			[]*normalize.Result{sample("a.txt")},
			"\ufeffregion;name;amount;new\r\n" +
				"Bretagne;Brest;12,5;true\r\n" +
				"Bretagne;\"Le \"\"Port\"\", rade\";;false\r\n" +
				"Bretagne;\"=\"\"=1+1\"\"\";;\r\n",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, written(t, CSV, c.opt, c.docs...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A row of one blank cell must not become an empty line: readers skip those.
func TestCSVOneBlankCell(t *testing.T) {
	res := &normalize.Result{
		Document: &document.Document{},
		Tables: []*records.Table{{
			ID: 1, Columns: []records.Column{{Name: "name"}},
			Rows: []*records.Record{{ID: 1, Cells: []records.Cell{{}}}, {ID: 2, Cells: []records.Cell{{Text: "b"}}}},
		}},
	}
	got := written(t, CSV, Options{}, res)
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Errorf("%q reads back as %q, %v", got, rows, err)
	}
}

func TestCSVReportsTheGuard(t *testing.T) {
	var told []string
	opt := Options{Dialect: "excel-fr", Report: func(s string) { told = append(told, s) }}
	written(t, CSV, opt, sample("a.txt"))
	want := []string{"1 text that a spreadsheet would run or turn into another value is written as =\"...\": row 3, name; --format xlsx needs none of that"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Error(diff)
	}
}

// FuzzCSV holds that what is written reads back as it was.
func FuzzCSV(f *testing.F) {
	f.Add("a", "b")
	f.Add("", "")
	f.Add("x\"y", "l1\nl2")
	f.Add(" lead", ";,\t")
	f.Add(`\.`, "=1")
	f.Fuzz(func(t *testing.T, a, b string) {
		// A reader takes CRLF inside quotes for LF; nothing can be written against that.
		a, b = strings.ReplaceAll(a, "\r", ""), strings.ReplaceAll(b, "\r", "")
		res := &normalize.Result{
			Document: &document.Document{},
			Tables: []*records.Table{{
				ID: 1, Columns: []records.Column{{Name: "name"}, {Name: "x"}},
				Rows: []*records.Record{{ID: 1, Cells: []records.Cell{{Text: a}, {Text: b}}}},
			}},
		}
		for _, dialect := range Dialects() {
			d := dialect.Name
			got := strings.TrimPrefix(written(t, CSV, Options{Dialect: d}, res), "\ufeff")
			r := csv.NewReader(strings.NewReader(got))
			r.Comma = rune(dialect.Comma)
			rows, err := r.ReadAll()
			if err != nil || len(rows) != 2 {
				t.Fatalf("%s: %q: %q, %v", d, got, rows, err)
			}
			for i, want := range []string{a, b} {
				if got := unguarded(rows[1][i], dialect.Guard); got != want && got != "'"+want {
					t.Errorf("%s: wrote %q, read %q", d, want, got)
				}
			}
		}
	})
}
