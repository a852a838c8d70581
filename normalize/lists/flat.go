// Flat lists: members without heads, which the gazetteer, a place beside each
// name, or the sentence above makes a list.

package lists

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// readFlat reads bullets, enumerations and names one a line. nil if it is no
// list of places.
func readFlat(r *reader, u *run) *found {
	w := &headWalk{r: r, f: &found{}}
	leads := 0
	for i := range u.lines {
		if u.lines[i].lead.to > 0 {
			leads++
		}
	}
	items, texts, led := 0, 0, u.lead != nil && endsInColon(u.lead.text) || u.title != nil
	split := make([]bool, len(u.lines))
	for i := range u.lines {
		s := u.lines[i]
		w.f.lines = push(w.f.lines, s)
		first := len(w.members)
		if s.lead.to > 0 && s.body.from >= s.lead.to {
			s.use(s.lead)
			led = true
		}
		w.ctx.cells[sectionLevel] = nil
		if s.lead.to > 0 && leads > 1 { // "Catégorie ville moyenne : Albi (Tarn)"
			w.ctx.cells[sectionLevel] = plainCell(s.at, strings.TrimRight(strings.TrimSpace(s.lead.of(s.text)), " :"))
		}
		switch {
		case s.kind == totalShape:
			w.total(s)
			continue
		case s.kind == groupsShape:
			return nil
		case s.line.kind == itemLine:
			items++
			if w.pair(s) {
				continue
			}
			w.item(s)
		case s.kind == headShape || s.kind == nameShape:
			texts++
			if w.pair(s) {
				continue
			}
			w.add(s.line, s.body)
		default:
			texts++
			split[i] = true
			w.enumerate(s, s.body, len(u.lines) == 1)
			if s.lead.to > 0 && len(u.lines) > 1 {
				w.ledBy(s, first)
				w.leadLine(s, first)
			}
			if s.communes {
				led = true
				s.use(span{0, s.body.from})
			}
		}
		w.labels(first)
	}
	n := len(w.members)
	if n == 0 || items > 0 && texts > 0 {
		return nil
	}
	w.fromAbove(u)
	known, labelled, named, coded := 0, 0, 0, 0
	for i := range w.members {
		m := &w.members[i]
		if nameLike(m.name.of(m.line.text)) {
			named++
		}
		ok := w.knownMember(m)
		if m.inner == innerNumber {
			d, is := gazetteer.DepartmentCoded(m.digits)
			if is {
				coded++
			}
			if name := bareName(m.name.of(m.line.text)); is && namesPlaceIn(d, name) {
				labelled++
			}
			ok = ok && is
		}
		if ok {
			known++
		}
		if m.inner == innerPlace || m.inner == innerCode && ok {
			labelled++
		}
	}
	enough := n >= 3 || n == 2 && (r.announces(2) || labelled == 2 && led)
	switch {
	case !enough || 10*named < 8*n:
		return nil
	case 10*known >= 8*n && (items > 0 || led || 2*labelled >= n || r.announces(n)):
	case 10*labelled >= 8*n && (items > 0 || led):
	case coded == n && 2*labelled >= n && (items > 0 || led):
		w.f.note("list-figures", Noted, u.lines[0].at, "the figures in parentheses are codes of departments: all %d are such codes, and %d of the names tell of a place there", n, labelled)
	case n >= 3 && r.announces(n) && 10*known >= 6*n && led:
		w.f.note("list-announced", Noted, u.lines[0].at, "the gazetteer knows %d of %d names; the release announces %d", known, n, n)
	default:
		if 2*known >= n && n >= 4 && (items > 0 || led) {
			r.note("list-unread", Doubt, u.lines[0].at, fmt.Sprintf("%q may begin a list of places; the gazetteer knows only %d of its %d entries", clip(u.lines[0].text), known, n))
		}
		return nil
	}
	w.f.records = r.finish(w.f, w.members)
	return w.f
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

func endsInColon(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, " \u00a0"), ":")
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

// labels gives members the place that is printed behind the last of their
// group: "Annecy, Villeurbanne (Auvergne-Rhône-Alpes)". A member takes it only
// if it lies there.
func (w *headWalk) labels(first int) {
	from := first
	for i := first; i < len(w.members); i++ {
		m := &w.members[i]
		var label head
		switch {
		case m.inner == innerPlace:
			label = m.place
		case m.inner == innerNumber:
			d, ok := gazetteer.DepartmentCoded(m.digits)
			if !ok || len(m.digits) < 2 {
				continue
			}
			label = head{level: departmentLevel, name: m.detail, code: d.Code}
		case m.inner != innerNone:
			continue
		default:
			continue
		}
		for k := from; k < i; k++ {
			o := &w.members[k]
			if o.inner != innerNone {
				continue
			}
			region, dept := "", label.code
			if label.level == regionLevel {
				region, dept = label.code, ""
			}
			if _, ok := communeOf(o.name.of(o.line.text), region, dept); !ok {
				w.f.note("list-label", Doubt, o.line.at, "%q stands before %q but the gazetteer does not know it there; its place is left blank",
					clip(o.name.of(o.line.text)), label.name.of(m.line.text))
				continue
			}
			o.ctx.cells[label.level] = plainCell(m.line.at, label.name.of(m.line.text))
			o.ctx.region, o.ctx.dept = region, dept
		}
		from = i + 1
	}
}

// A mention is a place named in a sentence.
type mention struct {
	kind gazetteer.Kind
	code string
	text string
	line *line
}

// maxLead is how long a sentence above a list may be to name its place, in bytes.
const maxLead = 2000

// mentions returns the places of a kind that a line names, each once.
func mentions(l *line, kind gazetteer.Kind) []mention {
	if l == nil || len(l.text) > maxLead {
		return nil
	}
	var out []mention
	for _, h := range gazetteer.Scan(kind, l.text) {
		seen := false
		for _, m := range out {
			seen = seen || m.code == h.Code
		}
		if !seen {
			out = append(out, mention{kind, h.Code, l.text[h.Start:h.End], l})
		}
	}
	return out
}

// fromAbove gives members without a place the one that the sentence or the
// title above names: all of them where it names one, each its own where it names
// several and the gazetteer finds the name in just one.
func (w *headWalk) fromAbove(u *run) {
	open := 0
	for i := range w.members {
		if m := &w.members[i]; m.free() {
			open++
		}
	}
	if 2*open < len(w.members) {
		return
	}
	var lead *line
	if len(u.lines) > 0 && u.lines[0].lead.to > 0 {
		l := *u.lines[0].line
		l.text = u.lines[0].lead.of(l.text)
		lead = &l
	}
	for _, l := range [...]*line{lead, u.lead, u.title, w.r.titleLine()} {
		for _, kind := range [...]gazetteer.Kind{gazetteer.KindDepartment, gazetteer.KindRegion} {
			ms := mentions(l, kind)
			if len(ms) == 0 || len(ms) > 12 {
				continue
			}
			if w.assign(ms) {
				return
			}
		}
	}
}

// ledBy gives the members of one line the place that its own lead names.
func (w *headWalk) ledBy(s shaped, first int) {
	l := *s.line
	l.text = s.lead.of(l.text)
	own := &headWalk{r: w.r, f: w.f, members: w.members[first:]}
	for _, kind := range [...]gazetteer.Kind{gazetteer.KindDepartment, gazetteer.KindRegion} {
		if ms := mentions(&l, kind); len(ms) > 0 && len(own.members) > 0 && own.assign(ms) {
			return
		}
	}
}

// titleLine is the first heading of the document.
func (r *reader) titleLine() *line {
	return r.first
}

// free reports whether nothing says yet where a member lies.
func (p *pending) free() bool {
	return p.ctx.region == "" && p.ctx.dept == "" && p.inner != innerPlace && p.inner != innerNumber && p.inner != innerCode
}

func (w *headWalk) assign(ms []mention) bool {
	in := func(p *pending, m mention) bool {
		region, dept := m.code, ""
		if m.kind == gazetteer.KindDepartment {
			region, dept = "", m.code
		}
		_, ok := communeOf(p.name.of(p.line.text), region, dept)
		return ok
	}
	set := func(p *pending, m mention) {
		lv := regionLevel
		p.ctx.region = m.code
		if m.kind == gazetteer.KindDepartment {
			lv, p.ctx.region, p.ctx.dept = departmentLevel, "", m.code
		}
		p.ctx.cells[lv] = plainCell(m.line.at, m.text)
	}
	hit, total := 0, 0
	which := make([]int, len(w.members))
	counts := make([]int, len(ms))
	for i := range w.members {
		p := &w.members[i]
		which[i] = -1
		if !p.free() {
			continue
		}
		total++
		n := 0
		for k := range ms {
			if in(p, ms[k]) {
				which[i] = k
				n++
			}
		}
		if n > 1 {
			which[i] = -2
		}
		if n > 0 {
			hit++
		}
		if n == 1 {
			counts[which[i]]++
		}
	}
	if total == 0 || 10*hit < 6*total {
		return false
	}
	at := w.members[0].line.at
	if len(ms) == 1 {
		for i := range w.members {
			if p := &w.members[i]; p.free() {
				set(p, ms[0])
			}
		}
		w.f.note("list-place", Noted, at, "%q above names the place of the %d members; the gazetteer knows %d of them there", ms[0].text, total, hit)
		return true
	}
	why := ""
	for k := range ms {
		if counts[k] > 0 {
			why += fmt.Sprintf(", %d in %s", counts[k], ms[k].text)
		}
	}
	for i := range w.members {
		p := &w.members[i]
		switch {
		case !p.free():
		case which[i] >= 0:
			set(p, ms[which[i]])
		default:
			w.f.note("list-place", Doubt, p.line.at, "the sentence above names several places, and the gazetteer does not say in which of them %q lies; its place is left blank", clip(p.name.of(p.line.text)))
		}
	}
	w.f.note("list-place", Noted, at, "the sentence above names several places; the gazetteer says which member lies in which%s", why)
	return true
}

// runeLen is the length of s in runes.
func runeLen(s string) int { return utf8.RuneCountInString(s) }
