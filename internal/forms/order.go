// The order of day and month in dates of figures.

package forms

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// An Order says whether the day or the month is printed first.
type Order int8

// The orders. 01/02/2024 alone shows neither.
const (
	MonthFirst Order = iota - 1
	NoOrder
	DayFirst
)

// DateOrder returns the order of a date of figures, NoOrder if it allows both. figures
// is false for dates that read the same in either order.
func DateOrder(s string) (order Order, figures bool) {
	first, second, _, ok := figureDate(s)
	switch {
	case !ok || first == second:
		return NoOrder, false
	case first > 12 && second <= 12:
		return DayFirst, true
	case second > 12 && first <= 12:
		return MonthFirst, true
	}
	return NoOrder, true
}

// ParseDateIn is ParseDate for a column in which dates have a known order.
func ParseDateIn(s string, order Order) (iso string, ok bool) {
	if order == MonthFirst {
		if first, second, rest, ok := figureDate(s); ok && first <= 12 {
			sep := s[strings.IndexAny(s, "/.-")]
			s = twoFigures(second) + string(sep) + twoFigures(first) + string(sep) + rest
		}
	}
	return ParseDate(s)
}

// OrderOfWords returns the order of a date with its month in words: "May 11, 2025"
// shows that the text prints the month first.
func OrderOfWords(s string) Order {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\u00a0' })
	for _, w := range words {
		w = strings.ToLower(strings.TrimSuffix(w, "."))
		if _, ok := lexicon.Months[w]; ok {
			return MonthFirst
		}
		if w != "" && IsDigit(w[0]) {
			return DayFirst
		}
	}
	return NoOrder
}

// figureDate cuts a date of figures into its first two and the year.
func figureDate(s string) (first, second int, year string, ok bool) {
	s = strings.TrimSpace(s)
	i := strings.IndexAny(s, "/.-")
	if i < 1 || i > 2 || len(s) > 10 {
		return 0, 0, "", false
	}
	parts := strings.Split(s, string(s[i]))
	if len(parts) != 3 || !IsFigures(parts[0], 1, 2) || !IsFigures(parts[1], 1, 2) || !IsFigures(parts[2], 2, 4) || len(parts[2]) == 3 {
		return 0, 0, "", false
	}
	first, _ = DigitsAt(parts[0], 0)
	second, _ = DigitsAt(parts[1], 0)
	return first, second, parts[2], true
}

func twoFigures(n int) string { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) }
