// Tokens: what a piece of text is made of, as one scan sees it, and the skeleton
// that entries of one list share: "Brest (29), 12 000 €" is w(n),m.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/forms"
)

// A class says what a token is, as one byte of a skeleton. Signs stand for themselves.
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

// maxScanned is how much of a text is scanned, in bytes: a longer one is no entry.
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

// daysEnd returns the end of a date, or of some days, that begins with the small word
// s[i:j]: "le 12 mars", "du 2 au 18 août", "du 14 mars au 30 novembre"; j if there is none.
func daysEnd(s string, i, j int) int {
	if j-i != 2 {
		return j
	}
	k := oneBlank(s, j)
	if k >= len(s) || !isDigit(rune(s[k])) {
		return j
	}
	e := figuresEnd(s, k)
	end := dateAfterDay(s, k, e)
	switch s[i:j] {
	case "le", "on":
		if end > e {
			return end
		}
	case "du":
		end = max(end, e)
		if strings.HasPrefix(s[end:], "er ") {
			end += len("er")
		}
		if m := oneBlank(s, end); strings.HasPrefix(s[m:], "au ") {
			d := m + len("au ")
			if f := figuresEnd(s, d); f > d && dateAfterDay(s, d, f) > f {
				return dateAfterDay(s, d, f)
			}
		}
	}
	return j
}

// factorEnd takes the decimals of "x2,1".
func factorEnd(s string, j int) int {
	if j+1 < len(s) && (s[j] == ',' || s[j] == '.') && isDigit(rune(s[j+1])) {
		for j++; j < len(s) && isDigit(rune(s[j])); {
			j++
		}
	}
	return j
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

// dateAfterWord returns the end of a date that begins with the word s[i:j]:
// "March 14-17", "February 5, 2021", "mercredi 14 octobre"; j if there is none.
func dateAfterWord(s string, i, j int) int {
	if j-i > 10 || j >= len(s) {
		return j
	}
	if c := s[i] | 0x20; strings.IndexByte("adfjlmnostvw", c) < 0 {
		return j
	}
	switch {
	case forms.IsMonth(s[i:j]):
		k := oneBlank(s, j)
		if k < len(s) && s[k] == '.' {
			k = oneBlank(s, k+1)
		}
		e := figuresEnd(s, k)
		switch {
		case e-k == 4:
			return e
		case e-k == 0 || e-k > 2:
			return j
		}
		e = dayRange(s, e)
		if y := oneBlank(s, strings.IndexByte(s[e:min(e+1, len(s))], ',')+e+1); figuresEnd(s, y)-y == 4 {
			return figuresEnd(s, y)
		}
		return e
	case forms.IsWeekday(s[i:j]):
		k := j
		if k < len(s) && s[k] == ',' {
			k++
		}
		k = oneBlank(s, k)
		if e := figuresEnd(s, k); e > k {
			if end := dateAfterDay(s, k, e); end > e {
				return end
			}
			return j
		}
		if w := wordEnd(s, k); w > k && forms.IsMonth(s[k:w]) {
			if end := dateAfterWord(s, k, w); end > w {
				return end
			}
		}
	}
	return j
}

// dayRange passes "-17" and " - 17" after a day.
func dayRange(s string, e int) int {
	k := oneBlank(s, e)
	if k < len(s) {
		if r, n := utf8.DecodeRuneInString(s[k:]); r == '-' || r == '–' {
			k = oneBlank(s, k+n)
			if f := figuresEnd(s, k); f > k && f-k <= 2 {
				return f
			}
		}
	}
	return e
}

// dateAfterDay returns the end of a date whose day is s[i:e]: "14 mars",
// "1er avril 2020"; e if there is none.
func dateAfterDay(s string, i, e int) int {
	if e-i > 2 {
		return e
	}
	k := e
	for _, o := range [...]string{"er", "st", "nd", "rd", "th"} {
		if strings.HasPrefix(s[k:], o) {
			k += len(o)
			break
		}
	}
	k = oneBlank(s, k)
	w := wordEnd(s, k)
	if w == k || !forms.IsMonth(s[k:w]) {
		return e
	}
	y := w
	if y < len(s) && s[y] == '.' {
		y++
	}
	y = oneBlank(s, y)
	if f := figuresEnd(s, y); f-y == 4 {
		return f
	}
	return w
}

// scanValue takes a figure with what makes it an amount, a share, a date, an hour,
// a phone number; what letters go on from is a word: 7e, 2A.
func scanValue(dst *[]token, s string, i int) int {
	e := figuresEnd(s, i)
	if end := dateAfterDay(s, i, e); end > e {
		return addToken(dst, dateClass, i, end, false)
	}
	if end := numericDateEnd(s, i, e); end > e {
		return addToken(dst, dateClass, i, end, false)
	}
	if end := phoneEnd(s, i); end > e {
		return addToken(dst, phoneClass, i, end, false)
	}
	if end := clockEnd(s, i, e); end > e {
		return addToken(dst, clockClass, i, end, false)
	}
	end := numberEnd(s, i, e)
	if end == e && e+1 < len(s) && s[e] == '-' && letterOrFigure(s, e+1) { // 8842-A, 2025-26, 012-3344
		j := scanWord(dst, s, i)
		last := &(*dst)[len(*dst)-1]
		last.capital = true
		if e-i == 3 && j-e == 5 && figuresEnd(s, e+1) == j || e-i == 3 && j-e == 9 && strings.Count(s[i:j], "-") == 2 {
			last.class = phoneClass
		}
		return j
	}
	if letterOrFigure(s, end) {
		if m := moneyEnd(s, end); m > end {
			return addToken(dst, moneyClass, i, m, false)
		}
		if end > e { // "1.2a"
			end = e
		}
		if letterOrFigure(s, end) {
			j := scanWord(dst, s, i)
			(*dst)[len(*dst)-1].capital = true
			return j
		}
	}
	if p := oneBlank(s, end); p < len(s) && s[p] == '%' {
		return addToken(dst, percentClass, i, p+1, false)
	}
	if m := moneyEnd(s, end); m > end {
		return addToken(dst, moneyClass, i, m, false)
	}
	if e == end && e-i == 5 {
		if b := oneBlank(s, e); b > e && b < len(s) {
			if r, _ := utf8.DecodeRuneInString(s[b:]); unicode.IsUpper(r) {
				return addToken(dst, postalClass, i, e, false)
			}
		}
	}
	return addToken(dst, numberClass, i, end, false)
}

// numericDateEnd returns the end of 01/02/2026, 14.10.2020 or 2026-04-24; e if
// figures [i, e) begin none.
func numericDateEnd(s string, i, e int) int {
	if e >= len(s) || s[e] != '/' && s[e] != '.' && s[e] != '-' || e-i != 2 && e-i != 1 && e-i != 4 {
		return e
	}
	sep := s[e]
	m := figuresEnd(s, e+1)
	if m-e-1 < 1 || m-e-1 > 2 || m >= len(s) || s[m] != sep {
		return e
	}
	y := figuresEnd(s, m+1)
	if n := y - m - 1; e-i == 4 && n == 2 || e-i < 4 && (n == 4 || n == 2 && sep == '/') {
		return y
	}
	return e
}

// phoneEnd returns the end of a French phone number of five pairs; i if there is none.
func phoneEnd(s string, i int) int {
	if s[i] != '0' {
		return i
	}
	k := i
	for pair := range 5 {
		if pair > 0 {
			if b := oneBlank(s, k); b > k {
				k = b
			} else if k < len(s) && s[k] == '.' {
				k++
			}
		}
		if k+2 > len(s) || !isDigit(rune(s[k])) || !isDigit(rune(s[k+1])) {
			return i
		}
		k += 2
	}
	if k < len(s) && isDigit(rune(s[k])) {
		return i
	}
	return k
}

// clockEnd returns the end of an hour or a time: 9h, 9 h 30, 08:45, 37'12, 1h20;
// e if figures [i, e) begin none.
func clockEnd(s string, i, e int) int {
	if e-i > 3 || e >= len(s) {
		return e
	}
	if end := hourEnd(s, e); end > e {
		return end
	}
	if e-i <= 2 {
		if end := colonTimeEnd(s, e); end > e {
			return end
		}
	}
	return primeTimeEnd(s, e)
}

// hourEnd returns the end of "h", " h" or "h 30" at e, e if there is none.
func hourEnd(s string, e int) int {
	k := e
	if s[e] == ' ' {
		k++
	}
	if k >= len(s) || s[k] != 'h' && s[k] != 'H' || k+1 < len(s) && letterAtByte(s, k+1) {
		return e
	}
	m := k + 1
	if m < len(s) && s[m] == ' ' {
		m++
	}
	if f := figuresEnd(s, m); f-m == 2 {
		return f
	}
	return k + 1
}

// colonTimeEnd returns the end of ":45" or ":45:10" at e, e if there is none.
func colonTimeEnd(s string, e int) int {
	if s[e] != ':' {
		return e
	}
	f := figuresEnd(s, e+1)
	if f-e-1 != 2 || f < len(s) && letterAtByte(s, f) {
		return e
	}
	if f+3 <= len(s) && s[f] == ':' && figuresEnd(s, f+1)-f-1 == 2 {
		return f + 3
	}
	return f
}

// primeTimeEnd returns the end of minutes and seconds at e, as in 37'12"5; e if there are none.
func primeTimeEnd(s string, e int) int {
	r, n := utf8.DecodeRuneInString(s[e:])
	if r != '\'' && r != '’' && r != '′' {
		return e
	}
	f := figuresEnd(s, e+n)
	if f-e-n != 2 {
		return e + n
	}
	for f < len(s) {
		r, n := utf8.DecodeRuneInString(s[f:])
		if r != '\'' && r != '’' && r != '"' && r != '″' && r != '”' {
			break
		}
		f = figuresEnd(s, f+n)
	}
	return f
}

func letterAtByte(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// numberEnd returns the end of a number whose first figures are [i, e): groups of
// three by one sign, then decimals.
func numberEnd(s string, i, e int) int {
	sep := rune(0)
	if e-i <= 3 && s[i] != '0' {
		for e < len(s) {
			r, n := utf8.DecodeRuneInString(s[e:])
			switch r {
			case ' ', '\u00a0', '\u202f', '\u2009', '.', ',', '\'', '’':
			default:
				n = 0
			}
			if n == 0 || sep != 0 && r != sep || figuresEnd(s, e+n)-e-n != 3 {
				break
			}
			sep, e = r, e+n+3
		}
	}
	if e+1 < len(s) && (s[e] == ',' || s[e] == '.') && rune(s[e]) != sep && isDigit(rune(s[e+1])) {
		e = figuresEnd(s, e+1)
	}
	return e
}

// scales are the words and signs of millions and thousands, before a currency or
// alone; currencies are its words and signs.
var (
	scales     = [...]string{"millions", "million", "milliards", "milliard", "billions", "billion", "milliers", "bn", "Mds", "Md", "M", "k", "K", "G"}
	currencies = [...]string{"€", "euros", "euro", "dollars", "dollar", "$", "£", "EUR", "USD", "GBP", "CHF"}
)

// scaleEnd returns the end of the word of a scale at k, k if there is none. A letter
// follows it only if touches allows that of a scale of one letter: "kEUR".
func scaleEnd(s string, k int, touches bool) int {
	for _, w := range scales {
		if !strings.HasPrefix(s[k:], w) {
			continue
		}
		end := k + len(w)
		if end == len(s) || touches && len(w) == 1 || !letterAtByte(s, end) {
			return end
		}
	}
	return k
}

// moneyEnd returns the end of the scale and the currency at i, i if there is none.
func moneyEnd(s string, i int) int {
	k := oneBlank(s, i)
	if k >= len(s) {
		return i
	}
	if c := s[k]; c < utf8.RuneSelf && strings.IndexByte("mbMkKGed$EUC", c) < 0 || c >= utf8.RuneSelf && !strings.HasPrefix(s[k:], "€") && !strings.HasPrefix(s[k:], "£") {
		return i
	}
	scale := scaleEnd(s, k, true)
	c := oneBlank(s, scale)
	for _, of := range [...]string{"d'", "d’", "de "} {
		if scale > k && strings.HasPrefix(s[c:], of) {
			c += len(of)
		}
	}
	for _, w := range currencies {
		if strings.HasPrefix(s[c:], w) && !(c+len(w) < len(s) && letterAtByte(s, c+len(w))) {
			return c + len(w)
		}
	}
	return i
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

// areaPhoneEnd returns the end of a North American phone number at i, "(555) 012-3344";
// i if there is none.
func areaPhoneEnd(s string, i int) int {
	if i+6 >= len(s) || s[i+4] != ')' || figuresEnd(s, i+1) != i+4 {
		return i
	}
	k := oneBlank(s, i+5)
	if f := figuresEnd(s, k); f-k == 3 && f+5 <= len(s) && s[f] == '-' && figuresEnd(s, f+1) == f+5 {
		return f + 5
	}
	return i
}

// maxQuote is how long a quotation may be that is taken whole, in bytes.
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

// signClass is the class of a sign: dashes are all '-', brackets all '('.
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

// maxSkeleton is how many classes of a text are compared; what is longer is hardly an entry.
const maxSkeleton = 40

// skeletonOf is the text with each stretch of words as one w, repeated "w," as one,
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

// likeness of two skeletons from 0 to 1: twice their longest common subsequence
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
