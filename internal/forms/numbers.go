// Numbers and money as releases print them, and their plain form.

package forms

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
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
	Unit  string // "EUR", "USD", "%" or ""
}

// multiples gives powers of ten by the word or sign after a number, folded.
var multiples = []struct {
	word string
	exp  int
}{
	{"milliards", 9},
	{"milliard", 9},
	{"mds", 9},
	{"md", 9},
	{"billions", 9},
	{"billion", 9},
	{"bn", 9},
	{"millions", 6},
	{"million", 6},
	{"mio", 6},
	{"m", 6},
	{"milliers", 3},
	{"millier", 3},
	{"mille", 3},
	{"thousand", 3},
	{"k", 3},
}

// units gives currencies by the word after a number, folded. "d" or "de" may come
// between: "12 millions d'euros".
var units = []struct{ word, unit string }{
	{"euros", "EUR"}, {"euro", "EUR"}, {"eur", "EUR"}, {"dollars", "USD"}, {"dollar", "USD"}, {"usd", "USD"},
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
		case strings.HasPrefix(s, "-"), strings.HasPrefix(s, "−"):
			if neg {
				return n, false
			}
			neg = true
			_, size := utf8.DecodeRuneInString(s)
			s = s[size:]
		case strings.HasPrefix(s, "+"):
			s = s[1:]
		case strings.HasPrefix(s, "€"):
			n.Unit, s = "EUR", s[len("€"):]
		case strings.HasPrefix(s, "£"):
			n.Unit, s = "GBP", s[len("£"):]
		case strings.HasPrefix(s, "$"):
			n.Unit, s = "USD", s[1:]
		default:
			goto figures
		}
		s = strings.TrimLeft(s, " \u00a0\u202f")
	}
figures:
	whole, frac, rest, ok := figures(s, style)
	if !ok {
		return n, false
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

// numberTail reads what follows the figures: a multiple, a unit, both or nothing.
func numberTail(s string) (exp int, unit string, ok bool) {
	if s == "" {
		return 0, "", true
	}
	s = strings.TrimLeft(s, " \u00a0\u202f")
	switch {
	case s == "€":
		return 0, "EUR", true
	case s == "%", s == "%%": // a template's way to print one
		return 0, "%", true
	case s == "":
		return 0, "", true
	}
	euro := strings.HasSuffix(s, "€")
	words := fold.Words(strings.TrimSuffix(s, "€"))
	for _, m := range multiples {
		if rest, found := strings.CutPrefix(words, m.word); found && (rest == "" || rest[0] == ' ') {
			exp, words = m.exp, strings.TrimSpace(rest)
			break
		}
	}
	for _, de := range [...]string{"d ", "de ", "of "} {
		words = strings.TrimPrefix(words, de)
	}
	if words == "d" || words == "de" { // "900 M d'€"
		words = ""
	}
	if euro {
		return exp, "EUR", words == ""
	}
	for _, u := range units {
		if rest, found := strings.CutPrefix(words, u.word); found {
			switch strings.TrimSpace(rest) {
			case "", "ht", "ttc":
				return exp, u.unit, true
			}
			return 0, "", false
		}
	}
	return exp, "", words == ""
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

// ParseSigned reads a number as it is printed, a negative one also in parentheses.
func ParseSigned(s string, style Style) (PrintedNumber, bool) {
	n, ok := ParseNumber(s, style)
	if !ok && s != "" && s[0] == '(' {
		n, ok = ParseAccounting(s, style)
	}
	return n, ok
}

// ParseAccounting reads a negative figure as accounts print it: "(1 200)",
// "(12,5 M€)", "(1 200) €". A lone figure in parentheses is a footnote.
func ParseAccounting(s string, style Style) (PrintedNumber, bool) {
	s = strings.TrimSpace(s)
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
var tieSuffixes = [...]string{"ex aequo", "ex-aequo", "ex æquo", "ex-æquo"}

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
