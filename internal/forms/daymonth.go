// Days without a year: "3 juillet", "Sat 14 February".

package forms

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// IsDayMonth reports whether s is a day and a month without a year, with or without
// the day of the week.
func IsDayMonth(s string) bool {
	const longest = 40 // bytes: "le mercredi 1er septembre"
	if len(s) > longest {
		return false
	}
	day, month := false, false
	for _, w := range strings.Fields(fold.Words(s)) {
		_, isMonth := lexicon.Months[w]
		_, isWeekday := lexicon.Weekdays[w]
		n := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
		switch {
		case isMonth && !month:
			month = true
		case isWeekday || w == "le" || w == "the" || w == "of":
		case !day && isDay(n) && isOrdinalEnding(w[len(n):]):
			day = true
		default:
			return false
		}
	}
	return day && month
}

// isDay reports whether s is a figure from 1 to 31.
func isDay(s string) bool {
	return len(s) == 1 && s >= "1" && s <= "9" || len(s) == 2 && s >= "01" && s <= "31" && IsDigit(s[1])
}

// isOrdinalEnding reports whether s may follow the figure of a day: "1er", "3rd".
func isOrdinalEnding(s string) bool {
	switch s {
	case "", "er", "e", "st", "nd", "rd", "th":
		return true
	}
	return false
}
