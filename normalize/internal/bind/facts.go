// Facts: what the rows say, for the claims of the prose to be held against.

package bind

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// Facts gathers what can be counted in the tables.
func Facts(tables []*Table) claims.Facts {
	var fs claims.Facts
	for _, t := range tables {
		fs.Tables = append(fs.Tables, tableFacts(t, len(t.Rows)))
	}
	return fs
}

// tableFacts gathers what can be counted in the first rows of a table.
func tableFacts(t *Table, limit int) claims.TableFacts {
	tf := claims.TableFacts{ID: t.ID, Name: t.Name, At: t.At, Block: t.Block + 1}
	tf.Units = profiledUnits(t.Profile, t)
	region, department, commune, name, isNew := t.Col("region"), t.Col("department"), t.Col("commune"), t.Col("name"), t.Col(marks.MeansNew)
	if name >= 0 {
		tf.NameTitle = t.Columns[name].Title
	}
	if cols := t.PrintedColumns(); len(cols) > 0 {
		tf.FirstTitle = t.Columns[cols[0]].Title
	}
	var extra []int
	for j := range t.Columns {
		switch t.Columns[j].Type {
		case records.Number, records.Money, records.Date:
			if t.Columns[j].Means() != "number" {
				extra = append(extra, j)
			}
		}
	}
	yes, no := true, false
	n := 0
	rows := t.Rows[:min(limit, len(t.Rows))]
	for _, r := range rows {
		if r.Role == records.Data {
			n++
		}
	}
	step := 1
	if n > maxFactRows {
		step = (n + maxFactRows - 1) / maxFactRows
		tf.Records = n
	}
	tf.Rows = make([]claims.RowFacts, 0, n/step+1)
	k := -1
	for _, r := range rows {
		if r.Role != records.Data {
			continue
		}
		if k++; step > 1 {
			switch r.Text(isNew) {
			case "true":
				tf.New++
				tf.NewKnown = true
			case "false":
				tf.NewKnown = true
			}
			if k%step != 0 {
				continue
			}
		}
		rf := claims.RowFacts{ID: r.ID, At: r.At, Region: r.Text(region), Department: r.Text(department), Commune: r.Text(commune), Name: r.Text(name)}
		switch r.Text(isNew) {
		case "true":
			rf.New = &yes
		case "false":
			rf.New = &no
		}
		for _, j := range extra {
			if s := r.Text(j); s != "" {
				if rf.Values == nil {
					rf.Values = make(map[string]string, len(extra))
				}
				rf.Values[t.Columns[j].Name] = s
			}
		}
		tf.Rows = append(tf.Rows, rf)
	}
	if limit < len(t.Rows) {
		return tf
	}
	tf.Columns = columnFacts(t)
	for _, s := range Totals(t) {
		if s.Counts {
			tf.Totals = append(tf.Totals, claims.TotalFacts{Text: s.Text, At: s.At, Group: s.group, Value: s.Value, Found: s.Found, Led: s.led})
		}
	}
	return tf
}

// maxFactRows is how many rows a table may have to be handed to the claims whole:
// the facts of a million rows would cost as much as the table. Of a longer one
// they get the counts, and rows taken evenly.
const maxFactRows = 20000

// A totalRow is a printed total and the records that it sums up.
type totalRow struct {
	R      *records.Record
	Text   string
	At     document.Pos
	group  string // "Bretagne"; "" for the whole table
	Value  float64
	Counts bool // the value counts records
	Found  int
	led    bool // it is in a sentence that leads into the list
}

// Totals reads the total rows of t. A total names its group, or follows the
// records since the total or the section before it.
func Totals(t *Table) (out []totalRow) {
	out = listTotals(t)
	region, department := t.Col("region"), t.Col("department")
	since, all := 0, 0
	var byGroup map[string]int
	for _, r := range t.Rows {
		switch r.Role {
		case records.Data:
			since++
			all++
		case records.Section:
			since = 0
		case records.Total:
			first, only := PrintedCells(r)
			if first < 0 {
				continue
			}
			text := r.Cells[first].Text
			group, figure, _ := ReadTotal(t.Places, text)
			s := totalRow{R: r, Text: text, At: r.At, group: group}
			if n, ok := forms.ParseNumber(figure, t.Style()); ok && n.Unit == "" && only {
				s.Value, _ = strconv.ParseFloat(n.Plain, 64)
				s.Counts = true
			}
			switch {
			case group != "":
				if byGroup == nil {
					byGroup = countGroups(t, region, department)
				}
				if h := t.Places.Department(group); places.Found(h.How) && !places.Found(t.Places.Region(group).How) {
					s.Found = byGroup["d"+h.Name]
				} else {
					s.Found = byGroup["r"+t.Places.Region(group).Name]
				}
			case strings.Contains(fold.Words(text), "general") || strings.Contains(fold.Words(text), "grand total") || all == since:
				s.Found = all
			case strings.HasPrefix(fold.Words(text), "sous") || strings.HasPrefix(fold.Words(text), "subtotal"):
				s.Found = since
			default: // "Total : 12" at the end sums up all, between groups the group
				s.Found = since
				if float64(all) == s.Value {
					s.Found = all
				}
			}
			since = 0
			out = append(out, s)
		}
	}
	return out
}

// countGroups counts the records of each region and department.
func countGroups(t *Table, region, department int) map[string]int {
	n := map[string]int{}
	for _, r := range t.Rows {
		if r.Role == records.Data {
			n["r"+r.Text(region)]++
			n["d"+r.Text(department)]++
		}
	}
	return n
}

// PrintedCells returns the first cell of r that prints something and whether it
// is the only one. A name that was copied from another column does not count.
func PrintedCells(r *records.Record) (first int, only bool) {
	first, only = -1, true
	var src *document.Cell
	for j := range r.Cells {
		c := &r.Cells[j]
		if c.Text == "" || document.IsBlank(c.Text) {
			continue
		}
		if first < 0 {
			first, src = j, c.Src
			continue
		}
		if c.Src != src || src == nil {
			return first, false
		}
	}
	return first, only
}

// profiledUnits returns what the rows of t are, as the claims that the profile expects
// count them.
func profiledUnits(p *profile.Profile, t *Table) (out []string) {
	if p == nil || len(p.Columns) > 0 && !t.Profiled {
		return nil
	}
	for _, c := range p.Claims {
		switch claims.Kind(c.Kind) {
		case claims.Total, claims.New, claims.GroupTotal:
			if c.Unit != "" {
				out = append(out, c.Unit)
			}
		}
	}
	return out
}
