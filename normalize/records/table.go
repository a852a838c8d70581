// Tables of records: what the passes work on.

package records

import (
	"fmt"
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/marks"
)

// A Table is one logical table: all its printed fragments, bound together. Passes read
// it; only Run changes it.
type Table struct {
	ID      int    // 1-based within the document
	Name    string // its heading or caption, "" if none
	At      document.Pos
	Method  string // how the grid was found, of document.Table; "list" for lists
	Columns []Column
	Rows    []*Record      // every printed row in source order, records and others; see Record.Role
	Legends []marks.Legend // what the release says that the marks in the table mean

	stamps     []stamp // by row and column, what was last done to the cell
	stampWidth int
}

// Records returns the rows that are records, in source order.
func (t *Table) Records() []*Record {
	var rs []*Record
	for _, r := range t.Rows {
		if r.Role == Data {
			rs = append(rs, r)
		}
	}
	return rs
}

// A Column is one column of a Table.
type Column struct {
	Name    string // output name: "region", "produit", "scope_1_t_co2" ...
	Kind    string // what it means to the passes: "region", "name", "date" ...; [Other] if nothing they know, "" where Name says it
	Title   string // heading as printed, "" if none
	Derived bool   // not printed in the table: codes, a region implied by the department, a flag
	Type    Type   // what its values are; Text unless the heading or the values say more
	Unit    string // of money: "EUR"; of money printed in multiples, the multiple is already applied
	Dropped bool   // left out of the output, since nothing is in it
	Printed int    // its place among the printed columns from the left; -1 if it is not printed in the table
}

// A Type says what the values of a column are, and their plain form.
type Type uint8

// The types of columns. Code values are text even where they are all digits.
const (
	Text   Type = iota
	Code        // INSEE codes, postal codes, SIRET: digits kept as text
	Number      // "1784739", "12.5"
	Money       // as Number, in Column.Unit
	Date        // "2020-10-14", or as precise as printed
	Flag        // "true", "false", or "" where the document does not say
	Email
	Phone // "+33612345678"
)

var typeNames = [...]string{"text", "code", "number", "money", "date", "flag", "email", "phone"}

func (t Type) String() string {
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return fmt.Sprintf("Type(%d)", uint8(t))
}

// A Role says what a printed row is.
type Role uint8

// The roles of rows. Data is the zero value; only Data rows are records.
const (
	Data    Role = iota
	Head         // a heading, repeated or not
	Section      // names the rows below it: a region alone across the table
	Total        // "Total Bretagne : 12"
	Note         // a legend or footnote printed inside the table
	Joined       // a piece of the row before or after it, already joined there
	Blank        // prints nothing
)

var roleNames = [...]string{"data", "head", "section", "total", "note", "joined", "blank"}

func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return fmt.Sprintf("Role(%d)", uint8(r))
}

// A Record is one printed row. ID is its place among the rows of the document,
// from 1; it stays the same when other rows are dropped or joined.
type Record struct {
	ID    int
	At    document.Pos
	Role  Role
	Cells []Cell // one a column of the table, or more while a row is still broken
}

// Text returns the value of column col, "" if the record ends before it.
func (r *Record) Text(col int) string {
	if col < 0 || col >= len(r.Cells) {
		return ""
	}
	return r.Cells[col].Text
}

// Src returns the cell that was read for column col, nil if there is none.
func (r *Record) Src(col int) *document.Cell {
	if col < 0 || col >= len(r.Cells) {
		return nil
	}
	return r.Cells[col].Src
}

// A Cell is a value and where it came from. The findings say which passes changed it.
type Cell struct {
	Text string         // the value now
	Src  *document.Cell // as read; nil if nothing was printed here
}

// Record returns the row with the given ID, nil if it is not of this table.
func (t *Table) Record(id int) *Record {
	if i := t.index(id); i >= 0 {
		return t.Rows[i]
	}
	return nil
}

// index returns the place in Rows of the record called id, -1 if there is none.
// IDs rise by one from row to row, except where another table comes between.
func (t *Table) index(id int) int {
	if len(t.Rows) == 0 {
		return -1
	}
	if i := id - t.Rows[0].ID; i >= 0 && i < len(t.Rows) && t.Rows[i].ID == id {
		return i
	}
	i, ok := slices.BinarySearchFunc(t.Rows, id, func(r *Record, id int) int { return r.ID - id })
	if !ok {
		return -1
	}
	return i
}

// Other is the kind of columns whose meaning no pass knows.
const Other = "other"

// Means returns what the column means to the passes: "name" is what rows are
// about, whatever its heading calls it.
func (c *Column) Means() string {
	if c.Kind != "" {
		return c.Kind
	}
	return c.Name
}

// Fixed reports whether the column has its name by what it means, and not by its
// heading.
func (c *Column) Fixed() bool { return c.Kind == "" || c.Kind == c.Name }

// Col returns the index of the column that means what, -1 if there is none or it
// was dropped.
func (t *Table) Col(what string) int {
	for i := range t.Columns {
		if t.Columns[i].Means() == what && !t.Columns[i].Dropped {
			return i
		}
	}
	return -1
}

// Named returns the index of the column that the output calls name, -1 if there is
// none or it was dropped.
func (t *Table) Named(name string) int {
	for i := range t.Columns {
		if t.Columns[i].Name == name && !t.Columns[i].Dropped {
			return i
		}
	}
	return -1
}

// Subject returns the column that says what a record is about: its name, in a table
// of places the narrowest place, else the first that holds text; -1 in a table without
// columns.
func (t *Table) Subject() int {
	for _, kind := range [...]string{"name", "commune", "department", "region"} {
		if j := t.Col(kind); j >= 0 {
			return j
		}
	}
	best := -1
	for j := range t.Columns {
		if c := &t.Columns[j]; c.Printed >= 0 && !c.Dropped && (best < 0 || c.Type == Text && t.Columns[best].Type != Text) {
			best = j
		}
	}
	return best
}

// Printed returns the columns that are printed in the table, from left to right.
func (t *Table) Printed() []int {
	var order []int
	for j := range t.Columns {
		if c := &t.Columns[j]; c.Printed >= 0 && !c.Dropped {
			order = append(order, j)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return t.Columns[a].Printed - t.Columns[b].Printed })
	return order
}
