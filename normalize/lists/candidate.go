// Candidates: stretches of the document that may be a list, as the finders propose
// them. They may overlap; the choice is by score.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// A piece is a part of a printed line.
type piece struct {
	l *line
	span
}

func (p piece) text() string {
	if p.l == nil {
		return ""
	}
	return p.l.text[p.from:p.to]
}

func (p piece) blank() bool { return p.l == nil || p.from >= p.to }

// sub returns a part of a piece, by bytes of its text.
func (p piece) sub(from, to int) piece {
	return piece{p.l, trimSpan(p.l.text, span{p.from + from, p.from + to})}
}

func (p piece) cell() *document.Cell {
	return styledCell(p.l.at, p.l.cut(p.span))
}

func whole(l *line) piece { return piece{l, trimSpan(l.text, span{0, len(l.text)})} }

// An entry is one item of a candidate.
type entry struct {
	text   piece
	cells  []piece // nil until cut, or as the finder cut them
	heads  []above // above it, the outermost first
	unit   int     // index of its first unit
	skel   string
	prose  float64
	misfit bool // kept though its skeleton is another
}

// An above is a line that names what is below it. Heads of one sign are of one
// rank: "Bretagne" and "Normandie" as large headings, "Finistère" as a small one.
type above struct {
	sign string
	text piece
	item int // of the item of a list: its depth, from 1; 0 for other lines
}

// A candidate is a stretch of the document that may be a list.
type candidate struct {
	kind    string // bullets, lines, sentence, cells, records, accounts, headed
	lo, hi  int    // units [lo, hi)
	within  span   // of a sentence: the part of the unit's text that it takes
	entries []entry
	lead    piece // the text that leads into it
	led     bool  // a lead that ends in a colon, or a heading right above
	colon   bool  // of a sentence: its lead ends in a colon
	names   []piece
	sheet   *sheet
	score   float64
	counted bool // its lead announces the same number
	why     []reason
	doubts  []string
	headed  bool // its lead names a place: the head of its first entries
	strays  int  // lines between its entries that are no heads
	grouped bool // heads with names below, another number of them below each
	graded  bool // below a category and a label that comes again
	weighed bool // its finder has weighed how it is built; judge adds what is around it
}

// A reason is one piece of evidence for or against a candidate.
type reason struct {
	weight float64
	name   string
}

func (c *candidate) leadText() string { return label(c.lead.text()) }

func (u *unit) entry(i int) entry {
	return entry{text: whole(u.line), unit: i, skel: u.skel, prose: u.prose}
}

// overlaps reports whether two candidates take the same text.
func (c *candidate) overlaps(o *candidate) bool {
	if c.lo >= o.hi || o.lo >= c.hi {
		return false
	}
	if c.kind == "sentence" && o.kind == "sentence" && c.lo == o.lo {
		return c.within.from < o.within.to && o.within.from < c.within.to
	}
	return true
}

// sharedStart counts the words with which both texts begin.
func sharedStart(a, b string) int {
	const far = 60 // bytes
	n := 0
	for n < len(a) && n < len(b) && n < far && a[n] == b[n] {
		n++
	}
	if n < len(a) && n < len(b) && n < far {
		n = strings.LastIndexByte(a[:n], ' ') + 1
	}
	return len(strings.Fields(a[:n]))
}
