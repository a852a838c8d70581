// Findings: what passes and checks return.

package records

import "github.com/pressoir/pressoir/extract/document"

// A Level says what a finding asks of the user.
type Level uint8

// The levels of findings, in rising order.
const (
	Noted Level = iota // mended on printed evidence; nothing to do
	Doubt              // mended or kept: a person should look
	Fault              // not mended
)

var levelNames = [...]string{"note", "doubt", "fault"}

func (l Level) String() string { return levelNames[l] }

// A Finding is one thing that was noticed, and what was done about it. One
// finding may hold many edits: a region carried to seven rows is one finding.
type Finding struct {
	Pass   string       // set by Run
	Code   string       // constant; docs/findings.md lists them
	Level  Level        //
	Table  int          // Table.ID; 0 if about the document. Set by Run
	Record int          // Record.ID of the row that shows it; 0 if about the whole table
	At     document.Pos // where the evidence is printed; set by Run from the record if zero
	Why    string       // the evidence, in a sentence
	Edits  []Edit       // empty if nothing was changed
}

// An Op is what an Edit does.
type Op uint8

// The operations on a table.
const (
	Set     Op = iota // make the cell at Record, Col read Text
	SetRole           // make the row's role Role
	Move              // put the cell at Record, Col into column To, with its place; Col is left blank
	Drop              // leave column Col out of the output: it holds nothing
)

// An Edit is one change, to one row or to the same value in neighbouring rows.
// Text and Was are the value after and before.
type Edit struct {
	Op     Op
	Role   Role  // for SetRole
	To     int16 // for Move: one of the table's columns, of which there are some thousand at most
	Col    int32 // a row may print more cells than there are columns
	Record int32 // Record.ID
	Last   int32 // the edit holds for all rows Record..Last of the table; 0 means Record alone
	Text   string
	Was    string // filled in by Run; the same in all rows Record..Last
}

// Covers reports whether the edit changes the row with the given Record.ID.
func (e *Edit) Covers(record int) bool {
	return record == int(e.Record) || record > int(e.Record) && record <= int(e.Last)
}

// Rows returns how many rows the edit changes.
func (e *Edit) Rows() int { return max(1, int(e.Last-e.Record)+1) }

// Push appends e to edits of t, which a pass finds going down the rows. A list
// that may get as long as the table grows to the length that the rows so far
// promise: append alone would take five times the memory on the way.
func (t *Table) Push(edits []Edit, e Edit) []Edit {
	if n := len(edits); n == cap(edits) && n >= 64 {
		edits = append(make([]Edit, 0, t.promise(n, int(e.Record))), edits...)
	}
	return append(edits, e)
}

// PushFinding is push for findings about single rows.
func (t *Table) PushFinding(found []Finding, f Finding) []Finding {
	if n := len(found); n == cap(found) && n >= 64 {
		found = append(make([]Finding, 0, t.promise(n, f.Record)), found...)
	}
	return append(found, f)
}

// promise returns how many things to expect in all the rows of t, of which there
// are n down to the row called id: between a quarter and three times more. What a
// thousand and more rows promise is believed up to 64 times, since each step
// on the way is copied and thrown away.
func (t *Table) promise(n, id int) int {
	all := 2 * n
	if len(t.Rows) == 0 {
		return all
	}
	if done := id - t.Rows[0].ID + 1; done > 0 {
		all = int(float64(n) * float64(len(t.Rows)) / float64(done) * 17 / 16)
	}
	most := 4 * n
	if n >= 1024 {
		most = 64 * n
	}
	return min(max(all, n+n/4), most)
}

// A Pass finds one kind of damage. Run must not change the table.
// It has no error result: what a pass cannot mend, it reports.
type Pass struct {
	Name string // a short word, as in --skip
	Doc  string // one line for --help
	Run  func(t *Table) []Finding
}

// DropOlder keeps the last of two edits of one cell at the end of f.
func (f *Finding) DropOlder() {
	if n := len(f.Edits); n > 1 && f.Edits[n-1].Record == f.Edits[n-2].Record && f.Edits[n-1].Col == f.Edits[n-2].Col {
		f.Edits[n-2] = f.Edits[n-1]
		f.Edits = f.Edits[:n-1]
	}
}
