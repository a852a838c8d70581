// This file says of each row what a person should look at: a data set must not pass on
// what a document doubted.

package merge

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output/schema"
)

// doubts are the codes of a document's doubts and faults, by what they are about.
type doubts struct {
	document []string         // of the document, and verdicts on its claims
	table    map[int][]string // of a table as a whole, by its number
	row      map[int][]string // of a row, by its ID
}

func doubtsOf(doc *result) *doubts {
	d := &doubts{table: map[int][]string{}, row: map[int][]string{}}
	for i := range doc.Findings {
		f := &doc.Findings[i]
		if f.Level != records.Doubt.String() && f.Level != records.Fault.String() {
			continue
		}
		if rows := rowsOf(f); rows != nil {
			for _, id := range rows {
				d.row[id] = append(d.row[id], f.Code)
			}
			continue
		}
		if f.Table != 0 {
			d.table[int(f.Table)] = append(d.table[int(f.Table)], f.Code)
			continue
		}
		d.document = append(d.document, f.Code)
	}
	for i := range doc.Claims {
		if s := doc.Claims[i].Status; s == string(claims.Mismatch) || s == string(claims.Contradiction) {
			d.document = append(d.document, "claim-"+s)
		}
	}
	return d
}

// rowsOf returns the IDs of the rows that a finding is about, nil for none.
func rowsOf(f *schema.Finding) (ids []int) {
	if f.Record != 0 {
		ids = append(ids, int(f.Record))
	}
	for _, e := range f.Edits {
		for id := int(e.Record); id != 0 && id <= max(int(e.Record), e.Last); id++ {
			ids = append(ids, id)
		}
	}
	return ids
}

// of returns the codes for a row, each once, sorted, with blanks between.
func (d *doubts) of(table, row int) string {
	codes := slices.Concat(d.document, d.table[table], d.row[row])
	if len(codes) == 0 {
		return ""
	}
	slices.Sort(codes)
	return strings.Join(slices.Compact(codes), " ")
}
