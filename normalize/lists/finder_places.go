// Lists below places: heads that name regions, departments, cantons, countries or
// groups of the profile, with their members below or beside them.

package lists

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// A stepKind is what the last unit of a walk was.
type stepKind uint8

const (
	atStart stepKind = iota
	onHead
	onItem   // a bullet
	onPlain  // a line of a paragraph
	onInline // a line with heads and members
	onCount  // a line that counts the members above it
)

// A stand is one text that holds members, with the heads above it.
type stand struct {
	unit  int
	text  piece
	names []piece // its members, where they are known without a cut
	kind  stepKind
	heads []above
	at    locale
	want  int // members that the head announces, 0 for none
}

// A placeWalk follows one list below places.
type placeWalk struct {
	us       []unit
	lo, hi   int
	heads    []above
	at       locale
	last     stepKind
	direct   bool // the region in force has members of its own
	want     int
	stands   []stand
	sections map[string]bool // signs of the sections
	entered  []above         // all heads
	lead     piece
	notes    []Note
}

// findPlaces finds the lists below places. Each unit is looked at once.
func findPlaces(us []unit) (out []*candidate) {
	for i := 0; i < len(us); {
		if us[i].wall {
			i++
			continue
		}
		w := &placeWalk{us: us, lo: i, hi: i, sections: map[string]bool{}}
		end := w.follow(i)
		if c := w.candidate(); c != nil {
			out = append(out, c)
		}
		i = max(end, i+1)
	}
	return out
}

// follow walks from unit i to the first that belongs to no list, and returns that.
func (w *placeWalk) follow(i int) int {
	for ; i < len(w.us); i++ {
		u := &w.us[i]
		switch {
		case u.kind == tableLine:
			return i
		case u.wall:
			if w.last == atStart {
				return i
			}
			continue // a legend, a total
		case w.isHead(i):
			w.enter(aboveOf(u), u.head)
			w.last = onHead
			continue
		case w.last == onHead && w.countsBelow(u):
			continue
		case w.countsAbove(u):
			w.last = onCount
			continue
		}
		if g := groupsIn(u.text); len(g.groups) > 0 && !(w.last == onHead && u.head != nil) {
			w.inline(i, g)
			continue
		}
		switch {
		case w.last == atStart:
			return i
		case w.isSection(i):
			w.section(u)
		case w.takes(i):
			w.take(i)
		default:
			return i
		}
	}
	return i
}

// isHead reports whether unit i names a place for what is below it, and is no member
// that is called so.
func (w *placeWalk) isHead(i int) bool {
	u := &w.us[i]
	if u.head == nil || i+1 >= len(w.us) || w.us[i+1].kind == tableLine {
		return false
	}
	h, next := u.head, &w.us[i+1]
	if u.kind == itemLine && h.plain && !u.parent && next.kind == itemLine && next.depth == u.depth {
		return false // one bullet of many
	}
	if !h.commune || !h.plain || u.kind == headingLine || u.parent {
		return true
	}
	first, _, _ := strings.Cut(next.text, ",")
	below := next.head == nil && isCommune(first, "", h.code)
	if w.at.dept != "" && isCommune(u.text, "", w.at.dept) {
		return below
	}
	return below || w.last != atStart && u.first && next.head == nil && !next.first || u.leads
}

// enter makes a head hold for what follows.
func (w *placeWalk) enter(a above, h *head) {
	cut := slices.IndexFunc(w.heads, func(o above) bool { return o.level > sectionLevel && o.level >= h.level || o.sign == a.sign })
	if h.level == departmentLevel && w.direct {
		if d, ok := gazetteer.DepartmentByCode(h.code); ok && w.at.region != "" && d.Region != w.at.region {
			cut = slices.IndexFunc(w.heads, func(o above) bool { return o.level == regionLevel }) // a head beside the region's, not below it
			w.at.region = ""
		}
	}
	if cut >= 0 {
		w.heads = w.heads[:cut:cut]
	}
	w.at = h.locale(w.at)
	w.heads = append(slices.Clip(w.heads), a)
	w.entered = append(w.entered, a)
	w.want, w.direct = a.want, false
}

// countsBelow takes "3 cités" below a head as its count.
func (w *placeWalk) countsBelow(u *unit) bool {
	t := strings.Trim(strings.TrimSpace(u.text), "(): ")
	n, ok := leadingCount(t)
	if !ok || u.kind == itemLine || !strings.Contains(t, " ") {
		return false // a figure alone may be anything
	}
	w.heads = slices.Clone(w.heads)
	h := &w.heads[len(w.heads)-1]
	h.count, h.want, w.want = whole(u.line), int(n), int(n)
	w.entered[len(w.entered)-1] = *h
	return true
}

// countsAbove reports whether a unit counts the members since the last head: "Soit 4
// communes concernées".
func (w *placeWalk) countsAbove(u *unit) bool {
	const longest = 80 // bytes
	if w.last != onItem && w.last != onPlain || u.kind == itemLine || len(u.text) > longest || strings.IndexFunc(u.text, isDigit) < 0 {
		return false
	}
	n := 0
	for i := len(w.stands) - 1; i >= 0 && slices.Equal(w.stands[i].heads, w.heads); i-- {
		n++
	}
	return n > 1 && slices.Contains(countsIn(u.text), n)
}

// inline takes a line with heads and members.
func (w *placeWalk) inline(i int, g grouped) {
	l := w.us[i].line
	if g.lead.to > 0 && len(w.stands) == 0 {
		w.lead = piece{l, g.lead}
	}
	heads, at := w.heads, w.at
	for _, k := range g.groups {
		w.enter(aboveIn(l, &k.head), &k.head)
		if k.body.from >= k.body.to {
			w.last = onHead
			continue
		}
		s := stand{unit: i, text: piece{l, k.body}, kind: onInline, heads: w.heads, at: w.at, want: w.want}
		for _, n := range k.names {
			s.names = append(s.names, piece{l, n})
		}
		if k.head.nation != "" { // no gazetteer knows the towns there: their form decides
			s.names = enumerated([]piece{s.text}, ",;").of[0]
		}
		w.add(s)
		w.direct = k.head.level == regionLevel
		if k.alone {
			w.heads, w.at = heads, at
		}
	}
	if g.open {
		w.notes = append(w.notes, Note{Code: records.CodeListParenthesis, Severity: Noted, At: l.at, Why: "a parenthesis is not closed in " + quote(l.text) + "; the group ends at the semicolon"})
	}
}

func (w *placeWalk) add(s stand) {
	w.stands = append(w.stands, s)
	w.last, w.hi = s.kind, s.unit+1
}

// isSection reports whether unit i names what follows: a head over heads, or the line
// between a head and a deeper one, "Inondations du 12 novembre".
func (w *placeWalk) isSection(i int) bool {
	u := &w.us[i]
	if u.kind == itemLine || len(u.text) > maxAbove || i+1 >= len(w.us) || isProse(u.text) || lexicon.LeadsRejected(fold.Name(u.text)) {
		return false
	}
	next := &w.us[i+1]
	if next.head == nil {
		return w.last == onInline && len(groupsIn(next.text).groups) > 0
	}
	if w.last == onHead {
		return next.head.level > w.heads[len(w.heads)-1].level && !isCommune(u.text, w.at.region, w.at.dept)
	}
	return u.kind == headingLine || u.bold
}

// section makes the name of a section hold for the heads that follow.
func (w *placeWalk) section(u *unit) {
	a := aboveOf(u)
	cut := slices.IndexFunc(w.heads, func(o above) bool { return o.sign == a.sign })
	if cut < 0 && w.last != onHead {
		cut, w.at = 0, locale{}
	}
	if cut >= 0 {
		w.heads = w.heads[:cut:cut]
	}
	w.heads = append(slices.Clip(w.heads), a)
	w.entered = append(w.entered, a)
	w.sections[a.sign] = true
	w.last = onHead
}

// takes reports whether unit i holds members of the heads above it.
func (w *placeWalk) takes(i int) bool {
	u := &w.us[i]
	if len(w.heads) == 0 || len(u.toks) == 0 || len(u.text) > maxLine {
		return false
	}
	if u.kind == itemLine {
		return !u.parent && (w.last == onHead || w.last == onItem)
	}
	if u.prose >= 0.5 || u.leads || !slices.ContainsFunc(u.toks, func(t token) bool { return t.class == wordClass && t.capital || t.class == quoteClass }) {
		return false // a sentence, or nothing but figures
	}
	up := &w.us[i-1]
	if u.kind == headingLine && !(w.last == onHead && up.kind == headingLine && (i+1 >= len(w.us) || w.us[i+1].kind != itemLine) && (up.depth == u.depth || w.allKnown(u))) {
		return false
	}
	switch w.last {
	case onHead:
		return true
	case onPlain:
		return !u.first || up.first && strings.IndexByte(up.text, ',') < 0 && u.bold == up.bold
	}
	return false
}

// allKnown reports whether a unit enumerates places that lie where the walk is.
func (w *placeWalk) allKnown(u *unit) bool {
	there := func(t string) bool { return known(w.at, t) }
	return mostly(namesIn(withoutKind(whole(u.line)), there, 0).names, there, allKnown)
}

func (w *placeWalk) take(i int) {
	u := &w.us[i]
	s := stand{unit: i, text: whole(u.line), kind: onPlain, heads: w.heads, at: w.at, want: w.want}
	if u.kind == itemLine {
		s.kind, s.heads = onItem, holding(w.heads, u)
	}
	w.add(s)
	w.direct = w.at.dept == "" && w.at.region != ""
}

// candidate makes a candidate of what was walked over, nil if nothing was.
func (w *placeWalk) candidate() *candidate {
	if len(w.stands) == 0 {
		return nil
	}
	c := &candidate{kind: "lines", lo: w.lo, hi: w.hi, lead: w.lead, led: !w.lead.blank(), split: true, placed: true, notes: w.notes}
	w.aboveFirst(c)
	whole := w.wholeLines()
	bullets := 0
	for k := range w.stands {
		s := &w.stands[k]
		alone := (k == 0 || !slices.Equal(w.stands[k-1].heads, s.heads)) && (k+1 == len(w.stands) || !slices.Equal(w.stands[k+1].heads, s.heads))
		if !alone {
			s.want = 0
		}
		if s.kind == onItem {
			bullets++
		}
		w.addMembers(c, s, whole && s.kind == onPlain)
	}
	if len(c.entries) == 0 {
		return nil
	}
	w.noteEmpty(c)
	if w.stands[0].unit != w.stands[len(w.stands)-1].unit {
		for k := range w.stands {
			s := &w.stands[k]
			w.us[s.unit].grouped = w.us[s.unit].grouped || s.kind == onInline
		}
	}
	if 2*bullets > len(w.stands) {
		c.kind = "bullets"
	}
	return c
}

// noteEmpty notes the heads before the last member below which there is none.
func (w *placeWalk) noteEmpty(c *candidate) {
	held := map[piece]bool{}
	for i := range c.entries {
		for _, h := range c.entries[i].heads {
			held[h.text] = true
		}
	}
	end := w.us[w.hi-1].line
	for _, h := range w.entered {
		if h.text.l == end {
			break
		}
		if !held[h.text] {
			c.notes = append(c.notes, Note{Code: records.CodeListUnread, Severity: Doubt, At: h.text.l.at, Why: quote(h.text.text()) + " is in the list, but no entry is below it"})
		}
	}
}

// aboveFirst finds what is above the first head: a section of a sign that comes again,
// and the lead.
func (w *placeWalk) aboveFirst(c *candidate) {
	if c.lo == 0 || !c.lead.blank() {
		return
	}
	up := &w.us[c.lo-1]
	if a := aboveOf(up); w.sections[a.sign] && !up.wall && up.kind != itemLine {
		for k := range w.stands {
			if s := &w.stands[k]; !slices.ContainsFunc(s.heads, func(o above) bool { return o.sign == a.sign }) {
				s.heads = append([]above{a}, s.heads...)
			} else {
				break
			}
		}
		if c.lo--; c.lo == 0 {
			return
		}
		up = &w.us[c.lo-1]
	}
	if !up.wall && (canHead(up) || up.leads || up.kind != itemLine && len(up.text) <= maxEntry) {
		c.lead = whole(up.line)
		c.led = up.leads || up.kind == headingLine || up.bold
	}
}

// eachBracketed reports whether semicolons separate names, or commas names that end in
// brackets each: "Saumur (49), Laval (53)". Other lines with several values are one row.
func eachBracketed(p piece) bool {
	parts := splitKnown(cutNames(p, ",;"), func(t string) bool { return strings.HasSuffix(t, ")") })
	for _, q := range parts {
		if !strings.HasSuffix(q.text(), ")") {
			return strings.Contains(p.text(), "; ")
		}
	}
	return true
}

// addMembers adds the members of a text to the entries.
func (w *placeWalk) addMembers(c *candidate, s *stand, whole bool) {
	there := func(t string) bool { return known(s.at, t) }
	text := withoutKind(s.text)
	names := s.names
	if names == nil && (whole || values(w.us[s.unit].skel) > 1 && s.kind != onInline && !eachBracketed(text)) {
		names = []piece{trimName(text)}
	}
	if names == nil {
		n := namesIn(text, there, s.want)
		if names = n.names; s.kind == onItem && text == s.text && (len(names) < 2 || !mostly(names, there, allKnown)) {
			names, n = []piece{trimField(text)}, naming{}
		}
		if n.why != "" {
			c.notes = append(c.notes, Note{Code: records.CodeListReading, Severity: Noted, At: text.l.at, Why: n.why})
		}
		if n.doubt != "" {
			c.notes = append(c.notes, Note{Code: records.CodeListReading, Severity: Doubt, At: text.l.at, Why: n.doubt})
		}
	}
	for _, p := range names {
		if fixed, ok := articled(p.text(), s.at); ok {
			p = printedAs(p.l, fixed)
		}
		toks := scanTokens(nil, p.text())
		c.entries = append(c.entries, entry{text: p, unit: s.unit, heads: s.heads, skel: skeletonOf(toks), prose: proseOf(p.text(), toks)})
	}
}
