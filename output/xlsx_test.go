// The workbook, read back.

package output

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/xuri/excelize/v2"
)

func openBook(t *testing.T, data string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func sheetRows(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestXLSX(t *testing.T) {
	data := written(t, XLSX, Options{}, sample("a.txt"))
	if data != written(t, XLSX, Options{}, sample("a.txt")) {
		t.Error("the bytes differ from run to run")
	}
	f := openBook(t, data)
	if got, want := f.GetSheetList(), []string{"Records", "Table 2", "Claims", "Findings", "Source"}; !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	want := [][]string{
		{"region", "name", "amount", "new"},
		{"Bretagne", "Brest", "12.5", "1"},
		{"Bretagne", `Le "Port", rade`, "", "0"},
		{"Bretagne", "=1+1"},
	}
	if diff := cmp.Diff(want, sheetRows(t, f, "Records")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([][]string{{"name", "code"}, {"Seul", "007"}}, sheetRows(t, f, "Table 2")); diff != "" {
		t.Error(diff)
	}
	kinds := map[string]excelize.CellType{
		"C2": excelize.CellTypeNumber, "D2": excelize.CellTypeBool, "B4": excelize.CellTypeInlineString,
	}
	for cell, want := range kinds {
		got, err := f.GetCellType("Records", cell)
		if err != nil || got != want && !(want == excelize.CellTypeNumber && got == excelize.CellTypeUnset) {
			t.Errorf("%s has type %v, want %v (%v)", cell, got, want, err)
		}
	}
	if formula, _ := f.GetCellFormula("Records", "B4"); formula != "" {
		t.Errorf("B4 has the formula %q", formula)
	}
	if shown, _ := f.GetCellValue("Records", "C2"); shown != "12.5 €" {
		t.Errorf("the amount is shown as %q", shown)
	}
}

// A carried region is tinted and says where it comes from; a doubt has another tint.
func TestXLSXRemarks(t *testing.T) {
	res := sample("a.txt")
	res.Findings = append(res.Findings, records.Finding{Code: records.CodeNoName, Level: records.Doubt, Table: 1, Record: 4, Why: "who is it?"})
	f := openBook(t, written(t, XLSX, Options{}, res))
	comments, err := f.GetComments("Records")
	if err != nil {
		t.Fatal(err)
	}
	byCell := map[string]string{}
	for _, c := range comments {
		for _, run := range c.Paragraph {
			byCell[c.Cell] += run.Text
		}
	}
	if !strings.Contains(byCell["B4"], "who is it?") || !strings.Contains(byCell["B4"], "page 2") {
		t.Errorf("comments %q: B4 should say why and where", byCell)
	}
	if !strings.HasPrefix(byCell["A3"], "mended") {
		t.Errorf("comments %q: A3 was carried", byCell)
	}
	tint := func(cell string) string {
		id, err := f.GetCellStyle("Records", cell)
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.GetStyle(id)
		if err != nil || len(s.Fill.Color) == 0 {
			return ""
		}
		return s.Fill.Color[0]
	}
	if tint("A2") != "" || tint("A3") != repairedTint || tint("B4") != doubtfulTint {
		t.Errorf("tints %q %q %q", tint("A2"), tint("A3"), tint("B4"))
	}
}

func TestXLSXSaysWhatItCannotHold(t *testing.T) {
	long := strings.Repeat("é", maxCellUnits+1)
	res := &normalize.Result{
		Document: &document.Document{Name: "a.txt"},
		Tables: []*records.Table{{
			ID: 1, Columns: []records.Column{{Name: "name"}},
			Rows: []*records.Record{{ID: 1, Cells: []records.Cell{{Text: long}}}, {ID: 2, Cells: []records.Cell{{Text: "a\x01b"}}}},
		}},
	}
	var said []string
	f := openBook(t, written(t, XLSX, Options{Report: func(s string) { said = append(said, s) }}, res))
	if got := sheetRows(t, f, "Records"); len([]rune(got[1][0])) != maxCellUnits || got[2][0] != "ab" {
		t.Errorf("%d characters, %q", len([]rune(got[1][0])), got[2][0])
	}
	if len(said) != 2 || !strings.Contains(said[0], "Records!A2") || !strings.Contains(said[1], "Records!A3") {
		t.Errorf("it says %q", said)
	}
}

func TestXLSXManyDocuments(t *testing.T) {
	f := openBook(t, written(t, XLSX, Options{}, sample("a.txt"), sample("b.txt")))
	if got, want := f.GetSheetList(), []string{"Records", "Other tables", "Claims", "Findings", "Source"}; !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	rows := sheetRows(t, f, "Other tables")
	want := [][]string{{"name", "code", "table", "source"}, {"Seul", "007", "2", "a.txt"}, {"Seul", "007", "2", "b.txt"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

// LibreOffice opens workbook and CSV, with the French locale, and has the same values.
func TestSlowSpreadsheet(t *testing.T) {
	if testing.Short() {
		t.Skip("starts an office program")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no soffice")
	}
	dir := t.TempDir()
	// Token 6 is the language of CSV, 0x040C French; token 12 asks for all sheets.
	convert := func(file, to string, in ...string) error {
		args := slices.Concat([]string{"-env:UserInstallation=file://" + dir + "/profile", "--headless"}, in,
			[]string{"--convert-to", to, "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, file)})
		out, err := exec.Command(office, args...).CombinedOutput()
		if err == nil && bytes.Contains(out, []byte("Error:")) {
			return os.ErrInvalid
		}
		return err
	}
	write := func(name, data string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	values := []string{"01", "1/2", "3E5", "=1+1", "3 mars", "+33612345678", "12 %", "8:30", `a "b"`, "2A", "VRAI"}
	res := &normalize.Result{Document: &document.Document{Name: "a.txt"}}
	table := &records.Table{ID: 1, Columns: []records.Column{{Name: "name"}, {Name: "part", Type: records.Number}}}
	for i, v := range values {
		table.Rows = append(table.Rows, &records.Record{ID: i + 1, Cells: []records.Cell{{Text: v}, {Text: strconv.Itoa(i) + ".5"}}})
	}
	res.Tables = []*records.Table{table}
	write("a.xlsx", written(t, XLSX, Options{}, res))
	write("b.csv", written(t, CSV, Options{Dialect: "excel-fr"}, res))
	write("probe.csv", "a,b\n")
	if convert("probe.csv", "xlsx") != nil {
		t.Skip("soffice has no spreadsheets")
	}
	if err := convert("a.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"); err != nil {
		t.Fatal(err)
	}
	if err := convert("b.csv", "ods", "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true"); err != nil {
		t.Fatal(err)
	}
	write("b.ods", readAll(t, filepath.Join(dir, "out", "b.ods")))
	if err := convert("b.ods", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"); err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"a*.csv", "b*.csv"} {
		found, _ := filepath.Glob(filepath.Join(dir, "out", pattern))
		if len(found) != 1 {
			t.Fatalf("%s: %q", pattern, found)
		}
		rows, err := csv.NewReader(strings.NewReader(readAll(t, found[0]))).ReadAll()
		if err != nil || len(rows) != len(values)+1 {
			t.Fatalf("%s: %d rows, %v", pattern, len(rows), err)
		}
		for i, v := range values {
			half := strings.Replace(rows[i+1][1], ",", ".", 1)
			if rows[i+1][0] != v || half != strconv.Itoa(i)+".5" {
				t.Errorf("%s: %q is read as %q", pattern, v, rows[i+1])
			}
		}
	}
}

func readAll(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
