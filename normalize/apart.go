// This file has the check of records in other tables than the main one, which an
// output of one table leaves out.

package normalize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// checkApart names the tables that a file of one table leaves out: a fault where
// the prose counts them together with the main one, a doubt where they have the
// same columns, else a note.
func checkApart(res *checked) []records.Finding {
	best := res.Main()
	if best == nil || len(res.tables) < 2 {
		return nil
	}
	main := 0
	sizes := make([]int, len(res.tables))
	for i, t := range res.tables {
		if sizes[i] = recordsOf(t); t.Table == best {
			main = i
		}
	}
	most := sizes[main]
	all := 0
	var others, alike []int
	for i, t := range res.tables {
		if all += sizes[i]; i == main || sizes[i] == 0 {
			continue
		}
		others = append(others, i)
		if sameColumns(res.tables[main], t) || likeColumns(res.tables[main], t) {
			alike = append(alike, i)
		}
	}
	if len(others) == 0 {
		return nil
	}
	for i := range res.Claims {
		c := &res.Claims[i]
		if len(c.Tables) < 2 || !slices.Contains(c.Tables, res.tables[main].ID) {
			continue
		}
		held := fmt.Sprintf("which are in %d tables", len(c.Tables))
		if c.Found != nil && *c.Found != c.Value {
			held = fmt.Sprintf("of which %d are in %d tables", int(*c.Found), len(c.Tables))
		}
		return []records.Finding{{Code: records.CodeRecordsApart, Level: records.Fault, At: c.At, Why: fmt.Sprintf(
			"%q counts %d entries, %s; a file of one table has %d of them, --table all writes all", beginning(c.Text), int(c.Value), held, most)}}
	}
	f := records.Finding{Code: records.CodeRecordsApart, Level: records.Noted, At: res.tables[others[0]].At}
	f.Why = fmt.Sprintf("a file of one table has table %d, %d of %d records; left out: %s", res.tables[main].ID, most, all, tableNames(res.tables, sizes, others))
	if len(alike) > 0 {
		f.Level, f.At = records.Doubt, res.tables[alike[0]].At
		f.Why = fmt.Sprintf("a file of one table holds table %d, %d of %d records; left out though their columns are alike: %s; --table all writes all", res.tables[main].ID, most, all, tableNames(res.tables, sizes, alike))
	}
	return []records.Finding{f}
}

// recordsOf counts the records of t.
func recordsOf(t *bind.Table) (n int) {
	for _, r := range t.Rows {
		if r.Role == records.Data {
			n++
		}
	}
	return n
}

// sameColumns reports whether two tables have the same columns, so that they may
// be parts of one.
func sameColumns(a, b *bind.Table) bool {
	names := func(t *bind.Table) (out []string) {
		for j := range t.Columns {
			if c := &t.Columns[j]; !c.Dropped && !c.Derived {
				out = append(out, c.Name)
			}
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(names(a), names(b))
}

// minLikeColumns is the least number of columns beside the first whose headings are alike in
// two tables that may be parts of one: one alone is a "Total" or an "Amount".
const minLikeColumns = 2

// likeColumns reports whether two tables say the same of different things: "Size | 2025 base
// charge | 2026 base charge" and "Quantity | 2025 charge | 2026 charge". They have as many columns of the
// same types, and all headings but the first share half of their words.
func likeColumns(a, b *bind.Table) bool {
	ja, jb := a.PrintedColumns(), b.PrintedColumns()
	if len(ja) != len(jb) || len(ja) <= minLikeColumns {
		return false
	}
	for k := range ja {
		ca, cb := &a.Columns[ja[k]], &b.Columns[jb[k]]
		if k > 0 && (ca.Type != cb.Type || !shareWords(ca.Title, cb.Title)) {
			return false
		}
	}
	return true
}

// shareWords reports whether at least half of the words of the longer of two headings are in
// the other.
func shareWords(a, b string) bool {
	wa, wb := strings.Fields(fold.Words(a)), strings.Fields(fold.Words(b))
	shared := 0
	for _, w := range wa {
		if slices.Contains(wb, w) {
			shared++
		}
	}
	return shared > 0 && 2*shared >= max(len(wa), len(wb))
}

// maxTablesNamed is the largest number of tables that a sentence names.
const maxTablesNamed = 4

// tableNames names tables with their records: `table 2 "Suppléants" (12)`.
func tableNames(tables []*bind.Table, sizes, which []int) string {
	var names []string
	for k, i := range which {
		if k == maxTablesNamed {
			names = append(names, fmt.Sprintf("and %d more", len(which)-k))
			break
		}
		name := fmt.Sprintf("table %d", tables[i].ID)
		if tables[i].Name != "" {
			name += fmt.Sprintf(" %q", beginning(tables[i].Name))
		}
		names = append(names, fmt.Sprintf("%s (%d)", name, sizes[i]))
	}
	return strings.Join(names, ", ")
}
