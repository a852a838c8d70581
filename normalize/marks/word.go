// This file finds and removes words that mark a row as new without a legend.

package marks

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// IsNewWord reports whether s without its signs says that a row is new. These words
// begin with an n; a text that does not is not folded.
func IsNewWord(s string) bool {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && !IsWordByte(s[i]) {
		i++
	}
	if i < len(s) && s[i] < utf8.RuneSelf && s[i]|0x20 != 'n' {
		return false
	}
	return lexicon.SaysNew(fold.Words(s))
}

// MayEndInNewWord reports whether CutNewWord may find a word at the end of s: a quick
// look that rules out most names.
func MayEndInNewWord(s string) bool {
	s = strings.TrimRight(s, " ")
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case ')', ']', '!':
		return true
	}
	return hasNewEnding(s)
}

// hasNewEnding reports whether s ends like a word that says new.
func hasNewEnding(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[len(s)-2:] { // most names end here
	case "ew", "EW", "au", "AU", "ux", "UX", "le", "LE", "es", "ES":
	default:
		return false
	}
	for _, w := range lexicon.NewEndings {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// MayBeginWithNewWord reports whether CutNewWord may find a word at the beginning of s.
func MayBeginWithNewWord(s string) bool {
	return s != "" && (s[0] == '(' || s[0] == '[' || s[0] == 'N')
}

// CutNewWord removes a word that says that a row is new from s: in brackets, after a
// dash, or in capitals beside a name that is not. word is "" if there is none.
func CutNewWord(s string) (rest, word string) {
	s = strings.TrimSpace(s)
	trimmed := strings.TrimRight(s, " !")
	for _, cut := range [...]func(s, trimmed string) (rest, word string){cutBracketed, cutLast, cutCapitals} {
		if rest, word = cut(s, trimmed); word != "" {
			return rest, word
		}
	}
	return s, ""
}

// cutBracketed removes a word in brackets from either end: "Bron (nouveau)".
func cutBracketed(s, trimmed string) (rest, word string) {
	for _, b := range [...][2]string{{"(", ")"}, {"[", "]"}} {
		if strings.HasSuffix(trimmed, b[1]) {
			if i := strings.LastIndex(trimmed, b[0]); i >= 0 && IsNewWord(trimmed[i:]) {
				return strings.TrimSpace(trimmed[:i]), trimmed[i:]
			}
		}
		if strings.HasPrefix(s, b[0]) {
			if i := strings.Index(s, b[1]); i > 0 && IsNewWord(s[:i]) {
				return strings.TrimSpace(s[i+1:]), s[:i+1]
			}
		}
	}
	return s, ""
}

// cutLast removes the last word: "Bron - nouveau", "Bron NEW".
func cutLast(s, trimmed string) (rest, word string) {
	i := lastBreak(trimmed)
	if i <= 0 {
		return s, ""
	}
	last := trimmed[i:]
	last = strings.TrimLeft(last, " -–—")
	if IsNewWord(last) {
		before := strings.TrimRight(trimmed[:len(trimmed)-len(last)], " ")
		bare := strings.TrimRight(before, " -–—,:")
		capital := last == strings.ToUpper(last) && bare != strings.ToUpper(bare)
		if bare != "" && (capital || bare != before && !strings.HasSuffix(before, "-") || strings.HasSuffix(before, " -")) {
			return bare, last
		}
	}
	return s, ""
}

// lastBreak returns the index of the last blank, hyphen or dash, -1 if there is none.
func lastBreak(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ' ', '-':
			return i
		case '\x93':
			if strings.HasSuffix(s[:i+1], "–") {
				return i + 1 - len("–")
			}
		}
	}
	return -1
}

// cutCapitals removes a first word in capitals: "NOUVEAU : Bron".
func cutCapitals(s, _ string) (rest, word string) {
	for _, w := range lexicon.NewCapitals {
		if after, ok := strings.CutPrefix(s, w); ok && after != "" && (after[0] == ' ' || after[0] == ':') {
			bare := strings.TrimLeft(after, " :!-–")
			if bare != "" && bare != strings.ToUpper(bare) {
				return bare, w
			}
		}
	}
	return s, ""
}
