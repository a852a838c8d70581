// Dates and hours, as the scan takes them whole: "du 2 au 18 août", 14.10.2020, 9 h 30.

package lists

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/forms"
)

// daysEnd returns the end of a date, or of some days, that begins with the small word
// s[i:j]: "le 12 mars", "du 2 au 18 août", "du 14 mars au 30 novembre"; j if there is none.
func daysEnd(s string, i, j int) int {
	if j-i != 2 {
		return j
	}
	k := oneBlank(s, j)
	if k >= len(s) || !isDigit(rune(s[k])) {
		return j
	}
	e := figuresEnd(s, k)
	end := dateAfterDay(s, k, e)
	switch s[i:j] {
	case "le", "on":
		if end > e {
			return end
		}
	case "du":
		end = max(end, e)
		if strings.HasPrefix(s[end:], "er ") {
			end += len("er")
		}
		if m := oneBlank(s, end); strings.HasPrefix(s[m:], "au ") {
			d := m + len("au ")
			if f := figuresEnd(s, d); f > d && dateAfterDay(s, d, f) > f {
				return dateAfterDay(s, d, f)
			}
		}
	}
	return j
}

// dateAfterWord returns the end of a date that begins with the word s[i:j]:
// "March 14-17", "February 5, 2021", "mercredi 14 octobre"; j if there is none.
func dateAfterWord(s string, i, j int) int {
	if j-i > 10 || j >= len(s) {
		return j
	}
	if c := s[i] | 0x20; strings.IndexByte("adfjlmnostvw", c) < 0 {
		return j
	}
	switch {
	case forms.IsMonth(s[i:j]):
		k := oneBlank(s, j)
		if k < len(s) && s[k] == '.' {
			k = oneBlank(s, k+1)
		}
		e := figuresEnd(s, k)
		switch {
		case e-k == 4:
			return e
		case e-k == 0 || e-k > 2:
			return j
		}
		e = dayRange(s, e)
		if y := oneBlank(s, strings.IndexByte(s[e:min(e+1, len(s))], ',')+e+1); figuresEnd(s, y)-y == 4 {
			return figuresEnd(s, y)
		}
		return e
	case forms.IsWeekday(s[i:j]):
		k := j
		if k < len(s) && s[k] == ',' {
			k++
		}
		k = oneBlank(s, k)
		if e := figuresEnd(s, k); e > k {
			if end := dateAfterDay(s, k, e); end > e {
				return end
			}
			return j
		}
		if w := wordEnd(s, k); w > k && forms.IsMonth(s[k:w]) {
			if end := dateAfterWord(s, k, w); end > w {
				return end
			}
		}
	}
	return j
}

// dayRange passes "-17" and " - 17" after a day.
func dayRange(s string, e int) int {
	k := oneBlank(s, e)
	if k < len(s) {
		if r, n := utf8.DecodeRuneInString(s[k:]); r == '-' || r == '–' {
			k = oneBlank(s, k+n)
			if f := figuresEnd(s, k); f > k && f-k <= 2 {
				return f
			}
		}
	}
	return e
}

// dateAfterDay returns the end of a date whose day is s[i:e]: "14 mars",
// "1er avril 2020"; e if there is none.
func dateAfterDay(s string, i, e int) int {
	if e-i > 2 {
		return e
	}
	k := e
	for _, o := range [...]string{"er", "st", "nd", "rd", "th"} {
		if strings.HasPrefix(s[k:], o) {
			k += len(o)
			break
		}
	}
	k = oneBlank(s, k)
	w := wordEnd(s, k)
	if w == k || !forms.IsMonth(s[k:w]) {
		return e
	}
	y := w
	if y < len(s) && s[y] == '.' {
		y++
	}
	y = oneBlank(s, y)
	if f := figuresEnd(s, y); f-y == 4 {
		return f
	}
	return w
}

// numericDateEnd returns the end of 01/02/2026, 14.10.2020 or 2026-04-24; e if
// figures [i, e) begin none.
func numericDateEnd(s string, i, e int) int {
	if e >= len(s) || s[e] != '/' && s[e] != '.' && s[e] != '-' || e-i != 2 && e-i != 1 && e-i != 4 {
		return e
	}
	sep := s[e]
	m := figuresEnd(s, e+1)
	if m-e-1 < 1 || m-e-1 > 2 || m >= len(s) || s[m] != sep {
		return e
	}
	y := figuresEnd(s, m+1)
	if n := y - m - 1; e-i == 4 && n == 2 || e-i < 4 && (n == 4 || n == 2 && sep == '/') {
		return y
	}
	return e
}

// clockEnd returns the end of an hour or a time: 9h, 9 h 30, 08:45, 37'12, 1h20;
// e if figures [i, e) begin none.
func clockEnd(s string, i, e int) int {
	if e-i > 3 || e >= len(s) {
		return e
	}
	if end := hourEnd(s, e); end > e {
		return end
	}
	if e-i <= 2 {
		if end := colonTimeEnd(s, e); end > e {
			return halfDayEnd(s, end)
		}
		if end := halfDayEnd(s, e); end > e {
			return end
		}
	}
	return primeTimeEnd(s, e)
}

// halfDayEnd returns the end of "am" or "p.m." after an hour that ends at e, e if there
// is none.
func halfDayEnd(s string, e int) int {
	k := oneBlank(s, e)
	for _, w := range [...]string{"am", "pm", "a.m.", "p.m.", "AM", "PM"} {
		if strings.HasPrefix(s[k:], w) && (k+len(w) == len(s) || !letterOrFigure(s, k+len(w))) {
			return k + len(w)
		}
	}
	return e
}

// hourEnd returns the end of "h", " h" or "h 30" at e, e if there is none.
func hourEnd(s string, e int) int {
	k := e
	if s[e] == ' ' {
		k++
	}
	if k >= len(s) || s[k] != 'h' && s[k] != 'H' || k+1 < len(s) && letterAtByte(s, k+1) {
		return e
	}
	m := k + 1
	if m < len(s) && s[m] == ' ' {
		m++
	}
	if f := figuresEnd(s, m); f-m == 2 {
		return f
	}
	return k + 1
}

// colonTimeEnd returns the end of ":45" or ":45:10" at e, e if there is none.
func colonTimeEnd(s string, e int) int {
	if s[e] != ':' {
		return e
	}
	f := figuresEnd(s, e+1)
	if f-e-1 != 2 || f < len(s) && letterAtByte(s, f) {
		return e
	}
	if f+3 <= len(s) && s[f] == ':' && figuresEnd(s, f+1)-f-1 == 2 {
		return f + 3
	}
	return f
}

// primeTimeEnd returns the end of minutes and seconds at e, as in 37'12"5; e if there are none.
func primeTimeEnd(s string, e int) int {
	r, n := utf8.DecodeRuneInString(s[e:])
	if r != '\'' && r != '’' && r != '′' {
		return e
	}
	f := figuresEnd(s, e+n)
	if f-e-n != 2 {
		return e + n
	}
	for f < len(s) {
		r, n := utf8.DecodeRuneInString(s[f:])
		if r != '\'' && r != '’' && r != '"' && r != '″' && r != '”' {
			break
		}
		f = figuresEnd(s, f+n)
	}
	return f
}
