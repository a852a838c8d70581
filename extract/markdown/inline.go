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
	"fmt"
	"strings"
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

// Many pieces are turned into runs before the text ends: no emphasis spans so much,
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

// emit turns the pieces into runs. Neighbours of one style become one run.
func (in *inliner) emit() {
	var depth [4]int32
	for i := range in.pieces {
		p := &in.pieces[i]
		switch p.kind {
		case tagPiece:
			in.tags.apply(p.tag)
		case delimPiece:
			for k := range depth {
				depth[k] -= p.end[k]
			}
			if p.n > 0 {
				in.appendText(p.to-p.n, p.to, "", in.style(&depth, document.Style{}))
			}
			for k := range depth {
				depth[k] += p.begin[k]
			}
		default:
			in.appendText(p.from, p.to, p.text, in.style(&depth, p.style))
		}
	}
}

// appendText adds text to the runs: src[from:to], or text if from < 0.
func (in *inliner) appendText(from, to int, text string, style document.Style) {
	if from >= 0 {
		text = in.src[from:to]
	}
	if text == "" {
		return
	}
	last := &in.last
	if last.any && last.style != style && len(in.out) >= maxRuns {
		in.reportStylesCut()
		style = last.style
	}
	if !last.any || last.style != style {
		in.endRun()
		*last = pending{any: true, from: from, to: to, style: style}
		if from < 0 {
			in.buf = append(in.buf[:0], text...)
		}
		return
	}
	if last.from >= 0 && from == last.to {
		last.to = to
		return
	}
	if last.from >= 0 {
		in.buf = append(in.buf[:0], in.src[last.from:last.to]...)
		last.from = -1
	}
	in.buf = append(in.buf, text...)
}

// maxRuns is the largest number of runs of one text; the rest of the text keeps the
// style of the last. A run takes ten times the bytes of "**a** ", and a paragraph of
// a release changes its style some ten times.
const maxRuns = 1 << 16

// reportStylesCut adds, once for a text, the issue that its styles are not read to
// the end.
func (in *inliner) reportStylesCut() {
	if !in.stylesCut {
		in.stylesCut = true
		in.doc.Issues = append(in.doc.Issues, document.Issue{At: in.at, Code: "styles-cut", Why: fmt.Sprintf("the text changes its style more than %d times; from there on no style is read", maxRuns)})
	}
}

// endRun adds the run that is growing to the output.
func (in *inliner) endRun() {
	if !in.last.any {
		return
	}
	in.last.any = false
	var text string
	if in.last.from >= 0 {
		text = in.src[in.last.from:in.last.to]
	} else {
		text = string(in.buf)
	}
	in.out = append(in.out, document.Run{Text: text, Style: in.last.style})
}

// style returns the style that delimiters, tags and the piece itself give. depth
// holds the number of open emphases of each kind.
func (in *inliner) style(depth *[4]int32, pieceStyle document.Style) document.Style {
	s := in.tags.style()
	s.Flags |= pieceStyle.Flags
	if pieceStyle.Fill != 0 {
		s.Fill = pieceStyle.Fill
	}
	for k, flag := range [...]document.StyleFlags{italicDelim: document.Italic, boldDelim: document.Bold, strikeDelim: document.Strike} {
		if depth[k] > 0 {
			s.Flags |= flag
		}
	}
	if depth[markDelim] > 0 {
		s.Fill = markFill
	}
	return s
}

// trimRuns returns the runs without blanks at the ends. Marks may have hidden some.
func (in *inliner) trimRuns() []document.Run {
	out := in.out
	for len(out) > 0 {
		out[0].Text = strings.TrimLeft(out[0].Text, " \t\r\n\f\v")
		if out[0].Text != "" {
			break
		}
		out = out[1:]
	}
	for len(out) > 0 {
		last := &out[len(out)-1]
		last.Text = strings.TrimRight(last.Text, " \t\r\n\f\v")
		if last.Text != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
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
