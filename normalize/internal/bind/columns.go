// Columns: what each printed column means, from its heading and from what a census
// of its values says.

package bind

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

// columnOrder is the order of the columns that have fixed names; the others
// follow as they are printed.
var columnOrder = []string{
	"section", "section_2", "region", "region_code", "department", "department_code", "commune", "commune_code",
	"postal_code", "name", "new", "renewed", "provisional", "withdrawn", "mark",
}

// fixedNames are the kinds of columns that have their name whatever their heading
// is: places and codes. The others are called by their headings.
var fixedNames = map[string]bool{
	"region": true, "region_code": true, "department": true, "department_code": true, "commune": true, "commune_code": true,
	"postal_code": true, "new": true,
}

// placeColumns hold names even where some documents print codes there: "68".
var placeColumns = map[string]bool{"region": true, "department": true, "commune": true}

// columnTypes gives the types of the columns that have fixed names.
var columnTypes = map[string]records.Type{
	"region_code": records.Code, "department_code": records.Code, "commune_code": records.Code, "postal_code": records.Code, "siret": records.Code,
	"new": records.Flag, "renewed": records.Flag, "provisional": records.Flag, "withdrawn": records.Flag,
	"date": records.Date, "amount": records.Number, "number": records.Number, "email": records.Email, "phone": records.Phone,
}

// nameColumns decides what each printed column means, by its heading, then by its
// values, and names it after its whole heading. titles may be nil. given are the names
// that a profile or the recogniser of a list gives.
func (b *binder) nameColumns(frags []*fragment, titles, given []string, cs []census) []records.Column {
	return nameColumns(b.Places, b.english, frags, titles, given, cs)
}

func nameColumns(p *places.Places, english bool, frags []*fragment, titles, given []string, cs []census) []records.Column {
	titles = signColumns(titles, cs)
	n := namer{cols: make([]records.Column, len(cs)), cs: cs, used: map[string]bool{}}
	cols := n.cols
	for j := range cols {
		cols[j].Printed = j
		if j < len(titles) && !(j == 0 && saysUnit(titles[j])) {
			cols[j].Title = titles[j]
		}
		if j < len(given) && given[j] != "" && !n.used[given[j]] {
			cols[j].Name = given[j]
			if isKind(given[j]) {
				n.take(j, given[j])
			}
		}
		if cs[j].onlySigns() {
			cols[j].Kind, cols[j].Title = signKind, ""
		}
	}
	n.byHeadings(p, english, frags)
	for j := range cols {
		if cs[j].flags() {
			n.take(j, marks.MeansNew)
		}
	}
	n.byValues(english)
	if j := rowNumbers(cols, cs); j >= 0 {
		n.take(j, "number")
	}
	if !n.used["name"] {
		if j := subjectColumn(frags, cols, cs); j >= 0 {
			cols[j].Kind, cols[j].Type = "", records.Text
			n.take(j, "name")
		}
	}
	for j := range cols {
		c := &cols[j]
		if c.Kind == "" {
			c.Kind = records.Other
		}
		if c.Name == "" {
			c.Name = outputName(c, j)
		}
		if c.Type == records.Text && columnTypes[c.Kind] == records.Text && !placeColumns[c.Kind] {
			c.Type = valueType(&cs[j])
		}
		n.unit(j, titles)
	}
	return cols
}

// isKind reports whether a name that a profile gives is one whose meaning the passes
// know.
func isKind(name string) bool {
	return columnTypes[name] != records.Text || slices.Contains(columnOrder, name)
}

// saysUnit reports whether what is printed above the names of a table of figures is
// the unit of the figures: "In thousands", "(en millions d'euros)".
func saysUnit(title string) bool {
	first, _, _ := strings.Cut(fold.Words(title), " ")
	return (first == "en" || first == "in") && forms.IsUnit(title)
}

// signKind is the kind of columns that hold nothing but signs of a currency, which
// belong to the figures beside them.
const signKind = "sign"

// IsSign reports whether the column holds nothing but signs of a currency.
func IsSign(c *records.Column) bool { return c.Kind == signKind }

// signColumns gives the figures beside a column of signs the heading above both.
func signColumns(titles []string, cs []census) []string {
	own := titles
	for j := range cs {
		if !cs[j].onlySigns() || j >= len(titles) || titles[j] == "" {
			continue
		}
		if &own[0] == &titles[0] {
			own = slices.Clone(titles)
		}
		if j+1 < len(titles) && own[j+1] == "" {
			own[j+1] = own[j]
		}
		own[j] = ""
	}
	return own
}

// A namer decides what columns mean. No two columns of a table mean the same.
type namer struct {
	cols []records.Column
	cs   []census
	used map[string]bool
}

// take makes column j one of kind and reports whether it did: neither the column nor
// the kind may be taken.
func (n *namer) take(j int, kind string) bool {
	if kind == "" || n.used[kind] || n.cols[j].Kind != "" {
		return false
	}
	n.used[kind], n.cols[j].Kind, n.cols[j].Type = true, kind, columnTypes[kind]
	return true
}

// byHeadings names columns by what is printed above them, where their values agree.
func (n *namer) byHeadings(p *places.Places, english bool, frags []*fragment) {
	dates := 0
	for j := range n.cols {
		if columnNamed(n.cols[j].Title) == "date" {
			dates++
		}
	}
	for j := range n.cols {
		c := &n.cs[j]
		kind := columnNamed(n.cols[j].Title)
		switch {
		case kind == "date" && dates > 1:
			continue // several dates keep their own names
		case kind == "number" && !english && c.mostly(c.codes) && !c.counting && c.zeros > 0 && codesDepartments(p, frags, n.cols, n.cs, j):
			kind = "department_code" // "N°" over 01, 02, 2A
		case kind == "department" && n.used["department"] && c.mostly(c.codes):
			kind = "department_code"
		case !n.agrees(j, kind, english):
			continue
		}
		if n.take(j, kind) && kind == "number" && c.printed > 0 && !c.mostly(c.number+c.ordinal) {
			n.cols[j].Type = records.Text // "12 bis", "Lot A"
		}
	}
}

// agrees reports whether the values of column j can be of the kind that its heading
// names.
func (n *namer) agrees(j int, kind string, english bool) bool {
	c := &n.cs[j]
	switch kind {
	case "date":
		return c.printed == 0 || c.mostly(c.date)
	case "amount":
		return c.printed == 0 || c.mostly(c.number)
	case "postal_code":
		// "CP" is over crédits de paiement too, beside autorisations d'engagement.
		return c.printed <= 1 || (c.fiveFigures > 0 || c.grouped > 0 && n.besidePlaces()) && !n.heads("ae")
	case "commune":
		return c.mostlyCommunes() || !english && saysCommune(n.cols[j].Title) // "City" is over Tulsa too
	case "region", "department":
		return c.printed == 0 || c.agreesWithPlaces(english)
	case "region_code", "department_code":
		return !english
	}
	return true
}

// heads reports whether a column is headed by word, folded.
func (n *namer) heads(word string) bool {
	return slices.ContainsFunc(n.cols, func(c records.Column) bool { return fold.Words(c.Title) == word })
}

// agreesWithPlaces reports whether enough values name or code regions or departments:
// "Région" is over "nord" and "sud" too, and "Department" over services.
func (c *census) agreesWithPlaces(english bool) bool {
	n := c.region + c.department
	if english {
		return c.mostly(n) && (c.printed < 3 || 3*n >= c.printed)
	}
	return c.printed < 3 || 3*(n+c.codes) >= c.printed
}

// byValues names columns by what they hold: those without a heading, and those of
// places, which in a column with another heading must be all that it holds.
func (n *namer) byValues(english bool) {
	for j := range n.cols {
		c := &n.cols[j]
		if c.Kind != "" || c.Title != "" && columnNamed(c.Title) != "" {
			continue
		}
		kind := n.cs[j].kind()
		switch {
		case (kind == "region" || kind == "department") && (english || c.Title != "" && n.cs[j].region+n.cs[j].department < n.cs[j].printed):
		case kind == "postal_code" && (english || !n.besidePlaces()): // amounts have five figures too
		case c.Title == "", kind == "region", kind == "department":
			n.take(j, kind)
		case kind == "date", kind == "amount", kind == "email", kind == "phone":
			c.Type = columnTypes[kind]
		}
	}
}

// besidePlaces reports whether a column holds regions, departments or communes.
func (n *namer) besidePlaces() bool {
	for j := range n.cs {
		if c := &n.cs[j]; c.mostlyCommunes() || c.mostly(c.region) || c.mostly(c.department) {
			return true
		}
	}
	return false
}

// unit reads the unit of a column of figures from its heading and its values.
func (n *namer) unit(j int, titles []string) {
	c, of := &n.cols[j], &n.cs[j]
	title := c.Title
	if title == "" && j < len(titles) {
		title = titles[j]
	}
	signed := ""
	for _, k := range [...]int{j - 1, j + 1} { // "$ | 1,250"
		if k >= 0 && k < len(n.cs) && n.cs[k].onlySigns() && signed == "" {
			signed = n.cs[k].sign
		}
	}
	if c.Type == records.Number && (c.Kind == "amount" || of.money > 0 || signed != "") && of.shares < of.money+1 {
		c.Type = records.Money
		if c.Unit = moneyUnit(title); c.Unit == "" {
			c.Unit = moneyUnit(signed)
		}
		if unit := of.moneyUnit(); c.Unit == "" || strings.HasPrefix(unit, c.Unit+"/") {
			c.Unit = unit
		}
	}
	if c.Type == records.Number && (of.shares > 0 && 2*of.shares >= of.number || strings.Contains(title, "%")) {
		c.Unit = "%"
	}
}

// outputName returns the name of a column: what its kind is always called, or its
// heading, or, where it has none, its kind.
func outputName(c *records.Column, j int) string {
	if fixedNames[c.Kind] {
		return c.Kind
	}
	if s := fold.Snake(withoutNote(c.Title)); s != "" {
		return s
	}
	if c.Kind != records.Other {
		return c.Kind
	}
	return "column_" + strconv.Itoa(j+1)
}

// withoutNote takes the mark of a footnote off a heading: "Valeur (2)".
func withoutNote(title string) string {
	title = strings.TrimRight(title, " *†‡")
	if n := len(title); n > 4 && title[n-1] == ')' && title[n-3] == '(' && forms.IsDigit(title[n-2]) {
		return title[:n-3]
	}
	return title
}

// saysCommune reports whether a heading is that of communes for certain.
func saysCommune(title string) bool { return strings.Contains(fold.Words(title), "commune") }

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
	if used[name] && slices.Contains(columnOrder, name) {
		name += "_printed" // its values are not what the fixed name promises
	}
	base := name
	for k := 2; used[name]; k++ {
		name = base + "_" + strconv.Itoa(k)
	}
	return name
}

// moneyUnit returns the currency that a heading names, "" if none.
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
	if len(cols) > 1 && cols[0].Kind == "" && cs[0].counting && cs[0].printed >= 2 && cols[0].Title == "" {
		return 0
	}
	return -1
}
