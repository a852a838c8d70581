// Lists whose entries are departments or regions, with a figure each.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// readDepartments reads a list whose entries are departments or regions, with a
// figure each or without: "Calvados (37), Manche (37)". nil if it is none.
func readDepartments(r *reader, u *run) *found {
	f := &found{}
	type entry struct {
		l      *line
		h      head
		figure span
	}
	var es []entry
	led := u.lead != nil && endsInColon(u.lead.text)
	for _, s := range u.lines {
		f.lines = append(f.lines, s)
		switch {
		case s.line.kind == headingLine:
			return nil
		case s.kind == totalShape:
			s.use(span{0, len(s.text)})
			continue
		case s.kind == headShape && s.head.level <= departmentLevel && s.head.level > sectionLevel && !s.head.weak:
			led = led || s.line.kind == itemLine
			e := entry{l: s.line, h: s.head}
			if s.head.hasNumber {
				lo := s.head.name.to
				if s.head.coded {
					lo = s.head.name.from
				}
				if i := strings.IndexFunc(s.text[lo:], isDigit); i >= 0 {
					j := lo + i
					for j < len(s.text) && isDigit(rune(s.text[j])) {
						j++
					}
					e.figure = span{lo + i, j}
				}
			}
			es = append(es, e)
			s.use(span{0, len(s.text)})
		case s.kind == enumShape:
			led = led || s.lead.to > 0 || strings.Contains(s.text, "(") && strings.IndexFunc(s.text, isDigit) >= 0
			c := cutPlaces(s.text, s.body, s.inside)
			e := enumerate(s.text, s.body, s.inside, func(t string) bool { _, ok := parseHead(t, span{0, len(t)}); return ok }, 0)
			_ = c
			for _, p := range e.members {
				h, ok := parseHead(s.text, trimMember(s.text, p))
				if !ok || h.level > departmentLevel {
					return nil
				}
				en := entry{l: s.line, h: h}
				if h.hasNumber {
					if i := strings.IndexFunc(p.of(s.text), isDigit); i >= 0 {
						j := p.from + i
						for j < p.to && isDigit(rune(s.text[j])) {
							j++
						}
						en.figure = span{p.from + i, j}
					}
				}
				es = append(es, en)
			}
			s.use(span{0, len(s.text)})
		default:
			return nil
		}
	}
	coded, counts := 0, 0
	for i := range es {
		if es[i].h.hasNumber {
			if es[i].h.coded {
				coded++
			} else {
				counts++
			}
		}
	}
	if len(es) < 3 || !led {
		return nil
	}
	asCounts := counts > 0
	if asCounts && coded > 0 {
		f.note("list-figures", Noted, es[0].l.at, "the figures beside the places are counts: %d of them are not the code of the department", counts)
	} else if asCounts {
		f.note("list-figures", Noted, es[0].l.at, "the figures beside the places are counts, not codes of departments")
	}
	for i := range es {
		e := &es[i]
		rec := record{at: e.l.at}
		name := e.h.name
		if e.h.coded && e.figure.from > name.from { // Calvados (14)
			if k := strings.LastIndexByte(e.l.text[:e.figure.from], '('); k > name.from {
				name = trimSpan(e.l.text, span{name.from, k})
			}
		}
		cell := func(s span) *extract.Cell {
			return plainCell(e.l.at, s.of(e.l.text))
		}
		rec.cells[colName] = styledCell(e.l.at, e.l.cut(name))
		if e.h.level == regionLevel {
			rec.cells[colRegion], rec.region = cell(name), e.h.code
		} else {
			rec.cells[colDepartment], rec.dept = cell(name), e.h.code
		}
		if asCounts && e.figure.to > 0 {
			rec.cells[colCount] = cell(e.figure)
		}
		rec.key = gazetteer.Fold(name.of(e.l.text))
		f.records = append(f.records, rec)
		f.places++
	}
	return f
}
