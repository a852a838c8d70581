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
	toks   []token
	skel   string
	prose  float64 // from 0 to 1: how much it reads as a sentence
	mark   byte    // kind of bullet: '1' for numbers and letters, '•' and other signs, 0 for none
	leads  bool    // ends in a colon
	parent bool    // an item with items below it
	place  string  // region, department, state, country: the kind of place that it names as a whole
	first  bool    // of its block
	wall   bool    // a table, a legend, a line of a total: no entry
	drawn  bool    // of a heading: the file says so, and of which level; plain text does not
}

// maxEntry is the largest length of an entry (bytes; longer lines are prose, in which
// only enumerations are looked for).
const maxEntry = 900

// unitsOf makes the units of lines; legends says which of them explain a mark, drawn
// whether the file says what is a heading.
func unitsOf(ls []*line, legends map[*line]bool, drawn bool) []unit {
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
			u.place = placeNamed(uncounted(l.text))
			u.wall = legends[l] || isTotalLine(strings.TrimSpace(l.text))
		}
		if i+1 < len(ls) && l.kind == itemLine {
			next := ls[i+1]
			u.parent = next.kind == itemLine && next.block == l.block && next.depth > l.depth
		}
		us = append(us, u)
	}
	return us
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

// placeNamed returns the kind of place that a whole text names, "" if none.
func placeNamed(s string) string {
	const longest = 60 // bytes
	if len(s) > longest || len(s) < 3 || !unicode.IsUpper(firstRune(s)) {
		return ""
	}
	switch {
	case isState(s):
		return "state"
	case isCountry(s):
		return "country"
	}
	if _, how := gazetteer.RegionNamed(s); how != gazetteer.NotFound {
		return "region"
	}
	if _, how := gazetteer.DepartmentNamed(s); how != gazetteer.NotFound {
		return "department"
	}
	return ""
}

// uncounted returns a head without the count after it: "Bretagne (3)", "Gers : 4 sites".
func uncounted(s string) string {
	s = label(s)
	if len(s) > maxHead || strings.IndexFunc(s, isDigit) < 0 {
		return s
	}
	if name, _, ok := cutNumber(s, span{0, len(s)}); ok {
		return name.of(s)
	}
	return s
}
