// Origins: names that end in the country, region or state that they are of, which several
// may share: "Bilbao et Grenade d'Espagne".

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// originWords are before the country that a name ends in.
var originWords = [...]string{" de la ", " de l'", " de l’", " des ", " du ", " de ", " d'", " d’", " of the ", " of "}

// cutOrigin cuts a name from the country or region that it ends in.
func cutOrigin(s string, _ []token) []span {
	for _, w := range originWords {
		at := strings.LastIndex(s, w)
		if at <= 0 {
			continue
		}
		tail := strings.TrimSpace(s[at+len(w):])
		if isOrigin(tail) && namesThing(strings.TrimSpace(s[:at])) {
			return []span{{0, at}, {at + len(w), len(s)}}
		}
	}
	return nil
}

// isOrigin reports whether a text names a country, a region or a state.
func isOrigin(s string) bool {
	if isCountry(s) || isState(s) {
		return true
	}
	_, how := gazetteer.RegionNamed(s)
	return how != gazetteer.NotFound
}

// shareOrigins gives a name without an origin that of the next, where a sentence names
// both with one: "Hanovre, Heidelberg et Mannheim d'Allemagne".
func (s *sheet) shareOrigins(names, origins []piece) {
	for i := len(names) - 2; i >= 0; i-- {
		if origins[i].blank() && !names[i].blank() && !hasOriginWord(names[i].text()) {
			origins[i] = origins[i+1]
			s.shared = true
		}
	}
}

// hasOriginWord reports whether a name ends in what may be an origin that is not known.
func hasOriginWord(s string) bool {
	for _, w := range originWords {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// cutPurpose cuts a name from what it is named for: "Hélène Vaux pour l'ensemble de son
// œuvre", "Tess Gilroy for services to folk music".
func cutPurpose(s string, _ []token) []span {
	return cutAtWord(s, " pour ", " for ")
}

// cutCopula cuts what somebody or something is from its name: "North School's recipient
// is Ann Pell".
func cutCopula(s string, _ []token) []span {
	return cutAtWord(s, " est ", " sont ", " is ", " are ")
}

// cutAtWord cuts at the first of several words after a name.
func cutAtWord(s string, words ...string) []span {
	for _, w := range words {
		if at := strings.Index(s, w); at > 0 && namesThing(s[:at]) && strings.Contains(s[:at], " ") {
			return []span{{0, at}, {at + len(w), len(s)}}
		}
	}
	return nil
}
