// Passes: what mends tables.

package records

// A Pass finds one kind of damage and proposes how to mend it. Run must not change the
// table; what the pass cannot mend, it reports. It returns no error.
type Pass struct {
	Name string // a short word, as in --skip
	Doc  string // one line for --help
	Run  func(t *Table) []Finding
}
