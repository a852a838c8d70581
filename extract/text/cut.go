// Cells of one line of a fixed-width table. A long cell runs up to the next column,
// so some are cut at a single blank.

package text

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/source"
)

// A cellPiece is what one line prints in one column: bytes [b0, b1), span columns wide.
type cellPiece struct {
	col, span int
	b0, b1    int
	c0        int // character at which it begins
}

const (
	// typedReach is how many characters before its column a value may stand that
	// looks like the column's others: narrow letters before it pull it left.
	typedReach = 14
	// textReach is the same for text, which nothing but its place can tell.
	textReach = 8
)

// cut appends the pieces of a line to dst. head says that the line may be a
// heading, which looks like no column's values.
func (g *textGrid) cut(text string, segs []segment, head bool, dst []cellPiece) []cellPiece {
	for i := 0; i < len(segs); i++ {
		s := segs[i]
		col := g.columnAt(s.c0)
		// Two segments of one column: a wide blank inside a cell.
		for i+1 < len(segs) && g.columnAt(segs[i+1].c0) == col {
			i++
			s.c1, s.b1 = segs[i].c1, segs[i].b1
		}
		next := len(g.cols)
		if i+1 < len(segs) {
			next = g.columnAt(segs[i+1].c0)
		}
		dst = g.split(text, s, col, next, head, dst)
	}
	return dst
}

// split cuts one segment that begins in column col and must end before column
// next. What no evidence cuts stays one piece that spans columns.
func (g *textGrid) split(text string, s segment, col, next int, head bool, dst []cellPiece) []cellPiece {
	if next-col <= 1 || isTotal(text[s.b0:s.b1]) {
		return append(dst, cellPiece{col, 1, s.b0, s.b1, s.c0})
	}
	words := wordStarts(text, s)
	at := len(dst)
	end, endCol := s.b1, s.c1
	for j := next - 1; j > col; j-- {
		w, ok := g.bestStart(text, s, words, col, j, end, endCol, head)
		if !ok {
			continue
		}
		dst = append(dst, cellPiece{j, 1, w.b0, end, w.c0})
		end, endCol = trimEnd(text, s.b0, w.b0), w.c0-1
	}
	// Found from the right; printed from the left.
	for i, j := at, len(dst)-1; i < j; i, j = i+1, j-1 {
		dst[i], dst[j] = dst[j], dst[i]
	}
	first := cellPiece{col, 1, s.b0, end, s.c0}
	dst = append(dst, cellPiece{})
	copy(dst[at+1:], dst[at:])
	dst[at] = first
	// A piece spans the columns that its ink covers.
	limit := next
	if at+1 < len(dst) {
		limit = dst[at+1].col
	}
	for k := col + 1; k < limit && endCol > g.cols[k].edge; k++ {
		dst[at].span++
	}
	return dst
}

func trimEnd(text string, from, to int) int {
	return from + len(strings.TrimRightFunc(text[from:to], source.IsBlank))
}

// maxWords bounds the words looked at in one segment.
const maxWords = 200

// wordStarts returns where the words of s begin, but for the first.
func wordStarts(text string, s segment) []segment {
	var ws []segment
	col, blank := s.c0, false
	for i, r := range text[s.b0:s.b1] {
		switch {
		case source.IsBlank(r):
			blank = true
		case r >= 0x300 && r < 0x370:
			continue
		case blank:
			ws = append(ws, segment{c0: col, b0: s.b0 + i})
			if blank = false; len(ws) == maxWords {
				return ws
			}
		}
		col++
	}
	return ws
}

// bestStart finds the word of s at which column j begins, given that the text
// ends at end.
func (g *textGrid) bestStart(text string, s segment, words []segment, col, j, end, endCol int, head bool) (best segment, ok bool) {
	c := &g.cols[j]
	over := endCol > c.edge // the ink reaches into the column
	most := 0.0
	full := false
	for _, w := range words {
		if w.b0 >= end {
			break
		}
		part := text[w.b0:end]
		before := text[s.b0:trimEnd(text, s.b0, w.b0)]
		far := c.start - w.c0
		if far < -textReach {
			break
		}
		if far > typedReach {
			continue
		}
		away := float64(max(far, -far))
		score := 0.0
		switch {
		case c.typed != 0 && shapeOf(part) == c.typed && far >= -1 && runeLen(part) <= c.width:
			// Figures before a number of three belong to it: "1 086 255" is no "255".
			score = 40 - away
			if c.typed == numberShape && ok {
				continue
			}
		case c.typed != 0 && !head:
			continue
		case c.prefix != "" && firstWord(part) == c.prefix && (j == g.named || over):
			score = 40 - away
		case c.prefix != "" && j == g.named && !head:
			continue
		case head && !over && far >= 0 && far <= typedReach && entryStart(part):
			score = 10 - away/2 // every column has a heading
		case !over || away > textReach || opensLow(part) || !entryStart(part):
			continue
		default:
			score = 20 - away
			// A cell that touches the next column fills its own: the shortest
			// that is as long as the others is the one.
			if n := utf8.RuneCountInString(before); far >= 0 && n >= g.cols[col].width-1 && !full {
				score, full = 30, true
			}
		}
		if t := g.cols[col].typed; t != 0 && !head && j == col+1 && shapeOf(before) != t {
			continue
		}
		if score > most {
			most, best, ok = score, w, true
		}
	}
	return best, ok
}
