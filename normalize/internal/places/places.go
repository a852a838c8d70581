// Package places looks up printed names of regions and departments in the gazetteer and
// remembers the answers, since a release prints the same forty names many times.
package places

import (
	"strings"

	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// Places remembers what the gazetteer knows of printed texts. It belongs to one call of
// Normalize, and is not safe for use by several goroutines.
type Places struct {
	regions     memo[regionHit]
	departments memo[departmentHit]
	Totals      []string // words that open a total besides the built-in ones, folded
}

// A regionHit is a region and how a text names it.
type regionHit struct {
	gazetteer.Region
	How gazetteer.How
}

// A departmentHit is a department and how a text names it.
type departmentHit struct {
	gazetteer.Department
	How gazetteer.How
}

// New returns look-ups for one document. totals are words that open a total, folded,
// besides the built-in ones.
func New(totals []string) *Places {
	return &Places{
		regions:     memo[regionHit]{ask: RegionNamed, known: map[string]*regionHit{"": {}}},
		departments: memo[departmentHit]{ask: DepartmentNamed, known: map[string]*departmentHit{"": {}}},
		Totals:      totals,
	}
}

// A memo remembers answers by printed text.
type memo[T any] struct {
	ask   func(string) T
	known map[string]*T
	last  string // asked last; rows of one place follow each other, and comparing is cheaper than hashing
	hit   *T     // the answer to it
}

// MaxPlace is the longest printed name of a region or a department, in bytes:
// "Département des Alpes-de-Haute-Provence (04) :" and some blanks.
const MaxPlace = 80

// MaxRemembered is the largest number of texts whose answers are remembered (bounds
// memory on hostile input; France has some hundred names in a handful of spellings).
const MaxRemembered = 1 << 14

// of returns the answer for s, a zero one if s is too long to be a place.
func (m *memo[T]) of(s string) *T {
	if s == m.last && m.hit != nil {
		return m.hit
	}
	if len(s) > MaxPlace {
		return m.known[""]
	}
	h, ok := m.known[s]
	if !ok {
		h = new(T)
		*h = m.ask(s)
		if len(m.known) < MaxRemembered {
			m.known[s] = h
		}
	}
	m.last, m.hit = s, h
	return h
}

// Region returns the region that the whole of s names; How is NotFound if there is none.
func (p *Places) Region(s string) *regionHit { return p.regions.of(s) }

// Department returns the department that the whole of s names; How is NotFound if there
// is none.
func (p *Places) Department(s string) *departmentHit { return p.departments.of(s) }

// RegionNamed looks up the region that s names, with or without a count, or codes.
func RegionNamed(s string) regionHit {
	r, how := gazetteer.RegionNamed(PlaceText(s))
	if how == gazetteer.NotFound {
		if name, ok := withoutCount(s); ok {
			r, how = gazetteer.RegionNamed(name)
		}
	}
	if how == gazetteer.NotFound {
		var ok bool
		if r, ok = gazetteer.RegionByCode(strings.TrimSpace(s)); ok {
			how = gazetteer.Coded
		}
	}
	return regionHit{r, how}
}

// withoutCount removes a count in parentheses from the end of a name: "Bretagne (12)"
// above the twelve rows of Bretagne.
func withoutCount(s string) (string, bool) {
	t, ok := strings.CutSuffix(PlaceText(s), ")")
	name, count, cut := strings.Cut(t, "(")
	if !ok || !cut || count == "" || len(count) > 3 || strings.Trim(count, "0123456789") != "" {
		return s, false
	}
	return strings.TrimSpace(name), true
}

// DepartmentNamed looks up the department that s names or codes.
func DepartmentNamed(s string) departmentHit {
	d, how := gazetteer.DepartmentNamed(PlaceText(s))
	if how == gazetteer.NotFound {
		var ok bool
		if d, ok = gazetteer.DepartmentCoded(s); ok {
			how = gazetteer.Coded
		}
	}
	return departmentHit{d, how}
}

// PlaceText removes what layout puts around a name: "Ain :", "* Bretagne".
func PlaceText(s string) string {
	s, _ = forms.Tidy(s)
	s = strings.TrimRight(s, " :;.*")
	return strings.TrimLeft(s, " *•-–")
}

// Found reports whether a name, not a bare code, was recognised.
func Found(how gazetteer.How) bool {
	return how != gazetteer.NotFound && how != gazetteer.Coded
}

// Accepts reports whether a column called name takes s as a value of its kind.
// known is false for columns that accept any text.
func (p *Places) Accepts(name string, s string) (ok, known bool) {
	switch name {
	case "region":
		return Found(p.Region(s).How), true // codes of regions have a column of their own
	case "department":
		return p.Department(s).How != gazetteer.NotFound, true
	case "region_code":
		h := p.Region(s)
		return h.How == gazetteer.Coded, true
	case "department_code":
		h := p.Department(s)
		return h.How == gazetteer.Coded, true
	case "postal_code":
		_, ok = forms.ParsePostal(s)
		return ok || forms.IsFigures(s, 4, 5), true
	case "commune_code":
		return len(s) == 5 && forms.IsFigures(s[2:], 3, 3), true
	case "date":
		_, ok = forms.ParseDate(s)
		return ok, true
	case "amount", "number":
		if _, ok = forms.ParseNumber(s, forms.French); !ok && name == "number" {
			_, ok = forms.ParseOrdinal(s)
		}
		return ok, true
	case "siret":
		_, ok = forms.ParseSIRET(s)
		return ok, true
	case "email":
		_, ok = forms.ParseEmail(s)
		return ok, true
	case "phone":
		_, ok = forms.ParsePhone(s)
		return ok, true
	}
	return true, false
}
