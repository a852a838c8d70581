// JSON, held to its schema, and JSON Lines.

package output

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output/schema"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.JSON()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:///s.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("mem:///s.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJSONHoldsToTheSchema(t *testing.T) {
	s := compiled(t)
	for _, res := range []*normalize.Result{
		sample("a.txt"),
		{Document: &document.Document{Name: "-", SHA256: strings.Repeat("0", 64), Format: "text"}},
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(written(t, JSON, Options{}, res)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Error(err)
		}
	}
	// A schema that takes anything would hold nothing.
	if err := s.Validate(map[string]any{"source": map[string]any{}}); err == nil {
		t.Error("the schema takes an object without tables")
	}
}

func TestJSONRecords(t *testing.T) {
	var doc struct {
		Tables []struct {
			Records []struct {
				Row, ID int
				Values  map[string]any
				Raw     map[string]string
				At      map[string]any
				Repairs []map[string]any
			}
		}
		Findings []map[string]any
	}
	if err := json.Unmarshal([]byte(written(t, JSON, Options{}, sample("a.txt"))), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Tables) != 2 {
		t.Fatalf("%d tables, want both", len(doc.Tables))
	}
	r := doc.Tables[0].Records
	if diff := cmp.Diff(map[string]any{"region": "Bretagne", "name": "Brest", "amount": 12.5, "new": true}, r[0].Values); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"region": "Bretagne", "name": "Brest *", "amount": "12,5"}, r[0].Raw); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]any{"region": "Bretagne", "name": "=1+1", "amount": nil, "new": nil}, r[2].Values); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]any{"page": 2.0, "box": []any{1.0, 2.0, 30.5, 4.0}}, r[2].At); diff != "" {
		t.Error(diff)
	}
	wantRepairs := []map[string]any{
		{"pass": "carry", "code": "carried", "column": "region", "was": "", "text": "Bretagne", "finding": 1.0},
		{"pass": "shift", "code": "moved", "column": "region", "to": "name", "finding": 2.0},
		{"pass": "shift", "code": "moved", "column": "name", "was": "a", "text": "b", "finding": 2.0},
	}
	if diff := cmp.Diff(wantRepairs, r[1].Repairs); diff != "" {
		t.Error(diff)
	}
	if r[2].Row != 3 || r[2].ID != 4 {
		t.Errorf("row %d, id %d: rows count records, IDs printed rows", r[2].Row, r[2].ID)
	}
	if code := doc.Tables[1].Records[0].Values["code"]; code != "007" {
		t.Errorf("code %v lost its zeros", code)
	}
	if len(doc.Findings) != 5 {
		t.Errorf("%d findings", len(doc.Findings))
	}
}

// raw has what is printed: a blank cell is "", a place that a span covers is not there.
func TestJSONRaw(t *testing.T) {
	res := &normalize.Result{Document: &document.Document{Name: "a.html"}, Tables: []*records.Table{{
		ID:      1,
		Columns: []records.Column{{Name: "region"}, {Name: "department"}, {Name: "name"}},
		Rows: []*records.Record{{ID: 1, Cells: []records.Cell{
			{Text: "Bretagne", Src: &document.Cell{More: &document.More{Covered: true}}}, {Src: &document.Cell{}}, {Text: "A"},
		}}},
	}}}
	if got := written(t, JSON, Options{}, res); !strings.Contains(got, `"raw":{"department":""}`) {
		t.Error(got)
	}
}

func TestJSONOfSeveralDocuments(t *testing.T) {
	var docs []struct{ Source struct{ Name string } }
	if err := json.Unmarshal([]byte(written(t, JSON, Options{}, sample("a"), sample("b"))), &docs); err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[1].Source.Name != "b" {
		t.Errorf("%v", docs)
	}
}

func TestJSONL(t *testing.T) {
	got := written(t, JSONL, Options{}, sample("a.txt"))
	want := `{"region":"Bretagne","name":"Brest","amount":12.5,"new":true}
{"region":"Bretagne","name":"Le \"Port\", rade","amount":null,"new":false}
{"region":"Bretagne","name":"=1+1","amount":null,"new":null}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestIsNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"0": true, "12": true, "12.5": true, "-3": true, "0.05": true,
		"": false, "007": false, "1.": false, ".5": false, "1e3": false, "12,5": false, "--1": false, "1 000": false,
	} {
		if got := isNumber(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
		if got := json.Valid([]byte(text)); want && !got {
			t.Errorf("%q is no JSON", text)
		}
	}
}

// FuzzString holds appendString to the standard library.
func FuzzString(f *testing.F) {
	f.Add("é \"x\" \\ \n\r\t\x00\x1f")
	f.Add("\u2028\u2029\ufffd")
	f.Add("\xff\xfe a\xc3")
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		b := appendString(nil, s)
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatalf("%q: %s: %v", s, b, err)
		}
		if utf8.ValidString(s) && got != s {
			t.Errorf("%q became %q", s, got)
		}
		std, _ := json.Marshal(s)
		var want string
		if err := json.Unmarshal(std, &want); err != nil || got != want {
			t.Errorf("%q: %q here, %q in encoding/json", s, got, want)
		}
	})
}

// What is written is what the structs of package schema hold: nothing more, and
// the same again when they are written.
func TestJSONIsThatOfTheStructs(t *testing.T) {
	text := written(t, JSON, Options{}, sample("a.txt"))
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	var res schema.Result
	if err := dec.Decode(&res); err != nil {
		t.Fatal(err)
	}
	again, err := schema.Marshal(res)
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if json.Unmarshal(again, &got) != nil || json.Unmarshal([]byte(text), &want) != nil {
		t.Fatal("no JSON")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
