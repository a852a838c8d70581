// Package records holds what passes work on: tables of records, and the findings that
// passes and checks return.
//
// A [Pass] looks at a [Table] and returns findings with edits; [Run] applies the edits
// and notes in each the value before. normalize.Normalize calls Run, so most programs
// only read the tables and findings of a normalize.Result. Start at [Table.Records]
// and [Table.Col].
//
// The constants Code... are the codes of the findings that the built-in passes and
// checks return (docs/findings.md). Fields and codes may be added; those that exist
// keep their meaning.
package records
