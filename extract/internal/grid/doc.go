// Package grid finds the tables of a page: where they begin and end, which of their lines are
// headings, and what earlier pages show of them. The cells are made in packages below it:
// lattice makes those that drawn lines enclose, sheet those of lines and columns; borders has
// the vote on columns, lookalike what only looks like a table.
//
// It works in named steps, and each step keeps what it found in [Steps], so
// that every one of them can be drawn on the page:
//
//	edges    rules and the borders of fills, joined to long lines
//	ruled    edges that cross make a lattice: the cells are what they enclose
//	banded   tables with horizontal rules or fills only: between them, columns by gaps
//	gaps     tables without any rule: lines whose gaps stand one below another
//	chosen   of what these found, the best that do not overlap
//
// A complete lattice wins over text. Prose, two columns of text, lists, forms,
// charts and page furniture are no tables; each step has its reasons to refuse,
// and says them in the Candidate it refused.
//
// A text file is a page of characters (layout.Page.Typed, set by charpage): only the
// step gaps looks at it; rules of dashes show columns (ruling.go), single blanks part
// columns where their texts say so (package sheet), and columns seen before are found again
// wherever the text was stretched (refit.go).
//
// Distances are in points, or in em where the name says so.
package grid

import (
	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// Box is a rectangle in points from the top left corner of the page.
type Box = layout.Box

// Edge is a drawn rule or the border of a fill, Edges are those of a page.
type (
	Edge  = edges.Edge
	Edges = edges.Edges
)

// A Table is a grid found on a page, a Cell is one of its cells.
type (
	Table = sheet.Table
	Cell  = sheet.Cell
)

func abs(x float32) float32 { return max(x, -x) }

// A Candidate is a region that a step took for a table, or refused.
type Candidate struct {
	Step    string
	Box     Box
	Refused string // why not; "" if it is one
	Table   *Table
}

// Steps is what each step found on a page.
type Steps struct {
	Page       *layout.Page
	Edges      Edges
	Candidates []Candidate
	Tables     []Table // the chosen ones, top to bottom
	Notes      []string

	before  *Before
	heads   []headSeen     // of the tables found, on a page of characters
	caption float32        // baseline of the last caption of a table, going down
	sides   []sideCaption  // captions beside other text, going down
	refused [][]sheet.Line // runs that the step gaps refused
	lastRun []sheet.Line   // lines of the last table that the step gaps found
}
