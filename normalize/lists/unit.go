// Units: the lines of a document as a row of short texts, each with its skeleton,
// its sign (heading, bullet, depth) and how much it reads as a sentence.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A unit is a line that could be an entry, a head or a lead.
type unit struct {
	*line
	toks    []token
	skel    string
	prose   float64 // from 0 to 1: how much it reads as a sentence
	mark    byte    // kind of bullet: '1' for numbers and letters, '•' and other signs, 0 for none
	leads   bool    // ends in a colon
	parent  bool    // an item with items below it
	head    *head   // the place or group that it names as a whole, nil for none
	place   string  // the sign of head: region, department, state, country ...; "" for none
	first   bool    // of its block
	grouped bool    // a place and its members, one line of several such
	wall    bool    // a table, a legend, a line of a total: no entry
	drawn   bool    // of a heading: the file says so, and of which level; plain text does not
}

// maxEntry is the largest length of an entry (bytes; longer lines are prose, in which
// only enumerations are looked for).
const maxEntry = 900

// unitsOf makes the units of lines. The facts say which of them explain a mark, and
// which name groups that no gazetteer knows; drawn says whether the file says what is a
// heading.
func unitsOf(ls []*line, facts Facts, drawn bool) []unit {
	us := make([]unit, 0, len(ls))
	toks := make([]token, 0, 8*len(ls))
	block := -1
	for i, l := range ls {
		u := unit{line: l, first: l.block != block, drawn: drawn || l.kind == headingLine && l.depth < 2}
		block = l.block
		u.mark = markOf(l)
		switch {
		case l.kind == tableLine || len(l.text) > maxLine:
			u.wall = true
		case len(l.text) > maxEntry:
			u.prose = 1
		default:
			from := len(toks)
			if cap(toks)-from < len(l.text) {
				toks, from = make([]token, 0, max(4096, 2*len(l.text))), 0
			}
			toks = scanTokens(toks, l.text)
			u.toks = toks[from:len(toks):len(toks)]
			u.skel = skeletonOf(u.toks)
			u.prose = proseOf(l.text, u.toks)
			u.leads = endsInColon(l.text)
			if u.wall = explainsMark(l, facts) || isTotalLine(strings.TrimSpace(l.text)); !u.wall {
				u.head = headOf(l.text, facts)
			}
			u.wall = u.wall || l.kind == cellLine // only records are looked for among cells
		}
		if i+1 < len(ls) && l.kind == itemLine {
			next := ls[i+1]
			u.parent = next.kind == itemLine && next.block == l.block && next.depth > l.depth
		}
		us = append(us, u)
	}
	settlePlaces(us)
	unplaceNations(us)
	return us
}

// explainsMark reports whether a line explains a mark: "* nouveaux lauréats".
func explainsMark(l *line, facts Facts) bool {
	const longest = 400 // bytes
	t := strings.TrimSpace(l.text)
	return len(t) < longest && facts.ExplainsMark(l.marker+" "+t)
}

// settlePlaces decides what names of both a region and a department are, "Martinique":
// departments where the others are.
func settlePlaces(us []unit) {
	var n [levels]int
	for i := range us {
		if h := us[i].head; h != nil && !h.both {
			n[h.level]++
		}
	}
	for i := range us {
		h := us[i].head
		if h == nil {
			continue
		}
		if h.both && n[departmentLevel] > 0 && n[regionLevel] == 0 {
			if d, how := gazetteer.DepartmentNamed(h.name.of(us[i].text)); how != gazetteer.NotFound {
				h.level, h.code = departmentLevel, d.Code
			}
		}
		us[i].place = h.sign()
	}
}

// markOf returns the kind of a line's bullet.
func markOf(l *line) byte {
	if l.kind != itemLine || l.below {
		return 0
	}
	m := strings.TrimSpace(l.marker)
	switch {
	case m == "":
		return '-'
	case strings.ContainsAny(m, "0123456789") || len(m) > 1 && m[0] < utf8.RuneSelf:
		return '1'
	}
	return '-'
}

// How long a sentence is at least, in words, and what makes one.
const (
	shortSentence = 9
	longSentence  = 25
	verbWeight    = 0.5
	stopWeight    = 0.3 // a full stop at the end; a sentence that ends inside
	lengthWeight  = 0.3
)

// A wording is what the tokens of a text say for and against its being a sentence.
type wording struct {
	words, verbs int
	stops        int // full stops inside it
	values       int // dates and amounts
	columns      bool
}

// wordingOf counts what proseOf weighs.
func wordingOf(s string, toks []token) (n wording) {
	for i, t := range toks {
		switch t.class {
		case gapClass:
			n.columns = true
			return n
		case quoteClass:
			if w := strings.Count(t.of(s), " ") + 1; w > shortSentence {
				n.words += w
				n.verbs++
			}
		case wordClass:
			n.words++
			if isVerbAt(s, toks, i) || n.words == 1 && lexicon.OpensSentence(t.of(s)) {
				n.verbs++
			}
		case dateClass, moneyClass:
			n.values++
		case '.', '!', '?':
			if i+1 < len(toks) && toks[i+1].capital && i > 0 && toks[i-1].to-toks[i-1].from > 3 && toks[i+1].from > t.to {
				n.stops++
			}
		}
	}
	return n
}

// isVerbAt reports whether token i is a word of sentences: a common verb, a pronoun,
// "a" before a participle.
func isVerbAt(s string, toks []token, i int) bool {
	w := toks[i].of(s)
	switch {
	case w == "on" && i+1 < len(toks) && (toks[i+1].capital || lexicon.FollowsOn(toks[i+1].of(s))):
		return false // "a bridge on the river"
	case lexicon.IsSentenceWord(w):
		return true
	case w == "a" || w == "A":
		return i+1 < len(toks) && toks[i+1].class == wordClass && isParticiple(toks[i+1].of(s))
	}
	return strings.ContainsAny(w, "'’") && elidedVerb(w)
}

// proseOf returns from 0 to 1 how much a text reads as a sentence.
func proseOf(s string, toks []token) float64 {
	n := wordingOf(s, toks)
	if n.columns {
		return 0
	}
	stopped := len(toks) > 0 && strings.IndexByte(".!?", byte(toks[len(toks)-1].class)) >= 0
	v := 0.0
	if n.words >= shortSentence && n.verbs > 0 || n.words >= 5 && n.verbs > 1 {
		v += verbWeight
	}
	if stopped && n.words >= shortSentence {
		v += stopWeight
	}
	if n.words > longSentence {
		v += lengthWeight
	}
	if n.stops > 0 && n.words > 12 {
		v += stopWeight
	} else if n.stops > 0 && n.values == 0 && stopped {
		v += verbWeight // "The food. Oysters are at their best."
	}
	return min(v, 1)
}

// isParticiple reports whether a word is a French participle, which shows that the "a"
// before it is no English article: "a retenu".
func isParticiple(w string) bool {
	w = strings.TrimRight(w, "es")
	for _, end := range [...]string{"é", "u", "i", "it", "ert", "t"} {
		if strings.HasSuffix(w, end) {
			return w != "" && !unicode.IsUpper(firstRune(w))
		}
	}
	return false
}

// elidedVerb reports whether an apostrophe joins a word of sentences: "qu'il", "n'est".
func elidedVerb(w string) bool {
	i := strings.IndexAny(w, "'’")
	return i > 0 && i <= 3 && lexicon.IsSentenceWord(strings.TrimLeft(w[i:], "'’"))
}

// opensName reports whether a text begins as a name does: a capital or a figure,
// small words before it allowed.
func opensName(s string) bool {
	for range 3 {
		s = strings.TrimLeft(s, " \u00a0«“\"'‘(*")
		w, rest, ok := strings.Cut(s, " ")
		if !ok || !lexicon.JoinsName(w) {
			break
		}
		s = rest
	}
	for _, p := range [...]string{"l'", "l’", "d'", "d’"} {
		s = strings.TrimPrefix(s, p)
	}
	r := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// namesThing reports whether a text is a name with at most some detail: it begins as
// one, and few of its words outside brackets are small ones that do not link.
func namesThing(s string) bool {
	if !opensName(s) {
		return false
	}
	if r, n := utf8.DecodeRuneInString(s); r == '«' || r == '“' || r == '"' {
		if j := quoteEnd(s, n, r); j > 0 {
			s = s[j:] // a title is one name, whatever it says
		}
	}
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = s[:i]
	}
	small := 0
	for w := range strings.FieldsSeq(s) {
		r := firstRune(w)
		if unicode.IsLower(r) && !lexicon.JoinsName(w) && !strings.ContainsAny(w, "'’-") {
			small++
		}
	}
	return small <= 1
}
