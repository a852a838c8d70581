// This file remembers what was answered about names, since the names of one table
// have words in common or are printed again.

package gazetteer

import "hash/maphash"

// A Names asks Contradicts about the names of one table. It remembers the parts that
// name no commune and the names that fit their department, which are nearly all of
// them; every other answer is computed each time.
type Names struct {
	own     []string
	nothing memory // parts of names, under ""
	fits    memory // names, under the code of the department
}

// NewNames returns a Names for a table with that number of rows, whose names begin
// with the words own (see OwnWords).
func NewNames(rows int, own []string) *Names {
	return &Names{own: own, nothing: newMemory(rows), fits: newMemory(rows)}
}

// Contradicts is the function of that name.
func (n *Names) Contradicts(stated Department, name string) (Commune, bool) {
	k := n.fits.ask(stated.Code, name)
	if k.known {
		return Commune{}, false
	}
	c, ok := contradicts(stated, name, n.own, &n.nothing)
	if !ok {
		n.fits.keep(k)
	}
	return c, ok
}

// A memory holds pairs of strings in a fixed number of slots. A new pair replaces the
// one in its slot. The zero memory forgets everything.
type memory struct {
	seed  maphash.Seed
	slots []pair // none, or as many as a power of two
}

type pair struct {
	sum  uint64 // of b, compared first since it differs for nearly all other pairs
	a, b string
}

func newMemory(rows int) memory {
	const most = 1 << 12 // slots, to fit the processor's second cache
	n := 1
	for n < min(rows, most) {
		n *= 2
	}
	return memory{seed: maphash.MakeSeed(), slots: make([]pair, n)}
}

// An asked is a pair that a memory was asked for.
type asked struct {
	pair
	known bool
}

// ask looks up a pair.
func (m *memory) ask(a, b string) (k asked) {
	if m.slots == nil {
		return k
	}
	k.pair = pair{maphash.String(m.seed, b), a, b}
	s := &m.slots[int(k.sum)&(len(m.slots)-1)]
	k.known = s.sum == k.sum && s.b == b && s.a == a
	return k
}

// keep holds a pair that was asked for.
func (m *memory) keep(k asked) {
	if m.slots != nil {
		m.slots[int(k.sum)&(len(m.slots)-1)] = k.pair
	}
}
