// Columns: what each printed column means, from its heading and from what a census
// of its values says.

package bind

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

// columnOrder is the order of the columns that have fixed names; the others
// follow as they are printed.
var columnOrder = []string{
	"section", "region", "region_code", "department", "department_code", "commune", "commune_code",
	"postal_code", "name", "new", "renewed", "provisional", "withdrawn", "mark", "date", "amount",
}

// placeColumns hold names even where some documents print codes there: "68".
var placeColumns = map[string]bool{"region": true, "department": true, "commune": true}

// types of the columns that have fixed names.
var columnTypes = map[string]records.Type{
	"region_code": records.Code, "department_code": records.Code, "commune_code": records.Code, "postal_code": records.Code, "siret": records.Code,
	"new": records.Flag, "renewed": records.Flag, "provisional": records.Flag, "withdrawn": records.Flag,
	"date": records.Date, "amount": records.Number, "number": records.Number, "email": records.Email, "phone": records.Phone,
}

// nameColumns gives each printed column its name: by its heading, then by its
// values, then by its heading in snake_case. titles may be nil.
func nameColumns(p *places.Places, frags []*fragment, titles, given []string, cs []census) []records.Column {
	cols := make([]records.Column, len(cs))
	used := map[string]bool{}
	take := func(j int, name string) bool {
		if name == "" || used[name] || cols[j].Name != "" {
			return false
		}
		used[name], cols[j].Name, cols[j].Type = true, name, columnTypes[name]
		return true
	}
	for j := range cols {
		cols[j].Printed = j
		if j < len(titles) {
			cols[j].Title = titles[j]
		}
		if j < len(given) {
			take(j, given[j])
		}
	}
	dates := 0
	for j := range cols {
		if columnNamed(cols[j].Title) == "date" {
			dates++
		}
	}
	for j := range cols {
		n := columnNamed(cols[j].Title)
		switch {
		case n == "date" && (dates > 1 || !cs[j].mostly(cs[j].date) && cs[j].printed > 0):
			continue // several dates keep their own names
		case n == "amount" && cs[j].printed > 0 && !cs[j].mostly(cs[j].number):
			continue
		case n == "postal_code" && cs[j].printed > 1 && cs[j].fiveFigures == 0:
			continue // "CP" over crédits de paiement
		case n == "number" && cs[j].mostly(cs[j].codes) && !cs[j].counting && codesDepartments(p, frags, cols, cs, j):
			n = "department_code" // "N°" over 01, 02, 2A
		case n == "department" && used["department"] && cs[j].mostly(cs[j].codes):
			n = "department_code"
		case (n == "region" || n == "department") && cs[j].printed >= 3 && !cs[j].mostly(cs[j].region+cs[j].department+cs[j].codes):
			// The heading stands over something else: "Région" over "nord", "sud".
			if cs[j].region+cs[j].department+cs[j].codes == 0 {
				continue
			}
		}
		if take(j, n) && n == "number" && cs[j].printed > 0 && !cs[j].mostly(cs[j].number+cs[j].ordinal) {
			cols[j].Type = records.Text // "12 bis", "Lot A"
		}
	}
	for j := range cols {
		if cs[j].flags() {
			take(j, marks.MeansNew)
		}
	}
	for j := range cols {
		if cols[j].Name != "" || cols[j].Title != "" && columnNamed(cols[j].Title) != "" {
			continue
		}
		switch k := cs[j].kind(); {
		case cols[j].Title == "", k == "region", k == "department":
			take(j, k)
		case k == "date", k == "amount", k == "email", k == "phone": // keeps the name that its heading gives
			cols[j].Type = columnTypes[k]
		}
	}
	if j := rowNumbers(cols, cs); j >= 0 {
		take(j, "number")
	}
	if !used["name"] {
		if j := subjectColumn(cols, cs); j >= 0 {
			cols[j].Name, cols[j].Type = "", records.Text
			take(j, "name")
		}
	}
	for j := range cols {
		c := &cols[j]
		if c.Name == "" {
			c.Name = UnusedName(fold.Snake(c.Title), j, used)
			used[c.Name] = true
		}
		if c.Type == records.Text && columnTypes[c.Name] == records.Text && !placeColumns[c.Name] {
			c.Type = valueType(&cs[j])
		}
		if c.Type == records.Number && (c.Name == "amount" || cs[j].money > 0) {
			c.Type = records.Money
			c.Unit = moneyUnit(c.Title)
		}
	}
	return cols
}

// codesDepartments reports whether the codes in column j are those of the
// departments that another column names beside them, or no column names any:
// "12" below "N" is a figure where the department is the Ain.
func codesDepartments(p *places.Places, frags []*fragment, cols []records.Column, cs []census, j int) bool {
	of := -1
	for k := range cols {
		if k != j && cs[k].mostly(cs[k].department) {
			of = k
			break
		}
	}
	if of < 0 {
		return true
	}
	same, other, rows := 0, 0, 0
	for _, f := range frags {
		for i := f.header; i < len(f.rows) && rows < SampleRows; i++ {
			rows++
			var code, name string
			for c := range f.rows[i].Cells {
				switch f.column(c) {
				case j:
					code = strings.TrimSpace(f.rows[i].Cells[c].Text())
				case of:
					name = strings.TrimSpace(f.rows[i].Cells[c].Text())
				}
			}
			if code == "" || name == "" {
				continue
			}
			if p.Department(code).Code == p.Department(name).Code {
				same++
			} else {
				other++
			}
		}
	}
	return same >= other
}

// UnusedName makes a name unique: "column_3" for a column without a heading,
// "ville_2" for the second of a name.
func UnusedName(name string, j int, used map[string]bool) string {
	if name == "" {
		name = "column_" + strconv.Itoa(j+1)
	}
	for _, fixed := range columnOrder {
		if name == fixed && name != "date" && name != "amount" {
			name += "_printed" // its values are not what the fixed name promises
		}
	}
	base := name
	for k := 2; used[name]; k++ {
		name = base + "_" + strconv.Itoa(k)
	}
	return name
}

func moneyUnit(title string) string {
	t := " " + fold.Words(title) + " "
	switch {
	case strings.Contains(title, "€"), strings.Contains(t, " euro"), strings.Contains(t, " eur "):
		return "EUR"
	case strings.Contains(title, "$"), strings.Contains(t, " dollar"), strings.Contains(t, " usd "):
		return "USD"
	case strings.Contains(title, "£"):
		return "GBP"
	}
	return ""
}

// rowNumbers returns the first column if it counts the rows, -1 if it does not.
func rowNumbers(cols []records.Column, cs []census) int {
	if len(cols) > 1 && cols[0].Name == "" && cs[0].counting && cs[0].printed >= 2 && cols[0].Title == "" {
		return 0
	}
	return -1
}

// maxCross is how long, in bytes, the one value of a column is at most where it
// is a mark, "X" or a tick, and says what no row is about.
const maxCross = 3

// subjectColumn returns the column that says what a row is about: the one whose
// heading says so, else the free text with the most different and longest
// values, else -1.
func subjectColumn(cols []records.Column, cs []census) int {
	best, bestRank, bestWeight := -1, 0, 0.0
	for j := range cols {
		c := &cs[j]
		free := cols[j].Name == "" && valueType(c) == records.Text && cols[j].Type == records.Text
		if !free || c.printed > 1 && c.distinct == 1 && c.length <= maxCross*c.printed {
			continue
		}
		rank := subjectRank(cols[j].Title)
		weight := 0.0
		if c.printed > 0 {
			weight = float64(c.distinct) * (1 + float64(min(c.length/c.printed, 60))/20)
		}
		if c.printed > 0 && c.distinct*4 < c.printed && rank >= len(subjects) {
			weight /= 4
		}
		if best < 0 || rank < bestRank || rank == bestRank && weight > bestWeight {
			best, bestRank, bestWeight = j, rank, weight
		}
	}
	return best
}
