// Running lines: headers, footers and page numbers that are printed on every page.

package describe

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
)

// Limits of running lines.
const (
	maxRunningLen  = 120 // letters; longer text is not repeated on each page
	maxEdgeBlocks  = 3   // blocks from the top or bottom of the page
	maxPageMarkLen = 24  // letters of a page number with its words: "Page 12 sur 14"
)

// An edgeLine is a block at the edge of its page, under one of its runningKeys.
type edgeLine struct {
	block document.Block
	key   string
	top   bool // in the upper half of the page
}

// markRunningLines marks the paragraphs and headings at the edge of their page that
// are printed on other pages too, with other numbers, and lines like "2/5".
func markRunningLines(doc *document.Document) {
	edges, pages := edgeLines(doc)
	count := countPages(edges)
	for _, e := range edges {
		if e.block.InPart() != document.Body {
			continue
		}
		text, h := document.BlockText(e.block)
		number := IsPageNumber(text, int(e.block.Pos().Page))
		if own := RunningKey(text) + "0"; number && pages > 2 && bareNumber(text) && count[edgeKey{own, true}]+count[edgeKey{own, false}] < 2 {
			number = false // the last figure of a column may be that of its page
		}
		// With two pages, a heading may be the same on both by chance.
		n := count[edgeKey{e.key, e.top}]
		often := n > 2 && 2*n > pages || n == 2 && pages == 2 && h == nil
		switch {
		case number || often && !e.top:
			e.block.SetPart(document.Footer)
		case often:
			e.block.SetPart(document.Header)
		}
	}
	if pages > 0 {
		return
	}
	for _, b := range doc.Blocks {
		if p, ok := b.(*document.Paragraph); ok && p.Part == document.Body && IsPageNumber(p.Text(), 0) {
			p.Part = document.Footer
		}
	}
}

// edgeLines returns the short blocks at the edges of pages, in order, and the number of
// pages.
func edgeLines(doc *document.Document) (edges []edgeLine, pages int) {
	for from := 0; from < len(doc.Blocks); {
		to := from + 1
		page := doc.Blocks[from].Pos().Page
		for to < len(doc.Blocks) && doc.Blocks[to].Pos().Page == page {
			to++
		}
		if page > 0 {
			pages++
			edges = appendEdges(edges, doc.Blocks[from:to], page)
		}
		from = to
	}
	return edges, pages
}

// appendEdges appends the edge lines of one page.
func appendEdges(edges []edgeLine, blocks []document.Block, page int32) []edgeLine {
	for i, b := range blocks {
		if i >= maxEdgeBlocks && i < len(blocks)-maxEdgeBlocks {
			continue
		}
		text, _ := document.BlockText(b)
		if text == "" || utf8.RuneCountInString(text) > maxRunningLen {
			continue
		}
		top := i < maxEdgeBlocks && 2*i < len(blocks)
		for _, key := range runningKeys(text, page) {
			edges = append(edges, edgeLine{b, key, top})
		}
	}
	return edges
}

// An edgeKey is what a line prints, and at which edge of its page: one that ends a page
// and begins the next runs on neither.
type edgeKey struct {
	text string
	top  bool
}

// countPages returns the number of pages on which each key is printed.
func countPages(edges []edgeLine) map[edgeKey]int {
	count, seen := map[edgeKey]int{}, map[edgeKey]int32{}
	for _, e := range edges {
		k := edgeKey{e.key, e.top}
		if page := e.block.Pos().Page; seen[k] != page {
			seen[k] = page
			count[k]++
		}
	}
	return count
}

// bareNumber reports whether text is a number and nothing else.
func bareNumber(text string) bool { return strings.Trim(text, "0123456789") == "" }

// runningKeys returns the keys of a line at the edge of a page. A line of figures is a
// running line only if all pages print the same figures or each prints its number: the
// last line of a column of figures that a page break cuts is at the edge, too.
func runningKeys(text string, page int32) []string {
	key := RunningKey(text)
	if !strings.Contains(key, "#") || strings.ContainsFunc(key, unicode.IsLetter) {
		return []string{key}
	}
	at := strings.IndexFunc(text, func(r rune) bool { return r >= '0' && r <= '9' })
	n, width := forms.DigitsAt(text, at)
	if strings.Trim(text[at+width:], " -–—|.") != "" {
		return []string{text}
	}
	return []string{text, key + strconv.Itoa(n-int(page))}
}

// RunningKey returns text folded, with "#" for each number: running lines of two
// pages have the same key.
func RunningKey(text string) string {
	var b strings.Builder
	digit := false
	for _, r := range fold.Text(text) {
		if r >= '0' && r <= '9' {
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		b.WriteRune(r)
	}
	return b.String()
}

// IsPageNumber reports whether text is "2/5", "Page 2", "- 2 -" or, on page 2, "2".
func IsPageNumber(text string, page int) bool {
	if len(text) > 2*maxPageMarkLen {
		return false
	}
	line := strings.Trim(fold.Text(text), " -–—|.")
	line, worded := strings.CutPrefix(line, "page ")
	n, width := forms.DigitsAt(line, 0)
	if width == 0 || width > 4 {
		return false
	}
	rest := strings.TrimSpace(line[width:])
	if rest == "" {
		return worded || page > 0 && n == page
	}
	for _, sep := range []string{"/", "sur ", "of "} {
		after, ok := strings.CutPrefix(rest, sep)
		if !ok {
			continue
		}
		after = strings.TrimSpace(after)
		total, width := forms.DigitsAt(after, 0)
		return width > 0 && width == len(after) && n >= 1 && n <= total && (worded || total > 1)
	}
	return false
}
