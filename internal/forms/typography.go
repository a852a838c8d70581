// Typography that conversion broke: raised endings set apart, blanks, and signs
// that print nothing.

package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A look is what one scan of a text saw.
type look uint8

const (
	blanks look = 1 << iota // blanks but single plain ones between words, and what prints nothing
	Caret                   // a sign that what follows is raised: "8 ^e"
	Apart                   // an ending of an ordinal after a blank: "8 e"
	grave                   // "1 ère", which is mended only beside something else
	loose                   // a blank before "," or ")" or after "("
	Odd                     // bytes beyond ASCII and Latin letters, and control characters

	Untidiness = blanks | Caret | Apart | loose // what is to be mended
)

// Untidy looks at s. Most cells have nothing to mend, and this is all that they cost.
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
			case 0xc3, 0xc5: // U+00C0 to U+00FF, U+0140 to U+017F
				if i++; i == len(s) || s[i]&0xc0 != 0x80 {
					w |= Odd
					i--
				} else if s[i] == 0xa8 && prev == ' ' {
					w |= grave
				}
			case 0xe2: // U+2000 to U+20FF: blanks of other widths, zero width, line separator
				w |= Odd
				if i+1 < len(s) && s[i+1] != 0x82 && (s[i+1] == 0x81 || i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] < 0x90 || s[i+2] >= 0xa8)) {
					w |= blanks
				}
			}
		}
		prev = c
	}
	if prev == ' ' && s != "" {
		w |= blanks | Odd
	}
	return w
}

// The classes of bytes to untidy.
const (
	plainByte  = iota
	signByte   // what is beside it decides
	oddByte    // left alone where nothing else is to be mended
	untidyByte // always to be mended
)

var lookClass = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c < ' ':
			t[c] = untidyByte // blanks, and what would steer a terminal
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
// It is a fixed point: tidy(tidy(s)) is tidy(s).
func Tidy(s string) (tidied string, ordinal bool) { return Untidy(s).Tidy(s) }

// Tidy is tidy for a text of which w was seen.
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

// oneBlank makes every run of blanks one plain blank and drops what prints
// nothing. A line break after a hyphen between letters is no blank at all.
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
			continue // they turn the direction of writing
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

// withoutEscapes takes the sequences out of s by which programs steer terminals:
// ESC, "[", figures, a letter. Without ESC the rest would be left as text.
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

// joinOrdinal joins the first separate ordinal ending: "8 ^e", "8^e",
// "8 e", "1 er". With the caret, the sign that it was raised is printed; without
// it, only e, er and ère after a figure are ordinals, and only as whole words.
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

// cutOrdinal cuts the ordinal ending off the front of s, which a sign shows to be raised
// or not; ok is false if there is none.
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
