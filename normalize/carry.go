// The carry pass: a blank takes the value last printed above it.

package normalize

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

var carryPass = pass{
	name: "carry",
	doc:  "fill blank cells of group columns with the value last printed above, or below where the department lies there",
	run:  runCarry,
}

// A carrier holds the value in force in one column.
type carrier struct {
	col   int
	rank  int    // below 0 of sections, 0 of region, 1 of department, 2 of others: a new value ends those of higher rank
	text  string // "" if none is in force
	from  *records.Record
	at    document.Pos
	cells bool // not a group column: only places covered by a span are filled
	span  *document.Cell
	// If the profile mentions the column, its value ends at a new value of the columns
	// in within; the rank does not count.
	profiled bool
	within   []int
	edits    []records.Edit
	lost     *records.Finding // blanks with nothing above
}

// runCarry walks down the table. Section rows count as printed values; totals, notes
// and headings neither give a value nor take one. A value is in force until another
// is printed in its column, or, for a department, until the region changes. Rows in
// the region that is printed below them take that one, see carryUp.
func runCarry(t *bind.Table) (found []records.Finding) {
	if t.List > 0 {
		return nil // the rows of a list have their headings already
	}
	cs := profiledCarriers(t.Profile, t, carriers(t.Table))
	for i := range cs {
		if p := t.Columns[cs[i].col].Printed; p >= 0 && p < t.ParentColumns {
			cs[i].cells = false
		}
	}
	found = carryAcross(t)
	if len(cs) == 0 {
		return found
	}
	risen, up := carryUp(t)
	found = append(found, risen...)
	region := t.Col("region")
	for row, r := range t.Rows {
		if r.Role != records.Data && r.Role != records.Section {
			continue
		}
		for i := range cs {
			c := &cs[i]
			if s := r.Text(c.col); s != "" {
				found = c.begin(t, cs, r, s, found)
			} else if r.Role == records.Data && (up == nil || !up[row] || c.col != region) {
				c.fill(t, row)
			}
		}
	}
	for i := range cs {
		found = cs[i].flush(t, found)
	}
	return found
}

// begin puts s, which r prints, in force, and ends the values of cs within the one
// before it.
func (c *carrier) begin(t *bind.Table, cs []carrier, r *records.Record, s string, found []records.Finding) []records.Finding {
	changed := c.text == "" || s != c.text
	found = c.flush(t, found)
	c.text, c.from, c.at, c.span = s, r, r.At, nil
	if src := r.Cells[c.col].Src; src != nil {
		c.at, c.span = src.At(r.At), src
	}
	if !changed && r.Role != records.Section {
		return found
	}
	for k := range cs {
		if d := &cs[k]; c.ends(d) && r.Text(d.col) == "" {
			found = d.flush(t, found)
			d.text, d.from = "", nil
		}
	}
	return found
}

// fill gives a blank cell the value in force, or notes that there is none.
func (c *carrier) fill(t *bind.Table, row int) {
	r := t.Rows[row]
	switch {
	case c.cells && !c.spans(r):
	case c.text != "":
		c.edits = extend(t, c.edits, r, c.col, c.text)
	case !c.cells && c.lost == nil && t.IsUntouched(row, c.col):
		c.lost = &records.Finding{
			Code: records.CodeNothingToCarry, Level: records.Doubt, Record: r.ID, At: r.At,
			Why: fmt.Sprintf("%s is blank and there is no value above it", t.Columns[c.col].Name),
		}
	}
}

// spans reports whether the cell in force covers rows and r has a covered cell below it.
func (c *carrier) spans(r *records.Record) bool {
	if c.span == nil || c.col >= len(r.Cells) {
		return false
	}
	src := r.Cells[c.col].Src
	return src != nil && src.Covered() && c.span.Span().Rows >= 2
}

// ends reports whether a new value of c ends that of d.
func (c *carrier) ends(d *carrier) bool {
	switch {
	case d.cells:
		return false
	case d.profiled:
		return c.rank < 0 || slices.Contains(d.within, c.col) // a section ends all
	}
	return d.rank > c.rank
}

// flush reports the rows that took the value in force.
func (c *carrier) flush(t *bind.Table, found []records.Finding) []records.Finding {
	if len(c.edits) > 0 {
		code := records.CodeCarried
		if c.from.Role == records.Section {
			code = records.CodeSection
		}
		found = t.AppendFinding(found, records.Finding{
			Code: code, Record: int(c.edits[0].Record), At: c.at, Edits: c.edits,
			// Concatenated, since a long table has one of these for every few rows.
			Why: t.Columns[c.col].Name + " is blank; " + strconv.Quote(c.text) + " is printed above" + atWords(c.at),
		})
		c.edits = nil
	}
	if c.lost != nil {
		found = append(found, *c.lost)
		c.lost = nil
	}
	return found
}

// atWords returns " (page 2, line 7)", "" if the place is unknown.
func atWords(at document.Pos) string {
	if s := at.String(); s != "" {
		return " (" + s + ")"
	}
	return ""
}

// carriers returns the columns in which blanks are filled.
func carriers(t *records.Table) (cs []carrier) {
	add := func(name string, rank int) {
		if j := t.Col(name); j >= 0 && !t.Columns[j].Derived {
			cs = append(cs, carrier{col: j, rank: rank})
		}
	}
	add("section", -2)
	add("section_2", -1)
	add("region", 0)
	add("region_code", 0)
	add("department", 1)
	add("department_code", 1)
	name := t.Col("name")
	for _, j := range t.Printed() {
		switch t.Columns[j].Means() {
		case "region", "region_code", "department", "department_code", "section", "section_2", "number", "new":
			continue
		}
		switch {
		case name >= 0 && j != name && t.Columns[j].Printed < t.Columns[name].Printed && groups(t, j):
			cs = append(cs, carrier{col: j, rank: 2})
		default:
			cs = append(cs, carrier{col: j, rank: 3, cells: true})
		}
	}
	return cs
}

// groups reports whether an unknown column left of the names is a group column: its
// first row is printed, blanks are common, and no row repeats the value above it, as
// rows do where a blank is no value.
func groups(t *records.Table, j int) bool {
	if t.Columns[j].Type != records.Text && t.Columns[j].Type != records.Code {
		return false
	}
	rows, blanks := 0, 0
	last := ""
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		s := r.Text(j)
		if s == "" {
			if rows == 0 {
				return false
			}
			blanks++
		} else if s == last {
			return false
		} else {
			last = s
		}
		rows++
	}
	return 3*blanks >= rows && blanks > 0
}
