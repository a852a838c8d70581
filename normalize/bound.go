// Bound tables: a table of records, and what binding has shown of it.

package normalize

import (
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/lists"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// A bound is a table of records with what the passes and checks need to know
// besides its rows.
type bound struct {
	*records.Table
	*known

	list   int           // which of the lists that package lists read, from 1; 0 for tables
	counts []lists.Count // printed beside the heads of a list
	cuts   []int         // IDs of the first records after each cut of the table, rising
	// sectionsInNames: a place alone in the column of names is no name but names
	// the rows below.
	sectionsInNames bool
	printedOrder    []int // columns printed in the table, from left to right
	profiled        bool  // the columns are those of the profile
}

// known is what holds for all tables of one document.
type known struct {
	profile   *profile.Profile // nil if nothing is known of the family
	places    *places.Places
	english   bool        // how numbers are printed
	announced []announced // how many new ones the prose announces
	marks     *marks.Seen // anywhere in the document
}

// of returns what the profile says of column j, nil for nothing.
func (t *bound) of(j int) *profile.Column { return t.profile.Column(t.Columns[j].Name) }

// printedColumns is t.Printed, which it remembers.
func (t *bound) printedColumns() []int {
	if t.printedOrder == nil {
		t.printedOrder = t.Printed()
	}
	return t.printedOrder
}
