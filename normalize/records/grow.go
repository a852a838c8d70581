// Lists that grow with the rows of a table.

package records

// minPredicted is the least length of a list that grows by prediction; append serves
// shorter ones.
const minPredicted = 64

// AppendEdit appends e to edits, which a pass finds going down the rows of t. It is
// append with less waste: a long list grows at once to the length that the rows so far
// predict, where append would take five times the memory on the way.
func (t *Table) AppendEdit(edits []Edit, e Edit) []Edit {
	if n := len(edits); n == cap(edits) && n >= minPredicted {
		edits = append(make([]Edit, 0, t.predict(n, int(e.Record))), edits...)
	}
	return append(edits, e)
}

// AppendFinding is AppendEdit for findings about single rows.
func (t *Table) AppendFinding(found []Finding, f Finding) []Finding {
	if n := len(found); n == cap(found) && n >= minPredicted {
		found = append(make([]Finding, 0, t.predict(n, f.Record)), found...)
	}
	return append(found, f)
}

// predict returns how many things to expect in all the rows of t, of which there are n
// down to the row with that ID: between a quarter more and four times as many, or 64
// times from a thousand on, since each step on the way is copied and thrown away.
func (t *Table) predict(n, id int) int {
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
