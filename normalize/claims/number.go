// Numbers as releases print them: figures with any blank or dot between the
// thousands, decimals, millions, euros, per cent, and number words.

package claims

import (
	"math"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
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

// stepOf returns what the last printed place of n is worth.
func stepOf(n number) float64 {
	return math.Pow10(-n.decimals) * max(n.scale, 1)
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
		if n.word {
			n.to = pastEcho(ts, n, english)
		}
		n.bound = max(n.bound, boundBefore(ts, n.from), boundAfter(ts, n.to))
		n.step = stepOf(n)
		if n.nature == count && n.value <= 31 && opensDays(ts, n.to) {
			n.nature = day
		}
		n.start, n.end = ts[n.from].start, ts[n.to-1].end
		ns = append(ns, n)
		i = n.to
	}
	return ns
}

// opensDays reports whether the words from token i on make the number before them the first
// of several days: "4 au 22 mars", "4 et 5 mars", "4-6 mars".
func opensDays(ts []token, i int) bool {
	if i+2 >= len(ts) || !ts[i+1].digits || len(ts[i+1].text) > 2 || lexicon.Months[ts[i+2].fold] == 0 {
		return false
	}
	switch ts[i].fold {
	case "au", "et", "a", "-", "–", ",", "to", "and":
		return true
	}
	return false
}

// pastEcho returns the token after the figures in brackets that repeat the number in words
// n, "cinq (5) patients"; n.to if there are none.
func pastEcho(ts []token, n number, english bool) int {
	if k := n.to; k+2 < len(ts) && ts[k].text == "(" && ts[k+1].digits {
		if v := figuresAt(ts, k+1, english); v.value == n.value && v.to < len(ts) && ts[v.to].text == ")" {
			return v.to + 1
		}
	}
	return n.to
}

// numberAt reads the number that starts at token i.
func numberAt(ts []token, i int, english bool) (number, bool) {
	if ts[i].digits {
		return figuresAt(ts, i, english), true
	}
	return wordsAt(ts, i)
}

// boundBefore returns the bound that the words before token i set.
func boundBefore(ts []token, i int) bound {
	switch before := ts[:i]; { // "pas moins de" ends like "moins de"
	case endsWithAny(before, lexicon.AtLeast):
		return atLeast
	case endsWithAny(before, lexicon.AtMost):
		return atMost
	case endsWithAny(before, lexicon.About):
		return about
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

// endsWithAny reports whether ts ends with one of phrases.
func endsWithAny(ts []token, phrases []string) bool {
	for _, p := range phrases {
		if endsWith(ts, p) {
			return true
		}
	}
	return false
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
