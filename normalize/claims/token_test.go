// The quick look for what is no count.

package claims

import (
	"strings"
	"testing"
)

// TestMayHoldNoCount holds that the quick look refuses nothing in which noCounts
// matches, and that it refuses counts.
func TestMayHoldNoCount(t *testing.T) {
	t.Parallel()
	for _, s := range strings.Split(`06 78 61 38 26|+33 6 78 61 38 26|678613826|(202) 691-5902|a.b@c.fr|http://a.fr|WWW.a.fr|le 3/4/2020|3.4.2020|2020-04-03|`+
		`9 h 30|9h|9:30|à 9 H|9 am|9 p.m.|10:30 pm|n° 12|Nº12|2 h-|12 h`, "|") {
		if !noCounts.MatchString(s) {
			t.Errorf("%q: noCounts does not match, so that the test says nothing of it", s)
		}
		for _, in := range []string{s, "Les 12 lauréats (" + s + ") de l'année", s + ", 3 villes"} {
			if noCounts.MatchString(in) && !mayHoldNoCount(in) {
				t.Errorf("%q: refused", in)
			}
		}
	}
	for _, s := range []string{"12 projets, 3 habitants et 4 autres", "12 345 euros", "12,5 % en 2020", "12\u00a0345 hectares", "aucun"} {
		if mayHoldNoCount(s) {
			t.Errorf("%q: not refused", s)
		}
	}
}
