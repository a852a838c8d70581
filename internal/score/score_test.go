// How documents are judged, and scores that do not fall.

package score

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// towns is a truth of three records with a column of each common kind.
func towns() *Truth {
	return &Truth{Kind: "towns", Tables: []Table{{
		Columns: []Column{
			{Key: "town", Title: "Ville", Type: "text"},
			{Key: "people", Title: "Habitants", Type: "number"},
			{Key: "rate", Title: "Taux (%)", Type: "percent"},
		},
		Records: []map[string]any{
			{"town": "Brest", "people": 1200.0, "rate": 12.5},
			{"town": "Le Havre", "people": -3.0, "rate": nil},
			{"town": "L’Aigle", "people": 0.25, "rate": 7.0},
		},
	}}}
}

func townGrid(rows ...[]string) []grid {
	return []grid{{names: []string{"ville", "habitants", "taux"}, rows: rows}}
}

var (
	brest  = []string{"Brest", "1200", "12.5"}
	havre  = []string{"Le Havre", "-3", ""}
	laigle = []string{"L'Aigle", "0.25", "7"}
)

func TestJudge(t *testing.T) {
	doubted := []doubt{{"list-unread", "18 sites are announced"}}
	cases := []struct {
		name  string
		truth *Truth
		out   outcome
		err   error
		want  string // as in the file of scores
	}{
		{"all right", towns(), outcome{tables: townGrid(brest, havre, laigle)}, nil, "exact, 3/3 of 3, headings"},
		{"in another order", towns(), outcome{tables: townGrid(laigle, brest, havre)}, nil, "exact, 3/3 of 3, headings"},
		{"a record missing", towns(), outcome{tables: townGrid(brest, havre)}, nil, "wrong, 2/3 of 2, headings, silent"},
		{"a record missing, said", towns(), outcome{tables: townGrid(brest, havre), doubts: doubted}, nil, "wrong, 2/3 of 2, headings"},
		{"a total as record", towns(), outcome{tables: townGrid(brest, havre, laigle, []string{"Total", "1197.25", ""})}, nil, "wrong, 3/3 of 4, headings, silent"},
		{"a number as printed", towns(), outcome{tables: townGrid([]string{"Brest", "1 200", "12.5"}, havre, laigle)}, nil, "wrong, 2/3 of 3, headings, silent"},
		{"a factor of a thousand", towns(), outcome{tables: townGrid([]string{"Brest", "1.2", "12.5"}, havre, laigle)}, nil, "wrong, 2/3 of 3, headings, silent"},
		{"a blank filled", towns(), outcome{tables: townGrid(brest, []string{"Le Havre", "-3", "12.5"}, laigle)}, nil, "wrong, 2/3 of 3, headings, silent"},
		{"values in each other's column", towns(), outcome{tables: townGrid([]string{"1200", "Brest", "12.5"}, havre, laigle)}, nil, "wrong, 2/3 of 3, headings, silent"},
		{"the same row twice", towns(), outcome{tables: townGrid(brest, brest, havre)}, nil, "wrong, 2/3 of 3, headings, silent"},
		{"headings lost", towns(), outcome{tables: []grid{{names: []string{"column_1", "column_2", "column_3"}, rows: [][]string{brest, havre, laigle}}}}, nil, "exact, 3/3 of 3"},
		{"a table too many", towns(), outcome{tables: append(townGrid(brest, havre, laigle), grid{names: []string{"name"}, rows: [][]string{{"Home"}}})}, nil, "wrong, 3/3 of 4, headings, silent"},
		{"a list in two tables", towns(), outcome{tables: append(townGrid(brest, havre), townGrid(laigle)...)}, nil, "wrong, 2/3 of 3, headings, silent"},
		{"not read", towns(), outcome{}, errors.New("no text"), "wrong, 0/3 of 0"},
		{"nothing, rightly", &Truth{Tables: []Table{}}, outcome{}, nil, "exact, 0/0 of 0"},
		{"nothing, with a doubt", &Truth{Tables: []Table{}}, outcome{doubts: doubted}, nil, "wrong, 0/0 of 0"},
		{"rows of nothing", &Truth{Tables: []Table{}}, outcome{tables: townGrid(brest)}, nil, "wrong, 0/0 of 1, silent"},
		{"a missing list unsaid", &Truth{Tables: []Table{}, Doubt: true}, outcome{}, nil, "wrong, 0/0 of 0, silent"},
		{"a missing list said", &Truth{Tables: []Table{}, Doubt: true}, outcome{doubts: doubted}, nil, "exact, 0/0 of 0"},
	}
	for _, c := range cases {
		var v Verdict
		judge(&v, c.truth, &c.out, c.err)
		if got := state(&v); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestFigures(t *testing.T) {
	right, wrong := Figure{Value: 3, Right: true}, Figure{Value: 1300}
	total := Total{Label: "Total"}
	differs := doubt{"total-differs", "Habitants: 7 is printed"}
	cases := []struct {
		name    string
		figures []Figure
		totals  []Total
		alarms  []alarm
		doubts  []doubt
		want    string // what state says of figures
	}{
		{"right and quiet", []Figure{right}, nil, nil, nil, ""},
		{"right and flagged", []Figure{right}, nil, []alarm{{value: 3}}, nil, "false-alarm"},
		{"right and the total flagged", []Figure{right}, nil, nil, []doubt{differs}, "false-alarm"},
		{"wrong and quiet", []Figure{wrong}, nil, nil, nil, "caught 0/1"},
		{"wrong and flagged", []Figure{wrong}, nil, []alarm{{value: 1300}}, nil, "caught 1/1"},
		{"wrong, another flagged", []Figure{wrong}, nil, []alarm{{value: 3}}, nil, "caught 0/1"},
		{"the prose contradicts itself", []Figure{wrong}, nil, []alarm{{value: 3, inProse: true}}, nil, "caught 1/1"},
		{"a doubt names it", []Figure{wrong}, nil, nil, []doubt{{"count", "1 300 sites are announced"}}, "caught 1/1"},
		{"a doubt names another", []Figure{wrong}, nil, nil, []doubt{{"count", "11 300 sites, 13 rows"}}, "caught 0/1"},
		{"one of two", []Figure{wrong}, []Total{total}, nil, []doubt{differs}, "caught 1/2"},
	}
	for _, c := range cases {
		truth := towns()
		truth.Announced, truth.Totals = c.figures, c.totals
		out := outcome{tables: townGrid(brest, havre, laigle), alarms: c.alarms, doubts: c.doubts}
		var v Verdict
		judge(&v, truth, &out, nil)
		got := strings.TrimPrefix(strings.TrimPrefix(state(&v), "exact, 3/3 of 3, headings"), ", ")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Where rows are wrong, a figure flagged is the sign of it, no false alarm.
func TestNoFalseAlarmOnWrongRows(t *testing.T) {
	out := outcome{tables: townGrid(brest), alarms: []alarm{{value: 3}}}
	var v Verdict
	judge(&v, towns(), &out, nil)
	if v.FalseAlarm || v.Silent() {
		t.Errorf("%s", state(&v))
	}
}

func TestTitled(t *testing.T) {
	cases := []struct {
		column Column
		name   string
		want   bool
	}{
		{Column{Title: "Montant (en €)", Type: "money"}, "montant_en", true},
		{Column{Title: "Montant (en €)", Type: "money"}, "montant", true},
		{Column{Title: "Montant", Type: "money"}, "amount", true},
		{Column{Title: "Habitants", Type: "number"}, "amount", false},
		{Column{Title: "Habitants", Type: "number"}, "name", false},
		{Column{Title: "Client", Type: "text"}, "name", true},
		{Column{Title: "T1", Span: "Indice", Type: "number"}, "indice_t1", true},
		{Column{Title: "T1", Span: "Indice", Type: "number"}, "t1", false},
		{Column{Title: "T1", Span: "Indice", Unit: "base 100", Type: "number"}, "t1_indice_base_100", true},
		{Column{Title: "Valeur¹", Type: "number"}, "valeur", true},
		{Column{Title: "%", Type: "percent"}, "column_3", true},
		{Column{Type: "text"}, "anything", true},
		{Column{Type: "text", Names: []string{"section"}}, "section", true},
		{Column{Type: "text", Names: []string{"section"}}, "name", false},
	}
	for _, c := range cases {
		if got := titled(&c.column, c.name); got != c.want {
			t.Errorf("%+v as %s: %v", c.column, c.name, got)
		}
	}
}

func TestValues(t *testing.T) {
	cases := []struct {
		want    any
		printed string
		typ     string
		cell    string
		same    bool
	}{
		{1234.5, "", "number", "1234.5", true},
		{1234.5, "", "number", "1,234.5", false},
		{1200.0, "", "money", "1200 EUR", true},
		{-8.9, "", "money", "-$8.9", true},
		{12.5, "12,5 %", "percent", "12.5", true},
		{12.5, "12,5 %", "percent", "0.125", true},
		{12.5, "12,5 %", "percent", "12,5 %", true},
		{12.5, "12,5 %", "percent", "12.5 %", true},
		{"2024-05-01", "01/05/2024", "date", "2024-05-01", true},
		{"2024-05-01", "01/05/2024", "date", "01/05/2024", true},
		{"2024-05-01", "01/05/2024", "date", "2024-01-05", false},
		{"02 61 91 00 07", "", "phone", "+33261910007", true},
		{"007", "", "code", "7", false},
		{nil, "n.d.", "number", "n.d.", true},
		{nil, "", "number", "", true},
		{nil, "", "number", "0", false},
		{true, "", "flag", "true", true},
		{false, "", "flag", "", false},
		{"Saint–Malo", "", "text", "Saint-Malo", true},
		{"Brest", "", "text", "BREST", false},
		{"Brest", "", "loose", "BREST", true},
	}
	for _, c := range cases {
		if got := meet(wantKeys(c.want, c.printed, c.typ), cellKeys(c.cell, c.typ)); got != c.same {
			t.Errorf("%v as %q (%s): %v", c.want, c.cell, c.typ, got)
		}
	}
}

func TestAssign(t *testing.T) {
	cases := []struct {
		weight [][]float64
		want   []int
	}{
		{[][]float64{{10, 10}, {10, 0}}, []int{1, 0}}, // the greedy choice for the first row costs the second
		{[][]float64{{1, 2, 9}}, []int{2}},
		{[][]float64{{5}, {7}}, []int{-1, 0}},
		{nil, []int{}},
	}
	for _, c := range cases {
		if d := cmp.Diff(c.want, assign(c.weight)); d != "" {
			t.Errorf("%v: %s", c.weight, d)
		}
	}
}

func TestColumnHiddenInFormat(t *testing.T) {
	truth := towns()
	truth.Tables[0].Columns[2].NotIn = []string{"pdf"}
	out := outcome{tables: townGrid([]string{"Brest", "1200", ""}, havre, []string{"L'Aigle", "0.25", ""})}
	for format, want := range map[string]bool{"txt": false, "pdf chromium": true} {
		v := Verdict{Format: format}
		if judge(&v, truth, &out, nil); v.Exact != want {
			t.Errorf("%s: %s", format, state(&v))
		}
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{
		"a.truth.json": `{"tables":[]}`, "a.txt": "x", "a.chromium.pdf": "x", "a.notes": "x",
		"b.expected.csv": "Ville,Habitants\nBrest,1200\n\n", "b.v2.md": "x", "b.html": "x", "c.txt": "x",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	docs, err := Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range docs {
		got = append(got, d.Name()+" "+d.Format)
	}
	want := []string{"a.chromium.pdf pdf chromium", "a.txt txt", "b.html html", "b.v2.md md v2"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if n := len(docs[2].Truth.Tables[0].Records); n != 1 {
		t.Errorf("%d records of the CSV", n)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.truth.json"), []byte(`{}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Find(dir); err == nil || !strings.Contains(err.Error(), "a.truth.json") {
		t.Errorf("a truth without tables: %v", err)
	}
}

// Expected rows count in whatever table they are.
func TestExpectedRowsArePooled(t *testing.T) {
	truth, err := parseExpected([]byte("Ville,Habitants\nBrest,1200\nDie,007\n"))
	if err != nil {
		t.Fatal(err)
	}
	out := outcome{tables: []grid{{names: []string{"ville", "habitants"}, rows: [][]string{{"BREST", "1200"}}}, {names: []string{"habitants", "ville"}, rows: [][]string{{"007", "Die"}}}}}
	var v Verdict
	if judge(&v, truth, &out, nil); state(&v) != "exact, 2/2 of 2, headings" {
		t.Error(state(&v), v.Missing, v.Surplus)
	}
}

func TestLost(t *testing.T) {
	doc := func(name, words string) Verdict {
		v, err := parseState(words)
		if err != nil {
			t.Fatal(err)
		}
		v.Name, v.Kind, v.Format = name, "towns", "txt"
		return v
	}
	cases := []struct {
		was, is string
		want    string // part of the first line; "" for nothing lost
	}{
		{"exact, 3/3 of 3, headings", "exact, 3/3 of 3, headings", ""},
		{"wrong, 2/3 of 3, silent", "exact, 3/3 of 3, headings", ""},
		{"wrong, 2/3 of 3, silent", "wrong, 2/3 of 3", ""},
		{"exact, 3/3 of 3, headings", "wrong, 2/3 of 3, headings", "is no longer exact"},
		{"exact, 3/3 of 3, headings", "exact, 3/3 of 3", "no longer has all its headings"},
		{"wrong, 2/3 of 3", "wrong, 2/3 of 3, silent", "is now wrong without a word"},
		{"exact, 3/3 of 3, caught 1/1", "exact, 3/3 of 3, caught 0/1", "no longer flagged"},
		{"exact, 3/3 of 3", "exact, 3/3 of 3, false-alarm", "has a right figure flagged"},
		{"wrong, 2/3 of 3, silent", "wrong, 1/3 of 3, silent", "towns: record F1 fell from 0.6667 to 0.3333: a.txt"},
		{"wrong, 2/3 of 3, silent", "wrong, 2/3 of 9, silent", "towns: record F1 fell"},
	}
	for _, c := range cases {
		lost := Lost([]Verdict{doc("a.txt", c.was)}, []Verdict{doc("a.txt", c.is)})
		if c.want == "" && len(lost) > 0 || c.want != "" && (len(lost) == 0 || !strings.Contains(lost[0], c.want)) {
			t.Errorf("%s, then %s: %q, want %q", c.was, c.is, lost, c.want)
		}
	}
	one, other := []Verdict{doc("a.txt", "exact, 1/1 of 1")}, []Verdict{doc("b.txt", "exact, 1/1 of 1")}
	if got := strings.Join(Lost(one, other), "; "); got != "a.txt is no longer in the corpus; b.txt has no score yet" {
		t.Error(got)
	}
}

// What Write writes, Parse reads.
func TestScoresFile(t *testing.T) {
	var b strings.Builder
	want := []Verdict{
		{Name: "a.txt", Exact: true, Hits: 2, Want: 2, Got: 2, Headings: true, Said: true},
		{Name: "b.md", Hits: 1, Want: 3, Got: 4, Planted: 2, Caught: 1},
		{Name: "c.pdf", Exact: true, Said: true, FalseAlarm: true},
	}
	if err := Write(&b, want); err != nil {
		t.Fatal(err)
	}
	got, err := Parse([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, bad := range []string{"documents\na.txt", "documents\na.txt exact", "documents\na.txt exact, 1/2", "documents\na.txt exact, 1/2 of 3, odd"} {
		if _, err := Parse([]byte(bad)); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}
