// Emphasis inside a line: stars, underscores, tildes and equal signs in pairs, and
// letters raised or lowered between carets or tildes.

package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// cutDelimiter reads a run of *, _, ~ or =, and decides whether it may open or close
// emphasis.
func (in *inliner) cutDelimiter(i int) int {
	s, c := in.src, in.src[i]
	n := 1
	for i+n < len(s) && s[i+n] == c {
		n++
	}
	if (c == '=' || c == '~') && n != 2 {
		if c == '~' && n == 1 {
			return in.cutSubscript(i)
		}
		in.addText(i, i+n)
		return n
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	if i == 0 {
		before = ' '
	}
	if i+n == len(s) {
		after = ' '
	}
	p := piece{kind: delimPiece, ch: c, n: n, from: i, to: i + n}
	spaceBefore, spaceAfter := unicode.IsSpace(before), unicode.IsSpace(after)
	punctBefore, punctAfter := isPunct(before), isPunct(after)
	left := !spaceAfter && (!punctAfter || spaceBefore || punctBefore)
	right := !spaceBefore && (!punctBefore || spaceAfter || punctAfter)
	p.open, p.close = left, right
	switch {
	case c == '_': // not inside a word: snake_case, addresses
		p.open, p.close = left && (!right || punctBefore), right && (!left || punctAfter)
	case n >= 2 && (spaceBefore && spaceAfter):
		p.open, p.close, p.loose = true, true, true
	}
	// "(*)" is a mark in brackets, not emphasis of the text between two of them.
	if p.open && !p.loose && strings.ContainsRune(")],;.:", after) {
		p.open = false
	}
	if p.close && !p.loose && strings.ContainsRune("([", before) {
		p.close = false
	}
	in.pieces = append(in.pieces, p)
	in.delims = true
	return n
}

// maxRaised is the largest number of bytes of a superscript or subscript between
// two carets or tildes: "ème", "er", "(1)".
const maxRaised = 16

// cutSuperscript reads pandoc's ^e^.
func (in *inliner) cutSuperscript(i int) int {
	return in.cutRaised(i, '^', document.Superscript, func(c byte) bool { return !source.IsASCIIBlank(c) && c != '\n' && c != '|' })
}

// cutSubscript reads pandoc's H~2~O, with digits only: people write ~ for "about".
func (in *inliner) cutSubscript(i int) int {
	return in.cutRaised(i, '~', document.Subscript, func(c byte) bool { return c >= '0' && c <= '9' })
}

// cutRaised reads text of bytes that are ok between two marks.
func (in *inliner) cutRaised(i int, mark byte, flag document.StyleFlags, ok func(byte) bool) int {
	s := in.src
	for j := i + 1; j < len(s) && j-i-1 <= maxRaised; j++ {
		if s[j] == mark {
			if j == i+1 {
				return 0
			}
			in.pieces = append(in.pieces, piece{from: i + 1, to: j, style: document.Style{Flags: flag}})
			return j + 1 - i
		}
		if !ok(s[j]) {
			return 0
		}
	}
	return 0
}

// delimiters are the bytes that mark emphasis.
const delimiters = "*_~="

// pairDelimiters pairs the delimiters, innermost first, as CommonMark does. Unlike
// CommonMark it also pairs those of "**Villefontaine **", a converter's bold with a
// blank inside.
func (in *inliner) pairDelimiters() {
	// bottom holds, for each kind of closer, the depth of the stack below which there
	// is no opener for it; this keeps the search linear.
	var bottom [len(delimiters)][3][3]int
	in.stack = in.stack[:0]
	for i := range in.pieces {
		p := &in.pieces[i]
		if p.kind != delimPiece {
			continue
		}
		for p.close && p.n > 0 {
			floor := &bottom[strings.IndexByte(delimiters, p.ch)][p.n%3][p.closerKind()]
			k := len(in.stack) - 1
			for ; k >= *floor; k-- {
				o := &in.pieces[in.stack[k]]
				if o.ch == p.ch && in.canPair(o, p) {
					break
				}
			}
			if k < *floor {
				*floor = len(in.stack)
				break
			}
			o := &in.pieces[in.stack[k]]
			in.stack = in.stack[:k+1]
			for kind := range bottom {
				for m := range bottom[kind] {
					for b := range bottom[kind][m] {
						bottom[kind][m][b] = min(bottom[kind][m][b], k)
					}
				}
			}
			in.pair(o, p)
			if o.n == 0 {
				in.stack = in.stack[:k]
			}
		}
		if p.open && p.n > 0 {
			in.stack = append(in.stack, i)
		}
	}
}

// closerKind returns a number that differs for closers that pair with different
// openers.
func (p *piece) closerKind() int {
	switch {
	case p.loose:
		return 2
	case p.open:
		return 1
	}
	return 0
}

// canPair reports whether o and p can open and close one emphasis.
func (in *inliner) canPair(o, p *piece) bool {
	if o.loose && p.loose || (o.loose || p.loose) && (o.n < 2 || p.n < 2) {
		return false
	}
	// CommonMark's rule of three: "**a*" is no emphasis.
	if (o.close && !o.loose || p.open && !p.loose) && (o.n+p.n)%3 == 0 && (o.n%3 != 0 || p.n%3 != 0) {
		return false
	}
	return true
}

// pair pairs delimiters of o with as many of p: two for bold, one for italic.
func (in *inliner) pair(o, p *piece) {
	style, n := italicDelim, 1
	switch {
	case o.ch == '~':
		style, n = strikeDelim, 2
	case o.ch == '=':
		style, n = markDelim, 2
	case o.n >= 2 && p.n >= 2:
		style, n = boldDelim, 2
	}
	o.n -= n
	p.n -= n
	o.begin[style]++
	p.end[style]++
}
