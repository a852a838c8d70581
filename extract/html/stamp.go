// Stamps: the HTML parser does not keep the lines of elements, so the stamper gives
// the tags in its input a private attribute with the line.
//
// The stamper has to be right about start tags only. Where it and the parser disagree
// (tags inside the raw text of foreign elements), a stamp is missing or is where
// nothing is read; the tree does not change. Tags of style get no stamps, because the
// parser compares their attributes when it repairs unclosed ones.
//
// The stamper also defuses two kinds of bombs: elements nested deeper than the parser
// allows, and unclosed tags of style, which the parser would open again in every
// paragraph.

package html

import (
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
	"golang.org/x/net/html"
)

// lineAttr is the name of the private attribute. It is one that no element read here
// has, and that the parser knows: the parser allocates other names.
const lineAttr = "keytype"

// maxOpenStyles is the largest number of tags of style that may be open at once. The
// parser opens all of them again in each paragraph, so that a page could become a
// thousand times its size. Pages nest some five.
const maxOpenStyles = 64

// MaxTags is the largest number of tags and comments of a page that are parsed,
// besides the rows of long tables: ten tables of 2,000 rows of ten cells. Each
// becomes a node of some 100 bytes. The rest of the page is kept in an issue.
const MaxTags = 400_000

// A stamper reads the source with stamps in it: it is the parser's input.
type stamper struct {
	src      string
	pos, end int    // Read passes on src[pos:end],
	insert   []byte // then this,
	resume   int    // then src from here on

	scan     int    // index from which the next tag is searched
	line     int    // line of src[counted]
	counted  int    // index up to which lines are counted
	tagLines int    // line ends inside tags since the last stamp: the parsed page does not keep those
	raw      string // the open element if its content is not markup, else ""
	cr       bool   // src has carriage returns
	buf      []byte // memory of insert
	xml      bool   // "<p/>" is a whole element

	open     []openStyle
	dropped  int   // unclosed tags of style that were left out
	dropLine int32 // line of the first of them

	maxDepth int      // largest depth of elements, 0 if there is no limit
	stack    []string // open elements, if there is a limit
	skipped  []string // open elements whose start tag was left out
	deepLine int32    // line of the first of them

	cutsLong bool  // rows of long tables are put aside
	rows     []int // rows so far of each open table
	aside    []*longRows

	tags     int    // so far, without those put aside
	rest     string // the source after the last of MaxTags tags, which is not parsed
	restLine int32
}

// An openStyle is a tag of style that is not closed yet, or, with the name "", the
// start of a table.
type openStyle struct{ name, tag string }

// newStamper returns a stamper for src, whose first line has the number line. It
// leaves out elements nested deeper than maxDepth, unless that is 0.
func newStamper(src string, line, maxDepth int) *stamper {
	return &stamper{src: src, line: line, maxDepth: maxDepth, cr: strings.Contains(src, "\r"), xml: strings.HasPrefix(src, "<?xml")}
}

// Read passes on the source with its stamps, piece by piece, as an io.Reader.
func (s *stamper) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		switch {
		case s.pos < s.end:
			k := copy(p[n:], s.src[s.pos:s.end])
			s.pos += k
			n += k
		case len(s.insert) > 0:
			k := copy(p[n:], s.insert)
			s.insert = s.insert[k:]
			n += k
		case s.pos < s.resume:
			s.pos, s.end = s.resume, s.resume
		case s.pos >= len(s.src):
			if n == 0 {
				return 0, io.EOF
			}
			return n, nil
		default:
			s.next()
		}
	}
	return n, nil
}

// next finds how far the source can be passed on as it is, and what to insert there.
func (s *stamper) next() {
	for {
		lt := strings.IndexByte(s.src[s.scan:], '<')
		if lt < 0 || s.raw == "plaintext" {
			s.scan, s.end, s.resume = len(s.src), len(s.src), len(s.src)
			return
		}
		at := s.scan + lt
		rest := s.src[at:]
		if s.raw != "" && !HasTagName(rest, "</", s.raw) {
			s.scan = at + 1
			continue
		}
		s.raw = ""
		if isMarkup(rest) {
			if s.tags++; s.tags > MaxTags {
				s.restLine, s.rest, s.src = int32(s.lineOf(at)), rest, s.src[:at]
				s.scan, s.end, s.resume = at, at, at
				return
			}
		}
		switch {
		case len(rest) > 1 && source.IsASCIILetter(rest[1]):
			if s.startTag(at) {
				return
			}
		case len(rest) > 2 && rest[1] == '/' && source.IsASCIILetter(rest[2]):
			if s.endTag(at) {
				return
			}
		case strings.HasPrefix(rest, "<!--"):
			s.scan = at + commentLen(rest)
		case strings.HasPrefix(rest, "<![CDATA["):
			// Text in foreign content, a comment elsewhere: neither holds tags.
			s.scan = at + endAfter(rest, "]]>")
		case len(rest) > 1 && (rest[1] == '!' || rest[1] == '?' || rest[1] == '/'):
			s.scan = at + endAfter(rest, ">")
		default:
			s.scan = at + 1
		}
	}
}

// isMarkup reports whether the parser makes something of the "<" that begins s.
func isMarkup(s string) bool {
	return len(s) > 1 && (source.IsASCIILetter(s[1]) || s[1] == '/' || s[1] == '!' || s[1] == '?')
}

// startTag handles the start tag at src[at:]. It reports whether something is to be
// passed on before the next tag is searched.
func (s *stamper) startTag(at int) bool {
	name := tagName(s.src, at+1)
	nameEnd := at + 1 + len(name)
	end := tagEnd(s.src, nameEnd)
	s.scan = end
	kind := tagKinds[name]
	if s.xml && s.src[end-1] == '>' && s.src[end-2] == '/' && kind&tagVoid == 0 {
		s.tagLines += s.lineEnds(s.src[at:end])
		s.buf = append(append(append(s.buf[:0], "</"...), name...), '>')
		s.end, s.insert, s.resume = end, s.buf, end
		return true
	}
	if kind&tagRaw != 0 {
		s.raw = name
	}
	if s.maxDepth > 0 && s.tooDeep(name, kind, at) || kind&tagStyle != 0 && s.tooManyStyles(name, s.src[at:end], at) {
		s.end, s.resume = at, end
		return true
	}
	if kind&(tagTable|tagCell|tagRow) != 0 {
		s.scopeStyles(kind)
		if s.cutsLong && s.isLong(kind) {
			s.putAside(at)
			return true
		}
	}
	s.tagLines += s.lineEnds(s.src[at:end])
	if kind&tagStamp == 0 || kind&tagCell != 0 && s.tagLines == 0 {
		return false // the walk counts the line ends from the last stamp to this cell
	}
	// The line of the end of the tag, because the walk counts on from there.
	s.tagLines = 0
	s.buf = append(s.buf[:0], " "+lineAttr+"="...)
	s.buf = strconv.AppendInt(s.buf, int64(s.lineOf(end)), 10)
	s.buf = append(s.buf, ' ')
	s.end, s.insert, s.resume = nameEnd, s.buf, nameEnd
	return true
}

// endTag handles the end tag at src[at:] like startTag.
func (s *stamper) endTag(at int) bool {
	name := tagName(s.src, at+2)
	end := tagEnd(s.src, at+2+len(name))
	s.scan = end
	s.tagLines += s.lineEnds(s.src[at:end])
	switch kind := tagKinds[name]; {
	case kind&tagStyle != 0:
		for i := len(s.open) - 1; i >= 0 && s.open[i].name != ""; i-- {
			if s.open[i].name == name {
				s.open = append(s.open[:i], s.open[i+1:]...)
				break
			}
		}
	case kind&tagTable != 0:
		if n := len(s.rows); n > 0 {
			s.rows = s.rows[:n-1]
		}
		for i := len(s.open) - 1; i >= 0; i-- {
			if s.open[i].name == "" {
				s.open = s.open[:i]
				break
			}
		}
	}
	if s.maxDepth > 0 && s.closesSkipped(name) {
		s.end, s.resume = at, end
		return true
	}
	return false
}

// isLong counts the rows of open tables. It reports whether this is a row of a table
// that has maxParsedRows before it.
func (s *stamper) isLong(kind tagKind) bool {
	n := len(s.rows)
	switch {
	case kind&tagTable != 0:
		s.rows = append(s.rows, 0)
	case kind&tagRow != 0 && n > 0:
		s.rows[n-1]++
		return s.rows[n-1] > maxParsedRows
	}
	return false
}

// report adds issues for what was left out.
func (s *stamper) report(doc *document.Document) {
	if s.deepLine > 0 {
		doc.Issues = append(doc.Issues, document.Issue{
			At: document.Pos{Line: s.deepLine}, Code: document.CodeHTMLDepth,
			Why: "elements are nested more than 512 deep; tags below the first " + strconv.Itoa(s.maxDepth) + " levels are left out, their text is kept",
		})
	}
	if s.rest != "" {
		doc.ReportCut(document.Pos{Line: s.restLine}, textOfMarkup(s.rest), MaxTags, "tags")
	}
	if s.dropped > 0 {
		doc.Issues = append(doc.Issues, document.Issue{
			At: document.Pos{Line: s.dropLine}, Code: document.CodeHTMLUnclosed,
			Why: "too many tags of style are never closed; the later ones are left out, their text is kept",
		})
	}
}

// lineOf returns the line of src[at]; at must not decrease from call to call.
func (s *stamper) lineOf(at int) int {
	s.line += s.lineEnds(s.src[s.counted:at])
	s.counted = at
	return s.line
}

// lineEnds counts the line ends in t: \n, \r\n or \r.
func (s *stamper) lineEnds(t string) int {
	n := strings.Count(t, "\n")
	if s.cr {
		n += strings.Count(t, "\r") - strings.Count(t, "\r\n")
	}
	return n
}

// tooManyStyles notes a tag of style as open and reports whether there are too many.
// Equal tags count once, because the parser keeps no more than three of them open.
func (s *stamper) tooManyStyles(name, tag string, at int) bool {
	open := 0
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].name == "" {
			continue
		}
		if open++; s.open[i].tag == tag {
			return false
		}
	}
	if open < maxOpenStyles {
		s.open = append(s.open, openStyle{name, tag})
		return false
	}
	if s.dropped++; s.dropped == 1 {
		s.dropLine = int32(s.lineOf(at))
	}
	return true
}

// scopeStyles forgets the tags of style that a cell or row ends.
func (s *stamper) scopeStyles(kind tagKind) {
	if kind&tagTable != 0 {
		if len(s.open) < 4*maxOpenStyles { // deeper nesting is cut by maxDepth
			s.open = append(s.open, openStyle{})
		}
		return
	}
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].name == "" {
			s.open = s.open[:i+1]
			return
		}
	}
}

// tooDeep notes an element as open and reports whether it is nested too deep.
func (s *stamper) tooDeep(name string, kind tagKind, at int) bool {
	if kind&(tagVoid|tagRaw) != 0 {
		return false
	}
	if n := len(s.stack); n > 0 && kind&tagImplied != 0 && s.stack[n-1] == name && len(s.skipped) == 0 {
		return false // <p> after <p>: the first one ends by itself
	}
	if len(s.stack) < s.maxDepth {
		s.stack = append(s.stack, name)
		return false
	}
	s.skipped = append(s.skipped, name)
	if s.deepLine == 0 {
		s.deepLine = int32(s.lineOf(at))
	}
	return true
}

// maxUnclosed is the largest number of skipped elements among which an end tag
// searches its start tag. It bounds the cost of pages that are all end tags.
const maxUnclosed = 64

// closesSkipped takes the innermost element called name off the open ones, and reports
// whether its start tag was left out.
func (s *stamper) closesSkipped(name string) bool {
	for i := len(s.skipped) - 1; i >= max(0, len(s.skipped)-maxUnclosed); i-- {
		if s.skipped[i] == name {
			s.skipped = s.skipped[:i]
			return true
		}
	}
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i] == name {
			s.stack = s.stack[:i]
			break
		}
	}
	return false
}

// stamps matches stamps in text.
var stamps = regexp.MustCompile(` ` + lineAttr + `=\d+ `)

// withoutStamps returns the text of the text node n. Text of foreign content (SVG,
// MathML) may hold stamps, where the stamper took it for tags.
func withoutStamps(n *html.Node) string {
	if n.Parent == nil || n.Parent.Namespace == "" || !strings.Contains(n.Data, lineAttr) {
		return n.Data
	}
	return stamps.ReplaceAllString(n.Data, "")
}
