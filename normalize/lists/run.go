// Runs: neighbouring lines that may be one list, with what stands above them.

package lists

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// A run is a stretch of lines that may be one list.
type run struct {
	lines []shaped
	title *line // the last heading above that names no place, nil if none
	lead  *line // the prose line right above, nil if none

	single bool // refused because it has a single entry
	again  bool // looked at again: there are other lists
}

func (u *run) last() *shaped { return &u.lines[len(u.lines)-1] }

// runs cuts the document into runs.
func (r *reader) runs() []*run {
	var (
		out         []*run
		cur         *run
		title, lead *line
	)
	end := func() {
		if cur != nil {
			out = append(out, cur)
		}
		cur = nil
	}
	for i := range r.lines {
		s := r.lines[i]
		if cur != nil && s.legend && s.line.kind == itemLine {
			continue // "* new entries" behind the last bullet
		}
		if cur != nil && cur.last().counts(&s) {
			continue
		}
		switch {
		case s.line.kind == tableLine:
			end()
			lead = nil
			continue
		case s.kind == proseShape && s.line.kind == itemLine && cur != nil && cur.last().kind != proseShape && (cur.last().line.kind == itemLine || cur.last().kind == headShape) && !s.touched:
			s.kind = nameShape // an entry that reads like a sentence; the whole list decides
		case s.kind == proseShape:
			end()
			lead = s.line
			if s.line.kind == headingLine && !leads(s.line) && utf8.RuneCountInString(s.text) <= maxTitle {
				title = s.line
			}
			continue
		case s.line.kind == headingLine && s.kind != headShape && s.kind != groupsShape && !r.underHead(cur, i):
			end()
			lead = s.line
			if !leads(s.line) {
				title = s.line
			}
			continue
		}
		if s.kind == nameShape && s.line.kind == textLine && endsInColon(s.text) && r.titles(cur, i) {
			end()
			title, lead = s.line, s.line
			continue
		}
		if cur != nil && r.parts(cur, s) {
			last := cur.lines[len(cur.lines)-1]
			if last.kind == nameShape && last.line.kind == textLine && s.line.kind == itemLine {
				cur.lines = cur.lines[:len(cur.lines)-1]
				title, lead = last.line, last.line
			}
			if len(cur.lines) == 0 {
				cur = nil
			}
			end()
		}
		if cur == nil {
			cur = &run{title: title, lead: lead}
		}
		cur.lines = push(cur.lines, s)
		lead = nil
	}
	end()
	return out
}

// leads reports whether what a reader took for a heading is a sentence that leads
// into a list: "La date de fin est fixée au 30 juin pour ces communes :".
func leads(l *line) bool {
	return endsInColon(l.text) && (isProse(l.text) || runeLen(l.text) > maxLabel)
}

// maxLabel is how long a heading that ends in a colon may be, in runes; longer
// ones are sentences.
const maxLabel = 60

// maxTitle is how long a heading may be to serve as the name of a list, in runes.
const maxTitle = 160

// underHead reports whether a heading that names no place is the member line of
// the head right before it: a plain-text reader takes a short line that stands
// alone for a heading.
func (r *reader) underHead(cur *run, i int) bool {
	s := r.lines[i]
	if cur == nil || s.kind == proseShape || strings.HasSuffix(strings.TrimSpace(s.text), ":") {
		return false
	}
	last := cur.lines[len(cur.lines)-1]
	if s.communes && last.kind == headShape {
		return true
	}
	if last.kind != headShape || last.line.kind != headingLine || last.depth != s.depth {
		return false
	}
	return s.kind == enumShape || i+1 >= len(r.lines) || r.lines[i+1].line.kind != itemLine
}

// titles reports whether a line that ends in a colon names the plain lines below
// it and is no member of theirs: "Alpes :" over "Le Dévoluy (Hautes-Alpes)".
func (r *reader) titles(cur *run, i int) bool {
	if i+1 >= len(r.lines) || cur != nil && cur.last().kind == headShape {
		return false
	}
	next := r.lines[i+1]
	return next.kind == nameShape || next.kind == enumShape
}

// parts reports whether a new run begins with s: bullets after plain lines that
// are no heads, and plain lines after bullets.
func (r *reader) parts(cur *run, s shaped) bool {
	last := cur.lines[len(cur.lines)-1]
	item, wasItem := s.line.kind == itemLine, last.line.kind == itemLine
	switch {
	case item && !wasItem:
		return last.kind != headShape && last.kind != totalShape
	case !item && wasItem:
		return s.kind != headShape && s.kind != totalShape && !(s.kind == groupsShape && last.kind == groupsShape)
	}
	return false
}

// A found is a run that was read as a list.
type found struct {
	run       *run
	lines     []shaped
	records   []record
	counts    []Count
	lead      *ledBy // nil if no count leads into it
	notes     []Note
	negative  bool // of those that were not accepted
	headed    bool
	sectioned bool     // the title goes into column section
	places    int      // records whose name is a place of the gazetteer
	extra     []string // names of further columns
	own       string   // the name of column section, where the caller knows it; "" else
	kept      bool     // stands in a list
	period    int      // lines that make a row, 0 if rows are no lines
}

func (f *found) note(code string, sev Severity, at document.Pos, format string, args ...any) {
	f.notes = append(f.notes, Note{Code: code, Severity: sev, At: at, Why: fmt.Sprintf(format, args...)})
}

// readRun reads a run as the first layout for which there is evidence.
func (r *reader) readRun(u *run) {
	for _, read := range [...]func(*reader, *run) *found{readPeriod, readHeaded, readDepartments, readFlat} {
		f := read(r, u)
		if f == nil {
			continue
		}
		if why := poorText(u.text()); why != "" {
			r.note(records.CodeListPoorText, Fault, u.lines[0].at, "the list that begins here is not read: "+why)
			return
		}
		f.run = u
		f.negative = isNegative(u)
		r.leads(f, u)
		for i := range f.lines {
			f.lines[i].touched = true
		}
		r.found = append(r.found, f)
		return
	}
}

func (u *run) text() string {
	var b strings.Builder
	for i := range u.lines {
		b.WriteString(u.lines[i].text)
		b.WriteByte('\n')
	}
	return b.String()
}

// isNegative reports whether a run lists those that were not accepted. The lead
// speaks before the title.
func isNegative(u *run) bool {
	for _, l := range [...]*line{u.lead, u.title} {
		if l == nil {
			continue
		}
		t := l.text
		if len(t) > 400 {
			t = strings.ToValidUTF8(t[len(t)-400:], "")
		}
		if i := strings.LastIndex(strings.TrimRight(t, " ."), ". "); i >= 0 {
			t = t[i:] // the last sentence leads into the list; those before may tell of others
		}
		f := gazetteer.Fold(t)
		for _, w := range lexicon.NotAccepted {
			if strings.Contains(f, w) {
				return true
			}
		}
		if l == u.lead && l != u.title && strings.Contains(f, "suivant") {
			return false
		}
	}
	return false
}

// The columns of records, in the order in which tables print them.
type column uint8

const (
	colSection column = iota
	colRegion
	colDepartment
	colArrondissement
	colCanton
	colCommune
	colCommuneCode
	colPostal
	colName
	colCount
	colDetail
	columns
)

var columnNames = [columns]string{
	"section", "region", "department", "arrondissement", "canton", "commune", "commune_code",
	"postal_code", "name", "count", "detail",
}

var levelCols = [levels]column{colSection, colRegion, colDepartment, colArrondissement, colCanton}

// A record is one member with what holds for it.
type record struct {
	at     document.Pos
	cells  [columns]*document.Cell
	region string // codes of the places that it stands in, for comparing
	dept   string
	key    string // of the name
	extra  []*document.Cell
}

// plainCell returns a cell that prints text, styledCell one that prints runs.
func plainCell(at document.Pos, text string) *document.Cell {
	return styledCell(at, []document.Run{{Text: text}})
}

func styledCell(at document.Pos, runs []document.Run) *document.Cell {
	c := document.NewCell(at, runs...)
	return &c
}
