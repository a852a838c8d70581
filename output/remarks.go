// Remarks: what was changed in the cells of a record, and what is doubtful in it.

package output

import (
	"slices"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// A Remark is a finding about a cell, or about a row as a whole.
type Remark struct {
	Col     int // column of the table, -1 for the whole row
	Finding int // index in Result.Findings
}

// layoutCodes are the codes of notes whose edits change how a value is written or say
// what the release says anyway: a person has nothing to look at there.
var layoutCodes = []string{
	records.CodeBlank, records.CodeCodes, records.CodeDerived,
	records.CodeMarked, records.CodeMarkSign, records.CodeMarkWord, records.CodeUnmarked,
}

// Routine reports whether a finding is a note that a person need not look at: a plain
// form, an official code, a mark that was read.
func Routine(f *records.Finding) bool {
	return f.Level == records.Noted && (f.Pass == records.PlainPass || slices.Contains(layoutCodes, f.Code))
}

// A RemarkWalk returns the remarks on one record after the other.
type RemarkWalk struct {
	res    *normalize.Result
	edits  *EditWalk
	doubts map[int][]int // Record.ID -> findings without edits
	found  []Remark
}

// NewRemarkWalk returns a walk over the remarks on the records of t.
func NewRemarkWalk(res *normalize.Result, t *records.Table) *RemarkWalk {
	w := &RemarkWalk{res: res, edits: NewEditWalk(res, t.ID), doubts: map[int][]int{}}
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.Table == t.ID && f.Record > 0 && f.Level > records.Noted && len(f.Edits) == 0 {
			w.doubts[f.Record] = append(w.doubts[f.Record], i)
		}
	}
	return w
}

// Of returns the remarks on r in the order in which they were made. Ask for records in
// their order; the slice is valid until the next call.
func (w *RemarkWalk) Of(r *records.Record) []Remark {
	w.found = w.found[:0]
	for _, ref := range w.edits.Of(r.ID) {
		e := w.edits.Edit(ref)
		switch e.Op {
		case records.Move:
			w.found = append(w.found, Remark{int(e.To), ref.Finding})
		case records.Set:
			w.found = append(w.found, Remark{int(e.Col), ref.Finding})
		}
	}
	for _, i := range w.doubts[r.ID] {
		w.found = append(w.found, Remark{-1, i})
	}
	return w.found
}
