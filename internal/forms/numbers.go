// Numbers and money as releases print them, and their plain form.

package forms

import (
	"strings"
	"unicode/utf8"
)

// A Style says what a single separator before three figures means, which "1.580" and
// "1,580" do not show by themselves.
type Style struct {
	dotGroups   bool // "1.580" is one thousand five hundred and eighty
	commaGroups bool // "1,580" is
}

// French is the style of French text: groups by blanks or dots, decimal comma.
var French = Style{dotGroups: true}

// English is the style of English text: groups by commas, decimal dot.
var English = Style{commaGroups: true}

// A PrintedNumber is the plain form of a printed number and what was printed beside it.
type PrintedNumber struct {
	Plain string // "1784739", "12.5", "-3"
	Unit  string // "EUR", "USD", "EUR/L", "%" or ""
}

// ParseNumber reads the whole of s as one number, with its multiple and unit:
// "1 784 739", "12,5 millions d'euros", "230M€", "€1,580", "99,4 %", "(12)" is none.
func ParseNumber(s string, style Style) (PrintedNumber, bool) {
	var n PrintedNumber
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxNumber {
		return n, false
	}
	neg := false
	for {
		switch {
		case strings.HasPrefix(s, "-"), strings.HasPrefix(s, "−"), strings.HasPrefix(s, "–"), strings.HasPrefix(s, "—"):
			if neg {
				return n, false
			}
			neg = true
			_, size := utf8.DecodeRuneInString(s)
			s = s[size:]
		case strings.HasPrefix(s, "+"):
			s = s[1:]
		default:
			found := false
			for _, c := range currencySigns {
				if strings.HasPrefix(s, c.word) {
					n.Unit, s, found = c.unit, s[len(c.word):], true
				}
			}
			if !found {
				goto figures
			}
		}
		s = strings.TrimLeft(s, " \u00a0\u202f")
	}
figures:
	whole, frac, rest, ok := figures(s, style)
	if !ok {
		return n, false
	}
	if frac == "" {
		frac, rest = vulgarFraction(rest)
	}
	exp, unit, ok := numberTail(rest)
	if !ok || unit != "" && n.Unit != "" && unit != n.Unit {
		return n, false
	}
	if unit != "" {
		n.Unit = unit
	}
	n.Plain = scaled(whole, frac, exp, neg)
	return n, true
}

// maxNumber is the largest length of a printed number, in bytes; longer cells are prose.
const maxNumber = 64

// vulgarFraction takes a printed fraction off the front of s: "¾" is the decimals 75.
func vulgarFraction(s string) (decimals, rest string) {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '¼':
		return "25", s[n:]
	case '½':
		return "5", s[n:]
	case '¾':
		return "75", s[n:]
	}
	return "", s
}

// figures cuts a number off the start of s and returns its figures before and after
// the decimal sign, without group signs.
func figures(s string, style Style) (whole, frac, rest string, ok bool) {
	// Groups: one to three figures, then a sign and three figures, the same sign again.
	i := 0
	for i < len(s) && IsDigit(s[i]) {
		i++
	}
	if i == 0 {
		return "", "", "", false
	}
	whole = s[:i]
	group := ""
	if i <= 3 {
		for {
			g := groupSign(s[i:])
			if g == "" || group != "" && g != group || !threeFigures(s[i+len(g):]) {
				break
			}
			lone := group == ""
			if lone && (g == "." || g == ",") {
				next := s[i+len(g)+3:]
				again := strings.HasPrefix(next, g) && threeFigures(next[len(g):])
				if !again && (g == "." && !style.dotGroups || g == "," && !style.commaGroups || whole == "0") {
					break
				}
			}
			group = g
			whole += s[i+len(g) : i+len(g)+3]
			i += len(g) + 3
		}
	}
	if i < len(s) && (s[i] == ',' || s[i] == '.') && string(s[i]) != group {
		j := i + 1
		for j < len(s) && IsDigit(s[j]) {
			j++
		}
		if j > i+1 {
			frac, i = s[i+1:j], j
		}
	}
	if i < len(s) && (IsDigit(s[i]) || s[i] == '/') {
		return "", "", "", false // "12 34", "25/05"
	}
	return whole, frac, s[i:], true
}

// groupSign returns the sign between groups of figures at the start of s.
func groupSign(s string) string {
	for _, g := range [...]string{" ", "\u00a0", "\u202f", "\u2009", ".", ",", "'", "’"} {
		if strings.HasPrefix(s, g) {
			return g
		}
	}
	return ""
}

// threeFigures reports whether s begins with exactly three figures.
func threeFigures(s string) bool {
	return len(s) >= 3 && IsDigit(s[0]) && IsDigit(s[1]) && IsDigit(s[2]) && (len(s) == 3 || !IsDigit(s[3]))
}

// IsDigit reports whether c is one of 0 to 9.
func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

// ParseAnyNumber reads a number in the first style that reads all of it. Use it to find
// out whether a value is a number, which does not depend on the style.
func ParseAnyNumber(s string) (PrintedNumber, bool) {
	n, ok := ParseNumber(s, French)
	if !ok {
		n, ok = ParseNumber(s, English)
	}
	return n, ok
}

// scaled returns whole.frac times ten to the exp in plain form. It moves the decimal
// sign in the text, since a float does not hold 0.1 exactly.
func scaled(whole, frac string, exp int, neg bool) string {
	for exp > 0 {
		if frac == "" {
			whole += "0"
		} else {
			whole, frac = whole+frac[:1], frac[1:]
		}
		exp--
	}
	if len(whole) > 1 && whole[0] == '0' {
		if whole = strings.TrimLeft(whole, "0"); whole == "" {
			whole = "0"
		}
	}
	if frac != "" {
		whole += "." + frac
	}
	if neg {
		whole = "-" + whole
	}
	return whole
}

// IsMinus reports whether the dash that s begins with is the sign of a figure, and no
// bullet before it: a blank and one figure follow, and nothing else. A year is an item.
func IsMinus(s string) bool {
	rest := strings.TrimLeft(s, "-–—−")
	if len(s) == len(rest) {
		return false
	}
	rest = strings.Trim(rest, " \u00a0\u202f")
	if rest == "" || !IsDigit(rest[0]) {
		return false
	}
	if _, year := Year(rest); year {
		return false
	}
	_, figure := ParseAnyNumber(rest)
	return figure
}

// ParseSigned reads a number as it is printed, a negative one also in parentheses.
func ParseSigned(s string, style Style) (PrintedNumber, bool) {
	n, ok := ParseNumber(s, style)
	if !ok && strings.IndexByte(s, '(') >= 0 {
		n, ok = ParseAccounting(s, style)
	}
	return n, ok
}

// ParseAccounting reads a negative figure as accounts print it: "(1 200)",
// "(12,5 M€)", "(1 200) €". A lone figure in parentheses is a footnote.
func ParseAccounting(s string, style Style) (PrintedNumber, bool) {
	s = strings.TrimSpace(s)
	for _, c := range currencySigns {
		if rest, ok := strings.CutPrefix(s, c.word); ok {
			s = strings.TrimLeft(rest, " \u00a0\u202f") + c.word // "$(1,200)"
			break
		}
	}
	if len(s) < 4 || s[0] != '(' || len(s) > maxNumber {
		return PrintedNumber{}, false
	}
	end := strings.IndexByte(s, ')')
	if end < 0 || s[1] == '-' || s[1] == '+' {
		return PrintedNumber{}, false
	}
	n, ok := ParseNumber(s[1:end]+s[end+1:], style)
	if !ok || len(n.Plain) < 2 || n.Plain[0] == '-' {
		return PrintedNumber{}, false
	}
	n.Plain = "-" + n.Plain
	return n, true
}

// ordinalEndings follow the figures of a rank.
var ordinalEndings = [...]string{"er", "re", "ère", "e", "è", "ème", "eme", "ième", "nd", "nde", "st", "rd", "th", "°", "ᵉ", "ᵉʳ"}

// tieSuffixes may follow a shared rank: "2e ex aequo".
var tieSuffixes = [...]string{"ex aequo", "ex-aequo", "ex æquo", "ex-æquo", "="}

// ParseOrdinal reads a rank: "1er", "2e", "4ème", "3rd", "n° 5", "2e ex aequo".
func ParseOrdinal(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, w := range [...]string{"n°", "N°", "no ", "No ", "#"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			rest = strings.TrimLeft(rest, " \u00a0\u202f")
			return rest, IsFigures(rest, 1, 6)
		}
	}
	i := 0
	for i < len(s) && IsDigit(s[i]) {
		i++
	}
	if i == 0 || i > 6 {
		return "", false
	}
	end := strings.ToLower(strings.TrimLeft(s[i:], " \u00a0\u202f"))
	for _, w := range tieSuffixes {
		if rest, ok := strings.CutSuffix(end, w); ok {
			if end = strings.TrimRight(rest, " \u00a0\u202f"); end == "" {
				return s[:i], true // "2 ex aequo"
			}
			break
		}
	}
	for _, e := range ordinalEndings {
		if end == e {
			return s[:i], true
		}
	}
	return "", false
}

// IsFigures reports whether s is between lo and hi figures and nothing else.
func IsFigures(s string, lo, hi int) bool {
	if len(s) < lo || len(s) > hi {
		return false
	}
	for i := 0; i < len(s); i++ {
		if !IsDigit(s[i]) {
			return false
		}
	}
	return true
}
