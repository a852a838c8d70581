// Countries and US states: what tells heads and columns of places that the
// gazetteer does not hold.

package lists

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

var states = nameSet(lexicon.USStates)

// countries is made where a list first asks: most documents never do.
var countries = sync.OnceValue(nationNames)

func nameSet(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(s, ",") {
		m[fold.Words(w)] = true
	}
	return m
}

// nationNames are the countries in French and English, folded.
func nationNames() map[string]bool {
	m := nameSet(lexicon.SpokenCountries)
	fr, en := display.Regions(language.French), display.Regions(language.English)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !r.IsCountry() {
				continue
			}
			m[fold.Words(fr.Name(r))] = true
			m[fold.Words(en.Name(r))] = true
		}
	}
	// Regions and departments of France overseas have codes of their own there.
	for _, w := range [...]string{"guadeloupe", "martinique", "la reunion", "reunion", "guyane francaise", "mayotte", "georgie du sud", ""} {
		delete(m, w)
	}
	return m
}

func isState(s string) bool { return states[fold.Words(s)] }

// isCountry reports whether a text names a country, or several: "Belgique/France".
func isCountry(s string) bool {
	if countries()[fold.Words(s)] {
		return true
	}
	if !strings.ContainsAny(s, "/,") {
		return false
	}
	for p := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == ',' }) {
		if !countries()[fold.Words(p)] {
			return false
		}
	}
	return true
}
