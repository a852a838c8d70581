// Heads: counts that introduce entries or stand over them. "Les 9 entreprises
// sélectionnées" over a list, "Le programme compte 24 communes lauréates." right
// before one, "Voici les 41 établissements :", "Gardiennes (3)".

package claims

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// A headKind says how a count is tied to the entries below it.
type headKind uint8

const (
	overSection headKind = iota // in a heading
	leadsIn                     // in a sentence that ends in a colon, or before "Les voici :"
	rightBefore                 // in the paragraph before
	pointsTo                    // "le tableau ci-dessous"
	labels                      // "Gardiennes (3)"
	sumsUp                      // "Soit quatre projets retenus", after the entries
	nearBefore                  // in that paragraph, but not its last sentence
	rightAfter                  // in the paragraph after: "Ces quatre projets seront suivis"
)

// A head is a count that introduces entries.
type head struct {
	s     *sentence
	k     int // the number, as an index into s.numbers
	u     unit
	kind  headKind
	scope []int // entries below it, as indexes into outline.printed; the first stand right there
}

// maxBetween is how many paragraphs may stand between a heading and its entries,
// or between a sentence that points to a list and the list.
const maxBetween = 3

// heads returns the counts of sentence i that introduce entries.
func (j *judge) heads(ss []sentence, i int) []head {
	s := &ss[i]
	if len(s.numbers) == 0 || len(j.outline.printed) == 0 {
		return nil
	}
	kind, scope := j.below(ss, i)
	if len(scope) == 0 {
		return nil
	}
	if u, ok := labelCount(s); ok {
		return []head{{s: s, u: u, kind: labels, scope: scope}}
	}
	var out []head
	for k, n := range s.numbers {
		if !countable(n) || n.value < 2 || n.bound != exact || someOf(s, n) {
			continue
		}
		u := unitOf(s, n)
		if kind >= nearBefore && u.to == n.to && u.head != "" {
			continue // "AUGUSTA, Sept."
		}
		if j.newRows > 0 && isNew(s, n, u) {
			continue // the marks tell
		}
		out = append(out, head{s: s, k: k, u: u, kind: kind, scope: scope})
	}
	return out
}

// unitOf reads what number n of s counts; behind "the newest stores, 47 across 25
// states" it stands before.
func unitOf(s *sentence, n number) unit {
	u := unitAt(s.tokens, n.to)
	if u.head == "" && n.from >= 2 && s.tokens[n.from-1].text == "," && s.tokens[n.from-2].isWord() {
		if w := s.tokens[n.from-2]; !lexicon.EndsCounted[w.fold] {
			return unit{text: w.text, words: []string{lexicon.Stem(w.fold)}, head: lexicon.Stem(w.fold), to: n.to}
		}
	}
	return u
}

// below returns the entries that sentence i introduces or stands over, and how.
func (j *judge) below(ss []sentence, i int) (headKind, []int) {
	s := &ss[i]
	o := j.outline
	if s.caption {
		return overSection, o.within(s.block, s.block+1)
	}
	if s.heading || s.title {
		return overSection, j.belowHeading(ss, i)
	}
	if scope := j.belowPseudo(ss, i); len(scope) > 0 {
		return overSection, scope
	}
	after := j.above(s)
	if len(after) > 0 && opensSum(s.tokens) {
		return sumsUp, after
	}
	if first := i == 0 || ss[i-1].block != s.block; first && introduces(*s) {
		if scope := o.within(s.block, s.block+1); len(scope) > 0 {
			return leadsIn, scope // "Les lauréats :" over lines of the same paragraph
		}
	}
	scope := o.within(s.block+1, j.sectionEnd(s.block))
	if len(scope) == 0 {
		scope = j.chain(s.block + 1)
	}
	gap := maxBetween + 1
	if len(scope) > 0 {
		gap = j.between(s.block, o.printed[scope[0]].from)
	}
	if len(after) > 0 && gap > 0 && strings.HasSuffix(s.text, ".") {
		return rightAfter, after
	}
	last := i+1 == len(ss) || ss[i+1].block != s.block
	switch {
	case gap == 0 && last && introduces(*s), gap == 0 && !last && leadsOn(ss, i):
		return leadsIn, scope
	case gap == 0 && !enumerates(s):
		switch to := o.printed[scope[0]].from; {
		case !j.headingIn(s.block+1, to):
			scope = scope[:1]
		case countsBetween(ss[i+1:], to):
			return 0, nil // the heading over the list has its own count
		}
		if !last {
			return nearBefore, scope
		}
		return rightBefore, scope
	case gap <= maxBetween && listCue(s.tokens):
		return pointsTo, scope
	}
	return 0, nil
}

// above returns the entries that s may sum up: those right before it, or all of its
// section.
func (j *judge) above(s *sentence) []int {
	o := j.outline
	k, _ := slices.BinarySearchFunc(o.printed, s.block, func(p printed, b int) int { return p.from - b })
	if k == 0 || j.between(o.printed[k-1].to-1, s.block) > 0 {
		return nil
	}
	from := 0
	if i, found := slices.BinarySearchFunc(o.sections, s.block, func(s section, b int) int { return s.from - b }); i > 0 && !found {
		from = o.sections[i-1].from
	}
	return o.within(min(from, o.printed[k-1].from), s.block)
}

// opensSum reports whether ts opens with words that sum up what is printed before.
func opensSum(ts []token) bool {
	for k := 1; k <= min(len(ts), 5); k++ {
		if endsWithAny(ts[:k], lexicon.OpensSum) && (k == len(ts) || ts[k].text != ":") {
			return true
		}
	}
	return false
}

// belowHeading returns the entries that the heading i stands over.
func (j *judge) belowHeading(ss []sentence, i int) []int {
	s := &ss[i]
	if i+1 < len(ss) && ss[i+1].block == s.block && introduces(ss[i+1]) && !leadsOn(ss, i) {
		return nil // the next sentence leads into a list of its own
	}
	sec := j.outline.sectionAt(s.block, len(j.doc.Blocks))
	scope := j.outline.within(sec.from, sec.to)
	if len(scope) == 0 {
		scope = j.chain(sec.to)
	}
	if len(scope) > 0 && j.between(s.block, j.outline.printed[scope[0]].from) <= maxBetween {
		return scope
	}
	return nil
}

// belowPseudo is belowHeading for a line that stands for a heading.
func (j *judge) belowPseudo(ss []sentence, i int) []int {
	if !ss[i].pseudo {
		return nil
	}
	return j.belowHeading(ss, i)
}

// leadsOn reports whether the sentences after i in its block lead into the list
// without a count of their own: "Les voici :". "Les lauréats :" leads into those
// that i says were chosen, not into the candidates that it counts.
func leadsOn(ss []sentence, i int) bool {
	s := &ss[i]
	for k := i + 1; k < len(ss) && ss[k].block == ss[i].block; k++ {
		for _, n := range ss[k].numbers {
			if countable(n) && n.value >= 2 {
				return false
			}
		}
		if k+1 == len(ss) || ss[k+1].block != s.block {
			return introduces(ss[k]) && (chosen(s) || takesUp(&ss[k]) || opensPronoun(&ss[k]) || sameNoun(s, &ss[k]))
		}
	}
	return false
}

// opensPronoun reports whether s begins with a word for what was counted before: "Ils se
// trouveront sur les routes ci-après :".
func opensPronoun(s *sentence) bool {
	return len(s.tokens) > 0 && lexicon.Plurals[s.tokens[0].fold]
}

// takesUp reports whether s stands for what was counted before by pronouns alone:
// "Les voici :", "They are:".
func takesUp(s *sentence) bool {
	for _, t := range s.tokens {
		if t.isWord() && !lexicon.TakesUp[t.fold] {
			return false
		}
	}
	return len(s.tokens) > 1
}

// sameNoun reports whether s counts what t names.
func sameNoun(s, t *sentence) bool {
	for _, n := range s.numbers {
		if u := unitOf(s, n); u.head != "" && countable(n) && slices.ContainsFunc(t.tokens, func(w token) bool { return lexicon.Stem(w.fold) == u.head }) {
			return true
		}
	}
	return false
}

// sectionAt returns the section of the heading at block; a line that stands for
// a heading has one up to the next heading.
func (o *outline) sectionAt(block, end int) section {
	k, ok := slices.BinarySearchFunc(o.sections, block, func(s section, b int) int { return s.from - b })
	if ok {
		return o.sections[k]
	}
	if k < len(o.sections) {
		end = o.sections[k].from
	}
	return section{from: block, to: end}
}

// within returns the entries that begin in blocks [from, to).
func (o *outline) within(from, to int) (scope []int) {
	k, _ := slices.BinarySearchFunc(o.printed, from, func(p printed, b int) int { return p.from - b })
	for ; k < len(o.printed) && o.printed[k].from < to && len(scope) < maxScope; k++ {
		scope = append(scope, k)
	}
	return scope
}

// maxScope is how many lists and tables one count is held against: the sum of more
// is not announced, and each sentence of a long document would look at all.
const maxScope = 500

// chain returns the entries of the sections that follow each other from the
// heading at block on, each with nothing but entries: those below a heading or a
// sentence where headings of one level stand between.
func (j *judge) chain(block int) (scope []int) {
	o := j.outline
	k, ok := slices.BinarySearchFunc(o.sections, block, func(s section, b int) int { return s.from - b })
	for ; ok && k < len(o.sections) && len(scope) < maxScope; k++ {
		in := o.within(o.sections[k].from, o.sections[k].to)
		if len(in) == 0 || j.between(o.sections[k].from, o.printed[in[0]].from) > 0 {
			break
		}
		scope = append(scope, in...)
	}
	slices.Sort(scope)
	return slices.Compact(scope)
}

// enumerates reports whether s lists things itself, after a colon: "dans 3 villes :
// Brest, Metz et Pau".
func enumerates(s *sentence) bool {
	_, rest, ok := strings.Cut(s.text, ":")
	return ok && strings.Count(rest, ",") > 1
}

// countsBetween reports whether one of ss that stands before a block counts things.
func countsBetween(ss []sentence, block int) bool {
	for i := range ss {
		if ss[i].block >= block {
			break
		}
		for _, n := range ss[i].numbers {
			if countable(n) && n.value >= 2 {
				return true
			}
		}
	}
	return false
}

// headingIn reports whether a heading stands in blocks [from, to).
func (j *judge) headingIn(from, to int) bool {
	k, _ := slices.BinarySearchFunc(j.outline.sections, from, func(s section, b int) int { return s.from - b })
	return k < len(j.outline.sections) && j.outline.sections[k].from < to
}

// sectionEnd returns the block where the innermost section around block ends.
func (j *judge) sectionEnd(block int) int {
	o := j.outline
	k, found := slices.BinarySearchFunc(o.sections, block, func(s section, b int) int { return s.from - b })
	if !found {
		k--
	}
	for ; k >= 0; k-- {
		if o.sections[k].to > block {
			return o.sections[k].to
		}
	}
	return len(j.doc.Blocks)
}

// between counts the paragraphs that stand between two blocks.
func (j *judge) between(from, to int) int {
	n := 0
	for b := from + 1; b < to && n <= maxBetween; b++ {
		if p, ok := j.doc.Blocks[b].(*document.Paragraph); ok && spoken(p) && !document.IsBlank(p.Text()) {
			n++
		}
	}
	return n
}

// labelCount returns what is counted in "Gardiennes (3)" and "Gardiennes : 3": a label with its count
// and nothing else. Years are none, nor are the codes of places.
func labelCount(s *sentence) (unit, bool) {
	const few = 8 // words of a label
	if len(s.numbers) != 1 || len(s.tokens) > few+3 {
		return unit{}, false
	}
	n := s.numbers[0]
	if n.from < 2 || n.value < 1 || n.decimals > 0 || n.nature != count && n.nature != label || strings.HasPrefix(s.tokens[n.from].text, "0") || n.value > maxLabelCount {
		return unit{}, false
	}
	open, rest := s.tokens[n.from-1].text, s.tokens[n.to:]
	switch {
	case open == "(" && len(rest) >= 1 && rest[0].text == ")" && (len(rest) == 1 || len(rest) == 2 && rest[1].text == ":"):
	case open == ":" && len(rest) == 0:
	default:
		return unit{}, false
	}
	if len(s.hits()) > 0 {
		return unit{}, false // Finistère (29)
	}
	for _, t := range s.tokens[:n.from-1] {
		if !t.isWord() && t.text != "-" && t.text != "–" && t.text != "&" && t.text != "," {
			return unit{}, false
		}
	}
	return unit{text: textOf(s.tokens, 0, n.from-1), head: lexicon.Stem(s.tokens[0].fold)}, true
}

// maxLabelCount is the largest figure in brackets that is taken for a count: those
// above are years and codes.
const maxLabelCount = 999

// listCue reports whether ts announces a list or points to one.
func listCue(ts []token) bool { return says(ts, lexicon.ListCues) }

// says reports whether one of phrases stands in ts.
func says(ts []token, phrases []string) bool {
	for k := range ts {
		if endsWithAny(ts[:k+1], phrases) {
			return true
		}
	}
	return false
}
