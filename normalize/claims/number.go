// Numbers as releases print them: figures with any blank or dot between the
// thousands, decimals, millions, euros, per cent, and number words.

package claims

import (
	"math"
	"strings"
)

// A nature says what a number measures.
type nature uint8

const (
	count nature = iota
	percent
	money
	year
	ordinal // 8e, 12ème, 3rd
	day     // the 14 of "14 octobre"
	label   // a code or a reference: "(59)", "article 5"
	decimal // 2,5 of something that is not counted one by one
)

// A bound says how exact a number claims to be.
type bound uint8

const (
	exact   bound = iota
	about         // environ, une trentaine, nearly
	atLeast       // plus de, au moins
	atMost        // moins de, jusqu'à
)

// A number is one number of a sentence.
type number struct {
	value      float64
	scale      float64 // a million in "12,5 M€", 0 for none
	nature     nature
	bound      bound
	decimals   int     // printed places after the comma
	step       float64 // what the last printed place is worth: 0.1 M€ is 100000
	word       bool    // printed in letters
	from, to   int     // tokens [from, to) of the number itself
	start, end int     // byte offsets in the sentence, qualifier not included
}

var units20 = map[string]int{
	"zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
	"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}

var tens = map[string]int{
	"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "octante": 80, "huitante": 80, "nonante": 90,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var hundreds = map[string]int{"cent": 100, "cents": 100, "hundred": 100, "mille": 1000, "thousand": 1000}

// roughly holds the collective nouns: "une trentaine" is about thirty.
var roughly = map[string]int{
	"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
	"soixantaine": 60, "centaine": 100, "millier": 1000, "dozen": 12,
}

var magnitudes = map[string]float64{
	"million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e9, "billions": 1e9,
}

// stepOf returns what the last printed place of n is worth.
func stepOf(n number) float64 {
	return math.Pow10(-n.decimals) * max(n.scale, 1)
}

var months = map[string]bool{
	"janvier": true, "fevrier": true, "mars": true, "avril": true, "mai": true, "juin": true, "juillet": true, "aout": true,
	"septembre": true, "octobre": true, "novembre": true, "decembre": true, "janv": true, "fevr": true, "avr": true, "juil": true, "sept": true, "oct": true, "nov": true, "dec": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true,
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// numbers finds the numbers of a sentence in the order of its tokens.
// english says that 1,234 is a thousand and more, not a decimal.
func numbers(ts []token, english bool) []number {
	var ns []number
	for i := 0; i < len(ts); {
		n, ok := numberAt(ts, i, english)
		if !ok {
			i++
			continue
		}
		n.bound = max(n.bound, boundBefore(ts, n.from), boundAfter(ts, n.to))
		n.step = stepOf(n)
		n.start, n.end = ts[n.from].start, ts[n.to-1].end
		ns = append(ns, n)
		i = n.to
	}
	return ns
}

// numberAt reads the number that starts at token i.
func numberAt(ts []token, i int, english bool) (number, bool) {
	if ts[i].digits {
		return figuresAt(ts, i, english), true
	}
	return wordsAt(ts, i)
}

// bounds are the words that say how exact the number behind them is.
var bounds = []struct {
	words string
	bound bound
}{
	{"plus de", atLeast},
	{"plus d'", atLeast},
	{"au moins", atLeast},
	{"pas moins de", atLeast},
	{"pas moins d'", atLeast},
	{"more than", atLeast},
	{"over", atLeast},
	{"at least", atLeast},
	{"no fewer than", atLeast},
	{"moins de", atMost},
	{"moins d'", atMost},
	{"au plus", atMost},
	{"jusqu' a", atMost},
	{"less than", atMost},
	{"fewer than", atMost},
	{"up to", atMost},
	{"at most", atMost},
	{"au maximum", atMost},
	{"pres de", about},
	{"pres d'", about},
	{"environ", about},
	{"quelque", about},
	{"quelques", about},
	{"autour de", about},
	{"a peu pres", about},
	{"presque", about},
	{"quasiment", about},
	{"une", exact},
	{"around", about},
	{"about", about},
	{"nearly", about},
	{"almost", about},
	{"some", about},
	{"approximately", about},
	{"roughly", about},
}

// boundBefore returns the bound that the words before token i set.
func boundBefore(ts []token, i int) bound {
	for _, b := range bounds {
		if endsWith(ts[:i], b.words) {
			return b.bound
		}
	}
	return exact
}

// boundAfter returns the bound that the words from token i on set: "5 or more".
func boundAfter(ts []token, i int) bound {
	if i+1 < len(ts) && (ts[i].fold == "or" || ts[i].fold == "ou") {
		switch ts[i+1].fold {
		case "more", "plus", "davantage":
			return atLeast
		case "fewer", "less", "moins":
			return atMost
		}
	}
	return exact
}

// endsWith reports whether ts ends with the given folded words.
func endsWith(ts []token, phrase string) bool {
	for k := len(ts) - 1; k >= 0; k-- {
		i := strings.LastIndexByte(phrase, ' ')
		if ts[k].fold != phrase[i+1:] {
			return false
		}
		if i < 0 {
			return true
		}
		phrase = phrase[:i]
	}
	return false
}
