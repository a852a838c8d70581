// This file is the reader: lines between blank lines are a chunk, and each chunk becomes
// blocks.

package text

import (
	"fmt"
	"math"
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/pipes"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// Reader reads plain text in any encoding that package source decodes. It matches
// everything, so it comes last.
var Reader = document.Reader{
	Name:       "text",
	Extensions: []string{".txt", ".text"},
	Match:      func([]byte) bool { return true },
	Read:       readText,
}

func readText(doc *document.Document, data []byte, opt document.Options) error {
	text, encoding, issues, err := source.Decode(data, "")
	if err != nil {
		return err
	}
	if len(text) > math.MaxInt32 {
		return fmt.Errorf("%d bytes of text; at most %d can be read: cut the file", len(text), math.MaxInt32)
	}
	doc.Encoding = encoding
	doc.Issues = append(doc.Issues, issues...)
	lines, pages, rest := splitLines(text)
	if pages > 1 {
		for p := range pages {
			doc.Pages = append(doc.Pages, document.Page{Number: int(p) + 1})
		}
	}
	t := &textPage{text: text, doc: doc, paged: pages > 1, rest: rest, pipes: pipes.Table{Doc: doc}}
	t.furniture = findFurniture(text, lines)
	t.lines = lines
	if len(opt.Pages) > 0 && pages > 1 {
		t.keepPages(opt.Pages)
	}
	t.read()
	return nil
}

// A textPage is the state of reading one text.
type textPage struct {
	text      string
	doc       *document.Document
	lines     []textLine
	furniture map[int32]bool // starts of lines that are running headers and footers
	paged     bool
	wrap      int             // characters at which running text is wrapped, 0 if it is not
	unwrapped bool            // each line is a paragraph of its own
	bullets   map[string]bool // letters and signs of symbol fonts that open items here
	starMark  bool            // "* " at the start of a line is a mark, no bullet
	ruled     []int32         // line numbers of rules
	rules     []textLine      // those lines
	rest      *textLine       // where what is not read begins, nil if all is
	items     int             // of lists so far
	pipes     pipes.Table
}

// keepPages drops the lines of pages that were not asked for.
func (t *textPage) keepPages(ranges []document.Range) {
	kept := t.lines[:0]
	for _, ln := range t.lines {
		for _, r := range ranges {
			if int(ln.page) >= r.From && (r.To == 0 || int(ln.page) <= r.To) {
				kept = append(kept, ln)
				break
			}
		}
	}
	t.lines = kept
}

func (t *textPage) at(ln textLine) document.Pos {
	p := document.Pos{Line: ln.num}
	if t.paged {
		p.Page = ln.page
	}
	return p
}

func (t *textPage) str(ln textLine) string { return lineText(t.text, ln) }

func (t *textPage) emit(b document.Block) { t.doc.Blocks = append(t.doc.Blocks, b) }

// A chunk is a range of lines without a blank line or a page break between.
type chunk struct {
	lo, hi int
	found  *charpage.Table // the table that stands in it
}

// read makes the blocks.
func (t *textPage) read() {
	// Furniture is taken out first, so that a footer does not cut a table in two.
	body := t.lines[:0]
	var furniture []textLine
	for _, ln := range t.lines {
		switch {
		case t.furniture[ln.start]:
			furniture = append(furniture, ln)
		case isRule(t.str(ln)):
			t.ruled, t.rules = append(t.ruled, ln.num), append(t.rules, ln)
		default:
			body = append(body, ln)
		}
	}
	t.lines = body
	chunks := t.placeTables(t.chunks())
	t.learnFlow(chunks)
	f := 0
	for _, c := range chunks {
		if c.lo < c.hi && t.full(t.lines[c.lo:]) {
			break
		}
		for f < len(furniture) && c.lo < c.hi && furniture[f].start < t.lines[c.lo].start {
			t.emitFurniture(furniture[f])
			f++
		}
		t.readChunk(c)
	}
	for ; f < len(furniture) && (t.rest == nil || furniture[f].start < t.rest.start); f++ {
		t.emitFurniture(furniture[f])
	}
	if t.rest != nil {
		t.doc.ReportCut(t.at(*t.rest), t.text[t.rest.start:], document.MaxBlocks, document.BlockKinds)
	}
	// A page may hold no more than the end of a row that began on the page before.
	t.doc.Blocks = slices.DeleteFunc(t.doc.Blocks, func(b document.Block) bool {
		tab, ok := b.(*document.Table)
		return ok && len(tab.Rows) == 0
	})
}

// full reports whether the document has the largest number of blocks; then it reports that
// the text from lines on is not read.
func (t *textPage) full(lines []textLine) bool {
	if len(t.doc.Blocks) < document.MaxBlocks {
		return false
	}
	t.cut(lines[0])
	return true
}

// cut reports that nothing from ln on is read.
func (t *textPage) cut(ln textLine) {
	if t.rest == nil || ln.start < t.rest.start {
		t.rest = &ln
	}
}

func (t *textPage) emitFurniture(ln textLine) {
	part := document.Footer
	if n := len(t.doc.Blocks); n == 0 || t.doc.Blocks[n-1].Pos().Page < t.at(ln).Page {
		part = document.Header
	}
	t.emit(&document.Paragraph{Frame: document.Frame{At: t.at(ln), Part: part}, Runs: []document.Run{{Text: shape.Squeeze(t.str(ln))}}})
}

// chunks cuts the lines at blank lines and page breaks. A few rules in a table are below
// its heading and above its total; many separate its rows, as blank lines do.
func (t *textPage) chunks() []chunk {
	var cs []chunk
	apart := 0 // up to this line, every rule parts rows
	for i := 0; i < len(t.lines); {
		if len(cs) == document.MaxBlocks {
			t.cut(t.lines[i])
			break
		}
		j, plain, rules := i+1, 0, 0
		for j < len(t.lines) && t.lines[j].page == t.lines[j-1].page {
			if n := t.lines[j].num - t.lines[j-1].num; n > 1 {
				if n > 2 || !t.isRuled(t.lines[j].num-1) || j < apart || !t.hasGaps(j-1) || !t.hasGaps(j) {
					break
				}
				if rules++; rules == 1 {
					plain = j
				}
			}
			j++
		}
		if rules > maxTableRules {
			j, apart = plain, j
		}
		cs = append(cs, chunk{lo: i, hi: j})
		i = j
	}
	return cs
}

// maxTableRules is the largest number of rules inside a table that do not separate its rows.
const maxTableRules = 3

// isRuled reports whether a rule is on the line with that number.
func (t *textPage) isRuled(num int32) bool {
	_, is := slices.BinarySearch(t.ruled, num)
	return is
}

// leaderDots lead the eye from a name to its figure.
const leaderDots = "...."

// hasGaps reports whether line i has more than one segment.
func (t *textPage) hasGaps(i int) bool {
	return len(segments(t.text, t.lines[i], nil)) > 1
}

func (t *textPage) readChunk(c chunk) {
	switch {
	case c.found != nil:
		t.emit(c.found.Table)
		if c.found.Beside {
			t.doc.Issues = append(t.doc.Issues, document.Issue{At: c.found.Table.At, Code: document.CodeTablesBeside, Why: "two names stand side by side above this table: it may be two tables, one beside the other"})
		}
		t.flow(t.others(c.found))
	case c.lo < c.hi:
		t.flowBeside(t.lines[c.lo:c.hi])
	}
}
