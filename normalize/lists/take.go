// Taking: how the lines below and beside a head become members.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// groups takes a line with heads and members.
func (w *headWalk) groups(s shaped) {
	if s.lead.to > 0 {
		s.use(s.lead)
	}
	above := w.ctx
	for _, g := range s.groups {
		w.enter(s.line, g.head)
		s.use(g.head.at)
		if g.body.from >= g.body.to {
			w.direct = false
			continue
		}
		w.heads++
		w.direct = g.head.level == regionLevel
		switch g.form {
		case "glued":
			w.glued(s, g.body)
		case "spaced":
			for _, p := range s.names {
				w.add(s.line, p)
			}
			w.f.note(records.CodeListReading, Noted, s.at, "blanks part the names in %q: the gazetteer knows each of them there", clip(s.text))
		default:
			w.enumerate(s, g.body, true)
		}
		if g.form == "around" || g.form == "behind" {
			w.leave(above)
		}
	}
	if s.unclosed > 0 && s.groups[0].form == "around" {
		w.f.note(records.CodeListParenthesis, Noted, s.at, "a parenthesis is not closed in %q; the group ends at the semicolon", clip(s.text))
	}
}

// leave goes back to what held before a group in parentheses.
func (w *headWalk) leave(above context) {
	w.close(sectionLevel)
	w.ctx = above
}

// glued takes members without anything between them: each ends with its
// parenthesis, or where a capital follows a small letter.
func (w *headWalk) glued(s shaped, body span) {
	c := cutPlaces(s.text, body, s.inside)
	parts := c.parts(body, byGlue)
	if strings.IndexByte(body.of(s.text), ')') < 0 {
		if split := camelParts(s.text, body); mostly(s.text, split, w.known, 1) {
			parts = split
		}
	}
	for _, p := range parts {
		w.add(s.line, p)
	}
}

// camelParts cuts where a capital follows a small letter.
func camelParts(text string, s span) []span {
	var out []span
	from := s.from
	for i := s.from + 1; i < s.to; i++ {
		if c := text[i-1]; hasGlue(text[i-1:min(i+2, s.to)]) && c >= 'a' && c <= 'z' {
			if r := firstRune(text[i:]); r >= 'A' && r <= 'Z' || r >= 'À' && r <= 'Ý' {
				out = append(out, span{from, i})
				from = i
			}
		}
	}
	return append(out, span{from, s.to})
}

// enumerate takes the members of an enumeration. final says that nothing else
// belongs to the group, so that the announced count is this line's.
func (w *headWalk) enumerate(s shaped, body span, final bool) {
	want := 0
	if final {
		want = w.want
	}
	e := enumerateBody(s.text, body, w.known, want)
	if e.why != "" {
		sev := Noted
		if e.doubt {
			sev = Doubt
		}
		w.f.note(records.CodeListReading, sev, s.at, "%s", e.why)
	}
	for _, p := range e.members {
		w.add(s.line, p)
	}
	s.use(body) // separators and "et" too
}

func (w *headWalk) add(l *line, p span) {
	m := readMember(l, p)
	if m.name.from >= m.name.to {
		return
	}
	if m.inner == innerPlace && m.place.level == departmentLevel && w.ctx.dept != "" {
		if d, ok := gazetteer.DepartmentByCode(m.place.code); ok && !sameDepartment(w.ctx.dept, d) {
			m.inner = innerDetail // "Bouches-du-Rhône : Marseille (Nord)" is a quarter
		}
	}
	l.use(p)
	if w.unused != nil {
		w.unused()
		w.unused = nil
	}
	w.members = push(w.members, pending{m, w.ctx})
}

// item takes a bullet: one member, or several where the gazetteer knows them all.
func (w *headWalk) item(s shaped) {
	w.flush()
	if len(w.members) == 0 || w.items == 0 {
		w.heads++
	}
	w.items++
	e := enumerate(s.text, s.body, s.inside, w.known, 0)
	if len(e.members) > 1 && mostly(s.text, e.members, w.known, 0.8) || s.communes {
		for _, p := range e.members {
			w.add(s.line, p)
		}
		s.use(span{0, len(s.text)})
		return
	}
	w.add(s.line, span{0, len(s.text)})
}

// flush takes the plain lines below a head: one paragraph of names, or a name a line.
func (w *headWalk) flush() {
	g := w.group
	w.group = nil
	if len(g) == 0 {
		return
	}
	w.heads++
	w.direct = w.ctx.dept == "" && w.ctx.region != ""
	whole := len(g) > 1 && w.wholeLines(g)
	for _, s := range g {
		if whole || s.kind == nameShape && !strings.Contains(s.text, " - ") && !strings.Contains(s.text, " – ") {
			w.add(s.line, s.body)
			s.use(span{0, len(s.text)})
			continue
		}
		if s.body.from > 0 {
			s.use(span{0, s.body.from})
		}
		w.enumerate(s, s.body, len(g) == 1)
	}
}

// wholeLines reports whether each of several lines is one member with its
// commune behind a comma: "Le Phare, Brest".
func (w *headWalk) wholeLines(g []shaped) bool {
	first, last, n := 0, 0, 0
	for _, s := range g {
		parts := cutPlaces(s.text, s.body, s.inside).parts(s.body, byComma)
		if len(parts) < 2 {
			continue
		}
		n++
		if w.known(parts[0].of(s.text)) {
			first++
		}
		if w.known(parts[len(parts)-1].of(s.text)) {
			last++
		}
	}
	return n > 0 && 2*n > len(g) && 10*first < 3*n && 10*last >= 7*n
}
