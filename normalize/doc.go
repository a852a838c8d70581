// Package normalize turns a document into tables of clean records.
//
// Call [Normalize] with a document that extract.Read returned:
//
//	res, err := normalize.Normalize(doc, normalize.Options{})
//	for _, t := range res.Tables {
//		name := t.Col("name") // -1 if the table has no such column
//		for _, r := range t.Records() {
//			fmt.Println(r.Text(name))
//		}
//	}
//
// It gathers the printed tables and lists into tables of records, runs the passes,
// which mend, and the checks, which report contradictions and mend nothing, and
// compares the figures that the prose announces with the rows ([Result].Claims).
// Every change is a finding with its evidence, so Result.Findings is the whole ledger
// of what was changed and why. [Result.Worst] says whether a person should look.
//
// # Options
//
// The zero Options do all that is built in. Skip leaves out passes and checks by name
// ([Passes], [Checks]); Passes and Checks add one's own; Profile says what is known of
// the family of releases.
//
// # Compatibility
//
// Within a major version, names, columns and codes keep their meaning and fields are
// only added; use keyed struct literals. The records of a document may improve with
// every release. The same document and options give the same result: there is no
// clock, no randomness and no network here.
//
// # Elsewhere
//
// Reading formats: extract. The model that passes work on: normalize/records. Marks and
// legends: normalize/marks. Profiles: normalize/profile. Lists without a table:
// normalize/lists. Claims of the prose: normalize/claims. Official names:
// normalize/gazetteer. Writing: output.
package normalize
