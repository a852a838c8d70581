// What follows the figures of a number: multiples, currencies, and what a price is per.

package forms

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
)

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

// currencySigns give currencies by their sign.
var currencySigns = []struct{ word, unit string }{{"€", "EUR"}, {"$", "USD"}, {"£", "GBP"}}

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
	s, per := cutPer(s)
	if exp, unit, ok = currencyTail(s); per == "" || !ok {
		return exp, unit, ok
	}
	return exp, unit + "/" + per, unit != ""
}

// maxPer is the longest word for what a price is per, in bytes: "habitant".
const maxPer = 12

// cutPer takes the end of a price off: "€/L", "€ par habitant".
func cutPer(s string) (price, per string) {
	for _, sign := range [...]string{"/", " par ", " per "} {
		if i := strings.LastIndex(s, sign); i > 0 {
			per = strings.Trim(s[i+len(sign):], " .\u00a0\u202f")
			if per == "" || len(per) > maxPer || strings.ContainsAny(per, " \u00a0\u202f") || strings.IndexFunc(per, unicode.IsLetter) != 0 {
				return s, ""
			}
			return strings.TrimRight(s[:i], " \u00a0\u202f"), per
		}
	}
	return s, ""
}

// currencyTail reads a multiple, a currency, both or neither.
func currencyTail(s string) (exp int, unit string, ok bool) {
	signed := ""
	for _, c := range currencySigns {
		if rest, found := strings.CutSuffix(s, c.word); found {
			s, signed = rest, c.unit
			break
		}
	}
	words := fold.Words(s)
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
	if signed != "" {
		return exp, signed, words == ""
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
	return exp, "", words == "" && (exp > 0 || strings.Trim(s, ". \u00a0\u202f") == "")
}
