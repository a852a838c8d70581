// Package sheet makes a table of a region of a page whose lines and columns are known.
//
// A [Sheet] is the region on its way there: its lines of text ([Line]), the borders of its
// columns, and the text of each line in each column. From that it finds which lines are one
// row, what headings span, and which cells span rows, and it says why a sheet is no table
// after all (refuse.go). On pages of characters it also learns what the texts of each column
// look like (typed.go), and with that finds the columns of an earlier table again (fit.go).
//
// Where on the page a region begins and ends, which of its lines are headings, and what
// earlier pages show is the business of package grid; cells that drawn lines enclose are that
// of package lattice; the vote on borders between columns is that of package borders.
//
// Distances are in points, or in em where the name says so.
package sheet

import (
	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// A Box is a rectangle on the page, an Edge a drawn rule or the border of a fill.
type (
	Box  = layout.Box
	Edge = edges.Edge
)

func abs(x float32) float32 { return max(x, -x) }
