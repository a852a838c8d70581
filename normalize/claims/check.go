// Check: each announced figure is held against the rows, or against the other
// figures of its sentence.

package claims

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// Check reads the claims of doc and compares them with facts.
func Check(doc *document.Document, facts Facts) []Claim { return Read(doc).Check(facts) }

// Check compares the claims of the prose with facts. It returns them in the
// order in which they are printed, then the printed totals of the tables.
func (p *Prose) Check(facts Facts) []Claim {
	j := newJudge(p, facts)
	ss := p.read()
	// The new ones first: where the list turns out to hold only them, a total
	// speaks of more than the list.
	verdicts := make([][]Claim, len(ss))
	for i := range ss {
		verdicts[i] = j.newOnes(&ss[i])
	}
	var out []Claim
	for i := range ss {
		out = append(out, merge(j.withColumns(ss, i, append(verdicts[i], j.totals(&ss[i])...)), j.headed(ss, i))...)
		out = append(out, j.sums(ss, i)...)
		out = append(out, j.groupTotals(&ss[i])...)
		out = append(out, j.sectionCounts(&ss[i])...)
		out = append(out, breakdowns(ss, i)...)
		out = append(out, shares(&ss[i])...)
		out = append(out, j.enumerated(ss, i, out)...)
	}
	out = j.foretoldDoubt(ss, soften(j.saidTwice(ss, out)))
	for _, t := range facts.Tables {
		for _, total := range t.Totals {
			if !total.Led || !said(out, total) {
				out = append(out, judgeTotalRow(total))
			}
		}
	}
	return out
}

// merge adds the verdicts on counts that introduce entries to those of their
// sentence. Where both speak of one count, the entries right below it decide,
// unless other rows bear it out.
func merge(said, headed []Claim) []Claim {
	for _, h := range headed {
		i := slices.IndexFunc(said, func(c Claim) bool { return c.Value == h.Value && (c.Kind == Total || c.Kind == New) })
		switch {
		case i < 0:
			said = append(said, h)
		case said[i].Status == OK && h.Status == OK:
			said[i].Doubt, said[i].Tables = h.Doubt, h.Tables
		case said[i].Status != OK && (h.Doubt == "" || !said[i].Accuses()):
			h.Kind = said[i].Kind
			said[i] = h
		}
	}
	return said
}

// A judge holds what claims are compared with.
type judge struct {
	doc      *document.Document
	prose    *Prose
	outline  *outline
	tables   []table
	subjects subjects     // of all tables
	counts   map[int]bool // of rows, by table
	news     map[int]bool // of rows marked as new, by table
	rows     int          // over all tables
	newRows  int
	newKnown bool
	released int  // year of the release, 0 if unknown
	onlyNew  bool // the list holds only the new ones
	groups   groups
	saidOf   map[saying]int // in how many sentences each count is said
}

type table struct {
	TableFacts
	new int // rows marked as new
}

func newJudge(p *Prose, facts Facts) *judge {
	doc := p.doc
	j := &judge{doc: doc, prose: p, outline: p.outline(&facts), groups: groupsOf(facts.Tables), subjects: newSubjects(), counts: map[int]bool{}, news: map[int]bool{}}
	for _, t := range facts.Tables {
		tab := table{TableFacts: t, new: t.New}
		j.subjects.add(subjectOf(t))
		j.newKnown = j.newKnown || t.NewKnown
		for _, r := range t.Rows {
			if t.Records == 0 && r.New != nil {
				j.newKnown = true
				if *r.New {
					tab.new++
				}
			}
		}
		j.rows += t.records()
		j.newRows += tab.new
		j.counts[t.records()], j.news[tab.new] = true, true
		j.tables = append(j.tables, tab)
	}
	j.saidOf = sayings(p.read())
	if len(doc.Meta.Date.ISO) >= 4 {
		j.released, _ = strconv.Atoi(doc.Meta.Date.ISO[:4])
	}
	return j
}

// scope says how surely u, in sentence s before token n, speaks of the rows.
func (j *judge) scope(s *sentence, u unit, n int) scope {
	if len(j.tables) == 0 {
		return other
	}
	sc := j.subjects.counts(u)
	if sc == weak && hasAny(s.tokens[:n], lexicon.CountVerbs) && j.subjects.namedIn(s.tokens[:n]) {
		return strong // le réseau des PIMMS comporte désormais 53 structures
	}
	return sc
}

// rowsMatching returns the row count that equals v: of one table, or of all together.
func (j *judge) rowsMatching(v float64) (int, bool) {
	if n := int(v); float64(n) == v && j.counts[n] {
		return n, true
	}
	return j.rows, float64(j.rows) == v && j.rows > 0
}

// newMatching returns the count of new rows that equals v, and how many are new in all.
func (j *judge) newMatching(v float64) (int, bool) {
	if n := int(v); float64(n) == v && n > 0 && j.news[n] {
		return n, true
	}
	return j.newRows, float64(j.newRows) == v && j.newRows > 0
}

func hasAny(ts []token, set map[string]bool) bool {
	for _, t := range ts {
		if set[t.fold] {
			return true
		}
	}
	return false
}

// otherYear returns the year that sentence s speaks of, if it is
// not the release's own: "En 2019, ...". "Créé en 1998" dates a thing, not the count.
func (j *judge) otherYear(s *sentence) (int, bool) {
	for _, x := range s.numbers {
		if x.nature != year || int(x.value) == j.released || j.released == 0 {
			continue
		}
		before := s.tokens[:x.from]
		if !endsWith(before, "en") && !endsWith(before, "in") && !endsWith(before, "ici") && !endsWith(before, "fin") && !endsWith(before, "annee") {
			continue
		}
		if hasAny(s.tokens[max(0, x.from-4):x.from], lexicon.Founded) {
			continue
		}
		return int(x.value), true
	}
	return 0, false
}

// claim starts a claim on number n of sentence s.
func claim(s *sentence, n number, u unit, k Kind) Claim {
	return Claim{Text: s.text, Kind: k, Value: n.value, Unit: u.text, At: s.at, head: u.head}
}

// countable reports whether n can be a count of things.
func countable(n number) bool {
	return n.nature == count && !math.IsNaN(n.value) && n.value == math.Trunc(n.value)
}

// bounded says how a bound stands to what was found.
func bounded(n number, found int, of string) string {
	word := map[bound]string{about: "about", atLeast: "at least", atMost: "at most"}[n.bound]
	return fmt.Sprintf("announces %s %s, found %d %s", word, figure(n.value), found, of)
}

// value returns n as a Claim carries it.
func value(n int) *float64 {
	v := float64(n)
	return &v
}

// figure prints v in plain form: 856, 31.4.
func figure(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
