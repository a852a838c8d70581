// Which sign separates decimals: what a printed number shows of it by itself.

package forms

// Separator returns the decimal sign that a printed number gives away: ',' of "12,5" or
// "1.580,20", '.' of "1,580,000"; 0 if it gives none away. open says that its only sign
// stands before three figures: "6,287" is read in two ways.
func Separator(s string) (decimal byte, open bool) {
	var signs [2]struct{ n, last int } // dots, commas
	figures, first := 0, 0             // before the first sign
	blanks := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case IsDigit(c):
			if signs[0].n+signs[1].n == 0 {
				figures++
			}
		case (c == '.' || c == ',') && i+1 < len(s) && IsDigit(s[i+1]):
			k := 0
			if c == ',' {
				k = 1
			}
			if signs[0].n+signs[1].n == 0 {
				first = i
			}
			signs[k].n++
			signs[k].last = i
		case figures > 0 && c == ' ' && i+1 < len(s) && !IsDigit(s[i+1]):
			i = len(s) // its unit
		case figures > 0 && signs[0].n+signs[1].n == 0 && i+1 < len(s) && IsDigit(s[i+1]):
			blanks = true // "1 250,500"
		}
	}
	dots, commas := signs[0], signs[1]
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
	sign, other := byte('.'), byte(',')
	at := dots.last
	if commas.n > 0 {
		sign, other, at = other, sign, commas.last
	}
	after := 0
	for j := at + 1; j < len(s) && IsDigit(s[j]); j++ {
		after++
	}
	if after != 3 || blanks || figures > 3 || figures == 0 || figures == 1 && s[first-1] == '0' {
		return sign, false
	}
	return 0, true
}
