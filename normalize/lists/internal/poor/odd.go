// Odd tokens: what no text has, signs inside letters and figures inside words.

package poor

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/forms"
)

// maxToken is the length of a token from which it is no word but an address (bytes).
const maxToken = 200

// A count is what the characters of a token are.
type count struct {
	letters, upper, lower, digits int
	strange                       int // signs that stand in no word
	inner                         int // figures and punctuation between letters
}

// isOdd reports whether a token is no word, number or reference.
func isOdd(w string) bool {
	if plainWord(w) || isTechnical(w) {
		return false
	}
	if fragment(w) {
		return true
	}
	rs := []rune(strings.TrimFunc(w, func(r rune) bool {
		return strings.ContainsRune(".,;:!?()[]«»\"“”'’*…•-–—/|%€°>< \u00a0", r)
	}))
	if len(rs) == 0 {
		return oddSigns(w)
	}
	n := counted(rs)
	switch {
	case n.strange > 0 && n.letters > 0 && !strings.ContainsAny(w, "_=&^") && !strings.HasPrefix(w, "@"):
		return true
	case n.inner > 0 && n.letters > 2 && !(n.lower == 0 && n.digits > 2): // INTE9900544A is a reference
		return true
	case n.strange > 0 && n.letters == 0 && n.digits > 0 && strings.ContainsAny(w, "\\|~`"):
		return true
	}
	return n.digits > 0 && n.lower > 1 && n.upper > 0 && figuresInside(rs)
}

// plainWord reports whether a token is two letters or more without a sign: nearly all are.
func plainWord(w string) bool {
	for i := range len(w) {
		if c := w[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return len(w) > 1
}

// isTechnical reports whether a token has signs inside it that are meant: an address, a
// path, a piece of code.
func isTechnical(w string) bool {
	return len(w) > maxToken || strings.Contains(w, "://") || strings.Contains(w, "@") && strings.Contains(w, ".") || strings.Contains(w, "www.") || forms.IsPath(w) || forms.IsCode(w)
}

// fragment reports whether a token shows by itself that letters were lost.
func fragment(w string) bool {
	digit := func(i int) bool { return '0' <= w[i] && w[i] <= '9' }
	switch {
	case strings.Contains(w, "\\"):
		return true
	case len(w) == 1:
		return strings.Contains("bcdfjklpqrstvz", w) // "p érennis ée": words fell apart
	case len(w) > 2 && w[0] == '.' && digit(1):
		return true
	}
	return digit(0) && len(w) > 5 && lettersOnly(w[1:]) // "8eaucaire"; ordinals and units are shorter
}

// oddSigns reports whether signs without a letter or figure are none that texts have.
func oddSigns(w string) bool {
	signs, strange := 0, 0
	for _, r := range w {
		signs++
		if strings.ContainsRune("\\\"'`~^_{}|=<>", r) {
			strange++
		}
	}
	return signs >= 3 && strange > 0 && !strings.ContainsAny(w, "_=<>") || w == "'." || w == ",'"
}

// counted counts the characters of a token.
func counted(rs []rune) (n count) {
	between := func(i int, before func(rune) bool) bool {
		return i > 0 && i+1 < len(rs) && before(rs[i-1]) && unicode.IsLetter(rs[i+1])
	}
	for i, r := range rs {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			n.letters++
			if unicode.IsUpper(r) {
				n.upper++
			} else {
				n.lower++
			}
		case unicode.IsDigit(r):
			n.digits++
			if between(i, unicode.IsLetter) {
				n.inner++ // MINI5TÈRE, H4ute
			}
		case strings.ContainsRune("\\~^{}|`@=_", r):
			n.strange++
		case strings.ContainsRune(".,;:!", r):
			if between(i, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) && !initials(rs) {
				n.inner++ // RÉPUBUQ.UB, Pr41,mltl
			}
		}
	}
	return n
}

// lettersOnly reports whether s is small letters, with final punctuation at most.
func lettersOnly(s string) bool {
	s = strings.TrimRight(s, ".,;:)")
	return len(s) > 4 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// initials reports whether the dots of a token separate single letters: "C.C.A.S".
func initials(rs []rune) bool {
	run := 0
	for _, r := range rs {
		if !unicode.IsLetter(r) {
			run = 0
		} else if run++; run > 3 {
			return false
		}
	}
	return true
}

// figuresInside reports whether figures are inside small letters: "M0uz0n", "Ai5ne".
func figuresInside(rs []rune) bool {
	for i := 1; i+1 < len(rs); i++ {
		if unicode.IsDigit(rs[i]) && unicode.IsLower(rs[i+1]) && unicode.IsLetter(rs[i-1]) {
			return true
		}
	}
	return false
}
