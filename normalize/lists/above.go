// Above: places that a sentence, a title or a later name says of members which
// print none themselves.

package lists

import (
	"fmt"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

// labels gives members the place that is printed behind the last of their
// group: "Annecy, Villeurbanne (Auvergne-Rhône-Alpes)". A member takes it only
// if it lies there.
func (w *headWalk) labels(first int) {
	from := first
	for i := first; i < len(w.members); i++ {
		label, ok := w.members[i].label()
		if !ok {
			continue
		}
		for k := from; k < i; k++ {
			o := &w.members[k]
			if o.inner != innerNone {
				continue
			}
			if !label.lies(o) {
				w.f.note(records.CodeListLabel, Doubt, o.line.at, "%q stands before %q but the gazetteer does not know it there; its place is left blank",
					clip(o.name.of(o.line.text)), label.text)
				continue
			}
			label.hold(o)
		}
		from = i + 1
	}
}

// label returns the place that is printed in the parentheses of a member.
func (p *pending) label() (mention, bool) {
	text := p.line.text
	switch p.inner {
	case innerPlace:
		kind := gazetteer.KindDepartment
		if p.place.level == regionLevel {
			kind = gazetteer.KindRegion
		}
		return mention{kind, p.place.code, p.place.name.of(text), p.line}, true
	case innerNumber:
		if d, ok := gazetteer.DepartmentCoded(p.digits); ok && len(p.digits) >= 2 {
			return mention{gazetteer.KindDepartment, d.Code, p.detail.of(text), p.line}, true
		}
	}
	return mention{}, false
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

// maxMentions is how many places one sentence may name for members to lie in:
// more are a list themselves, and each member is asked of each.
const maxMentions = 12

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
	for _, l := range [...]*line{lead, u.lead, u.title, w.r.first} {
		for _, kind := range [...]gazetteer.Kind{gazetteer.KindDepartment, gazetteer.KindRegion} {
			ms := mentions(l, kind)
			if len(ms) == 0 || len(ms) > maxMentions {
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

// free reports whether nothing says yet where a member lies.
func (p *pending) free() bool {
	return p.ctx.region == "" && p.ctx.dept == "" && p.inner != innerPlace && p.inner != innerNumber && p.inner != innerCode
}

// lies reports whether the gazetteer knows a member in the place.
func (m *mention) lies(p *pending) bool {
	region, dept := m.code, ""
	if m.kind == gazetteer.KindDepartment {
		region, dept = "", m.code
	}
	return isCommune(p.name.of(p.line.text), region, dept)
}

// hold makes the place that of a member.
func (m *mention) hold(p *pending) {
	lv := regionLevel
	p.ctx.region = m.code
	if m.kind == gazetteer.KindDepartment {
		lv, p.ctx.region, p.ctx.dept = departmentLevel, "", m.code
	}
	p.ctx.cells[lv] = plainCell(m.line.at, m.text)
}

// onlyIn returns the one of the places in which a member lies, -1 if it lies in
// none or in several; in says whether it lies in any.
func onlyIn(ms []mention, p *pending) (which int, in bool) {
	which = -1
	for k := range ms {
		if !ms[k].lies(p) {
			continue
		}
		if in {
			return -1, true
		}
		which, in = k, true
	}
	return which, in
}

// leastLying is the share of the members without a place that must lie in one
// of those that a sentence names, for the sentence to speak of them.
const leastLying = 0.6

// assign gives members without a place the one of ms in which they lie, or the
// only one; false if ms are not their places.
func (w *headWalk) assign(ms []mention) bool {
	hit, total := 0, 0
	which := make([]int, len(w.members))
	counts := make([]int, len(ms))
	for i := range w.members {
		p := &w.members[i]
		if !p.free() {
			continue
		}
		total++
		k, in := onlyIn(ms, p)
		if which[i] = k; k >= 0 {
			counts[k]++
		}
		if in {
			hit++
		}
	}
	if total == 0 || float64(hit) < leastLying*float64(total) {
		return false
	}
	at := w.members[0].line.at
	for i := range w.members {
		p := &w.members[i]
		switch {
		case !p.free():
		case len(ms) == 1:
			ms[0].hold(p)
		case which[i] >= 0:
			ms[which[i]].hold(p)
		default:
			w.f.note(records.CodeListPlace, Doubt, p.line.at, "the sentence above names several places, and the gazetteer does not say in which of them %q lies; its place is left blank", clip(p.name.of(p.line.text)))
		}
	}
	if len(ms) == 1 {
		w.f.note(records.CodeListPlace, Noted, at, "%q above names the place of the %d members; the gazetteer knows %d of them there", ms[0].text, total, hit)
		return true
	}
	why := ""
	for k := range ms {
		if counts[k] > 0 {
			why += fmt.Sprintf(", %d in %s", counts[k], ms[k].text)
		}
	}
	w.f.note(records.CodeListPlace, Noted, at, "the sentence above names several places; the gazetteer says which member lies in which%s", why)
	return true
}
