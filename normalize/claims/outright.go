// Outright: sentences that say how many were chosen, without a word for "in all":
// "Dix communes ont été reconnues", "19 communes lauréates en Lorraine", "14
// PIMMS, dont 5 nouveaux".

package claims

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// choosing reports whether t says that something was chosen.
func choosing(t token) bool { return begins(t, lexicon.ChosenStems) }

// begins reports whether t begins with one of stems.
func begins(t token, stems []string) bool {
	return slices.ContainsFunc(stems, func(st string) bool { return strings.HasPrefix(t.fold, st) })
}

// chosen reports whether s says that something was chosen.
func chosen(s *sentence) bool { return slices.ContainsFunc(s.tokens, choosing) }

// announces reports whether number i of s, which counts what the rows are, can
// only mean all of them: "Dix communes ont été reconnues" above a list of eleven.
// It must be the only such count, of all that were chosen and of nothing nearer.
func (j *judge) announces(s *sentence, i int, u unit, sc scope) bool {
	n := s.numbers[i]
	fresh := j.newAmong(s, i)
	switch {
	case sc != strong, n.bound != exact, len(j.tables) != 1, j.onlyNew, !j.near(n) && !j.foretold(s, n, u):
		return false
	case openEnded(s), introduces(*s) && hasAny(s.tokens, lexicon.Some):
		return false // examples follow
	case !chosen(s) && fresh < 0, former(s.tokens), isPlanned(s.tokens), planned(s.tokens), lost(s):
		return false
	case n.from > 0 && (lexicon.MakesPart[s.tokens[n.from-1].fold] || s.tokens[n.from-1].text == "("), hasAny(s.tokens[:n.from], lexicon.Among):
		return false
	}
	for k, x := range s.numbers {
		if v := unitAt(s.tokens, x.to); k != i && k != fresh && countable(x) && (v.head == "" || j.scope(s, v, x.from) == strong) {
			return false
		}
	}
	return onlyChosen(s, n, u) && (defined(s, n) || fresh >= 0 || !restricted(s, u))
}

// foretold reports whether a title counts what the heading over the only list
// says it lists: "12 communes reconnues" over "Liste des communes". Then however
// many rows there are, they are what is counted.
func (j *judge) foretold(s *sentence, n number, u unit) bool {
	if !s.title || float64(j.rows)*farOff < n.value || n.value*farOff < float64(j.rows) {
		return false
	}
	return u.head != "" && headOf(j.tables[0].Name) == u.head && !s.at.Same(j.tables[0].At)
}

// newAmong returns the number of s that tells how many of number i are new,
// where the rows tell that too: "14 PIMMS, dont 5 nouveaux"; else -1.
func (j *judge) newAmong(s *sentence, i int) int {
	k := i + 1
	if k >= len(s.numbers) || !j.newKnown || j.newRows == 0 || j.elsewhere(s, k) {
		return -1
	}
	x := s.numbers[k]
	u := unitAt(s.tokens, x.to)
	if !countable(x) || !elided(u) || !isNew(s, x, u) || !amongBefore(s, i, k) {
		return -1
	}
	return k
}

// onlyChosen reports whether nothing but being chosen, and the place, tells the
// things counted from others: not "communes rurales".
func onlyChosen(s *sentence, n number, u unit) bool {
	for _, t := range s.tokens[n.to:unitBefore(u, s, n).to] {
		if lexicon.Stem(t.fold) != u.head && !choosing(t) && !lexicon.Articles[t.fold] {
			return false
		}
	}
	return true
}

// defined reports whether n counts all there are: "les 18 communes", "ces 18".
func defined(s *sentence, n number) bool {
	return n.from > 0 && lexicon.Definite[s.tokens[n.from-1].fold]
}

// restricted reports whether what follows unit u makes it a part of what was
// chosen: "16 communes labellisées sont en zone de montagne", "avec un port".
// The place of all, the reason and being chosen do not.
func restricted(s *sentence, u unit) bool {
	for i := u.to; i < len(s.tokens); i++ {
		t := s.tokens[i]
		switch {
		case !t.isWord(), lexicon.LeadsToCause[t.fold], choosing(t):
			return false
		case lexicon.Copulas[t.fold]:
			return !chosenSoon(s.tokens[i:])
		case lexicon.LeadsToPlace[t.fold] || lexicon.PlaceArticles[t.fold]:
		default:
			h, ok := hitAt(s.hits(), t.start)
			if !ok {
				return true
			}
			for i+1 < len(s.tokens) && s.tokens[i+1].start < h.End {
				i++
			}
		}
	}
	return false
}

// chosenSoon reports whether ts says within a few words that something was chosen.
func chosenSoon(ts []token) bool {
	const few = 5 // viennent d'être officiellement reconnues
	return slices.ContainsFunc(ts[:min(len(ts), few)], choosing)
}

// lost reports whether s tells of some that left the list.
func lost(s *sentence) bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return begins(t, lexicon.LostStems) })
}
