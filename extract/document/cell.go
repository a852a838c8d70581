// Cells of tables. A table of a million rows has several million cells, and
// nearly all of them are a few words in plain type on the line of their row.
// Those hold their text and nothing else.

package document

// A Cell is one printed cell.
//
// A cell without text is blank. A covered cell is a place that another cell spans
// into. Where a row ends early there is no Cell at all.
type Cell struct {
	Printed string // the cell's text, without styles
	More    *More  // nil for plain text at its row's place
}

// More holds what most cells of a long table do not have. It must not be changed
// once a cell has it, because copies of the cell share it: see [Cell.Change].
type More struct {
	At      Pos   // zero for the place of the cell's row
	Runs    []Run // the text by its styles; nil for plain text
	Span    Span
	Covered bool
}

// A Span is the number of rows and columns that a cell covers. 0 means 1.
type Span struct{ Rows, Cols uint16 }

// NewCell returns a cell that prints runs at the place at; the zero Pos is the
// place of its row.
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

// IsPlain reports whether runs is empty or one run without a style.
func IsPlain(runs []Run) bool {
	return len(runs) == 0 || len(runs) == 1 && runs[0].Style == Style{}
}

// Text returns the cell's text without styles.
func (c *Cell) Text() string { return c.Printed }

// IsBlank reports whether the cell prints nothing. A covered cell is blank too.
func (c *Cell) IsBlank() bool { return c.Printed == "" }

// IsPlain reports whether no run of the cell has a style.
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

// Runs returns the cell's text by its styles. For a plain cell it allocates a
// slice of one run; ask IsPlain first where there are many cells.
func (c *Cell) Runs() []Run {
	switch {
	case c.More != nil && c.More.Runs != nil:
		return c.More.Runs
	case c.Printed == "":
		return nil
	}
	return []Run{{Text: c.Printed}}
}

// At returns the cell's place; row is the place of its row.
func (c *Cell) At(row Pos) Pos {
	if c.More == nil || c.More.At == (Pos{}) {
		return row
	}
	return c.More.At
}

// Box returns the cell's box on its page, nil if it is unknown.
func (c *Cell) Box() *Box {
	if c.More == nil {
		return nil
	}
	return c.More.At.Box
}

// Span returns the number of rows and columns that the cell covers.
func (c *Cell) Span() Span {
	if c.More == nil {
		return Span{}
	}
	return c.More.Span
}

// Covered reports whether the cell is a place that another cell spans into.
func (c *Cell) Covered() bool { return c.More != nil && c.More.Covered }

// CoveredPlace is the More of a covered cell of which nothing else is known.
// Cells share it.
var CoveredPlace = &More{Covered: true}

// Change calls f with a copy of the cell's More, which then belongs to this cell
// alone.
func (c *Cell) Change(f func(*More)) {
	m := new(More)
	if c.More != nil {
		*m = *c.More
	}
	f(m)
	c.More = m
}

// SetSpan sets the number of rows and columns that the cell covers.
func (c *Cell) SetSpan(s Span) { c.Change(func(m *More) { m.Span = s }) }

// SetCovered says whether the cell is a place that another cell spans into.
func (c *Cell) SetCovered(covered bool) { c.Change(func(m *More) { m.Covered = covered }) }

// SetRuns replaces the cell's text by runs.
func (c *Cell) SetRuns(runs []Run) {
	c.Printed = Plain(runs)
	if IsPlain(runs) {
		runs = nil
	}
	if c.More != nil || runs != nil {
		c.Change(func(m *More) { m.Runs = runs })
	}
}
