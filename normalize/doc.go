// Package normalize turns the blocks of a document into clean records.
//
// [Bind] decides which printed tables are one, which lists are tables and what
// each column means. A [Pass] then looks at a table and returns findings; it
// changes nothing. [Run] applies the edits in the findings, so the findings are
// the whole ledger of what was changed and why. A [Check] only accuses: what it
// finds has no edits, and the printed value stays.
//
// What does not live here: reading formats (extract), official names and codes
// (normalize/gazetteer), what the prose announces (normalize/claims), writing
// files (output).
package normalize
