// Leads: the count with which a sentence leads into a list, "Huit communes au
// titre de la sécheresse :", held against the entries below it.

package lists

import (
	"math"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// A Lead is the count in a sentence that leads into a list.
type Lead struct {
	Count int
	Towns bool // it counts communes; else a thing that any list may hold: laureates, sites
}

// A ledBy is a list's lead and where it is printed.
type ledBy struct {
	Lead
	text string
	at   document.Pos
}

// How far the entries may be from the count before it is taken to speak of
// something else than them.
const (
	farTowns   = 3   // times as many, or as few, of what is surely counted: communes
	nearThings = 0.2 // of the count, of what may be counted
	mostThings = 5   // entries
	leastTowns = 0.8 // of the entries must be communes for a count of communes
)

// leads keeps the count that leads into the list f of run u: that of the line
// itself, of the sentence right above, or of the title that ends in a colon.
func (r *reader) leads(f *found, u *run) {
	if len(u.lines) == 1 && u.lines[0].lead.to > 0 {
		s := &u.lines[0]
		f.leadIn(r.facts, s.lead.of(s.text), s.at)
		return
	}
	for _, l := range [...]*line{u.lead, u.title} {
		if l != nil && endsInColon(l.text) {
			if l != r.led { // a title holds for all lists below it, its count for the first and what goes on from it
				f.leadIn(r.facts, l.text, l.at)
				r.led = l
			}
			return
		}
	}
}

func (f *found) leadIn(facts Facts, text string, at document.Pos) {
	if lead, ok := facts.Lead(text); ok {
		f.lead = &ledBy{Lead: lead, text: strings.TrimSpace(text), at: at}
	}
}

// leadLine counts the members of one line, from first on, behind a lead of its own.
func (w *headWalk) leadLine(s shaped, first int) {
	text := strings.TrimSpace(s.lead.of(s.text))
	lead, ok := w.r.facts.Lead(text)
	n, towns := len(w.members)-first, 0
	for i := first; i < len(w.members); i++ {
		if w.knownMember(&w.members[i]) {
			towns++
		}
	}
	if ok && lead.counts(n, towns) {
		w.f.counts = append(w.f.counts, Count{Text: text, At: s.at, Group: label(text), Value: float64(lead.Count), Rows: n, Led: true})
	}
}

// counts reports whether a lead can only count n entries, of which so many are communes.
func (l Lead) counts(n, towns int) bool {
	if l.Count == n {
		return true
	}
	if l.Towns {
		return float64(towns) >= leastTowns*float64(n) && l.Count <= farTowns*n && n <= farTowns*l.Count
	}
	gap := math.Abs(float64(l.Count - n))
	return gap <= mostThings && gap <= nearThings*float64(l.Count)
}

// countLeads holds the leads of lists against their entries. What goes on from a
// list without a count of its own belongs to it; and a lead may count several
// lists, each with a count of its own.
func (r *reader) countLeads(all []*series) {
	for gi, g := range all {
		for i, f := range g.lists {
			if f.lead == nil || !f.sure() {
				continue
			}
			n, towns, k := len(f.records), f.places, i+1
			for ; k < len(g.lists) && g.lists[k].lead == nil && n != f.lead.Count; k++ {
				n, towns = n+len(g.lists[k].records), towns+g.lists[k].places
			}
			if !f.lead.counts(n, towns) || n != f.lead.Count && sumsUp(all, gi, i, f.lead.Count) {
				continue
			}
			group := ""
			if len(g.lists) > k-i {
				group = label(f.lead.text)
			}
			f.counts = append(f.counts, Count{Text: f.lead.text, At: f.lead.at, Group: group, Value: float64(f.lead.Count), Rows: n, Led: true})
		}
	}
}

// sumsUp reports whether the lists from the i-th of series gi on make n together.
func sumsUp(all []*series, gi, i, n int) bool {
	sum := 0
	for ; gi < len(all) && sum < n; gi, i = gi+1, 0 {
		for _, f := range all[gi].lists[i:] {
			if sum += len(f.records); sum == n {
				return true
			}
		}
	}
	return false
}

// sure reports whether all of a list was read, in the only way.
func (f *found) sure() bool {
	for i := range f.notes {
		if f.notes[i].Severity > Noted {
			return false
		}
	}
	return true
}
