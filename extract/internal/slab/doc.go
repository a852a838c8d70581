// Package slab allocates the cells and runs of long tables in large pieces. A
// table of a million rows would otherwise ask for several million small ones, and
// most of the reading time would go there.
//
// A [Slab] gives out rows of cells, one cell after another; [Keep] copies a slice
// of any type that is already complete. What they give out is never moved or
// reused.
package slab
