// Passes: what mends tables.

package records

// A Pass finds one kind of damage and proposes how to mend it: Run returns findings, and
// the driver makes their edits. Run must not change the table, or the change would stand
// in the output and in no finding; what the pass cannot mend, it reports. It returns no
// error.
//
// A column of the table may be a copy that no heading names (Column.Derived, with the
// subject of the rows as "name" beside "commune"): edit the printed column too.
type Pass struct {
	Name string // a short word, as in --skip
	Doc  string // one line for --help
	Run  func(t *Table) []Finding
}
