// Headed lists: groups named by a head, on a line of its own or beside its members.

package lists

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// A context is what the heads above say of a member.
type context struct {
	cells        [levels]*document.Cell
	region, dept string // codes, "" if not known
	own          bool   // a head that only the caller knows holds
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
	onLines bool // some heads have a line of their own
	direct  bool // the last region head has members of its own
	items   int  // members that are bullets
	group   []shaped
	unused  func() // says that the name of the section is used: by its first member; nil if it is
	want    int    // members that the head announces, 0 if it does not
}

// readHeaded reads a run with heads. nil if it is no such list.
func readHeaded(r *reader, u *run) *found {
	isHead := acceptHeads(u.lines)
	w := &headWalk{r: r, f: &found{headed: true}}
	w.decide(u.lines, isHead)
	w.onLines = slices.Contains(isHead, true)
	from, to := w.extent(u.lines, isHead)
	if from == to {
		return nil
	}
	dropped := append(u.lines[:from:from], u.lines[to:]...)
	u.lines, isHead = u.lines[from:to], isHead[from:to]
	for i := range u.lines {
		w.f.lines = push(w.f.lines, u.lines[i])
		w.line(u.lines, isHead, i)
	}
	w.flush()
	w.close(sectionLevel)
	if why := w.accept(u); why != "" {
		u.single = why == singleEntry
		if len(w.members) >= 3 && w.heads >= 1 && (w.partly() || strings.Contains(why, "other departments")) {
			r.note(records.CodeListUnread, Doubt, u.lines[0].at, fmt.Sprintf("%q may begin a list; it is not read: %s", clip(u.lines[0].text), why))
		}
		return nil
	}
	for i := range dropped {
		if s := &dropped[i]; s.kind == enumShape || s.kind == nameShape {
			if isCommune(s.text, "", "") || s.namesPlaces() {
				r.note(records.CodeListUnread, Doubt, s.at, fmt.Sprintf("%q stands beside the list but below no head of it; it is not read", clip(s.text)))
			}
		}
	}
	w.f.records = r.finish(w.f, w.members)
	w.f.counts = append(w.f.counts, closed(w.open)...)
	return w.f
}

// extent returns the lines of a run that belong to the list: from its first head
// on, or from the line that names the groups below it; up to its last group.
func (w *headWalk) extent(ls []shaped, isHead []bool) (from, to int) {
	for from < len(ls) && !isHead[from] && ls[from].kind != groupsShape {
		from++ // what stands before the first head is not part of it, but for its title
	}
	if from == len(ls) {
		return 0, 0
	}
	again := false // a line over groups names them only where another such line follows
	for i := from + 1; i+1 < len(ls); i++ {
		again = again || !isHead[i] && ls[i].kind != groupsShape && ls[i-1].kind == groupsShape && ls[i+1].kind == groupsShape
	}
	if again && from > 0 && ls[from].kind == groupsShape && w.isSection(ls[from-1:], isHead[from-1:], 0) {
		from--
	}
	to = len(ls)
	for !w.onLines && to > from && ls[to-1].kind != groupsShape && ls[to-1].kind != totalShape && ls[to-1].line.kind == textLine {
		to-- // what follows the last group is not part of it
	}
	return from, to
}

// line takes the i-th line of a list.
func (w *headWalk) line(ls []shaped, isHead []bool, i int) {
	s := ls[i]
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
	case w.isSection(ls, isHead, i):
		w.flush()
		w.section(s)
	case s.line.kind == itemLine:
		w.item(s)
	case w.ctx.cells[departmentLevel] == nil && w.ctx.cells[regionLevel] == nil && !w.onLines || i > 0 && ls[i-1].kind == groupsShape:
		// Between groups with their members beside them: reported as unread.
	default:
		w.group = append(w.group, s)
	}
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
	case sectionLevel:
		w.ctx.region, w.ctx.dept = "", ""
	case regionLevel:
		w.ctx.region, w.ctx.dept = h.code, ""
	case departmentLevel:
		if d, ok := gazetteer.DepartmentByCode(h.code); ok && w.ctx.region != "" && d.Region != w.ctx.region && w.direct {
			w.ctx.region, w.ctx.cells[regionLevel] = "", nil // a head beside the region's, not below it
		}
		w.ctx.dept = h.code
	}
	w.ctx.own = h.own != "" || w.ctx.own && h.level > sectionLevel
	if h.own != "" && h.level == sectionLevel {
		w.f.own = h.own
	}
	w.ctx.cells[h.level] = plainCell(l.at, label)
	w.want = 0
	if h.hasNumber && (!h.coded || w.counted) {
		w.want = int(h.number)
		w.open = append(w.open, openCount{lv: h.level, first: len(w.members), Count: Count{
			Text: h.numberText, At: l.at, Group: label, Value: h.number, Rows: -1,
		}})
	}
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
	if isCommune(s.text, w.ctx.region, w.ctx.dept) {
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
	w.ctx.cells[sectionLevel] = plainCell(s.at, label(body.of(s.text)))
	w.unused = func() { s.use(body) }
}
