// Groups of a run: where heads divide entries that are built another way.

package lists

import (
	"slices"
	"strings"
)

// splitGroups cuts a run at the heads below which its entries are built another way:
// restaurants with the way there, then restaurants without.
func splitGroups(c *candidate) []*candidate {
	var groups [][]entry
	for i, e := range c.entries {
		if i == 0 || !slices.Equal(e.heads, c.entries[i-1].heads) {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], e)
	}
	var out []*candidate
	var before *signCount // of the entries of the last of out
	for _, g := range groups {
		n, signs := len(out), countSigns(g)
		if n > 0 && (len(g) < minGroup || len(out[n-1].entries) < minGroup || before.same(signs)) {
			out[n-1].entries = append(out[n-1].entries, g...)
			before.add(g)
			continue
		}
		before = signs
		d := *c
		d.entries = slices.Clone(g)
		if n > 0 {
			d.lo, out[n-1].hi = g[0].unit, out[n-1].entries[len(out[n-1].entries)-1].unit+1
			if hs := g[0].heads; len(hs) > 0 {
				d.lead, d.led = hs[len(hs)-1].text, true
			}
		}
		out = append(out, &d)
	}
	return out
}

// A signCount counts by which signs the entries of a group are built.
type signCount struct {
	entries int
	of      map[string]int // entries by their signs, in order
	usual   string         // the signs of most entries
}

func countSigns(es []entry) *signCount {
	n := &signCount{of: map[string]int{}}
	n.add(es)
	return n
}

func (n *signCount) add(es []entry) {
	n.entries += len(es)
	for i := range es {
		signs := strings.Map(func(r rune) rune {
			if r == 'w' || class(r).isValue() {
				return -1
			}
			return r
		}, es[i].skel)
		if n.of[signs]++; n.of[signs] > n.of[n.usual] {
			n.usual = signs
		}
	}
}

// same reports whether two groups are built with the same signs, or not regularly
// enough to say.
func (n *signCount) same(o *signCount) bool {
	return n.usual == o.usual || !n.regular() || !o.regular()
}

func (n *signCount) regular() bool {
	const share = 0.75
	return float64(n.of[n.usual]) >= share*float64(n.entries)
}

// inGroups reports whether heads divide the entries into groups.
func (c *candidate) inGroups() bool {
	return (c.grouped || c.severalHeads()) && !fewNames(c.sheet.fields[0].cells)
}

// severalHeads reports whether all entries are below heads, of which there are three
// and more, with different numbers of entries.
func (c *candidate) severalHeads() bool {
	if c.kind != "lines" || c.strays > 0 {
		return false
	}
	var sizes []int
	for i := range c.entries {
		hs := c.entries[i].heads
		if len(hs) == 0 {
			return false
		}
		if i > 0 && hs[len(hs)-1].text == c.entries[i-1].heads[len(c.entries[i-1].heads)-1].text {
			sizes[len(sizes)-1]++
			continue
		}
		sizes = append(sizes, 1)
	}
	return len(sizes) >= minRows && differ(sizes)
}

// differ reports whether groups have different numbers of entries; where nearly all have
// the same, and more than one, those are the lines of records.
func differ(sizes []int) bool {
	count := map[int]int{}
	usual := sizes[0]
	for _, n := range sizes {
		if count[n]++; count[n] > count[usual] {
			usual = n
		}
	}
	return count[usual] < len(sizes) && (usual == 1 || float64(count[usual]) < nearlyAlways*float64(len(sizes)))
}

// dropEnd drops an entry at the end of a run that is separate from it and built
// like none of the others: "Tarif : 3,50 euros" below the swimming pools.
func (c *candidate) dropEnd(us []unit) {
	n := len(c.entries)
	if n <= minRows || c.kind != "lines" {
		return
	}
	last := &us[c.entries[n-1].unit]
	if !last.first || us[c.entries[n-2].unit].block != us[c.entries[0].unit].block {
		return
	}
	for _, e := range c.entries[:n-1] {
		if e.skel == last.skel {
			return
		}
	}
	c.entries = c.entries[:n-1]
	c.hi = c.entries[n-2].unit + 1
}

// dropStart drops the first entry of bare lines if it is a block of its own and the
// others are one together: it is above them, "Le Loiret compte sept nouvelles maisons".
func (c *candidate) dropStart(us []unit) {
	if len(c.entries) <= minRows || c.kind != "lines" || len(c.entries[0].heads) > 0 {
		return
	}
	first, second := &us[c.entries[0].unit], &us[c.entries[1].unit]
	if !bare(first) || first.block == second.block || !second.first || c.entries[1].unit != c.entries[0].unit+1 {
		return
	}
	for _, e := range c.entries[2:] {
		if us[e.unit].block != second.block {
			return
		}
	}
	c.entries = c.entries[1:]
	c.lo = c.entries[0].unit
}

// dropFirstHead drops the first entry of a run if it is printed as the heads between the
// others are: it opens a block in which entries follow, and they do not.
func (w *runner) dropFirstHead() {
	c, us := w.c, w.us
	n := len(c.entries)
	if n < minRows || w.gaps[0].entry < 2 {
		return
	}
	opens := func(i int) bool { return us[i].first && i+1 < len(us) && !us[i+1].first }
	first := c.entries[0].unit
	if !opens(first) || us[first].skel == us[c.entries[1].unit].skel {
		return
	}
	for _, g := range w.gaps {
		if g.hi-g.lo != 1 || !opens(g.lo) || likeness(us[first].skel, us[g.lo].skel) < fits && sharedStart(us[first].text, us[g.lo].text) == 0 {
			return
		}
	}
	c.entries = c.entries[1:]
	c.lo = c.entries[0].unit
	for i := range w.gaps {
		w.gaps[i].entry--
	}
	w.signs[signOf(&us[first])] = true
}
