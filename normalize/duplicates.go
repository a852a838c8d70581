// This file has the check of records that are printed twice.

package normalize

import (
	"fmt"
	"hash/maphash"
	"math/bits"

	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// maxPairs is how many duplicates one finding names.
const maxPairs = 5

// checkDuplicates reports the records that a table has twice, in one finding a table:
// a person who looks at the first one sees the others.
func checkDuplicates(res *checked) (found []records.Finding) {
	for _, t := range res.tables {
		var f records.Finding
		n := 0
		pairs := ""
		eachDuplicate(t, func(a, b int) {
			switch n++; {
			case n == 1:
				f = records.Finding{Code: records.CodeDuplicate, Level: records.Doubt, Table: t.ID, Record: t.Rows[b].ID, At: t.Rows[b].At, Why: fmt.Sprintf("the same as record %d", t.Rows[a].ID)}
				pairs = fmt.Sprintf("%d like %d", t.Rows[b].ID, t.Rows[a].ID)
			case n <= maxPairs:
				pairs += fmt.Sprintf(", %d like %d", t.Rows[b].ID, t.Rows[a].ID)
			}
		})
		switch {
		case n == 0:
			continue
		case n > maxPairs:
			pairs += fmt.Sprintf(" and %d more", n-maxPairs)
		}
		if n > 1 {
			f.Why = fmt.Sprintf("%d records print the same as one before them: %s", n, pairs)
		}
		found = append(found, f)
	}
	return found
}

// bitsARow is the number of bits that eachDuplicate has for each row. One row in eight
// shares the bit of another by chance and is compared in vain.
const bitsARow = 8

// eachDuplicate calls same with the indexes of two rows whose cells are equal, apart
// from the row number, in the order of the second; the first is the nearest equal row
// before it. Most rows of a long table equal no other. One bit for each hash rules
// them out in memory that fits the processor's cache; a hash table of a million rows
// would not.
func eachDuplicate(t *bind.Table, same func(a, b int)) {
	if len(t.Rows) < 2 {
		return
	}
	var cols []int // that are compared
	for j := range t.Columns {
		if t.Columns[j].Means() != "number" {
			cols = append(cols, j)
		}
	}
	sums := make([]uint32, len(t.Rows))
	words := 1 << max(0, bits.Len(uint(len(t.Rows)*bitsARow-1))-6)
	once, twice := make([]uint64, words), make([]uint64, words)
	seed := maphash.MakeSeed()
	for i, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		h := rowHash(seed, r, cols)
		sums[i] = uint32(h >> 32)
		word, bit := int(sums[i]>>6)&(words-1), uint64(1)<<(sums[i]&63)
		twice[word] |= once[word] & bit
		once[word] |= bit
	}
	shared := func(i int) bool { // the bit of row i is that of another row too
		return twice[int(sums[i]>>6)&(words-1)]>>(sums[i]&63)&1 != 0
	}
	n := 0
	for i := range sums {
		if shared(i) {
			n++
		}
	}
	alike := make([]int32, 0, n)
	for i, r := range t.Rows {
		if shared(i) && r.Role == records.Data {
			alike = append(alike, int32(i))
		}
	}
	slots := make([]int32, 1<<bits.Len(uint(len(alike)*3/2))) // index of a row plus one; 0 is free
	mask := len(slots) - 1
	for _, i := range alike {
		r := t.Rows[i]
		for k := int(sums[i]*2654435769>>7) & mask; ; k = (k + 1) & mask { // Knuth's factor: the low bits were asked already
			if slots[k] == 0 {
				slots[k] = i + 1
				break
			}
			if a := slots[k] - 1; sums[a] == sums[i] && equalRows(cols, t.Rows[a], r) {
				slots[k] = i + 1
				if printsAny(t, cols, r) {
					same(int(a), int(i))
				}
				break
			}
		}
	}
}

// rowHash hashes the cells of a row. The seed differs from run to run, so nobody can
// make a document whose rows all share one slot.
func rowHash(seed maphash.Seed, r *records.Record, cols []int) uint64 {
	h := uint64(0)
	for _, j := range cols {
		h = h*1099511628211 ^ maphash.String(seed, r.Text(j)) // the prime of FNV-1a
	}
	return h ^ h>>29
}

// equalRows reports whether two rows have the same text in cols.
func equalRows(cols []int, a, b *records.Record) bool {
	for _, j := range cols {
		if a.Text(j) != b.Text(j) {
			return false
		}
	}
	return true
}

// printsAny reports whether a row prints something in cols.
func printsAny(t *bind.Table, cols []int, r *records.Record) bool {
	for _, j := range cols {
		if !t.Columns[j].Derived && r.Text(j) != "" {
			return true
		}
	}
	return false
}
