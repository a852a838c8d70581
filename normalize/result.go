// This file has the types of results and of the caller's checks.

package normalize

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// A Check finds contradictions and mends nothing.
type Check struct {
	Name string
	Doc  string
	Run  func(r *Result) []records.Finding
}

// A Result is what a Document becomes.
type Result struct {
	Document *document.Document
	Profile  *profile.Profile // what was known about its family, nil if nothing was
	Tables   []*records.Table // in reading order
	Findings []records.Finding
	Claims   []claims.Claim // what the prose announces, held against the tables
}

// A Repair is one kind of mending and how often it was done.
type Repair struct {
	Pass, Code string
	Cells      int // cells and rows changed
}

// Repairs counts the edits in the findings by pass and code, in the order of the
// findings. It does not count additions that mend nothing: codes, and the "false" of
// rows without a mark.
func (r *Result) Repairs() []Repair {
	var out []Repair
	for i := range r.Findings {
		f := &r.Findings[i]
		n := 0
		for j := range f.Edits {
			n += f.Edits[j].Rows()
		}
		if n == 0 || f.Code == records.CodeCodes || f.Code == records.CodeUnmarked || f.Code == records.CodeBlankColumn {
			continue
		}
		k := slices.IndexFunc(out, func(p Repair) bool { return p.Pass == f.Pass && p.Code == f.Code })
		if k < 0 {
			k, out = len(out), append(out, Repair{Pass: f.Pass, Code: f.Code})
		}
		out[k].Cells += n
	}
	return out
}

// Worst returns the highest level among the findings, Noted if there are none.
func (r *Result) Worst() records.Level {
	w := records.Noted
	for i := range r.Findings {
		w = max(w, r.Findings[i].Level)
	}
	return w
}

// tableWeight is how many records of a list weigh as much as one of a printed table:
// a release draws a table of what it is about, and lists much besides.
const tableWeight = 2

// Main returns the table with the most records, the first of equal ones, nil if there is
// none. A record of a list counts half of one of a printed table.
func (res *Result) Main() *records.Table {
	var best *records.Table
	most := -1
	for _, t := range res.Tables {
		n := 0
		for _, r := range t.Rows {
			if r.Role == records.Data {
				n++
			}
		}
		if t.Method != "list" {
			n *= tableWeight
		}
		if n > most {
			best, most = t, n
		}
	}
	return best
}
