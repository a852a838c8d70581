// Package layout turns the glyphs of a page into words, lines and segments,
// and the text outside tables into blocks of running text in reading order.
//
// Distances are in points unless a name or comment says em. An em is the size
// of the type at hand, so a threshold in em holds for print of any size.
// Tables are the business of package grid.
package layout

import (
	"github.com/pressoir/pressoir/extract/internal/ink"
)

// Box and Point are the page's own.
type (
	// Box is a rectangle in points from the top left corner of the page.
	Box = ink.Box
	// Point is a place on the page.
	Point = ink.Point
)

// RunningLines is the largest number of lines of a running header, or of a running footer.
const RunningLines = 4

// Union returns the smallest box around both.
func Union(a, b Box) Box {
	return Box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}

// Overlap returns how far the closed ranges a0..a1 and b0..b1 overlap; it is
// negative if they do not.
func Overlap(a0, a1, b0, b1 float32) float32 { return min(a1, b1) - max(a0, b0) }

// Area returns the box's area; 0 if it is turned inside out.
func Area(b Box) float32 { return max(0, b.X1-b.X0) * max(0, b.Y1-b.Y0) }

// Meet returns what two boxes share; its Area is 0 if they do not meet.
func Meet(a, b Box) Box {
	return Box{X0: max(a.X0, b.X0), Y0: max(a.Y0, b.Y0), X1: min(a.X1, b.X1), Y1: min(a.Y1, b.Y1)}
}

// Inside reports whether the point lies in the box.
func Inside(b Box, x, y float32) bool { return x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1 }

// Middle returns the middle of the box.
func Middle(b Box) (x, y float32) { return (b.X0 + b.X1) / 2, (b.Y0 + b.Y1) / 2 }
