// Shares: percentages that should make 100, and a percentage printed beside
// the two counts that it comes from.

package claims

import (
	"fmt"
	"math"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// minShares is how few percentages can be meant to make 100.
const minShares = 3

// shares judges the percentages of s.
func shares(s *sentence) []Claim {
	var out []Claim
	all := hasAny(s.tokens, lexicon.Whole) && !hasAny(s.tokens, lexicon.Changes)
	if c, ok := hundred(s.numbers, s, all); ok {
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
			if c, ok := hundred(ns, s, all); ok {
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
	total, slack := 0.0, 1e-9
	var parts []float64
	for _, x := range ns {
		if x.nature != percent || x.bound != exact {
			continue
		}
		total += x.value
		slack += roundingOf(x.decimals)
		parts = append(parts, x.value)
	}
	if len(parts) < minShares {
		return Claim{}, false
	}
	total = math.Round(total*1e6) / 1e6
	c := Claim{Text: s.text, Kind: Share, Value: 100, Unit: "%", Parts: parts, Found: &total, At: s.at}
	switch {
	case math.Abs(total-100) <= slack:
		c.Status, c.Why = OK, fmt.Sprintf("%d percentages make %s", len(parts), figure(total))
	case all && (openEnded(s) || total < 100 && leftOut(s)):
		c.Status, c.Why = PartialList, "the percentages are given as examples"
	case all && plausible(total, 100):
		c.Status, c.Why = Contradiction, fmt.Sprintf("%d percentages make %s, not 100", len(parts), figure(total))
	default:
		return Claim{}, false
	}
	return c, true
}

// leftOut reports whether s names a share without its figure: "et le reste".
func leftOut(s *sentence) bool {
	return containsAny(strings.ReplaceAll(fold.Letters(s.text), "’", "'"), lexicon.Rest)
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
		a, b, ok := countsBefore(s, k)
		if !ok {
			continue
		}
		whole, part := a, b // 691 décorés dont 571 chevaliers, soit 82,6 %
		switch {
		case endsWith(s.tokens[:b.from], "sur") || endsWith(s.tokens[:b.from], "sur les") || endsWith(s.tokens[:b.from], "out of") || endsWith(s.tokens[:b.from], "of"):
			whole, part = b, a
		case endsWith(s.tokens[:b.from], "dont"), endsWith(s.tokens[:b.from], "including"):
		case over(s, a) && ofWhole(s, p, unitAt(s.tokens, a.to)): // sur 1 245 candidats, 987 ont été admis
		default:
			continue
		}
		if whole.value < part.value || whole.value == 0 || lexicon.OtherWholes[unitAt(s.tokens, p.to).head] {
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

// countsBefore returns the last two exact counts before number k, dates and
// ordinals left out.
func countsBefore(s *sentence, k int) (a, b number, ok bool) {
	var ns []number
	for m := k - 1; m >= 0 && len(ns) < 2; m-- {
		switch n := s.numbers[m]; {
		case n.nature == year || n.nature == day || n.nature == ordinal || n.nature == label:
		case !countable(n) || n.bound != exact:
			return a, b, false
		default:
			ns = append(ns, n)
		}
	}
	if len(ns) < 2 {
		return a, b, false
	}
	return ns[1], ns[0], true
}

// over reports whether words like "sur les" stand before n.
func over(s *sentence, n number) bool {
	return endsWithAny(s.tokens[:n.from], lexicon.PartsOf)
}

// ofWhole reports whether nothing behind percentage p says that it is one of
// something else than u: "soit 5 % de plus", "soit 12 % du budget".
func ofWhole(s *sentence, p number, u unit) bool {
	if p.to >= len(s.tokens) {
		return true
	}
	switch t := s.tokens[p.to]; {
	case t.text == ")", t.text == ".", t.text == ",", t.text == ";", t.fold == "d'" && p.to+1 < len(s.tokens) && s.tokens[p.to+1].fold == "entre":
		return true
	case lexicon.Articles[t.fold]:
		of := unitAt(s.tokens, p.to)
		return of.head != "" && (of.head == u.head || of.head == "total" || of.head == "reussite")
	}
	return false
}
