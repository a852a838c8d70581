// Figures: numbers printed in digits, with what stands around them: blanks and
// dots between the thousands, millions, euros, per cent.

package claims

import (
	"math"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// figuresAt reads figures: "1 784 739", "1.580", "12,5 millions", "31.4%".
func figuresAt(ts []token, i int, english bool) number {
	n := number{from: i}
	english = english || i > 0 && isSign(ts[i-1].text) // only English prints $7,230
	s, to := joinFigures(ts, i)
	n.to = to
	magnitude := lexicon.Magnitudes[n.next(ts)]
	n.value, n.decimals = parseFigures(s, english, magnitude != 0)
	if n.decimals > 0 {
		n.nature = decimal
	}
	if magnitude != 0 {
		n.scaleBy(ts, magnitude)
	}
	switch {
	case n.scaledSign(ts), n.measures(ts):
		return n
	case i > 0:
		n.labelled(ts, english)
	}
	if n.to+1 < len(ts) && isDash(ts[n.to]) && ts[n.to].glued && ts[n.to+1].glued && (ts[n.to+1].digits || ts[n.to].text == "-" && english) {
		n.nature = label // 2019-2020, 8-week
	}
	if n.nature == count && n.to == i+1 && len(ts[i].text) == 4 && n.value >= 1900 && n.value <= 2100 {
		before := i == 0 || lexicon.BeforeYear[ts[i-1].fold] || ts[i-1].text == "(" || ts[i-1].text == "," || lexicon.OrdinalEndings[ts[i-1].fold]
		after := n.to >= len(ts) || !ts[n.to].isWord()
		if before || after {
			n.nature = year
		}
	}
	return n
}

// scaledSign reports whether n follows the sign of its money and a letter for its multiple
// follows n, which it takes: "£2.35m".
func (n *number) scaledSign(ts []token) bool {
	if n.from == 0 || !isSign(ts[n.from-1].text) || n.to >= len(ts) || !ts[n.to].glued || lexicon.SignMagnitudes[ts[n.to].fold] == 0 {
		return false
	}
	n.scaleBy(ts, lexicon.SignMagnitudes[ts[n.to].fold])
	n.nature = money
	return true
}

// joinFigures puts groups of three behind one blank each to the figures at i, and
// returns them with the token behind.
func joinFigures(ts []token, i int) (string, int) {
	s, to := ts[i].text, i+1
	if len(s) > 3 || strings.ContainsAny(s, ".,") {
		return s, to
	}
	for to < len(ts) && ts[to].digits && !ts[to].glued && groupOfThree(ts[to].text) && ts[to].start-ts[to-1].end <= len("\u202f") {
		s += ts[to].text
		to++
		if strings.ContainsAny(s, ".,") {
			break // 1 234,5: the decimals end it
		}
	}
	return s, to
}

// next returns the folded token behind n, "" at the end.
func (n *number) next(ts []token) string {
	if n.to < len(ts) {
		return ts[n.to].fold
	}
	return ""
}

// scaleBy takes the word "millions" behind n, and "de" before a money.
func (n *number) scaleBy(ts []token, magnitude float64) {
	n.value *= magnitude
	n.scale = magnitude
	n.to++
	if n.value == math.Trunc(n.value) {
		n.nature = count
	}
	if f := n.next(ts); (f == "de" || f == "d'") && n.to+1 < len(ts) && isMoney(ts[n.to+1].fold) {
		n.to++
	}
}

// measures reports whether what stands behind n says that it is no plain count:
// a per cent, an amount, an ordinal, a day, the name of a thing.
func (n *number) measures(ts []token) bool {
	switch f := n.next(ts); {
	case n.takePercent(ts):
	case n.paysBehind(ts):
		n.nature = money
		if m := lexicon.ShortMagnitudes[f]; m != 0 {
			n.value *= m
			n.scale = m
		}
		n.to++
		for n.to < len(ts) && (isMoney(ts[n.to].fold) || ts[n.to].fold == "d'" && n.to+1 < len(ts) && isMoney(ts[n.to+1].fold)) {
			n.to++
		}
	case lexicon.OrdinalEndings[f] && ts[n.to].glued, lexicon.OrdinalEndings[f] && (f == "e" || f == "er" || f == "eme" || f == "ere") && n.decimals == 0 && n.value < 1000:
		n.nature = ordinal
		n.to++
	case n.to < len(ts) && ts[n.to].glued && ts[n.to].isWord():
		n.nature = label // 3D, 4G, 69M
	case lexicon.Months[f] > 0:
		n.nature = day
	default:
		return false
	}
	return true
}

// takePercent takes "%", "percent" or "pour cent" behind n and reports whether it
// stood there.
func (n *number) takePercent(ts []token) bool {
	switch f := n.next(ts); {
	case f == "%", f == "percent":
		n.to++
	case f == "pour" && n.to+1 < len(ts) && ts[n.to+1].fold == "cent":
		n.to += 2
	default:
		return false
	}
	n.nature = percent
	return true
}

// paysBehind reports whether money stands behind n: "€", "M €", "M d'€".
func (n *number) paysBehind(ts []token) bool {
	f := n.next(ts)
	switch {
	case isMoney(f):
		return true
	case lexicon.ShortMagnitudes[f] == 0 || n.to+1 >= len(ts):
		return false
	case isMoney(ts[n.to+1].fold):
		return true
	}
	return f != "k" && n.to+2 < len(ts) && ts[n.to+1].fold == "d'" && ts[n.to+2].text == "€"
}

// labelled sets what the token before n says of it: a name, an amount, a code, a day.
func (n *number) labelled(ts []token, english bool) {
	i := n.from
	prev := ts[i-1]
	closed := n.to >= len(ts) || ts[n.to].text == ")"
	switch {
	case lexicon.Labelling[prev.fold], prev.text == "." && i > 1 && lexicon.Labelling[ts[i-2].fold]:
		n.nature = label
	case prev.isWord() && ts[i].glued && !strings.HasSuffix(prev.fold, "'"): // X60, A6
		n.nature = label
	case isDash(prev) && ts[i].glued && i > 1 && prev.glued: // 60-600, 2019-2020
		n.nature = label
	case isSign(prev.text):
		n.nature = money
	case prev.text == "(" && closed && (len(ts[i].text) <= 3 || len(ts[i].text) == codeFigures) && n.to == i+1:
		n.nature = label // a department's code; a list of counts is told by its list
	case lexicon.Months[prev.fold] > 0 && english && n.value <= 31:
		n.nature = day
	}
}

// isDash reports whether t may stand inside a reference or a span of years.
func isDash(t token) bool { return t.text == "-" || t.text == "/" || t.text == "–" }

// codeFigures is how many figures the codes of communes and of post have.
const codeFigures = 5

// isMoney reports whether f is a money or its sign.
func isMoney(f string) bool { return lexicon.Monies[f] }

// isSign reports whether s is the sign of a money.
func isSign(s string) bool { return s == "€" || s == "$" || s == "£" }

// groupOfThree reports whether s can be the next group of a number in figures.
func groupOfThree(s string) bool {
	digits, _, _ := strings.Cut(s, ",")
	return len(digits) == 3 && !strings.Contains(digits, ".")
}

// parseFigures returns the value of figures and how many decimals they print.
// "1.580" is a thousand and more in French unless a magnitude follows
// ("1.046 milliard"); "1,046" is in English.
func parseFigures(s string, english, magnitude bool) (float64, int) {
	thousands, point := ".", ","
	if english {
		thousands, point = ",", "."
	}
	if grouped(s, thousands) && !magnitude {
		s = strings.ReplaceAll(s, thousands, "")
	}
	if strings.Count(s, ",")+strings.Count(s, ".") > 1 && grouped(s, point) {
		s = strings.ReplaceAll(s, point, "") // 1,252,766 in a French text
	}
	s = strings.Replace(s, ",", ".", 1)
	_, frac, _ := strings.Cut(s, ".")
	v, err := strconv.ParseFloat(s, 64)
	if err != nil { // 1.2.3: a reference
		return math.NaN(), 0
	}
	return v, len(frac)
}

// grouped reports whether every sep in s has three figures behind it.
func grouped(s, sep string) bool {
	parts := strings.Split(s, sep)
	if len(parts) < 2 || len(parts[0]) > 3 || parts[0] == "0" {
		return false
	}
	for i, p := range parts[1:] {
		if i == len(parts)-2 {
			p, _, _ = strings.Cut(strings.ReplaceAll(p, ",", "."), ".")
		}
		if len(p) != 3 {
			return false
		}
	}
	return true
}
