// What the tests of this package share: small tables, and how to show them.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// row makes a row of cells; "\x00" is a place covered by the cell above.
func row(cells ...string) (r document.Row) {
	for _, s := range cells {
		c := document.Cell{}
		switch s {
		case "\x00":
			c.More = &document.More{Covered: true}
		case "":
		default:
			c.Printed = s
		}
		r.Cells = append(r.Cells, c)
	}
	return r
}

// spans makes a cell span rows and columns.
func spans(c *document.Cell, rows, cols uint16) {
	c.More = &document.More{Span: document.Span{Rows: rows, Cols: cols}}
}

// boxed puts a cell into a box on its page.
func boxed(c *document.Cell, b document.Box) { c.More = &document.More{At: document.Pos{Box: &b}} }

// grid makes a table of lines whose cells are separated by bars; the first line
// is its header.
func grid(lines string) *document.Table {
	t := &document.Table{Method: "pipes"}
	for i, l := range strings.Split(strings.Trim(lines, "\n"), "\n") {
		var cells []string
		for _, c := range strings.Split(l, "|") {
			cells = append(cells, strings.TrimSpace(c))
		}
		r := row(cells...)
		r.At.Line = int32(i + 1)
		r.Header = i == 0
		t.Rows = append(t.Rows, r)
	}
	return t
}

func heading(level int, s string) *document.Heading {
	return &document.Heading{Level: level, Runs: []document.Run{{Text: s}}}
}

func paragraph(s string) *document.Paragraph {
	return &document.Paragraph{Runs: []document.Run{{Text: s}}}
}

func bullets(items ...string) *document.List {
	l := &document.List{}
	for _, s := range items {
		l.Items = append(l.Items, document.Item{Marker: "-", Runs: []document.Run{{Text: s}}})
	}
	return l
}

func docOf(blocks ...document.Block) *document.Document {
	return &document.Document{Name: "test", Language: "fr", Blocks: blocks}
}

// show prints the records of a table, the given columns separated by bars.
func show(t *records.Table, columns string) string {
	var b strings.Builder
	for _, r := range t.Records() {
		for i, name := range strings.Fields(columns) {
			if i > 0 {
				b.WriteByte('|')
			}
			if j := named(t, name); j >= 0 {
				b.WriteString(r.Text(j))
			} else {
				b.WriteString("?")
			}
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// dump prints every row of a table with its role, to compare two states.
func dump(t *records.Table) string {
	var b strings.Builder
	for _, r := range t.Rows {
		b.WriteString(r.Role.String())
		for j := range r.Cells {
			b.WriteString("|" + r.Cells[j].Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// want fails unless got is want, whose lines may be indented.
func want(t *testing.T, got, want string) {
	t.Helper()
	var lines []string
	for _, l := range strings.Split(strings.TrimSpace(want), "\n") {
		lines = append(lines, strings.TrimSpace(l))
	}
	if w := strings.Join(lines, "\n"); got != w {
		t.Errorf("got\n%s\nwant\n%s", got, w)
	}
}

// codes returns the codes of findings, in order, without repetitions.
func codes(found []records.Finding) string {
	var out []string
	for _, f := range found {
		if len(out) == 0 || out[len(out)-1] != f.Code {
			out = append(out, f.Code)
		}
	}
	return strings.Join(out, " ")
}

// find returns the first finding of a code.
func find(t *testing.T, found []records.Finding, code string) *records.Finding {
	t.Helper()
	for i := range found {
		if found[i].Code == code {
			return &found[i]
		}
	}
	t.Fatalf("no finding %q among %s", code, codes(found))
	return nil
}

func none(t *testing.T, found []records.Finding, code string) {
	t.Helper()
	for _, f := range found {
		if f.Code == code {
			t.Errorf("finding %s: %s", f.Code, f.Why)
		}
	}
}

// checkLedger undoes all edits from the last to the first: what is left must be
// what was read. So the findings are the whole ledger of changes.
func checkLedger(t *testing.T, doc *document.Document, res *Result) {
	t.Helper()
	fresh, _ := boundTables(doc, nil)
	for k, tab := range res.Tables {
		for i := len(res.Findings) - 1; i >= 0; i-- {
			f := &res.Findings[i]
			if f.Table != tab.ID {
				continue
			}
			undo(tab, f.Edits)
		}
		for i, r := range tab.Rows {
			f := fresh[k].Rows[i]
			if r.Role != f.Role {
				t.Errorf("record %d: role %s after undo, %s as read", r.ID, r.Role, f.Role)
			}
			for j := range tab.Columns {
				if fj := fresh[k].Named(tab.Columns[j].Name); r.Text(j) != f.Text(fj) {
					t.Errorf("record %d, %s: %q after undo, %q as read", r.ID, tab.Columns[j].Name, r.Text(j), f.Text(fj))
				}
			}
		}
	}
}

// undo takes edits back. Moves of one row are taken back together.
func undo(t *records.Table, edits []records.Edit) {
	type at struct{ id, col int }
	moved := map[at]string{}
	for i := len(edits) - 1; i >= 0; i-- {
		e := &edits[i]
		for id := int(e.Record); id <= int(max(e.Record, e.Last)); id++ {
			r := t.Record(id)
			switch e.Op {
			case records.Set:
				r.Cells[e.Col].Text = e.Was
			case records.SetRole:
				for role := records.Data; role <= records.Blank; role++ {
					if role.String() == e.Was {
						r.Role = role
					}
				}
			case records.Move:
				moved[at{id, int(e.Col)}] = e.Was
				for len(r.Cells) <= int(max(e.Col, int32(e.To))) {
					r.Cells = append(r.Cells, records.Cell{})
				}
				r.Cells[e.To].Text = ""
			}
		}
	}
	for k, s := range moved {
		t.Record(k.id).Cells[k.col].Text = s
	}
}

// normalized is Normalize for options that are right.
func normalized(doc *document.Document, opt Options) *Result {
	res, err := Normalize(doc, opt)
	if err != nil {
		panic(err)
	}
	return res
}

// boundTables binds the tables of doc.
func boundTables(doc *document.Document, p *profile.Profile) ([]*bind.Table, []records.Finding) {
	return bind.Document(doc, p, claims.Read(doc))
}

// runPasses runs passes on a bound table.
func runPasses(t *bind.Table, passes []pass) []records.Finding {
	all := make([]records.Pass, len(passes))
	for i := range passes {
		all[i] = passes[i].on(t)
	}
	return records.Run(nil, t.Table, all)
}

// named returns the column called name, or the one that means it: what rows are about
// is called by its heading.
func named(t *records.Table, name string) int {
	if j := t.Named(name); j >= 0 {
		return j
	}
	return t.Col(name)
}
