// Heading lines: the first line of a run, or the line above it, that names its columns.

package lists

import (
	"slices"
)

// longHeading is the largest length of a word that heads a column without a gap beside
// it (bytes).
const longHeading = 14

// dropHeading takes the first entry of a run away where it lacks the values that all
// others have: it heads the columns.
func (c *candidate) dropHeading() {
	s := c.sheet
	if c.kind != "lines" || len(s.torn) == 0 || s.torn[0] != 0 || len(s.fields) < 2 || len(s.from) < minRows+1 || s.spread != nil {
		return
	}
	e := &c.entries[0]
	if e.prose >= 0.5 || values(e.skel) > 0 {
		return
	}
	typed := false
	for k := range s.fields {
		f := &s.fields[k]
		typed = typed || k > 0 && contentOf(f.cells[1:]) != ""
	}
	if !typed {
		return
	}
	var words []piece
	for _, t := range scanTokens(nil, e.text.text()) {
		switch {
		case t.class == wordClass:
			words = append(words, e.text.sub(int(t.from), int(t.to)))
		case len(words) > 0:
			words[len(words)-1].to = e.text.from + int(t.to)
		}
	}
	if len(words) == len(s.fields) {
		c.names = words
	}
	c.entries = c.entries[1:]
	for k := range s.fields {
		s.fields[k].cells = s.fields[k].cells[1:]
	}
	if s.from = s.from[1:]; s.marks != nil {
		s.marks = s.marks[1:]
	}
	for i := range s.from {
		s.from[i]--
	}
	s.torn = s.torn[1:]
	for i := range s.torn {
		s.torn[i]--
	}
}

// takeHeadings makes the line above a run of lines the headings of its columns, where
// it has a word for each and no figures.
func (c *candidate) takeHeadings(us []unit) {
	w := len(c.sheet.fields)
	if c.names != nil || c.kind != "lines" || w < 2 {
		return
	}
	at := c.entries[0].unit
	if at == 0 {
		return
	}
	up := &us[at-1]
	if up.wall || up.leads || up.prose >= 0.5 || len(up.toks) == 0 || c.headsLater(up) {
		return
	}
	var cells []piece
	if gaps := gapsOf(up.toks); len(gaps) > 0 {
		from := 0
		for _, g := range gaps {
			cells = append(cells, whole(up.line).sub(from, g.from))
			from = g.to
		}
		cells = append(cells, whole(up.line).sub(from, len(whole(up.line).text())))
	} else if w >= 3 && up.kind != headingLine && !saysList(up.text) {
		for _, t := range up.toks {
			if t.class != wordClass && t.class != numberClass || !t.capital && t.class == wordClass || t.to-t.from > longHeading {
				return // words of a title, not headings
			}
			cells = append(cells, piece{up.line, span{int(t.from), int(t.to)}})
		}
	}
	switch n := len(cells); {
	case n == w:
		c.names = cells
	case n == w-1 && n > 1:
		c.names = append([]piece{{}}, cells...)
	default:
		return
	}
	for i := range c.entries {
		c.entries[i].heads = slices.DeleteFunc(slices.Clone(c.entries[i].heads), func(h above) bool { return h.text.l == up.line })
	}
}

// headsLater reports whether a later entry has a head that is printed as a unit is:
// "Samedi 14" above the first entries, "Dimanche 15" above others.
func (c *candidate) headsLater(u *unit) bool {
	sign := signOf(u)
	for i := range c.entries {
		for _, h := range c.entries[i].heads {
			if h.text.l != u.line && h.sign == sign && skeletonOf(scanTokens(nil, h.text.l.text)) == u.skel {
				return true
			}
		}
	}
	return false
}
