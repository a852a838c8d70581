// Columns: counts that a column bears out, not the number of rows: the sum of its figures
// ("130 lits supplémentaires" over a column of beds), or its different values ("47 stores
// across 25 states").

package claims

import (
	"fmt"
	"math"
	"slices"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// withColumns adds the verdicts on counts of sentence i that columns tell, in place of
// those that rows told less surely.
func (j *judge) withColumns(ss []sentence, i int, said []Claim) []Claim {
	s := &ss[i]
	for k, n := range s.numbers {
		if !countable(n) || n.value < 2 || n.bound != exact {
			continue
		}
		u := unitOf(s, n)
		c := claim(s, n, u, Total)
		if !j.summedCount(&c, ss, i, k, u) && !j.spreadCount(&c, ss, i, k, u) {
			continue
		}
		at := slices.IndexFunc(said, func(o Claim) bool { return o.Value == c.Value && (o.Kind == Total || o.Kind == New) })
		switch {
		case at < 0:
			said = append(said, c)
		case said[at].Status != OK:
			said[at] = c
		}
	}
	return said
}

// summedCount fills in the verdict of c where number k of sentence i counts what the
// figures of a column count: "130 lits" over "Lits ouverts", "l'ouverture de onze classes"
// over "Ouvertures".
func (j *judge) summedCount(c *Claim, ss []sentence, i, k int, u unit) bool {
	s, n := &ss[i], ss[i].numbers[k]
	var of *ColumnFacts
	for t := range j.tables {
		if j.tables[t].records() == int(n.value) {
			return false // its rows are as many
		}
		for f := range j.tables[t].Columns {
			if f := &j.tables[t].Columns[f]; f.Summed > 1 && !f.Money && f.Sum >= 2 && (counts(f, u) || calls(s, f)) {
				if of != nil && of.Sum != f.Sum {
					return false // it does not say which
				}
				of = f
			}
		}
	}
	if of == nil || of.Most == n.value {
		return false
	}
	sum := rounded(of.Sum)
	c.Found = &sum
	if sum == n.value {
		c.Status, c.Why = OK, fmt.Sprintf("the %d figures of %s make %s", of.Summed, of.Name, figure(sum))
		return true
	}
	gap := math.Abs(sum - n.value)
	if gap > nearNamed*max(sum, n.value) && gap > 1 || lexicon.Measures[u.head] && !counts(of, u) || !j.ofAll(ss, i, k) {
		return false
	}
	c.Status = Mismatch
	c.Why = fmt.Sprintf("announces %s, the %d figures of %s make %s", figure(n.value), of.Summed, of.Name, figure(sum))
	return true
}

// nearNamed is how far a count may be from what a column named after it makes, as a share
// of the larger.
const nearNamed = 0.35

// counts reports whether the heading of f names what u counts.
func counts(f *ColumnFacts, u unit) bool {
	if u.head == "" {
		return false
	}
	title := f.Title
	if title == "" {
		title = f.Name
	}
	if headOf(title) == u.head {
		return true
	}
	return lexicon.Measures[u.head] && slices.ContainsFunc(tokenize(title), func(t token) bool { return lexicon.Stem(t.fold) == u.head }) // "Power (kW)"
}

// spreadCount fills in the verdict of c where number k of sentence i counts the different
// values of a column: "dans sept départements" over a column of departments with five.
func (j *judge) spreadCount(c *Claim, ss []sentence, i, k int, u unit) bool {
	s, n := &ss[i], ss[i].numbers[k]
	if len(j.tables) != 1 {
		return false
	}
	t := &j.tables[0]
	f := columnNamed(t, u)
	if f == nil || len(f.Values) < 2 || t.records() == int(n.value) || len(f.Values) == t.records() {
		return false
	}
	if len(f.Values) == int(n.value) {
		c.Status, c.Found, c.Why = OK, value(len(f.Values)), fmt.Sprintf("the column %s has %d different values", titleOf(f), len(f.Values))
		return true
	}
	if gap := math.Abs(float64(len(f.Values)) - n.value); isNew(s, n, u) || gap > nearNamed*max(n.value, float64(len(f.Values))) && gap > 1 || !j.ofAll(ss, i, k) {
		return false
	}
	c.Status, c.Found = Mismatch, value(len(f.Values))
	c.Why = fmt.Sprintf("announces %s, the column %s has %d different values", figure(n.value), titleOf(f), len(f.Values))
	return true
}

// columnNamed returns the column of t with different values of what u counts, nil if it
// has none.
func columnNamed(t *table, u unit) *ColumnFacts {
	name := u.head
	if c := lexicon.CountedColumns[name]; c != "" {
		name = c
	}
	for k := range t.Columns {
		if f := &t.Columns[k]; f.Values != nil && name != "" && (lexicon.Stem(f.Name) == name || headOf(f.Title) == u.head) {
			return f
		}
	}
	return nil
}

// titleOf is what a column is called in a sentence.
func titleOf(f *ColumnFacts) string {
	if f.Title != "" {
		return f.Title
	}
	return f.Name
}

// ofAll reports whether number k of sentence i is meant of all that is listed: in the title
// or a heading, right above entries or right below them, and not of some, of what is
// planned or of another year.
func (j *judge) ofAll(ss []sentence, i, k int) bool {
	s, n := &ss[i], ss[i].numbers[k]
	switch {
	case j.notNow(s), lastYear(s), ofSome(s, n), isGoal(s.tokens):
		return false
	case n.to < len(s.tokens) && (lexicon.Others[s.tokens[n.to].fold] || signs[s.tokens[n.to].text]), n.from > 0 && signs[s.tokens[n.from-1].text]:
		return false
	}
	return j.tiedBelow(ss, i)
}
