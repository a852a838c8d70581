// Met: how a count that introduces entries is borne out: by rows, by printed
// entries, by the different values of a column, by sections, by names printed
// several to a row.

package claims

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// A meeting says how a count is met.
type meeting struct {
	why, doubt string
	silent     bool // it only excuses: another thing than what is counted is as many
	column     bool // by the values of a column
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
		entries, nested = entries+p.n, nested+p.nested
	}
	rows = j.rowsBelow(h.scope)
	if rows == n {
		return meeting{why: fmt.Sprintf("the tables and lists below hold %d rows together", n), tables: ids}, n, true
	}
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			if why, named, ok := distinct(&j.tables[t], h.u, n); ok {
				return meeting{why: why, silent: !named, column: true}, n, true
			}
		}
	}
	first := &j.outline.printed[h.scope[0]]
	if (rows == 0 || first.kind != rowEntries) && (n == first.n || n == first.nested || n == entries || n == nested) {
		m := meeting{why: fmt.Sprintf("%d entries are printed below", n)}
		if rows > 0 && !first.prose && !first.packed && !lexicon.PlaceNouns[h.u.head] && j.claimsAll(h) {
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
		return meeting{why: fmt.Sprintf("%d sections stand below", n), silent: true}, n, true
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
	label, whole := fold.Letters(h.u.text), fold.Letters(h.s.text)
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			most := 0
			for _, c := range j.tables[t].Columns {
				for v, n := range c.Values {
					if f := fold.Letters(v); f == label || f == whole {
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

// rowsIn returns how many rows the tables that begin in p have; of a list that goes
// on beyond p only those printed there.
func (j *judge) rowsIn(p *printed) int {
	if p.goesOn {
		return p.n
	}
	return j.rowsFrom(p)
}

// rowsFrom returns how many rows the tables that begin in p have.
func (j *judge) rowsFrom(p *printed) int {
	n := 0
	for _, t := range p.tables {
		n += j.tables[t].records()
	}
	return n
}

// rowsBelow returns how many rows stand in scope.
func (j *judge) rowsBelow(scope []int) (n int) {
	for i, k := range scope {
		if p := &j.outline.printed[k]; i+1 < len(scope) {
			n += j.rowsFrom(p)
		} else {
			n += j.rowsIn(p)
		}
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
var groupColumns = map[string]bool{"section": true, "section_2": true, "region": true, "department": true, "state": true, "country": true}

// distinct reports whether a column of t that is named after u, or says where the
// rows belong, has n different values: "47 stores across 25 states".
func distinct(t *table, u unit, n int) (why string, isNamed, ok bool) {
	if n < 2 {
		return "", false, false
	}
	why = "the column %s has %d different values"
	if f := columnNamed(t, u); f != nil && len(f.Values) == n {
		return fmt.Sprintf(why, titleOf(f), n), true, true
	}
	for k := range t.Columns {
		if f := &t.Columns[k]; len(f.Values) == n && groupColumns[f.Name] && !lexicon.PlaceNouns[u.head] && 2*n <= t.records() {
			return fmt.Sprintf(why, titleOf(f), n), false, true
		}
	}
	return "", false, false
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
	for last := k + maxScope; k < min(len(o.sections), last) && o.sections[k].from < to; k++ {
		if s := o.sections[k]; s.level < level {
			n, level = 1, s.level
		} else if s.level == level {
			n++
		}
	}
	return n
}
