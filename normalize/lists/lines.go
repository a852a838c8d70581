// Lines: the blocks of a document as a flat sequence of printed lines.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
)

// A line is one printed line: a heading, a line of a paragraph, an item of a
// list. A table is a line of its own that parts what stands around it.
type line struct {
	block   int // index in Document.Blocks
	kind    lineKind
	depth   int // of an item, from 0; of a heading, its level
	bold    bool
	at      document.Pos
	runs    []document.Run
	text    string
	marker  string
	part    document.Part
	touched bool    // belongs to an accepted list
	below   bool    // a further line of an item
	parts   []*line // of a line that was made of several: those
}

type lineKind uint8

const (
	textLine lineKind = iota
	headingLine
	itemLine
	tableLine
	cellLine // a cell of a table that has one row or one column
)

// A span is a part [from, to) of a line's text, in bytes.
type span struct{ from, to int }

// flatten returns the lines of the release proper, in reading order.
func flatten(doc *document.Document) []*line {
	var ls []*line
	for i, b := range doc.Blocks {
		switch b.InPart() {
		case document.Header, document.Footer, document.Furniture, document.Contact, document.Boilerplate:
			continue
		}
		switch b := b.(type) {
		case *document.Heading:
			ls = appendLines(ls, line{block: i, kind: headingLine, depth: b.Level, at: b.At, part: b.Part}, b.Runs)
		case *document.Paragraph:
			ls = appendLines(ls, line{block: i, at: b.At, part: b.Part}, b.Runs)
		case *document.List:
			ls = appendItems(ls, b.Items, i, 0, b.Part)
		case *document.Table:
			if cells := cellLines(b, i); len(cells) >= minFlatCells {
				ls = append(ls, cells...)
				break
			}
			ls = append(ls, &line{block: i, kind: tableLine, at: b.At, part: b.Part})
		}
	}
	demote(ls)
	return ls
}

// minFlatCells is the least number of cells of a row or column that may be a whole table.
const minFlatCells = 9

// cellLines returns the cells of a table of one row, or of one column, which may be
// those of a table of several columns; none of other tables.
func cellLines(t *document.Table, block int) (ls []*line) {
	for i := range t.Rows {
		row := &t.Rows[i]
		if len(t.Rows) > 1 && len(row.Cells) != 1 {
			return nil
		}
		for j := range row.Cells {
			c := &row.Cells[j]
			text := strings.Join(strings.Fields(c.Text()), " ")
			if strings.Trim(text, "-: ") == "" {
				continue // blank, or of the line below a heading
			}
			runs := c.Runs()
			if text != c.Text() {
				runs = plainCell(row.At, text).Runs()
			}
			l := &line{block: block, kind: cellLine, at: c.At(row.At), runs: runs, text: text, part: t.Part}
			if l.at == (document.Pos{}) {
				l.at = t.At
			}
			ls = append(ls, l)
		}
	}
	return ls
}

func appendItems(ls []*line, items []document.Item, block, depth int, part document.Part) []*line {
	for i := range items {
		it := &items[i]
		first := len(ls)
		ls = appendLines(ls, line{block: block, kind: itemLine, depth: depth, at: it.At, marker: it.Marker, part: part}, it.Runs)
		for k := first + 1; k < len(ls); k++ {
			if l := ls[k]; l.bold && !ls[first].bold { // "**Manche**" in the line after an item is none of it
				l.kind, l.depth, l.marker = textLine, 0, ""
			} else {
				l.below = true
			}
		}
		ls = appendItems(ls, it.Sub, block, depth+1, part)
	}
	return ls
}

// appendLines cuts runs at line breaks. A page is full of single-line blocks,
// so those are not copied.
func appendLines(ls []*line, proto line, runs []document.Run) []*line {
	text := document.Plain(runs)
	if strings.TrimFunc(text, unicode.IsSpace) == "" {
		return ls
	}
	from, n := 0, int32(0)
	rest := runs
	skip := 0 // bytes of rest[0] before from
	for from <= len(text) {
		to := len(text)
		if i := lineBreak(text[from:]); i >= 0 {
			to = from + i
		}
		l := proto
		l.text = text[from:to]
		if from == 0 && to == len(text) {
			l.runs = runs
		} else {
			l.runs, rest, skip = takeRuns(rest, skip, to-from)
			if l.at.Line > 0 && proto.kind == textLine {
				l.at.Line += n
			}
			if to < len(text) { // the line break itself
				_, rest, skip = takeRuns(rest, skip, 1)
			}
		}
		n++
		from = to + 1
		if strings.TrimFunc(l.text, unicode.IsSpace) == "" {
			continue
		}
		l.bold = allBold(l.runs)
		c := l
		ls = append(ls, &c)
	}
	return ls
}

// lineBreak returns where the first line of s ends, -1 if s is one line. No line
// begins with a parenthesis: it belongs to the name before it.
func lineBreak(s string) int {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], '\n')
		if i < 0 {
			return -1
		}
		if from += i; from+1 >= len(s) || s[from+1] != '(' {
			return from
		}
		from++
	}
}

// takeRuns returns the next n bytes of runs, of which the first skip are gone,
// and what is left.
func takeRuns(runs []document.Run, skip, n int) (taken, rest []document.Run, left int) {
	for n > 0 && len(runs) > 0 {
		r := runs[0]
		k := min(n, len(r.Text)-skip)
		if k > 0 {
			taken = append(taken, document.Run{Text: r.Text[skip : skip+k], Style: r.Style})
		}
		n -= k
		if skip += k; skip < len(r.Text) {
			break
		}
		runs, skip = runs[1:], 0
	}
	return taken, runs, skip
}

func allBold(runs []document.Run) bool {
	some := false
	for _, r := range runs {
		if strings.TrimFunc(r.Text, unicode.IsSpace) == "" {
			continue
		}
		if !r.Style.Has(document.Bold) {
			return false
		}
		some = true
	}
	return some
}

// minDemoted is how many headings in a row are no headings but the lines of a
// list that blank lines part: a page of text has no four titles over each other.
const minDemoted = 5

// demote makes lines of headings that stand one over the other.
func demote(ls []*line) {
	for i := 0; i < len(ls); {
		j := i
		for j < len(ls) && ls[j].kind == headingLine && (ls[j].depth == ls[i].depth || j == i) {
			j++
		}
		if j-i >= minDemoted {
			for k := i; k < j; k++ {
				ls[k].kind, ls[k].depth = textLine, 0
			}
		}
		i = max(j, i+1)
	}
}

// cut returns the runs of a part of the line, without blanks at its ends.
func (l *line) cut(s span) []document.Run {
	s = trimSpan(l.text, s)
	if s.from >= s.to {
		return nil
	}
	if len(l.runs) == 1 {
		return []document.Run{{Text: l.text[s.from:s.to], Style: l.runs[0].Style}}
	}
	_, rest, skip := takeRuns(l.runs, 0, s.from)
	out, _, _ := takeRuns(rest, skip, s.to-s.from)
	return out
}

// trimSpan takes blanks off both ends of a span.
func trimSpan(text string, s span) span {
	for s.from < s.to {
		r, n := utf8.DecodeRuneInString(text[s.from:s.to])
		if !unicode.IsSpace(r) {
			break
		}
		s.from += n
	}
	for s.from < s.to {
		r, n := utf8.DecodeLastRuneInString(text[s.from:s.to])
		if !unicode.IsSpace(r) {
			break
		}
		s.to -= n
	}
	return s
}

func (s span) of(text string) string { return text[s.from:s.to] }

// maxLines is how many lines outside of tables, and tables among them, are looked
// at for lists: a list of 100,000 members with its heads. A line costs some hundred times its
// bytes while its list is read, so a book without end is refused.
const maxLines = 120_000

// tooMany returns how many lines of doc stand outside of tables, with one for each
// table, and where the one after maxLines is printed.
func tooMany(doc *document.Document) (n int, at document.Pos) {
	count := func(p document.Pos) {
		if n++; n == maxLines+1 {
			at = p
		}
	}
	var items func([]document.Item)
	items = func(is []document.Item) {
		for i := range is {
			count(is[i].At)
			items(is[i].Sub)
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			count(b.At)
		case *document.Paragraph:
			for range countBreaks(b.Runs) + 1 {
				count(b.At)
			}
		case *document.List:
			items(b.Items)
		case *document.Table:
			count(b.At)
		}
	}
	return n, at
}

// countBreaks counts the line breaks in runs.
func countBreaks(runs []document.Run) (n int) {
	for i := range runs {
		n += strings.Count(runs[i].Text, "\n")
	}
	return n
}

// maxLine is the largest length of a line in which names are looked for (bytes): the
// longest lists of one department in the Journal officiel have some 20,000.
const (
	maxLine = 1 << 20
	// mostBelow is the share of the items with several lines from which the lines are those of
	// records; else they were only wrapped.
	mostBelow = 0.6
)

// unwrapItems joins the lines of items that were wrapped.
func unwrapItems(ls []*line) (out []*line) {
	items, several := map[int]int{}, map[int]int{} // by block
	for i, l := range ls {
		switch {
		case l.kind != itemLine:
		case !l.below:
			items[l.block]++
		case !ls[i-1].below:
			several[l.block]++
		}
	}
	for i := 0; i < len(ls); {
		j := i + 1
		for j < len(ls) && ls[j].below && ls[j].block == ls[i].block {
			j++
		}
		if n := items[ls[i].block]; j == i+1 || float64(several[ls[i].block]) >= mostBelow*float64(n) {
			out = append(out, ls[i:j]...)
		} else {
			l := joinLines(ls[i:j])
			l.parts = ls[i:j]
			out = append(out, l)
		}
		i = j
	}
	return out
}

// touch says that a line belongs to an accepted list.
func (l *line) touch() {
	l.touched = true
	for _, p := range l.parts {
		p.touched = true
	}
}
