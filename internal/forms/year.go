// Years.

package forms

// Year reads s as a year of the last three centuries.
func Year(s string) (string, bool) {
	if len(s) != 4 || (s[:2] != "19" && s[:2] != "20" && s[:2] != "18") || !IsDigit(s[2]) || !IsDigit(s[3]) {
		return "", false
	}
	return s, true
}
