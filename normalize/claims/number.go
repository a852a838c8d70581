// Numbers as releases print them: figures with any blank or dot between the
// thousands, decimals, millions, euros, per cent, and number words.

package claims

import (
	"math"
	"strconv"
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

// shortMagnitudes stand between a figure and the sign of its money.
var shortMagnitudes = map[string]float64{"k": 1e3, "keur": 1e3, "k€": 1e3, "m": 1e6, "meur": 1e6, "m€": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9}

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

// labelWords stand before figures that number a thing and do not count things.
var labelWords = words("article articles art page pages p annexe annexes chapitre titre tome volume phase lot loi decret no numero niveau version zone ligne route rue avenue boulevard bp cs cedex norme iso axe mesure action figure tableau section vague promotion edition session table chapter appendix part step")

// yearWords stand before four figures that are a year.
var yearWords = words("en de depuis fin debut janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre automne hiver ete printemps annee annees exercice horizon avant apres ici mi des in since by until year courant d' l' du premier second deuxieme troisieme quatrieme semestre trimestre january february march april may june july august september october november december")

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
		n.bound = max(n.bound, boundBefore(ts, n.from))
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

// figuresAt reads figures: "1 784 739", "1.580", "12,5 millions", "31.4%".
func figuresAt(ts []token, i int, english bool) number {
	n := number{from: i, to: i + 1}
	s := ts[i].text
	// Further groups of three, each behind one blank.
	if len(s) <= 3 && !strings.ContainsAny(s, ".,") {
		for n.to < len(ts) && ts[n.to].digits && !ts[n.to].glued && groupOfThree(ts[n.to].text) && ts[n.to].start-ts[n.to-1].end <= len("\u202f") {
			s += ts[n.to].text
			n.to++
			if strings.ContainsAny(s, ".,") {
				break // 1 234,5: the decimals end it
			}
		}
	}
	nextFold := func() string {
		if n.to < len(ts) {
			return ts[n.to].fold
		}
		return ""
	}
	n.value, n.decimals = parseFigures(s, english, magnitudes[nextFold()] != 0)
	if n.decimals > 0 {
		n.nature = decimal
	}
	if m := magnitudes[nextFold()]; m != 0 {
		n.value *= m
		n.scale = m
		n.to++
		if n.decimals > 0 && n.value == math.Trunc(n.value) {
			n.nature = count
		}
		if f := nextFold(); (f == "de" || f == "d'") && n.to+1 < len(ts) && isMoney(ts[n.to+1].fold) {
			n.to++
		}
	}
	switch f := nextFold(); {
	case f == "%", f == "pour" && n.to+1 < len(ts) && ts[n.to+1].fold == "cent", f == "percent":
		n.nature = percent
		n.to++
		if f == "pour" {
			n.to++
		}
		return n
	case isMoney(f), (f == "m" || f == "md" || f == "mds") && n.to+2 < len(ts) && ts[n.to+1].fold == "d'" && ts[n.to+2].text == "€",
		(f == "m" || f == "k" || f == "md" || f == "mds" || f == "mrd") && n.to+1 < len(ts) && isMoney(ts[n.to+1].fold):
		if m := shortMagnitudes[f]; m != 0 {
			n.value *= m
			n.scale = m
		}
		n.nature = money
		n.to++
		for n.to < len(ts) && (isMoney(ts[n.to].fold) || ts[n.to].fold == "d'" && n.to+1 < len(ts) && isMoney(ts[n.to+1].fold)) {
			n.to++
		}
		return n
	case ordinalEnd[f] && ts[n.to].glued, ordinalEnd[f] && (f == "e" || f == "er" || f == "eme" || f == "ere") && n.decimals == 0 && n.value < 1000:
		n.nature = ordinal
		n.to++
		return n
	case n.to < len(ts) && ts[n.to].glued && ts[n.to].isWord():
		n.nature = label // 3D, 4G, 69M
		return n
	case months[f]:
		n.nature = day
		return n
	}
	if i > 0 {
		prev := ts[i-1]
		closed := n.to >= len(ts) || ts[n.to].text == ")"
		switch {
		case labelWords[prev.fold], prev.text == "." && i > 1 && labelWords[ts[i-2].fold]:
			n.nature = label
		case prev.isWord() && ts[i].glued && !strings.HasSuffix(prev.fold, "'"): // X60, A6
			n.nature = label
		case (prev.text == "-" || prev.text == "/" || prev.text == "–") && ts[i].glued && i > 1 && ts[i-1].glued: // 60-600, 2019-2020
			n.nature = label
		case (prev.text == "€" || prev.text == "$" || prev.text == "£"):
			n.nature = money
		case prev.text == "(" && closed && (len(ts[i].text) <= 3 || len(ts[i].text) == codeFigures) && n.to == i+1:
			n.nature = label // a department's code; a list of counts is told by its list
		case months[prev.fold] && english && n.value <= 31:
			n.nature = day
		}
	}
	if n.to < len(ts) && (ts[n.to].text == "/" || ts[n.to].text == "-" || ts[n.to].text == "–") && ts[n.to].glued && n.to+1 < len(ts) && ts[n.to+1].glued {
		if ts[n.to+1].digits || ts[n.to].text == "-" && english { // 2019-2020, 8-week
			n.nature = label
		}
	}
	if n.nature == count && n.to == i+1 && len(ts[i].text) == 4 && n.value >= 1900 && n.value <= 2100 {
		before := i == 0 || yearWords[ts[i-1].fold] || ts[i-1].text == "(" || ts[i-1].text == "," || ordinalEnd[ts[i-1].fold]
		after := n.to >= len(ts) || !ts[n.to].isWord()
		if before || after {
			n.nature = year
		}
	}
	return n
}

// codeFigures is how many figures the codes of communes and of post have.
const codeFigures = 5

var ordinalEnd = words("e er eme ere re nd nde st th rd ieme")

func isMoney(f string) bool {
	switch f {
	case "€", "euro", "euros", "eur", "keur", "meur", "$", "£", "dollars", "dollar", "m€", "k€":
		return true
	}
	return false
}

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
