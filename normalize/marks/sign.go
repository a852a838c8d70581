// This file finds and removes the signs beside names.

package marks

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// Signs are the signs that mark rows; a longer one comes before its beginnings.
var Signs = [...]string{"***", "**", "*", "★", "☆", "†", "‡", "¤", "✓", "✔", "●", "■", "▲", "►", "◆", "✱", "∗", "⭐", "🆕", "(n)", "(N)"}

// SignAt returns the sign that s begins with, "" if there is none.
func SignAt(s string) string {
	if s == "" || !beginsSign[s[0]] {
		return "" // nearly always
	}
	for _, sign := range Signs {
		if sign[0] == s[0] && strings.HasPrefix(s, sign) {
			return sign
		}
	}
	return ""
}

// edgeSign returns the sign at the beginning or the end of a cell.
func edgeSign(c *document.Cell) string {
	first, last := edges(c)
	if first != "" && !IsWordByte(first[0]) { // most cells begin with a letter
		if sign := SignAt(strings.TrimLeft(first, signBlanks)); sign != "" && sign[0] != '(' && !isPattern(first) {
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

// signBlanks are the blanks between a sign and the name.
const signBlanks = " \u00a0\n"

// IsWordByte reports whether c is an ASCII letter or figure.
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
	if paren && len(s) > 1 && !endsBare[s[len(s)-2]] && !strings.EqualFold(s[max(0, len(s)-3):], "(n)") {
		return "" // "(porté par la ville)"
	}
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

// endsBare holds the last bytes of signs without parentheses.
var endsBare = func() (last [256]bool) {
	for _, g := range Signs {
		if g[len(g)-1] != ')' {
			last[g[len(g)-1]] = true
		}
	}
	return last
}()

// endsSign and beginsSign hold the last and the first bytes of signs, bare and in
// parentheses. Nearly all names have neither.
var endsSign, beginsSign = func() (last, first [256]bool) {
	last[')'], first['('] = true, true
	for _, g := range Signs {
		last[g[len(g)-1]], first[g[0]] = true, true
	}
	return last, first
}()

// signForms are the signs as printed beside names, bare and in parentheses, each with
// its bare form.
var signForms = func() (forms [][2]string) {
	for _, g := range Signs {
		if g[0] != '(' {
			forms = append(forms, [2]string{g, g}, [2]string{"(" + g + ")", g})
		}
	}
	return forms
}()

// isPattern reports whether a star stands inside s, before a letter and after no blank: "*.csv|*.txt"
// is a pattern of file names, and its first star marks nothing.
func isPattern(s string) bool {
	if len(s) > 2 && s[0] == '*' && s[1] == '.' && IsWordByte(s[2]) {
		return true
	}
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '*' && s[i-1] != '*' && !strings.ContainsRune(signBlanks+"(", rune(s[i-1])) && (IsWordByte(s[i+1]) || s[i+1] == '.') {
			return true
		}
	}
	return false
}

// CutSign removes a sign from one end of s: "* Bron", "Bron *", "Bron (*)".
func CutSign(s string) (rest, sign string) {
	rest = strings.TrimSpace(s)
	if rest == "" || !beginsSign[rest[0]] && !endsSign[rest[len(rest)-1]] || isPattern(rest) {
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
