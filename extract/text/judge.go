// Tables and what only looks like one: chance gaps in prose, columns of text,
// addresses beside each other, labels, drawings.

package text

import (
	"unicode"

	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// isTable reports whether lines with these columns are a table, and neither
// chance gaps in prose, nor columns of text, nor a drawing.
func (t *textPage) isTable(g *textGrid, lines []textLine) bool {
	multi, kept, letters, signs := 0, 0, 0, 0
	var segs []segment
	sample := lines[:min(len(lines), profileLines)]
	for _, ln := range sample {
		segs = segments(t.text, ln, segs[:0])
		for _, s := range segs {
			for _, r := range t.text[s.b0:s.b1] {
				switch {
				case unicode.IsLetter(r) || unicode.IsDigit(r):
					letters++
				case !source.IsBlank(r):
					signs++
				}
			}
		}
		s := segs[0]
		c := g.columnAt(s.c0)
		switch {
		case len(segs) > 1:
			multi++
			kept++
		case c > 0 && near(s.c0, g.cols[c].start), isTotal(t.text[s.b0:s.b1]):
			kept++
		case c == 0 && s.c1 <= g.cols[1].edge:
			kept++
		}
	}
	switch {
	case multi < 2, multi < 3 && len(g.cols) < 3:
		return false
	case float64(kept) < minSupport*float64(len(sample)):
		return false
	case signs > letters:
		return false
	case g.aligned(t.text, lines) < minAligned:
		return false
	}
	return !t.labels(g, sample)
}

// labels reports whether lines are "Date :   12 mars": labels and what they say.
func (t *textPage) labels(g *textGrid, lines []textLine) bool {
	if len(g.cols) != 2 {
		return false
	}
	n := 0
	var segs []segment
	for _, ln := range lines {
		segs = segments(t.text, ln, segs[:0])
		if t.text[segs[0].b1-1] == ':' {
			n++
		}
	}
	return 2*n > len(lines)
}

// textColumns reports whether the columns hold running text: in each, many
// lines go on in the middle of a sentence.
func (t *textPage) textColumns(g *textGrid, lines []textLine) bool {
	if len(g.cols) > 4 {
		return false
	}
	low, filled, ink := make([]int, len(g.cols)), make([]int, len(g.cols)), make([]int, len(g.cols))
	var segs []segment
	for _, ln := range lines {
		segs = segments(t.text, ln, segs[:0])
		for _, s := range segs {
			c := g.columnAt(s.c0)
			v := t.text[s.b0:s.b1]
			filled[c]++
			ink[c] += s.c1 - s.c0
			if opensLow(v) {
				low[c]++
			}
		}
	}
	for c := range g.cols {
		if g.cols[c].typed != 0 || filled[c]*2 < len(lines) || low[c]*4 < filled[c] || ink[c] < 18*filled[c] {
			return false
		}
	}
	return true
}

// sideBySide reports whether the columns are blocks of an address or a contact
// that only happen to stand beside each other: each column mixes kinds.
func (t *textPage) sideBySide(g *textGrid, lines []textLine) bool {
	if len(lines) > 12 {
		return false
	}
	contact, filled := make([]int, len(g.cols)), make([]int, len(g.cols))
	var segs []segment
	pairs := 0
	for _, ln := range lines {
		segs = segments(t.text, ln, segs[:0])
		n := 0
		for _, s := range segs {
			c := g.columnAt(s.c0)
			filled[c]++
			if reachesSomeone(t.text[s.b0:s.b1]) {
				contact[c]++
				n++
			}
		}
		if n > 1 {
			pairs++
		}
	}
	mixed := 0
	for c := range g.cols {
		if contact[c] > 0 && contact[c]*3 < filled[c]*2 {
			mixed++
		}
	}
	return mixed >= 2 && pairs > 0
}

// reachesSomeone reports whether s is a line of an address: a phone number, an
// e-mail, or a postcode with its town.
func reachesSomeone(s string) bool {
	return describe.IsContactLine(s) || len(s) > 6 && shapeOf(s[:5]) == postalShape && s[5] == ' ' && unicode.IsLetter(rune(s[6]))
}
