// Fragments: the printed pieces of tables and lists, with what is printed above each.

package bind

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/lists"
	"github.com/pressoir/pressoir/normalize/records"
)

// A fragment is one printed piece of a table: a table block, or a list.
type fragment struct {
	at        document.Pos
	method    string
	title     string // the last heading above that names no place, or the caption
	part      document.Part
	rows      []document.Row     // without the marks of footnotes
	printed   []document.Row     // as the reader has them
	notes     map[[2]int]cutNote // what was taken off, by row and cell
	parents   map[int]bool       // rows that fill the left columns for those below them
	valued    map[int]bool       // records that are the section of the rows below them
	groupRows map[int]uint8      // rows that name those below them, with their depth from 1
	header    int                // rows[:header] are its header rows
	titles    []string           // of its columns, from the header rows; nil if these print nothing
	asPrinted []string           // the same with the marks of footnotes
	width     int                // columns
	stacked   bool               // of tables set side by side
	narrowed  bool               // some rows are wider
	inPieces  bool               // "$", ")" and "%" had columns of their own
	cols      []int              // the table's column for each of the fragment's; nil if they are the same
	continues bool               // the reader says that it continues the one before
	apart     bool               // a heading that names no place is between it and the one before
	prose     bool               // a paragraph is between
	above     []group            // places named by headings since the fragment before
	lead      *group             // the heading right above, below another one: it may name the first rows
	leadTitle string             // the heading above that one
	head      *group             // the heading that gives the title, as a section
	headAbove string             // the title that held before it
	rejoined  bool               // that heading names a part of the table before
	context   []group            // all places named by headings that hold here, region first
	total     bool               // a line between two pieces that sums up the rows above
	columns   []string           // names of its columns, where the recogniser knows them
	block     int                // index of its block in the document
	list      int                // its place in lists.Result.Lists, from 1; 0 for tables
	counts    []lists.Count
}

// A group is a place named by a heading: the rows below lie in it.
type group struct {
	kind  string // "region" or "department"
	level int    // of the heading
	at    document.Pos
	cell  *document.Cell
	text  string
}

// A gatherer walks over the blocks and collects fragments.
type gatherer struct {
	*known
	footnotes notes
	frags     []*fragment
	context   []group
	above     []group
	title     string
	apart     bool
	prose     bool
	headed    bool // the last block was a heading
	lead      *group
	leadTitle string
	head      *group
	headAbove string
	below     bool // only bullets are between here and a place named by a heading
	lists     map[int][]int
	block     int       // the one at hand
	titled    *fragment // the last with headings among frags[:looked]
	looked    int

	unread   int // tables beyond MaxFragments
	unreadAt document.Pos
}

// gather collects the fragments of doc in reading order.
func gather(doc *document.Document, k *known, read *lists.Result) *gatherer {
	g := &gatherer{known: k, lists: listsByBlock(read), footnotes: findNotes(doc)}
	for i, b := range doc.Blocks {
		g.block = i
		g.addLists(read, i)
		if read.Taken[i] {
			continue
		}
		switch b.InPart() {
		case document.Header, document.Footer, document.Furniture:
			continue
		}
		switch b := b.(type) {
		case *document.Heading:
			g.heading(b.Runs, b.At, b.Level)
		case *document.Paragraph:
			g.paragraph(b)
		case *document.List:
			g.prose, g.below = true, false
		case *document.Table:
			switch {
			case len(b.Rows) == 0 || read.Poor != nil && read.Poor[i]:
			case len(g.frags) < MaxFragments:
				g.table(b)
			default:
				if g.unread == 0 {
					g.unreadAt = b.At
				}
				g.unread++
			}
		}
	}
	return g
}

// MaxFragments is the largest number of pieces of tables that are read (a hundred times
// more than a thick report prints; each takes a kilobyte and more until it is bound, so
// a file of nothing but tables of one row is refused from here on).
const MaxFragments = 100_000

// tooMany reports the tables that were not read.
func (g *gatherer) tooMany() []records.Finding {
	if g.unread == 0 {
		return nil
	}
	return []records.Finding{{
		Pass: "bind", Code: records.CodeTablesTooMany, Level: records.Fault, At: g.unreadAt,
		Why: fmt.Sprintf("more than %d tables are printed; the %d from here on are not read; cut the document", MaxFragments, g.unread),
	}}
}

// paragraphLevel is the level of a place named by a line that is no heading:
// below all headings.
const paragraphLevel = 100

func (g *gatherer) heading(runs []document.Run, at document.Pos, level int) {
	text := document.Plain(runs)
	if g.place(runs, at, text, level) {
		return
	}
	if document.IsBlank(text) || g.totalLine(runs, at, text) {
		return
	}
	if g.inHeader(text) {
		return
	}
	cell := document.NewCell(document.Pos{}, runs...)
	title, _ := forms.Tidy(text)
	if g.headed {
		g.lead, g.leadTitle = &group{kind: "section", level: level, text: title, at: at, cell: &cell}, g.title
	}
	g.head, g.headAbove = &group{kind: "section", level: level, text: title, at: at, cell: &cell}, g.title
	g.title, g.headed = title, true
	g.apart, g.above, g.below = true, nil, false
	for len(g.context) > 0 && g.context[len(g.context)-1].level >= level {
		g.context = g.context[:len(g.context)-1]
	}
}

func (g *gatherer) paragraph(p *document.Paragraph) {
	text := p.Text()
	if s, _ := forms.Tidy(text); s != g.title {
		g.headed, g.lead = false, nil
	}
	if document.IsBlank(text) || g.place(p.Runs, p.At, text, paragraphLevel) || g.totalLine(p.Runs, p.At, text) {
		return
	}
	g.prose, g.below = true, false
	if strings.HasSuffix(strings.TrimRight(text, " \u00a0"), ":") && utf8.RuneCountInString(text) <= maxTitle {
		g.title, _ = forms.Tidy(text)
		g.head = nil
	}
}

// maxTitle is the longest line before a table that serves as its name, in letters
// (longer ones are prose that ends in a colon).
const maxTitle = 120

// inHeader reports whether a heading only prints words of the headings of the
// table above: a header row that the reader lost, not a heading of the text.
func (g *gatherer) inHeader(text string) bool {
	if len(text) > 4*places.MaxPlace {
		return false
	}
	for ; g.looked < len(g.frags); g.looked++ {
		if f := g.frags[g.looked]; f.titles != nil {
			g.titled = f
		}
	}
	if g.titled == nil {
		return false
	}
	titles := " " + fold.Words(strings.Join(g.titled.titles, " ")) + " "
	known := false
	for _, w := range strings.Fields(fold.Words(text)) {
		if !strings.Contains(titles, " "+w+" ") {
			return false
		}
		known = known || columnNamed(w) != ""
	}
	return known
}

// totalLine takes a line below a table or a list that sums it up: "Total
// Bretagne : 12". It is a row of the table, whatever the reader made of it.
func (g *gatherer) totalLine(runs []document.Run, at document.Pos, text string) bool {
	if len(g.frags) == 0 || g.apart || g.prose || len(g.above) > 0 {
		return false
	}
	s, _ := forms.Tidy(text)
	if _, figure, how := ReadTotal(g.Places, s); how != SureTotal || figure == "" {
		return false
	}
	last := g.frags[len(g.frags)-1]
	rows := []document.Row{{At: at, Cells: []document.Cell{document.NewCell(document.Pos{}, runs...)}}}
	g.frags = append(g.frags, &fragment{
		at: at, method: last.method, part: last.part, width: 1, total: true, context: last.context, title: last.title,
		rows: rows, printed: rows,
	})
	return true
}

// place takes a heading that names a region or a department.
func (g *gatherer) place(runs []document.Run, at document.Pos, text string, level int) bool {
	kind := g.placeKind(text, level)
	if kind == "" {
		return false
	}
	cell := document.NewCell(document.Pos{}, runs...)
	gr := group{kind: kind, level: level, text: text, at: at, cell: &cell}
	keep := g.context[:0:0]
	for _, c := range g.context {
		if kind == "department" && c.kind == "region" {
			keep = append(keep, c)
		}
	}
	g.context = append(keep, gr)
	g.below = true
	g.above = append(g.above, gr)
	return true
}

// placeKind says which kind of place a heading names, "" if none. Some names
// are both (Martinique, La Réunion): below a heading of that region it is the
// department.
func (g *gatherer) placeKind(text string, level int) string {
	if len(text) > places.MaxPlace {
		return ""
	}
	region, department := g.Places.Region(text), g.Places.Department(text)
	switch {
	case places.Found(region.How) && places.Found(department.How):
		if fold.Words(text) != fold.Words(region.Name) && strings.HasPrefix(fold.Words(text), "departement") {
			return "department"
		}
		for _, c := range g.context {
			if c.kind == "region" && (c.level < level || fold.Words(places.PlaceText(c.text)) == fold.Words(places.PlaceText(text))) {
				return "department"
			}
		}
		return "region"
	case places.Found(region.How):
		return "region"
	case places.Found(department.How):
		return "department"
	}
	return ""
}

func (g *gatherer) table(t *document.Table) {
	f := &fragment{at: t.At, block: g.block, method: t.Method, part: t.Part, printed: t.Rows, continues: t.Continues}
	for i := range t.Rows {
		f.width = max(f.width, rowWidth(&t.Rows[i]))
		f.narrowed = f.narrowed || len(t.Rows[i].Cells) > maxRowCells
	}
	if f.width == 0 {
		return
	}
	if f.printed, f.inPieces = joinPieces(t.Rows, f.width); f.inPieces {
		f.width = 0
		for i := range f.printed {
			f.width = max(f.width, rowWidth(&f.printed[i]))
		}
	}
	f.rows, f.notes = g.footnotes.unnoted(f.printed)
	f.boundWidth()
	f.header = profiledHeadings(g.Profile, f.rows, headerRows(g.Places, f.rows, f.width))
	f.titles = headerTitles(f.rows[:f.header], f.width)
	if n := sideBySide(f.titles); n > 0 {
		f.printed = stacked(f.printed, f.header, n)
		f.rows, f.notes = g.footnotes.unnoted(f.printed)
		f.width, f.titles, f.stacked = n, f.titles[:n], true
	}
	f.asPrinted = headerTitles(f.printed[:f.header], f.width)
	if caption, _ := forms.Tidy(document.Plain(t.Caption)); caption != "" {
		cell := document.NewCell(document.Pos{}, t.Caption...)
		g.head, g.headAbove = &group{kind: "section", text: caption, at: t.At, cell: &cell}, g.title
		g.title = caption
	}
	g.add(f)
}

// rowWidth is how many columns a row prints into: blank cells at its end, after
// which nothing follows, are counted, since they are printed.
func rowWidth(r *document.Row) int {
	n := len(r.Cells)
	for i := range r.Cells {
		if span := int(r.Cells[i].Span().Cols); span > 1 {
			n = max(n, min(i+span, MaxColumns))
		}
	}
	return min(n, MaxColumns)
}

// A record has a place for each column of its table, printed or not. Beyond
// MinPlaces, a table has placesPerCell for each cell that it prints: one row of a
// thousand cells would otherwise make a thousand of each of a million short rows.
const (
	MinPlaces     = 1_000_000
	placesPerCell = 4
)

// boundWidth leaves out columns that only a few rows of a long table have; what
// they print is surplus.
func (f *fragment) boundWidth() {
	if f.width*len(f.rows) <= MinPlaces {
		return
	}
	cells := 0
	for i := range f.rows {
		for j := range f.rows[i].Cells {
			if !f.rows[i].Cells[j].Covered() {
				cells++
			}
		}
	}
	if most := max(MinPlaces, placesPerCell*cells) / len(f.rows); f.width > most {
		f.width, f.narrowed = max(most, 1), true
	}
}

// MaxColumns bounds the width of a table. Spreadsheets end at 16384 columns;
// a release with more than a thousand is no table for people.
const MaxColumns = 1024

// maxRowCells is the largest number of cells of a row that are kept separate, as columns
// or surplus (as many as readers split a line of text into). Those beyond are one cell.
const maxRowCells = 4096

func (g *gatherer) add(f *fragment) {
	f.title, f.apart, f.prose = g.title, g.apart, g.prose
	f.lead, f.leadTitle = g.lead, g.leadTitle
	f.head, f.headAbove = g.head, g.headAbove
	g.headed, g.lead = false, nil
	f.above = g.above
	f.context = append([]group(nil), g.context...)
	g.above, g.apart, g.prose = nil, false, false
	g.frags = append(g.frags, f)
}
