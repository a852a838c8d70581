// Bound tables: a table of records, and what binding has shown of it.

package bind

import (
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/lists"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// A Table is a table of records with what the passes and checks need to know besides its
// rows.
type Table struct {
	*records.Table
	*known

	Block  int           // index of its first block in the document
	List   int           // which of the lists that package lists read, from 1; 0 for tables
	counts []lists.Count // printed beside the heads of a list
	Cuts   []int         // IDs of the first records after each cut of the table, ascending
	// SectionsInNames says that a place alone in the column of names is no name but
	// names the rows below.
	SectionsInNames bool
	ParentRows      map[int]bool  // rows that fill the first ParentColumns for those below them, by ID
	ParentColumns   int           // 0 where no rows do
	PlainGroups     bool          // the group rows are no places, though one may share the name of one
	GroupRows       map[int]uint8 // rows that name those below them, by ID, with their depth from 1
	Footnotes       []Footnote    // marks to be taken off values, in the order of the rows
	votes           []int         // by column, for the comma as decimal sign; nil if not yet counted
	style           forms.Style   // of the whole table, and whether it is certain, once the votes are counted
	styleSure       bool
	PrintedOrder    []int // columns printed in the table, from left to right
	Profiled        bool  // the columns are those of the profile
}

// known is what holds for all tables of one document.
type known struct {
	Profile   *profile.Profile // nil if nothing is known of the family
	Places    *places.Places
	english   bool         // of the document's language
	french    bool         // of the document's language
	dates     forms.Order  // of day and month, as the document prints dates
	Announced []Announced  // how many new ones the prose announces
	Marks     *marks.Tally // anywhere in the document
}

// Of returns what the profile says of column j, nil for nothing.
func (t *Table) Of(j int) *profile.Column { return t.Profile.Column(t.Columns[j].Name) }

// PrintedColumns returns t.Printed(), which it remembers.
func (t *Table) PrintedColumns() []int {
	if t.PrintedOrder == nil {
		t.PrintedOrder = t.Printed()
	}
	return t.PrintedOrder
}

// Accepts reports whether column j of t takes s. known is false for columns
// that take any text.
func (t *Table) Accepts(j int, s string) (ok, known bool) {
	if of := t.Of(j); of != nil {
		return of.Accepts(t.Places, s)
	}
	return t.Places.Accepts(t.Columns[j].Means(), s)
}

// Untitled reports whether column j is printed without a heading: a stray gap, or
// what a row that slid printed beyond the last column.
func (t *Table) Untitled(j int) bool {
	c := &t.Columns[j]
	return c.Printed >= 0 && c.Title == "" && t.Of(j) == nil
}
