// The columns of flags that a table needs.

package bind

import "github.com/pressoir/pressoir/normalize/marks"

// explains reports whether a legend speaks of a sign, and whether it gives it a meaning
// that has a column.
func (b *binder) explains(m *marks.Occurrence) (spoken, column bool) {
	for i := range b.legends {
		for k := range b.legends[i].Marks {
			if m.Matches(&b.legends[i].Marks[k], b.Marks.Rows) {
				spoken, column = true, column || b.legends[i].Meaning != ""
			}
		}
	}
	return spoken, column
}

// marksIn returns the flag columns that the table needs: those that legends
// speak of, and those of marks that are there.
func (b *binder) marksIn() []string {
	names := map[string]bool{}
	for _, l := range b.legends {
		if l.Meaning != "" {
			names[l.Meaning] = true
		} else {
			names["mark"] = true
		}
	}
	for i := range b.Marks.Found {
		switch m := &b.Marks.Found[i]; m.Kind {
		case marks.SignMark:
			spoken, column := b.explains(m)
			if !spoken || column {
				names[marks.MeansNew] = true // "* Passengers only" is about something else
			}
			if !column {
				names["mark"] = true
			}
		case marks.WordMark:
			names[marks.MeansNew] = true
		case marks.FillMark, marks.ColorMark:
			if h := marks.HueOf(m.Color); h != "" && h != "grey" && !m.IsDecoration(b.Marks.Rows) {
				names[marks.MeansNew] = true
			}
		case marks.BoldMark, marks.ItalicMark:
			if b.speaksNew && m.Rows < b.Marks.Rows {
				names[marks.MeansNew] = true
			}
		}
	}
	var out []string
	for _, n := range append([]string{marks.MeansNew, marks.MeansRenewed, marks.MeansProvisional, marks.MeansWithdrawn, "mark"}, b.Profile.Meanings()...) {
		if names[n] {
			out = append(out, n)
		}
	}
	return out
}
