// Package remake makes other tables of those that package grid found on a page: one of
// blocks beside each other, and rows of cards. Grid finds what is printed; here is what
// several grids, or the bands of one, are together.
package remake

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// Tables returns the tables of a page, top to bottom, made of those found on it.
func Tables(p *layout.Page, found []grid.Table) []grid.Table {
	tables := unite(p, slices.Clone(found))
	for i := range tables {
		if t := &tables[i]; t.Method == "gaps" {
			unfold(p, t)
		}
	}
	slices.SortStableFunc(tables, func(a, b grid.Table) int {
		return cmp.Or(cmp.Compare(a.Box.Y0, b.Box.Y0), cmp.Compare(a.Box.X0, b.Box.X0))
	})
	return tables
}
