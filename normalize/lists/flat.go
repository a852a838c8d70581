// Flat lists: members without heads, which the gazetteer, a place beside each
// name, or the sentence above makes a list.

package lists

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// readFlat reads bullets, enumerations and names one a line. nil if it is no
// list of places.
func readFlat(r *reader, u *run) *found {
	w := &headWalk{r: r, f: &found{}}
	e := flatEvidence{led: u.lead != nil && endsInColon(u.lead.text) || u.title != nil}
	if !w.flatLines(u, &e) || len(w.members) == 0 || e.items > 0 && e.texts > 0 {
		return nil
	}
	w.fromAbove(u)
	w.weigh(&e)
	if !w.isFlatList(u, e) {
		return nil
	}
	w.f.records = r.finish(w.f, w.members)
	return w.f
}

// A flatEvidence is what speaks for a flat list.
type flatEvidence struct {
	led          bool // a sentence, a title or words in the line lead into it
	items, texts int  // lines that are bullets, and that are none

	// of the members:
	known    int // the gazetteer knows them where they are said to lie
	labelled int // their place is printed beside them
	named    int // look like names
	coded    int // have the code of a department
	sited    int // are no communes, but one is printed in parentheses behind them
}

// flatLines takes the members of all lines; false if a line belongs to no flat list.
func (w *headWalk) flatLines(u *run, e *flatEvidence) bool {
	leads := 0
	for i := range u.lines {
		if u.lines[i].lead.to > 0 {
			leads++
		}
	}
	for i := range u.lines {
		s := u.lines[i]
		w.f.lines = push(w.f.lines, s)
		first := len(w.members)
		if s.lead.to > 0 && s.body.from >= s.lead.to {
			s.use(s.lead)
			e.led = true
		}
		w.ctx.cells[sectionLevel] = nil
		if s.lead.to > 0 && leads > 1 { // "Catégorie ville moyenne : Albi (Tarn)"
			w.ctx.cells[sectionLevel] = plainCell(s.at, label(s.lead.of(s.text)))
		}
		switch {
		case s.kind == totalShape:
			w.total(s)
			continue
		case s.kind == groupsShape:
			return false
		case s.line.kind == itemLine:
			e.items++
		default:
			e.texts++
		}
		switch {
		case (s.line.kind == itemLine || s.kind == headShape || s.kind == nameShape) && w.pair(s):
			continue
		case s.line.kind == itemLine:
			w.item(s)
		case s.kind == headShape || s.kind == nameShape:
			w.add(s.line, s.body)
		default:
			w.enumerate(s, s.body, len(u.lines) == 1)
			if s.lead.to > 0 && len(u.lines) > 1 {
				w.ledBy(s, first)
				w.leadLine(s, first)
			}
			if s.communes {
				e.led = true
				s.use(span{0, s.body.from})
			}
		}
		w.labels(first)
	}
	return true
}

// weigh counts what speaks for the members.
func (w *headWalk) weigh(e *flatEvidence) {
	for i := range w.members {
		m := &w.members[i]
		if nameLike(m.name.of(m.line.text)) {
			e.named++
		}
		ok := w.knownMember(m)
		if m.inner == innerNumber {
			d, is := gazetteer.DepartmentCoded(m.digits)
			if is {
				e.coded++
			}
			if name := bareName(m.name.of(m.line.text)); is && namesPlaceIn(d, name) {
				e.labelled++
			}
			ok = ok && is
		}
		if ok {
			e.known++
		}
		if m.inner == innerPlace || m.inner == innerCode && ok {
			e.labelled++
		}
		if m.inner == innerDetail && !ok && known(m.ctx, m.detail.of(m.line.text)) {
			e.sited++
		}
	}
}

// isFlatList reports whether the evidence makes the members a list, and says why
// where something else than the gazetteer decides.
func (w *headWalk) isFlatList(u *run, e flatEvidence) bool {
	n, at := len(w.members), u.lines[0].at
	begun := e.items > 0 || e.led
	enough := n >= 3 || n == 2 && (w.r.announces(2) || e.labelled == 2 && e.led)
	switch {
	case !enough || 10*e.named < 8*n:
		return false
	case 10*e.known >= 8*n && (begun || 2*e.labelled >= n || w.r.announces(n)):
	case 10*e.labelled >= 8*n && begun:
	case e.coded == n && 2*e.labelled >= n && begun:
		w.f.note(records.CodeListFigures, Noted, at, "the figures in parentheses are codes of departments: all %d are such codes, and %d of the names tell of a place there", n, e.labelled)
	case n >= 3 && 10*e.sited >= 8*n && (e.items == len(u.lines) || e.led && w.r.announces(n)):
		w.f.note(records.CodeListSited, Noted, at, "a commune stands in parentheses behind %d of %d names", e.sited, n)
	case n >= 3 && w.r.announces(n) && 10*e.known >= 6*n && e.led:
		w.f.note(records.CodeListAnnounced, Noted, at, "the gazetteer knows %d of %d names; the release announces %d", e.known, n, n)
	default:
		if 2*e.known >= n && n >= 4 && begun {
			w.r.note(records.CodeListUnread, Doubt, at, fmt.Sprintf("%q may begin a list of places; the gazetteer knows only %d of its %d entries", clip(u.lines[0].text), e.known, n))
		}
		return false
	}
	return true
}

// namesPlaceIn reports whether a name is a commune of d, or holds one or the
// department's own name: "Cité éducative de Creil" in the Oise.
func namesPlaceIn(d gazetteer.Department, name string) bool {
	if len(name) > maxKnown {
		return false
	}
	if _, ok := gazetteer.CommuneIn(d, name); ok {
		return true
	}
	for _, hit := range gazetteer.Scan(gazetteer.KindDepartment, name) {
		if hit.Code == d.Code {
			return true
		}
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("'’,()", r) })
	for i, w := range words {
		if !unicode.IsUpper(firstRune(w)) {
			continue
		}
		for j := i + 1; j <= min(len(words), i+maxNameWords); j++ {
			if _, ok := gazetteer.CommuneIn(d, strings.Join(words[i:j], " ")); ok {
				return true
			}
		}
	}
	return false
}

// pair takes a bullet that prints its place beside the name: "Brest - Finistère",
// "Brest, Finistère", "Finistère / Brest".
func (w *headWalk) pair(s shaped) bool {
	for _, sep := range [...]string{" – ", " — ", " - ", ", ", " / ", " : ", "\t"} {
		if strings.Count(s.text, sep) != 1 {
			continue
		}
		i := strings.Index(s.text, sep)
		left, right := trimSpan(s.text, span{0, i}), trimMember(s.text, span{i + len(sep), len(s.text)})
		for k, place := range [...]span{right, left} {
			h, ok := parseHead(s.text, place)
			if !ok || h.level > departmentLevel || h.hasNumber && !h.coded {
				continue
			}
			name := [...]span{left, right}[k]
			if k == 1 && h.commune || !nameLike(name.of(s.text)) {
				continue // "Paris, Vienne"
			}
			m := readMember(s.line, name)
			m.inner, m.place = innerPlace, h
			w.members = push(w.members, pending{m, w.ctx})
			s.use(span{0, len(s.text)})
			return true
		}
	}
	return false
}
