// Stamps: what was last done to each cell.

package records

// PlainPass is the name of the pass that writes plain forms. The driver stamps its
// cells, since a plain form must not be read again: "1.580" is plain for 1,58 and
// French for 1580.
const PlainPass = "type"

// A stamp says in one byte what the passes did to a cell, since a table may have
// millions of cells. The findings say which pass it was.
type stamp uint8

const (
	untouched stamp = iota // as bound
	mended                 // by any pass but type
	plain                  // in its plain form, by the type pass
)

// stampOf returns what the named pass leaves on the cells it changes.
func stampOf(pass string) stamp {
	if pass == PlainPass {
		return plain
	}
	return mended
}

// IsUntouched reports whether no pass has changed the cell at column col of t.Rows[row].
func (t *Table) IsUntouched(row, col int) bool { return t.stampAt(row, col) == untouched }

// IsPlain reports whether the type pass has written the plain form of the cell at
// column col of t.Rows[row].
func (t *Table) IsPlain(row, col int) bool { return t.stampAt(row, col) == plain }

func (t *Table) stampAt(row, col int) stamp {
	if i := row*t.stampWidth + col; col < t.stampWidth && i < len(t.stamps) {
		return t.stamps[i]
	}
	return 0
}

// keepStamps makes room for the stamps of width columns in each row.
func (t *Table) keepStamps(width int) {
	if t.stampWidth >= width && len(t.stamps) == t.stampWidth*len(t.Rows) {
		return
	}
	wider := make([]stamp, width*len(t.Rows))
	for i := range t.Rows {
		for j := range min(width, t.stampWidth) {
			wider[i*width+j] = t.stampAt(i, j)
		}
	}
	t.stamps, t.stampWidth = wider, width
}
