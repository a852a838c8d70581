// All formats of rows hold the same values, and other programs than those that write
// them read them.

package output

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// hard is a table of values that some format may change.
func hard() *normalize.Result {
	t := &records.Table{ID: 1, Columns: []records.Column{
		{Name: "zeta"},
		{Name: "code", Type: records.Code},
		{Name: "count", Type: records.Number},
		{Name: "amount", Type: records.Money, Unit: "EUR"},
		{Name: "day", Type: records.Date},
		{Name: "month", Type: records.Date},
		{Name: "new", Type: records.Flag},
		{Name: "odd", Type: records.Number},
		{Name: "long", Type: records.Number},
		{Name: "none", Type: records.Number},
		{Name: "source"},
	}}
	for i, row := range [][]string{
		{"Évry, \"Le Port\"\tet\nla rade", "007", "0", "0.1", "1969-12-31", "2020-10", "true", "n.d.", "12345678901234567890", "", "La Dépêche"},
		{"œuvre — 8ᵉ 𝄞", "01", "-12", "1784739.25", "2020-02-29", "2020-10-14", "false", "3", "1", "", ""},
		{"", "", "", "", "", "", "", "", "", "", ""},
		{"=1+1", "1E5", "9007199254740991", "1000000000.01", "0001-01-01", "2021", "", "0.30", "2", "", "x"},
		{" blanks ", "-", "3.50", "12.5", "9999-12-31", "", "true", "", "", "", ""},
	} {
		r := &records.Record{ID: i + 1}
		for _, text := range row {
			r.Cells = append(r.Cells, records.Cell{Text: text})
		}
		t.Rows = append(t.Rows, r)
	}
	return &normalize.Result{Document: &document.Document{Name: "in/a\xff.md"}, Tables: []*records.Table{t}}
}

// manyRows has more rows than a group of Parquet.
func manyRows() *normalize.Result {
	t := &records.Table{ID: 1, Columns: []records.Column{{Name: "n", Type: records.Number}, {Name: "name"}}}
	for i := range parquetGroup + 1000 {
		t.Rows = append(t.Rows, &records.Record{ID: i + 1, Cells: []records.Cell{{Text: strconv.Itoa(i)}, {Text: "Maison " + strconv.Itoa(i%97)}}})
	}
	return &normalize.Result{Document: &document.Document{Name: "many.md"}, Tables: []*records.Table{t}}
}

// A grid is what a reader finds: names, then rows.
type grid [][]string

// readers read what a format wrote. Numbers are brought to one spelling.
var readers = map[string]func(t *testing.T, data []byte) grid{
	"csv": func(t *testing.T, data []byte) grid { return readSeparated(t, data, ',') },
	"tsv": func(t *testing.T, data []byte) grid { return readSeparated(t, data, '\t') },
	"jsonl": func(t *testing.T, data []byte) (g grid) {
		for line := range bytes.Lines(data) {
			dec := json.NewDecoder(bytes.NewReader(line))
			dec.UseNumber()
			var names, row []string
			_, err := dec.Token()
			for err == nil && dec.More() {
				key, _ := dec.Token()
				var v any
				err = dec.Decode(&v)
				names, row = append(names, key.(string)), append(row, plainOf(v))
			}
			if err != nil {
				t.Fatal(err)
			}
			if g == nil {
				g = append(g, names)
			}
			g = append(g, row)
		}
		return g
	},
	"parquet": readParquet,
	"sqlite":  readSQLite,
}

func readSeparated(t *testing.T, data []byte, comma rune) grid {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = comma
	g, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func readParquet(t *testing.T, data []byte) grid {
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range f.Root().Columns() {
		names = append(names, c.Name())
	}
	g := grid{names}
	for _, group := range f.RowGroups() {
		rows := group.Rows()
		buf := make([]parquet.Row, 100)
		for {
			n, err := rows.ReadRows(buf)
			for _, r := range buf[:n] {
				row := make([]string, len(names))
				for j, v := range r {
					row[j] = parquetText(v, f.Root().Columns()[j])
				}
				g = append(g, row)
			}
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		rows.Close()
	}
	return g
}

func parquetText(v parquet.Value, c *parquet.Column) string {
	switch {
	case v.IsNull():
		return ""
	case c.Type().String() == "DATE":
		return time.Unix(int64(v.Int32())*86400, 0).UTC().Format(time.DateOnly)
	case v.Kind() == parquet.Double:
		return strconv.FormatFloat(v.Double(), 'f', -1, 64)
	case v.Kind() == parquet.Boolean:
		return strconv.FormatBool(v.Boolean())
	}
	return string(v.ByteArray())
}

func readSQLite(t *testing.T, data []byte) grid {
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var ok string
	if err := db.QueryRow("pragma integrity_check").Scan(&ok); err != nil || ok != "ok" {
		t.Errorf("integrity: %s, %v", ok, err)
	}
	rows, err := db.Query("select * from records order by rowid")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	types, _ := rows.ColumnTypes()
	g := grid{names}
	for rows.Next() {
		values := make([]any, len(names))
		at := make([]any, len(names))
		for j := range at {
			at[j] = &values[j]
		}
		if err := rows.Scan(at...); err != nil {
			t.Fatal(err)
		}
		row := make([]string, len(names))
		for j, v := range values {
			if n, ok := v.(int64); ok && types[j].DatabaseTypeName() == "BOOLEAN" {
				v = n == 1
			}
			row[j] = plainOf(v)
		}
		g = append(g, row)
	}
	return g
}

func plainOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

// oneSpelling writes numbers without zeros at the end of a fraction, which doubles do not
// keep: 3.50 is 3.5.
func oneSpelling(g grid) grid {
	for i := range g {
		for j, text := range g[i] {
			if isNumber(text) && strings.Contains(text, ".") {
				g[i][j] = strings.TrimRight(strings.TrimRight(text, "0"), ".")
			}
		}
	}
	return g
}

func TestSameValuesInAllFormats(t *testing.T) {
	for _, res := range []*normalize.Result{hard(), manyRows()} {
		var want grid
		for _, f := range RowFormats() {
			if len(res.Tables[0].Rows) > parquetGroup && f.Name != "csv" && f.Name != "parquet" {
				continue // rows beyond a group are Parquet's matter
			}
			read := readers[f.Name]
			if read == nil {
				t.Fatalf("%s: no reader to hold it with", f.Name)
			}
			var once, again bytes.Buffer
			opt := Options{Many: true}
			if err := f.Write(&once, []*normalize.Result{res}, opt); err != nil {
				t.Fatal(err)
			}
			if err := f.Write(&again, []*normalize.Result{res}, opt); err != nil || !bytes.Equal(once.Bytes(), again.Bytes()) {
				t.Errorf("%s: other bytes the second time, %v", f.Name, err)
			}
			got := oneSpelling(read(t, once.Bytes()))
			if want == nil {
				want = got
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (- csv, + %s):\n%.3000s", f.Name, f.Name, diff)
			}
		}
		if len(want) != len(res.Tables[0].Rows)+1 {
			t.Errorf("%d rows", len(want)-1)
		}
	}
}

// A heading "Source" keeps its values beside the column that names the document.
func TestColumnsOfOneNameStayApart(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, []*normalize.Result{hard()}, Options{Many: true}); err != nil {
		t.Fatal(err)
	}
	g := readSeparated(t, b.Bytes(), ',')
	if last := len(g[0]); g[0][last-2] != "source_2" || g[0][last-1] != "source" || g[1][last-2] != "La Dépêche" || g[1][last-1] != "in/a\ufffd.md" {
		t.Errorf("%q", g[:2])
	}
}

func TestTyping(t *testing.T) {
	for _, c := range []struct {
		want   records.Type
		values []Value
	}{
		{records.Text, nil},
		{records.Number, []Value{{"", records.Number}}},
		{records.Number, []Value{{"", records.Text}, {"12.5", records.Number}, {"3", records.Money}}},
		{records.Text, []Value{{"12.5", records.Number}, {"n.d.", records.Number}, {"1", records.Number}}},
		{records.Text, []Value{{"12", records.Number}, {"2020-10-14", records.Date}}},
		{records.Text, []Value{{"12345678901234567", records.Number}}},
		{records.Number, []Value{{"1234567890123456.00", records.Number}, {"0.30000000000000000", records.Number}}},
		{records.Text, []Value{{"0.12345678901234567890", records.Number}}},
		{records.Date, []Value{{"2020-10-14", records.Date}, {"", records.Text}}},
		{records.Text, []Value{{"2020-10-14", records.Date}, {"2020-10", records.Date}}},
		{records.Text, []Value{{"2020-02-30", records.Date}}},
		{records.Text, []Value{{"007", records.Code}}},
		{records.Text, []Value{{"1", records.Number}, {"01", records.Code}}},
	} {
		var y Typing
		for _, v := range c.values {
			y.See(v)
		}
		if got := y.Type(); got != c.want {
			t.Errorf("%q: %s, want %s", c.values, got, c.want)
		}
	}
}

// SQLite's own program and Python read the database; DuckDB reads both.
func TestOtherProgramsRead(t *testing.T) {
	dir := t.TempDir()
	two := []*normalize.Result{sample("a.txt"), sample("b.txt")}
	for _, f := range RowFormats() {
		for name, docs := range map[string][]*normalize.Result{"hard": {hard()}, "two": two} {
			var b bytes.Buffer
			if err := f.Write(&b, docs, Options{}); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name+f.Extensions[0]), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		program []string
		want    string
	}{
		{
			[]string{"sqlite3", "two.sqlite", "pragma integrity_check; select region, name, amount, new, source from records where amount > 3; select source, name, code, \"table\" from other_tables; select source, verdict, announced from claims where found; select count(*), sum(records) from documents"},
			"ok\nBretagne|Brest|12.5|1|a.txt\nBretagne|Brest|12.5|1|b.txt\na.txt|Seul|007|2\nb.txt|Seul|007|2\na.txt|ok|3\nb.txt|ok|3\n2|8\n",
		},
		{
			[]string{"sqlite3", "hard.sqlite", "select code, typeof(count), count, amount, day, typeof(odd), odd, long from records where code <> '' order by rowid"},
			"007|integer|0|0.1|1969-12-31|text|n.d.|12345678901234567890\n01|integer|-12|1784739.25|2020-02-29|text|3|1\n1E5|integer|9007199254740991|1000000000.01|0001-01-01|text|0.30|2\n-|real|3.5|12.5|9999-12-31|null||\n",
		},
		{
			[]string{"python3", "-c", "import sqlite3\nfor r in sqlite3.connect('hard.sqlite').execute('select zeta, code, new from records'): print(ascii(r))"},
			"('\\xc9vry, \"Le Port\"\\tet\\nla rade', '007', 1)\n('\\u0153uvre \\u2014 8\\u1d49 \\U0001d11e', '01', 0)\n(None, None, None)\n('=1+1', '1E5', None)\n(' blanks ', '-', 1)\n",
		},
		{
			[]string{"python3", "-c", "import pandas as pd\np, c = pd.read_parquet('hard.parquet'), pd.read_csv('hard.csv', dtype=str)\nassert list(p.columns) == list(c.columns)\nassert list(p['zeta'].fillna('')) == list(c['zeta'].fillna(''))\nprint(p['amount'].sum(), p['new'].sum(), p['day'].iloc[1])"},
			"1001784751.86 2 2020-02-29\n",
		},
		{
			[]string{"duckdb", "-csv", "-c", "select code, count, amount, day, odd, new from 'hard.parquet' where code is not null"},
			"code,count,amount,day,odd,new\n007,0.0,0.1,1969-12-31,n.d.,true\n01,-12.0,1784739.25,2020-02-29,3,false\n1E5,9007199254740991.0,1000000000.01,0001-01-01,0.30,NULL\n-,3.5,12.5,9999-12-31,NULL,true\n",
		},
	} {
		if exec.Command(c.program[0], "-c", "import pandas, pyarrow").Run() != nil && strings.Contains(c.program[len(c.program)-1], "pandas") {
			t.Log("without pandas and pyarrow")
			continue
		}
		if _, err := exec.LookPath(c.program[0]); err != nil {
			t.Log(err)
			continue
		}
		cmd := exec.Command(c.program[0], c.program[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil || string(out) != c.want {
			t.Errorf("%s: %v\n%s", c.program[0], err, cmp.Diff(c.want, string(out)))
		}
	}
}

// Days before 1970 are counted downwards.
func TestParquetDays(t *testing.T) {
	for day, want := range map[string]int32{"1970-01-01": 0, "1969-12-31": -1, "2020-02-29": 18321, "0001-01-01": -719162} {
		v, err := parquetValue(records.Date, day)
		if err != nil || v.Int32() != want {
			t.Errorf("%s: %d, want %d, %v", day, v.Int32(), want, err)
		}
	}
	if _, err := parquetValue(records.Number, strings.Repeat("9", 400)); err == nil {
		t.Errorf("a number larger than %g", math.MaxFloat64)
	}
}
