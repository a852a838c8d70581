// Foretold: the count with which a release opens ("Dix chaufferies ont été
// choisies"), where nothing else says how many entries its only list has.

package claims

import (
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// foretoldDoubt adds a doubt where the only count of chosen things in the title and the
// lead is not that of the rows, and no other figure has been held against them.
func (j *judge) foretoldDoubt(ss []sentence, said []Claim) []Claim {
	if len(j.tables) != 1 || j.rows == 0 || j.newRows > 0 {
		return said
	}
	for i := range said {
		if c := &said[i]; c.Status == PartialList || c.Doubt != "" || c.Accuses() || c.Status == OK && c.Found != nil && (*c.Found == float64(j.rows) || c.Kind == Total && c.Unit != "") {
			return said
		}
	}
	count, in := j.leadCount(ss)
	if count == nil || count.value == float64(j.rows) || count.value > farOff*float64(j.rows) || float64(j.rows) > farOff*count.value {
		return said
	}
	c := claim(in, *count, unitOf(in, *count), Total)
	c.Status, c.Found = NotCheckable, value(j.rows)
	c.Why = fmt.Sprintf("announces %s, the list holds %d rows", figure(count.value), j.rows)
	c.Doubt = c.Why + ": it may not be whole, or list something else"
	return append(said, c)
}

// leadCount returns the only count of chosen things in the title and the lead, and
// the sentence it stands in; nil if there is none, or several.
func (j *judge) leadCount(ss []sentence) (count *number, in *sentence) {
	for i := range ss {
		s := &ss[i]
		if j.doc.Blocks[s.block].InPart() != document.Lead && i > 0 {
			break
		}
		for k := range s.numbers {
			n := &s.numbers[k]
			u := unitOf(s, *n)
			if !countable(*n) || n.value < 2 || u.head == "" || lexicon.Measures[u.head] || lexicon.PlaceNouns[u.head] {
				continue
			}
			h := &head{s: s, k: k, u: u, kind: pointsTo}
			if n.bound != exact || !j.claimsAll(h) {
				continue
			}
			if near := nearCount(j.rows, n.value) && announced(h) && !besideOthers(h) && !s.hasChosen(*n); !near && (!s.hasChosen(*n) || !defined(s, *n) && restricted(s, u)) {
				continue
			}
			if count != nil && count.value != n.value {
				return nil, nil // it does not say which
			}
			count, in = n, s
		}
	}
	return count, in
}
