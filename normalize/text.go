// How printed text is compared: without case, accents and punctuation.

package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold returns s for comparing: lower case, no accents, every run of anything
// but letters and figures one blank, ligatures opened.
func fold(s string) string {
	if ascii := foldASCII(s); ascii != "" || s == "" {
		return ascii
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == 'œ' || r == 'Œ':
			b.WriteString(sep(&blank, b.Len()))
			b.WriteString("oe")
		case r == 'æ' || r == 'Æ':
			b.WriteString(sep(&blank, b.Len()))
			b.WriteString("ae")
		case r == '°' || r == 'º':
			b.WriteString(sep(&blank, b.Len()))
			b.WriteString("o")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteString(sep(&blank, b.Len()))
			b.WriteRune(unicode.ToLower(r))
		default:
			blank = true
		}
	}
	return b.String()
}

func sep(blank *bool, n int) string {
	was := *blank
	*blank = false
	if was && n > 0 {
		return " "
	}
	return ""
}

// foldASCII is fold for pure ASCII, "" if s is not.
func foldASCII(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return ""
		case c >= 'A' && c <= 'Z':
			b.WriteString(sep(&blank, b.Len()))
			b.WriteByte(c + 'a' - 'A')
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteString(sep(&blank, b.Len()))
			b.WriteByte(c)
		default:
			blank = true
		}
	}
	return b.String()
}

// snake returns a heading as a column name: lower-case ASCII snake_case.
// "Montant (€)" is "montant", "" stays "".
func snake(title string) string {
	if i := strings.IndexByte(title, '('); i > 0 {
		title = title[:i]
	}
	s := strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return -1
		}
		return r
	}, fold(title))
	s = strings.ReplaceAll(strings.TrimSpace(s), " ", "_")
	if len(s) > maxColumnName {
		s = strings.TrimRight(s[:maxColumnName], "_")
	}
	return s
}

// maxColumnName is how long a column name may be, in bytes: PostgreSQL cuts
// identifiers at 63, and longer ones are sentences, not names.
const maxColumnName = 60

// isBlank reports whether s prints nothing.
func isBlank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' && r != '\u00ad' {
			return false
		}
	}
	return true
}
