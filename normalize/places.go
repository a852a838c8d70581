// Gazetteer look-ups by printed text, remembered: a release prints the same
// forty names over and over.

package normalize

import (
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// places remembers what the gazetteer says of printed texts. It belongs to one
// call of Normalize.
type places struct {
	regions     memo[regionHit]
	departments memo[departmentHit]
	totals      []string // words that open a total besides those that all know, folded
}

type regionHit struct {
	gazetteer.Region
	how gazetteer.How
}

type departmentHit struct {
	gazetteer.Department
	how gazetteer.How
}

// newPlaces returns look-ups for one document. totals are words that open a total,
// folded, besides those that all know.
func newPlaces(totals []string) *places {
	return &places{
		regions:     memo[regionHit]{ask: regionNamed, known: map[string]*regionHit{"": {}}},
		departments: memo[departmentHit]{ask: departmentNamed, known: map[string]*departmentHit{"": {}}},
		totals:      totals,
	}
}

// A memo remembers answers by printed text.
type memo[T any] struct {
	ask   func(string) T
	known map[string]*T
	last  string // asked last: rows of one place stand together, and comparing is cheaper than hashing
	hit   *T     // the answer to it
}

// maxPlace is the longest printed name of a region or a department, in bytes:
// "Département des Alpes-de-Haute-Provence (04) :" and some blanks.
const maxPlace = 80

// maxRemembered bounds the memory of places on hostile input; France has some
// hundred names in a handful of spellings each.
const maxRemembered = 1 << 14

// of returns the answer for s, a zero one for what is too long to be a place.
func (m *memo[T]) of(s string) *T {
	if s == m.last && m.hit != nil {
		return m.hit
	}
	if len(s) > maxPlace {
		return m.known[""]
	}
	h, ok := m.known[s]
	if !ok {
		h = new(T)
		*h = m.ask(s)
		if len(m.known) < maxRemembered {
			m.known[s] = h
		}
	}
	m.last, m.hit = s, h
	return h
}

// region returns the region that s names as a whole; how is NotFound if none.
func (p *places) region(s string) *regionHit { return p.regions.of(s) }

// department returns the department that s names as a whole; how is NotFound if none.
func (p *places) department(s string) *departmentHit { return p.departments.of(s) }

func regionNamed(s string) regionHit {
	r, how := gazetteer.RegionNamed(placeText(s))
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

// withoutCount takes a count in parentheses off the end of a name: "Bretagne (12)"
// over the twelve of Bretagne.
func withoutCount(s string) (string, bool) {
	t, ok := strings.CutSuffix(placeText(s), ")")
	name, count, cut := strings.Cut(t, "(")
	if !ok || !cut || count == "" || len(count) > 3 || strings.Trim(count, "0123456789") != "" {
		return s, false
	}
	return strings.TrimSpace(name), true
}

func departmentNamed(s string) departmentHit {
	d, how := gazetteer.DepartmentNamed(placeText(s))
	if how == gazetteer.NotFound {
		var ok bool
		if d, ok = gazetteer.DepartmentCoded(s); ok {
			how = gazetteer.Coded
		}
	}
	return departmentHit{d, how}
}

// placeText takes off what layout puts around a name: "Ain :", "* Bretagne".
func placeText(s string) string {
	s, _ = tidy(s)
	s = strings.TrimRight(s, " :;.*")
	return strings.TrimLeft(s, " *•-–")
}

// found reports whether a name, not a bare code, was recognised.
func found(how gazetteer.How) bool {
	return how != gazetteer.NotFound && how != gazetteer.Coded
}

// accepts reports whether a column called name takes s as a value of its kind.
// known is false for columns that take any text.
func (p *places) accepts(name string, s string) (ok, known bool) {
	switch name {
	case "region":
		return found(p.region(s).how), true // codes of regions have a column of their own
	case "department":
		return p.department(s).how != gazetteer.NotFound, true
	case "region_code":
		h := p.region(s)
		return h.how == gazetteer.Coded, true
	case "department_code":
		h := p.department(s)
		return h.how == gazetteer.Coded, true
	case "postal_code":
		_, ok = parsePostal(s)
		return ok || isFigures(s, 4, 5), true
	case "commune_code":
		return len(s) == 5 && isFigures(s[2:], 3, 3), true
	case "date":
		_, ok = parseDate(s)
		return ok, true
	case "amount", "number":
		if _, ok = parseNumber(s, french); !ok && name == "number" {
			_, ok = parseOrdinal(s)
		}
		return ok, true
	case "siret":
		_, ok = parseSIRET(s)
		return ok, true
	case "email":
		_, ok = parseEmail(s)
		return ok, true
	case "phone":
		_, ok = parsePhone(s)
		return ok, true
	}
	return true, false
}
