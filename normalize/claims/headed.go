// Headed: a count that introduces entries is held against those entries, read as
// rows or not.

package claims

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// headed judges the counts of sentence i that introduce entries.
func (j *judge) headed(ss []sentence, i int) (out []Claim) {
	accused := false
	for _, h := range j.heads(ss, i) {
		c := claim(h.s, h.s.numbers[h.k], h.u, Total)
		c.Unit = h.u.text
		if h.kind == labels {
			c.Kind = GroupTotal
		}
		if j.led(&h) {
			continue
		}
		if how, found, ok := j.met(&h); ok {
			if lexicon.PlaceNouns[h.u.head] && !how.column && !j.lists(&h) && !j.headsColumn(&h) {
				continue // as many rows as places is chance
			}
			if j.isLoose(&h) && partOf(h.s, h.s.numbers[h.k]) {
				continue // "sur trois niveaux"
			}
			if how.silent || h.kind != labels && (h.u.head == "" && h.kind != sumsUp || lexicon.Measures[h.u.head] && !j.headsColumn(&h)) {
				continue
			}
			c.Status, c.Found, c.Why = OK, value(found), how.why
			c.Doubt, c.Tables = how.doubt, how.tables
			out = append(out, c)
			continue
		}
		if accused || !j.claimsAll(&h) {
			continue
		}
		if j.accuse(&c, &h) {
			accused = true
			out = append(out, c)
		}
	}
	return out
}

// led reports whether whoever read the list has held the count of h against its
// entries already.
func (j *judge) led(h *head) bool {
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			for _, total := range j.tables[t].Totals {
				if total.Led && total.Value == h.s.numbers[h.k].value && strings.Contains(h.s.text, total.Text) {
					return true
				}
			}
		}
	}
	return false
}

// accuse fills in the verdict of c where the entries below h are not as many as
// it announces; false where that tells nothing.
func (j *judge) accuse(c *Claim, h *head) bool {
	n := int(c.Value)
	if h.kind == labels {
		return j.accuseLabel(c, h)
	}
	rows := j.rowsBelow(h.scope)
	if j.adds(h, n, rows) {
		return false
	}
	found, surely, ok := j.countBelow(h, n, rows)
	if !ok || found < 2 {
		return false
	}
	if surely, c.soft, ok = j.tied(h, found, surely); !ok {
		return false
	}
	c.Found = value(found)
	what := "entries"
	if rows > 0 {
		what = "rows"
	}
	where := "below"
	if h.kind == sumsUp || h.kind == rightAfter {
		where = "above"
	}
	c.Why = fmt.Sprintf("announces %d, the list %s has %d %s", n, where, found, what)
	if surely {
		if c.Status = Mismatch; found < n {
			c.Tables = j.tablesIn(h.scope)
		}
		return true
	}
	c.Status = NotCheckable
	c.Doubt = fmt.Sprintf("%d are announced, and the list %s has %d %s: it may not be whole, or a row may be none", n, where, found, what)
	return true
}

// tied reports whether the count of h is of the found entries that it stands by, and is so
// surely; soft where nothing but the place and the nearness of the two say it.
func (j *judge) tied(h *head, found int, surely bool) (sure, soft, ok bool) {
	v := h.s.numbers[h.k].value
	near, loose := nearCount(found, v), j.isLoose(h)
	named := j.named(h) || near && j.subjects.prefixIn(h.u.words)
	if loose && (!named || h.s.title || h.kind >= nearBefore) {
		if !near || j.onlyNew || besideOthers(h) {
			return false, false, false
		}
		named = announced(h) || j.repeated(h) || h.kind == sumsUp || j.headsColumn(h)
		soft = true
	}
	switch {
	case loose && (farFrom(found, v, farBefore) || j.onlyNew):
		return false, false, false
	case !farFrom(found, v, farOff) || named && surely:
	case loose || !announced(h) || float64(found) > v || farFrom(found, v, farBefore):
		return false, false, false
	default:
		surely = false // "attribue 14 aides" right over four: some may not be listed
	}
	if h.kind == nearBefore || h.kind == rightAfter && !defined(h.s, h.s.numbers[h.k]) {
		return surely && named && len(h.scope) == 1, soft, named
	}
	return surely && (named || !loose), soft, true
}

// tablesIn returns the IDs of the tables that begin in scope, nil if they are not several.
func (j *judge) tablesIn(scope []int) (ids []int) {
	for _, k := range scope {
		for _, t := range j.outline.printed[k].tables {
			ids = append(ids, j.tables[t].ID)
		}
	}
	if len(ids) < 2 {
		return nil
	}
	return ids
}

// isLoose reports whether nothing but the place ties h to its entries: a sentence before or
// after them, or a title that is not right above.
func (j *judge) isLoose(h *head) bool {
	return h.kind == rightBefore || h.kind == nearBefore || h.kind == sumsUp || h.kind == rightAfter || h.kind == overSection && h.s.title && !j.rightBelow(h) && !listCue(h.s.tokens)
}

// accuseLabel is accuse for "Gardiennes (3)".
func (j *judge) accuseLabel(c *Claim, h *head) bool {
	first := &j.outline.printed[h.scope[0]]
	here, ok := j.labelled(h)
	switch {
	case ok:
	default:
		here = j.rowsIn(first)
	}
	if here == 0 && first.kind != lineEntries && !first.prose {
		here = first.n
	}
	sure := ok || bracketed(h.s, h.s.numbers[h.k])
	if here == 0 || farFrom(here, c.Value, farOff) || !sure && (first.kind != itemEntries || !nearCount(here, c.Value)) {
		return false
	}
	c.Status, c.Found, c.Why = Mismatch, value(here), fmt.Sprintf("announces %s, %d entries stand below", figure(c.Value), here)
	if !sure { // "Sièges à pourvoir : 6" need not count what stands below
		c.Status, c.Doubt = NotCheckable, c.Why+": it may count something else, or the list may not be whole"
	}
	return true
}

// countBelow returns how many entries stand below h: rows, or what is printed where
// none was read. surely is false where the two differ so that either may be wrong,
// ok where neither tells.
func (j *judge) countBelow(h *head, n, rows int) (found int, surely, ok bool) {
	first, entries := &j.outline.printed[h.scope[0]], 0
	for _, k := range h.scope {
		entries += j.outline.printed[k].n
	}
	if rows == 0 {
		unclear := first.prose || first.packed || first.n == 0 || first.n <= n && n <= entries
		return first.n, first.kind != lineEntries, !unclear
	}
	surely = true
	switch first.kind {
	case lineEntries: // of which some may be headings
		surely = first.n == 0 || n > rows && first.n <= rows || n > max(rows, first.n) || n < rows-2
	case itemEntries:
		surely = n > max(rows, first.n) || n < min(rows, first.n)
	}
	fit := j.fit(h, float64(rows))
	return rows, surely && fit == strong, fit != other || nearCount(rows, float64(n)) && announced(h)
}

// farFrom reports whether found is so many times more or fewer than v.
func farFrom(found int, v, times float64) bool {
	return float64(found)*times < v || v*times < float64(found)
}

// fit says how surely what h counts is what the rows below it are. Where most names
// begin alike ("Maison d'Auch", "Maison de Condom") or are communes, another noun
// counts something else, and a noun for anything may.
func (j *judge) fit(h *head, rows float64) scope {
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			facts := j.tables[t].TableFacts
			if strings.Contains(fold.Letters(h.s.text), fold.Letters(facts.Name)) {
				facts.Name = "" // named after the very sentence that is judged
			}
			sub := subjectOf(facts)
			if sub.heads[h.u.head] || len(sub.prefix) == 0 && !sub.heads["commune"] || h.u.head == "" {
				continue
			}
			ss := newSubjects()
			ss.add(sub)
			u := h.u
			if i := slices.Index(u.words, u.head); i >= 0 {
				u.words = u.words[i:min(len(u.words), i+max(1, ss.longest))] // not the object of the verb
			}
			gap := math.Abs(h.s.numbers[h.k].value - rows)
			near := gap <= unitsColon && gap <= nearRows*max(h.s.numbers[h.k].value, rows)
			if sc := ss.counts(u); sc == other || sc == weak && !near {
				return sc
			}
		}
	}
	return strong
}

// farBefore is how many times more or fewer entries there may be than a sentence
// before them counts, which speaks of a network else.
const farBefore = 10

// adds reports whether a column of counts below h may make n: "57 projets" over
// the number of projects of each department.
func (j *judge) adds(h *head, n, rows int) bool {
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			for _, c := range j.tables[t].Columns {
				if c.Summed > 0 && !c.Money && (c.Sum == float64(n) || n > 2*rows && c.Most < float64(n) && c.Sum*farOff >= float64(n) && c.Sum <= farOff*float64(n)) {
					return true
				}
			}
		}
	}
	return false
}

// named reports whether what h counts is surely what the entries are: a noun for
// whatever is listed, something chosen, what the table's headings name.
func (j *judge) named(h *head) bool {
	if lexicon.AnyNouns[h.u.head] || j.lists(h) {
		return true
	}
	for _, t := range h.s.tokens[h.s.numbers[h.k].to:] {
		if choosing(t) {
			return true
		}
	}
	return listCue(h.s.tokens) || j.heading(h)
}

// heading reports whether a heading between the sentence of h and the entries
// names what it counts: "neuf prix" over "Les grands prix".
func (j *judge) heading(h *head) bool {
	if h.u.head == "" {
		return false
	}
	for b := h.s.block + 1; b < j.outline.printed[h.scope[0]].from; b++ {
		if hd, ok := j.doc.Blocks[b].(*document.Heading); ok && len(hd.Text()) <= 2*maxEntryLine {
			for _, t := range tokenize(hd.Text()) {
				if lexicon.Stem(t.fold) == h.u.head {
					return true
				}
			}
		}
	}
	return false
}
