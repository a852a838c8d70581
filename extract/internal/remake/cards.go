// Cards set in columns, each a name in bold type with its lines below: each is a row.

package remake

import (
	"cmp"
	"maps"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// minCards is the least number of bands of cards, one below another.
const minCards = 2

// unfold makes a row of each card of a table whose rows come in bands: a row of names in
// bold type, then rows in plain type that say as much of each. Other tables stay.
func unfold(p *layout.Page, t *grid.Table) {
	lines := cardLines(p, t)
	if lines == 0 {
		return
	}
	byPlace := make([][]int, t.Rows/lines)
	for b := range byPlace {
		byPlace[b] = make([]int, t.Cols)
	}
	for k := range t.Cells {
		byPlace[t.Cells[k].Row/lines][t.Cells[k].Col]++
	}
	row := 0
	for b := range byPlace {
		for c := range byPlace[b] {
			if byPlace[b][c] == 0 {
				byPlace[b][c] = -1
				continue
			}
			byPlace[b][c] = row
			row++
		}
	}
	boxes := make([]grid.Box, row)
	for k := range t.Cells {
		c := &t.Cells[k]
		line := c.Row % lines
		c.Row = byPlace[c.Row/lines][c.Col]
		if c.Col = line; line == 0 {
			boxes[c.Row] = c.Box
		} else {
			boxes[c.Row] = layout.Union(boxes[c.Row], c.Box)
		}
	}
	t.Rows, t.Cols, t.Header, t.RowBoxes, t.Closed = row, lines, 0, boxes, true
	slices.SortStableFunc(t.Cells, func(a, b grid.Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
}

// cardLines returns the number of lines of each card of a table, 0 if it has none.
func cardLines(p *layout.Page, t *grid.Table) int {
	strong, plain := make([]int, t.Rows), make([]int, t.Rows)
	filled := make([]map[int]bool, t.Rows)
	for k := range t.Cells {
		c := &t.Cells[k]
		if len(c.Words) == 0 || c.RowSpan > 1 || c.ColSpan > 1 {
			return 0
		}
		if filled[c.Row] == nil {
			filled[c.Row] = map[int]bool{}
		}
		filled[c.Row][c.Col] = true
		if bold(p, c.Words) {
			strong[c.Row]++
		} else {
			plain[c.Row]++
		}
	}
	lines, last := 0, 0
	for r := range t.Rows {
		switch {
		case strong[r] > 0 && plain[r] > 0 || r == 0 && strong[r] < 2:
			return 0
		case strong[r] > 0 && r > 0:
			if lines == 0 {
				lines = r
			}
			if r-last != lines {
				return 0
			}
			last = r
		case !maps.Equal(filled[r], filled[last]):
			return 0
		}
	}
	if lines < 2 || t.Rows-last != lines || t.Rows/lines < minCards {
		return 0
	}
	return lines
}

// bold reports whether all of some words are set in bold type.
func bold(p *layout.Page, words []int32) bool {
	for _, i := range words {
		if !p.Words[i].Bold && !p.Words[i].Double {
			return false
		}
	}
	return true
}
