// The layout of a table: all its columns, their names and their order.

package bind

import (
	"slices"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

// layout returns all columns of the table: the printed ones, those that
// headings and section rows fill, and those that are derived.
func (b *binder) layout(cols []records.Column, frags []*fragment) []records.Column {
	has := map[string]bool{}
	for i := range cols {
		has[cols[i].Means()] = true
	}
	add := func(name string, derived bool) {
		if !has[name] {
			has[name] = true
			cols = append(cols, records.Column{Name: name, Kind: name, Derived: derived, Type: columnTypes[name], Printed: -1})
		}
	}
	kinds := b.sectionKinds(frags, cols)
	for _, kind := range [...]string{"section", "section_2", "region", "department"} {
		if kinds[kind] {
			add(kind, false)
		}
	}
	if has["department_code"] {
		add("department", true)
	}
	if has["region_code"] || has["department"] {
		add("region", true)
	}
	if has["region"] {
		add("region_code", true)
	}
	if has["department"] {
		add("department_code", true)
	}
	if has["commune"] && has["department"] {
		add("commune_code", true)
	}
	flags := b.marksIn()
	if has["region"] || has["department"] || has["commune"] || has["postal_code"] || has[marks.MeansNew] || frags[0].list > 0 || len(frags[0].columns) > 0 || speakOfRows(flags) {
		add("name", true)
		nameSubject(cols)
	}
	for _, m := range flags {
		add(m, true)
	}
	narrow(b.Profile, cols)
	return ordered(unique(cols))
}

// speakOfRows reports whether flags hold one that says something of a row, which a
// star without a legend does not.
func speakOfRows(flags []string) bool {
	return slices.ContainsFunc(flags, func(f string) bool { return f != "mark" })
}

// nameSubject calls the column that rows are about "name", if it holds text and no
// profile calls it otherwise.
func nameSubject(cols []records.Column) {
	for j := range cols {
		if c := &cols[j]; c.Kind == "name" && c.Type == records.Text {
			c.Name = "name"
		}
	}
}

// unique gives columns of one name different ones: first by the units of their
// headings, then by numbers. Fixed names stay.
func unique(cols []records.Column) []records.Column {
	count := map[string]int{}
	for i := range cols {
		count[cols[i].Name]++
	}
	for i := range cols {
		if c := &cols[i]; count[c.Name] > 1 && c.Title != "" && c.Name == fold.Snake(c.Title) {
			c.Name = fold.SnakeUnit(c.Title)
		}
	}
	used := map[string]bool{}
	for i := range cols {
		if cols[i].Fixed() {
			used[cols[i].Name] = true
		}
	}
	for i := range cols {
		if c := &cols[i]; !c.Fixed() {
			c.Name = UnusedName(c.Name, i, used)
			used[c.Name] = true
		}
	}
	return cols
}

// ordered puts the columns that have fixed names first, in their order.
func ordered(cols []records.Column) []records.Column {
	out := make([]records.Column, 0, len(cols))
	for _, name := range columnOrder {
		for _, c := range cols {
			if c.Name == name && c.Fixed() {
				out = append(out, c)
			}
		}
	}
	for _, c := range cols {
		fixed := false
		for _, name := range columnOrder {
			fixed = fixed || c.Name == name && c.Fixed()
		}
		if !fixed {
			out = append(out, c)
		}
	}
	return out
}
