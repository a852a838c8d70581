// Headed lists: groups named by a head, on a line of its own or beside its members.

package lists

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A context is what the heads above say of a member.
type context struct {
	cells        [levels]*extract.Cell
	region, dept string // codes, "" if not known
}

// A pending is a member with its context, before the list is read as a whole.
type pending struct {
	member
	ctx context
}

// A headWalk reads one headed run.
type headWalk struct {
	r       *reader
	f       *found
	ctx     context
	asDept  bool // names of both kinds are departments here
	counted bool // figures beside heads are counts, though some look like codes
	members []pending
	open    []openCount
	heads   int  // heads with members
	direct  bool // the last region head has members of its own
	items   int  // members that are bullets
	group   []shaped
	want    int // members that the head announces, 0 if it does not
}

// An openCount is a printed count whose group has not ended.
type openCount struct {
	lv    level
	first int // members before it
	Count
}

// readHeaded reads a run with heads. nil if it is no such list.
func readHeaded(r *reader, u *run) *found {
	isHead := acceptHeads(u.lines)
	w := &headWalk{r: r, f: &found{headed: true}}
	w.decide(u.lines, isHead)
	any, own := false, false
	for i := range u.lines {
		own = own || isHead[i]
	}
	first := 0
	for first < len(u.lines) && !isHead[first] && u.lines[first].kind != groupsShape {
		first++ // what stands before the first head is not part of it, but for its title
	}
	again := false // a line over groups names them only where another such line follows
	for i := first + 1; i+1 < len(u.lines); i++ {
		again = again || !isHead[i] && u.lines[i].kind != groupsShape && u.lines[i-1].kind == groupsShape && u.lines[i+1].kind == groupsShape
	}
	if again && first < len(u.lines) && first > 0 && u.lines[first].kind == groupsShape && w.isSection(u.lines, isHead, first-1) {
		first--
	}
	if first == len(u.lines) {
		return nil
	}
	dropped := u.lines[:first:first]
	u.lines, isHead = u.lines[first:], isHead[first:]
	rest := len(u.lines)
	for !own && rest > 0 && u.lines[rest-1].kind != groupsShape && u.lines[rest-1].kind != totalShape && u.lines[rest-1].line.kind == textLine {
		rest-- // what follows the last group is not part of it
	}
	dropped = append(dropped, u.lines[rest:]...)
	u.lines = u.lines[:rest]
	for i := range u.lines {
		any = any || isHead[i] || u.lines[i].kind == groupsShape
	}
	if !any {
		return nil
	}
	for i := range u.lines {
		s := u.lines[i]
		w.f.lines = push(w.f.lines, s)
		switch {
		case isHead[i]:
			w.flush()
			w.head(s.line, s.head)
			if s.below != nil {
				s.below.use(span{0, len(s.below.text)})
			}
		case s.kind == groupsShape:
			w.flush()
			w.groups(s)
		case s.kind == totalShape:
			w.flush()
			w.total(s)
		case w.isSection(u.lines, isHead, i):
			w.flush()
			w.section(s)
		case s.line.kind == itemLine:
			w.item(s)
		case w.ctx.cells[departmentLevel] == nil && w.ctx.cells[regionLevel] == nil && !own || i > 0 && u.lines[i-1].kind == groupsShape:
			// Between groups with their members beside them: reported as unread.
		default:
			w.group = append(w.group, s)
		}
	}
	w.flush()
	w.close(sectionLevel)
	if why := w.accept(u); why != "" {
		u.single = why == singleEntry
		if len(w.members) >= 3 && w.heads >= 1 && (w.partly() || strings.Contains(why, "other departments")) {
			r.note("list-unread", Doubt, u.lines[0].at, fmt.Sprintf("%q may begin a list; it is not read: %s", clip(u.lines[0].text), why))
		}
		return nil
	}
	for i := range dropped {
		if s := &dropped[i]; s.kind == enumShape || s.kind == nameShape {
			if _, ok := communeOf(s.text, "", ""); ok || s.namesPlaces() {
				r.note("list-unread", Doubt, s.at, fmt.Sprintf("%q stands beside the list but below no head of it; it is not read", clip(s.text)))
			}
		}
	}
	w.f.records = r.finish(w.f, w.members)
	w.f.counts = append(w.f.counts, closed(w.open)...)
	return w.f
}

// decide settles what holds for all heads of a run.
func (w *headWalk) decide(ls []shaped, isHead []bool) {
	dept, region, coded, uncoded := 0, 0, 0, 0
	each := func(h *head, line string) {
		switch {
		case h.both:
		case h.level == departmentLevel:
			dept++
		case h.level == regionLevel:
			region++
		}
		if h.hasNumber && strings.Contains(line[h.at.from:h.at.to], "(") {
			if h.coded {
				coded++
			} else {
				uncoded++
			}
		}
	}
	for i := range ls {
		if isHead[i] {
			each(&ls[i].head, ls[i].text)
		}
		for k := range ls[i].groups {
			each(&ls[i].groups[k].head, ls[i].text)
		}
	}
	w.asDept = dept > 0 && region == 0
	w.counted = coded > 0 && uncoded > coded
}

// head takes a head that stands on a line of its own.
func (w *headWalk) head(l *line, h head) {
	w.enter(l, h)
	l.use(h.at)
	w.direct = false
}

// enter makes h hold for the members that follow.
func (w *headWalk) enter(l *line, h head) {
	if h.both && (w.asDept || h.level == regionLevel && w.ctx.region == h.code) {
		if d, how := gazetteer.DepartmentNamed(h.name.of(l.text)); how != gazetteer.NotFound {
			h.level, h.code = departmentLevel, d.Code
		}
	}
	w.close(h.level)
	label := h.label
	if label == "" {
		label = h.name.of(l.text)
	}
	for lv := h.level; lv < levels; lv++ {
		w.ctx.cells[lv] = nil
	}
	switch h.level {
	case regionLevel:
		w.ctx.region, w.ctx.dept = h.code, ""
	case departmentLevel:
		if d, ok := gazetteer.DepartmentByCode(h.code); ok && w.ctx.region != "" && d.Region != w.ctx.region && w.direct {
			w.ctx.region, w.ctx.cells[regionLevel] = "", nil // a head beside the region's, not below it
		}
		w.ctx.dept = h.code
	}
	w.ctx.cells[h.level] = &extract.Cell{At: l.at, Runs: []extract.Run{{Text: label}}}
	w.want = 0
	if h.hasNumber && (!h.coded || w.counted) {
		w.want = int(h.number)
		w.open = append(w.open, openCount{lv: h.level, first: len(w.members), Count: Count{
			Text: h.numberText, At: l.at, Group: label, Value: h.number, Rows: -1,
		}})
	}
}

// close ends the counts of groups that a head of this level ends.
func (w *headWalk) close(lv level) {
	for i := range w.open {
		if o := &w.open[i]; o.Rows < 0 && o.lv >= lv {
			o.Rows = len(w.members) - o.first
		}
	}
}

func closed(open []openCount) []Count {
	var cs []Count
	for _, o := range open {
		cs = append(cs, o.Count)
	}
	return cs
}

// isSection reports whether a plain line is the name of what follows: between
// a head and a deeper one ("Inondations du 12 novembre"), or over groups with
// their members beside them.
func (w *headWalk) isSection(ls []shaped, isHead []bool, i int) bool {
	s := ls[i]
	if s.line.kind == itemLine || s.communes || len(w.group) > 0 || i+1 >= len(ls) || s.kind != nameShape && s.kind != enumShape {
		return false
	}
	next := ls[i+1]
	if next.kind == groupsShape {
		return i == 0 || ls[i-1].kind == groupsShape || ls[i-1].kind == totalShape
	}
	if !isHead[i+1] {
		return false
	}
	if i == 0 {
		return true
	}
	if _, ok := communeOf(s.text, w.ctx.region, w.ctx.dept); ok {
		return false
	}
	return isHead[i-1] && next.head.level > ls[i-1].head.level
}

// section takes a line that names the groups below it. Below a head it holds as
// long as that head.
func (w *headWalk) section(s shaped) {
	body := trimSpan(s.text, span{0, len(s.text)})
	if len(w.members) > 0 && w.ctx.cells[cantonLevel] == nil && w.f.lines[max(0, len(w.f.lines)-2)].kind == groupsShape {
		w.ctx = context{}
	}
	w.ctx.cells[sectionLevel] = &extract.Cell{At: s.at, Runs: []extract.Run{{Text: strings.TrimRight(body.of(s.text), " :")}}}
	s.use(body)
}

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
			w.f.note("list-reading", Noted, s.at, "blanks part the names in %q: the gazetteer knows each of them there", clip(s.text))
		default:
			w.enumerate(s, g.body, true)
		}
		if g.form == "around" {
			w.leave(above)
		}
	}
	if s.unclosed > 0 && s.groups[0].form == "around" {
		w.f.note("list-parenthesis", Noted, s.at, "a parenthesis is not closed in %q; the group ends at the semicolon", clip(s.text))
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

// known reports whether a text is a commune where the walk stands.
func (w *headWalk) known(t string) bool { return known(w.ctx, t) }

// maxKnown is how long a printed member may be for the gazetteer to be asked, in
// bytes: longer ones are no commune, with all their details.
const maxKnown = 400

func known(ctx context, t string) bool {
	if len(t) > maxKnown {
		return false
	}
	name := bareName(outsideParens(t))
	if _, ok := communeOf(name, ctx.region, ctx.dept); ok {
		return true
	}
	if town := townOf(name); town != "" {
		_, ok := communeOf(town, ctx.region, ctx.dept)
		return ok
	}
	bare, article := cutArticle(name)
	if bare == name {
		return false
	}
	_, ok := communeOf(article+bare, ctx.region, ctx.dept)
	return ok
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
		w.f.note("list-reading", sev, s.at, "%s", e.why)
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

// total takes a line that sums up.
func (w *headWalk) total(s shaped) {
	body := trimSpan(s.text, span{0, len(s.text)})
	s.use(body)
	t := body.of(s.text)
	i := strings.LastIndexFunc(t, func(r rune) bool { return !isDigit(r) && r != ' ' && r != '\u00a0' && r != '.' && r != ')' })
	if i < 0 {
		return
	}
	_, after := t[:i], strings.TrimLeft(t[i:], " :=(-–\u00a0")
	value, ok := leadingCount(strings.Map(func(r rune) rune {
		if isDigit(r) {
			return r
		}
		return -1
	}, after))
	if !ok {
		return
	}
	c := Count{Text: t, At: s.at, Value: value, Rows: len(w.members)}
	if hits := gazetteer.Scan(0, t); len(hits) > 0 {
		hit := hits[0]
		c.Group, c.Rows = t[hit.Start:hit.End], 0
		for k := range w.members {
			if m := &w.members[k]; hit.Kind == gazetteer.KindRegion && m.ctx.region == hit.Code || hit.Kind == gazetteer.KindDepartment && m.ctx.dept == hit.Code {
				c.Rows++
			}
		}
	}
	w.f.counts = append(w.f.counts, c)
}

// clip shortens a text for a message.
func clip(s string) string {
	s = strings.TrimSpace(s)
	const most = 60 // bytes
	if len(s) <= most {
		return s
	}
	i := most
	for i > 0 && s[i]&0xc0 == 0x80 {
		i--
	}
	return s[:i] + "..."
}
