// Marks inside a line: escapes and code are read here, emphasis and superscripts in
// emphasis.go, links and pictures in links.go, HTML tags that converters leave in
// tags.go, formulas in latex.go. What is no mark is text: a lone asterisk, "3 < 4",
// "[sic]".
//
// The text is first cut into pieces, in one pass that looks at each byte a fixed
// number of times. Then delimiters are paired. Then neighbours of equal style become
// one run.

package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/pipes"
	"github.com/pressoir/pressoir/extract/internal/slab"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// An inliner reads the text of one block or cell after another, and keeps its
// working memory from one to the next.
type inliner struct {
	doc    *document.Document // gets the issues
	slab   *slab.Slab
	src    string
	at     document.Pos
	pieces []piece
	stack  []int // indexes of pieces that may open emphasis
	links  []int // indexes of pieces that are an open square bracket
	tags   tagState
	buf    []byte // text of the run that is growing, if it is no piece of src
	out    []document.Run

	last   pending // the run that is growing
	delims bool    // some piece is a delimiter

	stylesCut bool // styles are not read to the end of the text

	// Results of searches, so that none is made twice.
	nextGT     int // index of the next '>'
	noGT       bool
	lastTicks  [maxTicks + 1]int // last place of a run of n backticks, -1 if none
	ticksKnown bool
}

// Many pieces are turned into runs before the text ends: no emphasis spans that many,
// and memory stays bounded on a line of 200 MB.
const (
	minFlushPieces = 4096               // pieces after which this is done at the next blank
	maxPieces      = 2 * minFlushPieces // pieces after which it is done anywhere
)

// maxTicks is the largest number of backticks that can open code. Longer runs are
// decoration.
const maxTicks = 32

// A pieceKind is what a piece means.
type pieceKind uint8

// The kinds of pieces.
const (
	textPiece  pieceKind = iota // text as written
	delimPiece                  // a run of one delimiter, perhaps paired
	tagPiece                    // an HTML tag that changes the style
	openPiece                   // "[" that may open a link
)

// A piece is a stretch of the source that is one text or one mark.
type piece struct {
	kind        pieceKind
	ch          byte // the delimiter
	open, close bool // the delimiter may open or close emphasis
	loose       bool // it may do both, because converters write blanks inside emphasis
	n           int  // number of its delimiters that are not paired
	from, to    int  // bounds in the source; from < 0 if text differs from the source
	text        string
	style       document.Style // of the piece itself, such as a superscript
	begin, end  [4]int32
	tag         tagEvent
}

// The styles of delimiters, as indexes of piece.begin and end.
const (
	italicDelim = iota
	boldDelim
	strikeDelim
	markDelim
)

// markFill is the yellow of a highlighter pen: what <mark> looks like.
var markFill = document.RGB(255, 255, 0)

// runs returns the text of s by its styles. Line breaks that the author set are
// "\n" in s.
func (in *inliner) runs(s string, at document.Pos) []document.Run {
	if out := in.transientRuns(s, at); len(out) > 0 {
		return in.slab.KeepRuns(out...)
	}
	return nil
}

// transientRuns returns what runs returns, in memory that the next text overwrites.
func (in *inliner) transientRuns(s string, at document.Pos) []document.Run {
	in.src, in.at = s, at
	in.pieces, in.links, in.out = in.pieces[:0], in.links[:0], in.out[:0]
	in.nextGT, in.noGT, in.ticksKnown, in.delims = 0, false, false, false
	in.last.any, in.stylesCut = false, false
	in.tags.reset()
	in.cutPieces()
	in.flushPieces()
	in.endRun()
	return in.trimRuns()
}

// flushPieces turns the pieces so far into runs.
func (in *inliner) flushPieces() {
	if in.delims {
		in.pairDelimiters()
	}
	in.emit()
	in.pieces, in.links, in.delims = in.pieces[:0], in.links[:0], false
}

// cutPieces cuts the source into pieces.
func (in *inliner) cutPieces() {
	s := in.src
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if pipes.ByteClass[c] == 0 && c != '\n' {
			i++
			continue
		}
		in.addText(from, i)
		from = i
		if n := len(in.pieces); n >= minFlushPieces && (n >= maxPieces || c == '\n' || source.IsASCIIBlank(s[i-1])) {
			in.flushPieces()
		}
		n := 0 // length of the mark at i, 0 if there is none
		before := len(in.pieces)
		switch c {
		case '\\':
			n = in.cutEscape(i)
		case '`':
			n = in.cutCode(i)
		case '*', '_', '~', '=':
			n = in.cutDelimiter(i)
		case '^':
			n = in.cutSuperscript(i)
		case '$':
			n = in.cutFormula(i)
		case '&':
			n = in.cutEntity(i)
		case '<':
			n = in.cutTag(i)
		case '!':
			n = in.cutImage(i)
		case '[':
			n = in.cutBracket(i)
		case ']':
			n = in.cutLink(i)
		}
		if n == 0 {
			in.pieces = in.pieces[:before]
			i++
			continue
		}
		i += n
		from = i
	}
	in.addText(from, len(s))
}

// addText adds a piece for src[from:to] as written.
func (in *inliner) addText(from, to int) {
	if from < to {
		in.pieces = append(in.pieces, piece{from: from, to: to})
	}
}

// addDecoded adds a piece for text that the source writes differently.
func (in *inliner) addDecoded(text string, style document.Style) {
	in.pieces = append(in.pieces, piece{from: -1, text: text, style: style})
}

// cutEscape reads a backslash before punctuation or before a line end. Like all
// functions called cut, it returns the number of bytes read, 0 if there is no mark.
func (in *inliner) cutEscape(i int) int {
	if i+1 >= len(in.src) {
		return 0
	}
	switch c := in.src[i+1]; {
	case c == '\n':
		return 1 // the line break stays
	case isASCIIPunct(c):
		in.addText(i+1, i+2)
		return 2
	}
	return 0
}

// cutCode reads a code span.
func (in *inliner) cutCode(i int) int {
	s := in.src
	n := 1
	for i+n < len(s) && s[i+n] == '`' {
		n++
	}
	if n > maxTicks {
		in.addText(i, i+n)
		return n
	}
	in.findTicks()
	if in.lastTicks[n] > i {
		for j := i + n; j < len(s); j++ {
			if s[j] != '`' {
				continue
			}
			m := 1
			for j+m < len(s) && s[j+m] == '`' {
				m++
			}
			if m == n {
				in.addText(i+n, j)
				return j + n - i
			}
			j += m
		}
	}
	in.addText(i, i+n)
	return n
}

// findTicks notes the last run of backticks of each length, so that a run that
// nothing closes is known without a search.
func (in *inliner) findTicks() {
	if in.ticksKnown {
		return
	}
	in.ticksKnown = true
	for i := range in.lastTicks {
		in.lastTicks[i] = -1
	}
	s := in.src
	for i := 0; i < len(s); i++ {
		if s[i] != '`' {
			continue
		}
		from := i
		for i < len(s) && s[i] == '`' {
			i++
		}
		if n := i - from; n <= maxTicks {
			in.lastTicks[n] = from
		}
	}
}

// isASCIIPunct reports whether c is ASCII punctuation, which a backslash escapes.
func isASCIIPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// isPunct reports whether r is punctuation or a symbol.
func isPunct(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIIPunct(byte(r))
	}
	return unicode.IsPunct(r) || unicode.IsSymbol(r)
}
