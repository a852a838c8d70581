// This file compares words as people read them: without case and accents.

package fold

import (
	"unicode"
	"unicode/utf8"
)

// fold returns s in lower case without accents; blanks of all kinds become one
// plain blank, curly apostrophes straight ones.
func Text(s string) string {
	out := make([]byte, 0, len(s))
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = true
			continue
		}
		if blank && len(out) > 0 {
			out = append(out, ' ')
		}
		blank = false
		out = AppendRune(out, r)
	}
	return string(out)
}

// AppendRune appends one rune of s as fold writes it.
func AppendRune(out []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(out, byte(r))
	}
	if unicode.Is(unicode.Mn, r) {
		return out
	}
	r = unicode.ToLower(r)
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å':
		r = 'a'
	case 'ç':
		r = 'c'
	case 'è', 'é', 'ê', 'ë':
		r = 'e'
	case 'ì', 'í', 'î', 'ï':
		r = 'i'
	case 'ñ':
		r = 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö':
		r = 'o'
	case 'ù', 'ú', 'û', 'ü':
		r = 'u'
	case 'ý', 'ÿ':
		r = 'y'
	case 'œ':
		return append(out, "oe"...)
	case 'æ':
		return append(out, "ae"...)
	case '’', 'ʼ', '´', '`':
		r = '\''
	}
	return utf8.AppendRune(out, r)
}
