// Tokens: a sentence cut into words, figures and signs, each with its folded
// form, so that the grammar below compares plain lower-case letters.

package claims

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
)

// A token is a word, a figure or a sign of a sentence.
type token struct {
	text       string // as printed
	fold       string // lower case, without accents
	start, end int    // byte offsets in the sentence
	digits     bool   // consists of figures, perhaps with . or , inside
	glued      bool   // no blank between the token before and this one
}

// tokenize cuts s. An apostrophe ends the word that it elides: "d'ici" is "d'" and "ici".
func tokenize(s string) []token {
	var ts []token
	last := -1 // end of the token before
	add := func(i, j int, digits bool) {
		ts = append(ts, token{text: s[i:j], fold: fold.Letters(s[i:j]), start: i, end: j, digits: digits, glued: i == last})
		last = j
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
		case isDigit(r):
			j := i + n
			for j < len(s) && (isDigit(rune(s[j])) || (s[j] == '.' || s[j] == ',') && j+1 < len(s) && isDigit(rune(s[j+1]))) {
				j++
			}
			add(i, j, true)
			i = j
		case unicode.IsLetter(r):
			j := i + n
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
					break
				}
				j += n
			}
			// The apostrophe belongs to the word it ends.
			if strings.HasPrefix(s[j:], "'") {
				j++
			} else if strings.HasPrefix(s[j:], "’") {
				j += len("’")
			}
			add(i, j, false)
			if t := &ts[len(ts)-1]; strings.HasSuffix(t.fold, "’") {
				t.fold = strings.TrimSuffix(t.fold, "’") + "'"
			}
			i = j
		default:
			add(i, i+n, false)
			i += n
		}
	}
	return ts
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isWord reports whether t starts with a letter.
func (t token) isWord() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return unicode.IsLetter(r)
}

// noCounts finds what holds figures and counts nothing: telephone numbers,
// addresses of the web and of mail, dates in figures, times, references.
var noCounts = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`(?:\+\d{2,3}[\s.]?)?\(?\b0?\d(?:[\s. -]?\d{2}){4}\b`, // 06 78 61 38 26
	`\(\d{3}\)\s?\d{3}-\d{4}`,                             // (202) 691-5902
	`\S+@\S+`,
	`\bhttps?://\S+|\bwww\.\S+`,
	`\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}-\d{2}-\d{2}\b`,
	`\b\d{1,2}(?:\s?h\s?|:)\d{2}\b|\b\d{1,2}\s?h\b|\b\d{1,2}(?::\d{2})?\s?[ap]\.?m\b`,
	`\bn[°º]\s*\d[\w./-]*`,
}, "|"))

// blank returns s with everything that noCounts matches replaced by "_", which
// is neither a word nor a figure. Offsets stay the same.
func blank(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	b := []byte(s)
	for _, m := range noCounts.FindAllStringIndex(s, -1) {
		// The pattern's word boundary knows no accents: "2 hélicoptères".
		if next, _ := utf8.DecodeRuneInString(s[m[1]:]); unicode.IsLetter(next) {
			continue
		}
		for k := m[0]; k < m[1]; k++ {
			b[k] = '_'
		}
	}
	return string(b)
}
