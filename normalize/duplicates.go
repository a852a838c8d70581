// Duplicates: records that print the same twice.

package normalize

import "slices"

// duplicates returns pairs of indexes of rows of which all cells but the row
// number are equal, in the order of the second. Hashes are sorted rather than
// kept in a map: for a million rows that is a fifth of the memory.
func duplicates(t *Table) (pairs [][2]int) {
	type hashed struct {
		sum uint64
		row int32
	}
	sums := make([]hashed, 0, len(t.Rows))
	for i, r := range t.Rows {
		if r.Role == Data {
			sums = append(sums, hashed{rowHash(t, r), int32(i)})
		}
	}
	slices.SortFunc(sums, func(a, b hashed) int {
		switch {
		case a.sum < b.sum:
			return -1
		case a.sum > b.sum:
			return 1
		}
		return int(a.row - b.row)
	})
	for i := 1; i < len(sums); i++ {
		a, b := int(sums[i-1].row), int(sums[i].row)
		if sums[i-1].sum == sums[i].sum && sameRow(t, t.Rows[a], t.Rows[b]) {
			pairs = append(pairs, [2]int{a, b})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[1] - b[1] })
	return pairs
}

// rowHash is FNV-1a over the cells of a row.
func rowHash(t *Table, r *Record) uint64 {
	h := uint64(14695981039346656037)
	for j := range t.Columns {
		if t.Columns[j].Name == "number" {
			continue
		}
		s := r.Text(j)
		for i := 0; i < len(s); i++ {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	return h
}

func sameRow(t *Table, a, b *Record) bool {
	printed := false
	for j := range t.Columns {
		if t.Columns[j].Name == "number" {
			continue
		}
		if a.Text(j) != b.Text(j) {
			return false
		}
		printed = printed || a.Text(j) != "" && !t.Columns[j].Derived
	}
	return printed
}
