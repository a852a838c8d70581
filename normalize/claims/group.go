// Groups: what the prose says of one region or department ("8 communes dans
// l'Aude et une dans l'Hérault", "la Bretagne compte 12 maisons") against the
// rows that lie there.

package claims

import (
	"fmt"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A group is the rows of one region or department.
type group struct{ rows, new int }

// groups are the rows by region and department. They are known where every row
// tells its own.
type groups struct {
	of    map[string]group // by groupKey
	known map[gazetteer.Kind]bool
}

func groupKey(k gazetteer.Kind, name string) string { return fmt.Sprint(int(k)) + fold.Letters(name) }

// groupsOf counts the rows of each group over all tables.
func groupsOf(tables []TableFacts) groups {
	g := groups{of: map[string]group{}, known: map[gazetteer.Kind]bool{gazetteer.KindRegion: true, gazetteer.KindDepartment: true}}
	for _, t := range tables {
		if t.Records > 0 {
			return groups{} // the rows are a sample
		}
		for _, r := range t.Rows {
			for k, name := range map[gazetteer.Kind]string{gazetteer.KindRegion: r.Region, gazetteer.KindDepartment: r.Department} {
				if name == "" {
					g.known[k] = false
					continue
				}
				key := groupKey(k, name)
				c := g.of[key]
				c.rows++
				if r.New != nil && *r.New {
					c.new++
				}
				g.of[key] = c
			}
		}
	}
	return g
}

// placeReach is how many words may stand between a count and its place.
const placeReach = 8

// placesOf returns the regions and departments that number k of s is said of:
// those behind it in its clause, or the one that the sentence begins with.
// direct says that nothing but the thing counted stands between.
func placesOf(s *sentence, k int) (found []gazetteer.Hit, direct bool) {
	hits := s.hits()
	if len(hits) == 0 {
		return nil, false
	}
	n := s.numbers[k]
	u := unitAt(s.tokens, n.to)
	stop := len(s.tokens)
	if k+1 < len(s.numbers) {
		stop = s.numbers[k+1].from
	}
	for j := n.to; j < stop; j++ {
		if t := s.tokens[j].text; t == ";" || t == ":" || t == "(" || t == "," && len(found) == 0 {
			break
		}
		h, ok := hitAt(hits, s.tokens[j].start)
		if !ok {
			continue
		}
		if len(found) == 0 && (j-n.to > placeReach || !leads(s.tokens[n.to:j])) {
			break
		}
		direct = direct || len(found) == 0 && j <= u.to+2
		found = append(found, h)
	}
	if len(found) > 0 {
		return found, direct
	}
	return placeBefore(s, k, hits)
}

// placeBefore finds the place that rules the clause of number k: "La Bretagne
// compte 13", "Dans l'Aude, 8 communes", "Aude : 8", "le Morbihan 3".
func placeBefore(s *sentence, k int, hits []gazetteer.Hit) ([]gazetteer.Hit, bool) {
	n := s.numbers[k]
	from := 0
	if k > 0 {
		from = s.numbers[k-1].to
	}
	for j := n.from - 1; j >= from; j-- {
		if t := s.tokens[j].text; t == ";" || t == "(" || t == ")" {
			from = j + 1
			break
		}
	}
	for j := from; j < n.from; j++ {
		h, ok := hitAt(hits, s.tokens[j].start)
		if !ok {
			continue
		}
		end := j
		for end < n.from && s.tokens[end].start < h.End {
			end++
		}
		rest := s.tokens[end:n.from]
		opens := k == 0 && len(s.tokens[from:j]) <= 4 && opening(s.tokens[from:j])
		switch {
		case len(rest) == 0 && k > 0 && opening(s.tokens[max(from, j-1):j]): // et le Morbihan 3
			return []gazetteer.Hit{h}, true
		case len(rest) == 1 && rest[0].text == ":":
			return []gazetteer.Hit{h}, true
		case len(rest) > 0 && lexicon.CountVerbs[rest[0].fold] && len(rest) <= 2 && opening(s.tokens[max(from, j-1):j]):
			return []gazetteer.Hit{h}, true
		case opens && j > from && lexicon.LeadsToPlace[s.tokens[from].fold] && len(rest) > 0 && rest[0].text == ",":
			return []gazetteer.Hit{h}, len(rest) == 1
		}
	}
	return nil, false
}

// leads reports whether ts ends with a word that leads to a place.
func leads(ts []token) bool {
	for len(ts) > 0 && lexicon.PlaceArticles[ts[len(ts)-1].fold] {
		ts = ts[:len(ts)-1]
	}
	return len(ts) > 0 && lexicon.LeadsToPlace[ts[len(ts)-1].fold]
}

// opening reports whether ts holds nothing but articles and the like.
func opening(ts []token) bool {
	for _, t := range ts {
		if !lexicon.PlaceArticles[t.fold] && !lexicon.LeadsToPlace[t.fold] {
			return false
		}
	}
	return true
}

func hitAt(hits []gazetteer.Hit, at int) (gazetteer.Hit, bool) {
	for _, h := range hits {
		if h.Start == at {
			return h, true
		}
	}
	return gazetteer.Hit{}, false
}

// hits returns the regions and departments that s names.
func (s *sentence) hits() []gazetteer.Hit {
	if !s.scanned {
		s.scanned = true
		s.named = gazetteer.Scan(0, s.text)
	}
	return s.named
}

// within returns how many rows lie in the places that s names; ok is false where the rows do
// not tell or have no such place.
func (j *judge) within(s *sentence, places []gazetteer.Hit) (g group, ok bool) {
	for _, h := range places {
		kind, names := h.Kind, []string{h.Name}
		if h.Kind == gazetteer.KindRegion && h.How == gazetteer.Old { // Lorraine is not all of Grand Est
			if ds := gazetteer.DepartmentsOfOld(s.text[h.Start:h.End]); ds != nil {
				kind, names = gazetteer.KindDepartment, nil
				for _, d := range ds {
					names = append(names, d.Name)
				}
			}
		}
		has := false
		for _, name := range names {
			if c, in := j.groups.of[groupKey(kind, name)]; in {
				g.rows += c.rows
				g.new += c.new
				has = true
			}
		}
		if !has || !j.groups.known[kind] {
			return group{}, false
		}
	}
	return g, true
}

// elsewhere reports whether number k of s speaks of places that are not all that
// the rows are about.
func (j *judge) elsewhere(s *sentence, k int) bool {
	places, _ := placesOf(s, k)
	if len(places) == 0 {
		return false
	}
	g, ok := j.within(s, places)
	return !ok || g.rows != j.rows
}

// A placed is a number that the prose gives to one place.
type placed struct {
	s     *sentence
	n     number
	u     unit
	place gazetteer.Hit
	found int // rows there
}

// placedIn returns the counts of s that are said of one place each; surely says
// that some number of s surely counts rows.
func (j *judge) placedIn(s *sentence) (ps []placed, surely bool) {
	for k, n := range s.numbers {
		one := n.word && n.value == 1
		if !countable(n) && !one {
			continue
		}
		u := unitAt(s.tokens, n.to)
		bare := unitBefore(u, s, n)
		sc := j.scope(s, bare, n.from)
		surely = surely || sc == strong
		if sc == other || isNew(s, n, u) {
			continue
		}
		places, direct := placesOf(s, k)
		if len(places) != 1 || !direct {
			continue
		}
		if g, ok := j.within(s, places); ok && g.rows != j.rows {
			ps = append(ps, placed{s, n, bare, places[0], g.rows})
		}
	}
	return ps, surely
}

// groupTotals judges what s says of the rows of single regions and departments.
func (j *judge) groupTotals(s *sentence) []Claim {
	if len(j.groups.of) == 0 || len(s.numbers) == 0 && len(s.items) == 0 {
		return nil
	}
	ps, surely := j.placedIn(s)
	for i := range s.items {
		more, sure := j.placedIn(&s.items[i])
		ps, surely = append(ps, more...), surely || sure
	}
	if !surely || len(ps) == 0 {
		return nil
	}
	said, found := 0.0, 0
	for _, p := range ps {
		said += p.n.value
		found += p.found
	}
	// All rows shared out among places and none left, and as many said in all:
	// whatever differs is wrong.
	whole := len(ps) > 1 && found == j.rows && (said == float64(found) || j.saysAll(s))
	var out []Claim
	for _, p := range ps {
		if c, ok := j.judgePlaced(p, whole); ok {
			out = append(out, c)
		}
	}
	return out
}

// judgePlaced compares p with the rows of its place; false where a difference
// tells nothing. whole says that all rows are shared out.
func (j *judge) judgePlaced(p placed, whole bool) (Claim, bool) {
	c := claim(p.s, p.n, p.u, GroupTotal)
	c.Found = value(p.found)
	_, past := j.otherYear(p.s)
	switch {
	case p.n.bound != exact:
		c.Status, c.Why = Approximate, bounded(p.n, p.found, "rows in "+p.place.Name)
	case float64(p.found) == p.n.value:
		c.Status, c.Why = OK, fmt.Sprintf("%d rows lie in %s", p.found, p.place.Name)
	case past || isPlanned(p.s.tokens) || former(p.s.tokens):
		return c, false
	case whole, j.ruled(p):
		c.Status = Mismatch
		c.Why = fmt.Sprintf("announces %s in %s, %d rows lie there", figure(p.n.value), p.place.Name, p.found)
	default:
		return c, false
	}
	return c, true
}

// saysAll reports whether s counts as many as there are rows.
func (j *judge) saysAll(s *sentence) bool {
	for _, n := range s.numbers {
		if countable(n) && n.bound == exact && n.value == float64(j.rows) {
			return true
		}
	}
	return false
}

// ruled reports whether p says outright how many rows a place has in all: "La
// Bretagne compte désormais 13 espaces".
func (j *judge) ruled(p placed) bool {
	if j.scope(p.s, p.u, p.n.from) != strong || p.place.End > p.n.start || p.n.value > farOff*float64(p.found) || float64(p.found) > farOff*p.n.value {
		return false
	}
	return hasAny(p.s.tokens[:p.n.from], lexicon.CountVerbs) && hasAny(p.s.tokens[:p.n.from], lexicon.Now)
}

// former reports whether ts tells of what was before this list. "Ten towns were
// selected" tells of the list itself.
func former(ts []token) bool {
	for i, t := range ts {
		passive := (t.fold == "were" || t.fold == "was") && i > 0 && ts[i-1].fold != "there" && i+1 < len(ts) && !ts[i+1].digits
		if lexicon.Former[t.fold] && !passive {
			return true
		}
	}
	return false
}

// unitBefore cuts u before the name of a place that it runs into: "communes de
// l'Aude" counts communes.
func unitBefore(u unit, s *sentence, n number) unit {
	for i := n.to; i < u.to; i++ {
		if _, ok := hitAt(s.hits(), s.tokens[i].start); ok {
			return unitAt(s.tokens[:i], n.to)
		}
	}
	return u
}

// judgeNewIn holds what number k of s says of new ones in single places against
// the rows there.
func (j *judge) judgeNewIn(c *Claim, s *sentence, k int) {
	places, _ := placesOf(s, k)
	g, ok := j.within(s, places)
	if !ok || float64(g.new) != c.Value {
		c.Status, c.Why = NotCheckable, fmt.Sprintf("speaks of %s alone", places[0].Name)
		return
	}
	c.Status, c.Found = OK, value(g.new)
	c.Why = fmt.Sprintf("%d rows in %s are marked as new", g.new, places[0].Name)
}
