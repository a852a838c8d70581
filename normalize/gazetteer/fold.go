// This file makes one key of all spellings of a name.

package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// Fold returns the key under which the spellings of a name meet: lower case
// without accents, œ as oe, one blank for any run of hyphens, apostrophes, dots
// and blanks, "&" as "et", "s/" as "sur", and the short forms of "saint" and
// "haute" written out. "L'Haÿ-les-Roses" becomes "l hay les roses", "STE Foy"
// becomes "sainte foy". Other signs stay. A string that is its own key is
// returned as it is.
func Fold(s string) string {
	var buf [foldBuf]byte
	key := appendFold(buf[:0], s)
	if string(key) == s {
		return s
	}
	return string(key)
}

// foldBuf is the room for a key on the stack, in bytes: the longest commune
// name has 45, a name cell rarely more than this.
const foldBuf = 128

func appendFold(dst []byte, s string) []byte {
	f := folder{out: dst, base: len(dst), word: len(dst)}
	f.fold(s)
	return f.out
}

// A folder holds the key while it is made. With spans it also keeps, for each
// byte of the key, where the rune it came from stands in the source.
type folder struct {
	out   []byte
	base  int  // where the key begins in out
	word  int  // where the word at hand begins in out
	blank bool // a blank is due before the next letter
	slash bool // the last word was written out from "s/"
	keep  bool // fill spans
	spans []span
}

// A span is a stretch of the source, in bytes.
type span struct{ from, to int32 }

// Classes of ASCII bytes: 0 a sign that stays, 1 a blank, else the letter.
var asciiClass = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch b := byte(c); {
		case 'a' <= b && b <= 'z', '0' <= b && b <= '9':
			t[c] = b
		case 'A' <= b && b <= 'Z':
			t[c] = b + 'a' - 'A'
		case b <= ' ', b == '-', b == '\'', b == '`', b == '.', b == '_', b == 0x7f:
			t[c] = 1
		}
	}
	return t
}()

func (f *folder) fold(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			at := span{int32(i), int32(i + 1)}
			switch k := asciiClass[c]; k {
			case 1:
				f.gap()
			case 0:
				f.sign(c, at)
			default:
				f.letter(k, at)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		f.rune(r, span{int32(i), int32(i + n)})
		i += n
	}
	f.endWord()
}

func (f *folder) letter(c byte, at span) {
	if f.blank {
		f.blank = false
		if len(f.out) > f.base {
			f.put(' ', at)
			f.word = len(f.out)
		}
	}
	f.put(c, at)
}

func (f *folder) put(c byte, at span) {
	f.out = append(f.out, c)
	if f.keep {
		f.spans = append(f.spans, at)
	}
}

// gap ends a word; any number of gaps make one blank.
func (f *folder) gap() {
	if !f.blank {
		f.endWord()
		f.blank = true
	}
}

// sign keeps a printed sign, reading "&" and "s/" as words.
func (f *folder) sign(c byte, at span) {
	switch c {
	case '&':
		f.gap()
		f.letter('e', at)
		f.letter('t', at)
		f.gap()
		return
	case '/':
		if !f.blank && string(f.out[f.word:]) == "s" {
			last := span{at.from, at.to}
			f.put('u', last)
			f.put('r', last)
			f.gap()
			f.slash = true
			return
		}
	}
	f.endWord()
	f.letter(c, at)
	f.word = len(f.out)
}

// shortWords are written out when they stand as a whole word.
var shortWords = [...]struct{ short, long string }{
	{"st", "saint"},
	{"ste", "sainte"},
	{"sts", "saints"},
	{"stes", "saintes"},
	{"hte", "haute"},
	{"htes", "hautes"},
	{"ht", "haut"},
	{"hts", "hauts"},
}

// endWord writes out the word at hand if it is a short form.
func (f *folder) endWord() {
	w := f.out[f.word:]
	if f.slash && len(w) > 0 {
		f.slash = false
		if string(w) == "s" { // s/s: sous
			f.rewrite("sous", 4) // over "sur s"
		}
		return
	}
	if len(w) < 2 || len(w) > 4 || w[0] != 's' && w[0] != 'h' || w[1] != 't' {
		return
	}
	for _, a := range shortWords {
		if string(w) == a.short {
			f.rewrite(a.long, 0)
			return
		}
	}
}

// rewrite puts long in place of the word at hand and of back bytes before it.
func (f *folder) rewrite(long string, back int) {
	start := f.word - back
	if start < f.base {
		return
	}
	if f.keep {
		at := span{f.spans[start-f.base].from, f.spans[len(f.spans)-1].to}
		f.spans = f.spans[:start-f.base]
		for range len(long) {
			f.spans = append(f.spans, at)
		}
	}
	f.out = append(f.out[:start], long...)
	f.word = start
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

// rune folds what lies beyond ASCII.
func (f *folder) rune(r rune, at span) {
	switch {
	case 0xC0 <= r && r <= 0x17F:
		plain := latin[r-0xC0]
		for i := range len(plain) {
			f.letter(plain[i], at)
		}
	case 0x300 <= r && r <= 0x36F, // accents on their own
		r == 0xAD, r == 0x200B, r == 0x200C, r == 0x200D, r == 0x2060, r == 0xFEFF: // not seen
		if f.keep && len(f.spans) > 0 && !f.blank {
			f.spans[len(f.spans)-1].to = at.to
		}
	case 0x2010 <= r && r <= 0x2015, r == 0x2212, // hyphens and dashes
		r == 0x2018, r == 0x2019, r == 0x201B, r == 0x2032, r == 0x02BC, r == 0xB4, // apostrophes
		unicode.IsSpace(r):
		f.gap()
	case r == 0xFB01, r == 0xFB02: // ligatures that PDFs leave
		f.letter('f', at)
		f.letter("il"[r-0xFB01], at)
	default:
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			f.endWord()
		}
		var b [utf8.UTFMax]byte
		n := utf8.EncodeRune(b[:], unicode.ToLower(r))
		for i := range n {
			f.letter(b[i], at)
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			f.word = len(f.out)
		}
	}
}
