// Content: columns named by what is in them.

package lists

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A contentKind is a name for a column and a test for its cells.
type contentKind struct {
	name  string
	share float64 // of the cells that must pass
	is    func(string) bool
}

// only is a test for text that is one value of a class.
func only(c class) func(string) bool {
	return func(s string) bool {
		const longest = 60 // bytes
		if len(s) > longest || strings.IndexFunc(s, isDigit) < 0 {
			return false
		}
		var buf [8]token
		t := scanTokens(buf[:0], s)
		if len(t) == 3 && t[0].class == '(' && t[2].class == ')' && c == numberClass {
			return t[1].class == c // (1,033): a loss
		}
		return len(t) == 1 && t[0].class == c
	}
}

// contentKinds in the order in which they are asked.
var contentKinds = []contentKind{
	{"date", 0.8, only(dateClass)},
	{"time", 0.8, isClock},
	{"amount", 0.8, only(moneyClass)},
	{"percent", 0.8, only(percentClass)},
	{"phone", 0.8, func(s string) bool { _, ok := forms.ParsePhone(s); return ok || only(phoneClass)(s) }},
	{"email", 0.8, func(s string) bool { _, ok := forms.ParseEmail(s); return ok }},
	{"postal_code", 0.8, func(s string) bool { _, ok := forms.ParsePostal(s); return ok && len(s) == 5 }},
	{"state", 0.8, isState},
	{"country", 0.7, isCountry},
	{"department", 0.7, isDepartment},
	{"region", 0.7, func(s string) bool { _, how := gazetteer.RegionNamed(s); return how != gazetteer.NotFound }},
	{"commune", 0.6, isCommuneName},
	{"number", 0.8, func(s string) bool { return s == ":" || only(numberClass)(s) || forms.IsFigures(s, 1, 12) }},
	{"address", 0.6, isAddress},
}

func isClock(s string) bool {
	var buf [8]token
	t := scanTokens(buf[:0], s)
	for i, k := range t {
		if k.class != clockClass && !(i == 1 && k.class == '-') {
			return false
		}
	}
	return len(t) > 0
}

// isDepartment reports whether a text is the name or the code of a department.
func isDepartment(s string) bool {
	const longest = 40
	if len(s) > longest {
		return false
	}
	if _, how := gazetteer.DepartmentNamed(s); how != gazetteer.NotFound {
		return true
	}
	_, ok := gazetteer.DepartmentCoded(s)
	return ok && len(s) >= 2 && len(s) <= 3
}

func isCommuneName(s string) bool {
	const longest = 60
	return len(s) <= longest && unicode.IsUpper(firstRune(s)) && len(gazetteer.CommunesNamed(s)) > 0
}

func isAddress(s string) bool {
	const longest = 120
	if len(s) > longest {
		return false
	}
	for w := range strings.FieldsSeq(fold.Words(s)) {
		if lexicon.IsStreetWord(w) {
			return true
		}
	}
	return false
}

// placeKinds are the kinds of columns of places.
var placeKinds = map[string]bool{"state": true, "country": true, "department": true, "region": true, "commune": true}

// contentOf returns the kind of a column by its cells, "" for text.
func contentOf(cells []piece) string {
	n := filled(cells)
	if n == 0 {
		return ""
	}
	probe := cells
	if len(cells) > maxProbe {
		probe = sampleCells(cells)
		n = filled(probe)
	}
	for _, k := range contentKinds {
		hits, misses := 0, 0
		for _, c := range probe {
			switch {
			case c.blank():
			case k.is(c.text()):
				hits++
			default:
				misses++
			}
			if float64(misses) > (1-k.share)*float64(n) {
				hits = 0
				break
			}
		}
		if float64(hits) >= k.share*float64(n) {
			return k.name
		}
	}
	return ""
}

// nameFields names the fields by content; printed headings go first where there
// are any.
func (c *candidate) nameFields() {
	s := c.sheet
	used := map[string]int{}
	named := s.detailed() || c.weighed && len(s.fields) > 1 && placeKinds[contentOf(s.fields[0].cells)] // what follows the subject is none
	for k := range s.fields {
		f := &s.fields[k]
		if f.kind = contentOf(f.cells); f.isPhone() {
			f.kind = "phone"
		}
		if f.kind == "address" && k == 0 && !slices.ContainsFunc(f.cells, hasFigure) {
			f.kind = "" // "Elm Road Clinic" is what the list is of
		}
		if f.kind == "number" && k == 0 && countsUp(f.cells) {
			f.kind = "rank"
		}
		c.settleCodes(k)
		if f.kind == "department" && k > 0 && s.fields[k-1].kind == "postal_code" {
			f.kind = "commune" // 75001 Paris
		}
		if len(c.names) == len(s.fields) && !c.names[k].blank() {
			f.name = headingColumn(c.names[k].text())
		}
		if f.name == "" && f.kind == "number" && leadingZeros(f.cells) {
			f.name = "code" // 0101 is no figure
		} else if f.name == "" {
			f.name = f.kind
		} else {
			f.name = fold.Snake(f.name)
		}
		if f.name == "rank" {
			f.name = "number"
		}
		if f.name == "" && named {
			f.name = "detail"
		}
		if f.name == "" {
			f.name, named = "name", true
		}
		if used[f.name]++; used[f.name] > 1 {
			f.name += "_" + strconv.Itoa(used[f.name])
		}
	}
	if used["name"] == 0 {
		s.addSubject()
	}
	s.departmentsOfCodes()
	c.splitTowns()
}

func hasFigure(p piece) bool { return strings.IndexFunc(p.text(), isDigit) >= 0 }

// knownColumns are the columns whose names outputs share, however they are headed.
var knownColumns = map[string]bool{"region": true, "department": true, "commune": true, "commune_code": true, "postal_code": true, "name": true}

// headingColumn returns the column that a printed heading names.
func headingColumn(heading string) string {
	t := fold.Words(heading)
	if c := lexicon.ColumnHeadings[t]; knownColumns[c] {
		return c
	}
	for _, o := range lexicon.ColumnOpenings {
		if knownColumns[o.Column] && strings.HasPrefix(t, o.Words) {
			return o.Column
		}
	}
	return fold.Snake(heading)
}

// detailed reports whether the first column holds places and the second what brackets
// say of them: "Bron (Parilly)".
func (s *sheet) detailed() bool {
	return len(s.fields) > 1 && s.fields[1].by == "paren" && contentOf(s.fields[0].cells) == "commune" && contentOf(s.fields[1].cells) == ""
}

// addSubject names what the list is of where its subject is a place: communes have
// a column of their own besides.
func (s *sheet) addSubject() {
	for _, kind := range [...]string{"commune", "department", "region", "state", "country"} {
		for k := range s.fields {
			if s.fields[k].name == kind {
				f := s.fields[k]
				f.name, f.kind, f.copied = "name", "", true
				s.fields = append(s.fields[:k+1:k+1], append([]field{f}, s.fields[k+1:]...)...)
				return
			}
		}
	}
}

// leadingZeros reports whether a cell begins with a zero and further figures.
func leadingZeros(cells []piece) bool {
	return slices.ContainsFunc(cells, func(p piece) bool {
		t := p.text()
		return len(t) > 1 && t[0] == '0' && isDigit(rune(t[1]))
	})
}

func codesOnly(cells []piece) bool {
	for _, c := range cells {
		if unicode.IsUpper(firstRune(c.text())) {
			return false
		}
	}
	return true
}

// countsUp reports whether cells count 1, 2, 3, from 1 again under each head; ranks
// may be shared.
func countsUp(cells []piece) bool {
	last := 0
	for _, c := range cells {
		n, err := strconv.Atoi(c.text())
		if err != nil || n != last+1 && n != 1 && n != last {
			return false
		}
		last = n
	}
	return true
}

// headColumn returns which column the heads of one sign fill: the kind of place that
// a label names, else section.
func headColumn(sign string, heads []piece) string {
	if sign != "" && sign[0] != printedSign {
		return sign
	}
	if k := contentOf(heads); placeKinds[k] && k != "commune" {
		return k
	}
	return "section"
}
