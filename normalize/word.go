// Signs and words beside names: how they are told from the name and taken off.

package normalize

import (
	"strings"

	"github.com/pressoir/pressoir/extract"
)

// edgeSign returns the sign at the beginning or the end of a cell.
func edgeSign(runs []extract.Run) string {
	if first := strings.TrimLeft(runs[0].Text, " \u00a0\n"); first != "" {
		if sign := signAt(first); sign != "" && sign[0] != '(' {
			return sign
		}
	}
	last := runs[len(runs)-1].Text
	if last == "" || last[len(last)-1] < 0x80 && isWordByte(last[len(last)-1]) {
		return "" // most cells end here
	}
	if len(runs) > 1 {
		last = extract.Plain(runs)
	}
	return endSign(last)
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// endSign returns the sign at the end of s.
func endSign(s string) string {
	s = strings.TrimRight(s, " \u00a0\n")
	inner, paren := strings.CutSuffix(s, ")")
	for _, sign := range signs {
		if strings.HasSuffix(s, sign) {
			return sign
		}
		if paren && strings.HasSuffix(inner, "("+sign) {
			return sign
		}
	}
	return ""
}

// signForms are the signs as they stand beside names, bare and in parentheses.
var signForms = func() (forms [][2]string) {
	for _, g := range signs {
		if g[0] != '(' {
			forms = append(forms, [2]string{g, g}, [2]string{"(" + g + ")", g})
		}
	}
	return forms
}()

// cutSign takes a sign off one end of s: "* Bron", "Bron *", "Bron (*)".
func cutSign(s string) (rest, sign string) {
	rest = strings.TrimSpace(s)
	for _, form := range signForms {
		if r, ok := strings.CutPrefix(rest, form[0]); ok {
			return strings.TrimSpace(r), form[1]
		}
		if r, ok := strings.CutSuffix(rest, form[0]); ok {
			return strings.TrimSpace(r), form[1]
		}
	}
	return rest, ""
}

// newWords are words that say by themselves that a row is new, folded.
var newWords = map[string]bool{
	"nouveau": true, "nouvelle": true, "nouveaux": true, "nouvelles": true, "new": true, "nouveaute": true,
	"nouvelle labellisation": true, "nouveau label": true, "nouveau site": true, "nouvelle structure": true, "nouvel": true,
}

func mayEndInWord(s string) bool {
	s = strings.TrimRight(s, " ")
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case ')', ']', '!':
		return true
	}
	return hasWordSuffix(s)
}

func hasWordSuffix(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[len(s)-2:] { // most names end here
	case "ew", "EW", "au", "AU", "ux", "UX", "le", "LE", "es", "ES":
	default:
		return false
	}
	for _, w := range [...]string{"NEW", "New", "new", "eau", "EAU", "eaux", "EAUX", "elle", "ELLE", "elles", "ELLES"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func mayBeginWithWord(s string) bool {
	return s != "" && (s[0] == '(' || s[0] == '[' || s[0] == 'N')
}

// cutWord takes a word that says "new" off s: in brackets, after a dash, or in
// capitals beside a name that is not. word is "" if there is none.
func cutWord(s string) (rest, word string) {
	s = strings.TrimSpace(s)
	trimmed := strings.TrimRight(s, " !")
	for _, b := range [...][2]string{{"(", ")"}, {"[", "]"}} {
		if strings.HasSuffix(trimmed, b[1]) {
			if i := strings.LastIndex(trimmed, b[0]); i >= 0 && newWords[fold(trimmed[i:])] {
				return strings.TrimSpace(trimmed[:i]), trimmed[i:]
			}
		}
		if strings.HasPrefix(s, b[0]) {
			if i := strings.Index(s, b[1]); i > 0 && newWords[fold(s[:i])] {
				return strings.TrimSpace(s[i+1:]), s[:i+1]
			}
		}
	}
	i := strings.LastIndexAny(trimmed, " -–")
	if i <= 0 {
		return s, ""
	}
	last := trimmed[i:]
	last = strings.TrimLeft(last, " -–—")
	if newWords[fold(last)] {
		before := strings.TrimRight(trimmed[:len(trimmed)-len(last)], " ")
		bare := strings.TrimRight(before, " -–—,:")
		capital := last == strings.ToUpper(last) && bare != strings.ToUpper(bare)
		if bare != "" && (capital || bare != before && !strings.HasSuffix(before, "-") || strings.HasSuffix(before, " -")) {
			return bare, last
		}
	}
	for _, w := range [...]string{"NEW", "NOUVEAU", "NOUVELLE"} {
		if after, ok := strings.CutPrefix(s, w); ok && after != "" && (after[0] == ' ' || after[0] == ':') {
			bare := strings.TrimLeft(after, " :!-–")
			if bare != "" && bare != strings.ToUpper(bare) {
				return bare, w
			}
		}
	}
	return s, ""
}
