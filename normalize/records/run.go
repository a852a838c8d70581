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
			d.checkLevel(f)
			n := len(d.faults)
			d.apply(f)
			if len(d.faults) > n {
				f.Edits = slices.DeleteFunc(f.Edits, func(e Edit) bool { return e.Op == leftOut })
			}
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
		default:
			d.fault(f, e, fmt.Sprintf("%s is no operation", e.Op))
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
			d.faultFrom(f, e, id, "there is no such cell")
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
				d.faultFrom(f, e, id, fmt.Sprintf("%q and %q are both wanted", c.Text, e.Text))
				return
			}
			continue
		}
		if id == e.Record {
			e.Was = c.Text
		} else if c.Text != e.Was {
			d.faultFrom(f, e, id, fmt.Sprintf("record %d reads %q, not %q", id, c.Text, e.Was))
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
	if int(e.Role) >= len(roleNames) {
		d.fault(f, e, fmt.Sprintf("%s is no role", e.Role))
		return
	}
	for id := e.Record; id <= max(e.Record, e.Last); id++ {
		row := d.t.index(int(id))
		if row < 0 {
			d.faultFrom(f, e, id, "there is no such record")
			return
		}
		r := d.t.Rows[row]
		stamp := &d.stamps[row*d.width]
		if *stamp == d.pass && r.Role != e.Role {
			d.faultFrom(f, e, id, fmt.Sprintf("roles %s and %s are both wanted", r.Role, e.Role))
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
		d.faultMove(f, edits, 0, "there is no such record")
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
			copy(r.Cells, old)
			d.faultMove(f, edits, i, fmt.Sprintf("there is no such cell, or no column %d to move it to", e.To))
			return
		}
		r.Cells[e.Col] = Cell{}
	}
	for i := range edits {
		e := &edits[i]
		if r.Cells[e.To].Text != "" {
			text := r.Cells[e.To].Text
			copy(r.Cells, old)
			d.faultMove(f, edits, i, fmt.Sprintf("%q would be overwritten", text))
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
		d.fault(f, e, "there is no such column")
		return
	}
	d.t.Columns[e.Col].Dropped = true
}

// leftOut is the Op of an edit that was not made; Run drops it.
const leftOut Op = 255

// fault reports an edit that could not be applied: a mistake in the pass, not in the
// source.
func (d *driver) fault(f *Finding, e *Edit, why string) {
	d.faults = append(d.faults, d.faulty(f, int(e.Record), fmt.Sprintf("its edit of record %d, column %d is left out: %s", e.Record, e.Col, why)))
	e.Op = leftOut
}

// faultFrom reports that an edit of several rows could not be made from the row id on;
// what was made before stays in the ledger.
func (d *driver) faultFrom(f *Finding, e *Edit, id int32, why string) {
	made := *e
	d.fault(f, e, why)
	if id > made.Record {
		made.Last = id - 1
		*e = made
	}
}

// faultMove reports that the moves of a row, which are made all at once, could not be
// made because of the one with index i.
func (d *driver) faultMove(f *Finding, edits []Edit, i int, why string) {
	d.fault(f, &edits[i], why)
	for k := range edits {
		edits[k].Op = leftOut
	}
}

// checkLevel makes a level that does not exist the worst that does.
func (d *driver) checkLevel(f *Finding) {
	if f.Level > Fault {
		d.faults = append(d.faults, d.faulty(f, f.Record, fmt.Sprintf("%s is no level", f.Level)))
		f.Level = Fault
	}
}

// faulty is a finding about the pass.
func (d *driver) faulty(f *Finding, record int, why string) Finding {
	return Finding{
		Pass: d.name, Code: CodeInternal, Level: Fault, Table: d.t.ID, Record: record, At: f.At,
		Why: fmt.Sprintf("the pass %s is wrong, please report it to its authors: finding %s: %s", d.name, f.Code, why),
	}
}
