// Lines of plain text: their places, their pages, and their segments, the stretches
// between gaps of two blanks or more.

package text

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// A textLine is one line that is not blank, by its bytes in the text. Blank
// lines are only seen as a jump in num.
type textLine struct {
	start, end int32 // without blanks at the end; blanks at the start are kept
	num        int32 // 1-based
	page       int32 // 1-based
}

// splitLines cuts text into its lines that are not blank and counts its pages.
// Lines end with \n, \r\n or \r; a form feed ends a page and a line. Where a
// text has more pieces between blank lines and page breaks than are read, rest is
// the line that begins the first of the others.
func splitLines(text string) (lines []textLine, pages int32, rest *textLine) {
	num, page := int32(1), int32(1)
	// A growing slice takes twice its size for a while; most lines are longer than a few
	// letters.
	const usualLine = 24 // bytes
	lines = make([]textLine, 0, min(strings.Count(text, "\n")+1, len(text)/usualLine+1))
	pieces, before := 0, textLine{page: -1}
	add := func(i, j int) {
		t := strings.TrimRightFunc(text[i:j], source.IsBlank)
		if t == "" {
			return
		}
		ln := textLine{int32(i), int32(i + len(t)), num, page}
		if ln.num-before.num > 1 || ln.page != before.page {
			if pieces++; pieces > document.MaxBlocks {
				rest = &ln
				return
			}
		}
		lines, before = append(lines, ln), ln
	}
	// Most lines end with \n alone and need no search byte by byte.
	odd := strings.IndexByte(text, '\r') >= 0 || strings.IndexByte(text, '\f') >= 0
	j := -1 // the next \n
	for i := 0; i < len(text) && rest == nil; {
		if j < i {
			if j = strings.IndexByte(text[i:], '\n'); j < 0 {
				j = len(text)
			} else {
				j += i
			}
		}
		if !odd {
			add(i, j)
			num, i = num+1, j+1
			continue
		}
		k := strings.IndexAny(text[i:j], "\r\f")
		if k < 0 {
			add(i, j)
			num, i = num+1, j+1
			continue
		}
		k += i
		add(i, k)
		switch {
		case text[k] == '\f':
			page++ // the line goes on, on the next page, with the same number
		case k+1 == j && j < len(text): // \r\n
			num, k = num+1, j
		default:
			num++
		}
		i = k + 1
	}
	if len(lines) == 0 {
		return nil, 1, nil
	}
	return lines, lines[len(lines)-1].page, rest // form feeds at the end begin no page
}

// A segment is a stretch of a line without a gap: columns [c0, c1) of
// characters, bytes [b0, b1) of the text.
type segment struct {
	c0, c1 int
	b0, b1 int
}

// tabStop is the distance of tab stops in characters, as terminals have them.
const tabStop = 8

// minGap is the number of blanks that separate two cells; words have one between.
const minGap = 2

// segments appends the segments of ln to dst. A tab is a gap, however short it is.
// Combining accents take no column.
func segments(text string, ln textLine, dst []segment) []segment {
	s := text[ln.start:ln.end]
	base := int(ln.start)
	col, gap, tab := 0, minGap, false
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ':
			j := i + 1
			for j < len(s) && s[j] == ' ' {
				j++
			}
			gap, col, i = gap+j-i, col+j-i, j
			continue
		case c > ' ' && c < utf8.RuneSelf: // most of all text
			j := i + 1
			for j < len(s) && s[j] > ' ' && s[j] < utf8.RuneSelf {
				j++
			}
			if gap >= minGap || tab {
				dst = append(dst, segment{c0: col, b0: base + i})
			}
			gap, tab, col, i = 0, false, col+j-i, j
			last := &dst[len(dst)-1]
			last.c1, last.b1 = col, base+i
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case r == '\t':
			next := (col/tabStop + 1) * tabStop
			gap += next - col
			col, tab = next, true
			i++
			continue
		case r >= utf8.RuneSelf && source.IsBlank(r) || r == '\v':
			gap++
			col++
			i += n
			continue
		case r >= 0x300 && r < 0x370: // combining accents
			i += n
			if len(dst) > 0 {
				dst[len(dst)-1].b1 = base + i
			}
			continue
		}
		if gap >= minGap || tab {
			dst = append(dst, segment{c0: col, b0: base + i})
		}
		gap, tab = 0, false
		col++
		i += n
		last := &dst[len(dst)-1]
		last.c1, last.b1 = col, base+i
	}
	return dst
}

// lineIndent returns the column of the first letter of ln.
func lineIndent(text string, ln textLine) int {
	col := 0
	for _, r := range text[ln.start:ln.end] {
		switch {
		case r == '\t':
			col = (col/tabStop + 1) * tabStop
		case source.IsBlank(r):
			col++
		default:
			return col
		}
	}
	return col
}

// lineText returns the text of ln without blanks around it.
func lineText(text string, ln textLine) string {
	return strings.TrimLeftFunc(text[ln.start:ln.end], source.IsBlank)
}

// runeLen returns the number of characters of s.
func runeLen(s string) int { return utf8.RuneCountInString(s) }

// maxChunkGap is the largest difference of line numbers between two rows of a table whose
// rows are separated by blank lines.
const maxChunkGap = 3
