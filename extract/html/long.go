// Long tables: the parsed form of a page takes some twenty times the memory of
// its source, so the rows of a long table are not parsed with the page. The
// stamper leaves a marker in their place, and the walk parses them there, some
// at a time.

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
	// maxParsedRows is the number of rows after which the rest of a table is put
	// aside. What they look like has told data from layout by then.
	maxParsedRows = 2000
	// maxRowsAtOnce is how many rows are parsed at a time, and maxBytesAtOnce after how
	// many bytes no further row is: rows of a thousand cells come fewer at a time.
	maxRowsAtOnce  = 1000
	maxBytesAtOnce = 1 << 20
)

// asidePrefix marks the template element that stands for rows put aside; a number follows.
const asidePrefix = "rows"

// longRows are rows of a table that were put aside, cut into pieces of source.
type longRows struct {
	pieces  []string
	lines   []int // of the first character of each piece
	endLine int
	done    bool
}

// putAside takes the rows from src[at:] to the end of their row group out of
// the page, and leaves a marker.
func (s *stamper) putAside(at int) {
	rows := &longRows{}
	end := s.cutRows(at, rows)
	rows.endLine = s.lineOf(end)
	s.buf = append(s.buf[:0], "</tr><template "+lineAttr+"="+asidePrefix...)
	s.buf = strconv.AppendInt(s.buf, int64(len(s.aside)), 10)
	s.buf = append(s.buf, "></template>"...)
	s.aside = append(s.aside, rows)
	s.end, s.insert, s.resume, s.scan = at, s.buf, end, end
	s.tagLines = 1 // whatever comes next needs a stamp
}

// cutRows cuts the rows from src[at:] on into pieces, and returns where the row
// group ends: at a tag that belongs to the table itself.
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

// endsRows reports whether a tag ends the row group that it stands in.
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

// asideOf returns the rows that n stands for, nil if it is no marker.
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

// parseAside parses the rows that were put aside and calls do with each node.
func (w *walker) parseAside(rows *longRows, do func(*html.Node)) {
	rows.done = true
	for i, piece := range rows.pieces {
		w.line = rows.lines[i]
		nodes, ok := parseRows(w.doc, piece, rows.lines[i])
		if !ok {
			w.issue(rows.lines[i], "html-broken", textOfMarkup(piece), "the tags of these rows cannot be parsed; their text is not in the table")
			continue
		}
		for _, n := range nodes {
			do(n)
		}
	}
	w.line = rows.endLine
}

// parseRows parses rows as the content of a tbody.
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

// reportLostRows reports rows whose marker the parser did not keep.
func (w *walker) reportLostRows() {
	for _, rows := range w.aside {
		if !rows.done {
			w.issue(rows.lines[0], "html-loose", textOfMarkup(strings.Join(rows.pieces, "")), "these rows stand in no table of the parsed page")
		}
	}
}
