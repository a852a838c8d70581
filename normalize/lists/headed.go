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
		w.f.lines = append(w.f.lines, s)
		switch {
		case isHead[i]:
			w.flush()
			w.head(s.line, s.head)
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

// acceptHeads tells heads from members that are called like a department. A
// bare name of both kinds (Vienne, Paris) is a head only in the form that the
// other heads have.
func acceptHeads(ls []shaped) []bool {
	type form struct {
		kind              lineKind
		depth             int
		bold, caps, colon bool
	}
	formOf := func(s *shaped) form {
		t := strings.TrimSpace(s.text)
		return form{s.line.kind, s.depth, s.bold, t == strings.ToUpper(t), strings.HasSuffix(t, ":")}
	}
	sure := map[form]bool{}
	n, members := 0, map[form]bool{}
	for i := range ls {
		switch {
		case ls[i].kind != headShape:
			members[formOf(&ls[i])] = true
		case !ls[i].head.commune || !ls[i].head.plain || ls[i].line.kind == headingLine:
			sure[formOf(&ls[i])] = true
			n++
		}
	}
	ok := make([]bool, len(ls))
	for i := range ls {
		if ls[i].kind != headShape {
			continue
		}
		h, f := &ls[i].head, formOf(&ls[i])
		follows := i+1 < len(ls) // by something that can stand below it
		switch {
		case !h.plain || ls[i].line.kind == headingLine:
			ok[i] = true
		case !h.commune:
			ok[i] = follows
			if ls[i].line.kind == itemLine && members[f] && i+1 < len(ls) && ls[i+1].depth <= ls[i].depth && n <= 1 {
				ok[i] = false // one bullet of many that happens to be called so
			}
		default:
			ok[i] = follows && sure[f] && (!members[f] || !sameAsNeighbours(ls, i)) || follows && n == 0 && !members[f] && ls[i+1].kind != headShape
		}
	}
	dept := ""
	for i := range ls {
		if !ok[i] {
			continue
		}
		if h := &ls[i].head; h.commune && h.plain && ls[i].line.kind != headingLine && dept != "" && isMember(ls, ok, i, dept) {
			ok[i] = false
			continue
		}
		if h := &ls[i].head; h.level == departmentLevel {
			dept = h.code
		} else if h.level == regionLevel {
			dept = ""
		}
	}
	return ok
}

// isMember reports whether a name of both kinds is rather a commune of the
// department in force: it lies there, and the line below it does not lie in the
// department of that name.
func isMember(ls []shaped, ok []bool, i int, dept string) bool {
	if _, in := communeOf(ls[i].text, "", dept); !in {
		return false
	}
	if i+1 >= len(ls) || ok[i+1] || ls[i+1].kind == groupsShape {
		return true
	}
	next := ls[i+1].text
	if ls[i+1].kind == enumShape {
		next, _, _ = strings.Cut(next, ",")
	}
	_, below := communeOf(next, "", ls[i].head.code)
	return !below
}

// sameAsNeighbours reports whether the lines around i are members of one line
// each, among which a head would look no different.
func sameAsNeighbours(ls []shaped, i int) bool {
	return i > 0 && ls[i-1].kind == headShape && !ls[i-1].head.commune || i+1 < len(ls) && ls[i+1].kind == headShape
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
	l.use(p)
	w.members = append(w.members, pending{m, w.ctx})
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

// accept says why the run is no list, "" if it is one.
func (w *headWalk) accept(u *run) string {
	n := len(w.members)
	if n == 0 {
		return "no members"
	}
	placed, named, known, elsewhere := 0, 0, 0, 0
	for i := range w.members {
		m := &w.members[i]
		t := m.name.of(m.line.text)
		if m.ctx.region != "" || m.ctx.dept != "" || m.ctx.cells[cantonLevel] != nil || m.ctx.cells[arrondissementLevel] != nil {
			placed++
		}
		if bare, _ := cutArticle(t); nameLike(t) || nameLike(bare) {
			named++
		}
		if w.knownMember(m) {
			known++
		} else if m.ctx.dept != "" && len(gazetteer.CommunesNamed(bareName(outsideParens(t)))) > 0 {
			elsewhere++
		}
	}
	weak := false
	for i := range u.lines {
		weak = weak || u.lines[i].kind == headShape && u.lines[i].head.weak
	}
	places := w.groupCount()
	switch {
	case placed == 0:
		return "no group names a place"
	case n == 1 && len(u.lines) == 1 && !w.agrees():
		return "a single entry"
	case 2*elsewhere > n:
		return fmt.Sprintf("%d of its %d entries are communes of other departments than the ones above them", elsewhere, n)
	case 10*known >= 5*n && 10*named >= 7*n:
		return ""
	case 10*named < 9*n:
		return "its entries read like sentences"
	case places >= 2 && !weak:
		return ""
	case w.agrees():
		return ""
	case places == 1 && n >= 2 && !weak && w.items > 0 && named == n && w.onlyNames():
		return ""
	}
	return "one group of entries that the gazetteer does not know"
}

// partly reports whether some members are places of the gazetteer.
func (w *headWalk) partly() bool {
	for i := range w.members {
		if w.knownMember(&w.members[i]) {
			return true
		}
	}
	return false
}

func (w *headWalk) knownMember(m *pending) bool {
	return known(m.ctx, m.name.of(m.line.text))
}

// groupCount is how many places have members.
func (w *headWalk) groupCount() int {
	n := 0
	var last *extract.Cell
	for i := range w.members {
		c := w.members[i].ctx.cells[departmentLevel]
		if c == nil {
			c = w.members[i].ctx.cells[regionLevel]
		}
		if c != nil && c != last {
			n++
			last = c
		}
	}
	return n
}

// agrees reports whether the counts printed beside heads are those of their members.
func (w *headWalk) agrees() bool {
	for i := range w.open {
		if float64(w.open[i].Rows) != w.open[i].Value {
			return false
		}
	}
	return len(w.open) > 0
}

// onlyNames reports whether every member opens with a capital and ends as no sentence.
func (w *headWalk) onlyNames() bool {
	for i := range w.members {
		m := &w.members[i]
		t := strings.TrimSpace(m.line.text)
		if strings.HasSuffix(t, ".") && len(strings.Fields(t)) > 5 || opensArticle(t) && opensSmall(t[1:]) && t[0] == 'l' {
			return false
		}
	}
	return true
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
