// What a profile changes in binding: which rows are headings, which column is
// which, how blanks are filled.

package bind

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// profiledHeadings returns how many of the first rows of a table are header rows: as
// many as inferred, unless the profile says that none is, or the rows go on to
// print headings of its columns.
func profiledHeadings(p *profile.Profile, rows []document.Row, inferred int) int {
	switch {
	case p == nil:
		return inferred
	case p.Headings == "none":
		return 0
	}
	n := 0
	for i := range min(len(rows), maxHeader) {
		if isHeading(p, &rows[i]) {
			n = i + 1
		} else if n > 0 {
			break
		}
	}
	return max(n, inferred)
}

// isHeading reports whether at least half of what a row prints are headings of
// the profile's columns.
func isHeading(p *profile.Profile, r *document.Row) bool {
	cells, known := 0, 0
	for j := range r.Cells {
		s, _ := forms.Tidy(r.Cells[j].Text())
		if s == "" {
			continue
		}
		cells++
		if p.MarkColumn(s) != "" || slices.ContainsFunc(p.Printed(), func(c *profile.Column) bool { return c.Titled(s) }) {
			known++
		}
	}
	return known > 0 && 2*known >= cells
}

// profiledColumns returns the names of the printed columns of a table, "" for those that
// are inferred: what the recogniser of the table knows, and above that what the
// profile says. A column is told by its heading; columns without headings are
// taken in the profile's order where there are as many and their values fit.
// fits says whether the table is one that the profile describes: at least half
// of its columns are there.
func profiledColumns(p *profile.Profile, places *places.Places, frags []*fragment, titles []string, width int) (names []string, fits bool) {
	names = frags[0].columns
	if p == nil || len(p.Columns) == 0 && len(p.Marks) == 0 {
		return names, false
	}
	names = append(slices.Clone(names), make([]string, max(0, width-len(names)))...)
	printed := p.Printed()
	if len(frags[0].columns) > 0 && titles == nil {
		return profiledList(p, names, printed)
	}
	n := 0
	for j := range min(width, len(titles)) {
		if m := p.MarkColumn(titles[j]); m != "" {
			names[j] = m
		}
	}
	took := make([]bool, width)
	for _, told := range [...]func(*profile.Column, string) bool{
		(*profile.Column).Titled,
		func(c *profile.Column, title string) bool { return columnNamed(title) == c.Name },
		func(c *profile.Column, title string) bool { return fold.Snake(title) == c.Name },
	} {
		for _, c := range printed {
			if slices.Contains(names, c.Name) && !slices.Contains(frags[0].columns, c.Name) {
				continue
			}
			for j := range min(width, len(titles)) {
				if !took[j] && titles[j] != "" && told(c, titles[j]) {
					names[j], took[j] = c.Name, true
					n++
					break
				}
			}
		}
	}
	if n > 0 || len(printed) == 0 {
		return names, n > 0 && 2*n >= len(printed)
	}
	untitled := !slices.ContainsFunc(printed, func(c *profile.Column) bool { return len(c.Titles) > 0 })
	if len(printed) != width || titles != nil && !untitled || !takesAll(places, frags, printed) {
		return names, false
	}
	for j, c := range printed {
		names[j] = c.Name
	}
	return names, true
}

// profiledList is given for a list, whose columns its recogniser named: the profile
// may call its names otherwise.
func profiledList(p *profile.Profile, names []string, printed []*profile.Column) ([]string, bool) {
	var missed []*profile.Column
	for _, c := range printed {
		if !slices.Contains(names, c.Name) {
			missed = append(missed, c)
		}
	}
	at := slices.Index(names, "name")
	if len(missed) == 1 && at >= 0 && p.Column("name") == nil {
		names[at] = missed[0].Name
		missed = nil
	}
	return names, len(printed) > 0 && 2*len(missed) <= len(printed)
}

// takesAll reports whether the values printed in each column are, for the most part,
// such as the profile's column in its place takes.
func takesAll(places *places.Places, frags []*fragment, printed []*profile.Column) bool {
	ok, bad := make([]int, len(printed)), make([]int, len(printed))
	rows := 0
	for _, f := range frags {
		for i := f.header; i < len(f.rows) && rows < SampleRows; i++ {
			rows++
			for j := range f.rows[i].Cells {
				k := f.column(j)
				s, _ := forms.Tidy(f.rows[i].Cells[j].Text())
				if k < 0 || k >= len(printed) || s == "" {
					continue
				}
				if accepted, known := printed[k].Accepts(places, s); known && !accepted {
					bad[k]++
				} else {
					ok[k]++
				}
			}
		}
	}
	for k := range printed {
		if bad[k] > ok[k] {
			return false
		}
	}
	return true
}

// narrow gives the columns of a table the types that the profile says.
func narrow(p *profile.Profile, cols []records.Column) {
	if p == nil {
		return
	}
	own := p.Meanings()
	for i := range cols {
		c := &cols[i]
		if of := p.Column(c.Name); of != nil && of.Type != "" {
			c.Type = profile.TypeNamed(of.Type).Type
			printed := c.Unit // by the heading or the values
			if c.Unit = of.Unit; c.Unit == "" && c.Type == records.Money {
				c.Unit = printed
			}
		}
		if slices.Contains(own, c.Name) {
			c.Type = records.Flag
		}
	}
}
