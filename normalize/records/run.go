// The driver: it applies what passes propose, and notes the values before.

package records

import (
	"fmt"
	"slices"

	"github.com/pressoir/pressoir/extract/document"
)

// Run applies the passes to t in order, and appends what they found to found. The
// findings are the whole ledger of changes: every edit has the value before it.
//
// A pass sees the table as it was before the pass, so two edits of one cell by one
// pass must agree. Where they do not, the first holds, the other is left out, and a
// fault finding names both.
func Run(found []Finding, t *Table, passes []Pass) []Finding {
	d := newDriver(t)
	for i := range passes {
		pass := &passes[i]
		proposed := pass.Run(t)
		d.begin(pass.Name)
		for j := range proposed {
			f := &proposed[j]
			f.Pass, f.Table = pass.Name, t.ID
			if f.At == (document.Pos{}) {
				if r := t.Record(f.Record); r != nil {
					f.At = r.At
				}
			}
			d.apply(f)
		}
		found = append(slices.Grow(found, len(proposed)+len(proposed)/16), proposed...) // with room for what checks find
		found = append(found, d.faults...)
	}
	return found
}

// A driver applies edits to one table.
type driver struct {
	t      *Table
	name   string // of the current pass
	stamp  stamp  // what it leaves on cells
	pass   uint8  // its number
	width  int
	stamps []uint8 // by row and cell, the pass that last edited it; cell 0 is the role
	faults []Finding
}

func newDriver(t *Table) *driver {
	d := &driver{t: t, width: len(t.Columns)}
	for _, r := range t.Rows {
		d.width = max(d.width, len(r.Cells))
	}
	d.width++ // the role
	d.stamps = make([]uint8, d.width*len(t.Rows))
	t.keepStamps(d.width - 1)
	return d
}

func (d *driver) begin(name string) {
	d.name, d.stamp, d.faults = name, stampOf(name), nil
	d.pass++
}

func (d *driver) apply(f *Finding) {
	for i := 0; i < len(f.Edits); i++ {
		e := &f.Edits[i]
		switch e.Op {
		case Set:
			d.set(f, e)
		case SetRole:
			d.setRole(f, e)
		case Move:
			n := 1
			for i+n < len(f.Edits) && f.Edits[i+n].Op == Move && f.Edits[i+n].Record == e.Record {
				n++
			}
			d.move(f, f.Edits[i:i+n])
			i += n - 1
		case Drop:
			d.drop(f, e)
		}
	}
}

// set makes one cell, or the same cell of neighbouring rows, read e.Text.
func (d *driver) set(f *Finding, e *Edit) {
	row := -1
	for id := e.Record; id <= max(e.Record, e.Last); id++ {
		if row++; row == 0 || row >= len(d.t.Rows) || d.t.Rows[row].ID != int(id) {
			row = d.t.index(int(id))
		}
		if row < 0 || e.Col < 0 || int(e.Col) >= d.width-1 {
			d.fault(f, e, "no such cell")
			return
		}
		r := d.t.Rows[row]
		for len(r.Cells) <= int(e.Col) {
			r.Cells = append(r.Cells, Cell{})
		}
		c := &r.Cells[e.Col]
		stamp := &d.stamps[row*d.width+1+int(e.Col)]
		if *stamp == d.pass {
			if c.Text != e.Text {
				d.fault(f, e, fmt.Sprintf("%q and %q both wanted", c.Text, e.Text))
				return
			}
			continue
		}
		if id == e.Record {
			e.Was = c.Text
		} else if c.Text != e.Was {
			d.fault(f, e, fmt.Sprintf("record %d reads %q, not %q", id, c.Text, e.Was))
			return
		}
		*stamp = d.pass
		c.Text = e.Text
		d.changed(row, int(e.Col))
	}
}

// changed stamps a cell with the current pass.
func (d *driver) changed(row, col int) { d.t.stamps[row*d.t.stampWidth+col] = d.stamp }

func (d *driver) setRole(f *Finding, e *Edit) {
	for id := e.Record; id <= max(e.Record, e.Last); id++ {
		row := d.t.index(int(id))
		if row < 0 {
			d.fault(f, e, "no such record")
			return
		}
		r := d.t.Rows[row]
		stamp := &d.stamps[row*d.width]
		if *stamp == d.pass && r.Role != e.Role {
			d.fault(f, e, fmt.Sprintf("roles %s and %s both wanted", r.Role, e.Role))
			return
		}
		*stamp = d.pass
		if id == e.Record {
			e.Was = r.Role.String()
		}
		r.Role = e.Role
	}
}

// move moves cells of one row to other columns, all at once, since a row shifts as a
// whole. A cell that is moved and not moved onto becomes blank.
func (d *driver) move(f *Finding, edits []Edit) {
	row := d.t.index(int(edits[0].Record))
	if row < 0 {
		d.fault(f, &edits[0], "no such record")
		return
	}
	r := d.t.Rows[row]
	for len(r.Cells) < d.width-1 {
		r.Cells = append(r.Cells, Cell{})
	}
	old := make([]Cell, len(r.Cells))
	copy(old, r.Cells)
	for i := range edits {
		e := &edits[i]
		if e.Col < 0 || e.To < 0 || int(e.Col) >= len(old) || int(e.To) >= len(old) {
			d.fault(f, e, "no such cell")
			return
		}
		r.Cells[e.Col] = Cell{}
	}
	for i := range edits {
		e := &edits[i]
		if r.Cells[e.To].Text != "" {
			copy(r.Cells, old)
			d.fault(f, e, fmt.Sprintf("%q would be overwritten", r.Cells[e.To].Text))
			return
		}
		e.Text, e.Was = old[e.Col].Text, old[e.Col].Text
		r.Cells[e.To] = old[e.Col]
		d.stamps[row*d.width+1+int(e.To)] = d.pass
		d.stamps[row*d.width+1+int(e.Col)] = d.pass
	}
	for i := range edits {
		d.t.stamps[row*d.t.stampWidth+int(edits[i].Col)] = untouched
	}
	for i := range edits {
		d.changed(row, int(edits[i].To))
	}
}

// drop leaves a column out of the output. The column keeps its place, since edits name
// columns by their index.
func (d *driver) drop(f *Finding, e *Edit) {
	if e.Col < 0 || int(e.Col) >= len(d.t.Columns) {
		d.fault(f, e, "no such column")
		return
	}
	d.t.Columns[e.Col].Dropped = true
}

// fault reports an edit that could not be applied: a mistake in a pass, not in
// the source.
func (d *driver) fault(f *Finding, e *Edit, why string) {
	d.faults = append(d.faults, Finding{
		Pass: d.name, Code: CodeInternal, Level: Fault, Table: d.t.ID, Record: int(e.Record), At: f.At,
		Why: fmt.Sprintf("pass %s, %s: edit of column %d left out: %s; please report this", d.name, f.Code, e.Col, why),
	})
	e.Op, e.Text, e.Was = Set, "", ""
	e.Record, e.Last = 0, 0
}
