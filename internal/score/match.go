// Matching: which records of the truth are in a table of the product.

package score

import "strings"

// A matching is one table of the truth held against one of the product.
type matching struct {
	hits     int
	headings bool
	missing  []string // records that no row holds
	surplus  []string // rows that hold no record
}

// match finds the records of t among the rows of g. A record is found when one
// row holds all its values, each in the column that holds that value for the
// other records. columns are those that are asked for.
func match(t *Table, columns []Column, g *grid) (m matching) {
	want := make([][][]string, len(t.Records))
	for i, r := range t.Records {
		for _, c := range columns {
			printed := ""
			if i < len(t.Printed) {
				printed = t.Printed[i][c.Key]
			}
			want[i] = append(want[i], wantKeys(r[c.Key], printed, c.Type))
		}
	}
	where := assign(shared(columns, want, g))
	holds := func(w [][]string, row []string) bool {
		for k, at := range where {
			if at < 0 || !meet(w[k], cellKeys(row[at], columns[k].Type)) {
				return false
			}
		}
		return true
	}
	used := make([]bool, len(g.rows))
	for i, w := range want {
		found := false
		for q, row := range g.rows {
			if !used[q] && holds(w, row) {
				used[q], found = true, true
				m.hits++
				break
			}
		}
		if !found {
			m.missing = append(m.missing, describe(t, columns, i))
		}
	}
	for q, row := range g.rows {
		if !used[q] {
			m.surplus = append(m.surplus, strings.Join(row, " | "))
		}
	}
	m.headings = true
	for k, at := range where {
		m.headings = m.headings && at >= 0 && titled(&columns[k], g.names[at])
	}
	return m
}

// headingWeight breaks ties between columns of equal values: a right heading
// counts less than one value.
const headingWeight = 0.5

// shared counts the values that each column of the truth shares with each of g.
func shared(columns []Column, want [][][]string, g *grid) [][]float64 {
	weight := make([][]float64, len(columns))
	for k := range columns {
		weight[k] = make([]float64, len(g.names))
		for j := range g.names {
			have := map[string]int{}
			for _, row := range g.rows {
				for _, key := range cellKeys(row[j], columns[k].Type) {
					have[key]++
				}
			}
			for _, w := range want {
				for _, key := range w[k] {
					if have[key] > 0 {
						have[key]--
						weight[k][j]++
						break
					}
				}
			}
			if titled(&columns[k], g.names[j]) {
				weight[k][j] += headingWeight
			}
		}
	}
	return weight
}

// describe prints record i for people.
func describe(t *Table, columns []Column, i int) string {
	var parts []string
	for _, c := range columns {
		parts = append(parts, text(t.Records[i][c.Key]))
	}
	return strings.Join(parts, " | ")
}
