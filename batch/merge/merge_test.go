// One data set of made-up results, in all formats and in partitions.

package merge

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
)

// A doc is a result of one table, in short: columns are "name:type:title", rows have
// values between bars.
type doc struct {
	source, date, profile string
	subject               string
	columns               []string
	rows                  []string
}

func (d doc) json() []byte {
	var b strings.Builder
	date := "null"
	if d.date != "" {
		date = fmt.Sprintf("%q", d.date)
	}
	fmt.Fprintf(&b, `{"source":{"name":%q,"profile":%q},"document":{"title":"T","date":%s,"issuer":null},"tables":[{"id":1,"subject":%q,"columns":[`, d.source, d.profile, date, d.subject)
	var names, types []string
	for i, c := range d.columns {
		parts := strings.Split(c+"::", ":")
		if i > 0 {
			b.WriteByte(',')
		}
		names, types = append(names, parts[0]), append(types, parts[1])
		title := "null"
		if parts[2] != "" {
			title = fmt.Sprintf("%q", parts[2])
		}
		fmt.Fprintf(&b, `{"name":%q,"type":%q,"title":%s}`, parts[0], orElse(parts[1], "text"), title)
	}
	b.WriteString(`],"records":[`)
	for i, r := range d.rows {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"row":%d,"values":{`, i+1)
		for j, v := range strings.Split(r, "|") {
			if j > 0 {
				b.WriteByte(',')
			}
			switch {
			case v == "":
				v = "null"
			case types[j] != "number" && types[j] != "flag":
				v = fmt.Sprintf("%q", v)
			}
			fmt.Fprintf(&b, `%q:%s`, names[j], v)
		}
		b.WriteString("}}")
	}
	b.WriteString("]}]}")
	return []byte(b.String())
}

func each(docs []doc) Each {
	return func(yield func([]byte) error) error {
		for _, d := range docs {
			if err := yield(d.json()); err != nil {
				return err
			}
		}
		return nil
	}
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// A file is one in memory.
type file struct{ bytes.Buffer }

func (*file) Close() error { return nil }

func merged(t *testing.T, docs []doc, opt Options) (*Set, map[string]string) {
	t.Helper()
	if opt.Format == "" {
		opt.Format = "csv"
	}
	set, err := Scan(each(docs), opt)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]*file{}
	err = set.Write(func(name string) (io.WriteCloser, string, error) {
		files[name] = &file{}
		return files[name], "", nil
	})
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for name, f := range files {
		texts[name] = f.String()
	}
	return set, texts
}

// column returns the values of some columns of CSV, a row a string.
func column(t *testing.T, text string, names ...string) (rows []string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all[1:] {
		var parts []string
		for _, name := range names {
			j := slices.Index(all[0], name)
			if j < 0 {
				t.Fatalf("no column %s: %q", name, all[0])
			}
			parts = append(parts, r[j])
		}
		rows = append(rows, strings.Join(parts, " "))
	}
	return rows
}

var two = []doc{
	{source: "a.md", date: "2020-10-14", subject: "name", columns: []string{"name:text:Nom", "places:number:Places", "column_3:text"}, rows: []string{"Le Phare|10|x", "La Source|12.50|"}},
	{source: "b.md", subject: "nom", columns: []string{"nom:text:Nom", "places:number:Places", "source:text:Source", "column_3:number:№", "column_4:text:Column 4"}, rows: []string{"Autre|7|INSEE|3|z"}},
}

func TestColumnsOverDocuments(t *testing.T) {
	set, files := merged(t, two, Options{})
	want := "source,document_date,document_title,document_issuer,table,row,row_key,doubts,name,places,nom,source_2,column_4,unnamed\n" +
		`a.md,2020-10-14,T,,1,1,le phare,,Le Phare,10,,,,"{""column_3"":""x""}"` + "\n" +
		"a.md,2020-10-14,T,,1,2,la source,,La Source,12.50,,,,\n" +
		`b.md,,T,,1,1,autre,,,7,Autre,INSEE,z,"{""column_3"":""3""}"` + "\n"
	if diff := cmp.Diff(want, files[""]); diff != "" {
		t.Error(diff)
	}
	if set.Rows != 3 || set.Documents != 2 {
		t.Errorf("%+v", set)
	}
	types := map[string]records.Type{}
	for _, f := range set.Fields {
		types[f.Name] = f.Type
	}
	if types["places"] != records.Number || types["document_date"] != records.Date || types["row"] != records.Number || types["name"] != records.Text {
		t.Errorf("%v", types)
	}
}

// A column that is a number in one document and text in another is text in the typed
// formats, and no value changes.
func TestMixedColumnIsText(t *testing.T) {
	docs := []doc{
		{source: "a", columns: []string{"n:number:N"}, rows: []string{"3"}},
		{source: "b", columns: []string{"n:text:N"}, rows: []string{"03"}},
	}
	set, files := merged(t, docs, Options{Format: "jsonl"})
	if f := set.Fields[len(set.Fields)-1]; f.Name != "n" || f.Type != records.Text {
		t.Errorf("%+v", f)
	}
	if !strings.Contains(files[""], `"n":3}`) || !strings.Contains(files[""], `"n":"03"}`) {
		t.Errorf("%s", files[""])
	}
	for _, f := range output.RowFormats() {
		if _, files := merged(t, docs, Options{Format: f.Name}); len(files[""]) == 0 && f.File == nil {
			t.Errorf("%s: nothing is written", f.Name)
		}
	}
}

func TestPartitions(t *testing.T) {
	docs := []doc{
		{source: "a", columns: []string{"region:text:R", "n:number:N"}, rows: []string{"Île-de-France|1", "a/b=..|2", "|3"}},
		{source: "b", columns: []string{"region:text:R", "n:number:N"}, rows: []string{"Île-de-France|4"}},
	}
	set, files := merged(t, docs, Options{PartitionBy: []string{"region"}})
	want := []string{"region=%C3%8Ele-de-France", "region=__HIVE_DEFAULT_PARTITION__", "region=a%2Fb%3D.."}
	if diff := cmp.Diff(want, set.Parts()); diff != "" {
		t.Error(diff)
	}
	if got := column(t, files[want[0]], "n"); !slices.Equal(got, []string{"1", "4"}) {
		t.Errorf("%q", got)
	}
	if strings.Contains(files[want[0]], "region") {
		t.Errorf("the name of the file has the value: %s", files[want[0]])
	}
	if _, err := Scan(each(docs), Options{PartitionBy: []string{"nope"}}); err == nil || !strings.Contains(err.Error(), "no such column; there are source") {
		t.Errorf("%v", err)
	}
	// More partitions than are open at once.
	many := doc{source: "m", columns: []string{"k:text:K"}}
	for i := range 3*openParts + 1 {
		many.rows = append(many.rows, fmt.Sprint("v", i))
	}
	if _, files := merged(t, []doc{many}, Options{PartitionBy: []string{"k"}}); len(files) != 3*openParts+1 {
		t.Errorf("%d files", len(files))
	}
}

func TestRowKeys(t *testing.T) {
	for _, c := range []struct {
		name string
		opt  Options
		doc  doc
		want []string
	}{
		{"the place and the subject", Options{}, doc{subject: "name", columns: []string{"region_code:code", "commune:text", "name:text", "n:number"}, rows: []string{"53|Brest|Le Port|1", "53||Le  PORT|2", "53||le port|3"}}, []string{"brest|le port", "53|le port", "53|le port#2"}},
		{"groups", Options{}, doc{subject: "name", columns: []string{"section:text", "name:text"}, rows: []string{"Or|A", "Argent|A"}}, []string{"or|a", "argent|a"}},
		{"no subject in the row", Options{}, doc{subject: "name", columns: []string{"section:text", "name:text", "talk:text"}, rows: []string{"Lundi|-|Ouverture", "Lundi|-|Pause", "Lundi||Pause"}}, []string{"lundi||ouverture", "lundi||pause", "lundi||pause#2"}},
		{"all there is", Options{}, doc{columns: []string{"x:text", "y:number"}, rows: []string{"A|1", "A|2"}}, []string{"a|1", "a|2"}},
		{"as told", Options{Key: []string{"code", "name"}}, doc{subject: "name", columns: []string{"name:text", "code:code", "commune:text"}, rows: []string{"A|7|Brest"}}, []string{"7|a"}},
		{"as the profile tells", Options{Keys: map[string][]string{"p": {"code"}}}, doc{profile: "p", subject: "name", columns: []string{"name:text", "code:code"}, rows: []string{"A|7"}}, []string{"7"}},
		{"a key that the table does not have", Options{Key: []string{"code"}}, doc{subject: "name", columns: []string{"name:text"}, rows: []string{"A", "B"}}, []string{"a", "b"}},
	} {
		_, files := merged(t, []doc{c.doc}, c.opt)
		if got := column(t, files[""], "row_key"); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Releases are compared in the order of their dates, whatever their names are.
func TestFamily(t *testing.T) {
	sites := func(source, date string, rows ...string) doc {
		return doc{source: source, date: date, subject: "name", columns: []string{"name:text:Nom", "new:flag"}, rows: rows}
	}
	docs := []doc{
		sites("a.md", "2021-03-01", "Le Phare|false", "La Source|true", "Le Moulin|true"),
		sites("b.md", "2020-03-01", "LE PHARE|", "L'Étang|"),
		sites("c.md", "2022-03-01", "La Source|true", "L'Étang|false"),
		sites("d.md", "", "Le Phare|"),
		sites("e.md", "2020-03-01", "Le Moulin|"),
	}
	set, files := merged(t, docs, Options{Compare: true, Family: "sites"})
	want := []string{
		"sites Le Phare 2020-03-01 2021-03-01 false", "sites La Source 2021-03-01 2022-03-01 true", "sites Le Moulin 2020-03-01 2021-03-01 false",
		"sites LE PHARE 2020-03-01 2021-03-01 ", "sites L'Étang 2020-03-01 2022-03-01 ",
		"sites La Source 2021-03-01 2022-03-01 false", "sites L'Étang 2020-03-01 2022-03-01 true",
		"sites Le Phare   ",
		"sites Le Moulin 2020-03-01 2021-03-01 ",
	}
	if diff := cmp.Diff(want, column(t, files[""], "family", "name", "first_seen", "last_seen", "new_by_comparison")); diff != "" {
		t.Error(diff)
	}
	note := []string{"family sites: rows marked as new that the release before has: 2; rows that it does not have, marked as not new: 1; compare new with new_by_comparison"}
	if diff := cmp.Diff(note, set.Notes); diff != "" {
		t.Error(diff)
	}
	// Without a family nothing is compared, and two families are kept apart.
	docs[0].profile, docs[1].profile = "p", "q"
	_, files = merged(t, docs, Options{Compare: true})
	if got := column(t, files[""], "family", "first_seen", "new_by_comparison")[:4]; !slices.Equal(got, []string{"p 2021-03-01 ", "p 2021-03-01 ", "p 2021-03-01 ", "q 2020-03-01 "}) {
		t.Errorf("%q", got)
	}
}

// Releases that have nothing in common are hardly of one family, or their rows have other
// keys: that every row is new must not pass without a word.
func TestStrangers(t *testing.T) {
	docs := []doc{
		{source: "a", date: "2020-10", subject: "name", columns: []string{"name:text", "commune_code:code"}, rows: []string{"A|62498", "B|81004"}},
		{source: "b", date: "2020-11", subject: "name", columns: []string{"name:text", "commune_code:code"}, rows: []string{"A|", "B|"}},
	}
	set, _ := merged(t, docs, Options{Compare: true, Family: "f"})
	want := []string{"family f: no row is also in the release before: 2020-11; are they one family, and does --key name what stays the same?"}
	if diff := cmp.Diff(want, set.Notes); diff != "" {
		t.Error(diff)
	}
	set, _ = merged(t, docs, Options{Compare: true, Family: "f", Key: []string{"name"}})
	if len(set.Notes) > 0 {
		t.Errorf("%q", set.Notes)
	}
}

// What a document doubts is said on the rows that it is about.
func TestDoubts(t *testing.T) {
	text := `{"source":{"name":"a"},"document":{},"tables":[
		{"id":1,"columns":[{"name":"n","type":"text"}],"records":[{"row":1,"id":2,"values":{"n":"A"}},{"row":2,"id":3,"values":{"n":"B"}},{"row":3,"id":4,"values":{"n":"C"}}]},
		{"id":2,"columns":[{"name":"n","type":"text"}],"records":[{"row":1,"id":6,"values":{"n":"D"}}]}],
		"claims":[{"status":"ok"},{"status":"mismatch"}],
		"findings":[
			{"code":"noted","level":"note","table":1,"record":2},
			{"code":"elsewhere","level":"doubt","table":1,"record":3,"edits":[]},
			{"code":"carried-up","level":"doubt","table":1,"edits":[{"record":2,"last":3},{"record":3}]},
			{"code":"records-apart","level":"fault","table":2}]}`
	var b file
	set, err := Scan(func(yield func([]byte) error) error { return yield([]byte(text)) }, Options{Format: "csv"})
	if err == nil {
		err = set.Write(func(string) (io.WriteCloser, string, error) { return &b, "", nil })
	}
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"A carried-up claim-mismatch", "B carried-up claim-mismatch elsewhere", "C claim-mismatch", "D claim-mismatch records-apart"}
	if diff := cmp.Diff(want, column(t, b.String(), "n", "doubts")); diff != "" {
		t.Error(diff)
	}
}

func TestNothingToMerge(t *testing.T) {
	set, files := merged(t, nil, Options{PartitionBy: []string{"x"}})
	if len(files) != 0 || len(set.Parts()) != 0 {
		t.Errorf("%v", files)
	}
	_, files = merged(t, nil, Options{})
	if files[""] != "source,document_date,document_title,document_issuer,table,row,row_key,doubts\n" {
		t.Errorf("%q", files)
	}
}
