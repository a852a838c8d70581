// This file holds the cells of tables. A table of a million rows has some
// million of them, and nearly all are a few words in plain type where their row
// stands: such a cell is its text and nothing else.

package document

// A Cell is one printed cell.
//
// There are three kinds of nothing: a cell without text is blank, a covered one
// is a place under a cell that spans into it, and a row that ends early has no
// Cell.
type Cell struct {
	Printed string // all its text, whatever its style
	More    *More  // nil for plain text in one place of its row's line
}

// More is what few cells of a long table have. It is never changed once a cell
// has it, since copies of the cell share it.
type More struct {
	At      Pos   // zero where the cell's row stands
	Runs    []Run // Printed by its styles; nil where it is one run without any
	Span    Span
	Covered bool
}

// A Span is how many rows and columns a cell covers. 0 means 1.
type Span struct{ Rows, Cols uint16 }

// NewCell returns a cell that stands at at, zero for its row's place, and prints
// runs.
func NewCell(at Pos, runs ...Run) Cell {
	c := Cell{Printed: Plain(runs)}
	if IsPlain(runs) {
		runs = nil
	}
	if at != (Pos{}) || runs != nil {
		c.More = &More{At: at, Runs: runs}
	}
	return c
}

// IsPlain reports whether runs are none, or one without a style.
func IsPlain(runs []Run) bool {
	return len(runs) == 0 || len(runs) == 1 && runs[0].Style == Style{}
}

// Text returns the cell's text without styles.
func (c *Cell) Text() string { return c.Printed }

// IsBlank reports whether the cell prints nothing. A covered cell is blank too.
func (c *Cell) IsBlank() bool { return c.Printed == "" }

// IsPlain reports whether no part of the cell has a style of its own.
func (c *Cell) IsPlain() bool {
	if c.More != nil {
		for i := range c.More.Runs {
			if c.More.Runs[i].Style != (Style{}) {
				return false
			}
		}
	}
	return true
}

// Runs returns the cell's text by its styles. Of a cell without any it makes a
// list of one run: where there are many cells, ask IsPlain first.
func (c *Cell) Runs() []Run {
	switch {
	case c.More != nil && c.More.Runs != nil:
		return c.More.Runs
	case c.Printed == "":
		return nil
	}
	return []Run{{Text: c.Printed}}
}

// At returns where the cell stands; row is where its row does.
func (c *Cell) At(row Pos) Pos {
	if c.More == nil || c.More.At == (Pos{}) {
		return row
	}
	return c.More.At
}

// Box returns the cell's own box on its page, nil if it is unknown.
func (c *Cell) Box() *Box {
	if c.More == nil {
		return nil
	}
	return c.More.At.Box
}

// Span returns how many rows and columns the cell covers.
func (c *Cell) Span() Span {
	if c.More == nil {
		return Span{}
	}
	return c.More.Span
}

// Covered reports whether this is a place under a cell that spans into it.
func (c *Cell) Covered() bool { return c.More != nil && c.More.Covered }

// CoveredPlace is what all places have of which no more is known than that they
// are covered.
var CoveredPlace = &More{Covered: true}

// Change gives the cell a More of its own and has f change it.
func (c *Cell) Change(f func(*More)) {
	m := new(More)
	if c.More != nil {
		*m = *c.More
	}
	f(m)
	c.More = m
}

func (c *Cell) SetSpan(s Span) { c.Change(func(m *More) { m.Span = s }) }

func (c *Cell) SetCovered(covered bool) { c.Change(func(m *More) { m.Covered = covered }) }

// SetRuns has the cell print runs and nothing else.
func (c *Cell) SetRuns(runs []Run) {
	c.Printed = Plain(runs)
	if IsPlain(runs) {
		runs = nil
	}
	if c.More != nil || runs != nil {
		c.Change(func(m *More) { m.Runs = runs })
	}
}
