// The level for cells, headings and titles.

package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words returns the words of s, folded like Letters, with one blank between them:
// "Sous-total (n°\u00a02)" becomes "sous total no 2". A word is a run of letters and
// figures; the degree sign and the masculine ordinal are an o.
func Words(s string) string {
	if ascii := asciiWords(s); ascii != "" || s == "" {
		return ascii
	}
	var buf [stackBuf]byte
	return string(AppendWords(buf[:0], s))
}

// AppendWords appends Words(s) to dst, for callers that do not keep it.
func AppendWords(dst []byte, s string) []byte {
	start, blank := len(dst), false
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'A' && c <= 'Z':
				c += 'a' - 'A'
			case (c < 'a' || c > 'z') && (c < '0' || c > '9'):
				blank = true
				continue
			}
			if blank && len(dst) > start {
				dst = append(dst, ' ')
			}
			blank = false
			dst = append(dst, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case isMark(r):
			continue
		case r == '°' || r == 'º':
			r = 'o'
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			blank = true
			continue
		}
		if blank && len(dst) > start {
			dst = append(dst, ' ')
		}
		blank = false
		dst = AppendLetter(dst, r)
	}
	return dst
}

// asciiWords is Words for plain ASCII, "" if s is not.
func asciiWords(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return ""
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case (c < 'a' || c > 'z') && (c < '0' || c > '9'):
			blank = true
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteByte(c)
	}
	return b.String()
}
