// Claims of all: whether a count that introduces entries can only be meant of all
// of them, or may be one of some, of others, of last year's.

package claims

import (
	"slices"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// claimsAll reports whether the count of h can only be meant of all the entries
// below it.
func (j *judge) claimsAll(h *head) bool {
	s, n := h.s, h.s.numbers[h.k]
	if h.kind == labels {
		return true
	}
	led := h.kind == leadsIn || listCue(s.tokens)
	switch {
	case j.notNow(s), lastYear(s), ofSome(s, n), !j.countsEntries(h):
		return false
	case partOf(s, n) && !(h.kind == leadsIn && lexicon.Firsts[s.tokens[n.from-1].fold]), n.to < len(s.tokens) && signs[s.tokens[n.to].text]:
		return false
	case !led && (isNew(s, n, h.u) && j.newKnown || isGoal(s.tokens)):
		return false // of the new ones, over a list of all
	case broughtTo(s, n) && !j.near(n), h.kind == leadsIn && slices.ContainsFunc(s.numbers, func(x number) bool { return x.from > n.from && broughtTo(s, x) }):
		return false // "has grown to 1,199 sites", "trois lignes portent à huit"
	case n.to < len(s.tokens) && lexicon.Others[s.tokens[n.to].fold]:
		return false
	case len(h.scope) >= maxScope:
		return false
	case len(h.scope) > 0 && j.outline.printed[h.scope[0]].counted:
		return false // its parts are counted, not listed
	}
	return alone(h)
}

// countsEntries reports whether h counts what may be entries: not times and distances, and
// places only where the list is of places.
func (j *judge) countsEntries(h *head) bool {
	switch {
	case h.u.head == "":
		n := h.s.numbers[h.k]
		return chosenBefore(h.s, n) || takenUp(h.s, n) || h.kind == rightAfter && n.from == 1 && defined(h.s, n) ||
			h.kind == leadsIn && n.to+1 == len(h.s.tokens) && n.from > 0 && h.s.tokens[n.from-1].isWord()
	case lexicon.Measures[h.u.head]:
		return j.headsColumn(h)
	case lexicon.PlaceNouns[h.u.head]:
		return j.lists(h)
	}
	return true
}

// ofSome reports whether s speaks of some of what n counts, of examples, or of what is no
// more. "12 lignes, dont trois le dimanche" counts all and a part; before a list, "dont"
// says that the part follows.
func ofSome(s *sentence, n number) bool {
	some := s.tokens
	if !introduces(*s) {
		some = some[:n.from]
	}
	return openEnded(s) || lost(s) || former(s.tokens) && !introduces(*s) || hasAny(some, lexicon.Some) || hasAny(s.tokens, lexicon.Samples)
}

// alone reports whether no other count in the sentence of h makes its own a part of
// something: "neuf sur dix", "19 + 3 of 120", "3 450 titres pour 3 120 demandeurs".
func alone(h *head) bool {
	s, others := h.s, 0
	if broughtTo(s, s.numbers[h.k]) {
		return true // the others bring it there
	}
	for k, x := range s.numbers {
		if k == h.k || !countable(x) || x.value < 2 || broughtTo(s, x) || hasAny(s.tokens[max(0, x.from-1):x.from], lexicon.Some) || k > h.k && amongBefore(s, k-1, k) || k < h.k && (partOf(s, x) || endsWith(s.tokens[:x.from], "sur")) {
			continue
		}
		u := unitAt(s.tokens, x.to)
		if u.head == "" || u.head == h.u.head || k < h.k && !lexicon.Measures[u.head] {
			return false
		}
		others++
	}
	return others <= 1
}

// rightBelow reports whether nothing but headings stands between h and its entries.
func (j *judge) rightBelow(h *head) bool {
	return len(h.scope) > 0 && j.between(h.s.block, j.outline.printed[h.scope[0]].from) == 0
}

// chosenBefore reports whether n, which leaves out its noun, is how many were
// chosen: "le jury en a retenu six".
func chosenBefore(s *sentence, n number) bool {
	if n.from == 0 || n.to < len(s.tokens) && s.tokens[n.to].text != "." && !lexicon.GivenTo[s.tokens[n.to].fold] && s.tokens[n.to].fold != "as" {
		return false
	}
	before := s.tokens[n.from-1]
	if n.from > 1 && (before.fold == "of" || before.fold == "de") {
		return lexicon.ListNouns[s.tokens[n.from-2].fold] // "a squad of eight"
	}
	return choosing(before) || announcing(before)
}

// takenUp reports whether "en" stands for what n counts: "La commune en propose six".
func takenUp(s *sentence, n number) bool { return n.from > 1 && s.tokens[n.from-2].fold == "en" }

// notNow reports whether s speaks of another year than the release's. Where the
// release has no date, any year that something happened in may be another.
func (j *judge) notNow(s *sentence) bool {
	if _, past := j.otherYear(s); past {
		return true
	}
	for _, x := range s.numbers {
		if j.released == 0 && x.nature == year && x.from == 1 && (s.tokens[0].fold == "en" || s.tokens[0].fold == "in") {
			return true
		}
	}
	return false
}

// partOf reports whether n is a part of something or the whole that parts are
// taken of: "of 120", "sur les 94 entreprises". "A list of 12" and "a total of 12"
// are all.
func partOf(s *sentence, n number) bool {
	if someOf(s, n) {
		return true
	}
	i := n.from
	if i > 0 && lexicon.Definite[s.tokens[i-1].fold] {
		i--
	}
	if i == 0 {
		return false
	}
	before := s.tokens[i-1]
	if i < n.from { // "parmi les 94", "of the 19"; "dans les 12 communes" is where it applies
		return before.fold == "of" && !listCue(s.tokens[:i]) || before.fold == "sur" || lexicon.Among[before.fold]
	}
	if signs[before.text] {
		return true
	}
	switch {
	case before.fold == "en":
		return true // "en deux phases" says how
	case before.fold == "sur" && i > 1 && lexicon.Bears[s.tokens[i-2].fold]:
		return false // "Les travaux portent sur sept bassins"
	}
	if !lexicon.MakesPart[before.fold] || listCue(s.tokens[:n.from]) {
		return false
	}
	if i > 1 && (before.fold == "of" || before.fold == "de" || before.fold == "d'") && announcing(s.tokens[i-2]) {
		return false // "the appointment of three directors", "l'ouverture de onze classes"
	}
	if endsWithAny(s.tokens[:i], lexicon.AllOf) {
		return false
	}
	return before.fold != "dans" && before.fold != "in" && before.fold != "aux" && before.fold != "par" && before.fold != "by" && before.fold != "pour" && before.fold != "for"
}

// someOf reports whether n counts some of what is named after it: "three of the districts",
// "huit des douze".
func someOf(s *sentence, n number) bool {
	if n.to >= len(s.tokens) {
		return false
	}
	next := s.tokens[n.to].fold
	return next == "des" || n.to+1 < len(s.tokens) && (next == "of" || next == "de" || next == "d'") && (lexicon.Definite[s.tokens[n.to+1].fold] || s.tokens[n.to+1].fold == "entre" || s.tokens[n.to+1].fold == "its")
}

// broughtTo reports whether n is what a number grows to: "ce qui porte l'effectif à 64".
func broughtTo(s *sentence, n number) bool {
	return n.from > 0 && (s.tokens[n.from-1].fold == "a" || s.tokens[n.from-1].fold == "to") && hasAny(s.tokens[:n.from], lexicon.Brings)
}

// lastYear reports whether s speaks of the year before.
func lastYear(s *sentence) bool { return says(s.tokens, lexicon.LastYear) }

// signs beside a number make it a part of a sum or of a span.
var signs = map[string]bool{"+": true, "/": true, "=": true, "-": true, "–": true, "×": true}

// headsColumn reports whether the first column of a table below h, or that of the names, is
// headed by what h counts: "12 lignes" over a column of lines.
func (j *judge) headsColumn(h *head) bool {
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			if f := &j.tables[t]; headOf(f.NameTitle) == h.u.head || headOf(f.FirstTitle) == h.u.head {
				return true
			}
		}
	}
	return false
}

// lists reports whether the table or heading below h is named after what h counts.
func (j *judge) lists(h *head) bool {
	for _, k := range h.scope {
		for _, t := range j.outline.printed[k].tables {
			if subjectOf(j.tables[t].TableFacts).heads[h.u.head] {
				return true
			}
		}
	}
	return false
}
