package claims

// Shares: percentages that should make 100, and a percentage printed beside
// the two counts that it comes from.

import (
	"fmt"
	"math"
)

// minShares is how few percentages can be meant to make 100.
const minShares = 3

// allWords say that the percentages of a sentence are all there are.
var allWords = words("restant restants restante restantes reste repartissent repartit repartition autres remaining rest respectively")

// shares judges the percentages of s.
func shares(s *sentence) []Claim {
	var out []Claim
	if c, ok := hundred(s.numbers, s, hasAny(s.tokens, allWords)); ok {
		out = append(out, c)
	}
	if introduces(*s) && len(s.items) >= minShares {
		var ns []number
		for _, it := range s.items {
			for _, n := range it.numbers {
				if n.nature == percent {
					ns = append(ns, n)
					break
				}
			}
		}
		if len(ns) == len(s.items) {
			if c, ok := hundred(ns, s, hasAny(s.tokens, allWords)); ok {
				out = append(out, c)
			}
		}
	}
	return append(out, ratios(s)...)
}

// roundingOf is the most that rounding can move a percentage with so many decimals.
func roundingOf(decimals int) float64 { return 0.5 * math.Pow10(-decimals) }

// hundred judges percentages that are meant to make 100; all says that the text
// gives them as complete.
func hundred(ns []number, s *sentence, all bool) (Claim, bool) {
	total, slack, n := 0.0, 1e-9, 0
	var parts []float64
	for _, x := range ns {
		if x.nature != percent || x.bound != exact {
			continue
		}
		total += x.value
		slack += roundingOf(x.decimals)
		parts = append(parts, x.value)
		n++
	}
	if n < minShares {
		return Claim{}, false
	}
	total = math.Round(total*1e6) / 1e6
	c := Claim{Text: s.text, Kind: Share, Value: 100, Unit: "%", Parts: parts, Found: &total, At: s.at}
	switch {
	case math.Abs(total-100) <= slack:
		c.Status, c.Why = OK, fmt.Sprintf("%d percentages make %s", n, figure(total))
	case all && openEnded(s):
		c.Status, c.Why = PartialList, "the percentages are given as examples"
	case all && plausible(total, 100):
		c.Status, c.Why = Contradiction, fmt.Sprintf("%d percentages make %s, not 100", n, figure(total))
	default:
		return Claim{}, false
	}
	return c, true
}

// ratios judges "571 chevaliers sur 691, soit 82,6 %".
func ratios(s *sentence) []Claim {
	var out []Claim
	for k, p := range s.numbers {
		if p.nature != percent || p.bound != exact || k < 2 {
			continue
		}
		if !endsWith(s.tokens[:p.from], "soit") && !endsWith(s.tokens[:p.from], "(") && !endsWith(s.tokens[:p.from], "( soit") && !endsWith(s.tokens[:p.from], "or") {
			continue
		}
		a, b := s.numbers[k-2], s.numbers[k-1]
		if !countable(a) || !countable(b) || a.bound != exact || b.bound != exact {
			continue
		}
		whole, part := a, b // 691 décorés dont 571 chevaliers, soit 82,6 %
		switch {
		case endsWith(s.tokens[:b.from], "sur") || endsWith(s.tokens[:b.from], "sur les") || endsWith(s.tokens[:b.from], "out of") || endsWith(s.tokens[:b.from], "of"):
			whole, part = b, a
		case endsWith(s.tokens[:b.from], "dont"), endsWith(s.tokens[:b.from], "including"):
		default:
			continue
		}
		if whole.value < part.value || whole.value == 0 {
			continue
		}
		share := part.value / whole.value * 100
		c := Claim{Text: s.text, Kind: Share, Value: p.value, Unit: "%", Parts: []float64{part.value, whole.value}, At: s.at}
		rounded := math.Round(share*math.Pow10(p.decimals)) / math.Pow10(p.decimals)
		c.Found = &rounded
		c.Why = fmt.Sprintf("%s of %s are %s %%", figure(part.value), figure(whole.value), figure(rounded))
		c.Status = OK
		// A release may cut the decimals instead of rounding them.
		if math.Abs(share-p.value) > 2*roundingOf(p.decimals) {
			c.Status = Contradiction
		}
		out = append(out, c)
	}
	return out
}
