// Counts: figures printed beside the heads of groups and in lines that sum up.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// An openCount is a printed count whose group has not ended.
type openCount struct {
	lv    level
	first int // members before it
	Count
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

// agrees reports whether the counts printed beside heads are those of their members.
func (w *headWalk) agrees() bool {
	for i := range w.open {
		if float64(w.open[i].Rows) != w.open[i].Value {
			return false
		}
	}
	return len(w.open) > 0
}
