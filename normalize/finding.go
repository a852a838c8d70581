package normalize

import "github.com/pressoir/pressoir/extract"

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
	Pass   string      // set by Run
	Code   string      // constant; the README lists them
	Level  Level       //
	Table  int         // Table.ID; 0 if about the document. Set by Run
	Record int         // Record.ID of the row that shows it; 0 if about the whole table
	At     extract.Pos // where the evidence is printed; set by Run from the record if zero
	Why    string      // the evidence, in a sentence
	Edits  []Edit      // empty if nothing was changed
}

// An Op is what an Edit does.
type Op uint8

// The operations on a table.
const (
	Set     Op = iota // make the cell at Record, Col read Text
	SetRole           // make the row's role Role
)

// An Edit is one change to one row. Text and Was are the value after and before.
type Edit struct {
	Op     Op
	Role   Role // for SetRole
	Record int32
	Col    int32
	Text   string
	Was    string // filled in by Run
}

// A Pass finds one kind of damage. Run must not change the table.
// It has no error result: what a pass cannot mend, it reports.
type Pass struct {
	Name string // a short word, as in --skip
	Doc  string // one line for --help
	Run  func(t *Table, p *Profile) []Finding
}

// A Check finds contradictions and mends nothing.
type Check struct {
	Name string
	Doc  string
	Run  func(r *Result, p *Profile) []Finding
}

// A Profile narrows what Pressoir infers about a family of releases. nil infers everything.
type Profile struct {
	Name string
}

// A Result is what a Document becomes.
type Result struct {
	Document *extract.Document
	Tables   []*Table // in reading order
	Findings []Finding
}
