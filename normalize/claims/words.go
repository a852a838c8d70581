// Number words: "quarante-neuf", "deux mille trois cents", "une trentaine",
// "twenty-one".

package claims

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// A spelling is a number in words, as far as it is read.
type spelling struct {
	total int  // thousands
	group int  // below a thousand
	last  int  // value of the word before, to tell "deux cents" from "deux, cents"
	seen  bool // some word of it
	rough bool // "une trentaine"
}

// wordsAt reads number words: "quarante-neuf", "quatre-vingts", "une trentaine".
func wordsAt(ts []token, i int) (number, bool) {
	var sp spelling
	j := i
	for j < len(ts) && !sp.rough {
		f := ts[j].fold
		if !sp.take(f) {
			if sp.seen && (ts[j].text == "-" || f == "et" || f == "and") && j+1 < len(ts) && joinsNumber(ts[j], ts[j+1], sp.last) {
				j++
				continue
			}
			break
		}
		j++
	}
	if !sp.seen {
		return number{}, false
	}
	n := number{from: i, to: j, word: true, value: float64(sp.total + sp.group)}
	if sp.rough {
		n.bound = about
	}
	if n.value == 1 && j == i+1 && n.bound == exact {
		// "un" and "une" are articles far more often; the grammar of parts asks
		// for them by name.
		n.nature = label
	}
	if j+1 < len(ts) && ts[j].text == "-" && ts[j].glued && ts[j+1].glued && ts[j+1].isWord() {
		n.nature = label // five-star, three-year
	}
	n.unitBehind(ts)
	return n, true
}

// take adds the next word; false if it is none of the number.
func (sp *spelling) take(f string) bool {
	if u, ok := lexicon.NumberUnits[f]; ok && (!sp.seen || sp.last >= 20 || sp.last == 10 && u >= 7 && u <= 9) {
		sp.group += u
		sp.last = u
	} else if t, ok := lexicon.NumberTens[f]; ok && (!sp.seen || sp.last >= 100 || isTwenty(f) && sp.last == 4) {
		if isTwenty(f) && sp.last == 4 {
			t = 80
			sp.group -= 4
		}
		sp.group += t
		sp.last = t
	} else if h, ok := lexicon.NumberHundreds[f]; ok && (sp.seen || f != "cents" && f != "hundred" && f != "thousand") {
		if h == 1000 {
			sp.total += max(sp.group, 1) * 1000
			sp.group = 0
		} else { // deux cents; mille cent; deux mille trois cents
			below := sp.group % 100
			sp.group += max(below, 1)*100 - below
		}
		sp.last = h
	} else if r, ok := lexicon.CollectiveNumbers[strings.TrimSuffix(f, "s")]; ok {
		sp.total, sp.group, sp.rough = max(sp.group, 1)*r, 0, true // deux douzaines
	} else {
		return false
	}
	sp.seen = true
	return true
}

// isTwenty reports whether f is the twenty of quatre-vingts.
func isTwenty(f string) bool { return f == "vingt" || f == "vingts" }

// unitBehind takes what stands behind a number in words: millions, a month, per
// cent, money.
func (n *number) unitBehind(ts []token) {
	if m := lexicon.Magnitudes[n.next(ts)]; m != 0 {
		n.scaleBy(ts, m)
	}
	switch f := n.next(ts); {
	case lexicon.Months[f] > 0:
		n.nature = day
	case n.takePercent(ts):
	case isMoney(f):
		n.nature = money
		n.to++
	}
}

// joinsNumber reports whether sign ("-", "et", "and") ties next to a number
// whose last word had the value last: vingt et un, quarante-neuf, soixante et onze.
func joinsNumber(sign, next token, last int) bool {
	u, isUnit := lexicon.NumberUnits[next.fold]
	if sign.text == "-" {
		_, isTen := lexicon.NumberTens[next.fold]
		_, isHundred := lexicon.NumberHundreds[next.fold]
		return sign.glued && next.glued && (isUnit || isTen || isHundred)
	}
	if sign.fold == "and" {
		_, isTen := lexicon.NumberTens[next.fold]
		return last >= 100 && (isUnit || isTen)
	}
	return isUnit && (u == 1 && last >= 20 && last < 100 || u == 11 && last == 60)
}
