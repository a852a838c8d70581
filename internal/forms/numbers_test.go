// Numbers, their signs and their units.

package forms

import "testing"

// What follows figures is read or refused, never dropped.
func TestParseNumber(t *testing.T) {
	for _, c := range [...][3]string{
		{"482½", "482.5", ""},
		{"590¼", "590.25", ""},
		{"1 250 $", "1250", "USD"},
		{"1,679 €/L", "1.679", "EUR/L"},
		{"120 €/hab.", "120", "EUR/hab"},
		{"98 € par habitant", "98", "EUR/habitant"},
		{"3 M€ / an", "3000000", "EUR/an"},
		{"– 3,5 %", "-3.5", "%"},
		{"—11", "-11", ""},
		{"12–15", "", ""},
		{"12‰", "", ""},
		{"12°", "", ""},
		{"7⅞", "", ""},
		{"65+", "", ""},
		{"12/an", "", ""},
		{"0,29 € / nuit et par personne", "", ""},
	} {
		n, ok := ParseNumber(c[0], French)
		if ok != (c[1] != "") || ok && (n.Plain != c[1] || n.Unit != c[2]) {
			t.Errorf("%q: %+v %v, want %q %q", c[0], n, ok, c[1], c[2])
		}
	}
}

// A dash before one figure is its sign; before anything else it is a bullet.
func TestIsMinus(t *testing.T) {
	for s, want := range map[string]bool{"- 0,3 %": true, "– 12": true, "-1 200 €": true, "- 2019": false, "- 12 rue Haute": false, "12": false, "-": false} {
		if IsMinus(s) != want {
			t.Errorf("IsMinus(%q) = %v", s, !want)
		}
	}
}

func TestParseSigned(t *testing.T) {
	for s, want := range map[string]string{"$(12,400)": "-12400", "(1,200) €": "-1200", "(8.9)%": "-8.9", "57 (27)": "", "(5)": ""} {
		if n, _ := ParseSigned(s, English); n.Plain != want {
			t.Errorf("%q: %q, want %q", s, n.Plain, want)
		}
	}
}
