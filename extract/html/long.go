// Long tables. A parsed page takes some twenty times the memory of its source, so the
// rows of a long table are put aside: the stamper leaves a marker in their place, and
// the walk parses them there, some at a time.

package html

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// maxParsedRows is the largest number of rows of a table that are parsed with the
	// page: enough to see whether the table is data or layout.
	maxParsedRows = 2000
	// maxRowsAtOnce is the largest number of rows that are parsed at a time.
	maxRowsAtOnce = 1000
	// maxBytesAtOnce is the number of bytes of source after which no further row is
	// parsed at the same time, for rows of a thousand cells.
	maxBytesAtOnce = 1 << 20
)

// asidePrefix begins the stamp of a template element that is the marker of rows put
// aside; their index follows.
const asidePrefix = "rows"

// longRows holds rows of a table that were put aside, as pieces of source.
type longRows struct {
	pieces  []string
	lines   []int // of the first character of each piece
	endLine int   // line after the last piece
	done    bool  // the walk has read them
}

// putAside replaces the rows from src[at:] to the end of their row group by a marker.
func (s *stamper) putAside(at int) {
	rows := &longRows{}
	end := s.cutRows(at, rows)
	rows.endLine = s.lineOf(end)
	s.buf = append(s.buf[:0], "</tr><template "+lineAttr+"="+asidePrefix...)
	s.buf = strconv.AppendInt(s.buf, int64(len(s.aside)), 10)
	s.buf = append(s.buf, "></template>"...)
	s.aside = append(s.aside, rows)
	s.end, s.insert, s.resume, s.scan = at, s.buf, end, end
	s.tagLines = 1 // the next element needs a stamp
}

// cutRows cuts the rows from src[at:] on into pieces, and returns the offset at which
// the row group ends: that of the first tag that belongs to the table itself.
func (s *stamper) cutRows(at int, rows *longRows) (end int) {
	start, n, depth, raw := at, 0, 0, ""
	cut := func(to int) {
		if to > start {
			rows.lines = append(rows.lines, s.lineOf(start))
			rows.pieces = append(rows.pieces, s.src[start:to])
		}
		start, n = to, 0
	}
	for pos := at; ; {
		lt := strings.IndexByte(s.src[pos:], '<')
		if lt < 0 {
			break
		}
		pos += lt
		rest := s.src[pos:]
		closing := len(rest) > 2 && rest[1] == '/' && source.IsASCIILetter(rest[2])
		switch {
		case raw != "" && !HasTagName(rest, "</", raw):
			pos++
			continue
		case strings.HasPrefix(rest, "<!--"):
			pos += commentLen(rest)
			continue
		case strings.HasPrefix(rest, "<![CDATA["):
			pos += endAfter(rest, "]]>")
			continue
		case !closing && (len(rest) < 2 || !source.IsASCIILetter(rest[1])):
			pos++
			continue
		}
		raw = ""
		skip := 1
		if closing {
			skip = 2
		}
		name := tagName(s.src, pos+skip)
		kind := tagKinds[name]
		switch {
		case name == "table" && !closing:
			depth++
		case name == "table" && depth > 0:
			depth--
		case depth == 0 && endsRows(name, closing):
			cut(pos)
			return pos
		case depth == 0 && name == "tr" && !closing:
			if n++; n > maxRowsAtOnce || pos-start > maxBytesAtOnce {
				cut(pos)
				n = 1
			}
		case kind&tagRaw != 0 && !closing:
			raw = name
		}
		pos = tagEnd(s.src, pos+skip+len(name))
	}
	cut(len(s.src))
	return len(s.src)
}

// endsRows reports whether a tag ends the row group that it is in.
func endsRows(name string, closing bool) bool {
	switch name {
	case "tbody", "thead", "tfoot", "caption", "colgroup", "col":
		return true
	case "table", "body", "html":
		return closing
	case "plaintext":
		return true
	}
	return false
}

// asideOf returns the rows of which n is the marker, nil if it is none.
func (w *walker) asideOf(n *html.Node) *longRows {
	if n.DataAtom != atom.Template || n.Namespace != "" || len(w.aside) == 0 {
		return nil
	}
	v, _ := attrOf(n, lineAttr)
	number, ok := strings.CutPrefix(v, asidePrefix)
	i, err := strconv.Atoi(number)
	if !ok || err != nil || i < 0 || i >= len(w.aside) || w.aside[i].done {
		return nil
	}
	return w.aside[i]
}

// parseAside parses rows that were put aside and calls do with each node.
func (w *walker) parseAside(rows *longRows, do func(*html.Node)) {
	rows.done = true
	for i, piece := range rows.pieces {
		w.line = rows.lines[i]
		nodes, ok := parseRows(w.doc, piece, rows.lines[i])
		if !ok {
			w.issue(rows.lines[i], document.CodeHTMLBroken, textOfMarkup(piece), "the tags of these rows cannot be parsed; their text is not in the table")
			continue
		}
		for _, n := range nodes {
			do(n)
		}
	}
	w.line = rows.endLine
}

// parseRows parses piece as the content of a tbody.
func parseRows(doc *document.Document, piece string, line int) ([]*html.Node, bool) {
	for _, depth := range []int{0, safeDepth} {
		s := newStamper(piece, line, depth)
		nodes, err := html.ParseFragment(s, &html.Node{Type: html.ElementNode, DataAtom: atom.Tbody, Data: "tbody"})
		if err == nil {
			s.report(doc)
			return nodes, true
		}
	}
	return nil, false
}

// reportLostRows adds an issue for rows whose marker the parser did not keep.
func (w *walker) reportLostRows() {
	for _, rows := range w.aside {
		if !rows.done {
			w.issue(rows.lines[0], document.CodeHTMLLoose, textOfMarkup(strings.Join(rows.pieces, "")), "these rows are in no table of the parsed page")
		}
	}
}
