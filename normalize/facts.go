// Facts: what the rows say, for the claims of the prose to be held against.

package normalize

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

// facts gathers what can be counted in the tables.
func facts(tables []*bound) claims.Facts {
	var fs claims.Facts
	for _, t := range tables {
		fs.Tables = append(fs.Tables, tableFacts(t, len(t.Rows)))
	}
	return fs
}

// tableFacts gathers what can be counted in the first rows of a table.
func tableFacts(t *bound, limit int) claims.TableFacts {
	tf := claims.TableFacts{ID: t.ID, Name: t.Name, At: t.At}
	tf.Units = profiledUnits(t.profile, t)
	region, department, commune, name, isNew := t.Col("region"), t.Col("department"), t.Col("commune"), t.Col("name"), t.Col(marks.MeansNew)
	if name >= 0 {
		tf.NameTitle = t.Columns[name].Title
	}
	var extra []int
	for j := range t.Columns {
		switch t.Columns[j].Type {
		case records.Number, records.Money, records.Date:
			if t.Columns[j].Name != "number" {
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
	for _, s := range totals(t) {
		if s.counts {
			tf.Totals = append(tf.Totals, claims.TotalFacts{Text: s.text, At: s.at, Group: s.group, Value: s.value, Found: s.found, Led: s.led})
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
	r      *records.Record
	text   string
	at     document.Pos
	group  string // "Bretagne"; "" for the whole table
	value  float64
	counts bool // the value counts records
	found  int
	led    bool // it stands in a sentence that leads into the list
}

// totals reads the total rows of t. A total names its group, or stands below the
// records since the total or the section before it.
func totals(t *bound) (out []totalRow) {
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
			first, only := printedCells(r)
			if first < 0 {
				continue
			}
			text := r.Cells[first].Text
			group, figure, _ := readTotal(t.places, text)
			s := totalRow{r: r, text: text, at: r.At, group: group}
			if n, ok := forms.ParseNumber(figure, t.style()); ok && n.Unit == "" && only {
				s.value, _ = strconv.ParseFloat(n.Plain, 64)
				s.counts = true
			}
			switch {
			case group != "":
				if byGroup == nil {
					byGroup = countGroups(t, region, department)
				}
				if h := t.places.Department(group); places.Found(h.How) && !places.Found(t.places.Region(group).How) {
					s.found = byGroup["d"+h.Name]
				} else {
					s.found = byGroup["r"+t.places.Region(group).Name]
				}
			case strings.Contains(fold.Words(text), "general") || strings.Contains(fold.Words(text), "grand total") || all == since:
				s.found = all
			case strings.HasPrefix(fold.Words(text), "sous") || strings.HasPrefix(fold.Words(text), "subtotal"):
				s.found = since
			default: // "Total : 12" at the end sums up all, between groups the group
				s.found = since
				if float64(all) == s.value {
					s.found = all
				}
			}
			since = 0
			out = append(out, s)
		}
	}
	return out
}

// countGroups counts the records of each region and department.
func countGroups(t *bound, region, department int) map[string]int {
	n := map[string]int{}
	for _, r := range t.Rows {
		if r.Role == records.Data {
			n["r"+r.Text(region)]++
			n["d"+r.Text(department)]++
		}
	}
	return n
}
