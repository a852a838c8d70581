// Evidence: why a run with heads is a list, or why it is not.

package lists

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// singleEntry is why a line like "Gers : Mirande." is not taken by itself.
const singleEntry = "a single entry"

// firstWord is the first word of a name, without regard to capitals; "" if it is
// too short to tell names from sentences.
func firstWord(s string) string {
	const least = 4 // bytes
	word, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	if len(word) < least {
		return ""
	}
	return strings.ToLower(word)
}

// accept says why the run is no list, "" if it is one.
func (w *headWalk) accept(u *run) string {
	n := len(w.members)
	if n == 0 {
		return "no members"
	}
	placed, named, known, elsewhere, own := 0, 0, 0, 0, 0
	opens := map[string]bool{} // first words of names: "Cathédrale de Metz ; cathédrale de Nevers"
	for i := range w.members {
		if m := &w.members[i]; nameLike(m.name.of(m.line.text)) {
			opens[firstWord(m.name.of(m.line.text))] = true
		}
	}
	for i := range w.members {
		m := &w.members[i]
		t := m.name.of(m.line.text)
		if m.ctx.region != "" || m.ctx.dept != "" || m.ctx.cells[cantonLevel] != nil || m.ctx.cells[arrondissementLevel] != nil {
			placed++
		}
		if bare, _ := cutArticle(t); nameLike(t) || nameLike(bare) || firstWord(t) != "" && opens[firstWord(t)] {
			named++
		}
		if m.ctx.own {
			own++
		}
		if w.knownMember(m) {
			known++
		} else if m.ctx.dept != "" && len(gazetteer.CommunesNamed(bareName(outsideParens(t)))) > 0 {
			elsewhere++
		}
	}
	weak := false
	for i := range u.lines {
		weak = weak || u.lines[i].kind == headShape && u.lines[i].head.weak
	}
	places := w.groupCount()
	switch {
	case own > 0 && 2*own >= n && 10*named >= 7*n:
		return "" // the caller knows the groups
	case placed == 0:
		return "no group names a place"
	case n == 1 && len(u.lines) == 1 && !w.agrees() && (!u.again || known == 0):
		return singleEntry
	case 2*elsewhere > n:
		return fmt.Sprintf("%d of its %d entries are communes of other departments than the ones above them", elsewhere, n)
	case 10*known >= 5*n && 10*named >= 7*n:
		return ""
	case 10*named < 9*n:
		return "its entries read like sentences"
	case places >= 2 && !weak:
		return ""
	case w.agrees():
		return ""
	case places == 1 && n >= 2 && !weak && w.items > 0 && named == n && w.onlyNames():
		return ""
	}
	return "one group of entries that the gazetteer does not know"
}

// groupCount is how many places have members.
func (w *headWalk) groupCount() int {
	n := 0
	var last *document.Cell
	for i := range w.members {
		c := w.members[i].ctx.cells[departmentLevel]
		if c == nil {
			c = w.members[i].ctx.cells[regionLevel]
		}
		if c != nil && c != last {
			n++
			last = c
		}
	}
	return n
}

// onlyNames reports whether every member opens with a capital and ends as no sentence.
func (w *headWalk) onlyNames() bool {
	for i := range w.members {
		m := &w.members[i]
		t := strings.TrimSpace(m.line.text)
		if strings.HasSuffix(t, ".") && len(strings.Fields(t)) > 5 || opensArticle(t) && opensSmall(t[1:]) && t[0] == 'l' {
			return false
		}
	}
	return true
}
