// Package output writes results as CSV, TSV, JSON, JSON Lines, Parquet, SQLite and workbooks.
//
// Call [CSV], [JSON], [XLSX] or another with the results of normalize.Normalize:
//
//	err := output.CSV(os.Stdout, []*normalize.Result{res}, output.Options{})
//
// CSV writes one table, by default the one with the most records; JSON writes all that
// is known of a document. Package output/schema has the JSON as Go structs, for programs
// that read it, and its JSON Schema. [Formats] lists the formats by name, for programs
// that let a user choose; those of [RowFormats] write rows that come one by one, too.
//
// The rest serves particular questions: [Explain] says how a record came to be,
// [VerdictsCSV] and [VerdictsJSON] write claims and findings alone, and [RawCSV],
// [RawJSON] and [RawText] write the tables of a document as they are printed.
//
// # Compatibility
//
// Columns and fields of JSON may be added; those that exist keep their names and
// meaning within a major version. The bytes depend on the results and the options
// alone. Opening files, and choosing a format by the extension of a path, is the
// caller's.
package output
