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
	const tokenBytes, most = 5, 256 // a word with its blank, about; what is made room for at once
	ts := make([]token, 0, min(len(s)/tokenBytes+1, most))
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

// mayHoldNoCount reports whether noCounts may match in s: false is certain. A figure
// must be there with a sign that counts lack, "h", "am", "pm" after it, or a phone
// number's nine figures.
func mayHoldNoCount(s string) bool {
	figures := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '@', c == '/', c == '\xc2' && i+1 < len(s) && (s[i+1] == '\xb0' || s[i+1] == '\xba'):
			return true
		case c|0x20 == 'w' && len(s) >= i+4 && strings.EqualFold(s[i:i+4], "www."):
			return true
		case !isDigit(rune(c)):
			continue
		}
		if figures++; figures >= phoneFigures {
			return true
		}
		k := i + 1
		if k < len(s) && (s[k] == '.' && k+1 < len(s) && isDigit(rune(s[k+1])) || s[k] == '-') {
			return true
		}
		if k < len(s) && strings.IndexByte(" \t\n\f\r", s[k]) >= 0 {
			k++
		}
		if k == len(s) {
			continue
		}
		switch s[k] | 0x20 {
		case ':':
			return true
		case 'h':
			if k+1 == len(s) || !(s[k+1]|0x20 >= 'a' && s[k+1]|0x20 <= 'z') {
				return true
			}
		case 'a', 'p':
			if k+1 < len(s) && (s[k+1] == '.' || s[k+1]|0x20 == 'm') {
				return true
			}
		}
	}
	return false
}

// phoneFigures is the least number of figures of a phone number.
const phoneFigures = 9

// blank returns s with everything that noCounts matches replaced by "_", which
// is neither a word nor a figure. Offsets stay the same.
func blank(s string) string {
	if !mayHoldNoCount(s) {
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
