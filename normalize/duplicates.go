// Duplicates: records that print the same twice.

package normalize

import (
	"hash/maphash"
	"math/bits"
)

// eachDuplicate calls same with the indexes of two rows of which all cells but
// the row number are equal, in the order of the second; the first is the last
// such row before it. Rows are kept in an open hash table of their indexes: for
// a million rows that is a tenth of what a map takes.
func eachDuplicate(t *Table, same func(a, b int)) {
	if len(t.Rows) < 2 {
		return
	}
	var cols []int // that are compared
	for j := range t.Columns {
		if t.Columns[j].Name != "number" {
			cols = append(cols, j)
		}
	}
	sums := make([]uint32, len(t.Rows))
	slots := make([]int32, 1<<bits.Len(uint(len(t.Rows)*3/2))) // index of a row and one; 0 is free
	mask := len(slots) - 1
	seed := maphash.MakeSeed()
	for i, r := range t.Rows {
		if r.Role != Data {
			continue
		}
		h := rowHash(seed, r, cols)
		sums[i] = uint32(h >> 32)
		for k := int(h>>7) & mask; ; k = (k + 1) & mask {
			if slots[k] == 0 {
				slots[k] = int32(i + 1)
				break
			}
			if a := int(slots[k] - 1); sums[a] == sums[i] && equalRows(cols, t.Rows[a], r) {
				slots[k] = int32(i + 1)
				if t.prints(cols, r) {
					same(a, i)
				}
				break
			}
		}
	}
}

// rowHash hashes the cells of a row. The seed is another in each run, so that no
// document can be made whose rows all fall on one slot.
func rowHash(seed maphash.Seed, r *Record, cols []int) uint64 {
	h := uint64(0)
	for _, j := range cols {
		h = h*1099511628211 ^ maphash.String(seed, r.Text(j)) // the prime of FNV-1a
	}
	return h ^ h>>29
}

// equalRows reports whether two rows have the same text in cols.
func equalRows(cols []int, a, b *Record) bool {
	for _, j := range cols {
		if a.Text(j) != b.Text(j) {
			return false
		}
	}
	return true
}

// prints reports whether a row prints something in cols.
func (t *Table) prints(cols []int, r *Record) bool {
	for _, j := range cols {
		if !t.Columns[j].Derived && r.Text(j) != "" {
			return true
		}
	}
	return false
}
