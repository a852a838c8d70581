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
	sign  string
	text  piece  // the name
	label string // the name, where the text is not it: "Alzonne" of "Canton d'Alzonne"
	count piece  // the text that may print a count of what is below: "Bretagne (3)"
	want  int    // the count printed beside a place, 0 for none
	known bool   // a place, or a group of the profile
	level level  // of a place; sectionLevel for others
	code  string // of a region or department
	weak  bool   // "En Bretagne": opens prose as often as a list
	item  int    // of the item of a list: its depth, from 1; 0 for other lines
}

// aboveOf returns a unit as a head.
func aboveOf(u *unit) above {
	a := above{sign: signOf(u), text: headPiece(u.line), count: whole(u.line)}
	if u.head != nil {
		a = aboveIn(u.line, u.head)
		a.count = whole(u.line)
	}
	if u.kind == itemLine {
		a.item = u.depth + 1
	}
	return a
}

// aboveIn returns a place that a part of a line names as a head.
func aboveIn(l *line, h *head) above {
	a := above{sign: h.sign(), text: piece{l, h.name}, label: h.label, count: piece{l, trimSpan(l.text, h.at)}, known: true, level: h.level, code: h.code, weak: h.weak}
	if h.hasNumber && !h.coded {
		a.want = int(h.number)
	}
	return a
}

// cell returns what a head prints into its column.
func (a *above) cell() *document.Cell {
	if a.label != "" {
		return plainCell(a.text.l.at, a.label)
	}
	return a.text.cell()
}

// plainCell returns a cell that prints text, styledCell one that prints runs.
func plainCell(at document.Pos, text string) *document.Cell {
	return styledCell(at, []document.Run{{Text: text}})
}

func styledCell(at document.Pos, runs []document.Run) *document.Cell {
	c := document.NewCell(at, runs...)
	return &c
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
	headed  bool            // its lead names a place: the head of its first entries
	strays  int             // lines between its entries that are no heads
	grouped bool            // heads with names below, another number of them below each
	graded  bool            // below a category and a label that comes again
	weighed bool            // its finder has weighed how it is built; judge adds what is around it
	split   bool            // its entries are single names: none is an enumeration
	placed  bool            // its places are heads, or printed with its names
	below   bool            // two places or more name groups
	chosen  bool            // of a sentence: it says that what it enumerates was chosen
	refused bool            // of a sentence: it says that it was not
	again   []span          // units in which the same list is given again
	noted   map[string]bool // marks of the notes below it: "(1)"
	rest    bool            // what a better candidate left of a run
	notes   []Note
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
