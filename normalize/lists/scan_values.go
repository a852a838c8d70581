// Figures, as the scan takes them whole: numbers, amounts, shares, telephone numbers.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// factorEnd takes the decimals of "x2,1".
func factorEnd(s string, j int) int {
	if j+1 < len(s) && (s[j] == ',' || s[j] == '.') && isDigit(rune(s[j+1])) {
		for j++; j < len(s) && isDigit(rune(s[j])); {
			j++
		}
	}
	return j
}

// scanValue takes a figure with what makes it an amount, a share, a date, an hour,
// a phone number; what letters go on from is a word: 7e, 2A.
func scanValue(dst *[]token, s string, i int) int {
	e := figuresEnd(s, i)
	if end := dateAfterDay(s, i, e); end > e {
		return addToken(dst, dateClass, i, end, false)
	}
	if end := numericDateEnd(s, i, e); end > e {
		return addToken(dst, dateClass, i, end, false)
	}
	if end := labelledPhoneEnd(s, i); end > e {
		return addToken(dst, phoneClass, i, end, false)
	}
	if end := phoneEnd(s, i); end > e {
		return addToken(dst, phoneClass, i, end, false)
	}
	if end := clockEnd(s, i, e); end > e {
		return addToken(dst, clockClass, i, end, false)
	}
	end := numberEnd(s, i, e)
	if end == e && e+1 < len(s) && s[e] == '-' && letterOrFigure(s, e+1) { // 8842-A, 2025-26, 012-3344
		j := scanWord(dst, s, i)
		last := &(*dst)[len(*dst)-1]
		last.capital = true
		if e-i == 3 && j-e == 5 && figuresEnd(s, e+1) == j || e-i == 3 && j-e == 9 && strings.Count(s[i:j], "-") == 2 {
			last.class = phoneClass
		}
		return j
	}
	if letterOrFigure(s, end) {
		if m := moneyEnd(s, end); m > end {
			return addToken(dst, moneyClass, i, m, false)
		}
		if end > e { // "1.2a"
			end = e
		}
		if letterOrFigure(s, end) {
			j := scanWord(dst, s, i)
			(*dst)[len(*dst)-1].capital = true
			return j
		}
	}
	if p := oneBlank(s, end); p < len(s) && s[p] == '%' {
		return addToken(dst, percentClass, i, p+1, false)
	}
	if m := moneyEnd(s, end); m > end {
		return addToken(dst, moneyClass, i, m, false)
	}
	if e == end && e-i == 5 {
		if b := oneBlank(s, e); b > e && b < len(s) {
			if r, _ := utf8.DecodeRuneInString(s[b:]); unicode.IsUpper(r) {
				return addToken(dst, postalClass, i, e, false)
			}
		}
	}
	return addToken(dst, numberClass, i, end, false)
}

// phoneEnd returns the end of a French phone number of five pairs; i if there is none.
func phoneEnd(s string, i int) int {
	if s[i] != '0' {
		return i
	}
	k := i
	for pair := range 5 {
		if pair > 0 {
			if b := oneBlank(s, k); b > k {
				k = b
			} else if k < len(s) && s[k] == '.' {
				k++
			}
		}
		if k+2 > len(s) || !isDigit(rune(s[k])) || !isDigit(rune(s[k+1])) {
			return i
		}
		k += 2
	}
	if k < len(s) && isDigit(rune(s[k])) {
		return i
	}
	return k
}

// labelledPhoneEnd returns the end of the telephone number of any country that follows a
// label, "Phone: 01382 496 103"; i if no label precedes it.
func labelledPhoneEnd(s string, i int) int {
	const longest = 16 // bytes of a label with what separates it
	before := strings.TrimRight(s[max(0, i-longest):i], " \u00a0.:+(")
	word := before[strings.LastIndexAny(before, " \u00a0,;(")+1:]
	if word == "" || len(before) == longest || !lexicon.LabelsPhone(fold.Words(word)) {
		return i
	}
	return forms.PhoneEnd(s, i)
}

// numberEnd returns the end of a number whose first figures are [i, e): groups of
// three by one sign, then decimals.
func numberEnd(s string, i, e int) int {
	sep := rune(0)
	if e-i <= 3 && s[i] != '0' {
		for e < len(s) {
			r, n := utf8.DecodeRuneInString(s[e:])
			switch r {
			case ' ', '\u00a0', '\u202f', '\u2009', '.', ',', '\'', '’':
			default:
				n = 0
			}
			if n == 0 || sep != 0 && r != sep || figuresEnd(s, e+n)-e-n != 3 {
				break
			}
			sep, e = r, e+n+3
		}
	}
	if e+1 < len(s) && (s[e] == ',' || s[e] == '.') && rune(s[e]) != sep && isDigit(rune(s[e+1])) {
		e = figuresEnd(s, e+1)
	}
	return e
}

// scaleEnd returns the end of the word of a scale at k, k if there is none. A letter
// follows it only if touches allows that of a scale of one letter: "kEUR".
func scaleEnd(s string, k int, touches bool) int {
	for _, w := range lexicon.Scales {
		if !strings.HasPrefix(s[k:], w) {
			continue
		}
		end := k + len(w)
		if end == len(s) || touches && len(w) == 1 || !letterAtByte(s, end) {
			return end
		}
	}
	return k
}

// moneyEnd returns the end of the scale and the currency at i, i if there is none.
func moneyEnd(s string, i int) int {
	k := oneBlank(s, i)
	if k >= len(s) {
		return i
	}
	if c := s[k]; c < utf8.RuneSelf && strings.IndexByte("mbMkKGed$EUC", c) < 0 || c >= utf8.RuneSelf && !strings.HasPrefix(s[k:], "€") && !strings.HasPrefix(s[k:], "£") {
		return i
	}
	scale := scaleEnd(s, k, true)
	c := oneBlank(s, scale)
	for _, of := range [...]string{"d'", "d’", "de "} {
		if scale > k && strings.HasPrefix(s[c:], of) {
			c += len(of)
		}
	}
	for _, w := range lexicon.Currencies {
		if strings.HasPrefix(s[c:], w) && !(c+len(w) < len(s) && letterAtByte(s, c+len(w))) {
			return c + len(w)
		}
	}
	return i
}

// areaPhoneEnd returns the end of a North American phone number at i, "(555) 012-3344";
// i if there is none.
func areaPhoneEnd(s string, i int) int {
	if i+6 >= len(s) || s[i+4] != ')' || figuresEnd(s, i+1) != i+4 {
		return i
	}
	k := oneBlank(s, i+5)
	if f := figuresEnd(s, k); f-k == 3 && f+5 <= len(s) && s[f] == '-' && figuresEnd(s, f+1) == f+5 {
		return f + 5
	}
	return i
}
