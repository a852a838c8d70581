// Facts of columns: how many different values one has, and what its figures make.

package bind

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
)

// maxDistinct is how many different values of a column are told apart: more than
// there are departments, ranks or states.
const maxDistinct = 200

// columnFacts gathers what the columns of t show of figures that the prose announces.
func columnFacts(t *Table) (facts []claims.ColumnFacts) {
	for j := range t.Columns {
		c := &t.Columns[j]
		if c.Dropped || c.Name == "number" {
			continue
		}
		f := claims.ColumnFacts{Name: c.Name, Title: c.Title, Money: c.Type == records.Money}
		switch c.Type {
		case records.Number, records.Money:
			if c.Unit == "%" {
				continue // shares make no sum
			}
			sumUp(t, j, &f)
			if scale := forms.Multiple(c.Title); scale > 1 && !printsMultiples(t, j) {
				f.Sum, f.Most, f.Money = f.Sum*scale, f.Most*scale, true
			}
		case records.Text:
			f.Values = valuesOf(t, j)
		}
		if f.Values != nil || f.Summed > 0 {
			facts = append(facts, f)
		}
	}
	return facts
}

// printsMultiples reports whether the figures of column j have their multiple beside
// them, as "950 k€".
func printsMultiples(t *Table, j int) bool {
	for _, r := range t.Rows {
		if src := r.Src(j); r.Role == records.Data && src != nil {
			return strings.ContainsFunc(src.Text(), unicode.IsLetter)
		}
	}
	return false
}

// sumUp adds the figures of column j.
func sumUp(t *Table, j int, f *claims.ColumnFacts) {
	for _, r := range t.Rows {
		s := r.Text(j)
		if r.Role != records.Data || s == "" {
			continue
		}
		v, err := strconv.ParseFloat(s, 64)
		if err != nil { // kept as printed
			n, ok := forms.ParseNumber(s, t.Style())
			if !ok {
				continue
			}
			v, _ = strconv.ParseFloat(n.Plain, 64)
		}
		f.Sum += v
		f.Most = max(f.Most, v)
		f.Summed++
	}
}

// valuesOf counts the records by the value of column j; nil if there are more
// values than are told apart.
func valuesOf(t *Table, j int) map[string]int {
	values := map[string]int{}
	for _, r := range t.Rows {
		s := r.Text(j)
		if r.Role != records.Data || s == "" {
			continue
		}
		if values[s]++; len(values) > maxDistinct {
			return nil
		}
	}
	return values
}

// adds reports whether a column of counts makes v.
func adds(t *Table, v float64) bool {
	for j := range t.Columns {
		if t.Columns[j].Type != records.Number {
			continue
		}
		var f claims.ColumnFacts
		if sumUp(t, j, &f); f.Summed > 1 && f.Sum == v {
			return true
		}
	}
	return false
}
