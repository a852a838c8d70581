// Edits row by row: findings hold them over ranges of rows.

package output

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// An EditRef is an edit by its place in the findings of a result.
type EditRef struct{ Finding, Edit int }

// An EditWalk returns the edits of one record after the other.
type EditWalk struct {
	res    *normalize.Result
	ahead  []EditRef // not begun yet, by first record
	active []EditRef // begun, in the order in which they were made
}

// NewEditWalk returns a walk over the edits of the table with the given ID.
func NewEditWalk(res *normalize.Result, table int) *EditWalk {
	w := &EditWalk{res: res}
	for i := range res.Findings {
		if res.Findings[i].Table != table {
			continue
		}
		for k := range res.Findings[i].Edits {
			w.ahead = append(w.ahead, EditRef{i, k})
		}
	}
	slices.SortStableFunc(w.ahead, func(a, b EditRef) int { return cmp.Compare(w.Edit(a).Record, w.Edit(b).Record) })
	return w
}

// Edit returns the edit that ref names.
func (w *EditWalk) Edit(ref EditRef) *records.Edit {
	return &w.res.Findings[ref.Finding].Edits[ref.Edit]
}

// Of returns the edits of the record with the given ID in the order in which they were
// made. Ask for IDs in rising order; the slice is valid until the next call.
func (w *EditWalk) Of(id int) []EditRef {
	began := false
	for len(w.ahead) > 0 && int(w.Edit(w.ahead[0]).Record) <= id {
		w.active = append(w.active, w.ahead[0])
		w.ahead = w.ahead[1:]
		began = true
	}
	w.active = slices.DeleteFunc(w.active, func(r EditRef) bool { return !w.Edit(r).Covers(id) })
	if began && len(w.active) > 1 {
		slices.SortFunc(w.active, func(a, b EditRef) int {
			return cmp.Or(cmp.Compare(a.Finding, b.Finding), cmp.Compare(a.Edit, b.Edit))
		})
	}
	return w.active
}
