// Package key makes one key of all spellings of a name, and hashes it. It stands
// apart so that the program that makes the tables and the package that reads
// them use one and the same.
package key

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Append appends the key of s to dst; gazetteer.Fold says what a key is. It works on plain slices, not on a
// builder, so that callers can keep keys on their stack.
func Append(dst []byte, s string) []byte {
	base, word := len(dst), len(dst) // where the key, and its word at hand, begin
	blank := false                   // a blank is due before the next letter
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
			class, text = foldRune(one[:0], r)
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

// latin holds the plain letters of U+00C0 to U+017F, two where it takes two.
var latin = [...]string{
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", // À
	"d", "n", "o", "o", "o", "o", "o", "×", "o", "u", "u", "u", "u", "y", "th", "ss", // Ð
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", // à
	"d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y", // ð
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", // Ā
	"d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", // Đ
	"g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", // Ġ
	"i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", // İ
	"l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", // ŀ
	"o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", // Ő
	"s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", // Š
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s", // Ű
}

// foldRune returns the class of a rune beyond ASCII and what to write for it.
func foldRune(room []byte, r rune) (class byte, text []byte) {
	switch {
	case 0xC0 <= r && r <= 0x17F:
		return letters, append(room, latin[r-0xC0]...)
	case 0x300 <= r && r <= 0x36F, // accents on their own
		r == 0xAD, r == 0x200B, r == 0x200C, r == 0x200D, r == 0x2060, r == 0xFEFF: // not seen
		return unseen, nil
	case 0x2010 <= r && r <= 0x2015, r == 0x2212, // hyphens and dashes
		r == 0x2018, r == 0x2019, r == 0x201B, r == 0x2032, r == 0x02BC, r == 0xB4, // apostrophes
		unicode.IsSpace(r):
		return asciiGap, nil
	case r == 0xFB01:
		return letters, append(room, "fi"...) // ligatures that PDFs leave
	case r == 0xFB02:
		return letters, append(room, "fl"...)
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return letters, utf8.AppendRune(room, unicode.ToLower(r))
	}
	return asciiSign, utf8.AppendRune(room, r)
}

// IsGap says whether a rune counts as a blank in keys, or as nothing.
func IsGap(r rune) bool {
	if 0 <= r && r < utf8.RuneSelf {
		return asciiClass[r] == asciiGap
	}
	class, _ := foldRune(nil, r)
	return class == asciiGap || class == unseen
}

// Buckets is the number of values of Hash: a power of two that leaves two or
// three communes in a bucket.
const Buckets = 1 << 14

// Hash returns the bucket of a key: FNV-1a, mixed once more so that the low bits serve.
func Hash(key []byte) int {
	h := uint32(2166136261)
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return int((h ^ h>>15) * 2654435769 >> 7 % Buckets)
}

// Short is a name without the words in parentheses that tell it from another,
// which nobody prints: "Bors (Canton de Charente-Sud)".
func Short(name string) string {
	short, _, _ := strings.Cut(name, " (")
	return short
}
