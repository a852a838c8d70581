// This file mends seams: words that a reader put into the neighbouring cell.

package normalize

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/records"
)

// seams compares each region and department of r with the cell right of it. If neither
// is a value of its column, but both are once some words change sides, the words are
// moved: "Provence-Alpes-Côte | d'Azur Var". A code in parentheses that is that of the
// department is moved to it: "Ain | (01) Bourg".
func seams(t *bind.Table, r *records.Record) []records.Finding {
	order := t.PrintedColumns()
	for k := 0; k+1 < len(order); k++ {
		c, next := order[k], order[k+1]
		name := t.Columns[c].Means()
		if name != "region" && name != "department" {
			continue
		}
		left, right := r.Text(c), r.Text(next)
		if left == "" || right == "" {
			continue
		}
		l, rest, ok := seam(t.Places, name, t.Columns[next].Means(), left, right)
		if !ok {
			continue
		}
		return []records.Finding{{
			Code: "seam", Record: r.ID, Why: fmt.Sprintf("%q and %q: %q belongs to the cell on the left", left, right, strings.TrimSpace(strings.TrimPrefix(l, left))),
			Edits: []records.Edit{{Record: int32(r.ID), Col: int32(c), Text: l}, {Record: int32(r.ID), Col: int32(next), Text: rest}},
		}}
	}
	return nil
}

// seam finds the words at the front of right that belong to left.
func seam(p *places.Places, name, nextName, left, right string) (l, rest string, ok bool) {
	fits, _ := p.Accepts(name, left)
	nextFits, nextKnown := p.Accepts(nextName, right)
	if fits {
		end := strings.IndexByte(right, ')')
		if name != "department" || nextKnown || right[0] != '(' || end < 0 || end == len(right)-1 {
			return "", "", false
		}
		place, code := p.Department(left), p.Department(right[:end+1])
		if code.How != gazetteer.Coded || code.Code != place.Code {
			return "", "", false
		}
		return left + " " + right[:end+1], strings.TrimSpace(right[end+1:]), true
	}
	if nextKnown && nextFits || len(right) > places.MaxPlace*4 {
		return "", "", false
	}
	for i := 0; i < len(right) && i < places.MaxPlace; i++ {
		if right[i] != ' ' {
			continue
		}
		l, rest = joinText(left, right[:i]), right[i+1:]
		if ok, _ := p.Accepts(name, l); !ok || rest == "" {
			continue
		}
		if ok, known := p.Accepts(nextName, rest); known && !ok {
			continue
		}
		return l, rest, true
	}
	return "", "", false
}
