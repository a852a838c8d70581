// Tokens: what a piece of text is made of, as one scan sees it, and the skeleton
// that entries of one list share: "Brest (29), 12 000 €" is w(n),m.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/forms"
)

// A class is what a token is, as one byte of a skeleton. The class of a sign is the sign.
type class byte

const (
	wordClass    class = 'w'
	numberClass  class = 'n'
	percentClass class = '%'
	moneyClass   class = 'm'
	dateClass    class = 'd'
	postalClass  class = 'p' // five figures before a name
	clockClass   class = 't' // 9 h 30, 08:45, 37'12
	phoneClass   class = 'f'
	webClass     class = '@' // an address of the web or of mail
	gapClass     class = '|' // two blanks or more, a tab, a pipe
	leaderClass  class = '_' // "....", "…"
	quoteClass   class = '"' // a quoted stretch, whole
	arrowClass   class = '>'
)

func (c class) isValue() bool {
	switch c {
	case numberClass, percentClass, moneyClass, dateClass, postalClass, clockClass, phoneClass:
		return true
	}
	return false
}

// A token is one word, value or sign of a text.
type token struct {
	from, to int32 // bytes
	class    class
	capital  bool // a word that begins with a capital or a figure
}

func (t token) of(s string) string { return s[t.from:t.to] }

// maxScanned is the largest part of a text that is scanned (bytes; a longer one is no entry).
const maxScanned = 2000

// scanTokens appends the tokens of s to dst.
func scanTokens(dst []token, s string) []token {
	if len(s) > maxScanned {
		s = s[:maxScanned]
	}
	first := len(dst)
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ' || c == '\t' || c == '\n':
			i = scanBlanks(&dst, s, i)
			continue
		case c >= '0' && c <= '9':
			i = scanValue(&dst, s, i)
			continue
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			i = scanWord(&dst, s, i)
			continue
		case c < utf8.RuneSelf:
			i = scanSign(&dst, s, i, rune(c), 1)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			i = scanBlanks(&dst, s, i)
		case unicode.IsLetter(r):
			i = scanWord(&dst, s, i)
		default:
			i = scanSign(&dst, s, i, r, n)
		}
	}
	for i := first + 2; i < len(dst); i++ { // "0.2 : 0.7": a figure that is missing among figures
		if dst[i].class == ':' && dst[i-1].class.isValue() && dst[i].from > dst[i-1].to && (i+1 == len(dst) && dst[i-2].class.isValue() || i+1 < len(dst) && dst[i+1].class.isValue()) {
			dst[i].class = numberClass
		}
	}
	return dst
}

// addToken appends a token and returns where it ends.
func addToken(dst *[]token, c class, from, to int, capital bool) int {
	*dst = append(*dst, token{int32(from), int32(to), c, capital})
	return to
}

// scanBlanks passes blanks; two and more, or a tab, separate as a pipe does.
func scanBlanks(dst *[]token, s string, i int) int {
	j, n, tab := i, 0, false
	for j < len(s) {
		r, w := utf8.DecodeRuneInString(s[j:])
		if !unicode.IsSpace(r) {
			break
		}
		tab = tab || r == '\t'
		n, j = n+1, j+w
	}
	if (n > 1 || tab) && j < len(s) && len(*dst) > 0 {
		addToken(dst, gapClass, i, j, false)
	}
	return j
}

// scanWord takes a word: letters and figures, with hyphens, apostrophes, dots and
// ampersands inside it.
func scanWord(dst *[]token, s string, i int) int {
	r, _ := utf8.DecodeRuneInString(s[i:])
	capital := unicode.IsUpper(r)
	j, web := i, false
	for j < len(s) {
		c := s[j]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			j++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[j:])
		}
		if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
			j += n
			continue
		}
		switch r {
		case '-', '\'', '’', '.', '&', '@', '_', '‑':
			if letterOrFigure(s, j+n) {
				web = web || r == '@' || r == '.' && j-i > 2 && letterRun(s, j+1) >= 2
				j += n
				continue
			}
		case ':':
			if strings.HasPrefix(s[j:], "://") {
				for j < len(s) && s[j] > ' ' {
					j++
				}
				return addToken(dst, webClass, i, j, false)
			}
			if n := letterRun(s, j+1); n > 0 && j-i < 4 && !capital { // de:ja
				j++
				continue
			}
		}
		break
	}
	if web {
		return addToken(dst, webClass, i, j, false)
	}
	if k := dateAfterWord(s, i, j); k > j {
		return addToken(dst, dateClass, i, k, true)
	}
	if k := daysEnd(s, i, j); k > j {
		return addToken(dst, dateClass, i, k, false)
	}
	if s[i] == 'x' && j-i > 1 && strings.Trim(s[i+1:j], "0123456789.,") == "" {
		return addToken(dst, numberClass, i, factorEnd(s, j), false)
	}
	return addToken(dst, wordClass, i, j, capital)
}

// letterRun counts the small letters of ASCII from i on.
func letterRun(s string, i int) (n int) {
	for i+n < len(s) && s[i+n] >= 'a' && s[i+n] <= 'z' {
		n++
	}
	return n
}

func letterOrFigure(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// oneBlank returns the place after one blank at i, i if there is none.
func oneBlank(s string, i int) int {
	if i < len(s) {
		if s[i] == ' ' {
			return i + 1
		}
		if r, n := utf8.DecodeRuneInString(s[i:]); r == '\u00a0' || r == '\u202f' || r == '\u2009' {
			return i + n
		}
	}
	return i
}

// wordEnd returns where the letters from i end.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			break
		}
		i += n
	}
	return i
}

// figuresEnd returns where the figures from i end.
func figuresEnd(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

func letterAtByte(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// scanSign takes a sign, a signed figure, an amount after its currency, a quotation
// or a leader.
func scanSign(dst *[]token, s string, i int, r rune, n int) int {
	switch r {
	case '$', '€', '£':
		if k := oneBlank(s, i+n); k < len(s) && isDigit(rune(s[k])) {
			e := numberEnd(s, k, figuresEnd(s, k))
			b := oneBlank(s, e)
			if f := scaleEnd(s, b, false); f > b {
				e = f
			}
			return addToken(dst, moneyClass, i, e, false)
		}
	case '+', '-', '−', '–':
		first := len(*dst) == 0 || int((*dst)[len(*dst)-1].to) < i || (*dst)[len(*dst)-1].class == '('
		if first && i+n < len(s) && isDigit(rune(s[i+n])) {
			j := scanValue(dst, s, i+n)
			(*dst)[len(*dst)-1].from = int32(i)
			return j
		}
		if len(*dst) == 0 && (r == '+' || forms.IsMinus(s[i:])) {
			if k := oneBlank(s, i+n); k < len(s) && isDigit(rune(s[k])) { // "- 0,3 %"
				j := scanValue(dst, s, k)
				(*dst)[len(*dst)-1].from = int32(i)
				return j
			}
		}
		if r == '-' && i+1 < len(s) && s[i+1] == '>' {
			return addToken(dst, arrowClass, i, i+2, false)
		}
	case '(':
		if j := areaPhoneEnd(s, i); j > i {
			return addToken(dst, phoneClass, i, j, false)
		}
	case '…':
		return addToken(dst, leaderClass, i, i+n, false)
	case '.':
		j := i
		for j < len(s) && s[j] == '.' {
			j++
		}
		if j-i >= 3 {
			return addToken(dst, leaderClass, i, j, false)
		}
	case '"', '“', '«', '„':
		if j := quoteEnd(s, i+n, r); j > 0 {
			return addToken(dst, quoteClass, i, j, true)
		}
	case '¼', '½', '¾':
		return addToken(dst, numberClass, i, i+n, false)
	}
	return addToken(dst, signClass(r), i, i+n, false)
}

// maxQuote is the largest length of a quotation that is taken whole (bytes).
const maxQuote = 300

// quoteEnd returns where the quotation that r opened before i ends, 0 if it does not.
func quoteEnd(s string, i int, r rune) int {
	end := map[rune]string{'"': "\"", '“': "”", '«': "»", '„': "“"}[r]
	rest := s[i:min(len(s), i+maxQuote)]
	if k := strings.Index(rest, end); k > 0 {
		return i + k + len(end)
	}
	return 0
}

// signClass returns the class of a sign: dashes are all '-', brackets all '('.
func signClass(r rune) class {
	switch r {
	case '-', '–', '—', '−', '‑':
		return '-'
	case '(', '[':
		return '('
	case ')', ']':
		return ')'
	case ',', ';', ':', '|', '.', '/', '=', '!', '?':
		return class(r)
	case '→', '⇒', '➔', '➜', '»':
		return arrowClass
	}
	return '*' // signs that say nothing of layout: stars, apostrophes, emoji
}

// maxSkeleton is the largest number of classes that are compared; a longer text is
// rarely an entry.
const maxSkeleton = 40

// skeletonOf returns the text with each stretch of words as one w, repeated "w," as one,
// and without the punctuation at its end.
func skeletonOf(toks []token) string {
	var buf [maxSkeleton]byte
	b := buf[:0]
	for _, t := range toks {
		c := byte(t.class)
		switch t.class {
		case '*', '!', '?', '.', quoteClass:
			if t.class != quoteClass {
				continue
			}
			c = byte(wordClass)
		}
		if n := len(b); n > 0 && b[n-1] == c && (c == byte(wordClass) || c == byte(gapClass) || c == byte(leaderClass)) {
			continue
		}
		b = append(b, c)
		if n := len(b); n >= 4 && b[n-1] == b[n-3] && b[n-2] == b[n-4] && b[n-1] == ',' {
			b = b[:n-2]
		}
		if len(b) == maxSkeleton {
			break
		}
	}
	return strings.TrimRight(string(b), ",;")
}

// likeness returns how alike two skeletons are, from 0 to 1: twice their longest common subsequence
// over their length together.
func likeness(a, b string) float64 {
	if a == b {
		return 1
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var rows [2][maxSkeleton + 1]int
	for i := 1; i <= len(a); i++ {
		prev, cur := &rows[(i-1)&1], &rows[i&1]
		for j := 1; j <= len(b); j++ {
			if a[i-1] == b[j-1] {
				cur[j] = prev[j-1] + 1
			} else {
				cur[j] = max(prev[j], cur[j-1])
			}
		}
	}
	return 2 * float64(rows[len(a)&1][len(b)]) / float64(len(a)+len(b))
}
