// Formats of results, and which tables they write.

package output

import (
	"fmt"
	"io"
	"slices"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// A Format writes results one way.
type Format struct {
	Name       string   // as in --format
	Extensions []string // with the dot, lower case
	Doc        string   // one line for --help
	Binary     bool     // not for a terminal
	Whole      bool     // writes all tables of a document, unless one is chosen
	// Write writes the results of one or more documents as one stream.
	Write func(w io.Writer, docs []*normalize.Result, opt Options) error
	// Rows, if not nil, begins to write rows that come one by one.
	Rows func(w io.Writer, fields []Field, opt Options) (RowWriter, error)
	// File, if not nil, does the same into a file, which must not be there: a database
	// need not be held in memory.
	File func(path string, fields []Field, opt Options) (RowWriter, error)
}

// Formats returns the formats; the first is the default.
func Formats() []Format { return slices.Clone(formats) }

var formats = []Format{
	{Name: "csv", Extensions: []string{".csv"}, Doc: "rows under one header", Write: CSV, Rows: csvOf},
	{Name: "json", Extensions: []string{".json"}, Doc: "rows with what was printed and where, claims and findings", Whole: true, Write: JSON},
	{Name: "jsonl", Extensions: []string{".jsonl", ".ndjson"}, Doc: "one row a line", Write: JSONL, Rows: jsonlOf},
	{Name: "tsv", Extensions: []string{".tsv", ".tab"}, Doc: "as csv, with tabs", Write: TSV, Rows: tsvOf},
	{Name: "parquet", Extensions: []string{".parquet"}, Doc: "rows under typed columns, for data frames and DuckDB", Binary: true, Write: Parquet, Rows: parquetOf},
	{Name: "sqlite", Extensions: []string{".sqlite", ".db", ".sqlite3"}, Doc: "a database: records, further tables, documents, claims, findings", Whole: true, Binary: true, Write: SQLite, Rows: sqliteOf, File: sqliteFile},
	{Name: "xlsx", Extensions: []string{".xlsx"}, Doc: "a workbook: records, further tables, claims, findings, sources", Whole: true, Binary: true, Write: XLSX},
}

// Options say what to write and how. The zero value writes the main table of each
// document.
type Options struct {
	Table      int    // the ID of the table to write, MainTable or AllTables
	Provenance bool   // adds the columns source, source_page, source_row, source_box and repairs
	Dialect    string // name of a Dialect of CSV; "" is plain
	// Many gives the shape of many documents whatever their number: JSON is an array,
	// and rows have the column source. Two documents have that shape anyway.
	Many bool
	// Report gets a sentence for people wherever a format could not write the values
	// as they are; nil drops it.
	Report func(string)
}

// What Options.Table may be besides an ID.
const (
	MainTable = 0  // the table that Main returns; all in a format that is Whole
	AllTables = -1 // all, distinguished by the column table
)

// check returns an error if no document has the table chosen.
func (opt *Options) check(docs []*normalize.Result) error {
	if opt.Table <= 0 || slices.ContainsFunc(docs, func(res *normalize.Result) bool { return len(Chosen(res, *opt)) > 0 }) {
		return nil
	}
	return fmt.Errorf("no table %d", opt.Table)
}

// NoTable is the error for a document with n tables, none of which has the number id.
func NoTable(id, n int) error {
	switch n {
	case 0:
		return fmt.Errorf("no table %d; there is none", id)
	case 1:
		return fmt.Errorf("no table %d; there is 1 table", id)
	}
	return fmt.Errorf("no table %d; there are %d tables", id, n)
}

// Main returns the table of res that a file of one table holds, nil if there is none; see
// [normalize.Result.Main].
func Main(res *normalize.Result) *records.Table { return res.Main() }

// CountRecords returns the number of rows of t that are records.
func CountRecords(t *records.Table) int {
	n := 0
	for _, r := range t.Rows {
		if r.Role == records.Data {
			n++
		}
	}
	return n
}

// A Part is one file of several that a document gives.
type Part struct {
	Suffix  string // of its name, before the extension: "-table2"
	Options Options
}

// Parts returns the files that a folder takes of a document in a format: its main
// output and, where that holds one table, each other table in a file of its own.
func Parts(res *normalize.Result, f *Format, opt Options) []Part {
	parts := []Part{{"", opt}}
	if opt.Table != MainTable || f.Whole {
		return parts
	}
	main := Main(res)
	for _, t := range res.Tables {
		if t != main {
			of := opt
			of.Table = t.ID
			parts = append(parts, Part{fmt.Sprintf("-table%d", t.ID), of})
		}
	}
	return parts
}

// Chosen returns the tables of res that opt asks for.
func Chosen(res *normalize.Result, opt Options) []*records.Table {
	switch opt.Table {
	case AllTables:
		return res.Tables
	case MainTable:
		if t := Main(res); t != nil {
			return []*records.Table{t}
		}
		return nil
	}
	for _, t := range res.Tables {
		if t.ID == opt.Table {
			return []*records.Table{t}
		}
	}
	return nil
}
