// This file copies the text of a cell into all columns that it spans if they hold
// one kind of value: "9h-18h" for two pools.

package normalize

import (
	"fmt"

	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// maxShared is the most columns of a table in which a cell may hold for all but the
// first: across more it is a note.
const maxShared = 3

// carryAcross fills the columns that a cell spans with its text if they accept the
// same kind of value. A name over the columns of its own figures is left alone.
func carryAcross(t *bind.Table) (found []records.Finding) {
	cols := t.PrintedColumns()
	subject := t.Subject()
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		for k := 0; k < len(cols); k++ {
			from := cols[k]
			src := r.Src(from)
			if from == subject || src == nil || src.Span().Cols < 2 || src.Covered() || r.Text(from) == "" {
				continue
			}
			wide := min(int(src.Span().Cols), len(cols)-k)
			if wide >= len(cols)-1 && len(cols) > maxShared {
				continue // a note across the row
			}
			f := records.Finding{Code: records.CodeCarried, Record: r.ID, Why: fmt.Sprintf("%q spans %d columns and holds for each", r.Text(from), wide)}
			for _, j := range cols[k+1 : k+wide] {
				if r.Text(j) == "" && j != subject && t.Columns[j].Type == t.Columns[from].Type {
					f.Edits = t.AppendEdit(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(j), Text: r.Text(from)})
				}
			}
			found = append(found, withEdits(f)...)
			k += wide - 1
		}
	}
	return found
}
