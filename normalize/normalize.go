// This file has Normalize, which turns a document into its result, and its options.

package normalize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/lists"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// Options say what Normalize does besides, or instead of, what is built in. The zero
// value runs all built-in passes and checks.
type Options struct {
	Profile *profile.Profile // what is known of the family of releases; nil infers everything
	Skip    []string         // names of built-in passes and checks that are not run
	Passes  []records.Pass   // the caller's, run on each table after the built-in ones
	Checks  []Check          // the caller's, run after the built-in ones
	// Consume lets Normalize free the rows of the caller's document beyond the first
	// 200 of each table, some 50 bytes a row, once the tables are bound. The result is
	// the same, but doc.Blocks (also reached by Result.Document) then has only the
	// beginnings of its tables and must not be normalized or printed again.
	Consume bool
}

// A Step names a built-in pass or check.
type Step struct {
	Name string // a short word, as in Options.Skip
	Doc  string // one line
}

// Passes returns the built-in passes in the order they run.
func Passes() []Step {
	steps := make([]Step, len(passes))
	for i, p := range passes {
		steps[i] = Step{p.name, p.doc}
	}
	return steps
}

// Checks returns the built-in checks in the order they run.
func Checks() []Step {
	steps := make([]Step, len(checks))
	for i, c := range checks {
		steps[i] = Step{c.name, c.doc}
	}
	return steps
}

// Normalize binds the tables and lists of doc, runs the passes and the checks on them,
// and compares the claims of the prose with the rows. It does not change doc unless
// opt.Consume allows it. The result depends on doc and opt alone. The only errors are a
// name in opt.Skip that no built-in pass or check has, and a pass or check without Run.
func Normalize(doc *document.Document, opt Options) (*Result, error) {
	if err := opt.check(); err != nil {
		return nil, err
	}
	prose := claims.Read(doc)
	tables, found := bind.Document(doc, opt.Profile, prose)
	if opt.Consume {
		consume(doc)
	}
	res := &Result{
		Document: doc, Profile: opt.Profile, Tables: make([]*records.Table, len(tables)),
		Findings: append(issueFindings(doc), found...),
	}
	for i, t := range tables {
		res.Tables[i] = t.Table
		n := len(res.Findings)
		res.Findings = records.Run(res.Findings, t.Table, opt.passes(t))
		res.Findings = append(res.Findings, finish(t, res.Findings[n:])...)
	}
	facts := bind.Facts(tables)
	res.Claims = prose.Check(facts)
	for _, c := range opt.checks(&checked{Result: res, tables: tables, profile: opt.Profile, prose: prose, facts: facts}) {
		found := c.Run(res)
		for j := range found {
			res.complete(&found[j], c.Name)
		}
		res.Findings = append(res.Findings, found...)
	}
	res.Findings = withoutRepeats(res.Findings)
	return res, nil
}

// withoutRepeats drops doubts that repeat an earlier one about the same place, as
// tables that share a legend produce them. Doubts with edits stay.
func withoutRepeats(found []records.Finding) []records.Finding {
	type saying struct {
		code, why  string
		page, line int32
	}
	said := map[saying]bool{}
	return slices.DeleteFunc(found, func(f records.Finding) bool {
		if len(f.Edits) > 0 || f.Record > 0 || f.Level != records.Doubt {
			return false
		}
		s := saying{f.Code, f.Why, f.At.Page, f.At.Line}
		again := said[s]
		said[s] = true
		return again
	})
}

// Lists returns every part of doc that was considered as a list, the likeliest first,
// with the evidence. It shows why a list was missed or misread.
func Lists(doc *document.Document, p *profile.Profile) []lists.Sighting {
	return bind.SightLists(doc, p, claims.Read(doc))
}

// check returns an error for a name in Skip that no pass or check has.
func (opt *Options) check() error {
	for _, name := range opt.Skip {
		named := func(s Step) bool { return s.Name == name }
		if !slices.ContainsFunc(Passes(), named) && !slices.ContainsFunc(Checks(), named) {
			return fmt.Errorf("no built-in pass or check is called %q; there are %s", name, stepNames())
		}
	}
	for i := range opt.Passes {
		if opt.Passes[i].Run == nil {
			return fmt.Errorf("the pass %q has no Run", opt.Passes[i].Name)
		}
	}
	for i := range opt.Checks {
		if opt.Checks[i].Run == nil {
			return fmt.Errorf("the check %q has no Run", opt.Checks[i].Name)
		}
	}
	return nil
}

// stepNames lists the built-in passes and checks.
func stepNames() string {
	var names []string
	for _, s := range slices.Concat(Passes(), Checks()) {
		if !slices.Contains(names, s.Name) {
			names = append(names, s.Name)
		}
	}
	return strings.Join(names, ", ")
}

// passes returns the passes that run on t.
func (opt *Options) passes(t *bind.Table) []records.Pass {
	all := make([]records.Pass, 0, len(passes)+len(opt.Passes))
	for i := range passes {
		if !slices.Contains(opt.Skip, passes[i].name) {
			all = append(all, passes[i].on(t))
		}
	}
	return append(all, opt.Passes...)
}

// checks returns the checks that run on a result.
func (opt *Options) checks(res *checked) []Check {
	all := make([]Check, 0, len(checks)+len(opt.Checks))
	for _, c := range checks {
		if !slices.Contains(opt.Skip, c.name) {
			all = append(all, Check{Name: c.name, Doc: c.doc, Run: func(*Result) []records.Finding { return c.run(res) }})
		}
	}
	return append(all, opt.Checks...)
}

// consume frees the rows of doc's tables. Records point to cells, not to rows. The
// first rows are kept for the check of the profile's family.
func consume(doc *document.Document) {
	for _, b := range doc.Blocks {
		if t, ok := b.(*document.Table); ok && len(t.Rows) > bind.SampleRows {
			t.Rows = slices.Clone(t.Rows[:bind.SampleRows])
		}
	}
}

// finish fits the columns to the rows: cells beyond the last column get a new one, so
// that nothing printed is lost, and columns without values are left out. ledger has
// the findings of the passes.
func finish(t *bind.Table, ledger []records.Finding) (found []records.Finding) {
	width, over := len(t.Columns), 0
	for _, r := range t.Rows {
		for len(r.Cells) > width && r.Cells[len(r.Cells)-1].Text == "" {
			r.Cells = r.Cells[:len(r.Cells)-1]
		}
		over = max(over, len(r.Cells)-width)
		if len(r.Cells) > width && r.Role == records.Data {
			found = append(found, records.Finding{
				Pass: "shift", Code: records.CodeSurplusCell, Level: records.Fault, Table: t.ID, Record: r.ID, At: r.At,
				Why: "the row prints more cells than the table has columns; the surplus is kept in columns of its own",
			})
		}
	}
	used := map[string]bool{}
	for j := range t.Columns {
		used[t.Columns[j].Name] = true
	}
	for range over {
		name := bind.UnusedName("", len(t.Columns), used)
		used[name] = true
		t.Columns = append(t.Columns, records.Column{Name: name, Printed: -1})
	}
	found = records.Run(found, t.Table, []records.Pass{{Name: "columns", Run: func(*records.Table) []records.Finding { return blankColumns(t, ledger) }}})
	t.PrintedOrder = nil
	return append(found, strayCells(t)...)
}

// strayCells reports values in columns without a heading, in a table whose other
// columns have one.
func strayCells(t *bind.Table) []records.Finding {
	titled := 0
	for j := range t.Columns {
		if t.Columns[j].Title != "" {
			titled++
		}
	}
	if titled < 2 || t.List > 0 {
		return nil
	}
	for j := range t.Columns {
		c := &t.Columns[j]
		if !t.Untitled(j) || c.Dropped || c.Kind != records.Other {
			continue
		}
		var first *records.Record
		n, all := 0, 0
		for _, r := range t.Rows {
			if r.Role != records.Data {
				continue
			}
			if all++; r.Text(j) != "" {
				if n++; first == nil {
					first = r
				}
			}
		}
		if n > 0 && 2*n <= all {
			return []records.Finding{{
				Pass: "columns", Code: records.CodeSurplusCell, Level: records.Doubt, Table: t.ID, Record: first.ID, At: first.At,
				Why: fmt.Sprintf("%q is under no heading: is the row complete?", first.Text(j)),
			}}
		}
	}
	return nil
}

// blankColumns leaves out derived columns that nothing filled and printed ones
// without a heading or a value.
func blankColumns(t *bind.Table, ledger []records.Finding) []records.Finding {
	f := records.Finding{Code: records.CodeBlankColumn, At: t.At}
	var names []string
	for j := range t.Columns {
		c := &t.Columns[j]
		drop := droppable[c.Name] || c.Name == marks.MeansNew && !speaksOfMarks(ledger)
		if c.Derived && drop && !filled(t, j) || t.Untitled(j) && (!prints(t, j) || bind.IsSign(c)) {
			f.Edits = append(f.Edits, records.Edit{Op: records.Drop, Col: int32(j)})
			names = append(names, c.Name)
		}
	}
	if names == nil {
		return nil
	}
	f.Why = "left out, since nothing is in it, or only the sign of a unit: " + strings.Join(names, ", ")
	return []records.Finding{f}
}

// droppable are the derived columns that are left out if they have no value. "new"
// stays in a table with a mark: empty, it shows that the document does not say what
// the mark means.
var droppable = map[string]bool{"mark": true, marks.MeansRenewed: true, marks.MeansProvisional: true, marks.MeansWithdrawn: true, "commune_code": true}

// speaksOfMarks reports whether a finding is about a mark that is not understood.
func speaksOfMarks(ledger []records.Finding) bool {
	for i := range ledger {
		switch ledger[i].Code {
		case records.CodeMarkUnseen, records.CodeMarkUnexplained, records.CodeMarkKept:
			return true
		}
	}
	return false
}

func filled(t *bind.Table, col int) bool {
	for _, r := range t.Rows {
		if r.Role == records.Data && r.Text(col) != "" {
			return true
		}
	}
	return false
}

// prints reports whether any row, record or not, holds something in a column.
func prints(t *bind.Table, col int) bool {
	for _, r := range t.Rows {
		if r.Text(col) != "" {
			return true
		}
	}
	return false
}
