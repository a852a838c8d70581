// Cells: tables flattened to one cell a line, and records of several lines each.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/forms"
)

// A cellKind is what a unit could be in a flattened table.
type cellKind uint8

const (
	noCell     cellKind = iota
	labelCell           // short text
	valueCell           // figures and nothing else
	fillerCell          // "|", "$": prints no value of its own
)

const maxLabelWords = 14

// cellOf returns what a unit could be, and the part of it that is the cell.
func cellOf(u *unit) (cellKind, piece) {
	if u.wall && u.kind != cellLine || len(u.text) > maxAbove {
		return noCell, piece{}
	}
	p := whole(u.line)
	for p.from < p.to && (u.text[p.from] == '|' || u.text[p.from] == ' ') {
		p.from++
	}
	for p.from < p.to && (u.text[p.to-1] == '|' || u.text[p.to-1] == ' ') {
		p.to--
	}
	switch t := p.text(); t {
	case "", "$", "€", "£":
		return fillerCell, piece{}
	case ":", "-", "–", "—", "n/a", "NA", "nd", "n.d.":
		return valueCell, p
	}
	words, figures := 0, 0
	for _, t := range u.toks {
		switch {
		case t.class.isValue():
			figures++
		case t.class == wordClass || t.class == quoteClass:
			words++
		}
	}
	switch {
	case words == 0 && figures > 0 && !isFootnote(p.text()):
		return valueCell, p
	case words > 0 && words <= maxLabelWords && u.prose < 0.5 && !strings.HasSuffix(p.text(), "."):
		return labelCell, p
	}
	return noCell, piece{}
}

// isFootnote reports whether a cell is the mark of a note: "(1)", "1 :".
func isFootnote(s string) bool {
	return len(s) == 3 && s[0] == '(' && s[2] == ')' || len(s) > 1 && len(s) <= len("12 :") && s[len(s)-1] == ':'
}

// A labelled is labels with the values that follow them.
type labelled struct {
	labels, values []int // units
	cell           map[int]piece
}

// findLabelled finds flattened tables of labels and values: groups that repeat.
// Among groups with the same number of values, the fewest labels that a group has
// are the text columns; further labels before them are heads.
func findLabelled(us []unit) (out []*candidate) {
	var groups []labelled
	flush := func() {
		for lo := 0; lo < len(groups); {
			hi := lo + 1
			for hi < len(groups) && len(groups[hi].values) == len(groups[lo].values) {
				hi++
			}
			if c := labelledTable(groups[lo:hi]); c != nil {
				out = append(out, c)
			}
			lo = hi
		}
		groups = nil
	}
	var g labelled
	for i := range us {
		kind, p := cellOf(&us[i])
		switch kind {
		case fillerCell:
			continue
		case labelCell:
			if len(g.values) > 0 {
				groups = append(groups, g)
				g = labelled{}
			}
			g.labels = append(g.labels, i)
		case valueCell:
			if len(g.labels) == 0 {
				continue
			}
			g.values = append(g.values, i)
		default:
			if len(g.values) > 0 {
				groups = append(groups, g)
			}
			g = labelled{}
			flush()
			continue
		}
		if g.cell == nil {
			g.cell = map[int]piece{}
		}
		g.cell[i] = p
	}
	if len(g.values) > 0 {
		groups = append(groups, g)
	}
	flush()
	return out
}

const (
	minGroups    = 3 // of labels and values
	minNarrow    = 4 // where a group is one label and one value
	maxTextCells = 6
)

func isYearText(s string) bool {
	_, ok := forms.Year(s)
	return ok && len(s) == 4
}

// labelledTable makes a candidate of groups that have the same number of values, nil
// if they are too few.
func labelledTable(gs []labelled) *candidate {
	width, texts := len(gs[0].values), len(gs[len(gs)-1].labels)
	for _, g := range gs {
		texts = min(texts, len(g.labels))
	}
	if len(gs) < minGroups || width+texts == 2 && len(gs) < minNarrow || texts > maxTextCells {
		return nil
	}
	c := &candidate{kind: "cells", lo: gs[0].labels[0]}
	var heads []above
	if g := gs[0]; width > 1 && len(gs) > minGroups && !slices.ContainsFunc(g.values, func(u int) bool { return !isYearText(g.cell[u].text()) }) {
		c.names = make([]piece, texts) // a row of years is the heading of the others
		for _, u := range g.values {
			c.names = append(c.names, g.cell[u])
		}
		last := g.labels[len(g.labels)-1]
		heads = []above{{text: g.cell[last]}}
		c.lead, gs = g.cell[last], gs[1:]
	}
	for i, g := range gs {
		extra := g.labels[:len(g.labels)-texts]
		take := 0
		switch {
		case i == 0 && len(extra) >= width+texts: // a heading for each column
			take = width + texts
		case i == 0 && len(extra) >= width: // the label's own column has none
			take = width
			c.names = make([]piece, texts)
		}
		if take > 0 {
			for _, u := range extra[len(extra)-take:] {
				c.names = append(c.names, g.cell[u])
			}
			extra = extra[:len(extra)-take]
		}
		if i > 0 && len(extra) > 0 {
			heads = []above{{text: g.cell[extra[0]]}}
		} else if len(extra) > 0 {
			c.lead = g.cell[extra[len(extra)-1]]
		}
		e := entry{heads: heads, unit: g.labels[len(g.labels)-texts], skel: "cells"}
		e.text = g.cell[e.unit]
		for _, u := range g.labels[len(g.labels)-texts:] {
			e.cells = append(e.cells, g.cell[u])
		}
		for _, u := range g.values {
			e.cells = append(e.cells, g.cell[u])
		}
		c.entries = append(c.entries, e)
	}
	c.hi = gs[len(gs)-1].values[width-1] + 1
	c.lo = c.entries[0].unit
	return c
}
