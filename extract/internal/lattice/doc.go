// Package lattice makes tables of drawn lines that cross: their cells are what the lines
// enclose.
//
// [Find] groups the edges of a page into lattices, and [Lattice.Table] makes a table of one:
// it puts the words into the places, leaves out frames around captions and notes, and
// separates columns and rows without a rule between them as their text shows. [OfSheet] does
// the same for rows that rules separate and columns that only gaps show.
//
// Edges come from package edges. Tables with horizontal rules only, or none, are the business
// of package grid, which also chooses between a lattice and what the text shows.
//
// Distances are in points, or in em where the name says so.
package lattice

import (
	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// A Box is a rectangle on the page, an Edge a drawn rule or the border of a fill; Edges are
// those of a page.
type (
	Box   = layout.Box
	Edge  = edges.Edge
	Edges = edges.Edges
)

func abs(x float32) float32 { return max(x, -x) }
