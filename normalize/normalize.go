// The whole way from a document as read to its result.

package normalize

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
)

// Options narrow what Normalize does. The zero value does everything.
type Options struct {
	Profile *Profile // what is known of the family of releases; nil infers everything
	Skip    []string // names of passes and checks that are not run
	// Consume empties the caller's document: once its tables are bound, their rows
	// beyond the first 200 are let go, some 50 bytes each. The result is the same;
	// doc.Blocks, which Result.Document leads to, then holds the beginnings of its
	// tables only, and must not be bound or printed again.
	Consume bool
}

// Normalize binds the tables and lists of doc, runs the passes and the checks
// on them, and holds the claims of the prose against the rows. It does not
// change doc, unless opt.Consume allows it, and the result depends on doc and opt
// alone.
func Normalize(doc *document.Document, opt Options) *Result {
	res := &Result{Document: doc, Profile: opt.Profile}
	prose := claims.Read(doc)
	var bound []Finding
	res.Tables, bound = bind(doc, opt.Profile, prose)
	if opt.Consume {
		consume(doc)
	}
	res.Findings = append(issueFindings(doc), bound...)
	passes := slices.DeleteFunc(slices.Clone(Passes), func(p Pass) bool { return slices.Contains(opt.Skip, p.Name) })
	for _, t := range res.Tables {
		n := len(res.Findings)
		res.Findings = run(res.Findings, t, opt.Profile, passes)
		res.Findings = append(res.Findings, finish(t, res.Findings[n:])...)
	}
	res.Claims = prose.Check(facts(res.Tables))
	for i := range Checks {
		c := &Checks[i]
		if slices.Contains(opt.Skip, c.Name) {
			continue
		}
		found := c.Run(res, opt.Profile)
		for j := range found {
			found[j].Pass = "check " + c.Name
		}
		res.Findings = append(res.Findings, found...)
	}
	return res
}

// consume lets go of the rows of doc's tables. Records point to cells, not to
// rows; the first rows are kept for the check of the profile's family.
func consume(doc *document.Document) {
	for _, b := range doc.Blocks {
		if t, ok := b.(*document.Table); ok && len(t.Rows) > sampleRows {
			t.Rows = slices.Clone(t.Rows[:sampleRows])
		}
	}
}

// finish makes the columns what the rows need: cells that still stand beyond
// the last column get one of their own, so that nothing printed is lost, and
// derived columns that nothing filled are left out of it and of the edits in
// ledger.
func finish(t *Table, ledger []Finding) (found []Finding) {
	width, over := len(t.Columns), 0
	for _, r := range t.Rows {
		for len(r.Cells) > width && r.Cells[len(r.Cells)-1].Text == "" {
			r.Cells = r.Cells[:len(r.Cells)-1]
		}
		over = max(over, len(r.Cells)-width)
		if len(r.Cells) > width && r.Role == Data {
			found = append(found, Finding{
				Pass: "shift", Code: "surplus-cell", Level: Fault, Table: t.ID, Record: r.ID, At: r.At,
				Why: "the row prints more cells than the table has columns; the surplus is kept in columns of its own",
			})
		}
	}
	used := map[string]bool{}
	for j := range t.Columns {
		used[t.Columns[j].Name] = true
	}
	for range over {
		name := unusedName("", len(t.Columns), used)
		used[name] = true
		t.Columns = append(t.Columns, Column{Name: name, printed: -1})
	}
	for j := len(t.Columns) - 1; j >= 0; j-- {
		c := &t.Columns[j]
		drop := droppable[c.Name] || c.Name == MeansNew && !speaksOfMarks(ledger)
		if c.Derived && drop && !filled(t, j) || untitled(c) && !prints(t, j) {
			dropColumn(t, j, ledger)
		}
	}
	return found
}

// droppable are the derived columns that a table is better without when they
// hold nothing. "new" stays where the table has a mark: empty, it says that the
// document does not tell what it means.
var droppable = map[string]bool{"mark": true, MeansRenewed: true, MeansProvisional: true, MeansWithdrawn: true, "commune_code": true}

// untitled reports whether a column stands in the table without a heading: a stray
// gap, or what a row that slid printed beyond the last column.
func untitled(c *Column) bool { return c.printed >= 0 && c.Title == "" && c.of == nil }

// speaksOfMarks reports whether a finding speaks of a mark that is not understood.
func speaksOfMarks(ledger []Finding) bool {
	for i := range ledger {
		switch ledger[i].Code {
		case "mark-unseen", "mark-unexplained", "mark-kept":
			return true
		}
	}
	return false
}

func filled(t *Table, col int) bool {
	for _, r := range t.Rows {
		if r.Role == Data && r.Text(col) != "" {
			return true
		}
	}
	return false
}

// prints reports whether any row, record or not, holds something in a column.
func prints(t *Table, col int) bool {
	for _, r := range t.Rows {
		if r.Text(col) != "" {
			return true
		}
	}
	return false
}

// dropColumn takes a blank column out of the table. Edits name columns by
// index, so those of the columns right of it move; its own stands beyond the last.
func dropColumn(t *Table, col int, ledger []Finding) {
	last := len(t.Columns) - 1
	moved := func(c int) int {
		switch {
		case c > col && c <= last:
			return c - 1
		case c == col:
			return last
		}
		return c
	}
	for i := range ledger {
		for k := range ledger[i].Edits {
			e := &ledger[i].Edits[k]
			if e.Op != SetRole {
				e.Col = int32(moved(int(e.Col)))
			}
			if e.Op == Move {
				e.To = int16(moved(int(e.To)))
			}
		}
	}
	t.Columns = slices.Delete(t.Columns, col, col+1)
	t.printedOrder = nil
	for i := range t.Rows {
		if w := t.stampWidth; col < w && (i+1)*w <= len(t.stamps) {
			row := t.stamps[i*w : (i+1)*w]
			copy(row[col:], row[col+1:])
			row[w-1] = untouched
		}
	}
	for _, r := range t.Rows {
		if col < len(r.Cells) {
			r.Cells = slices.Delete(r.Cells, col, col+1)
		}
	}
}
