// Parent rows: rows that fill the left columns alone, above rows that fill the others.

package bind

import "github.com/pressoir/pressoir/extract/document"

// opensWithParent reports whether the second row of f begins where the first has ended.
func opensWithParent(f *fragment) bool {
	if f.header+1 >= len(f.rows) {
		return false
	}
	r := &f.rows[f.header]
	parent, child := printedCells(r), printedCells(&f.rows[f.header+1])
	switch {
	case len(parent) == 0 || len(child) < 2 || parent[len(parent)-1] >= child[0]:
		return false
	case len(parent) == 1: // of a column with a heading; else it names a section
		return len(f.titles) > 0 && f.titles[0] != "" && !spanAt(r, parent[0])
	}
	return true
}

// findParents looks for tables in which the left columns are printed on rows of their
// own: an order, then its articles. Each row fills columns left of some place or from
// there on, never both; such a row is no record, and its values hold for the rows below.
// It returns how many columns parents fill, 0 if there are none.
func (b *binder) findParents(frags []*fragment, width int) int {
	if !opensWithParent(frags[0]) {
		return 0 // most tables end here
	}
	k, parents, children := 0, 0, 0
	for pass := range 2 {
		afterParent := false
		for _, f := range frags {
			for i := f.header; i < len(f.rows); i++ {
				at := printedCells(&f.rows[i])
				if len(at) == 0 || IsTotalRow(&f.rows[i]) {
					continue
				}
				first, last := f.column(at[0]), f.column(at[len(at)-1])
				if pass == 0 { // where children begin
					if first > 0 && (k == 0 || first < k) {
						k = first
					}
					continue
				}
				switch {
				case first == 0 && last < k && isParent(&f.rows[i], at, k):
					if afterParent {
						return 0
					}
					parents, afterParent = parents+1, true
				case first >= k && children+parents > 0 && len(at) >= 2:
					children, afterParent = children+1, false
				default:
					return 0
				}
			}
		}
		if k < 1 || k >= width-1 {
			return 0
		}
		if pass == 1 && (parents < 2 || children < parents || afterParent) {
			return 0
		}
	}
	markParents(frags)
	return k
}

// isParent reports whether a row that prints the cells at, left of column k, fills what those
// below it leave blank: several cells, or the one of the only such column.
func isParent(r *document.Row, at []int, k int) bool {
	return len(at) >= 2 || k == 1 && !spanAt(r, at[0])
}

// markParents notes the parent rows of a table that has some.
func markParents(frags []*fragment) {
	for _, f := range frags {
		for i := f.header; i < len(f.rows); i++ {
			if at := printedCells(&f.rows[i]); len(at) > 0 && f.column(at[0]) == 0 && !IsTotalRow(&f.rows[i]) {
				if f.parents == nil {
					f.parents = map[int]bool{}
				}
				f.parents[i] = true
			}
		}
	}
}
