// Known: whether the gazetteer knows a printed name where the heads above it say.

package lists

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A locale is where a name is said to lie: codes, "" if nothing says.
type locale struct{ region, dept string }

// locale returns where the names below a head lie, if what is above it lies in above.
func (h *head) locale(above locale) locale {
	switch h.level {
	case regionLevel:
		return locale{region: h.code}
	case departmentLevel:
		return locale{region: above.region, dept: h.code}
	case sectionLevel:
		return locale{}
	}
	return above
}

// maxKnown is the largest length of a printed name for the gazetteer to be asked (bytes):
// longer ones are no commune, with all their details.
const maxKnown = 400

// known reports whether a printed name is a commune where at says, with or without
// "Ville de" and an elided article.
func known(at locale, t string) bool {
	if len(t) > maxKnown {
		return false
	}
	name := bareName(outsideParens(t))
	if isCommune(name, at.region, at.dept) {
		return true
	}
	if town := townOf(name); town != "" {
		return isCommune(town, at.region, at.dept)
	}
	bare, article := cutArticle(name)
	return bare != name && isCommune(article+bare, at.region, at.dept)
}

// isCommune reports whether a name is that of a commune of the department, else of
// the region, else anywhere.
func isCommune(printed, region, department string) bool {
	const longest = 90 // bytes
	name := bareName(printed)
	if name == "" || len(name) > longest {
		return false
	}
	if department != "" {
		d, ok := gazetteer.DepartmentByCode(department)
		if !ok {
			return false
		}
		_, ok = gazetteer.CommuneIn(d, name)
		return ok
	}
	if unicode.IsLower(firstRune(name)) && !opensArticle(name) {
		return false
	}
	for _, c := range gazetteer.CommunesNamed(name) {
		if region == "" {
			return true
		}
		if d, ok := gazetteer.DepartmentByCode(c.Department); ok && d.Region == region {
			return true
		}
	}
	return false
}

// townOf returns the commune in "Ville de Cahors" and "la commune d'Auch", "" if the
// name is not of that form.
func townOf(name string) string {
	if !opensIn(name, "vlcm") {
		return ""
	}
	low := strings.ToLower(name)
	for _, p := range [...]string{"ville d", "la ville d", "commune d", "la commune d", "mairie d", "la mairie d"} {
		if strings.HasPrefix(low, p) && len(low) == len(name) {
			return restoreArticle(name[len(p)-1:])
		}
	}
	return ""
}

// articled restores the article of a name that is printed with a preposition:
// "d'Alzonne" is Alzonne. Only where the gazetteer knows the result, or no name can
// be printed so.
func articled(name string, at locale) (string, bool) {
	bare, article := cutArticle(name)
	if bare == strings.TrimSpace(name) || isCommune(name, at.region, at.dept) {
		return "", false
	}
	for _, try := range [...]string{article + bare, bare} {
		if isCommune(try, at.region, at.dept) {
			return try, true
		}
	}
	return article + bare, firstRune(name) == 'd'
}

// maxNameWords is the largest number of words of a commune's name; hyphens join words.
const maxNameWords = 7

// communeEnd returns where the longest commune of d ends that a text of names with
// blanks between begins with, -1 if it begins with none.
func communeEnd(text string, s span, d gazetteer.Department) int {
	best := -1
	for end, words := s.from, 0; words < maxNameWords && end < s.to; words++ {
		next := strings.IndexByte(text[end+1:s.to], ' ')
		if next < 0 {
			end = s.to
		} else {
			end += 1 + next
		}
		if _, ok := gazetteer.CommuneIn(d, text[s.from:end]); ok {
			best = end
		}
	}
	return best
}
