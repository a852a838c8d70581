// Days without a year.

package forms

import "testing"

func TestIsDayMonth(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"3 juillet": true, "le 1er août": true, "sam. 14 février": true, "February 14": true, "14th of March": true, "Wednesday 3rd June": true,
		"juillet": false, "32 juillet": false, "3 juillet 2024": false, "3": false, "12 rue de mars": false, "mars 2024": false, "3 4 juin": false,
	} {
		if got := IsDayMonth(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
