// The table of bare letters, and single letters folded.

package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The letters of Latin-1 and Latin Extended-A, all that French and its neighbours print.
const firstAccented, lastAccented = '\u00c0', '\u017f'

// bare holds the bare letters of firstAccented to lastAccented, two where it takes two.
var bare = [lastAccented - firstAccented + 1]string{
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

// ligatures are the joined letters that PDFs leave, from U+FB00 on.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl"}

const (
	firstLigature = '\ufb00'
	firstMark     = '\u0300' // no accent that is a character of its own comes before it
)

// AppendLetter appends r to dst in lower case without accents. An accent that is a
// character of its own appends nothing; a sign stays as it is.
func AppendLetter(dst []byte, r rune) []byte {
	switch {
	case r <= lastAccented:
		return appendLatin(dst, r)
	case isMark(r):
		return dst
	case firstLigature <= r && r < firstLigature+rune(len(ligatures)):
		return append(dst, ligatures[r-firstLigature]...)
	}
	var decomposed []byte
	if unicode.IsLetter(r) {
		decomposed = norm.NFD.PropertiesString(string(r)).Decomposition()
	}
	if decomposed == nil {
		return utf8.AppendRune(dst, unicode.ToLower(r))
	}
	for len(decomposed) > 0 {
		r, n := utf8.DecodeRune(decomposed)
		decomposed = decomposed[n:]
		if !isMark(r) {
			dst = appendLatin(dst, r)
		}
	}
	return dst
}

// appendLatin is AppendLetter for ASCII, the table, and letters without accents.
func appendLatin(dst []byte, r rune) []byte {
	switch {
	case 'A' <= r && r <= 'Z':
		return append(dst, byte(r)+'a'-'A')
	case r < utf8.RuneSelf:
		return append(dst, byte(r))
	case firstAccented <= r && r <= lastAccented:
		return append(dst, bare[r-firstAccented]...)
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// isMark reports whether r is an accent that is a character of its own.
func isMark(r rune) bool { return r >= firstMark && unicode.Is(unicode.Mn, r) }
