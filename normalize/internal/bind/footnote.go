// Footnotes: the marks that follow figures and names, and lead to a note below.

package bind

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/forms"
)

// A Footnote is a mark that is no part of a value.
type Footnote struct {
	Record, Col int
	Text        string // the value without it
	Mark        string
	Explained   bool // a note below says what it means
}

// notes are the marks that notes of a document begin with: "(1)", "1" raised, "*".
type notes map[string]bool

// findNotes looks for lines that begin with the mark of a footnote.
func findNotes(doc *document.Document) notes {
	n := notes{}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			n.look(b.Runs)
		case *document.List:
			for i := range b.Items {
				if m := b.Items[i].Marker; m != "" {
					n.add(m)
				}
				n.look(b.Items[i].Runs)
			}
		case *document.Table:
			for i := max(0, len(b.Rows)-maxNotes); i < len(b.Rows); i++ {
				if j := b.Rows[i].Lone(); j >= 0 {
					n.look(b.Rows[i].Cells[j].Runs())
				}
			}
		}
	}
	return n
}

// maxMarkText is the longest mark at the front of a note, in bytes: "(1,2)".
const maxMarkText = 8

// maxNotes is the largest number of rows at the end of a table that are notes.
const maxNotes = 10

func (n notes) look(runs []document.Run) {
	if len(runs) == 0 {
		return
	}
	if first := strings.TrimSpace(runs[0].Text); runs[0].Style.Has(document.Superscript) && isNoteMark(first) {
		n[first] = true
	}
	for _, line := range strings.SplitN(document.Plain(runs), "\n", maxNotes) {
		line = strings.TrimLeft(line, " \u00a0\\")
		end := strings.IndexAny(line, " \u00a0\t:")
		if end > 0 && end <= maxMarkText {
			n.add(line[:end])
		}
		n.follow(line)
		if end == 1 && isLetterMark(line[0]) {
			if rest := strings.TrimLeft(line[1:], " \u00a0"); rest != "" && (rest[0] == ':' || rest[0] == '=') {
				n[line[:1]] = true // "p: provisional"
			}
		}
	}
}

// follow adds the notes that go on in the line of the first, as in Markdown, where the
// lines of a paragraph flow: "(1) Provisional. (2) At the end of June."
func (n notes) follow(line string) {
	if !strings.HasPrefix(line, "(1) ") {
		return
	}
	for k := 2; k < 10; k++ {
		mark := "(" + string(rune('0'+k)) + ")"
		_, rest, ok := strings.Cut(line, " "+mark+" ")
		if !ok {
			return
		}
		n.add(mark)
		line = rest
	}
}

// add takes what a line begins with for a mark, if it is one.
func (n notes) add(s string) {
	if plain := unraised(s); plain != "" {
		n[plain] = true
		return
	}
	s = strings.TrimSuffix(s, ":")
	if strings.HasPrefix(s, "[^") {
		s = "[" + s[2:]
	}
	if isNoteMark(s) && !forms.IsFigures(s, 1, 9) {
		n[s] = true
	}
}

// isLetterMark reports whether c may be the mark of a note after a figure: "4.9p".
func isLetterMark(c byte) bool { return c >= 'a' && c <= 'z' }

// isNoteMark reports whether s is what leads to a footnote: "1", "(2)", "[3]", "**", "a".
func isNoteMark(s string) bool {
	inner := s
	if len(s) > 2 && (s[0] == '(' && s[len(s)-1] == ')' || s[0] == '[' && s[len(s)-1] == ']') {
		inner = strings.TrimPrefix(s[1:len(s)-1], "^")
	}
	switch {
	case inner == "":
		return false
	case strings.Trim(inner, "*") == "" && len(inner) <= 3, inner == "†", inner == "‡":
		return true
	case forms.IsFigures(inner, 1, 2):
		return true
	case len(inner) == 1 && inner[0] >= 'a' && inner[0] <= 'd':
		return true
	}
	parts := noteParts(inner)
	for _, p := range parts {
		if !forms.IsFigures(p, 1, 2) {
			return false
		}
	}
	return len(parts) > 0
}

// noteParts separates the marks of several notes: "1,3", "2 3".
func noteParts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) })
}

// explains reports whether a note begins with each of the marks in m.
func (n notes) explains(m string) bool {
	if n[m] || n["("+m+")"] {
		return true
	}
	parts := noteParts(m)
	for _, p := range parts {
		if !n[p] && !n["("+p+")"] {
			return false
		}
	}
	return len(parts) > 1
}

// raised are the figures that have raised letters.
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// unraised returns the plain figures of a text of nothing but raised ones, else "".
func unraised(s string) string {
	var b strings.Builder
	for _, r := range s {
		i := strings.IndexRune(raised, r)
		if i < 0 {
			return ""
		}
		b.WriteByte('0' + byte(utf8.RuneCountInString(raised[:i])))
	}
	return b.String()
}

// cut takes the marks of footnotes off the end of a cell. c is unchanged.
func (n notes) cut(c *document.Cell) (rest document.Cell, mark string, explained bool) {
	rest = *c
	explained = true
	for range maxMarks {
		m, ok := n.cutOne(&rest)
		if !ok {
			break
		}
		mark = m + mark
		explained = explained && n.explains(m)
	}
	return rest, mark, explained
}

// maxMarks is how many footnotes one value may have.
const maxMarks = 3

func (n notes) cutOne(c *document.Cell) (mark string, ok bool) {
	s := strings.TrimRight(c.Printed, " \u00a0\u202f")
	if s == "" {
		return "", false
	}
	if c.More != nil && len(c.More.Runs) > 1 {
		if mark, ok = cutRaised(c); ok {
			return mark, true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case last == ')' || last == ']':
		open := strings.LastIndexAny(s, "([")
		if open <= 0 || !isNoteMark(s[open:]) {
			return "", false
		}
		mark = s[open:]
		base := strings.TrimRight(s[:open], " \u00a0")
		bracket := mark[0] == '[' && (mark[1] == '^' || forms.IsFigure(base) || forms.IsPeriod(base))
		if !n[strings.Replace(mark, "^", "", 1)] && !bracket {
			return "", false // "57 (27)", unless a note below begins so
		}
		s = s[:open]
	case last == '*' || last == '†' || last == '‡':
		base := strings.TrimRight(s, "*†‡ \u00a0")
		if !forms.IsFigure(base) && !forms.IsPeriod(base) {
			return "", false // stars after names are marks of rows
		}
		mark, s = strings.TrimSpace(s[len(base):]), base
	case last < utf8.RuneSelf && isLetterMark(byte(last)):
		base := strings.TrimRight(s[:len(s)-1], " \u00a0")
		if !n[string(last)] || base == "" || !forms.IsDigit(base[len(base)-1]) {
			return "", false
		}
		mark, s = string(last), base
	case strings.ContainsRune(raised, last):
		base := strings.TrimRight(s, raised)
		if isPower(base, unraised(s[len(base):])) {
			return "", false
		}
		mark, s = unraised(s[len(base):]), base
	default:
		return "", false
	}
	if s = strings.TrimRight(s, " \u00a0\u202f"); s == "" {
		return "", false
	}
	shorten(c, s)
	return mark, true
}

// cutRaised takes off what the last run prints raised.
func cutRaised(c *document.Cell) (mark string, ok bool) {
	runs := c.More.Runs
	k := len(runs)
	for k > 1 && (runs[k-1].Style.Has(document.Superscript) || strings.TrimSpace(runs[k-1].Text) == "") {
		k--
	}
	mark = strings.TrimSpace(document.Plain(runs[k:]))
	base := strings.TrimRight(document.Plain(runs[:k]), " \u00a0\u202f")
	if mark == "" || base == "" || !isNoteMark(mark) || isPower(base, mark) {
		return "", false
	}
	shorten(c, base)
	return mark, true
}

// isPower reports whether raised figures after base are those of a unit or of a
// power: "m²", "10⁶".
func isPower(base, figures string) bool {
	i := len(base)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(base[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= size
	}
	switch word := strings.ToLower(base[i:]); word {
	case "m", "km", "cm", "mm", "dm", "hm", "ft", "in":
		return figures == "2" || figures == "3"
	case "":
		return strings.HasSuffix(base, "10") && (len(base) == 2 || !forms.IsDigit(base[len(base)-3])) && (figures == "3" || figures == "6" || figures == "9")
	}
	return false
}

// shorten has a cell print s, the beginning of what it prints now.
func shorten(c *document.Cell, s string) {
	c.Printed = s
	if c.More == nil || c.More.Runs == nil {
		return
	}
	c.Change(func(m *document.More) {
		room := len(s)
		runs := make([]document.Run, 0, len(m.Runs))
		for _, r := range m.Runs {
			if room <= 0 {
				break
			}
			if len(r.Text) > room {
				r.Text = r.Text[:room]
			}
			room -= len(r.Text)
			runs = append(runs, r)
		}
		m.Runs = runs
	})
}

// mayHaveNote says cheaply of most cells that they have none.
func mayHaveNote(c *document.Cell) bool {
	if c.More != nil && len(c.More.Runs) > 1 {
		return true
	}
	n := len(c.Printed)
	if n < 2 {
		return false
	}
	switch b := c.Printed[n-1]; {
	case isLetterMark(b):
		return forms.IsDigit(c.Printed[n-2])
	case b == ')', b == ']', b == '*', b == ' ':
		return true
	case b >= utf8.RuneSelf:
		r, _ := utf8.DecodeLastRuneInString(c.Printed)
		return strings.ContainsRune(raised, r) || r == '†' || r == '‡' || r == '\u00a0'
	}
	return false
}

// unnoted returns rows without the marks of footnotes, and by place what was taken
// off. Rows that have none are those of the caller.
func (n notes) unnoted(rows []document.Row) (clean []document.Row, found map[[2]int]cutNote) {
	clean = rows
	for i := range rows {
		copied := false
		for j := range rows[i].Cells {
			c := &rows[i].Cells[j]
			if !mayHaveNote(c) {
				continue
			}
			rest, mark, explained := n.cut(c)
			if mark == "" {
				continue
			}
			if found == nil {
				found = map[[2]int]cutNote{}
				clean = append([]document.Row(nil), rows...)
			}
			if !copied {
				clean[i].Cells = append([]document.Cell(nil), rows[i].Cells...)
				copied = true
			}
			clean[i].Cells[j] = rest
			found[[2]int{i, j}] = cutNote{mark, explained}
		}
	}
	return clean, found
}

// A cutNote is a mark that was taken off a cell.
type cutNote struct {
	mark      string
	explained bool
}
