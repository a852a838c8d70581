// Announced counts: the whole numbers that the prose prints of things that can
// be listed, for readers that have to choose between two readings of a list.

package claims

import (
	"slices"
)

// Announced returns the exact counts from 2 on that the prose of doc prints,
// rising, each once: no years, amounts, codes or shares.
func (p *Prose) Announced() []int {
	var out []int
	for _, s := range p.read() {
		for _, n := range s.numbers {
			if v := int(n.value); n.nature == count && n.bound == exact && float64(v) == n.value && v >= 2 {
				out = append(out, v)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
