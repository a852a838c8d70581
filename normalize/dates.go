// Dates as releases print them, and their plain form.

package normalize

import (
	"strconv"
	"strings"
	"time"
)

// months by folded name, French and English, full and short.
var months = map[string]int{
	"janvier": 1, "janv": 1, "jan": 1, "january": 1, "fevrier": 2, "fevr": 2, "fev": 2, "february": 2, "feb": 2,
	"mars": 3, "march": 3, "mar": 3, "avril": 4, "avr": 4, "april": 4, "apr": 4, "mai": 5, "may": 5,
	"juin": 6, "june": 6, "jun": 6, "juillet": 7, "juil": 7, "july": 7, "jul": 7, "aout": 8, "august": 8, "aug": 8,
	"septembre": 9, "sept": 9, "september": 9, "sep": 9, "octobre": 10, "october": 10, "oct": 10,
	"novembre": 11, "november": 11, "nov": 11, "decembre": 12, "december": 12, "dec": 12,
}

var weekdays = map[string]bool{
	"lundi": true, "mardi": true, "mercredi": true, "jeudi": true, "vendredi": true, "samedi": true, "dimanche": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

// parseDate reads the whole of s as one date and returns it as precise as it is
// printed: "25/05/2021" is 2021-05-25, "octobre 2020" is 2020-10. A year alone
// is a number, not a date.
func parseDate(s string) (string, bool) {
	if len(s) < 6 || len(s) > maxDate {
		return "", false
	}
	if iso, ok := figureDate(s); ok {
		return iso, true
	}
	words := strings.Fields(fold(s))
	if len(words) > 0 && weekdays[words[0]] {
		words = words[1:]
	}
	if len(words) > 0 && (words[0] == "le" || words[0] == "the") {
		words = words[1:]
	}
	if len(words) == 4 && (words[1] == "er" || words[1] == "st" || words[1] == "nd" || words[1] == "rd" || words[1] == "th" || words[1] == "of") {
		words = append(words[:1:1], words[2:]...) // "1 er janvier 2020"
	}
	switch len(words) {
	case 2: // octobre 2020
		if m := months[words[0]]; m > 0 {
			if y, ok := year(words[1]); ok {
				return y + "-" + two(m), true
			}
		}
	case 3:
		day, m := words[0], months[words[1]]
		if m == 0 { // October 14, 2020
			day, m = words[1], months[words[0]]
		}
		for _, suffix := range [...]string{"er", "st", "nd", "rd", "th", "e"} {
			day = strings.TrimSuffix(day, suffix)
		}
		d, err := strconv.Atoi(day)
		y, ok := year(words[2])
		if err == nil && ok && m > 0 {
			return dayDate(y, m, d)
		}
	}
	return "", false
}

// maxDate is the longest printed date, in bytes: "wednesday the 23rd of September 2020" and some blanks.
const maxDate = 48

// figureDate reads 25/05/2021, 25-05-21, 25.05.2021 and 2021-05-25.
func figureDate(s string) (string, bool) {
	var part [3]int
	var digits [3]int
	k := 0
	sign := byte(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isDigit(c):
			part[k] = part[k]*10 + int(c-'0')
			if digits[k]++; digits[k] > 4 {
				return "", false
			}
		case (c == '/' || c == '-' || c == '.') && (sign == 0 || sign == c) && k < 2 && digits[k] > 0:
			sign = c
			k++
		default:
			return "", false
		}
	}
	if k != 2 || digits[2] == 0 {
		return "", false
	}
	y, m, d := part[2], part[1], part[0]
	switch {
	case digits[0] == 4:
		y, d = part[0], part[2]
	case digits[2] == 2 && sign != '.':
		y += 2000
	case digits[2] != 4:
		return "", false
	}
	if y < 1000 {
		return "", false
	}
	return dayDate(strconv.Itoa(y), m, d)
}

func dayDate(y string, m, d int) (string, bool) {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return "", false
	}
	iso := y + "-" + two(m) + "-" + two(d)
	_, err := time.Parse(time.DateOnly, iso) // 30 February
	return iso, err == nil
}

func year(s string) (string, bool) {
	if len(s) != 4 || (s[:2] != "19" && s[:2] != "20" && s[:2] != "18") || !isDigit(s[2]) || !isDigit(s[3]) {
		return "", false
	}
	return s, true
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
