// Signs and words beside names: how they are told from the name and taken off.

package marks

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
)

// edgeSign returns the sign at the beginning or the end of a cell.
func edgeSign(c *document.Cell) string {
	first, last := edges(c)
	if first != "" && !IsWordByte(first[0]) { // most cells begin with a letter
		if sign := SignAt(strings.TrimLeft(first, signBlanks)); sign != "" && sign[0] != '(' {
			return sign
		}
	}
	if last == "" || last[len(last)-1] < 0x80 && IsWordByte(last[len(last)-1]) {
		return "" // most cells end here
	}
	return endSign(c.Text())
}

// edges returns the text of the cell's first and of its last style.
func edges(c *document.Cell) (first, last string) {
	if c.More == nil || len(c.More.Runs) == 0 {
		return c.Text(), c.Text()
	}
	runs := c.More.Runs
	return runs[0].Text, runs[len(runs)-1].Text
}

// signBlanks are the blanks behind a sign.
const signBlanks = " \u00a0\n"

func IsWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// endSign returns the sign at the end of s.
func endSign(s string) string {
	s = strings.TrimRight(s, signBlanks)
	if s == "" || !endsSign[s[len(s)-1]] {
		return ""
	}
	inner, paren := strings.CutSuffix(s, ")")
	for _, sign := range Signs {
		if strings.HasSuffix(s, sign) {
			return sign
		}
		if paren && strings.HasSuffix(inner, sign) && strings.HasSuffix(inner[:len(inner)-len(sign)], "(") {
			return sign
		}
	}
	return ""
}

// endsSign and beginsSign have the last and the first bytes of signs, bare and in
// parentheses: nearly all names have neither.
var endsSign, beginsSign = func() (last, first [256]bool) {
	last[')'], first['('] = true, true
	for _, g := range Signs {
		last[g[len(g)-1]], first[g[0]] = true, true
	}
	return last, first
}()

// signForms are the signs as they stand beside names, bare and in parentheses.
var signForms = func() (forms [][2]string) {
	for _, g := range Signs {
		if g[0] != '(' {
			forms = append(forms, [2]string{g, g}, [2]string{"(" + g + ")", g})
		}
	}
	return forms
}()

// CutSign takes a sign off one end of s: "* Bron", "Bron *", "Bron (*)".
func CutSign(s string) (rest, sign string) {
	rest = strings.TrimSpace(s)
	if rest == "" || !beginsSign[rest[0]] && !endsSign[rest[len(rest)-1]] {
		return rest, ""
	}
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

// NewWords are words that say by themselves that a row is new, folded.
var NewWords = map[string]bool{
	"nouveau": true, "nouvelle": true, "nouveaux": true, "nouvelles": true, "new": true, "nouveaute": true,
	"nouvelle labellisation": true, "nouveau label": true, "nouveau site": true, "nouvelle structure": true, "nouvel": true,
}

// IsNewWord reports whether s, signs left out, is a word that says that a row is
// new. All of them begin with an n: what begins otherwise is not folded.
func IsNewWord(s string) bool {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && !IsWordByte(s[i]) {
		i++
	}
	if i < len(s) && s[i] < utf8.RuneSelf && s[i]|0x20 != 'n' {
		return false
	}
	return NewWords[fold.Words(s)]
}

func MayEndInWord(s string) bool {
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

func MayBeginWithWord(s string) bool {
	return s != "" && (s[0] == '(' || s[0] == '[' || s[0] == 'N')
}

// CutWord takes a word that says "new" off s: in brackets, after a dash, or in
// capitals beside a name that is not. word is "" if there is none.
func CutWord(s string) (rest, word string) {
	s = strings.TrimSpace(s)
	trimmed := strings.TrimRight(s, " !")
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
	i := strings.LastIndexAny(trimmed, " -–")
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
