// This file keeps the columns of a list together, which read one after another however
// few lines they have.

package pdf

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

// columnLists groups the blocks of a page: lists that stand beside each other are one
// group, left to right; any other block is one of its own. Of a block that holds such a
// list and other lines, these are blocks of their own.
func (pg *textPage) columnLists(text *layout.Page, blocks []layout.Block) [][]layout.Block {
	var parts, lists []layout.Block
	from := make([]int, 0, len(blocks)+1) // parts[from[i]:from[i+1]] are those of block i
	for i := range blocks {
		from = append(from, len(parts))
		parts = pg.parted(text, &blocks[i], parts)
	}
	from = append(from, len(parts))
	for i := range parts {
		if pg.beginsItem(text, &parts[i]) {
			lists = append(lists, parts[i])
		}
	}
	out := make([][]layout.Block, 0, len(blocks))
	grouped := map[int32]bool{} // by the first segment of a list
	for len(lists) > 0 {
		group := lists[:1:1]
		for k := 1; k < len(lists) && k <= maxListColumns; k++ {
			if besideAll(group, &lists[k]) {
				group = append(group, lists[k])
			}
		}
		lists = lists[1:]
		if len(group) == 1 {
			continue
		}
		for _, b := range group {
			grouped[b.Segments[0]] = true
		}
		lists = slices.DeleteFunc(slices.Clone(lists), func(b layout.Block) bool { return grouped[b.Segments[0]] })
		slices.SortStableFunc(group, func(a, b layout.Block) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
		out = append(out, group)
	}
	for i := range blocks {
		own := parts[from[i]:from[i+1]]
		if !slices.ContainsFunc(own, func(b layout.Block) bool { return grouped[b.Segments[0]] }) {
			out = append(out, blocks[i:i+1:i+1])
			continue
		}
		for k := range own {
			if !grouped[own[k].Segments[0]] {
				out = append(out, own[k:k+1:k+1])
			}
		}
	}
	return out
}

// maxListColumns bounds the lists that are looked through for those beside one.
const maxListColumns = 20

// beginsItem reports whether a block begins with a bullet.
func (pg *textPage) beginsItem(text *layout.Page, b *layout.Block) bool {
	return pg.line(&text.Segments[b.Segments[0]]).bullet
}

// parted appends the parts of a block: its lists, each up to a line that begins left of
// its bullets, and what is between.
func (pg *textPage) parted(text *layout.Page, b *layout.Block, out []layout.Block) []layout.Block {
	from, listed := 0, false
	var edge float32 // of the list at hand
	cut := func(to int) {
		if to == from {
			return
		}
		part := layout.Block{Segments: b.Segments[from:to], Box: text.Segments[b.Segments[from]].Box}
		for _, i := range part.Segments {
			part.Box = layout.Union(part.Box, text.Segments[i].Box)
		}
		part.Prose = b.Prose && !listed
		out = append(out, part)
		from = to
	}
	for k, i := range b.Segments {
		s := &text.Segments[i]
		switch bullet := pg.line(s).bullet; {
		case bullet && !listed:
			cut(k)
			listed, edge = true, s.Box.X0
		case listed && !bullet && s.Box.X0 < edge-0.1*s.Size:
			cut(k)
			listed = false
		}
	}
	cut(len(b.Segments))
	return out
}

// besideAll reports whether a block stands beside each of the others.
func besideAll(list []layout.Block, b *layout.Block) bool {
	for k := range list {
		a := &list[k]
		if layout.Overlap(a.Box.Y0, a.Box.Y1, b.Box.Y0, b.Box.Y1) <= 0 || layout.Overlap(a.Box.X0, a.Box.X1, b.Box.X0, b.Box.X1) > 0 {
			return false
		}
	}
	return true
}
