// The level for names of places.

package fold

import (
	"unicode"
	"unicode/utf8"
)

// Name returns the key that all spellings of a place name share: folded like Letters,
// with one blank for any run of hyphens, apostrophes, dots and blanks, "&" as "et",
// "s/" as "sur", and the short forms of "saint" and "haute" written out.
// "L'Haÿ-les-Roses" becomes "l hay les roses", "STE Foy" becomes "sainte foy". Other
// signs stay. A name that is its own key is returned as it is.
func Name(s string) string {
	var buf [stackBuf]byte
	folded := AppendName(buf[:0], s)
	if string(folded) == s {
		return s
	}
	return string(folded)
}

// AppendName appends Name(s) to dst, so that callers can keep keys on their stack.
func AppendName(dst []byte, s string) []byte {
	base, word := len(dst), len(dst) // where the key begins, and its last word
	blank := false                   // the next letter takes a blank before it
	slash := false                   // the word before was written out from "s/"
	var one [utf8.UTFMax]byte
	for i := 0; i < len(s); {
		var text []byte
		class := asciiSign
		if c := s[i]; c < utf8.RuneSelf {
			i++
			if class = asciiClass[c]; class > letters { // a letter or digit
				if blank {
					blank = false
					if len(dst) > base {
						dst = append(dst, ' ')
					}
					word = len(dst)
				}
				dst = append(dst, class)
				continue
			}
			one[0] = c
			text = one[:1]
		} else {
			r, n := utf8.DecodeRuneInString(s[i:])
			i += n
			class, text = nameRune(one[:0], r)
		}
		switch {
		case class == unseen:
			continue
		case class == asciiGap, len(text) == 1 && text[0] == '&':
			if !blank {
				dst, word = expand(dst, base, word, slash)
				slash, blank = false, true
			}
			if class != asciiGap && len(dst) > base {
				dst = append(dst, " et"...)
				word = len(dst)
			}
			continue
		case class == asciiSign && text[0] == '/' && !blank && string(dst[word:]) == "s":
			dst = append(dst, "ur"...)
			slash, blank = true, true
			continue
		case class == asciiSign:
			if !blank {
				dst, word = expand(dst, base, word, slash)
				slash = false
			}
		}
		if blank {
			blank = false
			if len(dst) > base {
				dst = append(dst, ' ')
			}
			word = len(dst)
		}
		dst = append(dst, text...)
		if class == asciiSign {
			word = len(dst)
		}
	}
	if !blank {
		dst, _ = expand(dst, base, word, slash)
	}
	return dst
}

// Classes of runes; an ASCII letter or digit has its folded byte for a class.
const (
	asciiSign byte = iota // stays as it is
	asciiGap              // a blank or what counts as one
	unseen                // left out
	letters               // letters beyond ASCII, folded
)

var asciiClass = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch b := byte(c); {
		case 'a' <= b && b <= 'z', '0' <= b && b <= '9':
			t[c] = b
		case 'A' <= b && b <= 'Z':
			t[c] = b + 'a' - 'A'
		case b <= ' ', b == '-', b == '\'', b == '`', b == '.', b == '_', b == 0x7f:
			t[c] = asciiGap
		}
	}
	return t
}()

// expand writes out the last word of dst if it is a short form.
func expand(dst []byte, base, word int, slash bool) ([]byte, int) {
	w := dst[word:]
	switch {
	case slash && string(w) == "s" && word-base >= len("sur "): // "sur s", printed s/s
		dst = append(dst[:word-len("sur ")], "sous"...)
		return dst, len(dst)
	case len(w) < 2 || len(w) > 4 || w[0] != 's' && w[0] != 'h' || w[1] != 't':
		return dst, word
	}
	long := ""
	switch string(w) {
	case "st":
		long = "saint"
	case "ste":
		long = "sainte"
	case "sts":
		long = "saints"
	case "stes":
		long = "saintes"
	case "ht":
		long = "haut"
	case "hts":
		long = "hauts"
	case "hte":
		long = "haute"
	case "htes":
		long = "hautes"
	default:
		return dst, word
	}
	return append(dst[:word], long...), word
}

// nameRune returns the class of a rune beyond ASCII and what to write for it.
func nameRune(room []byte, r rune) (class byte, text []byte) {
	switch {
	case firstAccented <= r && r <= lastAccented:
		return letters, append(room, bare[r-firstAccented]...)
	case 0x300 <= r && r <= 0x36F, // accents on their own
		r == 0xAD, r == 0x200B, r == 0x200C, r == 0x200D, r == 0x2060, r == 0xFEFF: // not seen
		return unseen, nil
	case 0x2010 <= r && r <= 0x2015, r == 0x2212, // hyphens and dashes
		r == 0x2018, r == 0x2019, r == 0x201B, r == 0x2032, r == 0x02BC, r == 0xB4, // apostrophes
		unicode.IsSpace(r):
		return asciiGap, nil
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return letters, AppendLetter(room, r)
	}
	return asciiSign, utf8.AppendRune(room, r)
}

// IsNameGap reports whether Name writes a blank for r, or nothing.
func IsNameGap(r rune) bool {
	if 0 <= r && r < utf8.RuneSelf {
		return asciiClass[r] == asciiGap
	}
	class, _ := nameRune(nil, r)
	return class == asciiGap || class == unseen
}
