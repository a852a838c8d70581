// Parts: the numbers behind a tie that together should make the total.

package claims

import (
	"math"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A part is one number of a breakdown.
type part struct {
	number
	index int // of the number in its sentence
	unit  unit
	lead  string // folded word behind the number: "en", "par", ""
	sep   string // the sign or word before it
	depth int    // brackets it stands in, counted from where the parts begin
	alone bool   // nothing else stands in its brackets: "Aisne (9)"
	aside int    // 0, or the how-many-th "dont" before it: may belong to that alone
	first bool   // right behind that "dont": surely belongs to it
	item  bool   // stands in a list behind the sentence
	out   bool   // read as belonging to its "dont", not to the total
}

// slack is how many words may stand between a sign and the number of the next
// part: ", puis les 12", ": le reste, 12".
const slack = 2

// fits reports whether n can be a part of total: a count of a count, an amount
// of an amount.
func fits(total, n number) bool {
	if total.nature == money {
		return n.nature == money && !math.IsNaN(n.value)
	}
	return countable(n) || n.word && n.value == 1
}

// partsFrom reads the parts of total that begin at token at: the numbers behind a
// comma, a semicolon or "et". It gives them in the most likely reading; settle
// tries the others.
func partsFrom(s *sentence, total number, at int) []part {
	var ps []part
	dont := 0         // how many "dont" were met
	inside := false   // behind "dont 3 ...", not yet out of it
	depth, i := 0, at // brackets opened since at
	colon := false    // the parts are written "Aude : 12"
	for k, n := range s.numbers {
		if n.from < at {
			continue
		}
		for ; i < n.from; i++ {
			switch s.tokens[i].text {
			case "(":
				depth++
			case ")":
				depth--
			}
		}
		alone := n.nature == label && bracketed(s, n) && n.value == math.Trunc(n.value)
		if total.nature == money && alone || !fits(total, n) && !alone {
			continue
		}
		sep, dist := separatorBefore(s, n.from, at)
		p := part{number: n, index: k, unit: unitAt(s.tokens, n.to), depth: depth, sep: sep, alone: alone || countable(n) && bracketed(s, n)}
		if n.to < len(s.tokens) {
			p.lead = s.tokens[n.to].fold
		}
		switch {
		case sep == "dont" || sep == "including":
			dont++
			inside = true
			p.aside, p.first, p.out = dont, true, true
			ps = append(ps, p)
			continue
		case sep == "" || n.word && n.value == 1 && dist > 0: // "et parmi elles une ...": an article
			continue
		case dist > slack:
			continue
		}
		if sep == ":" {
			if len(ps) > 0 && !colon {
				// "558 votants, 540 exprimés : 289 pour": a total of its own
				return nil
			}
			colon = true
		}
		p.aside = dont
		if inside && (sep == "et" || sep == "and") && !commaBefore(s, n.from) {
			p.out = true
		} else {
			inside = false
		}
		ps = append(ps, p)
	}
	return level(s, ps)
}

// bracketed reports whether number n stands alone in round brackets.
func bracketed(s *sentence, n number) bool {
	return n.from > 0 && s.tokens[n.from-1].text == "(" && n.to < len(s.tokens) && s.tokens[n.to].text == ")"
}

// commaBefore reports whether the "et" before token i follows a comma: it then
// ends what stood between commas.
func commaBefore(s *sentence, i int) bool {
	for j := i - 1; j > 0 && j >= i-1-slack; j-- {
		if f := s.tokens[j].fold; f == "et" || f == "and" {
			return s.tokens[j-1].text == ","
		}
	}
	return false
}

// level keeps the parts that stand at one depth of brackets: what is in deeper
// ones explains a part, unless all are figures alone, as in "Lyon (320), Nantes (210)".
// Figures alone in brackets are parts together or not at all, and not where they
// are codes.
func level(s *sentence, ps []part) []part {
	if len(ps) == 0 {
		return nil
	}
	alone, open := 0, 0
	lowest := ps[0].depth
	for _, p := range ps {
		if p.alone {
			alone++
		} else if !p.out {
			open++
		}
		lowest = min(lowest, p.depth)
	}
	if alone >= 2 && open == 0 {
		if codes(s, ps) {
			return nil
		}
		return ps
	}
	var out []part
	begun := ps[0].depth
	for _, p := range ps {
		if p.alone && p.nature == label {
			continue
		}
		if lowest < begun && p.depth < begun {
			break // "53 sites (40 anciens, 13 nouveaux) et 12 agents"
		}
		if p.depth > lowest && lowest == begun && !p.out {
			continue
		}
		out = append(out, p)
	}
	return out
}

// codes reports whether figures in brackets name departments and do not count:
// all the same, printed with a zero in front, or the code of the name before.
func codes(s *sentence, ps []part) bool {
	same, named := true, 0
	for _, p := range ps {
		text := s.tokens[p.from].text
		if strings.HasPrefix(text, "0") {
			return true
		}
		same = same && p.value == ps[0].value
		from := 0
		if p.index > 0 {
			from = s.numbers[p.index-1].end
		}
		for _, h := range gazetteer.Scan(gazetteer.KindDepartment, s.text[from:p.start]) {
			if strings.TrimLeft(h.Code, "0") == text {
				named++
			}
		}
	}
	return same || named*2 >= len(ps)
}

// separatorBefore returns the sign before token i that opens a part ("start"
// where the parts themselves start), and how many words stand between.
func separatorBefore(s *sentence, i, at int) (string, int) {
	for j := i - 1; j >= at && i-1-j <= slack; j-- {
		switch f := s.tokens[j].fold; f {
		case ",", ";", "et", "and", "puis", "/", "•", "(", ":", "+":
			return f, i - 1 - j
		case "dont", "including":
			return "dont", 0
		}
	}
	if i-at <= slack+1 {
		return "start", i - at
	}
	return "", 0
}

// maxReadings bounds how many readings of "dont" are tried for one breakdown.
const maxReadings = 64

// settle returns the parts of ps in the reading that makes total, or in the most
// likely one if none does: "7 de montagne dont 5 en altitude et 2 au sommet"
// leaves open what the 2 belong to.
func settle(ps []part, total number) []part {
	likely := taken(ps)
	if agrees(likely, total) || len(likely) == len(ps) {
		return likely
	}
	groups := 0
	for _, p := range ps {
		groups = max(groups, p.aside)
	}
	tried := 0
	var try func(g int, ps []part) []part
	try = func(g int, ps []part) []part {
		if tried++; tried > maxReadings {
			return nil
		}
		if g > groups {
			if got := taken(ps); agrees(got, total) {
				return got
			}
			return nil
		}
		members := 0
		for _, p := range ps {
			if p.aside == g && !p.first {
				members++
			}
		}
		for n := 0; n <= members; n++ { // the first n belong to the "dont"
			reading := append([]part(nil), ps...)
			k := 0
			for i := range reading {
				if p := &reading[i]; p.aside == g && !p.first {
					p.out = k < n
					k++
				}
			}
			if got := try(g+1, reading); got != nil {
				return got
			}
		}
		return nil
	}
	if got := try(1, ps); got != nil {
		return got
	}
	return likely
}

// taken returns the parts that are read as parts of the total.
func taken(ps []part) []part {
	var out []part
	for _, p := range ps {
		if !p.out {
			out = append(out, p)
		}
	}
	return out
}

// agrees reports whether parts make total, as exactly as they are printed.
func agrees(parts []part, total number) bool {
	return len(parts) > 1 && math.Abs(sum(parts)-total.value) < 1e-9*max(1, total.value)
}

// rounding is the most that the rounding of amounts can move their sum away from
// total. Parts are rounded alike: beside 4,5 M€ a 6 M€ is 6,0. Counts are not rounded.
func rounding(parts []part, total number) float64 {
	if total.nature != money && total.scale == 0 {
		return 0
	}
	step := math.Inf(1)
	for _, p := range parts {
		step = min(step, p.step)
	}
	return (total.step + step*float64(len(parts))) / 2
}

// kindly reports whether parts can be parts of one total: several counts, all
// exact, none of them places that the total is spread over.
func kindly(parts []part) bool {
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		if p.bound != exact || lexicon.PlaceNouns[p.unit.head] {
			return false
		}
	}
	return true
}

func sum(parts []part) float64 {
	v := 0.0
	for _, p := range parts {
		v += p.value
	}
	return math.Round(v*1e6) / 1e6
}
