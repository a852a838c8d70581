// Dates as releases print them, and their plain form.

package normalize

import (
	"github.com/pressoir/pressoir/internal/forms"
)

// parseDate reads the whole of s as one date and returns it as precise as it is
// printed: "25/05/2021" is 2021-05-25, "octobre 2020" is 2020-10.
func parseDate(s string) (iso string, ok bool) {
	return forms.ParseDate(s)
}

// year takes s for a year if it is one of the last three centuries.
func year(s string) (string, bool) {
	if len(s) != 4 || (s[:2] != "19" && s[:2] != "20" && s[:2] != "18") || !isDigit(s[2]) || !isDigit(s[3]) {
		return "", false
	}
	return s, true
}
