// Documents, blocks, rows and runs; cells have a file of their own, cell.go.

package document

import (
	"fmt"
	"strconv"
	"strings"
)

// A Document is one press release as read.
type Document struct {
	Name     string // file name as given to Read; "-" for standard input
	SHA256   string // hex digest of the bytes read
	Format   string // name of the Reader that read it
	Encoding string // "utf-8", "utf-16le", "windows-1252" ...; "" where the format settles it
	Language string // "fr", "en", or "" where the text does not show it
	Meta     Meta
	Pages    []Page  // nil unless the format has pages
	Blocks   []Block // in reading order
	Issues   []Issue // printed text that has no place in Blocks, and doubts
}

// Meta is what a release says about itself. A field is zero if nothing is printed.
type Meta struct {
	Title   Text // the headline
	Date    Date // the release's own date, not one that its text mentions
	Place   Text // "Paris" in "Paris, mercredi 14 octobre 2020"
	Issuer  Text // the organisation that publishes it
	Contact []Text
}

// A Text is a piece of printed text with its place.
type Text struct {
	Text string
	At   Pos
}

// A Date is a printed date. ISO is "2020-10-14", "2020-10" or "2020": as precise
// as the printed text.
type Date struct {
	ISO  string
	Text string // as printed
	At   Pos
}

// A Page is the size of one page in points, as displayed (after /Rotate).
type Page struct {
	Number        int // 1-based
	Width, Height float32
}

// A Part is the part of the release that a block belongs to.
type Part uint8

// The parts of a release. Body is the zero value: a reader leaves it where it
// knows nothing better, and extract.Read then finds the other parts.
const (
	Body        Part = iota
	Lead             // headline, place and date line, first paragraph
	Boilerplate      // "À propos de ..."
	Contact          // press contact
	Header           // running header over pages
	Footer           // running footer, page number
	Furniture        // navigation, cookie banner, share links: not the release
)

// partNames holds the names of the parts, for String.
var partNames = [...]string{"body", "lead", "boilerplate", "contact", "header", "footer", "furniture"}

// String returns the part's name in lower case: "body", "lead" ...
func (p Part) String() string {
	if int(p) < len(partNames) {
		return partNames[p]
	}
	return fmt.Sprintf("Part(%d)", uint8(p))
}

// A Block is a *Heading, a *Paragraph, a *List or a *Table.
type Block interface {
	Pos() Pos     // where the block is printed
	InPart() Part // the part of the release that it belongs to
	SetPart(Part)
	block()
}

// A Frame holds what all blocks have: their place and their part of the release.
type Frame struct {
	At   Pos
	Part Part
}

// A Heading is a title line. Level counts from 1.
type Heading struct {
	Frame
	Level int
	Runs  []Run
}

// A Paragraph is running text. Line breaks that the author set (a <br>, a line
// of an address) are "\n" in its text; breaks that only layout made are blanks.
type Paragraph struct {
	Frame
	Runs []Run
}

// A List is a bulleted or numbered list.
type List struct {
	Frame
	Items []Item
}

// An Item is one entry of a List.
type Item struct {
	At     Pos
	Marker string // as printed: "-", "•", "1.", "" if none
	Runs   []Run
	Sub    []Item // items nested in this one
}

// A Table is a grid of cells as printed. Rows may differ in length.
type Table struct {
	Frame
	Method  string // how the grid was found: "pipes", "tags", "columns", "tabs", "semicolons", "rules", "fills", "gaps", "lines" ...
	Caption []Run  // text marked as the table's caption, nil if none; see TableCaption for titles that are not
	Rows    []Row
	// Continues reports that the table continues the table before it, such as
	// over a page break. Only a reader with evidence on the page sets it.
	Continues bool
}

// A Row is one printed row of a table.
type Row struct {
	At     Pos
	Cells  []Cell
	Header bool // printed as a header: <th>, <thead>, above the delimiter row
}

// A Run is a stretch of text of one style.
type Run struct {
	Text  string
	Style Style
}

// A Style is how a run looks. The zero Style is plain text.
type Style struct {
	Flags StyleFlags
	Color Color // of the text; 0 is the document's usual colour
	Fill  Color // of the background of the run, its cell or its row; 0 is none
}

// StyleFlags is a set of type styles.
type StyleFlags uint8

// The type styles that can carry a meaning, such as bold for a new site.
const (
	Bold StyleFlags = 1 << iota
	Italic
	Superscript
	Subscript
	Strike
	Underline
)

// Has reports whether s has all flags of f.
func (s Style) Has(f StyleFlags) bool { return s.Flags&f == f }

// A Color is 0xAARRGGBB; 0 means none given.
type Color uint32

// RGB returns an opaque Color.
func RGB(r, g, b uint8) Color {
	return 0xff000000 | Color(r)<<16 | Color(g)<<8 | Color(b)
}

// String returns "#rrggbb", or "" for no colour.
func (c Color) String() string {
	if c == 0 {
		return ""
	}
	return fmt.Sprintf("#%06x", uint32(c)&0xffffff)
}

// A Pos is a place in the source. A field is zero if the format does not have it:
// plain text has lines, a PDF has pages and boxes.
type Pos struct {
	Page, Line int32 // 1-based
	Box        *Box  // nil if unknown; a pointer, because the rows of a long text table have none
}

// Bounds returns the box, the zero Box if it is unknown.
func (p Pos) Bounds() Box {
	if p.Box == nil {
		return Box{}
	}
	return *p.Box
}

// Same reports whether p and q are the same place.
func (p Pos) Same(q Pos) bool {
	return p.Page == q.Page && p.Line == q.Line && p.Bounds() == q.Bounds()
}

// String returns "page 2, line 7", "line 7" or "page 2"; "" if nothing is known.
func (p Pos) String() string {
	switch {
	case p.Page > 0 && p.Line > 0:
		return fmt.Sprintf("page %d, line %d", p.Page, p.Line)
	case p.Page > 0:
		return fmt.Sprintf("page %d", p.Page)
	case p.Line > 0:
		return "line " + strconv.Itoa(int(p.Line)) // faster than Sprintf; long tables ask for many
	}
	return ""
}

// A Box is a rectangle on a page, in points. The origin is the top left corner of
// the page as displayed; X1 and Y1 are the right and bottom edges.
type Box struct{ X0, Y0, X1, Y1 float32 }

// IsZero reports whether the box is unknown.
func (b Box) IsZero() bool { return b == Box{} }

// Union returns the smallest box around b and c; an unknown box adds nothing.
func (b Box) Union(c Box) Box {
	if b.IsZero() {
		return c
	}
	if c.IsZero() {
		return b
	}
	return Box{min(b.X0, c.X0), min(b.Y0, c.Y0), max(b.X1, c.X1), max(b.Y1, c.Y1)}
}

// An Issue is printed text that the reader could not place, or a doubt about the
// source as a whole.
type Issue struct {
	At   Pos
	Code string // such as CodeRowCut; docs/findings.md lists the codes
	Text string // the printed text concerned, if any
	Why  string // a sentence for people
}

// Pos returns where the block is printed.
func (f *Frame) Pos() Pos { return f.At }

// InPart returns the part of the release that the block belongs to.
func (f *Frame) InPart() Part { return f.Part }

// SetPart moves the block to another part of the release.
func (f *Frame) SetPart(p Part) { f.Part = p }

// block keeps other types from being a Block.
func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}

// Plain returns the text of runs without their styles.
func Plain(runs []Run) string {
	switch len(runs) {
	case 0:
		return ""
	case 1:
		return runs[0].Text
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Text returns the heading's text without styles.
func (h *Heading) Text() string { return Plain(h.Runs) }

// Text returns the paragraph's text without styles.
func (p *Paragraph) Text() string { return Plain(p.Runs) }

// Text returns the item's text without styles and without nested items.
func (i *Item) Text() string { return Plain(i.Runs) }
