// This file puts a page into reading order: it cuts a region between columns where
// white runs down through all of it, else into bands where white runs across, and
// cuts the pieces in the same way.

package layout

import (
	"cmp"
	"slices"
)

const (
	// minColumnWhite in em is the narrowest white between columns of text.
	minColumnWhite = 0.8
	// minColumnHeight in em is the least height of both sides of a cut between columns;
	// lower sides are read as one line.
	minColumnHeight = 3.5
	// maxCutDepth is how often a region is cut again; it bounds the work on hostile pages.
	maxCutDepth = 40
)

// Order returns the indices of boxes in reading order.
func Order(boxes []Box, em float32) []int {
	idx := make([]int, len(boxes))
	for i := range idx {
		idx[i] = i
	}
	o := orderer{boxes: boxes, em: em}
	o.cut(idx, 0)
	return o.out
}

type orderer struct {
	boxes []Box
	em    float32
	out   []int
}

func (o *orderer) cut(idx []int, depth int) {
	if len(idx) <= 1 || depth > maxCutDepth {
		o.rows(idx)
		return
	}
	if x, ok := o.columnCut(idx); ok {
		var l, r []int
		for _, i := range idx {
			if o.boxes[i].X1 <= x {
				l = append(l, i)
			} else {
				r = append(r, i)
			}
		}
		o.cut(l, depth+1)
		o.cut(r, depth+1)
		return
	}
	bands := o.bands(idx)
	if len(bands) == 1 {
		o.rows(idx)
		return
	}
	// Neighbouring bands that one white strip runs through are one region of columns.
	for from := 0; from < len(bands); {
		group := bands[from]
		to := from + 1
		for to < len(bands) {
			more := append(slices.Clone(group), bands[to]...)
			_, whole := o.columnCut(more)
			_, one := o.columnCut(group)
			if !whole || !one && to-from > 1 {
				break
			}
			group = more
			to++
		}
		o.cut(group, depth+1)
		from = to
	}
}

// rows orders boxes that cannot be cut: by their tops, then left to right.
func (o *orderer) rows(idx []int) {
	slices.SortStableFunc(idx, func(a, b int) int {
		return cmp.Or(cmp.Compare(o.boxes[a].Y0, o.boxes[b].Y0), cmp.Compare(o.boxes[a].X0, o.boxes[b].X0), cmp.Compare(a, b))
	})
	o.out = append(o.out, idx...)
}

// columnCut returns an x that no box crosses, with tall sides.
func (o *orderer) columnCut(idx []int) (float32, bool) {
	s := slices.Clone(idx)
	slices.SortFunc(s, func(a, b int) int { return cmp.Or(cmp.Compare(o.boxes[a].X0, o.boxes[b].X0), cmp.Compare(a, b)) })
	right := o.boxes[s[0]].X1
	for k := 1; k < len(s); k++ {
		b := o.boxes[s[k]]
		if b.X0-right >= minColumnWhite*o.em && o.tall(s[:k]) && o.tall(s[k:]) {
			return (b.X0 + right) / 2, true
		}
		right = max(right, b.X1)
	}
	return 0, false
}

func (o *orderer) tall(idx []int) bool {
	b := o.boxes[idx[0]]
	for _, i := range idx {
		b = Union(b, o.boxes[i])
	}
	return b.Y1-b.Y0 >= minColumnHeight*o.em
}

// bands groups boxes that overlap in height, top to bottom.
func (o *orderer) bands(idx []int) [][]int {
	s := slices.Clone(idx)
	slices.SortFunc(s, func(a, b int) int { return cmp.Or(cmp.Compare(o.boxes[a].Y0, o.boxes[b].Y0), cmp.Compare(a, b)) })
	var out [][]int
	bottom := float32(-1e9)
	for _, i := range s {
		b := o.boxes[i]
		// Loose boxes of lines overlap a little; a fifth of an em is no meeting.
		if len(out) == 0 || b.Y0 > bottom-0.2*o.em {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], i)
		bottom = max(bottom, b.Y1)
	}
	return out
}
