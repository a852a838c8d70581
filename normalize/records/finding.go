// Findings: what passes and checks return.

package records

import (
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
)

// A Level says what a finding asks of the reader.
type Level uint8

// The levels of findings, the worst last.
const (
	Noted Level = iota // mended on printed evidence; nothing to do
	Doubt              // mended or kept: a person should look
	Fault              // not mended
)

var levelNames = [...]string{"note", "doubt", "fault"}

func (l Level) String() string {
	if int(l) < len(levelNames) {
		return levelNames[l]
	}
	return fmt.Sprintf("Level(%d)", uint8(l))
}

// A Finding is one thing that a pass or a check noticed, with what was done about it.
// It may hold many edits: a region carried to seven rows is one finding.
//
// A pass fills in Code, Level, Why, and Record or Edits; Run sets the rest. A check has
// no table of its own, so it sets Table too; normalize.Normalize then sets Pass, and At
// from the record if it is zero, and drops Edits, since checks mend nothing.
type Finding struct {
	Pass   string // set by Run: the name of the pass, "check NAME" for a check
	Code   string // one of codes.go, or the pass's own
	Level  Level
	Table  int          // Table.ID; 0 if about the document. Set by Run
	Record int          // Record.ID of the row that shows it; 0 if about the whole table
	At     document.Pos // where the evidence is printed; set by Run from the record if zero
	Why    string       // the evidence, in a sentence
	Edits  []Edit       // empty if nothing was changed
}

// An Op is what an Edit does.
type Op uint8

var opNames = [...]string{"set", "set role", "move", "drop"}

func (o Op) String() string {
	if int(o) < len(opNames) {
		return opNames[o]
	}
	return fmt.Sprintf("Op(%d)", uint8(o))
}

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

// DropOverwritten drops the last edit but one if the last is of the same cell.
func (f *Finding) DropOverwritten() {
	if n := len(f.Edits); n > 1 && f.Edits[n-1].Record == f.Edits[n-2].Record && f.Edits[n-1].Col == f.Edits[n-2].Col {
		f.Edits[n-2] = f.Edits[n-1]
		f.Edits = f.Edits[:n-1]
	}
}
