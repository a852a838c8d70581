// This file finds the decimal sign that a printed number shows by itself.

package forms

// Separator returns the decimal sign that a printed number shows: ',' of "12,5" or
// "1.580,20", '.' of "1,580,000"; 0 if it shows none. open reports whether its only
// sign comes before three figures: "6,287" can be read in two ways.
func Separator(s string) (decimal byte, open bool) {
	n := scanSigns(s)
	dots, commas := n.dots, n.commas
	switch {
	case dots.n == 0 && commas.n == 0:
		return 0, false
	case dots.n > 0 && commas.n > 0:
		if dots.last > commas.last {
			return '.', false
		}
		return ',', false
	case dots.n > 1:
		return ',', false
	case commas.n > 1:
		return '.', false
	}
	sign, last := byte('.'), dots.last
	if commas.n > 0 {
		sign, last = ',', commas.last
	}
	after := 0
	for j := last + 1; j < len(s) && IsDigit(s[j]); j++ {
		after++
	}
	if after != 3 || n.blanks || n.figures > 3 || n.figures == 0 || n.figures == 1 && s[last-1] == '0' {
		return sign, false
	}
	return 0, true
}

// A sign is how often a sign occurs in a printed number, and the index of the last one.
type sign struct{ n, last int }

// numberSigns are the signs of a printed number.
type numberSigns struct {
	dots, commas sign
	figures      int  // before the first sign
	blanks       bool // before the first sign: "1 250,500"
}

// scanSigns counts the signs of a printed number up to its unit.
func scanSigns(s string) (found numberSigns) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		beforeSigns := found.dots.n+found.commas.n == 0
		beforeDigit := i+1 < len(s) && IsDigit(s[i+1])
		switch {
		case IsDigit(c):
			if beforeSigns {
				found.figures++
			}
		case c == '.' && beforeDigit:
			found.dots.n, found.dots.last = found.dots.n+1, i
		case c == ',' && beforeDigit:
			found.commas.n, found.commas.last = found.commas.n+1, i
		case found.figures == 0:
		case c == ' ' && i+1 < len(s) && !beforeDigit:
			return found // its unit is next
		case beforeSigns && beforeDigit:
			found.blanks = true
		}
	}
	return found
}
