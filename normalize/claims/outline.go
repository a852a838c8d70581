// The outline of a release: where it prints entries (items, lines, rows of a
// table), and under which headings.

package claims

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// An entryKind says how surely printed entries can be counted.
type entryKind uint8

const (
	lineEntries entryKind = iota // short lines, some of which may be headings or notes
	itemEntries                  // items of a list
	rowEntries                   // rows of a table
)

// printed is a stretch of entries printed one after the other.
type printed struct {
	from, to int // blocks [from, to)
	at       document.Pos
	kind     entryKind
	n        int   // entries
	nested   int   // with the items inside items
	deep     int   // items at all depths, of a list three levels deep or more
	prose    bool  // the entries are sentences
	counted  bool  // the entries are counts: "Aude : 12", "48 fabriques"
	packed   bool  // items hold several entries: "Floride : Miami, Tampa"
	goesOn   bool  // the list that begins here has the entries printed next too
	tables   []int // the tables of the facts that begin here, as indexes into Facts.Tables
	caption  string
}

// A section is a heading and the blocks below it, up to the next one that is not
// below it.
type section struct {
	from, to int // blocks; from is the heading's
	level    int
}

// An outline is the structure of one document.
type outline struct {
	printed  []printed
	sections []section // by from
}

const (
	// maxEntryLine is how many letters a line may have to be an entry and no prose.
	maxEntryLine = 120
	// minEntryLines is how few lines in a row are taken for entries: two lines are an address.
	minEntryLines = 3
	// maxItemsRead is how many items show what kind of items a list has.
	maxItemsRead = 200
	// maxEntryWords is how many words an item may have before it is a sentence.
	maxEntryWords = 18
	// proseItems is the share of items that must be sentences for all of them to be prose.
	proseItems = 0.5
)

// with returns o with the tables of facts where they begin.
func (o *outline) with(doc *document.Document, facts *Facts) *outline {
	placed := &outline{printed: slices.Clone(o.printed), sections: o.sections}
	placed.place(doc.Blocks, facts)
	return placed
}

// outlineOf reads the structure of doc.
func outlineOf(doc *document.Document) *outline {
	o := &outline{}
	run := printed{from: -1}
	flush := func() {
		if run.from >= 0 && run.n >= minEntryLines {
			o.printed = append(o.printed, run)
		}
		run = printed{from: -1}
	}
	line := func(i, n int, at document.Pos) {
		if run.from < 0 {
			run.from, run.at = i, at
		}
		run.n += n
		run.nested, run.to = run.n, i+1
	}
	var open []int // sections that have not ended
	for i, b := range doc.Blocks {
		if !spoken(b) {
			continue
		}
		switch b := b.(type) {
		case *document.Heading:
			if emptyHeading(doc, i) && !introducesEntries(b.Text()) {
				line(i, 1, b.At)
			} else {
				flush()
			}
			for len(open) > 0 && o.sections[open[len(open)-1]].level >= b.Level {
				o.sections[open[len(open)-1]].to = i
				open = open[:len(open)-1]
			}
			open = append(open, len(o.sections))
			o.sections = append(o.sections, section{from: i, to: len(doc.Blocks), level: b.Level})
		case *document.Paragraph:
			head, rest := cutHead(b.Text())
			if head != "" {
				flush()
			}
			if n := entryLines(rest); n > 0 {
				line(i, n, b.At)
			} else if !document.IsBlank(rest) {
				flush()
			}
		case *document.List:
			flush()
			if p := itemsPrinted(b, i); p.n > 0 {
				o.printed = append(o.printed, p)
			}
		case *document.Table:
			flush()
			o.printed = append(o.printed, rowsPrinted(b, i, document.TableCaption(doc.Blocks, i)))
		}
	}
	flush()
	return o
}

// spoken reports whether b belongs to what the release says, not to the page around it.
func spoken(b document.Block) bool { return b.InPart() == document.Lead || b.InPart() == document.Body }

// place notes where the tables of facts begin: in entries printed there, or, where
// none are seen, in entries of their own.
func (o *outline) place(blocks []document.Block, facts *Facts) {
	in := map[int]int{}
	for k := range o.printed {
		for b := o.printed[k].from; b < o.printed[k].to; b++ {
			in[b] = k
		}
	}
	for t := range facts.Tables {
		f := &facts.Tables[t]
		if f.Block == 0 {
			continue
		}
		b := f.Block - 1
		k, ok := belowHeadings(blocks, b, in) // a list may begin with its heads
		if !ok {
			k = len(o.printed)
			in[b] = k
			o.printed = append(o.printed, printed{from: b, to: b + 1, at: f.At})
		}
		o.printed[k].tables = append(o.printed[k].tables, t)
	}
	slices.SortStableFunc(o.printed, func(a, b printed) int { return a.from - b.from })
	for k := range o.printed[:max(0, len(o.printed)-1)] {
		p, next := &o.printed[k], &o.printed[k+1]
		rows := 0
		for _, t := range p.tables {
			rows += max(facts.Tables[t].Records, len(facts.Tables[t].Rows))
		}
		p.goesOn = p.kind == itemEntries && next.kind == itemEntries && !p.packed && len(p.tables) > 0 && len(next.tables) == 0 && !next.prose && rows >= p.n+next.n
	}
}

// belowHeadings returns what in has of the first block from b on that it knows, if
// nothing but headings stands before that.
func belowHeadings(blocks []document.Block, b int, in map[int]int) (k int, ok bool) {
	for ; b < len(blocks); b++ {
		if k, ok = in[b]; ok {
			break
		}
		if _, heading := blocks[b].(*document.Heading); !heading {
			break
		}
	}
	return k, ok
}

// emptyHeading reports whether nothing but another heading follows the heading
// at block i or stands before it: a list whose entries a reader took for headings.
func emptyHeading(doc *document.Document, i int) bool {
	h := doc.Blocks[i].(*document.Heading)
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(doc.Blocks) {
			continue
		}
		if n, ok := doc.Blocks[k].(*document.Heading); ok && n.Level == h.Level && spoken(n) {
			return utf8.RuneCountInString(h.Text()) <= maxEntryLine
		}
	}
	return false
}

// itemsPrinted counts the items of a list.
func itemsPrinted(l *document.List, i int) printed {
	p := printed{from: i, to: i + 1, at: l.At, kind: itemEntries, n: len(l.Items)}
	prose, counted, packed, advice := 0, 0, 0, 0
	for k := range l.Items {
		it := &l.Items[k]
		p.nested += max(1, len(it.Sub))
		items, levels := itemsBelow(it)
		if levels >= deepLevels {
			p.deep += items
		}
		text := strings.TrimSpace(it.Text())
		if strings.HasSuffix(text, ":") && len(it.Sub) == 0 {
			p.n-- // a line with a bullet that leads into what follows
			continue
		}
		if k >= maxItemsRead {
			continue
		}
		if _, rest, ok := strings.Cut(text, ":"); ok && (strings.Contains(rest, ",") || strings.Contains(rest, " and ") || strings.Contains(rest, " et ")) {
			packed++
		}
		if strings.HasSuffix(text, ".") && strings.Count(text, " ") >= proseWords || strings.Count(text, " ") > maxEntryWords || isOrder(text) {
			prose++
		}
		if start := text[:min(len(text), maxEntryLine)]; strings.ContainsAny(start, "vVyY") && hasAny(tokenize(start), lexicon.Addresses) {
			advice++ // all of adviceWords begin so
		}
		if isCounted(text) {
			counted++
		}
	}
	read := float64(min(len(l.Items), maxItemsRead))
	p.packed = float64(packed) >= packedItems*read
	p.counted = float64(counted) >= countedItems*read
	p.prose = float64(prose) >= proseItems*read || advice >= minAdvice
	return p
}

// deepLevels is from how many levels on the items of all levels are entries that may have
// been lost: above, those of the first are headings.
const deepLevels = 3

// itemsBelow counts an item and those nested in it at any depth, and the levels.
func itemsBelow(it *document.Item) (items, levels int) {
	items = 1
	for k := range it.Sub {
		n, l := itemsBelow(&it.Sub[k])
		items, levels = items+n, max(levels, l)
	}
	return items, levels + 1
}

// isOrder reports whether an item opens with an infinitive and its object, as French advice
// does: "Limiter les sorties", "Ne pas boucher les aérations".
func isOrder(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	if first == "Ne" {
		return strings.HasPrefix(rest, "pas ")
	}
	second, _, _ := strings.Cut(rest, " ")
	for _, end := range [...]string{"er", "ir", "re"} {
		if strings.HasSuffix(first, end) && len(first) > len("fer") {
			return lexicon.Governed[fold.Letters(second)]
		}
	}
	return false
}

// packedItems is the share of items that must hold several entries each before
// their number says nothing.
const packedItems = 0.25

const minAdvice = 2

// countedItems is the share of items that must be counts for all of them to be.
const countedItems = 0.5

// isCounted reports whether an item is a count of something: "Aude : 12", "48
// fabriques", "12 small firms". An address or a date that opens it is none.
func isCounted(text string) bool {
	if len(text) > maxEntryLine || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	s := parse(sentence{text: strings.TrimRight(text, " ;.,")}, false)
	for _, n := range s.numbers {
		if !countable(n) {
			continue
		}
		if n.from == 0 && n.to < len(s.tokens) && s.tokens[n.to].isWord() && !strings.Contains(text, ",") {
			return true
		}
		if n.to == len(s.tokens) && n.from > 0 && s.tokens[n.from-1].text == ":" {
			return true
		}
	}
	return false
}

// rowsPrinted counts the rows of a table below its headings.
func rowsPrinted(t *document.Table, i int, caption string) printed {
	p := printed{from: i, to: i + 1, at: t.At, kind: rowEntries, caption: caption}
	for k := range t.Rows {
		if !t.Rows[k].Header {
			p.n++
		}
	}
	p.nested = p.n
	return p
}

// cutHead takes the first line off a paragraph where it introduces the lines below it.
func cutHead(text string) (head, rest string) {
	first, rest, more := strings.Cut(text, "\n")
	if more && strings.HasSuffix(strings.TrimSpace(first), ":") || introducesEntries(first) {
		return first, rest
	}
	return "", text
}

// entryLines returns how many lines a paragraph has, 0 if they read like prose.
func entryLines(text string) int {
	n := 0
	for l := range strings.SplitSeq(text, "\n") {
		if l = strings.TrimSpace(l); l == "" {
			continue
		}
		if len(l) > 4*maxEntryLine || utf8.RuneCountInString(l) > maxEntryLine || strings.ContainsAny(l[len(l)-1:], ".!?:") || strings.HasSuffix(l, "»") || strings.HasPrefix(l, "[") {
			return 0
		}
		n++
	}
	return n
}

// introducesEntries reports whether a line counts what follows, and so is none of it.
func introducesEntries(text string) bool {
	if len(text) > maxEntryLine*2 || !mayIntroduce(text) {
		return false
	}
	s := parse(sentence{text: text}, false)
	for _, n := range s.numbers {
		if countable(n) && n.value >= 2 && (n.from == 0 || lexicon.Definite[s.tokens[n.from-1].fold]) {
			u := unitAt(s.tokens, n.to)
			return u.head != "" && (lexicon.AnyNouns[u.head] || n.from > 0)
		}
	}
	return listCue(s.tokens)
}

// mayIntroduce reports whether text opens with a count or speaks of a list. Most
// lines do neither, and need not be read further.
func mayIntroduce(text string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	if startsNumber(first) {
		return true
	}
	if lexicon.Definite[fold.Letters(first)] {
		second, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
		return startsNumber(second)
	}
	return containsAny(strings.ToLower(text), lexicon.MayAnnounce)
}

// startsNumber reports whether a word is or begins with a number.
func startsNumber(word string) bool {
	if word == "" || isDigit(rune(word[0])) {
		return word != ""
	}
	f, _, _ := strings.Cut(fold.Letters(word), "-")
	_, unit := lexicon.NumberUnits[f]
	_, ten := lexicon.NumberTens[f]
	return unit || ten || lexicon.NumberHundreds[f] != 0
}
