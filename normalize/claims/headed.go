// Headed: a count that introduces entries is held against those entries, read as
// rows or not.

package claims

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// measures are counted, but never one by one in a list.
var measures = words(`an annee mois jour journee semaine heure minute seconde nuit euro dollar million milliard millier kilometre km metre hectare tonne litre kilo point pour
	habitant visiteur spectateur participant lecteur abonne salarie emploi collegue eleve electeur fois page ligne place degre pourcent
	year month day week hour minute night mile foot acre ton percent time reader visitor inhabitant resident employee job people page`)

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
			if h.kind != labels && (h.u.head == "" || measures[h.u.head]) {
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

// A meeting says how a count is met.
type meeting struct {
	why, doubt string
	tables     []int
}

// met looks for what the count of h counts: rows, printed entries, sections,
// different values of a column.
func (j *judge) met(h *head) (meeting, int, bool) {
	v := h.s.numbers[h.k].value
	n := int(v)
	if float64(n) != v {
		return meeting{}, 0, false
	}
	if h.kind == labels {
		return j.metLabel(h, n)
	}
	rows, entries, nested := 0, 0, 0
	var ids []int
	for _, k := range h.scope {
		p := &j.outline.printed[k]
		here := j.rowsIn(p)
		for _, t := range p.tables {
			ids = append(ids, j.tables[t].ID)
		}
		if here == n {
			return meeting{why: fmt.Sprintf("the list holds %d rows", n)}, n, true
		}
		rows, entries, nested = rows+here, entries+p.n, nested+p.nested
	}
	if rows == n {
		return meeting{why: fmt.Sprintf("the tables and lists below hold %d rows together", n), tables: ids}, n, true
	}
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			if why, ok := distinct(&j.tables[t], h.u, n); ok {
				return meeting{why: why}, n, true
			}
		}
	}
	first := &j.outline.printed[h.scope[0]]
	if n == first.n || n == first.nested || n == entries || n == nested {
		m := meeting{why: fmt.Sprintf("%d entries are printed below", n)}
		if rows > 0 && !first.prose {
			m.doubt = fmt.Sprintf("%s are announced and %d entries printed below, but %d rows were read: a row may be none, or one is missing", figure(v), n, rows)
		}
		return m, n, true
	}
	if cells, ok := j.cellsIn(first); ok && cells == n {
		m := meeting{why: fmt.Sprintf("%d names are printed below", n)}
		m.doubt = fmt.Sprintf("%s are announced, and as many names stand in %d rows: a row holds several", figure(v), rows)
		return m, n, true
	}
	if n == rows+j.together(h) {
		return meeting{why: fmt.Sprintf("%d rows, some of which name several, make %d", rows, n)}, n, true
	}
	if m := j.subsections(h); m == n {
		return meeting{why: fmt.Sprintf("%d sections stand below", n)}, n, true
	}
	return meeting{}, 0, false
}

// metLabel looks for the count in a label: "Gardiennes (3)".
func (j *judge) metLabel(h *head, n int) (meeting, int, bool) {
	rows, ok := j.labelled(h)
	first := &j.outline.printed[h.scope[0]]
	if ok && rows == n || !ok && (j.rowsIn(first) == n || first.n == n) {
		return meeting{why: fmt.Sprintf("%d entries stand below", n)}, n, true
	}
	return meeting{}, 0, false
}

// labelled returns how many rows carry the label of h as the value of a column.
func (j *judge) labelled(h *head) (int, bool) {
	label, whole := fold(h.u.text), fold(h.s.text)
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			most := 0
			for _, c := range j.tables[t].Columns {
				for v, n := range c.Values {
					if f := fold(v); f == label || f == whole {
						most = max(most, n)
					}
				}
			}
			if most > 0 {
				return most, true
			}
		}
	}
	return 0, false
}

// rowsIn returns how many rows the tables that begin in p have.
func (j *judge) rowsIn(p *printed) int {
	n := 0
	for _, t := range p.tables {
		n += j.tables[t].records()
	}
	return n
}

// cellsIn returns how many cells the tables that begin in p fill, where all are
// names without a heading: names printed in several columns.
func (j *judge) cellsIn(p *printed) (n int, ok bool) {
	for _, t := range p.tables {
		for _, c := range j.tables[t].Columns {
			if c.Values == nil || c.Title != "" || groupColumns[c.Name] {
				return 0, false
			}
			for _, k := range c.Values {
				n += k
			}
		}
	}
	return n, n > 0
}

// together returns how many more things than rows the rows below h name: "Fort
// Worth (Camp Bowie and Ridgmar)" names two.
func (j *judge) together(h *head) (more int) {
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			most := 0
			for _, c := range j.tables[t].Columns {
				here := 0
				for v, rows := range c.Values {
					if !strings.HasPrefix(c.Name, "detail") {
						_, v, _ = strings.Cut(v, "(")
					}
					here += rows * severalIn(v)
				}
				most = max(most, here)
			}
			more += most
		}
	}
	return more
}

// severalIn returns how many more things than one words in brackets name: "Camp
// Bowie and Ridgmar".
func severalIn(words string) int {
	words, _, _ = strings.Cut(words, ")")
	return strings.Count(words, " and ") + strings.Count(words, " et ")
}

// groupColumns say where rows belong, and so what there may be fewer of than rows.
var groupColumns = words("section section_2 region department state country")

// columnOf names the column that holds what a stem counts, where the two differ.
var columnOf = map[string]string{"departement": "department", "pay": "country", "etat": "state", "countrie": "country", "ville": "commune", "town": "commune", "city": "commune", "citie": "commune"}

// distinct reports whether a column of t that is named after u, or says where the
// rows belong, has n different values: "47 stores across 25 states".
func distinct(t *table, u unit, n int) (string, bool) {
	name := u.head
	if c := columnOf[name]; c != "" {
		name = c
	}
	for _, named := range [...]bool{true, false} {
		for _, c := range t.Columns {
			if c.Values == nil || len(c.Values) != n || n < 2 {
				continue
			}
			is := name != "" && (stem(c.Name) == name || headOf(c.Title) == u.head)
			if is == named && (named || groupColumns[c.Name] && !places[u.head]) {
				title := c.Title
				if title == "" {
					title = c.Name
				}
				return fmt.Sprintf("the column %s has %d different values", title, n), true
			}
		}
	}
	return "", false
}

// subsections counts the headings below h that have entries.
func (j *judge) subsections(h *head) int {
	o := j.outline
	from, to := h.s.block, j.sectionEnd(h.s.block)
	if s := o.sectionAt(h.s.block, len(j.doc.Blocks)); h.s.heading {
		to = s.to
	}
	k, found := slices.BinarySearchFunc(o.sections, from, func(s section, b int) int { return s.from - b })
	if found {
		k++
	}
	n, level := 0, math.MaxInt
	for ; k < len(o.sections) && o.sections[k].from < to; k++ {
		if s := o.sections[k]; s.level < level {
			n, level = 1, s.level
		} else if s.level == level {
			n++
		}
	}
	return n
}

// claimsAll reports whether the count of h can only be meant of all the entries
// below it.
func (j *judge) claimsAll(h *head) bool {
	s, n := h.s, h.s.numbers[h.k]
	if h.kind == labels {
		return true
	}
	_, past := j.otherYear(s)
	switch {
	case past, openEnded(s), lost(s), former(s.tokens), hasAny(s.tokens, someWords), hasAny(s.tokens, sampleWords):
		return false
	case h.u.head == "" || measures[h.u.head] || places[h.u.head] && !j.lists(h):
		return false
	case partOf(s, n), n.to < len(s.tokens) && signs[s.tokens[n.to].text]:
		return false
	case isNew(s, n, h.u) && h.kind != leadsIn && !listCue(s.tokens), s.title && h.kind == overSection && !listCue(s.tokens):
		return false // a title may speak of the new ones over a list of all
	case hasAny(s.tokens, futureWords) && h.kind != leadsIn && !listCue(s.tokens):
		return false
	case lastYear(s), n.to < len(s.tokens) && otherWords[s.tokens[n.to].fold]:
		return false
	case j.outline.printed[h.scope[0]].counted:
		return false // its parts are counted, not listed
	}
	others := 0
	for k, x := range s.numbers {
		if k == h.k || !countable(x) || x.value < 2 {
			continue
		}
		u := unitAt(s.tokens, x.to)
		if u.head == "" || u.head == h.u.head || k < h.k && !measures[u.head] {
			return false // "neuf sur dix", "19 + 3 of 120", "3 450 titres pour 3 120 demandeurs"
		}
		others++
	}
	return others <= 1
}

// otherWords after a number count what is not listed.
var otherWords = words("autres autre other others more")

// partOf reports whether n is a part of something or the whole that parts are
// taken of: "of 120", "sur les 94 entreprises". "A list of 12" and "a total of 12"
// are all.
func partOf(s *sentence, n number) bool {
	i := n.from
	if i > 0 && definite[s.tokens[i-1].fold] {
		i--
	}
	if i == 0 {
		return false
	}
	before := s.tokens[i-1]
	if i < n.from { // "parmi les 94", "of the 19"; "dans les 12 communes" is where it applies
		return before.fold == "of" && !listCue(s.tokens[:i]) || before.fold == "sur" || amongWords[before.fold]
	}
	if signs[before.text] {
		return true
	}
	if !partWords[before.fold] || listCue(s.tokens[:n.from]) {
		return false
	}
	for _, w := range [...]string{"total of", "total de", "total d'", "selection of", "nombre de"} {
		if endsWith(s.tokens[:i], w) {
			return false
		}
	}
	return before.fold != "dans" && before.fold != "in" && before.fold != "aux" && before.fold != "par" && before.fold != "by" && before.fold != "pour" && before.fold != "for"
}

// lastYear reports whether s speaks of the year before.
func lastYear(s *sentence) bool {
	for k := range s.tokens {
		for _, w := range [...]string{"last year", "l' an dernier", "l' annee derniere", "l' an passe", "annee precedente", "previous year"} {
			if endsWith(s.tokens[:k+1], w) {
				return true
			}
		}
	}
	return false
}

// signs beside a number make it a part of a sum or of a span.
var signs = map[string]bool{"+": true, "/": true, "=": true, "-": true, "–": true, "×": true}

// sampleWords say that some of what is counted is listed.
var sampleWords = words("notamment extrait extraits extract selection exemple exemples example examples certains certaines quelques some top")

// lists reports whether the table or heading below h is named after what h counts.
func (j *judge) lists(h *head) bool {
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			if subjectOf(j.tables[t].TableFacts).heads[h.u.head] {
				return true
			}
		}
	}
	return false
}

// accuse fills in the verdict of c where the entries below h are not as many as
// it announces; false where that tells nothing.
func (j *judge) accuse(c *Claim, h *head) bool {
	first := &j.outline.printed[h.scope[0]]
	rows, entries := 0, 0
	for _, k := range h.scope {
		rows += j.rowsIn(&j.outline.printed[k])
		entries += j.outline.printed[k].n
	}
	n := int(c.Value)
	if h.kind == labels {
		here, ok := j.labelled(h)
		if !ok {
			here = j.rowsIn(first)
		}
		if here == 0 && first.kind != lineEntries && !first.prose {
			here = first.n
		}
		if here == 0 || float64(here)*farOff < c.Value || c.Value*farOff < float64(here) {
			return false
		}
		c.Status, c.Found, c.Why = Mismatch, value(here), fmt.Sprintf("announces %d, %d entries stand below", n, here)
		return true
	}
	if j.adds(h, n, rows) {
		return false
	}
	named := j.named(h)
	found, surely := rows, true
	switch {
	case rows == 0 && (first.kind == lineEntries || first.prose || first.packed || first.n <= n && n <= entries):
		return false
	case rows == 0:
		found = first.n
	case first.kind == lineEntries:
		surely = first.n == 0 || n > rows && first.n <= rows || n > max(rows, first.n) || n < rows-2
	case first.kind == itemEntries:
		surely = n > max(rows, first.n) || n < min(rows, first.n)
	}
	far := func(times float64) bool { return float64(found)*times < c.Value || c.Value*times < float64(found) }
	switch {
	case far(farOff) && !named, !named && h.kind == rightBefore:
		return false
	case h.kind == rightBefore && (far(farBefore) || j.onlyNew):
		return false
	}
	c.Found = value(found)
	what := "entries"
	if rows > 0 {
		what = "rows"
	}
	c.Why = fmt.Sprintf("announces %d, the list below has %d %s", n, found, what)
	if surely && (named || h.kind == leadsIn || h.kind == overSection || h.kind == pointsTo) {
		c.Status = Mismatch
		return true
	}
	c.Status = NotCheckable
	c.Doubt = fmt.Sprintf("%d are announced, and the list below has %d %s: it may not be whole, or a row may be none", n, found, what)
	return true
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
	if generic[h.u.head] || j.lists(h) {
		return true
	}
	for _, t := range h.s.tokens[h.s.numbers[h.k].to:] {
		if choosing(t) {
			return true
		}
	}
	return listCue(h.s.tokens)
}
