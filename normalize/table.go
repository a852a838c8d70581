package normalize

import (
	"github.com/pressoir/pressoir/extract"
)

// A Table is one logical table: all its printed fragments, bound together.
type Table struct {
	ID      int    // 1-based within the document
	Name    string // its heading or caption, "" if none
	At      extract.Pos
	Method  string // how the grid was found, from extract.Table; "list" for lists
	Columns []Column
	Rows    []*Record // every printed row in source order; see Record.Role
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
	Name    string // output name: "region", "name", "montant_eur" ...
	Title   string // heading as printed, "" if none
	Derived bool   // not printed: codes, a region implied by the department
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
)

var roleNames = [...]string{"data", "head", "section", "total", "note", "joined"}

func (r Role) String() string { return roleNames[r] }

// A Record is one printed row. ID is its place among the rows of the document,
// from 1; it stays the same when other rows are dropped or joined.
type Record struct {
	ID    int
	At    extract.Pos
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

// A Cell is a value and where it came from.
type Cell struct {
	Text string        // the value now
	Src  *extract.Cell // as read; nil if nothing was printed here
	By   string        // name of the pass that last changed Text, "" if none did
}

// Col returns the index of the column called name, -1 if there is none.
func (t *Table) Col(name string) int {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return i
		}
	}
	return -1
}
