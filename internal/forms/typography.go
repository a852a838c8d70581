// This file mends typography that conversion broke: separated ordinal endings, blanks,
// and signs that print nothing.

package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A look is what one scan of a text found.
type look uint8

const (
	blanks look = 1 << iota // blanks but single plain ones between words, and what prints nothing
	Caret                   // a sign that what follows is raised: "8 ^e"
	Apart                   // an ending of an ordinal after a blank: "8 e"
	grave                   // "1 ère", which is mended only beside something else
	loose                   // a blank before "," or ")" or after "("
	Odd                     // bytes beyond ASCII and Latin letters, and control characters

	Untidiness = blanks | Caret | Apart | loose // all that is mended
)

// Untidy scans s. Most cells have nothing to mend, and this scan is all that they cost.
func Untidy(s string) (w look) {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch lookClass[c] {
		case plainByte:
			prev = c
			continue
		case oddByte:
			w |= Odd
		case untidyByte:
			w |= blanks | Odd
		case signByte:
			switch c {
			case ' ':
				if prev == ' ' {
					w |= blanks | Odd
				} else if prev == '(' {
					w |= loose
				}
			case ',', ')':
				if prev == ' ' {
					w |= loose
				}
			case '^':
				w |= Caret
			case 'e', 'E':
				if prev == ' ' && i >= 2 && IsDigit(s[i-2]) {
					w |= Apart
				}
			default:
				found, size := untidyRune(s[i:], prev)
				w |= found
				i += size - 1
			}
		}
		prev = c
	}
	if prev == ' ' && s != "" {
		w |= blanks | Odd
	}
	return w
}

// untidyRune returns what is untidy about the rune beyond ASCII that s begins with,
// after prev, and how many bytes of s it looked at.
func untidyRune(s string, prev byte) (w look, size int) {
	if s[0] == 0xe2 { // U+2000 to U+20FF: blanks of other widths, zero width, line separator
		if len(s) > 1 && s[1] != 0x82 && (s[1] == 0x81 || len(s) > 2 && s[1] == 0x80 && (s[2] < 0x90 || s[2] >= 0xa8)) {
			return Odd | blanks, 1
		}
		return Odd, 1
	}
	switch { // U+00C0 to U+00FF, U+0140 to U+017F
	case len(s) == 1 || s[1]&0xc0 != 0x80:
		return Odd, 1
	case s[1] == 0xa8 && prev == ' ':
		return grave, 2
	}
	return 0, 2
}

// The classes of bytes for Untidy.
const (
	plainByte  = iota
	signByte   // its neighbours decide
	oddByte    // left alone if nothing else is mended
	untidyByte // always mended
)

var lookClass = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c < ' ':
			t[c] = untidyByte // blanks and control characters
		case c >= utf8.RuneSelf:
			t[c] = oddByte
		}
	}
	for _, c := range []byte{' ', ',', ')', '^', 'e', 'E', 0xc3, 0xc5, 0xe2} {
		t[c] = signByte
	}
	for _, c := range []byte{0x7f, 0xc2, 0xcc, 0xcd, 0xef} {
		t[c] = untidyByte // delete; no-break blank, soft hyphen; combining marks; forms
	}
	return t
}()

// Tidy returns s in good typography, and whether raised letters were joined.
// Tidying twice changes nothing more.
func Tidy(s string) (tidied string, ordinal bool) { return Untidy(s).Tidy(s) }

// Tidy is the function Tidy for a text that was scanned already.
func (w look) Tidy(s string) (tidied string, ordinal bool) {
	if w&Odd != 0 {
		s = oneBlank(norm.NFC.String(s))
		w = Untidy(s)
	}
	for w&(Caret|Apart|grave) != 0 {
		next, joined := w.joinOrdinal(s)
		if !joined {
			break
		}
		s, ordinal = next, true
	}
	if w&loose != 0 {
		for _, p := range [...][2]string{{" ,", ","}, {" )", ")"}, {"( ", "("}} {
			for strings.Contains(s, p[0]) {
				s = strings.ReplaceAll(s, p[0], p[1])
			}
		}
	}
	return strings.TrimSpace(s), ordinal
}

// oneBlank turns each run of blanks into one plain blank and drops what prints
// nothing. A line break after a hyphen between letters leaves no blank.
func oneBlank(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	s = withoutEscapes(s)
	blank, broken := false, false
	last := rune(0)
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			blank, broken = true, true
			continue
		case unicode.IsSpace(r):
			blank = true
			continue
		case r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff':
			continue
		case unicode.Is(unicode.Bidi_Control, r):
			continue // they change the direction of writing
		case unicode.IsControl(r):
			blank = true
			continue
		}
		if blank && b.Len() > 0 && !(broken && last == '-' && unicode.IsLetter(r) && !hyphenAfterBlank(b.String())) {
			b.WriteByte(' ')
		}
		blank, broken = false, false
		if r == '\u2011' { // no-break hyphen
			r = '-'
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// withoutEscapes removes the sequences that steer terminals from s: ESC, "[", figures,
// a letter. If only ESC were dropped, the rest would be left as text.
func withoutEscapes(s string) string {
	const begin = "\x1b["
	before, rest, found := strings.Cut(s, begin)
	if !found {
		return s
	}
	var b strings.Builder
	for found {
		b.WriteString(before)
		end := 0
		for end < len(rest) && rest[end] >= ' ' && rest[end] < '@' {
			end++
		}
		if end < len(rest) && rest[end] >= '@' && rest[end] < utf8.RuneSelf {
			end++
		}
		before, rest, found = strings.Cut(rest[end:], begin)
	}
	b.WriteString(before)
	return b.String()
}

// hyphenAfterBlank reports whether s ends in a dash after a blank: "Lyon -".
func hyphenAfterBlank(s string) bool {
	return s == "-" || strings.HasSuffix(s, " -")
}

// ordinals are the raised endings that follow a figure, longest first.
var ordinals = [...]string{"ième", "ieme", "ème", "eme", "ère", "ere", "nde", "er", "re", "nd", "th", "st", "rd", "es", "e", "E", "d", "o", "°"}

// joinOrdinal joins the first separated ordinal ending: "8 ^e", "8^e", "8 e",
// "1 er". A caret is printed evidence that the ending was raised. Without one, only
// e, er and ère after a figure are ordinals, and only as whole words.
func (w look) joinOrdinal(s string) (string, bool) {
	start := 0
	if w&(Apart|grave) == 0 { // only a caret is there to find, if one is left
		if start = strings.IndexByte(s, '^'); start < 0 {
			return s, false
		}
	}
	for i := start; i < len(s); i++ {
		raised := s[i] == '^'
		if !raised && (s[i] != ' ' || i == 0 || !IsDigit(s[i-1])) {
			continue
		}
		rest := s[i+1:]
		if !raised && !strings.HasPrefix(rest, "e") && !strings.HasPrefix(rest, "è") {
			continue
		}
		before := strings.TrimRight(s[:i], " ")
		if before == "" {
			continue
		}
		if raised {
			rest = strings.TrimLeft(rest, " {(")
			last, _ := utf8.DecodeLastRuneInString(before)
			if !unicode.IsLetter(last) && !unicode.IsDigit(last) {
				continue
			}
		}
		if ending, after, ok := cutOrdinal(rest, raised); ok {
			return before + ending + after, true
		}
	}
	return s, false
}

// cutOrdinal cuts an ordinal ending off the start of s; ok is false if there is none.
// raised reports that a caret is printed before it.
func cutOrdinal(s string, raised bool) (ending, after string, ok bool) {
	for _, o := range ordinals {
		if s == "" || s[0] != o[0] || !raised && o != "e" && o != "er" && o != "ère" && o != "ème" {
			continue
		}
		after, found := strings.CutPrefix(s, o)
		if !found {
			continue
		}
		if raised {
			after = strings.TrimPrefix(after, "}")
		}
		if next, _ := utf8.DecodeRuneInString(after); after != "" && (unicode.IsLetter(next) || unicode.IsDigit(next) || !raised && (next == '-' || next == '\'' || next == '’' || next == '.')) {
			continue
		}
		return o, after, true
	}
	return "", "", false
}
