// This file offers the one official name that a misspelt one is near to.

package gazetteer

import "bytes"

// Suggest returns the official name of the region or department that a printed
// name is near to, for the text of a finding: never take it for the value. It
// answers only if one place is nearer than all others, within two slips of the
// hand (letters added, lost, changed, or two swapped), one in names of fewer than
// longName letters, none in names of fewer than shortName.
func Suggest(kind Kind, printed string) (name string, ok bool) {
	var t *nameTable
	switch kind {
	case KindRegion:
		t = regionNames()
	case KindDepartment:
		t = departmentNames()
	default:
		return "", false
	}
	if len(printed) > maxPrinted {
		return "", false
	}
	key, _ := splitCode(trimKindWord([]byte(Fold(printed)), t.words))
	for _, a := range articles {
		if rest, ok := bytes.CutPrefix(key, []byte(a)); ok {
			key = rest
			break
		}
	}
	n := nearest{key: key, best: allowed(len(key)) + 1}
	for k, e := range t.keys { // the order does not matter: only the one nearest place counts
		n.try([]byte(k), int(e.index))
	}
	if !n.found() {
		return "", false
	}
	_, name = t.official(n.place)
	return name, true
}

const (
	shortName = 5 // letters; "Ain", "Aube" and "Aude" are one slip apart
	longName  = 8
)

// allowed is how many slips a name of n letters may have.
func allowed(n int) int {
	switch {
	case n < shortName:
		return 0
	case n < longName:
		return 1
	}
	return 2
}

// A nearest collects the nearest place.
type nearest struct {
	key   []byte
	best  int // slips
	place int
	tied  bool
	any   bool
}

func (n *nearest) try(key []byte, place int) {
	d := slips(n.key, key, n.best)
	switch {
	case d > n.best || d > allowed(len(n.key)):
	case d < n.best || !n.any:
		n.best, n.place, n.tied, n.any = d, place, false, true
	case place != n.place:
		n.tied = true
	}
}

func (n *nearest) found() bool { return n.any && !n.tied }

// slips is the optimal string alignment distance of two keys, or more than limit
// if it is above it.
func slips(a, b []byte, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit || len(b) >= foldBuf {
		return limit + 1
	}
	var rows [3][foldBuf]uint8
	older, old, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		row[j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		older, old, row = old, row, older
		row[0] = uint8(min(i, 255))
		low := row[0]
		for j := 1; j <= len(b); j++ {
			cost := uint8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			v := min(old[j]+1, row[j-1]+1, old[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				v = min(v, older[j-2]+1)
			}
			row[j] = v
			low = min(low, v)
		}
		if int(low) > limit {
			return limit + 1
		}
	}
	return int(row[len(b)])
}
