// What a sheet becomes: a table and its cells.

package sheet

import (
	"cmp"
	"slices"
)

// A Table is a grid found on a page. Its cells do not overlap and are sorted by
// row, then column; places without a cell are blank.
type Table struct {
	Method     string // "rules", "bands", "gaps", "columns"
	Box        Box    // around everything that belongs to it
	Rows, Cols int
	RowBoxes   []Box
	Header     int // rows at the top that are headings
	Cells      []Cell
	Xs         []float32 // column borders, Cols+1 of them
	Head       string    // its first line, as printed
	Closed     bool      // ruled at the bottom: says whether it can go on
	Beside     bool      // may be two tables side by side
	Columns    []Column  // what is known of each, on pages of characters
}

// A Cell is one cell of a table.
type Cell struct {
	Row, Col         int
	RowSpan, ColSpan int // at least 1
	Box              Box
	Words            []int32 // indices into layout.Page.Words, in reading order
}

// SortCells sorts cells by row, then by column.
func SortCells(cells []Cell) {
	slices.SortStableFunc(cells, func(a, b Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
}
