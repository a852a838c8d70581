// Known: whether the gazetteer knows a printed member where the heads above it say.

package lists

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// maxKnown is how long a printed member may be for the gazetteer to be asked, in
// bytes: longer ones are no commune, with all their details.
const maxKnown = 400

// known reports whether a printed member is a commune where ctx says, with or
// without "Ville de" and an elided article.
func known(ctx context, t string) bool {
	if len(t) > maxKnown {
		return false
	}
	name := bareName(outsideParens(t))
	if isCommune(name, ctx.region, ctx.dept) {
		return true
	}
	if town := townOf(name); town != "" {
		return isCommune(town, ctx.region, ctx.dept)
	}
	bare, article := cutArticle(name)
	if bare == name {
		return false
	}
	return isCommune(article+bare, ctx.region, ctx.dept)
}

// isCommune reports whether a member names a commune of the department, else of
// the region, else anywhere.
func isCommune(printed, region, department string) bool {
	name := bareName(printed)
	if name == "" || len(name) > 90 {
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
	if r := firstRune(name); unicode.IsLower(r) && !opensArticle(name) {
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

// townOf returns the commune in "Ville de Cahors" and "la commune d'Auch", "" if
// the name is no such.
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

func inGazetteer(name, region, dept string) bool {
	return isCommune(name, region, dept)
}

// articled restores the article of a member that is printed with a preposition:
// "d'Alzonne" is Alzonne. Only where the gazetteer knows the result.
func articled(name, region, dept string) (string, bool) {
	bare, article := cutArticle(name)
	if bare == strings.TrimSpace(name) {
		return "", false
	}
	if isCommune(name, region, dept) {
		return "", false
	}
	for _, try := range [...]string{article + bare, bare} {
		if isCommune(try, region, dept) {
			return try, true
		}
	}
	if r := firstRune(name); r == 'd' { // "d'Xyz" is no name, whatever the gazetteer knows
		return article + bare, true
	}
	return "", false
}

// known reports whether a text is a commune where the walk stands.
func (w *headWalk) known(t string) bool { return known(w.ctx, t) }

// partly reports whether some members are places of the gazetteer.
func (w *headWalk) partly() bool {
	for i := range w.members {
		if w.knownMember(&w.members[i]) {
			return true
		}
	}
	return false
}

func (w *headWalk) knownMember(m *pending) bool {
	return known(m.ctx, m.name.of(m.line.text))
}

// communeEnd returns where the longest commune of d ends that a text parted by
// blanks begins with, -1 if it begins with none.
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
