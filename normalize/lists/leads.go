// Leads: the count with which a sentence leads into a list, "Huit communes au
// titre de la sécheresse :", held against the entries below it.

package lists

import (
	"math"
)

// A Lead is the count in a sentence that leads into a list.
type Lead struct {
	Count int
	Towns bool // it counts communes; else a thing that any list may hold: laureates, sites
}

// How far the entries may be from the count before it is taken to speak of
// something else than them.
const (
	farTowns   = 3   // times as many, or as few, of what is surely counted: communes
	nearThings = 0.2 // of the count, of what may be counted
	mostThings = 5   // entries
	leastTowns = 0.8 // of the entries must be communes for a count of communes
)

// counts reports whether a lead can only count n entries, of which so many are communes.
func (l Lead) counts(n, towns int) bool {
	if l.Count == n {
		return true
	}
	if l.Towns {
		return float64(towns) >= leastTowns*float64(n) && l.Count <= farTowns*n && n <= farTowns*l.Count
	}
	gap := math.Abs(float64(l.Count - n))
	return gap <= mostThings && gap <= nearThings*float64(l.Count)
}
