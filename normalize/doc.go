// Package normalize turns a document into tables of clean records.
//
// Call [Normalize]. It gathers the printed tables and lists into tables of
// records, runs the passes, which mend, and the checks, which accuse, and holds
// what the prose announces against the rows. Every change is a finding with its
// evidence ([records.Finding]), so the findings are the whole ledger of what was
// changed and why; a check's finding changes nothing.
//
// What is elsewhere: reading formats (extract), the model that passes work on
// (normalize/records), marks and legends (normalize/marks), profiles of families
// of releases (normalize/profile), lists without a table (normalize/lists), claims
// of the prose (normalize/claims), official names (normalize/gazetteer), writing
// (output).
package normalize
