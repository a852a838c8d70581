// Which texts are telephone numbers of some country.

package forms

import "testing"

func TestMayBePhone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"0131 496 0101", "01382 496 103", "+32 2 555 12 12", "(0131) 496 0101", "+352 27 55 51 00", "555-0142-77", "01.42.60.11.22"} {
		if !MayBePhone(s) {
			t.Errorf("%q: not taken for a phone", s)
		}
	}
	for _, s := range []string{"", "12 rue du Port", "350 g", "2025", "496 0101 Leeds", "12  345  678", "1234567890123456", "+"} {
		if MayBePhone(s) {
			t.Errorf("%q: taken for a phone", s)
		}
	}
}
