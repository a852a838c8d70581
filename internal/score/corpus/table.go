// Tables: a grid of cells with the look that each format gives it.

package corpus

type rowKind uint8

const (
	data rowKind = iota
	head
	group // names the rows below
	total
)

// A cell may span columns and rows; the places it covers hold covered cells.
type cell struct {
	words      string
	cols, rows int
	covered    bool
}

type row struct {
	kind  rowKind
	cells []cell
}

// A table is a grid; all its rows have as many cells as align has letters.
type table struct {
	caption string
	align   string // l, r or c for each column
	rows    []row
	notes   []string // printed below
	look    look
}

// A look is how a table is set.
type look struct {
	drawn  string // in text: "" for gaps, or psql, mysql, box, rst, pandoc, multiline, leaders, semicolons, tabs
	border string // in HTML: all, rows, zebra or none
	th     bool   // headings are th in a thead
	heavy  bool   // groups, totals and, without th, headings are bold
	div    bool   // a grid of divs
	noRule bool   // a pipe table without the row below its headings
	cut    int    // in text: a page ends after as many rows, and the headings are printed again
	widest int    // in text: cells wider than this are wrapped; 0 for none
}
