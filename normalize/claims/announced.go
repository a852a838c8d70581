// Announced counts: the whole numbers that the prose prints of things that can
// be listed, for readers that have to choose between two readings of a list, and
// the one with which a sentence leads into a list.

package claims

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// Announced returns the exact counts from 2 on that the prose of doc prints,
// rising, each once: no years, amounts, codes or shares.
func (p *Prose) Announced() []int {
	var out []int
	for _, s := range p.read() {
		for _, n := range s.numbers {
			if v := int(n.value); n.nature == count && n.bound == exact && float64(v) == n.value && v >= 2 {
				out = append(out, v)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Leading reads the count with which text, whose last sentence ends in a colon,
// leads into a list of what it counts: "Huit communes au titre de la sécheresse :".
// towns says that it counts communes; other counts are of things that any list
// may hold. It is the only count there, opens the sentence and claims to be all.
func (p *Prose) Leading(text string) (n int, towns, ok bool) {
	if len(text) > maxSentence || !strings.ContainsRune(text, ':') {
		return 0, false, false
	}
	sentences := cut(text)
	s := parse(sentence{text: sentences[len(sentences)-1]}, p.english)
	if !introduces(s) || openEnded(&s) || lost(&s) || hasAny(s.tokens, lexicon.Some) {
		return 0, false, false
	}
	var all *number
	for i := range s.numbers {
		switch x := &s.numbers[i]; {
		case x.nature == year || x.nature == day || x.nature == ordinal || x.nature == label:
		case all != nil || !countable(*x) || x.bound != exact || x.value < 2:
			return 0, false, false
		default:
			all = x
		}
	}
	if all == nil || !opensLead(s.tokens[:all.from]) {
		return 0, false, false
	}
	head := unitAt(s.tokens, all.to).head
	return int(all.value), lexicon.Towns[head], lexicon.Towns[head] || lexicon.AnyNouns[head]
}

// opensLead reports whether ts, before a count, is nothing but what may open a lead.
func opensLead(ts []token) bool {
	for _, t := range ts {
		if !lexicon.OpensLead[t.fold] {
			return false
		}
	}
	return true
}
