// Enumerated: a count over names that the same sentence enumerates after a colon: "ferme
// quatre stations, à compter du 3 juillet : Bellevue, Grand-Clément et Cusset".

package claims

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	// maxEnumeratedWords is how many words a name of an enumeration may have.
	maxEnumeratedWords = 7
	// minEnumerated is how few names make an enumeration that a count is held against.
	minEnumerated = 3
)

// enumerated judges the count of s against the names that follow its colon, where rows do
// not tell; the names may be the paragraph after the colon.
func (j *judge) enumerated(ss []sentence, i int, said []Claim) (out []Claim) {
	s := &ss[i]
	lead, names, ok := strings.Cut(s.text, " : ")
	if !ok {
		lead, names, ok = strings.Cut(s.text, ": ")
	}
	if i+1 < len(ss) && ss[i+1].block == s.block+1 && !ss[i+1].heading {
		lead, names, ok = s.text, ss[i+1].text, true // the names are a paragraph of their own
	}
	if !ok || len(s.numbers) == 0 || openEnded(s) || lost(s) || former(s.tokens) || hasAny(s.tokens, lexicon.Some) {
		return nil
	}
	found := namesIn(names)
	if found < minEnumerated || j.ledIn(s) {
		return nil
	}
	for k, n := range s.numbers {
		u := unitOf(s, n)
		h := head{s: s, k: k, u: u}
		if n.end > len(lead) || !countable(n) || n.value < 2 || n.bound != exact || u.head == "" || lexicon.Measures[u.head] || partOf(s, n) && s.tokens[n.from-1].fold != "avec" && s.tokens[n.from-1].fold != "with" || besideOthers(&h) {
			continue
		}
		if judged(said, n.value) || judged(said, float64(found)) {
			return nil
		}
		c := claim(s, n, u, Total)
		c.Found = value(found)
		switch {
		case float64(found) == n.value:
			c.Status, c.Why = OK, fmt.Sprintf("the sentence names %d", found)
		case nearCount(found, n.value):
			c.Status, c.Why = Mismatch, fmt.Sprintf("announces %s, the sentence names %d", figure(n.value), found)
		default:
			return nil
		}
		return []Claim{c}
	}
	return nil
}

// ledIn reports whether s leads into a list whose reader has held its count against the
// entries.
func (j *judge) ledIn(s *sentence) bool {
	for t := range j.tables {
		for _, total := range j.tables[t].Totals {
			if total.Led && (strings.Contains(s.text, total.Text) || strings.Contains(total.Text, s.text)) {
				return true
			}
		}
	}
	return false
}

// judged reports whether one of said compares a count with v things or rows.
func judged(said []Claim, v float64) bool {
	for i := range said {
		if c := &said[i]; (c.Value == v || c.Found != nil && *c.Found == v) && (c.Status == OK || c.Status == Mismatch || c.Status == Contradiction) {
			return true
		}
	}
	return false
}

// namesIn returns how many names text enumerates, closed by "et" or "and"; 0 if it has
// anything but names. A comma or "et" inside a name would make it one too many, so names
// are short and begin with capitals.
func namesIn(text string) int {
	text = strings.TrimRight(strings.TrimSpace(text), ". ")
	if strings.ContainsAny(text, "0123456789:;()") {
		return 0
	}
	closed := false
	for _, w := range [...]string{" et ", " and "} {
		if i := strings.LastIndex(text, w); i >= 0 {
			if strings.Count(text, w) > 1 {
				return 0
			}
			text, closed = strings.TrimRight(text[:i], ",")+","+text[i+len(w):], true
		}
	}
	if !closed {
		return 0
	}
	n := 0
	for p := range strings.SplitSeq(text, ",") {
		p = strings.TrimSpace(p)
		article := false
		for _, a := range lexicon.NameArticles {
			if rest, ok := strings.CutPrefix(p, a); ok {
				p, article = rest, true
			}
		}
		r, _ := utf8.DecodeRuneInString(p) // "le musée Fabre"
		if !unicode.IsUpper(r) && !(article && strings.ContainsFunc(p, unicode.IsUpper)) || strings.Count(p, " ") >= maxEnumeratedWords {
			return 0
		}
		n++
	}
	return n
}
