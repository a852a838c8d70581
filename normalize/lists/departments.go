// Lists whose entries are departments or regions, with a figure each.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// A placeEntry is a department or a region that is an entry of a list by itself.
type placeEntry struct {
	line   *line
	head   head
	figure span // the digits beside it, zero if there are none
}

// minPlaceEntries is how few departments in a row are a list of them.
const minPlaceEntries = 3

// readDepartments reads a list whose entries are departments or regions, with a
// figure each or without: "Calvados (37), Manche (37)". nil if it is none.
func readDepartments(r *reader, u *run) *found {
	f := &found{}
	led := u.lead != nil && endsInColon(u.lead.text)
	var es []placeEntry
	for _, s := range u.lines {
		f.lines = append(f.lines, s)
		switch {
		case s.line.kind == headingLine:
			return nil
		case s.kind == totalShape:
		case s.kind == headShape && s.head.level <= departmentLevel && s.head.level > sectionLevel && !s.head.weak:
			led = led || s.line.kind == itemLine
			es = append(es, placeEntry{s.line, s.head, headFigure(s)})
		case s.kind == enumShape:
			led = led || s.lead.to > 0 || strings.Contains(s.text, "(") && strings.IndexFunc(s.text, isDigit) >= 0
			more := enumeratedPlaces(s)
			if more == nil {
				return nil
			}
			es = append(es, more...)
		default:
			return nil
		}
		s.use(span{0, len(s.text)})
	}
	if len(es) < minPlaceEntries || !led {
		return nil
	}
	asCounts := figuresAreCounts(f, es)
	for i := range es {
		f.records = append(f.records, es[i].record(asCounts))
		f.places++
	}
	return f
}

// enumeratedPlaces reads an enumeration of departments or regions; nil if
// something else stands in it.
func enumeratedPlaces(s shaped) []placeEntry {
	isPlace := func(t string) bool { _, ok := parseHead(t, span{0, len(t)}); return ok }
	var es []placeEntry
	for _, p := range enumerate(s.text, s.body, s.inside, isPlace, 0).members {
		h, ok := parseHead(s.text, trimMember(s.text, p))
		if !ok || h.level > departmentLevel {
			return nil
		}
		e := placeEntry{line: s.line, head: h}
		if h.hasNumber {
			e.figure = digitsIn(s.text, p)
		}
		es = append(es, e)
	}
	return es
}

// headFigure returns the digits beside the name of a head that has a line of its own.
func headFigure(s shaped) span {
	if !s.head.hasNumber {
		return span{}
	}
	from := s.head.name.to
	if s.head.coded {
		from = s.head.name.from
	}
	return digitsIn(s.text, span{from, len(s.text)})
}

// digitsIn returns the first digits in a part of a text, zero if there are none.
func digitsIn(text string, s span) span {
	i := strings.IndexFunc(s.of(text), isDigit)
	if i < 0 {
		return span{}
	}
	from := s.from + i
	to := from
	for to < s.to && isDigit(rune(text[to])) {
		to++
	}
	return span{from, to}
}

// figuresAreCounts decides once for a list what the figures beside its places
// are: codes only where each is the code of its place.
func figuresAreCounts(f *found, es []placeEntry) bool {
	coded, counts := 0, 0
	for i := range es {
		switch h := &es[i].head; {
		case h.hasNumber && h.coded:
			coded++
		case h.hasNumber:
			counts++
		}
	}
	switch at := es[0].line.at; {
	case counts > 0 && coded > 0:
		f.note(records.CodeListFigures, Noted, at, "the figures beside the places are counts: %d of them are not the code of the department", counts)
	case counts > 0:
		f.note(records.CodeListFigures, Noted, at, "the figures beside the places are counts, not codes of departments")
	}
	return counts > 0
}

func (e *placeEntry) record(asCounts bool) record {
	text, name := e.line.text, e.head.name
	if e.head.coded && e.figure.from > name.from { // Calvados (14)
		if k := strings.LastIndexByte(text[:e.figure.from], '('); k > name.from {
			name = trimSpan(text, span{name.from, k})
		}
	}
	rec := record{at: e.line.at, key: gazetteer.Fold(name.of(text))}
	rec.cells[colName] = styledCell(e.line.at, e.line.cut(name))
	place := plainCell(e.line.at, name.of(text))
	if e.head.level == regionLevel {
		rec.cells[colRegion], rec.region = place, e.head.code
	} else {
		rec.cells[colDepartment], rec.dept = place, e.head.code
	}
	if asCounts && e.figure.to > 0 {
		rec.cells[colCount] = plainCell(e.line.at, e.figure.of(text))
	}
	return rec
}
